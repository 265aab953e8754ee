"""The state of a group on paper: what is coming, what is still open, and what has been written."""

import json
from datetime import UTC, date, datetime, time
from typing import Any

from documents.group_state import Filed, render
from meetings.facts import (
    ActionAgreed,
    ActionChanged,
    Due,
    DueKind,
    Fact,
    GroupFounded,
    ItemProposed,
    MeetingCancelled,
    MeetingEnded,
    MeetingPlanned,
    MeetingStarted,
    Owner,
    OwnerKind,
    PersonRegistered,
    QuestionClosed,
    QuestionRaised,
    Said,
    Source,
)
from meetings.group import Capacity, Convener, GroupSettings, Person, StandingItem
from meetings.ledger import Ledger
from meetings.minutes import Minutes
from meetings.record import Record

NOW = datetime(2026, 3, 10, 12, 0, tzinfo=UTC)

SETTINGS = GroupSettings(
    name="Mysam Ängsö",
    channel="#angso",
    convener=Convener(
        kind="organisation", name="Ängsö kommun", until=date(2026, 6, 30), next=Convener(kind="person", name="Bo Rask")
    ),
    standing=(StandingItem(title="Välkommen"), StandingItem(title="Övrigt", place="tail")),
    meetings_per_year=4,
)
PEOPLE = (
    Person(id="p1", name="Bo Rask", role="Chef", organisation="Ängsö kommun", account="Bo Rask"),
    Person(id="p2", name="Ia Holm", role="Chef", organisation="Försäkringskassan", coordinator=True),
    Person(id="p3", name="Siv Gäst", organisation="Förbundet", capacity=Capacity.GUEST),
    Person(id="p4", name="Per Vikar", organisation="Annan ort", registered=False),
)


def base(number: int, meeting: str | None = None, hour: int = 8) -> dict[str, Any]:
    said = Said(source=Source.FILE, at=datetime(2026, 3, 1, hour, 0, number, tzinfo=UTC), by="p1")
    return {"id": f"f{number}", "said": said, "meeting": meeting}


def planned(number: int, target: str, day: date, start: time | None = time(9), **more: Any) -> MeetingPlanned:
    return MeetingPlanned(**base(number), target=target, date=day, start=start, **more)


def record_of(*facts: Fact) -> Record:
    people = [PersonRegistered(**base(number), person=person) for number, person in enumerate(PEOPLE, 1)]
    return Ledger([GroupFounded(**base(0), settings=SETTINGS), *people, *facts]).record


def group_of(*facts: Fact, filed: tuple[Filed, ...] = ()) -> dict[str, Any]:
    state = json.loads(render([(record_of(*facts), filed)], NOW))
    assert state["format"] == "group/1"
    (group,) = state["groups"]
    assert isinstance(group, dict)
    return group


def titles(group: dict[str, Any]) -> list[list[str]]:
    return [[item["title"] for item in meeting["items"]] for meeting in group["meetings"]]


def test_a_group_is_told_as_it_was_set_up() -> None:
    group = group_of()
    assert (group["name"], group["slug"], group["channel"]) == ("Mysam Ängsö", "mysam-angso", "#angso")
    assert (group["document"], group["style"], group["language"]) == ("minnesanteckningar", "bullets", "sv")
    assert group["standing"] == [{"title": "Välkommen", "place": "head"}, {"title": "Övrigt", "place": "tail"}]
    assert group["rhythm"] == {"per_year": 4}


def test_the_convener_is_told_with_the_one_who_comes_after() -> None:
    convener = group_of()["convener"]
    assert (convener["kind"], convener["name"], convener["until"]) == ("organisation", "Ängsö kommun", "2026-06-30")
    assert (convener["next"]["kind"], convener["next"]["name"], convener["next"]["next"]) == ("person", "Bo Rask", None)


def test_registered_people_are_members_and_visitors_are_not() -> None:
    group = group_of()
    assert [person["name"] for person in group["members"]] == ["Bo Rask", "Ia Holm", "Siv Gäst"]
    assert group["members"][1] == {
        "name": "Ia Holm",
        "role": "Chef",
        "organisation": "Försäkringskassan",
        "capacity": "member",
        "account": False,
        "coordinator": True,
    }
    assert group["parties"] == ["Ängsö kommun", "Försäkringskassan"]


def test_upcoming_meetings_come_soonest_first_with_what_became_of_them() -> None:
    group = group_of(
        planned(10, "late", date(2026, 6, 8), end=time(10), place="Teams", preliminary=True),
        planned(11, "soon", date(2026, 3, 10), start=None),
        planned(12, "off", date(2026, 5, 11)),
        planned(13, "past", date(2026, 3, 9)),
        MeetingCancelled(**base(14), target="off"),
    )
    assert [(meeting["date"], meeting["status"]) for meeting in group["meetings"]] == [
        ("2026-03-10", "planned"),
        ("2026-05-11", "cancelled"),
        ("2026-06-08", "preliminary"),
    ]
    last = group["meetings"][-1]
    assert (last["start"], last["end"], last["place"], last["kind"], last["title"]) == (
        "09:00",
        "10:00",
        "Teams",
        "ordinary",
        None,
    )
    assert group["meetings"][0]["start"] is None


