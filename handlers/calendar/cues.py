"""Read a sentence on the group's meetings by its evidence, when no special wording fits: a day, cues, and little else.

What a sentence says beside its dates, its place and the words of the frame tells whose matter it is. Where that is
nothing, a cue and a slot are enough; where it is something, it is left alone.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date, timedelta

from handlers.calendar import cue_vocabulary as cue
from handlers.calendar import wording as say
from handlers.calendar.booking import plan_day
from handlers.calendar.clauses import Clause, place_after, red_day, shifted
from handlers.calendar.dates import dates_in, find_meeting, month_in, planned
from handlers.calendar.hours import new_hours
from handlers.calendar.meant import CancelMeeting, MoveMeeting
from handlers.calendar.places import Place, find_place
from handlers.calendar.telling import Found, Telling
from handlers.command import Call
from meetings.record import Meeting, Phase
from meetings.when import Kind, When

_WORD = re.compile(r"[^\W_][\w'’-]*")
_PARTS = re.compile(r"\s*[,;:–—!.]\s+|\s+[-–—]\s+")
_NOT = re.compile(r"\b(?:inte|ej|not|never)\b|n't\b", re.IGNORECASE)
_TIED = re.compile(
    r"\b(?:med|hos|åt|mellan|av|angående|gällande|with|between|of|about|regarding|vs)\s+\Z", re.IGNORECASE
)
_LABEL = re.compile(
    r"\b(?:datum\w*|dag|tid(?:en)?|mötestid\w*|starttid\w*|sluttid\w*|klockslag|date|time|day|börjar|startar?|starten|slutar|start|starts|starting|begin|ends?|kickoff)\b",
    re.IGNORECASE,
)
_STARTS = re.compile(
    r"\b(?:börjar|startar|slutar|drar\s+igång|drar\s+i\s+gång|starts?|begins?|ends?|kicks?\s+off)\b", re.IGNORECASE
)
_INSTEAD = re.compile(r"\b(?:i\s?stället|instead|rather|byter|byts)\b", re.IGNORECASE)
_ONE_MORE = re.compile(
    r"\b(?:ett|en|nytt|extra|another|new|additional|an?)\s+(?:nytt\s+|extra\s+|ny\s+|kort\w*\s+|new\s+)?(?:\w+)?(?:möte|träff|sammanträde|avstämning|meeting|catch-?up|follow-?up)\b",
    re.IGNORECASE,
)
_BY_DAYS = re.compile(
    r"\b(?P<count>en|ett|två|tre|fyra|one|a|two|three|four|\d{1,2})\s+(?P<unit>veckor|vecka|dagar|dag|weeks?|days?)"
    r"(?:\s+(?P<way>framåt|fram|senare|tidigare|bakåt|later|earlier|forwards?|back))?(?!\w)",
    re.IGNORECASE,
)
_COUNTS = {"en": 1, "ett": 1, "a": 1, "one": 1, "två": 2, "two": 2, "tre": 3, "three": 3, "fyra": 4, "four": 4}
_EARLIER = re.compile(r"\b(?:tidigare|bakåt|tidigarelägg\w*|tidigarelagt|earlier|forwards?)\b", re.IGNORECASE)
_LATER = re.compile(
    r"\b(?:senare|framåt|senarelägg\w*|senarelagt|skjut\w*|framskjut\w*|uppskjut\w*|later|postpon\w*|push\w*|back|delay\w*)\b",
    re.IGNORECASE,
)
_STRAY = 2
"""How many words of something else a sentence may hold that names the group's meeting and says clearly what of it."""


@dataclass(frozen=True)
class _Said:
    """A sentence with what was found in it. `bare` has blanks where dates, the place and what is no longer so stand."""

    text: str
    bare: str
    days: tuple[When, ...]
    hours: tuple[When, ...]
    old_days: tuple[date, ...]
    place: Place | None
    meeting: bool
    stray: int
    tied: bool

    @property
    def ours(self) -> bool:
        """Tell whether nothing in it belongs to something else."""
        return not self.stray

    @property
    def near(self) -> bool:
        """Tell whether it is about the group's meeting, though a word or two say something more."""
        return self.ours or (self.meeting and self.stray <= _STRAY and not self.tied)


def moves_by_days(text: str) -> bool:
    """Tell whether a meeting is moved by days and weeks from its own day, which no date reader knows."""
    return _BY_DAYS.search(text) is not None and cue.MOVES.search(text) is not None


def read_by_cues(text: str, call: Call) -> tuple[Found, ...]:
    """Find what a sentence changes in the group's calendar, by what evidence it holds."""
    order = text
    if call.addressed:
        polite = cue.POLITE.match(text)
        order = " " * polite.end() + text[polite.end() :].rstrip(" ?") if polite else text
    if "?" in order or cue.UNSETTLED.search(order) or say.HEDGE.search(order):
        return ()
    said = _said(order, call)
    if said is None:
        return ()
    clause = Clause(order, 0, (*said.days, *said.hours))
    found: Found | None = _cancelled(said, call)
    if found is not None:
        return (found,)
    if _NOT.search(said.bare):
        return ()
    further = _further(said, call)
    if not further and (found := _moved(said, call)) is not None:
        return (found,)
    return _planned(said, clause, call) if said.days else ()


