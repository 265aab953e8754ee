"""Off the record: one remark that is not kept, or a pause in the notes until somebody says go on."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from handlers.command import Answer, Call, Claim, Command, Example, Outcome, React, Sentence, When
from meetings.document import Document
from meetings.errors import WrongPhase
from meetings.facts import CapturePaused, CaptureResumed

_THIS = (
    r"(?:det\ (?:här|där|följande)|detta|den\ här\ (?:delen|biten|saken)|följande|this(?:\ (?:part|bit))?|that"
    r"|the\ following)"
)
_WRITE = r"(?:skriv|anteckna|notera|protokollför|dokumentera|write|note|minute|record)"
_REMARK = re.compile(
    rf"""^(?:(?:men|ok|obs|så|but|please|snälla)\W+)?(?:off\ the\ record\b | (?:utanför|utom)\ protokollet\s*[:,]
        | \(?(?:ej
      |inte)\ (?:för|i|till)\ protokollet\b | not\ for\ the\ (?:record|minutes)\b | mellan\ oss\s*(?:sagt)?\s*[:,]
        | between\ us\s*[:,]
        | {_THIS}\ (?:är|är\ ju|is)\ (?:inte|ej|not)\ (?:något\ )?(?:för|till|for)\ (?:protokollet|anteckningarna
          |the\ (?:record|minutes|notes))\b
        | (?:inget|ingenting|inte\ något|none|nothing)\ av\ {_THIS}\ (?:ska|får|bör|behöver)\ (?:antecknas?
          |protokollföras?|skrivas?|noteras?|stå|med|vara)\b
        | (?:får|ska|bör|behöver)\ inte\ (?:stå|med|vara\ med|skrivas|komma\ med|hamna)\ (?:i|in\ i
          |med\ i)\ (?:anteckningarna|protokollet)\b
        | {_WRITE}\ inte\ (?:det|vad)\ (?:som\ )?(?:jag|vi|han|hon)\ (?:säger|sa|sade|berättar)
        | (?:{_WRITE}|ta)\ inte\ (?:ner\ |med\ |upp\ |in\ )?{_THIS}\b
        | {_THIS}\ (?:ska|behöver|får|bör)\ (?:du\ |ni\ |vi\ )?inte\ (?:antecknas?|protokollföras?|skrivas?\ ner
          |noteras?
            |dokumenteras?|stå\ (?:med|i\ \w+)|vara\ med|med|komma\ med)
        | {_THIS}\ (?:stannar|håller\ vi|stays)\ (?:i\ rummet|mellan\ oss|här|inom\ gruppen|between\ us|in\ (?:the
          |this)\ room)
        | (?:don't|do\ not)\ {_WRITE}\ {_THIS}(?:\ down)?\b | (?:keep|leave)\ {_THIS}\ out\ of\ the\ (?:minutes
          |notes)\b )""",
    re.IGNORECASE | re.VERBOSE,
)
_PAUSE = re.compile(
    rf"""^(?:(?:ok|okej|nu|då|please|snälla|kan\ du|could\ you)\W+)?(?:
        (?:pausa|paus\ i|gör\ (?:en\ )?paus\ i|stoppa|stäng\ av|pause|stop|sluta|upphör|vänta|avvakta|vila
          |hold)\ (?:med\ |lite\ med\ )?(?:att\ )?
          (?:anteckna|anteckningarna|anteckningen|noteringarna|notera|skriva|lyssna|protokollet|protokollföra
            |the\ (?:notes|minutes)|noting|taking\ notes
            |note\ taking|writing|recording|listening)
          (?:\ (?:en\ stund|ett\ tag|lite|nu|tills\ vidare|tillfälligt|en\ minut|ett\ par\ minuter|for\ (?:a\ (?:bit
            |while|moment|minute)|now)))*
      | (?:skriv|anteckna|notera)\ inte(?:\ (?:mer|något|nåt|nu|längre|en\ stund|ett\ tag))+
      | (?:nu\ |då\ )?(?:{_THIS}|resten|den\ här\ punkten)\ (?:tar|pratar|diskuterar)\ vi\ (?:om\ )?(?:utanför
        |utom)\ protokollet
      | (?:{_THIS}|the\ rest)\ is\ off\ the\ record | (?:let's\ )?go(?:ing)?\ off\ the\ record
    )(?:\W{{1,3}}(?:tack|please|är\ du\ snäll))*\W*$""",
    re.IGNORECASE | re.VERBOSE,
)
_NOTHING_NOW = re.compile(
    r"\b(?:skriv|anteckna|notera|write|note)\b[^.!?]{0,15}\b(?:inget|ingenting|inte|nothing)\b[^.!?]{0,15}\b(?:nu|tag"
    r"|stund|now|while)\b"
    r"|\bpaus\s+i\s+anteckning\w*|\b(?:paus|pause)\b[^.!?]{0,12}\b(?:anteckning\w*|protokollet|the\s+notes)\b",
    re.IGNORECASE,
)
_PAUSE_BARE = re.compile(
    r"^(?:pausa|pause)(?:\s+(?:nu|en\s+stund|ett\s+tag|lite|now|for\s+(?:a\s+(?:bit|while|moment|minute)|now)))*\W*$",
    re.IGNORECASE,
)
_RESUME = re.compile(
    r"^(?:fortsätt|återuppta|börja|resume|continue)\s+(?:att\s+)?(?:anteckna|anteckningarna|igen|the\s+notes|noting"
    r"|taking\s+notes)(?:\s+igen|\s+again)?\W*$|^on\s+the\s+record\W*$",
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
    asked = _PAUSE.match(text) or _NOTHING_NOW.search(text)
    if (call.leads or call.addressed) and asked or call.addressed and _PAUSE_BARE.match(text):
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
    cues=(_PAUSE, _NOTHING_NOW, _PAUSE_BARE, _RESUME, _REMARK),
    shown=frozenset({When.DURING}),
    examples=(
        Example("skriv inte ner detta, men det är rörigt hos oss", when=When.DURING),
        Example("pausa anteckningarna", ("capture_paused",), when=When.DURING, lead=True),
        Example("fortsätt anteckna", ("capture_resumed",), when=When.DURING, lead=True),
        Example("this is off the record", ("capture_paused",), language="en", when=When.DURING, lead=True),
    ),
)
