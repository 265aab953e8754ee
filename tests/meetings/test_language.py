"""Both languages say the same things, and dates, times and names come out as each language writes them."""

import re
import string
from datetime import date, time

import pytest

from meetings.document import Run
from meetings.language import LANGUAGES, Language, Texts, strings_of, texts_for

SWEDISH, ENGLISH = strings_of("sv"), strings_of("en")

# Names, and strings of placeholders and punctuation only.
SAME_IN_BOTH: frozenset[str] = frozenset({"minutes.attendance.organisation", "slack.door.socket"})


def placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def words(text: str) -> str:
    return re.sub(r"\{\w+\}|[^\w]", "", text)


def test_both_languages_have_the_same_keys() -> None:
    assert sorted(SWEDISH) == sorted(ENGLISH)


@pytest.mark.parametrize("key", sorted(SWEDISH))
def test_a_text_has_the_same_simple_placeholders_in_both_languages(key: str) -> None:
    assert placeholders(SWEDISH[key]) == placeholders(ENGLISH[key])
    assert all(name.isidentifier() for name in placeholders(SWEDISH[key]))


@pytest.mark.parametrize("key", sorted(SWEDISH))
def test_no_text_was_left_untranslated(key: str) -> None:
    if key not in SAME_IN_BOTH and words(SWEDISH[key]):
        assert SWEDISH[key] != ENGLISH[key]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_plural_has_both_forms(language: Language) -> None:
    strings = strings_of(language)
    singular = {key.removesuffix(".one") for key in strings if key.endswith(".one")}
    assert singular == {key.removesuffix(".other") for key in strings if key.endswith(".other")}
    assert all("n" in placeholders(strings[f"{key}.other"]) for key in singular)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_renders(language: Language) -> None:
    for key, text in strings_of(language).items():
        values: dict[str, object] = dict.fromkeys(placeholders(text), "*x*")
        name = key.removesuffix(".one").removesuffix(".other")
        rendered = texts_for(language).t(name, **values | {"n": 1 if key.endswith(".one") else 2})
        assert rendered.replace("*x*", "").count("*") == 0, key
        assert "{" not in rendered, key


def test_an_unknown_key_is_an_error() -> None:
    with pytest.raises(KeyError, match=r"minutes\.nowhere"):
        texts_for("sv").t("minutes.nowhere")


def test_a_missing_placeholder_is_an_error() -> None:
    with pytest.raises(KeyError, match="time"):
        texts_for("sv").t("dates.at", date="i dag")


PLURALS = Texts("sv", {"a.one": "{n} punkt", "a.other": "{n} punkter", "b": "Skriv `ångra`: *{title}*, **{n}**"})


@pytest.mark.parametrize(("n", "said"), [(0, "0 punkter"), (1, "1 punkt"), (2, "2 punkter")])
def test_the_plural_follows_the_count(n: int, said: str) -> None:
    assert PLURALS.t("a", n=n) == said


def test_a_plural_without_a_count_is_an_error() -> None:
    with pytest.raises(KeyError):
        PLURALS.t("a")
    with pytest.raises(TypeError):
        PLURALS.t("a", n="två")


def test_marks_count_in_the_catalogue_but_not_in_what_is_put_in() -> None:
    assert PLURALS.runs("b", title="**{n}** `x`", n=3) == (
        Run("Skriv "),
        Run("ångra", code=True),
        Run(": "),
        Run("**{n}** `x`", italic=True),
        Run(", "),
        Run("3", bold=True),
    )
    assert PLURALS.t("b", title="*", n=3) == "Skriv ångra: *, 3"


MONDAY = date(2026, 3, 23)


@pytest.mark.parametrize(
    ("language", "full", "short", "with_year", "month"),
    [
        ("sv", "måndag 23 mars 2026", "mån 23 mars", "mån 23 mars 2026", "mars 2026"),
        ("en", "Monday, 23 March 2026", "Mon 23 March", "Mon 23 March 2026", "March 2026"),
    ],
)
def test_dates_have_their_weekday(language: Language, full: str, short: str, with_year: str, month: str) -> None:
    texts = texts_for(language)
    assert texts.full_date(MONDAY) == full
    assert texts.short_date(MONDAY) == texts.short_date(MONDAY, date(2026, 12, 31)) == short
    assert texts.short_date(MONDAY, date(2025, 12, 31)) == with_year
    assert texts.month(MONDAY) == month


@pytest.mark.parametrize(
    ("language", "span", "whole", "open_end"),
    [
        ("sv", "13.00–14.30", "måndag 23 mars 2026 kl. 13.00–14.30", "måndag 23 mars 2026 kl. 13.00"),
        ("en", "13:00–14:30", "Monday, 23 March 2026, 13:00–14:30", "Monday, 23 March 2026, 13:00"),
    ],
)
def test_times_are_written_with_24_hours(language: Language, span: str, whole: str, open_end: str) -> None:
    texts = texts_for(language)
    assert texts.time_range(time(13), time(14, 30)) == span
    assert texts.date_time_range(MONDAY, time(13), time(14, 30)) == whole
    assert texts.date_time_range(MONDAY, time(13)) == open_end
    assert texts.date_time_range(MONDAY) == texts.full_date(MONDAY)


@pytest.mark.parametrize(
    ("names", "swedish", "english"),
    [
        ([], "", ""),
        (["Tyra"], "Tyra", "Tyra"),
        (["Tyra", "Bror"], "Tyra och Bror", "Tyra and Bror"),
        (["Tyra", "Bror", "Vega"], "Tyra, Bror och Vega", "Tyra, Bror and Vega"),
    ],
    ids=len,
)
def test_names_are_listed_as_the_language_does(names: list[str], swedish: str, english: str) -> None:
    assert (texts_for("sv").names(names), texts_for("en").names(names)) == (swedish, english)


def test_alternatives_are_joined_by_or() -> None:
    assert texts_for("sv").either(["Tyra", "Bror"]) == "Tyra eller Bror"
    assert texts_for("en").either(["Tyra", "Bror", "Vega"]) == "Tyra, Bror or Vega"
