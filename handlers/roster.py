"""Change and show who is in the group: members, adjuncts, guests, those who have left, and who coordinates."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from handlers import roster_reading as say
from handlers.command import Answer, Call, Claim, Command, Example, Outcome, React, Sentence, Tell, When
from handlers.permissions import may_speak_for
from handlers.roster_reading import CAPACITIES, Listed, known, organisation_of, read_list
from handlers.settings import may_be_settings
from meetings.document import Document, bullets
from meetings.errors import NotAllowed, NotUnderstood
from meetings.facts import Fact, GroupFounded, PersonRegistered, PersonRemoved, SettingsChanged, Source
from meetings.group import Capacity, Person
from meetings.language import Texts
from meetings.people import split_names
from meetings.record import Record
from meetings.words import fold, squash

_LONGEST = 4000


@dataclass(frozen=True)
class AddPeople:
    """Register these people, or what is new of those who are there."""

    people: tuple[Listed, ...]


@dataclass(frozen=True)
class SetCapacity:
    """Let people, or organisations, be in the group in this capacity."""

    people: tuple[str, ...]
    organisations: tuple[str, ...]
    capacity: Capacity


@dataclass(frozen=True)
class Leave:
    """Take somebody off the register."""

    person: str


@dataclass(frozen=True)
class Coordinate:
    """Let people coordinate the group, or no longer; `also` when those who do go on."""

    people: tuple[str, ...]
    also: bool = False
    ends: bool = False


@dataclass(frozen=True)
class ShowRoster:
    """Show who is in the group."""


RosterChange = AddPeople | SetCapacity | Leave | Coordinate


def _read(sentence: Sentence, call: Call) -> Sequence[Claim[RosterChange]]:
    text = sentence.text[:_LONGEST]
    if not say.HINT.search(text) or text.rstrip().endswith("?") or not may_be_settings(call):
        return ()
    label = say.LABEL.fullmatch(text)
    if label:
        capacity = _capacity(label["what"])
        people, lines = read_list(label["rest"], sentence.following, capacity, call)
        return (Claim(AddPeople(people), (0, len(sentence.text)), lines),)
    change = _plain(text, call)
    return (Claim(change, (0, len(sentence.text))),) if change is not None else ()


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


# ---------------------------------------------------------------------------------- what becomes of it


def _handle(intent: RosterChange, call: Call) -> Outcome:
    match intent:
        case AddPeople():
            return _add(intent, call)
        case SetCapacity():
            return _set_capacity(intent, call)
        case Leave():
            return _leave(intent, call)
        case Coordinate():
            return _coordinate(intent, call)


def _add(intent: AddPeople, call: Call) -> Outcome:
    if not intent.people:
        raise NotUnderstood("members")
    if not all(may_speak_for(one.organisation, call) and not one.coordinator for one in intent.people):
        raise NotAllowed()
    facts: list[Fact] = []
    added: list[str] = []
    changed: list[str] = []
    for one in dict.fromkeys(intent.people):
        there = next((p for p in call.record.people.values() if squash(p.name) == squash(one.name)), None)
        person = _person(one, there, call)
        if person == there:
            continue
        facts.append(PersonRegistered(**call.base, person=person))
        (changed if there and there.registered else added).append(_described(person, call))
    lines = [call.texts.t("roster.added", names="; ".join(added))] if added else []
    lines += [call.texts.t("roster.changed", names="; ".join(changed))] if changed else []
    return _told(facts, lines, call)


def _person(one: Listed, there: Person | None, call: Call) -> Person:
    if there is None:
        capacity = one.capacity or Capacity.MEMBER
        return Person(
            id=call.ids.new("p"),
            name=one.name,
            role=one.role,
            organisation=one.organisation,
            capacity=capacity,
            coordinator=one.coordinator,
        )
    return there.model_copy(
        update={
            "role": one.role or there.role,
            "organisation": one.organisation or there.organisation,
            "capacity": one.capacity or (there.capacity if there.registered else Capacity.MEMBER),
            "coordinator": there.coordinator or one.coordinator,
            "registered": True,
        }
    )


def _described(person: Person, call: Call) -> str:
    details = [part for part in (person.role, person.organisation) if part]
    if person.capacity is not Capacity.MEMBER:
        details.append(call.texts.t(f"roster.capacity.{person.capacity}"))
    if person.coordinator:
        details.append(call.texts.t("roster.is_coordinator"))
    return f"{person.name} ({', '.join(details)})" if details else person.name


def _set_capacity(intent: SetCapacity, call: Call) -> Outcome:
    if not call.leads:
        raise NotAllowed()
    facts: list[Fact] = []
    lines: list[str] = []
    for id in intent.people:
        person = call.record.people[id].model_copy(update={"capacity": intent.capacity, "registered": True})
        facts.append(PersonRegistered(**call.base, person=person))
        lines.append(call.texts.t(f"roster.capacity_{intent.capacity}", name=person.name))
    if intent.organisations:
        group = call.record.group
        field = "guests" if intent.capacity is Capacity.GUEST else "adjuncts"
        names = tuple(dict.fromkeys((*getattr(group, field), *intent.organisations)))
        settings = group.model_copy(update={field: names})
        facts.append(SettingsChanged(**call.base, settings=settings, changed=(field,)))
        lines.append(call.texts.t(f"settings.{field}", value=call.texts.names(names)))
    return _told(facts, lines, call)


def _leave(intent: Leave, call: Call) -> Outcome:
    person = call.record.people[intent.person]
    if not (call.leads or call.speaker == person):
        raise NotAllowed()
    return _told(
        [PersonRemoved(**call.base, person=person.id)], [call.texts.t("roster.removed", name=person.name)], call
    )


def _coordinate(intent: Coordinate, call: Call) -> Outcome:
    if not call.leads:
        raise NotAllowed()
    named = [call.record.people[id] for id in intent.people]
    facts: list[Fact] = [
        PersonRegistered(**call.base, person=person.model_copy(update={"coordinator": not intent.ends}))
        for person in named
        if person.coordinator is intent.ends
    ]
    names = call.texts.names([person.name for person in named])
    if intent.ends:
        return _told(facts, [call.texts.t("roster.no_coordinator", name=names)], call)
    if not intent.also and _only_founder(call) and call.speaker is not None and call.speaker not in named:
        facts.append(PersonRegistered(**call.base, person=call.speaker.model_copy(update={"coordinator": False})))
        first = named[0].name.split()[0]
        return _told(facts, [call.texts.t("roster.instead_of_you", names=names, first=first)], call)
    return _told(facts, [call.texts.t("roster.coordinator", names=names)], call)


def _only_founder(call: Call) -> bool:
    """Tell whether the speaker coordinates only because she set the group up in a channel."""
    founded = next((fact for fact in call.ledger.facts if isinstance(fact, GroupFounded)), None)
    by_speaker = founded is not None and call.speaker is not None and founded.said.by == call.speaker.id
    return (
        by_speaker
        and founded is not None
        and founded.said.source is Source.MESSAGE
        and call.record.coordinators == (call.speaker,)
    )


def _told(facts: Sequence[Fact], lines: Sequence[str], call: Call) -> Outcome:
    if not lines:
        return Outcome(tuple(facts), (React(),))
    body = bullets(*lines) if len(lines) > 1 else lines[0]
    return Outcome(tuple(facts), (React(), Answer(Document.of(body, call.texts.paragraph("settings.undo")))))


# -------------------------------------------------------------------------------------------- showing


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
        details += [texts.t(f"roster.capacity.{person.capacity}")] if person.capacity is not Capacity.MEMBER else []
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
    handle=_handle,
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
    shown=frozenset(),
    examples=(
        Example("visa medlemmar", says="Malin Ros", addressed=True),
        Example("vilka är med i gruppen?", says="Sven-Åke Backe", addressed=True),
        Example("who is in the group?", says="Elin Sand", language="en", addressed=True),
    ),
)
