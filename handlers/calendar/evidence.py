"""What a sentence holds as evidence that it is about the group's meetings: its dates, its place, and what is left."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date

from handlers.calendar import cue_vocabulary as cue
from handlers.calendar.dates import dates_in
from handlers.calendar.places import Place, find_place
from handlers.command import Call
from meetings.when import Kind, When

_WORD = re.compile(r"[^\W_][\w'’-]*")
_DIGIT = re.compile(r"\d")
_PARTS = re.compile(r"\s*[,;:–—!.]\s+|\s+[-–—]\s+")
# What follows a comma says whose matter it is by itself: "Vi får tänka om, det blir 26 maj".
_GOES_ON = re.compile(r"\b(?:vi|det|mötet|mysam|träffen|we|we're|we'll|it|it's|it'll|the\s+meeting)\b", re.IGNORECASE)
_TIED = re.compile(
    r"\b(?:med|hos|åt|mellan|av|angående|gällande|with|between|of|about|regarding|vs)\s+\Z", re.IGNORECASE
)
BY_DAYS = re.compile(
    r"\b(?P<count>en|ett|två|tre|fyra|one|a|two|three|four|\d{1,2})\s+(?P<unit>veckor|vecka|dagar|dag|weeks?|days?)"
    r"(?:\s+(?P<way>framåt|fram|senare|tidigare|bakåt|later|earlier|forwards?|back))?(?!\w)",
    re.IGNORECASE,
)
_FRAMING = (cue.A_MEETING, cue.MEETS, cue.NEXT, cue.BOOKS, cue.SETTLES, cue.MOVES, cue.CHANGES)
_STRAY = 2
"""How many words of something else a sentence may hold that names the group's meeting and says clearly what of it."""


@dataclass(frozen=True)
class Said:
    """A sentence with what was found in it. `bare` has blanks where dates, the place and what is no longer so stand."""

    text: str
    bare: str
    days: tuple[When, ...]
    hours: tuple[When, ...]
    old_days: tuple[date, ...]
    periods: tuple[When, ...]
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


def told_in(text: str, call: Call) -> Said | None:
    """Take a sentence apart; None when it tells of what was, of alternatives or of a last day for something."""
    why = cue.WHY.search(text)
    told = cue.REMINDS.sub(lambda found: " " * len(found[0]), text[: why.start()] if why else text)
    dates = dates_in(told, call)
    dates = tuple(_as_new_day(when, told) for when in dates)
    if any(when.past or when.kind is Kind.ALTERNATIVES or when.deadline for when in dates):
        return None
    gone = [found for pattern in cue.NO_LONGER for found in pattern.finditer(told)]
    old = [(found.start() if found.re is not cue.NO_LONGER[0] else found.start("old"), found.end()) for found in gone]
    before = cue.WHY_FIRST.match(told)
    if before is not None:
        old.append(before.span("why"))
    by_days = BY_DAYS.search(told) if cue.MOVES.search(told) else None
    days: list[When] = []
    hours: list[When] = []
    old_days: list[date] = []
    periods = tuple(
        when
        for when in dates
        if when.kind in (Kind.WEEK, Kind.MONTH, Kind.PERIOD)
        and not re.match(r"(?:till|to|efter|after|innan|före|before)\b", when.text, re.IGNORECASE)
    )
    for when in dates:
        if by_days is not None and by_days.start() < when.span[1] and when.span[0] < by_days.end():
            continue
        for one in when.parts if when.kind is Kind.SEVERAL else (when,):
            is_old = any(start < when.span[1] and when.span[0] < end for start, end in old)
            if is_old:
                old_days += [one.date] if one.date else []
            elif one.kind is Kind.DAY:
                days.append(one if one is when else _at(one, when))
            elif one.kind is Kind.TIME:
                hours.append(one)
    bare = told
    for start, end in [*(span for when in dates for span in _without_gaps(when)), *old]:
        bare = bare[:start] + " " * (end - start) + bare[end:]
    group = _names(call)
    meeting = cue.A_MEETING.search(bare) is not None or (group is not None and group.search(bare) is not None)
    ours = meeting or cue.WE.search(bare) is not None or cue.MEETS.search(bare) is not None
    place = find_place(bare, ours=ours, lacking=before["why"] if before else "")
    if place is not None:
        bare = bare[: place.start] + " " * (place.end - place.start) + bare[place.end :]
    if not (dates or place or by_days or call.addressed or _DIGIT.search(bare) or cue.CANCELS.search(bare)):
        return None
    stray, tied = _stray(bare, dates, group)
    return Said(told, bare, tuple(days), tuple(hours), tuple(old_days), periods, place, meeting, stray, tied)


def _without_gaps(when: When) -> list[tuple[int, int]]:
    """Give the stretches of a date that are nothing but the date: "den 12 maj *startar först* kl 14"."""
    begin, stretches = when.span[0], []
    for start, end in when.gaps:
        stretches.append((begin, start))
        begin = end
    return [*stretches, (begin, when.span[1])]


def _as_new_day(when: When, text: str) -> When:
    """Read "flyttas till 1 juni" and "bokas till 1 juni fm" as a day, not as the last day for something."""
    day = when.until or when.date
    if when.kind is Kind.PERIOD and when.date == when.until and when.start is not None:
        # "den 3 november fm": the hour is told later.
        return replace(when, kind=Kind.DAY, until=None, start=None, end=None)
    to = re.match(r"(?:till|to)\b", when.text, re.IGNORECASE)
    if not (when.deadline and to and day) or not any(
        cues.search(text) for cues in (cue.BOOKS, cue.CHANGES, cue.SETTLES)
    ):
        return when
    return replace(when, deadline=False, kind=Kind.DAY, date=day, until=None)


def _at(part: When, whole: When) -> When:
    return replace(part, span=whole.span)


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
            (begin == 0 and not (end < len(bare) and _GOES_ON.search(bare, end)))
            or any(begin <= when.span[0] < end for when in dates)
            or any(pattern.search(part) for pattern in (cue.A_MEETING, cue.CHANGES, cue.MEETS, cue.CANCELS))
        )
        if telling:
            meeting = cue.A_MEETING.search(part)
            framed = [found.span() for pattern in _FRAMING for found in pattern.finditer(part)]
            for word in _WORD.finditer(part):
                if (
                    word[0].casefold().replace("’", "'") in cue.FRAME
                    or word[0].isdigit()
                    or any(start <= word.start() < stop for start, stop in framed)
                    or cue.CANCELS.fullmatch(word[0])
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
