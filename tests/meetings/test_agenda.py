"""The agenda stands in the order people wished for, and the words they use for an item find it."""

from __future__ import annotations

from datetime import date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.command import When
from meetings.agenda import Entry, agenda, find_items
from meetings.group import GroupSettings, StandingItem
from meetings.item_lead import read_lead
from meetings.record import Item, Meeting, Passage, Phase, Record
from tests.situation import ZONE, record

TITLES = (
    "Välkommen",
    "Dagordning",
    "Föregående minnesanteckningar",
    "Projekt Unga Vägar",
    "Den nya hyreslagen",
    "Trisam",
    "Samordningsförbund informerar",
    "Open Data",
    "Övrigt",
)
BOARD = (
    "Godkännande av dagordning",
    "Genomgång av protokoll från föregående möte",
    "Ekonomisk rapport per 2026-06-30",
    'Ansökan från Sunnans folkhögskola "LYS"',
    'Ansökan från Kustservice "Pro-aktiv"',
    "lokalt SAM-projekt",
    "Informationsärenden",
    "Övriga frågor",
)


def entries(titles: tuple[str, ...] = TITLES, first: int | None = None) -> tuple[Entry, ...]:
    numbers = [str(n) if first is None else f"§ {first + n - 1}" for n in range(1, len(titles) + 1)]
    return tuple(Entry(n, Item(id=f"t{n}", title=title)) for n, title in zip(numbers, titles, strict=True))


def titles_of(known: Record, meeting: str = "m1") -> list[str]:
    return [entry.item.title for entry in agenda(known, meeting)]


def add(known: Record, title: str, **how: object) -> Item:
    item = Item(id=title.casefold(), title=title, **{"for_meeting": "m1", **how})  # type: ignore[arg-type]
    known.items[item.id] = item
    return item


# ------------------------------------------------------------------------------------------------ the order


def test_standing_items_stand_around_those_that_people_add() -> None:
    assert [(e.number, e.item.title) for e in agenda(record(), "m1")] == [
        ("1", "Välkommen"),
        ("2", "Dagordning"),
        ("3", "Föregående minnesanteckningar"),
        ("4", "Ungdomsprojektet"),
        ("5", "Nya lokaler"),
        ("6", "Trisam"),
        ("7", "Samordningsförbundet informerar"),
        ("8", "Övrigt"),
    ]


@pytest.mark.parametrize(
    ("wish", "place"),
    [
        pytest.param({"after": "m1:s3"}, 6, id="after a standing item"),
        pytest.param({"before": "i0"}, 3, id="before an added item"),
        pytest.param({"place": "first"}, 3, id="first among the added"),
        pytest.param({"place": "last"}, 5, id="last among the added"),
        pytest.param({"after": "nothing"}, 5, id="after something that is not there"),
    ],
)
def test_a_wish_about_the_place_is_followed(wish: dict[str, str], place: int) -> None:
    known = record()
    add(known, "Ny punkt", **wish)
    assert titles_of(known).index("Ny punkt") == place


def test_two_items_wished_after_the_same_one_keep_their_order() -> None:
    known = record()
    add(known, "Ett", after="m1:s3")
    add(known, "Två", after="m1:s3")
    assert titles_of(known)[5:8] == ["Trisam", "Ett", "Två"]


def test_wishes_that_go_in_a_circle_lose_no_item() -> None:
    known = record()
    add(known, "Ett", after="två")
    add(known, "Två", after="ett")
    assert sorted(titles_of(known)) == sorted([*titles_of(record()), "Ett", "Två"])


def test_removed_items_are_gone_and_orphaned_ones_kept() -> None:
    known = record()
    known.items["i0"].removed = True
    known.items["i1"].removed = True
    known.items["i1"].orphaned = True
    assert "Ungdomsprojektet" not in titles_of(known)
    assert "Nya lokaler" in titles_of(known)


def test_an_item_without_a_meeting_belongs_to_the_next_one() -> None:
    known = record()
    add(known, "Snart", for_meeting=None)
    assert "Snart" in titles_of(known, "m1")
    assert "Snart" not in titles_of(known, "m2")