def _said(text: str, call: Call) -> _Said | None:
    why = cue.WHY.search(text)
    told = text[: why.start()] if why else text
    dates = dates_in(told, call)
    dates = tuple(_as_new_day(when, told) for when in dates)
    if any(when.past or when.kind is Kind.ALTERNATIVES or when.deadline for when in dates):
        return None
    old = [found.span() for found in cue.NO_LONGER.finditer(told) if not _begins_a_date(found, dates, told)]
    days, hours, old_days = [], [], []
    for when in dates:
        for one in when.parts if when.kind is Kind.SEVERAL else (when,):
            is_old = any(start <= when.span[0] < end for start, end in old)
            if is_old:
                old_days += [one.date] if one.date else []
            elif one.kind is Kind.DAY:
                days.append(one if one is when else _at(one, when))
            elif one.kind is Kind.TIME:
                hours.append(one)
    bare = told
    for start, end in [*(when.span for when in dates), *old]:
        bare = bare[:start] + " " * (end - start) + bare[end:]
    group = _names(call)
    meeting = cue.A_MEETING.search(bare) is not None or (group is not None and group.search(bare) is not None)
    ours = meeting or cue.WE.search(bare) is not None or cue.MEETS.search(bare) is not None
    place = find_place(bare, ours=ours)
    if place is not None:
        bare = bare[: place.start] + " " * (place.end - place.start) + bare[place.end :]
    stray, tied = _stray(bare, dates, group)
    return _Said(told, bare, tuple(days), tuple(hours), tuple(old_days), place, meeting, stray, tied)


def _as_new_day(when: When, text: str) -> When:
    """Read "flyttas till 1 juni" and "bokas till 1 juni" as a day, and not as the last day for something."""
    day = when.until or when.date
    to = re.match(r"(?:till|to)\b", when.text, re.IGNORECASE)
    if not (when.deadline and to and day) or not (cue.BOOKS.search(text) or cue.MOVES.search(text)):
        return when
    return replace(when, deadline=False, kind=Kind.DAY, date=day, until=None)


def _at(part: When, whole: When) -> When:
    return replace(part, span=whole.span)


def _begins_a_date(found: re.Match[str], dates: tuple[When, ...], text: str) -> bool:
    """Tell "från 19 maj", which is a new day, from "från tisdag till onsdag"."""
    return bool(re.match(r"(?:från|from)\b", found[0], re.IGNORECASE)) and not re.search(
        r"\b(?:till|to)\b", text[found.end() :], re.IGNORECASE
    )


def _names(call: Call) -> re.Pattern[str] | None:
    """Make a pattern of the words of the group's name, by which it calls its meetings too."""
    words = [re.escape(word) for word in _WORD.findall(call.record.group.name) if len(word) > 2]
    return re.compile(rf"(?<!\w)(?:{'|'.join(words)})(?:s|et|en|:s)?(?!\w)", re.IGNORECASE) if words else None


def _stray(bare: str, dates: tuple[When, ...], group: re.Pattern[str] | None) -> tuple[int, bool]:
    """Count the words of something else in those parts of a sentence that tell of meetings and days."""
    count, tied, begin = 0, False, 0
    for end in [*(found.start() for found in _PARTS.finditer(bare)), len(bare)]:
        part = bare[begin:end]
        telling = (
            begin == 0
            or any(begin <= when.span[0] < end for when in dates)
            or any(pattern.search(part) for pattern in (cue.A_MEETING, cue.CHANGES, cue.MEETS, cue.CANCELS))
        )
        if telling:
            meeting = cue.A_MEETING.search(part)
            for word in _WORD.finditer(part):
                if (
                    word[0].casefold().replace("’", "'") in cue.FRAME
                    or word[0].isdigit()
                    or cue.A_MEETING.fullmatch(word[0])
                    or cue.CANCELS.fullmatch(word[0])
                    or cue.MOVES.fullmatch(word[0])
                    or cue.CHANGES.fullmatch(word[0])
                    or cue.BOOKS.fullmatch(word[0])
                    or (group is not None and group.fullmatch(word[0]))
                ):
                    continue
                count += 1
                before = meeting is None or word.start() < meeting.start()
                tied = tied or before or _TIED.search(part[: word.start()]) is not None
                if meeting is not None and re.match(
                    r"\s+(?:i|på|med|för|hos|in|at|with|for)\s+\Z", part[meeting.end() : word.start()], re.IGNORECASE
                ):
                    tied = True
        begin = end
    return count, tied


