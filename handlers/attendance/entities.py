"""Find what is read first in a sentence about attendance: people, organisations, days and hours."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import time as Clock

from handlers.attendance.passing import PASSING
from handlers.attendance.people import Who, described, named, organisation_after, organisation_named
from handlers.attendance.vocabulary import CONTRACTIONS, PHRASE, PHRASES
from handlers.command import Call
from meetings import when
from meetings.people import find_names, looks_like_name, resolve
from meetings.people.first_names import COMMON_WORDS
from meetings.words import bare

_STRANGER = re.compile(r"[A-ZÅÄÖÉ][\w'-]+(?:[ ][A-ZÅÄÖÉ][\w'-]+){1,3}")
_GIVEN = re.compile(r"(?<![\w.])[A-ZÅÄÖÉ][\w'-]+(?!\w)")
# A first name nobody is known by counts as one only where somebody plainly stands in.
_STANDS_IN = re.compile(
    r"\b(?P<name>[A-ZÅÄÖÉ][\w'-]+)(?:\s*\([^()]{1,60}\))?\s+(?:(?:kan|ska|kommer\s+att|will|is)\s+)?(?:går|gå"
    r"|kommer|komma|går\s+in|hoppar\s+in|ersätter|vikarierar|go|going|come)"
    r"\s+(?:in\s+)?(?:(?:i|på|in)\s+(?:mitt|min|hennes|hans|my|her|his)\b|i\s?stället\b|instead\b|(?:för\s+"
    r"|for\s+)?(?:mig|me)\b)"
)
_OF_ORGANISATION = re.compile(r"(?:från|hos|på|i|för|from|at|of|with)\s+", re.IGNORECASE)
_FROM = re.compile(
    r"(?:från|fr\.?|from|först|efter|after|förrän|tidigast)(?:\s+(?:kl\.?|klockan|ca|cirka|about|runt))*\s*$",
    re.IGNORECASE,
)
_UNTIL = re.compile(
    r"(?:till|tills|\bte|t\.?o\.?m\.?|until|til)(?:\s+(?:kl\.?|klockan|ca|cirka|about"
    r"|runt))*\s*$",
    re.IGNORECASE,
)
# A bare figure is an hour after a word of leaving: "måste kila 14".
_LEAVING_AT = re.compile(
    r"\b(?:gå|går|kila|kilar|sticka|sticker|dra|drar|springa|springer|kuta|kutar|rusa|avvika|avviker|lämna|lämnar|leave"
    r"|leaving|go|head|run|drop)(?:\s+(?:redan|vid|ve|runt|at|around|senast|ifrån|iväg|off|out)){0,2}\s+"
    r"(?P<hour>[7-9]|1\d|2[01])(?=\s*(?:[,.!;)]|\Z|(?:för|pga|tyvärr|då|eftersom|idag|because|sorry)\b))",
    re.IGNORECASE,
)
# And so it is where somebody comes or goes: "med till 11", "kan inte efter 14".
_BOUND = re.compile(
    r"\b(?P<word>(?P<by>innan|före|before|senast|by)|(?P<until>(?:fram\s+)?till|tills|until|te)|(?P<near>runt"
    r"|kring|vid"
    r"|ve|around|about|at)|från|efter|förrän|from|after)\s+(?:(?:ca|typ|runt|kl|klockan|about|around)\.?\s+)?"
    r"(?P<hour>[1-9]|1\d|2[01]|ett|två|tre|fyra|one|two|three|four)(?=\s*(?:[,.!;)]|\Z|(?:och|o|då|sen|för|pga"
    r"|men|eftersom"
    r"|idag|i\s+dag|på|den|tis\w*|tors\w*|ons\w*|fre\w*|mån\w*|on|bara|sedan|so|and|but|because|then|pm)\b))",
    re.IGNORECASE,
)
_LATEST = re.compile(
    r"(?:innan|före|before|senast|by)(?:\s+(?:kl\.?|klockan|ca|cirka|about"
    r"|runt))*\s*$",
    re.IGNORECASE,
)
_OF_DAY = re.compile(r"\b(?:\w+dagens|\w+day's)\b", re.IGNORECASE)
_NEXT = re.compile(r"nästa|kommande|next|coming|följande", re.IGNORECASE)
_NUMBERS = {"ett": 1, "två": 2, "tre": 3, "fyra": 4, "one": 1, "two": 2, "three": 3, "four": 4}
_CLOCK = re.compile(r"(?<![\d.:/-])([01]?\d|2[01])[.:]([0-5]\d)(?![\d:/-]|\.\d)")
_SHORT_DAY = re.compile(r"(?<![\w.])(mån|tis|ons|tors|fre|tues?|thurs?)(?:dan?)?(?!\w)", re.IGNORECASE)
_UNIT_HERE = re.compile(
    r"(?:\A|[,.;:!?/–-]\s+|\b(?:och|men|så|att|då|and|but|that|so|tyvärr|idag)\s+)(?=\w)", re.IGNORECASE
)
_OF_A_UNIT = re.compile(r"(?::s|'s|(?:en|et|an|in)s)\Z", re.IGNORECASE)
_A_WORD_AFTER = re.compile(r"\s+[a-zåäö]")
_NOT_UNTIL = re.compile(r"(?:förrän|före|innan|before|until)\b", re.IGNORECASE)
_SPOKEN_DAY = re.compile(r"\b(mån|tis|ons|tors|fre|lör|sön)(dan?)\b", re.IGNORECASE)
_HEADS = re.compile(r":(?=\s)")


@dataclass(frozen=True)
class Token:
    """A word, or a phrase under its sign, with its place in the sentence and what it stands for."""

    sign: str
    start: int
    end: int
    who: tuple[Who, ...] = ()
    day: when.When | None = None
    clock: Clock | None = None
    until: Clock | None = None
    minutes: int | None = None
    bare: bool = False
    """For the meeting: named without "to" or "at", and so perhaps what the sentence is about."""
    after: bool = False
    """For an hour: said with "after" or "from", not with "before" or "not until"."""


def entities(text: str, call: Call) -> dict[int, list[Token]]:
    """Find what is read first, by where it begins: people, organisations, days and hours."""
    fixed: dict[int, list[Token]] = {}
    taken: list[tuple[int, int]] = []

    def free(start: int, end: int) -> bool:
        return all(end <= s or start >= e for s, e in taken)

    def take(start: int, end: int, *tokens: Token) -> None:
        taken.append((start, end))
        fixed[start] = list(tokens)

    people = tuple(call.record.people.values())
    for mention in find_names(text, people):
        start, end, who = described(text, named(mention.match, mention.text, mention.start, mention.end), call)
        take(start, end, Token("WHO", start, end, (who,)))
    for lead in _UNIT_HERE.finditer(text):
        start = lead.end()
        if text[start : start + 4].casefold() == "the ":
            start += 4
        size = organisation_after(text, start, call)
        if size and free(start, start + size) and not _OF_A_UNIT.search(text, start, start + size):
            name = organisation_named(text[start : start + size], call) or ""
            take(start, start + size, Token("UNIT", start, start + size, (Who(unit=name),)))
    for stranger in (*_STRANGER.finditer(text), *_GIVEN.finditer(text)):
        start, end = stranger.span()
        if not free(start, end) or (bare(stranger[0]) in COMMON_WORDS and _A_WORD_AFTER.match(text, end)):
            continue
        if looks_like_name(stranger[0]):
            match = resolve(stranger[0], people)
            start, end, who = described(text, named(match, stranger[0], start, end), call)
            take(start, end, Token("WHO", start, end, (who,)))
    for stranger in _STANDS_IN.finditer(text):
        start, end = stranger.span("name")
        word = stranger["name"].casefold()
        if free(start, end) and not PHRASE.fullmatch(word) and word not in CONTRACTIONS and word not in PASSING:
            start, end, who = described(text, Who(stranger["name"], (start, end)), call)
            take(start, end, Token("WHO", start, end, (who,)))
    # "tisda" is Tuesday where people write as they speak.
    masked = list(_HEADS.sub(",", _SPOKEN_DAY.sub(_in_full, text)))
    for start, end in taken:
        masked[start:end] = " " * (end - start)
    for stretch in PHRASES.all_in(text):
        if stretch.lastgroup in ("STRETCH", "SOON", "FIRST", "LAST", "GO"):
            masked[stretch.start() : stretch.end()] = " " * (stretch.end() - stretch.start())
    days = tuple(meeting.date for meeting in call.record.meetings.values())
    for found in when.find("".join(masked), call.now, meeting_dates=days, language=call.texts.language):
        start, end = found.span
        if found.kind is when.Kind.EVENT and found.date is None and not _NEXT.search(found.text):
            # "till mötet" is the one at hand, "till tisdagens möte" the one on its day
            if (of_day := _OF_DAY.search(text, *found.span)) is None:
                continue
            named_days = when.find(of_day[0], call.now, meeting_dates=days, language=call.texts.language)
            if named_days and free(*of_day.span()):
                take(*of_day.span(), Token("DATE", *of_day.span(), day=named_days[0]))
            continue
        if free(start, end) and (tokens := _time(text, found)):
            if (spoken := _SPOKEN_DAY.search(text, start)) is not None and spoken.end(1) == end:
                end = spoken.end(2)
                tokens = [replace(token, end=end) for token in tokens]
            take(start, end, *tokens)
    for short in _SHORT_DAY.finditer(text):
        start, end = short.span()
        if free(start, end) and (found_days := when.find(f"på {short[1]}", call.now, meeting_dates=days)):
            take(start, end, Token("DATE", start, end, day=found_days[0]))
    for leaving in _LEAVING_AT.finditer(text):
        start, end = leaving.span("hour")
        if free(start, end):
            take(start, end, Token("TIME", start, end, clock=Clock(int(leaving["hour"]))))
    for bounded in _BOUND.finditer(text):
        start, end = bounded.span("hour")
        if free(start, end) and (clock := _hour_named(bounded["hour"])) is not None:
            word = bounded["word"].casefold()
            sign = "BY" if bounded["by"] else "TIME" if bounded["near"] else "UNTIL" if bounded["until"] else "FROM"
            take(start, end, Token(sign, start, end, clock=clock, after=sign != "BY" and word != "förrän"))
    for plain in _CLOCK.finditer(text):
        start, end = plain.span()
        if free(start, end):
            take(start, end, Token("TIME", start, end, clock=Clock(int(plain[1]), int(plain[2]))))
    for lead in _OF_ORGANISATION.finditer(text):
        size = organisation_after(text, lead.end(), call)
        if size and free(lead.start(), lead.end() + size):
            unit = organisation_named(text[lead.end() : lead.end() + size], call)
            said = (Who(unit=unit),) if unit else ()
            take(lead.start(), lead.end() + size, Token("ORG", lead.start(), lead.end() + size, said))
    return fixed


def _in_full(day: re.Match[str]) -> str:
    """Write a spoken day's name short, with spaces for what is left out: "tisdan"."""
    return day[1] + " " * len(day[2])


