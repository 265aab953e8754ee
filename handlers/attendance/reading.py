"""Read a sentence for what it tells of people's attendance, clause by clause, and for which meeting."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date as Day

from handlers.attendance.asked import asked_about, opens_with_answer, read_answer
from handlers.attendance.clauses import Clause, clauses, joined_with_names
from handlers.attendance.hours import days_meant, meetings_by_default, meetings_on
from handlers.attendance.mentions import mentions
from handlers.attendance.people import ME
from handlers.attendance.roll_call import read_list
from handlers.attendance.sentence import LONGEST, may_tell, read_tokens
from handlers.attendance.telling import told_in
from handlers.attendance.told import Kind, Told
from handlers.attendance.vocabulary import QUESTION_OPENERS, WISHES
from handlers.attendance.wording import sends_somebody
from handlers.command import Call, Claim, Sentence, When
from meetings.facts import Basis
from meetings.record import Meeting

# Others' answers this long ago are no longer what "jag med" goes on from; seconds.
_RECENT = 12 * 3600
# Characters: whoever has written as much before it is no longer telling whether she comes.
_FAR_DOWN = 1_500

# "Jag deltar på länk, går det bra?" tells and asks at once.
_TAG = re.compile(
    r"[,.]\s*(?:går\s+det\s+(?:bra|an)|är\s+det\s+ok(?:ej)?|ok(?:ej)?|hoppas\s+det\s+(?:går\s+bra|är\s+ok(?:ej)?)"
    r"|(?:is|hope)\s+that(?:'?s)?\s+(?:ok(?:ay)?|alright|fine)|all\s?right)\s*\?\s*\Z",
    re.IGNORECASE,
)
_ASKS = re.compile(r"\?[^\w]*\Z")
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
    said = _TAG.sub("", text)
    if _ASKS.search(said) or QUESTION_OPENERS.match(said) or not may_tell(said, call):
        return ()
    parts = joined_with_names(list(clauses(read_tokens(said, call), said)), said)
    found = told_in(parts, text, call)
    sending = [place for place, part in enumerate(parts) if sends_somebody(part)]
    if sending and not any(told.kind is Kind.ABSENT for _, told in found):
        found.append((tuple(sending), Told(Kind.ABSENT, (ME,))))
    reports: list[Reported] = []
    claimed: list[int] = []
    substituted = any(told.kind is Kind.SUBSTITUTE for _, told in found)
    for places, told in found:
        reported = _placed(told, places, parts, call, substituted=substituted or len(found) > 1)
        reported = _in_time(reported, call) if reported is not None else None
        if reported is not None and _credible(told, call):
            reports.append(reported)
            claimed += places
    claimed += sending if claimed else []
    if not reports:
        return ()
    span = _claimed(parts, claimed, reports, text)
    return (Claim(ReportAttendance(tuple(reports), text, sends_somebody=bool(sending)), span),)


def _in_time(reported: Reported, call: Call) -> Reported:
    """Take one who says that she comes at the hour the meeting begins, or before, for one who comes."""
    told, meeting = reported.told, call.record.meetings.get(reported.meetings[0]) if reported.meetings else None
    if told.kind is not Kind.LATE or told.since is None or meeting is None or meeting.start is None or meeting.is_open:
        return reported
    in_time = told.since == meeting.start and told.minutes_late is None
    return replace(reported, told=replace(told, kind=Kind.PRESENT, since=None)) if in_time else reported


_MARKS_ME = re.compile(
    r"\bput\s+my\s+name\b|\b(?:ersättare|vikarie|ers\.?|vik\.?|covering|standing\s+in|substitute)\b[^:.!?]{1,60}:|\b(?:pricka|bocka|kryssa|checka|tick|mark|check)\b.{0,12}\b(?:mig|mej|me)\b|\b(?:dra|drar"
    r"|backar?)\s+(?:mig|mej)\s+ur\b",
    re.IGNORECASE,
)
"""What would be taken for a task or an item, though it is about the writer herself."""


def read_roll_call(sentence: Sentence, call: Call) -> Sequence[Claim[ReportAttendance]]:
    """Find a roll call: "närvarande: …", "frånvarande: …", "Från kansliet …"."""
    if len(sentence.text) > 4 * LONGEST:
        return ()
    if _MARKS_ME.search(sentence.text):
        return read_attendance(sentence, call)
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
        told = [one for _, one in told_in(list(clauses(read_tokens(rest, call), rest)), rest, call)] or [opened[0]]
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
        others = call.during is not None and all(who.person is not None for who in told.who)
        return substituted if not others else substituted or call.leads
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
