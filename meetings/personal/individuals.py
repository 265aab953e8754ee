"""Find the sentences that tell of one person's health, benefits, protection or family."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, IntEnum

from meetings.group import Person
from meetings.people import looks_like_name, resolve
from meetings.people.first_names import COMMON_WORDS, is_first_name
from meetings.personal import lexicon
from meetings.personal.matters import Matter, matter_of, may_tell
from meetings.words import Token, bare, fold, initial_upper, sentences, tokens, word_set

__all__ = ["Passage", "find_passages"]


@dataclass(frozen=True)
class Passage:
    """A sentence about one person, by its place in the text."""

    start: int
    end: int
    matter: Matter


class _One(Enum):
    """How surely a sentence is about one person."""

    NOBODY = 0
    NAMED = 1
    SEEN = 2


class _Noun(IntEnum):
    NONE = 0
    ANY = 1  # "en person": one, or people in general
    SEEN = 2  # "en kille": one


@dataclass(frozen=True)
class _Sentence:
    start: int
    end: int
    text: str
    words: tuple[Token, ...]
    folded: tuple[str, ...]


# Places of care: an employee may come from there.
_CARE_PLACES = re.compile(
    r"\b(?:på|från|i|hos|inom|vid|med)\s+(?:\w+\s+)?(?:\w*psykiatr\w*|\w*beroende(?:vård|mott)\w*|bup)\b"
)

_AGE = re.compile(
    r"(?<![\d-])(?<!\d[-–])\b\d{1,2}[ -]?(?:åring(?:en|ens)?\b|årig\w*|(?:year|yr)s?[ -]?old\b)|\baged? \d\d\b(?!-)",
    re.IGNORECASE,
)
_INITIALS = re.compile(
    r"(?<![\w.])(?:[A-ZÅÄÖ]\.\s?[A-ZÅÄÖ]\.?|[A-ZÅÄÖ]{2,3}|[A-ZÅÄÖ])[, ]\s?"
    r"(?:\(?\d{1,2}(?: år)?\)?\s?[,)]|\d{1,2} år\b|född\b|f\.)"
    r"|(?<![\w.])[A-ZÅÄÖ]\.\s?[A-ZÅÄÖ]\.?(?=,?\s(?:är|har|mår|fick|blev|is|has|was)\b)"
    r"|(?:\A|[.!?]\s)[A-ZÅÄÖ]\.\s?[A-ZÅÄÖ]\.(?=\s[a-zåäö])"
)
_ONE_OF = re.compile(
    r"\b(?:en|ett|ena|one)\s+(?:av|of|bland)\s+(?:(?:våra|de|dessa|mina|deras|the|our|my|their|these)\s+)?(\w+)(?:\s+(\w+))?"
)
# "den yngsta i gruppen", "vår senaste": one of many.
_THE_MOST = re.compile(
    r"\b(?:den|det|vår|min|the|our)\s+(?:allra\s+)?(?:yngst|äldst|nyast|senast|sist|först|svårast|tyngst|youngest|oldest|newest|latest)\w{0,2}"
    r"\s+(?:i|av|på|hos|bland|in|of|at)\s"
)
# An unknown name of one word that opens a sentence: "Ibbe har bipolär sjukdom".
_OPENS_WITH = re.compile(
    r"(?P<name>[A-ZÅÄÖ][a-zåäöé]{2,8})\s+(?:har|är|mår|fick|fått|lider|blev|dricker|has|is|was|got)\b"
)
_NO_NAME = re.compile(
    r"(?:en|et|na|or|ar|er|an|on|ing|het|tion|vård|stöd|team|grupp|tal|mål|are|itet|rehab|personal|barn|unga|vuxna|män|fler|flest|andra|några"
    r"|hälften|fokus|risk|hjälp|arbete|läge|behov|detta|denna|dessa|många|inga|allt|mer|mest|sjuk\w*|psyk\w*|ohälsa|vem|vad|this|that|more|most"
    r"|there|what|who|people|work|staff|help|need|some|many|both|each|one)\Z",
    re.IGNORECASE,
)
_DETERMINERS = word_set(
    """
    en ett min vår vårt mitt din den denna denne detta samma ytterligare ena någon 1 a an one our my the this that
    another
    """
)
_JOINTS = word_set("av med för i på till från om och som att of with for in on to from and who that är har is has")
_INTRODUCED = re.compile(
    r"\b(?:vi|jag|ni|de|i|we) (?:har|hade|träffade|mötte|fick|have|had|met|saw)"
    r"(?: (?:t\.?ex\.?|också|även|nu|also))? (?:en|ett|a|an|one)\b"
    r"|\bpratade om\b|\blyftes?\b|\btalked about\b|\bdiscussed\b|\bdet finns en\b|\bthere is an?\b"
)
_HAPPENED = re.compile(
    r"\b(?:har|hade)\s+(?:\w+\s+){0,2}?\w+(?:t|ts|tt)\b|\b(?:fick|blev|blivit|hamnade|sökte|försökte|slutade|skrevs|lyftes|var|mår|"
    r"förlorade|dog|flyttade|igår|sist|förra|nyligen|idag|igen|just nu|"
    r"was|were|has|had|got|lost|became|yesterday|again|recently)\b"
)
_STATE = re.compile(
    r"\b(?:är|har|hade|mår|fick|fått|blev|blivit|lider|dricker|missbrukar|går på|lever på|söker|sökt|"
    r"is|has|was|had|lost|gets|suffers)\b"
)
_NEITHER = re.compile(r"\b(?:han|hon|he|she|his|hans)\s?(?:/|eller|or|och)\s?(?:han|hon|hen|he|she|her|hennes)\b")
_ABOUT = word_set("om kring angående gällande ang för inom runt on about regarding concerning")
_BEFORE_PLACES = word_set("i på från vid till inom via genom in at near")
_FROM_SOMEWHERE = word_set("individ person klient patient")
_NAMED_AFTER = word_set("mini projekt projektet team teamet sal rum gruppen föreningen stiftelsen kvarteret")
_OF_ONES_OWN = word_set("sin sitt sina his her hennes hans")
_IS = word_set("är blir heter is becomes som")
_IS_OR_THANKS = _IS | word_set("tack thanks")
_TAKES = word_set("tar tog takes took")
_TAKEN = word_set("frågan punkten upp med hand kontakt fram ansvar över ärendet detta det på initiativ up over the")


def find_passages(text: str, staff: Sequence[Person] = ()) -> tuple[Passage, ...]:
    """Give the sentences about one recognisable person's private matters, in order."""
    if not may_tell(text):
        return ()
    parts = [_sentence(text, start, end) for start, end in sentences(text)]
    matters = [matter_of(part.text, part.folded) for part in parts]
    if not any(matters):
        return ()
    found: dict[int, Matter] = {}
    for at, (part, matter) in enumerate(zip(parts, matters, strict=True)):
        if matter is None:
            continue
        about = _about_one(part, staff) if matter is not Matter.BIRTH_DATE else _One.SEEN
        before = _about_one(parts[at - 1], staff) if at else _One.NOBODY
        after = at + 1 < len(parts) and parts[at + 1].folded[:1] and parts[at + 1].folded[0] in lexicon.SHE_OR_HE
        short = len(part.folded) <= 8 and not _tells_of_many(part)
        pronoun = not lexicon.SHE_OR_HE.isdisjoint(part.folded)
        if about is not _One.NOBODY or (short and (before is _One.SEEN or after)):
            found[at] = matter
            if before is _One.SEEN or (before is _One.NAMED and pronoun):
                found.setdefault(at - 1, matter)
    return tuple(Passage(parts[at].start, parts[at].end, found[at]) for at in sorted(found))


