"""What happens to channels: the bot is invited, taken out, a channel is archived or gets another id."""

from __future__ import annotations

from pathlib import Path

from tests.bot.slack.fake_slack import ARCHIVED, BOT, CHANNEL, OLLE, SIV
from tests.bot.slack.live_slack import LiveSlack, Program, play, running
from tests.bot.slack.payloads import Payload, delivered

NEW = "C0NYTT"


async def begun(slack: LiveSlack, program: Program) -> None:
    """Set up a group with a meeting."""
    for text in (f"<@{BOT}> ny grupp Vallby", f"<@{BOT}> nästa möte 2031-03-10 kl 13-14"):
        await slack.say(text)
    await program.settled()


def joined(account: str, channel: str, **more: object) -> Payload:
    return delivered({"type": "member_joined_channel", "user": account, "channel": channel, **more})


def test_an_invited_bot_says_once_what_it_takes_down_and_how_to_begin(tmp_path: Path) -> None:
    async def scene(slack: LiveSlack) -> None:
        slack.said[NEW] = []
        body = joined(BOT, NEW)
        for _ in range(2):
            async with running(slack, tmp_path, "http") as program:
                assert await slack.deliver(body)
                await program.settled()
        (said,) = slack.bot_said(NEW)
        assert "ny grupp" in said

    play(LiveSlack(), scene)


def test_where_a_group_is_already_the_bot_comes_back_in_silence_and_reads_nothing_from_before(tmp_path: Path) -> None:
    async def scene(slack: LiveSlack) -> None:
        async with running(slack, tmp_path, "http") as program:
            await begun(slack, program)
            slack.write(CHANNEL, OLLE, "punkt: Medan boten var ute")
            said = len(slack.bot_said())
            await slack.deliver(joined(BOT, CHANNEL, event_ts=slack._stamp()))
        async with running(slack, tmp_path, "http") as program:
            assert "item_proposed" not in await program.kinds()
            assert len(slack.bot_said()) == said

    play(LiveSlack(), scene)


def test_somebody_who_comes_or_goes_is_in_no_register_by_that(tmp_path: Path) -> None:
    async def scene(slack: LiveSlack) -> None:
        async with running(slack, tmp_path, "http") as program:
            await begun(slack, program)
            before, said = await program.kinds(), len(slack.bot_said())
            await slack.deliver(joined(OLLE, CHANNEL))
            await slack.deliver(delivered({"type": "member_left_channel", "user": SIV, "channel": CHANNEL}))
            await program.settled()
            assert await program.kinds() == before
            assert len(slack.bot_said()) == said
            assert [person.account for person in (await program.desk.record("vallby")).people.values()] == [SIV]

    play(LiveSlack(), scene)


def test_those_who_lead_are_told_when_a_channel_is_closed_to_the_bot(tmp_path: Path) -> None:
    async def scene(slack: LiveSlack) -> None:
        async with running(slack, tmp_path, "http") as program:
            await begun(slack, program)
            archived = delivered({"type": "channel_archive", "channel": CHANNEL, "user": OLLE})
            for body in (archived, archived, delivered({"type": "channel_left", "channel": CHANNEL})):
                assert await slack.deliver(body)
            await program.settled()
            told = [one["text"] for one in slack.talk_with(SIV)]
            assert len(told) == 2
            assert "arkiverad" in told[0]
            assert "/invite" in told[1]

    play(LiveSlack(), scene)


def test_a_channel_that_gets_another_id_keeps_its_group(tmp_path: Path) -> None:
    async def scene(slack: LiveSlack) -> None:
        body = delivered({"type": "channel_id_changed", "old_channel_id": CHANNEL, "new_channel_id": NEW})
        async with running(slack, tmp_path, "http") as program:
            await begun(slack, program)
            slack.said[NEW] = slack.said.pop(CHANNEL)
            slack.said[CHANNEL] = []
            for _ in range(2):
                assert await slack.deliver(body)
            await slack.say("punkt: Efter flytten", channel=NEW)
            await program.settled()
            record = await program.desk.record("vallby")
            assert record.group.channel == NEW
            assert [item.title for item in record.items.values()] == ["Efter flytten"]
            assert await program.desk.reached("slack:T0TEST", CHANNEL) == ()
        async with running(slack, tmp_path, "http") as program:
            await slack.say("punkt: Nästa dag", channel=NEW)
            await program.settled()
            record = await program.desk.record("vallby")
            assert [item.title for item in record.items.values()] == ["Efter flytten", "Nästa dag"]

    play(LiveSlack(), scene)


def test_a_welcome_that_cannot_be_said_is_no_trouble(tmp_path: Path) -> None:
    async def scene(slack: LiveSlack) -> None:
        async with running(slack, tmp_path, "http") as program:
            assert await slack.deliver(joined(BOT, ARCHIVED))
            await program.settled()
            assert slack.bot_said(ARCHIVED) == []

    play(LiveSlack(), scene)


def test_a_name_that_changed_is_the_one_from_then_on(tmp_path: Path) -> None:
    async def scene(slack: LiveSlack) -> None:
        async with running(slack, tmp_path, "http") as program:
            await slack.say("hej", SIV)
            user = {"id": SIV, "profile": {"real_name": "Siv Ekdahl"}}
            await slack.deliver(delivered({"type": "user_change", "user": user}))
            await slack.say(f"<@{BOT}> ny grupp Vallby")
            await program.settled()
            assert [person.name for person in (await program.desk.record("vallby")).people.values()] == ["Siv Ekdahl"]
            assert slack.count("users.info") == 2

    play(LiveSlack(), scene)
