"""Tell talk that only keeps a meeting going from what was said in it: greetings, thanks, jokes, technical trouble."""

from __future__ import annotations

import re
from collections.abc import Collection

from handlers.reading.chatter_wording import CANNOT_OPEN, GREETING, PRAISE, SELF_TALK, STEERING, TECHNICAL
from handlers.reading.said_to_people import is_asked, is_bidden
from handlers.reading.small_talk import says_little, speaks_of_work
from meetings.words import fold

_WORD = re.compile(r"\w+", re.UNICODE)
_EMOJI = re.compile(
    "[\U0001f000-\U0001faff\u2600-\u27bf\u2b50\u2b55\ufe0f\u200d]|(?<!\\w)[:;=8xX]['\u2019]?-?[)(DPpOo/\\\\|](?!\\w)|<3"
)
_LAUGHING = re.compile("[😀-😄😆😂🤣😅😹😜😝🤪]")
_LAUGH = re.compile(
    r"\b(?:ha){2,}h?\b|\b(?:hi){2,}\b|\b(?:he){2,}\b|\blol\b|\brofl\b|\b(?:hö){2,}\b|\basg\b", re.IGNORECASE
)
_LAUGHS_FIRST = re.compile(r"\W*(?:lol|rofl|asg|(?:ha){2,}h?|(?:h[eiö]){2,})\b", re.IGNORECASE)
_LONGEST_LAUGH = 10
_BARE_LINK = re.compile(r"^\s*<?(?:https?://|www\.)\S+>?\s*$", re.IGNORECASE)

# A message of nothing but these only says that one has heard: "aha ok, bra då vet jag".
_RECEIPT = frozenset(
    """
    ok okej okey aha jaha ja jo jodå jadå japp yes nej nä bra toppen super perfekt fint kanon grymt snyggt härligt skönt
    kul tack tackar då vet jag det var så låter mm mmm hmm precis exakt absolut intressant spännande noterat uppfattat
    förstår förstås fattar hänger instämmer håller visst okidoki roger varsågod varsågoda lugnt gott ser sant samma
    här där också med dig er mig för alright great good fine thanks thank you got it i see sure nice right understood
    noted agreed perfect sounds that makes sense cool yep yeah oh ah
    """.split()
)
_LONGEST_RECEIPT = 8