def test_what_an_open_meeting_postpones_comes_back_at_the_next() -> None:
    known = record(When.DURING)
    known.items["i1"].state = "postponed"
    add(known, "Nya lokaler igen", for_meeting=None, place="first", origin="2026-09-15")
    assert "Nya lokaler igen" not in titles_of(known, "m1")
    assert titles_of(known, "m2")[3] == "Nya lokaler igen"


def test_what_was_not_reached_comes_first_next_time() -> None:
    known = record(When.AFTER)
    add(known, "Tidigt inskickad", for_meeting="m2")
    assert titles_of(known, "m2")[3:5] == ["Nya lokaler", "Tidigt inskickad"]


def test_what_was_written_under_counts_as_reached() -> None:
    known = record(When.AFTER)
    known.meetings["m1"].passages.append(Passage(id="n1", what="note", item="i1"))
    assert "Nya lokaler" not in titles_of(known, "m2")


def test_paragraphs_run_on_from_the_meetings_held_before() -> None:
    standing = (StandingItem(title="Öppnande"), StandingItem(title="Val av justerare"))
    settings = GroupSettings(name="Styrelsen", channel="#s", first_paragraph=101, standing=standing)
    known = Record(settings=settings)
    for number, day in enumerate((date(2026, 3, 3), date(2026, 6, 3))):
        meeting = Meeting(id=f"b{number}", date=day, start=time(9))
        known.meetings[meeting.id] = meeting
        for place, item in enumerate(standing):
            known.items[f"b{number}:{place}"] = Item(
                id=f"b{number}:{place}", title=item.title, standing="head", for_meeting=meeting.id
            )
    known.meetings["b0"].phase = Phase.PUBLISHED
    known.meetings["b0"].started_at = datetime(2026, 3, 3, 9, tzinfo=ZONE)
    assert [entry.number for entry in agenda(known, "b0")] == ["§ 101", "§ 102"]
    assert [entry.number for entry in agenda(known, "b1")] == ["§ 103", "§ 104"]


def test_a_meeting_nobody_knows_has_no_agenda() -> None:
    assert agenda(record(), "nowhere") == ()
    assert agenda(Record(), "m1") == ()


# ------------------------------------------------------------------------------------------------ finding


@pytest.mark.parametrize(
    ("words", "title"),
    [
        ("4", "Projekt Unga Vägar"),
        ("punkt 4", "Projekt Unga Vägar"),
        ("p4", "Projekt Unga Vägar"),
        ("item 4", "Projekt Unga Vägar"),
        ("tredje punkten", "Föregående minnesanteckningar"),
        ("samordningsförbundets punkt", "Samordningsförbund informerar"),
        ("förra mötets anteckningar", "Föregående minnesanteckningar"),
        ("föreg. minnesanteckningar", "Föregående minnesanteckningar"),
        ("hyreslag", "Den nya hyreslagen"),
        ("HYRESLAGENS", "Den nya hyreslagen"),
        ("unga vägar", "Projekt Unga Vägar"),
        ("övriga frågor", "Övrigt"),
        ("open data", "Open Data"),
        ("agendan", "Dagordning"),
    ],
)
def test_words_find_the_item_they_mean(words: str, title: str) -> None:
    assert [entry.item.title for entry in find_items(words, entries())] == [title]


@pytest.mark.parametrize(
    ("words", "title"),
    [
        ("§ 203", BOARD[2]),
        ("203", BOARD[2]),
        ("ekonomi", BOARD[2]),
        ("LYS", BOARD[3]),
        ("pro-aktiv", BOARD[4]),
        ("sam", BOARD[5]),
    ],
)
def test_items_of_a_protokoll_are_found_by_paragraph_and_by_quoted_name(words: str, title: str) -> None:
    assert [entry.item.title for entry in find_items(words, entries(BOARD, first=201))] == [title]


def test_words_that_fit_several_items_give_them_all() -> None:
    assert len(find_items("ansökan", entries(BOARD))) == 2


