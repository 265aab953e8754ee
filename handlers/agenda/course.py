"""Walk through the agenda: which item is next, and which one is left aside."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from handlers.agenda import order_wording as order
from handlers.agenda.mentioned import mentioned
from handlers.agenda.steps import step_after
from handlers.agenda.wording import LONGEST_STEP, NAMES_ITEM
from handlers.command import Call, Claim, Command, Example, Outcome, React, Sentence, Tell, When
from handlers.conclusions.decisions_wording import hints_approval
from meetings.agenda import Entry, agenda, find_items
from meetings.document import doc
from meetings.errors import AmbiguousItem, NotUnderstood, UnknownItem
from meetings.facts import ItemLeft, ItemTaken
from meetings.item_words import fit, words_of

_FILLER = r"(?:(?:ok|okej|då|så|bra|tack|sådär|nu|now|then|right)[\s,.!]+){0,3}"


_HINT = re.compile(
    r"nästa|punkt|tar|kör|börjar|fortsätter|backar|framme|på|går|vidare|item|next|move|moving|take"
    r"|fram\s+till|hoppar|över|tillbaka|åter|§|\bp\.?\s?\d",
    re.IGNORECASE,
)


_NEXT = re.compile(
    rf"""\A\W*{_FILLER}(?:(?:vi\s+)?(?:går|tar|kör|hoppar)\s+(?:vi\s+)?(?:nu\s+)?(?:vidare\s+)?(?:till\s+|på\s+)?)?
        (?:nästa(?:\s+(?:punkt|ärende|fråga))?(?:\s+(?:då|nu|tack|på\s+dagordningen))*|vidare
          |next(?:\s+item)?(?:\s+please)?|(?:let's\s+)?mov(?:e|ing)\s+on)\W*\Z
      |\A\W*{_FILLER}(?:då\s+)?(?:går|kör)\s+vi\s+vidare\W*\Z""",
    re.IGNORECASE | re.VERBOSE,
)


_GO_TO = re.compile(
    rf"""\A\W*(?:(?:punkt\s*)?\d{{1,2}}\s+(?:är\s+)?(?:klara?|färdiga?|avklarad)\s*[,.]?\s+)?{_FILLER}(?:
        (?:(?:vi|och)\s+)?(?:vidare|över|tillbaka|åter|back|on)\s+(?:till|to)\s+(?P<what7>[^,;?!\n]{{1,80}}?)
      | (?:vi\s+)?(?:går|hoppar|backar|återgår|kommer|övergår)\s+(?:vi\s+)?(?:nu\s+)?(?:vidare\s+|över\s+
          |tillbaka\s+|in\s+|fram\s+|nu\s+)?(?:till|på)\s+(?P<what>[^,;?!\n]{{1,80}}?)
      | (?:vi\s+)?(?:tar|kör|börjar\s+med
        |fortsätter\s+med)\s+(?:vi\s+)?(?:nu\s+)?(?P<what2>[^,;?!\n]{{1,80}}?)(?P<now>\s+(?:nu|först|härnäst))?
      | (?:nu\s+)?(?:är\s+vi|vi\s+är)\s+(?:framme\s+)?(?:på|vid)\s+(?P<what3>[^,;?!\n]{{1,80}}?)
      | nästa\s+(?:punkt|ärende)\s*(?:är|blir|:|,|–|-)\s*(?P<what4>[^,;?!\n]{{1,80}}?)
      | (?:we(?:'re|\s+are)?\s+)?(?:mov(?:e|ing)|going|go|skip)\s+(?:on\s+|back\s+
        |over\s+)?to\s+(?P<what5>[^,;?!\n]{{1,80}}?)
      | (?:let's\s+|we(?:'ll)?\s+)?take\s+(?P<what6>[^,;?!\n]{{1,80}}?)\s+now
      )(?:\s*,\s*[^,;?!\n]{{2,30}}\s+(?:varsågod|har\s+ordet|börjar|please))?\W*\Z""",
    re.IGNORECASE | re.VERBOSE,
)


_LONGEST_STEP_WORDS = 12


_HEADING = re.compile(r"\A\W*(?:punkt|item|§|p)\s*\.?\s*\d{1,4}\b[\s:.–-]*[^?!\n]{0,80}\Z", re.IGNORECASE)


_NUMBER_ALONE = re.compile(r"\A\W*(?:punkt(?:en)?|item|§)\s*\.?\s*\d{1,4}\W*\Z", re.IGNORECASE)


_LEAVE_HINT = re.compile(r"lyft|separat|hoppa|tas\s+inte|inte\s+upp|utgår|skip|not\s+raised|separate", re.IGNORECASE)


_NOT_RAISED = re.compile(
    rf"""\A\W*{_FILLER}(?:
        (?P<what>[^,;?!\n]{{1,80}}?)?\s*[:,–-]?\s*(?:lyfts|lyftes|tas|togs|tar\s+vi|behandlas
          |behandlades)\s+(?:inte|ej|aldrig)(?:\s+(?:upp|idag|nu|i\s+dag|denna\s+gång|den\s+här\s+gången
          |på\s+(?:det\s+här\s+|dagens\s+)?möte(?:t)?))*
      | (?:vi\s+)?hoppar?\s+(?:vi\s+)?över\s+(?P<what2>[^,;?!\n]{{1,80}}?)(?:\s+(?:idag|helt|nu|i\s+dag
        |denna\s+gång|den\s+här\s+gången))*
      | (?:we(?:'ll)?\s+|let's\s+)?skip\s+(?P<what3>[^,;?!\n]{{1,80}}?)(?:\s+today)?
      | (?P<what4>[^,;?!\n]{{1,80}}?)\s+(?:is|was)\s+not\s+(?:raised|taken\s+up)(?:\s+today)?
      )(?:[\s,;.–-]+(?:(?:utan|men|but)\s+)?(?:(?:vi|we)\s+)?(?:hänvisar\s+till|se|läs|refer\s+to|see)\s+
        (?P<reference>[^?\n]{{2,160}}?))?\W*\Z""",
    re.IGNORECASE | re.VERBOSE,
)


_SEPARATE = re.compile(
    r"""\A\W*(?P<what>[^;?!\n]{0,80}?)[\s:,–-]*(?:se\s+|see\s+|finns\s+i\s+|i\s+)?(?:(?:anteckningar(?:na)?
            |notes)\s+)?(?:i\s+|in\s+)?(?:ett\s+|a\s+)?
        (?:separat(?:a)?\s+(?:dokument|anteckningar|papper|fil)|separate\s+(?:document
          |notes))(?P<reference>[^\n]{0,200})\Z""",
    re.IGNORECASE | re.VERBOSE,
)


_PRONOUN = re.compile(
    r"\A(?:den|det|denna(?:\s+punkt)?|detta|punkten|den\s+(?:här|där)(?:\s+punkten)?|it|this|that|this\s+one|this\s+item)\Z",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class TakeItem:
    """Go to the item that the words mean; None: to the next one."""

    words: str | None = None


@dataclass(frozen=True)
class LeaveItem:
    """Leave an item (None: the one open): not raised, or written in a separate document."""

    words: str | None
    state: Literal["not_raised", "separate_document"]
    reference: str | None = None


def _entries(call: Call) -> tuple[Entry, ...]:
    return agenda(call.record, call.meeting.id) if call.meeting else ()


def _fits(words: str, call: Call) -> bool:
    """Tell whether words name items of this agenda and nothing else."""
    found = find_items(words, _entries(call))
    said = words_of(words)
    return bool(found) and (
        bool(NAMES_ITEM.search(words) or re.fullmatch(r"\d{1,2}(?::?[ae]n)?", words.strip()))
        or (bool(said) and fit(said, found[0].item.title).said > 0.85)
    )


def read_take(sentence: Sentence, call: Call) -> Sequence[Claim[TakeItem]]:
    """Find that the meeting goes on to an item; said by one who leads, or to the bot."""
    text = sentence.text[:LONGEST_STEP]
    if call.during is None or not (_HINT.search(text) or order.STEPS.search(text) or text.strip().isdigit()):
        return ()
    whole = (0, len(sentence.text))
    if _HEADING.match(text) and (found := find_items(text.strip(" .:"), _entries(call))) and len(found) == 1:
        title = re.sub(r"\A\W*\w+\s*\.?\s*\d*[\s:.–-]*", "", text)
        if not title.strip() or fit(words_of(title), found[0].item.title).said > 0.85:
            return [Claim(TakeItem(text.strip(" .:")), whole)]
    # "punkt 14" by itself names an item and says nothing under it: one that is not there is no note either.
    if _NUMBER_ALONE.match(text) and not find_items(text.strip(" .:"), _entries(call)):
        return [Claim(TakeItem(text.strip(" .:")), whole)]
    if not (call.leads or call.addressed):
        return ()
    after = step_after(text)
    if after is not None and hints_approval(text[: after[0]]):
        step = _step(text[after[1] :], call)
        return [Claim(step, (after[0], len(sentence.text)))] if step is not None else ()
    step = _step(text, call)
    return [Claim(step, whole)] if step is not None else ()


def _step(text: str, call: Call) -> TakeItem | None:
    """Read words that are a step and nothing else."""
    if _NEXT.match(text):
        return TakeItem()
    going = _GO_TO.match(text)
    if going is None:
        return _by_cues(text, call)
    words = next(value for name, value in going.groupdict().items() if name.startswith("what") and value)
    # "vi tar kaffe nu": only what is on the agenda.
    named = _fits(words, call) or re.match(r"(?:punkt|item|§)\s*\d", words, re.IGNORECASE)
    return TakeItem(words) if named else None


def _by_cues(text: str, call: Call) -> TakeItem | None:
    """Read any short sentence that goes on, to the one item it names or to the next."""
    if len(text.split()) > _LONGEST_STEP_WORDS or text.rstrip().endswith("?"):
        return None
    if order.STEPS.search(text) is None or order.NO_STEP.search(text):
        return None
    named = mentioned(text, call, bare_numbers=True)
    if len(named) > 1 and order.DONE_WITH.search(text[: named[-1].start]):
        named = named[-1:]
    if len(named) == 1 and (order.STEPS_TO.search(text[: named[0].start]) or order.IS_NEXT.match(text[named[0].end :])):
        return TakeItem(named[0].entry.item.title)
    return TakeItem() if not named and order.NEXT_ONE.search(text) else None


def take_item(intent: TakeItem, call: Call) -> Outcome:
    """Go to an item."""
    entries = _entries(call)
    if intent.words is None:
        following = next_entry(call)
        if following is None:
            return Outcome(replies=(Tell(doc(call.texts.t("agenda.no_more"))),))
        return Outcome((ItemTaken(**call.base, item=following.item.id),), (React(),))
    found = find_items(intent.words, entries)
    if not found:
        raise UnknownItem(words=intent.words)
    if len(found) > 1:
        raise AmbiguousItem(words=intent.words, candidates=call.texts.either([one.item.title for one in found]))
    return Outcome((ItemTaken(**call.base, item=found[0].item.id),), (React(),))


def next_entry(call: Call) -> Entry | None:
    """Give the item after the one that is open; those left aside are passed over."""
    entries = _entries(call)
    now = call.meeting.item_now if call.meeting else None
    place = next((n for n, one in enumerate(entries) if one.item.id == now), -1)
    return next((one for one in entries[place + 1 :] if one.item.state is None), None)


def read_leave(sentence: Sentence, call: Call) -> Sequence[Claim[LeaveItem]]:
    """Find that an item is not raised, or is written elsewhere."""
    text = sentence.text[: 2 * LONGEST_STEP]
    if call.during is None or not _LEAVE_HINT.search(text) or text.rstrip().endswith("?"):
        return ()
    whole = (0, len(sentence.text))
    separate = _SEPARATE.match(text)
    if separate:
        words = separate["what"].strip(" :,–-")
        if not words or _fits(words, call):
            reference = separate["reference"].strip(" .:,()–-") or None
            return [Claim(LeaveItem(words or None, "separate_document", reference), whole)]
    skipped = _NOT_RAISED.match(text) if call.leads or call.addressed else None
    if skipped:
        named = (value.strip() for name, value in skipped.groupdict().items() if value and name.startswith("what"))
        words = next((value for value in named if value), "")
        if not words or _PRONOUN.match(words):
            return [Claim(LeaveItem(None, "not_raised", skipped["reference"]), whole)]
        if _fits(words, call):
            return [Claim(LeaveItem(words, "not_raised", skipped["reference"]), whole)]
    return ()


def leave_item(intent: LeaveItem, call: Call) -> Outcome:
    """Leave an item aside."""
    entries = _entries(call)
    if intent.words is None:
        open_now = call.item or (call.meeting.item_now if call.meeting else None)
        found = tuple(one for one in entries if one.item.id == open_now)
    else:
        found = find_items(intent.words, entries)
    if not found:
        raise UnknownItem(words=intent.words) if intent.words else NotUnderstood("item")
    if len(found) > 1:
        raise AmbiguousItem(words=intent.words, candidates=call.texts.either([one.item.title for one in found]))
    left = ItemLeft(**call.base, item=found[0].item.id, state=intent.state, reference=intent.reference)
    return Outcome((left,), (React(),))


TAKE_ITEM: Command[TakeItem] = Command(
    name="take_item",
    words={"sv": ("nästa", "punkt 4"), "en": ("next", "item 4")},
    read=read_take,
    handle=take_item,
    examples=(
        Example("nästa punkt", gives=("item_taken",), when=When.DURING, lead=True),
        Example("då går vi vidare till punkt 5", gives=("item_taken",), when=When.DURING, lead=True),
        Example("vi tar Trisam nu", gives=("item_taken",), when=When.DURING, lead=True),
        Example("moving on to item 5", gives=("item_taken",), when=When.DURING, lead=True, language="en"),
    ),
    shown=frozenset({When.DURING}),
)


LEAVE_ITEM: Command[LeaveItem] = Command(
    name="leave_item",
    words={"sv": ("lyfts inte",), "en": ("not raised",)},
    read=read_leave,
    handle=leave_item,
    cues=(_LEAVE_HINT,),
    examples=(
        Example("Nya lokaler lyfts inte idag", gives=("item_left",), when=When.DURING, lead=True),
        Example("se anteckningar i separat dokument", gives=("item_left",), when=When.DURING, lead=True),
        Example("we skip Nya lokaler today", gives=("item_left",), when=When.DURING, lead=True, language="en"),
    ),
    shown=frozenset({When.DURING}),
)