def _usual(said: _Said, call: Call) -> Meeting | None:
    """Give the coming meeting that is meant: by its day, its month or its name, else the next to come."""
    booked = {meeting.date: meeting for meeting in planned(call)}
    for day in (*said.old_days, *(when.date for when in said.days)):
        if day in booked:
            return booked[day]
    named = find_meeting(said.bare, call, ())
    if named is not None:
        return named
    if month_in(said.bare) is not None:
        return None
    meeting = call.meeting
    if meeting is not None and meeting in booked.values():
        return meeting if meeting.phase is not Phase.OPEN else None
    return next(iter(booked.values()), None)


def _cancelled(said: _Said, call: Call) -> Found | None:
    none = cue.NO_MEETING.search(said.text)
    if not (cue.CANCELS.search(said.bare) or none) or cue.ONES_OWN.search(said.bare) or not said.near:
        return None
    booked = {meeting.date for meeting in planned(call)}
    if any(when.date not in booked for when in said.days) or said.hours or said.place:
        return None
    if not (said.meeting or said.days) or (none and not said.days):
        return None
    if re.search(r"\b(?:inte|not|n't|ej)\s+(?:\w+\s+)?(?:inställ|utgå|cancel|avbok)", said.bare, re.IGNORECASE):
        return None
    meeting = _usual(said, call)
    if meeting is None or meeting.phase is Phase.OPEN:
        return None
    return CancelMeeting(meeting.id), (0, len(said.text))


def _further(said: _Said, call: Call) -> bool:
    """Tell whether a day is of one more meeting, and not the new day of one that is booked."""
    if _INSTEAD.search(said.text):
        return False
    if cue.MOVES.search(said.bare) and not call.during:
        return False
    return call.during is not None or bool(_ONE_MORE.search(said.bare))


def _moved(said: _Said, call: Call) -> Found | None:
    """Read the new day, hour or place of a meeting that is booked."""
    changed = cue.CHANGES.search(said.bare) or said.old_days
    starts = _STARTS.search(said.bare) if said.meeting else None
    if not (changed or starts or said.place) or not said.near:
        return None
    source = _usual(said, call)
    if source is None and not call.addressed:
        return None
    booked = {meeting.date for meeting in planned(call)}
    new = [when for when in said.days if when.date not in booked]
    if len(new) > 1 or (new and not changed):
        return None
    named = said.meeting or any(when.date in booked for when in said.days) or bool(said.old_days)
    meant = named or cue.MOVES.search(said.bare) or _LABEL.search(said.bare) or _INSTEAD.search(said.text) or said.place
    if not meant:
        return None
    target = new[0] if new else None
    day = target.date if target else _by_days(said, source)
    clock = (
        target if target and target.start else next((when for when in (*said.days, *said.hours) if when.start), None)
    )
    start, end = new_hours(said.text, said.bare, clock, source)
    if source is not None:
        day = None if day == source.date else day
        start = None if start == source.start else start
        end = None if end == source.end else end
        if start is not None and end is None and source.start and source.end:
            end = shifted(source, start)
    place = said.place.text if said.place else (place_after(said.text, target) if target else None)
    if source is not None and place == source.place:
        place = None
    doubt = target if target is not None and not target.certain else None
    if not (day or start or end or place or doubt):
        return None
    change = MoveMeeting(source.id if source else None, day, start, end, place, doubt, red_day(target))
    return change, (0, len(said.text))


def _by_days(said: _Said, source: Meeting | None) -> date | None:
    """Reckon "en vecka framåt" from the meeting's own day."""
    found = _BY_DAYS.search(said.text)
    if found is None or source is None or not cue.MOVES.search(said.text):
        return None
    count = _COUNTS.get(found["count"].casefold()) or int(found["count"])
    days = count * (7 if found["unit"].casefold().startswith(("v", "w")) else 1)
    if _EARLIER.search(said.text):
        days = -days
    elif not _LATER.search(said.text):
        return None
    return source.date + timedelta(days=days)


def _planned(said: _Said, clause: Clause, call: Call) -> tuple[Found, ...]:
    """Read the days that further meetings are booked on."""
    books, meets = cue.BOOKS.search(said.bare), cue.MEETS.search(said.bare)
    following = cue.NEXT.search(said.bare)
    settles = cue.SETTLES.search(said.bare)
    if not said.near or cue.CANCELS.search(said.bare) or (said.place and not said.days):
        return ()
    if (
        said.meeting
        or following
        and re.search(r"\bone\b|\bgång\b|\btillfälle\b|\bvända\b|\bomgång\b", said.bare, re.IGNORECASE)
    ):
        enough = bool(books or following) and (bool(books or settles or meets) or said.ours)
    elif meets:
        enough = said.ours and (bool(following) or (call.when.value != "before" and _is_told_in_full(said)))
    else:
        enough = said.ours and bool(books)
    if not enough:
        return ()
    telling = Telling(call, settled=False)
    for when in said.days:
        plan_day(telling, when, clause, said.text, new=False, called=False)
    return tuple(telling.found)


def _is_told_in_full(said: _Said) -> bool:
    return all(re.search(r"\d", said.text[when.span[0] : when.span[1]]) for when in said.days)
