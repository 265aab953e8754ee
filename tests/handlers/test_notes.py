"""What is said in an open meeting becomes notes: each speaker's own, without the talk that only keeps it going."""

from __future__ import annotations

import pytest

from handlers.command import When
from handlers.reading.chatter import is_chatter
from handlers.reading.notes import noted, notes_among
from handlers.reading.parts import split
from meetings.facts import BlockStyle, Noted
from tests.situation import call


def notes(text: str, by: str = "Tora Lindmo") -> list[Noted]:
    of = call(When.DURING, by)
    facts = noted(notes_among(split(text.split("\n")), of), of)
    return [fact for fact in facts if isinstance(fact, Noted)]


def words(note: Noted) -> list[str]:
    return [block.text for block in note.blocks]


def test_each_line_that_names_a_speaker_is_that_speakers_note() -> None:
    found = notes("AF: uppdraget förlängs\nFK: väntetiden är fyra veckor\nSven-Åke: huset säljs i maj")
    assert [(note.organisation, note.by) for note in found] == [
        ("Arbetsförmedlingen", None),
        ("Försäkringskassan", None),
        (None, "p2"),
    ]
    assert words(found[1]) == ["väntetiden är fyra veckor"]


def test_bullets_below_a_party_are_the_partys() -> None:
    (note,) = notes("FK:\n- två nya handläggare\n- öppet hus i mars", by="Karin Holmsund")
    assert note.organisation == "Försäkringskassan"
    assert words(note) == ["två nya handläggare", "öppet hus i mars"]


@pytest.mark.parametrize(
    ("text", "by"),
    [
        ("Malin (AF): jobbmässan är fulltecknad", "p3"),
        ("Malin berättar: jobbmässan är fulltecknad", "p3"),
        ("AF/Malin: jobbmässan är fulltecknad", "p3"),
        ("Malin Ros från AF: jobbmässan är fulltecknad", "p3"),
    ],
)
def test_a_speaker_is_known_by_what_stands_beside_the_name(text: str, by: str) -> None:
    (note,) = notes(text)
    assert note.by == by
    assert words(note) == ["jobbmässan är fulltecknad"]


def test_a_heading_with_a_colon_is_no_speaker() -> None:
    (note,) = notes("Positivt: fler anmälda än i fjol\nNegativt: lokalen är för liten")
    assert (note.by, note.organisation, note.name) == ("p1", None, None)


def test_a_link_below_a_note_is_kept_as_written() -> None:
    (note,) = notes("Medlen går att söka till mars.\nhttps://medel.example/sok?id=3&x=1", by="Malin Ros")
    assert words(note)[1] == "https://medel.example/sok?id=3&x=1"


def test_a_link_alone_is_no_note() -> None:
    assert notes("https://medel.example/sok", by="Malin Ros") == []


def test_a_pasted_table_keeps_its_cells() -> None:
    (note,) = notes("| Post | 2026 |\n|------|------|\n| Hyra | 62 |", by="Malin Ros")
    assert words(note) == ["Post | 2026", "Hyra | 62"]


def test_numbers_and_levels_are_kept() -> None:
    (note,) = notes("1. enkäten är ute\n2. svaren kommer i maj\n- lokaler\n  - källaren")
    assert [(block.style, block.level) for block in note.blocks] == [
        (BlockStyle.NUMBERED, 0),
        (BlockStyle.NUMBERED, 0),
        (BlockStyle.BULLET, 0),
        (BlockStyle.BULLET, 1),
    ]


@pytest.mark.parametrize("text", ["inget övrigt", "Inga övriga frågor", "det fanns inget under övrigt"])
def test_nothing_more_stands_under_other_matters(text: str) -> None:
    of = call(When.DURING, "Tora Lindmo")
    (note,) = notes(text)
    assert note.item is not None
    assert of.record.items[note.item].title == "Övrigt"


@pytest.mark.parametrize(
    "text",
    [
        "aha ok, bra då vet jag",
        "låter bra!",
        "jag är med på det",
        "ni hörs dåligt härifrån",
        "det ekar hos mig",
        "your mic is off, mic is muted",
        "my screen just froze",
        "då går vi vidare",
        "Bra, då fortsätter vi",
        "ordet är ditt",
        "Malin, varsågod",
        "Då lämnar jag över till Sven-Åke",
        "då var vi klara med den punkten",
        "Bensträckare 10 min",
        "då är vi tillbaka",
        "moving on",
        "kan inte öppna länken till underlaget",
        "sonen har vaknat, strax tillbaka",
        "det är halt ute, kör försiktigt hem",
        "vad bra att ni har löst det",
    ],
)
def test_talk_that_only_keeps_the_meeting_going_is_left_out(text: str) -> None:
    assert is_chatter(text)
    assert is_chatter(text, lead=True)


@pytest.mark.parametrize(
    "text",
    [
        "13-25 år",
        "väntetiden är längre än någonsin :(",
        "vi går vidare med ansökan i februari",
        "då är vi klara med upphandlingen av fordon",
        "kvartalsvis räcker gott för redovisningen",
        "jag funderar på om vi inte borde se över bemanningen i sommar",
        "the quay line stays as drawn",
    ],
)
def test_what_has_content_of_its_own_is_kept(text: str) -> None:
    assert not is_chatter(text)
