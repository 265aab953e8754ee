"""Adjust a board's protokoll, and tell of the notice: when it goes up and comes down, where the protokoll is kept."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from handlers.calendar.dates import dates_in
from handlers.command import Answer, Call, Claim, Command, Example, Outcome, React, Reply, Sentence, Tell, When, Who
from meetings.board import is_formal, notice
from meetings.document import Block, Document
from meetings.errors import NoMeeting, NotAllowed, WrongPhase
from meetings.facts import NoticePosted, ProtocolAdjusted
from meetings.formalities import Formalities
from meetings.record import Meeting, Record

_HINT = re.compile(r"juster|anslag|adjust|notice", re.IGNORECASE)
_PROTOCOL = r"(?:(?:dagens\s+|gårdagens\s+|styrelsens\s+)?protokoll(?:et)?|(?:the\s+)?minutes|det|allt)"
_SAID_BEFORE = (
    r"(?:(?:hej|ok|okej|ja|jo|nu|så|då|klart|läst|(?:det\s+)?ser\s+bra\s+ut|looks\s+good|inga\s+synpunkter|"
    r"utan\s+anmärkning|godkänner|och|and|har|read)\b[\s,.!:–-]*){0,6}"
)
# "jag justerar protokollet", "har justerat", "justerat och klart", "härmed är protokollet justerat av mig"
_ADJUSTS = re.compile(
    rf"""{_SAID_BEFORE}(?:
        (?:jag|i)\s+(?:har\s+|have\s+)?(?:nu\s+|härmed\s+|hereby\s+)?(?:justera(?:r|t|de)|adjust(?:ed)?)(?:\s+(?:nu|härmed))?(?:\s+{_PROTOCOL})?
      | (?:har\s+)?justera(?:r|t)(?:\s+{_PROTOCOL})?
      | {_PROTOCOL}\s+(?:är|is)\s+(?:nu\s+|härmed\s+|now\s+)?(?:justerat|adjusted)(?:\s+(?:av\s+mig|by\s+me))?
      )(?:\s+(?:nu|idag|i\s+dag|härmed|och\s+klart|från\s+min\s+sida|för\s+min\s+del|utan\s+anmärkning|utan\s+ändringar|digitalt|today)){{0,3}}\W*\Z""",
    re.IGNORECASE | re.VERBOSE,
)
# "när går anslaget ut?", "är anslaget uppe?", "när ska anslaget ner?", "är protokollet justerat?", "vem ska justera?"
_ASKS = re.compile(
    r"""\A(?:[^?\n]{0,30}\b)?(?:
        (?:när|hur\s+länge|var|är|har|ska|skall|vilket\s+datum|when|is|has|how\s+long)\b[^?\n]{0,40}\b(?:anslag(?:et|en|stid\w*)?|anslås|anslagit|notice|justera[ts]?|justerat|adjusted)\b[^?\n]{0,60}
      | (?:vem|vilka|who)\b[^?\n]{0,30}\b(?:justera[rt]?|justerat|justerare|adjusts?)\b[^?\n]{0,40}
      )\?\W*\Z""",
    re.IGNORECASE | re.VERBOSE,
)
_SHOWS = re.compile(
    r"\A(?:visa\s+|show\s+)?(?:the\s+)?(?:anslag(?:et|sbevis(?:et)?)?|bevis\s+om\s+anslag|notice)\W*\Z", re.IGNORECASE
)
# "anslaget är uppsatt", "har satt upp anslaget 17/9", "anslaget uppe idag", "anslaget är nedtaget"
_POSTED = re.compile(
    r"""\A[^?\n]{0,30}?\b(?:anslaget\b[^?\n]{0,30}\b(?:uppsatt|uppe|uppe\s+nu|ute|publicerat|sattes\s+upp|sitter\s+uppe)
        |(?:satt|satte|lagt)\s+upp\s+anslaget|the\s+notice\s+(?:is|went)\s+up|posted\s+the\s+notice)\b[^?\n]{0,40}\Z""",
    re.IGNORECASE | re.VERBOSE,
)
_TAKEN_DOWN = re.compile(
    r"""\A[^?\n]{0,30}?\b(?:anslaget\b[^?\n]{0,30}\b(?:nedtaget|nertaget|nere|borttaget|togs\s+ner|togs\s+ned)
        |(?:tagit|tog)\s+(?:ner|ned|bort)\s+anslaget|the\s+notice\s+(?:is|came|was\s+taken)\s+down|took\s+down\s+the\s+notice)\b[^?\n]{0,40}\Z""",
    re.IGNORECASE | re.VERBOSE,
)
_NOT_SO = re.compile(r"\b(?:inte|ej|ska|kommer|måste|bör|kan|när|om|not|should|will|must)\b", re.IGNORECASE)
_LONGEST = 160


@dataclass(frozen=True)
class Adjust:
    """The speaker adjusts the protokoll she was chosen to adjust."""


@dataclass(frozen=True)
class ShowNotice:
    """Tell how far the adjusting has come and when the notice goes up and comes down."""


@dataclass(frozen=True)
class PostNotice:
    """Record that the notice went up, or came down, on `date`."""

    date: date
    taken_down: bool = False


Intent = Adjust | ShowNotice | PostNotice


def read_adjusting(sentence: Sentence, call: Call) -> Sequence[Claim[Intent]]:
    """Find an adjuster's word that she adjusts, and questions and news about the notice."""
    text = sentence.text.strip()
    if len(text) > _LONGEST or not _HINT.search(text) or not is_formal(call.record):
        return ()
    whole = (0, len(sentence.text))
    if text.endswith("?") or _SHOWS.match(text):
        asked = call.addressed and (_ASKS.match(text) or _SHOWS.match(text))
        return (Claim(ShowNotice(), whole),) if asked and call.during is None else ()
    if call.during is None and _ADJUSTS.match(text) and (call.addressed or _waits_for(call)):
        return (Claim(Adjust(), whole),)
    if call.leads and not _NOT_SO.search(text) and _latest(call.record) is not None:
        for pattern, down in ((_POSTED, False), (_TAKEN_DOWN, True)):
            if pattern.match(text):
                return (Claim(PostNotice(_day(text, call), down), whole),)
    return ()


