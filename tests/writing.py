"""What people might write: any text at all, and whole channels of ordinary messages, with the events they make."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from hypothesis import strategies as st

from bot.platform import Author, Edited, Event, Written
from handlers.catalogue import COMMANDS
from tests.bot.channel import CHANNEL, LEAD
from tests.situation import PEOPLE, ZONE

START, END = datetime(2026, 9, 15, 13, tzinfo=ZONE), datetime(2026, 9, 15, 15, tzinfo=ZONE)
MEMBERS = tuple(person.name for person in PEOPLE if person.account is not None and person.name != LEAD)
STRANGER = "Tomas Vik"


@dataclass(frozen=True)
class Line:
    """A message: who writes what, minutes after the start; `later` are edits, each minutes after and its text."""

    who: str
    text: str
    at: int = 0
    private: bool = False
    later: tuple[tuple[int, str], ...] = ()


def written(number: int, line: Line, text: str | None = None) -> Written:
    return Written(
        conversation=f"DM {line.who}" if line.private else CHANNEL,
        author=Author(line.who, line.who),
        id=f"k{number}",
        at=START + timedelta(minutes=line.at, microseconds=number),
        text=line.text if text is None else text,
        private=line.private,
    )


def edited(number: int, line: Line, edit: int) -> Edited:
    first, (after, text) = written(number, line), line.later[edit]
    return Edited(
        first.conversation,
        first.author,
        first.id,
        first.at,
        first.at + timedelta(minutes=after, microseconds=edit),
        text,
        event=f"k{number}e{edit}",
        private=first.private,
    )


# ----------------------------------------------------------------------------------------- any text at all

_NAMES = """Elin, Sven-Åke, Karin, Bo Ekdahl, Malin Ros:, Tora Lindmo, alla, jag, vi, Arbetsförmedlingen, FK, Från AF:,
    Nya lokaler, Ungdomsprojektet, Övrigt, Trisam, punkt 4, punkt 99, p. 5:, § 3"""
_TIMES = """den 12 maj, 2026-02-30, 31/12, vecka 53, vecka 99, kl 25.99, kl. 13.00-14.30, 13:00, om 999999999 dagar,
    nästa tisdag, om tio minuter, i övermorgon, varannan vecka, 9999-12-31, 0000-00-00, den 0:e, 1 januari 1,
    idag, kvart över tolv"""
_JOINING = """senast, till, före, efter, att, att-sats, ersätter, i mitt ställe, ansvarig, inte, ja, nej, 1, 2, 3, 36,
    inte 34, 99999999999999999999, https://example.org/a, 121212-1212, han är sjukskriven, @mötesbot, @mötesbot:"""
_ODD = ("- ", "  * ", "1. ", "> ", "\\", "```", "`", ":", ";", "–", "…", '"', "'", "(", ")", "👍", "🏳️‍🌈", "½", "٣", "²")
_ODDER = ("Ⅳ", "ǅ", "ß", "İ", "\u0301", "\u200b", "\u202e", "\x00", "\x1b[31m", "\ufeff", "\u2028", "\x85", "\r")
_PLAIN = tuple(piece.strip() for pieces in (_NAMES, _TIMES, _JOINING) for piece in pieces.split(","))
_WORDS = tuple(dict.fromkeys(word for one in COMMANDS for words in one.words.values() for word in words))
_EXAMPLES = tuple(dict.fromkeys(example.text for one in COMMANDS for example in one.examples))
_PIECES = (
    st.sampled_from(_PLAIN)
    | st.sampled_from(_WORDS)
    | st.sampled_from(_WORDS).map("{}:".format)
    | st.sampled_from(_EXAMPLES)
    | st.sampled_from(_ODD + _ODDER)
    | st.text(max_size=6)
)
_JOINTS = st.sampled_from((" ", " ", " ", "\n", ", ", ". ", ": ", "", "\t", "\r\n"))
_MIXED = st.lists(st.tuples(_PIECES, _JOINTS), min_size=1, max_size=10).map(
    lambda pieces: "".join(piece + joint for piece, joint in pieces)
)
_LIKELY = st.tuples(st.sampled_from(_EXAMPLES), _JOINTS, _PIECES, st.booleans()).map(
    lambda drawn: "".join(drawn[:3]) if drawn[3] else "".join(reversed(drawn[:3]))
)
TEXTS = _MIXED | _MIXED | _LIKELY | _LIKELY | st.text(max_size=80) | st.text(st.characters(codec="ascii"), max_size=40)


# --------------------------------------------------------------------- channels made of ordinary messages

