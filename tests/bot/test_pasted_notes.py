"""Notes pasted afterwards become the record of a meeting, as if they had been written during it."""

from __future__ import annotations

import pytest

from tests.bot.scenarios import ENGLISH, Played, one_message, played

FOLDER = "2026-09-15-mysam-nordvik"

NOTES = """
här är anteckningarna från mötet 15 september:
Tid: 13.05-14.20
Plats: Biblioteket
Närvarande: Sven-Åke Backe, Malin Ros
Frånvarande: Göran Holm

1. Välkommen
Tora hälsade alla välkomna.
2. Föregående minnesanteckningar
3. Ungdomsprojektet
- 14 deltagare har börjat
  - 6 av dem i studier
- Malin tar fram statistik till nästa möte
4. Nya lokaler
Tre steg:
1. hyra ut den gamla
2. flytta i maj
3. inviga
Beslut: att säga upp hyresavtalet
5. Sommarjobb
- 40 ungdomar fick plats
6. Övrigt

Vid pennan: Tora Lindmo
"""
PASTED = f"m01 | 2026-09-16 09:00 | DM | Tora Lindmo | {one_message(NOTES)}\n"


@pytest.fixture(scope="module")
def pasted() -> Played:
    """Play notes pasted the day after their meeting."""
    return played(PASTED)


def test_the_meeting_has_been_held_with_the_hours_and_place_that_the_notes_tell(pasted: Played) -> None:
    minutes = pasted.minutes(FOLDER)
    assert (minutes["start"], minutes["end"], minutes["place"]) == ("13:05", "14:20", "Biblioteket")
    assert minutes["status"] == "draft"


def test_the_roll_call_in_the_notes_counts(pasted: Played) -> None:
    rows = {row["name"]: row["status"] for row in pasted.minutes(FOLDER)["attendance"]}
    assert rows == {"Sven-Åke Backe": "present", "Malin Ros": "present", "Göran Holm": "absent"}


def test_a_heading_that_is_not_on_the_agenda_becomes_an_item_where_it_stood(pasted: Played) -> None:
    titles = pasted.titles(FOLDER)
    assert titles[2:5] == ["Ungdomsprojektet", "Nya lokaler", "Sommarjobb"]
    assert pasted.notes(FOLDER, "Sommarjobb") == ["40 ungdomar fick plats"]


def test_bullets_keep_their_levels(pasted: Played) -> None:
    under = pasted.item(FOLDER, "Ungdomsprojektet")["paragraphs"]
    assert [(one["text"], one["level"]) for one in under[:2]] == [
        ("14 deltagare har börjat", 0),
        ("6 av dem i studier", 1),
    ]


def test_a_numbered_list_inside_an_item_makes_no_items(pasted: Played) -> None:
    under = pasted.item(FOLDER, "Nya lokaler")["paragraphs"]
    assert [one["text"] for one in under if one["style"] == "numbered"] == [
        "hyra ut den gamla",
        "flytta i maj",
        "inviga",
    ]


def test_decisions_and_tasks_in_the_notes_are_understood(pasted: Played) -> None:
    (decision,) = pasted.item(FOLDER, "Nya lokaler")["decisions"]
    assert decision["clauses"] == ["att säga upp hyresavtalet"]
    (action,) = pasted.minutes(FOLDER)["actions"]
    assert (action["owner"]["name"], action["item"]) == ("Malin Ros", "3")


def test_who_wrote_and_what_frames_the_notes_is_not_in_them(pasted: Played) -> None:
    everything = [text for title in pasted.titles(FOLDER) for text in pasted.notes(FOLDER, title)]
    assert not any(word in text for text in everything for word in ("Vid pennan", "Tid:", "Plats:", "anteckningarna"))


def test_the_one_who_pasted_is_shown_the_draft(pasted: Played) -> None:
    (told,) = pasted.said("Tora Lindmo", "m01")[1:]
    assert told.startswith("Anteckningarna från mötet tis 15 september är införda.")
    assert "40 ungdomar fick plats" in told


def test_nothing_of_it_is_said_in_the_channel(pasted: Played) -> None:
    assert [row for row in pasted.rows() if row["where"] == "#nordvik"] == []


def test_notes_can_be_sent_in_several_messages() -> None:
    first = "Närvarande: Göran Holm, Malin Ros\nVälkommen\nTrisam:\n- nytt team startar i januari"
    second = "- de söker en ledare\nÖvrigt\nnycklarna finns i receptionen"
    done = played(
        f"""
m01 | 2026-09-16 09:00 | DM | Tora Lindmo | klistra in
m02 | 2026-09-16 09:01 | DM | Tora Lindmo | {one_message(first)}
m03 | 2026-09-16 09:02 | DM | Tora Lindmo | {one_message(second)}
m04 | 2026-09-16 09:03 | DM | Tora Lindmo | Mötet slutade 14.40\\nklart
m05 | 2026-09-16 09:05 | DM | Tora Lindmo | publicera
"""
    )
    assert done.notes(FOLDER, "Trisam") == ["nytt team startar i januari", "de söker en ledare"]
    assert done.notes(FOLDER, "Övrigt") == ["nycklarna finns i receptionen"]
    assert done.minutes(FOLDER)["end"] == "14:40"
    assert done.minutes(FOLDER)["status"] == "published"


def test_a_meeting_that_nobody_had_booked_is_made_of_its_notes() -> None:
    notes = """
here are the notes from the meeting 1 October:
Time: 9-10
Present: Malin Ros
1. Survey
- 40 answers
2. Any other business
the keys are at the desk
"""
    done = played(f"m01 | 2026-11-11 09:00 | DM | Tora Lindmo | {one_message(notes)}", ENGLISH)
    folder = "2026-10-01-northbay-steering-group"
    assert done.folders == [folder]
    assert (done.minutes(folder)["start"], done.minutes(folder)["end"]) == ("09:00", "10:00")
    assert done.notes(folder, "Survey") == ["40 answers"]
    assert done.notes(folder, "Any other business") == ["the keys are at the desk"]


def test_notes_from_somebody_who_does_not_lead_make_no_meeting() -> None:
    done = played(PASTED.replace("Tora Lindmo |", "Malin Ros |", 1))
    assert done.folders == []


def test_notes_of_a_published_meeting_are_refused() -> None:
    again = PASTED.replace("m01 | 2026-09-16 09:00", "m03 | 2026-09-16 10:00")
    done = played(PASTED + "m02 | 2026-09-16 09:30 | DM | Tora Lindmo | publicera\n" + again.strip())
    assert done.said("Tora Lindmo", "m03") == ["Anteckningarna är redan publicerade."]
    assert done.minutes(FOLDER)["revision"] == 1


def test_pasted_notes_of_an_older_meeting_are_the_draft_at_hand() -> None:
    notes = "här är anteckningarna från mötet 1 september:\nNärvarande: Malin Ros\n1. Enkäten\n- 40 svar har kommit"
    done = played(
        f"""
m01 | 2026-09-15 13:00 | #nordvik | Tora Lindmo | @mötesbot starta mötet
m02 | 2026-09-15 13:05 | #nordvik | Malin Ros | Trisam: två team är igång i kommunen
m03 | 2026-09-15 15:00 | #nordvik | Tora Lindmo | @mötesbot avsluta mötet
m04 | 2026-09-16 09:00 | DM | Tora Lindmo | {one_message(notes)}
m05 | 2026-09-16 09:05 | DM | Tora Lindmo | publicera
"""
    )
    assert done.minutes("2026-09-01-mysam-nordvik")["status"] == "published"
    assert done.minutes(FOLDER)["status"] == "draft"
