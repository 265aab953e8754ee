"""The tasks that a text brought about: who is to do what until when."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from itertools import groupby
from typing import Any

from bot.understanding.situation import Played
from meetings.facts import About, ActionAgreed, Asked, Due, DueKind, Owner, OwnerKind
from meetings.when import find, notation

_KINDS = {
    OwnerKind.ORGANISATION: "organisation",
    OwnerKind.FUNCTION: "function",
    OwnerKind.ALL: "all",
    OwnerKind.UNKNOWN: "unknown",
}


def tasks_of(played: Played, now: datetime) -> str | list[dict[str, Any]]:
    """Give the tasks a text became, `ask` when somebody was asked whose one is, `none` when it became none."""
    if any(isinstance(fact, Asked) and fact.about is About.WHO for fact in played.facts):
        return "ask"
    agreed = [fact for fact in played.facts if isinstance(fact, ActionAgreed)]
    tasks = [_task(list(group), played, now) for _, group in groupby(agreed, key=lambda one: (one.text, one.due))]
    return tasks or "none"


def _task(actions: Sequence[ActionAgreed], played: Played, now: datetime) -> dict[str, Any]:
    """Give one task; somebody's share of it is an action of its own."""
    owners = [action.owner for action in actions]
    kinds = [_kind(owner, played) for owner in owners]
    due = actions[0].due
    return {
        "owner_kind": "person" if len(owners) > 1 and "person" in kinds else kinds[0],
        "owners": [name for owner in owners if (name := owner_name(owner, played))],
        "task": actions[0].text,
        "due_text": due.text or "",
        "due": _until(due, played, now),
    }


def owner_name(owner: Owner, played: Played) -> str:
    """Give an owner's name: `@me` for the one who said it, `@all` for everybody, nothing for nobody yet."""
    if owner.kind is OwnerKind.ALL:
        return "@all"
    if owner.person is not None and owner.person == played.speaker.id:
        return "@me"
    person = played.record.people.get(owner.person or "")
    return person.name if person is not None else owner.name or ""


def _kind(owner: Owner, played: Played) -> str:
    if owner.kind is OwnerKind.PERSON:
        return "speaker" if owner_name(owner, played) == "@me" else "person"
    return _KINDS[owner.kind]


def _until(due: Due, played: Played, now: datetime) -> str:
    if due.kind is DueKind.NONE:
        return ""
    if due.kind is DueKind.MEETING:
        return "EVENT:next_meeting"
    if due.kind is DueKind.DAY and due.date is not None:
        return due.date.isoformat()
    if due.kind is DueKind.EVENT:
        return f"EVENT:{due.text}"
    return notation(*find(due.text or "", now, language=played.record.group.language))
