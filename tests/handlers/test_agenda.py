"""People put items on the agenda in their own words, and small talk puts nothing there."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.command import Example, React, When
from meetings.errors import MeetingError, NotUnderstood
from meetings.facts import AttachmentAnnounced, ItemChanged, ItemMoved, ItemProposed, OwnerKind
from tests.handlers.agenda_played import AGENDA, play
from tests.situation import call, record

EXAMPLES = [
    pytest.param(command.name, one, id=f"{command.name}: {one.text[:40]}")
    for command in AGENDA
    for one in command.examples
]


@pytest.mark.parametrize(("name", "example"), EXAMPLES)
def test_a_commands_examples_are_understood(name: str, example: Example) -> None:
    by = "Tora Lindmo" if example.lead else "Malin Ros"
    played = play(example.text, call(example.when, by=by, addressed=example.addressed, language=example.language))
    assert played.kinds == example.gives
    assert example.says is None or example.says in played.said


def proposed(text: str, when: When = When.BEFORE) -> list[ItemProposed]:
    return [fact for fact in play(text, call(when)).facts if isinstance(fact, ItemProposed)]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("punkt: hyran för lokalen", "Hyran för lokalen"),
        ("PUNKT: iPad till alla", "iPad till alla"),
        ("Har en till punkt: rutiner vid brand", "Rutiner vid brand"),
        ("övrig fråga: nycklar", "Nycklar"),
        ("ny punkt - lokaler i höst", "Lokaler i höst"),
        ("Kan vi ta upp det nya avtalet? Mvh Malin", "Det nya avtalet"),
        ("hejsan! skulle gärna vilja lyfta frågan om sommarjobb", "Sommarjobb"),
        ("önskar att vi tar upp bemanning över jul", "Bemanning över jul"),
        ("kan vi lägga till något om tolkarna?", "Tolkarna"),
        ("jag önskar en punkt om tolkarna", "Tolkarna"),
        ("en punkt om tolkarna vore bra", "Tolkarna"),
        ("finns det plats för en kort punkt om tolkarna?", "Tolkarna"),
        ("Tolkarna behöver vi prata om", "Tolkarna"),
        ("tolkarna skulle kunna vara en punkt", "Tolkarna"),
        ("Till dagordningen: tolkarna", "Tolkarna"),
        ("Hej! Från oss: tolkarna i höst", "Tolkarna i höst"),
        ("vi på AF har en fråga vi vill lyfta: tolkarna", "Tolkarna"),
        ("jag tycker vi ska ta upp tolkarna, hur det fungerar", "Tolkarna"),
        ("till nästa vecka vill jag lyfta tolkarna 🙂", "Tolkarna"),
        ("bra om vi kan prata tolkning", "Tolkning"),
        ("hinner vi med tolkarna också?", "Tolkarna"),
        ("kan vi prata om städningen på tisdag?", "Städningen"),
        ("går det att få med en punkt om tolkar?", "Tolkar"),
        ("jag kan inte komma, men ta gärna upp cykelförrådet ändå", "Cykelförrådet"),
        ('lägg in "samtal med skolan" som egen punkt tack', "samtal med skolan"),
        ("skriv upp lånebilen på agendan är du snäll", "Lånebilen"),
        ("can we add onboarding to the agenda?", "Onboarding"),
        ("I'd like to bring up the rent at the meeting", "Rent"),
    ],
)
def test_an_item_gets_a_short_title_of_the_words_it_was_asked_for_in(text: str, title: str) -> None:
    assert [fact.title for fact in proposed(text)] == [title]


def test_length_person_and_papers_are_read_from_the_words() -> None:
    played = play("lägg till punkt: Språkstöd (Karin Holmsund drar, 20 min, bilaga)", call(addressed=True))
    item, papers = played.facts
    assert isinstance(item, ItemProposed)
    assert isinstance(papers, AttachmentAnnounced)
    assert (item.title, item.minutes, item.owner and item.owner.person) == ("Språkstöd", 20, "p4")
    assert papers.item == item.item


def test_one_who_offers_to_tell_presents_the_item() -> None:
    (item,) = proposed("punkt: Ungdomsgården, jag kan berätta hur det går")
    assert item.title == "Ungdomsgården"
    assert item.owner is not None
    assert (item.owner.kind, item.owner.person) == (OwnerKind.PERSON, "p3")


def test_the_length_may_come_in_a_sentence_of_its_own() -> None:
    item, change = play("Kan vi ta upp jourlistan? ca 30 min", call()).facts
    assert isinstance(item, ItemProposed)
    assert isinstance(change, ItemChanged)
    assert (change.item, change.minutes) == (item.item, 30)


def test_each_item_of_a_list_is_one_and_all_may_have_papers() -> None:
    played = play("ärenden till styrelsen: budget, ny revisor, val av ombud. alla med bilaga", call())
    titles = [fact.title for fact in played.facts if isinstance(fact, ItemProposed)]
    papers = [fact.item for fact in played.facts if isinstance(fact, AttachmentAnnounced)]
    assert titles == ["Budget", "Ny revisor", "Val av ombud"]
    assert papers == ["x1:i1", "x1:i2", "x1:i3"]


def test_bullets_under_a_label_are_items() -> None:
    assert [fact.title for fact in proposed("punkter från oss:\n- enkäten\n- flytten")] == ["Enkäten", "Flytten"]


def test_an_item_may_be_for_a_meeting_that_is_named() -> None:
    assert [fact.for_meeting for fact in proposed("till mötet 10/11: punkt om julbordet")] == ["m2"]
    assert [fact.for_meeting for fact in proposed("Kan vi ta upp handlingsplanen på mötet i november?")] == ["m2"]


def test_an_item_asked_for_in_the_meeting_is_for_that_meeting() -> None:
    assert [fact.for_meeting for fact in proposed("punkt: nycklar", When.DURING)] == ["m1"]
    assert [fact.for_meeting for fact in proposed("kan vi ta upp nycklarna på nästa möte?", When.DURING)] == ["m2"]


def test_a_wish_about_the_place_is_kept_and_told() -> None:
    played = play("AF vill informera om nya kurser, lägg den före Trisam tack", call())
    (item,) = played.facts
    assert isinstance(item, ItemProposed)
    assert item.before == "m1:s3"
    assert "punkt 6" in played.said
    after = play("lägg till en punkt om tolkar efter Trisam", call()).facts[0]
    assert isinstance(after, ItemProposed)
    assert (after.title, after.after) == ("Tolkar", "m1:s3")
    last = play("vi lägger till en extra punkt sist: datum för resan", call(When.DURING)).facts[1]
    assert isinstance(last, ItemMoved)
    assert last.place == "last"


def test_set_words_get_an_emoji_and_no_words() -> None:
    assert play("punkt: Hyran", call()).replies == (React(),)


def test_an_item_that_is_there_already_is_not_doubled() -> None:
    played = play("punkt: nya lokaler", call())
    assert played.facts == ()
    assert "punkt 5" in played.said


def test_a_label_with_nothing_after_it_is_told_to_the_writer() -> None:
    with pytest.raises(NotUnderstood):
        play("@mötesbot punkt:", call())


@pytest.mark.parametrize(
    "text",
    [
        "vilken bra punkt!",
        "punkt slut på det",
        "ska vi ta upp det där sen?",
        "kan vi prata om det imorgon?",
        "kan vi ta upp det på lunchen?",
        "någon borde ta upp parkeringen",
        "de tog upp frågan i ledningsgruppen",
        "kan ni berätta om hur ni gör?",
        "han ville prata om semestern",
        "agenda 2030 är viktig",
        "what's the point of that form",
        "hinner vi med tåget 16.10?",
        "får jag ta med en praktikant?",
        "från oss: grattis!",
        "jag har två frågor: när börjar vi och var är det?",
        "vi hade en punkt om tolkar förra gången",
        "finns det en punkt om tolkar?",
        "frågan är om det håller",
    ],
)
@pytest.mark.parametrize("when", list(When))
def test_talk_puts_nothing_on_the_agenda(text: str, when: When) -> None:
    assert play(text, call(when)) == play("", call(when))


def test_several_topics_told_in_a_row_are_items_of_their_own() -> None:
    assert [f.title for f in proposed("två saker till dagordningen, dels tolkarna, dels hyran")] == [
        "Tolkarna",
        "Hyran",
    ]
    assert [f.title for f in proposed("vi vill ta upp två saker:\n1. tolkarna\n2. hyran")] == ["Tolkarna", "Hyran"]


@pytest.mark.parametrize(
    "text",
    [
        "jag har två saker 1) tolkarna 2) hyran",
        "två saker från oss: tolkarna och hyran",
        "two things from us: the tolkarna and the hyran",
        "från FK: tolkarna, hyran",
    ],
)
def test_topics_in_a_row_are_told_apart_however_they_are_counted(text: str) -> None:
    assert [f.title for f in proposed(text)] == ["Tolkarna", "Hyran"]


def test_the_one_who_will_tell_of_a_wish_is_named_after_it() -> None:
    played = play(
        "Önskar ta upp tolkarna. Vår processledare Ulla Persson kan berätta om det, 20 min", call(When.BEFORE)
    )
    assert played.kinds == ("item_proposed", "item_changed")
    changed = played.facts[1]
    assert isinstance(changed, ItemChanged)
    assert (changed.minutes, changed.owner and changed.owner.name) == (20, "Ulla Persson")


def test_a_name_and_a_length_in_brackets_tell_who_presents_and_how_long() -> None:
    (item,) = proposed("punkter:\n- Tolkar (Karin 10 min)")
    assert (item.title, item.minutes, item.owner and item.owner.name) == ("Tolkar", 10, "Karin")


def test_somebody_else_may_be_said_to_present_an_item() -> None:
    (item,) = proposed("Karin Holmsund kommer och berättar om tolkarna, 20 min")
    assert (item.title, item.minutes, item.owner and item.owner.name) == ("Tolkarna", 20, "Karin Holmsund")


def test_the_sentence_after_a_wish_may_tell_its_place() -> None:
    played = play("kan vi lägga till något om tolkarna? gärna före nya lokaler", call(When.BEFORE))
    assert played.kinds == ("item_proposed", "item_moved")


def test_a_wish_for_what_is_on_the_agenda_already_tells_its_length() -> None:
    text = "vill gärna ta upp ungdomsprojektet, hur det gick. 15 min"
    played = play(text, replace(call(When.BEFORE), text=text))
    assert [(f.kind, getattr(f, "minutes", None)) for f in played.facts] == [("item_changed", 15)]


def test_a_wish_in_the_open_meeting_is_talk_unless_it_is_for_the_agenda() -> None:
    assert proposed("kan vi ta upp lokalerna igen?", When.DURING) == []
    assert [f.title for f in proposed("under övrigt vill jag ta upp parkeringen", When.DURING)] == ["Parkeringen"]


@given(st.text(max_size=200), st.sampled_from(list(When)), st.booleans())
def test_no_text_breaks_the_commands_of_the_agenda(text: str, when: When, addressed: bool) -> None:
    with suppress(MeetingError):
        play(text, call(when, by="Tora Lindmo", addressed=addressed, of=record(when)))
