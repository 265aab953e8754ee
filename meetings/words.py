"""Compare words the way people do: without regard to case, accents, hyphens or how the letters are encoded."""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

__all__ = [
    "Token",
    "bare",
    "fold",
    "initial_upper",
    "plain",
    "sentences",
    "sounds_like",
    "squash",
    "tokens",
    "word_set",
]

_DASHES = "‐‑‒–—―−﹘﹣－"
_SPACES = "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
# Zero-width characters, direction marks, the soft hyphen and emoji selectors: seen by nobody, and so no part of a word.
_INVISIBLE = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff]"
)
_PUNCTUATION = str.maketrans(
    {**dict.fromkeys(_DASHES, "-"), **dict.fromkeys(_SPACES, " "), **dict.fromkeys("’‘´ʼ", "'")}
)
# Letters that are not written as a base letter and a mark, and so survive decomposition.
_LETTERS = str.maketrans({"ø": "o", "æ": "a", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i", "œ": "o"})
_WORD = re.compile(r"[^\W\d_]+(?:['-][^\W\d_]+)*\.?|\d+")
_NOT_LETTER = re.compile(r"[\W_]+")

# How one and the same Swedish name is spelt, in the order the rules are applied to a bare word.
_SPELLINGS = tuple(
    (re.compile(pattern), to)
    for pattern, to in (
        (r"aa", "a"),  # Aakerlund for Åkerlund
        (r"ae", "e"),  # Michael, Mikael
        (r"oe", "o"),  # Bjoern for Björn
        (r"^hj|^gj", "j"),  # Hjelm, Gjertrud
        (r"sch", "s"),
        (r"ch|ck", "k"),  # Christer, Krister; Nicklas, Niklas
        (r"c(?=[eiy])", "s"),
        (r"q[uvw]?|k[vw]", "kv"),  # Lindqvist, Lindkvist, Lindquist
        (r"c", "k"),  # Carin, Karin
        (r"w", "v"),  # Ewa, Eva
        (r"(?<=[fr])ie$", "ia"),  # Sofie, Sofia
        (r"ph", "f"),  # Sophia, Sofia
        (r"f(?=$|s)", "v"),  # Gustaf, Gustav; Olofsson, Olovsson
        (r"(?<=[dtgkr])h", ""),  # Mathias, Bergh, Katharina
        (r"(?<=[aeiouy])h(?![aeiouy])", ""),  # Dahl, Dal; Sarah, Sara
        (r"dt", "t"),
        (r"x", "ks"),
        (r"z", "s"),
        (r"ie$", "i"),  # Jennie, Jenny
        (r"[jy]", "i"),  # Tanja, Tania; Sylvia, Silvia
        (r"(.)\1+", r"\1"),  # Filippa, Filipa
        (r"(?<=[a-z]{3}[bdfghklmnprstv])e$", ""),  # Charlotte, Charlott
    )
)


def word_set(text: str) -> frozenset[str]:
    """Give the words of a text as a set: how the lists of words in the program are written."""
    return frozenset(text.split())


# Dots that end no sentence: they stand in abbreviations, after initials and inside figures.
_ABBREVIATIONS = word_set(
    """
    t.ex tex bl.a bla d.v.s dvs m.fl mfl m.m mm o.s.v osv fr.o.m from t.o.m tom e.d ev evt kl ca c:a nr tel jfr
    jmf s.k sk p.g.a pga f.d fd f.ö fö obs resp inkl exkl enl ang forts föreg ex org.nr org dnr f e.g eg i.e ie
    etc dr mr mrs ms no st prof vs fr prel alt ordf sekr ers vik tjg suppl
    """
)
# A name before its last initial, and what begins with a name and its verb or with the head of a list.
_LONGEST_NAME = 80
_INITIAL_LAST = re.compile(r"[A-ZÅÄÖ][^\W\d_]+(?:-[A-ZÅÄÖ][^\W\d_]+)? \Z")
_NEW_SENTENCE = re.compile(
    r"\s+[A-ZÅÄÖ][\w-]*(?: (?:[A-ZÅÄÖ][\w-]*|och|and)){0,4}"
    r"(?:\s*:| (?:är|kommer|har|deltar|kan|ansluter|blir|går|hälsar|is|are|has|have|joins|will|från|from|länk|plats)\b)"
)
_BREAK = re.compile(r"[.!?…]+(?=[\"'»”)\]]*(?:\s|$))|\n+")


@dataclass(frozen=True, slots=True)
class Token:
    """A word or a figure as written, with its place in the text it was found in."""

    text: str
    start: int
    end: int

    @property
    def folded(self) -> str:
        return fold(self.text)


def plain(text: str) -> str:
    """Give the text composed (NFC), with ordinary spaces, hyphens and apostrophes, without invisible characters."""
    if text.isascii():
        return text
    return _INVISIBLE.sub("", unicodedata.normalize("NFC", text)).translate(_PUNCTUATION)


@lru_cache(maxsize=4096)
def fold(text: str) -> str:
    """Give the plain text in lower case; å, ä, ö and é are kept."""
    return plain(text).casefold().strip()


@lru_cache(maxsize=4096)
def bare(text: str) -> str:
    """Give the folded text without marks on the letters: "Åkervall" and "Akervall" are the same."""
    folded = fold(text)
    if folded.isascii():
        return folded
    decomposed = unicodedata.normalize("NFKD", folded.translate(_LETTERS))
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))


