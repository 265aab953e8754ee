"""Read a sentence for what it tells of people's attendance, clause by clause, and for which meeting."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date as Day

from handlers.attendance.asked import asked_about, opens_with_answer, read_answer
from handlers.attendance.entities import ME, Who
from handlers.attendance.hours import days_meant, meetings_by_default, meetings_on
from handlers.attendance.mentions import mentions
from handlers.attendance.roll_call import read_list
from handlers.attendance.sentence import LONGEST, Clause, clauses, may_tell, read_tokens
from handlers.attendance.vocabulary import QUESTION_OPENERS, WISHES
from handlers.attendance.wording import Earlier, Kind, Told, read_clause, sends_somebody
from handlers.command import Call, Claim, Sentence, When
from meetings.facts import Basis
from meetings.record import Meeting

# Others' answers this long ago are no longer what "jag med" goes on from; seconds.
_RECENT = 12 * 3600

# Characters: whoever has written as much before it is no longer telling whether she comes.
_FAR_DOWN = 1_500
_ASKS = re.compile(r"\?[^\w]*\Z")
# "Jag kommer 13.30, nej 13.45": what is said last counts.
_CORRECTS = re.compile(
    r"\b(?:nej|nä|no|förlåt|sorry|rättelse|ändrar|menar?|mean|snarare|rather|eller|make\s+(?:it"
    r"|that))\b",
    re.IGNORECASE,
)
_CORRECTING = frozenset(
    """
    eller or rättelse correction snarare rather menar menade mena mean meant ändrar make vänta wait kanske säg
    say blir that ungefär approx
    """.split()
)
_DECLINED = re.compile(
    r"\b(?:förhinder|återbud|kan\s+(?:tyvärr\s+)?(?:inte|ej)|kommer\s+(?:inte|ej)|can'?t|cannot|won'?t"
    r"|not\s+(?:coming|able)|regrets"
    r"|apologies|(?:är|blir)\s+(?:borta|sjuk|ledig|bortrest))\b",
    re.IGNORECASE,
)
_HEADS = re.compile(r"\s*:\s+\w")
# What the buttons under "Kommer du?" say, alone in a private message or a reply.
_BUTTONS: tuple[tuple[re.Pattern[str], Told], ...] = tuple(
    (re.compile(rf"(?:{words})[\s.!]*", re.IGNORECASE), told)
    for words, told in (
        (r"på plats|on[\s-]?site|in person", Told(Kind.PRESENT, (ME,), mode="onsite")),
        (r"digitalt?|digitally|online|på länk", Told(Kind.PRESENT, (ME,), mode="digital")),
        (r"jag kommer|kommer|i'?m coming|coming", Told(Kind.PRESENT, (ME,))),
        (r"(?:har )?förhinder|kommer inte|can'?t come|not coming", Told(Kind.ABSENT, (ME,))),
    )
)
_SENDS_BUTTON = re.compile(
    r"(?:jag\s+)?(?:skickar|send|sending)\s+(?:(?:en|a)\s+)?(?:ersättare|substitute)[\s.!]*", re.IGNORECASE
)


@dataclass(frozen=True)
class Reported:
    """One thing told and the meetings it is meant for, as ids; with several, one must `ask` unless all are meant.

    Without any it was said to the bot of a `day` on which the group does not meet.
    """

    told: Told
    meetings: tuple[str, ...]
    ask: bool = False
    day: Day | None = None


@dataclass(frozen=True)
class ReportAttendance:
    """What a sentence tells of people's attendance.

    `text` is the sentence, to be read again with a name or a day made full; `sends_somebody` marks a writer who will
    be replaced by somebody not yet named.
    """

    reports: tuple[Reported, ...]
    text: str
    called: bool = False
    sends_somebody: bool = False


def read_attendance(sentence: Sentence, call: Call) -> Sequence[Claim[ReportAttendance]]:
    """Find what people say of coming, staying away, being late, leaving and standing in, in their own words."""
    text = sentence.text
    if (asked := asked_about(call)) is not None and (answer := _answer(sentence, call, asked)) is not None:
        return (answer,)
    if len(text) > LONGEST or sentence.begins > _FAR_DOWN or not mentions(text.lower()):
        return ()
    if (button := _button(sentence, call)) is not None:
        return (button,)
    if _ASKS.search(text) or QUESTION_OPENERS.match(text) or not may_tell(text, call):
        return ()
    parts = list(clauses(read_tokens(text, call), text))
    found = _told(parts, text, call)
    sending = [place for place, part in enumerate(parts) if sends_somebody(part)]
    if sending and not any(told.kind is Kind.ABSENT for _, told in found):
        found.append((tuple(sending), Told(Kind.ABSENT, (ME,))))
    reports: list[Reported] = []
    claimed: list[int] = []
    substituted = any(told.kind is Kind.SUBSTITUTE for _, told in found)
    for places, told in found:
        reported = _placed(told, places, parts, call, substituted=substituted)
        if reported is not None and _credible(told, call):
            reports.append(reported)
            claimed += places
    claimed += sending if claimed else []
    if not reports:
        return ()
    span = _claimed(parts, claimed, reports, text)
    return (Claim(ReportAttendance(tuple(reports), text, sends_somebody=bool(sending)), span),)


def read_roll_call(sentence: Sentence, call: Call) -> Sequence[Claim[ReportAttendance]]:
    """Find a roll call: "närvarande: …", "frånvarande: …", "Från kansliet …"."""
    if len(sentence.text) > 4 * LONGEST:
        return ()
    told, span, lines = read_list(sentence, call)
    meeting = call.meeting
    if not told or meeting is None:
        return ()
    reports = tuple(Reported(one, (meeting.id,)) for one in told)
    return (Claim(ReportAttendance(reports, sentence.text, called=True), span, lines),)


def _answer(sentence: Sentence, call: Call, meeting: Meeting) -> Claim[ReportAttendance] | None:
    """Read what is said in private to one who was asked whether she comes to a meeting."""
    text = sentence.text
    if not sentence.first:
        return None
    told = [answer] if (answer := read_answer(text)) is not None else []
    if not told and (opened := opens_with_answer(text)) is not None:
        rest = text[opened[1] :]
        told = [one for _, one in _told(list(clauses(read_tokens(rest, call), rest)), rest, call)] or [opened[0]]
    if not told:
        return None
    reports = tuple(Reported(one, (meeting.id,)) for one in told)
    return Claim(ReportAttendance(reports, text), (0, len(text)))


def _button(sentence: Sentence, call: Call) -> Claim[ReportAttendance] | None:
    alone = sentence.first and sentence.last
    if not alone or call.meeting is None or not (call.private or call.thread is not None or call.pending is not None):
        return None
    meeting = call.pending.meeting if call.pending is not None and call.pending.meeting else call.meeting.id
    words, span = sentence.text.strip(), (0, len(sentence.text))
    for pattern, told in _BUTTONS:
        if pattern.fullmatch(words):
            return Claim(ReportAttendance((Reported(told, (meeting,)),), sentence.text), span)
    if _SENDS_BUTTON.fullmatch(words):
        away = Reported(Told(Kind.ABSENT, (ME,)), (meeting,))
        return Claim(ReportAttendance((away,), sentence.text, sends_somebody=True), span)
    return None


def _told(parts: Sequence[Clause], text: str, call: Call) -> list[tuple[tuple[int, ...], Told]]:
    """Read every clause in the light of the ones before it."""
    found: list[tuple[int, Told]] = []
    before = Earlier(absent=_away_before(text, call))
    open_now = call.during is not None
    for place, part in enumerate(parts):
        told = None if _heads(part, text) else read_clause(part, text, before, open_now=open_now)
        if told is not None:
            found.append((place, told))
            before = _after(told, part, before)
            continue
        if found and (more := _more_of(found[-1], part, parts[found[-1][0]], text)) is not None:
            found[-1] = more
            continue
        pieces = _cut_at_and(part)
        inner = before
        for piece in pieces if len(pieces) > 1 else ():
            told = read_clause(piece, text, inner, open_now=open_now)
            if told is not None:
                found.append((place, told))
                inner = _after(told, piece, inner)
        named = next((token.who[-1] for token in part.tokens if token.sign == "WHO"), None)
        known = inner if inner is not before else replace(before, last=named or before.last)
        before = _with_hours(part, known)
    return _merged(found, frozenset(place for place, part in enumerate(parts) if part.has("DATE")))


def _heads(part: Clause, text: str) -> bool:
    """Tell whether a clause without a subject only heads what follows: "På väg: ny mall"."""
    return _HEADS.match(text, part.span[1]) is not None and not part.has("ME", "WHO", "UNIT", "WE")


def _after(told: Told, part: Clause, before: Earlier) -> Earlier:
    absent = told.who[0] if told.kind is Kind.ABSENT else before.absent
    last = told.who[-1] if not told.who[-1].me else before.last
    return _with_hours(part, replace(before, subject=told.who, absent=absent, last=last))


def _with_hours(part: Clause, before: Earlier) -> Earlier:
    """Remember what hour was named, and that somebody said she had meant to come."""
    until = part.first("UNTIL") or part.first("BY")
    hour = next((token.clock for token in part.tokens if token.clock is not None), None)
    hoped = part.has("HEDGE", "RELAY", "WAS") and part.has("ATTEND", "ATTENDS", "BE") and not part.has("WHO")
    return replace(
        before,
        until=until.clock if until is not None else before.until,
        hour=hour or before.hour,
        hoped=before.hoped or hoped,
    )


def _more_of(last: tuple[int, Told], part: Clause, told_in: Clause, text: str) -> tuple[int, Told] | None:
    """Read a clause that only goes on with the one before: who "we" are, how late, another hour than the one said."""
    place, told = last
    signs = [token.sign for token in part.core if token.sign != "NOT"]
    if signs == ["WHO"] and _ours(told_in):
        # "vi är med från FK, både jag och Elin": the list says who we are.
        return place, replace(told, who=part.core[-1].who)
    hour = next((token for token in part.tokens if token.clock is not None), None)
    stretch = part.first("STRETCH") or part.first("SOON")
    unknown = [text[token.start : token.end].casefold() for token in part.core if token.sign == "x"]
    if any(word not in _CORRECTING for word in unknown) or set(signs) - {
        "x",
        "STRETCH",
        "GO",
        "BE",
        "ATTENDS",
        "ME",
        "HEDGE",
    }:
        return None
    if any(sign in ("GO", "ATTENDS", "BE", "ME", "HEDGE") for sign in signs) and not unknown:
        return None
    corrects = bool(unknown) or _CORRECTS.search(text[told_in.span[1] : part.span[1]]) is not None
    if told.kind is Kind.LATE and stretch is not None and (told.minutes_late is None or corrects):
        return place, replace(told, minutes_late=stretch.minutes, since=None if corrects else told.since)
    if hour is None or told.kind not in (Kind.LATE, Kind.LEAVES, Kind.PRESENT):
        return None
    ends = told.kind is Kind.LEAVES or hour.sign in ("UNTIL", "BY")
    if (told.until if ends else told.since) is not None and not corrects:
        return None
    if ends:
        kind = Kind.LEAVES if told.kind is Kind.PRESENT else told.kind
        return place, replace(told, kind=kind, until=hour.clock, leaves_now=False, minutes_early=None)
    return place, replace(told, since=hour.clock, minutes_late=None)


def _away_before(text: str, call: Call) -> Who | None:
    """Give the writer when she said before this sentence that she will not come: "Karin ersätter" goes on from it."""
    at = call.text.find(text)
    return ME if at > 0 and _DECLINED.search(call.text, 0, at) else None


def _ours(part: Clause) -> bool:
    return part.has("WE")


def _cut_at_and(part: Clause) -> list[Clause]:
    pieces: list[Clause] = []
    start = 0
    for place, token in enumerate(part.tokens):
        following = part.tokens[place + 1].sign if place + 1 < len(part.tokens) else "x"
        if token.sign == "AND" and following != "x":
            if place > start:
                pieces.append(
                    replace(part, tokens=part.tokens[start:place], joined=part.joined if not pieces else "COMMA")
                )
            start = place + 1
    if start < len(part.tokens):
        pieces.append(
            replace(
                part,
                tokens=part.tokens[start:],
                fronted=part.fronted or start > 0,
                joined="COMMA" if pieces else part.joined,
            )
        )
    return pieces


def _merged(found: Sequence[tuple[int, Told]], dated: frozenset[int]) -> list[tuple[tuple[int, ...], Told]]:
    """Make one of what several clauses tell of the same people: comes at 13.30, must leave at 14.30."""
    merged: list[tuple[tuple[int, ...], Told]] = []
    for place, told in found:
        days = {place for place in (place, *(n for places, _ in merged for n in places)) if place in dated}
        if len(days) < 2:
            merged = [one for one in merged if not _taken_back(one[1], told)]
        same = next((n for n, (_, one) in enumerate(merged) if _same(one, told)), None)
        if same is None:
            merged.append(((place,), told))
        else:
            places, before = merged[same]
            merged[same] = ((*places, place), _joined(before, told))
    return merged


def _joined(before: Told, told: Told) -> Told:
    return replace(
        before,
        kind=told.kind if before.kind is Kind.PRESENT else before.kind,
        sure=before.sure or told.sure,
        answering=before.answering and told.answering,
        arriving=before.arriving or told.arriving or before.kind is Kind.LATE,
        mode=told.mode or before.mode,
        since=told.since or before.since,
        until=told.until or before.until,
        minutes_late=told.minutes_late or before.minutes_late,
        minutes_from_now=told.minutes_from_now or before.minutes_from_now,
        minutes_early=told.minutes_early or before.minutes_early,
        first_minutes=told.first_minutes or before.first_minutes,
        last_minutes=told.last_minutes or before.last_minutes,
        leaves_now=told.leaves_now or before.leaves_now,
    )


def _taken_back(one: Told, other: Told) -> bool:
    """Tell whether what is said of the same people later in the sentence says the contrary; the last word counts."""
    if Kind.SUBSTITUTE in (one.kind, other.kind) or one.past or other.past:
        return False
    contrary = (one.kind is Kind.ABSENT) is not (other.kind is Kind.ABSENT)
    return contrary and [_key(who) for who in one.who] == [_key(who) for who in other.who]


def _same(one: Told, other: Told) -> bool:
    """Tell whether two clauses are about the same people and go together."""
    if Kind.SUBSTITUTE in (one.kind, other.kind):
        return False
    return [_key(who) for who in one.who] == [_key(who) for who in other.who] and (one.kind is Kind.ABSENT) is (
        other.kind is Kind.ABSENT
    )


def _key(who: Who) -> object:
    return who.me or who.person or who.unit or who.name


def _placed(
    told: Told, places: Sequence[int], parts: Sequence[Clause], call: Call, *, substituted: bool
) -> Reported | None:
    """Find the meeting something is told of; None when it is none of the group's, or nothing says that it is."""
    own = days_meant(parts[place] for place in places)
    earlier, later = days_meant(parts[: places[0]]), days_meant(parts[places[-1] + 1 :])
    said = own or earlier
    if said:
        meetings = meetings_on(said, call)
        if not meetings:
            plainly = call.addressed and told.sure and not told.past
            return Reported(told, (), day=next((day.date for day in said if day.date), None)) if plainly else None
    else:
        meetings = meetings_on(later, call) or meetings_by_default(told, call)
    if not meetings:
        return None
    named = bool(said) or bool(meetings_on(later, call)) or any(part.has("MEETING", "THATDAY") for part in parts)
    if not named and not _plain_enough(told, call, substituted=substituted):
        return None
    # Away for weeks: away from every meeting in them. Of anything else only one can be meant.
    several = len(meetings) > 1 and not (told.kind is Kind.ABSENT and said)
    return Reported(told, tuple(meeting.id for meeting in meetings), ask=several)


