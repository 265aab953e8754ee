"""What comes back at a later meeting: what is referred back or put off, and what a note says is taken up next time."""

from __future__ import annotations

import re
from collections.abc import Iterator

from handlers.agenda.titles import read_wish
from handlers.calendar.dates import find_meeting
from handlers.command import Call
from handlers.conclusions.outcomes import outcome_of
from meetings.agenda import agenda, find_items
from meetings.facts import Decided, Fact, ItemPostponed, ItemProposed, Outcome
from meetings.record import Item, Meeting
from meetings.words import fold, sentences

_VERB = r"återremitter|bordlägg|skjut|hänskjut|postpone|refer"
# "att förfrågan från … återremitteras för fortsatt beredning", "att frågan bordläggs till 26/11"
_PASSIVE = re.compile(
    rf"(?:att|that)\s+(?P<what>.{{2,200}}?)\s+(?:ska\s+|be\s+|is\s+|are\s+)?(?:{_VERB})(?:as|s|es|as\s+upp|s\s+upp|ed|d|red)\b(?P<rest>.*)\Z",
    re.IGNORECASE | re.DOTALL,
)
# "att återremittera ansökan till beredningsgruppen", "att bordlägga ärendet"
_ACTIVE = re.compile(
    rf"""(?:att|to|that)\s+(?:vi\s+|we\s+)?(?:{_VERB})(?:a|ar|er|s)?(?:\s+(?:upp|tillbaka|back))?\s+
        (?P<what>.{{2,200}}?)(?P<rest>(?:\s+(?:till|tills|för|tillbaka|i\s+avvaktan|eftersom|då|to|for|until)\b|[,;.]).*)?\Z""",
    re.IGNORECASE | re.DOTALL | re.VERBOSE,
)
_ITSELF = re.compile(
    r"(?:(?:hela\s+)?ärendet|frågan|punkten|beslutet|paragrafen|den|det|detta|ansökan|förslaget|the\s+(?:matter|item|question|application)|it)\W*\Z",
    re.IGNORECASE,
)
# "… tas upp som ärende vid kommande sammanträde", "… tas upp igen nästa gång", "… behandlas på nästa möte"
_NEXT_TIME = re.compile(
    r"""\A(?P<what>[^:;!?\n]{3,140}?)\s+
        (?:(?:ska|skall|kommer\s+att|får|bör|will|is\s+to)\s+)?
        (?:tas|tas\s+åter|behandlas|lyfts|lyftas|läggs|be\s+taken|is\s+taken|are\s+taken)\s*
        (?:därför\s+|åter\s+|då\s+)?(?:upp\b|in\b|med\b)?\s*(?:igen\s+|på\s+nytt\s+|again\s+)?
        (?:(?:till\s+beslut|för\s+beslut|som\s+(?:ett\s+|eget\s+|en\s+|egen\s+)?(?:ärende|punkt|beslutsärende)|up|as\s+an?\s+(?:item|matter))\s*)?
        (?:(?:vid|på|till|i|at)\s+(?P<to>(?:(?:vårt|styrelsens|the|our)\s+)?(?:kommande|nästa|nästkommande|next|coming)\s+
            (?:ordinarie\s+)?(?:sammanträde|möte|styrelsemöte|styrelsesammanträde|mysam\w*|meeting)
            |(?:sammanträdet|mötet|styrelsemötet|the\s+meeting)\s+(?:den\s+|on\s+)?\d[^.;\n]{0,30})
        |(?P<later>nästa\s+gång|next\s+time))
        (?P<rest>[^\n]{0,60})\Z""",
    re.IGNORECASE | re.VERBOSE,
)
# "vi tar upp budgeten nästa gång", "we'll take the budget up at the next meeting"
_WE_TAKE_UP = re.compile(
    r"""\A(?:(?:så|då|och|ok|okej|so|then|and)[\s,]+){0,2}(?:vi|we)(?:\s+(?:får|ska|kan|will|shall|can)|'ll)?\s+
        (?:(?:tar?|lyfter|lyfta|behandlar?|take|raise|discuss)\s+(?:(?:därför|då)\s+)?(?:upp\s+|up\s+)?)
        (?P<what>[^:;!?,\n]{3,100}?)(?:\s+(?:upp|up))?(?:\s+(?:igen|på\s+nytt|again))?\s+
        (?:(?:vid|på|till|at)\s+(?P<to>(?:(?:vårt|the|our)\s+)?(?:kommande|nästa|nästkommande|next|coming)\s+
            (?:ordinarie\s+)?(?:sammanträde|möte|styrelsemöte|mysam\w*|meeting))
        |(?P<later>nästa\s+gång|next\s+time))
        (?P<rest>[^\n]{0,30})\Z""",
    re.IGNORECASE | re.VERBOSE,
)
_NEXT_HINT = re.compile(r"nästa|kommande|nästkommande|sammanträdet|mötet|next|coming|meeting", re.IGNORECASE)
_NO_MATTER = re.compile(r"\A(?:vi|jag|det|den|de|detta|som|man|frågan|punkten|ärendet|we|it|this)\W*\Z", re.IGNORECASE)
_NOT_SO = re.compile(r"\b(?:inte|ej|kanske|eventuellt|ev\.?|not|maybe)\b", re.IGNORECASE)


