"""Read a sentence on the group's meetings by its evidence, when no special wording fits: a day, cues, and little else.

What a sentence says beside its dates, its place and the words of the frame tells whose matter it is. Where that is
nothing, a cue and a slot are enough; where it is something, it is left alone.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from handlers.calendar import cue_vocabulary as cue
from handlers.calendar.booking import plan_day
from handlers.calendar.clauses import Clause, place_after, red_day, shifted
from handlers.calendar.dates import find_meeting, meeting_within, month_in, planned
from handlers.calendar.evidence import BY_DAYS, Said, told_in
from handlers.calendar.hours import new_hours
from handlers.calendar.meant import CancelMeeting, MoveMeeting
from handlers.calendar.telling import Found, Telling
from handlers.command import Call
from meetings.facts import About
from meetings.record import Meeting, Phase

_NOT = re.compile(r"\b(?:inte|ej|not|never)\b|n't\b", re.IGNORECASE)
_LABEL = re.compile(
    r"\b(?:datum\w*|dag|tid(?:en)?|mötestid\w*|starttid\w*|sluttid\w*|klockslag|date|time|day|börjar|startar?|starten|slutar|start|starts|starting|begin|ends?|kickoff)\b",
    re.IGNORECASE,
)
_STARTS = re.compile(
    r"\b(?:börjar|startar|slutar|drar\s+igång|drar\s+i\s+gång|starts?|begins?|ends?|kicks?\s+off)\b", re.IGNORECASE
)
_ALONE = re.compile(
    r"\b(?:jag|min|mitt|i|my)\s+(?:börjar|startar|slutar|sitter|kör|är|tar|kommer|ska|har|tid|start|begin|come|join|sit|am|can|will)\b"
    r"|\bi'm\b",
    re.IGNORECASE,
)
# "jag kommer inte på tisdag, måste ställa in" is about the writer.
_AWAY = re.compile(
    r"\b(?:jag|i)\b[^.!?]{0,20}\b(?:kommer|kan|hinner|deltar|medverkar|är|can't|won't|cannot)\b|\bi'm\b", re.IGNORECASE
)
# "mötet blir 19 maj": the one meeting there is, and another day than it has.
_BECOMES = re.compile(
    r"\b(?:mötet|motet|mysamet|sammanträdet|träffen|the\s+meeting)\s+(?:nu\s+|alltså\s+|då\s+)?(?:blir|är\s+nu|hålls|äger\s+rum|flyttat|will\s+be|is)\b",
    re.IGNORECASE,
)
_AFTER_BREAK = re.compile(
    r"\b(?:efter|after)\s+(?:the\s+)?(?:\w*lov\w*|sommar\w*|semest\w*|jul\w*|nyår\w*|påsk\w*|helg\w*|uppehåll\w*|summer|christmas|easter|holidays?|break|new\s+year)\b",
    re.IGNORECASE,
)
_A_ROOM = re.compile(r"\b(?:lokal\w*|sal|rum|plats\w*|room|venue|place)\b", re.IGNORECASE)
_INSTEAD = re.compile(r"\b(?:i\s?stället|instead|rather|byter|byts)\b", re.IGNORECASE)
_ONE_MORE = re.compile(
    r"\b(?:ett|en|nytt|extra|another|new|additional|an?)\s+(?:nytt\s+|extra\s+|ny\s+|kort\w*\s+|new\s+)?(?:\w+)?(?:möte|träff|sammanträde|avstämning|meeting|catch-?up|follow-?up)\b(?!\s+(?:date|time|place|room|venue))",
    re.IGNORECASE,
)
_COUNTS = {"en": 1, "ett": 1, "a": 1, "one": 1, "två": 2, "two": 2, "tre": 3, "three": 3, "fyra": 4, "four": 4}
_EARLIER = re.compile(r"\b(?:tidigare|bakåt|tidigarelägg\w*|tidigarelagt|earlier|forwards?)\b", re.IGNORECASE)
_LATER = re.compile(
    r"\b(?:senare|framåt|senarelägg\w*|senarelagt|skjut\w*|framskjut\w*|uppskjut\w*|later|postpon\w*|push\w*|back|delay\w*)\b",
    re.IGNORECASE,
)


def is_answer(call: Call) -> bool:
    """Tell whether what is said answers when or where to a meeting is moved."""
    pending = call.pending
    return pending is not None and pending.about is About.NEW_TIME and (call.private or call.thread is not None)


def as_told(text: str, call: Call) -> str:
    """Put blanks over what makes a question or a wish of an order to the bot."""
    polite = cue.POLITE.match(text) if call.addressed else None
    return " " * polite.end() + text[polite.end() :].rstrip(" ?!.") if polite else text


def read_by_cues(text: str, call: Call) -> tuple[Found, ...]:
    """Find what a sentence changes in the group's calendar, by what evidence it holds."""
    said = told_in(text, call)
    if said is None:
        return ()
    clause = Clause(text, 0, (*said.days, *said.hours))
    found: Found | None = None if is_answer(call) else _cancelled(said, call)
    if found is not None:
        return (found,)
    if _NOT.search(said.bare):
        return ()
    further = _further(said, call) and not is_answer(call)
    if not further and (found := _moved(said, call) or _to_be_asked(said, call)) is not None:
        return (found,)
    return _planned(said, clause, call) if said.days else ()


