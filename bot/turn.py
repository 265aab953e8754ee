"""One event in one group, from its words to facts and replies. Waits for nothing: the desk does."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from bot.platform import Deleted, Edited, Event, Reacted, Written
from handlers.board.adjusters import choose_by_reaction
from handlers.catalogue import COMMANDS
from handlers.command import Call, Ids, Outcome, Post, Reply, Tell, When
from handlers.conclusions.agreements import support
from handlers.reading import edits
from handlers.reading.answers import is_choice
from handlers.reading.asking import ask
from handlers.reading.understand import understand
from handlers.reminders.corrections import corrections
from meetings.document import Document, doc
from meetings.facts import (
    About,
    Blocked,
    Fact,
    Introduced,
    MeetingCancelled,
    MeetingMoved,
    MeetingPlanned,
    MeetingRenamed,
    Option,
    PersonRegistered,
    Said,
    Source,
    Supported,
    VersionStands,
    Withdrawn,
    WroteInMeeting,
)
from meetings.files import let_go
from meetings.group import Person
from meetings.history import NO_HISTORY, History, OfMessage
from meetings.language import texts_for
from meetings.ledger import Ledger
from meetings.people import resolve
from meetings.personal import Verdict, guard
from meetings.record import Meeting, Pending, Record

SUPPORTING = frozenset(
    "👍 👍🏻 👍🏼 👍🏽 👍🏾 👍🏿 ✅ ☑️ ✔️ 👌 💯 ➕ 🙌 ❤️ 👏 +1 thumbsup white_check_mark ok_hand".split()
)
"""Reactions that support what a message proposes, as Unicode or by name."""


_CHANGES_CALENDAR = (MeetingPlanned, MeetingMoved, MeetingRenamed, MeetingCancelled, VersionStands, Withdrawn)


@dataclass(frozen=True)
class Turn:
    """What one event brings about. `blank` names facts whose words are to be forgotten.

    `ledger` is the one it was judged in when that is not the working copy: with history that it needed beside.
    """

    outcome: Outcome = Outcome()
    blank: tuple[str, ...] = ()
    ledger: Ledger | None = None

    @property
    def empty(self) -> bool:
        """Tell whether the event was not for the bot: nothing to keep and nothing to say."""
        return not self.outcome.facts and not self.outcome.replies


def take(event: Event, ledger: Ledger, history: History = NO_HISTORY) -> Turn:
    """Give what an event in a group brings about, judged in the record as it stood when it was written.

    When that changes a meeting of which people have been reminded, they are told. Raises Wanted when it takes more of
    the group's history than is known yet.
    """
    turn = _taken(event, ledger, history)
    facts = turn.outcome.facts
    gone = let_go((turn.ledger or ledger).record, facts)
    if gone:
        facts = (*facts, *gone)
        turn = replace(turn, outcome=replace(turn.outcome, facts=facts))
    if not ledger.record.reminded or not any(isinstance(fact, _CHANGES_CALENDAR) for fact in facts):
        return turn
    after = (turn.ledger or ledger).after(facts).record
    put_right = corrections(ledger.record, after, _call_afterwards(event, ledger))
    replies = (*turn.outcome.replies, *put_right.replies)
    return replace(turn, outcome=replace(turn.outcome, facts=(*facts, *put_right.facts), replies=replies))


def _taken(event: Event, ledger: Ledger, history: History) -> Turn:
    match event:
        case Written():
            past = ledger.with_history(history.recalled) if history.recalled else None
            return replace(_written(event, ledger, history), ledger=past)
        case Edited():
            past = _recalled(ledger, history, event.id, event.at)
            return replace(_edited(event, past), ledger=past)
        case Deleted():
            past = _recalled(ledger, history, event.id)
            call = _call(event, past, event.deleted_at, event.event, _next_version(past, event.id))
            own = replace(call, said=call.said.model_copy(update={"message": event.id}))
            return Turn(edits.delete(own, call.said), ledger=past)
        case Reacted():
            return _reacted(event, ledger)


def _recalled(ledger: Ledger, history: History, message: str, at: datetime | None = None) -> Ledger:
    """Give the ledger with all that a message brought, also when it was let go of since."""
    if not ledger.may_lack(message, at):
        return ledger
    recalled = history.ask(OfMessage(message))
    return ledger.with_history(recalled)


def _written(event: Written, ledger: Ledger, history: History) -> Turn:
    if ledger.versions(event.id):
        # Its edit or deletion came first: that one counts.
        return Turn()
    call = _call(event, ledger, event.at, event.id, 1)
    found = guard(event.text, file_names=event.files, staff=tuple(call.record.people.values()))
    if found.verdict is Verdict.BLOCK:
        return Turn(_stopped(call))
    warned = found.verdict is Verdict.WARN
    call = replace(call, history=history, warned=warned, files=event.files, shared=event.shared, thread=event.thread)
    if event.gesture and call.pending is not None and not is_choice(event.text, call.pending.options):
        # What is pressed or filled in says what it means; it answers nothing that waits for words of one's own.
        call = replace(call, pending=None)
    introduced = _introduced(call, event)
    outcome = edits.hold_back(call, understand(event.text, call, COMMANDS))
    facts = (*introduced.facts, *_joined(call, event), *_wrote(call, outcome.facts), *outcome.facts)
    replies = (*introduced.replies, *outcome.replies, *_warnings(call, outcome.facts))
    return Turn(Outcome(facts, replies, outcome.readings))


def _edited(event: Edited, ledger: Ledger) -> Turn:
    if any(fact.said.at > event.edited_at for fact in ledger.versions(event.id)):
        # A later change came first.
        return Turn()
    version = _next_version(ledger, event.id)
    call = _call(event, ledger, event.at, event.id, version)
    changed = _said(event.event, event.edited_at, call.speaker, version)
    found = guard(event.text, file_names=event.files, staff=tuple(call.record.people.values()))
    if found.verdict is Verdict.BLOCK:
        return _stopped_edit(call, changed)
    warned = found.verdict is Verdict.WARN
    call = replace(call, warned=warned, files=event.files, shared=event.shared, thread=event.thread)
    outcome = edits.edit(event.text, call, changed, COMMANDS, understand)
    facts = (*_wrote(call, outcome.facts), *outcome.facts)
    if not facts and not outcome.replies:
        return Turn()
    return Turn(Outcome(facts, (*outcome.replies, *_warnings(call, outcome.facts))))


def _stopped_edit(call: Call, changed: Said) -> Turn:
    """Withdraw a message that was edited into something personal, and forget its words too (hard case 12)."""
    message = call.said.message
    assert message is not None
    own = [fact for fact in call.ledger.of_message(message) if edits.is_content(fact)]
    stopped = _stopped(call)
    if not own:
        return Turn(stopped)
    stands = VersionStands(**{**call.base, "said": changed}, of=message, stands=0, why="edited")
    return Turn(Outcome((*stopped.facts, stands), stopped.replies), tuple(fact.id for fact in own if fact.texts))


def _reacted(event: Reacted, ledger: Ledger) -> Turn:
    if event.emoji.strip(":") not in SUPPORTING or not ledger.of_message(event.on):
        return Turn()
    call = _call(event, ledger, event.at, event.event, 1)
    fact = Supported(**call.base, target_message=event.on, withdrawn=event.removed)
    after = ledger.after((fact,)).record.supporters.get(event.on, set())
    if event.removed:
        return Turn(Outcome((fact,)))
    chosen = choose_by_reaction(call, event.on)
    asked = support(call, event.on, frozenset(after))
    return Turn(Outcome((fact, *chosen.facts, *asked.facts), (*chosen.replies, *asked.replies)))


def ask_which_group(event: Event, ledger: Ledger, _: History, *, names: Sequence[str], text: str, must: bool) -> Turn:
    """Ask the writer which of her groups she means; what she wrote is understood in the one she picks.

    `must`: she spoke to the bot, and is told so even when another question waits for her.
    """
    at = event.deleted_at if isinstance(event, Deleted) else event.at
    message = event.id if isinstance(event, Written) else event.event
    call = _call(event, ledger, at, message, 1)
    question = Document.of(call.texts.paragraph("groups.which", groups=call.texts.either(names)))
    options = tuple(Option(label=name, text=f"{name}: {text}") for name in names)
    asked = ask(call, About.GROUP, question, options=options, concerns=message)
    return Turn(asked if asked.replies or not must else Outcome(replies=(Tell(question),)))


# ------------------------------------------------------------------------------- the call of an event


def _call(event: Event, ledger: Ledger, at: datetime, message: str, version: int) -> Call:
    record = ledger.as_of(at, message)
    speaker = speaker_of(record, event.author.account, event.author.name)
    when, meeting = _meeting_meant(record, at, speaker, private=event.private)
    return Call(
        record=record,
        texts=texts_for(record.group.language),
        now=at.astimezone(record.group.zone),
        said=_said(message, at, speaker, version),
        author=event.author.name,
        speaker=speaker,
        ids=Ids(message, version),
        addressed=event.private,
        private=event.private,
        meeting=meeting,
        when=when,
        pending=_pending(record, speaker),
        ledger=ledger,
    )


def _call_afterwards(event: Event, ledger: Ledger) -> Call:
    """Give the call of what an event leads to beside what was said, under ids of its own."""
    match event:
        case Written():
            at, message = event.at, f"{event.id}:after"
        case Edited():
            at, message = event.edited_at, f"{event.event}:after"
        case Deleted():
            at, message = event.deleted_at, f"{event.event}:after"
        case Reacted():
            at, message = event.at, f"{event.event}:after"
    return _call(event, ledger, at, message, 1)


def speaker_of(record: Record, account: str, name: str) -> Person | None:
    """Find who writes: by account, else one without an account whose whole name is the one shown."""
    known = record.person_of_account(account)
    if known is not None:
        return known
    without = tuple(person for person in record.people.values() if person.account is None)
    return resolve(name, without).person if " " in name.strip() else None


def _said(message: str, at: datetime, speaker: Person | None, version: int = 1) -> Said:
    return Said(source=Source.MESSAGE, message=message, at=at, by=speaker.id if speaker else None, version=version)


def _meeting_meant(
    record: Record, at: datetime, speaker: Person | None, *, private: bool
) -> tuple[When, Meeting | None]:
    """Give the meeting that talk at this time is about, and where in its life the talk falls.

    After a meeting its draft is the coordinator's and is talked of privately; the channel looks ahead to the next one.
    """
    if record.listening is not None:
        return When.DURING, record.listening
    coming = record.coming(at.astimezone(record.group.zone).date())
    draft = record.draft
    if draft is not None and (not coming or private and record.leads(speaker)):
        return When.AFTER, draft
    if coming:
        return When.BEFORE, coming[0]
    return When.AFTER if record.held() else When.BEFORE, record.latest_held()


def _pending(record: Record, speaker: Person | None) -> Pending | None:
    asked = [pending for pending in record.pending.values() if speaker is not None and pending.to == speaker.id]
    return asked[-1] if asked else None


def _next_version(ledger: Ledger, message: str) -> int:
    """Give a version that no fact of the message is of yet, also when an edit brought nothing to keep."""
    versions = [fact.said.version for fact in (*ledger.of_message(message), *ledger.versions(message))]
    return max([1, *versions]) + 1


# ------------------------------------------------------------------------------ what every message brings


def _wrote(call: Call, facts: Sequence[Fact]) -> tuple[Fact, ...]:
    """Note once that a member wrote in the channel while the meeting was open: she was there."""
    meeting, speaker = call.meeting, call.speaker
    if meeting is None or not meeting.is_open or call.private or speaker is None or speaker.id in meeting.wrote:
        return ()
    if meeting.id in call.ledger.record.meetings and speaker.id in call.ledger.record.meetings[meeting.id].wrote:
        return ()
    return (WroteInMeeting(**call.base, person=speaker.id),)


def _joined(call: Call, event: Written) -> tuple[Fact, ...]:
    """Note once with which account somebody writes who was in the register without one."""
    speaker = call.speaker
    if speaker is None or speaker.account is not None:
        return ()
    return (
        PersonRegistered(
            **{**call.base, "meeting": None, "said": Said(source=Source.CLOCK, at=call.said.at)},
            person=speaker.model_copy(update={"account": event.author.account}),
        ),
    )


def _introduced(call: Call, event: Written) -> Outcome:
    """Say once, in the channel, what is recorded and how to stay off it."""
    if call.ledger.record.introduced or event.private:
        return Outcome()
    fact = Introduced(**{**call.base, "said": Said(source=Source.CLOCK, at=call.said.at)})
    group = call.record.group
    key = "guard.introduction_addressed" if group.only_when_addressed else "guard.introduction"
    return Outcome((fact,), (Post(doc(call.texts.t(key, group=group.name))),))


def _stopped(call: Call) -> Outcome:
    """Tell the writer what happened and the coordinator that something did; nothing of the message is kept."""
    texts = call.texts
    others = [person for person in call.record.coordinators if person != call.speaker]
    replies: list[Reply] = [Tell(Document.of(texts.paragraph("guard.stopped")))]
    name = call.speaker.name if call.speaker else call.author
    replies += [Tell(Document.of(texts.paragraph("guard.something_stopped", name=name)), to=p.id) for p in others]
    return Outcome((Blocked(**call.base),), tuple(replies))


def _warnings(call: Call, facts: Sequence[Fact]) -> tuple[Reply, ...]:
    """Warn the writer and the coordinator of words about one person; what was kept of them is held back."""
    if not call.warned or not facts and call.when is not When.DURING:
        return ()
    texts = call.texts
    others = [person for person in call.record.coordinators if person != call.speaker]
    name = call.speaker.name if call.speaker else call.author
    return (
        Tell(Document.of(texts.paragraph("guard.warning"))),
        *(Tell(Document.of(texts.paragraph("guard.warning_to_lead", name=name)), to=p.id) for p in others),
    )
