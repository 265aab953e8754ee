"""Off the record: one remark that is not kept, or a pause in the notes until somebody says go on."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from handlers.command import Answer, Call, Claim, Command, Example, Outcome, React, Sentence, When
from meetings.document import Document
from meetings.errors import WrongPhase
from meetings.facts import CapturePaused, CaptureResumed

_REMARK = re.compile(
    r"""^(?:off\ the\ record\b | (?:utanför|utom)\ protokollet\s*[:,] | \(?(?:ej
      |inte)\ för\ protokollet\b | mellan\ oss\s*[:,]
        | (?:skriv|anteckna|notera|ta)\ inte\ (?:ner\ |med\ |upp\ )?(?:det\ här|detta|den\ här|det\ följande)\b
        | (?:detta|det\ här)\ ska\ inte\ (?:antecknas|protokollföras|skrivas\ ner|stå\ i\ \w+)
        | (?:don't|do\ not)\ (?:write|note|minute)\ (?:this|that)(?:\ down)?\b )""",
    re.IGNORECASE | re.VERBOSE,
)
_PAUSE = re.compile(
    r"""^(?:pausa|paus\ i|gör\ (?:en\ )?paus\ i|stoppa|pause|stop)\ (?:med\ )?(?:att\ anteckna
      |anteckningarna|anteckningen|noteringarna|the\ notes|noting|taking\ notes)\W*$
      | ^(?:nu\ |då\ )?(?:det\ (?:här|där)|detta|resten|den\ här\ punkten)\ (?:tar|pratar
        |diskuterar)\ vi\ (?:om\ )?(?:utanför|utom)\ protokollet\W*$
      | ^(?:this|that|the\ rest)\ is\ off\ the\ record\W*$""",
    re.IGNORECASE | re.VERBOSE,
)
_RESUME = re.compile(
    r"^(?:fortsätt|återuppta|börja|resume|continue)\s+(?:att\s+)?(?:anteckna|anteckningarna|igen|the\s+notes|noting|taking\s+notes)(?:\s+igen|\s+again)?\W*$|^on\s+the\s+record\W*$",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Remark:
    """Keep nothing of this remark."""


@dataclass(frozen=True)
class Pause:
    """Take no notes until told to go on, or until the next item."""


@dataclass(frozen=True)
class Resume:
    """Take notes again."""


OffRecord = Remark | Pause | Resume


def _read(sentence: Sentence, call: Call) -> Sequence[Claim[OffRecord]]:
    text = sentence.text
    whole = (0, len(text))
    if (call.leads or call.addressed) and _PAUSE.match(text):
        return (Claim(Pause(), whole),)
    if (call.leads or call.addressed) and _RESUME.match(text):
        return (Claim(Resume(), whole),)
    if _REMARK.match(text):
        # What is said after it on the same line is the remark: "skriv inte ner detta. Det är rörigt hos oss."
        return (Claim(Remark(), whole),)
    return ()


def _handle(intent: OffRecord, call: Call) -> Outcome:
    match intent:
        case Remark():
            return Outcome(replies=(React("🤐"),) if call.when is When.DURING else ())
        case Pause():
            if call.when is not When.DURING:
                raise WrongPhase("not_open")
            paused = Document.of(call.texts.paragraph("off_record.paused"))
            return Outcome((CapturePaused(**call.base),), (Answer(paused),))
        case Resume():
            if call.when is not When.DURING:
                raise WrongPhase("not_open")
            return Outcome((CaptureResumed(**call.base),), (React(),))


OFF_RECORD: Command[OffRecord] = Command(
    name="off_record",
    words={"sv": ("pausa anteckningarna", "fortsätt anteckna"), "en": ("pause the notes", "resume the notes")},
    read=_read,
    handle=_handle,
    shown=frozenset({When.DURING}),
    examples=(
        Example("skriv inte ner detta, men det är rörigt hos oss", when=When.DURING),
        Example("pausa anteckningarna", ("capture_paused",), when=When.DURING, lead=True),
        Example("fortsätt anteckna", ("capture_resumed",), when=When.DURING, lead=True),
        Example("this is off the record", ("capture_paused",), language="en", when=When.DURING, lead=True),
    ),
)
