"""What a text says about the group's own coming meetings: booked, moved, renamed, cancelled, and what they are for."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time

from handlers.calendar_dates import ANY_MONTH, dates_in, find_meeting, planned
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


HINT = re.compile(
    r"möte|mysam|träff|sammanträde|avstämning|ställ|inställ|avbok|flytta|senarelägg|tidigarelägg|lokal|byt|kalla|heter|döp|boka|planera|nästa|behåll|kör|ses|börjar"
    r"|meeting|cancel|reschedul|move|moving|book|schedule|rename|call",
    re.IGNORECASE,
)
_MEETING = r"(?:mötet|mötena|möten|möte|mysam\w*|mysamträff\w*|träff(?:en)?|sammanträde(?:t)?|styrelsemöte(?:t)?|arbetsgrupp(?:en|smöte|smötet)?|avstämning(?:en|smöte|smötet)?|planeringsdag(?:en)?|uppföljningsmöte|extramöte|meeting|meetings)"
_HEDGE = re.compile(
    r"\b(?:kanske|funderar|fundera|ev\.?|eventuellt|möjligen|möjligt|borde|skulle|föreslår|förslag|om\s+vi|ifall|vad\s+säger|ska\s+vi|kan\s+vi|måste\s+vi|vill\s+ni|tror|maybe|perhaps|might|should\s+we|could|shall\s+we|what\s+if)\b|\?\s*\Z",
    re.IGNORECASE,
)
_CUT = re.compile(
    r"(?<=[.!?;])\s+|\s*;\s*|\n+|,\s+(?:men\s+|och\s+|samt\s+|but\s+|and\s+)?|\s+(?:men|samt|but)\s+|\s+(?:och|and)\s+(?=(?:att\s+)?(?:ställ\w*|flytta\w*|kalla\w*|kör\w*|behåll\w*|boka\w*|byt\w*|döp\w*|heter|håll\w*|call|keep|move|cancel|book|rename)\b)",
    re.IGNORECASE,
)

_CANCEL = re.compile(
    r"\b(?:ställ(?:er|s|a|as|des)?\s+(?:vi\s+)?in|ställer\s+.{1,40}\s+in|inställ(?:t|d|da)|avbokas?|avbokat|avboka|(?:kör|har|blir|hålls)\s+(?:vi\s+)?(?:det\s+)?inget\s+(?:möte|mysam)|inget\s+(?:möte|mysam)|utgår|cancel(?:l?ed|s|l?ing)?|no\s+meeting|call(?:ed|ing)?\s+off)\b",
    re.IGNORECASE,
)
# "ställ in maj", "29/10 ställs in": the day or the month itself is what is cancelled.
_OF_A_DAY = re.compile(
    rf"""\b(?:ställ\w*\s+(?:vi\s+)?in|inställt|avboka\w*|cancel\w*)\s+(?:(?:den|i|på|det)\s+)?(?:\d|\w+dag\b|(?:{ANY_MONTH})\b)
      |\A\W*(?:den\s+)?[\w/]+(?:\s+\w{{3,9}})?\s+(?:ställs\s+in|är\s+inställt|utgår|avbokas|is\s+cancelled)""",
    re.IGNORECASE | re.VERBOSE,
)
_FOR_ONESELF = re.compile(r"\b(?:för\s+(?:mig|min\s+del|oss|vår\s+del)|jag|for\s+me)\b", re.IGNORECASE)
_ANY_MEETING = re.compile(
    r"(?:möte(?:t|n|na|ts)?|mysam\w*|träff(?:en|ar)?|sammanträde\w*|avstämning\w*|planeringsdag\w*|arbetsgrupp\w*|tiden|meetings?)\b",
    re.IGNORECASE,
)
_KEEP = re.compile(
    r"\b(?:behåll(?:er|s|a)?|kvarstår|ligger\s+(?:kvar|fast)|står\s+fast|keep(?:s|ing)?|stays?)\b", re.IGNORECASE
)
_RENAME = re.compile(
    r"""\b(?:(?:kalla(?:s|r)?|döp(?:er|s|a)?\s+om|byt(?:er|s|a)?\s+namn\s+på|rename|call)\s+(?:(?:vi\s+)?(?:den|det|mötet|tiden|träffen|it|the\s+meeting|the\s+[a-z]+\s+meeting|mysam\w*|[a-zåäö]*mötet)(?:\s+(?:i|den|på|in|on)\s+[\w/]+(?!\w))?\s*)?(?:(?:om\s+)?till\s+|för\s+|to\s+|istället\s+)?
        |(?:heter|heta|ska\s+heta|byta\s+namn\s+till|byter\s+namn\s+till|får\s+heta|is\s+called|be\s+called)\s+(?:då\s+|nu\s+|i\s?stället\s+)?)(?P<name>[^\n]{0,80})\Z""",
    re.IGNORECASE | re.VERBOSE,
)
_PLACEHOLDER = re.compile(
    r"\A(?:nåt|något|någonting|nånting|nåt\s+annat|något\s+annat|annat|annorlunda|something(?:\s+else)?)\b[\s,:]*(?:annat\b)?[\s,:]*",
    re.IGNORECASE,
)
_MOVE = re.compile(
    r"\b(?:flytta(?:r|s|t|de)?|senarelägg(?:er|s|a)?|tidigarelägg(?:er|s|a)?|skjut(?:er|s|a)?(?:\s+upp|\s+fram|\s+på)?|ändra(?:r|s)?\s+(?:datum|tid\w*|dag|lokal)|byt(?:er|s|a)?\s+(?:datum|dag|tid|lokal|plats|ställe)|nytt\s+datum|ny\s+(?:tid|dag|lokal|plats)"
    r"|mov(?:e|ed|ing)|reschedul(?:e|ed|ing)|postpone[ds]?|new\s+(?:date|time|room|place)|change\s+(?:the\s+)?(?:date|time|room|place))\b",
    re.IGNORECASE,
)
_OTHER_HOUR = re.compile(
    r"\b(?:börjar|startar|slutar|håller\s+på|ses|starts?|begins?|ends?)\b.{0,30}?\b(?:kl|klockan|at|\d)", re.IGNORECASE
)
_INSTEAD = re.compile(r"\b(?:i\s?stället|ändrat|ny\s+tid|instead|nya\s+tiden)\b", re.IGNORECASE)
_NEW_PLACE = re.compile(
    r"""\b(?:byt(?:er|s|a)?\s+(?:lokal|plats|ställe)|ny\s+(?:lokal|plats)|flytta(?:r|s)?\s+(?:lokal|(?:vi\s+)?(?:mötet|mysam)(?:\s+på\s+\w+)?)|(?:mötet|mysam\w*)\s+(?:blir|hålls|är|flyttas)|change\s+(?:the\s+)?(?:room|place)|new\s+(?:room|place)|move\s+the\s+meeting)
        \s*(?::|till\b|to\b|i\b|på\b|blir\b|är\b|is\b|for\s+the\s+meeting:?)\s*(?P<place>(?:(?:sal|lokal|konferensrum|rum|room)\s+)?[A-ZÅÄÖ][^\n,;.!?]{0,60}?|teams|zoom|digitalt|skype|online)
        (?=\s+(?:för|på\s+\w+dag|den\s+\d|istället|i\s+stället|kl|for|on|instead|nästa)\b|\s*[,;.!?\n]|\s*\Z)""",
    re.VERBOSE,
)
_QUESTIONS = re.compile(
    r"\b(?:(?:övriga|resten\s+av|alla|kvarvarande|återstående|de\s+andra)\s+)?(?:frågor(?:na)?|punkter(?:na)?|ärenden(?:a)?|the\s+(?:rest|other\s+items))\s+(?:flyttas|skjuts(?:\s+upp)?|tas|are\s+moved|move)\b|\bflytta\s+(?:övriga\s+|resten\s+av\s+|alla\s+)?(?:frågor(?:na)?|punkter(?:na)?|ärenden(?:a)?)\b",
    re.IGNORECASE,
)
_NEXT = re.compile(
    rf"\b(?:nästa|next)\s+(?:{_MEETING}|gång|tillfälle)\b|\bnästa\s+(?:blir|är)\b|\b(?:vi\s+)?(?:ses|hörs)\s+(?:igen|nästa\s+gång|härnäst)\b",
    re.IGNORECASE,
)
_BOOK = re.compile(
    rf"\b(?:boka(?:r|s|t)?(?:\s+in|\s+upp)?|planera(?:r|s)?(?:\s+in)?|lägg(?:er|a|s)?\s+(?:in|upp|till|ut)|sätt(?:er|a|s)?\s+upp|kalla(?:r|s)?\s+till|sammankalla\w*|kör(?:a|s)?|hålla|håller|hålls|ha|har|book|schedule|plan|set\s+up|hold)\b[^.!?\n]{{0,60}}?\b{_MEETING}",
    re.IGNORECASE,
)
_CALLED = re.compile(
    rf"\A\W*(?:(?:hej|god\s+morgon|hejsan|hello|hi)\b[\w\s]{{0,20}}[,!.]*\s*)?(?:(?:dags\s+för|kallelse(?:\s+till)?|välkomna\s+till|välkommen\s+till|inbjudan\s+till|ny(?:tt)?|extra)\s+)?(?:ett\s+|vårt\s+|extra\s+|nytt\s+)?{_MEETING}\b[^.!?\n]{{0,40}}\Z",
    re.IGNORECASE,
)
_OTHERS = re.compile(
    r"\b(?:enhetsmöte\w*|personalmöte\w*|ledningsgrupp\w*|apt|föräldramöte\w*|avdelningsmöte\w*|hyresgäst\w*|kök|bord|rum|bil|resa|hotell|tandläkar\w*|frukost|lunch|konsert\w*)\b",
    re.IGNORECASE,
)
_PRELIMINARY = re.compile(r"\bprel(?:\.|iminär\w*)?\b|\bpreliminar\w*|\btentativ\w*", re.IGNORECASE)
_KINDS = (
    (re.compile(r"\bkort(?:are)?\s+möte", re.IGNORECASE), "kortare möte"),
    (re.compile(r"\bextra\s?(?:insatt\s+)?(?:möte|mysam)|\bextramöte", re.IGNORECASE), "extra"),
    (re.compile(r"\bplaneringsdag", re.IGNORECASE), "planeringsdag"),
    (re.compile(r"\barbetsgrupp", re.IGNORECASE), "arbetsgrupp"),
    (re.compile(r"\bavstämning", re.IGNORECASE), "avstämning"),
    (re.compile(r"\buppföljningsmöte", re.IGNORECASE), "uppföljningsmöte"),
    (re.compile(r"\bstyrelsemöte", re.IGNORECASE), "styrelsemöte"),
)
_PLACE = re.compile(
    r"\A[\s,]*(?:(?:i|på|hos|via|vid|at|in|on|plats:?|lokal:?)\s+)(?P<place>[^\W\d_][^,;.!?\n]{0,60}?)(?=\s+(?:för\s+att|och|kl|med|där|så|istället|i\s+stället|den|to|and|with|instead)\b|\s*[,;.!?\n]|\s*\Z)"
    r"|\A[\s,]*(?P<bare>(?:[A-ZÅÄÖ][\w-]*|Teams|digitalt)(?:,?[ ](?:[A-ZÅÄÖ][\w-]*|\d+(?![\w.:/]))){0,4})",
)
_ONLINE = re.compile(r"\b(?:på|via|i|on|over)\s+(?P<place>Teams|Zoom|Skype)\b", re.IGNORECASE)
_CONTENT = re.compile(
    r"\A\W*(?:innehåll|tema|fokus|ämnen?|på\s+agendan|på\s+dagordningen|content|topics?)\s*:\s*(?P<items>\S.{2,200})\Z",
    re.IGNORECASE,
)
_PLUS = re.compile(r"\A\W*(?P<items>[^\s+][^+\n.?!]{1,60}(?:\s+\+\s+[^+\n.?!]{2,60})+)\W*\Z")


def read_changes(text: str, call: Call, *, settled: bool = False) -> tuple[tuple[Change, tuple[int, int]], ...]:
    """Find what a text changes in the group's calendar, each with the span it stands in.

    `settled` tells that the text is agreed, decided or confirmed: it may then be worded as a proposal, name the items of
    a meeting, and change nothing by what it keeps.
    """
    if not HINT.search(text) or (not settled and _HEDGE.search(text)) or _OTHERS.search(text):
        return ()
    reader = _Reader(call, settled)
    for clause in _clauses(text, dates_in(text, call)):
        reader.read(clause, text)
    return tuple(reader.found)


def _clauses(text: str, dates: Sequence[When]) -> list[Clause]:
    inside = [when.span for when in dates]
    clauses: list[Clause] = []
    begin = 0
    cuts = [cut for cut in _CUT.finditer(text) if not any(a < cut.end() and cut.start() < b for a, b in inside)]
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
            self._move,
            self._plan,
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
        if not _CANCEL.search(clause.text) or _FOR_ONESELF.search(clause.text) or self._is_of_others(clause):
            return False
        meeting = self._meeting_in(clause)
        if meeting is not None and not (_ANY_MEETING.search(clause.text) or _OF_A_DAY.search(clause.text)):
            return False
        if meeting is None:
            named = re.search(rf"\b{_MEETING}\b", clause.text, re.IGNORECASE)
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
        return any(resolve_organisation(word, names) is not None for word in words if not HINT.search(word))

    def _keep(self, clause: Clause, text: str) -> bool:
        if not _KEEP.search(clause.text):
            return False
        self.about = self._meeting_in(clause) or self.about
        return True

    def _rename(self, clause: Clause, text: str) -> bool:
        found = _RENAME.search(clause.text)
        if found is None:
            return False
        meeting = self._meeting_in(clause) or self.about
        if meeting is None and re.search(r"\b(?:mötet|the\s+meeting)\b", found[0], re.IGNORECASE):
            meeting = self._default()
        if meeting is None:
            return False
        self.about = meeting
        name = _PLACEHOLDER.sub("", _name(found["name"]))
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
        if not self.settled or not _QUESTIONS.search(clause.text):
            return False
        meeting = self._meeting_in(clause)
        return self._add(MoveQuestions(meeting.id, self.cancelled), clause) if meeting else True

    def _items(self, clause: Clause, text: str) -> bool:
        if not self.settled:
            return False
        found = _CONTENT.match(clause.text) or _PLUS.match(clause.text)
        if found is None or self.about is None or clause.dates or self.about.id == self.cancelled:
            return False
        parts = re.split(
            r"\s+\+\s+|\s*,\s+|\s+och\s+|\s+and\s+" if found.re is _CONTENT else r"\s+\+\s+", found["items"]
        )
        titles = tuple(part.strip(" .,;") for part in parts if part.strip(" .,;"))
        return self._add(FillMeeting(self.about.id, titles), clause)

    def _move(self, clause: Clause, text: str) -> bool:
        place = _NEW_PLACE.search(clause.text)
        moving = _MOVE.search(clause.text)
        hour = _OTHER_HOUR.search(clause.text) if self._hour_is_new(clause) else None
        if not (place or moving or hour) or any(when.kind is Kind.ALTERNATIVES for when in clause.dates):
            return False
        if self.settled and moving and not _ANY_MEETING.search(clause.text):
            return False
        self.moving = self.moving or bool(moving)
        days = [when for when in clause.dates if when.kind in (Kind.DAY, Kind.TIME, Kind.RANGE) and not when.past]
        source, target = self._from_and_to(clause, days, bool(place))
        if source is None and not self.call.addressed:
            return False
        named = _ANY_MEETING.search(clause.text) or re.search(
            r"\b(?:datum|tid|lokal|vi\s+(?:börjar|ses))\b", clause.text, re.IGNORECASE
        )
        if not (named or (hour and source and days)) or (target is None and place is None):
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
        return self.moving or bool(_INSTEAD.search(clause.text))

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
        before = text[clause.begin : clause.dates[0].span[0]]
        spoken = _NEXT.search(before)
        booked = (
            _BOOK.search(clause.text)
            if self.settled
            or self.call.addressed
            or re.match(
                r"\W*(?:då\s+|vi\s+|jag\s+)?(?:boka|planera|lägg|sätt|kalla|kör|book|schedule|plan|set)",
                clause.text,
                re.IGNORECASE,
            )
            else None
        )
        called = _CALLED.match(before) if not self.settled and self.call.during is None else None
        if not (spoken or booked or called):
            return False
        for when in days:
            self._plan_day(
                when, clause, text, new=bool(booked) and self.settled, called=bool(called) and not spoken and not booked
            )
        return True

    def _plan_day(self, when: When, clause: Clause, text: str, *, new: bool, called: bool) -> None:
        there = next((meeting for meeting in planned(self.call) if meeting.date == when.date), None)
        name = next((kind for pattern, kind in _KINDS if pattern.search(clause.text)), None)
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
            found["place"].capitalize() if (found := _ONLINE.search(clause.text)) else None
        )
        self._add(
            PlanMeeting(
                when.date or self.call.now.date(),
                when.start,
                when.end,
                place,
                None if again or name == "styrelsemöte" else name,
                bool(_PRELIMINARY.search(text[clause.begin : clause.span[1] + 20])),
                again,
                None if when.certain else when,
                _red_day(when),
            ),
            clause,
        )


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
    found = _PLACE.match(text[when.span[1] :])
    if found is None:
        return None
    place = (found["place"] or found["bare"]).strip(" ,")
    return (
        None
        if re.match(r"(?:och|samma|vanlig|stället|i|på|grund|tid|nytt)\b", place, re.IGNORECASE)
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