def _sentence(text: str, start: int, end: int) -> _Sentence:
    part = text[start:end]
    words = tokens(part)
    return _Sentence(start, end, part, words, tuple(fold(word.text) for word in words))


def _tells_of_many(part: _Sentence) -> bool:
    return not lexicon.MANY.isdisjoint(part.folded)


def _about_one(part: _Sentence, staff: Sequence[Person]) -> _One:
    lowered = fold(part.text)
    if _INITIALS.search(part.text) or _AGE.search(lowered):
        return _One.SEEN
    if any(word in lexicon.PERSON_DEFINITE for word in part.folded):
        return _One.SEEN
    if _has_pronoun(part, lowered):
        return _One.SEEN
    if _THE_MOST.search(lowered):
        return _One.SEEN
    if (match := _ONE_OF.search(lowered)) and not lexicon.PEOPLE.isdisjoint(match.groups()):
        return _One.SEEN
    noun = _noun_for_one(part.folded)
    if noun is _Noun.SEEN:
        return _One.SEEN
    if noun is _Noun.ANY and (_INTRODUCED.search(lowered) or _is_particular(part, lowered)):
        return _One.SEEN
    if not lexicon.PERSON_ROLE.isdisjoint(part.folded) and _is_particular(part, lowered) and _STATE.search(lowered):
        return _One.SEEN
    named = _names_a_client(part, lowered, staff) or _opens_with_a_name(part, staff)
    return _One.NAMED if named else _One.NOBODY


def _opens_with_a_name(part: _Sentence, staff: Sequence[Person]) -> bool:
    """Tell whether a sentence opens with what can only be somebody's name, though no list of names has it."""
    found = _OPENS_WITH.match(part.text)
    if (
        found is None
        or matter_of(found["name"], part.folded[:1]) is not None
        or _NO_NAME.search(found["name"])
        or part.folded[0] in lexicon.NOT_PEOPLE
        or _tells_of_many(part)
    ):
        return False
    known = resolve(found["name"], staff) if staff else None
    return known is None or (known.person is None and not known.candidates)


