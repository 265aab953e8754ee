"""Make a short title of the words an item was asked for in, and take from them what else they tell about it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from meetings.agenda import Entry, find_items
from meetings.item_words import fit, words_of
from meetings.words import fold

LONGEST_TITLE = 90
_LONGEST_WISH = 600

ME = "@me"


@dataclass(frozen=True)
class Wish:
    """What somebody wishes about an item. `owner` is a name as written, or `ME`; `after` and `before` are item ids."""

    title: str
    minutes: int | None = None
    owner: str | None = None
    after: str | None = None
    before: str | None = None
    place: Literal["first", "last"] | None = None
    attachment: bool = False
    shortened: bool = False

    @property
    def placed(self) -> bool:
        """Tell whether a place was wished for."""
        return bool(self.after or self.before or self.place)


# How long something is to take: "ca 15 min", "en kvart", "30 minuter".
MINUTES = (
    r"(?:ca\.?|c:a|cirka|max|ungefär|typ|tar|tar\ nog|behöver|räcker\ med|about|approx\.?|roughly)?\s*"
    r"(?:(?P<figure>\d{1,3})\s*(?:-\s*\d{1,3}\s*)?(?:min\b\.?|minuter|minutes|minuters?)"
    r"|(?P<word>en\ kvart|en\ halvtimme|en\ timme|half\ an\ hour|an\ hour))"
)
_SPOKEN = {"en kvart": 15, "en halvtimme": 30, "half an hour": 30, "en timme": 60, "an hour": 60}

_SMILE = re.compile(r"(?:[\U0001f000-\U0001faff\u2600-\u27bf\u2b50\ufe0f\u200d]|(?<!\w)[:;]['-]?[)(DPp/]|<3)+\s*\Z")
_COURTESY = re.compile(
    r"""[\s,]*\b(?:tack(?:ar)?(?:\ på\ förhand)?|snälla|är\ du\ snäll|om\ det\ (?:går(?:\ bra)?|behövs|passar)|om\ (?:ni
            |du)\ vill|om\ vi\ hinner|om\ det\ finns\ tid
        |(?:det\ )?(?:vore|hade\ varit|skulle\ vara|är|blir)\ (?:bra|fint|kul|toppen|jättebra|önskvärt)(?:\ att\ ha)?
          |om\ det\ finns\ (?:intresse|utrymme|plats)|önskas|från\ (?:oss|mig)|för\ (?:min|vår)\ del|som\ sagt
        |ändå|också|oxå|med|igen|gärna|istället|i\ stället|mvh|nu|lite|kort|please|thanks|thank\ you|too
          |as\ well|if\ possible)\s*\Z""",
    re.IGNORECASE | re.VERBOSE,
)
_ON_THE_AGENDA = re.compile(
    r"""[\s,]*\b(?:(?:på|till|i|som\ punkt\ på)\ (?:dagordningen|agendan|listan|mötet|nästa\ (?:möte|mysam
            |agenda|dagordning)|tisdag|måndag|onsdag|torsdag|fredag)
        |nästa\ (?:gång|möte)|som\ (?:en\ )?(?:egen\ |extra\ |ny\ |särskild\ )?punkt|som\ (?:en\ )?övrig\ fråga
          |under\ övrigt|under\ övriga\ frågor
        |(?:to|on|for|at)\ the\ (?:agenda|next\ (?:meeting|agenda)|meeting|list)|(?:at|for|in)\ (?:the\
          |our\ )?next\ meeting|next\ (?:time|meeting)|as\ an\ item|on\ \w+day)\s*\Z""",
    re.IGNORECASE | re.VERBOSE,
)
_LENGTH = re.compile(rf"[\s,–—-]*(?:\bi\s+)?{MINUTES}\s*(?:på\ det|för\ det|till\ det|räcker|max)?\s*\Z", re.IGNORECASE)
_LENGTH_FIRST = re.compile(rf"{MINUTES}\s+(?:om|för|kring|till|åt)\s+", re.IGNORECASE)
_ATTACHED = re.compile(
    r"[\s,;–-]*\b(?:(?:alla\s+)?(?:med\s+)?(?:bilag(?:a|or)|underlag)(?:\s+(?:finns|bifogas"
    r"|kommer(?:\s+\w+){0,3}|medföljer|följer))?"
    r"|se\s+bilaga|bifogas|bifogat|(?:all\s+)?(?:with\s+)?attach(?:ment|ments|ed))\s*\Z",
    re.IGNORECASE,
)
_SELF = re.compile(
    r"""[\s,;–—-]+(?:(?:och|som)\s+)?(?:det\s+)?(?:kan\s+)?jag\s+(?:kan\s+|ska\s+|vill\s+
            |skulle\s+kunna\s+)?(?:gärna\s+)?
        (?:berätta\w*|dra(?:r)?|informera\w*|presentera\w*|föredra(?:r)?|visa\w*|hålla?r?\s+i|redovisa\w*
          |inleda?\w*|ta(?:r)?)\b.*\Z
      |[\s,;–—-]+i\s+(?:can|will|could)\s+(?:present|tell|talk|lead|take|introduce|inform)\b.*\Z
        |[\s,;–—-]+i'll\s+(?:present|lead|take)\b.*\Z""",
    re.IGNORECASE | re.VERBOSE,
)
_OWNER = re.compile(
    r"""[\s,;–—-]+(?:(?:föredragande|ansvarig|dras\ av|presenteras\ av|owner|presented\ by
            |led\ by)[:\s]+(?P<after>[^\W\d_][\w\ :-]{1,40})
        |(?P<who>[^\W\d_][\w-]*(?:\ [^\W\d_][\w-]*){0,2})\ (?:drar|föredrar|presenterar|berättar|informerar
          |håller\ i|redovisar|inleder|leder|presents|leads|introduces)
            (?:\ (?:den|det|detta|punkten|it))?)\s*\Z""",
    re.IGNORECASE | re.VERBOSE,
)
_PLACED = re.compile(
    r"""(?P<loose>[\s,;–—-]+)(?P<verb>(?:gärna|helst|allra\ helst|och|ideally|preferably)?\s*(?:(?:lägg|sätt|ta|placera
            |put)\s+(?:den|det|punkten|it)(?:\s+gärna|\s+helst)?|(?:den\s+)?(?:ska|bör|kan)\s+(?:ligga|komma
            |tas))\s+|(?:gärna|helst|ideally|preferably|kan\s+(?:komma|ligga))\s+)?
        (?:(?P<side>direkt\s+efter|först\s+efter|efter|före|innan|after|before)\s+(?P<target>[^,;]{1,60})
          |(?P<end>först|sist|överst|i\ början|på\ slutet|first|last))\s*\Z""",
    re.IGNORECASE | re.VERBOSE,
)
_BRACKETED = re.compile(r"\s*\((?P<inside>[^()]{1,80})\)\s*\Z")
_OPENING = re.compile(
    r"""\A(?:[\s:,–—-]+|(?:(?:ny|extra|en|ett|egen|kort|liten|den|också|oxå|gärna|även|med|in|upp)\s+)*
        (?:punkt(?:en)?|ärende(?:t)?|dagordningspunkt|item)(?:\s+(?:som\s+heter|som\s+handlar))?(?:\s+(?:om
          |kring|angående))?[\s:]+(?=\S)
        |(?:ca\.?\s+)?(?:\d{1,3}\s*min\w*|en\s+kvart|en\s+halvtimme)\s+(?:om|för|kring|till|åt)\s+
        |(?:frågan|frågor|frågeställningen|ämnet|saken|läget|(?:ett\s+par|några)\s+ord|lite(?:\s+(?:grann|mer))?|något|nåt|something|anything
          |someone|a\s+(?:quick\s+|short\s+)?(?:word|bit|update)|någonting|en\s+(?:sak|fråga|grej|kort\s+info\w*|kort\s+dragning|avstämning|runda)|ett\s+ärende)\s+(?:om|kring|runt
          |gällande|angående|ang\.?|med|on|about)\s+
        |(?:det\s+(?:här|där)\s+med|detta\s+med|om|kring|runt|angående|ang\.?|gällande|gärna|också|oxå|även
          |about|regarding|an\s+item\s+(?:on|about)|the\s+(?:issue|question)\s+of)\s+)""",
    re.IGNORECASE | re.VERBOSE,
)
# Where the reason or a story begins: ", det har blivit akut", " eftersom …", "? då hinner …".
_STORY = re.compile(
    r"""\s*[,;–—-]\s+(?:jag|vi|det|den|de|han|hon|ni|som|så|då|för|eftersom|därför|men|finns|kan|har|behöver
            |behövs|blir|är|tror|tänker|känns|hoppas
            |vore|undrar|i|it|we|they|so|because|since|that|but)\b(?!\s+(?:och|samt|&)\b).*\Z
      |\s+(?:eftersom|därför\ att|för\ att\ vi|så\ att|innan\ vi|när\ vi|då\ vi|då\ det|because|since\ we
        |so\ that)\b.*\Z
      |\s*[?!]\s.*\Z""",
    re.IGNORECASE | re.VERBOSE,
)
# In ordinary words: ", hur det har gått", "och hur vi gör" says what is to be said of the topic.
_AND_HOW = re.compile(
    r",\s+(?:och\s+)?(?:hur|vad|varför|när|om|ifall|vilka|vem|how|what|why)\b.*\Z", re.IGNORECASE | re.DOTALL
)
_QUOTED = re.compile(r"\A[\"”“»'](?P<inside>[^\"”“«»]{1,100})[\"”«“»'](?P<rest>.*)\Z", re.DOTALL)
_MARKS = " \t\n.,;:!?–—-*_"


