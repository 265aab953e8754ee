"""The words of a digest of somebody's tasks: what is due soon, today and since when."""

from __future__ import annotations

from handlers.command import Call, Remind
from handlers.reminders.written import buttons_of, day_said
from meetings.document import Block, Document, Entry, bullets, entry
from meetings.record import Action
from meetings.reminders import digest_of, is_due_soon

_BUTTONS = 5
_SHORT = 40


def tasks(remind: Remind, call: Call) -> Document | None:
    """List a person's tasks that are due soon or should be done; None when nothing is due soon any more."""
    person = remind.to or ""
    today = call.now.date()
    listed = digest_of(call.record, person, today)
    if not any(is_due_soon(action, today) for action in listed):
        return None
    texts = call.texts
    if len(listed) == 1:
        head: Block = texts.paragraph("reminders.task", group=call.record.group.name, **_said(listed[0], call))
        pairs = [("reminders.done", "actions.say_done", {"task": listed[0].text})]
        return Document((head, buttons_of(pairs, call), texts.paragraph("reminders.stop")))
    head = texts.paragraph("reminders.tasks", group=call.record.group.name)
    each = ({"task": action.text, "short": _cut(action.text)} for action in listed[:_BUTTONS])
    pairs = [("reminders.done_one", "actions.say_done", values) for values in each]
    body = bullets(*(_line(action, call) for action in listed))
    return Document((head, body, buttons_of(pairs, call), texts.paragraph("reminders.stop")))


def _line(action: Action, call: Call) -> Entry:
    return entry(*call.texts.runs("reminders.task_line", **_said(action, call)))


def _said(action: Action, call: Call) -> dict[str, str]:
    assert action.due.date is not None
    late = action.due.date < call.now.date()
    due = call.texts.t("reminders.task_late" if late else "reminders.task_due", day=day_said(action.due.date, call))
    return {"task": action.text, "due": due}


def _cut(text: str) -> str:
    if len(text) <= _SHORT:
        return text
    return text[:_SHORT].rsplit(" ", 1)[0].rstrip(" ,.;:") + "…"
