"""A roll call counts those it names, and asks about the names it cannot place."""

from __future__ import annotations

import pytest

from handlers.attendance.reports import ROLL_CALL
from handlers.command import Call, Sentence, Tell, When
from handlers.reading.parts import split
from meetings.facts import Asked, AttendanceReported, Basis, Fact, UnknownSpeaker
from meetings.group import Person
from meetings.record import Report
from tests.situation import call, record


def called(text: str, of: Call, *lines: str) -> tuple[Fact, ...]:
    following = tuple(Sentence(line, bullet=True) for line in lines)
    claims = ROLL_CALL.read(Sentence(text, first=True, last=True, following=following), of)
    return ROLL_CALL.handle(claims[0].intent, of).facts if claims else ()


def counted(text: str, of: Call, *lines: str) -> list[tuple[str | None, str]]:
    return [(f.person or f.unit, f.status) for f in called(text, of, *lines) if isinstance(f, AttendanceReported)]


def leading() -> Call:
    return call(When.DURING, "Tora Lindmo")


@pytest.mark.parametrize(
    "text",
    [
        "närvarande: Sven-Åke, Malin, Karin Holmsund o jag",
        "Närvarande Sven-Åke, Malin, Karin H och jag",
        "Upprop: Sven Åke, malin, Karin Holmsund, jag",
        "present: Sven-Åke, Malin, Karin Holmsund and me",
    ],
)
def test_everybody_on_the_list_is_present_as_called(text: str) -> None:
    facts = called(text, leading())
    assert [f.person for f in facts if isinstance(f, AttendanceReported)] == ["p2", "p3", "p4", "p1"]
    assert all(f.basis is Basis.CALLED for f in facts if isinstance(f, AttendanceReported))


def test_those_called_absent_are_absent() -> None:
    assert counted("Frånvarande: Malin och Bo Ekdahl", leading()) == [("p3", "absent"), ("p8", "absent")]


def test_an_organisation_called_absent_is_a_unit() -> None:
    assert counted("frånvarande: FK", leading()) == [("Försäkringskassan", "absent")]


def test_the_office_is_called_after_the_others() -> None:
    assert counted("Från kansliet Tora och Olle", leading()) == [("p1", "present"), ("p9", "present")]


def test_a_visitor_named_earlier_is_found() -> None:
    known = record(When.DURING)
    known.people["v1"] = Person(id="v1", name="Ylva Forsell", registered=False)
    assert counted("närvarande: Malin, Ylva", call(When.DURING, "Tora Lindmo", of=known)) == [
        ("p3", "present"),
        ("v1", "present"),
    ]


def test_an_unknown_name_is_asked_of_the_one_who_leads_and_the_others_are_counted() -> None:
    facts = called("närvarande: Malin, Stefan Berglund", call(When.DURING, "Malin Ros"))
    assert [f.kind for f in facts] == ["attendance_reported", "unknown_speaker", "asked"]
    assert [f.name for f in facts if isinstance(f, UnknownSpeaker)] == ["Stefan Berglund"]
    assert [f.to for f in facts if isinstance(f, Asked)] == ["p1"]


def test_a_name_that_fits_two_is_asked_about_and_the_others_are_counted() -> None:
    facts = called("närvarande: Malin, Elin, Bo Ekdahl", leading())
    assert [f.person for f in facts if isinstance(f, AttendanceReported)] == ["p3", "p8"]
    (asked,) = (f for f in facts if isinstance(f, Asked))
    assert [option.label for option in asked.options] == ["Elin Sand", "Elin Strand"]
    assert asked.options[0].text == "närvarande: Malin, Elin Sand, Bo Ekdahl"


def test_two_names_that_fit_several_are_asked_about_one_at_a_time() -> None:
    facts = called("närvarande: Malin, Elin, Karin", leading())
    assert [f.kind for f in facts] == ["attendance_reported", "asked"]


def test_modes_hours_and_substitutes_stand_in_the_list() -> None:
    facts = called("närvarande: Malin (digitalt), Bo Ekdahl/ersätter Karin Holmsund, Sven-Åke från 13.30", leading())
    reports = [f for f in facts if isinstance(f, AttendanceReported)]
    assert reports[0].mode == "digital"
    assert (reports[1].person, reports[1].status) == ("p4", "absent")
    assert (reports[2].person, reports[2].substitutes_for) == ("p8", "p4")
    assert reports[3].from_ is not None
    assert reports[3].from_.minute == 30


