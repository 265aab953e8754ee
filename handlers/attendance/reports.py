"""Attendance in people's own words: the commands, and what they put into the record."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from handlers.attendance.hours import arrived, hours
from handlers.attendance.listed import SHOW_ATTENDANCE
from handlers.attendance.people import Who
from handlers.attendance.reading import ReportAttendance, Reported, read_attendance, read_roll_call
from handlers.attendance.roll_call import EVERYBODY
from handlers.attendance.substitutes import tell_what_is_noted, visitor
from handlers.attendance.told import Kind, Told
from handlers.command import Call, Command, Example, Outcome, React, Reply, When
from handlers.reading.asking import ask
from handlers.reading.permissions import may_send
from meetings.attendance import EXPECTED
from meetings.document import Document
from meetings.errors import NoMeeting, NotAllowed
from meetings.facts import About, Asked, AttendanceReported, Basis, Fact, Option, PersonRegistered, UnknownSpeaker
from meetings.group import Person
from meetings.record import Meeting

__all__ = ["REPORT_ATTENDANCE", "ROLL_CALL", "SHOW_ATTENDANCE", "report_attendance"]


@dataclass(frozen=True)
class _Settled:
    """A person or unit that a report is about, and the visitor's registration when there is one to make."""

    person: Person | None = None
    unit: str | None = None
    new: bool = False


def report_attendance(intent: ReportAttendance, call: Call) -> Outcome:
    """Put everybody's attendance into the record; ask about a name or a day that can be read in two ways."""
    facts: list[Fact] = []
    replies: list[Reply] = []
    for reported in intent.reports:
        if not reported.meetings:
            day = call.texts.short_date(reported.day, call.now.date()) if reported.day is not None else None
            raise NoMeeting("on_day", date=day) if day is not None else NoMeeting
        outcome = _which_meeting(reported, intent, call) if reported.ask else _report(reported, intent, call)
        if _asks_again(outcome, facts):
            outcome = Outcome(tuple(fact for fact in outcome.facts if not isinstance(fact, Asked)))
        facts += (fact for fact in outcome.facts if not _said_already(fact, facts))
        replies += (reply for reply in outcome.replies if reply not in replies)
    if intent.sends_somebody and call.speaker is not None:
        question = Document.of(call.texts.t("attendance.who_instead"))
        asked = ask(call, About.SUBSTITUTE, question, concerns=call.speaker.id)
        facts += asked.facts
        replies += asked.replies
    if any(isinstance(fact, AttendanceReported) for fact in facts):
        replies.insert(0, React())
    return Outcome(tuple(facts), tuple(replies))


def _asks_again(outcome: Outcome, facts: list[Fact]) -> bool:
    """Tell whether somebody would be asked two things at once."""
    asked = {fact.to for fact in facts if isinstance(fact, Asked)}
    return any(isinstance(fact, Asked) and fact.to in asked for fact in outcome.facts)


def _said_already(fact: Fact, facts: list[Fact]) -> bool:
    """Tell whether an absence is told twice: "Malin kan inte, Karin går i hennes ställe"."""
    return (
        isinstance(fact, AttendanceReported)
        and fact.status == "absent"
        and any(
            isinstance(other, AttendanceReported)
            and (other.meeting, other.person, other.unit, other.status)
            == (fact.meeting, fact.person, fact.unit, "absent")
            for other in facts
        )
    )


def _report(reported: Reported, intent: ReportAttendance, call: Call) -> Outcome:
    facts: list[Fact] = []
    replies: list[Reply] = []
    for key in reported.meetings:
        meeting = call.record.meetings[key]
        for who in _each(reported.told, meeting, intent, call):
            outcome = _one(reported.told, who, meeting, intent, call)
            facts += outcome.facts
            replies += outcome.replies
    return Outcome(tuple(facts), tuple(replies))


def _each(told: Told, meeting: Meeting, intent: ReportAttendance, call: Call) -> Iterator[Who]:
    """Give those told of; "everybody" is all who are expected, not known to be away and not named for themselves."""
    for who in told.who:
        if who is not EVERYBODY:
            yield who
            continue
        others = [one for reported in intent.reports for one in reported.told.who]
        named = {key for one in others for key in (one.person, *one.candidates)}
        named |= {key for key, known in meeting.attendance.items() if known.status == "absent"}
        for person in call.record.members:
            if person.capacity in EXPECTED and not person.coordinator and person.id not in named:
                yield Who(person.name, person=person.id)


