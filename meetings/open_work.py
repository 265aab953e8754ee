"""What a group's open work rests on, and so what the ledger may let go of once minutes are published.

Kept are the group itself, every meeting whose minutes are not out, the latest ones that are (people approve, correct
and edit those), and what is still to be done wherever it was said. What is let go of is history: it is reached by
message, by meeting and by search.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from meetings import facts as f
from meetings.agenda_order import items_of
from meetings.facts import Fact
from meetings.formalities import Formalities
from meetings.record import Action, Item, Meeting, Phase, Record
from meetings.reminders import still_counts

LATEST = 2
"""How many published meetings stay at hand."""
ADJUSTED_WITHIN = 6
"""How many stay at hand while their protokoll is still to be adjusted or its notice to come down."""

_OF_GROUP = (
    f.GroupFounded,
    f.SettingsChanged,
    f.StandingItemAdded,
    f.StandingItemRemoved,
    f.PersonRegistered,
    f.PersonRemoved,
    f.PersonErased,
    f.Introduced,
    f.RemindersMuted,
)
_OF_CALENDAR = (f.MeetingPlanned, f.MeetingMoved, f.MeetingRenamed, f.MeetingCancelled)
_OF_ITEM = (
    f.ItemProposed,
    f.ItemChanged,
    f.ItemMoved,
    f.ItemRemoved,
    f.ItemPostponed,
    f.ItemTaken,
    f.ItemLeft,
    f.DecisionProposed,
)
_OF_ACTION = (f.ActionAgreed, f.ActionChanged)
_OF_QUESTION = (f.QuestionRaised, f.QuestionClosed, f.Asked, f.Answered)
_ABOUT_OTHERS = (f.VersionStands, f.Withdrawn, f.Supported)


def open_work(record: Record, facts: Sequence[Fact]) -> frozenset[str]:
    """Give the ids of the facts that open work rests on; all that counts of it folds the same from these alone."""
    meetings = _meetings(record)
    items = {item.id for item in record.items.values() if item.for_meeting in meetings or _waits(item)}
    items |= {fact.item for fact in facts if isinstance(fact, _OF_ITEM) and fact.item and fact.meeting in meetings}
    actions = {action.id for action in record.actions.values() if _is_of_use(action, meetings)}
    questions = {q.id for q in record.questions.values() if q.open or q.meeting in meetings}
    # An item that came from a meeting which is not at hand cannot be folded without that, and is not needed either.
    strays = {_first(i.id) for i in record.items.values() if i.for_meeting and i.for_meeting not in meetings}
    things = ({_first(item) for item in items} | actions | questions) - strays
    things |= {asked.id for asked in record.pending.values() if not asked.meeting or asked.concerns in things}
    began = [meeting.started_at for meeting in record.held() if meeting.id in meetings and meeting.started_at]
    lately = {fact.id for fact in facts if began and fact.said.at >= min(began)}
    kept = [fact for fact in facts if _rests_on(fact, record, meetings, things, strays, lately)]
    ids = {fact.id for fact in kept}
    messages = {fact.said.message for fact in kept}
    kept += [fact for fact in facts if isinstance(fact, _ABOUT_OTHERS) and _about(fact, ids, messages)]
    return frozenset(fact.id for fact in kept)


def _meetings(record: Record) -> set[str]:
    """Give the meetings at hand: those not published, the latest published, and all since the oldest they lean on."""
    held = record.held()
    published = [meeting for meeting in held if meeting.phase is Phase.PUBLISHED]
    near = {m.id for m in record.meetings.values() if m.phase in (Phase.PLANNED, Phase.OPEN, Phase.ENDED)}
    near |= {meeting.id for meeting in published[-LATEST:]}
    near |= {meeting.id for meeting in published[-ADJUSTED_WITHIN:] if _awaits_adjusting(meeting.formal)}
    leaned_on = near | {home for meeting in near for home in _homes(record, _items(record, record.meetings[meeting]))}
    oldest = next((place for place, meeting in enumerate(held) if meeting.id in leaned_on), len(held))
    before = oldest + 1
    while oldest < before:
        before = oldest
        leaned_on |= {home for meeting in held[oldest:] for home in _homes(record, _begun_with(record, meeting))}
        oldest = next((place for place, meeting in enumerate(held) if meeting.id in leaned_on), len(held))
    at_hand = near | {meeting.id for meeting in held[oldest:]}
    first = min((meeting.date for meeting in held[oldest:]), default=None)
    cancelled = (m for m in record.meetings.values() if m.phase is Phase.CANCELLED)
    at_hand |= {meeting.id for meeting in cancelled if first is None or meeting.date >= first}
    return at_hand | {change.meeting for one in at_hand for change in record.meetings[one].calendar}


def _homes(record: Record, items: Iterable[str]) -> set[str]:
    """Give the meetings that items come from: not reached there, or postponed."""
    steps = (record.items.get(step) for item in items for step in _steps(item))
    return {item.for_meeting for item in steps if item is not None and item.for_meeting}


def _items(record: Record, meeting: Meeting) -> set[str]:
    """Give all the items of a meeting: on its agenda, taken up, and written under."""
    return {item.id for item in items_of(record, meeting)} | set(meeting.taken) | _written_under(record, meeting)


def _begun_with(record: Record, meeting: Meeting) -> set[str]:
    """Give the item a meeting began with when something stands under it: it followed from the agenda then."""
    return _written_under(record, meeting) - set(meeting.taken)


def _written_under(record: Record, meeting: Meeting) -> set[str]:
    ids = {passage.item for passage in meeting.passages}
    ids |= {recusal.item for recusal in meeting.formal.recusals}
    ids |= {reservation.item for reservation in meeting.formal.reservations}
    ids |= {action.item for action in record.actions.values() if action.meeting == meeting.id}
    ids |= {question.item for question in record.questions.values() if question.meeting == meeting.id}
    return {item for item in ids if item is not None}


def _awaits_adjusting(formal: Formalities) -> bool:
    to_adjust = bool(formal.adjusters) and formal.adjusted_on is None
    return to_adjust or formal.posted is not None and formal.taken_down is None


def _steps(item: str) -> Iterable[str]:
    """Give an item's id and those of the items it was before it was postponed: "x++" was "x+" and "x"."""
    first = _first(item)
    return (item[:end] for end in range(len(first), len(item) + 1))


