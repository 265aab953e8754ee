"""Templates for groups: what a Mysam group, a board, a project group or an association begins with."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any, Literal

from meetings.group import Document, GroupSettings, StandingItem
from meetings.words import fold

_KINDS_OF_GROUP = re.compile(
    r"^(?:mysam|lokal\w*|samverkan\w*|arbetsgrupp\w*|projekt\w*|styrelse\w*|styrgrupp\w*|grupp\w*|förening\w*|nämnd\w*|i|för|the)\b[\s:–-]*",
    re.IGNORECASE,
)
_PLACES: tuple[Literal["head", "tail"], ...] = ("head", "tail")
_OPEN_END = re.compile(r"[aeiouyåäösxz]$", re.IGNORECASE)
_TOWNS = {
    "borås": "Borås Stad",
    "göteborg": "Göteborgs Stad",
    "haparanda": "Haparanda stad",
    "helsingborg": "Helsingborgs stad",
    "kalmar": "Kalmar kommun",
    "landskrona": "Landskrona stad",
    "lidingö": "Lidingö stad",
    "malmö": "Malmö stad",
    "mölndal": "Mölndals stad",
    "solna": "Solna stad",
    "stockholm": "Stockholms stad",
    "sundbyberg": "Sundbybergs stad",
    "trollhättan": "Trollhättans Stad",
    "vaxholm": "Vaxholms stad",
    "västerås": "Västerås stad",
}
"""Municipalities that are not called by their name and "s kommun"."""


@dataclass(frozen=True)
class Template:
    """What a kind of group begins with."""

    id: str
    words: tuple[str, ...]
    settings: dict[str, Any]

    def name(self, language: str) -> str:
        """Give what it is called when it is offered."""
        return str(self.settings["name_en" if language == "en" else "name"])


def templates() -> tuple[Template, ...]:
    """Give the templates, in the order they are offered."""
    return tuple(
        Template(name, tuple(table["words"]), {key: value for key, value in table.items() if key != "words"})
        for name, table in _read().items()
    )


def find_template(words: str) -> Template | None:
    """Find the template that people call by these words, whole or with an ending: "Mysam-", "styrelsens"."""
    said = fold(words).strip(" -\"'”“»«.")
    for template in templates():
        if any(said == word or said.rstrip("s") in (word, f"{word}n", f"{word}en") for word in template.words):
            return template
    return None


def apply_template(template: Template, group: GroupSettings) -> tuple[GroupSettings, tuple[str, ...]]:
    """Give the settings with the template in place of what it decides, and the names of the settings it decides."""
    given = template.settings
    language = "_en" if group.language == "en" else ""
    standing = tuple(
        StandingItem(title=title, place=place) for place in _PLACES for title in given[f"{place}{language}"]
    )
    changes: dict[str, Any] = {
        "template": template.id,
        "document": Document(given["document"]),
        "style": given["style"],
        "level": given["level"],
        "first_paragraph": given.get("first_paragraph"),
        "standing": standing,
        "guests": tuple(given.get("guests", ())),
        "parties": tuple(party for one in given.get("parties", ()) for party in _party(one, group.name)),
    }
    if "reminders" in given:
        changes["reminders"] = group.reminders.model_copy(update=given["reminders"])
    if group.first_paragraph is not None and changes["first_paragraph"] is not None:
        del changes["first_paragraph"]
    return group.model_copy(update=changes), tuple(changes)


def municipalities(name: str) -> tuple[str, ...]:
    """Give the municipalities in a group's name: *Mysam Hofors* is of Hofors kommun, *Mysam A och B* of two."""
    rest = name.strip()
    while (kind := _KINDS_OF_GROUP.match(rest)) is not None and kind.end():
        rest = rest[kind.end() :]
    if re.search(r"\b(?:kommun|stad)\b", rest, re.IGNORECASE):
        return (rest,)
    places = [place.strip(" ,") for place in re.split(r"\s+(?:och|o|and|&|/)\s+|\s*[/–]\s*|,\s*", rest)]
    return tuple(_municipality(place) for place in places if place[:1].isalpha())


def _municipality(place: str) -> str:
    known = _TOWNS.get(fold(place))
    if known is not None:
        return known
    ending = "" if _OPEN_END.search(place) else "s"
    return f"{place[0].upper()}{place[1:]}{ending} kommun"


def _party(party: str, name: str) -> tuple[str, ...]:
    return municipalities(name) if party == "{municipality}" else (party,)


@cache
def _read() -> dict[str, dict[str, Any]]:
    return tomllib.loads(resources.files("handlers.groups").joinpath("templates.toml").read_text(encoding="utf-8"))