def _noun_for_one(words: Sequence[str]) -> _Noun:
    """Tell how one person is spoken of, if at all: "en kille", "en person"."""
    best = _Noun.NONE
    for at, word in enumerate(words):
        seen = word in lexicon.PERSON_SEEN
        if not seen and word not in lexicon.PERSON_ANY:
            continue
        determiner = _determiner(words, at)
        if determiner:
            own = determiner in ("min", "mitt", "my") and word in lexicon.KIN
            found = _Noun.NONE if own else _Noun.SEEN if seen else _Noun.ANY
        elif word in lexicon.PERSON_NOTED and lexicon.MANY.isdisjoint(words):
            found = _Noun.SEEN
        else:
            found = (
                _Noun.ANY
                if words[at + 1 : at + 2] in (("från",), ("from",)) and word in _FROM_SOMEWHERE
                else _Noun.NONE
            )
        best = max(best, found)
    return best


def _determiner(words: Sequence[str], at: int) -> str:
    """Give the word that makes a noun mean one, at most three words before it: "en ung kille", "Sannas klient"."""
    for word in reversed(words[max(at - 3, 0) : at]):
        if word in _JOINTS:
            return ""
        if word in _DETERMINERS or (word.endswith("s") and is_first_name(bare(word[:-1].removesuffix("'")))):
            return word
    return ""


def _is_particular(part: _Sentence, lowered: str) -> bool:
    """Tell whether something is said of one certain person, not of a rule or of people in general."""
    if "rätt till" in lowered or "entitled" in lowered or _tells_of_many(part):
        return False
    general = not lexicon.GENERAL.isdisjoint(part.folded)
    return not general or _HAPPENED.search(lowered) is not None


def _names_a_client(part: _Sentence, lowered: str, staff: Sequence[Person]) -> bool:
    words = part.words
    at = 0
    while at < len(words):
        size = _name_size(part, at)
        if size:
            name = part.text[words[at].start : words[at + size - 1].end]
            if not _at_work(part, at, size, lowered, staff, name):
                return True
        at += size or 1
    return False


def _name_size(part: _Sentence, at: int) -> int:
    """Give how many words a name has that begins here; 0 when none does."""
    words = part.words
    if not initial_upper(words[at].text) or part.folded[at] in lexicon.NOT_PEOPLE:
        return 0
    if at and part.folded[at - 1] in _NAMED_AFTER:
        return 0
    end = at + 1
    while (
        end < len(words)
        and end - at < 4
        and part.text[words[end - 1].end : words[end].start] == " "
        and initial_upper(words[end].text)
    ):
        end += 1
    for stop in range(end, at + 1, -1):
        if part.folded[stop - 1] in lexicon.NOT_PEOPLE:
            continue
        known = is_first_name(bare(words[at].text))
        place = at > 0 and part.folded[at - 1] in _BEFORE_PLACES
        if (known or not place) and looks_like_name(part.text[words[at].start : words[stop - 1].end]):
            return stop - at
    word = bare(words[at].text.removesuffix("."))
    single = is_first_name(word) or (word.endswith("s") and is_first_name(word[:-1]))
    if not single or word in COMMON_WORDS:
        return 0
    # "Maria Ungdom" is a clinic.
    return 0 if end > at + 1 and part.folded[at + 1] in lexicon.NOT_PEOPLE else 1


def _has_pronoun(part: _Sentence, lowered: str) -> bool:
    """Tell whether she or he is spoken of, and not only as one who does her work: "hon berättar om sjukpenning"."""
    if _NEITHER.search(lowered):
        return False
    places = [at for at, word in enumerate(part.folded) if word in lexicon.SHE_OR_HE]
    return any(not _works(part, at + 1, part.folded[max(at - 1, 0) : at]) for at in places)


def _at_work(part: _Sentence, at: int, size: int, lowered: str, staff: Sequence[Person], name: str) -> bool:
    """Tell whether the one named is an employee doing her work, or only somebody who is mentioned beside the matter."""
    before, after = part.folded[max(at - 2, 0) : at], part.folded[at + size : at + size + 4]
    if before and before[-1] in _IS_OR_THANKS:
        return True  # "Ny läkare är Anna Berg", "tack Maria"
    if after and after[0] in _IS and not lexicon.ROLES.isdisjoint(after):
        return True
    if _works(part, at + size, before):
        return True
    if _CARE_PLACES.search(lowered) and not _STATE.search(lowered):
        return True
    if not staff:
        return False
    match = resolve(name, staff)
    if match.person is None and not match.candidates:
        return False
    return _STATE.search(lowered) is None or not _ABOUT.isdisjoint(part.folded) or _tells_of_many(part)


def _works(part: _Sentence, at: int, before: Sequence[str]) -> bool:
    """Tell whether the one named just before a word does her work there, and it is not her own life that is told."""
    after = part.folded[at : at + 3]
    takes = bool(after) and after[0] in _TAKES and not _TAKEN.isdisjoint(after[1:])
    if not takes and lexicon.WORK.isdisjoint(after) and lexicon.ROLES.isdisjoint((*before, *after)):
        return False
    rest = part.folded[at:]
    if not _OF_ONES_OWN.isdisjoint(rest):
        return False
    return _STATE.search(" ".join(rest)) is None or not _ABOUT.isdisjoint(rest)
