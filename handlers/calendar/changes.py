"""Book, move, rename and cancel the group's meetings."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time
from itertools import takewhile
from typing import TypeVar

from handlers.calendar.cues import is_answer
from handlers.calendar.dates import dates_in
from handlers.calendar.effects import confirmation, facts_of, told
from handlers.calendar.meant import (
    CancelMeeting,
    Change,
    MoveMeeting,
    PlanMeeting,
    RenameMeeting,
)
from handlers.calendar.reading import read_changes, read_told
from handlers.calendar.wording import AN_ITEM, BESIDE_A_DATE, BOOKS, MEETINGS_ITEM, SCHEDULE
from handlers.command import Answer, Call, Claim, Command, Example, Outcome, React, Sentence, Who
from handlers.command import When as Stage
from handlers.reading.asking import ask
from meetings.document import doc
from meetings.errors import NoMeeting
from meetings.facts import About, Answered, Option
from meetings.when import Trouble, When

_LONGEST = 600
_MOST_OPTIONS = 4
_LONGEST_PLACE = 3
_MUCH_MORE = 4
"""Words: a sentence with as many beside its dates says something more, and is kept as a note too."""


@dataclass(frozen=True)
class Planned:
    """What one sentence books. `text` is the sentence, from which an answer to a question is made."""

    changes: tuple[PlanMeeting, ...]
    text: str


@dataclass(frozen=True)
class Moved:
    """What one sentence moves."""

    change: MoveMeeting
    text: str


C = TypeVar("C", bound=Change)


def _changes(sentence: Sentence, call: Call, kind: type[C]) -> list[tuple[C, tuple[int, int]]]:
    if not (call.leads or call.addressed):
        return []
    if AN_ITEM.match(sentence.text):
        return []
    found = read_told(sentence.text[:_LONGEST], call)
    return [(change, span) for change, span in found if isinstance(change, kind)]


def _span(sentence: Sentence, spans: Sequence[tuple[int, int]], alone: bool) -> tuple[int, int]:
    """Take the whole sentence when nothing else was read in it, so that no piece of it becomes a note."""
    return (0, len(sentence.text)) if alone else (spans[0][0], spans[-1][1])


def _alone(sentence: Sentence, call: Call, number: int) -> bool:
    return len(read_told(sentence.text[:_LONGEST], call)) == number


def read_plan(sentence: Sentence, call: Call) -> Sequence[Claim[Planned]]:
    """Find meetings that somebody who leads books; an invitation to one that is booked already books nothing."""
    found = _changes(sentence, call, PlanMeeting)
    whole = (0, len(sentence.text))
    if found:
        span = _span(sentence, [span for _, span in found], _alone(sentence, call, len(found)))
        says_more = (
            not BOOKS.match(sentence.text)
            and call.during is not None
            and (_beside(sentence.text, call) or 0) >= _MUCH_MORE
        )
        return [Claim(Planned(tuple(change for change, _ in found), sentence.text), (0, 0) if says_more else span)]
    if not (call.leads or call.addressed):
        return ()
    if SCHEDULE.match(sentence.text):
        listed = [(line.text, _told_as_meeting(line.text, call)) for line in sentence.following]
        rows = list(takewhile(lambda row: row[1], listed))
        if rows:
            changes = tuple(change for _, told_there in rows for change in told_there)
            return [Claim(Planned(changes, "\n".join(_as_next(text) for text, _ in rows)), whole, lines=len(rows))]
    if call.during and _is_about_meetings(call):
        changes = _told_as_meeting(sentence.text, call)
        return [Claim(Planned(changes, _as_next(sentence.text)), whole)] if changes else ()
    return ()


def _is_about_meetings(call: Call) -> bool:
    """Tell whether what is said stands under the item for the group's coming meetings."""
    item = call.item or (call.meeting.item_now if call.meeting else None)
    known = call.record.items.get(item) if item else None
    return known is not None and MEETINGS_ITEM.search(known.title) is not None


def _as_next(text: str) -> str:
    return f"nästa möte {text}"


def _told_as_meeting(text: str, call: Call) -> tuple[PlanMeeting, ...]:
    """Read a line that holds nothing but a meeting's date, hour and place."""
    if "?" in text or _beside(text, call) is None or _beside(text, call) != 0:
        return ()
    read = read_changes(_as_next(text[:_LONGEST]), call)
    return tuple(change for change, _ in read if isinstance(change, PlanMeeting))


