"""Find what a sentence tells of health, benefits, protection, family or birth, whoever it is about."""

import re
from collections.abc import Sequence
from enum import Enum

from meetings.personal import lexicon
from meetings.words import fold, plain

__all__ = ["Matter", "matter_of", "may_tell"]


class Matter(Enum):
    """What a passage about one person is about."""

    HEALTH = "health"
    BENEFIT = "benefit"
    PROTECTION = "protection"
    FAMILY = "family"
    BIRTH_DATE = "birth_date"


_STEM_SIZE = 3


def _by_beginning(lists: Sequence[tuple[Sequence[str], Matter]]) -> dict[str, list[tuple[str, Matter]]]:
    """Arrange the beginnings by their first letters, so that most words are looked up once and found missing."""
    arranged: dict[str, list[tuple[str, Matter]]] = {}
    for stems, matter in lists:
        for stem in stems:
            arranged.setdefault(stem[:_STEM_SIZE], []).append((stem, matter))
    return arranged


_STEMS = _by_beginning(
    (
        (lexicon.HEALTH, Matter.HEALTH),
        (lexicon.BENEFIT, Matter.BENEFIT),
        (lexicon.PROTECTION, Matter.PROTECTION),
        (lexicon.FAMILY, Matter.FAMILY),
    )
)

# What is sensitive only in these words together. A phrase is looked for where one of its words stands, so that most
# sentences cost nothing.
_PHRASE_LIST: tuple[tuple[str, tuple[str, ...], Matter], ...] = (
    (
        "mår mående mådde må",
        (
            r"\bm(?:år|ådde|å)\b(?:\s+\w+){0,3}?\s+(?:jätte)?(?:dåligt|sämre|illa|kass\w*|uselt|skit\w*|psykiskt)",
            r"\bmår inte (?:så )?bra",
            r"\bmår\s+\w*dåligt",
            r"dåligt mående",
        ),
        Matter.HEALTH,
    ),
    (
        "dricker drack druckit",
        (r"\b(?:dricker|drack|druckit)\b(?!\s+(?:\w+\s+)?(?:kaffe|te|vatten|saft|mjölk))",),
        Matter.HEALTH,
    ),
    ("inlagd inneliggande", (r"\binlagd\b(?! i (?:system|kalender|dagordning))", "inneliggande"), Matter.HEALTH),
    ("psyk bup", (r"\bpsyk\b", r"\bbup\b"), Matter.HEALTH),
    ("ohälsa ohälsan", (r"psykisk\w* ohälsa",), Matter.HEALTH),
    ("sjuk", (r"\b(?:svårt|allvarligt|psykiskt|kroniskt|obotligt|dödligt|fysiskt) sjuk\b",), Matter.HEALTH),
    (
        "add ocd kol ms als hiv",
        (r"\b(?:har|fått|med|lider av|has|with)\s+(?:\w+\s+)?(?:add|ocd|kol|ms|als|hiv)\b",),
        Matter.HEALTH,
    ),
    (
        "drog droger drogar beroende återfall",
        (
            r"\bdrog(?:er|ar|en)?\b",
            r"\bberoende\b(?! (?:av|på))",
            r"\bberoende av (?:alko|drog|spel|tablett)",
            r"\båterfall\b",
        ),
        Matter.HEALTH,
    ),
    ("väggen", (r"\b(?:gå|går|gick|gått|gick rätt) in i väggen",), Matter.HEALTH),
    (
        "gömmer gömd gömt hiding hides",
        (r"\b(?:gömmer|gömt) sig\b", r"\blever gömd\b", r"\b(?:is|are|been|was) hiding from\b", r"\bhides from\b"),
        Matter.PROTECTION,
    ),
    ("liv livet", (r"\bt(?:a|og|agit) (?:sitt|livet)", r"\blivet av sig"), Matter.HEALTH),
    (
        "psykiatrin psykiatri psykiatriteamet psykiatriteam rättspsykiatrin beroendevården beroendemottagningen",
        ("psykiatr", "beroendevård", "beroendemott"),
        Matter.HEALTH,
    ),
    (
        "skyddad skyddat skyddade protected",
        (r"skydda\w+ (?:identitet|boende|person|adress|folkbok)", r"protected (?:identity|address)"),
        Matter.PROTECTION,
    ),
    (
        "våld våldet hotad hotas slagen slår slog shelter violence violent",
        (r"\bvåld\w*\b", r"\bhota[ds]\b", r"\bblivit slagen", r"\bsl(?:år|og) sin", r"\bshelter\b", r"violen(?:ce|t)"),
        Matter.PROTECTION,
    ),
    ("lvu lvm lpt hvb-hem hvb", (r"\b(?:lvu|lvm|lpt|hvb)\b",), Matter.PROTECTION),
    ("bistånd biståndet", ("ekonomiskt bistånd",), Matter.BENEFIT),
    (
        "bidrag bidraget soc",
        (
            r"\b(?:får|lever på|fått|söker|sökt|förlorat|utan|indrag\w+)\s+(?:\w+\s+)?bidrag(?:et)?\b",
            r"\b(?:går|lever|är) på soc\b",
        ),
        Matter.BENEFIT,
    ),
    ("avslag", (r"\b(?:fått|fick|får) avslag",), Matter.BENEFIT),
    ("skulder skuld", (r"\b(?:har|hade|stora|med|få|fått|drar på sig)\s+(?:\w+\s+)?skuld(?:er)?\b",), Matter.BENEFIT),
    (
        "ersättning ersättningen",
        (r"\b(?:utan|indragen|indrag\w+|av med|förlorat|nekats|får|fått)\s+(?:\w+\s+)?ersättning(?:en)?\b",),
        Matter.BENEFIT,
    ),
    (
        "benefit benefits allowance allowances assistance support leave sick-leave",
        (
            r"\b(?:sickness|disability|housing|unemployment|activity|child)(?: \w+)? (?:benefit|allowance)s?",
            r"(?:lost|on|gets?|receiv\w+|denied) (?:\w+ )?benefits?",
            r"social assistance",
            r"income support",
            r"sick[- ]leave",
        ),
        Matter.BENEFIT,
    ),
    ("debt debts", (r"\b(?:has|in|with|have|had) (?:\w+ )?debts?\b",), Matter.BENEFIT),
    (
        "drinks drinking drunk drugs drug",
        (
            r"\b(?:is|started|been|keeps|and) drinking\b",
            r"\bdrinks (?:again|too|heavily)",
            r"\bdrugs?\b",
            r"\bdrunk\b",
        ),
        Matter.HEALTH,
    ),
    ("mental mentally", (r"mental (?:health|illness|breakdown)", r"mentally ill"), Matter.HEALTH),
    ("ill sick eating", (r"(?:seriously|severely|chronically) (?:ill|sick)", r"eating disorder"), Matter.HEALTH),
    (
        "barn barnen",
        (r"barn(?:en)?\b.{0,30}\b(?:placera|omhändertag|lvu|soc)", r"(?:har|med|,)\s(?:två|tre|fyra|fem) barn\b"),
        Matter.FAMILY,
    ),
    ("skiljer skilde separerat", (r"\b(?:skiljer|skilde) sig\b", r"\bseparerat\b"), Matter.FAMILY),
)
_PHRASES = {
    key: (re.compile("|".join(patterns)), matter) for keys, patterns, matter in _PHRASE_LIST for key in keys.split()
}

