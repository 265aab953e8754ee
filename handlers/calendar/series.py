"""Propose a row of meetings from a rhythm and let a person confirm it: all of it, or without some of the days."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time, timedelta

from handlers.calendar import series_wording as say
from handlers.calendar.changes import Planned, plan_meetings
from handlers.calendar.dates import dates_in
from handlers.calendar.meant import PlanMeeting
from handlers.command import Answer, Call, Claim, Command, Example, Outcome, Sentence, Who
from handlers.command import When as Stage
from handlers.reading.asking import ask
from meetings.document import Block, Document, Entry, entry, numbered
from meetings.facts import About, Answered, Option
from meetings.history import BusyDays
from meetings.record import Meeting, Phase
from meetings.reminders import term_of
from meetings.series import Known, Series, Slot, propose
from meetings.when import Kind, When

_LONGEST = 200
_SOON = timedelta(days=7)
_YEAR = timedelta(days=365)
_TERM_LEFT = timedelta(days=60)
"""With less left of a term, a row of weekly meetings goes on into the next."""


@dataclass(frozen=True)
class ProposeSeries:
    """Propose meetings by a rhythm within two days, at these hours."""

    rule: str
    since: date
    until: date
    start: time | None = None
    end: time | None = None


@dataclass(frozen=True)
class ShortenSeries:
    """Leave days out of what was proposed, by their place from 1; `book`: and book the others at once."""

    places: tuple[int, ...]
    book: bool


def read_series(sentence: Sentence, call: Call) -> Sequence[Claim[ProposeSeries]]:
    """Find that somebody who leads wants meetings in a rhythm, told in words."""
    text = sentence.text
    if len(text) > _LONGEST or not say.ASKS.match(text):
        return ()
    # Unless it is said to the bot, a question is put to the others, and in a meeting it is a task to take down.
    if not (call.addressed or call.leads and call.during is None and not text.rstrip().endswith("?")):
        return ()
    dates = dates_in(text, call)
    rhythm = next((one for one in dates if one.kind is Kind.RECURRENCE and one.rule), None)
    if rhythm is None or rhythm.rule is None:
        return ()
    since, until = _within(text, rhythm, [one for one in dates if one is not rhythm], call)
    if until < since:
        return ()
    clock = next((one for one in dates if one.kind is Kind.TIME and one.start), rhythm)
    intent = ProposeSeries(rhythm.rule, since, until, clock.start, clock.end)
    return (Claim(intent, (0, len(text))),)


def _within(text: str, rhythm: When, others: Sequence[When], call: Call) -> tuple[date, date]:
    """Give the days between which the meetings are to be: as told, else a term of weeks, or a year of rarer ones."""
    today = call.now.date()
    since, until = today + _SOON, None
    year = say.YEAR.search(text)
    spring, autumn = say.SPRING.search(text), say.AUTUMN.search(text)
    if spring or autumn:
        first, last = term_of(date(int(year["year"]) if year else today.year, 1 if spring else 7, 1))
        if last < today + _SOON and year is None:
            first, last = term_of(date(today.year + 1, 1 if spring else 7, 1))
        since, until = max(since, first), last
    elif year is not None:
        since, until = max(since, date(int(year["year"]), 1, 1)), date(int(year["year"]), 12, 31)
    for one in others:
        if len(one.parts) == 2 and say.FROM.match(one.text) and one.parts[0].date and one.parts[1].date:
            since, until = max(one.parts[0].date, today + timedelta(days=1)), one.parts[1].date
            continue
        for part in one.parts or (one,):
            day = part.date or part.until
            if day is None or day <= today:
                continue
            if say.FROM.match(part.text):
                since = max(day, today + timedelta(days=1))
            elif say.UNTIL.match(part.text) or one.parts:
                until = part.until if part.deadline and part.until else day
    if until is None:
        often = "WEEKLY" in (rhythm.rule or "") or "WEEKS" in (rhythm.rule or "")
        until = _end_of_term(since) if often else term_of(since + _YEAR)[0] - timedelta(days=1)
    return since, until


def _end_of_term(since: date) -> date:
    last = term_of(since)[1]
    return last if last - since >= _TERM_LEFT else term_of(last + timedelta(days=1))[1]


def propose_series(intent: ProposeSeries, call: Call) -> Outcome:
    """Ask whether the days that the rhythm gives are to be booked. Raises Wanted for where else people are."""
    known = _known(intent, call)
    series = propose(intent.rule, intent.since, intent.until, known)
    if not series.slots:
        return Outcome(replies=(Answer(Document.of(call.texts.paragraph("series.none"))),))
    latest = _latest(call)
    start = intent.start or (latest.start if latest is not None else None)
    end = intent.end if intent.start is not None else latest.end if latest is not None else None
    if intent.start is not None and intent.end is None and latest is not None:
        end = _as_long(intent.start, latest)
    return _ask([slot.date for slot in series.slots], start, end, call, series)


def _ask(days: Sequence[date], start: time | None, end: time | None, call: Call, series: Series | None) -> Outcome:
    texts = call.texts
    slots = {slot.date: slot for slot in series.slots} if series is not None else {}
    lines = [_line(day, start, end, slots.get(day), call) for day in days]
    blocks: list[Block] = [texts.paragraph("series.proposed", n=len(days)), numbered(*lines)]
    if series is not None and series.left_out:
        left = (
            f"{texts.short_date(day, call.now.date())} ({texts.t(f'series.{why}')})" for day, why in series.left_out
        )
        blocks.append(texts.paragraph("series.left_out", days=", ".join(left)))
    blocks.append(texts.paragraph("series.shall_i", day=texts.short_date(days[-1]).split(" ", 1)[1]))
    clock = f" {texts.t('series.at')} {start:%H.%M}" + (f"-{end:%H.%M}" if end else "") if start else ""
    said = texts.t("series.say_book", days=", ".join(f"{day.isoformat()}{clock}" for day in days))
    options = (
        Option(label=texts.t("series.yes", n=len(days)), text=said),
        Option(label=texts.t("series.no"), text=""),
    )
    return ask(call, About.SERIES, Document(tuple(blocks)), options=options, concerns=call.said.message)


def _line(day: date, start: time | None, end: time | None, slot: Slot | None, call: Call) -> Entry:
    texts = call.texts
    said = texts.short_date(day, call.now.date())
    if start is not None:
        said = texts.t("dates.at", date=said, time=texts.time_range(start, end))
    more = ""
    if slot is not None and slot.wished is not None and slot.why is not None:
        wished = texts.short_date(slot.wished, day)
        more = texts.t("series.instead_of", day=wished, why=texts.t(f"series.{slot.why}"))
    if slot is not None and slot.busy:
        more += texts.t("series.are_elsewhere", names=texts.names(slot.busy))
    return entry(f"{said}{more}")


def _known(intent: ProposeSeries, call: Call) -> Known:
    """Gather what the days have to go round: own meetings, and those that members have in other groups."""
    record = call.record
    own = [one for one in record.meetings.values() if one.phase is not Phase.CANCELLED]
    latest = _latest(call)
    accounts = {person.account: person.name for person in record.members if person.account is not None}
    elsewhere = call.history.ask(BusyDays(tuple(sorted(accounts)), intent.since, intent.until))
    busy: dict[date, tuple[str, ...]] = {}
    for day, account in elsewhere:
        name = accounts.get(account)
        if name is not None and name not in busy.get(day, ()):
            busy[day] = (*busy.get(day, ()), name)
    usual = latest.date.weekday() if latest is not None and latest.date.weekday() < 5 else 1
    return Known(frozenset(one.date for one in own), busy, usual, latest.date if latest is not None else None)


def _latest(call: Call) -> Meeting | None:
    """Give the meeting whose day and hours are the usual ones: the last that is booked, or was held."""
    own = [one for one in call.record.meetings.values() if one.phase is not Phase.CANCELLED and one.kind == "ordinary"]
    return max(own, key=lambda one: one.date, default=None)


def _as_long(start: time, meeting: Meeting) -> time | None:
    if meeting.start is None or meeting.end is None or meeting.end <= meeting.start:
        return None
    length = meeting.end.hour * 60 + meeting.end.minute - meeting.start.hour * 60 - meeting.start.minute
    minutes = start.hour * 60 + start.minute + length
    return time(minutes // 60, minutes % 60) if minutes < 24 * 60 else None


def read_shortening(sentence: Sentence, call: Call) -> Sequence[Claim[ShortenSeries]]:
    """Find, in the answer to a proposed row of meetings, which of them are to be left out."""
    if call.pending is None or call.pending.about is not About.SERIES or not call.pending.options:
        return ()
    found = say.WITHOUT.fullmatch(sentence.text)
    if found is None:
        return ()
    days = _days_in(call.pending.options[0].text)
    places = _places(found["which"], days, call)
    book = bool(found["yes"] or found["all"])
    return (Claim(ShortenSeries(places, book), (0, len(sentence.text))),) if places else ()


def _places(which: str, days: Sequence[date], call: Call) -> tuple[int, ...]:
    """Tell which of the days words mean: by place, or by date; none when one of them is not among the days."""
    told = [one for when in dates_in(which, call) for one in (when.parts or (when,)) if one.date is not None]
    dated = {one.date for one in told} | {_same_day(one.date, days) for one in told if one.date is not None}
    by_date = [place for place, day in enumerate(days, 1) if day in dated]
    words = [word.strip(".,") for word in re.split(r"[\s,]+", which.casefold())]
    numbers = [say.ORDINALS[word] if word in say.ORDINALS else int(word) for word in words
               if word in say.ORDINALS or word.isdecimal() and not told]  # fmt: skip
    by_place = [number if number > 0 else len(days) for number in numbers if number <= len(days)]
    return tuple(sorted({*by_date, *by_place}))


def _same_day(day: date, days: Sequence[date]) -> date | None:
    """Give the day proposed that a date without a year means."""
    return next((one for one in days if (one.month, one.day) == (day.month, day.day)), None)


def _days_in(text: str) -> list[date]:
    return [date.fromisoformat(found) for found in say.DAY.findall(text)]


def shorten_series(intent: ShortenSeries, call: Call) -> Outcome:
    """Leave days out, and ask about those that are left, or book them when that was said."""
    assert call.pending is not None
    text = call.pending.options[0].text
    answered = Answered(**call.base, question=call.pending.id)
    days = _days_in(text)
    left = [day for place, day in enumerate(days, 1) if place not in intent.places]
    if not left:
        return Outcome((answered,), (Answer(Document.of(call.texts.paragraph("series.nothing_left"))),))
    hours = re.search(r"(\d{2})\.(\d{2})(?:-(\d{2})\.(\d{2}))?", text)
    start = time(int(hours[1]), int(hours[2])) if hours else None
    end = time(int(hours[3]), int(hours[4])) if hours and hours[3] else None
    if intent.book:
        changes = tuple(PlanMeeting(day, start, end) for day in left)
        booked = plan_meetings(Planned(changes, text), call)
        return Outcome((answered, *booked.facts), booked.replies)
    asked = _ask(left, start, end, call, None)
    return Outcome((answered, *asked.facts), asked.replies)


PROPOSE_SERIES: Command[ProposeSeries] = Command(
    name="propose_series",
    words={"sv": ("föreslå möten 2 ggr/termin",), "en": ("propose meetings twice a term",)},
    read=read_series,
    handle=propose_series,
    who=Who.LEAD,
    examples=(
        Example("föreslå möten kvartalsvis", ("asked",), says="tis 9 februari 2027", lead=True, addressed=True),
        Example("boka möten sista torsdagen i månaden kl 9-10.30", ("asked",), says="09.00–10.30", lead=True),
        Example("föreslå möten 2 ggr/termin", ("asked",), says="Ska jag boka", lead=True, addressed=True),
        Example("lägg upp möten varannan onsdag kl 10", ("asked",), says="ons 16 september", lead=True, addressed=True),
        Example("propose meetings on the last Thursday of the month at 9", ("asked",), says="Shall I book", lead=True,
                addressed=True, language="en"),
    ),
)  # fmt: skip

SHORTEN_SERIES: Command[ShortenSeries] = Command(
    name="shorten_series",
    words={"sv": ("hoppa över den tredje",), "en": ("skip the third",)},
    read=read_shortening,
    handle=shorten_series,
    who=Who.LEAD,
    shown=frozenset[Stage](),
    examples=(Example("hoppa över lunchen", lead=True), Example("skip the small talk", lead=True, language="en")),
)
