"""Change and show who is in the group: members, adjuncts, guests, those who have left, and who coordinates."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from handlers.command import Call, Claim, Command, Example, Outcome, Sentence, Tell, When
from handlers.groups import roster_reading as say
from handlers.groups.roster_changes import AddPeople, Coordinate, Leave, RosterChange, SetCapacity, change_roster
from handlers.groups.roster_reading import CAPACITIES, known, organisation_of, read_list
from handlers.groups.settings import may_be_settings
from meetings.document import Document, bullets
from meetings.group import Capacity
from meetings.language import Texts
from meetings.people import split_names
from meetings.record import Record
from meetings.words import fold

_LONGEST = 4000


@dataclass(frozen=True)
class ShowRoster:
    """Show who is in the group."""


def _read(sentence: Sentence, call: Call) -> Sequence[Claim[RosterChange]]:
    text = sentence.text[:_LONGEST]
    if not may_be_settings(call) or not say.HINT.search(text) or text.rstrip().endswith("?"):
        return ()
    label = say.LABEL.fullmatch(text)
    if label and not _is_roll_call(call):
        capacity = _capacity(label["what"])
        people, lines = read_list(label["rest"], sentence.following, capacity, call)
        return (Claim(AddPeople(people), (0, len(sentence.text)), lines),)
    change = _plain(text, call)
    return (Claim(change, (0, len(sentence.text))),) if change is not None else ()


def _is_roll_call(call: Call) -> bool:
    """Tell whether a list of people tells who is at today's meeting: on its day, when it is not said to the bot."""
    meeting = call.meeting
    if meeting is None or call.addressed:
        return False
    return call.during is not None or meeting.date == call.now.date()


def _plain(text: str, call: Call) -> RosterChange | None:
    for read in (_added, _coordinating, _left, _capacities):
        change = read(text, call)
        if change is not None:
            return change
    return None


def _added(text: str, call: Call) -> RosterChange | None:
    found = say.ADD_AS.fullmatch(text)
    new = None if found else say.IS_NEW.fullmatch(text)
    if found is None and new is None:
        return None
    said = found["who"] if found else f"{new['who']}, {new['rest']}" if new else ""
    one = say.listed(said, call)
    if one is None:
        return None
    capacity = _capacity(found["what"]) if found else None
    return AddPeople((replace(one, capacity=one.capacity or capacity),))


def _capacity(word: str) -> Capacity | None:
    said = fold(word)
    name = CAPACITIES.get(said) or next((value for key, value in CAPACITIES.items() if said.startswith(key)), None)
    return Capacity(name) if name and name != "member" else None


def _coordinating(text: str, call: Call) -> RosterChange | None:
    ended = say.NOT_COORDINATING.fullmatch(text)
    if ended:
        person = known(ended["who"], call)
        return Coordinate((person.id,), ends=True) if person else None
    found = say.COORDINATES.fullmatch(text)
    if found is None:
        return None
    words = next(found[name] for name in ("who", "who2", "who3", "who4") if found[name])
    people = [known(name, call) for name in split_names(words)]
    if not people or not all(people):
        return None
    also = any(found[name] for name in ("also", "also2", "also3"))
    return Coordinate(tuple(person.id for person in people if person is not None), also=also)


def _left(text: str, call: Call) -> RosterChange | None:
    found = say.HAS_LEFT.fullmatch(text)
    person = known(found["who"] or found["who2"], call) if found else None
    return Leave(person.id) if person is not None and person.registered else None


def _capacities(text: str, call: Call) -> RosterChange | None:
    invited = say.ALWAYS_INVITED.fullmatch(text)
    adjoined = None if invited else say.ADJOINED.fullmatch(text)
    found = invited or adjoined or say.IS_WHAT.fullmatch(text)
    if found is None:
        return None
    capacity = (
        Capacity.GUEST if invited else Capacity.ADJUNCT if adjoined else Capacity(CAPACITIES[_stem(found["what"])])
    )
    people: list[str] = []
    organisations: list[str] = []
    for name in split_names(found["who"]):
        person = known(name, call)
        organisation = None if person else organisation_of(name, call)
        if person is not None:
            people.append(person.id)
        elif organisation is not None or (call.addressed and adjoined):
            organisations.append(organisation or name[:1].upper() + name[1:])
        else:
            return None
    if organisations and capacity not in (Capacity.GUEST, Capacity.ADJUNCT):
        return None
    return SetCapacity(tuple(people), tuple(organisations), capacity)


def _stem(word: str) -> str:
    return {"adjungerade": "adjungerad", "gäster": "gäst"}.get(fold(word), fold(word))


def _read_show(sentence: Sentence, call: Call) -> Sequence[Claim[ShowRoster]]:
    if call.addressed and say.SHOW.fullmatch(sentence.text):
        return (Claim(ShowRoster(), (0, len(sentence.text))),)
    return ()


def _show(intent: ShowRoster, call: Call) -> Outcome:
    return Outcome(replies=(Tell(roster_document(call.record, call.texts)),))


def roster_document(record: Record, texts: Texts) -> Document:
    """List who is in the group, and in what capacity."""
    lines = []
    for person in record.members:
        details = [part for part in (person.role, person.organisation) if part]
        details += [texts.t(f"roster.as_{person.capacity}")] if person.capacity is not Capacity.MEMBER else []
        details += [texts.t("roster.is_coordinator")] if person.coordinator else []
        details += [texts.t("roster.without_account")] if person.account is None else []
        name = person.name
        lines.append(texts.t("roster.person", name=name, details=", ".join(details)) if details else name)
    if not lines:
        return Document.of(texts.paragraph("roster.empty"))
    return Document.of(texts.paragraph("roster.heading", group=record.group.name), bullets(*lines))


CHANGE_ROSTER: Command[RosterChange] = Command(
    name="change_roster",
    words={"sv": ("medlemmar", "ny medlem", "deltagare", "gäster"), "en": ("members", "new member", "guests")},
    read=_read,
    handle=change_roster,
    shown=frozenset({When.BEFORE}),
    examples=(
        Example(
            "medlemmar: Sten Ask, enhetschef, Försäkringskassan; Ulla Falk, rektor",
            ("person_registered", "person_registered"),
            says="Sten Ask",
            lead=True,
        ),
        Example(
            "ny medlem: Sten Ask (enhetschef, Region Nordvik)", ("person_registered",), says="Region Nordvik", lead=True
        ),
        Example("Bo Ekdahl är adjungerad", ("person_registered",), says="adjungerad", lead=True),
        Example("Bo Ekdahl har slutat", ("person_removed",), says="Bo Ekdahl", lead=True),
        Example("Malin Ros är koordinator", ("person_registered",), says="Malin Ros", lead=True),
        Example("Polisen är alltid gäst", ("settings_changed",), says="Polismyndigheten", lead=True, addressed=True),
        Example(
            "members: Sten Ask, case officer, Social Insurance Agency", ("person_registered",), language="en", lead=True
        ),
    ),
)

SHOW_ROSTER: Command[ShowRoster] = Command(
    name="show_roster",
    words={"sv": ("visa medlemmar", "medlemslista"), "en": ("show members", "member list")},
    read=_read_show,
    handle=_show,
    addressed_only=True,
    shown=frozenset(),
    examples=(
        Example("visa medlemmar", says="Malin Ros", addressed=True),
        Example("vilka är med i gruppen?", says="Sven-Åke Backe", addressed=True),
        Example("who is in the group?", says="Elin Sand", language="en", addressed=True),
    ),
)
