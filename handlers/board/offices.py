"""Who chairs a board's meeting and who writes its protokoll, when it is not those the register says."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from handlers.command import Call, Claim, Command, Example, Outcome, React, Sentence, When
from meetings.board import is_formal
from meetings.facts import AttendanceReported, Basis, Fact, OfficeTaken
from meetings.facts.board import Office
from meetings.group import Capacity
from meetings.people import find_names
from meetings.record import CHAIRING_ROLES, VICE_CHAIRING_ROLES

_HINT = re.compile(r"ordförande|sekreterare|leder|protokoll|chair|secretary", re.IGNORECASE)
_LONGEST = 120
_TODAY = r"(?:\s+(?:idag|i\s+dag|för\s+dagen|(?:för|på|vid)\s+(?:mötet|dagens\s+möte)|today|nu))"
_WHO = r"(?P<who>[^:?\n]{1,60}?)"
_CHAIR = r"(?:(?:tf\.?|t\.?f\.?|tillförordnad|mötes|dagens)\s*)?(?:mötes)?ordförande"
_SECRETARY = r"(?:(?:tf\.?|mötes|dagens)\s*)?(?:mötes)?sekreterare"
# "Karin är ordförande idag", "jag leder mötet", "mötesordförande: Karin", "vid protokollet: Ulf"
_WORDINGS: tuple[tuple[Office, str], ...] = (
    ("chair", rf"{_WHO}\s+(?:är|går\s+in\s+som|blir|agerar|fungerar\s+som)\s+{_CHAIR}{_TODAY}?"),
    ("chair", rf"{_WHO}\s+(?:leder|håller\s+i)\s+(?:dagens\s+)?(?:mötet?|sammanträdet?){_TODAY}?"),
    ("chair", rf"{_CHAIR}{_TODAY}?\s*(?::|\s[–-]\s)\s*{_WHO}"),
    ("chair", rf"(?:till|som)\s+{_CHAIR}{_TODAY}?\s+(?:utses|väljs|valdes|utser\s+vi|väljer\s+vi)\s+{_WHO}"),
    (
        "chair",
        rf"{_WHO}\s+(?:chairs\s+(?:the\s+meeting)?|is\s+chair|takes\s+the\s+chair){_TODAY}?|chair{_TODAY}?\s*:\s*(?P<who2>[^:?\n]{{1,60}}?)",
    ),
    ("secretary", rf"{_WHO}\s+(?:är|blir|går\s+in\s+som)\s+{_SECRETARY}{_TODAY}?"),
    ("secretary", rf"{_WHO}\s+(?:för|skriver|tar)\s+(?:dagens\s+)?protokoll(?:et)?{_TODAY}?"),
    ("secretary", rf"(?:{_SECRETARY}{_TODAY}?\s*(?::|\s[–-]\s)|vid\s+protokollet\s*:?\s)\s*{_WHO}"),
    (
        "secretary",
        rf"(?:till|som)\s+{_SECRETARY}{_TODAY}?\s+(?:utses|väljs|valdes|utser\s+vi|väljer\s+vi)\s+{_WHO}",
    ),
    (
        "secretary",
        rf"{_WHO}\s+(?:is\s+secretary|takes\s+the\s+minutes){_TODAY}?|secretary{_TODAY}?\s*:\s*(?P<who2>[^:?\n]{{1,60}}?)",
    ),
)
_PATTERNS = tuple(
    (re.compile(rf"\A\W*(?:(?:då|och|ok|så|idag)\b[\s,]*)?(?:{pattern})[\s.!]*\Z", re.IGNORECASE), office)
    for office, pattern in _WORDINGS
)
_NOT_SO = re.compile(
    r"\b(?:inte|ej|aldrig|om|vem|kanske|brukar|borde|skulle|förra|nästa|not|if|who|next|last)\b", re.IGNORECASE
)


@dataclass(frozen=True)
class TakeOffice:
    """Somebody, as an id, takes an office at the meeting."""

    person: str
    office: Office


def read(sentence: Sentence, call: Call) -> Sequence[Claim[TakeOffice]]:
    """Find who chairs or writes, said by one who leads or of oneself, in a board's open meeting or on its day."""
    text = sentence.text
    if len(text) > _LONGEST or not _HINT.search(text) or _NOT_SO.search(text) or not is_formal(call.record):
        return ()
    if call.meeting is None or not (call.during or call.meeting.date == call.now.date()):
        return ()
    for pattern, office in _PATTERNS:
        found = pattern.match(text)
        if found is None:
            continue
        groups = found.groupdict()
        person = _person(groups.get("who") or groups.get("who2") or "", call)
        if person is not None and (call.leads or _may_take(person, office, call)):
            return (Claim(TakeOffice(person, office), (0, len(text))),)
    return ()


def _person(words: str, call: Call) -> str | None:
    if re.fullmatch(r"(?:jag|undertecknad|i)", words.strip(), re.IGNORECASE):
        return call.speaker.id if call.speaker else None
    mentions = find_names(words, tuple(call.record.people.values()))
    return mentions[0].match.person.id if len(mentions) == 1 and mentions[0].match.person else None


def _may_take(person: str, office: Office, call: Call) -> bool:
    """Tell whether somebody may say so of herself: a deciding member who takes the chair, an official who writes."""
    speaker = call.speaker
    if speaker is None or speaker.id != person:
        return False
    if office == "secretary":
        return speaker.capacity is Capacity.OTHER
    role = (speaker.role or "").casefold()
    return role in CHAIRING_ROLES | VICE_CHAIRING_ROLES or (
        speaker.capacity is Capacity.DECIDING and call.record.chair_of(call.meeting) is None if call.meeting else False
    )


def handle(intent: TakeOffice, call: Call) -> Outcome:
    """Record the office; who holds one is at the meeting."""
    taken = OfficeTaken(**call.base, person=intent.person, office=intent.office)
    facts: list[Fact] = [taken]
    if call.meeting is not None and intent.person not in call.meeting.attendance:
        own = call.speaker is not None and call.speaker.id == intent.person
        basis = Basis.SELF if own else Basis.OTHER
        facts.append(AttendanceReported(**call.base, person=intent.person, status="present", basis=basis))
    return Outcome(tuple(facts), (React(),))


TAKE_OFFICE: Command[TakeOffice] = Command(
    name="take_office",
    words={"sv": ("mötesordförande", "sekreterare"), "en": ("chair", "secretary")},
    read=read,
    handle=handle,
    cues=(_HINT,),
    examples=(
        Example(
            "mötesordförande: Malin Ros",
            ("office_taken", "attendance_reported"),
            when=When.DURING,
            lead=True,
            formal=True,
        ),
        Example(
            "Karin Holmsund för protokoll idag",
            ("office_taken", "attendance_reported"),
            when=When.DURING,
            lead=True,
            formal=True,
        ),
        Example(
            "chair: Malin Ros",
            ("office_taken", "attendance_reported"),
            language="en",
            when=When.DURING,
            lead=True,
            formal=True,
        ),
    ),
    shown=frozenset({When.DURING}),
)
