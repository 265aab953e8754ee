"""Take items off the agenda, move them, leave them for a later meeting, rename them or plan their length."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from handlers.agenda import wording as say
from handlers.agenda.items import owner_of
from handlers.agenda.meant import about_meeting, bare, check_may_change, entries_of, meant, one_item, plainly
from handlers.agenda.titles import capital, minutes_in, read_wish
from handlers.calendar.dates import find_meeting
from handlers.command import Answer, Call, Claim, Command, Example, Outcome, React, Sentence, Tell, When
from meetings.agenda import Entry, agenda, find_items
from meetings.agenda_order import meeting_after
from meetings.document import doc
from meetings.errors import UnknownItem
from meetings.facts import Fact, ItemChanged, ItemMoved, ItemPostponed, ItemRemoved, Owner
from meetings.item_words import fit, words_of
from meetings.people import resolve
from meetings.record import Item

# "punkt: Sommarjobb 90 min" asks for a new item, and changes none.
_PROPOSES = re.compile(
    r"\A\W*(?:ny\w*\s+)?(?:punkt(?:er)?|ärenden?|övriga?\s+fråg(?:a|or)|agenda\s+items?|items?)\s*:", re.IGNORECASE
)
_LONGEST = 400
_NUMBER = re.compile(r"(?:punkt\s*)?\d{1,2}(?::?[ae]n)?", re.IGNORECASE)


@dataclass(frozen=True)
class RemoveItem:
    """Take the item that the words mean off the agenda."""

    words: str


@dataclass(frozen=True)
class MoveItem:
    """Put an item before or after another, first or last, in another's place, or a step up or down."""

    words: str
    side: Literal["after", "before", "swap", "first", "last", "up", "down"]
    other: str | None = None


@dataclass(frozen=True)
class PostponeItem:
    """Leave an item for a later meeting: the one that `to` names, or the next."""

    words: str | None
    to: str | None = None


@dataclass(frozen=True)
class ChangeItem:
    """Give an item another title, length or person to present it."""

    words: str
    title: str | None = None
    minutes: int | None = None
    owner: str | None = None


# ---------------------------------------------------------------------------------------------- remove


def read_removal(sentence: Sentence, call: Call) -> Sequence[Claim[RemoveItem]]:
    """Find an item that somebody takes off the agenda."""
    text = sentence.text[:_LONGEST]
    if not say.CHANGE_HINT.search(text) or (text.rstrip().endswith("?") and not call.addressed):
        return ()
    for pattern in (say.SKIPPED_OFF, say.REMOVE, say.REMOVED):
        found = pattern.search(text)
        if found and plainly(found["what"], call) and not _elsewhere(found["what"]):
            return [Claim(RemoveItem(found["what"]), (0, len(sentence.text)))]
    if call.item is not None and re.match(r"\W*(?:utgår|stryks|behövs\s+inte)\W*(?:idag\W*)?\Z", text, re.IGNORECASE):
        return [Claim(RemoveItem("den"), (0, len(sentence.text)))]
    return ()


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


# ------------------------------------------------------------------------------------------------ move


def read_move(sentence: Sentence, call: Call) -> Sequence[Claim[MoveItem]]:
    """Find a wish about where an item is to stand."""
    text = sentence.text[:_LONGEST]
    if not say.CHANGE_HINT.search(text):
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
    return ()


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
    return "last" if re.search(r"sist|slut|ner|last|end", words, re.IGNORECASE) else "first"


def _side(words: str) -> Literal["after", "before"]:
    return "after" if re.search(r"efter|after", words, re.IGNORECASE) else "before"


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


# -------------------------------------------------------------------------------------------- postpone


def read_postponement(sentence: Sentence, call: Call) -> Sequence[Claim[PostponeItem]]:
    """Find an item that is left for a later meeting."""
    text = sentence.text[:_LONGEST]
    if (not say.CHANGE_HINT.search(text) and "bordlägg" not in text.casefold()) or text.rstrip().endswith("?"):
        return ()
    whole = (0, len(sentence.text))
    if call.during and (call.leads or call.addressed) and say.POSTPONE_NOW.match(text):
        return [Claim(PostponeItem(None), whole)]
    found = say.POSTPONE.match(text)
    if found is None:
        return ()
    told = {name: value for name, value in found.groupdict().items() if value}
    words = next((value for name, value in told.items() if name.startswith("what")), "")
    to = next((value for name, value in told.items() if name.startswith("to")), None)
    if "what5" in told and to is None and "bordläggs" not in text.casefold():
        return ()
    if not plainly(words, call) or not (call.leads or call.addressed or _is_own(words, call)):
        return ()
    return [Claim(PostponeItem(words, to), whole)]


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


# ---------------------------------------------------------------------------------------------- change


