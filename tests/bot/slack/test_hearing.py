"""The parts behind Slack's door: names, marks, commands, the state of an installation."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta

import pytest
from aiohttp import ClientSession

from bot.slack.commands import SUBCOMMANDS, said_by
from bot.slack.installs import STATE_SECONDS, SignedState
from bot.slack.marks import Marks
from bot.slack.people import NotToldNow, People
from bot.slack.workspaces import Line, platform_name
from tests.bot.slack.fake_slack import OLLE, SIV
from tests.bot.slack.live_slack import LiveSlack, play

PLACE = ("slack:T0TEST", "C0STYRELSEN")
FIRST, SECOND = "1774000100.000100", "1774000200.000100"
AT = {stamp: datetime.fromtimestamp(int(stamp[:10]), UTC) + timedelta(microseconds=100) for stamp in (FIRST, SECOND)}


# ------------------------------------------------------------------------------------------- commands


@pytest.mark.parametrize(
    ("text", "said", "openly"),
    [
        pytest.param("", "help", False, id="nothing"),
        pytest.param("start", "start the meeting", False, id="English"),
        pytest.param("Starta", "starta mötet", False, id="Swedish"),
        pytest.param("punkt: Lokaler  (10 min)", "punkt: Lokaler (10 min)", False, id="anything the bot knows"),
        pytest.param("ny grupp Vallby", "@mötesbot ny grupp Vallby", True, id="a new group"),
    ],
)
def test_what_follows_a_command_is_said_to_the_bot(text: str, said: str, openly: bool) -> None:
    assert said_by("/minutes", text) == (said, openly)


def test_each_language_has_its_own_words_for_the_same() -> None:
    assert len(SUBCOMMANDS["sv"]) == len(SUBCOMMANDS["en"])


# --------------------------------------------------------------------------------------------- people


def test_a_name_is_asked_for_once_by_however_many_at_a_time() -> None:
    async def scene(slack: LiveSlack) -> None:
        async with ClientSession() as session:
            people = People(Line(session, f"{slack.address}api/").client("xoxb-test"), most=2)
            await asyncio.gather(*(people.learn((SIV, OLLE)) for _ in range(5)))
            assert (people.name(SIV), slack.count("users.info")) == ("Siv Alm", 2)
            people.remember("U0NY", "Ny")
            assert people.name(SIV) is None

    play(LiveSlack(), scene)


def test_a_name_that_grows_old_is_asked_for_again_and_kept_while_slack_does_not_answer() -> None:
    async def scene(slack: LiveSlack) -> None:
        now = [0.0]
        async with ClientSession() as session:
            people = People(Line(session, f"{slack.address}api/").client("xoxb-test"), clock=lambda: now[0])
            await people.learn((SIV,))
            now[0] = 1e6
            slack.fail("users.info", "http_500")
            await people.learn((SIV,))
            assert people.name(SIV) == "Siv Alm"
            slack.people[SIV] = "Siv Ekdahl"
            await people.learn((SIV,))
            assert people.name(SIV) == "Siv Ekdahl"

    play(LiveSlack(), scene)


def test_no_name_is_asked_for_while_slack_wants_to_be_left_alone() -> None:
    async def scene(slack: LiveSlack) -> None:
        now = [0.0]
        async with ClientSession() as session:
            people = People(Line(session, f"{slack.address}api/").client("xoxb-test"), clock=lambda: now[0])
            slack.fail("users.info", "ratelimited", seconds=5)
            for account in (SIV, OLLE):
                with pytest.raises(NotToldNow):
                    await people.learn((account,))
            assert slack.count("users.info") == 1
            now[0] = 5.0
            await people.learn((SIV, OLLE))
            assert people.name(OLLE) == "Olle Berg"

    play(LiveSlack(), scene)


@pytest.mark.parametrize("kind", ["http_500", "drop_request", "drop_response", "ratelimited", "error"])
def test_that_slack_does_not_answer_now_is_told_apart_from_that_it_does_not_know(kind: str) -> None:
    async def scene(slack: LiveSlack) -> None:
        async with ClientSession() as session:
            now = [0.0]
            people = People(Line(session, f"{slack.address}api/").client("xoxb-test"), clock=lambda: now[0])
            # A broken connection is tried once more by itself, since nothing comes of asking twice.
            slack.fail("users.info", kind, times=2)
            with pytest.raises(NotToldNow):
                await people.learn((SIV,))
            slack.faults.clear()
            now[0] = 60.0
            asked = slack.count("users.info")
            await people.learn(("U0OKÄND",))
            await people.learn(("U0OKÄND",))
            assert people.name("U0OKÄND") is None
            assert slack.count("users.info") == asked + 1

    play(LiveSlack(), scene)


# ---------------------------------------------------------------------------------------------- marks


class Kept:
    """Keeps marks in memory."""

    def __init__(self) -> None:
        self.there: dict[tuple[str, str], datetime] = {}

    async def keep(self, marks: dict[tuple[str, str], datetime]) -> None:
        self.there |= marks

    async def marks(self, platform: str) -> dict[str, datetime]:
        return {place[1]: at for place, at in self.there.items() if place[0] == platform}


async def hear(marks: Marks, message: str, *, fails: bool = False) -> None:
    """Hear a message, or fail to."""
    try:
        async with marks.hearing(*PLACE, message):
            if fails:
                raise OSError
    except OSError:
        pass


def test_the_first_message_of_a_conversation_is_marked_at_once_and_others_when_saved() -> None:
    async def scene() -> None:
        marks = Marks(kept := Kept())  # type: ignore[arg-type]
        await hear(marks, FIRST)
        assert kept.there == {PLACE: AT[FIRST]}
        await hear(marks, SECOND)
        assert kept.there == {PLACE: AT[FIRST]}
        await marks.save()
        assert kept.there == {PLACE: AT[SECOND]}

    asyncio.run(scene())


def test_where_the_bot_is_invited_is_marked_at_once() -> None:
    async def scene() -> None:
        marks = Marks(kept := Kept())  # type: ignore[arg-type]
        await marks.begin(*PLACE, AT[FIRST])
        assert kept.there == {PLACE: AT[FIRST]}

    asyncio.run(scene())


def test_what_could_not_be_heard_holds_the_mark_back_until_it_is() -> None:
    async def scene() -> None:
        marks = Marks(kept := Kept())  # type: ignore[arg-type]
        await hear(marks, FIRST, fails=True)
        await hear(marks, SECOND)
        assert kept.there[PLACE] < AT[FIRST]
        assert marks.stuck(datetime.now(UTC) + timedelta(seconds=1)) == {PLACE[0]}
        assert set(marks.gaps(PLACE[0])) == {PLACE[1]}
        await hear(marks, FIRST)
        await marks.save()
        assert kept.there[PLACE] == AT[SECOND]
        assert marks.gaps(PLACE[0]) == {}

    asyncio.run(scene())


def test_a_gap_holds_the_mark_back_until_it_is_read() -> None:
    async def scene() -> None:
        kept = Kept()
        kept.there[PLACE] = AT[FIRST]
        marks = Marks(kept)  # type: ignore[arg-type]
        await marks.load(PLACE[0])
        await hear(marks, SECOND)
        await marks.save()
        assert kept.there[PLACE] == AT[FIRST]
        marks.read(PLACE)
        await marks.save()
        assert kept.there[PLACE] == AT[SECOND]

    asyncio.run(scene())


# --------------------------------------------------------------------------------------- installations


def test_the_state_of_an_installation_is_good_once_and_for_a_while() -> None:
    async def scene() -> None:
        now = [1000.0]
        states = SignedState("hemligt", lambda: now[0])
        state = await states.async_issue()
        assert not await SignedState("annat", lambda: now[0]).async_consume(state)
        assert not await states.async_consume(f"9{state}")
        assert await states.async_consume(state)
        assert not await states.async_consume(state)
        late = await states.async_issue()
        now[0] += STATE_SECONDS + 1
        assert not await states.async_consume(late)
        for nonsense in ("", ".", "..", "å.ä.ö", "1.x"):
            assert not await states.async_consume(nonsense)

    asyncio.run(scene())


@pytest.mark.parametrize(
    ("enterprise", "team", "org_wide", "name"),
    [
        (None, "T1", False, "slack:T1"),
        ("E1", "T1", False, "slack:T1"),
        ("E1", None, True, "slack:E1"),
        ("E1", "T1", True, "slack:E1"),
        (None, None, False, None),
    ],
)
def test_a_workspace_is_called_by_who_let_the_bot_in(
    enterprise: str | None, team: str | None, org_wide: bool, name: str | None
) -> None:
    assert platform_name(enterprise, team, org_wide) == name
