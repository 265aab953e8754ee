"""Corrections after publication: a late change let in, or words and hours put right; each makes a new revision."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import time as Clock
from typing import Literal

from handlers.command import Call, Claim, Command, Example, Outcome, Post, React, Sentence, When, Who
from handlers.minutes.corrections import SHAPES
from handlers.minutes.search_days import Days, read_days
from meetings.corrections import in_words
from meetings.document import Document
from meetings.errors import NotUnderstood, UnknownThing, WrongPhase
from meetings.facts import Fact, MinutesCorrected, Published, VersionStands
from meetings.history import FiledWithin, LatestMinutes, OfMessage
from meetings.late import late_words
from meetings.ledger import Ledger
from meetings.minutes import Minutes
from meetings.record import Phase

_OF_MESSAGE = re.compile(r"^(?:rätta|correct)\s+(?P<message>\S+?)[.!]*\s*$", re.IGNORECASE)
_IN_MINUTES = re.compile(
    r"""^(?:rätta|rättelse|ändra|korrigera|justera|correct|correction|change|fix|amend)\s+(?:i\s+|av\s+|in\s+|to\s+)?
        (?:de\s+|det\s+|the\s+)?(?P<out>publicerade\s+|utskickade\s+|published\s+)?
        (?:(?:minnes|mötes)?anteckningarna|protokollet|minutes|notes)
        (?:\s+(?:från|av|för|from|of)\s+(?P<when>[^:]+?))?\s*(?::|,|\s[–-])\s*(?P<what>\S.*)$""",
    re.IGNORECASE | re.VERBOSE,
)
_PLAIN = (
    # 36, inte 34
    re.compile(
        r"""^(?:det\ (?:ska|skulle)\ (?:stå|vara)\ |it\ should\ (?:say|be)\ )?(?P<new>[^,]{1,160}?)
            \s*,?\s+(?:inte|ej|not)\s+(?P<old>[^,]{1,160}?)[.!]*$""",
        re.IGNORECASE | re.VERBOSE,
    ),
    # juni ska vara augusti · juni till augusti
    re.compile(
        r"^(?P<old>.{1,160}?)\s+(?:ska\ (?:vara|stå|bli)|till|should\ (?:be|say)|to|->|→)\s+(?P<new>.{1,160}?)[.!]*$",
        re.IGNORECASE | re.VERBOSE,
    ),
)
_HOUR = re.compile(
    r"""^(?:att\ |that\ )?(?:mötet|the\ meeting)\ (?:(?P<end>slutade|avslutades|ended|closed)
        |(?P<start>började|startade|öppnades|inleddes|began|started|opened))\ (?:klockan\ |kl\.?\ |at\ )?
        (?P<hour>[01]?\d|2[0-3])[.:](?P<minute>[0-5]\d)[.!]*$""",
    re.IGNORECASE | re.VERBOSE,
)
_QUOTES = " \"”“’'«».!"


@dataclass(frozen=True)
class CorrectMessage:
    """Let in what a message was changed to after publishing."""

    message: str


@dataclass(frozen=True)
class CorrectWords:
    """Write `now` in place of `was`, or another hour, in the minutes of a meeting held then; None: the latest out."""

    what: str
    days: Days | None = None


def _read(sentence: Sentence, call: Call) -> Sequence[Claim[CorrectMessage | CorrectWords]]:
    if not call.addressed:
        return ()
    whole = (0, len(sentence.text))
    in_words_of = _IN_MINUTES.match(sentence.text)
    if in_words_of is not None:
        days = read_days(in_words_of["when"], call.now.date()) if in_words_of["when"] else None
        if in_words_of["out"] or days is not None or not _draft(call):
            return (Claim(CorrectWords(in_words_of["what"], days), whole),)
        return ()
    match = _OF_MESSAGE.match(sentence.text)
    return (Claim(CorrectMessage(match["message"]), whole),) if match else ()


def _draft(call: Call) -> bool:
    return any(meeting.phase is not Phase.PUBLISHED for meeting in call.record.held())


def _handle(intent: CorrectMessage | CorrectWords, call: Call) -> Outcome:
    if isinstance(intent, CorrectMessage):
        return _let_in(intent.message, call)
    meeting = _meeting(intent.days, call)
    minutes = call.history.ask(LatestMinutes(meeting))
    if minutes is None:
        raise WrongPhase("not_published")
    of, was, now = _change(intent.what, minutes)
    return _corrected(meeting, minutes, of, was, now, call)


def _meeting(days: Days | None, call: Call) -> str:
    if days is None or days.last:
        published = [meeting.id for meeting in call.record.held() if meeting.phase is Phase.PUBLISHED]
        if not published:
            raise WrongPhase("not_published")
        return published[-1]
    there = call.history.ask(FiledWithin(days.since, days.until))
    if len(there) != 1:
        raise WrongPhase("not_published" if not there else "several_published")
    return there[0].meeting


def _change(what: str, minutes: Minutes) -> tuple[Literal["words", "start", "end"], str, str]:
    """Read what stands and what is to stand instead. Raises a MeetingError when it does not stand there."""
    hour = _HOUR.match(what)
    if hour is not None:
        clock = Clock(int(hour["hour"]), int(hour["minute"]))
        if hour["end"]:
            return "end", _written(minutes.end), _written(clock)
        return "start", _written(minutes.start), _written(clock)
    for shape in (*SHAPES, *_PLAIN):
        match = shape.match(what)
        if match is not None:
            was, now = match["old"].strip(_QUOTES), (match["new"] or "").strip(_QUOTES)
            in_words(minutes, was, now)
            return "words", was, now
    raise NotUnderstood("correction")


def _written(clock: Clock | None) -> str:
    return f"{clock:%H:%M}" if clock else ""


def _let_in(message: str, call: Call) -> Outcome:
    """Make a corrected revision of what was held back when it came; the trail shows both."""
    ledger = _knowing(message, call)
    stands = ledger.versions(message)[-1:]
    own = ledger.of_message(message)
    about = [fact.meeting for fact in own if fact.meeting in ledger.record.meetings]
    meeting = ledger.record.meetings[about[-1] or ""] if about else None
    if not stands or meeting is None or meeting.phase is not Phase.PUBLISHED or not _waits(stands[0]):
        raise UnknownThing("late_change")
    minutes = call.history.ask(LatestMinutes(meeting.id))
    if minutes is None:
        raise UnknownThing("late_change")
    newest = 0 if stands[0].why == "deleted" else max(fact.said.version for fact in own)
    let_in = VersionStands(**call.base, of=message, stands=newest, why="edited" if newest else "deleted")
    was, now = late_words(ledger, message, stands[0].stands), late_words(ledger, message, newest)
    return _corrected(meeting.id, minutes, "message", was, now, call, let_in)


def _knowing(message: str, call: Call) -> Ledger:
    """Give the ledger with the message in it, also when it was let go of since."""
    if not call.ledger.may_lack(message):
        return call.ledger
    recalled = call.history.ask(OfMessage(message))
    return call.ledger.with_history(recalled)


def _waits(stands: VersionStands) -> bool:
    """Tell whether a change was kept apart from minutes that were out already."""
    return stands.why == "held" or stands.why == "deleted" and stands.stands > 0


def _corrected(
    meeting: str,
    minutes: Minutes,
    of: Literal["words", "start", "end", "message"],
    was: str,
    now: str,
    call: Call,
    *first: Fact,
) -> Outcome:
    about = {"meeting": meeting}
    corrected = MinutesCorrected(**{**call.base, **about}, of=of, was=was, now=now)
    number = minutes.revision + 1
    published = Published(**{**call.base, **about}, revision=number, checksum="", status="corrected")
    date = call.texts.full_date(minutes.date)
    line = call.texts.paragraph("corrections.published", date=date, before=was or "–", after=now or "–")
    return Outcome((*first, corrected, published), (Post(Document.of(line), minutes=meeting, whole=False), React()))


CORRECT_PUBLISHED: Command[CorrectMessage | CorrectWords] = Command(
    name="correct_published",
    words={"sv": ("rätta",), "en": ("correct",)},
    read=_read,
    handle=_handle,
    addressed_only=True,
    who=Who.LEAD,
    shown=frozenset({When.AFTER}),
    examples=(
        Example("rätta m12", says="inte ändrats", when=When.AFTER, lead=True, addressed=True),
        Example(
            "rätta i de publicerade anteckningarna: 36, inte 34",
            says="publicerade",
            when=When.AFTER,
            lead=True,
            addressed=True,
        ),
        Example("correct m12", says="has not been changed", language="en", when=When.AFTER, lead=True, addressed=True),
    ),
)