_SUBJECTS = st.sampled_from(("Region Nordvik", "Kommunen", "Projektet", "Vuxenutbildningen", "Styrgruppen"))
_STATES = st.sampled_from(
    (
        "har fått in tolv nya ärenden sedan i somras",
        "rapporterar att handläggningstiden ligger på tre veckor",
        "startar en ny kurs i oktober med tjugo platser",
        "saknar en handläggare fram till årsskiftet",
        "har flyttat till nya lokaler i centrum",
    )
)
NOTES = st.builds("{} {}".format, _SUBJECTS, _STATES)
BULLETS = st.lists(NOTES, min_size=2, max_size=3).map(lambda notes: "\n".join(f"- {note}" for note in notes))
SPOKEN = st.builds("{}: {}".format, st.sampled_from(MEMBERS), NOTES)
DECISIONS = st.builds("beslut: att {} {}".format, _SUBJECTS, _STATES)
AGREEMENTS = st.builds("överenskommelse: {} {}".format, _SUBJECTS, _STATES)
QUESTIONS = st.builds("öppen fråga: vem betalar för att {} {}?".format, _SUBJECTS, _STATES)
TASKS = st.builds(
    "uppgift: {} {} senast {}".format,
    st.sampled_from(MEMBERS),
    st.sampled_from(("bokar lokal", "skickar ut statistiken", "bjuder in skolan", "skriver till styrgruppen")),
    st.sampled_from(("fredag", "den 12 oktober", "nästa möte")),
)
CHATTER = st.sampled_from(("Hej!", "Haha, precis", "Tack!", "Hör ni mig?", "👍"))
PRESENCE = st.sampled_from(("Jag är med på länk", "Jag är på plats", "Jag måste gå 14.30"))
SAID = NOTES | BULLETS | SPOKEN | DECISIONS | AGREEMENTS | QUESTIONS | TASKS | CHATTER
TAKES = st.sampled_from(("punkt 4", "punkt 5", "Nya lokaler", "Trisam", "nästa"))
ITEMS = (
    st.sampled_from(("punkt: Ny blankett", "punkt: Budget 2027 (10 min)", "kan vi ta upp semestrarna?", "Hej!")),
    st.sampled_from(("punkt: Utvärdering", "@mötesbot lägg till Parkering, Malin drar", "punkt: Rekrytering 20 min")),
)
NAMING = st.builds("{}: {}".format, st.sampled_from(("Nya lokaler", "Ungdomsprojektet", "punkt 6", "Övrigt")), NOTES)


@st.composite
def channels(draw: st.DrawFn) -> tuple[Line, ...]:
    """Draw a meeting as it is written: items before it, and then talk under one item after the other."""
    lines = [
        Line(draw(st.sampled_from(MEMBERS)), draw(items), -600 + 100 * number, later=draw(_edits(items)))
        for number, items in enumerate(ITEMS[: draw(st.integers(0, 2))])
    ]
    lines.append(Line(LEAD, "@mötesbot starta mötet", 0))
    silent = list(MEMBERS)
    for at in range(1, draw(st.integers(2, 9))):
        kind = draw(st.sampled_from(("said", "said", "said", "take", "naming", "presence")))
        if kind == "take":
            lines.append(Line(LEAD, draw(TAKES), 10 * at, later=draw(_at_once(TAKES | SAID))))
        elif kind == "naming":
            who = draw(st.sampled_from((LEAD, *MEMBERS[:2])))
            lines.append(Line(who, draw(NAMING), 10 * at, later=draw(_at_once(NAMING | SAID))))
        elif kind == "presence" and silent:
            who = silent.pop(draw(st.integers(0, len(silent) - 1)))
            lines.append(Line(who, draw(PRESENCE), 10 * at, later=draw(_edits(PRESENCE))))
        else:
            who = draw(st.sampled_from((LEAD, *MEMBERS)))
            lines.append(Line(who, draw(SAID), 10 * at, later=draw(_edits(SAID))))
    lines.append(Line(LEAD, "@mötesbot avsluta mötet", 110))
    return tuple(lines)


def _edits(texts: st.SearchStrategy[str]) -> st.SearchStrategy[tuple[tuple[int, str], ...]]:
    """Draw up to two edits, the first soon or when the talk has moved on, all before the meeting ends."""
    edit = st.tuples(st.sampled_from((1, 15, 35)), texts)
    return st.just(()) | st.tuples(edit) | st.tuples(edit, st.tuples(st.just(36), texts))


def _at_once(texts: st.SearchStrategy[str]) -> st.SearchStrategy[tuple[tuple[int, str], ...]]:
    """Draw at most one edit, before anybody else has written."""
    return st.just(()) | st.tuples(st.tuples(st.just(1), texts))


def as_it_came(lines: Sequence[Line]) -> list[Event]:
    """Give the events in the order in which they happened."""
    events: list[tuple[datetime, Event]] = []
    for number, line in enumerate(lines):
        first = written(number, line)
        events.append((first.at, first))
        for edit in range(len(line.later)):
            changed = edited(number, line, edit)
            events.append((min(changed.edited_at, END - timedelta(minutes=11)), changed))
    return [event for _, event in sorted(events, key=lambda pair: pair[0])]


def in_place(lines: Sequence[Line]) -> list[Event]:
    """Give the messages as if each had been written at once the way it reads after its last edit."""
    return [
        written(number, line, max(line.later, key=lambda edit: edit[0])[1] if line.later else None)
        for number, line in enumerate(lines)
    ]
