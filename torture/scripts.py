"""What happens in the groups of a run: who writes what, when the clock calls, and what has to have come before."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import count, cycle
from zoneinfo import ZoneInfo

from bot.platform import Author, Written
from handlers.groups.founding import Founding, found

BEGINNING = datetime(2026, 9, 15, 10, 5, tzinfo=ZoneInfo("Europe/Stockholm"))
"""When a run begins by the clock that its programs are given: a Tuesday morning."""
SETTLES = timedelta(hours=1)
"""How long after a meeting got its day those are asked who have not answered (`meetings.reminders`)."""
SOON = timedelta(seconds=3)
"""How long after the start of its script that moment comes."""

_FIRST = ("Tora", "Malin", "Karin", "Sven", "Alva")
_SYLLABLES = ("bo", "da", "fal", "gru", "hel", "ka", "lin", "mo", "ne", "ry", "ska", "tre", "ul", "ves", "vi", "åk")


@dataclass(frozen=True)
class Heard:
    """An event; `again`: it is delivered to two programs at once."""

    event: Written
    again: bool = False


@dataclass(frozen=True)
class Closed:
    """From here on the chat does not show what was said in a channel; all that was to be said up to here is over."""

    channel: str


@dataclass(frozen=True)
class Struck:
    """The clock shows this moment, and what falls due then has been said."""

    at: datetime


Step = Heard | Closed | Struck


@dataclass(frozen=True)
class Group:
    """A group of a run, and what happens in it, one step after the other."""

    founding: Founding
    steps: Sequence[Step]

    @property
    def id(self) -> str:
        """Give the group's id."""
        return self.founding.group_id


def groups(clock: Callable[[], datetime]) -> Iterator[Group]:
    """Give groups without end, of each kind in turn, each with its own channel and its own people."""
    for number, kind in zip(count(1), cycle((_talk, reminded, _moved, _meeting, _asked, _closed)), strict=False):
        yield kind(number, clock())


def _talk(number: int, _: datetime) -> Group:
    """People ask, in the channel and alone, and put items on the agenda; nothing falls due."""
    said = _Saying(number)
    steps: list[Step] = []
    for turn, asked in enumerate(("dagordning", "vilka kommer?", "hjälp"), 1):
        steps.append(said.alone(turn, asked))
        steps.append(said.there(turn, f"punkt: Fråga nummer {turn}"))
    return Group(_found(number, "2026-10-13"), (*steps, said.there(0, "@mötesbot dagordning")))


def reminded(number: int, _: datetime = BEGINNING) -> Group:
    """The agenda and the question who comes are due at once: the group was set up while nobody served it."""
    return Group(_found(number, "2026-09-16"), (Struck(BEGINNING),))


def _moved(number: int, _: datetime) -> Group:
    """What was reminded of is moved, and corrected."""
    moved = _Saying(number).there(0, "@mötesbot flytta mötet till torsdag 24/9")
    return Group(_found(number, "2026-09-16"), (Struck(BEGINNING), moved))


def _asked(number: int, now: datetime) -> Group:
    """A meeting gets its day late, and an hour after that message people are asked whether they come."""
    at = now - SETTLES + SOON
    moved = _Saying(number).there(0, "@mötesbot flytta mötet till onsdag 16/9", at)
    return Group(_found(number, "2026-10-13"), (moved, Struck(at + SETTLES)))


def _meeting(number: int, _: datetime) -> Group:
    """A meeting is held in the channel, and its minutes are published."""
    said = _Saying(number)
    return Group(_found(number, "2026-09-15"), (*_held(said), said.there(0, "@mötesbot publicera")))


def _closed(number: int, _: datetime) -> Group:
    """Minutes are published where nobody can see afterwards whether they were."""
    said = _Saying(number)
    return Group(_found(number, "2026-09-15"), (*_held(said), Closed(_channel(number)), said.alone(0, "publicera")))


def _held(said: _Saying) -> tuple[Heard, ...]:
    return (
        said.there(0, "@mötesbot starta mötet"),
        said.there(1, "Vi har fått in tolv nya ärenden sedan i somras"),
        said.there(2, "beslut: lokalen bokas för hela hösten"),
        said.there(0, "@mötesbot avsluta mötet"),
    )


class _Saying:
    """Writes as a group's people, a second after the other; every third event comes to two programs at once."""

    def __init__(self, number: int) -> None:
        self._number = number
        self._written = 0

    def there(self, who: int, text: str, at: datetime | None = None) -> Heard:
        """Write in the channel."""
        return self._write(who, text, at, private=False)

    def alone(self, who: int, text: str) -> Heard:
        """Write to the bot alone."""
        return self._write(who, text, None, private=True)

    def _write(self, who: int, text: str, at: datetime | None, *, private: bool) -> Heard:
        self._written += 1
        name = _name(self._number, who)
        where = f"DM {name}" if private else _channel(self._number)
        moment = (at or BEGINNING - timedelta(minutes=2) + timedelta(seconds=self._written)).astimezone(UTC)
        event = Written(where, Author(name, name), f"g{self._number}e{self._written}", moment, text, private)
        return Heard(event, again=(self._number + self._written) % 3 == 0)


def _found(number: int, day: str) -> Founding:
    people = [
        {
            "name": _name(number, who),
            "role": "Ledamot",
            "organisation": "Nordviks kommun",
            "account": True,
            "coordinator": who == 0,
        }
        for who in range(len(_FIRST))
    ]
    data = {
        "group": {"name": f"Mysam {_word(number).title()}", "channel": _channel(number), "convener": _name(number, 0)},
        "members": people,
        "standing": [{"title": "Välkommen", "place": "head"}, {"title": "Övrigt", "place": "tail"}],
        "meetings": [{"date": day, "start": "10:00", "end": "12:00", "place": "Stadshuset", "items": ["Lokalfrågan"]}],
    }
    return found(data, BEGINNING - timedelta(days=30))


def _name(number: int, who: int) -> str:
    return f"{_FIRST[who]} {_word(number).title()}s"


def _channel(number: int) -> str:
    return f"#mysam-{number}"


def _word(number: int) -> str:
    """Give a number as a word, another for each."""
    word = ""
    while number:
        number, rest = divmod(number, len(_SYLLABLES))
        word += _SYLLABLES[rest]
    return word
