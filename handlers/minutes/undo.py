"""Take back what was captured: one's own latest, or what one message brought; and strike notes left without an item."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from handlers.command import Answer, Call, Claim, Command, Example, Outcome, Sentence, When, Who
from handlers.reading.asking import ask
from meetings.agenda import agenda, find_items
from meetings.captured import describe
from meetings.document import Document, doc
from meetings.errors import NotAllowed, NothingToUndo, UnknownItem
from meetings.facts import (
    About,
    ActionAgreed,
    Agreed,
    Answered,
    Asked,
    Blocked,
    Decided,
    EventNoted,
    Fact,
    Introduced,
    ItemLeft,
    ItemTaken,
    MeetingEnded,
    MeetingStarted,
    Noted,
    Option,
    PreviousMinutesApproved,
    Published,
    QuestionRaised,
    Source,
    Supported,
    UnknownSpeaker,
    VersionStands,
    Withdrawn,
    WroteInMeeting,
)
from meetings.late import is_of_minutes
from meetings.record import Phase

_OF_SITTING = (
    ActionAgreed,
    Agreed,
    Decided,
    EventNoted,
    ItemLeft,
    ItemTaken,
    MeetingEnded,
    Noted,
    PreviousMinutesApproved,
    QuestionRaised,
    UnknownSpeaker,
    WroteInMeeting,
)
_BOOKKEEPING = (Answered, Asked, Blocked, Introduced, Supported, VersionStands, Withdrawn, WroteInMeeting)

_LONGEST = 120
_UNDO_HINT = re.compile(
    r"ångra|undo|revert|back|tillbaka|återta|scratch|stryk|radera|bort|glöm|strunta|strike|delete|remove|disregard"
    r"|ignore|forget"
    r"|never\s+mind|dra\s+tillbaka",
    re.IGNORECASE,
)
# What people say first when something has gone wrong.
_OOPS = r"""(?:(?:nej|nä|oj|ojdå|hoppsan|ops|oops|whoops|no|förlåt|sorry|ursäkta|please|snälla|kan\ du|could\ you
    |can\ you)
    (?:\ (?:nej|oj|då|fel\ kanal|wrong\ channel))?
  | (?:det(?:\ (?:där|här))?\ )?(?:blev|var)\ (?:det\ )?(?:fel|helt\ fel|tokigt)(?:\ av\ mig)?
    | (?:det\ )?var\ inte\ meningen
  | fel\ (?:kanal|av\ mig) | my\ (?:bad|mistake) | wrong\ channel | that\ was\ (?:wrong|a\ mistake)
  | (?:det|that)\ (?:var|was)\ (?:inte|not)\ (?:meningen|intended))\W{1,4}"""
_JUST_SAID = r"""(?:(?:det|vad|allt|what|everything)\ )?(?:som\ )?(?:jag|i)\ (?:(?:nyss|precis|just|nu)\ )?(?:skrev
    |sa|sade|gjorde
    |la\ (?:till|in)|postade|did|said|wrote|posted|added)(?:\ (?:nyss|precis|nu|last|there|just\ now))?"""
_LATEST = r"""(?:(?:det|den|the|that|my|mitt|min|mina)\ )?(?:allra\ )?(?:senaste|sista|förra|last|latest|previous)
    (?:\ (?:ett|en|one|thing|bit|ändring\w*|anteckning\w*|inlägg\w*|meddelande\w*|rad\w*|grej\w*|sak\w*
      |change|note|entry|message|line|post))?"""
_IT = r"(?:det\ där|det\ här|detta|det|den|that|it|this)"
# "ångra det" takes back by itself; "stryk det" only with words for what was written last.
_UNDO = re.compile(
    rf"""^(?:{_OOPS}){{0,3}}(?:
        (?:ångra|undo|revert|backa|återta|rulla\ tillbaka|dra\ tillbaka|ta\ (?:till)?baka|take\ back)
          (?:\ (?:{_IT}|{_LATEST}|{_JUST_SAID}|starten|slutet))?
      | (?:ta|dra|take)\ {_IT}\ (?:till)?(?:baka|back)
      | scratch\ (?:{_IT}|{_LATEST}|{_JUST_SAID})
      | (?:stryk|radera|ta\ bort|glöm|strunta\ i|bortse\ från|strike|delete|remove|disregard|ignore|forget|never\ mind)
          \ (?:{_LATEST}(?:\ {_JUST_SAID})?|{_JUST_SAID})
    )(?:\W{{1,3}}(?:tack|igen|då|nu|please|thanks|är\ du\ snäll|snälla))*\W*$""",
    re.IGNORECASE | re.VERBOSE,
)
# "jag tryckte fel, ta bort det där": what went wrong, and that it is to go, in either order.
_MISTAKE = re.compile(
    r"\b(?:tryckte|klickade|skrev|råkade|blev|var)\b[^.!?]{0,20}\b(?:fel|tokigt|misstag)\b|\b(?:clicked|pressed|hit|typed|wrote)\b[^.!?]{0,20}\b(?:wrong|mistake)\b"
    r"|\b(?:by\s+mistake|av\s+misstag|my\s+mistake|my\s+bad|mitt\s+fel)\b",
    re.IGNORECASE,
)
_TAKES_BACK = re.compile(
    rf"\b(?:ta|take|dra)\s+(?:bort|tillbaka|back|away)?\s*(?:{_IT})?\s*(?:bort|tillbaka|back|away)?\b(?=\W|\Z)|\b(?:ångra|undo|återta|stryk|radera|remove|delete)\b",
    re.IGNORECASE,
)
_NAMED = re.compile(r"\b(?:punkt\w*|dagordn\w*|item|agenda|uppgift\w*|task|mötet|meeting)\b", re.IGNORECASE)
_STRIKE = re.compile(
    r"^(?:stryk|strike|remove)\s+(?:anteckningarna|the\ notes)\s+(?:under|till|på|of)\s+(?P<item>.{1,80})$",
    re.IGNORECASE | re.VERBOSE,
)


@dataclass(frozen=True)
class Undo:
    """Take back the latest capture, or that of the message in whose thread it is said."""


@dataclass(frozen=True)
class StrikeNotes:
    """Take back all that was noted under an item."""

    item: str


def _read_undo(sentence: Sentence, call: Call) -> Sequence[Claim[Undo]]:
    text = sentence.text[:_LONGEST]
    mistaken = _MISTAKE.search(text) and _TAKES_BACK.search(text) and not _NAMED.search(text)
    if not mistaken and not (_UNDO_HINT.search(text) and _UNDO.match(sentence.text)):
        return ()
    return (Claim(Undo(), (0, len(sentence.text))),)


def _undo(intent: Undo, call: Call) -> Outcome:
    message = _message_meant(call)
    targets = [fact for fact in _captures(call) if fact.said.message == message]
    if any(isinstance(fact, Published) or _is_out(fact, call) for fact in targets):
        raise NothingToUndo("published")
    if any(isinstance(fact, MeetingStarted | MeetingEnded) for fact in targets) and not call.leads:
        raise NotAllowed(who=call.texts.either([p.name for p in call.record.coordinators]) or "–")
    starts = tuple(fact for fact in targets if isinstance(fact, MeetingStarted))
    since = [fact for start in starts for fact in _of_sitting(start, call) if fact not in targets]
    return withdraw([*targets, *since], call)


def _is_out(fact: Fact, call: Call) -> bool:
    meeting = call.ledger.record.meetings.get(fact.meeting or "")
    return meeting is not None and meeting.phase is Phase.PUBLISHED and is_of_minutes(fact, meeting)


def _of_sitting(start: MeetingStarted, call: Call) -> list[Fact]:
    """Give what was captured because the meeting was open: a start by mistake leaves nothing (hard case 8)."""
    return [
        fact
        for fact in call.ledger.counting()
        if isinstance(fact, _OF_SITTING) and fact.meeting == start.meeting and fact.said.at >= start.said.at
    ]


def withdraw(targets: Sequence[Fact], call: Call) -> Outcome:
    """Take facts back, say which, and ask the coordinator about what was left hanging on them (hard case 4)."""
    fact = Withdrawn(**call.base, targets=tuple(target.id for target in targets))
    said = [words for target in targets if (words := describe(target, call.record, call.texts))]
    what = "; ".join(said).removesuffix(".") or call.texts.t("undo.something")
    undone = call.texts.t("undo.undone", what=what)
    facts: list[Fact] = [fact]
    replies = [Answer(doc(undone))]
    asked = ask_about_dependants(call, (fact,))
    return Outcome((*facts, *asked.facts), (*replies, *asked.replies))


def ask_about_dependants(call: Call, changes: Sequence[Fact]) -> Outcome:
    """Ask the coordinator what becomes of notes whose item these changes take away."""
    before = {item.id for item in call.ledger.record.items.values() if item.orphaned}
    after = call.ledger.after(changes).record
    for item in after.items.values():
        if not item.orphaned or item.id in before or not call.record.coordinators:
            continue
        title = item.title or "–"
        options = (
            Option(label=call.texts.t("undo.keep"), text=""),
            Option(label=call.texts.t("undo.strike"), text=call.texts.t("undo.say_strike", title=title)),
        )
        question = Document.of(call.texts.paragraph("undo.dependants", title=title))
        to = call.record.coordinators[0].id
        return ask(call, About.DEPENDANTS, question, options=options, to=to, concerns=item.id)
    return Outcome()


def _message_meant(call: Call) -> str:
    """Give the message whose captures are meant: the thread's, one's own latest, for one who leads anybody's latest."""
    captures = _captures(call)
    speaker = call.speaker.id if call.speaker else None
    if call.thread is not None:
        mine = [fact for fact in captures if fact.said.message == call.thread]
        if mine and (call.leads or mine[0].said.by == speaker):
            return call.thread
        if mine:
            raise NotAllowed(who=call.texts.either([p.name for p in call.record.coordinators]) or "–")
    own = [fact for fact in captures if fact.said.by == speaker and speaker is not None]
    latest = own or (captures if call.leads else [])
    if not latest or latest[-1].said.message is None:
        raise NothingToUndo()
    return latest[-1].said.message


