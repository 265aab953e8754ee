"""Read a sentence about attendance into clauses: who, when, how, and a skeleton of signs for what is said."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date as Day
from datetime import time as Clock
from typing import Literal

from handlers.attendance_vocabulary import AND, BUT, CONTRACTIONS, ENGLISH_I, PASSING, PHRASE, ROLE, SO
from handlers.command import Call
from meetings import when
from meetings.group import Person
from meetings.people import Match, find_names, looks_like_name, organisations, resolve, resolve_organisation

LONGEST = 1_000
"""Characters; whoever writes longer in one sentence is not telling us whether she comes."""

Mode = Literal["onsite", "digital"]

_WORD = re.compile(r"[^\W_]+(?:['’\-.:][^\W_]+)*|[^\w\s]|_")
_STRANGER = re.compile(r"[A-ZÅÄÖÉ][\w'-]+(?:[ ][A-ZÅÄÖÉ][\w'-]+){1,3}")
_GIVEN = re.compile(r"(?<![\w.])[A-ZÅÄÖÉ][\w'-]+(?!\w)")
_BRACKET = re.compile(r"\s*\(([^()]{1,80})\)")
_APPOSITION = re.compile(
    r"\s*,\s+([^,.;:()!?]{3,60}),\s+(?=(?:går|kommer|ersätter|är|ska|will|is|hoppar|deltar|tar|har)\b)", re.IGNORECASE
)
_OF_US = re.compile(r"\b(?:hos|från|på|i|at|from|in)\s+(?:oss|us|vår\w*|our)\b|\b(?:vår|our|min|my)\b", re.IGNORECASE)
_COLLEAGUE = re.compile(r"\b(?:kollega|kollegan|medarbetare|colleague)\b", re.IGNORECASE)
_BEFORE_NAME = re.compile(
    rf"\b(?:(?P<ours>min|vår|my|our)\s+(?:nya?\s+|new\s+)?)?(?P<title>{_COLLEAGUE.pattern}|{ROLE.pattern})\s+\Z",
    re.IGNORECASE,
)
_TO_IT = re.compile(r"(?:på|till|i|för|från|vid|av|under|at|to|for|from)\s", re.IGNORECASE)
_NOT_UNTIL = re.compile(r"(?:förrän|före|innan|before|until)\b", re.IGNORECASE)
_FROM_PLACE = re.compile(r"\s+(?:från|hos|på|from|at|with)\s+(?P<us>(?:oss|us|vår\s+enhet)\b)?", re.IGNORECASE)
# A first name nobody is known by counts as one only where somebody plainly stands in.
_STANDS_IN = re.compile(
    r"\b(?P<name>[A-ZÅÄÖÉ][\w'-]+)(?:\s*\([^()]{1,60}\))?\s+(?:(?:kan|ska|kommer\s+att|will|is)\s+)?(?:går|gå|kommer|komma|går\s+in|hoppar\s+in|ersätter|vikarierar|go|going|come)"
    r"\s+(?:in\s+)?(?:(?:i|på|in)\s+(?:mitt|min|hennes|hans|my|her|his)\b|i\s?stället\b|instead\b|(?:för\s+|for\s+)?(?:mig|me)\b)"
)
_FROM = re.compile(
    r"(?:från|fr\.?|from|först|efter|after|förrän|tidigast)(?:\s+(?:kl\.?|klockan|ca|cirka|about|runt))*\s*$",
    re.IGNORECASE,
)
_UNTIL = re.compile(
    r"(?:till|tills|t\.?o\.?m\.?|until|til|innan|före|before|senast|by)(?:\s+(?:kl\.?|klockan|ca|cirka|about|runt))*\s*$",
    re.IGNORECASE,
)
_OF_ORGANISATION = re.compile(r"(?:från|hos|på|i|för|from|at|of|with)\s+", re.IGNORECASE)
_UNIT = re.compile(
    r"\s+([^,.;:!?()\n]{2,60}?)(?=\s+(?:kan|har|kommer|deltar|är|hinner|can|is|has|will|lämna|medverka|närvara|blir|ska|fick|får|avböj)|\s*[,.;!]|\s*$)",
    re.IGNORECASE,
)
_BREAKS = frozenset(";:()-–—…!.")
_GREETED = frozenset(
    {"hej", "hejsan", "hallå", "tjena", "hello", "hi", "hey", "tack", "thanks", "morgon", "morning", "@"}
)
_SPOKEN_DAY = re.compile(r"\b(mån|tis|ons|tors|fre|lör|sön)da\b", re.IGNORECASE)
_MINUTES = {
    "fem": 5,
    "five": 5,
    "tio": 10,
    "ten": 10,
    "femton": 15,
    "fifteen": 15,
    "tjugo": 20,
    "twenty": 20,
    "trettio": 30,
    "thirty": 30,
}
_PARTS = (("halvtim", 30), ("half", 30), ("kvart", 15), ("quarter", 15), ("tim", 60), ("hour", 60))


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


@dataclass(frozen=True)
class Clause:
    """One thing said: the skeleton of its signs, and what else it tells."""

    tokens: tuple[Token, ...]
    fronted: bool
    joined: str = ""

    @property
    def span(self) -> tuple[int, int]:
        """Give its place in the sentence."""
        return self.tokens[0].start, self.tokens[-1].end

    def has(self, *signs: str) -> bool:
        """Tell whether one of the signs is in it."""
        return any(token.sign in signs for token in self.tokens)

    def first(self, sign: str) -> Token | None:
        """Give the first token of a sign."""
        return next((token for token in self.tokens if token.sign == sign), None)

    @property
    def core(self) -> tuple[Token, ...]:
        """Give the tokens of the skeleton: all but those that only tell when, where and how."""
        return tuple(token for token in self.tokens if token.sign not in FREE)

    @property
    def mode(self) -> Mode | None:
        """Give how somebody takes part, when it is said."""
        return "digital" if self.has("NET") else "onsite" if self.has("SITE") else None


FREE = frozenset(
    {
        "DATE",
        "TIME",
        "FROM",
        "UNTIL",
        "SPAN",
        "MEETING",
        "NET",
        "SITE",
        "ALSO",
        "OURS",
        "ORG",
        "FIRST",
        "LAST",
        "THATDAY",
        "NOW",
        "NOSITE",
        "PLUS",
        "HEARD",
        "SOON",
    }
)


def read_tokens(text: str, call: Call) -> list[Token]:
    """Read a sentence into tokens; words said in passing are left out, words of no known meaning have the sign "x"."""
    fixed = _entities(text, call)
    tokens: list[Token] = []
    at = 0
    place = _place_words(call)
    group = frozenset(
        word.casefold() for word in re.findall(r"\w+", call.record.settings.name if call.record.settings else "")
    )
    while at < len(text):
        if at in fixed:
            found = fixed[at]
            tokens += found
            at = max(found[-1].end, at + 1)
            continue
        word = _WORD.match(text, at)
        if word is None:
            at += 1
            continue
        phrase = PHRASE.match(text, at)
        stop = min((start for start in fixed if start > at), default=len(text))
        unit = phrase is not None and phrase.lastgroup in ("NOBODY", "DELEGATE")
        whole = phrase is not None and (phrase.end() > word.end() or word[0].casefold() not in CONTRACTIONS)
        if phrase is not None and whole and (unit or phrase.end() <= stop):
            sign = phrase.lastgroup or "x"
            end = phrase.end()
            if unit and (named := _UNIT.match(text, end)):
                name = _organisation(named[1], call) or named[1].strip()
                tokens.append(Token("NOUNIT" if sign == "NOBODY" else "UNIT", at, named.end(), (Who(unit=name),)))
                end = named.end()
            else:
                minutes = _minutes(phrase[0]) if sign in ("STRETCH", "SOON", "FIRST", "LAST") else None
                bare = sign == "MEETING" and not _TO_IT.match(phrase[0])
                tokens.append(Token(sign, at, end, minutes=minutes, bare=bare))
            at = end
            continue
        tokens += _word(text, word, call, place, group, tokens)
        at = word.end()
    return _listed(_without_the_greeted(tokens, text))


def _word(
    text: str, word: re.Match[str], call: Call, place: frozenset[str], group: frozenset[str], before: Sequence[Token]
) -> list[Token]:
    start, end = word.span()
    folded = word[0].casefold().replace("’", "'")
    if folded in BUT:
        return [Token("BUT", start, end)]
    if folded in AND:
        return [Token("AND", start, end)]
    if word[0] == "," or folded in SO:
        return [Token("COMMA", start, end)]
    if word[0] in _BREAKS:
        return [Token("BREAK", start, end)]
    if folded in CONTRACTIONS:
        return [
            Token(sign, start, end, (replace(ME, span=(start, end)),) if sign == "ME" else ())
            for sign in CONTRACTIONS[folded]
        ]
    if folded == "i":
        return [Token("ME" if ENGLISH_I.match(word.string, start) else "PASSING", start, end)]
    if folded == "ja":
        # "ja" is yes, or I where people write as they speak.
        verb = PHRASE.match(text, end + 1)
        inverted = (
            bool(before) and before[-1].end == start - 1 and before[-1].sign in ("BE", "BECOME", "ABLE", "MUST", "HAVE")
        )
        if inverted or (
            verb is not None and verb.lastgroup in ("ABLE", "ATTENDS", "BE", "BECOME", "MUST", "HAVE", "MISS")
        ):
            return [Token("ME", start, end, (ME,))]
        return [Token("PASSING", start, end)]
    if folded in ("nu", "now"):
        return [Token("NOW", start, end)]
    if folded in place:
        return [Token("SITE", start, end)]
    if folded in group:
        return [Token("MEETING", start, end)]
    if folded in PASSING or not word[0][0].isalnum():
        return [Token("PASSING", start, end)]
    if (
        word[0].islower()
        and len(folded) > 2
        and (not before or before[-1].sign in ("BREAK", "COMMA", "BUT", "AND", "PASSING"))
    ):
        match = resolve(word[0], tuple(call.record.people.values()))
        if match.person is not None or match.candidates:
            return [Token("WHO", start, end, (_who(match, word[0], start, end),))]
    return [Token("x", start, end)]


# ------------------------------------------------------------------------- names, organisations, days and hours


def _entities(text: str, call: Call) -> dict[int, list[Token]]:
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
        start, end, who = _details(text, _who(mention.match, mention.text, mention.start, mention.end), call)
        take(start, end, Token("WHO", start, end, (who,)))
    for stranger in (*_STRANGER.finditer(text), *_GIVEN.finditer(text)):
        start, end = stranger.span()
        if free(start, end) and looks_like_name(stranger[0]):
            match = resolve(stranger[0], people)
            start, end, who = _details(text, _who(match, stranger[0], start, end), call)
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
        if stretch.lastgroup in ("STRETCH", "SOON", "FIRST", "LAST"):
            masked[stretch.start() : stretch.end()] = " " * (stretch.end() - stretch.start())
    days = tuple(meeting.date for meeting in call.record.meetings.values())
    for found in when.find("".join(masked), call.now, meeting_dates=days, language=call.texts.language):
        start, end = found.span
        if free(start, end) and (tokens := _time(text, found)):
            take(start, end, *tokens)
    for lead in _OF_ORGANISATION.finditer(text):
        size = _organisation_after(text, lead.end(), call)
        if size and free(lead.start(), lead.end() + size):
            take(lead.start(), lead.end() + size, Token("ORG", lead.start(), lead.end() + size))
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
        before = re.split(r"\d", text[start:end])[0] + ("" if found.date is None else "")
        lead = (text[max(0, start - 24) : start] + before) if words else before
        until = (
            bool(_UNTIL.search(lead.rstrip() + " "))
            or (found.start is None and found.end is not None)
            or (found.deadline and not _FROM.search(lead))
        )
        since = found.not_before or bool(_FROM.search(lead.rstrip() + " "))
        sign = "UNTIL" if until and not since else "FROM" if since else "TIME"
        tokens.append(Token(sign, start, end, clock=clock, after=not _NOT_UNTIL.search(lead)))
    return tokens


def _who(match: Match, name: str, start: int, end: int) -> Who:
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
        elif size := _organisation_after(text, place.end(), call):
            who = replace(who, organisation=_organisation(text[place.end() : place.end() + size], call))
            end = place.end() + size
    lead = _BEFORE_NAME.search(text, max(0, start - 60), start)
    if lead is not None:
        start = lead.start()
        role = None if _COLLEAGUE.search(lead["title"]) else lead["title"].split()[-1]
        who = replace(who, ours=who.ours or lead["ours"] is not None, role=who.role or role)
    return start, end, who


def details(who: Who, words: str, call: Call) -> Who:
    """Read a visitor's role and organisation, or how she takes part, out of a few words about her."""
    token = PHRASE.fullmatch(words.strip())
    if token is not None and token.lastgroup in ("NET", "SITE"):
        return replace(who, mode="digital" if token.lastgroup == "NET" else "onsite")
    ours = who.ours or bool(_OF_US.search(words))
    left = _OF_US.sub("", words)
    organisation = who.organisation
    for lead in (*re.finditer(r"\A|(?:från|hos|på|i|för|vid|from|at|of|,|/)\s*", left, re.IGNORECASE),):
        size = _organisation_after(left, lead.end(), call)
        if size:
            organisation = _organisation(left[lead.end() : lead.end() + size], call)
            left = left[: lead.start()] + left[lead.end() + size :]
            break
    left = _COLLEAGUE.sub("", left)
    role = " ".join(left.strip(" ,.;/-!").split())
    plausible = bool(role) and len(role.split()) <= 5
    return replace(
        who, ours=ours and organisation is None, organisation=organisation, role=role if plausible else who.role
    )


