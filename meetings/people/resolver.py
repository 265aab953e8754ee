"""Find the person a name means: exact words first, then looser tiers; a guess is offered, never taken."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache

from meetings.group import Person
from meetings.people.first_names import is_first_name
from meetings.people.organisations import AGENCIES
from meetings.people.qualifiers import cut_off_qualifier, qualified
from meetings.words import bare, fold, plain, sounds_like, squash, word_set

__all__ = ["Match", "resolve"]

MOST_SUGGESTIONS = 3
LEAST_LIKENESS = 0.72
LONGEST_QUERY = 120

_MENTION = re.compile(r"<@([^>|\s]+)(?:\|[^>]*)?>")
_PART = re.compile(r"[^\W\d_]+\.?")
_NEARLY = 0.75
_AGENCY_FIRST = re.compile(r"[A-ZÅÄÖ]{2,4}-[A-ZÅÄÖ]\w")
# Whole surnames that others begin with: "Anna Berg" is not short for "Anna Bergström".
_WHOLE_SURNAMES = word_set(
    """
    alm asp berg björk blom boman borg brandt carl dahl dal ed ek ekman eng fors frisk gran hag hall hed hell hol
    holm kall karl kjell kling krantz lang leander lilja lind ljung lo lund malm mel mo mård nilsson nord norr ny
    nyberg ohl olof palm persson quist rask ros sand sjö skog skoglund stark sten stolt strand ström sund svan
    svens tall tell ud vall vik vinter wall west åberg ås åker ö öberg öst per lager lod
    """
)


class _Tier(IntEnum):
    EXACT = 0
    GENITIVE = 1
    BARE = 2
    SPELLING = 3
    INITIALS = 4


_KEY: dict[_Tier, Callable[[str], str]] = {
    _Tier.EXACT: fold,
    _Tier.GENITIVE: fold,
    _Tier.BARE: bare,
    _Tier.SPELLING: sounds_like,
}


@dataclass(frozen=True)
class Match:
    """What a name was found to mean.

    `person` is set when exactly one is meant. Several `candidates` mean that one must ask. With neither, the name is
    unknown, and `suggestions` are guesses that may be offered but never taken.
    """

    query: str
    person: Person | None
    candidates: tuple[Person, ...] = ()
    suggestions: tuple[Person, ...] = ()


@dataclass(frozen=True)
class _Name:
    """A name cut into parts at spaces and hyphens."""

    parts: tuple[str, ...]
    first: int  # how many parts the first word has: "Anna-Karin" has two
    last: int  # where the last word begins
    keys: tuple[tuple[str, ...], ...]  # the parts as compared in each tier


@dataclass(frozen=True)
class _Fit:
    whole: bool  # every word was written out
    surname: bool  # a surname was among them


def resolve(query: str, people: Sequence[Person]) -> Match:
    """Find who is meant by a name, as people write it: "Karin M", "lise lott", "Jörgens", "Sofia från regionen".

    A first name alone, or with an initial, is asked about when somebody else's sounds the same (Karin, Carin). A full
    name that fits exactly is taken.
    """
    mentioned = _MENTION.fullmatch(query.strip())
    if mentioned:
        return _answer(query, [person for person in people if person.account == mentioned[1]], people)
    name, qualifier = cut_off_qualifier(query[:LONGEST_QUERY], people)
    found = _find(name, people)
    if not found and not qualifier:
        told = _told_apart(name, people)
        return (
            _answer(query, told, people, name) if told else _answer(query, _near_namesakes(name, people), people, name)
        )
    if found and qualifier:
        found = qualified(found, qualifier, people)
        if not found:
            return Match(query, None, suggestions=tuple(_find(name, people)[:MOST_SUGGESTIONS]))
    return _answer(query, found, people, name)


def _answer(query: str, found: Sequence[Person], people: Sequence[Person], name: str = "") -> Match:
    if len(found) == 1:
        return Match(query, found[0])
    if found:
        return Match(query, None, candidates=tuple(found))
    return Match(query, None, suggestions=_suggest(name, people))


def _told_apart(name: str, people: Sequence[Person]) -> list[Person]:
    """Find who is meant where a role or an organisation stands before or after the name without more: "Elin AME"."""
    words = name.replace("-", " ", 1).split() if _AGENCY_FIRST.match(name) else name.split()
    for size in range(1, min(len(words), 3)):
        for qualifier, rest in ((words[:size], words[size:]), (words[-size:], words[:-size])):
            found = _find(" ".join(rest), people)
            kept = qualified(found, " ".join(qualifier), people) if found else []
            if kept:
                return kept
    if len(words) == 2 and len(words[1].rstrip(".")) == 1:
        return _find(f"{words[1]} {words[0]}", people)  # "Ek F"
    if len(words) > 1:
        return [person for person in _find(" ".join(words[1:]), people) if _is_called(words[0], person)]
    return []


def _is_called(short: str, person: Person) -> bool:
    """Tell whether a word is somebody's other first name, or the initials of a double one: "PO", "A-K"."""
    known = _known(person.name)
    initials = "".join(part[0] for part in known.keys[_Tier.EXACT][: max(known.first, 1)])
    return _is_alias(short, person.aliases, _Tier.EXACT) or (len(initials) > 1 and squash(short) == initials)


