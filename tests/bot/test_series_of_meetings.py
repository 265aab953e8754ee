"""Meetings in a row: what one leaves, the next finds."""

from __future__ import annotations

import pytest

from tests.bot.scenarios import ENGLISH, Played, played

FIRST, SECOND, THIRD = (f"{day}-mysam-nordvik" for day in ("2026-09-15", "2026-11-10", "2027-01-19"))

THREE = r"""
m01 | 2026-09-15 13:00 | #nordvik | Tora Lindmo | @mötesbot starta mötet
m02 | 2026-09-15 13:10 | #nordvik | Sven-Åke Backe | Ungdomsprojektet: 14 deltagare har börjat sedan i maj
m03 | 2026-09-15 13:12 | #nordvik | Tora Lindmo | uppgift: Malin tar fram statistik om deltagande till nästa möte
m04 | 2026-09-15 13:13 | #nordvik | Tora Lindmo | uppgift: Göran bjuder in psykiatrin senast 1 december
m05 | 2026-09-15 13:14 | #nordvik | Tora Lindmo | öppen fråga: vem betalar tolken efter nyår?
m06 | 2026-09-15 14:00 | #nordvik | Tora Lindmo | @mötesbot avsluta mötet
m07 | 2026-09-15 14:10 | DM | Tora Lindmo | publicera
m08 | 2026-11-02 09:00 | #nordvik | Göran Holm | punkt: Nya regler för ersättning
m09 | 2026-11-03 09:00 | DM | Tora Lindmo | visa dagordningen
m10 | 2026-11-10 13:00 | #nordvik | Tora Lindmo | @mötesbot starta mötet
m11 | 2026-11-10 13:03 | #nordvik | Malin Ros | klart: statistiken om deltagande är framtagen
m12 | 2026-11-10 13:04 | #nordvik | Tora Lindmo | svar på frågan om vem som betalar tolken: regionen betalar
m13 | 2026-11-10 13:10 | #nordvik | Tora Lindmo | Nya lokaler: kontraktet är påskrivet
m14 | 2026-11-10 13:15 | #nordvik | Tora Lindmo | Nya regler för ersättning bordläggs
m15 | 2026-11-10 13:50 | #nordvik | Tora Lindmo | @mötesbot avsluta mötet
m16 | 2026-11-10 14:10 | DM | Tora Lindmo | publicera
m17 | 2027-01-18 09:00 | DM | Tora Lindmo | visa dagordningen
m18 | 2027-01-19 13:00 | #nordvik | Tora Lindmo | @mötesbot starta mötet
m19 | 2027-01-19 13:01 | #nordvik | Tora Lindmo | flytta uppgiften bjuda in psykiatrin till 1 mars
m20 | 2027-01-19 13:05 | #nordvik | Tora Lindmo | Nya regler för ersättning:\n- gäller från mars
m21 | 2027-01-19 14:00 | #nordvik | Tora Lindmo | @mötesbot avsluta mötet
m22 | 2027-01-19 14:10 | DM | Tora Lindmo | öppna uppgifter
"""


@pytest.fixture(scope="module")
def three() -> Played:
    """Play three meetings in a row."""
    return played(THREE)


def test_an_item_that_was_not_reached_is_put_off_in_the_minutes_of_its_meeting(three: Played) -> None:
    assert three.item(FIRST, "Nya lokaler")["state"] == "postponed"


def test_an_item_that_was_not_reached_comes_first_among_the_added_ones_next_time(three: Played) -> None:
    assert three.titles(SECOND) == [
        "Välkommen",
        "Föregående minnesanteckningar",
        "Nya lokaler",
        "Nya regler för ersättning",
        "Trisam",
        "Övrigt",
    ]
    assert three.notes(SECOND, "Nya lokaler") == ["kontraktet är påskrivet"]


def test_an_item_that_was_reached_does_not_come_back(three: Played) -> None:
    assert "Ungdomsprojektet" not in three.titles(SECOND)
    assert "Nya lokaler" not in three.titles(THIRD)


def test_an_item_put_off_at_the_second_meeting_is_taken_up_at_the_third(three: Played) -> None:
    assert three.item(SECOND, "Nya regler för ersättning")["state"] == "postponed"
    assert three.notes(THIRD, "Nya regler för ersättning") == ["gäller från mars"]


def test_the_agenda_shows_what_the_previous_meeting_left_to_follow_up(three: Played) -> None:
    (agenda,) = three.said("Tora Lindmo", "m09")
    previous = agenda.split("Föregående minnesanteckningar")[1].split("Nya lokaler")[0]
    assert "ta fram statistik om deltagande – Malin Ros" in previous
    assert "vem betalar tolken efter nyår?" in previous


def test_what_is_settled_is_no_longer_on_the_agenda(three: Played) -> None:
    (agenda,) = three.said("Tora Lindmo", "m17")
    assert "statistik" not in agenda
    assert "tolken" not in agenda
    assert "bjuda in psykiatrin" in agenda


def test_a_task_that_was_followed_up_stands_with_its_new_state_under_the_previous_minutes(three: Played) -> None:
    minutes = three.minutes(SECOND)
    (action,) = minutes["actions"]
    assert (action["status"], action["item"]) == ("done", "2")
    assert three.item(SECOND, "Föregående minnesanteckningar")["actions"] == [action["id"]]


def test_a_task_that_was_moved_has_its_new_date_in_the_meeting_that_moved_it(three: Played) -> None:
    (action,) = three.minutes(THIRD)["actions"]
    assert (action["status"], action["due"]["date"]) == ("moved", "2027-03-01")


def test_a_published_document_keeps_the_state_that_tasks_had_then(three: Played) -> None:
    assert {action["status"] for action in three.minutes(FIRST)["actions"]} == {"open"}


