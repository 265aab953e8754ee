"""Which item people mean when they say "den", "min punkt", a number or a part of a title; and who may change it."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import timedelta

from handlers.agenda import wording as say
from handlers.command import Call, Outcome
from handlers.reading.asking import ask
from meetings.agenda import Entry, agenda, find_items
from meetings.agenda_order import next_meeting
from meetings.document import doc
from meetings.errors import NotAllowed, UnknownItem
from meetings.facts import About, Option
from meetings.item_words import fit, words_of
from meetings.record import Item, Meeting

# How long "den" can mean what somebody proposed before.
_STILL_TALKED_OF = timedelta(hours=1)
_MOST_OPTIONS = 6
_TAIL = re.compile(
    r"[\s,]*\b(?:tack|snälla|är\s+du\s+snäll|(?:från|ur|på)\s+(?:dagordningen|agendan|listan)|helt|idag"
    r"|nu|också|oxå|igen|i\s?stället|till\s+nästa\s+(?:gång|möte)|please|thanks|today|(?:from"
    r"|off)\s+the\s+agenda)\W*\Z",
    re.IGNORECASE,
)
_HEAD = re.compile(
    r"\A(?:upp\s+|ner\s+)?(?:(?:min|mitt|vår|vårt|den|my|our|the)\s+)?(?:punkt(?:en)?|ärendet?"
    r"|item)\s+(?:om|kring|about|on)\s+|\A(?:min|mitt|vår|vårt|my|our)\s+(?=\w)",
    re.IGNORECASE,
)


def about_meeting(call: Call) -> Meeting | None:
    """Give the meeting whose agenda is talked of: the open one, else the next."""
    return call.meeting if call.during else next_meeting(call.record)


def entries_of(call: Call) -> tuple[Entry, ...]:
    """Give the agenda that is talked of."""
    meeting = about_meeting(call)
    return agenda(call.record, meeting.id) if meeting else ()


def bare(words: str) -> str:
    """Give words for an item without "punkten om", thanks and where it is to be taken from."""
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


def meant(words: str, call: Call) -> tuple[Entry, ...]:
    """Give the items that words mean; none when they say nothing that fits."""
    entries = entries_of(call)
    said_words = words.strip(" .!\t")
    if say.MY_LATEST.search(said_words):
        own = _latest_own(call, entries, recent=False)
        return (own,) if own else ()
    if say.PRONOUN.match(said_words):
        just_now = call.ids.given("i")
        if just_now:
            return (Entry("", Item(id=just_now[-1], title="", proposed_by=call.speaker.id if call.speaker else None)),)
        now = next((entry for entry in entries if entry.item.id == call.item), None)
        mine = "min" in said_words.casefold() or "my" in said_words.casefold()
        own = _latest_own(call, entries, recent=not mine)
        return tuple(entry for entry in (now or own,) if entry)
    return find_items(bare(said_words), entries)


def plainly(words: str, call: Call) -> bool:
    """Tell whether words are plainly about an item: they say so, mean the latest one, or are its title."""
    said_words = words.strip(" .!\t")
    if say.NOT_A_TITLE.match(said_words) or not said_words:
        return False
    if say.MY_LATEST.search(said_words):
        return True
    if say.PRONOUN.match(said_words):
        return call.addressed or bool(meant(said_words, call))
    if say.NAMES_ITEM.search(said_words):
        return True
    said = words_of(bare(said_words))
    found = find_items(bare(said_words), entries_of(call))
    return bool(found) and bool(said) and fit(said, found[0].item.title).said > 0.85


def one_item(words: str, call: Call, command: Callable[[str], str]) -> Entry | Outcome:
    """Give the one item meant, or the outcome of asking which; `command` makes the text of an answer from a number."""
    found = meant(words, call)
    if len(found) == 1:
        return found[0]
    unclear = say.PRONOUN.match(words.strip(" .!\t")) or say.MY_LATEST.search(words)
    if not found and not unclear:
        raise UnknownItem(words=bare(words))
    offered = found or tuple(entry for entry in entries_of(call) if not entry.item.standing)
    options = tuple(
        Option(label=call.texts.t("agenda.option", number=e.number, title=e.item.title), text=command(e.number))
        for e in offered[:_MOST_OPTIONS]
    )
    key = "agenda.which_of" if found else "agenda.which"
    return ask(call, About.ITEM, doc(call.texts.t(key, words=bare(words))), options=options, concerns=call.said.message)


def check_may_change(entry: Entry, call: Call) -> None:
    """Raise `NotAllowed` for one who neither proposed the item nor leads."""
    own = call.speaker is not None and entry.item.proposed_by == call.speaker.id
    if not (own or call.leads):
        raise NotAllowed(who=call.texts.either([person.name for person in call.record.coordinators]) or "–")
