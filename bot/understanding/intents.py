"""What a message was taken for, in the words of the intent sets: from the facts, the replies and the readings of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from bot.understanding.from_facts import Intent, Naming, intents_of_fact
from bot.understanding.situation import Played
from handlers.agenda.meant import bare
from handlers.agenda.moving import MoveItem
from handlers.agenda.postponing import PostponeItem
from handlers.agenda.removing import RemoveItem
from handlers.attendance.reading import ReportAttendance
from handlers.attendance.told import Kind, Told
from handlers.calendar.changes import Moved
from handlers.calendar.meant import CancelMeeting
from handlers.command import Reading
from handlers.conclusions.approvals import Approve
from handlers.meeting.afterwards import TellHours
from handlers.minutes.corrections import Correct
from handlers.minutes.minutes import Publish
from handlers.minutes.published_corrections import CorrectWords
from handlers.minutes.search import FindMinutes, Search
from handlers.reading.off_record import Pause, Remark
from handlers.tasks.followed import ChangeAction
from handlers.tasks.shown import ShowActions
from meetings.errors import DoubtfulDate, MeetingError, NotUnderstood, UnknownItem, UnknownThing
from meetings.facts import About, Asked, Blocked, Fact, ItemChanged, ItemMoved, ItemProposed, ItemTaken

_ASKS_WHAT_IS_MEANT = frozenset({About.WHO, About.WHEN, About.ITEM, About.SPELLING, About.GROUP, About.NEW_TIME})
"""Questions that leave open what was said; the others ask for more, or offer to pass it on."""

_BARE = {
    "start": "start",
    "end": "end",
    "help": "help",
    "undo": "undo",
    "show_agenda": "show_agenda",
}
"""Commands whose name is all there is to say of them."""

_CARRY = frozenset({"decision", "agreement"})
_UNSEEN = frozenset({"introduced", "show_attendance"})


@dataclass(frozen=True)
class _Table:
    """The intents whose words count whatever the record holds: what was told, not whether it could be done."""

    rows: Mapping[type, Callable[[Any, Reading, Naming], Sequence[Intent]]]

    def read(self, reading: Reading, naming: Naming) -> Sequence[Intent] | None:
        row = self.rows.get(type(reading.intent))
        return row(reading.intent, reading, naming) if row is not None else None


def intents_of(played: Played) -> list[dict[str, Any]]:
    """Give what a message was taken for; nothing when it was none of the bot's business."""
    outcome = played.turn.outcome
    if any(isinstance(fact, Blocked) for fact in outcome.facts):
        return [_written(Intent("block_personal_data"))]
    naming = Naming(played)
    found: list[Intent] = []
    told: list[Fact] = []
    whole = _completed(outcome.facts)
    for reading in outcome.readings:
        kept = tuple(whole[fact.id] for fact in reading.facts if fact.id in whole)
        if kept or not reading.facts:
            found += _of_reading(replace(reading, facts=kept), naming)
        told += reading.facts
    beside = [whole[fact.id] for fact in outcome.facts if fact not in told and fact.id in whole]
    said = [intent for fact in beside for intent in intents_of_fact(fact, naming)]
    if found or any(not isinstance(fact, ItemTaken) for fact in beside if intents_of_fact(fact, naming)):
        # An item named before what is said under it is where that stands, and no step of its own.
        steps = [intent for fact in beside if isinstance(fact, ItemTaken) for intent in intents_of_fact(fact, naming)]
        said = [intent for intent in said if intent not in steps]
    found += said
    asked = [fact for fact in outcome.facts if isinstance(fact, Asked) and fact.about in _ASKS_WHAT_IS_MEANT]
    if asked and not any(intent.name != "note" for intent in found):
        found.append(Intent("ask"))
    return [_written(intent) for intent in _gathered(found)]


def _completed(facts: Sequence[Fact]) -> dict[str, Fact]:
    """Give the facts by id, an item with all that the same message tells of it: its length, its place."""
    whole: dict[str, Fact] = {}
    proposed: dict[str, str] = {}
    for fact in facts:
        first = whole.get(proposed.get(getattr(fact, "item", None) or "", ""))
        if isinstance(fact, ItemChanged | ItemMoved) and isinstance(first, ItemProposed):
            told = {key: getattr(fact, key, None) for key in ("title", "minutes", "owner", "after", "before")}
            told = {key: value for key, value in told.items() if value is not None}
            whole[first.id] = first.model_copy(update=told)
            continue
        if isinstance(fact, ItemProposed):
            proposed[fact.item] = fact.id
        whole[fact.id] = fact
    return whole


