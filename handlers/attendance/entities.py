"""Find what is read first in a sentence about attendance: people, organisations, days and hours."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import time as Clock
from typing import Literal

from handlers.attendance.vocabulary import CONTRACTIONS, PASSING, PHRASE, ROLE
from handlers.command import Call
from meetings import when
from meetings.group import Person
from meetings.people import Match, find_names, looks_like_name, organisations, resolve, resolve_organisation
from meetings.people.first_names import COMMON_WORDS
from meetings.words import bare

Mode = Literal["onsite", "digital"]

_WORD = re.compile(r"\w+")
# What a length of time is told with.
_LENGTH = re.compile(
    r"\d|minut|kvart|tim(?:me|ma|ar)|stund|\blite\b|grann|aningen|något|första|sista|first|last|hour|quarter|\ba\s+(?:bit|little|few)\b",
    re.IGNORECASE,
)
_STRANGER = re.compile(r"[A-ZÅÄÖÉ][\w'-]+(?:[ ][A-ZÅÄÖÉ][\w'-]+){1,3}")
_GIVEN = re.compile(r"(?<![\w.])[A-ZÅÄÖÉ][\w'-]+(?!\w)")
# A first name nobody is known by counts as one only where somebody plainly stands in.
_STANDS_IN = re.compile(
    r"\b(?P<name>[A-ZÅÄÖÉ][\w'-]+)(?:\s*\([^()]{1,60}\))?\s+(?:(?:kan|ska|kommer\s+att|will|is)\s+)?(?:går|gå"
    r"|kommer|komma|går\s+in|hoppar\s+in|ersätter|vikarierar|go|going|come)"
    r"\s+(?:in\s+)?(?:(?:i|på|in)\s+(?:mitt|min|hennes|hans|my|her|his)\b|i\s?stället\b|instead\b|(?:för\s+"
    r"|for\s+)?(?:mig|me)\b)"
)
_BRACKET = re.compile(r"\s*\(([^()]{1,80})\)")
_APPOSITION = re.compile(
    r"\s*,\s+([^,.;:()!?]{3,60}),\s+(?=(?:(?:han|hon|hen|she|he)\s+)?(?:går|kommer|ersätter|är|ska|will|is|hoppar"
    r"|deltar|tar|har)\b)",
    re.IGNORECASE,
)
_BY_LINK = re.compile(r"länk(?:en)?|video\w*|teams|zoom|skype|webb\w*|distans|telefon|tel|link|phone", re.IGNORECASE)
_COLLEAGUE = re.compile(r"\b(?:kollega|kollegan|medarbetare|colleague)\b", re.IGNORECASE)
_BEFORE_NAME = re.compile(
    rf"\b(?:(?P<ours>min|vår|my|our)\s+(?:nya?\s+|new\s+)?)?(?P<title>{_COLLEAGUE.pattern}|{ROLE.pattern})\s+\Z",
    re.IGNORECASE,
)
_FROM_PLACE = re.compile(r"\s+(?:från|hos|på|from|at|with)\s+(?P<us>(?:oss|us|vår\s+enhet)\b)?", re.IGNORECASE)
_OF_US = re.compile(r"\b(?:hos|från|på|i|at|from|in)\s+(?:oss|us|vår\w*|our)\b|\b(?:vår|our|min|my)\b", re.IGNORECASE)
_OF_ORGANISATION = re.compile(r"(?:från|hos|på|i|för|from|at|of|with)\s+", re.IGNORECASE)
_FROM = re.compile(
    r"(?:från|fr\.?|from|först|efter|after|förrän|tidigast)(?:\s+(?:kl\.?|klockan|ca|cirka|about|runt))*\s*$",
    re.IGNORECASE,
)
_UNTIL = re.compile(
    r"(?:till|tills|t\.?o\.?m\.?|until|til)(?:\s+(?:kl\.?|klockan|ca|cirka|about"
    r"|runt))*\s*$",
    re.IGNORECASE,
)
# A bare figure is an hour after a word of leaving: "måste kila 14".
_LEAVING_AT = re.compile(
    r"\b(?:gå|går|kila|kilar|sticka|sticker|dra|drar|springa|springer|rusa|avvika|avviker|lämna|lämnar|leave"
    r"|leaving|go|head|run|drop)(?:\s+(?:redan|vid|ve|runt|at|around|senast|ifrån|iväg|off|out)){0,2}\s+"
    r"(?P<hour>[7-9]|1\d|2[01])(?=\s*(?:[,.!;)]|\Z|(?:för|pga|tyvärr|då|eftersom|idag|because|sorry)\b))",
    re.IGNORECASE,
)
# And so it is where somebody comes or goes: "med till 11", "kan inte efter 14".
_BOUND = re.compile(
    r"\b(?P<word>(?P<by>innan|före|before|senast|by)|(?P<until>(?:fram\s+)?till|tills|until|till)|(?P<near>runt"
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
_NUMBERS = {"ett": 1, "två": 2, "tre": 3, "fyra": 4, "one": 1, "two": 2, "three": 3, "four": 4}
_CLOCK = re.compile(r"(?<![\d.:/-])([01]?\d|2[01])[.:]([0-5]\d)(?![\d:/-]|\.\d)")
_SHORT_DAY = re.compile(r"(?<![\w.])(?:mån|tis|ons|tors|fre|tues?|thurs?)(?!\w)", re.IGNORECASE)
_UNIT_HERE = re.compile(
    r"(?:\A|[,.;:!?/–-]\s+|\b(?:och|men|så|att|då|and|but|that|so|från|vi|tyvärr|idag)\s+)(?=\w)", re.IGNORECASE
)
_OF_A_UNIT = re.compile(r"(?::s|'s|(?:en|et|an|in)s)\Z", re.IGNORECASE)
_A_WORD_AFTER = re.compile(r"\s+[a-zåäö]")
_NOT_UNTIL = re.compile(r"(?:förrän|före|innan|before|until)\b", re.IGNORECASE)
_SPOKEN_DAY = re.compile(r"\b(mån|tis|ons|tors|fre|lör|sön)da\b", re.IGNORECASE)


@dataclass(frozen=True)
class Who:
    """Somebody spoken of: the writer, somebody known, several who fit, a unit, or a name nobody has.

    `candidates` and `suggestions` are ids. `role` and `organisation` are what the words say of a visitor, `ours`
    that she comes from the writer's own organisation.
    """

    name: str = ""
    span: tuple[int, int] = (0, 0)
    me: bool = False
    person: str | None = None
    candidates: tuple[str, ...] = ()
    suggestions: tuple[str, ...] = ()
    unit: str | None = None
    role: str | None = None
    organisation: str | None = None
    ours: bool = False
    mode: Mode | None = None

    @property
    def known(self) -> bool:
        """Tell whether it is settled who is meant."""
        return self.me or self.person is not None or self.unit is not None


ME = Who(me=True)


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
        start, end, who = _details(text, named(mention.match, mention.text, mention.start, mention.end), call)
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
            start, end, who = _details(text, named(match, stranger[0], start, end), call)
            take(start, end, Token("WHO", start, end, (who,)))
    for stranger in _STANDS_IN.finditer(text):
        start, end = stranger.span("name")
        word = stranger["name"].casefold()
        if free(start, end) and not PHRASE.fullmatch(word) and word not in CONTRACTIONS and word not in PASSING:
            start, end, who = _details(text, Who(stranger["name"], (start, end)), call)
            take(start, end, Token("WHO", start, end, (who,)))
    # "tisda" is Tuesday where people write as they speak.
    masked = list(_SPOKEN_DAY.sub(r"\1  ", text))
    for start, end in taken:
        masked[start:end] = " " * (end - start)
    for stretch in PHRASE.finditer(text):
        if stretch.lastgroup in ("STRETCH", "SOON", "FIRST", "LAST", "GO"):
            masked[stretch.start() : stretch.end()] = " " * (stretch.end() - stretch.start())
    days = tuple(meeting.date for meeting in call.record.meetings.values())
    for found in when.find("".join(masked), call.now, meeting_dates=days, language=call.texts.language):
        start, end = found.span
        if free(start, end) and (tokens := _time(text, found)):
            if (spoken := _SPOKEN_DAY.search(text, start)) is not None and spoken.end(1) == end:
                end = spoken.end()
                tokens = [replace(token, end=end) for token in tokens]
            take(start, end, *tokens)
    for short in _SHORT_DAY.finditer(text):
        start, end = short.span()
        if free(start, end) and (found_days := when.find(f"på {short[0]}", call.now, meeting_dates=days)):
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


def named(match: Match, name: str, start: int, end: int) -> Who:
    ids = tuple(person.id for person in match.candidates)
    near = tuple(person.id for person in match.suggestions)
    return Who(name, (start, end), person=match.person.id if match.person else None, candidates=ids, suggestions=near)


def _details(text: str, who: Who, call: Call) -> tuple[int, int, Who]:
    """Add what stands in brackets or commas after a name, and the title before it; give the whole stretch."""
    start, end = who.span
    told = _BRACKET.match(text, end) or _APPOSITION.match(text, end)
    if told is not None:
        end = told.end() if told.re is _BRACKET else told.end(1) + 1
        who = details(who, told[1], call)
    if (place := _FROM_PLACE.match(text, end)) is not None:
        if place["us"]:
            who, end = replace(who, ours=True), place.end()
        elif size := organisation_after(text, place.end(), call):
            who = replace(who, organisation=organisation_named(text[place.end() : place.end() + size], call))
            end = place.end() + size
    lead = _BEFORE_NAME.search(text, max(0, start - 60), start)
    if lead is not None:
        start = lead.start()
        role = None if _COLLEAGUE.search(lead["title"]) else lead["title"].split()[-1]
        who = replace(who, ours=who.ours or lead["ours"] is not None, role=who.role or role)
    return start, end, who


def details(who: Who, words: str, call: Call) -> Who:
    """Read a visitor's role and organisation, or how she takes part, out of a few words about her."""
    if _BY_LINK.fullmatch(words.strip()):
        return replace(who, mode="digital")
    token = PHRASE.fullmatch(words.strip())
    if token is not None and token.lastgroup in ("NET", "SITE"):
        return replace(who, mode="digital" if token.lastgroup == "NET" else "onsite")
    ours = who.ours or bool(_OF_US.search(words))
    left = _OF_US.sub("", words)
    organisation = who.organisation
    for lead in (*re.finditer(r"\A|(?:från|hos|på|i|för|vid|from|at|of|,|/)\s*", left, re.IGNORECASE),):
        size = organisation_after(left, lead.end(), call)
        if size:
            organisation = organisation_named(left[lead.end() : lead.end() + size], call)
            left = left[: lead.start()] + left[lead.end() + size :]
            break
    left = _COLLEAGUE.sub("", left)
    role = " ".join(left.strip(" ,.;/-!").split())
    plausible = bool(role) and len(role.split()) <= 5
    return replace(
        who, ours=ours and organisation is None, organisation=organisation, role=role if plausible else who.role
    )


def organisation_named(words: str, call: Call) -> str | None:
    found = resolve_organisation(words, organisations(call.record.people.values()))
    return found if isinstance(found, str) else None


def organisation_after(text: str, start: int, call: Call) -> int:
    """Give how many characters of the text from `start` name an organisation, 0 when none do."""
    words = list(re.finditer(r"[^\W_]+(?:[-:][^\W_]+)*", text[start : start + 80]))[:4]
    for last in reversed(words):
        if len(text[start : start + last.end()].split()) > 4 or "," in text[start : start + last.end()]:
            continue
        if organisation_named(text[start : start + last.end()], call) is not None:
            return last.end()
    return 0


def known_people(call: Call) -> tuple[Person, ...]:
    """Give everybody the record knows, visitors too."""
    return tuple(call.record.people.values())
