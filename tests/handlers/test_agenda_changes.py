"""Items are taken off, moved, postponed and changed by those who may, and it is asked when it is unclear which."""

from __future__ import annotations

from datetime import timedelta

import pytest

from handlers.command import Call, When
from meetings.agenda import agenda
from meetings.errors import NotAllowed, UnknownItem
from meetings.facts import About, Asked, ItemChanged, ItemLeft, ItemMoved, ItemPostponed, ItemRemoved, ItemTaken
from meetings.record import Item, Trace
from tests.handlers.agenda_played import play
from tests.situation import NOW, call, record

LEAD = "Tora Lindmo"


def after_own_proposal(text: str, *, minutes: int = 1) -> tuple[Call, str]:
    """Make the call of a text that Malin writes so many minutes after she has proposed `Tolkar`."""
    known = record()
    known.items["w1:i1"] = Item(id="w1:i1", title="Tolkar", proposed_by="p3", message="w1", for_meeting="m1")
    known.traces["w1"] = Trace(by="p3", at=NOW[When.BEFORE] - timedelta(minutes=minutes))
    return call(of=known), text


@pytest.mark.parametrize(
    "text",
    [
        "nej förresten, lägg den EFTER samordningsförbundets punkt, tack!",
        "den ska ligga efter Samordningsförbundet informerar",
        "lägg den efter punkt 8",
    ],
)
def test_den_is_what_the_speaker_has_just_proposed(text: str) -> None:
    how, said = after_own_proposal(text)
    (fact,) = play(said, how).facts
    assert isinstance(fact, ItemMoved)
    assert (fact.item, fact.after) == ("w1:i1", "m1:s4")


def test_den_is_asked_about_when_nothing_stands_before_it() -> None:
    (fact,) = play("@mötesbot ta bort den", call(by=LEAD)).facts
    assert isinstance(fact, Asked)
    assert fact.about is About.ITEM
    assert [option.text for option in fact.options] == ["ta bort punkt 4", "ta bort punkt 5"]
    assert play("ta bort den", call(by=LEAD)).facts == ()


def test_den_is_not_what_was_proposed_long_ago() -> None:
    how, said = after_own_proposal("den ska ligga sist", minutes=300)
    assert play(said, how).facts == ()


def test_one_may_take_back_ones_own_item_but_not_anothers() -> None:
    how, said = after_own_proposal("jag drar tillbaka punkten Tolkar")
    assert [fact.kind for fact in play(said, how).facts] == ["item_removed"]
    with pytest.raises(NotAllowed):
        play("ta bort punkt 5", call())


@pytest.mark.parametrize(
    "text", ["ta bort punkt 5", "punkten om nya lokaler utgår", "vi stryker nya lokaler från dagordningen tack"]
)
def test_one_who_leads_takes_an_item_off(text: str) -> None:
    (fact,) = play(text, call(by=LEAD)).facts
    assert isinstance(fact, ItemRemoved)
    assert fact.item == "i1"


def test_an_item_that_is_not_there_is_told() -> None:
    with pytest.raises(UnknownItem):
        play("ta bort punkten om elefanter", call(by=LEAD))


@pytest.mark.parametrize(
    ("text", "order"),
    [
        ("Lägg punkt 5 före punkt 4 istället", ["Nya lokaler", "Ungdomsprojektet", "Trisam"]),
        (
            "flytta Trisam till först efter dagordningen",
            ["Föregående minnesanteckningar", "Ungdomsprojektet", "Nya lokaler"],
        ),
        ("byt plats på punkt 4 och punkt 6", ["Trisam", "Nya lokaler", "Ungdomsprojektet"]),
        ("byt plats på 4 och 5", ["Nya lokaler", "Ungdomsprojektet", "Trisam"]),
        ("sätt nya lokaler först", ["Nya lokaler", "Ungdomsprojektet", "Trisam"]),
        ("vi tar 5 före 4", ["Nya lokaler", "Ungdomsprojektet", "Trisam"]),
        ("ungdomsprojektet efter nya lokaler tack", ["Nya lokaler", "Ungdomsprojektet", "Trisam"]),
        ("kan ungdomsprojektet och nya lokaler byta plats?", ["Nya lokaler", "Ungdomsprojektet", "Trisam"]),
        ("vi börjar med nya lokaler", ["Nya lokaler", "Ungdomsprojektet", "Trisam"]),
        ("ungdomsprojektet tar vi sist", ["Nya lokaler", "Ungdomsprojektet", "Trisam"]),
        ("swap items 4 and 5", ["Nya lokaler", "Ungdomsprojektet", "Trisam"]),
    ],
)
def test_moved_items_stand_where_they_were_wished(text: str, order: list[str]) -> None:
    known = record()
    for fact in play(text, call(by=LEAD, addressed=True, of=known)).facts:
        assert isinstance(fact, ItemMoved)
        item = known.items[fact.item]
        item.after, item.before, item.place = fact.after, fact.before, fact.place
    assert [entry.item.title for entry in agenda(known, "m1")][3:6] == order


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("bordlägg punkt 5", When.DURING),
        ("Nya lokaler tar vi nästa gång", When.DURING),
        ("vi hinner inte med nya lokaler, den tar vi nästa möte", When.DURING),
        ("nya lokaler bordläggs till november", When.DURING),
        ("Nya lokaler skjuter vi på till nästa möte", When.DURING),
        ("hinner inte nya lokaler idag", When.DURING),
        ("nya lokaler hinner vi inte idag, den tar vi nästa gång", When.DURING),
        ("nya lokaler får vänta till november", When.BEFORE),
        ("flytta nya lokaler till nästa möte", When.BEFORE),
        ("flytta nya lokaler till mötet 10/11", When.BEFORE),
    ],
)
def test_a_postponed_item_goes_to_a_later_meeting(text: str, when: When) -> None:
    (fact,) = play(text, call(when, by=LEAD)).facts
    assert isinstance(fact, ItemPostponed)
    assert (fact.item, fact.to) == ("i1", "m2")