def read_wish(raw: str, entries: Sequence[Entry], *, plain: bool = False) -> Wish:
    """Read what follows a frame ("punkt: …", "kan vi ta upp …").

    `plain` tells that the item was asked for in ordinary words: then the polite frame and the reasons are cut away too.
    The title is empty when nothing is left.
    """
    wish = _trailing(Wish(raw[:_LONGEST_WISH].strip()), entries, plain)
    title = wish.title
    quoted = _QUOTED.match(title)
    if quoted and not quoted["rest"].strip(_MARKS):
        return replace(wish, title=quoted["inside"].strip())
    short = title
    leading = _LENGTH_FIRST.match(short)
    if leading and wish.minutes is None:
        wish = replace(wish, minutes=_minutes(leading))
    for _ in range(3):
        short = _OPENING.sub("", short, count=1)
    if plain:
        short = _AND_HOW.sub("", short, count=1)
    short = _STORY.sub("", short, count=1)
    if short != title:
        wish = _trailing(replace(wish, title=short), entries, plain)
    title = " ".join(wish.title.strip(_MARKS).split())
    if plain:
        title = re.sub(r"\A(?:the|our)\s+", "", title, flags=re.IGNORECASE)
    shortened = plain or fold(short) != fold(wish.title) or len(title) > LONGEST_TITLE
    return replace(wish, title=capital(_cut(title)), shortened=shortened)