def referred(fact: Decided, call: Call) -> tuple[Fact, ...]:
    """Let what a decision refers back or puts off come back, with the day of this meeting as its origin."""
    return tuple(one for clause in fact.clauses for one in _of_clause(clause, fact, call))


def _of_clause(clause: str, fact: Decided, call: Call) -> Iterator[Fact]:
    kind = outcome_of((clause,))
    meeting = call.meeting
    if kind not in (Outcome.REFER_BACK, Outcome.POSTPONE) or meeting is None:
        return
    found = _PASSIVE.match(clause) or _ACTIVE.match(clause)
    if found is None:
        return
    to = find_meeting(found["rest"], call) if found["rest"] else None
    what = found["what"].strip(" ,.")
    item = call.record.items.get(fact.item or meeting.item_now or "")
    if item is not None and (_ITSELF.match(what) or _means(what, item, call)):
        if item.standing is None and kind is Outcome.POSTPONE:
            yield ItemPostponed(**call.base, item=item.id, to=to.id if to else None)
            return
        title = item.title if item.standing is None else fact.under
    else:
        title = read_wish(what, (), plain=True).title
    if title:
        yield from _item(title, to, call)


def _means(what: str, item: Item, call: Call) -> bool:
    assert call.meeting is not None
    found = find_items(what, agenda(call.record, call.meeting.id))
    return len(found) == 1 and found[0].item.id == item.id


def next_time(text: str, call: Call) -> tuple[Fact, ...]:
    """Put what a note says is taken up at a coming meeting on that meeting's agenda."""
    if call.meeting is None or not _NEXT_HINT.search(text):
        return ()
    told = (_of_sentence(text[start:end].strip(), call) for start, end in sentences(text))
    return tuple(fact for one in told if one is not None for fact in (_put_off(*one, call) or _item(*one, call)))


def _put_off(title: str, to: Meeting | None, call: Call) -> tuple[Fact, ...]:
    """Leave an item of this meeting that it has not come to, when that is what is to be taken up."""
    assert call.meeting is not None
    for entry in agenda(call.record, call.meeting.id):
        item = entry.item
        if fold(item.title) == fold(title) and item.standing is None and not _treated(item, call.meeting):
            return (ItemPostponed(**call.base, item=item.id, to=to.id if to else None),)
    return ()


def without_next_time(text: str, call: Call) -> str:
    """Leave out the sentences that only put something on a coming agenda: they are no tasks."""
    if call.meeting is None or not _NEXT_HINT.search(text):
        return text
    said = (text[start:end].strip() for start, end in sentences(text))
    return " ".join(sentence for sentence in said if not _of_sentence(sentence, call))


def _of_sentence(sentence: str, call: Call) -> tuple[str, Meeting | None] | None:
    """Read what is to be taken up, and the coming meeting that is named, if one is."""
    found = _NEXT_TIME.match(sentence.rstrip(" .")) or _WE_TAKE_UP.match(sentence.rstrip(" ."))
    if found is None or _NO_MATTER.match(found["what"]) or _NOT_SO.search(sentence):
        return None
    to = find_meeting(found["to"], call) if found["to"] and re.search(r"\d", found["to"]) else None
    title = read_wish(found["what"], (), plain=True).title
    return (title, to) if len(title) > 2 else None


def _item(title: str, to: Meeting | None, call: Call) -> Iterator[Fact]:
    assert call.meeting is not None
    coming = (one for one in call.record.items.values() if not one.removed and one.for_meeting != call.meeting.id)
    if any(fold(one.title) == fold(title) and _is_to_come(one, call) for one in coming):
        return
    yield ItemProposed(
        **call.base,
        item=call.ids.new("i"),
        title=title,
        for_meeting=to.id if to is not None and to.id != call.meeting.id else None,
        origin=call.meeting.date.isoformat(),
    )


def _treated(item: Item, meeting: Meeting) -> bool:
    return item.id in meeting.taken or any(passage.item == item.id for passage in meeting.passages)


def _is_to_come(item: Item, call: Call) -> bool:
    meeting = call.record.meetings.get(item.for_meeting or "")
    return not item.standing and (meeting is None or not meeting.is_held)