def _first(item: str) -> str:
    return item.rstrip("+")


def _is_of_use(action: Action, meetings: set[str]) -> bool:
    left = action.status in ("open", "moved") and not action.proposed
    return left or action.meeting in meetings or action.touched_in in meetings


def _waits(item: Item) -> bool:
    return item.for_meeting is None and not item.removed


def _rests_on(
    fact: Fact, record: Record, meetings: set[str], things: set[str], strays: set[str], lately: set[str]
) -> bool:
    if isinstance(fact, _OF_GROUP):
        return True
    if isinstance(fact, f.Reminded) and fact.meeting is None:
        return still_counts(fact.key, record)
    if isinstance(fact, _ABOUT_OTHERS) or isinstance(fact, _OF_ITEM) and _thing(fact) in strays:
        return False
    if isinstance(fact, _OF_CALENDAR):
        return fact.target in meetings
    if fact.meeting in meetings or fact.id in lately:
        return True
    thing = _thing(fact)
    return thing in things if thing is not None else fact.meeting is None


def _thing(fact: Fact) -> str | None:
    """Give the id of what a fact is about, if that can outlive its meeting."""
    if isinstance(fact, _OF_ITEM):
        return _first(fact.item or "")
    if isinstance(fact, _OF_ACTION):
        return fact.action
    if isinstance(fact, _OF_QUESTION):
        return fact.question
    return fact.target if isinstance(fact, f.Rewritten) else None


def _about(fact: f.VersionStands | f.Withdrawn | f.Supported, ids: set[str], messages: set[str | None]) -> bool:
    match fact:
        case f.VersionStands():
            return fact.of in messages
        case f.Withdrawn():
            return not ids.isdisjoint(fact.targets)
        case f.Supported():
            return fact.target_message in messages
