"""Tell small talk by its words: everyday things and talk about the talk, with nothing of a matter beside them."""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import lru_cache
from itertools import pairwise

from handlers.reading.small_talk_words import COLOUR, EMPTY, EVERYDAY, TALK, TOOLS, WORK, WORK_EN
from meetings.words import word_set

MOST_WORDS = 14
"""Words: somebody who says more than this has something to say."""
_FEW = 4
"""Words: in so short a sentence one word that nobody knows gives no matter to it."""
_STEM = 5
"""Letters by which a word is known for one of a topic: "stolarna" under "Nya stolar"."""

_SHORTEST, _YEAR, _LONGEST = 3, 4, 120

_WORD = re.compile(r"[^\W\d_]+|\d+(?:[.:,]\d+)*")
_PLAIN = str.maketrans("åäöé", "aaoe")
_ENDINGS = ("arna", "erna", "orna", "en", "et", "an", "ar", "er", "or", "na", "a", "n", "r", "s", "t")
_WORK = re.compile(rf"(?:{WORK})|(?:{WORK.translate(_PLAIN)})|(?:{WORK_EN})")
_LONG_WORK = re.compile("|".join(stem for stem in WORK.split("|") if len(stem) > _STEM))
# What tells of how things usually are, of shares and sums, of periods: that is told of a matter.
_SUMS = word_set(
    """
    kr tkr mkr procent percent varje per every each ökar minskar ökning minskning ggr
    måndagar tisdagar onsdagar torsdagar fredagar lördagar söndagar
    mondays tuesdays wednesdays thursdays fridays saturdays sundays
    """
)
_IN = frozenset("i in till until från from".split())
_MONTHS = word_set(
    """
    januari februari mars april maj juni juli augusti september oktober november december
    january february march may june july august october
    """
)
_FROM_ON = re.compile(r"\bfrån och med\b|\b(?:gånger|times)\ (?:i|per|a|om)\b|\bfr\.?\ ?o\.?\ m\b", re.IGNORECASE)
_PARTY = re.compile(r"\b(?!(?:OK|OBS|TV|LOL|AIK|ID|PS|BTW|I)\b)[A-ZÅÄÖ]{2,6}\b")
_SHOUTS = re.compile(r"[a-zåäö]")
# Said by one person of herself, to another, or of what is around them right now.
_FRAME = frozenset(
    "jag mig mej min mitt mina du dig dej din ditt dina er nu här hit idag ikväll igen i me my you your here now today"
    " tonight again".split()
)
_TO_YOU = frozenset("du dig dej din ditt dina er ert mig mej you your yours me".split())
# Sayings that only pass the time: how long is left, how quick it went, that it will be fine, that it is for later.
_SAYING = re.compile(
    r"""^\W*(?:(?:ja|jo|nej|nä|ok|okej|men|och|så|då|äh|well|oh|yes|no|but|so)\W+){0,2}(?:
        (?:(?:vi|we|det|there|we've)\ (?:har|är|have|are|got)\ )?(?:bara\ |only\ |just\ )?(?:\d+|en|ett|två|tre|fyra
          |fem|tio|femton
          |tjugo|one|two|three|five|ten|fifteen|twenty)\ (?:minut\w*|min|sekund\w*|timm?\w*|minutes?|mins?|seconds?
          |hours?)\ (?:kvar|till
          |left|to\ go)
      | (?:det|den|it|that)\ (?:gick|var|went|was)\ (?:ju\ |väl\ |så\ |rätt\ |ganska\ )?(?:fort|snabbt|quick|fast
        |rolig|kul|nära)
      | (?:det|den|it|that)\ (?:gick|var|went|was)\ (?:ju|väl)\ bra | den\ var\ bra | så\ \w+\ det\ (?:gick|var|är
        |blev)(?:\ .{0,20})?
      | (?:det|this|it)(?:\ |')(?:blir|kommer\ bli|ska\ bli|ll\ be|will\ be|is\ going\ to\ be)\ (?:nog\ |säkert\
        |all\ )?(?:bra|fint|kul
          |fine|okay|ok|right|good|great)(?:\ (?:det\ här|detta|this))? | blir\ bra\ (?:det\ här|detta)
      | (?:äntligen|snart|nearly|almost|finally|soon)\ (?:it's\ )?(?:fredag|helg|semester|friday|weekend|the\ weekend)
      | (?:det\ )?ska\ bli\ (?:skönt|kul|roligt|härligt|trevligt).{0,30}
      | länge\ se[nd]a?n?\ sist | long\ time\ no\ see | (?:so\ )?good\ to\ see\ (?:you|everyone)(?:\ all)?
        | time\ flies | take\ your\ time | one\ at\ a\ time | never\ mind
      | tiden\ (?:rinner|springer|flyger|går\ (?:fort|snabbt)).{0,12} | (?:vi|we|we're)\ (?:har|ligger|have|är
        |are)\ (?:gott\ om|ont\ om|bra|efter|före|plenty
          \ of|short\ of).{0,8}\ ?(?:tid|time|tiden)
      | (?:(?:vi|jag|we|we'll|i'll|let's)\ (?:får\ |kan\ |can\ )?)?(?:tar?|take|do)\ (?:vi\ |jag\ )?(?:det|den|detta
        |it|this|that|det\ där)\ (?:sen
          |senare|efteråt|efter\ mötet|en\ annan\ gång|mellan\ fyra\ ögon|på\ fikat|i\ pausen|på\ rasten
          |i\ korridoren|later|afterwards|offline
          |after\ the\ meeting|another\ time|in\ the\ break).{0,12}
      | let's\ (?:skip|leave|drop|stop|chat|talk|take|have|get|do).{0,14}\ (?:talk|chat|break|stairs|later
        |after\ the\ meeting|lunch|coffee)
      | (?:nästa\ gång|next\ time)\ (?:bjuder|betalar|it's|bakar).{0,12} | (?:låter|sounds)\ (?:\w+\ )?\w+
        | .{0,12}\bbyter\ plats(?:er)?
      | (?:\w+\ ){0,3}(?:som\ vanligt|as\ usual)\ (?:med\ andra\ ord|alltså|då|then)
      | (?:i'm|i\ am|jag\ är)\ (?:full|back|here|starving|mätt) | jag\ (?:är|var)\ inte\ (?:klar|färdig)
        | (?:nu\ )?(?:sharing|delar)\ now
      | sharing(?:\ my\ screen)?(?:\ now)? | now\ it\ works | nu\ (?:funkar|kom|gick)\ det(?:\ igång|\ igen)?
        | kör\ hårt
      | (?:vänta\ )?(?:i|jag)\ (?:ska\ )?bara\ (?:hitta|leta).{3,30} | (?:jag|i'm)\ (?:letar|looking)\ (?:efter
        |for)\ (?:the\ |rätt\ |en\ )?(?:bild|dokument|papper|fil|länk|right|document|file|link).{0,8}
    )[\s.!,)]*$""",
    re.IGNORECASE | re.VERBOSE,
)
_TO_ONE_ALONE = re.compile(
    r"\b(?:ring|mejl|mail|snack|prata|hör)\w*\s+(?:av\s+mig\s+till\s+)?(?:dig|dej|er)\b|\b(?:call|phone|text|email"
    r"|tell)\s+you\b",
    re.IGNORECASE,
)
_SOMEBODY = frozenset(
    "jag du ni vi det den han hon mig dig er oss man varandra alla här där i you we it that this he she me us them here"
    " there one".split()
)
# What somebody answered is a matter, unless it opens a retort: "vi fick nej".
_ANSWERS = frozenset({"ja", "nej", "yes", "no"})
_COMMITS = re.compile(
    r"^(?:(?:ja|jo|ok|okej|yes)\W+)?(?:(?:det|den|detta|it|that)\ )?(?:(?:kan|ska|will|can)\ )?(?:jag|vi|i|we|i'll"
    r"|we'll)"
    r"\ (?:(?:kan|ska|får|will|can)\ )?(?:tar?|gör|göra|fixar?|ordnar?|kollar?|kan|gör|do|take|check|fix)\b"
    r"|^(?:det|den|detta)\ (?:tar|gör|fixar|ordnar|kan|kollar)\ (?:jag|vi)\b",
    re.IGNORECASE,
)