def squash(text: str) -> str:
    """Give the folded text with letters and figures only: "P-O", "P O" and "p.o." are the same."""
    return _NOT_LETTER.sub("", fold(text))


@lru_cache(maxsize=4096)
def sounds_like(word: str) -> str:
    """Give a key that is the same for the usual spellings of one Swedish name: Carin and Karin, Ewa and Eva."""
    # ä is heard as e (Fjällros, Fjellros), before the marks are taken off.
    key = _NOT_LETTER.sub("", bare(fold(word).replace("ä", "e").replace("æ", "e")))
    for pattern, to in _SPELLINGS:
        key = pattern.sub(to, key)
    return key


def tokens(text: str) -> tuple[Token, ...]:
    """Cut a text into words and figures; a hyphened word is one token, and a dot after an initial belongs to it."""
    found = []
    for match in _WORD.finditer(text):
        word, end = match[0], match.end()
        if word.endswith(".") and len(word) > 2:
            word, end = word[:-1], end - 1
        found.append(Token(word, match.start(), end))
    return tuple(found)


def initial_upper(word: str) -> bool:
    """Tell whether a word begins with a capital letter and is not all in capitals (a single letter may be)."""
    return word[:1].isupper() and (len(word) == 1 or not word.isupper() or word.endswith("."))


def sentences(text: str) -> tuple[tuple[int, int], ...]:
    """Give the spans of the sentences, without the white space around them; a line break always ends one."""
    spans: list[tuple[int, int]] = []
    start = 0
    for match in _BREAK.finditer(text):
        if match[0] == "." and _is_abbreviation(text, match.start(), match.end()):
            continue
        _add_span(text, start, match.end(), spans)
        start = match.end()
    _add_span(text, start, len(text), spans)
    return tuple(spans)


def _is_abbreviation(text: str, dot: int, end: int) -> bool:
    begin = dot
    while begin > 0 and dot - begin < 12 and not text[begin - 1].isspace() and text[begin - 1] not in "(\"'":
        begin -= 1
    word = text[begin:dot].casefold()
    if word in _ABBREVIATIONS:
        return True
    if len(word) == 1 and word.isalpha():
        return not _ends_with_an_initial(text, begin, end)
    # "A.L. är …": initials with dots between.
    return len(word) == 3 and word[1] == "." and word[0].isalpha() and word[2].isalpha() and end < len(text)


def _ends_with_an_initial(text: str, initial: int, end: int) -> bool:
    """Tell whether a sentence ends with a name's initial: "… Inger, Sara L. Bo är med på länk"."""
    if _NEW_SENTENCE.match(text, end) is None:
        return False
    return _INITIAL_LAST.search(text, max(initial - _LONGEST_NAME, 0), initial) is not None


def _add_span(text: str, start: int, end: int, spans: list[tuple[int, int]]) -> None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        spans.append((start, end))
