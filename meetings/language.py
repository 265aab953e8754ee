"""The bot's texts in Swedish and English, and dates, times and lists of names as each language writes them."""

import datetime
import re
import tomllib
from collections.abc import Mapping, Sequence
from functools import cache
from importlib import resources
from typing import Any, Literal

from meetings.document import Paragraph, Run

Language = Literal["sv", "en"]

LANGUAGES: tuple[Language, ...] = ("sv", "en")

# British English, because plain "en" writes 3/23/26 and 1:00 PM.
_LOCALES: Mapping[Language, str] = {"sv": "sv", "en": "en_GB"}
# Swedish documents write the clock with a dot.
_CLOCKS: Mapping[Language, str] = {"sv": "%H.%M", "en": "%H:%M"}
_MARKED = re.compile(r"\*\*(?P<bold>[^*]+)\*\*|\*(?P<italic>[^*]+)\*|`(?P<code>[^`]+)`")


class Texts:
    """A language's catalogue: strings with {placeholders}, plural forms, and light marks for looks.

    A string may hold **bold**, *italics* and `something to type`. The marks count in the catalogue only: a value
    put in a placeholder is never read as markup. An unknown key or a missing placeholder raises KeyError.
    """

    def __init__(self, language: Language, strings: Mapping[str, str]) -> None:
        self.language: Language = language
        self._strings = strings
        self._locale = _LOCALES[language]

    def t(self, key: str, /, **values: object) -> str:
        """Return the text as plain words; a key with plural forms is chosen by `n`."""
        return "".join(run.text for run in self.runs(key, **values))

    def runs(self, key: str, /, **values: object) -> tuple[Run, ...]:
        """Return the text as runs, with the looks that the catalogue marks."""
        template = self._template(key, values)
        made: list[Run] = []
        end = 0
        for found in _MARKED.finditer(template):
            made.append(Run(template[end : found.start()]))
            look = found.lastgroup or ""
            made.append(Run(found[look], bold=look == "bold", italic=look == "italic", code=look == "code"))
            end = found.end()
        made.append(Run(template[end:]))
        filled = (Run(run.text.format(**values), run.bold, run.italic, run.code) for run in made)
        return tuple(run for run in filled if run.text)

    def paragraph(self, key: str, /, **values: object) -> Paragraph:
        """Return the text as a paragraph, with the looks that the catalogue marks."""
        return Paragraph(self.runs(key, **values))

    def full_date(self, day: datetime.date) -> str:
        """Return the date with weekday and year: måndag 23 mars 2026."""
        from babel.dates import format_date

        return format_date(day, "full", locale=self._locale)

    def short_date(self, day: datetime.date, reference: datetime.date | None = None) -> str:
        """Return the date with its weekday, and the year when it is another than the reference's: mån 23 mars."""
        from babel.dates import format_date

        # Months in full: "tis 3 feb." ends a sentence badly.
        other_year = reference is not None and day.year != reference.year
        return format_date(day, "EEE d MMMM y" if other_year else "EEE d MMMM", locale=self._locale)

    def month(self, day: datetime.date) -> str:
        """Return the date's month and year: mars 2026."""
        from babel.dates import format_skeleton

        return format_skeleton("yMMMM", day, locale=self._locale)

    def clock(self, at: datetime.time) -> str:
        """Return the time of day: 13.00."""
        return at.strftime(_CLOCKS[self.language])

    def time_range(self, start: datetime.time, end: datetime.time | None = None) -> str:
        """Return the time of day, or the span: 13.00–14.30."""
        return self.clock(start) if end is None else f"{self.clock(start)}–{self.clock(end)}"

    def date_time_range(
        self, day: datetime.date, start: datetime.time | None = None, end: datetime.time | None = None
    ) -> str:
        """Return date and span as far as they are known: måndag 23 mars 2026 kl. 13.00–14.30."""
        if start is None:
            return self.full_date(day)
        return self.t("dates.at", date=self.full_date(day), time=self.time_range(start, end))

    def names(self, names: Sequence[str]) -> str:
        """Return the names as one list: A, B och C."""
        from babel.lists import format_list

        return format_list(names, style="standard", locale=self._locale)

    def either(self, choices: Sequence[str]) -> str:
        """Return the choices as alternatives: A eller B."""
        from babel.lists import format_list

        return format_list(choices, style="or", locale=self._locale)

    def _template(self, key: str, values: Mapping[str, object]) -> str:
        if key in self._strings:
            return self._strings[key]
        if f"{key}.other" not in self._strings:
            raise KeyError(f"no text {key!r} in {self.language}")
        count = values["n"]
        if not isinstance(count, int):
            raise TypeError(f"text {key!r} is chosen by a whole number n, not by {count!r}")
        from babel import Locale

        return self._strings[f"{key}.{Locale.parse(self._locale).plural_form(count)}"]


@cache
def texts_for(language: Language) -> Texts:
    """Return the language's catalogue, read once."""
    return Texts(language, strings_of(language))


def strings_of(language: Language) -> dict[str, str]:
    """Return every string of the language by its dotted key."""
    source = resources.files("meetings").joinpath("texts", f"{language}.toml").read_text(encoding="utf-8")
    return dict(_flatten(tomllib.loads(source)))


def _flatten(table: Mapping[str, Any], prefix: str = "") -> list[tuple[str, str]]:
    flat: list[tuple[str, str]] = []
    for name, value in table.items():
        flat += _flatten(value, f"{prefix}{name}.") if isinstance(value, dict) else [(f"{prefix}{name}", value)]
    return flat