def says_little(text: str, *, topics: Collection[str] = ()) -> bool:
    """Tell whether a sentence is small talk, or holds nothing at all."""
    return is_small_talk(text, topics=topics) or says_nothing(text)


def is_small_talk(text: str, *, topics: Collection[str] = ()) -> bool:
    """Tell whether a sentence speaks of everyday things or of the talk itself, and of nothing else.

    `topics` are the titles the meeting goes by: what they name is no small talk.
    """
    if not _may_be(text):
        return False
    words = [word.casefold() for word in _WORD.findall(text)]
    if _reports(text, words):
        return False
    if _SAYING.match(text):
        return True
    if not 0 < len(words) <= MOST_WORDS or _of_a_topic(words, topics):
        return False
    if not any(_is_small(word) for word in words) or any(_is_work(word) for word in words) or _gives_a_figure(words):
        return False
    names = _names(text)
    unknown = sum(not _is_known(word) and word not in names for word in words)
    return unknown == 0 or unknown == 1 and _is_framed(words)


def _is_framed(words: list[str]) -> bool:
    """Tell whether one word that nobody knows may stand beside what is everyday: said of oneself, here, or in short."""
    small = sum(_is_small(word) for word in words)
    of_oneself = not _FRAME.isdisjoint(words) or small > 1 or len(words) <= _FEW
    return of_oneself and any(_is_everyday(word) for word in words) or not _TO_YOU.isdisjoint(words)