def _near_namesakes(name: str, people: Sequence[Person]) -> list[Person]:
    """Give those to ask about when the surname fits somebody whose first name is spelt nearly so: "Sofie Bäckdahl".

    One alone is no more than a suggestion.
    """
    from rapidfuzz.distance import DamerauLevenshtein

    first, _, last = name.partition(" ")
    fitting = _find(last, people) if last else []

    def near(person: Person) -> bool:
        given = _known(person.name).keys[_Tier.BARE][0]
        return DamerauLevenshtein.normalized_similarity(bare(first), given) >= _NEARLY

    if len(fitting) != 1 or not near(fitting[0]):
        return []
    given = _known(fitting[0].name).keys[_Tier.BARE][0]
    others = [p for p in people if p is not fitting[0] and _known(p.name).keys[_Tier.BARE][0] == given]
    return [*fitting, *others] if others else []


def _find(name: str, people: Sequence[Person]) -> list[Person]:
    asked = tuple(_PART.findall(plain(name)))
    if not asked:
        return []
    for tier in _Tier:
        found = [(person, fit) for person in people if (fit := _fit(asked, name, person, tier))]
        if not found and tier is _Tier.EXACT and len(asked) == 2:
            turned = (asked[1], asked[0])  # "Ek Filipa"
            found = [(p, fit) for p in people if (fit := _fit(turned, "", p, tier)) and fit.whole and fit.surname]
        if found:
            hits = [person for person, _ in found]
            settled = tier <= _Tier.GENITIVE and all(fit.whole and fit.surname for _, fit in found)
            if not settled:
                # A twin that sounds the same may be the one who is meant.
                hits += [person for person in people if _fit(asked, name, person, _Tier.SPELLING)]
            return list({person.id: person for person in hits}.values())
    return []


def _fit(asked: tuple[str, ...], name: str, person: Person, tier: _Tier) -> _Fit | None:
    if person.aliases and tier <= _Tier.GENITIVE and _is_alias(name, person.aliases, tier):
        return _Fit(whole=True, surname=False)
    known = _known(person.name)
    if tier is _Tier.INITIALS:
        return _fit_initials(asked, known)
    fit = None if tier is _Tier.GENITIVE else _align(asked, known, tier)
    shorter = _without_genitive(asked)
    if fit is None and shorter and tier is not _Tier.EXACT:
        fit = _align(shorter, known, tier)
    return fit


def _is_alias(name: str, aliases: Iterable[str], tier: _Tier) -> bool:
    said = squash(name)
    if tier is _Tier.GENITIVE:
        said = said.removesuffix("s")
    return bool(said) and any(said == squash(alias) for alias in aliases)


def _without_genitive(asked: tuple[str, ...]) -> tuple[str, ...] | None:
    """Take the genitive off the last word: "Jörgens", and "AK:s" that was cut into "AK" and "s"."""
    if len(asked) > 1 and asked[-1] == "s":
        return asked[:-1]
    if len(asked[-1]) > 2 and asked[-1][-1] in "sS":
        return (*asked[:-1], asked[-1][:-1])
    return None


@lru_cache(maxsize=2048)
def _known(name: str) -> _Name:
    words = [_PART.findall(word) for word in plain(name).split()]
    words = [[part.rstrip(".") for part in word] for word in words if word]
    parts = tuple(part for word in words for part in word)
    keys = tuple(tuple(_KEY[tier](part) for part in parts) for tier in _KEY)
    first = len(words[0]) if words else 0
    return _Name(parts, first, len(parts) - len(words[-1]) if words else 0, keys)


