"""Who convenes, until when, and what falls due about it."""

from __future__ import annotations

from datetime import date, datetime, time

import pytest

from meetings.convenership import endings, takeovers, those_who_convene
from meetings.due import Matter, due, to_come
from meetings.group import Convener, GroupSettings, Person
from meetings.record import Record
from tests.situation import ZONE

UNTIL = date(2027, 6, 30)
FK = Convener(kind="organisation", name="Försäkringskassan", until=UNTIL)
NEXT = Convener(kind="organisation", name="Nordviks kommun", from_=date(2027, 7, 1))


def record(convener: Convener = FK, **settings: object) -> Record:
    group = GroupSettings.model_validate({"name": "Mysam Nordvik", "channel": "#n", "convener": convener, **settings})
    return Record(settings=group)


@pytest.mark.parametrize(
    ("until", "day"),
    [
        pytest.param(date(2027, 6, 30), date(2027, 5, 31), id="a Monday"),
        pytest.param(date(2027, 8, 29), date(2027, 7, 30), id="a Friday"),
        pytest.param(date(2027, 8, 30), date(2027, 7, 30), id="from a Saturday to the Friday before"),
        pytest.param(date(2027, 8, 31), date(2027, 7, 30), id="from a Sunday to the Friday before"),
    ],
)
def test_a_month_before_it_ends_on_a_working_morning_those_who_convene_are_reminded(until: date, day: date) -> None:
    ((at, _),) = endings(record(FK.model_copy(update={"until": until})).group)
    assert at == datetime.combine(day, time(8), tzinfo=ZONE)


def test_the_quiet_hours_are_kept() -> None:
    ((at, _),) = endings(record(quiet_until=time(9)).group)
    assert at.astimezone(ZONE).time() == time(9)


def test_it_falls_due_once() -> None:
    made = record()
    noon = datetime(2027, 5, 31, 12, tzinfo=ZONE)
    (post,) = due(made, noon)
    assert post.matter is Matter.CONVENERSHIP_ENDS
    made.reminded[post.key] = ()
    assert not due(made, noon)


def test_a_convenership_without_an_end_falls_never_due() -> None:
    assert not to_come(record(Convener(kind="person", name="Tora Lindmo")))


def test_the_next_one_takes_over_on_its_day() -> None:
    both = FK.model_copy(update={"next": NEXT})
    ((at, _),) = takeovers(record(both).group)
    assert at == datetime(2027, 7, 1, tzinfo=ZONE)
    assert both.on(date(2027, 6, 30)).name == "Försäkringskassan"
    assert both.on(date(2027, 7, 1)).name == "Nordviks kommun"


def test_the_contact_is_told_else_all_of_the_organisation_who_write_here() -> None:
    made = record()
    for number, (name, account) in enumerate((("Sten Ask", "a"), ("Ulla Falk", "b"), ("Bo Ek", None))):
        person = Person(id=f"p{number}", name=name, organisation="Försäkringskassan", account=account)
        made.people[person.id] = person
    assert [person.name for person in those_who_convene(FK, made)] == ["Sten Ask", "Ulla Falk"]
    contact = FK.model_copy(update={"contact": "Ulla Falk"})
    assert [person.name for person in those_who_convene(contact, made)] == ["Ulla Falk"]