def _usual(said: Said, call: Call) -> Meeting | None:
    """Give the coming meeting that is meant: by its day, its month or its name, else the next to come."""
    booked = {meeting.date: meeting for meeting in planned(call)}
    for day in (*said.old_days, *(when.date for when in said.days)):
        if day in booked:
            return booked[day]
    if said.periods:
        return meeting_within(said.periods[0], call)
    named = find_meeting(said.bare, call, ())
    if named is not None:
        return named
    if month_in(said.bare) is not None:
        return None
    meeting = call.meeting
    if meeting is not None and meeting in booked.values():
        return meeting if meeting.phase is not Phase.OPEN else None
    return next(iter(booked.values()), None)


def _cancelled(said: Said, call: Call) -> Found | None:
    none = cue.NO_MEETING.search(said.text)
    if not (cue.CANCELS.search(said.bare) or none) or cue.ONES_OWN.search(said.bare) or not said.near:
        return None
    booked = {meeting.date for meeting in planned(call)}
    if any(when.date not in booked for when in said.days) or said.hours or said.place:
        return None
    if not (said.meeting or said.days) or (none and not said.days) or (_AWAY.search(said.text) and not said.meeting):
        return None
    if re.search(
        r"(?:\b(?:inte|not|ej)|n't)\s+(?:\w+\s+)?(?:inställ|utgå|cancel|avbok|called)", said.bare, re.IGNORECASE
    ):
        return None
    meeting = _usual(said, call)
    if meeting is None or meeting.phase is Phase.OPEN:
        return None
    return CancelMeeting(meeting.id), (0, len(said.text))


def _further(said: Said, call: Call) -> bool:
    """Tell whether a day is of one more meeting, and not the new day of one that is booked."""
    if _INSTEAD.search(said.text):
        return False
    if cue.MOVES.search(said.bare) and not call.during:
        return False
    return call.during is not None or bool(_ONE_MORE.search(said.bare))


