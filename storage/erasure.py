"""A person is erased from a group: in its facts, in what waits to be said, and for whoever has the group in memory."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from uuid import uuid4

from sqlalchemy import update
from sqlmodel import Session, col, select

from meetings.erasure import Erasure
from meetings.facts import PersonErased, Said, Source
from meetings.language import Language, texts_for
from meetings.people.forgetting import Forgetting
from meetings.words import fold
from storage.attachments import count_of_messages, remove_of_messages
from storage.database import Database
from storage.errors import Ambiguous
from storage.guards import maintenance
from storage.ledger import advance, keep_facts, require
from storage.outgoing import Verb
from storage.tables import FactRow, GroupRow, OutboxRow, RevisionRow, TextRow


@dataclass(frozen=True)
class Naming:
    """A published revision that names her; it is for people to correct."""

    meeting: str
    revision: int
    published_at: datetime


@dataclass(frozen=True)
class Erased:
    """What erasing somebody from a group comes to. Nothing has been done yet unless `done`.

    `words` is how many facts lose their words, `named` in how many her name is replaced, `perhaps` in how many a part
    of it stands that may be somebody else's. `responsible` tells whether she leads the group. `files` is how many that
    she shared are removed, `files_published` how many stand because published minutes name them.
    """

    group: str
    name: str
    person: str | None
    called: str
    words: int
    named: int
    perhaps: int
    responsible: bool
    revisions: tuple[Naming, ...]
    forgetting: Forgetting
    accounts: tuple[str, ...]
    done: bool = False
    files: int = 0
    files_published: int = 0


@dataclass(frozen=True)
class _Fact:
    sequence: int
    id: str
    payload: dict[str, Any]
    words: dict[str, Any] | None


class Eraser:
    """Finds a person in every group and erases her. Every method may raise StorageError."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def look(self, name: str, group: str | None = None, person: str | None = None) -> tuple[Erased, ...]:
        """Tell what erasing somebody of this name, or with this account, comes to in each group she is named in.

        Raises Ambiguous when several in a group are called so, and `person` does not tell which.
        """

        def work(session: Session) -> tuple[Erased, ...]:
            groups = select(GroupRow.id).order_by(col(GroupRow.id))
            wanted = session.exec(groups.where(GroupRow.id == group) if group else groups).all()
            plans = (_Plan.make(session, one, name, person) for one in wanted)
            return tuple(plan.told() for plan in plans if plan is not None)

        return await self._database.read(work)

    async def erase(self, name: str, group: str, person: str | None, at: datetime) -> Erased | None:
        """Erase somebody from a group, all of it or nothing; None when she is not named there. Raises Ambiguous."""

        def work(session: Session) -> Erased:
            # Held and moved on before anything is read, so that nothing can come between.
            session.exec(select(GroupRow.id).where(GroupRow.id == group).with_for_update()).all()
            version = advance(session, group, require(session, group), 1)
            plan = _Plan.make(session, group, name, person)
            if plan is None:
                raise _NotNamed
            with maintenance(session):
                plan.carry_out(session)
            said = Said(source=Source.INTERACTION, at=at.astimezone(UTC))
            fact = PersonErased(id=f"erased:{uuid4().hex}", said=said, person=plan.person or "", called=plan.called)
            keep_facts(session, group, version - 1, [fact])
            return plan.told(done=True)

        try:
            erased = await self._database.write(work)
        except _NotNamed:
            return None
        await self._database.scrub()
        return erased


class _NotNamed(Exception):
    """There is nothing to erase, so nothing is written."""


