"""What an item's decision is proposed to be, and the decision that follows the proposal."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from handlers.command import Call, Claim, Command, Example, Outcome, React, Sentence, When
from handlers.conclusions.decisions_wording import clauses_of
from handlers.conclusions.outcomes import outcome_of
from handlers.tasks.actions import register_actions
from handlers.tasks.reading import set_by
from meetings.agenda import Entry, agenda, find_items
from meetings.agenda_order import next_meeting
from meetings.board import is_formal
from meetings.errors import AmbiguousItem, NotUnderstood, UnknownItem
from meetings.facts import Decided, DecisionProposed
from meetings.record import Item, Meeting

_HINT = re.compile(r"förslag|föreslås|bifall|propos", re.IGNORECASE)
# "förslag till beslut punkt 5: att …", "VIA, beslutsförslag: …", "styrelsen föreslås besluta: att …"
_PROPOSES = re.compile(
    r"""\A\W*(?P<before>[^:\n]{0,80}?)[\s,:–—-]*
        \b(?:förslag\s+till\s+beslut|beslutsförslag(?:et)?|proposed\s+decision
          | (?:(?:vi|mötet|nämnden|\w*förbundet|\w*styrelsen|the\s+board)\s+)?
            (?:föreslås|is\s+proposed)\s+(?:att\s+)?(?:besluta|to\s+decide)
          )(?:\s+(?:(?:under|för|på|till|i|for|on)\s+)?(?P<place>[^:\n]{1,60}?))??\s*(?::|(?=\batt\b)|\Z)\s*(?P<body>.*)\Z""",
    re.IGNORECASE | re.VERBOSE | re.DOTALL,
)
# "beslut enligt förslag", "vi beslutar i enlighet med förslaget", "förslaget bifalls", "bifall"
_FOLLOWS = re.compile(
    r"""\A\W*(?:(?:ok|då|så|och)\b[\s,]*)?(?:
        (?:(?:beslut|beslutas|vi\s+beslutar|mötet\s+beslutar|styrelsen\s+beslutar|\w*förbundet\s+beslutar|decided)\s*:?\s+)?
            (?:i\s+)?(?:enligt|enlighet\s+med|according\s+to)\s+(?:the\s+)?(?:besluts)?(?:förslag(?:et)?|proposal)
      | (?:beslut\w*\s*:?\s+)?(?:att\s+)?bifall(?:a|er|es|s)?(?:\s+(?:till\s+)?förslaget)?
      | (?:besluts)?förslaget\s+(?:bifalls|bifölls|antas|godkänns|går\s+igenom)
      | as\s+proposed
      )[\s.!]*\Z""",
    re.IGNORECASE | re.VERBOSE,
)
_LONGEST = 1_500


@dataclass(frozen=True)
class ProposeDecision:
    """The clauses of a proposed decision; `place` are the words that name the item, None: the one open."""

    clauses: tuple[str, ...]
    place: str | None = None


@dataclass(frozen=True)
class FollowProposal:
    """Decide as it was proposed under an item, given as an id."""

    item: str


Intent = ProposeDecision | FollowProposal


def read(sentence: Sentence, call: Call) -> Sequence[Claim[Intent]]:
    """Find a proposed decision at any time, and in the open meeting the decision to follow it."""
    text = sentence.text[:_LONGEST]
    if not _HINT.search(text) or not is_formal(call.record) or text.rstrip().endswith("?"):
        return ()
    item = _open_item(call)
    if call.during and call.leads and item is not None and item.proposal and _FOLLOWS.match(text):
        return (Claim(FollowProposal(item.id), (0, len(sentence.text))),)
    found = _PROPOSES.match(text)
    if found is None:
        return ()
    lines = _att_lines(sentence)
    parts = (found["body"], *lines)
    clauses = tuple(clause for part in parts if part.strip() for clause in clauses_of(part))
    place = (found["place"] or found["before"] or "").strip(" ,:–-") or None
    if not clauses and not call.addressed:
        return ()
    return (Claim(ProposeDecision(clauses, place), (0, len(sentence.text)), len(lines)),)


def _att_lines(sentence: Sentence) -> tuple[str, ...]:
    lines: list[str] = []
    for line in sentence.following:
        if not line.text.strip().casefold().startswith(("att ", "that ", "to ")):
            break
        lines.append(line.text)
    return tuple(lines)


def _meeting(call: Call) -> Meeting | None:
    return call.meeting if call.during else next_meeting(call.record)


def _open_item(call: Call) -> Item | None:
    return call.record.items.get(call.item or (call.meeting.item_now if call.meeting else None) or "")


def handle(intent: Intent, call: Call) -> Outcome:
    """Keep the proposal with its item, or record that it is decided."""
    if isinstance(intent, FollowProposal):
        clauses = call.record.items[intent.item].proposal
        decided = Decided(
            **call.base, decision=call.ids.new("d"), item=intent.item, clauses=clauses, outcome=outcome_of(clauses)
        )
        tasks = [register_actions(set_by(one, call), call, item=intent.item) for one in clauses]
        return Outcome((decided, *(fact for task in tasks for fact in task.facts)), (React(),))
    if not intent.clauses:
        raise NotUnderstood("decision")
    entry = _entry(intent.place, call)
    item = entry.item.id if entry is not None else call.item
    if item is None and not call.during:
        raise UnknownItem(words=intent.place or "–")
    meeting = _meeting(call)
    base = {**call.base, "meeting": meeting.id if meeting else None}
    return Outcome((DecisionProposed(**base, item=item, clauses=intent.clauses),), (React(),))


def _entry(place: str | None, call: Call) -> Entry | None:
    meeting = _meeting(call)
    if place is None or meeting is None:
        return None
    found = find_items(place, agenda(call.record, meeting.id))
    if not found:
        raise UnknownItem(words=place)
    if len(found) > 1:
        raise AmbiguousItem(words=place, candidates=call.texts.either([one.item.title for one in found]))
    return found[0]


PROPOSE_DECISION: Command[Intent] = Command(
    name="propose_decision",
    words={"sv": ("förslag till beslut",), "en": ("proposed decision",)},
    read=read,
    handle=handle,
    cues=(_HINT,),
    examples=(
        Example("förslag till beslut punkt 5: att bevilja 20 000 kr till flytten", ("decision_proposed",), formal=True),
        Example("Nya lokaler, beslutsförslag: att teckna avtalet", ("decision_proposed",), formal=True),
        Example(
            "förslag till beslut: att gå vidare med ansökan", ("decision_proposed",), when=When.DURING, formal=True
        ),
        Example(
            "proposed decision item 5: that the lease is signed", ("decision_proposed",), language="en", formal=True
        ),
    ),
)
