"""How meetings begin and end when people forget, err, go on, work past midnight or meet twice on one day."""

from __future__ import annotations

import pytest

from tests.bot.scenarios import SWEDISH, Played, played

FOLDER = "2026-09-15-mysam-nordvik"

FORGOTTEN_START = """
m01 | 2026-09-15 12:20 | #nordvik | Malin Ros | bussen är sen, hoppas hinna
m02 | 2026-09-15 13:01 | #nordvik | Tora Lindmo | närvarande: Sven-Åke, Malin
m03 | 2026-09-15 13:05 | #nordvik | Sven-Åke Backe | Trisam: två team är igång i kommunen
m04 | 2026-09-15 13:08 | #nordvik | Malin Ros | AF får en ny chef i oktober
m05 | 2026-09-15 13:09 | #nordvik | Tora Lindmo | Övrigt: nycklarna finns i receptionen
"""


def test_a_roll_call_at_the_booked_time_makes_the_bot_ask_once_whether_to_open() -> None:
    done = played(FORGOTTEN_START)
    asked = [row for row in done.rows() if "Ska jag öppna det från 13.00?" in row["text"]]
    assert [(row["to"], row["reply_to"]) for row in asked] == [("Tora Lindmo", "m02")]
    assert done.folders == []


def test_what_was_written_since_the_booked_start_is_in_the_notes_once_she_says_yes() -> None:
    done = played(FORGOTTEN_START + "m06 | 2026-09-15 13:10 | DM | Tora Lindmo | ja\n")
    assert done.notes(FOLDER, "Trisam") == ["två team är igång i kommunen", "AF får en ny chef i oktober"]
    assert done.notes(FOLDER, "Övrigt") == ["nycklarna finns i receptionen"]
    assert done.present(FOLDER) == ["Sven-Åke Backe", "Malin Ros"]
    assert done.minutes(FOLDER)["start"] == "13:00"


def test_it_is_in_the_notes_too_when_she_opens_the_meeting_afterwards_herself() -> None:
    start = "m06 | 2026-09-15 13:10 | #nordvik | Tora Lindmo | @mötesbot starta mötet nu i efterhand 13.00\n"
    done = played(FORGOTTEN_START + start)
    assert done.notes(FOLDER, "Trisam") == ["två team är igång i kommunen", "AF får en ny chef i oktober"]
    assert not any("bussen" in text for title in done.titles(FOLDER) for text in done.notes(FOLDER, title))


def test_nothing_is_asked_when_people_talk_before_the_booked_time() -> None:
    done = played("m01 | 2026-09-15 11:00 | #nordvik | Tora Lindmo | Trisam: två team är igång i kommunen")
    assert not any("Ska jag öppna" in row["text"] for row in done.rows())


FORGOTTEN_END = """
m01 | 2026-09-15 13:00 | #nordvik | Tora Lindmo | @mötesbot starta mötet
m02 | 2026-09-15 13:05 | #nordvik | Sven-Åke Backe | Trisam: två team är igång i kommunen
m03 | 2026-09-15 15:20 | #nordvik | Malin Ros | Övrigt: AF får en ny chef i oktober
m04 | 2026-09-15 15:50 | #nordvik | Malin Ros | skrivaren på plan två är trasig igen, den äter papper
"""


@pytest.fixture(scope="module")
def unended() -> Played:
    """Play a meeting that nobody ends."""
    return played(FORGOTTEN_END + "m05 | 2026-09-16 08:00 | - | - | [klocka]\n")


def test_at_its_booked_end_the_one_who_leads_is_asked_once_and_alone(unended: Played) -> None:
    asked = [row for row in unended.rows() if "Är det slut?" in row["text"]]
    assert [(row["at"], row["to"], row["kind"]) for row in asked] == [("2026-09-15T15:00:00", "Tora Lindmo", "private")]


def test_half_an_hour_later_talk_is_no_longer_taken_down(unended: Played) -> None:
    assert unended.notes(FOLDER, "Övrigt") == ["AF får en ny chef i oktober"]