def told_besides(text: str, entries: Sequence[Entry]) -> Wish | None:
    """Read a sentence that only tells more of what was asked for: "gärna före Trisam", "jag drar den"; else None."""
    wish = _trailing(Wish(f"x, {text.strip(' .!')}"), entries, plain=True)
    told = wish.minutes is not None or wish.owner or wish.placed
    return replace(wish, title="") if wish.title == "x" and told else None


def split_titles(raw: str) -> tuple[str, ...]:
    """Part a list of items at commas outside quotes and brackets, and at the last "och" of such a list."""
    parts, depth, quoted, start = [], 0, False, 0
    for place, letter in enumerate(raw):
        if letter in '"”“':
            quoted = not quoted
        depth = depth + (letter == "(") - (letter == ")" and depth > 0)
        if letter in ",;" and not quoted and depth == 0 and raw[place + 1 : place + 2].isspace():
            parts.append(raw[start:place])
            start = place + 1
    last = raw[start:]
    ends = re.split(r"\s+(?:och|samt|and)\s+", last, maxsplit=1)
    parts += ends if len(ends) == 2 and '"' not in last else [last]
    return tuple(part.strip(_MARKS) for part in parts if part.strip(_MARKS))


def capital(title: str) -> str:
    """Give a title a capital letter, unless its first word has one in it: "lokaler", but "iPad" and "e-tjänst"."""
    first = title.split(" ", 1)[0]
    return title[:1].upper() + title[1:] if first.islower() and first[1:2].isalpha() else title


def minutes_in(text: str) -> int | None:
    """Give the planned minutes that a text ends with."""
    found = _LENGTH.search(text)
    return _minutes(found) if found else None


def _minutes(found: re.Match[str]) -> int:
    return int(found["figure"]) if found["figure"] else _SPOKEN[" ".join(found["word"].casefold().split())]


