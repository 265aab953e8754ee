"""A board tables a matter or refers it back in so many words, without the word decision: it is one all the same."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from handlers.command import Call, Claim, Command, Example, Outcome, React, Sentence, When
from handlers.conclusions.outcomes import outcome_of
from meetings.agenda import agenda, find_items
from meetings.board import is_formal
from meetings.facts import Decided

_HINT = re.compile(r"bordlägg|återremitter|refer|tabled?\b", re.IGNORECASE)
_THIS = (
    r"(?:hela\s+)?(?:ärendet|frågan|punkten|ansökan|förslaget|den|det|the\s+(?:matter|item|question|application)|it)"
)
# "ärendet bordläggs till 10/11", "Nya lokaler återremitteras till kansliet"
_PASSIVE = re.compile(
    r"\A\W*(?:(?:ok|okej|då|så|och)\b[\s,]+){0,2}(?P<what>[^:?;\n]{2,80}?)\s+(?:bordläggs|återremitteras|is\s+(?:tabled|referred\s+back))\b[^?\n]{0,100}\Z",
    re.IGNORECASE,
)
# "vi bordlägger ärendet till 10/11", "då återremitterar vi ansökan"
_ACTIVE = re.compile(
    rf"\A\W*(?:(?:ok|okej|då|så|och)\b[\s,]+){{0,2}}(?:vi\s+|mötet\s+|styrelsen\s+|we\s+)?(?P<verb>bordlägger|återremitterar|table|refer\s+back)\s+(?:vi\s+)?(?P<what>{_THIS}|[^:?;\n]{{2,80}}?)(?P<rest>(?:\s+(?:till|för|tills|to|until)\b[^?\n]{{0,80}})?)\W*\Z",
    re.IGNORECASE,
)
_INFINITIVES = {"bordlägger": "bordlägga", "återremitterar": "återremittera"}
_NOT_SO = re.compile(r"\b(?:inte|ej|kanske|om|ska\s+vi|kan|bör|borde|föreslår|not|maybe|if|should)\b", re.IGNORECASE)
_LONGEST = 200


@dataclass(frozen=True)
class Table:
    """The clause that tables a matter or refers it back, and the item it is, as an id; None: the one open."""

    clause: str
    item: str | None = None


def read(sentence: Sentence, call: Call) -> Sequence[Claim[Table]]:
    """Find that one who leads an open board meeting tables a matter or refers it back."""
    text = sentence.text.strip()
    if not _HINT.search(text) or len(text) > _LONGEST or not (call.during and call.leads and is_formal(call.record)):
        return ()
    if text.endswith("?") or _NOT_SO.search(text):
        return ()
    english = call.record.group.language == "en"
    active = _ACTIVE.match(text)
    found = active or _PASSIVE.match(text)
    if found is None:
        return ()
    what = found["what"].strip(" ,–-")
    entries = agenda(call.record, call.meeting.id) if call.meeting else ()
    named = () if re.fullmatch(_THIS, what, re.IGNORECASE) else find_items(what, entries)
    if not named and not re.fullmatch(_THIS, what, re.IGNORECASE):
        return ()
    if active is not None:
        verb = _INFINITIVES.get(active["verb"].casefold(), active["verb"])
        clause = f"{'to' if english else 'att'} {verb} {what}{active['rest'].rstrip(' .!')}"
    else:
        said = text[found.start("what") :].rstrip(" .!")
        clause = f"{'that' if english else 'att'} {said if named else said[:1].lower() + said[1:]}"
    item = named[0].item.id if len(named) == 1 else call.item
    return (Claim(Table(clause, item), (0, len(sentence.text))),)


def handle(intent: Table, call: Call) -> Outcome:
    """Record the decision; what it puts off comes back by itself."""
    clauses = (intent.clause,)
    decided = Decided(
        **call.base, decision=call.ids.new("d"), item=intent.item, clauses=clauses, outcome=outcome_of(clauses)
    )
    return Outcome((decided,), (React(),))


TABLE: Command[Table] = Command(
    name="table_matter",
    words={"sv": ("ärendet bordläggs", "ärendet återremitteras"), "en": ("the matter is tabled",)},
    read=read,
    handle=handle,
    cues=(_HINT,),
    examples=(
        Example("ärendet bordläggs", ("decided", "item_postponed"), when=When.DURING, lead=True, formal=True),
        Example(
            "Nya lokaler återremitteras till kansliet",
            ("decided", "item_proposed"),
            when=When.DURING,
            lead=True,
            formal=True,
        ),
        Example("vi återremitterar ärendet", ("decided", "item_proposed"), when=When.DURING, lead=True, formal=True),
        Example("the matter is referred back", ("decided",), language="en", when=When.DURING, lead=True, formal=True),
    ),
    shown=frozenset({When.DURING}),
)