def _time(text: str, found: when.When) -> list[Token]:
    start, end = found.span
    tokens: list[Token] = []
    if found.date is not None or found.kind is when.Kind.EVENT or found.parts:
        tokens.append(Token("DATE", start, end, day=found))
    if found.start is not None and found.end is not None:
        tokens.append(Token("SPAN", start, end, clock=found.start, until=found.end))
    elif (clock := found.start or found.end) is not None:
        words = text[:end] if found.date is None else text[:start]
        before = re.split(r"\d", text[start:end])[0]
        lead = (text[max(0, start - 24) : start] + before) if words else before
        until = (
            bool(_UNTIL.search(lead.rstrip() + " "))
            or (found.start is None and found.end is not None)
            or (found.deadline and not _FROM.search(lead))
        )
        since = found.not_before or bool(_FROM.search(lead.rstrip() + " "))
        sign = "FROM" if since else "BY" if _LATEST.search(lead.rstrip() + " ") else "UNTIL" if until else "TIME"
        tokens.append(Token(sign, start, end, clock=clock, after=sign != "BY" and not _NOT_UNTIL.search(lead)))
    return tokens


def _hour_named(words: str) -> Clock | None:
    hour = _NUMBERS.get(words.casefold()) or (int(words) if words.isdecimal() else 0)
    return Clock(hour + 12 if hour < 7 else hour)  # office hours
