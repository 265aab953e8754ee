"""Make the words of a reminder at the moment it is said, from the record as it stands then."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import UTC, datetime, timedelta

from handlers.agenda.showing import agenda_document
from handlers.attendance.listed import attendee_line
from handlers.command import Call, Ids, Remind, When
from handlers.reminders.tasks_wording import tasks
from handlers.reminders.written import at_place, buttons_of, day_said, name_of, when_and_where
from meetings.agenda import agenda
from meetings.attendance import attendance, unanswered
from meetings.board import adjust_by
from meetings.document import Block, Document, ListBlock, bullets
from meetings.due_post import Matter
from meetings.facts import Said, Source
from meetings.language import texts_for
from meetings.record import Meeting, Phase, Record
from meetings.reminder_keys import day_of
from meetings.reminders import items_wanted_by, starts_at, wants

_SHOWN = 8
"""How many proposed items the call for items names."""


def compose(remind: Remind, record: Record, now: datetime) -> Document | None:
    """Give the words of a reminder as they are true now (aware); None when it no longer is, or is not wanted.

    None too when its meeting has another day, has begun or is called off, when the person has answered, the task is
    done or the minutes are out.
    """
    if record.settings is None or remind.until is not None and now >= remind.until:
        return None
    words = _WORDS.get(remind.matter)
    if words is None or remind.to is not None and not wants(record, remind.to, remind.matter):
        return None
    return words(remind, _call(remind, record, now))


def _call(remind: Remind, record: Record, now: datetime) -> Call:
    return Call(
        record=record,
        texts=texts_for(record.group.language),
        now=now.astimezone(record.group.zone),
        said=Said(source=Source.CLOCK, at=now.astimezone(UTC)),
        author="",
        speaker=None,
        ids=Ids(remind.key),
        meeting=record.meetings.get(remind.meeting or ""),
        when=When.BEFORE,
    )


def _coming(remind: Remind, call: Call) -> Meeting | None:
    """Give the meeting a reminder is about, if it is still to begin on the day the reminder was for."""
    meeting = call.meeting
    if meeting is None or meeting.phase is not Phase.PLANNED or day_of(remind.key) != meeting.date:
        return None
    return meeting if call.now < starts_at(call.record, meeting) else None


def _call_for_items(remind: Remind, call: Call) -> Document | None:
    meeting = _coming(remind, call)
    if meeting is None:
        return None
    texts = call.texts
    proposed = [one.item.title for one in agenda(call.record, meeting.id) if not one.item.standing]
    last = items_wanted_by(call.record, meeting)
    if last < call.now.date():
        return None
    titles = proposed[:_SHOWN]
    if len(proposed) > _SHOWN:
        titles.append(texts.t("reminders.more_items", n=len(proposed) - _SHOWN))
    so_far = texts.paragraph("reminders.items_so_far" if proposed else "reminders.no_items", titles=", ".join(titles))
    asked = texts.paragraph("reminders.propose", last=day_said(last, call))
    head = texts.paragraph("reminders.meeting", meeting=name_of(meeting, call), when=when_and_where(meeting, call))
    return Document((head, so_far, asked, texts.paragraph("reminders.cannot_come")))


def _agenda(remind: Remind, call: Call) -> Document | None:
    meeting = _coming(remind, call)
    if meeting is None:
        return None
    texts = call.texts
    head = texts.paragraph("reminders.agenda", meeting=name_of(meeting, call), when=when_and_where(meeting, call))
    body = agenda_document(meeting, call).blocks
    return Document((head, *(body[1:] or body), *_who_comes(meeting, call)))


def _who_comes(meeting: Meeting, call: Call) -> tuple[ListBlock, ...]:
    """Tell who is coming and who is not; of those who have not answered only how many they are."""
    texts = call.texts
    rows = attendance(call.record, meeting)
    lines = []
    for status, what in (("present", "present"), ("absent", "absent")):
        names = [attendee_line(row, texts) for row in rows if row.status == status]
        if names:
            lines.append(texts.t(f"attendance.list_{what}", n=len(names), names=", ".join(names)))
    left = len([person for person in unanswered(call.record, meeting) if not person.coordinator])
    if left:
        lines.append(texts.t("reminders.not_answered_yet", n=left))
    return (bullets(*lines),) if lines else ()


def _not_answered(remind: Remind, call: Call) -> Document | None:
    meeting = _coming(remind, call)
    if meeting is None or remind.to not in {person.id for person in unanswered(call.record, meeting)}:
        return None
    texts = call.texts
    asked = texts.paragraph(
        "reminders.are_you_coming", meeting=name_of(meeting, call), when=when_and_where(meeting, call, near=True)
    )
    return Document((asked, answer_buttons(meeting, call), texts.paragraph("reminders.stop")))


def answer_buttons(meeting: Meeting, call: Call) -> Block:
    """Give the four answers to "are you coming?", each a text that names the group and the meeting."""
    day = meeting.date.isoformat()
    if meeting.start is not None and _has_twin(meeting, call.record):
        day = call.texts.t("dates.at", date=day, time=call.texts.clock(meeting.start))
    answers = ("onsite", "digital", "absent", "substitute")
    return buttons_of([(f"reminders.{one}", f"reminders.say_{one}", {"day": day}) for one in answers], call)


def _has_twin(meeting: Meeting, record: Record) -> bool:
    others = (one for one in record.meetings.values() if one.phase is Phase.PLANNED and one is not meeting)
    return any(one.date == meeting.date for one in others)


def _soon(remind: Remind, call: Call) -> Document | None:
    meeting = _coming(remind, call)
    if meeting is None or meeting.start is None:
        return None
    left = starts_at(call.record, meeting) - call.now.astimezone(UTC)
    minutes = -(-left // timedelta(minutes=1))
    clock, place = call.texts.clock(meeting.start), at_place(meeting, call)
    name = name_of(meeting, call)
    return Document.of(call.texts.paragraph("reminders.soon", meeting=name, n=minutes, clock=clock, place=place))


def _unpublished(remind: Remind, call: Call) -> Document | None:
    meeting = call.meeting
    if meeting is None or meeting.phase is not Phase.ENDED:
        return None
    texts, document = call.texts, call.record.group.document.name.lower()
    day = texts.short_date(meeting.date, call.now.date())
    said = texts.paragraph(f"reminders.unpublished_{document}", meeting=name_of(meeting, call), day=day)
    if call.record.draft is not meeting:
        return Document((said,))
    steps = ("show_draft", "publish")
    pressed = buttons_of([(f"minutes_commands.{one}", f"minutes_commands.say_{one}", {}) for one in steps], call)
    return Document((said, pressed))


def _adjusting(remind: Remind, call: Call) -> Document | None:
    meeting = call.meeting
    if meeting is None or remind.to not in meeting.formal.adjusters or remind.to in meeting.formal.adjusted:
        return None
    last = adjust_by(meeting)
    if call.now.date() > last:
        return None
    texts = call.texts
    day = texts.short_date(meeting.date, call.now.date())
    said = texts.paragraph("reminders.adjust", group=call.record.group.name, day=day, last=day_said(last, call))
    pressed = buttons_of([("reminders.adjusted", "reminders.say_adjusted", {})], call)
    return Document((said, pressed, texts.paragraph("board.check_rules")))


_WORDS: Mapping[Matter, Callable[[Remind, Call], Document | None]] = {
    Matter.CALL_FOR_ITEMS: _call_for_items,
    Matter.AGENDA: _agenda,
    Matter.NOT_ANSWERED: _not_answered,
    Matter.SOON: _soon,
    Matter.TASKS: tasks,
    Matter.UNPUBLISHED: _unpublished,
    Matter.ADJUSTING: _adjusting,
}
