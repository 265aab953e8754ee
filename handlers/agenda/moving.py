"""Give items another place on the agenda."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Literal

from handlers.agenda import order_wording as order
from handlers.agenda import wording as say
from handlers.agenda.meant import about_meeting, bare, check_may_change, entries_of, one_item, plainly
from handlers.agenda.mentioned import mentioned
from handlers.command import Answer, Call, Claim, Command, Example, Outcome, React, Sentence
from meetings.agenda import Entry, agenda, find_items
from meetings.document import doc
from meetings.errors import UnknownItem
from meetings.facts import Fact, ItemMoved
from meetings.record import Item

_ASKS_POLITELY = re.compile(r"\?\s*\Z|\A\W*(?:\w+\W+){0,2}(?:kan|kunde|skulle|could|can|would)\b", re.IGNORECASE)
_NUMBER = re.compile(r"(?:punkt\s*)?\d{1,2}(?::?[ae]n)?", re.IGNORECASE)


@dataclass(frozen=True)
class MoveItem:
    """Put an item before or after another, first or last, in another's place, or a step up or down."""

    words: str
    side: Literal["after", "before", "swap", "first", "last", "up", "down"]
    other: str | None = None


def read_move(sentence: Sentence, call: Call) -> Sequence[Claim[MoveItem]]:
    """Find a wish about where an item is to stand."""
    text = sentence.text[: say.LONGEST_CHANGE]
    if not (say.CHANGE_HINT.search(text) or order.SWAPS.search(text) or order.PLACES.search(text)):
        return ()
    whole = (0, len(sentence.text))
    text = say.CORRECTS.sub("", text)
    swap = say.SWAP.search(text) or say.SWAP_AFTER.search(text)
    if swap:
        words = [swap["one"].strip(), swap["other"].strip()]
        if all(find_items(bare(one), entries_of(call)) for one in words) and (
            call.addressed or "plats" in text.casefold() or "swap" in text.casefold()
        ):
            return [Claim(MoveItem(words[0], "swap", words[1]), whole)]
    told = _told_where(text, call)
    if told is not None:
        return [Claim(told, whole)]
    step = say.STEP.search(text)
    if step and plainly(step["what"], call):
        up = (step["way"] or step["way2"] or "upp").casefold() == "upp"
        return [Claim(MoveItem(step["what"], "up" if up else "down"), whole)]
    for pattern in (say.MOVE, say.LIES):
        found = pattern.search(text)
        if found is None:
            continue
        words = [value for name, value in found.groupdict().items() if name.startswith("what") and value]
        if not words or say.NEW.match(words[0]) or not plainly(words[0], call):
            continue
        if found["end"]:
            return [Claim(MoveItem(words[0], _end(found["end"])), whole)]
        if find_items(bare(found["where"]), entries_of(call)):
            return [Claim(MoveItem(words[0], _side(found["side"]), found["where"]), whole)]
    wished = _by_cues(text, call)
    return [Claim(wished, whole)] if wished is not None else ()


def _by_cues(text: str, call: Call) -> MoveItem | None:
    """Read any sentence that names items and says where they are to stand; of others than the bot only by who leads."""
    if not (call.leads or call.addressed or (call.during is None and _ASKS_POLITELY.search(text))):
        return None
    if not order.SWAPS.search(text) and not order.PLACES.search(text):
        return None
    found = mentioned(text, call, bare_numbers=True)
    if len(found) == 2 and order.SWAPS.search(text):
        return MoveItem(found[0].entry.item.title, "swap", found[1].entry.item.title)
    if not order.PLACES.search(text):
        return None
    for one, other in pairwise(found):
        beside = order.SIDE.search(text[one.end : other.start])
        if beside is not None:
            return MoveItem(one.entry.item.title, _side(beside["side"]), other.entry.item.title)
    if len(found) == 1 and call.during is None and order.BEGINS_WITH.search(text[: found[0].start]):
        return MoveItem(found[0].entry.item.title, "first")
    end = order.TO_THE_END.search(text, found[0].end) if len(found) == 1 else None
    if end is not None and order.PLACES.search(text[: end.start()]):
        return MoveItem(found[0].entry.item.title, _end(end["end"]))
    return None


def _told_where(text: str, call: Call) -> MoveItem | None:
    """Read "Sommarjobben tar vi sist", "4 före 3", "vi börjar med hyran": said by one who leads, of items only."""
    if not (call.leads or call.addressed):
        return None
    begin = say.BEGIN_WITH.match(text) if call.during is None else None
    if begin is not None:
        return MoveItem(begin["what"], "first") if plainly(begin["what"], call) else None
    found = say.TAKEN_WHERE.match(text) or say.ONLY_WHERE.match(text)
    if found is None:
        return None
    what = re.sub(r"\A(?:vi\s+)?(?:tar|kör|lägg(?:er)?|ta|sätt)\s+", "", found["what"], flags=re.IGNORECASE)
    if not (plainly(what, call) or _NUMBER.fullmatch(what)) or not find_items(bare(what), entries_of(call)):
        return None
    end = found.groupdict().get("end")
    if end:
        return MoveItem(what, _end(end))
    there = found["where"] and (plainly(found["where"], call) or _NUMBER.fullmatch(found["where"]))
    return MoveItem(what, _side(found["side"]), found["where"]) if there else None