@pytest.mark.parametrize(
    ("answer", "end"),
    [
        pytest.param("ja", "15:00", id="yes"),
        pytest.param("slut", "15:00", id="over"),
        pytest.param("avsluta mötet", "15:00", id="the command"),
        pytest.param("ja, slutade 14.20", "14:20", id="yes, with another hour"),
        pytest.param("mötet slutade 15.10", "15:10", id="the hour alone"),
    ],
)
def test_the_end_is_the_booked_one_unless_another_is_told(answer: str, end: str) -> None:
    done = played(FORGOTTEN_END + f"m05 | 2026-09-16 09:00 | DM | Tora Lindmo | {answer}\n")
    assert done.minutes(FOLDER)["end"] == end
    assert any("Utkastet är klart" in text for text in done.said("Tora Lindmo", "m05"))


def test_a_meeting_that_goes_on_is_taken_down_and_not_asked_about_again() -> None:
    done = played(
        """
m01 | 2026-09-15 13:00 | #nordvik | Tora Lindmo | @mötesbot starta mötet
m02 | 2026-09-15 15:02 | DM | Tora Lindmo | nej
m03 | 2026-09-15 15:50 | #nordvik | Malin Ros | Övrigt: AF får en ny chef i oktober
m04 | 2026-09-15 16:05 | #nordvik | Tora Lindmo | @mötesbot avsluta mötet, det slutade 16.00
"""
    )
    assert done.notes(FOLDER, "Övrigt") == ["AF får en ny chef i oktober"]
    assert done.minutes(FOLDER)["end"] == "16:00"
    assert sum("Är det slut?" in row["text"] for row in done.rows()) == 1


def test_a_meeting_can_be_told_of_afterwards_with_both_its_hours() -> None:
    done = played("m01 | 2026-09-15 16:00 | DM | Tora Lindmo | vi började kl 13.05 och slutade 14.20")
    assert (done.minutes(FOLDER)["start"], done.minutes(FOLDER)["end"]) == ("13:05", "14:20")


def test_its_hours_can_be_set_right_in_the_draft() -> None:
    done = played(
        """
m01 | 2026-09-15 13:00 | #nordvik | Tora Lindmo | @mötesbot starta mötet
m02 | 2026-09-15 13:05 | #nordvik | Malin Ros | Trisam: två team är igång i kommunen
m03 | 2026-09-15 15:00 | #nordvik | Tora Lindmo | @mötesbot avsluta mötet
m04 | 2026-09-15 15:30 | DM | Tora Lindmo | mötet började 13.10 och slutade 14.50
"""
    )
    assert (done.minutes(FOLDER)["start"], done.minutes(FOLDER)["end"]) == ("13:10", "14:50")
    assert done.said("Tora Lindmo", "m04") == ["Nu står mötet tis 15 september som 13.10–14.50."]


def test_a_meeting_that_is_opened_again_goes_on_in_the_same_minutes() -> None:
    done = played(
        """
m01 | 2026-09-15 13:00 | #nordvik | Tora Lindmo | @mötesbot starta mötet
m02 | 2026-09-15 13:05 | #nordvik | Malin Ros | Trisam: två team är igång i kommunen
m03 | 2026-09-15 13:40 | #nordvik | Tora Lindmo | då avslutar vi där, tack alla
m04 | 2026-09-15 13:43 | #nordvik | Tora Lindmo | @mötesbot öppna mötet igen
m05 | 2026-09-15 13:45 | #nordvik | Malin Ros | Övrigt: AF får en ny chef i oktober
m06 | 2026-09-15 13:50 | #nordvik | Tora Lindmo | @mötesbot avsluta mötet
"""
    )
    assert done.folders == [FOLDER]
    assert done.notes(FOLDER, "Övrigt") == ["AF får en ny chef i oktober"]