def _beside(text: str, call: Call) -> int | None:
    """Count the words of a text that tell no date, hour or place of a meeting; None when it has no date at all.

    Names after the first date are a place; what stands before it is whose day it is.
    """
    text = text[:_LONGEST]
    dates = dates_in(text, call)
    if not dates:
        return None
    left = text
    for when in reversed(dates):
        left = left[: when.span[0]] + " " * (when.span[1] - when.span[0]) + left[when.span[1] :]
    words = list(re.finditer(r"\w[\w-]*", BESIDE_A_DATE.sub(lambda found: " " * len(found[0]), left)))
    places = [word for word in words if word.start() > dates[0].span[0] and word[0][0].isupper()]
    return len(words) - min(len(places), _LONGEST_PLACE)


def read_move(sentence: Sentence, call: Call) -> Sequence[Claim[Moved]]:
    """Find a meeting that is given another day, hour or place."""
    found = _changes(sentence, call, MoveMeeting)
    alone = _alone(sentence, call, len(found)) if found else False
    return [
        Claim(Moved(change, sentence.text), _span(sentence, [span], alone and len(found) == 1))
        for change, span in found
    ]


def read_rename(sentence: Sentence, call: Call) -> Sequence[Claim[RenameMeeting]]:
    """Find a meeting that is to be called something else."""
    return [Claim(change, span) for change, span in _changes(sentence, call, RenameMeeting)]


def read_cancel(sentence: Sentence, call: Call) -> Sequence[Claim[CancelMeeting]]:
    """Find a meeting that is cancelled."""
    found = _changes(sentence, call, CancelMeeting)
    alone = _alone(sentence, call, len(found)) if found else False
    return [Claim(change, _span(sentence, [span], alone and len(found) == 1)) for change, span in found]


def plan_meetings(intent: Planned, call: Call) -> Outcome:
    """Book meetings and confirm each with weekday and date; ask about a date that is in doubt."""
    doubt = next((change.doubt for change in intent.changes if change.doubt is not None), None)
    if doubt is not None:
        return _asked(doubt, intent.text, call)
    facts = [fact for change in intent.changes for fact in facts_of(change, call)]
    lines = [
        line
        for change in intent.changes
        for line in (told(change, call), _red_day(change.date, change.red_day, call))
        if line
    ]
    return Outcome(tuple(facts), (React(), Answer(confirmation(lines, call))) if lines else (React(),))


def move_meeting(intent: Moved, call: Call) -> Outcome:
    """Move a meeting and confirm its new day and hour; ask about a date that is in doubt."""
    change = intent.change
    if change.target is None:
        raise NoMeeting()
    if change.doubt is not None:
        return _asked(change.doubt, intent.text, call)
    if (change.date, change.start, change.end, change.place) == (None, None, None, None):
        return _asked_where_to(change.target, call)
    lines = [line for line in (told(change, call), _red_day(change.date, change.red_day, call)) if line]
    answered = (Answered(**call.base, question=call.pending.id),) if call.pending and is_answer(call) else ()
    return Outcome((*answered, *facts_of(change, call)), (React(), Answer(confirmation(lines, call))))


def _asked_where_to(target: str, call: Call) -> Outcome:
    """Ask what a meeting is moved to, when that is all that was not said."""
    day = call.texts.short_date(call.record.meetings[target].date, call.now.date())
    return ask(call, About.NEW_TIME, doc(call.texts.t("calendar.move_to", day=day)), concerns=call.said.message)


def rename_meeting(intent: RenameMeeting, call: Call) -> Outcome:
    """Call a meeting something else."""
    return _settled(intent, call)


def cancel_meeting(intent: CancelMeeting, call: Call) -> Outcome:
    """Cancel a meeting; what was proposed for it goes to the next one."""
    if intent.target is None:
        raise NoMeeting()
    return _settled(intent, call)


def _settled(change: Change, call: Call) -> Outcome:
    line = told(change, call)
    return Outcome(tuple(facts_of(change, call)), (React(), Answer(confirmation([line] if line else [], call))))


def _red_day(day: date | None, name: str | None, call: Call) -> str | None:
    if day is None or not name:
        return None
    return call.texts.t("calendar.red_day", day=call.texts.short_date(day, call.now.date()), name=name)


def _asked(doubt: When, text: str, call: Call) -> Outcome:
    """Ask which date was meant; each option is the sentence with that date in place of the doubtful one."""
    readings = [one for problem in doubt.problems for one in problem.alternatives][:_MOST_OPTIONS]
    begin, end = doubt.span
    options = tuple(
        Option(label=_label(one, call), text=text[:begin] + _written(one, doubt) + text[end:])
        for one in dict.fromkeys(readings)
    )
    key = next((key for trouble, key in _QUESTIONS if doubt.has(trouble)), "calendar.which_date")
    question = doc(call.texts.t(key, date=doubt.text.strip()))
    return ask(call, About.WHEN, question, options=options, concerns=call.said.message)