def test_a_list_on_the_lines_below_is_read() -> None:
    assert counted("Närvarande:", leading(), "Malin", "Bo Ekdahl") == [("p3", "present"), ("p8", "present")]


def test_all_but_one_are_present() -> None:
    told = dict(counted("närvarande: alla utom Malin", leading()))
    assert told["p3"] == "absent"
    assert told["p2"] == "present"
    assert "p1" not in told
    assert "p9" not in told


@pytest.mark.parametrize(
    "text",
    [
        "närvaro: 80 %",
        "Närvarande lärare fick frågan",
        "deltagare: se bilaga",
        "förhinder är vanligt",
        "Från kommunen kommer statistik",
    ],
)
def test_what_is_no_list_of_names_is_no_roll_call(text: str) -> None:
    assert called(text, leading()) == ()


def test_the_one_who_leads_is_told_privately() -> None:
    of = call(When.DURING, "Malin Ros")
    claims = ROLL_CALL.read(Sentence("närvarande: Stefan Berglund och Malin"), of)
    replies = ROLL_CALL.handle(claims[0].intent, of).replies
    assert [reply.to for reply in replies if isinstance(reply, Tell)] == ["p1"]


@pytest.mark.parametrize(
    "text",
    [
        "Närvarande är Sven-Åke, Malin R, Karin Holmsund",
        "Med idag: Sven-Åke, Malin, Karin Holmsund",
        "Vi är: Sven-Åke, Malin och Karin Holmsund",
        "Med på mötet är Sven-Åke, Malin och Karin Holmsund",
        "Deltar gör Sven-Åke, Malin och Karin Holmsund",
        "närv: Sven-Åke, Malin, Karin Holmsund",
        "Här idag är Sven-Åke, Malin och Karin Holmsund",
        "Närvarande: Sven-Åke Backe kommunen, Malin Ros AF, Karin Holmsund FK",
        "Present today are Sven-Åke, Malin and Karin Holmsund",
    ],
)
def test_a_roll_call_begins_in_many_ways(text: str) -> None:
    assert counted(text, leading()) == [("p2", "present"), ("p3", "present"), ("p4", "present")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ej närvarande: Malin", [("p3", "absent")]),
        ("Saknas: Malin, Bo", [("p3", "absent"), ("p8", "absent")]),
        ("upprop: Malin (ja), Bo (nej)", [("p3", "present"), ("p8", "absent")]),
    ],
)
def test_those_said_to_be_missing_are_absent(text: str, expected: list[tuple[str | None, str]]) -> None:
    assert counted(text, leading()) == expected


def test_everybody_is_here_but_those_who_are_excepted_or_known_to_be_away() -> None:
    known = record(When.DURING)
    known.meetings["m1"].attendance["p4"] = Report("p4", None, "absent", Basis.SELF, reported_by="p4")
    found = counted("Alla är här utom Bo", call(When.DURING, "Tora Lindmo", of=known))
    assert ("p8", "absent") in found
    assert ("p3", "present") in found
    assert all(person != "p4" for person, _ in found)


@pytest.mark.parametrize(
    "text",
    [
        "Saknas underlag från regionen",
        "Deltagare i projektet är nöjda",
        "Här behövs mer tid",
        "Med anledning av Bo Ekdahl flyttar vi frågan",
        "Vi är överens om planen",
    ],
)
def test_a_sentence_that_only_begins_like_a_list_is_none(text: str) -> None:
    assert counted(text, leading()) == []


def test_a_name_ending_in_its_initial_ends_the_sentence_before_the_next_name() -> None:
    first, second = split(("Närvarande är Sven-Åke, Malin R. Karin Holmsund är med på länk",))
    assert first.text == "Närvarande är Sven-Åke, Malin R."
    assert second.text == "Karin Holmsund är med på länk"


@pytest.mark.parametrize("how", ["länk", "Teams", "på länk", "distans", "digitalt"])
def test_what_stands_in_brackets_after_a_name_tells_how_she_takes_part(how: str) -> None:
    facts = called(f"närvarande: Sven-Åke, Malin ({how})", leading())
    assert [f.mode for f in facts if isinstance(f, AttendanceReported)] == [None, "digital"]