def test_title_and_length_can_be_changed() -> None:
    (renamed,) = play("byt namn på punkt 5 till Flytten", call(by=LEAD)).facts
    (longer,) = play("punkt 5 ska vara 45 min", call(by=LEAD)).facts
    assert isinstance(renamed, ItemChanged)
    assert isinstance(longer, ItemChanged)
    assert (renamed.title, longer.minutes) == ("Flytten", 45)


@pytest.mark.parametrize(
    ("text", "owner", "minutes"),
    [
        ("Bo Ekdahl drar nya lokaler", "Bo Ekdahl", None),
        ("jag kan ta nya lokaler, 15 min", LEAD, 15),
        ("punkt 5 presenteras av Bo Ekdahl", "Bo Ekdahl", None),
        ("nya lokaler 15 min", None, 15),
    ],
)
def test_before_the_meeting_it_is_told_who_presents_an_item_and_how_long(
    text: str, owner: str | None, minutes: int | None
) -> None:
    (fact,) = play(text, call(by=LEAD)).facts
    assert isinstance(fact, ItemChanged)
    assert (fact.item, fact.owner.name if fact.owner else None, fact.minutes) == ("i1", owner, minutes)


@pytest.mark.parametrize(
    ("text", "item"),
    [
        ("nästa", "i1"),
        ("Då tar vi nästa punkt", "i1"),
        ("ok nästa punkt: Trisam", "m1:s3"),
        ("då går vi vidare till punkt 8", "m1:s5"),
        ("vi tar Trisam nu", "m1:s3"),
        ("vidare till Trisam", "m1:s3"),
        ("då är vi på punkt sex", "m1:s3"),
        ("då tar vi 6:an", "m1:s3"),
        ("punkt 4 klar, då tar vi 6", "m1:s3"),
        ("nu över till nya lokaler, Malin varsågod", "i1"),
        ("moving on to item 5", "i1"),
    ],
)
def test_one_who_leads_takes_the_meeting_to_an_item(text: str, item: str) -> None:
    (fact,) = play(text, call(When.DURING, by=LEAD)).facts
    assert isinstance(fact, ItemTaken)
    assert fact.item == item


@pytest.mark.parametrize(
    "text", ["nästa! 😂", "vi tar kaffe nu", "de gick vidare till studier", "nästa vecka blir lugnare"]
)
def test_a_member_or_small_talk_does_not_move_the_meeting(text: str) -> None:
    assert play(text, call(When.DURING)).facts == ()


def test_after_the_last_item_there_is_nothing_next() -> None:
    known = record(When.DURING)
    known.meetings["m1"].item_now = "m1:s5"
    played = play("nästa", call(When.DURING, by=LEAD, of=known))
    assert played.facts == ()
    assert "ingen fler punkt" in played.said


@pytest.mark.parametrize(
    ("text", "state", "item"),
    [
        ("Nya lokaler lyfts inte idag", "not_raised", "i1"),
        ("hoppar över nya lokaler", "not_raised", "i1"),
        ("se anteckningar i separat dokument", "separate_document", "i0"),
        ("nya lokaler: se separat dokument", "separate_document", "i1"),
    ],
)
def test_an_item_is_left_aside(text: str, state: str, item: str) -> None:
    (fact,) = play(text, call(When.DURING, by=LEAD)).facts
    assert isinstance(fact, ItemLeft)
    assert (fact.state, fact.item) == (state, item)


@pytest.mark.parametrize(
    ("text", "item", "reference"),
    [
        ("Nya lokaler lyfts inte idag, se beslutet på hemsidan", "i1", "beslutet på hemsidan"),
        ("Denna punkt lyfts inte på mötet utan vi hänvisar till styrelsens beslut.", "i0", "styrelsens beslut"),
        ("Nya lokaler is not raised today; see the decision of June", "i1", "the decision of June"),
    ],
)
def test_an_item_that_is_not_raised_refers_to_where_it_is_told(text: str, item: str, reference: str) -> None:
    (fact,) = play(text, call(When.DURING, by=LEAD)).facts
    assert isinstance(fact, ItemLeft)
    assert (fact.state, fact.item, fact.reference) == ("not_raised", item, reference)


def test_the_agenda_is_shown_with_minutes_and_a_warning_when_they_are_too_many() -> None:
    known = record()
    known.items["i0"].minutes = 100
    known.items["i1"].minutes = 45
    said = play("visa dagordningen", call(addressed=True, of=known)).said
    assert "4. Ungdomsprojektet, 100 minuter" in said
    assert "145 minuter" in said


def test_what_is_left_begins_after_the_open_item() -> None:
    said = play("vilka punkter är kvar?", call(When.DURING, addressed=True)).said
    assert "Trisam" in said
    assert "Välkommen" not in said


@pytest.mark.parametrize(
    "text",
    [
        "flytta på er lite",
        "kan du komma först?",
        "ta bort skorna i hallen",
        "lägg den på bordet",
        "stryk det jag skrev",
        "vi hoppar över lunchen",
        "avtalet före 1 mars",
        "Malin och jag byter plats",
        "jag tar bussen, 15 min",
        "vidare till högstadiet går alla",
    ],
)
@pytest.mark.parametrize("when", list(When))
def test_talk_changes_nothing_on_the_agenda(text: str, when: When) -> None:
    assert play(text, call(when)).facts == ()