def _gives_a_figure(words: list[str]) -> bool:
    """Tell whether talk tells a figure, and nothing everyday that it could be of: "säg 10 min"."""
    figures = any(word[0].isdecimal() for word in words)
    return figures and not any(_is_everyday(word) for word in words)


def speaks_of_work(text: str) -> bool:
    """Tell whether a sentence names something that groups meet about, or how much there is of it."""
    words = [word.casefold() for word in _WORD.findall(text)]
    return any(_is_work(word) for word in words) or _reports(text, words)


def _reports(text: str, words: list[str]) -> bool:
    """Tell whether a sentence tells shares, sums, periods or what usually is."""
    if "%" in text or not _SUMS.isdisjoint(words) or _FROM_ON.search(text) is not None:
        return True
    if any(len(word) >= _YEAR and word.isdecimal() for word in words):
        return True
    return any(before in _IN and after in _MONTHS for before, after in pairwise(words))


def is_private(text: str) -> bool:
    """Tell whether small talk is of home, body, food, weather, the room or the way there, or for one person's ears."""
    if _SAYING.match(text):
        return True
    words = [word.casefold() for word in _WORD.findall(text)]
    return any(_is_everyday(word) for word in words) or _TO_ONE_ALONE.search(text) is not None


def says_nothing(text: str) -> bool:
    """Tell whether a sentence holds nothing but words that say nothing by themselves: "nu ska vi se", "kör du"."""
    words = [word.casefold() for word in _WORD.findall(text)]
    empty = 0 < len(words) <= MOST_WORDS and all(word in _EMPTY for word in words) and _ANSWERS.isdisjoint(words[2:])
    if len(words) >= _FEW and _SOMEBODY.isdisjoint(words):
        return False  # "mycket att göra just nu"
    return empty and _COMMITS.match(text) is None and not text.rstrip().endswith(":")


def _may_be(text: str) -> bool:
    return len(text) <= _LONGEST and (_PARTY.search(text) is None or _SHOUTS.search(text) is None)


def _of_a_topic(words: list[str], topics: Collection[str]) -> bool:
    stems = _stems_of(tuple(topics))
    return any(word[:_STEM] in stems and word not in _EMPTY and word not in _TALK for word in words)


@lru_cache(maxsize=256)
def _stems_of(topics: tuple[str, ...]) -> frozenset[str]:
    return frozenset(word[:_STEM] for topic in topics for word in _WORD.findall(topic.casefold()) if len(word) >= _STEM)


def _names(text: str) -> set[str]:
    """Give the words that begin with a capital inside a sentence: they name somebody."""
    found = list(_WORD.finditer(text))
    return {match[0].casefold() for match in found[1:] if match[0][:1].isupper()}


@lru_cache(maxsize=4096)
def _is_small(word: str) -> bool:
    if word in _EMPTY:
        return False
    return word in _TALK or _is_of(_EVERYDAY, word) or _is_of(_TOOLS, word)


@lru_cache(maxsize=4096)
def _is_work(word: str) -> bool:
    """Tell whether a word begins with one of the work, or holds a longer one: "trädgårdsprojektet"."""
    return _WORK.match(word) is not None or _LONG_WORK.search(word) is not None


def _is_of(words: frozenset[str], word: str) -> bool:
    return word in words or not words.isdisjoint(_stems(word))


def _is_everyday(word: str) -> bool:
    return word not in _EMPTY and _is_of(_EVERYDAY, word)


def _is_known(word: str) -> bool:
    return word in _EMPTY or word in _COLOUR or word.isdecimal() or word[:1].isdecimal() or _is_small(word)


def _stems(word: str) -> list[str]:
    return [word[: -len(end)] for end in _ENDINGS if word.endswith(end) and len(word) - len(end) >= _SHORTEST]


def _also_plain(words: frozenset[str]) -> frozenset[str]:
    """Add each word as it is written without the dots of å, ä and ö."""
    return words | {word.translate(_PLAIN) for word in words}


_EVERYDAY, _TOOLS, _TALK, _EMPTY, _COLOUR = (_also_plain(words) for words in (EVERYDAY, TOOLS, TALK, EMPTY, COLOUR))
