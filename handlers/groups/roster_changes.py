"""What a change of a group's register brings about: facts, and words that tell what was understood."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from handlers.command import Answer, Call, Outcome, React
from handlers.groups.roster_reading import Listed
from handlers.reading.permissions import may_speak_for
from meetings.document import Document, bullets
from meetings.errors import NotAllowed, NotUnderstood
from meetings.facts import Fact, GroupFounded, PersonRegistered, PersonRemoved, SettingsChanged, Source
from meetings.group import Capacity, Person
from meetings.words import squash


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


RosterChange = AddPeople | SetCapacity | Leave | Coordinate


def change_roster(intent: RosterChange, call: Call) -> Outcome:
    """Change the register, for those who may, and say what was understood."""
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
        details.append(call.texts.t(f"roster.as_{person.capacity}"))
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
