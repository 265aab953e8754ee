"""Identity numbers are stopped, one person's private matters are set apart, everything else passes.

The numbers are the Swedish Tax Agency's published test numbers, or have a birth date in the future.
"""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from meetings.group import Person
from meetings.personal import Reason, Verdict, guard, mask, passages

STAFF = tuple(Person(id=name, name=name) for name in ("Rut Ekvall", "Bo Hedvik", "Maj Sandros"))


def verdict(text: str) -> Verdict:
    return guard(text, staff=STAFF).verdict


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("numret är 900602-2397", id="hyphen"),
        pytest.param("900602+2397", id="plus"),
        pytest.param("900602 2397", id="space"),
        pytest.param("900602\u00a02397", id="no-break space"),
        pytest.param("900602–2397", id="en dash"),
        pytest.param("900602 — 2397", id="em dash with spaces"),
        pytest.param("900602.2397", id="dot"),
        pytest.param("900602/2397", id="slash"),
        pytest.param("900602_2397", id="underscore"),
        pytest.param("9006022397", id="ten digits"),
        pytest.param("199006022398", id="twelve digits, mistyped"),
        pytest.param("19 900602 - 2397", id="century apart"),
        pytest.param("1990-06-02-2397", id="date with hyphens"),
        pytest.param("90.06.02 2397", id="date with dots"),
        pytest.param("1990 0602 2397", id="fours"),
        pytest.param("90 06 02 23 97", id="pairs"),
        pytest.param("9 0 0 6 0 2 2 3 9 7", id="one by one"),
        pytest.param("900602-\n2397", id="over two lines"),
        pytest.param("９００６０２－２３９７", id="full width"),
        pytest.param("٩٠٠٦٠٢-٢٣٩٧", id="arabic digits"),
        pytest.param("1️⃣9️⃣9️⃣0️⃣0️⃣6️⃣0️⃣2️⃣-2️⃣3️⃣9️⃣7️⃣", id="keycaps"),
        pytest.param("90\u200b0602-23\u200b97", id="zero width"),
        pytest.param("9OO6O2-2397", id="letter O"),
        pytest.param("**900602**-`2397`", id="markup"),
        pytest.param("900602-XXXX", id="masked"),
        pytest.param("900602xxxx", id="masked without hyphen"),
        pytest.param("900602-23**", id="half masked"),
        pytest.param("900602-T397", id="interim"),
        pytest.param("född 900602, sista fyra är 2397", id="last four in words"),
        pytest.param("pnr 900602, 2397", id="comma after a word about it"),
        pytest.param("19140168-2396", id="coordination number"),
        pytest.param("`x = 199006022397`", id="code"),
        pytest.param("https://example.org/?p=900602%2D2397", id="link"),
        pytest.param("<tel:9006022397>", id="telephone link"),
        pytest.param("20310412-1239", id="future"),
    ],
)
def test_an_identity_number_is_stopped_in_any_disguise(text: str) -> None:
    assert verdict(text) is Verdict.BLOCK
    assert verdict(f"Hej, det gäller {text} som vi sa.") is Verdict.BLOCK


@pytest.mark.parametrize(
    "text",
    [
        "org.nr 212000-0142",
        "16212000-0142",
        "070-174 06 05",
        "0701740605",
        "0910-735 091",
        "+46 70 174 06 33",
        "08-465 004 00",
        "bankgiro 5050-1055",
        "IBAN SE35 5000 0000 0549 1000 0003",
        "1 729 036 kr",
        "13 288 916 kr, 600 000 från oss",
        "t.o.m. 170630",
        "2016-02-01 – 2018-12-31",
        "20260512-1300 anteckningar.docx",
        "202605121300",
        "2026-05-12 13.00-14.30",
        "260512 kl 1300",
        "260512 1300-1500",
        "20260101-20261231",
        "2026-05-12T13:00:00+02:00",
        "dnr 2026/0512-1234",
        "AF-2026/0012 3456",
        "version 2026.0512.1300",
        "mötes-ID 345 678 901 23",
        "20/10 10.15-11.45",
        "t.o.m. 170630. 2018 börjar det nya",
    ],
)
def test_other_figures_pass(text: str) -> None:
    assert verdict(text) is Verdict.ALLOW


@pytest.mark.parametrize(
    "text",
    [
        "En kille i Storby har fått diagnosen bipolär",
        "min klient som bodde i Storby har ptsd",
        "K.B., 41 år, har återfallit i missbruk",
        "kvinna 45 år, utmattningssyndrom",
        "En av ungdomarna är hemlös",
        "en 19-åring har gjort ett självmordsförsök",
        "Tilda Norrhage har sökt försörjningsstöd",
        "Tilda har panikångest",
        "Mamman dricker igen",
        "Han på Storgatan 4 har skyddad identitet",
        "vår deltagare har fått avslag på bostadsbidrag",
        "individ från Storby kommun lyftes i psykiatriteamet",
        "vår kollega Rut Ekvall är långtidssjuk i cancer",
        "hen är född 900602",
        "Rut's client has dementia",
        "A 17-year-old girl has been hospitalised",
        "She has lost her sickness benefit",
        "our participant Tilda has depression",
    ],
)
def test_one_recognisable_persons_private_matter_is_warned_about(text: str) -> None:
    assert verdict(text) is Verdict.WARN


