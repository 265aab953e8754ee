"""A person's groups at a glance: what is coming, which drafts wait for her, what she is to do."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime

from handlers.command import Call, Claim, Command, Example, Outcome, Sentence, Tell
from meetings.document import Block, Document, Entry, ListBlock, bold, bullets, entry, paragraph
from meetings.facts import OwnerKind
from meetings.group import Person
from meetings.language import Texts
from meetings.record import Action, Phase, Record

_MINE = re.compile(
    r"\s*(?:(?:visa|lista|show|list)\s+)?(?:alla\s+|all\s+)?(?:mina|my)\s+(?:grupper|groups)\W*|\s*(?:vilka\s+grupper\s+(?:är|har)\s+jag(?:\s+med\s+i)?|which\s+groups\s+am\s+i\s+in)\W*",
    re.IGNORECASE,
)


class MyGroups:
    """Show the speaker her groups."""


def asks_for_groups(text: str) -> bool:
    """Tell whether a message to the bot asks for the writer's groups."""
    return _MINE.fullmatch(text) is not None


def overview(groups: Sequence[tuple[Record, Person]], at: datetime, texts: Texts) -> Document:
    """List a person's groups, each with its next meeting, drafts that wait for her and her open tasks.

    Each group comes with whom she is in it; nothing of others' is shown.
    """
    if not groups:
        return Document.of(texts.paragraph("groups.none_of_mine"))
    blocks: list[Block] = [texts.paragraph("groups.mine")]
    for record, person in groups:
        blocks.append(paragraph(bold(record.group.name)))
        blocks.append(_of_group(record, person, at, texts))
    return Document(tuple(blocks))


def _of_group(record: Record, person: Person, at: datetime, texts: Texts) -> ListBlock:
    today = at.astimezone(record.group.zone).date()
    coming = record.coming(today)
    lines: list[str | Entry] = []
    if coming:
        when = texts.date_time_range(coming[0].date, coming[0].start, coming[0].end)
        place = texts.t("groups.at_place", place=coming[0].place) if coming[0].place else ""
        lines.append(texts.t("groups.next_meeting", when=when, place=place))
    else:
        lines.append(texts.t("groups.nothing"))
    if record.leads(person):
        drafts = (meeting for meeting in record.held() if meeting.phase is Phase.ENDED)
        lines += [texts.t("groups.draft", date=texts.full_date(meeting.date)) for meeting in drafts]
    tasks = [action for action in record.actions.values() if _is_hers(action, person)]
    if tasks:
        under = bullets(*(_task(action, texts) for action in tasks))
        lines.append(entry(texts.t("groups.tasks", n=len(tasks)), sub=under))
    return bullets(*lines)


def _is_hers(action: Action, person: Person) -> bool:
    mine = action.owner.kind is OwnerKind.PERSON and action.owner.person == person.id
    return mine and action.status in ("open", "moved") and not action.proposed


def _task(action: Action, texts: Texts) -> Entry:
    due = texts.t("groups.task_due", date=texts.short_date(action.due.date)) if action.due.date else ""
    return entry(*texts.runs("groups.task", text=action.text, due=due))


def _read(sentence: Sentence, call: Call) -> Sequence[Claim[MyGroups]]:
    if call.addressed and asks_for_groups(sentence.text):
        return (Claim(MyGroups(), (0, len(sentence.text))),)
    return ()


def _handle(intent: MyGroups, call: Call) -> Outcome:
    """Show the one group that is known here; the desk shows them all to somebody who is in several."""
    own = ((call.record, call.speaker),) if call.speaker is not None else ()
    return Outcome(replies=(Tell(overview(own, call.now, call.texts)),))


MY_GROUPS: Command[MyGroups] = Command(
    name="my_groups",
    words={"sv": ("mina grupper",), "en": ("my groups",)},
    read=_read,
    handle=_handle,
    addressed_only=True,
    shown=frozenset(),
    examples=(
        Example("mina grupper", says="boka lokal", addressed=True),
        Example("my groups", says="Mysam Nordvik", language="en", addressed=True),
    ),
)
