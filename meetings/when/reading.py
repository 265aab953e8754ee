"""Find every date and time in a text, or read a text that is one."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import lru_cache

from meetings.when.bounds import read_bound
from meetings.when.calendar import Scene
from meetings.when.checks import checked
from meetings.when.days import moves, unread_beside
from meetings.when.events import read_duration, read_event
from meetings.when.line import Hit, Line
from meetings.when.moments import join, read_moment
from meetings.when.other_languages import read_other
from meetings.when.result import Kind, Precision, Problem, Trouble, When
from meetings.when.rhythm import read_rhythm
from meetings.when.starters import may_start
from meetings.when.tokens import Shape, clean, ends_sentence, tokens_of
from meetings.when.vocabulary import word_set

_RULES = (read_rhythm, read_bound, read_moment, read_event, read_duration)
_NUMBER_RULES = (read_rhythm, read_moment, read_event, read_duration)
_UNTIL = frozenset({"till", "to", "until", "tom"})
_MARKS = (Shape.MARK, Shape.DASH)
_ALSO = frozenset({"och", "samt", "and", "&", ","})
_EITHER = frozenset({"eller", "el", "alt", "alternativt", "or"})
_DAYS = frozenset({Kind.DAY, Kind.RANGE, Kind.WEEK, Kind.MONTH, Kind.PERIOD})
_FILLERS = word_set(
    "ja jo ok okej då det den blir är vi tar kör på passar bra funkar hej tack datum tid kl så yes it is "
    "on the works fine then let's ses föreslår förslagsvis gärna helst klockan jag kan mig för nästa möte"
)
_LONGEST_GAP = 3


def find(
    text: str,
    now: dt.datetime,
    *,
    meeting_dates: Sequence[dt.date] = (),
    language: str = "sv",
) -> tuple[When, ...]:
    """
    Find the dates and times of a running text, in order and not overlapping.

    `now` is aware local time. `meeting_dates` are the group's known meetings, given when the text is likely to be about
    them: «den 23e» and «på tisdag» then mean that day. Both Swedish and English are read; `language` decides only where
    they differ.
    """
    return _found(text, now, tuple(meeting_dates), language)


# Several readers look at the same sentence, one right after the other.
@lru_cache(maxsize=16)
def _found(text: str, now: dt.datetime, meeting_dates: tuple[dt.date, ...], language: str) -> tuple[When, ...]:
    cleaned, places = clean(text)
    today = now.date()
    tokens = tokens_of(cleaned, today)
    line = Line(cleaned, tokens, Scene(now, today, meeting_dates, language == "en"))
    hits = _joined(line, _standing(line, _hits(line)))
    return tuple(_finished(line, hit, text, places, now, language) for hit in hits)


def read(
    text: str,
    now: dt.datetime,
    *,
    meeting_dates: Sequence[dt.date] = (),
    language: str = "sv",
) -> When | None:
    """Read a text that is one expression, but for a few small words («det blir den 8/9 kl 9 då»)."""
    found = find(text, now, meeting_dates=meeting_dates, language=language)
    if len(found) != 1:
        return read_other(text, language, now) if not found else None
    start, end = found[0].span
    rest = tokens_of(clean(text[:start] + " " + text[end:])[0], now.date())
    if all(token.shape in (Shape.MARK, Shape.DASH) or token.text in _FILLERS for token in rest):
        return found[0]
    return None


def first_date(
    text: str,
    now: dt.datetime,
    *,
    meeting_dates: Sequence[dt.date] = (),
    language: str = "sv",
) -> When | None:
    """Give the first expression of a text that says a day, a run of days, or several."""
    wanted = (*_DAYS, Kind.SEVERAL, Kind.ALTERNATIVES)
    for when in find(text, now, meeting_dates=meeting_dates, language=language):
        if when.kind in wanted and not (when.kind is Kind.PERIOD and when.date is None and when.until is None):
            return when
    return None


def _hits(line: Line) -> list[Hit]:
    hits: list[Hit] = []
    place = 0
    while place < len(line.tokens):
        hit = _longest(line, place) if may_start(line, place) else None
        if hit is None:
            place += 1
        else:
            hits.append(hit)
            place = hit.next
    return hits


def _longest(line: Line, place: int) -> Hit | None:
    if line.at(place).shape is Shape.STAMP:
        return _stamp(line, place)
    best: Hit | None = None
    for rule in _rules(line, place):
        hit = rule(line, place)
        if hit is not None and (best is None or hit.next > best.next):
            best = hit
    return best


def _rules(line: Line, place: int) -> Sequence[Callable[[Line, int], Hit | None]]:
    if line.words[place]:
        return _RULES
    return (read_moment,) if line.at(place + 1).shape is Shape.MARK else _NUMBER_RULES


def _stamp(line: Line, place: int) -> Hit | None:
    try:
        moment = dt.datetime.fromisoformat(line.at(place).text.upper())
    except ValueError:
        return Hit(When(Kind.DAY, problems=(Problem(Trouble.IMPOSSIBLE),)), place, place + 1)
    if moment.tzinfo is not None:
        moment = moment.astimezone(line.scene.now.tzinfo)
    start = moment.time().replace(microsecond=0, tzinfo=None, fold=0)
    return Hit(When(Kind.DAY, date=moment.date(), start=start, precision=Precision.MINUTE), place, place + 1)


def _standing(line: Line, hits: list[Hit]) -> list[Hit]:
    """Drop what counts only alone, and the bare «nästa möte» beside its own date."""
    kept: list[Hit] = []
    for hit in hits:
        event = hit.when.kind is Kind.EVENT
        if not hit.weak or _alone(line, hit) or (event and not any(other.when.kind in _DAYS for other in hits)):
            kept.append(hit)
    return kept


def _alone(line: Line, hit: Hit) -> bool:
    before, after = line.tokens[: hit.first], line.tokens[hit.next :]
    return all(token.shape in _MARKS for token in before) and all(token.shape in _MARKS for token in after)


def _joined(line: Line, hits: list[Hit]) -> list[Hit]:
    """Join days with what stands close after them: a time, or more days with «och» and «eller»."""
    joined: list[Hit] = []
    for place, hit in enumerate(hits):
        before = joined[-1] if joined else None
        if before is None:
            joined.append(hit)
            continue
        following = hits[place + 1] if place + 1 < len(hits) else None
        if (timed := _time_in_reach(line, before, hit, following)) is not None:
            joined[-1] = timed
        elif (dated := _day_of_event(line, before, hit)) is not None:
            joined[-1] = dated
        elif (through := _through(line, before, hit)) is not None:
            joined[-1] = through
        elif (listed := _listed(line, before, hit)) is not None:
            joined[-1] = listed
        else:
            joined.append(hit)
    return joined


def _time_in_reach(line: Line, day: Hit, clock: Hit, following: Hit | None) -> Hit | None:
    """Read «27 oktober jämställdhetsutbildning kl 8:30–15:00» as one, with a gap."""
    when = clock.when
    if day.when.kind not in (Kind.DAY, Kind.SEVERAL) or when.kind is not Kind.TIME or when.start is None:
        return None
    if when.deadline or when.not_before or day.when.deadline or _has_time(day.when):
        return None
    between = line.tokens[day.next : clock.first]
    if len(between) > _LONGEST_GAP or any(ends_sentence(token) for token in between):
        return None
    text = line.text[line.at(day.next - 1).end : line.at(clock.first).start]
    if "\n" in text or any(token.text in _EITHER or token.text in ("och", "and") for token in between):
        return None
    if following is not None and following.when.kind is Kind.DAY and following.first == clock.next:
        return None
    gap = ((line.at(day.next).start, line.at(clock.first - 1).end),) if between else ()
    return Hit(join(day.when, when), day.first, clock.next, gaps=(*day.gaps, *gap))


def _has_time(when: When) -> bool:
    return when.start is not None or any(_has_time(part) for part in when.parts)


def _day_of_event(line: Line, event: Hit, day: Hit) -> Hit | None:
    """Read «vid planeringsdagen den 7 oktober» as the day, with the event's name."""
    if event.when.kind is not Kind.EVENT or day.when.kind is not Kind.DAY or day.when.deadline:
        return None
    between = line.tokens[event.next : day.first]
    if len(between) > 1 or any(token.text not in (",", "(") for token in between):
        return None
    name = line.text[line.at(event.first).start : line.at(event.next - 1).end]
    named = event.when.event if event.when.event not in ("next_meeting", "same_day") else name
    when = replace(day.when, event=named, deadline=event.when.deadline)
    return Hit(when, event.first, day.next, gaps=day.gaps)


