"""A person's name is taken out of text in every way it is written, and no other's is."""

import pytest

from meetings.people.forgetting import Forgetting

CALLED = "Borttagen person 1"
OTHERS = ("Elin Strand", "Sven-Åke Backe")
VALBORG = Forgetting(["Valborg Hed-Ekman"], CALLED, accounts=["U0VAL"], others=OTHERS)
ELIN = Forgetting(["Elin Sand"], CALLED, others=OTHERS)


@pytest.mark.parametrize(
    ("text", "left"),
    [
        pytest.param("Valborg Hed-Ekman tar fram underlag", f"{CALLED} tar fram underlag", id="in full"),
        pytest.param("valborg hed ekman är med", f"{CALLED} är med", id="small letters and no hyphen"),
        pytest.param("Hed-Ekman, Valborg", CALLED, id="surname first"),
        pytest.param("Valborg Hed-Ekmans förslag", f"{CALLED}:s förslag", id="genitive"),
        pytest.param("Valborg H. ersätter", f"{CALLED} ersätter", id="with an initial"),
        pytest.param("V. Hed-Ekman", CALLED, id="an initial and the surname"),
        pytest.param("Valborg meddelar förhinder", f"{CALLED} meddelar förhinder", id="given name alone"),
        pytest.param("Valborgs punkt", f"{CALLED}:s punkt", id="given name in the genitive"),
        pytest.param("<@U0VAL> tar det, <@U0VAL|valborg> också", f"{CALLED} tar det, {CALLED} också", id="mention"),
        pytest.param("@Valborg Hed-Ekman kan du?", f"{CALLED} kan du?", id="at sign"),
        pytest.param("valborg.hed.ekman@example.org", CALLED, id="address"),
        pytest.param("Valborgsmässoafton är stängd", "Valborgsmässoafton är stängd", id="a longer word"),
        pytest.param("hos valborg i byn", "hos valborg i byn", id="given name alone with a small letter"),
        pytest.param("Hed kommun", "Hed kommun", id="a part of the surname"),
    ],
)
def test_every_way_of_writing_a_name_is_replaced(text: str, left: str) -> None:
    assert VALBORG.text(text) == left
    assert VALBORG.names(text) == (text != left)


def test_a_given_name_that_somebody_else_has_is_left_and_told_of() -> None:
    assert ELIN.text("Elin tar det") == "Elin tar det"
    assert ELIN.may_name("Elin tar det")
    assert ELIN.text("Elin Sand och Elin Strand") == f"{CALLED} och Elin Strand"


def test_a_given_name_that_is_an_ordinary_word_is_left_and_told_of() -> None:
    maj = Forgetting(["Maj Lindqvist"], CALLED)
    assert (
        maj.text("Maj är full av helgdagar. Maj Lindqvist är ledig.") == f"Maj är full av helgdagar. {CALLED} är ledig."
    )
    assert maj.may_name("i Maj")


def test_it_goes_through_what_json_holds() -> None:
    kept = {"Elin Sand": ["Elin Sand", {"name": "Elin Sands", "n": 3, "none": None}]}
    assert ELIN.value(kept) == {"Elin Sand": [CALLED, {"name": f"{CALLED}:s", "n": 3, "none": None}]}


@pytest.mark.parametrize("name", ["", " ", "Kim", "A B", "Ö. Ö", "(Anna) [x", "李 明"], ids=repr)
def test_any_name_at_all_can_be_forgotten(name: str) -> None:
    forgetting = Forgetting([name], CALLED)
    assert forgetting.text("en text utan namn") == "en text utan namn"
    assert not name.strip() or forgetting.text(name.strip()) == CALLED
