"""What was written, changed or taken away while nobody listened is read afterwards, once and in order."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.bot.slack.fake_slack import BOT, CHANNEL, OLLE, SIV
from tests.bot.slack.live_slack import LiveSlack, Program, play, running
from tests.bot.slack.payloads import delivered

BOTH = pytest.mark.parametrize("mode", ["socket", "http"])


async def begun(slack: LiveSlack, program: Program) -> None:
    """Set up a group with a meeting and two items."""
    for text in (f"<@{BOT}> ny grupp Vallby", f"<@{BOT}> nästa möte 2031-03-10 kl 13-14", "punkt: Ett", "punkt: Två"):
        await slack.say(text)
    await program.settled()


def change(slack: LiveSlack, before: str, text: str) -> None:
    """Change a message as people do, without telling anybody."""
    kept = next(one for one in slack.said[CHANNEL] if one["text"] == before)
    kept.update(text=text, edited={"user": kept["user"], "ts": f"{slack._stamp().partition('.')[0]}.000000"})


def take_away(slack: LiveSlack, text: str) -> None:
    """Take a message away without telling anybody."""
    slack.said[CHANNEL] = [one for one in slack.said[CHANNEL] if one["text"] != text]


async def agenda(program: Program) -> list[str]:
    """Give the titles of what is proposed and counts."""
    ledger = await program.desk.ledger("vallby")
    return [fact.title for fact in ledger.counting() if fact.kind == "item_proposed"]


@BOTH
def test_what_was_missed_counts_after_the_start(tmp_path: Path, mode: str) -> None:
    async def scene(slack: LiveSlack) -> None:
        async with running(slack, tmp_path, mode) as program:
            await begun(slack, program)
            facts = len(await program.kinds())
        slack.page = 3
        root = next(one["ts"] for one in slack.said[CHANNEL] if "nästa möte" in one["text"])
        next(one for one in slack.said[CHANNEL] if one["ts"] == root).update(reply_count=1)
        change(slack, "punkt: Ett", "punkt: Ett och ett halvt")
        take_away(slack, "punkt: Två")
        for number in range(5):
            slack.write(CHANNEL, OLLE, f"punkt: Missad {number}")
        slack.write(CHANNEL, OLLE, "Fint väder!")
        inside = slack.write(CHANNEL, OLLE, "punkt: I tråden", root)
        next(one for one in slack.said[CHANNEL] if one["ts"] == root).update(latest_reply=inside)
        async with running(slack, tmp_path, mode) as program:
            missed = [f"Missad {number}" for number in range(5)]
            assert sorted(await agenda(program)) == sorted(["Ett och ett halvt", "I tråden", *missed])
            assert len(await program.kinds()) > facts
            known = await program.kinds()
            for one in slack.said[CHANNEL]:
                if one["user"] == OLLE:
                    await slack.deliver(delivered(slack.event_of(CHANNEL, one["ts"])), retry=3)
            await program.settled()
            assert await program.kinds() == known
        async with running(slack, tmp_path, mode) as program:
            assert await program.kinds() == known

    play(LiveSlack(), scene)


def test_that_answers_come_late_is_said_once_in_the_channel(tmp_path: Path) -> None:
    async def scene(slack: LiveSlack) -> None:
        async with running(slack, tmp_path) as program:
            await begun(slack, program)
        slack.write(CHANNEL, OLLE, "punkt: Missad")
        slack.write(CHANNEL, OLLE, "punkt: Också")
        for _ in range(2):
            async with running(slack, tmp_path) as program:
                await program.settled()
        assert sum("Jag var borta" in text for text in slack.bot_said()) == 1

    play(LiveSlack(), scene)


def test_of_chatter_that_was_missed_nothing_is_said(tmp_path: Path) -> None:
    async def scene(slack: LiveSlack) -> None:
        async with running(slack, tmp_path) as program:
            await begun(slack, program)
        said = len(slack.bot_said())
        slack.write(CHANNEL, OLLE, "Fint väder!")
        async with running(slack, tmp_path) as program:
            await program.settled()
        assert len(slack.bot_said()) == said

    play(LiveSlack(), scene)


def test_what_was_missed_while_a_connection_was_lost_is_read_when_it_is_back(tmp_path: Path) -> None:
    async def scene(slack: LiveSlack) -> None:
        async with running(slack, tmp_path) as program:
            await begun(slack, program)
            slack.fail("apps.connections.open", "error", times=1)
            await slack.sockets[-1].close()
            slack.write(CHANNEL, OLLE, "punkt: Missad")
            await slack.until(lambda: slack.connections == 2)
            await slack.deliver(delivered({"type": "nothing"}))
            await program.settled()
            assert await agenda(program) == ["Ett", "Två", "Missad"]

    play(LiveSlack(), scene)


def test_slack_is_waited_for_as_it_asks_and_a_channel_that_is_closed_to_us_is_left(tmp_path: Path) -> None:
    async def scene(slack: LiveSlack) -> None:
        async with running(slack, tmp_path) as program:
            await begun(slack, program)
        slack.write(CHANNEL, OLLE, "punkt: Missad")
        slack.fail("conversations.history", "http_500", times=1)
        async with running(slack, tmp_path) as program:
            assert await agenda(program) == ["Ett", "Två", "Missad"]
        slack.fail("conversations.history", "error", code="not_in_channel", times=1)
        async with running(slack, tmp_path) as program:
            await slack.say("punkt: Ny")
            assert await agenda(program) == ["Ett", "Två", "Missad", "Ny"]

    play(LiveSlack(), scene)


def test_a_private_talk_is_read_afterwards_too(tmp_path: Path) -> None:
    async def scene(slack: LiveSlack) -> None:
        async with running(slack, tmp_path) as program:
            await begun(slack, program)
            talk = slack.conversations_open({"users": SIV})["channel"]["id"]
            await slack.say("dagordning", channel=talk)
            await program.settled()
        slack.write(talk, SIV, "punkt: Enskilt")
        async with running(slack, tmp_path) as program:
            assert await agenda(program) == ["Ett", "Två", "Enskilt"]

    play(LiveSlack(), scene)


def test_agreement_by_emoji_that_was_missed_counts_once(tmp_path: Path) -> None:
    async def scene(slack: LiveSlack) -> None:
        async with running(slack, tmp_path) as program:
            await begun(slack, program)
        kept = next(one for one in slack.said[CHANNEL] if one["text"] == "punkt: Två")
        kept["reactions"] = [{"name": "+1", "users": [SIV, BOT], "count": 2}, {"name": "eyes", "users": [SIV]}]
        for _ in range(2):
            async with running(slack, tmp_path) as program:
                assert (await program.kinds()).count("supported") == 1

    play(LiveSlack(), scene)