def test_the_items_of_a_meeting_are_told_without_the_standing_ones() -> None:
    owner = Owner(kind=OwnerKind.PERSON, name="Bosse", person="p1")
    group = group_of(
        planned(10, "m1", date(2026, 4, 1)),
        ItemProposed(**base(11), item="i1", title="Lokaler", owner=owner, for_meeting="m1", origin="2026-01-15"),
        ItemProposed(**base(12), item="i2", title="Budget"),
    )
    assert group["meetings"][0]["items"] == [
        {"title": "Lokaler", "owner": "Bo Rask", "from": "2026-01-15"},
        {"title": "Budget", "owner": None, "from": None},
    ]
    assert group["backlog"] == []


def test_items_wait_in_the_backlog_while_no_meeting_is_booked() -> None:
    group = group_of(ItemProposed(**base(11), item="i1", title="Lokaler"))
    assert group["backlog"] == [{"title": "Lokaler", "owner": None, "from": None}]


def test_items_of_a_meeting_that_never_was_held_are_not_lost() -> None:
    group = group_of(
        planned(10, "m1", date(2026, 3, 2)), ItemProposed(**base(11), item="i1", title="Lokaler", for_meeting="m1")
    )
    assert [item["title"] for item in group["backlog"]] == ["Lokaler"]


def test_an_item_that_a_meeting_did_not_reach_tells_where_it_comes_from() -> None:
    facts: list[Fact] = [
        planned(10, "m1", date(2026, 3, 2)),
        ItemProposed(**base(11), item="i1", title="Lokaler", for_meeting="m1"),
        MeetingStarted(**base(12, "m1")),
        MeetingEnded(**base(13, "m1")),
    ]
    left = {"title": "Lokaler", "owner": None, "from": "2026-03-02"}
    assert group_of(*facts)["backlog"] == [left]
    booked = group_of(*facts, planned(14, "m2", date(2026, 4, 2)))
    assert (booked["meetings"][0]["items"], booked["backlog"]) == ([left], [])


def test_open_actions_and_questions_are_told_and_settled_ones_are_not() -> None:
    due = Due(kind=DueKind.DAY, text="15 april", date=date(2026, 4, 15))
    boss = Owner(kind=OwnerKind.PERSON, person="p2")
    somebody = Owner(kind=OwnerKind.UNKNOWN)
    group = group_of(
        planned(10, "m1", date(2026, 3, 2)),
        MeetingStarted(**base(11, "m1")),
        ActionAgreed(**base(12, "m1"), action="a1", item="m1:s1", text="Boka lokal", owner=boss, due=due),
        ActionAgreed(**base(13, "m1"), action="a2", text="Ringa", owner=somebody),
        ActionAgreed(**base(14, "m1"), action="a3", text="Kanske", owner=somebody, proposed=True),
        ActionChanged(**base(15, "m1"), action="a2", status="done"),
        QuestionRaised(**base(16, "m1"), question="q1", item="m1:s0", text="Vem tar över?"),
        QuestionRaised(**base(17, "m1"), question="q2", text="Vilken dag?"),
        QuestionClosed(**base(18, "m1"), question="q2"),
    )
    assert group["actions"] == [
        {
            "id": "1",
            "text": "Boka lokal",
            "owner": {"kind": "person", "name": "Ia Holm"},
            "due": {"kind": "day", "text": "15 april", "date": "2026-04-15"},
            "status": "open",
            "item": "2",
        }
    ]
    assert group["questions"] == [{"text": "Vem tar över?", "item": "1", "owner": None}]


def test_filed_minutes_are_told_by_their_folder() -> None:
    minutes = Minutes(
        group="Mysam Ängsö", title="Minnesanteckningar", date=date(2026, 3, 2), status="published", revision=1
    )
    group = group_of(filed=(Filed("2026-03-02-mysam-angso", minutes),))
    assert group["minutes"] == [
        {"folder": "2026-03-02-mysam-angso", "date": "2026-03-02", "status": "published", "revision": 1}
    ]


def test_the_reminders_that_are_to_come_are_told_with_day_and_to_whom() -> None:
    reminders = group_of()["reminders"]
    assert reminders
    assert all(one["at"] >= NOW.date().isoformat() and one["to"] and one["text"] for one in reminders)
    assert [one["at"] for one in reminders] == sorted(one["at"] for one in reminders)


def test_several_groups_stand_side_by_side_and_the_bytes_are_the_same_each_time() -> None:
    groups = [(record_of(), ()), (record_of(), ())]
    assert len(json.loads(render(groups, NOW))["groups"]) == 2
    assert render(groups, NOW) == render(groups, NOW)
    assert json.loads(render([], NOW)) == {"format": "group/1", "groups": []}
