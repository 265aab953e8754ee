"""Leave items for a later meeting."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from handlers.agenda import order_wording as order
from handlers.agenda import wording as say
from handlers.agenda.meant import about_meeting, check_may_change, entries_of, meant, one_item, plainly
from handlers.agenda.mentioned import mentioned
from handlers.calendar.dates import find_meeting
from handlers.command import Call, Claim, Command, Example, Outcome, React, Sentence, Tell, When
from meetings.agenda import Entry
from meetings.agenda_order import meeting_after
from meetings.document import doc
from meetings.facts import ItemPostponed

_TABLES = re.compile(r"bordlägg", re.IGNORECASE)


@dataclass(frozen=True)
class PostponeItem:
    """Leave an item for a later meeting: the one that `to` names, or the next."""

    words: str | None
    to: str | None = None


def read_postponement(sentence: Sentence, call: Call) -> Sequence[Claim[PostponeItem]]:
    """Find an item that is left for a later meeting."""
    text = sentence.text[: say.LONGEST_CHANGE]
    later = order.LATER_CUE.search(text)
    asks = text.rstrip().endswith("?") and not call.addressed
    if asks or not (later or say.CHANGE_HINT.search(text) or _TABLES.search(text)):
        return ()
    whole = (0, len(sentence.text))
    if call.during and (call.leads or call.addressed) and say.POSTPONE_NOW.match(text):
        return [Claim(PostponeItem(None), whole)]
    found = say.POSTPONE.match(text)
    if found is None:
        wished = _by_cues(text, call) if later else None
        return [Claim(PostponeItem(wished), whole)] if wished is not None else ()
    told = {name: value for name, value in found.groupdict().items() if value}
    words = next((value for name, value in told.items() if name.startswith("what")), "")
    to = next((value for name, value in told.items() if name.startswith("to")), None)
    if "what5" in told and to is None and "bordläggs" not in text.casefold():
        return ()
    if not plainly(words, call) or not (call.leads or call.addressed or _is_own(words, call)):
        wished = _by_cues(text, call) if later else None
        return [Claim(PostponeItem(wished), whole)] if wished is not None else ()
    return [Claim(PostponeItem(words, to), whole)]


def _by_cues(text: str, call: Call) -> str | None:
    """Read any sentence that names one item and leaves it for later; said by who leads, to the bot, or of one's own."""
    if order.DEFERS.search(text) is None or order.NOT_LATER.search(text):
        return None
    named = mentioned(text, call)
    if len(named) != 1:
        return None
    item = named[0].entry.item
    own = call.speaker is not None and item.proposed_by == call.speaker.id
    return item.title if call.leads or call.addressed or own else None


def _is_own(words: str, call: Call) -> bool:
    found = meant(words, call)
    return bool(found) and call.speaker is not None and all(one.item.proposed_by == call.speaker.id for one in found)


def postpone_item(intent: PostponeItem, call: Call) -> Outcome:
    """Leave an item for a later meeting, the next one unless another is named."""
    meeting = about_meeting(call)
    if intent.words is None:
        open_now = call.item or (call.meeting.item_now if call.meeting else None)
        current = next((one for one in entries_of(call) if one.item.id == open_now), None)
        if current is None:
            return Outcome()
        entry: Entry | Outcome = current
    else:
        entry = one_item(intent.words, call, lambda number: f"skjut punkt {number} till nästa möte")
    if isinstance(entry, Outcome):
        return entry
    check_may_change(entry, call)
    to = find_meeting(intent.to, call)
    if to is None or to == meeting:
        to = meeting_after(call.record, meeting.id if meeting else None)
    if to is None and call.during is None:
        return Outcome(replies=(Tell(doc(call.texts.t("agenda.no_later_meeting"))),))
    fact = ItemPostponed(**call.base, item=entry.item.id, to=to.id if to else None)
    return Outcome((fact,), (React(),))


POSTPONE_ITEM: Command[PostponeItem] = Command(
    name="postpone_item",
    words={"sv": ("bordlägg",), "en": ("postpone",)},
    read=read_postponement,
    handle=postpone_item,
    cues=(say.CHANGE_HINT, order.LATER_CUE, _TABLES),
    examples=(
        Example("bordlägg punkt 5 till nästa möte", gives=("item_postponed",), lead=True, when=When.DURING),
        Example(
            "vi hinner inte med Nya lokaler, den tar vi nästa gång",
            gives=("item_postponed",),
            lead=True,
            when=When.DURING,
        ),
        Example(
            "no time for Nya lokaler today, push it to the next meeting",
            gives=("item_postponed",),
            language="en",
            lead=True,
            when=When.DURING,
        ),
    ),
)
