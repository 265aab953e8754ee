"""What is published is frozen with the facts that publish it: minutes, files, and what open work rests on then."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC

from documents import RENDERERS
from meetings.compile import compile_minutes, freeze
from meetings.corrections import carried, in_words, next_revision
from meetings.facts import Fact, MinutesCorrected, PreviousMinutesApproved, Published, VersionStands, Withdrawn
from meetings.language import texts_for
from meetings.late import late_changes
from meetings.ledger import Checkpoint, Ledger
from meetings.minutes import Minutes
from meetings.record import Record
from storage.published import Revision


@dataclass(frozen=True)
class Frozen:
    """Facts as they are to be kept, and what is kept in the same transaction because of them."""

    facts: tuple[Fact, ...]
    revision: Revision | None = None
    minutes: Minutes | None = None
    standings: Mapping[str, str] = field(default_factory=dict)
    checkpoint: Checkpoint | None = None


def publishing(facts: Sequence[Fact]) -> Published | None:
    """Give the fact that publishes minutes, if one does."""
    return next((fact for fact in facts if isinstance(fact, Published) and fact.meeting is not None), None)


def frozen(at_hand: Ledger, facts: Sequence[Fact], past: Ledger, latest: Minutes | None) -> Frozen:
    """Freeze the minutes that these facts publish (hard case 6).

    `at_hand` is the working copy, `past` the ledger the facts were judged in, with the history they needed; `latest` is
    the revision before, when they correct it.
    """
    published = publishing(facts)
    if published is None or published.meeting is None:
        return Frozen(tuple(facts), standings=_standings(at_hand, facts))
    others = [fact for fact in facts if fact is not published]
    correction = next((fact for fact in others if isinstance(fact, MinutesCorrected)), None)
    if correction is not None and latest is not None:
        minutes = _corrected(latest, correction, past, past.after(others))
    else:
        after = past.after(others)
        minutes = freeze(after.record, published.meeting, late_changes(after, published.meeting))
    texts = texts_for(minutes.language)
    revision = Revision(
        meeting=published.meeting,
        number=minutes.revision,
        status=minutes.status,
        minutes=minutes.model_dump_json(by_alias=True),
        published_at=published.said.at.astimezone(UTC),
        files={form: render(minutes, texts) for form, render in RENDERERS.items()},
        attachments=tuple(sorted({one.sha256 for item in minutes.items for one in item.attachments if one.sha256})),
    )
    seal = {"checksum": revision.checksum, "next_paragraph": _next_paragraph(minutes)}
    sealed = tuple(fact.model_copy(update=seal) if fact is published else fact for fact in facts)
    return Frozen(sealed, revision, minutes, _standings(at_hand, sealed), at_hand.after(sealed).checkpoint)


def _corrected(latest: Minutes, correction: MinutesCorrected, before: Ledger, after: Ledger) -> Minutes:
    was, now = correction.was or "", correction.now or ""
    match correction.of:
        case "words":
            content = in_words(latest, was, now)
        case "start" | "end":
            content = Minutes.model_validate({**latest.model_dump(), correction.of: now})
        case "message":
            meeting = correction.meeting or ""
            content = carried(latest, *(compile_minutes(ledger.record, meeting) for ledger in (before, after)))
    texts = texts_for(latest.language)
    key = {"start": "corrections.trail_start", "end": "corrections.trail_end"}.get(correction.of, "corrections.trail")
    trail = texts.t(key, before=was or "–", after=now or "–")
    writer = before.record.people.get(correction.said.by or "")
    return next_revision(latest, content, correction.said.at, writer.name if writer else None, trail)


def _next_paragraph(minutes: Minutes) -> int | None:
    """Give the number the next protokoll begins with, when the items of this one are numbered through."""
    number = minutes.items[-1].number.removeprefix("§ ") if minutes.items else ""
    return int(number) + 1 if number.isdecimal() and minutes.items[-1].number.startswith("§ ") else None


def _standings(ledger: Ledger, facts: Sequence[Fact]) -> dict[str, str]:
    """Give the published meetings whose minutes stand otherwise after these facts: approved, or no longer so."""
    touching = any(isinstance(fact, PreviousMinutesApproved) for fact in facts) or (
        any(isinstance(fact, VersionStands | Withdrawn) for fact in facts)
        and any(meeting.previous_approved for meeting in ledger.record.meetings.values())
    )
    if not touching:
        return {}
    before, after = _statuses(ledger.record), _statuses(ledger.after(facts).record)
    return {meeting: status for meeting, status in after.items() if before.get(meeting) not in (None, status)}


def _statuses(record: Record) -> dict[str, str]:
    return {meeting.id: meeting.revision_status for meeting in record.meetings.values() if meeting.revision_status}