@pytest.mark.parametrize(
    "text",
    [
        "jag är sjuk idag",
        "jag är sjukskriven till fredag",
        "Rut är sjuk",
        "min son har feber, jag vabbar",
        "12 av 40 deltagare har psykisk ohälsa",
        "många unga mår dåligt",
        "deltagarna har ofta skulder",
        "En person som har försörjningsstöd ska delta i aktivitet",
        "Om en person är sjukskriven länge ska en plan finnas",
        "Individen har rätt till sjukpenning efter två veckor",
        "Bo Hedvik informerar om sjukpenning",
        "Karin Lundvall från psykiatrin föreläser om depression",
        "Ny läkare på psykiatrin är Anna Bergvall",
        "Mini Maria har öppet hus om missbruk",
        "punkten är inlagd i dagordningen",
        "det är beroende av budgeten",
        "vi dricker kaffe klockan tre",
        "jag är sjukt trött på det här",
        "avslag på ansökan till ESF",
        "young people with mental illness",
        "she presented the new rules on sickness benefit",
        "I'm off sick today",
    ],
)
def test_groups_work_and_ones_own_absence_pass(text: str) -> None:
    assert verdict(text) is Verdict.ALLOW


def test_a_passage_is_the_sentence_and_the_one_that_tells_who() -> None:
    text = "Budgeten är klar. Vi träffade en tjej från Storby. Hon är inlagd. Lokalen byts i maj."
    assert [text[start:end] for start, end in passages(text)] == ["Vi träffade en tjej från Storby.", "Hon är inlagd."]


def test_the_reason_names_the_matter() -> None:
    assert guard("Tilda Norrhage har sökt försörjningsstöd").reasons == (Reason.BENEFIT,)
    assert guard("900602-2397").reasons == (Reason.IDENTITY_NUMBER,)
    assert guard("19140168-2396").reasons == (Reason.COORDINATION_NUMBER,)


@pytest.mark.parametrize("name", ["journal_900602-2397.pdf", "199006022397.docx"])
def test_a_number_in_a_file_name_is_stopped(name: str) -> None:
    finding = guard("här är filen", file_names=["dagordning.docx", name])
    assert finding.verdict is Verdict.BLOCK
    assert Reason.FILE_NAME in finding.reasons


def test_a_mobile_number_needs_a_word_about_personal_numbers_to_be_stopped() -> None:
    assert verdict("0706022396") is Verdict.ALLOW
    assert verdict("personnummer 070602-2396") is Verdict.BLOCK


@pytest.mark.parametrize("text", ["900602-2397", "٩٠٠٦٠٢", "①②③"])
def test_every_digit_is_masked(text: str) -> None:
    assert not any(letter.isdigit() for letter in mask(text))


@given(
    year=st.integers(0, 99),
    month=st.integers(1, 12),
    day=st.integers(1, 28),
    coordination=st.booleans(),
    last=st.integers(0, 9999),
    between=st.sampled_from(["-", "+", " ", "–", "—", ".", "/", "\u00a0", " - ", "\u2011", "−", "-\n", "\u202f"]),
    around=st.sampled_from([("", ""), ("pnr ", "."), ("(", ")"), ("se ", " i systemet"), ("x_", ".pdf")]),
)
def test_every_possible_date_with_a_separator_and_four_digits_is_stopped(
    year: int, month: int, day: int, coordination: bool, last: int, between: str, around: tuple[str, str]
) -> None:
    number = f"{year:02}{month:02}{day + 60 * coordination:02}{between}{last:04}"
    assert verdict(f"{around[0]}{number}{around[1]}") is Verdict.BLOCK


@given(st.text(max_size=300))
def test_any_text_gets_a_verdict_that_holds_nothing_of_it(text: str) -> None:
    finding = guard(text, file_names=[text[:40]], staff=STAFF)
    assert not re.search(r"\d", repr(finding))
    assert all(0 <= start < end <= len(text) for start, end in passages(text))
    assert len(mask(text)) == len(text)


@given(st.text(alphabet="0123456789-+. /\n\u00a0xXOklnr", max_size=200))
def test_any_heap_of_figures_gets_a_verdict(text: str) -> None:
    assert not re.search(r"\d", repr(guard(text)))


@pytest.mark.parametrize(
    "text",
    [
        "T.B. på lagret är tillbaka i missbruk",
        "den yngste i gruppen kom nyss från behandlingshem",
        "Tibbe har autism och behöver stöd",
        "min kollega Rolf Edman har gått in i väggen",
        "en av våra deltagare, en mamma, is hiding from her ex",
    ],
)
def test_one_who_can_be_recognised_without_a_known_name_is_warned_about(text: str) -> None:
    assert guard(text).verdict is Verdict.WARN


@pytest.mark.parametrize("text", ["Autism är vanligt", "Personalen har gått in i väggen", "Vuxna har sjukpenning"])
def test_what_is_said_of_many_is_let_through(text: str) -> None:
    assert guard(text).verdict is Verdict.ALLOW
