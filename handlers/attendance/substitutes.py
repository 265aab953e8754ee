"""Those who come in somebody's place: a visitor is noted, and what is missing about her is asked for once."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from handlers.attendance.people import Who, details, known_people
from handlers.command import Call, Outcome, React, Tell
from handlers.reading.asking import ask
from meetings.document import Document
from meetings.facts import About, Answered, AttendanceReported, Basis, Fact, PersonRegistered
from meetings.group import Capacity, Person
from meetings.people import looks_like_name, resolve
from meetings.record import Meeting

_NOBODY_KNOWS = re.compile(
    r"(?:vet\s+(?:inte|ej)|ingen\s+aning|återkommer|don'?t\s+know|not\s+sure|later|senare)\b", re.IGNORECASE
)
_LEAD = re.compile(
    r"(?:(?:hon|han|hen|she|he|they|det)\s+(?:är|blir|jobbar\s+som|arbetar\s+som|is|works\s+as)|(?:hon|han"
    r"|hen)\s+heter|en|ett|a|an|som|det\s+blir|it'?s)\s+",
    re.IGNORECASE,
)
_LONGEST = 120


def visitor(who: Who, replaced: Person | None, call: Call) -> Person:
    """Make the visitor a substitute becomes who is not in the register."""
    organisation = who.organisation or (replaced.organisation if replaced else None)
    return Person(
        id=call.ids.new("p"),
        name=who.name,
        role=who.role,
        organisation=organisation,
        capacity=Capacity.SUBSTITUTE,
        registered=False,
    )


def tell_what_is_noted(person: Person, who: Who, replaced: Person | None, meeting: Meeting, call: Call) -> Outcome:
    """Tell the writer what was noted of a visitor, and ask for the role and organisation that were not said."""
    own = replaced is not None and call.speaker is not None and replaced.id == call.speaker.id
    told = "own" if own else "other"
    line = call.texts.t(
        f"attendance.substitute_noted_{told}",
        name=_described(person, who),
        replaced=replaced.name if replaced else "",
        date=call.texts.short_date(meeting.date, call.now.date()),
    )
    missing = _missing(person, who)
    if missing is None:
        return Outcome(replies=(Tell(Document.of(line)),))
    question = Document.of(f"{line} {call.texts.t(f'attendance.missing_{missing}', name=person.name)}")
    asked = ask(call, About.SUBSTITUTE, question, concerns=person.id)
    return asked if asked.replies else Outcome(replies=(Tell(Document.of(line)),))


def _described(person: Person, who: Who) -> str:
    said = [part for part in (person.role, person.organisation if who.organisation or who.ours else None) if part]
    return f"{person.name} ({', '.join(said)})" if said else person.name


def _missing(person: Person, who: Who) -> str | None:
    role = person.role is None
    organisation = person.organisation is None or not (who.ours or who.organisation or who.role)
    if " " not in person.name:
        return "name"
    return (
        "both" if role and organisation else "role" if role else "organisation" if person.organisation is None else None
    )


@dataclass(frozen=True)
class SubstituteAnswer:
    """An answer about somebody who comes in another's place: who it is, or her role and organisation."""

    of: str
    who: Who


def read_substitute_answer(text: str, call: Call) -> SubstituteAnswer | None:
    """Read a message as the answer to the question about a substitute, None when it is about something else."""
    pending = call.pending
    words = text.strip().strip(".!").strip()
    if pending is None or pending.about is not About.SUBSTITUTE or pending.concerns is None:
        return None
    if not words or len(words) > _LONGEST or "?" in words or "\n" in words or _NOBODY_KNOWS.search(words):
        return None
    concerned = call.record.people.get(pending.concerns)
    if concerned is None:
        return None
    while lead := _LEAD.match(words):
        words = words[lead.end() :]
    people = known_people(call)
    if concerned.registered:
        name = re.split(r"\s*[,(]", words, maxsplit=1)[0]
        match = resolve(name, people)
        if match.person is None and not match.candidates and not looks_like_name(name):
            return None
        who = Who(
            name, person=match.person.id if match.person else None, candidates=tuple(p.id for p in match.candidates)
        )
        return SubstituteAnswer(concerned.id, details(who, words[len(name) :].strip(" ,()"), call))
    name, rest = concerned.name, words
    if (full := re.match(rf"{re.escape(name)}(?:\s+[A-ZÅÄÖ][\w'-]+){{0,3}}", words)) is not None:
        name, rest = full[0], words[full.end() :]
    rest = re.sub(r"^[\s,]*(?:är|is|och|and|som)?\s*", "", rest)
    who = details(Who(name), rest, call) if rest else Who(name)
    if who.role is None and who.organisation is None and not who.ours and name == concerned.name:
        return None
    return SubstituteAnswer(concerned.id, who)


def answer_substitute(intent: SubstituteAnswer, call: Call) -> Outcome:
    """Keep what the answer tells of a substitute."""
    concerned = call.record.people[intent.of]
    answered: tuple[Fact, ...] = (Answered(**call.base, question=call.pending.id),) if call.pending else ()
    if not concerned.registered:
        told = concerned.model_copy(
            update={
                "name": intent.who.name,
                "role": intent.who.role or concerned.role,
                "organisation": intent.who.organisation or concerned.organisation,
            }
        )
        return Outcome((PersonRegistered(**call.base, person=told), *answered), (React(),))
    return _replacing(intent.who, concerned, answered, call)


def _replacing(who: Who, replaced: Person, answered: tuple[Fact, ...], call: Call) -> Outcome:
    meeting = call.record.meetings.get(call.pending.meeting or "") if call.pending else call.meeting
    if meeting is None or who.candidates:
        return Outcome()
    base = {**call.base, "meeting": meeting.id}
    person = call.record.people.get(who.person or "") or visitor(who, replaced, call)
    known: tuple[Fact, ...] = () if person.id in call.record.people else (PersonRegistered(**base, person=person),)
    basis = Basis.OTHER if replaced != call.speaker or person != call.speaker else Basis.SELF
    stands_in = AttendanceReported(
        **{**base, "id": call.ids.new("f")},
        person=person.id,
        status="present",
        basis=basis,
        mode=who.mode,
        substitutes_for=replaced.id,
    )
    more = tell_what_is_noted(person, replace(who, name=person.name), replaced, meeting, call) if known else Outcome()
    return Outcome((*known, stands_in, *answered, *more.facts), (React(), *more.replies))
