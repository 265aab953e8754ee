"""What settings, standing items and the register's changes do to the record."""

from __future__ import annotations

from meetings import facts as f
from meetings.group import Person, StandingItem
from meetings.record import Item, Phase, Record

GroupFact = (
    f.GroupFounded
    | f.SettingsChanged
    | f.StandingItemAdded
    | f.StandingItemRemoved
    | f.PersonRegistered
    | f.PersonRemoved
    | f.PersonErased
    | f.Introduced
    | f.Reminded
    | f.RemindersMuted
)


def evolve_group(record: Record, fact: GroupFact) -> None:
    """Fold a fact about the group itself."""
    match fact:
        case f.GroupFounded():
            record.settings = fact.settings
            record.founded_at = fact.said.at
        case f.SettingsChanged():
            _change_settings(record, fact)
        case f.StandingItemAdded():
            _set_standing(record, _with(record.group.standing, fact))
        case f.StandingItemRemoved():
            _set_standing(record, tuple(item for item in record.group.standing if item.title != fact.title))
        case f.PersonRegistered():
            record.people[fact.person.id] = fact.person
        case f.PersonRemoved():
            _remove_person(record, fact.person)
        case f.PersonErased():
            _erase_person(record, fact)
        case f.Introduced():
            record.introduced = True
        case f.Reminded():
            record.reminded[fact.key] = fact.to
        case f.RemindersMuted():
            _mute(record, fact)


def _mute(record: Record, fact: f.RemindersMuted) -> None:
    before = record.muted.get(fact.person, frozenset())
    named = frozenset(fact.matters or ("all",))
    if not fact.again:
        record.muted[fact.person] = before | named
    elif fact.matters:
        record.muted[fact.person] = before - named
    else:
        record.muted.pop(fact.person, None)


def _change_settings(record: Record, fact: f.SettingsChanged) -> None:
    named = fact.changed or tuple(type(fact.settings).model_fields)
    changes = {name: getattr(fact.settings, name) for name in named if name != "standing"}
    record.settings = record.group.model_copy(update=changes)
    if "first_paragraph" in changes:
        for meeting in record.meetings.values():
            meeting.next_paragraph = meeting.next_paragraph and changes["first_paragraph"]
    if "standing" in named:
        _set_standing(record, fact.settings.standing)


def _with(standing: tuple[StandingItem, ...], fact: f.StandingItemAdded) -> tuple[StandingItem, ...]:
    items = [item for item in standing if item.title != fact.title]
    place = next((n for n, item in enumerate(items) if item.title == fact.before), None)
    if place is None:
        in_head = [n for n, item in enumerate(items) if item.place == "head"]
        place = (in_head[-1] + 1 if in_head else 0) if fact.place == "head" else len(items)
    items.insert(place, StandingItem(title=fact.title, place=fact.place))
    return tuple(items)


def _set_standing(record: Record, standing: tuple[StandingItem, ...]) -> None:
    """Change what always stands on the agenda, also of the meetings that are booked but not held."""
    record.settings = record.group.model_copy(update={"standing": standing})
    for meeting in record.meetings.values():
        if meeting.phase is Phase.PLANNED:
            _lay_again(record, meeting.id)


def _lay_again(record: Record, meeting: str) -> None:
    """Lay a meeting's standing items anew; those that stay keep their ids, since others may refer to them."""
    mine = [item for item in record.items.values() if item.standing and item.for_meeting == meeting]
    for item in mine:
        del record.items[item.id]
    numbers = [int(item.id.rpartition(":s")[2]) for item in mine]
    number = max(numbers, default=-1)
    for standing in record.group.standing:
        kept = next((item for item in mine if item.title == standing.title), None)
        if kept is None:
            number += 1
            kept = Item(id=f"{meeting}:s{number}", title=standing.title, for_meeting=meeting)
        kept.standing = standing.place
        record.items[kept.id] = kept


def _remove_person(record: Record, id: str) -> None:
    """Take somebody off the register; who she is stays known to what she has said and done."""
    person = record.people.get(id)
    if person is not None:
        record.people[id] = person.model_copy(update={"registered": False, "coordinator": False})


def _erase_person(record: Record, fact: f.PersonErased) -> None:
    """Leave of somebody what the group's minutes need: that somebody from this organisation was there."""
    person = record.people.get(fact.person)
    if person is not None:
        record.people[fact.person] = Person(
            id=person.id,
            name=fact.called,
            organisation=person.organisation,
            capacity=person.capacity,
            registered=False,
        )