def _one(told: Told, who: Who, meeting: Meeting, intent: ReportAttendance, call: Call) -> Outcome:
    if told.kind is Kind.SUBSTITUTE and told.instead_of is not None:
        return _substitute(told, who, told.instead_of, meeting, intent, call)
    settled = _settle(who, call)
    if settled is None:
        return _who_is_it(who, intent, call)
    fact = _fact(told, settled, who, meeting, intent, call)
    return Outcome((fact,) if fact is not None else ())


def _fact(
    told: Told,
    settled: _Settled,
    who: Who,
    meeting: Meeting,
    intent: ReportAttendance,
    call: Call,
    replaces: Person | None = None,
) -> AttendanceReported | None:
    """Make the fact; None when the hour told lies outside the meeting, and so is about something else."""
    base = {**call.base, "meeting": meeting.id}
    person = settled.person.id if settled.person is not None else None
    own = person is not None and call.speaker is not None and person == call.speaker.id
    basis = Basis.CALLED if intent.called or _called_out(told, call) else Basis.SELF if own else Basis.OTHER
    if told.kind is Kind.ABSENT:
        return AttendanceReported(**base, person=person, unit=settled.unit, status="absent", basis=basis)
    when = hours(told, meeting, call)
    if when.outside:
        return None
    since = when.since
    if since is None and person is not None and not intent.called:
        since = arrived(told, person, meeting, call)
    return AttendanceReported(
        **base,
        person=person,
        unit=settled.unit,
        status="present",
        basis=basis,
        mode=told.mode or who.mode,
        from_=since,
        until=when.until,
        substitutes_for=replaces.id if replaces is not None else None,
    )


def _called_out(told: Told, call: Call) -> bool:
    """Tell whether several are counted at once in the open meeting: "Siv, Ulf och Nisse är här"."""
    return call.during is not None and told.kind is Kind.PRESENT and len(told.who) > 2


def _substitute(told: Told, by: Who, of: Who, meeting: Meeting, intent: ReportAttendance, call: Call) -> Outcome:
    replaced = _settle(of, call)
    if replaced is None or replaced.person is None:
        return _who_is_it(of, intent, call)
    stands_in = _settle(by, call)
    if stands_in is None and (by.candidates or intent.called and " " not in by.name):
        return _who_is_it(by, intent, call)
    # What people tell each other is taken down whoever says it; the bot is told to change it by those who may.
    if (
        call.addressed
        and not intent.called
        and not may_send(replaced.person, stands_in.person if stands_in else None, call)
    ):
        raise NotAllowed(organisation=replaced.person.organisation)
    facts: list[Fact] = []
    away = Told(Kind.ABSENT, (of,))
    if (fact := _fact(away, replaced, of, meeting, intent, call)) is not None:
        facts.append(fact)
    if stands_in is None:
        stands_in = _Settled(visitor(by, replaced.person, call), new=True)
    if stands_in.new and stands_in.person is not None:
        facts.append(PersonRegistered(**{**call.base, "meeting": meeting.id}, person=stands_in.person))
    if (fact := _fact(told, stands_in, by, meeting, intent, call, replaced.person)) is not None:
        facts.append(fact)
    if not stands_in.new or stands_in.person is None:
        return Outcome(tuple(facts))
    noted = tell_what_is_noted(stands_in.person, by, replaced.person, meeting, call)
    return Outcome((*facts, *noted.facts), noted.replies)


def _settle(who: Who, call: Call) -> _Settled | None:
    """Find who is meant; None when it must be asked."""
    if who.me:
        return _Settled(call.speaker) if call.speaker is not None else None
    if who.unit is not None:
        return _Settled(unit=who.unit)
    return _Settled(call.record.people[who.person]) if who.person is not None else None


def _who_is_it(who: Who, intent: ReportAttendance, call: Call) -> Outcome:
    """Ask the writer which of several is meant, and the one who leads about a name that nobody has."""
    near = [call.record.people[key] for key in who.candidates or who.suggestions]
    names = tuple(person.name for person in near)
    if near and not who.me:
        key = "attendance.which" if who.candidates else "attendance.did_you_mean"
        question = Document.of(call.texts.t(key, name=who.name, n=len(near), names=_either(names, who, call)))
        options = tuple(Option(label=name, text=_with_name(intent.text, who.name, name)) for name in names)
        return ask(call, About.WHO, question, options=options, concerns=who.name)
    name = call.author if who.me else who.name
    unknown = UnknownSpeaker(**call.base, name=name)
    lead = next((person.id for person in call.record.coordinators), None)
    if lead is None:
        return Outcome((unknown,))
    question = Document.of(call.texts.t("attendance.unknown", name=name))
    asked = ask(call, About.UNKNOWN_SPEAKER, question, to=lead, concerns=name)
    return Outcome((unknown, *asked.facts), asked.replies)