def _end(words: str) -> Literal["first", "last"]:
    return "last" if re.search(r"sist|slut|ner|ned|bak|underst|bott|last|end", words, re.IGNORECASE) else "first"


def _side(words: str) -> Literal["after", "before"]:
    return "after" if re.search(r"efter|after|behind|following", words, re.IGNORECASE) else "before"


def move_item(intent: MoveItem, call: Call) -> Outcome:
    """Put an item where it was wished, and say which number it has got."""
    told = {"first": "först", "last": "sist", "after": f"efter {intent.other}", "before": f"före {intent.other}"}
    entry = one_item(
        intent.words, call, lambda number: f"flytta punkt {number} {told.get(intent.side, 'ett steg upp')}"
    )
    if isinstance(entry, Outcome):
        return entry
    _may_move(entry, call)
    order = [one.item for one in entries_of(call)]
    if intent.other is not None:
        others = [one for one in find_items(bare(intent.other), entries_of(call)) if one.item.id != entry.item.id]
        if len(others) != 1:
            raise UnknownItem(words=bare(intent.other))
        if intent.side == "swap":
            return _swapped(entry.item, others[0].item, order, call)
        other = others[0].item.id
        return _placed(
            entry,
            call,
            after=other if intent.side == "after" else None,
            before=other if intent.side == "before" else None,
        )
    if intent.side in ("first", "last"):
        return _placed(entry, call, place="first" if intent.side == "first" else "last")
    place = next((n for n, item in enumerate(order) if item.id == entry.item.id), 0)
    if intent.side == "up" and place > 0:
        return _placed(entry, call, before=order[place - 1].id)
    if intent.side == "down" and place + 1 < len(order):
        return _placed(entry, call, after=order[place + 1].id)
    return Outcome(replies=(React(),))


def _may_move(entry: Entry, call: Call) -> None:
    """Let anybody wish a place for what is not standing; the standing items are for those who lead."""
    if entry.item.standing:
        check_may_change(entry, call)


def _placed(
    entry: Entry,
    call: Call,
    *,
    after: str | None = None,
    before: str | None = None,
    place: Literal["first", "last"] | None = None,
) -> Outcome:
    moved = ItemMoved(**call.base, item=entry.item.id, after=after, before=before, place=place)
    known = call.record.items.get(entry.item.id)
    meeting = about_meeting(call)
    if known is None or meeting is None:
        return Outcome((moved,), (React(),))
    stands = replace(known, after=after, before=before, place=place)
    seen = replace(call.record, items={**call.record.items, known.id: stands})
    now = next((one for one in agenda(seen, meeting.id) if one.item.id == known.id), entry)
    said = call.texts.paragraph("agenda.moved", number=now.number, title=known.title)
    return Outcome((moved,), (React(), Answer(doc(said))))


def _swapped(one: Item, other: Item, order: list[Item], call: Call) -> Outcome:
    """Let two items change places, each told by its new neighbour."""
    first, second = sorted((one, other), key=order.index)
    here, there = order.index(first), order.index(second)
    facts: list[Fact] = []
    if there == here + 1:
        facts.append(ItemMoved(**call.base, item=first.id, after=second.id))
    else:
        facts.append(ItemMoved(**call.base, item=first.id, after=order[there - 1].id))
        facts.append(
            ItemMoved(**call.base, item=second.id, after=order[here - 1].id)
            if here
            else ItemMoved(**call.base, item=second.id, before=order[here + 1].id)
        )
    said = call.texts.paragraph("agenda.swapped", one=one.title, other=other.title)
    return Outcome(tuple(facts), (React(), Answer(doc(said))))


MOVE_ITEM: Command[MoveItem] = Command(
    name="move_item",
    words={"sv": ("flytta punkt", "byt plats på"), "en": ("move item", "swap items")},
    read=read_move,
    handle=move_item,
    cues=(say.CHANGE_HINT, order.SWAPS, order.PLACES),
    examples=(
        Example("Lägg punkt 5 före punkt 4 istället", gives=("item_moved",), says="punkt 4", lead=True),
        Example("kan nya lokaler komma sist?", gives=("item_moved",)),
        Example("byt plats på 4 och 5", gives=("item_moved",), lead=True, addressed=True),
        Example("let's take item 5 before item 4", gives=("item_moved",), language="en", lead=True),
    ),
)
