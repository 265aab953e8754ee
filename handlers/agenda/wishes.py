"""Find what people wish to have on the agenda when they say so in ordinary words."""

from __future__ import annotations

import re
from dataclasses import dataclass

from handlers.agenda import wish_wording as say
from handlers.agenda.mentioned import mentioned
from handlers.agenda.order_wording import SIDES
from handlers.agenda.titles import ME, Wish, minutes_in, split_titles
from handlers.agenda.topics import find_topic
from handlers.agenda.wording import NEXT_TIME, NOT_AN_ITEM, ON_AGENDA, PUT, PUT_ITEM, UNDER_OTHER
from handlers.command import Call, Sentence, When
from meetings.people import looks_like_name, organisations, resolve, resolve_organisation
from meetings.words import fold

_LONGEST_NAME = 4
"""Words: several topics told in a row are names of this length at most, else the commas are a sentence's own."""
_ONLY_TIME = re.compile(
    r"\A(?:i\s?morgon|i\s?dag|ikväll|nu|sen|senare|snart|snabbt|kort|efter\s+\w+|på\s+\w+dag|kl\.?\s*\d.*|lite|tomorrow|today|later|now)\W*\Z",
    re.IGNORECASE,
)


_IN_A_ROW = re.compile(r"(?:\A|(?<=\s))(?:\d|[a-d])\)\s+|(?:\A|(?<=\s))\d\.\s+")


# "till septembermötet", "for the autumn meeting": not the one that is held or was just held.
_OTHER_MEETING = re.compile(
    r"\b(?:till|inför|på)\s+(?:\w{4,}mötet|mötet\s+(?:i|den)\s+\w+|\w+\s+möte(?:t)?\s+i\s+\w+)|\b(?:for|at)\s+the\s+\w+\s+meeting\b",
    re.IGNORECASE,
)


