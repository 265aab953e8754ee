"""Find names in running text, cut lists of names, and tell a name from other words."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from meetings.group import Person
from meetings.people.first_names import COMMON_WORDS, is_first_name
from meetings.people.resolver import Match, resolve
from meetings.words import Token, bare, fold, initial_upper, plain, sounds_like, squash, tokens, word_set

__all__ = ["Mention", "find_names", "looks_like_name", "split_names"]

LONGEST_NAME = 5  # words

_BETWEEN_NAMES = re.compile(
    r"\s?(?:[,;\n•]|(?<!\S)(?:och|o|samt|and|&|\+)(?!\S)|[&+])\s?(?:(?:och|o|samt|and|&)\s+)?", re.UNICODE
)
_BLANKS = re.compile(r"[^\S\n]+")
_LEAD = re.compile(r"^(?:[-–*•]\s+|(?:både|från\s+\w+)\s+(?=[A-ZÅÄÖ]))")
_PARTICLES = word_set("von van de da di del der den dos du af av el al bin ibn la le zu ter ten o y")
# Capitalised words that begin sentences or stand in names of things, not of people.
_OTHER_WORDS = word_set(
    """
    ny nya nytt nästa hej hejsan tack ingen inga alla det den de vi ni jag han hon hen man en ett om när nu då så
    ska kan kommer är var har god gott bra måndag tisdag onsdag torsdag fredag lördag söndag januari februari juli
    augusti september oktober november december mars april möte mötet punkt beslut övrigt välkommen dagordning
    bilaga protokoll anteckning minnesanteckningar projekt projektet region regionen kommun kommunen
    samordningsförbund samordningsförbundet förbundet socialtjänsten trisam mysam teams skype zoom sal rum
    stadshuset kommunhuset budget rapport information ekonomi ekonomisk ordförande sekreterare ledamot ersättare
    enhetschef chef chefen rehabkoordinator koordinator handläggare frånvarande närvarande deltagare the new next
    hello hi thanks no all it they we you i he she a an if when now then meeting item decision monday tuesday
    wednesday thursday friday saturday sunday january february march may june july october everyone nobody today
    tomorrow idag imorgon igår sjuk vab semester ledig ja nej ok okej också även men och eller att som för med
    utan på av till från mini trygg ung unga röda korset rädda barnen svenska sveriges stora lilla norra
    södra östra västra
    """
)
_OTHER_ENDINGS = tuple(
    sorted(
        word_set(
            """
            kassan förmedlingen förbundet förbund kommun kommunen centralen central gruppen skolan nämnden
            styrelsen verket gatan vägen torget enheten projektet tjänsten vården stödet ersättning penning stöd
            möte mötet plan planen konferens utbildning teamet
            """
        )
    )
)
_SURNAME_ENDINGS = tuple(
    sorted(
        word_set(
            """
            sson qvist kvist quist berg bergh ström gren lund dahl dal stedt stad holm blom
            """
        )
    )
)
_ABOUT_TIME_OR_PLACE = word_set("i den under före efter till från per på sal vid kring senast")
# What people do right after their name; it makes a name of "Maj" and "Per" at the head of a sentence.
_DONE_BY_PEOPLE = word_set(
    """
    kommer är har ska kan tar hälsar fixar ansvarar återkommer ersätter meddelar berättar informerar undrar vill
    får går deltar skickar bokar håller kollar ringer mejlar mailar anmäler lyfter föreslår tycker säger och o
    eller blir var hade kunde skulle m deltog redovisar presenterar will is has can was had takes and or says
    reports sends
    """
)
_FOLLOWED_BY = re.compile(r"[ ]+(?:från|på|hos|vid|from|at)[ ]+[^\W\d_]+(?:[ ][A-ZÅÄÖ][^\W\d_]+)?")
_NAME_WORD = re.compile(r"[^\W\d_]+(?:['-][^\W\d_]+)*\.?")
_GAP = re.compile(r"[ \t]+|-")


@dataclass(frozen=True)
class Mention:
    """A known name in running text: where it stands (`start`, `end`), and who it means."""

    start: int
    end: int
    text: str
    match: Match


def find_names(text: str, people: Sequence[Person]) -> tuple[Mention, ...]:
    """Find the names of known people in running text, longest first, left to right, without overlap.

    A first name alone counts only with a capital letter, and not when it is followed by somebody else's surname; one
    that is a common word too (Maj, Per) not where the sentence makes the word as likely.
    """
    keys = _keys(tuple((person.name, person.aliases) for person in people))
    words = tokens(text)
    known: dict[str, Match] = {}
    found: list[Mention] = []
    at = 0
    while at < len(words):
        mention, used = _mention(text, words, at, people, keys, known)
        if mention:
            found.append(mention)
        at += used
    return tuple(found)


@lru_cache(maxsize=256)
def _keys(names: tuple[tuple[str, tuple[str, ...]], ...]) -> frozenset[str]:
    """Give how every part of the names sounds, alone and joined with the next one, and the aliases."""
    keys: set[str] = set()
    for name, aliases in names:
        parts = [token.text.rstrip(".") for token in tokens(plain(name).replace("-", " "))]
        keys.update(sounds_like(part) for part in parts if len(part) > 1)
        keys.update(sounds_like(one + other) for one, other in pairwise(parts))
        keys.update(squash(alias) for alias in aliases)
        # "P-O" for Per-Olof.
        first = name.split(" ", 1)[0].split("-")
        if len(first) == 2 and all(first):
            keys.add(squash(f"{first[0][0]}-{first[1][0]}"))
    return frozenset(keys - {""})


def _is_key(word: str, keys: frozenset[str]) -> bool:
    if squash(word) in keys:
        return True
    forms = (word, word[:-1]) if word[-1:] in "sS" else (word,)
    return any(
        sounds_like(part) in keys for form in forms for part in (form, form.split("-", 1)[0] if "-" in form else form)
    )


def _mention(
    text: str,
    words: tuple[Token, ...],
    at: int,
    people: Sequence[Person],
    keys: frozenset[str],
    known: dict[str, Match],
) -> tuple[Mention | None, int]:
    """Give the name that begins at a word, if one does, and how many words to go on by."""
    if not _is_key(words[at].text, keys):
        return None, 1
    reach = at + 1
    while reach < len(words) and reach - at < LONGEST_NAME and _goes_on(text, words, reach, keys):
        reach += 1
    for end in range(reach, at, -1):
        if end - at > 1 and words[end - 1].text == "o":
            continue  # "Karin o Malin": not Karin with an initial.
        start, stop = words[at].start, words[end - 1].end
        name = text[start:stop]
        match = known.get(name) or known.setdefault(name, resolve(name, people))
        if match.person is None and not match.candidates:
            continue
        if end - at == 1 and not _stands_alone(text, words, at, name):
            return None, 1
        if match.candidates and (more := _FOLLOWED_BY.match(text, stop)):
            longer = resolve(text[start : more.end()], people)
            if longer.person:
                stop, match = more.end(), longer
        return Mention(start, stop, text[start:stop], match), end - at
    return None, 1


def _goes_on(text: str, words: tuple[Token, ...], at: int, keys: frozenset[str]) -> bool:
    if not _GAP.fullmatch(text, words[at - 1].end, words[at].start):
        return False
    word = words[at].text
    return initial_upper(word) or _is_key(word, keys) or fold(word) in _PARTICLES


def _stands_alone(text: str, words: tuple[Token, ...], at: int, name: str) -> bool:
    """Tell whether a single word is meant as somebody's name where it stands."""
    if not name[:1].isupper():
        return False
    following = words[at + 1] if at + 1 < len(words) else None
    before = words[at - 1] if at else None
    if following and text[words[at].end : following.start] == " ":
        # "Filipa Norén" is somebody else than the Filipa who is known.
        stranger = initial_upper(following.text) and fold(following.text) not in _OTHER_WORDS
        if stranger and len(following.text) > 1 and not following.text.isdigit():
            return False
    if (
        before
        and text[before.end : words[at].start] in (" ", "-")
        and before.text[:1].isupper()
        and is_first_name(bare(before.text))
    ):
        return False
    plain_word = bare(name.removesuffix("."))
    if plain_word not in COMMON_WORDS and plain_word.removesuffix("s") not in COMMON_WORDS:
        return True
    if following and fold(following.text) in _DONE_BY_PEOPLE:
        return True
    if following and following.text.isdigit():
        return False
    begins = before is None or text[before.end : words[at].start].strip(" ") != ""
    listed = "," in text[before.end : words[at].start] if before else False
    if begins and not listed:
        return following is None and before is None
    return before is None or (fold(before.text) not in _ABOUT_TIME_OR_PLACE and not before.text.isdigit())


