"""What people write about adjusting, offices, jäv, reservations and proposals at a board, and what is none of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.agenda import proposed_decisions
from handlers.board import adjusters, adjusting, offices, recusals
from handlers.command import Call, Sentence, When
from meetings.record import Record
from tests.situation import NOW, board, call

DURING, AFTER, BEFORE = When.DURING, When.AFTER, When.BEFORE
LEAD, MALIN, KARIN = "Tora Lindmo", "Malin Ros", "Karin Holmsund"


def sentence(text: str) -> Sentence:
    return Sentence(text=text, first=True, last=True)


def asked(record: Record) -> Record:
    record.meetings["m1"].formal.adjuster_asked = NOW[DURING] - timedelta(minutes=1)
    return record


def at_adjusters(made: Call) -> Call:
    """Put the words after the name of an item about adjusters."""
    item = replace(made.record.items["m1:s0"], title="Val av justerare")
    made.record.items["m1:s0"] = item
    return replace(made, item="m1:s0")


@pytest.mark.parametrize(
    "text",
    [
        "justerare?",
        "Vem kan justera idag?",
        "Justerare då?",
        "vilka justerar dagens protokoll?",
        "Förslag på justerare?",
        "vi behöver två justerare",
        "någon som kan justera?",
        "who can adjust today?",
    ],
)
def test_the_lead_asks_who_adjusts(text: str) -> None:
    (claim,) = adjusters.read(sentence(text), call(DURING, LEAD, formal=True))
    assert claim.intent == adjusters.AskForAdjuster()


@pytest.mark.parametrize(
    "text",
    [
        "jag kan",
        "Jag kan 🙋",
        "det kan jag göra",
        "kan jag göra",
        "jag tar det",
        "jag gör det gärna",
        "ja jag kan",
        "jag kan väl ta det då",
        "jag justerar gärna",
        "gärna jag",
        "I can do it",
    ],
)
def test_an_answer_to_the_question_is_an_offer(text: str) -> None:
    made = call(DURING, MALIN, of=asked(board(DURING)))
    (claim,) = adjusters.read(sentence(text), made)
    assert claim.intent == adjusters.OfferToAdjust("p3")


@pytest.mark.parametrize(
    "text", ["jag kan", "det kan jag göra", "jag tar det", "mig", "jag", "toppen", "justerare?", "vi justerar taxan"]
)
def test_without_the_question_there_is_no_offer(text: str) -> None:
    assert not adjusters.read(sentence(text), call(DURING, MALIN, formal=True))


def test_an_offer_long_after_the_question_is_none() -> None:
    made = board(DURING)
    made.meetings["m1"].formal.adjuster_asked = NOW[DURING] - adjusters.STILL_ASKED - timedelta(minutes=1)
    assert not adjusters.read(sentence("jag kan"), call(DURING, MALIN, of=made))


@pytest.mark.parametrize(
    "text",
    [
        "jag kan inte idag",
        "jag kan inte justera",
        "kan någon annan?",
        "vem då?",
        "jag kan ta fram siffrorna till nästa gång",
        "håller med",
        "🙋",
        "fikat är klart",
    ],
)
def test_other_talk_after_the_question_offers_nothing(text: str) -> None:
    assert not adjusters.read(sentence(text), call(DURING, MALIN, of=asked(board(DURING))))


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("till justerare utses Malin Ros", ("p3",)),
        ("Malin justerar", ("p3",)),
        ("Malin Ros justerar dagens protokoll", ("p3",)),
        ("justerare: Malin och Bo Ekdahl", ("p3", "p8")),
        ("Justerare idag blir Malin", ("p3",)),
        ("beslut: att utse Malin Ros till justerare", ("p3",)),
        ("BESLUT – Malin Ros utses till justerare", ("p3",)),
        ("Vi beslutar att jämte ordföranden utse Malin Ros att justera protokollet", ("p3",)),
        ("Malin tar justeringen", ("p3",)),
        ("vi väljer Malin till justerare", ("p3",)),
        ("adjuster: Malin Ros", ("p3",)),
    ],
)
def test_one_who_leads_names_the_adjusters(text: str, people: tuple[str, ...]) -> None:
    (claim,) = adjusters.read(sentence(text), call(DURING, LEAD, formal=True))
    assert isinstance(claim.intent, adjusters.ChooseAdjusters)
    assert claim.intent.people == people


@pytest.mark.parametrize("text", ["Malin", "Malin och Bo Ekdahl", "Malin Ros utses", "beslut: att utse Malin Ros"])
def test_after_the_name_of_the_item_names_are_enough(text: str) -> None:
    (claim,) = adjusters.read(sentence(text), at_adjusters(call(DURING, LEAD, formal=True)))
    assert isinstance(claim.intent, adjusters.ChooseAdjusters)
    assert claim.intent.people[0] == "p3"


@pytest.mark.parametrize(
    "text",
    [
        "Malin justerar inte idag",
        "Malin justerade förra gången",
        "vem justerar, Malin?",
        "kan Malin justera?",
        "om Malin justerar så hinner vi",
        "Malin brukar justera",
        "vi justerar budgeten med Malin",
        "Malin väljer bild till affischen",
    ],
)
def test_what_chooses_nobody(text: str) -> None:
    claims = adjusters.read(sentence(text), call(DURING, LEAD, formal=True))
    assert not [claim for claim in claims if isinstance(claim.intent, adjusters.ChooseAdjusters)]


def test_a_name_that_fits_two_is_asked_about() -> None:
    made = call(DURING, LEAD, formal=True)
    (claim,) = adjusters.read(sentence("Elin justerar"), made)
    outcome = adjusters.handle(claim.intent, made)
    assert [fact.kind for fact in outcome.facts] == ["asked"]


def test_a_group_that_writes_notes_chooses_no_adjuster() -> None:
    assert not adjusters.read(sentence("till justerare utses Malin Ros"), call(DURING, LEAD))


@pytest.mark.parametrize(
    "text",
    [
        "jag justerar protokollet",
        "Justerat!",
        "har justerat",
        "Jag har nu justerat protokollet",
        "justerat och klart",
        "ok, läst och justerat",
        "Protokollet är justerat av mig",
        "Det ser bra ut, jag justerar",
        "I adjust the minutes",
    ],
)
def test_a_chosen_adjuster_adjusts(text: str) -> None:
    (claim,) = adjusting.read_adjusting(sentence(text), call(AFTER, MALIN, formal=True))
    assert claim.intent == adjusting.Adjust()


@pytest.mark.parametrize(
    "text",
    [
        "jag justerar protokollet imorgon kanske",
        "har du justerat?",
        "jag hinner inte justera idag",
        "vi har justerat taxan",
        "justera stolarna",
        "kan jag justera protokollet på fredag?",
    ],
)
def test_what_adjusts_nothing(text: str) -> None:
    claims = adjusting.read_adjusting(sentence(text), call(AFTER, MALIN, formal=True))
    assert not [claim for claim in claims if isinstance(claim.intent, adjusting.Adjust)]


@pytest.mark.parametrize(
    "text",
    [
        "när går anslaget ut?",
        "När ska anslaget upp?",
        "när tas anslaget ner?",
        "är protokollet justerat?",
        "vem ska justera protokollet?",
        "visa anslaget",
        "hur länge sitter anslaget uppe?",
        "when does the notice go up?",
    ],
)
def test_the_bot_is_asked_about_the_notice(text: str) -> None:
    (claim,) = adjusting.read_adjusting(sentence(text), call(AFTER, MALIN, addressed=True, formal=True))
    assert claim.intent == adjusting.ShowNotice()


def test_a_question_to_the_room_about_the_notice_is_left_to_the_room() -> None:
    assert not adjusting.read_adjusting(sentence("när går anslaget ut?"), call(AFTER, MALIN, formal=True))


@pytest.mark.parametrize(
    ("text", "people", "place"),
    [
        ("jag anmäler jäv", ("p3",), None),
        ("Malin anmäler jäv i punkt 5", ("p3",), "punkt 5"),
        ("Jag är jävig i frågan om nya lokaler", ("p3",), "nya lokaler"),
        ("jäv: Bo Ekdahl (§ 43)", ("p8",), "§ 43"),
        ("Bo Ekdahl deltar inte under punkt 4 på grund av jäv", ("p8",), "punkt 4"),
        ("I have a conflict of interest in item 5", ("p3",), "item 5"),
    ],
)
def test_jav_is_declared(text: str, people: tuple[str, ...], place: str | None) -> None:
    (claim,) = recusals.read(sentence(text), call(DURING, MALIN, formal=True))
    assert isinstance(claim.intent, recusals.Recuse)
    assert (claim.intent.people, claim.intent.place) == (people, place)


@pytest.mark.parametrize(
    ("text", "people", "why"),
    [
        ("jag reserverar mig", ("p3",), None),
        ("Malin reserverar sig mot beslutet", ("p3",), None),
        ("reservation: Malin och Bo Ekdahl", ("p3", "p8"), None),
        ("Malin reserverar sig mot beslutet till förmån för avslag", ("p3",), "till förmån för avslag"),
        ("Jag reserverar mig mot detta med motiveringen att pengarna saknas", ("p3",), "att pengarna saknas"),
    ],
)
def test_a_reservation_is_made(text: str, people: tuple[str, ...], why: str | None) -> None:
    (claim,) = recusals.read(sentence(text), call(DURING, MALIN, formal=True))
    assert isinstance(claim.intent, recusals.Reserve)
    assert (claim.intent.people, claim.intent.why) == (people, why)


@pytest.mark.parametrize(
    "text",
    [
        "är någon jävig?",
        "ingen anmäler jäv",
        "ingen reserverar sig",
        "jag är inte jävig",
        "vi har reserverat sal B",
        "reservationen av hotellet är klar",
        "jävla bra jobbat Malin",
        "Malin har reserverat bord",
    ],
)
def test_what_is_neither_jav_nor_a_reservation(text: str) -> None:
    assert not recusals.read(sentence(text), call(DURING, MALIN, formal=True))


@pytest.mark.parametrize(
    ("text", "person", "office"),
    [
        ("Malin är ordförande idag", "p3", "chair"),
        ("mötesordförande: Malin Ros", "p3", "chair"),
        ("Malin leder mötet", "p3", "chair"),
        ("till ordförande för dagens möte utses Malin Ros", "p3", "chair"),
        ("jag för protokoll", "p1", "secretary"),
        ("vid protokollet: Malin", "p3", "secretary"),
        ("Malin är sekreterare idag", "p3", "secretary"),
        ("chair: Malin Ros", "p3", "chair"),
    ],
)
def test_the_lead_says_who_holds_an_office(text: str, person: str, office: str) -> None:
    (claim,) = offices.read(sentence(text), call(DURING, LEAD, formal=True))
    assert (claim.intent.person, claim.intent.office) == (person, office)


@pytest.mark.parametrize(
    "text",
    [
        "Malin är inte ordförande idag",
        "vem är ordförande?",
        "ordförande i nämnden är positiv",
        "Malin skriver protokollet om matchen",
        "protokoll från förra mötet",
        "sekreteraren ringde Malin",
    ],
)
def test_what_gives_nobody_an_office(text: str) -> None:
    assert not offices.read(sentence(text), call(DURING, LEAD, formal=True))


def test_a_member_gives_no_office_to_another() -> None:
    assert not offices.read(sentence("Karin Holmsund är ordförande idag"), call(DURING, MALIN, formal=True))


@pytest.mark.parametrize(
    ("text", "place", "clauses"),
    [
        ("förslag till beslut punkt 5: att teckna avtalet", "punkt 5", ("att teckna avtalet",)),
        (
            "Nya lokaler, beslutsförslag: att flytta; att säga upp avtalet",
            "Nya lokaler",
            ("att flytta", "att säga upp avtalet"),
        ),
        ("Styrelsen föreslås besluta att flytta i maj", None, ("att flytta i maj",)),
        ("Förslag till beslut för Ungdomsprojektet: att fortsätta", "Ungdomsprojektet", ("att fortsätta",)),
    ],
)
def test_a_decision_is_proposed(text: str, place: str | None, clauses: tuple[str, ...]) -> None:
    (claim,) = proposed_decisions.read(sentence(text), call(DURING, MALIN, formal=True))
    assert claim.intent == proposed_decisions.ProposeDecision(clauses, place)


@pytest.mark.parametrize(
    "text",
    [
        "beslut enligt förslag",
        "Vi beslutar i enlighet med förslaget",
        "bifall",
        "förslaget bifalls",
        "enligt förslaget",
    ],
)
def test_the_lead_follows_the_proposal_of_the_open_item(text: str) -> None:
    made = board(DURING)
    made.items["i0"].proposal = ("att fortsätta",)
    (claim,) = proposed_decisions.read(sentence(text), call(DURING, LEAD, of=made))
    outcome = proposed_decisions.handle(claim.intent, call(DURING, LEAD, of=made))
    assert [fact.kind for fact in outcome.facts] == ["decided"]


def test_without_a_proposal_there_is_nothing_to_follow() -> None:
    assert not proposed_decisions.read(sentence("bifall"), call(DURING, LEAD, formal=True))


@pytest.mark.parametrize(
    "text", ["jag har ett förslag", "förslag på lunchställe?", "vilket bra förslag", "två förslag kom in"]
)
def test_what_proposes_no_decision(text: str) -> None:
    assert not proposed_decisions.read(sentence(text), call(DURING, MALIN, formal=True))


@given(text=st.text(max_size=400))
def test_no_text_makes_a_reader_fail(text: str) -> None:
    made = call(DURING, LEAD, of=asked(board(DURING)))
    for read in (adjusters.read, adjusting.read_adjusting, recusals.read, offices.read, proposed_decisions.read):
        for claim in read(sentence(text), made):
            assert 0 <= claim.span[0] <= claim.span[1] <= len(text)
