"""Roll calls: lists of who is there and who is not, as the one who leads reads them out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import time as Clock

from handlers.attendance.lists import read_lists
from handlers.attendance.people import ME, Mode, Who, details, known_people
from handlers.attendance.roll_call_wording import EVERYBODY_IS_HERE, HEAD, NEXT_HEAD, SAYS_NO, SAYS_YES, TRAILING_MODE
from handlers.attendance.told import Kind, Told
from handlers.command import Call, Sentence
from meetings import when
from meetings.people import find_names, looks_like_name, organisations, resolve, resolve_organisation, split_names

EVERYBODY = Who(name="*")
"""Stands for all who are expected at the meeting."""

_AT_THE_KEYS = re.compile(
    r"(?:\s*,\s*|\s+)(?:(?:samt|och|med)\s+)?(?:vid\s+protokollet|som\s+sekreterare)\s*:?\s+", re.IGNORECASE
)
_SUBSTITUTES = re.compile(r"\s*ersättare\s*:", re.IGNORECASE)
_FROM_OFFICE = re.compile(r"\s*(?:från|from)\s+(?:[\w-]+\s+){1,3}?(?=[A-ZÅÄÖ])", re.IGNORECASE)
_ME = re.compile(r"(?:jag|jag\s+själv|undertecknad|mig|me|myself|i)\Z", re.IGNORECASE)
_ALL = re.compile(
    r"(?:alla|samtliga|everyone|everybody|all)(?:\s+(?:de\s+)?(?:ordinarie\s+|inbjudna\s+|kallade\s+|anmälda\s+)?"
    r"(?:ledamöter(?:na)?|deltagare|medlemmar|parter|members))?\Z",
    re.IGNORECASE,
)
_EXCEPT = re.compile(r"\s+(?:utom|förutom|except(?:\s+for)?|but)\s+", re.IGNORECASE)
_REPLACES = re.compile(
    r"\s*(?:/\s*|\(\s*|,\s*)?\b(?:ersätter|ersättare\s+för|ers\.?(?:\s+för)?|i\s?stället\s+för|vikarierar\s+för"
    r"|för|for|replacing|replaces|substitute\s+for|instead\s+of)\s+",
    re.IGNORECASE,
)
_HOUR = re.compile(
    r"\s*[,(]?\s*\b(?P<way>fr\.?o\.?m\.?|fr\.?|från|from|kl\.?|t\.?o\.?m\.?|till|until"
    r"|to)\s+(?:kl\.?\s*)?(?P<hour>\d{1,2}[.:]\d\d|\d{1,2}(?=\W|\Z))\)?\s*\Z",
    re.IGNORECASE,
)
_BRACKETS = re.compile(r"\(([^()]{0,80})\)")
_NAMES_AT_MOST = 60


def read_list(sentence: Sentence, call: Call) -> tuple[tuple[Told, ...], tuple[int, int], int]:
    """Read a roll call: what is told, where it stands in the sentence, and how many following lines belong to it.

    What is told is empty when the sentence is none.
    """
    found = _under_head(sentence, call)
    lists = read_lists(sentence.text, call)
    return (lists, (0, len(sentence.text)), 0) if len(lists) > len(found[0]) else found


def _under_head(sentence: Sentence, call: Call) -> tuple[tuple[Told, ...], tuple[int, int], int]:
    """Read the lists under the usual heads."""
    text = sentence.text
    head = HEAD.match(text)
    if head is not None and _SUBSTITUTES.match(text) and not call.leads:
        return (), (0, 0), 0  # a member tells who comes in her own place
    if head is None and call.leads and (everybody := EVERYBODY_IS_HERE.match(text)) is not None:
        return _everybody(everybody, call), (0, len(text)), 0
    if head is None:
        return (_office(text, call), (0, len(text)), 0) if _FROM_OFFICE.match(text) else ((), (0, 0), 0)
    told: list[Told] = []
    starts = [0, *(found.end() for found in NEXT_HEAD.finditer(text))]
    lines = 0
    for start, end in zip(starts, [*starts[1:], len(text)], strict=True):
        part = text[start:end].rstrip(" ;,.")
        begun = HEAD.match(part)
        if begun is None:
            continue
        names = part[begun.end() :]
        if not names.strip() and end == len(text):
            told_below = [list(_members(line.text, begun, call, exact=True)) for line in sentence.following]
            lines = next((place for place, one in enumerate(told_below) if not one), len(told_below))
            told += [one for line in told_below[:lines] for one in line]
        else:
            told += _members(names, begun, call, exact=begun["mark"] is None)
    return tuple(told), (0, len(text)), lines


def _everybody(found: re.Match[str], call: Call) -> tuple[Told, ...]:
    """Read "Alla är här utom Bo"; empty when those left out are nobody's names."""
    names = split_names(found["names"]) if found["but"] else ()
    away = [_member(name, Kind.ABSENT, None, call) for name in names]
    told = tuple(one for one in away if one is not None and _settled(one))
    if call.during is None or len(told) < len(names):
        return ()
    return (Told(Kind.PRESENT, (EVERYBODY,)), *told)


