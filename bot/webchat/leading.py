"""What only those who lead see beside the channel: the next step, the draft as it can be edited, what to look over."""

from __future__ import annotations

from typing import Any

from bot.webchat.render import Node, render
from documents.chat import minutes_document
from handlers.minutes.rewriting import stamp
from meetings.agenda import with_matters
from meetings.attendance import EXPECTED
from meetings.compile import compile_minutes
from meetings.language import Language, Texts, texts_for
from meetings.late import late_changes
from meetings.ledger import Ledger
from meetings.record import Meeting, Phase, Record


def leading(ledger: Ledger, meeting: Meeting | None, texts: Texts) -> dict[str, Any]:
    """Return the steps that lead on from here, and the draft's title and checks when there is a draft."""
    record = ledger.record
    drafted = draft_at_hand(record)
    view: dict[str, Any] = {"steps": _steps(record, meeting, drafted, texts), "draft": None}
    if drafted is not None:
        minutes = compile_minutes(record, drafted.id, late_changes(ledger, drafted.id))
        view["draft"] = {
            "meeting": drafted.id,
            "title": minutes.title,
            "date": texts.short_date(drafted.date),
            "open": drafted.is_open,
            "checks": [check.text for check in minutes.checks] if not drafted.is_open else [],
            # A page that shows the draft asks for it anew when this is another.
            "mark": stamp(minutes.model_dump_json()),
        }
    return view


def draft(ledger: Ledger, language: Language) -> dict[str, Any] | None:
    """Return the whole draft, as it reads and piece by piece as it can be edited; None when there is none."""
    record = ledger.record
    meeting = draft_at_hand(record)
    if meeting is None:
        return None
    minutes = compile_minutes(record, meeting.id, late_changes(ledger, meeting.id))
    return {
        "meeting": meeting.id,
        "title": minutes.title,
        "open": meeting.is_open,
        "nodes": list(render(minutes_document(minutes, texts_for(minutes.language)))),
        "checks": [check.text for check in minutes.checks],
        "sections": _sections(record, meeting, texts_for(language)),
    }


def draft_at_hand(record: Record) -> Meeting | None:
    """Give the meeting whose minutes are being written: the one that began last and is not published."""
    return next((one for one in reversed(record.held()) if one.phase is not Phase.PUBLISHED), None)


def _steps(record: Record, meeting: Meeting | None, drafted: Meeting | None, texts: Texts) -> list[Node]:
    if meeting is not None and meeting.is_open:
        steps = [("next", True), ("resume" if meeting.paused else "pause", False), ("end", False)]
    elif drafted is not None:
        steps = [("draft", True), ("publish", False), ("start", False)]
    else:
        steps = [("start", True)]
    say = texts_for(record.group.language)
    found: list[Node] = [
        {"id": id, "label": texts.t(f"webchat.step.{id}"), "say": say.t(f"webchat.say.{id}"), "primary": primary}
        for id, primary in steps
    ]
    silent = _silent(record, meeting) if meeting is not None and meeting.is_open else []
    if silent:
        called = say.t("webchat.say.is_present", name=", ".join(silent))
        found.insert(1, {"id": "call", "label": texts.t("webchat.step.call"), "say": called, "primary": False})
    return found


def _silent(record: Record, meeting: Meeting) -> list[str]:
    expected = (person for person in record.members if person.capacity in EXPECTED)
    return [one.name for one in expected if one.id not in meeting.attendance and one.id not in meeting.wrote]


def _sections(record: Record, meeting: Meeting, texts: Texts) -> list[dict[str, Any]]:
    say = texts_for(record.group.language)
    rows = [(entry.item.id, f"{entry.number} {entry.item.title}") for entry in with_matters(record, meeting.id)]
    sections = []
    for item, title in (*rows, (None, texts.t("webchat.draft.loose"))):
        pieces = [
            _piece(passage.id, number, part.text, passage.what, say, passage.held)
            for passage in meeting.passages
            if passage.item == item and passage.what != "attachment"
            for number, part in enumerate(passage.parts)
        ]
        pieces += [
            _piece(one.id, 0, one.text, "action", say, False)
            for one in record.actions.values()
            if one.meeting == meeting.id and one.item == item and one.status != "dropped"
        ]
        if pieces:
            sections.append({"title": title, "pieces": pieces})
    return sections


def _piece(target: str, part: int, text: str, what: str, say: Texts, held: bool) -> dict[str, Any]:
    begins = say.t("webchat.say.rewrite", target=target, part=part, stamp=stamp(text))
    return {"id": f"{target}.{part}", "what": what, "text": text, "held": held, "begins": begins}
