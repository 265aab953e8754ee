"""Formal words, idioms, dialect and notes in nouns tell of attendance too; what only sounds like them does not."""

from __future__ import annotations

from datetime import time

import pytest

from handlers.command import When
from tests.handlers.attendance_told import only, reports
from tests.situation import call


@pytest.mark.parametrize(
    "text",
    [
        "Jag hörsammar kallelsen den 15 september",
        "Undertecknad accepterar inbjudan",
        "Tack för påminnelsen, jag infinner mig på tisdag",
        "ja ä dä på tisdan",
        "skriv opp mej för tisdan",
        "jag är där när ni drar igång på tisdag",
        "thanks for the invitation, I accept",
        "put my name down for Tuesday",
    ],
)
def test_formal_and_spoken_promises_are_heard(text: str) -> None:
    assert only(text, call()).status == "present"


@pytest.mark.parametrize(
    "text",
    [
        "tisdag krockar tyvärr för mig",
        "det skär sig med annat för min del på tisdag",
        "ni får hålla skutan flytande utan mig på tisdag",
        "jag kommer inte loss på tisdag",
        "ja hinner int över på tisda",
        "får inte ihop det på tisdag",
        "Undertecknad har laga förfall den 15 september",
        "Jag ser mig nödsakad att utebli den 15 september",
        "I can't get away on Tuesday",
        "you'll have to hold the fort without me on Tuesday",
    ],
)
def test_idioms_of_staying_away_are_heard(text: str) -> None:
    assert only(text, call()).status == "absent"


@pytest.mark.parametrize(
    ("text", "since"),
    [
        ("smyger in 13.30 på tisdag", time(13, 30)),
        ("I'm busy until 13.30 on Tuesday so I'll pop in then", time(13, 30)),
        ("jag kommer 13.15 på tisdag, eller nä 13.40 blir det", time(13, 40)),
    ],
)
def test_when_somebody_slips_in_is_kept(text: str, since: time) -> None:
    assert only(text, call()).from_ == since


@pytest.mark.parametrize(
    "text", ["letar p-plats, kommer strax", "parkerar nu är inne om 5", "blir 5 min till innan jag är framme"]
)
def test_one_who_is_nearly_there_comes_late_to_an_open_meeting(text: str) -> None:
    assert only(text, call(When.DURING)).from_ is not None or "strax" in text


@pytest.mark.parametrize("text", ["ändra mig till digital", "gör om mig till digitalt", "Switch me to digital please"])
def test_how_one_takes_part_can_be_changed(text: str) -> None:
    assert only(text, call(addressed=True)).mode == "digital"


@pytest.mark.parametrize(
    "text", ["jag kör skärm på tisdag", "tar tisdagens möte på teams", "jag ä med på datorn hemifrån på tisdag"]
)
def test_who_sits_at_a_screen_takes_part_digitally(text: str) -> None:
    assert only(text, call()).mode == "digital"


@pytest.mark.parametrize(
    "text",
    [
        "accepterar ni nya medlemmar?",
        "Jag accepterar läget",
        "såsen skar sig",
        "krockar tisdag för någon?",
        "utan mig hade det inte blivit nåt",
        "hinner inte över med papperen till kansliet",
        "smyger in en fråga här",
        "datorn hemma är trasig",
        "letar parkeringsregler för kommunen",
        "ersättare till kaffemaskinen kommer på tisdag",
        "vikarie för kuratorn saknas än",
        "tåget är framme om fem minuter",
        "ändra mig om jag har fel",
    ],
)
@pytest.mark.parametrize("when", [When.BEFORE, When.DURING])
def test_what_only_sounds_like_attendance_is_left(text: str, when: When) -> None:
    assert reports(text, call(when)) == []


@pytest.mark.parametrize(
    "text",
    [
        "Elin Sand (ers. för Malin Ros)",
        "Elin Sand, vik. för Malin Ros",
        "idag har vi Elin Sand som ersättare för Malin Ros",
        "i Malin Ros frånvaro deltar Elin Sand",
        "Elin Sand tjänstgör för Malin Ros",
        "Elin Sand (standing in for Malin Ros)",
    ],
)
def test_who_stands_in_is_heard_from_a_note_in_nouns(text: str) -> None:
    told = [(one.person, one.substitutes_for) for one in reports(text, call(When.DURING))]
    assert ("p6", "p3") in told


@pytest.mark.parametrize("text", ["ersättare för mig den 15:e: Elin Sand", "Covering for me on the 15th: Elin Sand"])
def test_who_comes_in_ones_own_place_is_heard_under_a_head(text: str) -> None:
    told = [(one.person, one.substitutes_for) for one in reports(text, call())]
    assert ("p6", "p3") in told


def test_the_writer_stands_in_her_own_list() -> None:
    found = reports("På plats i salen: Elin Sand, Carin Delin samt undertecknad", call(When.DURING))
    assert {one.person for one in found} == {"p6", "p5", "p3"}


def test_an_organisation_is_there_with_those_it_sent() -> None:
    found = reports("Regionen är här med Elin Sand och Carin Delin", call(When.DURING))
    assert {one.person for one in found} == {"p6", "p5"}