def split_names(text: str) -> tuple[str, ...]:
    """Cut a list of names, "Karin M, Conny, Tomas o jag", into names; "A/ersätter B" and "A eller B" stay whole."""
    parts = (
        _LEAD.sub("", part.strip()).strip(" \t.:!") for part in _BETWEEN_NAMES.split(_BLANKS.sub(" ", plain(text)))
    )
    return tuple(_initial_dot(part, text) for part in parts if part)


def _initial_dot(part: str, text: str) -> str:
    """Put back the dot that belongs to a last initial: "Karin M."."""
    return f"{part}." if re.search(r"\s[^\W\d_]$", part) and f"{part}.," in text else part


def looks_like_name(text: str) -> bool:
    """Tell whether a text is a name by its looks: "Rosa Linda Vik", "Bengt O Alm", "Eva von Porat"."""
    words = plain(text).strip(" .,").split()
    if not 1 <= len(words) <= LONGEST_NAME or not all(_NAME_WORD.fullmatch(word) for word in words):
        return False
    if not initial_upper(words[0]) or any(_is_other(word) for word in words):
        return False
    if len(words) == 1:
        word = fold(words[0])
        return len(word) > 1 and (is_first_name(bare(word)) or (len(word) > 5 and word.endswith(_SURNAME_ENDINGS)))
    rest = words[1:]
    return initial_upper(rest[-1]) and all(initial_upper(word) or fold(word) in _PARTICLES for word in rest)


def _is_other(word: str) -> bool:
    folded = fold(word)
    if is_first_name(bare(word)) and folded not in _OTHER_WORDS:
        return False
    return (folded in _OTHER_WORDS and folded not in _PARTICLES) or (
        len(folded) > 5 and folded.endswith(_OTHER_ENDINGS)
    )