_GLAD = re.compile(
    r"^(?:oj\s+)?(?:vad|så|how)\s+(?:bra|kul|roligt|skönt|fint|härligt|spännande|intressant|nice|good"
    r"|great)\b",
    re.IGNORECASE,
)
_HOPE = re.compile(r"\b(?:hoppas\ jag|tror\ jag|tänker\ jag|typ\ så|eller\ nåt|eller\ hur)\W*$", re.IGNORECASE)
_TO_YOU = re.compile(
    r"^(?:du|ni|kan\ (?:du|ni|nån|någon)|ska\ (?:du|ni|vi)|har\ (?:du|ni)|är\ (?:du|ni))\b", re.IGNORECASE
)
_WISH = re.compile(
    r"^(?:nån|någon|man|somebody|someone)\s+(?:borde|skulle|måste|kunde|should|ought)\b.{0,30}\b(?:det|där|här|that"
    r"|this)\W*$",
    re.IGNORECASE,
)
# One's own belongings and household: "min punktering är lagad nu".
_PRIVATE = re.compile(
    r"""^\W*(?:(?:oj|ja|nej|men|och|nu|så|förresten|and|but|so|btw)\W+){0,2}(?:(?:nu|idag|igen)\ (?:är|har
        |blev)\ )?(?:min|mitt|mina|my)\ (?:(?:nya?
          |gamla?|fina?|stackars|new|old|poor)\ )?(?:\w{0,10}(?:cykel|bil|tåg|buss|dator|telefon|nyckel|nycklar)
            |punktering|mobil|mick|kamera
          |headset|skärm|batteri|laddare|hund|katt|unge|ungar|barn|dotter|son|man|fru|sambo|mamma|pappa|lunch|kaffe
            |frukost|väska|plånbok
          |granne|trädgård|kök|soffa|bike|car|train|bus|laptop|phone|mic|camera|battery|charger|dog|cat|kids?
            |daughter|husband|wife|mum|mom
          |dad|keys?|coffee|garden)(?:n|en|et|ar|er|arna|erna|na|s)?\b""",
    re.IGNORECASE | re.VERBOSE,
)
# What is said to somebody in the room, not of a matter; and a shrug at the end.
_TO_ONE = re.compile(r"\b(?:you|your|yours)\b", re.IGNORECASE)
_SHRUG = re.compile(
    r"\b(?:inte|ej|aldrig|not|never|\w+n't)\b.{0,60}\b(?:ändå|iallafall|i\s+alla\s+fall|liksom|anyway)\W*$",
    re.IGNORECASE,
)
_SOURCE_ONLY = re.compile(r"^(?:enligt|according\s+to|källa|source)\b", re.IGNORECASE)
_LONGEST_SAID_TO_ONE, _LONGEST_SHRUG, _LONGEST_TROUBLE = 6, 9, 12
_EMPTY = frozenset(
    "verkligen absolut precis såklart självklart faktiskt egentligen kanske troligen naturligtvis visserligen alltså"
    " fortfarande väldigt jättebra toppen skulle kommer borde really absolutely exactly"
    " actually perhaps probably".split()
)
_COMMENT = re.compile(r"\b(?:ju|väl|minsann|indeed)\b", re.IGNORECASE)
_LOOSE_START = re.compile(r"^(?:men|och|så|ja|jo|nej|fast|eller|haha|hm+|äh|asså)\b", re.IGNORECASE)
# How things stand, said in a word or two: it is all that a party has to report.
_STATUS = re.compile(
    r"""^\W*(?:(?:nej|nä|no)\W+)?(?:inget\ (?:nytt|särskilt|att\ (?:rapportera|tillägga|anmäla))|(?:ingen
    |inga)\ (?:förändring(?:ar)?|nyheter)
        |oförändrat(?:\ läge)?|(?:allt\ )?(?:är\ )?som\ (?:förut|tidigare|sist)|no\ (?:change|news)|nothing\ (?:new
        |to\ report|to\ add)
        |unchanged|(?:the\ )?same\ as\ (?:before|last\ time))\W*$""",
    re.IGNORECASE | re.VERBOSE,
)
_LOOSE_END = re.compile(r"\b(?:då|va|eller|sen|nu|tack|then|please|thanks)\W*$", re.IGNORECASE)
_PRAISES = re.compile(r"bra|fin|snygg|vilk|klockren|good|nice|great|lovely|tough|fantast", re.IGNORECASE)
_BUT = re.compile(r"\b(?:men|fast|dock|däremot|but|however|though)\b", re.IGNORECASE)


def is_chatter(text: str, *, lead: bool = False, topics: Collection[str] = (), taken_down: bool = False) -> bool:
    """Tell whether a sentence only keeps the talk going. `lead`: the one who writes for the group says it.

    The writer's statements are taken at their word, so that only greetings, thanks, questions, trouble and small talk
    are left out. `topics` are the titles on the agenda: what is said of them is no small talk.
    `taken_down`: it is written as notes, in which nothing is small talk.
    """
    words = _WORD.findall(text)
    if len(words) <= _LONGEST_RECEIPT and all(word.casefold() in _RECEIPT for word in words):
        return True
    if not words or _BARE_LINK.match(text):
        return True
    if _STATUS.match(text):
        return False
    if text.startswith("(") and text.rstrip(" .!").endswith(")"):
        return False  # an aside to what was just said: "(bilaga kommer)"
    plain = _EMOJI.sub(" ", text).strip()
    if (
        not plain
        or _is_greeting(plain, words)
        or SELF_TALK.search(plain)
        or _is_praise(plain)
        or STEERING.match(plain)
        or _GLAD.match(plain)
    ):
        return True
    if is_question(plain):
        return True
    if not taken_down and (is_asked(plain) or is_bidden(plain) or says_little(plain, topics=topics)):
        return True
    of_work = speaks_of_work(plain)
    trouble = CANNOT_OPEN.search(plain) or (TECHNICAL.search(plain) and not of_work)
    if trouble and len(words) <= _LONGEST_TROUBLE:
        return True
    if len(words) < _LONGEST_LAUGH and (_LAUGHS_FIRST.match(text) or _LAUGHING.search(text)):
        return True
    if lead:
        return len(words) < 2 and len(fold(plain)) < 3
    smiles = plain != text.strip() and len(words) < 8 and not (len(words) > 4 and _says_something(words))
    if _LAUGH.search(plain) or _LAUGHING.search(text) or smiles:
        return True
    if _PRIVATE.match(plain) and len(words) < _LONGEST_SHRUG:
        return True
    if len(words) <= _LONGEST_SAID_TO_ONE and (_TO_ONE.search(plain) or _says_only_its_source(plain, words)):
        return True
    if len(words) < _LONGEST_SHRUG and _SHRUG.search(plain):
        return True
    if _TO_YOU.search(plain) and not of_work:
        return True
    if _HOPE.search(plain) or _WISH.search(plain) or len(words) < 6 and _COMMENT.search(plain):
        return True
    loose = _LOOSE_START.search(plain) is not None or text.rstrip().endswith("!")
    if len(words) == 2 and of_work and not loose and not _LOOSE_END.search(plain):
        return False  # "rekrytering pågår"
    return len(words) < 3 or len(words) < 5 and loose and not _says_something(words)


