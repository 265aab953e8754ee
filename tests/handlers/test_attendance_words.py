"""People tell of coming, staying away, lateness, leaving and standing in in all manner of words; other talk is left."""

from __future__ import annotations

from datetime import time

import pytest

from handlers.command import When
from tests.handlers.attendance_told import only, reports
from tests.situation import call

LEAD = "Tora Lindmo"


@pytest.mark.parametrize(
    "text",
    [
        "Härmed bekräftar jag min närvaro den 15 september",
        "jomen klart jag kommer på tisdag",
        "jag kan visst på tisdag",
        "nej förresten, jag kan vara med på tisdag trots allt",
        "jag tackar ja till tisdag",
        "tar mig dit på tisdag",
        "I'll definitely be there on Tuesday",
        "I'm planning to attend on the 15th",
        "confirming my attendance for Tuesday",
        "put me down for Tuesday please",
    ],
)
def test_one_who_promises_in_other_words_is_present(text: str) -> None:
    assert only(text, call()).status == "present"


@pytest.mark.parametrize(
    "text",
    [
        "tisdag är omöjligt för mig",
        "Jag uteblir från mötet den 15 september",
        "jag passar på tisdag",
        "måste backa ur på tisdag",
        "stryk mig från mötet på tisdag",
        "notera mig som frånvarande på tisdag",
        "jag är upptagen av annat den 15 september",
        "jag kommer tyvärr inte iväg på tisdag",
        "Jag är förhindrad att delta den 15 september",
        "I have to bail on Tuesday",
        "Tuesday doesn't work for me",
        "regrettably I must decline the meeting on Tuesday",
        "Please accept my apologies for Tuesday",
    ],
)
def test_one_who_declines_in_other_words_is_absent(text: str) -> None:
    assert only(text, call()).status == "absent"


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("FK kan inte skicka någon på tisdag", "Försäkringskassan"),
        ("Försäkringskassan har ingen som kan komma på tisdag", "Försäkringskassan"),
        ("kommunen är inte med på tisdag", "Nordviks kommun"),
        ("vi från Arbetsförmedlingen kan inte skicka nån på tisdag", "Arbetsförmedlingen"),
        ("nobody from the region can attend on Tuesday", "Region Nordvik"),
    ],
)
def test_an_organisation_that_sends_nobody_is_absent(text: str, unit: str) -> None:
    report = only(text, call())
    assert (report.status, report.unit) == ("absent", unit)


@pytest.mark.parametrize(
    ("text", "since"),
    [
        ("är i ett annat möte till 13.30 på tisdag, kommer direkt efter det", time(13, 30)),
        ("kommer nån kvart efter utsatt tid på tis", time(13, 15)),
        ("missar de första 20 minuterna på tisdag", time(13, 20)),
        ("jag kommer 13.15 på tisdag, nej förlåt 13.30", time(13, 30)),
        ("kan inte vara där förrän 13.45 på tisdag", time(13, 45)),
        ("I'll be there by 13:20 on Tuesday", time(13, 20)),
    ],
)
def test_one_who_comes_late_is_there_from_the_hour_she_means(text: str, since: time) -> None:
    assert only(text, call()).from_ == since


@pytest.mark.parametrize(
    ("text", "until"),
    [
        ("jag försvinner halv tre", time(14, 30)),
        ("har ett hårt stopp kl 14.15", time(14, 15)),
        ("I've got a hard stop at quarter past two", time(14, 15)),
        ("jag blir kvar till 14.40", time(14, 40)),
        ("Malin Ros avvek 14.05", time(14, 5)),
        ("14.05 gick Malin Ros", time(14, 5)),
        ("jag går 14, nej 14.15", time(14, 15)),
    ],
)
def test_one_who_leaves_is_there_until_the_hour_she_means(text: str, until: time) -> None:
    assert only(text, call(When.DURING)).until == until


