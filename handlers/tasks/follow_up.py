"""Show what earlier meetings left to follow up: their tasks, done or not, and the questions nobody has answered."""

from __future__ import annotations

from handlers.command import Call
from handlers.tasks.shown import action_line
from meetings.document import ListBlock, bullets
from meetings.follow_up import carried_actions, carried_questions
from meetings.record import Meeting, Phase


def to_follow_up(meeting: Meeting, call: Call) -> ListBlock | None:
    """List what is to be followed up at a meeting; only the open one and the next to come have anything."""
    coming = call.record.coming(call.now.date())
    if not meeting.is_open and (meeting.phase is not Phase.PLANNED or not coming or coming[0].id != meeting.id):
        return None
    texts = call.texts
    lines = []
    for action in carried_actions(call.record, meeting):
        line = action_line(action, call, with_owner=True)
        done = action.status in ("done", "dropped")
        lines.append(texts.t(f"follow_up.{action.status}", task=line) if done else texts.t("follow_up.task", task=line))
    lines += [texts.t("follow_up.question", question=one.text) for one in carried_questions(call.record, meeting)]
    return bullets(*lines) if lines else None