def _is_greeting(plain: str, words: list[str]) -> bool:
    found = GREETING.search(plain)
    return found is not None and not (found["retort"] and _says_something(words))


def _is_praise(plain: str) -> bool:
    """Tell whether a sentence praises what was said, without a "but" after it."""
    return _PRAISES.search(plain) is not None and PRAISE.search(plain) is not None and _BUT.search(plain) is None


def _says_something(words: list[str]) -> bool:
    """Tell whether a short retort has content of its own: "nej, kvartalsvis räcker gott"."""
    return sum(len(word) >= 6 and word.casefold() not in _EMPTY for word in words) >= 2


def _says_only_its_source(plain: str, words: list[str]) -> bool:
    """Tell whether a few words name where something comes from, and do not say what: "enligt uppgift från SCB"."""
    return _SOURCE_ONLY.match(plain) is not None and not any(word.isdecimal() for word in words)


def is_link(text: str) -> bool:
    """Tell whether a line is nothing but a link."""
    return _BARE_LINK.match(text) is not None


def is_question(text: str) -> bool:
    """Tell whether a sentence asks the room something."""
    stripped = text.rstrip(" \t)”\"'!")
    return stripped.endswith("?") or _ASKING.search(text) is not None


_ASKING = re.compile(
    r"""^(?:(?:var|vad|vem|hur)\ (?:ska|kan|skriver|hittar|gör)\ (?:man|vi|jag|ni)\b
        | (?:vad|vem|vilka|vilken|vilket|varför|hur|när|var)\b(?!\ (?:som|det\ gäller|gäller)).{0,80}(?:\beller\b\W*$)
        | (?:undrar|nån|någon|några)\ (?:om|som|mer|fler|hur|vad|när)\b
        | (?:är|har|kan|ska|får|vill|hade|finns)\ (?:vi|det|ni|du|nån|någon|man|inte)\b.{0,80}\beller\b\W*$
        | vilken\ (?:sida|punkt)\ är\ vi\b
        | (?:what|who|where|why|how|when|which)(?:['’]s|\ (?:is|are|was|were|do|does|did|can|should|would
          |the\ heck))\ (?!\w+ing\b)
          (?!.{0,60}\b(?:is|are|was|remains?)\ (?:still\ )?(?:unclear|unknown|open|undecided|not\ (?:clear|decided)))
        | (?:any|some)(?:one|body)\ (?:else\ )?(?:who|know|got|have|seen|here)\b | (?:is|are|do|does|did|can|could
          |would|will|has|have)\ (?:we|you|they|it
          |there|any\w*|some\w*|that|this)\b )""",
    re.IGNORECASE | re.VERBOSE,
)


def without_noise(text: str) -> str:
    """Give a sentence without emoji, a yes or no before it, or thanks tied to its end; otherwise as written."""
    plain = _EMOJI.sub("", text).rstrip()
    head, end = plain[:-_LONGEST_TAIL], plain[-_LONGEST_TAIL:]
    plain = _RETORT.sub("", head + _TAIL.sub("", end))
    return re.sub(r"[ \t]{2,}", " ", plain).strip()


_RETORT = re.compile(r"^(?:nej|nä|ja|jo|japp|ok|okej|no(?=\s*,)|yes|yeah)\s*,?\s+(?=\w)", re.IGNORECASE)
_LONGEST_TAIL = 60
_TAIL = re.compile(
    r"(?:[\s,!.]+|^)(?:tack(?:\ (?:alla|allihop|på\ förhand))?|thanks|thx|mvh|(?<=\s)/\w[\w-]*)\s*[!.]*\s*$",
    re.IGNORECASE,
)
