"""What people do with views, shortcuts, the panel and the bot's own page: opened at once, said once."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from bot.desk import Desk
from bot.platform import Author, DeliveryError
from bot.slack.app import Ack, Body
from bot.slack.ear import Ear
from bot.slack.shapes import map_of, text_of
from bot.slack.ui import draft, panel, shortcuts
from bot.slack.ui.calendar import AbsenceForm, PlanForm
from bot.slack.ui.channel import join, people_of
from bot.slack.ui.commands import form_of
from bot.slack.ui.draft import DraftForm
from bot.slack.ui.fields import Values, note, remembered
from bot.slack.ui.forms import Form, form
from bot.slack.ui.group import MembersForm, SetupForm
from bot.slack.ui.home import Home
from bot.slack.ui.roll_call import RollCallForm
from bot.slack.ui.saying import Filled, Sayer, Saying
from bot.slack.ui.seats import Seat, Seats
from bot.slack.ui.showing import open_view, replace_panel, show, tell, update
from bot.slack.ui.work import ActionForm, ItemForm, MoveDueForm
from bot.slack.workspaces import Workspace
from meetings.language import Language

_log = logging.getLogger(__name__)

FORMS: Mapping[str, Form] = {
    one.name: one
    for one in (
        ItemForm(), ActionForm(), MoveDueForm(), PlanForm(), AbsenceForm(), SetupForm(), MembersForm(),
        RollCallForm(), DraftForm(),
    )
}  # fmt: skip
_FOR_THOSE_WHO_LEAD = frozenset({"plan", "members", "call", "draft"})


class Ui:
    """See `bot.slack.gestures.Part`; it acknowledges first, but for a form, which is looked over before it closes."""

    def __init__(self, desk: Desk, ear: Ear, seats: Seats, home: Home, language: Language) -> None:
        self._desk = desk
        self._seats = seats
        self._home = home
        self._sayer = Sayer(ear, language)

    async def act(self, workspace: Workspace, body: Body, ack: Ack) -> bool:
        """Take what is done here; False for what is another part's."""
        if body.get("command"):
            return await self._command(workspace, body, ack)
        match body.get("type"):
            case "block_actions":
                return await self._press(workspace, body, ack)
            case "view_submission" if _name(body) in FORMS:
                await self._submit(workspace, body, ack)
                return True
            case "message_action" | "shortcut":
                return await self._shortcut(workspace, body, ack)
        return False

    # -- commands and buttons

    async def _command(self, workspace: Workspace, body: Body, ack: Ack) -> bool:
        wanted = form_of(text_of(body.get("text")))
        account, channel = text_of(body.get("user_id")), _shared(text_of(body.get("channel_id")))
        if wanted is None or not account:
            return False
        await ack()
        author = Seats.known(workspace, account, text_of(body.get("user_name")))
        seat = await self._seats.at(workspace, author, channel)
        if wanted == "panel" or seat.group is None and wanted not in ("setup", "absence"):
            seat = replace(seat, author=await self._seats.author(workspace, account, text_of(body.get("user_name"))))
            await show(seat, panel.panel(seat))
        else:
            await self._open(seat, wanted, text_of(body.get("trigger_id")), {})
        return True

    async def _press(self, workspace: Workspace, body: Body, ack: Ack) -> bool:
        actions = body.get("actions")
        pressed = map_of(actions[0]) if isinstance(actions, list) and actions else {}
        # A document's buttons have their place in the message before their own id.
        id = text_of(pressed.get("action_id"))
        id = id.split(":", 2)[2] if id.startswith("say:") and id.count(":") > 1 else id
        kind, _, name = id.partition(":")
        if not kind.startswith("ui."):
            return False
        await ack()
        who, container = map_of(body.get("user")), map_of(body.get("container"))
        channel = text_of(container.get("channel_id")) or text_of(map_of(body.get("channel")).get("id"))
        author = Seats.known(workspace, text_of(who.get("id")), text_of(who.get("name")))
        value, trigger = text_of(pressed.get("value")), text_of(body.get("trigger_id"))
        about = remembered(map_of(body.get("view")))
        if kind.startswith("ui.draft"):
            group = text_of(about.get("group")) or None
            seat = await self._seats.at(workspace, author, text_of(about.get("channel")) or None, group)
            await self._turn_page(seat, map_of(body.get("view")), kind, value)
            return True
        group, _, thing = value.partition("/") if kind == panel.OPEN else (None, "", "")
        seat = await self._seats.at(workspace, author, _shared(channel), group)
        name = name.partition(":")[0]
        if kind == panel.SETUP:
            await self._open(seat, "setup" if seat.group is None else "members", trigger, {})
        elif kind == panel.OPEN and name in FORMS:
            told = {"action": thing} if name == "due" else {"meeting": value} if thing else {}
            await self._open(seat, name, trigger, told)
        elif kind == panel.SAY and value:
            await self._say_pressed(seat, body, value, text_of(pressed.get("action_ts")))
        return True

    async def _say_pressed(self, seat: Seat, body: Body, value: str, stamp: str) -> None:
        """Say what a button says, and show afterwards what can be done then."""
        author = await self._seats.author(seat.workspace, seat.author.account, seat.author.name)
        seat = replace(seat, author=author)
        event = f"press-{stamp}-{author.account}"
        # The button says which group it is for by itself.
        error = await self._sayer.said(replace(seat, ledger=None), (Saying(value, ""),), event)
        if error is not None:
            await self._sayer.apologise(seat.workspace, author, error, event)
            return
        if map_of(body.get("view")).get("type") == "home":
            await self._home.opened(seat.workspace, author.account)
        elif address := text_of(body.get("response_url")):
            now = await self._seats.at(seat.workspace, author, seat.channel)
            await replace_panel(seat.workspace, address, panel.panel(now))

    async def _turn_page(self, seat: Seat, view: Mapping[str, Any], kind: str, value: str) -> None:
        """Save what was changed on a page of the draft, and show the next, or publish."""
        form_, about = DraftForm(), remembered(view)
        number = about.get("page")
        event = f"{_event(view)}-{number}-{text_of(view.get('hash'))}"
        says = draft.changes(seat, Values(view))
        wrong = self._sayer.wrong(seat, says)
        told = next(iter(wrong.values()), "")
        error = None if wrong else await self._sayer.said(seat, says, event)
        if error is not None:
            told = self._sayer.sorry(error, seat.language, event)
        now = await self._seats.at(seat.workspace, seat.author, seat.channel, seat.group)
        if told:
            shown = form_.view(now, {"page": number, "told": told})
        elif kind == draft.PUBLISH:
            await self._sayer.said(now, (Saying(now.say("webchat.say.publish"), ""),), f"{event}-out")
            shown = form(now, "draft", "draft", [note(now.texts.t("slack.ui.published"))], submit=None)
        else:
            shown = form_.view(now, {"page": int(value) if value.isdecimal() else 0})
        await update(seat, view, shown)

    # -- forms

    async def _open(self, seat: Seat, name: str, trigger: str, about: Mapping[str, Any]) -> None:
        """Open a form at once; what it takes to ask Slack for is filled in afterwards."""
        texts = seat.texts
        if seat.group is None and name not in ("setup", "absence"):
            await show(seat, panel.panel(seat))
            return
        if name in _FOR_THOSE_WHO_LEAD and not seat.leads:
            await tell(seat, texts.t("slack.ui.leads_only"))
            return
        if name == "absence":
            own = (seat,) if seat.group is not None else await self._seats.own(seat.workspace, seat.author)
            view = AbsenceForm().among(own, own[0] if len(own) == 1 else seat, about)
        elif name == "members":
            view = MembersForm().among(seat, {}, about, waiting=seat.channel is not None)
        else:
            view = FORMS[name].view(seat, about)
        opened = await open_view(seat, trigger, view)
        if name == "members" and opened is not None and seat.channel is not None:
            await self._fill_members(seat, opened)

    async def _fill_members(self, seat: Seat, view: Mapping[str, Any]) -> None:
        """Put the people of the channel into a form that is open."""
        assert seat.channel is not None
        found = await people_of(seat.workspace, seat.channel)
        await update(seat, view, MembersForm().among(seat, found, {}))

    async def _submit(self, workspace: Workspace, body: Body, ack: Ack) -> None:
        view, name = map_of(body.get("view")), _name(body)
        about, values, who = remembered(view), Values(view), map_of(body.get("user"))
        author = await self._seats.author(workspace, text_of(who.get("id")), text_of(who.get("name")))
        group = text_of(about.get("group"))
        if name == "absence" and values.text("meeting"):
            group = values.text("meeting").partition("/")[0]
        channel = text_of(about.get("channel")) or None
        seat = await self._seats.at(workspace, author, channel, group or None)
        filled = await self._read(seat, name, values, about)
        there = seat.ledger is not None and seat.ledger.of_message(f"{_event(view)}-1")
        # What was said already by the same view would now be refused as said before.
        errors = dict(filled.errors or ({} if there else self._sayer.wrong(seat, filled.says)))
        if not errors and filled.says:
            error = await self._sayer.said(seat, filled.says, _event(view))
            if error is not None:
                errors = {filled.says[0].field: self._sayer.sorry(error, seat.language, _event(view))}
        if errors:
            await ack(response_action="errors", errors=errors)
            return
        if name == "setup":
            await self._go_on_with_members(seat, view, ack)
            return
        await ack()
        if name == "members":
            await join(self._desk, seat, channel, _event(view))
        await self._home.again(workspace, author.account)

    async def _read(self, seat: Seat, name: str, values: Values, about: Mapping[str, Any]) -> Filled:
        if name != "setup":
            if seat.group is None:
                return Filled(errors={next(iter(values), ""): seat.texts.t("slack.ui.gone")})
            return FORMS[name].read(seat, values, about)
        filled = SetupForm().read(replace(seat, group=None, ledger=None), values, about)
        taken = await self._seats.names(seat.workspace)
        if not filled.errors and values.text("name").casefold() in (one.casefold() for one in taken.values()):
            there = await self._desk.reached(seat.workspace.name, seat.channel)
            if not any(taken[id].casefold() == values.text("name").casefold() for id in there):
                return Filled(errors={"name": seat.texts.t("slack.ui.wrong.group_there")})
        return filled

    async def _go_on_with_members(self, seat: Seat, view: Mapping[str, Any], ack: Ack) -> None:
        """Show who is in the channel, once the group is there."""
        now = await self._seats.at(seat.workspace, seat.author, seat.channel)
        if now.group is None or not now.leads:
            await ack()
            return
        await ack(response_action="update", view=MembersForm().among(now, {}, {}, waiting=True))
        await self._fill_members(now, {"id": view.get("id")})

    # -- shortcuts

    async def _shortcut(self, workspace: Workspace, body: Body, ack: Ack) -> bool:
        name = text_of(body.get("callback_id"))
        if not any(one.id == name for one in shortcuts.SHORTCUTS):
            return False
        await ack()
        who, channel = map_of(body.get("user")), text_of(map_of(body.get("channel")).get("id"))
        author = Seats.known(workspace, text_of(who.get("id")), text_of(who.get("name")))
        seat = await self._seats.at(workspace, author, _shared(channel))
        trigger = text_of(body.get("trigger_id"))
        if name == shortcuts.REPORT_ABSENCE.id:
            await self._open(seat, "absence", trigger, {})
            return True
        text = shortcuts.message_text(seat, body)
        if seat.group is None or not text:
            await tell(seat, seat.texts.t("slack.ui.no_text" if seat.group else "slack.ui.no_group_here"))
            return True
        written_by = text_of(map_of(body.get("message")).get("user"))
        writer = workspace.people.name(written_by) or ""
        taken = shortcuts.taken(name, seat, text, writer, self._sayer)
        if taken.view is not None:
            await open_view(seat, trigger, taken.view)
            return True
        event = f"shortcut-{text_of(body.get('action_ts')) or trigger}-{author.account}"
        await self._say_shortcut(seat, taken.says, event, channel, text_of(body.get("message_ts")))
        return True

    async def _say_shortcut(self, seat: Seat, says: tuple[Saying, ...], event: str, channel: str, message: str) -> None:
        """Say it, and let the message show that it was taken up."""
        author: Author = await self._seats.author(seat.workspace, seat.author.account, seat.author.name)
        error = await self._sayer.said(replace(seat, author=author), says, event)
        if error is not None:
            await self._sayer.apologise(seat.workspace, author, error, event)
            return
        assert seat.group is not None
        if (await self._desk.ledger(seat.group)).of_message(f"{event}-1"):
            try:
                await seat.workspace.port.react(channel, message, "✅")
            except DeliveryError as error:
                _log.warning("not marked: %s", error)


def _name(body: Body) -> str:
    callback = text_of(map_of(body.get("view")).get("callback_id"))
    return callback.removeprefix("ui.") if callback.startswith("ui.") else ""


def _event(view: Mapping[str, Any]) -> str:
    # A form that is gone on with keeps its view; what each of its steps says is another thing.
    return f"view-{text_of(view.get('id'))}-{text_of(view.get('callback_id'))}"


def _shared(channel: str) -> str | None:
    """Give a channel that others read too; None for a private talk."""
    return channel if channel and not channel.startswith("D") else None
