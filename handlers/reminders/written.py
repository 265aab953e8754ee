"""How reminders write the name, the day, the hour and the place of a meeting, and the buttons under them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from handlers.command import Call
from meetings.document import Button, Buttons
from meetings.record import Meeting


def name_of(meeting: Meeting, call: Call) -> str:
    """Name the group, and the meeting when it is not its ordinary one."""
    kind = {"ordinary": "", "extra": call.texts.t("minutes.meetings.extra")}.get(meeting.kind, meeting.kind)
    own = meeting.title or kind
    return f"{call.record.group.name}, {own}" if own else call.record.group.name


def when_and_where(meeting: Meeting, call: Call, *, near: bool = False) -> str:
    """Give day, hours and place: "mån 23 mars kl. 13.00–14.30, Teams"; `near`: with "i morgon," before it."""
    texts = call.texts
    day = texts.short_date(meeting.date, call.now.date())
    if near:
        day = day_said(meeting.date, call)
    if meeting.start is not None:
        day = texts.t("dates.at", date=day, time=texts.time_range(meeting.start, meeting.end))
    preliminary = texts.t("reminders.preliminary") if meeting.preliminary else ""
    return f"{day}{at_place(meeting, call)}{preliminary}"


def at_place(meeting: Meeting, call: Call) -> str:
    """Give the place with a comma before it, nothing when it is not known."""
    return f", {meeting.place}" if meeting.place else ""


def day_said(day: date, call: Call) -> str:
    """Give a day as one speaks of it today: "i dag, mån 23 mars", "i morgon, …", else the date alone."""
    texts, today = call.texts, call.now.date()
    written = texts.short_date(day, today)
    near = {today: "today", today + timedelta(days=1): "tomorrow"}.get(day)
    return texts.t(f"reminders.{near}", day=written) if near else written


def buttons_of(pairs: Sequence[tuple[str, str, Mapping[str, str]]], call: Call) -> Buttons:
    """Make buttons of texts: what stands on each, and what pressing it says, with the group's name before it."""
    group = call.record.group.name
    made = []
    for number, (label, said, values) in enumerate(pairs, 1):
        text = f"{group}: {call.texts.t(said, **values)}"
        made.append(Button(f"{call.ids.new('b')}.{number}", call.texts.t(label, **values), text))
    return Buttons(tuple(made))
