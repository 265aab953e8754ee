"""Put right what was out of a meeting when it is moved, renamed or called off, however that came about."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC

from handlers.command import Call, Outcome, Post, Reply, Tell
from handlers.reminders.wording import answer_buttons
from handlers.reminders.written import name_of, when_and_where
from meetings.document import Block, Document
from meetings.due_post import Matter
from meetings.facts import Fact, Reminded, Said, Source
from meetings.group import Person
from meetings.record import Meeting, Phase, Record
from meetings.reminder_keys import corrected_key
from meetings.reminders import AT_MOST, is_out, starts_at, times_told, wants

_TO_COME = (Phase.PLANNED, Phase.CANCELLED)


def corrections(before: Record, after: Record, call: Call) -> Outcome:
    """Give what is to be put right when the calendar has changed from one record to the other; `call.now` is when.

    Of a meeting of which nothing was out there is nothing. The channel is told once, and each who was written to
    privately; who has been written to as often as one may is told and not asked.
    """
    facts: list[Fact] = []
    replies: list[Reply] = []
    for meeting in before.meetings.values():
        now = after.meetings.get(meeting.id)
        change = _change(meeting, now)
        if change is None or not any(is_out(key, meeting) for key in before.reminded):
            continue
        if call.now.astimezone(UTC) >= max(starts_at(before, meeting), starts_at(after, now or meeting)):
            continue
        told = tuple(_told(before, meeting, call))
        replies.append(Post(Document(_words(change, meeting, now, call))))
        replies += [Tell(_privately(change, meeting, now, person, before, call), to=person.id) for person in told]
        said = Said(source=Source.CLOCK, at=call.now.astimezone(UTC))
        base = {**call.base, "said": said, "meeting": meeting.id}
        facts.append(Reminded(**base, key=corrected_key(now or meeting), to=tuple(person.id for person in told)))
    return Outcome(tuple(facts), tuple(replies))


def _change(was: Meeting, now: Meeting | None) -> str | None:
    """Name what became of a meeting that is still to come; None when nothing did that anybody was told of."""
    if was.phase not in _TO_COME or now is not None and now.phase not in _TO_COME:
        return None
    there, stands = was.phase is Phase.PLANNED, now is not None and now.phase is Phase.PLANNED
    if now is None or not stands:
        return "cancelled" if there else None
    if not there:
        return "revived"
    if now.date != was.date:
        return "moved"
    if (now.start, now.end, now.place) != (was.start, was.end, was.place):
        return "changed"
    return "renamed" if (now.kind, now.title) != (was.kind, was.title) else None


def _told(record: Record, meeting: Meeting, call: Call) -> Iterator[Person]:
    """Give those who were written to about a meeting, but for the one who has just changed it."""
    for person in record.members:
        if call.speaker is not None and person.id == call.speaker.id:
            continue
        if times_told(record, meeting, person.id) and wants(record, person.id, Matter.NOT_ANSWERED):
            yield person


def _words(change: str, was: Meeting, now: Meeting | None, call: Call) -> tuple[Block, ...]:
    texts = call.texts
    line = texts.paragraph(
        f"reminders.meeting_{change}",
        name=name_of(was, call),
        was=_day_and_hour(was, call),
        now=when_and_where(now or was, call),
        new_name=name_of(now or was, call),
    )
    return (line, texts.paragraph("reminders.answers_stand")) if change == "moved" else (line,)


def _privately(change: str, was: Meeting, now: Meeting | None, person: Person, before: Record, call: Call) -> Document:
    """Tell one who was asked before: of another day she is asked anew, but nobody is more often than one may."""
    texts = call.texts
    line = _words(change, was, now, call)[:1]
    if change != "moved" or now is None:
        return Document(line)
    answered = person.id in was.attendance
    if times_told(before, was, person.id) >= AT_MOST and not answered:
        return Document((*line, texts.paragraph("reminders.tell_if_not")))
    key = "reminders.confirm_anew" if answered else "reminders.do_you_come_then"
    return Document((*line, texts.paragraph(key), answer_buttons(now, call)))


def _day_and_hour(meeting: Meeting, call: Call) -> str:
    day = call.texts.short_date(meeting.date, call.now.date())
    return call.texts.t("dates.at", date=day, time=call.texts.clock(meeting.start)) if meeting.start else day
