"""What the coordinator is shown before publishing: findings, never corrections."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from meetings.board import deciding, is_formal
from meetings.facts import About, Basis, BlockStyle
from meetings.language import Texts, texts_for
from meetings.late import LateChange
from meetings.minutes import Check, Minutes
from meetings.record import Meeting, Record

_BLANK_CLAUSE = re.compile(
    r"^\W*(att|to|that)?\s*"
    r"(utse|välja|appoint|elect|(enligt|i enlighet med) (besluts)?förslag(et)?|as proposed)?[\W_]*$",
    re.IGNORECASE,
)
_ADJUSTING = re.compile(r"juster|adjust", re.IGNORECASE)

# A name of one to four words on a line of its own, with a list under it.
_HEADING = re.compile(r"^[A-ZÅÄÖ][\w-]*(?: [\w-]+){0,3}:?$")


@dataclass(frozen=True)
class _Inspection:
    record: Record
    meeting: Meeting
    minutes: Minutes
    late: Sequence[LateChange]
    texts: Texts

    def check(self, code: str, **told: object) -> Check:
        return Check(code=code, text=self.texts.t(f"checks.{code}", **told))


def checks(record: Record, meeting: Meeting, minutes: Minutes, late: Sequence[LateChange]) -> tuple[Check, ...]:
    """Find what the coordinator should look at in these minutes, the gravest first."""
    inspection = _Inspection(record, meeting, minutes, late, texts_for(record.group.language))
    return tuple(check for find in FINDINGS for check in find(inspection))


def _something_blocked(see: _Inspection) -> Iterator[Check]:
    if see.meeting.blocked:
        yield see.check("something_blocked", n=see.meeting.blocked)


def _personal_passage(see: _Inspection) -> Iterator[Check]:
    held = [passage for passage in see.meeting.passages if passage.held]
    numbers = {item.title: item.number for item in see.minutes.items}
    for passage in held:
        item = see.record.items.get(passage.item or "")
        yield see.check("personal_passage", item=numbers.get(item.title, "–") if item else "–", text=passage.text)


def _changed_after_end(see: _Inspection) -> Iterator[Check]:
    for change in see.late:
        person = see.record.people.get(change.by or "")
        code = "changed_after_end_kept" if change.kept else f"changed_after_end_{change.why}"
        text = see.texts.t(
            f"checks.{code}",
            name=person.name if person else "?",
            before=change.before,
            after=change.after,
            message=change.message,
        )
        yield Check(code="changed_after_end", text=text)


def _orphans(see: _Inspection) -> Iterator[Check]:
    for item in see.record.items.values():
        if item.orphaned and item.for_meeting == see.meeting.id:
            yield see.check("withdrawn_with_dependants", title=item.title or "–")


def _nobody_present(see: _Inspection) -> Iterator[Check]:
    if not any(row.status == "present" for row in see.minutes.attendance):
        yield see.check("nobody_present")


def _party_absent(see: _Inspection) -> Iterator[Check]:
    there = {row.organisation for row in see.minutes.attendance if row.status == "present"}
    for party in see.record.parties():
        if party not in there:
            yield see.check("party_absent", party=party)


def _writer_not_listed(see: _Inspection) -> Iterator[Check]:
    for signature in see.minutes.signatures:
        if signature.name not in _listed(see):
            yield see.check("writer_not_listed", name=signature.name)


def _unknown_speaker(see: _Inspection) -> Iterator[Check]:
    for name in see.meeting.unknown_speakers:
        yield see.check("unknown_speaker", name=name)


def _speaker_not_listed(see: _Inspection) -> Iterator[Check]:
    quoted = (paragraph.by for item in see.minutes.items for paragraph in item.paragraphs)
    people = {person.name for person in see.record.people.values()}
    for name in dict.fromkeys(name for name in quoted if name in people and name not in _listed(see)):
        yield see.check("speaker_not_listed", name=name)


def _attendance_inferred(see: _Inspection) -> Iterator[Check]:
    wrote = [row.name for row in see.minutes.attendance if row.name and row.basis is Basis.WROTE]
    silent = [row.name for row in see.minutes.attendance if row.name and row.basis is Basis.INFERRED]
    for code, names in (("attendance_inferred_present", wrote), ("attendance_inferred_absent", silent)):
        if names:
            text = see.texts.t(f"checks.{code}", names=see.texts.names(names))
            yield Check(code="attendance_inferred", text=text)


def _missing_attachment(see: _Inspection) -> Iterator[Check]:
    for item in see.minutes.items:
        promised = [attachment for attachment in item.attachments if attachment.announced]
        for attachment in promised:
            name = attachment.name or see.texts.t("checks.attachment")
            yield see.check("missing_attachment", title=item.title, name=name)


def _blank_decision(see: _Inspection) -> Iterator[Check]:
    for item in see.minutes.items:
        decisions = [*item.decisions, *(d for sub in item.subitems for d in sub.decisions)]
        if any(not d.clauses or any(_BLANK_CLAUSE.match(clause) for clause in d.clauses) for d in decisions):
            yield see.check("blank_decision", title=item.title)


def _no_adjuster(see: _Inspection) -> Iterator[Check]:
    formal = see.meeting.formal
    if not is_formal(see.record) or formal.adjusters or not any(_ADJUSTING.search(i.title) for i in see.minutes.items):
        return
    offered = [see.record.people[person].name for person in formal.offered if person in see.record.people]
    if offered:
        yield Check(code="no_adjuster", text=see.texts.t("checks.no_adjuster_offered", names=see.texts.names(offered)))
    else:
        yield see.check("no_adjuster")


def _no_quorum(see: _Inspection) -> Iterator[Check]:
    quorum = see.record.group.quorum
    if quorum is None:
        return
    there = {row.name for row in deciding(see.minutes.attendance)}
    if len(there) < quorum:
        yield see.check("no_quorum", present=len(there), quorum=quorum)
        return
    for item in see.minutes.items:
        left = len(there.difference(item.recused))
        if left < quorum and (item.decisions or any(sub.decisions for sub in item.subitems)):
            text = see.texts.t(
                "checks.no_quorum_item", number=item.number, title=item.title, present=left, quorum=quorum
            )
            yield Check(code="no_quorum", text=text)


def _missing_owner(see: _Inspection) -> Iterator[Check]:
    for action in see.minutes.actions:
        if action.owner.name is None and action.owner.kind == "unknown":
            yield see.check("missing_owner", text=action.text)


def _action_proposed(see: _Inspection) -> Iterator[Check]:
    for action in see.record.actions.values():
        if action.proposed and action.meeting == see.meeting.id:
            yield see.check("action_proposed", text=action.text)


def _unanswered(see: _Inspection) -> Iterator[Check]:
    """Show what waits for an answer about whom or what was meant: until then it is not in the minutes."""
    for pending in see.record.pending.values():
        if (
            pending.meeting == see.meeting.id
            and pending.about in (About.WHO, About.WHEN, About.ITEM)
            and pending.options
        ):
            person = see.record.people.get(pending.to)
            either = see.texts.either([option.label for option in pending.options])
            yield see.check("unanswered", name=person.name if person else "–", either=either)


def _unplaced(see: _Inspection) -> Iterator[Check]:
    loose = [passage for passage in see.meeting.passages if passage.item is None and not passage.held]
    if loose:
        yield see.check("unplaced_notes", n=len(loose))


def _heading_without_item(see: _Inspection) -> Iterator[Check]:
    """Show the headings that one who leads has written and that no item bears: what follows stands under another."""
    numbers = {item.title: item.number for item in see.minutes.items}
    for passage in see.meeting.passages:
        item = see.record.items.get(passage.item or "")
        person = see.record.people.get(passage.by or "")
        if passage.what != "note" or passage.held or item is None or not see.record.leads(person):
            continue
        first, *rest = passage.parts
        alone = first.style is BlockStyle.PROSE and bool(rest) and all(b.style is not BlockStyle.PROSE for b in rest)
        if alone and _HEADING.match(first.text):
            number = numbers.get(item.title, "–")
            yield see.check("heading_without_item", heading=first.text.strip(" :"), number=number)


def _listed(see: _Inspection) -> set[str]:
    return {row.name for row in see.minutes.attendance if row.name}


FINDINGS: tuple[Callable[[_Inspection], Iterator[Check]], ...] = (
    _something_blocked,
    _personal_passage,
    _changed_after_end,
    _orphans,
    _blank_decision,
    _no_adjuster,
    _no_quorum,
    _nobody_present,
    _party_absent,
    _unknown_speaker,
    _speaker_not_listed,
    _writer_not_listed,
    _missing_attachment,
    _missing_owner,
    _action_proposed,
    _attendance_inferred,
    _unanswered,
    _unplaced,
    _heading_without_item,
)
