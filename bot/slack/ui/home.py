"""The bot's own page in Slack: one's action points, the next meetings of one's groups, and drafts that wait."""

from __future__ import annotations

import asyncio
import logging
from collections import OrderedDict
from collections.abc import Iterator, Sequence

from bot.at_hand import answering, draft_at_hand
from bot.platform import DeliveryError
from bot.slack.errors import Refused
from bot.slack.ui import fields
from bot.slack.ui.fields import MOST_BLOCKS, View, button, line, note, row, told
from bot.slack.ui.panel import OPEN, SAY, standing
from bot.slack.ui.seats import Seat, Seats
from bot.slack.words import Block
from bot.slack.workspaces import Workspace
from meetings.document import Document, Heading, bold, paragraph
from meetings.facts import OwnerKind
from meetings.record import Action

_log = logging.getLogger(__name__)

MOST_TASKS = 20
MOST_GROUPS = 12
_REMEMBERED = 2_000


class Home:
    """Shows it to whoever opens it, and anew after what she does there."""

    def __init__(self, seats: Seats) -> None:
        self._seats = seats
        self._hashes: OrderedDict[tuple[str, str], str] = OrderedDict()
        self._turns: dict[tuple[str, str], asyncio.Lock] = {}

    async def opened(self, workspace: Workspace, account: str) -> None:
        """Show it to somebody. What Slack refuses is noted in the log only: nothing is lost by it."""
        key = (workspace.name, account)
        lock = self._turns.setdefault(key, asyncio.Lock())
        try:
            # One after the other, each with what stands then, so that nothing older comes last.
            async with lock:
                await self._publish(workspace, account)
        except DeliveryError as error:
            _log.warning("the page is not shown: %s", error)
        finally:
            if not lock.locked():
                self._turns.pop(key, None)

    async def again(self, workspace: Workspace, account: str) -> None:
        """Show it anew to somebody who has opened it."""
        if (workspace.name, account) in self._hashes:
            await self.opened(workspace, account)

    async def _publish(self, workspace: Workspace, account: str) -> None:
        author = await self._seats.author(workspace, account, "")
        own = await self._seats.own(workspace, author)
        nowhere = await self._seats.at(workspace, author, None) if not own else own[0]
        known = self._hashes.get((workspace.name, account))
        view = page(own, nowhere)
        try:
            await self._call(workspace, account, view, known)
        except Refused as refused:
            if refused.code != "hash_conflict":
                raise
            # Another program has shown it meanwhile; this is what stands now.
            await self._call(workspace, account, view, None)

    async def _call(self, workspace: Workspace, account: str, view: View, known: str | None) -> None:
        calls = workspace.port.calls
        more = {"hash": known} if known else {}
        answer = await calls.call(
            "views.publish", calls.client.views_publish, repeatable=True, user_id=account, view=view, **more
        )
        self._hashes[workspace.name, account] = str(answer["view"]["hash"])
        if len(self._hashes) > _REMEMBERED:
            self._hashes.popitem(last=False)


def page(own: Sequence[Seat], nowhere: Seat) -> View:
    """Give the page for somebody with these groups; `nowhere` speaks where there is none."""
    texts = nowhere.texts
    if not own:
        return fields.home(told(Document.of(texts.paragraph("slack.ui.home.no_group"))))
    blocks = told(Document.of(Heading(texts.t("slack.ui.home.tasks"), 1)))
    tasks = [(seat, action) for seat in own for action in _tasks(seat)]
    for seat, action in tasks[:MOST_TASKS]:
        blocks += _task(seat, action, several=len(own) > 1)
    if not tasks:
        blocks.append(note(texts.t("slack.ui.home.no_tasks")))
    elif len(tasks) > MOST_TASKS:
        blocks.append(note(texts.t("slack.ui.home.more_tasks", n=len(tasks) - MOST_TASKS)))
    waiting = [block for seat in own for block in _draft(seat)]
    if waiting:
        blocks += [line(), *told(Document.of(Heading(texts.t("slack.ui.home.drafts"), 1))), *waiting]
    blocks += [line(), *told(Document.of(Heading(texts.t("slack.ui.home.meetings"), 1)))]
    for seat in own[:MOST_GROUPS]:
        group = list(_group(seat))
        if len(blocks) + len(group) > MOST_BLOCKS:
            break
        blocks += group
    return fields.home(blocks)


def _tasks(seat: Seat) -> list[Action]:
    person = seat.person
    mine = [
        action
        for action in seat.record.actions.values()
        if action.owner.kind is OwnerKind.PERSON
        and person is not None
        and action.owner.person == person.id
        and action.status in ("open", "moved")
        and not action.proposed
    ]
    return sorted(mine, key=lambda one: (one.due.date is None, one.due.date))


def _task(seat: Seat, action: Action, *, several: bool) -> list[Block]:
    texts = seat.texts
    about = [seat.record.group.name] if several else []
    if action.due.date is not None:
        due = texts.t("webchat.page.task_due", due=texts.short_date(action.due.date, seat.today))
        late = f" ({texts.t('webchat.page.task_late')})" if action.due.date < seat.today else ""
        about.append(due + late)
    details = f"\n{' · '.join(about)}" if about else ""
    done = seat.said(seat.say("webchat.say.done", text=action.text))
    return [
        *told(Document.of(paragraph(bold(action.text), details))),
        *row(
            button(f"{SAY}:done", texts.t("webchat.page.task_done"), done),
            button(f"{OPEN}:due", texts.t("slack.ui.home.move"), f"{seat.group}/{action.id}"),
        ),
    ]


def _draft(seat: Seat) -> list[Block]:
    texts = seat.texts
    meeting = draft_at_hand(seat.record) if seat.leads else None
    if meeting is None or meeting.is_open:
        return []
    words = texts.t(
        "slack.ui.home.draft", group=seat.record.group.name, date=texts.short_date(meeting.date, seat.today)
    )
    return [
        *told(Document.of(paragraph(words))),
        *row(button(f"{OPEN}:draft", texts.t("webchat.step.draft"), seat.group or "-", primary=True)),
    ]


def _group(seat: Seat) -> Iterator[Block]:
    texts, record, person = seat.texts, seat.record, seat.person
    coming = record.coming(seat.today)
    meeting = record.open_meeting or (coming[0] if coming else None)
    yield from told(Document.of(paragraph(bold(record.group.name), f"\n{standing(seat, meeting)}")))
    if meeting is None or person is None:
        return
    found = answering(record, meeting, person, texts, seat.today)
    if found is None:
        return
    pressed = []
    for choice in found.choices:
        mark = "✓ " if found.given == choice.id or found.given == "present" and choice.id == "onsite" else ""
        pressed.append(button(f"{SAY}:{choice.id}", f"{mark}{choice.label}", seat.said(choice.say)))
    mark = "✓ " if found.given == "substitute" else ""
    label = f"{mark}{texts.t('webchat.page.substitute')}"
    yield from row(*pressed, button(f"{OPEN}:absence", label, f"{seat.group}/{meeting.id}"))