@pytest.mark.parametrize(
    "undone",
    [
        pytest.param("oj fel dag, stoppa mötet", id="in words"),
        pytest.param("@mötesbot ångra starten", id="undo the start"),
        pytest.param("@mötesbot ångra", id="undo"),
        pytest.param("@mötesbot avsluta mötet", id="ended at once with nothing in it"),
    ],
)
def test_a_start_by_mistake_leaves_nothing(undone: str) -> None:
    done = played(
        f"""
m01 | 2026-09-14 13:00 | #nordvik | Tora Lindmo | @mötesbot starta mötet
m02 | 2026-09-14 13:02 | #nordvik | Tora Lindmo | {undone}
m03 | 2026-09-15 13:00 | #nordvik | Tora Lindmo | @mötesbot starta mötet
m04 | 2026-09-15 13:05 | #nordvik | Malin Ros | Ungdomsprojektet: 14 har börjat sedan i maj
m05 | 2026-09-15 15:00 | #nordvik | Tora Lindmo | @mötesbot avsluta mötet
"""
    )
    assert done.folders == [FOLDER]
    assert done.titles(FOLDER)[2:4] == ["Ungdomsprojektet", "Nya lokaler"]


def test_what_was_taken_down_in_a_meeting_opened_by_mistake_goes_with_it() -> None:
    done = played(
        """
m01 | 2026-09-15 12:30 | #nordvik | Tora Lindmo | @mötesbot starta mötet
m02 | 2026-09-15 12:31 | #nordvik | Malin Ros | lunchmenyn på plan två är fisk med potatis
m03 | 2026-09-15 12:33 | #nordvik | Tora Lindmo | oj, startade av misstag, stoppa mötet
m04 | 2026-09-15 13:00 | #nordvik | Tora Lindmo | @mötesbot starta mötet
m05 | 2026-09-15 13:05 | #nordvik | Malin Ros | Trisam: två team är igång i kommunen
m06 | 2026-09-15 14:00 | #nordvik | Tora Lindmo | @mötesbot avsluta mötet
"""
    )
    assert done.notes(FOLDER, "Välkommen") == []
    assert done.notes(FOLDER, "Trisam") == ["två team är igång i kommunen"]


def test_two_meetings_on_one_day_keep_their_own() -> None:
    done = played(
        """
m01 | 2026-09-15 13:00 | #nordvik | Tora Lindmo | @mötesbot starta mötet
m02 | 2026-09-15 13:05 | #nordvik | Malin Ros | Trisam: två team är igång i kommunen
m03 | 2026-09-15 15:00 | #nordvik | Tora Lindmo | @mötesbot avsluta mötet
m04 | 2026-09-15 16:00 | #nordvik | Tora Lindmo | @mötesbot starta mötet
m05 | 2026-09-15 16:05 | #nordvik | Malin Ros | Trisam: tolkarna är bokade till oktober
m06 | 2026-09-15 16:30 | #nordvik | Tora Lindmo | @mötesbot avsluta mötet
"""
    )
    assert done.folders == [FOLDER, f"{FOLDER}-2"]
    assert done.notes(FOLDER, "Trisam") == ["två team är igång i kommunen"]
    assert done.notes(f"{FOLDER}-2", "Trisam") == ["tolkarna är bokade till oktober"]


def test_a_meeting_past_midnight_stays_the_meeting_of_the_day_it_began() -> None:
    late = SWEDISH.replace(
        '"2026-09-15", start = "13:00", end = "15:00"', '"2026-09-15", start = "22:00", end = "00:30"'
    )
    done = played(
        """
m01 | 2026-09-15 22:00 | #nordvik | Tora Lindmo | @mötesbot starta mötet
m02 | 2026-09-15 23:50 | #nordvik | Malin Ros | Trisam: larmet gick strax före midnatt
m03 | 2026-09-16 00:10 | #nordvik | Malin Ros | larmet är nu återställt av vaktbolaget
m04 | 2026-09-16 00:20 | #nordvik | Tora Lindmo | @mötesbot avsluta mötet
""",
        late,
    )
    assert done.folders == [FOLDER]
    assert done.notes(FOLDER, "Trisam") == ["larmet gick strax före midnatt", "larmet är nu återställt av vaktbolaget"]
    assert (done.minutes(FOLDER)["start"], done.minutes(FOLDER)["end"]) == ("22:00", "00:30")
