"""How well words that people use for an agenda item fit its title: inflection, abbreviation, parts of compounds."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from meetings.words import fold

SAME = 1.0
INFLECTED = 0.96
ABBREVIATED = 0.9
DERIVED = 0.88
IN_COMPOUND = 0.7

_WORD = re.compile(r"[^\W_]+\.?")


def word_set(words: str) -> frozenset[str]:
    """Give the words of a list written with blanks between them."""
    return frozenset(words.split())


# Words that name no item by themselves.
_EMPTY = word_set(
    """
    och o & av i på till med mot för från om kring runt inom under vid den det de dem en ett vår
    vårt våra min mitt mina din ditt er ert sin punkt punkten punkter ärende ärendet fråga frågan
    frågor frågorna också oxå även samt som att hos per lite and of the a an on in at to for about
    with our my your item point topic question
    """
)
# Words found in many titles: they help, but name no item alone.
WEAK = word_set(
    """
    projekt projektet rapport rapporten information informerar info uppföljning uppföljningen möte
    mötet nytt ny nya lägesrapport statistik inför arbete arbetet plan planering gemensam gemensamt
    genomgång stöd val ansökan esf nästa kommande next coming project report meeting new update status plan
    """
)
_ENDINGS = word_set(
    """
    s n t a e en et na an ar er or arna erna orna ns ts as ens ets nas ars ers ors arnas ernas ornas
    aren arens are es
    """
) | {""}
_DERIVED = _ENDINGS | word_set(
    "sk ska skt iska iskt isk erar erat ering eringen het heten lig liga ligt ing ingen ion ionen"
)
_ALIKE_FROM = 2
_SAME_MEANING = {
    "förra": "föregående",
    "förrförra": "föregående",
    "föreg": "föregående",
    "förg": "föregående",
    "förgående": "föregående",
    "senaste": "föregående",
    "sista": "föregående",
    "last": "previous",
    "mötets": "möte",
    "anteckningar": "minnesanteckningar",
    "anteckningarna": "minnesanteckningar",
    "minnesanteckningarna": "minnesanteckningar",
    "mötesanteckningar": "minnesanteckningar",
    "mötesanteckningarna": "minnesanteckningar",
    "protokollet": "protokoll",
    "agenda": "dagordning",
    "agendan": "dagordning",
    "inledning": "välkommen",
    "övr": "övrigt",
}


class Word(NamedTuple):
    """A word that counts, folded, with its place in the text."""

    text: str
    start: int
    end: int
    dotted: bool


@lru_cache(maxsize=2048)
def words_of(text: str) -> tuple[Word, ...]:
    """Give the words of a text that can tell items apart; hyphens part words ("KUR-projekt" is two)."""
    found = []
    for match in _WORD.finditer(text):
        dotted = match[0].endswith(".")
        word = fold(match[0].rstrip("."))
        if word and word not in _EMPTY:
            found.append(Word(word, match.start(), match.end(), dotted))
    return tuple(found)


@lru_cache(maxsize=2048)
def words_of_title(title: str) -> tuple[Word, ...]:
    """Give the words of a title; kept apart from what is said, for titles come back in every message."""
    return words_of(title)


@lru_cache(maxsize=64)
def beginnings(titles: tuple[str, ...]) -> tuple[str, ...]:
    """Give what the words begin with that can name one of these items: nothing is like a word from its third letter."""
    named = {word.text for title in titles for word in words_of_title(title)}
    meant = {_SAME_MEANING.get(word, word) for word in named}
    alike = {word for word, meaning in _SAME_MEANING.items() if meaning in meant}
    return tuple(sorted({word[:_ALIKE_FROM] for word in named | meant | alike}))


@lru_cache(maxsize=16384)
def likeness(said: str, titled: str, dotted: bool = False) -> float:
    """Tell how well a word fits a title's word, from 0 to 1. Both are folded."""
    if said == titled:
        return SAME
    meant, other = _SAME_MEANING.get(said, said), _SAME_MEANING.get(titled, titled)
    if meant == other:
        return INFLECTED
    if meant != said and other != titled:
        return 0.0
    return max(
        _likeness(said, titled, dotted), _likeness(meant, other, False) if meant != said or other != titled else 0.0
    )


def _likeness(said: str, titled: str, dotted: bool) -> float:
    common = 0
    for left, right in zip(said, titled, strict=False):
        if left != right:
            break
        common += 1
    if said.isdigit() or titled.isdigit() or common == 0:
        return _as_tail(said, titled)
    left, right = said[common:], titled[common:]
    # "väntetid-en" and "väntetid-erna" share the "e" of their endings.
    for stem in (common, common - 1):
        ends = said[stem:], titled[stem:]
        if stem >= 3 and ends[0] in _ENDINGS and ends[1] in _ENDINGS and len(ends[0]) + len(ends[1]) <= 6:
            return INFLECTED
    if not left and dotted and common >= 2:
        return ABBREVIATED
    if common >= 5 and left in _DERIVED and right in _DERIVED:
        return DERIVED
    if common >= 4 and common == len(said) and len(titled) - common >= 3:
        return IN_COMPOUND
    if common >= 6 and left in _ENDINGS and len(right) >= 3:
        return IN_COMPOUND
    return _as_tail(said, titled)


def _as_tail(said: str, titled: str) -> float:
    return IN_COMPOUND if len(said) >= 5 and len(titled) > len(said) + 2 and titled.endswith(said) else 0.0


class Fit(NamedTuple):
    """How words fit a title.

    `said` is the share of what was said that is in the title, `titled` the share of the title that was said, `weakest`
    the worst of the words that fit at all, and `strong` tells whether one of them tells items apart.
    """

    said: float
    titled: float
    weakest: float
    strong: bool

    @property
    def score(self) -> float:
        """Weigh what was said above what was left unsaid."""
        return 0.75 * self.said + 0.25 * self.titled


def fit(said: Sequence[Word], title: str) -> Fit:
    """Tell how well words fit a title; long words weigh more than short ones."""
    titled = words_of_title(title)
    if not said or not titled:
        return Fit(0.0, 0.0, 0.0, False)
    weight = fitting = 0.0
    weakest = SAME
    strong = False
    hit: set[int] = set()
    for word in said:
        best, place = max((likeness(word.text, other.text, word.dotted), -n) for n, other in enumerate(titled))
        size = min(len(word.text), 10)
        weight += size
        if best > 0:
            fitting += size * best
            weakest = min(weakest, best)
            hit.add(-place)
            strong = strong or word.text not in WEAK
    covered = sum(min(len(titled[n].text), 10) for n in hit) / sum(min(len(w.text), 10) for w in titled)
    return Fit(fitting / weight, covered, weakest if hit else 0.0, strong or covered > 0.99)