def _day(text: str, call: Call) -> date:
    days = [found.date for found in dates_in(text, call) if found.date is not None]
    return next((day for day in days if day <= call.now.date()), call.now.date())


def _latest(record: Record) -> Meeting | None:
    """Give the meeting held last whose protokoll waits for its adjusting or its notice."""
    return next((meeting for meeting in reversed(record.held()) if not meeting.is_open), None)


def _waits_for(call: Call) -> Meeting | None:
    """Give the latest meeting that the speaker was chosen to adjust and has not adjusted."""
    if call.speaker is None:
        return None
    key = call.speaker.id
    held = (meeting for meeting in reversed(call.record.held()) if not meeting.is_open)
    return next((m for m in held if key in m.formal.adjusters and key not in m.formal.adjusted), None)


def handle_adjusting(intent: Intent, call: Call) -> Outcome:
    """Record the adjusting or the notice, or tell how they stand."""
    match intent:
        case Adjust():
            return _adjust(call)
        case PostNotice():
            return _post(intent, call)
        case ShowNotice():
            meeting = _latest(call.record)
            if meeting is None:
                raise NoMeeting()
            return Outcome(replies=(Answer(Document(_state(call, meeting, meeting.formal))),))


def _adjust(call: Call) -> Outcome:
    meeting = _waits_for(call)
    if meeting is None:
        return _may_not(call)
    assert call.speaker is not None
    texts = call.texts
    adjusted = ProtocolAdjusted(**{**call.base, "meeting": meeting.id}, person=call.speaker.id, date=call.now.date())
    after = call.ledger.after((adjusted,)).record.meetings.get(meeting.id) if call.ledger.version else None
    formal = after.formal if after is not None else meeting.formal
    head = texts.paragraph("board.adjusted_by", name=call.speaker.name, date=texts.full_date(meeting.date))
    document = Document((head, *_state(call, after or meeting, formal)))
    others = [person for person in call.record.coordinators if person != call.speaker]
    told: list[Reply] = [Tell(document, to=person.id) for person in others]
    mine: Reply = Tell(Document(_state(call, after or meeting, formal)))
    return Outcome((adjusted,), (React(), mine, *told))