class _Plan:
    """What becomes of every row of a group."""

    def __init__(self, session: Session, group: str, person: str | None, forgetting: Forgetting, called: str) -> None:
        self._session = session
        self._group = group
        self.person = person
        self.called = called
        self.forgetting = forgetting
        self.accounts: tuple[str, ...] = ()
        self.name = ""
        self.facts: Sequence[_Fact] = ()
        self.erasure = Erasure(person, forgetting, ())
        self.revisions: tuple[Naming, ...] = ()
        self.files = (0, 0)

    @classmethod
    def make(cls, session: Session, group: str, name: str, person: str | None) -> _Plan | None:
        """Make the plan; None when the group has nothing about her. Raises Ambiguous."""
        facts = _facts(session, group)
        registered = [fact.payload["person"] for fact in facts if fact.payload["kind"] == "person_registered"]
        ids = {one["id"] for one in registered if _is_called(one, name)}
        if person is not None:
            ids &= {person}
        if len(ids) > 1:
            raise Ambiguous(group, tuple(sorted(ids)))
        id = next(iter(ids), None)
        hers = [one for one in registered if one["id"] == id]
        others = [one["name"] for one in registered if one["id"] != id]
        accounts = tuple(dict.fromkeys(one["account"] for one in hers if one.get("account")))
        names = [one["name"] for one in hers] + [alias for one in hers for alias in one.get("aliases", ())]
        # Somebody else of the very same name keeps it.
        namesakes = {fold(other) for other in others}
        names = [one for one in dict.fromkeys(names or [name]) if fold(one) not in namesakes]
        number = 1 + sum(fact.payload["kind"] == "person_erased" for fact in facts)
        called = texts_for(_language(facts)).t("erasure.called", number=number)
        forgetting = Forgetting(names, called, accounts=accounts, others=others)
        plan = cls(session, group, id, forgetting, called)
        plan.accounts, plan.facts = accounts, facts
        plan.name = hers[-1]["name"] if hers else name
        plan.erasure = Erasure(id, forgetting, [(fact.payload, fact.words or {}) for fact in facts])
        plan.revisions = tuple(_naming(session, group, forgetting))
        plan.files = count_of_messages(session, group, plan._messages())
        touched = any(True for _ in plan._changed())
        return plan if touched or plan.revisions else None

    def carry_out(self, session: Session) -> None:
        """Change the rows."""
        for fact, payload, words in self._changed():
            if payload != fact.payload:
                session.execute(
                    update(FactRow)
                    .where(col(FactRow.group_id) == self._group, col(FactRow.sequence) == fact.sequence)
                    .values(payload=payload)
                )
            if words != fact.words:
                session.execute(
                    update(TextRow)
                    .where(col(TextRow.group_id) == self._group, col(TextRow.fact_id) == fact.id)
                    .values(texts=words)
                )
        remove_of_messages(session, self._group, self._messages())
        for row in session.exec(select(OutboxRow).where(OutboxRow.group_id == self._group)):
            if row.recipient in self.accounts or row.verb == Verb.FETCH and row.payload.get("account") in self.accounts:
                row.payload = {}
                if row.run_at is not None or row.state == "unknown":
                    row.state, row.run_at, row.claim = "cancelled", None, None
            else:
                row.payload = self.forgetting.value(row.payload)
            row.recipient = self.forgetting.text(row.recipient)
            session.add(row)

    def _messages(self) -> list[str]:
        """Give the messages in which she shared files."""
        hers = (f.payload for f in self.facts if f.payload["kind"] == "attachment_kept")
        return sorted({payload["of"] for payload in hers if self.person and payload["said"]["by"] == self.person})

    def told(self, *, done: bool = False) -> Erased:
        """Tell what it comes to."""
        hers = [fact for fact in self.facts if fact.words and self.erasure.is_hers(fact.payload)]
        left = [self.erasure.words(fact.payload, fact.words) for fact in self.facts if fact.words]
        payloads = [fact.payload for fact in self.facts]
        removable, published = self.files
        return Erased(
            group=self._group,
            name=self.name,
            person=self.person,
            called=self.called,
            words=len(hers),
            named=sum(1 for _ in self._changed()) - len(hers),
            perhaps=sum(any(self.forgetting.may_name(text) for text in _strings(words)) for words in left),
            responsible=any(_leads(payload, self.person, self.forgetting) for payload in payloads),
            revisions=self.revisions,
            forgetting=self.forgetting,
            accounts=self.accounts,
            done=done,
            files=removable,
            files_published=published,
        )

    def _changed(self) -> Iterator[tuple[_Fact, dict[str, Any], dict[str, Any] | None]]:
        for fact in self.facts:
            payload = self.erasure.payload(fact.payload)
            words = self.erasure.words(fact.payload, fact.words) if fact.words else fact.words
            if payload != fact.payload or words != fact.words:
                yield fact, payload, words


def _facts(session: Session, group: str) -> list[_Fact]:
    query = (
        select(FactRow.sequence, FactRow.fact_id, FactRow.payload, TextRow.texts)
        .join(
            TextRow,
            (col(TextRow.group_id) == col(FactRow.group_id)) & (col(TextRow.fact_id) == col(FactRow.fact_id)),
            isouter=True,
        )
        .where(FactRow.group_id == group)
        .order_by(col(FactRow.sequence))
    )
    return [
        # The outer join gives None where no words are kept.
        _Fact(sequence, id, dict(payload), dict(words) if words else words)  # type: ignore[arg-type]
        for sequence, id, payload, words in session.exec(query)
    ]


def _is_called(person: dict[str, Any], name: str) -> bool:
    return person.get("account") == name or fold(name) in map(fold, (person["name"], *person.get("aliases", ())))


def _language(facts: Sequence[_Fact]) -> Language:
    return next((f.payload["settings"]["language"] for f in reversed(facts) if "settings" in f.payload), "sv")


def _leads(payload: dict[str, Any], person: str | None, forgetting: Forgetting) -> bool:
    if payload["kind"] == "person_registered":
        return bool(payload["person"]["id"] == person and payload["person"].get("coordinator"))
    return forgetting.names(payload.get("settings", {}).get("convener", {}).get("name") or "")


def _naming(session: Session, group: str, forgetting: Forgetting) -> Iterator[Naming]:
    query = select(RevisionRow).where(RevisionRow.group_id == group).order_by(col(RevisionRow.published_at))
    for row in session.exec(query):
        if forgetting.names(row.minutes):
            yield Naming(row.meeting_id, row.revision, row.published_at)


def _strings(value: Any) -> Iterator[str]:
    match value:
        case str():
            yield value
        case list():
            for one in value:
                yield from _strings(one)
        case dict():
            for one in value.values():
                yield from _strings(one)