def _through(line: Line, first: Hit, last: Hit) -> Hit | None:
    """Read «4 maj kl 10 till 6 maj kl 12» as one run of days."""
    if first.when.kind is not Kind.DAY or last.when.kind is not Kind.DAY or first.when.date is None:
        return None
    dashed = last.first == first.next + 1 and line.at(first.next).shape is Shape.DASH and first.when.start is not None
    until = last.first == first.next and line.word(last.first) in _UNTIL and last.when.deadline
    if not (dashed or until) or first.when.deadline or moves(line, first.first) or last.when.date is None:
        return None
    problems = (*first.when.problems, *last.when.problems)
    if last.when.date < first.when.date:
        problems = (*problems, Problem(Trouble.END_BEFORE_START, (last.when.date, first.when.date)))
    end = last.when.end or last.when.start
    return Hit(
        replace(first.when, kind=Kind.RANGE, until=last.when.date, end=end, problems=problems), first.first, last.next
    )


def _listed(line: Line, first: Hit, second: Hit) -> Hit | None:
    """Make «torsdag kl 13 eller fredag kl 9» alternatives, «8/9 kl 13 och 6/10 kl 9» several."""
    between = line.tokens[first.next : second.first]
    words = {token.text for token in between}
    either = bool(words & _EITHER)
    if not between or len(between) > 2 or not (words <= _ALSO or (either and words <= _EITHER | {","})):
        return None
    kinds = (first.when.kind, second.when.kind)
    wanted = Kind.ALTERNATIVES if either else Kind.SEVERAL
    open_list = either and first.commas
    same = all(kind in _DAYS or kind is wanted or (open_list and kind is Kind.SEVERAL) for kind in kinds) or (
        kinds == (Kind.TIME, Kind.TIME) and either
    )
    if not same or first.gaps or second.gaps or first.when.deadline != second.when.deadline:
        return None
    parts = tuple(
        part
        for when in (first.when, second.when)
        for part in (when.parts if when.kind is wanted or (open_list and when is first.when) else (when,))
    )
    return Hit(
        When(wanted, parts=parts, precision=first.when.precision), first.first, second.next, commas=words <= {","}
    )


def _finished(line: Line, hit: Hit, text: str, places: list[int] | None, now: dt.datetime, language: str) -> When:
    when = hit.when
    dated = when.kind in (*_DAYS, Kind.SEVERAL, Kind.ALTERNATIVES)
    if dated and unread_beside(line, hit.first, hit.next):
        offered = (when.date,) if when.date else ()
        when = replace(when, problems=(*when.problems, Problem(Trouble.UNREAD_MODIFIER, offered)))
    start, end = line.at(hit.first).start, line.at(hit.next - 1).end
    gaps = hit.gaps
    if places is not None:
        start, end = places[start], places[end - 1] + 1
        end = _with_marks(text, end)
        gaps = tuple((places[low], places[high]) for low, high in gaps)
    return replace(checked(when, now, language), text=text[start:end], span=(start, end), gaps=gaps)


def _with_marks(text: str, end: int) -> int:
    """Keep the accents that stand after the last letter in a decomposed text."""
    while end < len(text) and "\u0300" <= text[end] <= "\u036f":
        end += 1
    return end