def _moved(said: Said, call: Call) -> Found | None:
    """Read the new day, hour or place of a meeting that is booked."""
    changed = bool(cue.CHANGES.search(said.bare) or said.old_days)
    starts = _STARTS.search(said.bare) if said.meeting else None
    becomes = _BECOMES.search(said.bare) if said.ours and not call.during else None
    changed = changed or becomes is not None or is_answer(call)
    if not (changed or starts or said.place) or not said.near or (_ALONE.search(said.bare) and not said.meeting):
        return None
    source = _usual(said, call)
    if source is None and not call.addressed:
        return None
    booked = {meeting.date for meeting in planned(call)}
    new = [when for when in said.days if when.date not in booked]
    if len(new) > 1 or (new and not changed):
        return None
    named = said.meeting or any(when.date in booked for when in said.days) or bool(said.old_days)
    meant = (
        named
        or is_answer(call)
        or cue.MOVES.search(said.bare)
        or _LABEL.search(said.bare)
        or _INSTEAD.search(said.text)
        or said.place
    )
    if not meant:
        return None
    target = new[0] if new else None
    day = target.date if target else _by_days(said, source)
    clock = (
        target if target and target.start else next((when for when in (*said.days, *said.hours) if when.start), None)
    )
    start, end = new_hours(said.text, said.bare, clock, source)
    place = said.place.text if said.place else (place_after(said.text, target) if target else None)
    if source is not None:
        new_ones = ((day, source.date), (start, source.start), (end, source.end), (place, source.place))
        if not any(told is not None and told != known for told, known in new_ones):
            return None
        day = None if day == source.date else day
        if start not in (None, source.start) and end is None and source.start and source.end:
            end = shifted(source, start)
    doubt = target if target is not None and not target.certain else None
    if not (day or start or end or place or doubt):
        return None
    change = MoveMeeting(source.id if source else None, day, start, end, place, doubt, red_day(target))
    return change, (0, len(said.text))


def _to_be_asked(said: Said, call: Call) -> Found | None:
    """Read "flytta mötet" to the bot, which does not say when or where to."""
    if not call.addressed or said.days or said.hours or said.place or not said.near:
        return None
    moved = cue.MOVES.search(said.bare) and said.meeting
    altered = cue.CHANGES.search(said.bare) and _LABEL.search(said.bare)
    source = _usual(said, call) if moved or altered else None
    return (MoveMeeting(source.id), (0, len(said.text))) if source is not None else None


def _by_days(said: Said, source: Meeting | None) -> date | None:
    """Reckon "en vecka framåt" from the meeting's own day."""
    found = BY_DAYS.search(said.text)
    if found is None or source is None or not cue.MOVES.search(said.text):
        return None
    count = _COUNTS.get(found["count"].casefold()) or int(found["count"])
    days = count * (7 if found["unit"].casefold().startswith(("v", "w")) else 1)
    if _EARLIER.search(said.text):
        days = -days
    elif not _LATER.search(said.text):
        return None
    return source.date + timedelta(days=days)


def _planned(said: Said, clause: Clause, call: Call) -> tuple[Found, ...]:
    """Read the days that further meetings are booked on."""
    books, meets = cue.BOOKS.search(said.bare), cue.MEETS.search(said.bare)
    following = cue.NEXT.search(said.bare) or _AFTER_BREAK.search(said.text)
    settles = cue.SETTLES.search(said.bare)
    if not said.near or cue.CANCELS.search(said.bare) or (said.place and not said.days):
        return ()
    if (
        said.meeting
        or following
        and re.search(r"\bone\b|\btime\b|\bgång\b|\btillfälle\b|\bvända\b|\bomgång\b", said.bare, re.IGNORECASE)
    ):
        named = books or following or (settles and call.addressed)
        enough = bool(named) and (bool(books or settles or meets) or said.ours)
    elif meets:
        enough = said.ours and (bool(following) or (call.when.value != "before" and _is_told_in_full(said)))
    else:
        enough = said.ours and bool(books) and not _A_ROOM.search(said.bare)
    if not enough:
        return ()
    telling = Telling(call, settled=False)
    for when in said.days:
        plan_day(telling, when, clause, said.text, new=False, called=False)
    return tuple(telling.found)


def _is_told_in_full(said: Said) -> bool:
    return all(re.search(r"\d", said.text[when.span[0] : when.span[1]]) for when in said.days)