def _plain_enough(told: Told, call: Call, *, substituted: bool) -> bool:
    """Tell whether something said without a day or the meeting's name is about the meeting all the same."""
    if call.when is When.AFTER and not call.addressed:
        return False
    if told.answering:
        return _goes_on_from_answers(call)
    if told.sure or call.addressed:
        return True
    if told.kind is Kind.ABSENT:
        return substituted
    today = call.meeting is not None and call.meeting.date == call.now.date()
    if told.kind is Kind.LATE:
        return today
    return call.during is not None


def _credible(told: Told, call: Call) -> bool:
    """Tell whether an unknown name is likely to be an attendee's: nobody is taken from passing talk."""
    if told.kind is Kind.SUBSTITUTE or all(who.known or who.candidates for who in told.who):
        return True
    strangers = [who for who in told.who if not who.known and not who.candidates]
    return (call.addressed or call.during is not None or any(who.known for who in told.who)) and all(
        " " in who.name or who.suggestions for who in strangers
    )


def _goes_on_from_answers(call: Call) -> bool:
    """Tell whether the message before this one was somebody's answer, or booked the meeting."""
    meeting = call.meeting
    earlier = [
        (key, trace)
        for key, trace in call.record.traces.items()
        if trace.at <= call.said.at and key != call.said.message
    ]
    if meeting is None or not earlier:
        return False
    key, last = max(earlier, key=lambda one: one[1].at)
    speaker = call.speaker.id if call.speaker else None
    if last.by == speaker or last.by is None or (call.said.at - last.at).total_seconds() > _RECENT:
        return False
    answer = meeting.attendance.get(last.by)
    answered = (
        answer is not None
        and answer.status == "present"
        and answer.basis is Basis.SELF
        and last.meeting == meeting.id
        and all(item.message != key for item in call.record.items.values())
    )
    return answered or meeting.id.startswith(f"{key}:")


def _claimed(
    parts: Sequence[Clause], claimed: Sequence[int], reports: Sequence[Reported], text: str
) -> tuple[int, int]:
    """Give the stretch that is taken: with an absence or a delay also the reasons around it, which nobody keeps."""
    first, last = min(claimed), max(claimed)
    excused = any(one.told.kind is not Kind.PRESENT for one in reports)
    if excused or not any(token.sign == "x" for part in parts[:first] for token in part.tokens):
        first = 0
    for part in parts[last + 1 :]:
        told_more = part.joined != "BUT" and not WISHES.match(text, part.span[0])
        if not told_more or not (excused or all(token.sign in ("WHO", "ME") for token in part.core)):
            break
        last += 1
    return 0 if first == 0 else parts[first].span[0], len(text) if last == len(parts) - 1 else parts[last].span[1]
