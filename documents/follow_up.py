"""What stands after the items: actions, questions, dates, groups, attachments, notice, signatures, corrections."""

from collections.abc import Iterable
from datetime import date, time
from zoneinfo import ZoneInfo

from documents.matters import attachment_runs, when, who
from meetings.document import Block, Entry, Heading, ListBlock, Paragraph, Run, Table, bullets, entry
from meetings.group import Document
from meetings.language import Texts
from meetings.minutes import Correction, MeetingChange, Minutes, Signature, WorkingGroup


def follow_up_blocks(minutes: Minutes, texts: Texts) -> list[Block]:
    """Return every section after the items that has something in it."""
    return [
        *_actions(minutes, texts),
        *_section("minutes.questions.heading", _questions(minutes, texts), texts),
        *_section("minutes.meetings.heading", (entry(_meeting(one, texts)) for one in minutes.meetings), texts),
        *_section("minutes.events.heading", _events(minutes, texts), texts),
        *_section("minutes.working_groups.heading", (_group(one, texts) for one in minutes.working_groups), texts),
        *_section("minutes.attachments.heading", _attachments(minutes, texts), texts),
        *_notice(minutes, texts),
        *_signatures(minutes, texts),
        *_section(
            "minutes.history.heading", (entry(_correction(one, minutes, texts)) for one in minutes.history), texts
        ),
    ]


def stacked(paragraphs: Iterable[Paragraph]) -> Paragraph:
    """Return the paragraphs as one, each on a line of its own."""
    lines: list[Run] = []
    for paragraph in paragraphs:
        lines += [Run("\n"), *paragraph.runs] if lines else paragraph.runs
    return Paragraph(tuple(lines))


def _section(heading: str, entries: Iterable[Entry], texts: Texts) -> list[Block]:
    made = tuple(entries)
    return [Heading(texts.t(heading)), ListBlock(made)] if made else []


def _actions(minutes: Minutes, texts: Texts) -> list[Block]:
    if not minutes.actions:
        return []
    header = tuple(texts.t(f"minutes.actions.{column}") for column in ("what", "who", "when", "status", "item"))
    rows = tuple(
        (
            action.text,
            who(action, texts),
            when(action, minutes, texts) or texts.t("minutes.actions.no_date"),
            texts.t(f"minutes.actions.{action.status}"),
            action.item or "–",
        )
        for action in minutes.actions
    )
    return [Heading(texts.t("minutes.actions.heading")), Table(header, rows)]


def _questions(minutes: Minutes, texts: Texts) -> Iterable[Entry]:
    under_items = {question.text for item in minutes.items for question in item.questions}
    for question in minutes.questions:
        if question.text not in under_items:
            yield entry(question.text, f" ({_item(question.item, texts)})" if question.item else "")


def _item(number: str, texts: Texts) -> str:
    return number if number.startswith("§") else texts.t("minutes.at_item", number=number)


def _meeting(one: MeetingChange, texts: Texts) -> str:
    extra = texts.t("minutes.meetings.extra")
    kind = {None: None, "ordinary": None, "extra": extra}.get(one.kind, one.kind)
    what = _dated((one.title or kind,), one.date, one.start, one.end, one.place, texts)
    if one.change == "moved" and one.moved_from:
        return texts.t("minutes.meetings.moved_from", from_date=texts.full_date(one.moved_from), what=what)
    return texts.t(f"minutes.meetings.{one.change}", what=what)


def _events(minutes: Minutes, texts: Texts) -> Iterable[Entry]:
    for event in minutes.events:
        yield entry(_dated((event.title,), event.date, event.start, event.end, event.place, texts))


def _dated(
    names: tuple[str | None, ...],
    day: date | None,
    start: time | None,
    end: time | None,
    place: str | None,
    texts: Texts,
) -> str:
    at = texts.date_time_range(day, start, end) if day else texts.t("minutes.meetings.no_date")
    return ", ".join(part for part in (*names, at, place) if part)


def _group(group: WorkingGroup, texts: Texts) -> Entry:
    by_degree = {
        degree: [member.name for member in group.members if member.degree == degree]
        for degree in ("member", "either_or", "interested")
    }
    said: list[str] = []
    if by_degree["member"]:
        said.append(texts.names(by_degree["member"]))
    if by_degree["either_or"]:
        said.append(texts.either(by_degree["either_or"]))
    if by_degree["interested"]:
        said.append(texts.t("minutes.working_groups.interested", names=texts.names(by_degree["interested"])))
    if group.vacant:
        said.append(texts.t("minutes.working_groups.vacant", names=texts.names(group.vacant)))
    purpose = group.purpose or texts.t("minutes.working_groups.unnamed")
    people = "; ".join(said) or texts.t("minutes.working_groups.nobody")
    return Entry(texts.runs("minutes.working_groups.purpose", purpose=purpose, who=people))


def _attachments(minutes: Minutes, texts: Texts) -> Iterable[Entry]:
    for item in minutes.items:
        for attachment in item.attachments:
            told = [texts.t("minutes.attachments.announced")] if attachment.announced else []
            told.append(_item(item.number, texts))
            yield entry(*attachment_runs(attachment, texts), f" ({', '.join(told)})")


def _notice(minutes: Minutes, texts: Texts) -> list[Block]:
    notice = minutes.notice
    if notice is None:
        return []
    missing = texts.t("minutes.missing")
    lines = [
        texts.paragraph("minutes.notice.body", group=minutes.group),
        texts.paragraph("minutes.notice.date", date=texts.full_date(minutes.date)),
    ]
    for name in ("adjusted", "posted", "removed"):
        day: date | None = getattr(notice, name)
        key = f"minutes.notice.{name}_proposed" if notice.proposed and name != "adjusted" else f"minutes.notice.{name}"
        lines.append(texts.paragraph(key, date=texts.full_date(day) if day else missing))
    lines.append(texts.paragraph("minutes.notice.stored_at", place=notice.stored_at or missing))
    return [Heading(texts.t("minutes.notice.heading")), stacked(lines)]


def _signatures(minutes: Minutes, texts: Texts) -> list[Block]:
    if not minutes.signatures:
        return []
    if minutes.kind != Document.PROTOKOLL:
        return [Paragraph((Run(f"{one.name}\n{one.title}" if one.title else one.name),)) for one in minutes.signatures]
    lines = bullets(*(Entry(_signed(one, texts)) for one in minutes.signatures))
    return [Heading(texts.t("minutes.signatures.heading")), lines]


def _signed(one: Signature, texts: Texts) -> tuple[Run, ...]:
    purpose = texts.t(f"minutes.signatures.{one.purpose}")
    title = one.title if one.title and one.title.casefold() != purpose.casefold() else None
    name = f"{one.name}, {title}" if title else one.name
    return texts.runs("minutes.signatures.line", purpose=purpose, name=name)


def _correction(one: Correction, minutes: Minutes, texts: Texts) -> str:
    local = one.at.astimezone(ZoneInfo(minutes.timezone)) if one.at.tzinfo else one.at
    day = texts.full_date(local.date())
    if one.by:
        return texts.t("minutes.history.correction", revision=one.revision, date=day, by=one.by, text=one.text)
    return texts.t("minutes.history.correction_unsigned", revision=one.revision, date=day, text=one.text)