def _of_reading(reading: Reading, naming: Naming) -> Sequence[Intent]:
    if reading.command in _BARE:
        return (Intent(_BARE[reading.command]),)
    if isinstance(reading.refused, DoubtfulDate | NotUnderstood):
        return (Intent("ask"),)
    known = _TABLE.read(reading, naming)
    if known is not None:
        return known
    found = [intent for fact in reading.facts for intent in intents_of_fact(fact, naming)]
    if any(intent.name in _CARRY for intent in found):
        # The tasks in the words of what was decided or agreed are part of it.
        found = [intent for intent in found if intent.name in _CARRY]
    if not found and isinstance(reading.refused, MeetingError) and reading.command not in _UNSEEN:
        return _refused(reading, naming)
    return found


def _refused(reading: Reading, naming: Naming) -> Sequence[Intent]:
    """Give what was understood and cannot be done: not in this phase, or not by this person."""
    name = _BY_COMMAND.get(reading.command)
    if name is None or isinstance(reading.refused, UnknownItem | UnknownThing):
        return (Intent("ask"),)
    text = getattr(reading.intent, "text", None) or " ".join(getattr(reading.intent, "clauses", ()))
    return (Intent(name, {"text": text} if text else {}),)


_BY_COMMAND = {
    "decide": "decision",
    "agree": "agreement",
    "raise_question": "open_question",
    "note": "note",
    "take_item": "next_item",
    "move_meeting": "move_meeting",
    "plan_meeting": "plan_meeting",
}


# ------------------------------------------------------------------------------------ words of the readings


def _moved_item(intent: MoveItem, reading: Reading, naming: Naming) -> Sequence[Intent]:
    if _asks(reading):
        return (Intent("ask"),)
    where: dict[str, str] = {"to": intent.side}
    if intent.other is not None:
        where = {intent.side: naming.item(bare(intent.other))}
    return (Intent("move_item", {"item": naming.item(bare(intent.words)), **where}),)


def _removed_item(intent: RemoveItem, reading: Reading, naming: Naming) -> Sequence[Intent]:
    words = naming.item(bare(intent.words))
    return (Intent("ask"),) if _asks(reading) or not words else (Intent("remove_item", {"item": words}),)


def _postponed(intent: PostponeItem, reading: Reading, naming: Naming) -> Sequence[Intent]:
    found = [one for fact in reading.facts for one in intents_of_fact(fact, naming)]
    if found or intent.words is None:
        return found
    if _asks(reading):
        return (Intent("ask"),)
    return (Intent("move_item", {"item": naming.item(bare(intent.words)), "to": "next_meeting"}),)


def _attendance(intent: ReportAttendance, reading: Reading, naming: Naming) -> Sequence[Intent]:
    kinds = {naming.who(who): one.told for one in intent.reports for who in one.told.who}
    found = [_as_told(one, kinds) for fact in reading.facts for one in intents_of_fact(fact, naming)]
    minutes = [
        one.told.minutes_late or one.told.minutes_from_now
        for one in intent.reports
        if one.told.kind is Kind.LATE and (one.told.minutes_late or one.told.minutes_from_now)
    ]
    if len(minutes) == 1:
        found = [Intent(one.name, {**one.slots, "minutes": minutes[0]}) if one.name == "late" else one for one in found]
    if found or reading.refused is None:
        return found
    return naming.told(intent)


def _as_told(intent: Intent, kinds: Mapping[str, Told]) -> Intent:
    """Call it what was said: who comes late or leaves at no hour that was told, and who is there as from now."""
    told = kinds.get(next(iter(intent.slots.get("who") or ()), ""))
    if told is None:
        return intent
    if intent.name == "present" and told.kind in (Kind.LATE, Kind.LEAVES):
        return Intent("late" if told.kind is Kind.LATE else "leaves_early", intent.slots)
    if intent.name == "late" and told.kind is Kind.PRESENT and told.since is None and told.minutes_from_now is None:
        return Intent("present", {key: value for key, value in intent.slots.items() if key != "at"})
    return intent


def _approved(intent: Approve, reading: Reading, naming: Naming) -> Sequence[Intent]:
    """Tell a paper of the matter, which is decided, from what every meeting approves."""
    return tuple(
        Intent("decision", {"text": f"godkänna {thing.words}"})
        if thing.paper
        else Intent("approve", {"what": thing.words})
        for thing in intent.things
    )


def _corrected(intent: Correct, reading: Reading, naming: Naming) -> Sequence[Intent]:
    return (Intent("correct", {"old": intent.old, "new": intent.new}),)