_LISTS = re.compile(
    r"\b(?:kompletter|utöka|fyll\w*\s+på|följande|dels|punkter|saker|frågor|items|things|topics)", re.IGNORECASE
)
# What follows a topic and tells who presents it, where it is to stand, or that papers come.
_TELLS_MORE = re.compile(
    r"\s*(?:\(|,\s*(?:\w+\s+){0,3}(?:drar|presenterar|föredrar|berättar|före|efter|innan|bilaga|underlag|before|after|presents))",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Asked:
    """A topic as it was asked for: the words a title is made of, where they stand, and what else the frame told.

    `plain` tells that it was asked for in ordinary words; `lines` how many of the following lines belong to it.
    """

    raw: str
    span: tuple[int, int]
    plain: bool = True
    party: str | None = None
    minutes: int | None = None
    lines: int = 0


def read_asked(text: str, sentence: Sentence, call: Call) -> tuple[Asked, ...]:
    """Find the topics that a sentence asks for; nothing when it is no wish for the agenda."""
    several = _several(text, sentence, call)
    if several:
        return several
    for read in (_put, _item_about, _wanted, _fronted, _told_by, _speaking_time):
        found = read(text, call)
        if found is not None and is_topic(found.raw):
            return (found,)
    return _framed(text, call)


def tells_of_it(text: str) -> Wish | None:
    """Read who will come and tell of what was asked for, and how long: "Ulla Persson kan berätta om det, 20 min"."""
    found = say.TELLS_OF_IT.match(text.strip(" .!"))
    if found is None or not (looks_like_name(found["who"]) or found["rest"].strip()):
        return None
    return Wish("", minutes=minutes_in(found["rest"]), owner=found["who"])


def is_topic(title: str) -> bool:
    """Tell whether words can name an item: not a time, not a pronoun, no lunch."""
    return len(title.strip(" .?!")) > 1 and not _ONLY_TIME.match(title) and not say.NO_TOPIC.search(title)


def _for_the_meeting(text: str, call: Call) -> bool:
    """Tell whether a wish may be for the agenda: before the meeting, or when it says so."""
    return call.when is When.BEFORE or any(shape.search(text) for shape in (ON_AGENDA, UNDER_OTHER, NEXT_TIME))


# ------------------------------------------------------------------------------------------- several at once


def _several(text: str, sentence: Sentence, call: Call) -> tuple[Asked, ...]:
    """Read "två saker till dagordningen: X och Y", "från oss: X", or the bullets that follow such words."""
    if not (call.when is When.BEFORE or ON_AGENDA.search(text)):
        return ()
    whole = (0, len(sentence.text))
    counted = say.SEVERAL.match(text)
    if counted is not None:
        about = counted["before"] + counted["to"]
        own_kind = counted["what"].casefold() in ("punkter", "ärenden", "items", "topics", "ämnen")
        in_a_row = _IN_A_ROW.search(counted["titles"]) is not None
        if say.FOR_THE_MEETING.search(about) or ((own_kind or in_a_row) and say.WISHES.search(about)):
            return _listed(counted["titles"], sentence, whole)
        return ()
    label = say.SURE_LABEL.match(text)
    if label is not None:
        return _listed(label["titles"], sentence, whole)
    loose = say.LOOSE_LABEL.match(text) if call.when is When.BEFORE else None
    if loose is None or say.A_SENTENCE.search(loose["titles"]):
        return ()
    if loose["who"] and _party(loose["who"].strip(), call) is None:
        return ()
    return _listed(loose["titles"], sentence, whole)


def _listed(titles: str, sentence: Sentence, span: tuple[int, int]) -> tuple[Asked, ...]:
    """Give the topics of a list: on the same line, else the bullets after it."""
    if titles.strip(" .:"):
        plain = re.sub(r"\bdels\s+", "", titles, flags=re.IGNORECASE)
        counted = [part for part in _IN_A_ROW.split(plain) if part.strip(" .,;:")]
        if len(counted) > 1:
            return tuple(Asked(part.strip(" ,;"), span, plain=False) for part in counted)
        names = [re.sub(r"\A(?:the|our)\s+", "", name, flags=re.IGNORECASE) for name in split_titles(plain)]
        short = all(len(re.sub(r"\([^)]*\)", "", name).split()) <= _LONGEST_NAME for name in names)
        apart = "dels" in titles.casefold() or short
        return tuple(Asked(name, span, plain=False) for name in (names if apart else (plain,)))
    bullets = []
    for line in sentence.following:
        if not line.bullet:
            break
        bullets.append(line)
    top = [line.text for line in bullets if line.level == 0]
    return tuple(Asked(name, span, plain=False, lines=len(bullets)) for name in top)


# --------------------------------------------------------------------------------------------------- one topic


def _put(text: str, call: Call) -> Asked | None:
    """Read "lägg till punkt X", "skriv upp X på agendan"; to the bot itself "lägg till X" is enough."""
    found = PUT.search(text)
    if found is None:
        return None
    title = found["title"]
    verb = fold(found["verb"])
    bare = verb in ("lägg", "sätt", "put", "anmäl")
    named = PUT_ITEM.match(title)
    if named and not (bare and re.match(r"(?:punkten|ärendet)\b", title, re.IGNORECASE)):
        return Asked(title[named.end() :], found.span(), plain=False)
    on_agenda = ON_AGENDA.search(title)
    if on_agenda and not re.match(r"(?:den|det|punkten|punkt\s*\d|it)\b", title, re.IGNORECASE):
        return Asked(title, found.span())
    said_to_bot = call.addressed and call.when is not When.AFTER and not bare and not NOT_AN_ITEM.search(title)
    if said_to_bot and (title[0] in '"”“' or not _is_name(title, call)) and call.during is None:
        return Asked(title, found.span())
    return None


def _item_about(text: str, call: Call) -> Asked | None:
    """Read "jag önskar en punkt om X", "en punkt om X vore bra"."""
    found = say.ITEM_ABOUT.match(text) if _for_the_meeting(text, call) else None
    if found is None or say.NO_WISH.search(found["before"]):
        return None
    wished = say.WISHES.search(found["before"]) or not found["before"].strip()
    return Asked(found["title"], found.span()) if wished else None


def _wanted(text: str, call: Call) -> Asked | None:
    """Read "kan vi ta upp X", "AF vill informera om X"; in a meeting only when said to be for the agenda."""
    if not _for_the_meeting(text, call):
        return None
    under = UNDER_OTHER.match(text)
    if under:
        asked = say.WANT.match(text[under.end() :].lstrip(" ,:"))
        return Asked(asked["title"], (0, len(text))) if asked else None
    found = say.WANT.search(text) or say.PLEASE.search(text)
    if found is None and say.TIED.search(text):
        found = say.HAS_TIME.search(text)
    if found is not None and not ON_AGENDA.search(text) and say.BRINGS_ALONG.search(found[0]):
        return None
    if found is None and ON_AGENDA.search(text):
        found = say.REMEMBER.search(text)
    if found is None:
        found = say.MUST.search(text)
        found = found if found and say.TIED.search(text) else None
    party = None
    if found is None:
        found = say.PARTY_WANTS.search(text)
        party = _party(found["who"], call) if found else None
        if party is None:
            found = None
    if found is None:
        found = say.TAKEN_UP.search(text)
        if found is None or fold(found["title"]).split(" ")[0] in say.NOBODY or _is_name(found["title"], call):
            return None
        return Asked(found["title"] + " " + found["rest"], found.span())
    return Asked(found["title"], found.span(), party=party)


def _fronted(text: str, call: Call) -> Asked | None:
    """Read "X vill jag också ta upp", "X skulle kunna vara en punkt"."""
    if not _for_the_meeting(text, call) or text.rstrip().endswith("?"):
        return None
    found = say.FRONTED.search(text) or say.SHOULD_BE.search(text)
    if found is None or say.NOT_FRONTED.match(found["title"]) or not say.AFTER_FRONTED.match(found["rest"]):
        return None
    return Asked(found["title"] + found["rest"], found.span())


def _told_by(text: str, call: Call) -> Asked | None:
    """Read "Sara Lind kommer och berättar om X, 20 min": an item that somebody else presents."""
    if call.when is not When.BEFORE:
        return None
    found = say.WILL_TELL.search(text) or say.CAN_TELL.search(text)
    if found is None:
        return None
    comes = found.groupdict().get("sure") is not None and say.COMES.search(found["sure"])
    tied = comes or say.LENGTH.search(text) or any(s.search(text) for s in (ON_AGENDA, UNDER_OTHER, NEXT_TIME))
    meeting = re.search(r"\bpå\s+(?:mötet|\w+dag)\b", text, re.IGNORECASE)
    who = found["who"]
    known = looks_like_name(who) or _party(who, call) is not None
    return Asked(found["title"], found.span(), party=who) if known and (tied or meeting) else None


def _speaking_time(text: str, call: Call) -> Asked | None:
    if call.when is not When.BEFORE:
        return None
    found = say.SPEAKING_TIME.search(text) or say.TIME_FOR.search(text)
    if found is None:
        return None
    figure = found["figure"]
    minutes = int(figure) if figure.isdigit() else minutes_in(figure)
    title = re.sub(r"\A(?:vårt|vår|våra|mitt|min|mina|our|my)\s+", "", found["title"], flags=re.IGNORECASE)
    own = ME if found.re is say.SPEAKING_TIME else None
    return Asked(title, found.span(), party=own, minutes=minutes)


def _framed(text: str, call: Call) -> tuple[Asked, ...]:
    """Read a wish by its parts, whatever words stand between them."""
    if not _for_the_meeting(text, call) and not _OTHER_MEETING.search(text):
        return ()
    if call.during is not None and not _OTHER_MEETING.search(text):
        return ()
    if SIDES.search(text) and len(mentioned(text, call)) > 1:
        return ()
    found = find_topic(text, addressed=call.addressed)
    if found is None or _is_name(found.text, call):
        return ()
    names = split_titles(found.text)
    if not _LISTS.search(text) or any(len(name.split()) > _LONGEST_NAME + 1 for name in names):
        names = (text[found.start :] if _TELLS_MORE.match(text, found.end) else found.text,)
    return tuple(Asked(name, (0, len(text)), minutes=found.minutes) for name in names if is_topic(name))


def _is_name(text: str, call: Call) -> bool:
    head = re.split(r"[,(;:]", text, maxsplit=1)[0].strip()
    match = resolve(head, call.record.members)
    return bool(match.person or match.candidates) or (looks_like_name(head) and head != text.strip())


def _party(who: str, call: Call) -> str | None:
    found = resolve_organisation(who, organisations(call.record.members))
    if isinstance(found, str):
        return found
    return who if resolve(who, call.record.members).person else None
