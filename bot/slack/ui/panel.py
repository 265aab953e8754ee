"""The panel: what can be done now, as buttons that say it or open a form."""

from __future__ import annotations

from dataclasses import dataclass

from bot.at_hand import Choice, draft_at_hand, steps
from bot.slack.ui.fields import Confirm, apart, button, note, row, told
from bot.slack.ui.seats import Seat
from bot.slack.words import Block
from meetings.agenda import with_matters
from meetings.document import Document, Heading, paragraph
from meetings.record import Meeting

OPEN = "ui.open"
"""How the action id of a button begins that opens a form; the form's name follows, and its value is the group."""
SAY = "ui.say"
"""How the action id of a button begins whose `value` is said, after which the panel shows what can be done then."""
SETUP = "ui.setup"


@dataclass(frozen=True)
class _Shown:
    """A question that everybody may ask."""

    id: str
    say: str


_ASKED = (_Shown("agenda", "slack.ui.say.agenda"), _Shown("attendance", "slack.ui.say.attendance"),
          _Shown("actions", "slack.ui.say.actions"), _Shown("help", "slack.ui.say.help"))  # fmt: skip


def panel(seat: Seat) -> list[Block]:
    """Give the panel's blocks for one person in one group."""
    texts = seat.texts
    if seat.group is None:
        where = "nowhere" if seat.channel is not None else "nowhere_private"
        begin = [button(SETUP, texts.t("slack.ui.begin"), "-", primary=True)] if seat.channel is not None else []
        return apart([*told(Document.of(texts.paragraph(f"slack.ui.{where}"))), *row(*begin)])
    record, meeting = seat.record, seat.meeting
    blocks = told(Document.of(Heading(record.group.name, 2), paragraph(standing(seat, meeting))))
    if seat.leads:
        drafted = draft_at_hand(record)
        blocks += row(*(_step(seat, step) for step in steps(record, meeting, drafted, texts)))
        led = [_open(seat, "call")] if meeting is not None and meeting.is_open else []
        if drafted is not None and drafted.is_open:
            led.append(_open(seat, "draft"))
        blocks += row(*led, _open(seat, "plan"), _open(seat, "members"))
    own = ["item", "action"] + (["absence"] if seat.person is not None else [])
    blocks += row(*(_open(seat, name) for name in own))
    blocks += row(*(button(f"{SAY}:{one.id}", texts.t(f"slack.ui.show.{one.id}"), seat.say(one.say)) for one in _ASKED))
    return apart([*blocks, note(texts.t("slack.ui.only_you"))])


def standing(seat: Seat, meeting: Meeting | None) -> str:
    """Say in one line where the group is: its meeting and the item it is at, or its next meeting."""
    texts, record = seat.texts, seat.record
    if meeting is None:
        return texts.t("slack.ui.state.none")
    if meeting.is_open:
        began = meeting.started_at
        opened = meeting.opened or (began.astimezone(record.group.zone).time() if began is not None else None)
        now = next((one for one in with_matters(record, meeting.id) if one.item.id == meeting.item_now), None)
        said = texts.t("slack.ui.state.open", time=texts.clock(opened) if opened is not None else "–")
        if meeting.paused:
            said += " " + texts.t("slack.ui.state.paused")
        return said + (" " + texts.t("slack.ui.state.at", number=now.number, title=now.item.title) if now else "")
    day = texts.short_date(meeting.date, seat.today)
    if meeting.is_held:
        return texts.t("slack.ui.state.over", date=day)
    when = texts.t("dates.at", date=day, time=texts.time_range(meeting.start, meeting.end)) if meeting.start else day
    place = meeting.place or record.group.place
    return texts.t("slack.ui.state.coming", when=f"{when}, {place}" if place else when)


def _step(seat: Seat, step: Choice) -> Block:
    if step.id == "draft":
        return button(f"{OPEN}:draft", step.label, seat.group or "-", primary=True)
    texts = seat.texts
    sure = None
    if step.id == "publish":
        sure = Confirm(
            texts.t("webchat.page.confirm_publish"), texts.t("webchat.page.confirm_publish_about"), step.label,
            texts.t("webchat.page.cancel"),
        )  # fmt: skip
    return button(f"{SAY}:{step.id}", step.label, seat.said(step.say), primary=step.primary, confirm=sure)


def _open(seat: Seat, name: str) -> Block:
    return button(f"{OPEN}:{name}", seat.texts.t(f"slack.ui.open.{name}"), seat.group or "-")
