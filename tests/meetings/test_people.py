"""A name means one person, several (ask), or nobody known; never a guess."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from meetings.group import Person
from meetings.people import find_names, looks_like_name, organisations, resolve, resolve_organisation, split_names

KNOWN = {
    "britt": ("Britt-Marie Ekvall", "Ekeby kommun", ("BM",)),
    "lena": ("Lena Maj Granfors", "Region Ekdal", ()),
    "lena_o": ("Lena Olsson Brinkman", "Försäkringskassan", ()),
    "carina": ("Carina Modig", "Region Ekdal", ()),
    "karina": ("Karina Rosvall", "Arbetsförmedlingen", ()),
    "goran": ("Göran T Sundell", "Ekeby kommun", ()),
    "anna": ("Anna Bergsten", "Ekeby kommun", ()),
    "per": ("Per-Åke Hjelm", "Samordningsförbundet Ekdal", ("Perra",)),
    "maj": ("Maj Lindqvist", "Ekeby kommun", ()),
    "fatima": ("Fatima al-Rashid", "Arbetsförmedlingen", ()),
    "gustaf": ("Gustaf Ståhle", "Region Ekdal", ()),
    "gustav": ("Henrik Ståle", "Region Ekdal", ()),
}
PEOPLE = tuple(
    Person(id=key, name=name, organisation=organisation, aliases=aliases, account=f"U{place}")
    for place, (key, (name, organisation, aliases)) in enumerate(KNOWN.items())
)
PLACES = organisations(PEOPLE)


@pytest.mark.parametrize(
    ("query", "meant"),
    [
        ("Britt-Marie Ekvall", "britt"),
        ("britt marie", "britt"),
        ("brittmarie ekvall", "britt"),
        ("B-M Ekvall", "britt"),
        ("BM", "britt"),
        ("Britt-Marie E", "britt"),
        ("Lena Maj G", "lena"),
        ("Lena-Maj", "lena"),
        ("Lena Brinkman", "lena_o"),
        ("Olsson", "lena_o"),
        ("Brinkman, Lena", "lena_o"),
        ("Lena på FK", "lena_o"),
        ("Lena (regionen)", "lena"),
        ("Göran Sundell", "goran"),
        ("Goran", "goran"),
        ("Sundells", "goran"),
        ("Görans", "goran"),
        ("@Göran!", "goran"),
        ("Per Åke", "per"),
        ("PÅ", "per"),
        ("Perra", "per"),
        ("Hjälm", "per"),
        ("Lindkvist", "maj"),
        ("al-Rashid", "fatima"),
        ("Carina Modig", "carina"),
        ("Karina R", "karina"),
        ("Ståhle", "gustaf"),
        ("Gustav", "gustaf"),
        ("<@U3>", "carina"),
    ],
)
def test_a_name_that_fits_one_person_means_her(query: str, meant: str) -> None:
    match = resolve(query, PEOPLE)
    assert match.person is not None
    assert match.person.id == meant


@pytest.mark.parametrize(
    ("query", "meant"),
    [
        pytest.param("Lena", {"lena", "lena_o"}, id="two with the first name"),
        pytest.param("Carina", {"carina", "karina"}, id="a twin that sounds the same"),
        pytest.param("Karinas", {"carina", "karina"}, id="a twin, in the genitive"),
        pytest.param("Stahle", {"gustaf", "gustav"}, id="a surname spelt like nobody's"),
    ],
)
def test_one_asks_when_several_may_be_meant(query: str, meant: set[str]) -> None:
    match = resolve(query, PEOPLE)
    assert match.person is None
    assert {person.id for person in match.candidates} == meant


@pytest.mark.parametrize(
    "query",
    [
        pytest.param("Anna Berg", id="a whole surname that another begins with"),
        pytest.param("Marie", id="the second half of a double name"),
        pytest.param("Göran Nilsson", id="a known first name with another surname"),
        pytest.param("Fatima från kommunen", id="another organisation"),
        pytest.param("Britta Ekwald", id="only nearly right"),
        pytest.param("Rut", id="nobody"),
        pytest.param("", id="nothing"),
        pytest.param("!?", id="no letters"),
        pytest.param("<@U99>", id="an unknown account"),
    ],
)
def test_a_name_that_fits_nobody_is_unknown(query: str) -> None:
    match = resolve(query, PEOPLE)
    assert match.person is None
    assert match.candidates == ()


def test_a_near_miss_is_suggested_but_not_taken() -> None:
    match = resolve("Granfros", PEOPLE)
    assert match.person is None
    assert [person.id for person in match.suggestions] == ["lena"]


@pytest.mark.parametrize("person", PEOPLE, ids=lambda person: person.id)
def test_a_full_name_means_its_bearer_however_it_is_encoded(person: Person) -> None:
    for form in ("NFC", "NFD"):
        assert resolve(unicodedata.normalize(form, person.name).upper(), PEOPLE).person == person


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Närvarande: Lena-Maj G, Göran och Fatima al-Rashid.", ["lena", "goran", "fatima"]),
        ("I maj kommer Maj.", ["maj"]),
        ("Maj kommer inte", ["maj"]),
        ("Lunch i Maj", []),
        ("Per 2015-06-30 är resultatet gott", []),
        ("Göran Nilsson är ny", []),
        ("göran kommer", []),
        ("britt-marie ekvall kommer", ["britt"]),
        ("Sundells rapport", ["goran"]),
        ("Lena på FK tar det", ["lena_o"]),
    ],
)
def test_names_are_found_in_running_text(text: str, found: list[str]) -> None:
    mentions = find_names(text, PEOPLE)
    assert [mention.match.person.id for mention in mentions if mention.match.person] == found
    assert all(text[mention.start : mention.end] == mention.text for mention in mentions)


def test_a_mention_that_fits_two_carries_both() -> None:
    (mention,) = find_names("Carina återkommer", PEOPLE)
    assert {person.id for person in mention.match.candidates} == {"carina", "karina"}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Rut M, Conny, Boel o jag", ("Rut M", "Conny", "Boel", "jag")),
        ("Siv, Ulf och jag", ("Siv", "Ulf", "jag")),
        ("A, B & C", ("A", "B", "C")),
        ("Ann-Marie Ek och Göran O Sand", ("Ann-Marie Ek", "Göran O Sand")),
        ("Rut Ek/ersätter Boel", ("Rut Ek/ersätter Boel",)),
        ("Rut eller Boel", ("Rut eller Boel",)),
        ("- Siv\n- Ulf", ("Siv", "Ulf")),
        ("", ()),
    ],
)
def test_a_list_of_names_is_cut_into_names(text: str, names: tuple[str, ...]) -> None:
    assert split_names(text) == names


@pytest.mark.parametrize("text", ["Ros-Marie Mendes Ekblad", "Göran T Sund", "Eva von Arn", "Rosita", "Tor O'Neal"])
def test_a_name_is_known_by_its_looks(text: str) -> None:
    assert looks_like_name(text)


@pytest.mark.parametrize(
    "text", ["Tack", "Måndag", "Region Ekdal", "Ekeby kommun", "Ny punkt", "eva ek", "10 maj", "", "Budget"]
)
def test_other_words_are_no_names(text: str) -> None:
    assert not looks_like_name(text)


@pytest.mark.parametrize(
    ("query", "meant"),
    [
        ("FK", "Försäkringskassan"),
        ("Af", "Arbetsförmedlingen"),
        ("AF:s", "Arbetsförmedlingen"),
        ("kommunens", "Ekeby kommun"),
        ("regionen", "Region Ekdal"),
        ("förbundet", "Samordningsförbundet Ekdal"),
        ("Ekeby", "Ekeby kommun"),
        ("Ekdal", ("Region Ekdal", "Samordningsförbundet Ekdal")),
        ("the region", "Region Ekdal"),
        ("Skatteverket", "Skatteverket"),
        ("IFO", None),
        ("", None),
    ],
)
def test_an_organisation_is_known_by_its_short_name(query: str, meant: str | tuple[str, ...] | None) -> None:
    assert resolve_organisation(query, PLACES) == meant


def test_two_municipalities_make_the_word_ambiguous() -> None:
    assert resolve_organisation("kommunen", ["Ekeby kommun", "Viks kommun"]) == ("Ekeby kommun", "Viks kommun")


def test_the_groups_own_short_names_come_first() -> None:
    assert resolve_organisation("FK", ["Friskolan Knuten"], {"FK": "Friskolan Knuten"}) == "Friskolan Knuten"


@given(st.text(max_size=200))
def test_any_text_is_answered(text: str) -> None:
    match = resolve(text, PEOPLE)
    assert match.person is None or match.candidates == ()
    find_names(text, PEOPLE)
    split_names(text)
    looks_like_name(text)
    resolve_organisation(text, PLACES)


@pytest.mark.parametrize(
    ("query", "found"),
    [
        pytest.param("chefen Siv", "Siv Alm", id="a title before the name"),
        pytest.param("Siv IFO", "Siv Berg", id="a place of work after it"),
        pytest.param("doktor Alm", "Siv Alm", id="a title that stands for another"),
        pytest.param("läkaren Berg", None, id="a title that is not hers"),
    ],
)
def test_a_title_tells_apart_those_who_share_a_name(query: str, found: str | None) -> None:
    people = (
        Person(id="t1", name="Siv Alm", role="Läkare och enhetschef", organisation="Regionen"),
        Person(id="t2", name="Siv Berg", role="Handläggare IFO", organisation="Kommunen"),
    )
    match = resolve(query, people)
    assert (match.person.name if match.person else None) == found


@pytest.mark.parametrize(
    ("query", "name"),
    [
        pytest.param("rektorn Siv", "Siv Ask", id="title before"),
        pytest.param("Siv Ask rektor", "Siv Ask", id="title after"),
        pytest.param("doktor Ask", "Bo Ask", id="title in another word"),
        pytest.param("FK-Siv", "Siv Lund", id="agency before"),
        pytest.param("kommunens Siv", "Siv Ask", id="organisation before"),
        pytest.param("PO Lind", "Per-Olof Lind", id="initials and surname"),
        pytest.param("Lasse Lind", "Lars Lind", id="other first name and surname"),
        pytest.param("Lund S", "Siv Lund", id="surname and initial"),
    ],
)
def test_what_stands_beside_a_name_tells_who_is_meant(query: str, name: str) -> None:
    match = resolve(query, NAMESAKES)
    assert match.person is not None
    assert match.person.name == name


@pytest.mark.parametrize("query", ["Siv AF", "Siv Berg", "Bo Lund", "Eva Ask", "rektorn", "läkaren Siv"])
def test_a_name_that_its_title_or_surname_does_not_fit_is_nobody(query: str) -> None:
    match = resolve(query, NAMESAKES)
    assert match.person is None
    assert not match.candidates


def test_a_first_name_spelt_nearly_so_before_a_known_surname_is_asked_about() -> None:
    match = resolve("Sivi Lund", NAMESAKES)
    assert {person.name for person in match.candidates} == {"Siv Lund", "Siv Ask"}


NAMESAKES = (
    Person(id="n1", name="Siv Ask", role="Rektor", organisation="Nordviks kommun"),
    Person(id="n2", name="Siv Lund", role="Handläggare", organisation="Försäkringskassan"),
    Person(id="n3", name="Bo Ask", role="Läkare", organisation="Region Nordvik"),
    Person(id="n4", name="Per-Olof Lind", role="Samordnare", organisation="Nordviks kommun"),
    Person(id="n5", name="Lars Lind", role="Strateg", organisation="Region Nordvik", aliases=("Lasse",)),
)
