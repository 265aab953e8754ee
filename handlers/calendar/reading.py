"""What a text says about the group's own coming meetings: booked, moved, renamed, cancelled, and what they are for."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, time

from handlers.calendar import wording as say
from handlers.calendar.dates import dates_in, find_meeting, month_in, planned
from handlers.command import Call
from meetings.people import organisations, resolve_organisation
from meetings.record import Meeting
from meetings.when import Kind, Trouble, When


@dataclass(frozen=True)
class PlanMeeting:
    """Book a meeting; `again` is the id of one that is booked for that day already and is only spoken of."""

    date: date
    start: time | None = None
    end: time | None = None
    place: str | None = None
    name: str | None = None
    preliminary: bool = False
    again: str | None = None
    doubt: When | None = None
    red_day: str | None = None


@dataclass(frozen=True)
class MoveMeeting:
    """Give a booked meeting another day, hour or place. `target` None: no such meeting is booked."""

    target: str | None
    date: date | None = None
    start: time | None = None
    end: time | None = None
    place: str | None = None
    doubt: When | None = None
    red_day: str | None = None


@dataclass(frozen=True)
class RenameMeeting:
    """Call a booked meeting something else."""

    target: str
    name: str


@dataclass(frozen=True)
class CancelMeeting:
    """Cancel a booked meeting. `target` None: no such meeting is booked."""

    target: str | None


@dataclass(frozen=True)
class MoveQuestions:
    """Move what a meeting was to take up to another meeting."""

    to: str
    source: str | None = None


@dataclass(frozen=True)
class FillMeeting:
    """Give a coming meeting items of its own."""

    target: str
    titles: tuple[str, ...]


Change = PlanMeeting | MoveMeeting | RenameMeeting | CancelMeeting | MoveQuestions | FillMeeting


@dataclass(frozen=True)
class Clause:
    """A stretch of a text with its own verb; its dates have spans in the whole text."""

    text: str
    begin: int
    dates: tuple[When, ...]

    @property
    def span(self) -> tuple[int, int]:
        return self.begin, self.begin + len(self.text)


def read_changes(text: str, call: Call, *, settled: bool = False) -> tuple[tuple[Change, tuple[int, int]], ...]:
    """Find what a text changes in the group's calendar, each with the span it stands in.

    `settled` tells that the text is agreed, decided or confirmed: it may then be worded as a proposal, name items of a
    meeting, and change nothing by what it keeps.
    """
    if not say.HINT.search(text) or (not settled and say.HEDGE.search(text)) or say.OTHERS.search(text):
        return ()
    reader = _Reader(call, settled)
    for clause in _clauses(text, dates_in(text, call)):
        reader.read(clause, text)
    return tuple(reader.found)


def _clauses(text: str, dates: Sequence[When]) -> list[Clause]:
    inside = [when.span for when in dates]
    clauses: list[Clause] = []
    begin = 0
    cuts = [cut for cut in say.CUT.finditer(text) if not any(a < cut.end() and cut.start() < b for a, b in inside)]
    for start, end in [*((cut.start(), cut.end()) for cut in cuts), (len(text), len(text))]:
        if text[begin:start].strip():
            own = tuple(when for when in dates if begin <= when.span[0] < start)
            clauses.append(Clause(text[begin:start], begin, own))
        begin = end
    return clauses


class _Reader:
    """Goes through the clauses in order, and remembers which meeting was spoken of last."""

    def __init__(self, call: Call, settled: bool) -> None:
        self.call = call
        self.settled = settled
        self.about: Meeting | None = None
        self.cancelled: str | None = None
        self.unnamed: Meeting | None = None
        self.moving = False
        self.clashing = False
        self.planning = False
        self.found: list[tuple[Change, tuple[int, int]]] = []

    def read(self, clause: Clause, text: str) -> None:
        """Read one clause; the first kind of change that fits is meant."""
        for reading in (
            self._items,
            self._name_at_last,
            self._cancel,
            self._questions,
            self._rename,
            self._keep,
            self._clash,
            self._move,
            self._plan,
            self._all_at,
        ):
            if reading(clause, text):
                return

    def _add(self, change: Change, clause: Clause) -> bool:
        self.found.append((change, clause.span))
        return True

    def _meeting_in(self, clause: Clause) -> Meeting | None:
        return find_meeting(clause.text, self.call, clause.dates)

    def _default(self) -> Meeting | None:
        meeting = self.call.meeting
        if meeting is not None and meeting in planned(self.call):
            return meeting
        return next(iter(planned(self.call)), None)

    def _cancel(self, clause: Clause, text: str) -> bool:
        if not say.CANCEL.search(clause.text) or say.FOR_ONESELF.search(clause.text) or self._is_of_others(clause):
            return False
        meeting = self._meeting_in(clause)
        if meeting is not None and not (say.ANY_MEETING.search(clause.text) or say.OF_A_DAY.search(clause.text)):
            return False
        if meeting is None:
            named = re.search(rf"\b{say.MEETING}\b", clause.text, re.IGNORECASE)
            days = [when for when in clause.dates if when.kind in (Kind.DAY, Kind.MONTH)]
            if days:
                return self._add(CancelMeeting(None), clause) if named and self.call.addressed else False
            meeting = self._default() if named and not self.settled else None
        if meeting is None:
            return False
        self.cancelled = meeting.id
        self.about = meeting
        return self._add(CancelMeeting(meeting.id), clause)

    def _is_of_others(self, clause: Clause) -> bool:
        """Tell whether a clause is about what another body does: "FK ställer in …", "kommunens möte …"."""
        words = re.findall(r"[^\W\d_][\w-]*", clause.text)[:2]
        names = organisations(self.call.record.people.values())
        return any(resolve_organisation(word, names) is not None for word in words if not say.HINT.search(word))

    def _keep(self, clause: Clause, text: str) -> bool:
        if not say.KEEP.search(clause.text):
            return False
        self.about = self._meeting_in(clause) or self.about
        return True

    def _clash(self, clause: Clause, text: str) -> bool:
        """Read "17 november krockar för många": what follows may tell another day for that meeting."""
        if not say.CLASH.search(clause.text):
            return False
        meeting = self._meeting_in(clause)
        self.clashing = meeting is not None
        self.about = meeting or self.about
        return self.clashing

    def _rename(self, clause: Clause, text: str) -> bool:
        found = say.RENAME.search(clause.text)
        if found is None:
            return False
        meeting = self._meeting_in(clause) or self.about
        if meeting is None and re.search(r"\b(?:mötet|the\s+meeting)\b", found[0], re.IGNORECASE):
            meeting = self._default()
        if meeting is None:
            return False
        self.about = meeting
        name = say.PLACEHOLDER.sub("", _name(found["name"]))
        if not name:
            self.unnamed = meeting
            return True
        return self._add(RenameMeeting(meeting.id, name), clause)

    def _name_at_last(self, clause: Clause, text: str) -> bool:
        """Read the name that follows "kalla den nåt annat, …"."""
        if self.unnamed is None:
            return False
        meeting, self.unnamed = self.unnamed, None
        name = _name(clause.text)
        if not 0 < len(name.split()) <= 5 or clause.dates:
            return False
        return self._add(RenameMeeting(meeting.id, name), clause)

    def _questions(self, clause: Clause, text: str) -> bool:
        if not self.settled or not say.QUESTIONS.search(clause.text):
            return False
        meeting = self._meeting_in(clause)
        return self._add(MoveQuestions(meeting.id, self.cancelled), clause) if meeting else True

    def _items(self, clause: Clause, text: str) -> bool:
        if not self.settled:
            return False
        found = say.CONTENT.match(clause.text) or say.PLUS.match(clause.text)
        if found is None or self.about is None or clause.dates or self.about.id == self.cancelled:
            return False
        parts = re.split(
            r"\s+\+\s+|\s*,\s+|\s+och\s+|\s+and\s+" if found.re is say.CONTENT else r"\s+\+\s+", found["items"]
        )
        titles = tuple(part.strip(" .,;") for part in parts if part.strip(" .,;"))
        return self._add(FillMeeting(self.about.id, titles), clause)

    def _move(self, clause: Clause, text: str) -> bool:
        place = say.NEW_PLACE.search(clause.text)
        moving = say.MOVE.search(clause.text) or (say.TAKES_INSTEAD.search(clause.text) if self.clashing else None)
        hour = say.OTHER_HOUR.search(clause.text) if self._hour_is_new(clause) else None
        if not (place or moving or hour) or any(when.kind is Kind.ALTERNATIVES for when in clause.dates):
            return False
        if self.settled and moving and not say.ANY_MEETING.search(clause.text):
            return False
        self.moving = self.moving or bool(moving)
        days = [
            when for when in _from_to(clause.dates) if when.kind in (Kind.DAY, Kind.TIME, Kind.RANGE) and not when.past
        ]
        source, target = self._from_and_to(clause, days, bool(place))
        there = next((one for one in planned(self.call) if target and target.date == one.date), None)
        if there is not None and there is not source:
            return False
        if source is None and not self.call.addressed:
            return False
        named = say.ANY_MEETING.search(say.TO_A_MEETING.sub(" ", clause.text)) or re.search(
            r"\b(?:datum|tid|lokal|vi\s+(?:börjar|ses))\b", clause.text, re.IGNORECASE
        )
        if not (named or self.clashing or (hour and source and days)) or (target is None and place is None):
            return False
        start = target.start if target else None
        end = target.end if target else None
        day = (target.until if target.kind is Kind.RANGE else target.date) if target else None
        if (
            source is not None
            and start is not None
            and end is None
            and source.start
            and source.end
            and (self.moving or not hour)
        ):
            end = _shifted(source, start)
        if source is not None and day == source.date:
            day = None
        self.about = source
        doubt = target if target is not None and not target.certain else None
        where = _capital(place["place"]) if place else (_place_after(text, target) if target else None)
        if not (day or start or end or where or doubt):
            return False
        # A meeting that is moved is not cancelled; and of two hours told for it the last one counts.
        same = source.id if source else None
        self.found = [
            (old, span)
            for old, span in self.found
            if not (isinstance(old, MoveMeeting | CancelMeeting) and old.target == same)
        ]
        return self._add(
            MoveMeeting(source.id if source else None, day, start, end, where, doubt, _red_day(target)), clause
        )

    def _hour_is_new(self, clause: Clause) -> bool:
        return self.moving or bool(say.INSTEAD.search(clause.text))

    def _from_and_to(self, clause: Clause, days: Sequence[When], place: bool) -> tuple[Meeting | None, When | None]:
        """Tell which meeting is moved, and the date or hour it is moved to."""
        booked = {meeting.date: meeting for meeting in planned(self.call)}
        if days and days[0].date in booked and (len(days) > 1 or place or days[0].kind is Kind.RANGE or days[0].start):
            source: Meeting | None = booked[days[0].date]
            return source, (
                days[1] if len(days) > 1 else days[0] if days[0].start or days[0].kind is Kind.RANGE else None
            )
        until = days[-1].span[0] - clause.begin if days and days[-1].date else len(clause.text)
        month = find_meeting(clause.text[:until], self.call, ())
        earlier = next((c.target for c, _ in reversed(self.found) if isinstance(c, MoveMeeting)), None)
        source = month or (self.call.record.meetings.get(earlier) if earlier else None) or self.about or self._default()
        return source, (days[-1] if days else None)

    def _plan(self, clause: Clause, text: str) -> bool:
        days = [one for when in clause.dates for one in (when.parts if when.kind is Kind.SEVERAL else (when,))]
        days = [when for when in days if when.kind is Kind.DAY and not when.past and not when.deadline]
        if not days or any(when.kind is Kind.ALTERNATIVES for when in clause.dates):
            return False
        first = next(when for when in clause.dates if when.kind in (Kind.DAY, Kind.SEVERAL))
        before = text[clause.begin : first.span[0]]
        spoken = say.NEXT.search(before) or say.NEW_MEETING.match(before) or self._in_a_row(before, days)
        booked = (
            say.BOOK.search(clause.text)
            if self.settled
            or self.call.addressed
            or re.match(
                r"\W*(?:då\s+|vi\s+|jag\s+)?(?:boka|planera|lägg|sätt|kalla|kör|book|schedule|plan|set)",
                clause.text,
                re.IGNORECASE,
            )
            else None
        )
        booked = booked or (say.HELD.search(clause.text) if self.settled else None)
        called = say.CALLED.match(before) if not self.settled and self.call.during is None else None
        if not (spoken or booked or called):
            return False
        self.planning = True
        for when in days:
            self._plan_day(
                when, clause, text, new=bool(booked) and self.settled, called=bool(called) and not spoken and not booked
            )
        return True

    def _in_a_row(self, before: str, days: Sequence[When]) -> bool:
        """Tell whether a date is one of several meetings told: "vårens möten: …", "…, därefter 19 januari"."""
        if self.planning and say.AND_THEN.match(before):
            return True
        if not say.SCHEDULE.match(before):
            return False
        taken = {meeting.date for meeting in planned(self.call)}
        of_month = month_in(before)
        there = {meeting.date.month for meeting in planned(self.call)}
        return of_month is None or of_month not in there or any(when.date in taken for when in days)

    def _all_at(self, clause: Clause, text: str) -> bool:
        """Read "…, alla kl 9-11"."""
        hour = next((when for when in clause.dates if when.start is not None and when.date is None), None)
        if hour is None or not self.planning or not say.ALL_AT.match(clause.text):
            return False
        self.found = [
            (replace(change, start=hour.start, end=hour.end), span)
            if isinstance(change, PlanMeeting) and change.start is None
            else (change, span)
            for change, span in self.found
        ]
        return True

    def _plan_day(self, when: When, clause: Clause, text: str, *, new: bool, called: bool) -> None:
        there = next((meeting for meeting in planned(self.call) if meeting.date == when.date), None)
        name = next((kind for pattern, kind in say.KINDS if pattern.search(clause.text)), None)
        if there is not None and (called or (self.call.during is None and not new)):
            return
        if called and when.start is None and not self.call.addressed:
            return
        if new and there is not None and (name is None or name in (there.kind, there.title)):
            return
        if when.date is None and not when.problems:
            return
        again = there.id if there is not None and not new else None
        place = _place_after(text, clause.dates[-1]) or (
            found["place"].capitalize() if (found := say.ONLINE.search(clause.text)) else None
        )
        usual = self.call.meeting if say.SAME_TIME.search(clause.text) and when.start is None else None
        self._add(
            PlanMeeting(
                when.date or self.call.now.date(),
                usual.start if usual else when.start,
                usual.end if usual else when.end,
                place,
                None if again or name == "styrelsemöte" else name,
                bool(say.PRELIMINARY.search(text[clause.begin : clause.span[1] + 20])),
                again,
                None if when.certain else when,
                _red_day(when),
            ),
            clause,
        )


def _from_to(dates: Sequence[When]) -> list[When]:
    """Part "den 10/11 till 12/11" in the day that was and the day that will be."""
    found: list[When] = []
    for when in dates:
        pair = when.kind is Kind.SEVERAL and len(when.parts) == 2
        found += [replace(part, span=when.span) for part in when.parts] if pair else [when]
    return found


def _red_day(when: When | None) -> str | None:
    return (
        next((problem.detail for problem in when.problems if problem.trouble is Trouble.RED_DAY), None)
        if when
        else None
    )


def _name(words: str) -> str:
    words = re.sub(r"\A(?:om\s+till|till|för|to)\s+", "", words.strip(' .,;:!?"”“'), flags=re.IGNORECASE)
    words = re.sub(r"\s+(?:i\s?stället|i\s+stället|instead|tack|please)\Z", "", words, flags=re.IGNORECASE)
    return words.strip(' .,;:!?"”“')


def _place_after(text: str, when: When) -> str | None:
    found = say.PLACE.match(text[when.span[1] :])
    if found is None:
        return None
    place = (found["place"] or found["bare"]).strip(" ,")
    return (
        None
        if re.match(r"(?:och|samma|vanlig|stället|i|på|plats|grund|tid|nytt)\b", place, re.IGNORECASE)
        else _capital(place)
    )


def _capital(place: str) -> str:
    return place[:1].upper() + place[1:] if place.casefold() in ("teams", "zoom", "skype", "digitalt") else place


def _shifted(meeting: Meeting, start: time) -> time | None:
    assert meeting.start is not None
    assert meeting.end is not None
    minutes = start.hour * 60 + start.minute + meeting.end.hour * 60 + meeting.end.minute
    minutes -= meeting.start.hour * 60 + meeting.start.minute
    return time(minutes // 60, minutes % 60) if 0 <= minutes < 24 * 60 else None
