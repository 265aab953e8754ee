"""Files that people share in Slack: fetched whole, from Slack alone, and kept with the item they belong to."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Any

import pytest

from bot.platform import LARGEST, CannotSay, NotSaid
from bot.slack.platform import SlackPlatform
from tests.bot.slack.fake_slack import CHANNEL, OLLE, FakeSlack
from tests.bot.slack.live_slack import LiveSlack, play, running
from tests.bot.slack.payloads import deleted, delivered
from tests.bot.slack.test_door import found
from tests.bot.slack.test_platform import scene

PLAN = b"%PDF-1.7 en plan"


def test_a_file_is_fetched_whole_whatever_it_is_said_to_be() -> None:
    slack = FakeSlack()

    async def happens(there: SlackPlatform) -> None:
        slack.share(CHANNEL, OLLE, "", "plan.pdf", PLAN)
        assert await there.fetch("F0") == PLAN

    scene(slack, happens)


@pytest.mark.parametrize(
    "more",
    [
        pytest.param({"size": LARGEST + 1}, id="too large"),
        pytest.param({"is_external": True}, id="kept elsewhere"),
        pytest.param({"mode": "canvas"}, id="no file"),
        pytest.param({"url_private": "https://files.example/plan.pdf"}, id="another host"),
        pytest.param({"url_private": "http://localhost.example/plan.pdf"}, id="a host that is called alike"),
        pytest.param({"leads_to": "https://elsewhere.example/plan.pdf"}, id="leads to another host"),
        pytest.param({"leads_to": "/files/F0/plan.pdf"}, id="leads to itself"),
        pytest.param({"url_private": ""}, id="no address"),
    ],
)
def test_a_file_that_is_not_slacks_own_or_too_large_is_left_where_it_is(more: dict[str, Any]) -> None:
    slack = FakeSlack()

    async def happens(there: SlackPlatform) -> None:
        slack.share(CHANNEL, OLLE, "", "plan.pdf", PLAN, **more)
        with pytest.raises(CannotSay):
            await there.fetch("F0")

    scene(slack, happens)
    tried = {"https://elsewhere.example/plan.pdf": 1, "/files/F0/plan.pdf": 3}
    assert slack.count("download") == tried.get(more.get("leads_to", ""), 0)


def test_a_file_that_is_gone_or_may_not_be_read_is_left() -> None:
    slack = FakeSlack()

    async def happens(there: SlackPlatform) -> None:
        with pytest.raises(CannotSay):
            await there.fetch("F7")
        slack.scopes.remove("files:read")
        there.calls.scopes = None
        with pytest.raises(CannotSay):
            await there.fetch("F7")

    scene(slack, happens)


@pytest.mark.parametrize("trouble", ["http_500", "drop_response"])
def test_what_may_pass_is_tried_again(trouble: str) -> None:
    slack = FakeSlack()

    async def happens(there: SlackPlatform) -> None:
        slack.share(CHANNEL, OLLE, "", "plan.pdf", PLAN)
        # A connection that was kept open is tried anew by the library itself.
        slack.fail("download", trouble, times=3)
        with pytest.raises(NotSaid):
            await there.fetch("F0")
        slack.faults.clear()
        assert await there.fetch("F0") == PLAN

    scene(slack, happens)


def test_a_page_that_asks_to_sign_in_is_no_file() -> None:
    slack = FakeSlack(token="another")

    async def happens(there: SlackPlatform) -> None:
        slack.share(CHANNEL, OLLE, "", "plan.pdf", PLAN)
        with pytest.raises(NotSaid):
            await there.fetch("F0")

    scene(slack, happens)


@pytest.mark.parametrize("keeps", [True, False], ids=["kept", "a link"])
def test_a_file_of_an_item_is_named_in_the_minutes_and_goes_with_its_message(tmp_path: Path, keeps: bool) -> None:
    async def happens(slack: LiveSlack) -> None:
        async with running(slack, tmp_path) as program:
            await found(slack, program)
            if keeps:
                await slack.say("<@U0BOT> spara bilagor")
            stamp = slack.share(CHANNEL, OLLE, "punkt: Cykelställ", "plan.pdf", PLAN)
            there = slack.event_of(CHANNEL, stamp)
            await slack.deliver(delivered(there))
            await program.settled()
            group, meeting = "vallby", next(iter((await program.desk.record("vallby")).meetings))
            (attachment,) = (await program.desk.minutes(group, meeting)).items[-1].attachments
            assert (attachment.name, attachment.announced) == ("plan.pdf", False)
            assert attachment.url == slack.files["F0"]["permalink"]
            assert attachment.sha256 == (hashlib.sha256(PLAN).hexdigest() if keeps else None)
            assert slack.count("files.info") == slack.count("download") == keeps
            assert (await program.store.content(group, "F0") is not None) == keeps
            await slack.deliver(delivered(deleted(deleted_ts=stamp, previous_message=there)))
            await program.settled()
            assert await program.store.content(group, "F0") is None

    play(LiveSlack(), happens)