def _captures(call: Call) -> list[Fact]:
    """Give what had been captured when this was written, in the order of the writing.

    Not what was captured while things were that the ledger has let go of: the latest of those may be among them.
    """
    assert call.said.message is not None
    since = call.ledger.since
    return [
        fact
        for fact in call.ledger.counting_as_of(call.said.at, call.said.message)
        if fact.said.source in (Source.MESSAGE, Source.INTERACTION)
        and not isinstance(fact, _BOOKKEEPING)
        and (since is None or fact.said.at > since)
    ]


def _read_strike(sentence: Sentence, call: Call) -> Sequence[Claim[StrikeNotes]]:
    match = _STRIKE.match(sentence.text) if call.addressed else None
    return (Claim(StrikeNotes(match["item"].strip(" .!")), (0, len(sentence.text))),) if match else ()


def _strike(intent: StrikeNotes, call: Call) -> Outcome:
    meeting = call.record.open_meeting or call.record.latest_held()
    entries = find_items(intent.item, agenda(call.record, meeting.id)) if meeting else ()
    if len(entries) != 1:
        raise UnknownItem(words=intent.item)
    item = entries[0].item.id
    under = [passage.id for passage in meeting.passages if passage.item == item] if meeting else []
    under += [a.id for a in call.record.actions.values() if a.item == item]
    under += [q.id for q in call.record.questions.values() if q.item == item]
    names = ("note", "decision", "agreement", "question", "action")
    targets = [fact for fact in call.ledger.counting() if any(getattr(fact, name, None) in under for name in names)]
    if not targets:
        raise NothingToUndo()
    return withdraw(targets, call)


UNDO = Command(
    name="undo",
    words={"sv": ("ångra", "ångra senaste"), "en": ("undo", "undo that")},
    read=_read_undo,
    handle=_undo,
    examples=(
        Example("ångra", says="inget att ångra", addressed=True),
        Example("undo that", says="nothing to undo", language="en", addressed=True),
    ),
)

STRIKE_NOTES = Command(
    name="strike_notes",
    words={"sv": ("stryk anteckningarna under",), "en": ("strike the notes under",)},
    read=_read_strike,
    handle=_strike,
    addressed_only=True,
    who=Who.LEAD,
    shown=frozenset({When.AFTER}),
    examples=(
        Example(
            "stryk anteckningarna under punkt 4", says="inget att ångra", when=When.AFTER, lead=True, addressed=True
        ),
        Example(
            "strike the notes under item 4",
            says="nothing to undo",
            language="en",
            when=When.AFTER,
            lead=True,
            addressed=True,
        ),
    ),
)
