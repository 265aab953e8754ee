"""The ledger: a group's facts in the order they came, and the record folded from those that count."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from meetings.evolve import evolve
from meetings.facts import (
    Blocked,
    Fact,
    GroupFounded,
    ItemProposed,
    PersonRegistered,
    Published,
    VersionStands,
    Withdrawn,
    WroteInMeeting,
    dump,
    load,
)
from meetings.open_work import open_work
from meetings.record import Record

_ALWAYS_COUNT = (Blocked, VersionStands, Withdrawn, WroteInMeeting)
"""What happened, whatever becomes of the message: that somebody wrote, that something was stopped, undone, changed."""

Numbered = tuple[int, Fact]
"""A fact with its sequence in the group's ledger."""


@dataclass(frozen=True)
class Checkpoint:
    """What a ledger that has let go of something holds: `kept` are the sequences, of all up to `version`.

    `since` is the latest time that anything it has let go of was written.
    """

    version: int
    kept: tuple[int, ...]
    since: datetime


class Ledger:
    """Own a group's facts and its record.

    The ledger is in order of arrival (a fact's number is its sequence). The record folds the facts that count by
    written-at, then sequence (hard case 1): of an edited message the version that stands, of a deleted one nothing, of
    what was undone nothing.

    When minutes are published the ledger lets go of what no open work rests on, so that it stays as small as that work
    however long the history. `whole` keeps everything.
    """

    def __init__(
        self,
        facts: Iterable[Fact] = (),
        *,
        held: Iterable[Numbered] = (),
        checkpoint: Checkpoint | None = None,
        whole: bool = False,
    ) -> None:
        """Begin with what was held at a checkpoint, if there is one, and append the facts after it."""
        self._whole = whole
        self._hold(held)
        self._version = checkpoint.version if checkpoint else max(self._numbers, default=0)
        self.since = checkpoint.since if checkpoint else None
        """The time up to which what was written may have been let go of; None when all is here."""
        self.record = self._fold(self.counting())
        self.append(tuple(facts))

    @property
    def version(self) -> int:
        """Give the sequence of the last fact."""
        return self._version

    @property
    def facts(self) -> Sequence[Fact]:
        """Give the facts that are held, in order of arrival."""
        return self._facts

    @property
    def checkpoint(self) -> Checkpoint | None:
        """Give what is held, to begin with another time; None when that is everything."""
        return Checkpoint(self._version, tuple(self._numbers), self.since) if self.since else None

    def append(self, facts: Sequence[Fact]) -> None:
        """Add facts, and bring the record up to them."""
        for batch in _up_to_each_publishing(facts):
            self._append(batch)
            if isinstance(batch[-1], Published) and not self._whole:
                self.let_go()

    def blank(self, ids: Sequence[str]) -> None:
        """Forget the words of these facts while the facts stand (hard case 12)."""
        if not ids:
            return
        blanked = [load(dump(fact)[0], {}) if fact.id in ids else fact for fact in self._facts]
        self._hold(zip(self._numbers, blanked, strict=True))
        self.record = self._fold(self.counting())

    def counts(self, fact: Fact) -> bool:
        """Tell whether a fact counts: not undone, and of the version of its message that stands."""
        return fact.id not in self._withdrawn and self._of_version_that_stands(fact)

    def counting(self) -> list[Fact]:
        """Give the facts that count, in the order of the writing."""
        return self._by_writing(self.counts)

    def counting_as_of(self, at: datetime, message: str) -> list[Fact]:
        """Give the facts that counted when `message` was written at `at`, in the order of the writing.

        Nothing of the message's own is among them. Of other messages the version that stands now is taken, as if it had
        been written so at once; but what was undone after `at` was still there.
        """

        def counted(fact: Fact) -> bool:
            if fact.said.message == message or fact.said.at > at and not _first(fact):
                return False
            undone = self._withdrawn.get(fact.id)
            still = undone is None or undone.said.at > at or undone.said.message == message
            return still and self._of_version_that_stands(fact)

        return self._by_writing(counted)

    def of_message(self, message: str, version: int | None = None) -> tuple[Fact, ...]:
        """Give the facts a message brought, of one version or of all, whether they count or not."""
        return tuple(
            fact
            for fact in self._of_messages.get(message, ())
            if not isinstance(fact, VersionStands | Withdrawn) and version in (None, fact.said.version)
        )

    def may_lack(self, message: str, at: datetime | None = None) -> bool:
        """Tell whether something that a message brought may have been let go of; `at` is when it was written."""
        written = at or max((fact.said.at for fact in self._of_messages.get(message, ())), default=self.since)
        return self.since is not None and written is not None and written <= self.since

    def stands(self, message: str) -> int:
        """Give the version of a message that counts; 0 when it is deleted, 1 when it was never changed."""
        said = self._versions.get(message)
        return said[-1].stands if said else 1

    def versions(self, message: str) -> tuple[VersionStands, ...]:
        """Give what has been said of a message's versions, oldest first."""
        return tuple(self._versions.get(message, ()))

    def as_of(self, at: datetime, message: str) -> Record:
        """Give the record as it stood when `message` was written at `at` (hard case 2).

        Read-only: for a message that comes in order it is the record itself. Nothing of the message's own is in it.
        """
        if message not in self._of_messages and (self._last is None or at >= self._last):
            return self.record
        return self._fold(self.counting_as_of(at, message))

    def after(self, facts: Sequence[Fact]) -> Ledger:
        """Give the ledger as it would be with these facts added; this one stays as it is."""
        return Ledger(facts, held=self._held(), checkpoint=self.checkpoint, whole=self._whole)

    def with_history(self, recalled: Iterable[Numbered]) -> Ledger:
        """Give the ledger with facts beside its own that it had let go of; this one stays as it is."""
        held = sorted(dict((*recalled, *self._held())).items())
        return Ledger(held=held, checkpoint=self.checkpoint, whole=self._whole)

    def _append(self, facts: Sequence[Fact]) -> None:
        refold = False
        for fact in facts:
            refold = refold or isinstance(fact, VersionStands | Withdrawn) or self._comes_late(fact)
            self._version += 1
            self._take(self._version, fact)
        if refold:
            self.record = self._fold(self.counting())
        else:
            for fact in facts:
                if self.counts(fact):
                    evolve(self.record, fact, self._named)

    def let_go(self) -> None:
        """Hold on only to what open work rests on; done by itself when minutes are published."""
        kept = open_work(self.record, self._facts)
        gone = [fact.said.at for fact in self._facts if fact.id not in kept]
        if not gone:
            return
        self.since = max(gone if self.since is None else (*gone, self.since))
        self._hold([(number, fact) for number, fact in self._held() if fact.id in kept])
        self.record = self._fold(self.counting())

    def _hold(self, numbered: Iterable[Numbered]) -> None:
        self._facts: list[Fact] = []
        self._numbers: list[int] = []
        self._of_messages: dict[str, list[Fact]] = {}
        self._versions: dict[str, list[VersionStands]] = {}
        self._withdrawn: dict[str, Withdrawn] = {}
        self._named: dict[str, ItemProposed | PersonRegistered] = {}
        self._last: datetime | None = None
        for number, fact in numbered:
            self._take(number, fact)

    def _take(self, number: int, fact: Fact) -> None:
        self._facts.append(fact)
        self._numbers.append(number)
        if fact.said.message is not None:
            self._of_messages.setdefault(fact.said.message, []).append(fact)
        if isinstance(fact, VersionStands):
            self._versions.setdefault(fact.of, []).append(fact)
        elif isinstance(fact, Withdrawn):
            self._withdrawn.update((target, fact) for target in fact.targets if target not in self._withdrawn)
        elif isinstance(fact, ItemProposed):
            self._named[fact.item] = fact
        elif isinstance(fact, PersonRegistered):
            self._named[fact.person.id] = fact
        self._last = max(self._last, fact.said.at) if self._last else fact.said.at

    def _held(self) -> Iterator[Numbered]:
        return zip(self._numbers, self._facts, strict=True)

    def _fold(self, facts: Iterable[Fact]) -> Record:
        record = Record()
        for fact in facts:
            evolve(record, fact, self._named)
        return record

    def _by_writing(self, wanted: Callable[[Fact], bool]) -> list[Fact]:
        numbered = [(_order(fact, number), fact) for number, fact in self._held() if wanted(fact)]
        return [fact for _, fact in sorted(numbered, key=lambda pair: pair[0])]

    def _of_version_that_stands(self, fact: Fact) -> bool:
        if isinstance(fact, _ALWAYS_COUNT) or fact.said.message is None:
            return True
        said = self._versions.get(fact.said.message)
        return not said or said[-1].stands == fact.said.version

    def _comes_late(self, fact: Fact) -> bool:
        return self._last is not None and fact.said.at < self._last


def _up_to_each_publishing(facts: Sequence[Fact]) -> Iterator[Sequence[Fact]]:
    begin = 0
    for end, fact in enumerate(facts, 1):
        if isinstance(fact, Published) or end == len(facts):
            yield facts[begin:end]
            begin = end


def _first(fact: Fact) -> bool:
    return isinstance(fact, GroupFounded)


def _order(fact: Fact, sequence: int) -> tuple[bool, datetime, int]:
    """Order by the writing, then by arrival; the founding always comes first."""
    return (not _first(fact), fact.said.at, sequence)