@pytest.mark.parametrize(
    "text",
    [
        "Karin Holmsund går för min räkning på tisdag",
        "Karin Holmsund representerar mig på tisdag",
        "tis funkar ej för mig men väl för Karin Holmsund, hon tar min plats",
        "på tisdag ersätts jag av Karin Holmsund",
        "min ersättare på tisdag är Karin Holmsund",
        "My substitute on Tuesday is Karin Holmsund",
        "Karin Holmsund has agreed to stand in for me on Tuesday",
        "Karin Holmsund will be there on my behalf on Tuesday",
    ],
)
def test_who_stands_in_for_the_writer_is_told_in_many_ways(text: str) -> None:
    found = {report.person: report for report in reports(text, call())}
    assert (found["p3"].status, found["p4"].status) == ("absent", "present")
    assert found["p4"].substitutes_for == "p3"


@pytest.mark.parametrize(
    "text",
    [
        "jag kan gå in för Karin Holmsund på tisdag",
        "jag går i Karin Holmsunds ställe på tisdag",
        "jag är där för Karin Holmsunds räkning på tisdag",
        "I can step in for Karin Holmsund on Tuesday",
    ],
)
def test_the_writer_stands_in_for_somebody(text: str) -> None:
    found = {report.person: report for report in reports(text, call())}
    assert found["p3"].substitutes_for == "p4"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Dessa sitter i rummet: Karin Holmsund, Bo Ekdahl", {"p4": None, "p8": None}),
        ("Runt bordet har vi Karin Holmsund och Bo Ekdahl", {"p4": None, "p8": None}),
        ("Via Teams deltar Karin Holmsund och Bo Ekdahl", {"p4": "digital", "p8": "digital"}),
        ("In the room: Karin Holmsund. Online: Bo Ekdahl", {"p4": None, "p8": "digital"}),
        ("Länk: Bo Ekdahl", {"p8": "digital"}),
    ],
)
def test_a_list_under_any_words_of_where_they_are_is_a_roll_call(text: str, expected: dict[str, str | None]) -> None:
    found = reports(text, call(When.DURING, by=LEAD))
    assert {report.person for report in found} == set(expected)
    assert all(report.status == "present" for report in found)
    assert all(report.mode == "digital" for report in found if expected[report.person or ""] == "digital")


def test_the_last_word_in_a_sentence_counts() -> None:
    assert only("kan inte vara där på tisdag men jag är med på länk", call()).mode == "digital"


@pytest.mark.parametrize(
    "text",
    [
        "kan nån gå in för mig på tisdag",
        "jag letar efter en ersättare till tisdag",
        "ni är välkomna på tisdag",
        "du kan gå 14 om du vill",
        "jag sitter i möte till 14, ring sen",
        "jag kommer med ett förslag om detta",
        "rapporten kommer på tisdag",
        "den rapporten kommer jag inte hinna med",
        "FK kan inte lämna ut uppgifterna",
        "AF kan inte skicka beslutet digitalt",
        "ingen från FK har svarat på mejlet",
        "Bo Ekdahl ersätter Karin Holmsund i arbetsgruppen",
        "Karin Holmsund går i pension i höst",
        "anmäl förhinder till Karin Holmsund",
        "frånvaro ska anmälas i tid",
        "På väg: ny mall för samtycke",
        "vi går och äter 12 på tisdag",
        "jag tar bussen på tisdag",
        "I'm late with the report",
        "you are all welcome on Tuesday",
        "the report will be there on Tuesday",
    ],
)
def test_talk_of_other_things_is_no_attendance(text: str) -> None:
    assert reports(text, call()) == []


@pytest.mark.parametrize(
    "text",
    [
        "ljudet går och kommer",
        "den är jag med på",
        "vi måste gå vidare med ansökan",
        "vi stannar där",
        "deltagarna är med i tre månader",
        "jag måste gå igenom siffrorna",
        "det är kört för projektet",
        "ungdomarna hoppar av efter en termin",
    ],
)
def test_what_is_said_in_the_meeting_of_other_things_is_no_attendance(text: str) -> None:
    assert reports(text, call(When.DURING)) == []