def _organisation(words: str, call: Call) -> str | None:
    found = resolve_organisation(words, organisations(call.record.people.values()))
    return found if isinstance(found, str) else None


def _organisation_after(text: str, start: int, call: Call) -> int:
    """Give how many characters of the text from `start` name an organisation, 0 when none do."""
    words = list(re.finditer(r"[^\W_]+(?:[-:][^\W_]+)*", text[start : start + 80]))[:4]
    for last in reversed(words):
        if len(text[start : start + last.end()].split()) > 4 or "," in text[start : start + last.end()]:
            continue
        if _organisation(text[start : start + last.end()], call) is not None:
            return last.end()
    return 0


def _place_words(call: Call) -> frozenset[str]:
    places = (
        call.meeting.place if call.meeting else None,
        call.record.settings.place if call.record.settings else None,
    )
    words = (word.casefold() for place in places if place for word in re.findall(r"[^\W\d_]{4,}", place))
    return frozenset(words) - {"teams", "zoom", "skype", "distans", "digitalt"}


def _minutes(phrase: str) -> int | None:
    folded = phrase.casefold()
    number = re.search(r"\d{1,3}(?!.*\d)", folded)
    if number is not None:
        return int(number[0])
    named = next((minutes for word, minutes in _MINUTES.items() if re.search(rf"\b{word}\b", folded)), None)
    return named or next((minutes for word, minutes in _PARTS if word in folded), None)