def read_change(sentence: Sentence, call: Call) -> Sequence[Claim[ChangeItem]]:
    """Find another title, length or person for an item."""
    text = sentence.text[:_LONGEST]
    if not (say.CHANGE_HINT.search(text) or say.PRESENTS.match(text) or "presenter" in text or "föredra" in text):
        return ()
    whole = (0, len(sentence.text))
    text = say.CORRECTS.sub("", text)
    renamed = say.RENAME.search(text)
    if renamed:
        words = renamed["what"] or renamed["what2"]
        title = read_wish(renamed["title"] or renamed["title2"], (), plain=False).title
        if title and plainly(words, call):
            return [Claim(ChangeItem(words, title=capital(title)), whole)]
    lasts = say.LASTS.match(text)
    if lasts and plainly(lasts["what"], call):
        minutes = int(lasts["figure"]) if lasts["figure"] else minutes_in(lasts["word"])
        return [Claim(ChangeItem(lasts["what"], minutes=minutes), whole)]
    before = _of_coming(text, call)
    if before:
        return [Claim(one, whole if number == 0 else (0, 0)) for number, one in enumerate(before)]
    presents = say.PRESENTS.match(text)
    if presents and plainly(presents["what"], call):
        return [Claim(ChangeItem(presents["what"], owner=presents["who"]), whole)]
    return ()


def _of_coming(text: str, call: Call) -> tuple[ChangeItem, ...]:
    """Read who presents items of a meeting to come, and how long they are to take."""
    if call.during is not None or text.rstrip().endswith("?") or _PROPOSES.match(text):
        return ()
    presents = say.WILL_PRESENT.match(text)
    if presents is not None:
        words = presents["what"] or presents["what2"]
        who = presents["who"] or presents["who2"]
        known = who.casefold() == "jag" or resolve(who, call.record.members).person is not None
        if known and plainly(words, call) and not say.PRONOUN.match(words):
            minutes = minutes_in(presents["length"]) if presents["length"] else None
            return (ChangeItem(words, minutes=minutes, owner=who),)
    if say.LENGTHS.match(text) is None:
        return ()
    lengths = list(say.ONE_LENGTH.finditer(text))
    if not all(plainly(one["what"], call) for one in lengths):
        return ()
    return tuple(ChangeItem(one["what"].strip(), minutes=int(one["figure"])) for one in lengths)


def change_item(intent: ChangeItem, call: Call) -> Outcome:
    """Change what an item is called, how long it is to take or who presents it."""
    entry = one_item(intent.words, call, lambda number: _told_again(intent, number))
    if isinstance(entry, Outcome):
        return entry
    owner: Owner | None = None
    if intent.owner is not None:
        people = call.record.members
        if resolve(intent.owner, people).person is None and intent.owner.casefold() != "jag":
            return Outcome()
        owner = owner_of("@me" if intent.owner.casefold() == "jag" else intent.owner, call)
    else:
        check_may_change(entry, call)
    fact = ItemChanged(**call.base, item=entry.item.id, title=intent.title, minutes=intent.minutes, owner=owner)
    return Outcome((fact,), (React(),))


def _told_again(intent: ChangeItem, number: str) -> str:
    if intent.title is not None:
        return f"byt namn på punkt {number} till {intent.title}"
    return f"punkt {number} ska vara {intent.minutes} min" if intent.minutes else f"{intent.owner} drar punkt {number}"


REMOVE_ITEM: Command[RemoveItem] = Command(
    name="remove_item",
    words={"sv": ("ta bort punkt",), "en": ("remove item",)},
    read=read_removal,
    handle=remove_item,
    examples=(
        Example("ta bort punkten om nya lokaler", gives=("item_removed",), lead=True, addressed=True),
        Example("stryk punkt 5, den behövs inte längre", gives=("item_removed",), says="Nya lokaler", lead=True),
        Example("please drop item 5, it's been solved", gives=("item_removed",), language="en", lead=True),
    ),
)
MOVE_ITEM: Command[MoveItem] = Command(
    name="move_item",
    words={"sv": ("flytta punkt", "byt plats på"), "en": ("move item", "swap items")},
    read=read_move,
    handle=move_item,
    examples=(
        Example("Lägg punkt 5 före punkt 4 istället", gives=("item_moved",), says="punkt 4", lead=True),
        Example("kan nya lokaler komma sist?", gives=("item_moved",)),
        Example("byt plats på 4 och 5", gives=("item_moved",), lead=True, addressed=True),
        Example("let's take item 5 before item 4", gives=("item_moved",), language="en", lead=True),
    ),
)
POSTPONE_ITEM: Command[PostponeItem] = Command(
    name="postpone_item",
    words={"sv": ("bordlägg",), "en": ("postpone",)},
    read=read_postponement,
    handle=postpone_item,
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
CHANGE_ITEM: Command[ChangeItem] = Command(
    name="change_item",
    words={"sv": ("byt namn på punkt",), "en": ("rename item",)},
    read=read_change,
    handle=change_item,
    examples=(
        Example("byt namn på punkt 5 till Flytten till Strandgatan", gives=("item_changed",), lead=True),
        Example("punkt 5 ska vara 20 min", gives=("item_changed",), lead=True),
        Example("rename item 5 to Moving house", gives=("item_changed",), language="en", lead=True),
    ),
)
