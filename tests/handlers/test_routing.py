"""Among several groups a message is about the one it names, or the one that all else points to."""

from __future__ import annotations

from datetime import date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.reading.routing import Choice, Group, Heard, choose
from meetings.group import Document, GroupSettings, Person
from meetings.record import Item, Meeting, Phase, Record, Trace
from tests.situation import ZONE

AT = datetime(2026, 9, 7, 9, 0, tzinfo=ZONE)
ULLA = Person(id="p1", name="Ulla Falk", organisation="Samordningsförbundet", account="Ulla Falk", coordinator=True)
STEN = Person(id="p2", name="Sten Ask", organisation="Nordviks kommun", account="Sten Ask")


def group(id: str, name: str, *people: Person, day: int, document: Document, title: str | None = None) -> Group:
    record = Record(
        settings=GroupSettings(name=name, channel="#nordvik", document=document, aliases=()),
        people={person.id: person for person in people},
        meetings={"m1": Meeting(id="m1", date=date(2026, 9, day), start=time(13), title=title)},
        items={"i1": Item(id="i1", title=f"Årsredovisning {name}", for_meeting="m1", proposed_by="p1")},
    )
    return Group(id, record, None)


def groups(writer: Person = ULLA, *, open_in: str | None = None) -> list[Group]:
    board = group(
        "board", "Samordningsförbundet Nordvik", ULLA, day=15, document=Document.PROTOKOLL, title="styrelsemöte"
    )
    local = group("local", "Lokala samverkansgruppen", ULLA, STEN, day=22, document=Document.MINNESANTECKNINGAR)
    made = []
    for one in (board, local):
        speaker = one.record.people.get(writer.id)
        if one.id == open_in:
            one.record.meetings["m1"].phase = Phase.OPEN
        made.append(Group(one.id, one.record, speaker))
    return made


def heard(text: str, *, private: bool = False, addressed: bool = False, messages: tuple[str, ...] = ()) -> Heard:
    return Heard(text, "Ulla Falk", "Ulla Falk", AT, private, addressed or private, messages)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("styrelse: lägg till ärende Ekonomi", "board"),
        ("styrelsen: lägg till ärende Ekonomi", "board"),
        ("samverkansgruppen: glöm inte att 22/9 börjar kl 13", "local"),
        ("till LOKALA SAMVERKANSGRUPPEN 22/9: punkt om nycklar", "local"),
        ("Lokala samverkansgruppen: punkt Nycklar", "local"),
        ("ärenden till styrelsen: Ekonomi", "board"),
        ("övrig fråga till styrelsen: ska vi flytta?", "board"),
        ("Kallelse styrelsen 15 sept", "board"),
        ("kan inte komma på samverkansgruppen", "local"),
        ("när går anslaget ut?", "board"),
        ("när kommer minnesanteckningarna?", "local"),
        ("årsredovisning samordningsförbundet nordvik tar nog en timme", "board"),
        ("jag kommer 22/9", "local"),
        ("jag kan inte på tisdag 15 september", "board"),
    ],
)
def test_a_message_is_about_the_group_it_points_to(text: str, meant: str) -> None:
    assert choose(heard(text), groups()).groups == (meant,)


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("styrelse: lägg till ärende Ekonomi", "lägg till ärende Ekonomi"),
        ("Lokala samverkansgruppen: punkt Nycklar", "punkt Nycklar"),
        (
            "till lokala samverkansgruppen 22/9: punkt om nycklar",
            "till lokala samverkansgruppen 22/9: punkt om nycklar",
        ),
        ("publicera lokala samverkansgruppen", "publicera"),
        ("visa utkast för styrelsen", "visa utkast"),
    ],
)
def test_the_name_that_only_points_out_the_group_is_no_part_of_what_is_said(text: str, left: str) -> None:
    assert choose(heard(text, private=True), groups()).text == left


@pytest.mark.parametrize(
    "text", ["jag kommer", "publicera", "punkt: Lokaler", "vi börjar kl 13", "Samordningsförbundet: vi flyttar"]
)
def test_nothing_is_guessed_when_nothing_tells(text: str) -> None:
    assert choose(heard(text, private=True), groups()) == Choice(("board", "local"), text)


def test_who_writes_tells_when_she_is_in_one_of_the_groups() -> None:
    assert choose(heard("jag kommer"), groups(STEN)).groups == ("local",)


def test_talk_belongs_to_the_open_meeting_unless_it_begins_by_naming_another_group() -> None:
    assert choose(heard("lokala samverkansgruppen har fått nya nycklar"), groups(open_in="board")).groups == ("board",)
    assert choose(heard("samverkansgruppen: glöm inte nycklarna"), groups(open_in="board")).groups == ("local",)


def test_an_edit_or_a_reply_belongs_where_the_message_does() -> None:
    both = groups(open_in="board")
    both[1].record.traces["k7"] = Trace(by="p1", at=AT)
    assert choose(heard("styrelsen: punkt Lokaler", messages=("k7",)), both).groups == ("local",)


@given(st.text(max_size=120))
def test_any_text_is_about_some_of_the_groups(text: str) -> None:
    choice = choose(heard(text), groups())
    assert set(choice.groups) <= {"board", "local"}
    assert choice.groups