def _trailing(wish: Wish, entries: Sequence[Entry], plain: bool) -> Wish:
    """Take from the end, one by one, what is no part of the title."""
    for _ in range(12):
        text = _SMILE.sub("", wish.title).rstrip(" \t\n.!?,;:–—-") if not _QUOTED.fullmatch(wish.title) else wish.title
        wish = replace(wish, title=text)
        told = (
            _take_brackets(wish, entries, plain)
            or _take_length(wish)
            or _take_place(wish, entries)
            or _take_owner(wish)
            or _take_attachment(wish)
            or _take_courtesy(wish, plain)
        )
        if told is None or told.title == "" == wish.title:
            return wish
        wish = told
    return wish


def _take_brackets(wish: Wish, entries: Sequence[Entry], plain: bool) -> Wish | None:
    found = _BRACKETED.search(wish.title)
    if not found:
        return None
    inside = _trailing(replace(wish, title=f"x, {found['inside']}"), entries, plain)
    name = re.fullmatch(r"x,\s+(?P<who>[A-ZÅÄÖ][\w.-]*(?:\s+[A-ZÅÄÖ][\w.-]*)?)", inside.title)
    if name and inside.minutes is not None and inside.owner is None:
        inside = replace(inside, title="x", owner=name["who"])
    if inside.title != "x":
        return None
    return replace(inside, title=wish.title[: found.start()])


def _take_length(wish: Wish) -> Wish | None:
    found = _LENGTH.search(wish.title)
    return replace(wish, title=wish.title[: found.start()], minutes=_minutes(found)) if found else None


def _take_owner(wish: Wish) -> Wish | None:
    found = _SELF.search(wish.title)
    if found:
        return replace(wish, title=wish.title[: found.start()], owner=ME)
    found = _OWNER.search(wish.title)
    if found is None:
        return None
    who = (found["after"] or found["who"]).strip()
    # "Projektledaren berättar": without a comma before it the name may be a part of the title.
    apart = wish.title[found.start()] in ",;–—-" or wish.title[: found.start()].endswith((",", ";"))
    if not (apart or who.istitle()):
        return None
    return replace(wish, title=wish.title[: found.start()], owner=ME if fold(who) == "jag" else who)


def _take_attachment(wish: Wish) -> Wish | None:
    found = _ATTACHED.search(wish.title)
    if not found or not wish.title[: found.start()].strip():
        return None
    return replace(wish, title=wish.title[: found.start()], attachment=True)


def _take_place(wish: Wish, entries: Sequence[Entry]) -> Wish | None:
    found = _PLACED.search(wish.title)
    if not found:
        return None
    apart = bool(found["verb"]) or bool(re.search(r"[,;–—-]", found["loose"]))
    title = wish.title[: found.start()]
    if found["end"]:
        last = found["end"].casefold() in ("sist", "på slutet", "last")
        return replace(wish, title=title, place="last" if last else "first") if apart else None
    targets = find_items(found["target"], entries)
    if len(targets) != 1 or not (apart or _whole(found["target"], targets[0])):
        return None
    target = targets[0].item.id
    if "efter" in found["side"].casefold() or "after" in found["side"].casefold():
        return replace(wish, title=title, after=target, before=None)
    return replace(wish, title=title, before=target, after=None)


def _whole(words: str, entry: Entry) -> bool:
    """Tell whether words name an item by its number or its whole title."""
    return (
        bool(re.match(r"\s*(?:punkt|p|§|item)\s*\d", words, re.IGNORECASE))
        or fit(words_of(words), entry.item.title).titled > 0.9
    )


def _take_courtesy(wish: Wish, plain: bool) -> Wish | None:
    for pattern in (_ON_THE_AGENDA, _COURTESY):
        found = pattern.search(wish.title)
        polite = found and (
            plain
            or pattern is _ON_THE_AGENDA
            or re.match(r"[\s,]*(?:tack|snälla|please|thank|är du|om )", found[0], re.IGNORECASE)
        )
        if found and polite and wish.title[: found.start()].strip(_MARKS):
            return replace(wish, title=wish.title[: found.start()])
    return None


def _cut(title: str) -> str:
    """Cut a long title at a sign or a word."""
    if len(title) <= LONGEST_TITLE:
        return title
    for sign in (". ", "? ", ": ", " – ", " - ", "; ", ", "):
        head = title.split(sign, 1)[0]
        if 10 <= len(head) <= LONGEST_TITLE:
            return head.strip(_MARKS)
    return title[:LONGEST_TITLE].rsplit(" ", 1)[0].strip(_MARKS) + " …"