def _office(text: str, call: Call) -> tuple[Told, ...]:
    """Read "Från kansliet Siv och Ulf" in an open meeting: the roll call goes on when nothing but names is there."""
    lead = _FROM_OFFICE.match(text)
    # Said as the meeting is opened, it stands in the very message that opens it.
    if lead is None or not (call.during or call.leads):
        return ()
    names = split_names(_AT_THE_KEYS.sub(", ", text[lead.end() :].rstrip(" .!")))
    people = known_people(call)
    found = [resolve(name, people) for name in names]
    if not found or not all(match.person for match in found):
        return ()
    return tuple(
        Told(Kind.PRESENT, (Who(name, person=match.person.id),))
        for name, match in zip(names, found, strict=True)
        if match.person
    )


def _members(names: str, head: re.Match[str], call: Call, *, exact: bool) -> Iterator[Told]:
    """Read a list's members. With `exact` every one must be somebody known, or the list is none."""
    kind = Kind.ABSENT if head["absent"] else Kind.PRESENT
    digital, onsite = head["digital"] or head["alsodigital"], head["onsite"] or head["alsoonsite"]
    mode: Mode | None = "digital" if digital else "onsite" if onsite else None
    whole, *rest = _EXCEPT.split(names, maxsplit=1)
    quiet = _BRACKETS.sub(lambda inside: inside[0].replace(",", " "), whole)
    told = [_member(name, kind, mode, call) for name in split_names(quiet)[:_NAMES_AT_MOST]]
    known = [one for one in told if one is not None]
    if not known or (exact and len(known) < len(told)) or (exact and not any(_settled(one) for one in known)):
        return
    yield from known
    if rest:
        for name in split_names(rest[0])[:_NAMES_AT_MOST]:
            if (one := _member(name, Kind.ABSENT if kind is Kind.PRESENT else Kind.PRESENT, None, call)) is not None:
                yield one


def _settled(told: Told) -> bool:
    return all(who.known or who.candidates or who is EVERYBODY for who in told.who)


def _member(words: str, kind: Kind, mode: Mode | None, call: Call) -> Told | None:
    """Read one member: "Siv (digitalt)", "Johan/ersätter Jörgen", "Malin fr. 13.30"; None when it is no name."""
    hour = _HOUR.search(words)
    clock = _clock(words[hour.start() :], call) if hour else None
    if hour is not None:
        words = words[: hour.start()]
    if (trailing := TRAILING_MODE.search(words)) is not None:
        mode = "digital" if trailing["digital"] else "onsite"
        words = words[: trailing.start()]
    replaces = _REPLACES.search(words)
    if replaces is not None and replaces.start() > 0:
        by, of = _person(words[: replaces.start()], call), _person(words[replaces.end() :].rstrip(" )"), call)
        return Told(Kind.SUBSTITUTE, (by,), of, mode=mode or by.mode) if by and of else None
    answer = _BRACKETS.search(words)
    if answer is not None and SAYS_NO.match(answer[1].strip()):
        kind = Kind.ABSENT
    if answer is not None and (SAYS_NO.match(answer[1].strip()) or SAYS_YES.match(answer[1].strip())):
        words = words[: answer.start()] + words[answer.end() :]
    who = _person(words, call, unit=kind is Kind.ABSENT)
    if who is None:
        return None
    until = hour is not None and hour["way"].casefold().startswith(("t", "u"))
    return Told(kind, (who,), mode=mode or who.mode, since=None if until else clock, until=clock if until else None)


def _person(words: str, call: Call, *, unit: bool = False) -> Who | None:
    words = words.strip(" .,;:!-–")
    if _ME.match(words):
        return ME
    if _ALL.match(words):
        return EVERYBODY
    bracket = _BRACKETS.search(words)
    name = _BRACKETS.sub("", words).strip()
    people = known_people(call)
    match = resolve(words, people)
    if match.person is None and not match.candidates:
        match = resolve(name, people)
    if match.person is not None or match.candidates:
        who = Who(
            name, person=match.person.id if match.person else None, candidates=tuple(p.id for p in match.candidates)
        )
    elif (named := next(iter(find_names(name, people)), None)) is not None and named.start == 0 and named.match.person:
        who = Who(named.text, person=named.match.person.id)  # "Siv Ask regionen"
    elif unit and isinstance(found := resolve_organisation(words, organisations(people)), str):
        return Who(words, unit=found)
    elif looks_like_name(name) and len(name) <= 60:
        who = Who(name, suggestions=tuple(person.id for person in match.suggestions))
    else:
        return None
    return details(who, bracket[1], call) if bracket else replace(who, span=(0, 0))


def _clock(words: str, call: Call) -> Clock | None:
    found = when.find(words, call.now, meeting_dates=(), language=call.texts.language)
    return next((one.start or one.end for one in found if one.start or one.end), None)
