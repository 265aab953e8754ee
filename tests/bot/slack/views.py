"""A Slack with views for tests: people open forms, fill them in, press buttons, and use shortcuts."""

from __future__ import annotations

import json
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any

from aiohttp import web

from bot.slack.ui.wiring import slack_door
from tests.bot.slack.block_kit import problems, problems_of_view
from tests.bot.slack.fake_slack import BOT, CHANNEL, SIV, TEAM, SlackSays
from tests.bot.slack.live_slack import LiveSlack, Program, play, running
from tests.bot.slack.payloads import Payload, command, delivered

__all__ = ["UiSlack", "play", "running", "slack_door"]

_EMPTY: dict[str, Any] = {
    "plain_text_input": ("value", None),
    "static_select": ("selected_option", None),
    "radio_buttons": ("selected_option", None),
    "multi_static_select": ("selected_options", []),
    "checkboxes": ("selected_options", []),
    "datepicker": ("selected_date", None),
    "timepicker": ("selected_time", None),
}


@dataclass
class UiSlack(LiveSlack):
    """`views` are those that were opened, by id; `homes` the pages by account; `panels` what replaced a panel."""

    views: dict[str, Payload] = field(default_factory=dict)
    homes: dict[str, Payload] = field(default_factory=dict)
    panels: list[Payload] = field(default_factory=list)
    members: list[str] = field(default_factory=lambda: [BOT, SIV, "U0OLLE"])
    mistakes: list[str] = field(default_factory=list)
    _last: float = 0.0

    def application(self) -> web.Application:
        app = super().application()
        app.router.add_post("/hook", self._hook)
        return app

    async def _hook(self, request: web.Request) -> web.Response:
        told = await request.json()
        self.mistakes += problems(told["blocks"])
        self.panels.append(told)
        return web.Response(text="ok")

    def _stamp(self) -> str:
        # Gestures are made now; so must everything else be, or what comes first would not be first.
        self._last = max(self._last + 0.000001, time.time())
        return f"{self._last:.6f}"

    # -- what Slack answers

    def views_open(self, a: dict[str, Any]) -> dict[str, Any]:
        if not a.get("trigger_id"):
            raise SlackSays("invalid_trigger_id")
        return {"view": self._keep(f"V{len(self.views)}", _view(a))}

    def views_update(self, a: dict[str, Any]) -> dict[str, Any]:
        if a["view_id"] not in self.views:
            raise SlackSays("not_found")
        if a.get("hash") not in (None, self.views[a["view_id"]]["hash"]):
            raise SlackSays("hash_conflict")
        return {"view": self._keep(a["view_id"], _view(a))}

    def views_publish(self, a: dict[str, Any]) -> dict[str, Any]:
        there = self.homes.get(a["user_id"])
        if there is not None and a.get("hash") not in (None, there["hash"]):
            raise SlackSays("hash_conflict")
        view = _view(a)
        self.mistakes += problems_of_view(view)
        self.homes[a["user_id"]] = view = {**view, "id": "VHOME", "hash": self._stamp()}
        return {"view": view}

    def conversations_members(self, a: dict[str, Any]) -> dict[str, Any]:
        return {"members": self.members}

    def _keep(self, id: str, view: Payload) -> Payload:
        self.mistakes += problems_of_view(view)
        self.views[id] = {**view, "id": id, "hash": self._stamp()}
        return self.views[id]

    # -- people

    @property
    def shown(self) -> Payload:
        """Give the view that was shown last."""
        return max(self.views.values(), key=lambda view: float(view["hash"]))

    def field(self, id: str) -> Payload:
        """Give a field of it."""
        element: Payload = next(one["element"] for one in self.shown["blocks"] if one.get("block_id") == id)
        return element

    def buttons(self, blocks: list[Payload]) -> dict[str, Payload]:
        """Give buttons by what stands on them."""
        return {one["text"]["text"]: one for block in blocks if block["type"] == "actions" for one in block["elements"]}

    async def use(self, text: str, user: str = SIV, channel: str = CHANNEL) -> Payload | None:
        """Use the command; give what came with its acknowledgement."""
        return await self.gesture(command(text, user, channel))

    async def press(self, program: Program, label: str, user: str = SIV, blocks: list[Payload] | None = None) -> None:
        """Press a button of the latest panel, or of these blocks."""
        shown = blocks or [one for one in self.whispers if one["to"] == user][-1]["blocks"]
        shown = json.loads(shown) if isinstance(shown, str) else shown
        await self.gesture(self._pressed(self.buttons(shown)[label], user) | self._where())
        await program.settled()

    async def press_in(self, program: Program, view: Payload, label: str, user: str = SIV, **typed: str) -> None:
        """Press a button in a view; `typed` is what stands in its fields."""
        filled = {**view, "state": {"values": self._values(view, typed)}}
        place = {"container": {"type": "view", "view_id": view["id"]}, "view": filled}
        await self.gesture(self._pressed(self.buttons(view["blocks"])[label], user) | place)
        await program.settled()

    async def submit(self, program: Program, user: str = SIV, /, **filled: Any) -> Payload:
        """Fill in the view that is shown and submit it; give the answer."""
        view = self.shown
        body = {
            "type": "view_submission",
            "team": {"id": TEAM},
            "user": {"id": user, "name": user.lower(), "team_id": TEAM},
            "api_app_id": "A0TEST",
            "trigger_id": "1.2.submit",
            "view": {**view, "state": {"values": self._values(view, filled)}},
        }
        answer = await self.gesture(body)
        assert answer is not None
        if answer.get("response_action") == "update":
            self._keep(view["id"], answer["view"])
        await program.settled()
        return answer

    async def shortcut(self, program: Program, name: str, stamp: str | None = None, user: str = SIV) -> None:
        """Use a shortcut, on a message when one is given."""
        body: Payload = {
            "type": "shortcut" if stamp is None else "message_action",
            "callback_id": name,
            "trigger_id": "1.2.shortcut",
            "action_ts": f"{time.time():.6f}",
            "team": {"id": TEAM},
            "user": {"id": user, "name": user.lower(), "team_id": TEAM},
        }
        if stamp is not None:
            kept = next(one for one in self.said[CHANNEL] if one["ts"] == stamp)
            body |= {"channel": {"id": CHANNEL, "name": "x"}, "message_ts": stamp, "message": kept}
        await self.gesture(body)
        await program.settled()

    async def open_home(self, program: Program, user: str = SIV) -> Payload:
        """Open the bot's own page; give it."""
        await self.deliver(delivered({"type": "app_home_opened", "user": user, "tab": "home", "channel": "D1"}))
        await program.settled()
        return self.homes[user]

    def _pressed(self, button: Payload, user: str) -> Payload:
        return {
            "type": "block_actions",
            "team": {"id": TEAM},
            "user": {"id": user, "name": user.lower(), "team_id": TEAM},
            "api_app_id": "A0TEST",
            "trigger_id": "1.2.press",
            "actions": [{**button, "action_ts": f"{time.time():.6f}"}],
        }

    def _where(self) -> Payload:
        place = {"type": "message", "message_ts": "1.000001", "channel_id": CHANNEL, "is_ephemeral": True}
        return {"container": place, "channel": {"id": CHANNEL, "name": "x"}, "response_url": f"{self.address}hook"}

    def _values(self, view: Payload, filled: dict[str, Any]) -> Payload:
        values: Payload = {}
        left = dict(filled)
        for block in view["blocks"]:
            if block["type"] != "input":
                continue
            element, id = block["element"], block["block_id"]
            name, empty = _EMPTY[element["type"]]
            first = {"value": "initial_value", "selected_option": "initial_option", "selected_date": "initial_date",
                     "selected_options": "initial_options", "selected_time": "initial_time"}[name]  # fmt: skip
            given = left.pop(id, element.get(first, empty))
            if "options" in element and isinstance(given, str):
                given = next(one for one in element["options"] if one["value"] == given)
            if name == "selected_options":
                given = [
                    next(o for o in element["options"] if o["value"] == one) if isinstance(one, str) else one
                    for one in given
                ]
            values[id] = {id: {"type": element["type"], name: given}}
        assert not left, f"no such fields: {sorted(left)}"
        return values


Scene = Callable[[UiSlack], Awaitable[None]]


def _view(a: dict[str, Any]) -> Payload:
    view: Payload = json.loads(a["view"]) if isinstance(a["view"], str) else a["view"]
    return view
