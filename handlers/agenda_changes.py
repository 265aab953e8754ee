"""Take items off the agenda, move them, leave them for a later meeting, rename them or plan their length."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Literal

from handlers import agenda_wording as say
from handlers.agenda import owner_of
from handlers.agenda_titles import capital, minutes_in, read_wish
from handlers.asking import ask
from handlers.calendar_dates import find_meeting
from handlers.command import Answer, Call, Claim, Command, Example, Outcome, React, Sentence, Tell, When
from meetings.agenda import Entry, agenda, find_items
from meetings.agenda_order import meeting_after, next_meeting
from meetings.document import doc
from meetings.errors import NotAllowed, UnknownItem
from meetings.facts import About, Fact, ItemChanged, ItemMoved, ItemPostponed, ItemRemoved, Option, Owner
from meetings.item_words import fit, words_of
from meetings.people import resolve
from meetings.record import Item, Meeting

_LONGEST = 400
# How long "den" can mean what somebody proposed before.
_STILL_TALKED_OF = timedelta(hours=1)
_MOST_OPTIONS = 6
_TAIL = re.compile(
    r"[\s,]*\b(?:tack|snälla|är\s+du\s+snäll|(?:från|ur|på)\s+(?:dagordningen|agendan|listan)|helt|idag|nu|också|oxå|igen|i\s?stället|till\s+nästa\s+(?:gång|möte)|please|thanks|today|(?:from|off)\s+the\s+agenda)\W*\Z",
    re.IGNORECASE,
)
_HEAD = re.compile(
    r"\A(?:upp\s+|ner\s+)?(?:(?:min|mitt|vår|vårt|den|my|our|the)\s+)?(?:punkt(?:en)?|ärendet?|item)\s+(?:om|kring|about|on)\s+|\A(?:min|mitt|vår|vårt|my|our)\s+(?=\w)",
    re.IGNORECASE,
)


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


def _about(call: Call) -> Meeting | None:
    return call.meeting if call.during else next_meeting(call.record)


def _entries(call: Call) -> tuple[Entry, ...]:
    meeting = _about(call)
    return agenda(call.record, meeting.id) if meeting else ()


def _bare(words: str) -> str:
    words = words.strip(" .!\t")
    for _ in range(3):
        words = _TAIL.sub("", words)
    return _HEAD.sub("", words).strip(' .!:"”“»«')


def _latest_own(call: Call, entries: Sequence[Entry], *, recent: bool) -> Entry | None:
    """Give what the speaker has proposed last; `recent`: so lately that "den" can mean it."""
    if call.speaker is None:
        return None
    for entry in sorted(entries, key=lambda one: _proposed_at(one.item, call), reverse=True):
        if entry.item.proposed_by != call.speaker.id or entry.item.standing:
            continue
        trace = call.record.traces.get(entry.item.message or "")
        if not recent or (trace is not None and call.said.at - trace.at <= _STILL_TALKED_OF):
            return entry
    return None


def _proposed_at(item: Item, call: Call) -> tuple[float, int]:
    trace = call.record.traces.get(item.message or "")
    return (trace.at.timestamp() if trace else 0.0, list(call.record.items).index(item.id))


def _meant(words: str, call: Call) -> tuple[Entry, ...]:
    """Give the items that words mean; none when they say nothing that fits."""
    entries = _entries(call)
    bare = words.strip(" .!\t")
    if say.MY_LATEST.search(bare):
        own = _latest_own(call, entries, recent=False)
        return (own,) if own else ()
    if say.PRONOUN.match(bare):
        just_now = call.ids.given("i")
        if just_now:
            return (Entry("", Item(id=just_now[-1], title="", proposed_by=call.speaker.id if call.speaker else None)),)
        now = next((entry for entry in entries if entry.item.id == call.item), None)
        mine = "min" in bare.casefold() or "my" in bare.casefold()
        own = _latest_own(call, entries, recent=not mine)
        return tuple(entry for entry in (now or own,) if entry)
    return find_items(_bare(bare), entries)


def _plainly(words: str, call: Call) -> bool:
    """Tell whether words are plainly about an item: they say so, mean the latest one, or are its title."""
    bare = words.strip(" .!\t")
    if say.NOT_A_TITLE.match(bare) or not bare:
        return False
    if say.MY_LATEST.search(bare):
        return True
    if say.PRONOUN.match(bare):
        return call.addressed or bool(_meant(bare, call))
    if say.NAMES_ITEM.search(bare):
        return True
    said = words_of(_bare(bare))
    found = find_items(_bare(bare), _entries(call))
    return bool(found) and bool(said) and fit(said, found[0].item.title).said > 0.85


def _one(words: str, call: Call, command: Callable[[str], str]) -> Entry | Outcome:
    """Give the one item meant, or the outcome of asking which; `command` makes the text of an answer from a number."""
    found = _meant(words, call)
    if len(found) == 1:
        return found[0]
    unclear = say.PRONOUN.match(words.strip(" .!\t")) or say.MY_LATEST.search(words)
    if not found and not unclear:
        raise UnknownItem(words=_bare(words))
    offered = found or tuple(entry for entry in _entries(call) if not entry.item.standing)
    options = tuple(
        Option(label=call.texts.t("agenda.option", number=e.number, title=e.item.title), text=command(e.number))
        for e in offered[:_MOST_OPTIONS]
    )
    key = "agenda.which_of" if found else "agenda.which"
    return ask(
        call, About.ITEM, doc(call.texts.t(key, words=_bare(words))), options=options, concerns=call.said.message
    )


def _may_change(entry: Entry, call: Call) -> None:
    own = call.speaker is not None and entry.item.proposed_by == call.speaker.id
    if not (own or call.leads):
        raise NotAllowed(who=call.texts.either([person.name for person in call.record.coordinators]) or "–")


# ---------------------------------------------------------------------------------------------- remove


def read_removal(sentence: Sentence, call: Call) -> Sequence[Claim[RemoveItem]]:
    """Find an item that somebody takes off the agenda."""
    text = sentence.text[:_LONGEST]
    if not say.CHANGE_HINT.search(text) or (text.rstrip().endswith("?") and not call.addressed):
        return ()
    for pattern in (say.SKIPPED_OFF, say.REMOVE, say.REMOVED):
        found = pattern.search(text)
        if found and _plainly(found["what"], call) and not _elsewhere(found["what"]):
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
    entry = _one(intent.words, call, lambda number: f"ta bort punkt {number}")
    if isinstance(entry, Outcome):
        return entry
    _may_change(entry, call)
    said = call.texts.paragraph("agenda.removed", title=entry.item.title)
    told = () if _by_name(intent.words, entry) else (Answer(doc(said)),)
    return Outcome((ItemRemoved(**call.base, item=entry.item.id),), (React(), *told))


def _by_name(words: str, entry: Entry) -> bool:
    return not entry.item.title or fit(words_of(_bare(words)), entry.item.title).titled > 0.99


# ------------------------------------------------------------------------------------------------ move


def read_move(sentence: Sentence, call: Call) -> Sequence[Claim[MoveItem]]:
    """Find a wish about where an item is to stand."""
    text = sentence.text[:_LONGEST]
    if not say.CHANGE_HINT.search(text):
        return ()
    whole = (0, len(sentence.text))
    text = say.CORRECTS.sub("", text)
    swap = say.SWAP.search(text)
    if swap:
        words = [swap["one"].strip(), swap["other"].strip()]
        if all(find_items(_bare(one), _entries(call)) for one in words) and (
            call.addressed or "plats" in text.casefold() or "swap" in text.casefold()
        ):
            return [Claim(MoveItem(words[0], "swap", words[1]), whole)]
    step = say.STEP.search(text)
    if step and _plainly(step["what"], call):
        up = (step["way"] or step["way2"] or "upp").casefold() == "upp"
        return [Claim(MoveItem(step["what"], "up" if up else "down"), whole)]
    for pattern in (say.MOVE, say.LIES):
        found = pattern.search(text)
        if found is None:
            continue
        words = [value for name, value in found.groupdict().items() if name.startswith("what") and value]
        if not words or not _plainly(words[0], call):
            continue
        if found["end"]:
            return [Claim(MoveItem(words[0], _end(found["end"])), whole)]
        if find_items(_bare(found["where"]), _entries(call)):
            return [Claim(MoveItem(words[0], _side(found["side"]), found["where"]), whole)]
    return ()


def _end(words: str) -> Literal["first", "last"]:
    return "last" if re.search(r"sist|slut|ner|last|end", words, re.IGNORECASE) else "first"


def _side(words: str) -> Literal["after", "before"]:
    return "after" if re.search(r"efter|after", words, re.IGNORECASE) else "before"


def move_item(intent: MoveItem, call: Call) -> Outcome:
    """Put an item where it was wished, and say which number it has got."""
    told = {"first": "först", "last": "sist", "after": f"efter {intent.other}", "before": f"före {intent.other}"}
    entry = _one(intent.words, call, lambda number: f"flytta punkt {number} {told.get(intent.side, 'ett steg upp')}")
    if isinstance(entry, Outcome):
        return entry
    _may_move(entry, call)
    order = [one.item for one in _entries(call)]
    if intent.other is not None:
        others = [one for one in find_items(_bare(intent.other), _entries(call)) if one.item.id != entry.item.id]
        if len(others) != 1:
            raise UnknownItem(words=_bare(intent.other))
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
        _may_change(entry, call)


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
    meeting = _about(call)
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
    if not _plainly(words, call) or not (call.leads or call.addressed or _is_own(words, call)):
        return ()
    return [Claim(PostponeItem(words, to), whole)]


def _is_own(words: str, call: Call) -> bool:
    found = _meant(words, call)
    return bool(found) and call.speaker is not None and all(one.item.proposed_by == call.speaker.id for one in found)


def postpone_item(intent: PostponeItem, call: Call) -> Outcome:
    """Leave an item for a later meeting, the next one unless another is named."""
    meeting = _about(call)
    if intent.words is None:
        open_now = call.item or (call.meeting.item_now if call.meeting else None)
        current = next((one for one in _entries(call) if one.item.id == open_now), None)
        if current is None:
            return Outcome()
        entry: Entry | Outcome = current
    else:
        entry = _one(intent.words, call, lambda number: f"skjut punkt {number} till nästa möte")
    if isinstance(entry, Outcome):
        return entry
    _may_change(entry, call)
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
    if not (say.CHANGE_HINT.search(text) or say.PRESENTS.match(text)):
        return ()
    whole = (0, len(sentence.text))
    text = say.CORRECTS.sub("", text)
    renamed = say.RENAME.search(text)
    if renamed:
        words = renamed["what"] or renamed["what2"]
        title = read_wish(renamed["title"] or renamed["title2"], (), plain=False).title
        if title and _plainly(words, call):
            return [Claim(ChangeItem(words, title=capital(title)), whole)]
    lasts = say.LASTS.match(text)
    if lasts and _plainly(lasts["what"], call):
        minutes = int(lasts["figure"]) if lasts["figure"] else minutes_in(lasts["word"])
        return [Claim(ChangeItem(lasts["what"], minutes=minutes), whole)]
    presents = say.PRESENTS.match(text)
    if presents and _plainly(presents["what"], call):
        return [Claim(ChangeItem(presents["what"], owner=presents["who"]), whole)]
    return ()


def change_item(intent: ChangeItem, call: Call) -> Outcome:
    """Change what an item is called, how long it is to take or who presents it."""
    entry = _one(intent.words, call, lambda number: _told_again(intent, number))
    if isinstance(entry, Outcome):
        return entry
    owner: Owner | None = None
    if intent.owner is not None:
        people = call.record.members
        if resolve(intent.owner, people).person is None and intent.owner.casefold() != "jag":
            return Outcome()
        owner = owner_of("@me" if intent.owner.casefold() == "jag" else intent.owner, call)
    else:
        _may_change(entry, call)
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
