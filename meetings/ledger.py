"""The ledger: a group's facts in the order they came, and the record folded from those that count."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime

from meetings.evolve import evolve
from meetings.facts import (
    Blocked,
    Fact,
    GroupFounded,
    ItemProposed,
    VersionStands,
    Withdrawn,
    WroteInMeeting,
    dump,
    load,
)
from meetings.record import Record

_ALWAYS_COUNT = (Blocked, VersionStands, Withdrawn, WroteInMeeting)
"""What happened, whatever becomes of the message: that somebody wrote, that something was stopped, undone, changed."""


class Ledger:
    """Own a group's facts and its record.

    The ledger is in order of arrival (a fact's number is its sequence) and only ever grows. The record folds the facts
    that count by written-at, then sequence (hard case 1): of an edited message the version that stands, of a deleted
    one nothing, of what was undone nothing.
    """

    def __init__(self, facts: Iterable[Fact] = ()) -> None:
        self._facts: list[Fact] = []
        self._stands: dict[str, int] = {}
        self._withdrawn: dict[str, Withdrawn] = {}
        self._proposals: dict[str, ItemProposed] = {}
        self._last: datetime | None = None
        self.record = Record()
        self.append(tuple(facts))

    @property
    def version(self) -> int:
        """Give the number of facts: the sequence of the last one."""
        return len(self._facts)

    @property
    def facts(self) -> Sequence[Fact]:
        """Give all facts in order of arrival."""
        return self._facts

    def append(self, facts: Sequence[Fact]) -> None:
        """Add facts, and bring the record up to them."""
        refold = False
        for fact in facts:
            self._facts.append(fact)
            if isinstance(fact, VersionStands):
                self._stands[fact.of] = fact.stands
            elif isinstance(fact, Withdrawn):
                self._withdrawn.update((target, fact) for target in fact.targets if target not in self._withdrawn)
            elif isinstance(fact, ItemProposed):
                self._proposals[fact.item] = fact
            refold = refold or isinstance(fact, VersionStands | Withdrawn) or self._comes_late(fact)
            self._last = max(self._last, fact.said.at) if self._last else fact.said.at
        if refold:
            self.record = self._fold(self.counting())
        else:
            for fact in facts:
                if self.counts(fact):
                    evolve(self.record, fact, self._proposals)

    def blank(self, ids: Sequence[str]) -> None:
        """Forget the words of these facts while the facts stand (hard case 12)."""
        if not ids:
            return
        self._facts = [load(dump(fact)[0], {}) if fact.id in ids else fact for fact in self._facts]
        self._proposals.update((fact.item, fact) for fact in self._facts if isinstance(fact, ItemProposed))
        self.record = self._fold(self.counting())

    def counts(self, fact: Fact) -> bool:
        """Tell whether a fact counts: not undone, and of the version of its message that stands."""
        return fact.id not in self._withdrawn and self._of_version_that_stands(fact)

    def counting(self) -> list[Fact]:
        """Give the facts that count, in the order of the writing."""
        return _by_writing(self._facts, self.counts)

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

        return _by_writing(self._facts, counted)

    def of_message(self, message: str, version: int | None = None) -> tuple[Fact, ...]:
        """Give the facts a message brought, of one version or of all, whether they count or not."""
        return tuple(
            fact
            for fact in self._facts
            if fact.said.message == message
            and not isinstance(fact, VersionStands | Withdrawn)
            and version in (None, fact.said.version)
        )

    def stands(self, message: str) -> int:
        """Give the version of a message that counts; 0 when it is deleted, 1 when it was never changed."""
        return self._stands.get(message, 1)

    def versions(self, message: str) -> tuple[VersionStands, ...]:
        """Give what has been said of a message's versions, oldest first."""
        return tuple(fact for fact in self._facts if isinstance(fact, VersionStands) and fact.of == message)

    def as_of(self, at: datetime, message: str) -> Record:
        """Give the record as it stood when `message` was written at `at` (hard case 2).

        Read-only: for a message that comes in order it is the record itself. Nothing of the message's own is in it.
        """
        own = any(fact.said.message == message for fact in self._facts)
        if not own and (self._last is None or at >= self._last):
            return self.record
        return self._fold(self.counting_as_of(at, message))

    def after(self, facts: Sequence[Fact]) -> Ledger:
        """Give the ledger as it would be with these facts added; this one stays as it is."""
        return Ledger((*self._facts, *facts))

    def _fold(self, facts: Iterable[Fact]) -> Record:
        record = Record()
        for fact in facts:
            evolve(record, fact, self._proposals)
        return record

    def _of_version_that_stands(self, fact: Fact) -> bool:
        if isinstance(fact, _ALWAYS_COUNT) or fact.said.message is None:
            return True
        return self._stands.get(fact.said.message, fact.said.version) == fact.said.version

    def _comes_late(self, fact: Fact) -> bool:
        return self._last is not None and fact.said.at < self._last


def _first(fact: Fact) -> bool:
    return isinstance(fact, GroupFounded)


def _by_writing(facts: Sequence[Fact], wanted: Callable[[Fact], bool]) -> list[Fact]:
    numbered = [(_order(fact, number), fact) for number, fact in enumerate(facts) if wanted(fact)]
    return [fact for _, fact in sorted(numbered, key=lambda pair: pair[0])]


def _order(fact: Fact, sequence: int) -> tuple[bool, datetime, int]:
    """Order by the writing, then by arrival; the founding always comes first."""
    return (not _first(fact), fact.said.at, sequence)