_QUESTIONS = (
    (Trouble.PAST, "calendar.date_past"),
    (Trouble.WEEKDAY_CONFLICT, "calendar.date_conflict"),
    (Trouble.IMPOSSIBLE, "calendar.date_impossible"),
)


def _label(reading: date | time, call: Call) -> str:
    return call.texts.clock(reading) if isinstance(reading, time) else call.texts.full_date(reading)


def _written(reading: date | time, doubt: When) -> str:
    clock = "" if doubt.start is None else f" kl {doubt.start:%H.%M}" + (f"-{doubt.end:%H.%M}" if doubt.end else "")
    if isinstance(reading, time):
        day = "" if doubt.date is None else f"{doubt.date.isoformat()} "
        return f"{day}kl {reading:%H.%M}"
    return f"{reading.isoformat()}{clock}"


PLAN_MEETING: Command[Planned] = Command(
    name="plan_meeting",
    words={"sv": ("boka möte",), "en": ("book a meeting",)},
    read=read_plan,
    handle=plan_meetings,
    rest_is_said=True,
    examples=(
        Example(
            "nästa möte 2 december 14.15-16.15 i Stadshuset",
            gives=("meeting_planned",),
            says="2 december",
            lead=True,
            when=Stage.DURING,
        ),
        Example(
            "boka mysam torsdag 8 oktober kl 13-15 på Teams",
            gives=("meeting_planned",),
            says="Teams",
            lead=True,
            addressed=True,
        ),
        Example(
            "Möte på fredag kl 10 för att gå igenom budgeten", gives=("meeting_planned",), says="fredag", lead=True
        ),
        Example(
            "next meeting 2 December 2:15-4:15 pm",
            gives=("meeting_planned",),
            lead=True,
            when=Stage.DURING,
            language="en",
        ),
    ),
    who=Who.LEAD,
)
MOVE_MEETING: Command[Moved] = Command(
    name="move_meeting",
    words={"sv": ("flytta mötet",), "en": ("move the meeting",)},
    read=read_move,
    handle=move_meeting,
    rest_is_said=True,
    examples=(
        Example(
            "flytta mötet till onsdag 16/9",
            gives=("meeting_moved",),
            says="onsdag 16 september",
            lead=True,
            addressed=True,
        ),
        Example("Mötet skjuts fram en timme, vi börjar kl 14", gives=("meeting_moved",), says="14.00", lead=True),
        Example(
            "byt lokal till Biblioteket för mötet på tisdag",
            gives=("meeting_moved",),
            says="Biblioteket",
            lead=True,
            addressed=True,
        ),
        Example(
            "we are moving the meeting to 17 September at 1 pm", gives=("meeting_moved",), lead=True, language="en"
        ),
    ),
    who=Who.LEAD,
)
RENAME_MEETING: Command[RenameMeeting] = Command(
    name="rename_meeting",
    words={"sv": ("byt namn på mötet",), "en": ("rename the meeting",)},
    read=read_rename,
    handle=rename_meeting,
    rest_is_said=True,
    examples=(
        Example(
            "kalla mötet i november avstämning",
            gives=("meeting_renamed",),
            says="avstämning",
            lead=True,
            addressed=True,
        ),
        Example(
            "rename the meeting in November to check-in",
            gives=("meeting_renamed",),
            lead=True,
            addressed=True,
            language="en",
        ),
    ),
    who=Who.LEAD,
)
CANCEL_MEETING: Command[CancelMeeting] = Command(
    name="cancel_meeting",
    words={"sv": ("ställ in mötet",), "en": ("cancel the meeting",)},
    read=read_cancel,
    handle=cancel_meeting,
    rest_is_said=True,
    examples=(
        Example(
            "mötet på tisdag ställs in",
            gives=("meeting_cancelled", "item_postponed", "item_postponed"),
            says="15 september",
            lead=True,
        ),
        Example("ställ in mysam 10/11", gives=("meeting_cancelled",), says="10 november", lead=True, addressed=True),
        Example(
            "Tuesday's meeting is cancelled",
            gives=("meeting_cancelled", "item_postponed", "item_postponed"),
            lead=True,
            language="en",
        ),
    ),
    who=Who.LEAD,
)