# ------------------------------------------------------------------------------------------ lists and clauses


def _without_the_greeted(tokens: list[Token], text: str) -> list[Token]:
    """Leave out those whom a message only greets or thanks: "Hej Malin, jag kommer"."""
    kept: list[Token] = []
    for place, token in enumerate(tokens):
        greets = (
            token.sign == "WHO"
            and place
            and text[tokens[place - 1].start : tokens[place - 1].end].casefold() in _GREETED
        )
        kept.append(Token("PASSING", token.start, token.end) if greets else token)
    return kept


def _listed(tokens: list[Token]) -> list[Token]:
    """Join the names of a list into one token: "Maj, Elin och jag"."""
    signs = " ".join(f"{token.sign}:{place}" for place, token in enumerate(tokens) if token.sign != "PASSING")
    joined: dict[int, tuple[int, Token]] = {}
    person = r"(?:WHO|ME):\d+(?: (?:ORG|OURS):\d+)?"
    for found in re.finditer(
        rf"{person}(?: COMMA:\d+ {person})*(?: COMMA:\d+)? AND:\d+ {person}|WHO:\d+(?: COMMA:\d+ WHO:\d+){{2,}}", signs
    ):
        places = [int(number) for number in re.findall(r":(\d+)", found[0])]
        members = [tokens[place] for place in range(places[0], places[-1] + 1)]
        who = tuple(one for token in members for one in (token.who or ((ME,) if token.sign == "ME" else ())))
        joined[places[0]] = (places[-1], Token("WHO", members[0].start, members[-1].end, who))
    made: list[Token] = []
    place = 0
    while place < len(tokens):
        if place in joined:
            last, token = joined[place]
            made.append(token)
            place = last + 1
        else:
            made.append(tokens[place])
            place += 1
    return made


def clauses(tokens: Sequence[Token]) -> Iterator[Clause]:
    """Cut the tokens at breaks and at "but"; a clause that holds an "and" is for its reader to cut."""
    part: list[Token] = []
    joined, fronted = "", False
    for token in tokens:
        if token.sign in ("BREAK", "COMMA", "BUT"):
            if part:
                yield Clause(tuple(part), fronted, joined)
            part, fronted = [], False
            joined = token.sign
        elif token.sign == "PASSING":
            fronted = fronted or not part
        else:
            part.append(token)
    if part:
        yield Clause(tuple(part), fronted, joined)


def meeting_days(found: when.When) -> tuple[Day, Day] | None:
    """Give the first and last day a day, week or period stands for."""
    if found.date is None:
        return None
    return found.date, found.until or found.date


def known_people(call: Call) -> tuple[Person, ...]:
    """Give everybody the record knows, visitors too."""
    return tuple(call.record.people.values())
