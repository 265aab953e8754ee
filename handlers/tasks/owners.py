"""Who is to do something, from the words beside a verb: a person, an organisation, a function, all, or nobody yet."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from handlers.command import Call
from meetings.facts import Owner, OwnerKind
from meetings.group import Person
from meetings.people import Mention, find_names, looks_like_name, organisations, resolve, resolve_organisation

_SPEAKER = frozenset({"jag", "jg", "undertecknad", "jag själv"})
_GROUP = frozenset({"vi", "we"})
_ABOUT_ONE = frozenset({"hon", "han", "hen", "hn", "she", "he"})
_ALL = re.compile(
    r"(?:alla|samtliga|var\s+och\s+en|(?:varje|respektive)\s+(?:part|organisation|myndighet|medlem|"
    r"ledamot)|vi\s+alla|allihop|everyone|everybody|all\s+(?:of\s+us|members|parties)|each\s+party|"
    r"all\s+parties)"
    r"(?:\s+(?:parter(?:na)?|ledamöter(?:na)?|deltagare(?:na)?|medlemmar(?:na)?|i\s+gruppen|"
    r"runt\s+bordet|här|inblandade|chefer|enheter|kommuner|representanter))?\Z",
    re.IGNORECASE,
)
# "alla handläggare" are not all of the group, but somebody's staff.
_FUNCTION = re.compile(
    r"""(?:(?:den|vår|respektive|varje|berörda?|the|our|each)\s+)?(?:
        \w*(?:chef|samordnare|koordinator|koordinatör|ordförande|sekreterare|projektledare|processledare|utvecklare|
            coach|rektor|jurist|ansvarig|administratör|vaktmästare|receptionist|redaktör|kurator|controller|strateg
              |ekonom|kommunikatör|föreståndare|ledare|följeforskare)(?:n|en|na|
                erna|arna|
            orna)?
      | ledamöter(?:na)?(?:\s*/\s*ersättare|\s+och\s+ersättare(?:n|na)?)? | ledamot(?:en)?
      | \w*(?:arbetsgrupp|styrgrupp|referensgrupp|beredningsgrupp|ledningsgrupp|utvecklingsgrupp|planeringsgrupp|
          grupp)en
      | \w*team(?:et|en) | \w*(?:kansli|sekretariat|presidie|presidiu|utskott)(?:et|t|m)? | \w+enheten
        | \w+avdelningen | \w*nämnden |
          \w*styrelsen | länsledningen | projektet
      | (?:coordinator|chair(?:man|person|woman)?|secretary|project\s+(?:leader|manager)|working\s+group|
          steering\s+group|manager|members)
    )\Z""",
    re.IGNORECASE | re.VERBOSE,
)
# Words that look like an organisation's name to a resolver but mean no owner.
_NO_ORGANISATION = frozenset(
    [
        "det",
        "den",
        "detta",
        "som",
        "man",
        "någon",
        "nån",
        "ni",
        "du",
        "de",
        "dom",
        "in",
        "så",
        "och",
        "att",
        "nu",
        "sen",
    ]
)
_JOINED = re.compile(r"\s*(?:,|\boch\b|\bo\b|&|\+|\bsamt\b|\band\b|\btillsammans\s+med\b)\s*\Z", re.IGNORECASE)
# A name after a preposition is not one of those who do it: "skicka till Malin och jag bokar".
_GOVERNED = re.compile(r"\b(?:till|med|från|av|hos|åt|för|om|på|to|with|from|by|for)\s+\Z", re.IGNORECASE)
_WORKS_AT = re.compile(r"\s+(?:på|hos|från|i|vid|at|from)\s+\Z", re.IGNORECASE)
_LONGEST = 4
_SHORTEST_NAME = 3
_WORD = re.compile(r"[^\s,;:.!?()]+(?:\.(?=[^\s]))?[^\s,;:.!?()]*|/")


@dataclass(frozen=True)
class Subject:
    """Who stands beside a verb: where in the text, and who that is.

    `several` are the people who fit when more than one does, with the `query` as written. `group` marks a "vi".
    """

    start: int
    end: int
    owners: tuple[Owner, ...]
    several: tuple[Person, ...] = ()
    query: str = ""
    speaker: bool = False
    group: bool = False
    habitual: bool = False


class Owners:
    """Find subjects in one text; the names in it are looked up once, and only if somebody asks."""

    def __init__(self, text: str, call: Call) -> None:
        self._text = text
        self._call = call
        self._found: tuple[Mention, ...] | None = None
        self._organisations = (*organisations(call.record.people.values()),)

    @property
    def mentions(self) -> tuple[Mention, ...]:
        """Give the known people named in the text."""
        if self._found is None:
            self._found = find_names(self._text, tuple(self._call.record.people.values()))
        return self._found

    def before(self, end: int) -> Subject | None:
        """Give the subject whose last word ends at `end`, joined with those before it: "Malin och jag"."""
        last = self._ending_at(end)
        if last is None:
            return None
        joined = _JOINED.search(self._text, 0, last.start)
        earlier = self._ending_at(joined.start()) if joined else None
        if earlier is None or earlier.group or self._text[last.start : last.end].casefold() in _ABOUT_ONE:
            return last
        if _GOVERNED.search(self._text, 0, earlier.start):
            return last
        if joined and joined[0].strip() == "," and not (earlier.owners[:1] and earlier.owners[0].person):
            return last
        # "A, B och jag": what stands before the pair belongs to it when a comma joins it.
        first = self.before(earlier.end) or earlier
        return Subject(
            start=first.start,
            end=last.end,
            owners=(*first.owners, *last.owners),
            several=(*first.several, *last.several),
            query=last.query or first.query,
            speaker=first.speaker or last.speaker,
        )

    def after(self, start: int) -> Subject | None:
        """Give the subject whose first word begins at `start`."""
        for mention in self.mentions:
            if mention.start == start:
                return self._person(mention)
        words = [word.end() for word in _WORD.finditer(self._text, start, start + 80)][:_LONGEST]
        if not words or self._text[start : start + 1].isspace():
            return None
        spans = [(start, end) for end in reversed(words)]
        return next((one for span in spans if (one := self.named(*span)) is not None), None)

    def named(self, start: int, end: int) -> Subject | None:
        """Give who the words between mean, None when they are nobody who can take on a task."""
        words = self._text[start:end].strip(" @")
        folded = words.casefold()
        if not words or folded in _NO_ORGANISATION:
            return None
        if folded in _SPEAKER or words == "I":
            return Subject(start, end, (speaker_of(self._call),), speaker=True)
        if folded in _GROUP:
            return Subject(start, end, (Owner(kind=OwnerKind.UNKNOWN),), group=True)
        if folded in _ABOUT_ONE:
            return self._meant(start, end)
        if _ALL.match(folded):
            return Subject(start, end, (Owner(kind=OwnerKind.ALL),))
        mention = next((one for one in self.mentions if one.start == start and one.end >= end), None)
        if mention is not None:
            return self._person(mention) if mention.end == end else None
        if _FUNCTION.match(words):
            plural = folded.endswith(("arna", "erna", "orna", "arena", "teamen"))
            return Subject(start, end, (Owner(kind=OwnerKind.FUNCTION, name=words),), habitual=plural)
        return (
            self._uncapitalised(start, end, words)
            or self._organisation(start, end, words)
            or self._stranger(start, end, words)
        )

    def _ending_at(self, end: int) -> Subject | None:
        for mention in self.mentions:
            if mention.end == end:
                return self._person(mention)
        starts = [word.start() for word in _WORD.finditer(self._text, max(0, end - 80), end)][-_LONGEST:]
        found = next((one for start in starts if (one := self.named(start, end)) is not None), None)
        if found is None or not found.owners or found.owners[0].kind is not OwnerKind.ORGANISATION:
            return found
        # "Lena på kommunen": it is Lena who does it.
        workplace = _WORKS_AT.search(self._text, 0, found.start)
        return self._ending_at(workplace.start()) if workplace else found

    def _person(self, mention: Mention) -> Subject:
        match = mention.match
        if match.person is None:
            return Subject(mention.start, mention.end, (), tuple(match.candidates), mention.text)
        return Subject(mention.start, mention.end, (owner_of(match.person),))

    def _meant(self, start: int, end: int) -> Subject | None:
        """Give the person a "hon" means: the one named last before it."""
        before = [one for one in self.mentions if one.end <= start]
        if not before:
            return None
        person = self._person(before[-1])
        return Subject(start, end, person.owners, person.several, person.query)

    def _uncapitalised(self, start: int, end: int, words: str) -> Subject | None:
        """Give the member whose first name opens a clause in small letters: "malin fixar inbjudan"."""
        if not words.islower() or len(words) < _SHORTEST_NAME or re.search(r"[^\s,;:–-]\s*\Z", self._text[:start]):
            return None
        people = tuple(self._call.record.people.values())
        if not any(words in person.name.casefold().split() for person in people):
            return None
        match = resolve(words.title(), people)
        if match.person is None and not match.candidates:
            return None
        return self._person(Mention(start, end, words, match))

    def _organisation(self, start: int, end: int, words: str) -> Subject | None:
        known = resolve_organisation(words, self._organisations)
        if isinstance(known, str):
            return Subject(start, end, (Owner(kind=OwnerKind.ORGANISATION, name=known),))
        if known or re.fullmatch(r"kommunen|regionen|landstinget|the (?:region|municipality)", words, re.IGNORECASE):
            return Subject(start, end, (Owner(kind=OwnerKind.ORGANISATION, name=words),))
        return None

    def _stranger(self, start: int, end: int, words: str) -> Subject | None:
        """Give a name that nobody in the group has, kept as written."""
        if not words[0].isupper() or any(one.start < end and start < one.end for one in self.mentions):
            return None
        if not all(part[:1].isupper() for part in words.split()) or not looks_like_name(words):
            return None
        known = resolve(words, tuple(self._call.record.people.values()))
        if known.person is not None or known.candidates:
            return self._person(Mention(start, end, words, known))
        return Subject(start, end, (Owner(kind=OwnerKind.PERSON, name=words),), query=words)


def owner_of(person: Person) -> Owner:
    """Make a known person an owner."""
    return Owner(kind=OwnerKind.PERSON, name=person.name, person=person.id)


def speaker_of(call: Call) -> Owner:
    """Make the one who writes an owner."""
    return owner_of(call.speaker) if call.speaker else Owner(kind=OwnerKind.PERSON, name=call.author)


def first_owner(words: str, call: Call) -> Subject | None:
    """Give who some words, all of them, mean: "Kerstin", "mig", "FK", "Malin och Bo"."""
    text = words.strip(" .,:()@")
    if text.casefold() in {"mig", "me", "jag", "själv", "jag själv"}:
        return Subject(0, len(words), (speaker_of(call),), speaker=True)
    found = Owners(text, call)
    whole = found.before(len(text))
    return whole if whole is not None and whole.start == 0 else None


def names_of(owners: Sequence[Owner]) -> tuple[str, ...]:
    """Give the owners' names, for those who have one."""
    return tuple(owner.name for owner in owners if owner.name)