_LETTERS = re.compile(r"[^\W\d_]+")
_BIRTH_WORDS = frozenset(
    ["född", "fött", "födelsedatum", "födelsedag", "födelsetid", "born", "dob", "birth", "f.", "f"]
)
_DATE = "|".join(
    (
        r"(?:(?:18|19|20)?\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?!\d)",
        r"(?:19|20)?\d\d[-./ ](?:0?[1-9]|1[0-2])[-./ ]\d{1,2}(?!\d)",
        r"\d{1,2}[./ ]\s?(?:\d{1,2}|[a-zåäö]{3,9})[./ -]*(?:19|20)?\d\d(?!\d))",
    )
)
_BORN = re.compile(
    r"(?:\b(?:född|fött|born|födelsedatum|födelsedag|födelsetid|date of birth|dob)\b|\bf\.)\W{0,3}"
    rf"(?:(?:den|on|är|is|the)\s+)?{_DATE}",
    re.IGNORECASE,
)
_OWN_BIRTH = re.compile(r"\b(?:jag är född|jag är f\.|i was born|min födelse\w+|my (?:birthday|date))", re.IGNORECASE)


def may_tell(text: str) -> bool:
    """Tell whether a text can tell of any such matter at all; most texts cannot, and are looked at no further."""
    said = plain(text).casefold()
    if "-" in said:
        return True
    words = set(_LETTERS.findall(said))
    if not (words.isdisjoint(_PHRASES) and words.isdisjoint(_BIRTH_WORDS)):
        return True
    return any(word[:_STEM_SIZE] in _STEMS or word.endswith(lexicon.HEALTH_ENDINGS) for word in words)


def matter_of(text: str, words: Sequence[str]) -> Matter | None:
    """Give what a sentence tells of, or None; `words` are its words, folded."""
    if not _BIRTH_WORDS.isdisjoint(words) and _BORN.search(text) and not _OWN_BIRTH.search(text):
        return Matter.BIRTH_DATE
    for word in dict.fromkeys(words):
        found = _of_word(word) or _of_phrase(word, text)
        if found is None and "-" in word:
            found = next((matter for half in word.split("-")[1:] if (matter := _of_word(half))), None)
        if found:
            return found
    return None


def _of_word(word: str) -> Matter | None:
    for stem, matter in _STEMS.get(word[:_STEM_SIZE], ()):
        if word.startswith(stem):
            return matter
    return Matter.HEALTH if word.endswith(lexicon.HEALTH_ENDINGS) else None


def _of_phrase(word: str, text: str) -> Matter | None:
    if word not in _PHRASES:
        return None
    pattern, matter = _PHRASES[word]
    return matter if pattern.search(fold(text)) else None