def test_open_tasks_of_all_meetings_are_listed(three: Played) -> None:
    (listed,) = three.said("Tora Lindmo", "m22")
    assert "bjuda in psykiatrin" in listed
    assert "statistik" not in listed


def test_an_english_group_carries_over_in_english() -> None:
    done = played(
        r"""
m01 | 2026-09-15 13:00 | #northbay | Tora Lindmo | @meetingbot start the meeting
m02 | 2026-09-15 13:05 | #northbay | Malin Ros | Youth project: 14 people have started since May
m03 | 2026-09-15 13:08 | #northbay | Tora Lindmo | task: Malin Ros sends the figures by next meeting
m04 | 2026-09-15 13:09 | #northbay | Tora Lindmo | open question: who pays the interpreter?
m05 | 2026-09-15 14:00 | #northbay | Tora Lindmo | meeting adjourned
m06 | 2026-09-15 14:10 | DM | Tora Lindmo | publish
m07 | 2026-11-09 09:00 | DM | Tora Lindmo | show the agenda
m08 | 2026-11-10 13:00 | #northbay | Tora Lindmo | let's get started
m09 | 2026-11-10 13:02 | #northbay | Malin Ros | done: the figures are sent
m10 | 2026-11-10 14:00 | #northbay | Tora Lindmo | meeting adjourned
""",
        ENGLISH,
    )
    (agenda,) = done.said("Tora Lindmo", "m07")
    assert "Task: send the figures – Malin Ros" in agenda
    assert "Open question: who pays the interpreter?" in agenda
    assert done.titles("2026-11-10-northbay-steering-group")[2] == "New premises"
    assert done.minutes("2026-11-10-northbay-steering-group")["actions"][0]["status"] == "done"


def test_an_item_waits_for_the_next_meeting_and_no_later_one() -> None:
    done = played(
        """
m01 | 2026-09-15 13:00 | #nordvik | Tora Lindmo | @mötesbot starta mötet
m02 | 2026-09-15 13:10 | #nordvik | Sven-Åke Backe | Ungdomsprojektet: 14 deltagare har börjat sedan i maj
m03 | 2026-09-15 14:00 | #nordvik | Tora Lindmo | @mötesbot avsluta mötet
"""
    )
    november, january = done.group["meetings"]
    assert november["items"] == [{"title": "Nya lokaler", "owner": None, "from": "2026-09-15"}]
    assert january["items"] == []


def test_an_extra_meeting_takes_what_waits() -> None:
    done = played(
        """
m01 | 2026-09-15 13:00 | #nordvik | Tora Lindmo | @mötesbot starta mötet
m02 | 2026-09-15 13:10 | #nordvik | Sven-Åke Backe | Ungdomsprojektet: 14 deltagare har börjat sedan i maj
m03 | 2026-09-15 14:00 | #nordvik | Tora Lindmo | @mötesbot avsluta mötet
m04 | 2026-09-15 15:30 | #nordvik | Tora Lindmo | extra möte på fredag kl 9-10
m05 | 2026-09-18 09:00 | #nordvik | Tora Lindmo | @mötesbot starta mötet
m06 | 2026-09-18 09:05 | #nordvik | Malin Ros | Nya lokaler: kontraktet är uppsagt
m07 | 2026-09-18 09:40 | #nordvik | Tora Lindmo | @mötesbot avsluta mötet
"""
    )
    assert done.notes("2026-09-18-mysam-nordvik", "Nya lokaler") == ["kontraktet är uppsagt"]
    assert [meeting["items"] for meeting in done.group["meetings"]] == [[], []]


@pytest.mark.parametrize(
    ("said", "day"),
    [
        pytest.param("övriga frågor flyttas till 19/1", "2027-01-19", id="to a named meeting"),
        pytest.param("resterande punkter tar vi nästa gång", "2026-11-10", id="to the next"),
    ],
)
def test_all_that_is_left_can_be_put_off_in_one_go(said: str, day: str) -> None:
    done = played(
        f"""
m01 | 2026-09-15 13:00 | #nordvik | Tora Lindmo | @mötesbot starta mötet
m02 | 2026-09-15 13:04 | #nordvik | Malin Ros | Trisam: två team är igång i kommunen
m03 | 2026-09-15 13:05 | #nordvik | Tora Lindmo | {said}
m04 | 2026-09-15 13:30 | #nordvik | Tora Lindmo | @mötesbot avsluta mötet
"""
    )
    titles = {meeting["date"]: [item["title"] for item in meeting["items"]] for meeting in done.group["meetings"]}
    assert titles.pop(day) == ["Ungdomsprojektet", "Nya lokaler"]
    assert set(map(tuple, titles.values())) == {()}
    assert done.item(FIRST, "Nya lokaler")["state"] == "postponed"
    assert done.titles(FIRST)[-1] == "Övrigt"


def test_an_item_that_is_said_to_come_up_next_time_is_put_off_and_not_doubled() -> None:
    done = played(
        """
m01 | 2026-09-15 13:00 | #nordvik | Tora Lindmo | @mötesbot starta mötet
m02 | 2026-09-15 13:05 | #nordvik | Tora Lindmo | Nya lokaler tas upp nästa gång
m03 | 2026-09-15 13:10 | #nordvik | Malin Ros | Ungdomsprojektet: 14 deltagare har börjat sedan i maj
m04 | 2026-09-15 13:30 | #nordvik | Tora Lindmo | @mötesbot avsluta mötet
"""
    )
    november = done.group["meetings"][0]
    assert november["items"] == [{"title": "Nya lokaler", "owner": None, "from": "2026-09-15"}]
    assert done.item(FIRST, "Nya lokaler")["state"] == "postponed"
