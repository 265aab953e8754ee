"""Who is to do what until when is read from plain sentences; news, wishes and chatter give nobody a task."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.command import When
from handlers.tasks.reading import ActionIntent, read_actions
from handlers.tasks.verbs import task_verbs
from meetings.facts import Block, DueKind, OwnerKind
from meetings.record import Passage
from tests.situation import call


def read(text: str, by: str = "Tora Lindmo", before: str = "") -> tuple[ActionIntent, ...]:
    return read_actions(text, call(When.DURING, by=by), before=before)


def only(text: str) -> ActionIntent:
    (intent,) = read(text)
    return intent


def test_a_task_that_only_points_means_what_somebody_else_has_just_had_noted() -> None:
    asked = call(When.DURING, by="Malin Ros")
    assert asked.meeting is not None
    note = Passage("n1", "note", "i0", [Block(text="Vi saknar siffror per årskurs")], by="p4", at=asked.now)
    asked.meeting.passages.append(note)
    (intent,) = read_actions("jag tar fram det till nästa möte", asked)
    assert intent.text == "ta fram det (Vi saknar siffror per årskurs)"


def test_the_sentence_after_a_task_may_tell_its_date() -> None:
    (intent,) = read("Malin bokar lokal. Klart senast 1 oktober.")
    assert (intent.text, intent.due.date) == ("boka lokal", date(2026, 10, 1))


def names(intent: ActionIntent) -> list[str | None]:
    return [owner.name or owner.kind.value for owner in intent.owners]


@pytest.mark.parametrize(
    ("text", "owners", "task"),
    [
        ("Malin tar fram statistik", ["Malin Ros"], "ta fram statistik"),
        ("malin fixar inbjudan", ["Malin Ros"], "fixa inbjudan"),
        ("gemensam affisch, Malin ansvarar, klar 9 oktober", ["Malin Ros"], "gemensam affisch"),
        ("Malin o Bo kollar lokaler", ["Malin Ros", "Bo Ekdahl"], "kolla lokaler"),
        ("Carin D. återkommer med siffror", ["Carin Delin"], "återkomma med siffror"),
        ("S-Å mejlar listan till alla senast fredag", ["Sven-Åke Backe"], "mejla listan till alla"),
        ("Jag tar fram det till nästa möte", ["Tora Lindmo"], "ta fram det (Ungdomsprojektet)"),
        ("jag skickar ut den till alla", ["Tora Lindmo"], "skicka ut den till alla (Ungdomsprojektet)"),
        ("Vi behöver en lathund. Jag ordnar det till nästa möte", ["Tora Lindmo"], "ordna det (Vi behöver en lathund)"),
        ("Jag kollar upp reglerna", ["Tora Lindmo"], "kolla upp reglerna"),
        ("Bo Ekdahl o jag tar kontakt med skolan", ["Bo Ekdahl", "Tora Lindmo"], "ta kontakt med skolan"),
        (
            "Malin, Bo och Olle skriver ihop ett utkast",
            ["Malin Ros", "Bo Ekdahl", "Olle Berg"],
            "skriva ihop ett utkast",
        ),
        ("Elin Sand lovade att höra med sin chef", ["Elin Sand"], "höra med sin chef"),
        ("Sven-Åke ska undersöka saken med juristen", ["Sven-Åke Backe"], "undersöka saken med juristen"),
        ("FK ansvarar för att uppdatera listan", ["Försäkringskassan"], "uppdatera listan"),
        ("AF och FK återkommer med namn", ["Arbetsförmedlingen", "Försäkringskassan"], "återkomma med namn"),
        ("Förbundschefen lämnar underlaget till FK", ["Förbundschefen"], "lämna underlaget till FK"),
        ("Alla skickar sina siffror till Malin", ["all"], "skicka sina siffror till Malin"),
        ("Camilla återkommer med svar", ["Camilla"], "återkomma med svar"),
        ("vid ändring kommer signal från AF", ["Arbetsförmedlingen"], "vid ändring kommer signal från AF"),
        ("uppdras åt Malin att kartlägga behovet", ["Malin Ros"], "kartlägga behovet"),
        ("Bo Ekdahl åtog sig att ringa skolan", ["Bo Ekdahl"], "ringa skolan"),
        ("Malin ser till att alla får länken", ["Malin Ros"], "se till att alla får länken"),
        ("Ansvarig för inbjudan: Karin Holmsund", ["Karin Holmsund"], "ansvara för inbjudan"),
        ("Lena på kommunen kollar med IT", ["Lena"], "kolla med IT"),
        ("påminn mig om att ringa Bo", ["Tora Lindmo"], "ringa Bo"),
        ("Malin will send the slides", ["Malin Ros"], "send the slides"),
        ("I'll look into the forms", ["Tora Lindmo"], "look into the forms"),
    ],
)
def test_an_owner_beside_a_verb_makes_a_task(text: str, owners: list[str], task: str) -> None:
    intent = only(text)
    assert (names(intent), intent.text) == (owners, task)
    assert not intent.proposed


@pytest.mark.parametrize(
    ("text", "kind", "date", "task"),
    [
        ("Malin tar fram statistik till 2 oktober", DueKind.DAY, "2026-10-02", "ta fram statistik"),
        ("till 2 oktober tar Malin fram statistik", DueKind.DAY, "2026-10-02", "ta fram statistik"),
        ("Malin tar fram statistik i november", DueKind.MONTH, "2026-11-30", "ta fram statistik"),
        ("Malin tar fram statistik till nästa möte", DueKind.MEETING, "2026-11-10", "ta fram statistik"),
        ("Malin tar fram statistik under hösten", DueKind.PERIOD, None, "ta fram statistik"),
        ("Malin tar fram statistik, klart i november", DueKind.MONTH, "2026-11-30", "ta fram statistik"),
        ("Malin tar fram statistik", DueKind.NONE, None, "ta fram statistik"),
    ],
)
def test_the_date_is_read_and_cut_out_of_the_task(text: str, kind: DueKind, date: str | None, task: str) -> None:
    intent = only(text)
    assert (intent.due.kind, intent.due.date and intent.due.date.isoformat(), intent.text) == (kind, date, task)


@pytest.mark.parametrize(
    ("text", "tasks"),
    [
        ("Jag bokar lokal, Malin fixar fika", [("Tora Lindmo", "boka lokal"), ("Malin Ros", "fixa fika")]),
        (
            "Maila frågor till Malin så tar hon med dem till styrgruppen",
            [("all", "Maila frågor till Malin"), ("Malin Ros", "ta med dem till styrgruppen")],
        ),
        (
            "Malin tar med frågan hem och återkommer med besked",
            [("Malin Ros", "ta med frågan hem"), ("Malin Ros", "återkomma med besked")],
        ),
    ],
)
def test_several_tasks_in_one_sentence_are_kept_apart(text: str, tasks: list[tuple[str, str]]) -> None:
    assert [(names(intent)[0], intent.text) for intent in read(text)] == tasks


def test_a_document_that_is_to_be_made_is_a_task_without_an_owner() -> None:
    intent = only("Ett måldokument kommer att utarbetas under hösten")
    assert [owner.kind for owner in intent.owners] == [OwnerKind.UNKNOWN]
    assert "utarbetas" in intent.text


@pytest.mark.parametrize(
    ("text", "before", "task"),
    [
        ("jag återkommer om detta", "", "återkomma om: Ungdomsprojektet"),
        ("Lokalfrågan är inte löst, jag återkommer om det", "", "återkomma om: Lokalfrågan är inte löst"),
        ("jag kollar upp det", "Får tolkar följa med", "kolla upp: Får tolkar följa med"),
    ],
)
def test_a_task_that_only_points_says_what_it_points_at(text: str, before: str, task: str) -> None:
    (intent,) = read(text, before=before)
    assert intent.text == task


@pytest.mark.parametrize(
    "text",
    [
        "jag kan ta fram ett förslag till nästa gång",
        "vi skickar ut enkäten nästa vecka",
        "jag tar det",
        "AF analyserar läget",
        "Projektet söker medel",
    ],
)
def test_weaker_wording_is_only_proposed(text: str) -> None:
    assert only(text).proposed


def test_a_name_that_fits_two_is_asked_about() -> None:
    intent = only("Elin bokar rum")
    assert [person.name for person in intent.several] == ["Elin Sand", "Elin Strand"]
    assert intent.owners == ()


@pytest.mark.parametrize(
    "text",
    [
        "någon borde prata med skolan",
        "vi bör skicka ut underlag tidigare",
        "fick tips av vårdcentralen att ringa rådgivningen",
        "AF har fått nya instruktioner",
        "Malin skickade ut kallelsen igår",
        "jag återkommer, måste ta ett samtal",
        "jag kollar bara en grej, strax tillbaka",
        "jag hämtar kaffe",
        "jag skickar länken i chatten",
        "handläggarna skickar intygen till FK",
        "Statistiken uppdateras varje månad",
        "Malin informerar om läget i projektet",
        "Malin meddelar att hon är sjuk",
        "Malin delar sin skärm",
        "Malin presenterar projektet",
        "hör av er till mig om ni har frågor",
        "jag mejlar dig",
        "vi tar det nästa gång",
        "Malin skickar inte ut något mer",
        "Kan Malin skicka listan?",
        "jag undrar om Malin skickar listan",
        "det är bra att Malin tar fram statistik",
        "om jag hinner skickar jag det imorgon",
        "tack Malin för att du bokar lokal",
        "uppgifterna kommer från registret",
        "Vi ses på torsdag",
        "we'll see",
        "somebody should send a reminder",
        "the form was sent out last week",
    ],
)
def test_news_wishes_and_chatter_give_nobody_a_task(text: str) -> None:
    assert read(text) == ()


def test_every_form_of_a_verb_leads_back_to_its_infinitive() -> None:
    verbs = task_verbs()
    assert verbs.present["tar"].infinitive == "ta"
    assert verbs.passive["utarbetas"].infinitive == "utarbeta"
    assert verbs.participle["sent"].infinitive == "send"
    assert "utses" not in verbs.passive


@given(st.text(max_size=300))
def test_no_text_breaks_the_reading(text: str) -> None:
    read(text)


@given(
    st.lists(
        st.sampled_from(
            "Malin jag vi alla och så till ska kommer att tar fram skickar återkommer det om , . – maj 3 oktober nästa"
            " möte FK inte uppdra åt ansvarar för".split()
        ),
        max_size=25,
    )
)
def test_no_order_of_the_words_breaks_the_reading(words: list[str]) -> None:
    for intent in read(" ".join(words)):
        assert intent.owners or intent.several