def _either(names: tuple[str, ...], who: Who, call: Call) -> str:
    return call.texts.names(names) if who.candidates else call.texts.either(names)


def _with_name(text: str, said: str, full: str) -> str:
    return re.sub(rf"(?<!\w){re.escape(said)}(?!\w)", lambda _: full, text, count=1)


def _which_meeting(reported: Reported, intent: ReportAttendance, call: Call) -> Outcome:
    """Ask which meeting is meant, when a day or no day at all fits two."""
    meetings = [call.record.meetings[key] for key in reported.meetings]
    labels = [_label(meeting, meetings, call) for meeting in meetings]
    question = Document.of(call.texts.t("attendance.which_meeting", meetings=call.texts.either(labels)))
    options = tuple(
        Option(label=label, text=f"{intent.text} ({_written(meeting, meetings, call)})")
        for label, meeting in zip(labels, meetings, strict=True)
    )
    return ask(call, About.WHEN, question, options=options)


def _written(meeting: Meeting, among: list[Meeting], call: Call) -> str:
    """Give the meeting's day as figures, with its hour when that is needed to tell it from the others."""
    day = meeting.date.isoformat()
    if meeting.start is None or sum(other.date == meeting.date for other in among) < 2:
        return day
    return call.texts.t("dates.at", date=day, time=call.texts.clock(meeting.start))


def _label(meeting: Meeting, among: list[Meeting], call: Call) -> str:
    day = call.texts.short_date(meeting.date, call.now.date())
    name = meeting.title or call.record.group.name
    if meeting.start is not None and sum(other.date == meeting.date for other in among) > 1:
        day = call.texts.t("dates.at", date=day, time=call.texts.clock(meeting.start))
    return f"{name} {day}"


REPORT_ATTENDANCE: Command[ReportAttendance] = Command(
    name="attendance",
    words={
        "sv": ("frånvaro", "förhinder", "återbud", "jag kommer", "ersättare"),
        "en": ("absence", "regrets", "i'm coming", "substitute"),
    },
    read=read_attendance,
    handle=report_attendance,
    examples=(
        Example("Jag kommer", gives=("attendance_reported",)),
        Example("kan tyvärr inte den 15:e, har annat möte", gives=("attendance_reported",)),
        Example("Bo Ekdahl hälsar att han har förhinder", gives=("attendance_reported",)),
        Example("blir 10 min sen", gives=("attendance_reported",)),
        Example("måste gå 14.30", gives=("attendance_reported",)),
        Example("Karin Holmsund går i mitt ställe", gives=("attendance_reported", "attendance_reported")),
        Example("jag är med på länk", gives=("attendance_reported",), when=When.DURING),
        Example("Elin kan inte vara med på tisdag", gives=("asked",), says="Elin Sand"),
        Example("Jag kommer inte ihåg lösenordet"),
        Example("sorry, can't make it on Tuesday", gives=("attendance_reported",), language="en"),
        Example(
            "Karin Holmsund will stand in for me", gives=("attendance_reported", "attendance_reported"), language="en"
        ),
    ),
)

ROLL_CALL: Command[ReportAttendance] = Command(
    name="roll_call",
    words={
        "sv": ("närvarande", "frånvarande", "upprop"),
        "en": ("present", "absent", "roll call"),
    },
    read=read_roll_call,
    handle=report_attendance,
    examples=(
        Example(
            "närvarande: Sven-Åke, Malin o Bo Ekdahl",
            gives=("attendance_reported", "attendance_reported", "attendance_reported"),
            when=When.DURING,
            lead=True,
        ),
        Example("frånvarande: Carin Delin", gives=("attendance_reported",), when=When.DURING, lead=True),
        Example(
            "present: Malin Ros and Olle",
            gives=("attendance_reported",) * 2,
            when=When.DURING,
            lead=True,
            language="en",
        ),
    ),
)