@pytest.mark.parametrize("words", ["", "   ", "cykelställ", "99", "och"])
def test_words_that_fit_nothing_give_nothing(words: str) -> None:
    assert find_items(words, entries()) == ()


# -------------------------------------------------------------------------------------------------- leads


@pytest.mark.parametrize(
    ("text", "title", "rest"),
    [
        ("4", "Projekt Unga Vägar", ""),
        ("4\n- första", "Projekt Unga Vägar", "- första"),
        ("p3: godkänns", "Föregående minnesanteckningar", "godkänns"),
        ("punkt 5 vi har börjat", "Den nya hyreslagen", "vi har börjat"),
        ("Trisam: nytt team", "Trisam", "nytt team"),
        ("8 Open data – vi tittar", "Open Data", "vi tittar"),
        ("Punkt 4 Unga vägar", "Projekt Unga Vägar", ""),
        ("övrigt: inget", "Övrigt", "inget"),
        ("föreg. minnesanteckningar - godkänns", "Föregående minnesanteckningar", "godkänns"),
        ("hyreslagen, beslut: vi väntar", "Den nya hyreslagen", "beslut: vi väntar"),
        ("Dagordningen godkänns", "Dagordning", "Dagordningen godkänns"),
        ("Trisam", "Trisam", ""),
        ("HYRESLAGEN", "Den nya hyreslagen", ""),
        ("hyreslagarna: vi väntar", "Den nya hyreslagen", "vi väntar"),
        ("**Trisam**", "Trisam", ""),
        ("*Trisam:* 14 ärenden", "Trisam", "14 ärenden"),
        ("Trisam. Inga ärenden", "Trisam", "Inga ärenden"),
        ("Trisam → inget nytt", "Trisam", "inget nytt"),
        ("trisam inget nytt", "Trisam", "trisam inget nytt"),
        ("ang. hyreslagen: vi väntar", "Den nya hyreslagen", "vi väntar"),
        ("Ang hyreslagen så väntar vi", "Den nya hyreslagen", "Ang hyreslagen så väntar vi"),
        ("Om hyreslagen: vi väntar", "Den nya hyreslagen", "vi väntar"),
        ("tillbaka till unga vägar: två till", "Projekt Unga Vägar", "två till"),
        ("angående 4an: två till", "Projekt Unga Vägar", "två till"),
    ],
)
def test_a_text_that_begins_by_naming_an_item_is_read_so(text: str, title: str, rest: str) -> None:
    lead = read_lead(text, entries())
    assert lead is not None
    assert (lead[0].item.title, text[lead[1] :]) == (title, rest)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Ekonomi: resultat 100 kr", BOARD[2]),
        ("LYS beslut:", BOARD[3]),
        ("info: nya medel", BOARD[6]),
        ("föreg protokoll gicks igenom, beslut: att godkänna", BOARD[1]),
    ],
)
def test_a_part_of_a_long_title_is_enough(text: str, title: str) -> None:
    lead = read_lead(text, entries(BOARD))
    assert lead is not None
    assert lead[0].item.title == title


@pytest.mark.parametrize(
    "text",
    [
        "4 grupper deltog",
        "4. en lista börjar",
        "09.30 börjar vi",
        "12 deltagare skrevs ut",
        "AF: vi har nya lokaler",
        "Beslut: vi provar",
        "Info: ny chef",
        "punkt 4 är viktig",
        "punkt 4 och 5 hör ihop",
        "Trisam är bra",
        "Trisam?",
        "- Trisam",
        "om 4 veckor: stämma av",
        "till 4 - 5 personer",
        "välkommen Malin",
        "Dagordning?",
        "Projekt: vi har flera",
        "Tora: hej",
        "",
    ],
)
def test_a_text_that_names_no_item_is_left_alone(text: str) -> None:
    assert read_lead(text, entries()) is None


@given(st.text(max_size=120))
def test_no_text_breaks_the_reading_of_items(text: str) -> None:
    known = entries()
    find_items(text, known)
    lead = read_lead(text, known)
    assert lead is None or 0 <= lead[1] <= len(text)