def _may_not(call: Call) -> Outcome:
    """Tell why the speaker's word adjusts nothing: it is done, nobody is chosen, or others are."""
    meeting = _latest(call.record)
    if meeting is None:
        raise NoMeeting()
    if not meeting.formal.adjusters:
        raise WrongPhase("no_adjuster")
    if call.speaker is not None and call.speaker.id in meeting.formal.adjusted:
        raise WrongPhase("adjusted_already")
    raise NotAllowed(who=call.texts.either(_names(call, meeting.formal.adjusters)))


def _post(intent: PostNotice, call: Call) -> Outcome:
    meeting = _latest(call.record)
    if meeting is None:
        raise NoMeeting()
    base = {**call.base, "meeting": meeting.id}
    posted = NoticePosted(**base, date=intent.date, taken_down=intent.taken_down)
    after = call.ledger.after((posted,)).record.meetings.get(meeting.id) if call.ledger.version else None
    state = Document(_state(call, after or meeting, (after or meeting).formal))
    return Outcome((posted,), (React(), Tell(state)))


def _state(call: Call, meeting: Meeting, formal: Formalities) -> tuple[Block, ...]:
    """Say who has adjusted and who has not, and the days of the notice with the reminder to check them."""
    texts = call.texts
    if not formal.adjusters:
        return (texts.paragraph("board.no_adjuster"),)
    left = [person for person in formal.adjusters if person not in formal.adjusted]
    if left:
        return (texts.paragraph("board.not_adjusted", names=texts.names(_names(call, left))),)
    days = notice(call.record, meeting)
    if days is None or days.adjusted is None or days.posted is None or days.removed is None:
        return ()
    key = "board.notice_proposed" if days.proposed else "board.notice_posted"
    lines = [
        texts.paragraph(
            key,
            adjusted=texts.full_date(days.adjusted),
            posted=texts.full_date(days.posted),
            removed=texts.full_date(days.removed),
        )
    ]
    if days.stored_at:
        lines.append(texts.paragraph("board.kept_at", place=days.stored_at))
    return (*lines, texts.paragraph("board.check_rules"))


def _names(call: Call, people: Sequence[str]) -> list[str]:
    return [call.record.people[key].name for key in people if key in call.record.people]


ADJUST: Command[Intent] = Command(
    name="adjust",
    words={"sv": ("jag justerar protokollet", "när går anslaget ut?"), "en": ("i adjust the minutes", "notice")},
    read=read_adjusting,
    handle=handle_adjusting,
    cues=(_HINT,),
    who=Who.ANYONE,
    examples=(
        Example("jag justerar protokollet", ("protocol_adjusted",), when=When.AFTER, addressed=True, formal=True),
        Example("har läst, ser bra ut, justerat!", ("protocol_adjusted",), when=When.AFTER, formal=True),
        Example("när går anslaget ut?", says="justerat", when=When.AFTER, addressed=True, formal=True),
        Example("anslaget är uppsatt idag", ("notice_posted",), when=When.AFTER, lead=True, formal=True),
        Example(
            "i adjust the minutes", ("protocol_adjusted",), language="en", when=When.AFTER, addressed=True, formal=True
        ),
    ),
    shown=frozenset({When.AFTER}),
)
