"""Read a sentence about attendance into tokens: who, when, how, and signs for what is said."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from handlers.attendance.entities import Token, entities
from handlers.attendance.passing import PASSING
from handlers.attendance.people import ME, Who, named, organisation_named
from handlers.attendance.vocabulary import AND, BUT, CONTRACTIONS, ENGLISH_I, PHRASE, SO, phrase_at
from handlers.command import Call
from meetings.people import resolve

LONGEST = 1_000
"""Characters; whoever writes longer in one sentence is not telling us whether she comes."""


_WORD = re.compile(r"[^\W_]+(?:['’\-.:][^\W_]+)*|[^\w\s]|_")
_TO_IT = re.compile(r"(?:på|till|i|för|från|vid|av|under|at|to|for|from)\s", re.IGNORECASE)
_UNIT = re.compile(
    r"\s+([^,.;:!?()\n]{2,60}?)(?=\s+(?:kan|har|kommer|deltar|är|hinner|can|is|has|will|lämna|medverka|närvara"
    r"|blir|ska|fick|får|avböj)|\s*[,.;!]|\s*$)",
    re.IGNORECASE,
)
_PICTURES = "\u2190"
"""Arrows, signs and emoji begin here: one of them ends what was said before it."""
_BREAKS = frozenset(";:()-–—…!.")
_NOUNS_IN_LY = frozenset({"assembly", "supply", "butterfly"})
_TOLD_TO = re.compile(r"\b(?:till|hos|to)\s+\Z", re.IGNORECASE)
_GREETED = frozenset(
    {"hej", "hejsan", "hallå", "tjena", "hello", "hi", "hey", "tack", "thanks", "morgon", "morning", "@"}
)
# What says nothing of attendance by itself, as long as no hour is told.
_HELPERS = frozenset(
    """
    BE BECOME HAVE WAS IT MEETING ALSO STRETCH FOR TO RELATIVE EVERYBODY HEDGE MIGHT LIKELY THATDAY HEARD GIVE MUST WILL
    NOT RELAY
    """.split()
)
_REFUSES = frozenset({"WILL", "NOT"})
_HOURS = re.compile(
    r"\d|\bhalv|\bkvart|tiden\b|\bhalf\b|\bquarter|o'clock|\b(?:två|tre|fyra|ett|tio|elva|tolv|two"
    r"|three|four|noon)\b"
)
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


def may_tell(text: str, call: Call) -> bool:
    """Tell whether a sentence has a phrase that says something of attendance, before names and days are looked for."""
    lowered = text.lower()
    if _HOURS.search(lowered):
        return True
    place = _place_words(call)
    helpers: set[str] = set()
    for found in _WORD.finditer(lowered):
        if found[0] in CONTRACTIONS or found[0] in place:
            return True
        phrase = phrase_at(text, lowered, found.start())
        if phrase is None:
            continue
        if phrase.lastgroup not in _HELPERS:
            return True
        helpers.add(phrase.lastgroup or "")
    return helpers >= _REFUSES


def read_tokens(text: str, call: Call) -> list[Token]:
    """Read a sentence into tokens; words said in passing are left out, words of no known meaning have the sign "x"."""
    fixed = entities(text, call)
    lowered = text.lower()
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
        phrase = phrase_at(text, lowered, at)
        stop = min((start for start in fixed if start > at), default=len(text))
        if phrase is not None and phrase.end() > stop and phrase.lastgroup not in ("NOBODY", "DELEGATE"):
            phrase = PHRASE.match(text, at, stop)
        if phrase is not None and phrase.lastgroup == "METOO" and tokens and tokens[-1].sign in ("BE", "BECOME"):
            phrase = None  # "nu är jag med", not "jag med"
        unit = phrase is not None and phrase.lastgroup in ("NOBODY", "DELEGATE")
        whole = phrase is not None and (phrase.end() > word.end() or word[0].casefold() not in CONTRACTIONS)
        if phrase is not None and whole and (unit or phrase.end() <= stop):
            sign = phrase.lastgroup or "x"
            end = phrase.end()
            if unit and (named := _UNIT.match(text, end)):
                name = organisation_named(named[1], call) or named[1].strip()
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
    if word[0] == "/" and text[start - 1 : start].isspace():
        return [Token("BREAK", start, end)]
    if folded in ("eller", "nor") and re.search(r"\b(?:varken|neither)\b", text[:start], re.IGNORECASE):
        return [Token("AND", start, end)]
    if word[0] in _BREAKS or word[0] >= _PICTURES:
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
            verb is not None
            and verb.lastgroup in ("ABLE", "ATTENDS", "BE", "BECOME", "MUST", "HAVE", "MISS", "TAKE", "WILL")
        ):
            return [Token("ME", start, end, (ME,))]
        return [Token("PASSING", start, end)]
    if folded in ("nu", "now"):
        return [Token("NOW", start, end)]
    if folded in place:
        return [Token("SITE", start, end)]
    if folded in group:
        return [Token("MEETING", start, end)]
    if folded in PASSING or not word[0][0].isalnum() or _is_adverb(folded):
        return [Token("PASSING", start, end)]
    if (
        word[0].islower()
        and len(folded) > 2
        and (not before or before[-1].sign in ("BREAK", "COMMA", "BUT", "AND", "PASSING"))
    ):
        match = resolve(word[0], tuple(call.record.people.values()))
        if match.person is not None or match.candidates:
            return [Token("WHO", start, end, (named(match, word[0], start, end),))]
    return [Token("x", start, end)]


def _is_adverb(word: str) -> bool:
    return word.endswith(("ligen", "ligtvis")) or (len(word) > 6 and word.endswith("ly") and word not in _NOUNS_IN_LY)


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


# ------------------------------------------------------------------------------------------ lists


def _without_the_greeted(tokens: list[Token], text: str) -> list[Token]:
    """Leave out those whom a message only greets or thanks: "Hej Malin, jag kommer"."""
    kept: list[Token] = []
    for place, token in enumerate(tokens):
        greets = (
            token.sign == "WHO"
            and place
            and text[tokens[place - 1].start : tokens[place - 1].end].casefold() in _GREETED
        )
        told = token.sign == "WHO" and _TOLD_TO.search(text, 0, token.start)
        kept.append(
            Token("PASSING", token.start, token.end) if greets else replace(token, sign="TOWHO") if told else token
        )
    return kept


def _listed(tokens: list[Token]) -> list[Token]:
    """Join the names of a list into one token: "Maj, Elin och jag"."""
    signs = " ".join(f"{token.sign}:{place}" for place, token in enumerate(tokens) if token.sign != "PASSING")
    joined: dict[int, tuple[int, Token]] = {}
    person = r"\b(?:WHO|ME):\d+(?: (?:ORG|OURS):\d+)?"
    for found in re.finditer(
        rf"{person}(?: COMMA:\d+ {person})*(?: COMMA:\d+)? AND:\d+ {person}"
        rf"|\bWHO:\d+(?: COMMA:\d+ WHO:\d+){{2,}}",
        signs,
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
