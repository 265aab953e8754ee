"""Corrections in words: "36, inte 34", s/a/b/, "ta bort …", "ändra … till …", and letting a late change into published minutes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from handlers.command import Answer, Call, Claim, Command, Example, Outcome, Post, React, Sentence, When, Who
from meetings.document import Document, doc
from meetings.errors import UnknownThing, WrongPhase
from meetings.facts import Published, Rewritten, VersionStands
from meetings.late import late_words
from meetings.record import Meeting, Phase

_QUOTED = r"[\"”“'«»]"
_SHAPES = (
    # s/gammalt/nytt/
    re.compile(r"^s/(?P<old>[^/\n]{1,120})/(?P<new>[^/\n]{0,120})/?\s*$"),
    # rättelse: det ska vara 36, inte 34 · *132, inte 123 · ska stå augusti, inte juni
    re.compile(
        r"""^(?:rättelse\s*:?\s*|korrigering\s*:?\s*|correction\s*:?\s*|\*\s?|nej,?\ |förlåt,?\ |sorry,?\ |oj,?\ |menade\ |i\ meant\ )
            (?:det\ (?:ska|skulle|är)\ (?:vara|stå|bli)?\ ?|ska\ (?:vara|stå)\ |it(?:'s|\ is|\ should\ be)\ |should\ be\ )?
            (?P<new>[^,\n]{1,80}?)(?:\ ska\ det\ (?:vara|stå))?\s*,?\s+(?:inte|ej|och\ inte|not)\s+(?P<old>[^,.!\n]{1,80})\s*[.!]*$""",
        re.IGNORECASE | re.VERBOSE,
    ),
    # det ska stå 36, inte 34
    re.compile(
        r"^(?:det\ (?:ska|skulle)\ (?:vara|stå)|it\ should\ (?:be|say|read))\s+(?P<new>[^,\n]{1,80}?)\s*,?\s+(?:inte|ej|not)\s+(?P<old>[^,.!\n]{1,80})\s*[.!]*$",
        re.IGNORECASE | re.VERBOSE,
    ),
    # jag sa inte juni, det ska stå augusti
    re.compile(
        r"^(?:jag\ (?:sa|skrev|menade)|i\ (?:said|wrote|meant))\s+(?:inte|not)\s+(?P<old>[^,\n]{1,80}),\s*(?:utan|men)?\s*(?:det\ (?:ska|skulle)\ (?:stå|vara)\s+)?(?P<new>[^,.\n]{1,80}?)(?:\s+i\ (?:minnes)?anteckningarna|\s+i\ protokollet)?\s*[.!]*$",
        re.IGNORECASE | re.VERBOSE,
    ),
    # ändra "X" till "Y"
    re.compile(
        rf"^(?:ändra|byt(?:\ ut)?|change|replace)\s+{_QUOTED}(?P<old>[^\"”“«»\n]{{1,200}}){_QUOTED}\s+(?:till|mot|to|with|by)\s+{_QUOTED}?(?P<new>[^\"”“«»\n]{{1,200}}?){_QUOTED}?\s*[.!]*$",
        re.IGNORECASE | re.VERBOSE,
    ),
    # ta bort "X" förresten, skriv bara Y
    re.compile(
        rf"^(?:ta\ bort|stryk|remove|delete)\s+{_QUOTED}(?P<old>[^\"”“«»\n]{{1,200}}){_QUOTED}(?:\s+(?:förresten|tack|please|där))*(?:\s*[,;]\s*(?:och\ )?(?:skriv|write|sätt)\s+(?:bara\ |i\ stället\ |istället\ |just\ |instead\ )*(?P<new>[^\n]{{1,200}}?))?\s*[.!]*$",
        re.IGNORECASE | re.VERBOSE,
    ),
)
_OUTRIGHT = re.compile(r"^(?:rättelse|korrigering|correction|\*|s/)", re.IGNORECASE)
_CORRECT_PUBLISHED = re.compile(r"^(?:rätta|correct)\s+(?P<message>\S+?)[.!]*\s*$", re.IGNORECASE | re.VERBOSE)


@dataclass(frozen=True)
class Correct:
    """Write `new` in place of `old` where it was last said."""

    old: str
    new: str


@dataclass(frozen=True)
class CorrectPublished:
    """Let a change that came after publishing into a new, corrected revision."""

    message: str


@dataclass(frozen=True)
class _Place:
    """Where words stand: an id in the record, the number of the part, and that part's text."""

    target: str
    part: int
    text: str
    by: str | None


def _read(sentence: Sentence, call: Call) -> Sequence[Claim[Correct]]:
    text = sentence.text
    for shape in _SHAPES:
        match = shape.match(text)
        if match is None:
            continue
        outright = call.addressed or call.when is When.DURING and _OUTRIGHT.match(text) is not None
        correct = Correct(match["old"].strip(" \"”'"), (match["new"] or "").strip(" \"”'"))
        if correct.old and (outright or _place_of(correct.old, call) is not None):
            return (Claim(correct, (0, len(text))),)
    return ()


def _handle(intent: Correct, call: Call) -> Outcome:
    place = _place_of(intent.old, call)
    if place is None:
        raise UnknownThing("words", words=intent.old)
    if call.when is not When.DURING and not call.leads:
        raise WrongPhase("over")
    text = _replaced(place.text, intent.old, intent.new)
    by_hand = call.leads and call.when is When.AFTER
    fact = Rewritten(**call.base, target=place.target, part=place.part, text=text, by_hand=by_hand)
    if call.when is When.DURING:
        return Outcome((fact,), (React(),))
    return Outcome((fact,), (Answer(doc(call.texts.t("corrections.reads_now", text=text))),))


def _place_of(words: str, call: Call) -> _Place | None:
    """Find where the words stand: the speaker's own latest first, then anybody's latest, as whole words."""
    meeting = call.meeting
    if meeting is None or not meeting.is_held or meeting.phase is Phase.PUBLISHED:
        return None
    holding = [place for place in _places(meeting, call) if _pattern(words).search(place.text)]
    own = [place for place in holding if call.speaker is not None and place.by == call.speaker.id]
    found = own or holding
    return found[-1] if found else None


def _places(meeting: Meeting, call: Call) -> Iterator[_Place]:
    for passage in meeting.passages:
        for number, part in enumerate(passage.parts):
            yield _Place(passage.id, number, part.text, passage.by)
    for action in call.record.actions.values():
        if action.meeting == meeting.id:
            yield _Place(action.id, 0, action.text, None)
    for question in call.record.questions.values():
        if question.meeting == meeting.id:
            yield _Place(question.id, 0, question.text, None)


def _pattern(words: str) -> re.Pattern[str]:
    flexible = r"\s+".join(re.escape(word) for word in words.split())
    return re.compile(rf"(?<!\w){flexible}(?!\w)", re.IGNORECASE)


def _replaced(text: str, old: str, new: str) -> str:
    found = _pattern(old).search(text)
    if found is None:
        return text
    rest = text[found.end() :]
    words = new.split()
    # "36 inskrivna, inte 34" about "34 inskrivna just nu": what already stands after it is not said twice.
    for size in range(len(words) - 1, 0, -1):
        tail = " ".join(words[-size:])
        if rest.strip().casefold().startswith(tail.casefold()):
            new = " ".join(words[:-size])
            break
    changed = text[: found.start()] + new + rest
    return re.sub(r"[ \t]{2,}", " ", changed).replace(" .", ".").replace(" ,", ",").strip()


def _read_published(sentence: Sentence, call: Call) -> Sequence[Claim[CorrectPublished]]:
    match = _CORRECT_PUBLISHED.match(sentence.text) if call.addressed else None
    return (Claim(CorrectPublished(match["message"]), (0, len(sentence.text))),) if match else ()


def _correct_published(intent: CorrectPublished, call: Call) -> Outcome:
    """Make a corrected revision of what was held back when it came; the trail shows both."""
    stands = call.ledger.versions(intent.message)[-1:]
    own = call.ledger.of_message(intent.message)
    about = [fact.meeting for fact in own if fact.meeting in call.ledger.record.meetings]
    meeting = call.ledger.record.meetings[about[-1] or ""] if about else None
    if not stands or meeting is None or meeting.phase is not Phase.PUBLISHED or not _waits(stands[0]):
        raise UnknownThing("late_change")
    newest = 0 if stands[0].why == "deleted" else max(fact.said.version for fact in own)
    let_in = VersionStands(**call.base, of=intent.message, stands=newest, why="edited" if newest else "deleted")
    published = Published(
        **{**call.base, "meeting": meeting.id}, revision=meeting.revision + 1, checksum="", status="corrected"
    )
    texts = call.texts
    line = texts.paragraph(
        "corrections.published",
        date=texts.full_date(meeting.date),
        before=late_words(call.ledger, intent.message, stands[0].stands) or "–",
        after=late_words(call.ledger, intent.message, newest) or "–",
    )
    return Outcome((let_in, published), (Post(Document.of(line), minutes=meeting.id), React()))


def _waits(stands: VersionStands) -> bool:
    """Tell whether a change was kept apart from minutes that were out already."""
    return stands.why == "held" or stands.why == "deleted" and stands.stands > 0


CORRECT = Command(
    name="correct",
    words={"sv": ("rättelse",), "en": ("correction",)},
    read=_read,
    handle=_handle,
    shown=frozenset({When.DURING, When.AFTER}),
    examples=(
        Example("rättelse: det ska vara 36, inte 34", says="34", when=When.DURING, addressed=True),
        Example("s/34/36/", says="34", when=When.DURING, addressed=True),
        Example("correction: it's 36, not 34", says="34", language="en", when=When.DURING, addressed=True),
    ),
)

CORRECT_PUBLISHED = Command(
    name="correct_published",
    words={"sv": ("rätta",), "en": ("correct",)},
    read=_read_published,
    handle=_correct_published,
    who=Who.LEAD,
    shown=frozenset({When.AFTER}),
    examples=(
        Example("rätta m12", says="inte ändrats", when=When.AFTER, lead=True, addressed=True),
        Example("correct m12", says="not been changed", language="en", when=When.AFTER, lead=True, addressed=True),
    ),
)