def _corrected_words(intent: CorrectWords, reading: Reading, naming: Naming) -> Sequence[Intent]:
    return (Intent("correct", {"new": intent.what}),)


def _published(intent: Publish, reading: Reading, naming: Naming) -> Sequence[Intent]:
    return (Intent("approve", {"what": "utkastet"}) if intent.approved_only else Intent("publish"),)


def _told_hours(intent: TellHours, reading: Reading, naming: Naming) -> Sequence[Intent]:
    hours = intent.hours
    if not intent.corrects:
        return (Intent("end" if hours.closed is not None else "start"),)
    began = f"började {hours.opened:%H.%M}" if hours.opened is not None else ""
    ended = f"slutade {hours.closed:%H.%M}" if hours.closed is not None else ""
    return (Intent("correct", {"new": f"mötet {began} {ended}"}),)


def _searched(intent: Search, reading: Reading, naming: Naming) -> Sequence[Intent]:
    return (Intent("search", {"query": intent.words}),)


def _found_minutes(intent: FindMinutes, reading: Reading, naming: Naming) -> Sequence[Intent]:
    return (Intent("search", {"query": f"anteckningarna {intent.words}"}),)


def _shown_actions(intent: ShowActions, reading: Reading, naming: Naming) -> Sequence[Intent]:
    owners = intent.who.owners if intent.who is not None else ()
    who = ["@me"] if intent.own else [owner.name for owner in owners if owner.name]
    return (Intent("show_actions", {"who": who} if who else {}),)


def _off_record(intent: Remark | Pause, reading: Reading, naming: Naming) -> Sequence[Intent]:
    return (Intent("off_record"),)


def _changed_action(intent: ChangeAction, reading: Reading, naming: Naming) -> Sequence[Intent]:
    if intent.change == "done":
        return (Intent("action_done", {"task": intent.words, "who": naming.named(intent.by or intent.words)}),)
    return (Intent("ask"),)


def _cancelled(intent: CancelMeeting, reading: Reading, naming: Naming) -> Sequence[Intent]:
    if _asks(reading):
        return (Intent("ask"),)
    day = naming.day_of(intent.target)
    return (Intent("cancel_meeting", {"date": day} if day else {}),)


def _moved_meeting(intent: Moved, reading: Reading, naming: Naming) -> Sequence[Intent]:
    if _asks(reading):
        return (Intent("ask"),)
    return (Intent("move_meeting", naming.changed(intent.change)),)


def _asks(reading: Reading) -> bool:
    return any(isinstance(fact, Asked) and fact.about in _ASKS_WHAT_IS_MEANT for fact in reading.facts)


_TABLE = _Table(
    {
        MoveItem: _moved_item,
        RemoveItem: _removed_item,
        PostponeItem: _postponed,
        ReportAttendance: _attendance,
        Approve: _approved,
        Correct: _corrected,
        CorrectWords: _corrected_words,
        Publish: _published,
        TellHours: _told_hours,
        Search: _searched,
        FindMinutes: _found_minutes,
        ShowActions: _shown_actions,
        Remark: _off_record,
        Pause: _off_record,
        ChangeAction: _changed_action,
        CancelMeeting: _cancelled,
        Moved: _moved_meeting,
    }
)


# --------------------------------------------------------------------------------------------- the answer


def _gathered(found: Sequence[Intent]) -> list[Intent]:
    """Put those of whom the same is told in one place, and leave out the note that a task was read in."""
    richer = {"action", "open_question", "plan_meeting", "move_meeting", "cancel_meeting", "ask"}
    if any(intent.name in richer for intent in found):
        found = [intent for intent in found if intent.name != "note"]
    if any(intent.name != "ask" for intent in found):
        found = [intent for intent in found if intent.name != "ask"]
    gathered: list[Intent] = []
    for intent in found:
        same = next((one for one in gathered if _joins(one, intent)), None)
        if same is not None:
            gathered[gathered.index(same)] = Intent(
                same.name, {**same.slots, "who": [*same.slots["who"], *intent.slots["who"]]}
            )
        elif intent not in gathered:
            gathered.append(intent)
    return gathered


def _joins(one: Intent, other: Intent) -> bool:
    """Tell whether two intents say the same of different people."""
    if one.name != other.name or "who" not in one.slots or "who" not in other.slots or one.slots == other.slots:
        return False
    return {k: v for k, v in one.slots.items() if k != "who"} == {k: v for k, v in other.slots.items() if k != "who"}


def _written(intent: Intent) -> dict[str, Any]:
    return {
        "intent": intent.name,
        "slots": {key: value for key, value in intent.slots.items() if value not in ("", None, [])},
    }