def _align(asked: tuple[str, ...], known: _Name, tier: _Tier) -> _Fit | None:
    """Lay the words said beside the name's parts, in order; parts may be left out, words may not."""
    key, parts = _KEY[tier], known.keys[tier]
    said = tuple(key(word.rstrip(".")) for word in asked)
    if not all(said) or not any(part[:1] == said[0][:1] for part in parts):
        return None
    places = _place(said, 0, parts, 0, asked)
    if places is None:
        return None
    begins, wholes = places[0][0], [place for place, whole in places if whole]
    if not wholes:
        return None
    if begins > 0:
        # Without the first name only surnames are left: never the second half of a double first name.
        if begins < known.first or len(wholes) < len(places):
            return None
        if begins < known.last and len(asked) == 1 and is_first_name(bare(known.parts[begins])):
            return None
    return _Fit(whole=len(wholes) == len(places), surname=any(place >= max(known.last, 1) for place in wholes))


def _place(
    said: tuple[str, ...], i: int, parts: tuple[str, ...], start: int, asked: tuple[str, ...]
) -> list[tuple[int, bool]] | None:
    """Give for each word said the part it stands for and whether it is written out, or None."""
    if i == len(said):
        return []
    for at in range(start, len(parts)):
        for words, taken, whole in _steps(said, i, parts, at, asked):
            rest = _place(said, i + words, parts, at + taken, asked)
            if rest is not None:
                return [(at + taken - 1 if i else at, whole), *rest]
    return None


def _steps(
    said: tuple[str, ...], i: int, parts: tuple[str, ...], at: int, asked: tuple[str, ...]
) -> Iterable[tuple[int, int, bool]]:
    """Give the ways a word can stand for parts: words used, parts used, written out."""
    word, part = said[i], parts[at]
    if word == part:
        yield 1, 1, True
    if at + 1 < len(parts) and word == part + parts[at + 1]:
        yield 1, 2, True
    if i + 1 < len(said) and word + said[i + 1] == part:
        yield 2, 1, True
    if word != part and part.startswith(word) and _is_short(asked[i], last=i > 0 and i == len(said) - 1):
        yield 1, 1, False


def _is_short(word: str, last: bool) -> bool:
    """Tell whether a word may be the beginning of a longer one: an initial anywhere, more only for the last name."""
    if len(word.rstrip(".")) == 1:
        return True
    return last and (word.endswith(".") or fold(word) not in _WHOLE_SURNAMES)


def _fit_initials(asked: tuple[str, ...], known: _Name) -> _Fit | None:
    """Match "FE" and "A-K H" with the names' first letters, from the first name on and without gaps."""
    letters = ""
    for word in asked:
        short = word.rstrip(".")
        if not short.isupper() or len(short) > 3 or fold(short) in AGENCIES:
            return None
        letters += fold(short)
    initials = "".join(part[0] for part in known.keys[_Tier.EXACT])
    if len(letters) > 1 and initials.startswith(letters) and len(letters) >= min(len(initials), max(2, known.first)):
        return _Fit(whole=False, surname=False)
    return None


def _suggest(name: str, people: Sequence[Person]) -> tuple[Person, ...]:
    from rapidfuzz.distance import DamerauLevenshtein

    said = [bare(part.rstrip(".")) for part in _PART.findall(plain(name))]
    if not said or max(map(len, said)) < 3:
        return ()
    together = "".join(said)

    def likeness(person: Person) -> float:
        parts = _known(person.name).keys[_Tier.BARE]
        whole = DamerauLevenshtein.normalized_similarity(together, "".join(parts))
        best = [
            max((DamerauLevenshtein.normalized_similarity(word, part) for part in parts), default=0.0) for word in said
        ]
        begun = (
            0.8 if len(said) == 1 and len(together) > 2 and any(part.startswith(together) for part in parts) else 0.0
        )
        return max(whole, sum(best) / len(best), begun)

    scored = sorted(((likeness(person), -place) for place, person in enumerate(people)), reverse=True)
    return tuple(people[-place] for score, place in scored[:MOST_SUGGESTIONS] if score >= LEAST_LIKENESS)
