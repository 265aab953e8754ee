"""Take items off the agenda."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from handlers.agenda import order_wording as order
from handlers.agenda import wording as say
from handlers.agenda.meant import bare, check_may_change, one_item, plainly
from handlers.agenda.mentioned import mentioned
from handlers.command import Answer, Call, Claim, Command, Example, Outcome, React, Sentence
from meetings.agenda import Entry
from meetings.document import doc
from meetings.facts import ItemRemoved
from meetings.item_words import fit, words_of


@dataclass(frozen=True)
class RemoveItem:
    """Take the item that the words mean off the agenda."""

    words: str


def read_removal(sentence: Sentence, call: Call) -> Sequence[Claim[RemoveItem]]:
    """Find an item that somebody takes off the agenda."""
    text = sentence.text[: say.LONGEST_CHANGE]
    asks = text.rstrip().endswith("?") and not call.addressed
    if asks or not (say.CHANGE_HINT.search(text) or order.OFF_CUE.search(text)):
        return ()
    for pattern in (say.SKIPPED_OFF, say.REMOVE, say.REMOVED):
        found = pattern.search(text)
        if found and plainly(found["what"], call) and not _elsewhere(found["what"]):
            named = mentioned(text, call) if say.PRONOUN.match(bare(found["what"])) else ()
            words = named[0].entry.item.title if len(named) == 1 else found["what"]
            return [Claim(RemoveItem(words), (0, len(sentence.text)))]
    if call.item is not None and re.match(r"\W*(?:utgår|stryks|behövs\s+inte)\W*(?:idag\W*)?\Z", text, re.IGNORECASE):
        return [Claim(RemoveItem("den"), (0, len(sentence.text)))]
    wished = _by_cues(text, call)
    return [Claim(RemoveItem(wished), (0, len(sentence.text)))] if wished is not None else ()


def _by_cues(text: str, call: Call) -> str | None:
    """Read any sentence that names one item and that it goes: by who leads, to the bot, or of one's own."""
    cue = order.OFF_CUE.search(text)
    if cue is None or order.LATER_CUE.search(text) or order.WAS_OFF.search(text) or _elsewhere(text):
        return None
    named = mentioned(text, call)
    if len(named) == 1:
        own = call.speaker is not None and named[0].entry.item.proposed_by == call.speaker.id
        return named[0].entry.item.title if call.leads or call.addressed or own else None
    off = order.OFF_AGENDA.search(text)
    mine = _MY_ITEM.search(text)
    if not named and mine is not None:
        return mine["what"].strip()
    if named or off is None or not (call.leads or call.addressed or call.during is None):
        return None
    # It may be no item of the agenda; then the one who asked is told so.
    words = _OFF_VERB.sub("", text[: off.start()]).strip(" ,.!-")
    return words if 0 < len(words) <= _LONGEST_TITLE else None


_MY_ITEM = re.compile(
    r"\b(?:my|our|min|mitt|vår|vårt)\s+(?:\w+\s+)?(?:item|topic|point|punkt|förslag|ärende|fråga)\s+(?:on|about|om|kring)"
    r"\s+(?P<what>[^,.;!?]{2,60}?)(?=\s+(?:från|off|from)\b|\W*\Z|[,.;!?])",
    re.IGNORECASE,
)
_LONGEST_TITLE = 60
_OFF_VERB = re.compile(
    r"\A.*?\b(?:ta|tar|plocka|plockar|lyft|lyfter|stryk|stryker|radera|remove|take|drop|delete|cross|strike|pull)\b(?:\s+(?:gärna|bort|ut|ur|the))*"
    r"|\s+\b(?:bort|ut)\s*\Z",
    re.IGNORECASE,
)


def _elsewhere(words: str) -> bool:
    """Tell whether something is to be struck from a list of tasks or the notes rather than from the agenda."""
    return (
        re.search(
            r"\b(?:uppgift\w*|åtgärd\w*|anteckning\w*|beslut\w*|(?:från|ur)\s+listan|task|note)\b", words, re.IGNORECASE
        )
        is not None
    )


def remove_item(intent: RemoveItem, call: Call) -> Outcome:
    """Take an item off the agenda: one's own, or anybody's for one who leads."""
    entry = one_item(intent.words, call, lambda number: f"ta bort punkt {number}")
    if isinstance(entry, Outcome):
        return entry
    check_may_change(entry, call)
    said = call.texts.paragraph("agenda.removed", title=entry.item.title)
    told = () if _by_name(intent.words, entry) else (Answer(doc(said)),)
    return Outcome((ItemRemoved(**call.base, item=entry.item.id),), (React(), *told))


def _by_name(words: str, entry: Entry) -> bool:
    return not entry.item.title or fit(words_of(bare(words)), entry.item.title).titled > 0.99


REMOVE_ITEM: Command[RemoveItem] = Command(
    name="remove_item",
    words={"sv": ("ta bort punkt",), "en": ("remove item",)},
    read=read_removal,
    handle=remove_item,
    cues=(say.CHANGE_HINT, order.OFF_CUE),
    examples=(
        Example("ta bort punkten om nya lokaler", gives=("item_removed",), lead=True, addressed=True),
        Example("stryk punkt 5, den behövs inte längre", gives=("item_removed",), says="Nya lokaler", lead=True),
        Example("please drop item 5, it's been solved", gives=("item_removed",), language="en", lead=True),
    ),
)
