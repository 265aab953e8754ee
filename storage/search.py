"""What can be found in published minutes, within one transaction: the latest revision of each, filed and searched."""

from collections.abc import Mapping, Sequence
from datetime import date as Day
from typing import Any, cast

from sqlalchemy import ColumnElement, case, delete, func, insert, literal_column, text, update
from sqlmodel import Session, col, select

from meetings.minutes import Minutes
from meetings.search import SHOWN, WEIGHT, Filed, Hit, Passage, filed, passages
from storage.tables import FiledRow, PassageRow

CONFIGURATIONS = {"sv": "swedish", "en": "english"}


def file_minutes(session: Session, group: str, meeting: str, minutes: Minutes) -> None:
    """File a revision in place of the one before it."""
    there = filed(minutes, meeting)
    for table in (PassageRow, FiledRow):
        session.execute(delete(table).where(*_of(table, group, meeting)))
    session.execute(
        insert(FiledRow).values(
            group_id=group,
            meeting_id=meeting,
            revision=there.revision,
            status=there.status,
            date=there.date,
            title=there.title,
            kind=there.kind,
            language=there.language,
        )
    )
    rows = [
        {
            "group_id": group,
            "meeting_id": meeting,
            "language": there.language,
            "what": passage.what,
            "number": passage.number,
            "heading": passage.heading,
            "text": passage.text,
        }
        for passage in passages(minutes)
    ]
    if rows:
        session.execute(insert(PassageRow), rows)


def set_standings(session: Session, group: str, standings: Mapping[str, str]) -> None:
    """Say how the filed minutes of these meetings stand now: published, approved or corrected."""
    for meeting, status in standings.items():
        session.execute(update(FiledRow).where(*_of(FiledRow, group, meeting)).values(status=status))


def read_filed(
    session: Session, group: str, since: Day = Day.min, until: Day = Day.max, meeting: str | None = None
) -> tuple[Filed, ...]:
    """Read which minutes of a group are out, of meetings held within these days, latest first; or one meeting's."""
    query = select(FiledRow).where(FiledRow.group_id == group, col(FiledRow.date).between(since, until))
    if meeting is not None:
        query = query.where(FiledRow.meeting_id == meeting)
    query = query.order_by(col(FiledRow.date).desc(), col(FiledRow.meeting_id).desc()).limit(SHOWN)
    return tuple(_filed(row) for row in session.exec(query))


def find(session: Session, group: str, stems: Sequence[str], *, latest: bool = False) -> tuple[Hit, ...]:
    """Find passages with words that begin so, all of them, else any; decisions first, or the latest meeting's."""
    if not stems:
        return ()
    return _find(session, group, stems, "all", latest) or _find(session, group, stems, "any", latest)


def _find(session: Session, group: str, stems: Sequence[str], joint: str, latest: bool) -> tuple[Hit, ...]:
    weight = case({what: place for place, what in enumerate(WEIGHT)}, value=col(PassageRow.what), else_=len(WEIGHT))
    when = col(FiledRow.date).desc()
    query = (
        select(PassageRow, FiledRow)
        .join(FiledRow, _same_minutes())
        .where(PassageRow.group_id == group, _holds(session, stems, joint))
        .order_by(*((when, weight) if latest else (weight, when)), col(PassageRow.id))
        .limit(SHOWN)
    )
    return tuple(
        Hit(Passage(row.what, row.number, row.heading, row.text), _filed(there)) for row, there in session.exec(query)
    )


def _holds(session: Session, stems: Sequence[str], joint: str) -> ColumnElement[bool]:
    """Say that a passage, or the heading it stands under, holds words with these beginnings."""
    if session.get_bind().dialect.name == "sqlite":
        asked = f" {'AND' if joint == 'all' else 'OR'} ".join(f'"{stem}"*' for stem in stems)
        found = text("passages.id IN (SELECT rowid FROM passage_words WHERE passage_words MATCH :asked)")
        return cast("ColumnElement[bool]", found.bindparams(asked=asked))
    asked = f" {'&' if joint == 'all' else '|'} ".join(f"'{stem}':*" for stem in stems)
    each = [
        (col(PassageRow.language) == language)
        & func.to_tsvector(literal_column(f"'{name}'::regconfig"), _words()).op("@@")(
            func.to_tsquery(literal_column(f"'{name}'::regconfig"), asked)
        )
        for language, name in CONFIGURATIONS.items()
    ]
    return each[0] | each[1]


def _words() -> ColumnElement[str]:
    return col(PassageRow.heading).op("||")(literal_column("' '")).op("||")(col(PassageRow.text))


def _of(table: type[PassageRow | FiledRow], group: str, meeting: str) -> tuple[Any, ...]:
    return col(table.group_id) == group, col(table.meeting_id) == meeting


def _same_minutes() -> Any:
    return (col(FiledRow.group_id) == col(PassageRow.group_id)) & (
        col(FiledRow.meeting_id) == col(PassageRow.meeting_id)
    )


def _filed(row: FiledRow) -> Filed:
    return Filed(row.meeting_id, row.date, row.title, row.kind, row.language, row.revision, row.status)
