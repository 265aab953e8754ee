"""The draft, what to look over in it, publishing, and a look at what was captured."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from handlers.command import Answer, Call, Claim, Command, Example, Outcome, Post, Sentence, Tell, When, Who
from meetings.captured import captured
from meetings.compile import compile_minutes, freeze
from meetings.document import Block, Button, Buttons, Document, bullets, buttons, doc
from meetings.errors import NoMeeting, UnknownThing, WrongPhase
from meetings.facts import PassageIncluded, Published, VersionStands
from meetings.language import Texts
from meetings.late import late_changes
from meetings.ledger import Ledger
from meetings.minutes import Minutes
from meetings.record import Meeting, Phase

_DRAFT = re.compile(
    r"^(?:kan\ (?:jag|vi)\ få\ (?:se|visa)?\ ?|visa|se|show|ge\ mig|give\ me)?\s*(?:me\ )?(?:the\ )?"
    r"(?:protokolls?utkast(?:et)?|utkast(?:et)?(?:\ till\ \S+)?|draft(?:\ minutes)?|minutes\ draft)\W*$",
    re.IGNORECASE | re.VERBOSE,
)
_LONGEST = 300
_GOOD = r"""(?:ja|japp|jo|ok|okej|okay|yes|sure|kör|kör\ på|gör\ det|ser\ (?:jätte)?bra\ ut|det\ ser\ bra\ ut|bra
    |fint|toppen|perfekt|klart
    |då|så|tack|allt\ (?:stämmer|ser\ bra\ ut)|godkänt|inga\ ändringar|looks\ (?:good|great|fine)|great|good|fine
      |all\ good|go\ ahead
    |please|no\ changes|approved|now|nu)(?:\W{1,3}|\ (?:och|so|and)\ )"""
_PUBLISH = re.compile(
    rf"""^(?:{_GOOD}){{0,4}}(?:and\ |och\ |så\ )?(?:(?:du|ni|vi|you)\ (?:kan|får|can|may)\ |(?:kan|får
        |kan\ ni)\ (?:du|ni|vi)\ |let's\ )?
        (?:publicera|publish|post(?=\ (?:the|them|it|these))|skicka\ (?:ut|iväg)|lägg\ (?:ut|upp)|send\ (?:out|off)
          |send(?=\ (?:them|it|the\ \w+)\ out)|släpp|release|share|ut\ med|share|gå\ ut\ med)\b
        (?!\ (?:inte|aldrig|not))(?P<rest>.{{0,80}})$
      | ^(?:{_GOOD}){{0,4}}(?P<them>(?:de|dom|den|det|they|it|anteckningarna|minnesanteckningarna
        |protokollet)\ (?:kan|får|can)
        \ (?:gå\ (?:ut|iväg)|publiceras|skickas(?:\ ut)?|läggas\ ut|go\ out|be\ published))(?:\ nu|\ now)?\W*$""",
    re.IGNORECASE | re.VERBOSE | re.DOTALL,
)
_APPROVES_DRAFT = re.compile(
    r"""^(?:(?:ja|ok|okej|bra|yes|fint)\W+)?(?:jag\ |i\ )?(?:har\ )?(?:godkänner|godkänt|approve)\s+(?:utkastet
        |anteckningarna
          |minnesanteckningarna|protokollet|the\ (?:draft|minutes|notes))\W*$
      | ^(?:the\ |min\ )?(?:utkastet|draft)\s+(?:är|is|godkänns)\s*(?:godkänt|approved|ok|okej|okay|fine)?
        (?:\s+(?:av\ mig|från\ min\ sida|from\ my\ side|by\ me|for\ me))?\W*$""",
    re.IGNORECASE | re.VERBOSE,
)
_OF_MINUTES = re.compile(
    r"\b(?:minnesanteckning\w*|mötesanteckning\w*|anteckning\w*|protokoll\w*|utkast\w*|minutes|notes|draft|dom|dem"
    r"|det|them|it|ändå|anyway)\b",
    re.IGNORECASE,
)
_CAPTURED = re.compile(
    r"^(?:visa\ |show\ )?(?:me\ )?(?:vad\ (?:har\ )?du\ (?:har\ )?(?:fångat|antecknat|registrerat"
    r"|sparat|uppfattat)|what\ (?:have\ )?you(?:\ have|'ve)?\ captured|what\ did\ you\ capture)\b",
    re.IGNORECASE | re.VERBOSE,
)
_INCLUDE = re.compile(
    r"^(?:ta\ med|inkludera|include)\s+(?:passagen|stycket|the\ passage)\s*(?P<number>\d+)?\W*$",
    re.IGNORECASE | re.VERBOSE,
)
_RESTORE = re.compile(r"^(?:återställ|restore)\s+(?P<message>\S+)\W*$", re.IGNORECASE | re.VERBOSE)


def findings(minutes: Minutes, texts: Texts) -> tuple[Block, ...]:
    """Give what there is to look over before publishing, nothing when all is well."""
    if not minutes.checks:
        return ()
    return texts.paragraph("minutes_commands.look_over"), bullets(*(check.text for check in minutes.checks))


def choices(texts: Texts) -> Buttons:
    """Give the buttons that follow a draft or its summary."""
    return buttons(
        Button("draft", texts.t("minutes_commands.show_draft"), texts.t("minutes_commands.say_show_draft")),
        Button("publish", texts.t("minutes_commands.publish"), texts.t("minutes_commands.say_publish")),
    )


@dataclass(frozen=True)
class ShowDraft:
    """Show the draft to the one who asked."""


@dataclass(frozen=True)
class Publish:
    """Freeze the draft and post it; when it was only approved of, say how it is published."""

    approved_only: bool = False


@dataclass(frozen=True)
class ShowCaptured:
    """Show what has been captured of the speaker's, or for one who leads of everybody's."""


@dataclass(frozen=True)
class IncludePassage:
    """Let a held passage into the draft; `number` counts the held ones."""

    number: int = 1


@dataclass(frozen=True)
class RestoreMessage:
    """Let what a message said before a late change stand again."""

    message: str


def _drafted(call: Call) -> Meeting:
    """Give the meeting whose draft is meant: the open one, else the one that was ended last."""
    if call.record.draft is not None:
        return call.record.draft
    raise NoMeeting("no_draft")


def _read_draft(sentence: Sentence, call: Call) -> Sequence[Claim[ShowDraft]]:
    if call.addressed and _DRAFT.match(sentence.text):
        return (Claim(ShowDraft(), (0, len(sentence.text))),)
    return ()


def _show_draft(intent: ShowDraft, call: Call) -> Outcome:
    meeting = _drafted(call)
    minutes = compile_minutes(call.record, meeting.id, late_changes(call.ledger, meeting.id))
    texts = call.texts
    head = Document.of(texts.paragraph("minutes_commands.draft_of", title=minutes.title), *findings(minutes, texts))
    return Outcome(replies=(Tell(head, minutes=meeting.id),))


def _read_publish(sentence: Sentence, call: Call) -> Sequence[Claim[Publish]]:
    text = sentence.text
    if not call.addressed or text.rstrip().endswith("?"):
        return ()
    match = _PUBLISH.match(text[:_LONGEST])
    if _APPROVES_DRAFT.match(text[:_LONGEST]):
        return (Claim(Publish(approved_only=True), (0, len(text))),)
    if match and (match["them"] or not match["rest"].strip(" .!") or _OF_MINUTES.search(match["rest"])):
        return (Claim(Publish(), (0, len(text))),)
    return ()


def _publish(intent: Publish, call: Call) -> Outcome:
    if call.record.open_meeting is not None:
        raise WrongPhase("still_open")
    held = call.record.latest_held()
    if (
        held is not None
        and held.phase is Phase.PUBLISHED
        and all(m.phase is Phase.PUBLISHED for m in call.record.held())
    ):
        raise WrongPhase("already_published")
    meeting = _drafted(call)
    if intent.approved_only:
        how = Document.of(call.texts.paragraph("minutes_commands.how_to_publish"), choices(call.texts))
        return Outcome(replies=(Tell(how),))
    published, post = publication(call, meeting.id, call.ledger)
    done = Answer(doc(call.texts.t("minutes_commands.published_receipt")))
    return Outcome((published,), (post, done))


def publication(call: Call, meeting: str, ledger: Ledger) -> tuple[Published, Post]:
    """Give the fact that publishes a meeting's minutes, as they are in this ledger, and the post that carries them."""
    minutes = freeze(ledger.record, meeting, late_changes(ledger, meeting))
    published = Published(**{**call.base, "meeting": meeting}, revision=minutes.revision, checksum="")
    texts = call.texts
    present = sum(row.status == "present" for row in minutes.attendance)
    line = texts.paragraph(
        "minutes_commands.published",
        title=minutes.title,
        date=texts.full_date(minutes.date),
        present=texts.t("minutes_commands.present", n=present),
        absent=texts.t("minutes_commands.absent", n=len(minutes.attendance) - present),
        actions=texts.t("meeting.actions", n=len(minutes.actions)),
    )
    return published, Post(Document.of(line, texts.paragraph("minutes_commands.anything_wrong")), minutes=meeting)


def _read_captured(sentence: Sentence, call: Call) -> Sequence[Claim[ShowCaptured]]:
    if call.addressed and _CAPTURED.match(sentence.text):
        return (Claim(ShowCaptured(), (0, len(sentence.text))),)
    return ()


def _show_captured(intent: ShowCaptured, call: Call) -> Outcome:
    by = None if call.leads else (call.speaker.id if call.speaker else "")
    lines = captured(call.ledger, _still_open(call), call.texts, by)
    if not lines:
        return Outcome(replies=(Tell(doc(call.texts.t("minutes_commands.nothing_captured"))),))
    head = call.texts.paragraph("minutes_commands.captured", n=len(lines))
    return Outcome(replies=(Tell(Document.of(head, bullets(*lines))),))


def _still_open(call: Call) -> frozenset[str]:
    """Give the meetings whose minutes can still change: the one going on, the one drafted, the next to come."""
    held = call.record.latest_held()
    drafted = held if held is not None and held.phase is not Phase.PUBLISHED else None
    meetings = [one for one in (call.record.open_meeting, drafted, call.meeting) if one is not None]
    return frozenset(one.id for one in meetings or ([held] if held else []))


def _read_include(sentence: Sentence, call: Call) -> Sequence[Claim[IncludePassage]]:
    match = _INCLUDE.match(sentence.text) if call.addressed else None
    return (Claim(IncludePassage(int(match["number"] or 1)), (0, len(sentence.text))),) if match else ()


def _include(intent: IncludePassage, call: Call) -> Outcome:
    meeting = _drafted(call)
    held = [passage for passage in meeting.passages if passage.held]
    if not 1 <= intent.number <= len(held):
        raise UnknownThing("passage")
    fact = PassageIncluded(**{**call.base, "meeting": meeting.id}, note=held[intent.number - 1].id)
    return Outcome((fact,), (Answer(doc(call.texts.t("minutes_commands.passage_included"))),))


def _read_restore(sentence: Sentence, call: Call) -> Sequence[Claim[RestoreMessage]]:
    match = _RESTORE.match(sentence.text) if call.addressed else None
    return (Claim(RestoreMessage(match["message"].rstrip(".!")), (0, len(sentence.text))),) if match else ()


def _restore(intent: RestoreMessage, call: Call) -> Outcome:
    """Let the version that stood when the meeting ended stand again (hard case 5)."""
    meeting = _drafted(call)
    change = next((c for c in late_changes(call.ledger, meeting.id) if c.message == intent.message), None)
    if change is None:
        raise UnknownThing("late_change")
    assert meeting.ended_at is not None
    stood = [v.stands for v in call.ledger.versions(intent.message) if v.said.at <= meeting.ended_at]
    version = stood[-1] if stood else 1
    fact = VersionStands(**{**call.base, "meeting": meeting.id}, of=intent.message, stands=version, why="restored")
    return Outcome((fact,), (Answer(doc(call.texts.t("minutes_commands.restored", before=change.before))),))


SHOW_DRAFT = Command(
    name="show_draft",
    words={"sv": ("visa utkast", "utkast"), "en": ("show draft", "draft")},
    read=_read_draft,
    handle=_show_draft,
    addressed_only=True,
    who=Who.LEAD,
    shown=frozenset({When.DURING, When.AFTER}),
    examples=(
        Example("visa utkast", says="Utkast", when=When.AFTER, lead=True, addressed=True),
        Example("show draft", says="Draft", language="en", when=When.AFTER, lead=True, addressed=True),
    ),
)

PUBLISH = Command(
    name="publish",
    words={"sv": ("publicera", "publicera minnesanteckningarna"), "en": ("publish", "publish the minutes")},
    read=_read_publish,
    handle=_publish,
    addressed_only=True,
    who=Who.LEAD,
    shown=frozenset({When.AFTER}),
    examples=(
        Example("publicera", ("published",), when=When.AFTER, lead=True, addressed=True),
        Example("publicera minnesanteckningarna ändå", ("published",), when=When.AFTER, lead=True, addressed=True),
        Example("publish the minutes", ("published",), language="en", when=When.AFTER, lead=True, addressed=True),
    ),
)

SHOW_CAPTURED = Command(
    name="show_captured",
    words={"sv": ("visa vad du fångat",), "en": ("show what you have captured",)},
    read=_read_captured,
    handle=_show_captured,
    addressed_only=True,
    examples=(
        Example("visa vad du fångat", says="inget", addressed=True),
        Example("what have you captured?", says="nothing", language="en", addressed=True),
    ),
)

INCLUDE_PASSAGE = Command(
    name="include_passage",
    words={"sv": ("ta med passagen",), "en": ("include the passage",)},
    read=_read_include,
    handle=_include,
    addressed_only=True,
    who=Who.LEAD,
    shown=frozenset({When.AFTER}),
    examples=(
        Example("ta med passagen 1", says="finns inte", when=When.AFTER, lead=True, addressed=True),
        Example(
            "include the passage", says="no such passage", language="en", when=When.AFTER, lead=True, addressed=True
        ),
    ),
)

RESTORE = Command(
    name="restore",
    words={"sv": ("återställ",), "en": ("restore",)},
    read=_read_restore,
    handle=_restore,
    addressed_only=True,
    who=Who.LEAD,
    shown=frozenset({When.AFTER}),
    examples=(
        Example("återställ m12", says="inte ändrats", when=When.AFTER, lead=True, addressed=True),
        Example("restore m12", says="not been changed", language="en", when=When.AFTER, lead=True, addressed=True),
    ),
)
