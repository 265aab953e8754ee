"""Slack as a door, from what people do there to what is kept and said, over a socket and over HTTP."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from aiohttp import ClientSession

from bot.misuse import ConfigError
from bot.slack.render import render
from meetings.document import Button, buttons, doc
from tests.bot.slack.fake_slack import BOT, CHANNEL, OLLE, SIV, TEAM
from tests.bot.slack.live_slack import LiveSlack, Program, play, running
from tests.bot.slack.payloads import Payload, changed, command, deleted, delivered, message, press, reaction

BOTH = pytest.mark.parametrize("mode", ["socket", "http"])
FOUND = f"<@{BOT}> ny grupp Vallby"
MEETING = f"<@{BOT}> nästa möte 2031-03-10 kl 13-14"


async def found(slack: LiveSlack, program: Program) -> None:
    """Set up a group with a meeting, led by Siv."""
    await slack.say(FOUND)
    await slack.say(MEETING)
    await program.settled()


async def titles(program: Program) -> list[str]:
    """Give the titles of what is proposed and stands."""
    record = await program.desk.record("vallby")
    return [item.title for item in record.items.values()]


@BOTH
def test_what_is_written_is_kept_and_answered(tmp_path: Path, mode: str) -> None:
    async def scene(slack: LiveSlack) -> None:
        async with running(slack, tmp_path, mode) as program:
            await found(slack, program)
            stamp = await slack.say("punkt: *Cykelställ* &amp; pump", OLLE)
            await program.settled()
            assert await titles(program) == ["Cykelställ & pump"]
            marks = [call for call in slack.calls if call[0] == "reactions.add" and call[1]["timestamp"] == stamp]
            assert [call[1]["channel"] for call in marks] == [CHANNEL]
            record = await program.desk.record("vallby")
            assert record.group.channel == CHANNEL
            assert {person.name: person.account for person in record.people.values()}["Siv Alm"] == SIV

    play(LiveSlack(), scene)


@BOTH
def test_chatter_is_acknowledged_and_leaves_nothing(tmp_path: Path, mode: str) -> None:
    async def scene(slack: LiveSlack) -> None:
        async with running(slack, tmp_path, mode) as program:
            await found(slack, program)
            before, said = await program.kinds(), len(slack.methods())
            await slack.say("Vilken sol det är idag!", OLLE)
            await program.settled()
            assert await program.kinds() == before
            assert set(slack.methods()[said:]) <= {"users.info"}

    play(LiveSlack(), scene)


@BOTH
def test_a_message_that_comes_twice_and_as_a_mention_has_one_effect(tmp_path: Path, mode: str) -> None:
    async def scene(slack: LiveSlack) -> None:
        async with running(slack, tmp_path, mode) as program:
            await found(slack, program)
            stamp = slack.write(CHANNEL, OLLE, f"<@{BOT}> punkt: Cykelställ")
            event = slack.event_of(CHANNEL, stamp)
            body = delivered(event)
            for one in (body, body, delivered({**event, "type": "app_mention", "channel_type": None}), body):
                assert await slack.deliver(one, retry=1)
            await program.settled()
            assert await titles(program) == ["Cykelställ"]
        async with running(slack, tmp_path, mode) as program:
            assert await slack.deliver(body, retry=3)
            await program.settled()
            assert await titles(program) == ["Cykelställ"]

    play(LiveSlack(), scene)


@BOTH
def test_a_groups_wish_that_comes_twice_is_answered_once(tmp_path: Path, mode: str) -> None:
    async def scene(slack: LiveSlack) -> None:
        async with running(slack, tmp_path, mode) as program:
            stamp = slack.write(CHANNEL, SIV, FOUND)
            event = slack.event_of(CHANNEL, stamp)
            await slack.deliver(delivered(event))
            await slack.deliver(delivered({**event, "type": "app_mention"}))
            await program.settled()
            assert (await program.kinds()).count("group_founded") == 1
            assert sum("finns nu i" in text for text in slack.bot_said()) == 1

    play(LiveSlack(), scene)


@pytest.mark.parametrize(
    ("events", "left"),
    [
        pytest.param([changed("punkt: Cykelställ och pump")], ["Cykelställ och pump"], id="an edit"),
        pytest.param([deleted()], [], id="a deletion"),
        pytest.param([changed("punkt: Pump"), message()], ["Pump"], id="an edit before its message"),
        pytest.param([deleted(), message()], [], id="a deletion before its message"),
        pytest.param(
            [
                message(),
                changed("punkt: Nyast", event_ts="1774000300.000100"),
                changed("punkt: Äldre", event_ts="1774000200.000100"),
            ],
            ["Nyast"],
            id="an older edit after a newer one",
        ),
        pytest.param(
            [message(), deleted(event_ts="1774000300.000100"), changed("punkt: Kvar", event_ts="1774000200.000100")],
            [],
            id="an edit after the deletion it preceded",
        ),
    ],
)
def test_the_latest_version_counts_in_whatever_order_changes_come(
    tmp_path: Path, events: list[Payload], left: list[str]
) -> None:
    async def scene(slack: LiveSlack) -> None:
        async with running(slack, tmp_path, "http") as program:
            await found(slack, program)
            if message() not in events:
                await slack.deliver(delivered(message()))
            for event in events:
                assert await slack.deliver(delivered(event))
            await program.settled()
            assert await titles_that_count(program) == left

    play(LiveSlack(), scene)


async def titles_that_count(program: Program) -> list[str]:
    """Give the titles on the agenda of the coming meeting."""
    ledger = await program.desk.ledger("vallby")
    return [fact.title for fact in ledger.counting() if fact.kind == "item_proposed"]


def test_a_reaction_that_overtakes_its_message_counts(tmp_path: Path) -> None:
    async def scene(slack: LiveSlack) -> None:
        async with running(slack, tmp_path, "http") as program:
            await found(slack, program)
            await slack.deliver(delivered(reaction(user=OLLE)))
            assert "supported" not in await program.kinds()
            await slack.deliver(delivered(message()))
            await program.settled()
            assert (await program.kinds()).count("supported") == 1

    play(LiveSlack(), scene)


def test_what_cannot_be_kept_is_not_acknowledged_and_counts_when_it_comes_again(tmp_path: Path) -> None:
    async def scene(slack: LiveSlack) -> None:
        slack.people["U0NY"] = "Nils Ny"
        async with running(slack, tmp_path, "http") as program:
            await found(slack, program)
            slack.fail("users.info", "http_500", times=2)
            body = delivered(slack.event_of(CHANNEL, slack.write(CHANNEL, "U0NY", "punkt: Cykelställ")))
            assert [await slack.deliver(body, retry=number) for number in range(3)] == [False, False, True]
            await program.settled()
            assert await titles(program) == ["Cykelställ"]

    play(LiveSlack(), scene)


def test_a_message_is_acknowledged_before_it_is_answered(tmp_path: Path) -> None:
    async def scene(slack: LiveSlack) -> None:
        async with running(slack, tmp_path, "http") as program:
            await found(slack, program)
            slack.fail("chat.postMessage", "ratelimited", seconds=30)
            assert await slack.say(f"<@{BOT}> dagordning", OLLE)
            assert (await program.kinds()).count("group_founded") == 1

    play(LiveSlack(), scene)


@pytest.mark.parametrize("body", [delivered({"type": "nonsense"}), {"type": "app_rate_limited", "team_id": TEAM}, {}])
def test_what_nobody_knows_is_acknowledged(tmp_path: Path, body: Payload) -> None:
    async def scene(slack: LiveSlack) -> None:
        async with running(slack, tmp_path, "http"):
            status, _ = await slack.post(json.dumps(body), "application/json")
            assert status == 200

    play(LiveSlack(), scene)


@pytest.mark.parametrize("text", ["{", "[1]", "payload=%7B", "", "\x00"])
def test_nonsense_is_refused_without_an_error_of_ours(tmp_path: Path, text: str) -> None:
    async def scene(slack: LiveSlack) -> None:
        async with running(slack, tmp_path, "http"):
            assert (await slack.post(text, "application/json", secret="andra"))[0] in (400, 401)

    play(LiveSlack(), scene)


def test_a_request_that_is_not_signed_by_slack_is_refused(tmp_path: Path) -> None:
    async def scene(slack: LiveSlack) -> None:
        async with running(slack, tmp_path, "http") as program:
            status, _ = await slack.post(json.dumps(delivered(message(FOUND))), "application/json", secret="andra")
            assert status == 401
            assert await program.desk.groups() == ()

    play(LiveSlack(), scene)


def test_slacks_question_whether_the_address_is_ours_is_answered(tmp_path: Path) -> None:
    async def scene(slack: LiveSlack) -> None:
        async with running(slack, tmp_path, "http"):
            body = json.dumps({"type": "url_verification", "token": "x", "challenge": "abc"})
            assert await slack.post(body, "application/json") == (200, json.dumps({"challenge": "abc"}))

    play(LiveSlack(), scene)


def test_events_of_another_workspace_are_left_alone(tmp_path: Path) -> None:
    async def scene(slack: LiveSlack) -> None:
        async with running(slack, tmp_path, "http") as program:
            theirs = [{"team_id": "T0ANDRA", "user_id": "U1", "is_bot": True, "is_enterprise_install": False}]
            assert await slack.deliver(delivered(message(FOUND), team_id="T0ANDRA", authorizations=theirs))
            shared = delivered(message(FOUND), team_id="T0ANDRA", is_ext_shared_channel=True)
            assert await slack.deliver(shared)
            await program.settled()
            record = await program.desk.record("vallby")
            assert record.group.channel == CHANNEL
            groups = await program.store.groups()
            assert [group.platform for group in groups] == [f"slack:{TEAM}"]

    play(LiveSlack(), scene)


# ------------------------------------------------------------------------------ commands and buttons


@BOTH
def test_a_command_is_acknowledged_and_answered_where_only_its_writer_sees_it(tmp_path: Path, mode: str) -> None:
    async def scene(slack: LiveSlack) -> None:
        async with running(slack, tmp_path, mode) as program:
            await found(slack, program)
            await slack.say("punkt: Cykelställ", OLLE)
            assert await slack.gesture(command("dagordning", OLLE)) == {}
            await program.settled()
            (told,) = [one for one in slack.whispers if one["to"] == OLLE]
            assert told["channel"] == CHANNEL
            assert "Cykelställ" in told["text"]

    play(LiveSlack(), scene)


def test_a_command_that_an_emoji_would_answer_is_answered_in_words(tmp_path: Path) -> None:
    async def scene(slack: LiveSlack) -> None:
        async with running(slack, tmp_path, "http") as program:
            await found(slack, program)
            before = slack.count("reactions.add")
            await slack.gesture(command("punkt: Cykelställ", OLLE))
            await program.settled()
            assert await titles(program) == ["Cykelställ"]
            assert slack.count("reactions.add") == before
            assert [one["to"] for one in slack.whispers] == [OLLE]

    play(LiveSlack(), scene)


def test_a_group_is_founded_by_command_openly(tmp_path: Path) -> None:
    async def scene(slack: LiveSlack) -> None:
        async with running(slack, tmp_path, "http") as program:
            await slack.gesture(command("ny grupp Vallby"))
            await program.settled()
            assert await program.desk.groups() == ("vallby",)
            assert any("Vallby" in text for text in slack.bot_said())

    play(LiveSlack(), scene)


def test_a_button_says_its_words_and_shows_in_a_private_talk_what_was_chosen(tmp_path: Path) -> None:
    async def scene(slack: LiveSlack) -> None:
        async with running(slack, tmp_path, "http") as program:
            await found(slack, program)
            talk = slack.conversations_open({"users": SIV})["channel"]["id"]
            (question,) = render(doc("Vad vill du se?", buttons(Button("agenda", "dagordning"))))
            blocks = list(question.blocks)
            asked = slack.chat_postMessage({"channel": talk, "text": question.text, "blocks": blocks})["ts"]
            assert await slack.gesture(press("dagordning", asked, blocks, channel=talk)) == {}
            await program.settled()
            said = slack.talk_with(SIV)
            assert asked == said[0]["ts"]
            assert "actions" not in [block["type"] for block in said[0]["blocks"]]
            assert "Dagordning" in said[-1]["text"]

    play(LiveSlack(), scene)


def test_a_button_in_a_channel_stays_for_the_others(tmp_path: Path) -> None:
    async def scene(slack: LiveSlack) -> None:
        async with running(slack, tmp_path, "http") as program:
            await found(slack, program)
            await slack.gesture(press("jag kommer", "1774000100.000100", [], OLLE))
            await program.settled()
            assert "chat.update" not in slack.methods()

    play(LiveSlack(), scene)


# ------------------------------------------------------------------------------------- the connection


def test_a_connection_that_is_renewed_or_cut_is_made_anew(tmp_path: Path) -> None:
    async def scene(slack: LiveSlack) -> None:
        async with running(slack, tmp_path) as program:
            await found(slack, program)
            await slack.sockets[-1].send_json({"type": "disconnect", "reason": "refresh_requested"})
            await slack.until(lambda: slack.connections == 2)
            await slack.say("punkt: Efter förnyelsen")
            for socket in list(slack.sockets):
                await socket.close()
            await slack.until(lambda: slack.connections == 3 and len(slack.sockets) == 1)
            await slack.say("punkt: Efter avbrottet")
            await program.settled()
            assert await titles(program) == ["Efter förnyelsen", "Efter avbrottet"]
            assert program.door.trouble() is None

    play(LiveSlack(), scene)


def test_slack_that_does_not_answer_at_first_is_tried_until_it_does(tmp_path: Path) -> None:
    async def scene(slack: LiveSlack) -> None:
        slack.fail("auth.test", "http_500", times=3)
        slack.fail("apps.connections.open", "error", times=2)
        async with running(slack, tmp_path) as program:
            assert program.door.trouble() is None
            assert slack.count("auth.test") >= 4
            assert slack.count("apps.connections.open") == 3

    play(LiveSlack(), scene)


def test_a_token_that_slack_does_not_take_is_told_at_the_start(tmp_path: Path) -> None:
    async def scene(slack: LiveSlack) -> None:
        slack.fail("auth.test", "error", code="invalid_auth")
        with pytest.raises(ConfigError, match="invalid_auth"):
            async with running(slack, tmp_path):
                pass

    play(LiveSlack(), scene)


@BOTH
def test_the_greeting_tells_which_way_in_it_is(tmp_path: Path, mode: str) -> None:
    async def scene(slack: LiveSlack) -> None:
        async with running(slack, tmp_path, mode) as program:
            said = program.door.greeting("sv")
            assert "Provet" in said
            assert ("Socket Mode" in said) is (mode == "socket")
            assert program.door.platform(f"slack:{TEAM}") is not None
            assert program.door.platform("slack:T0ANDRA") is None

    play(LiveSlack(), scene)


def test_a_door_that_rests_takes_nothing_more_in(tmp_path: Path) -> None:
    async def scene(slack: LiveSlack) -> None:
        async with running(slack, tmp_path, "http") as program:
            await program.door.rest()
            assert not await slack.deliver(delivered(message(FOUND)))
            assert await program.desk.groups() == ()

    play(LiveSlack(), scene)


# -------------------------------------------------------------------------------- several workspaces


def test_a_workspace_installs_uninstalls_and_installs_again(tmp_path: Path) -> None:
    async def scene(slack: LiveSlack) -> None:
        ids = {"SLACK_CLIENT_ID": "1.2", "SLACK_CLIENT_SECRET": "hemligt"}
        async with running(slack, tmp_path, "http", **ids) as program, ClientSession() as browser:
            assert await slack.deliver(delivered(message(FOUND)))
            assert await program.desk.groups() == ()
            assert await install(program, browser) == 200
            assert "slack:T0TEST" in await kept_bytes(program)
            assert slack.token not in await kept_bytes(program)
            await found(slack, program)
            gone = delivered({"type": "app_uninstalled"}, event_time=4_000_000_000)
            assert await slack.deliver(gone)
            assert program.door.platform(f"slack:{TEAM}") is None
            await slack.say("punkt: Medan ingen hörde")
            assert await install(program, browser) == 200
            await slack.say("punkt: Cykelställ")
            await program.settled()
            assert await titles(program) == ["Cykelställ"]
        async with running(slack, tmp_path, "http", **ids) as program:
            await slack.say("punkt: Pump")
            await program.settled()
            assert await titles(program) == ["Cykelställ", "Pump"]

    play(LiveSlack(), scene)


def test_news_of_an_uninstallation_that_are_older_than_the_installation_change_nothing(tmp_path: Path) -> None:
    async def scene(slack: LiveSlack) -> None:
        ids = {"SLACK_CLIENT_ID": "1.2", "SLACK_CLIENT_SECRET": "hemligt"}
        async with running(slack, tmp_path, "http", **ids) as program, ClientSession() as browser:
            await install(program, browser)
            await slack.deliver(
                delivered({"type": "tokens_revoked", "tokens": {"bot": [BOT]}}, event_time=1_600_000_000)
            )
            assert program.door.platform(f"slack:{TEAM}") is not None

    play(LiveSlack(), scene)


def test_an_organisation_that_lets_the_bot_in_is_one_place(tmp_path: Path) -> None:
    async def scene(slack: LiveSlack) -> None:
        slack.installs_as = {"is_enterprise_install": True, "enterprise": {"id": "E0ORG", "name": "Org"}, "team": None}
        ids = {"SLACK_CLIENT_ID": "1.2", "SLACK_CLIENT_SECRET": "hemligt"}
        grid = [
            {"enterprise_id": "E0ORG", "team_id": None, "user_id": BOT, "is_bot": True, "is_enterprise_install": True}
        ]
        async with running(slack, tmp_path, "http", **ids) as program, ClientSession() as browser:
            await install(program, browser)
            for text, team in ((FOUND, "T0EN"), (MEETING, "T0TVÅ")):
                stamp = slack.write(CHANNEL, SIV, text)
                event = slack.event_of(CHANNEL, stamp)
                await slack.deliver(delivered(event, enterprise_id="E0ORG", team_id=team, authorizations=grid))
            await slack.gesture({**command("punkt: Cykelställ"), "team_id": "T0TRE", "enterprise_id": "E0ORG"})
            await program.settled()
            assert [group.platform for group in await program.store.groups()] == ["slack:E0ORG"]
            assert await titles(program) == ["Cykelställ"]

    play(LiveSlack(), scene)


@pytest.mark.parametrize("spoiled", ["state", "cookie", "code"])
def test_an_installation_that_was_not_begun_here_is_refused(tmp_path: Path, spoiled: str) -> None:
    async def scene(slack: LiveSlack) -> None:
        ids = {"SLACK_CLIENT_ID": "1.2", "SLACK_CLIENT_SECRET": "hemligt"}
        async with running(slack, tmp_path, "http", **ids) as program, ClientSession() as browser:
            assert await install(program, browser, **{spoiled: "annat"}) >= 400
            assert program.door.platform(f"slack:{TEAM}") is None

    play(LiveSlack(), scene)


async def install(program: Program, browser: ClientSession, **instead: str) -> int:
    """Go through Slack's page of installation; give the status of where it ends."""
    async with browser.get(f"{program.address}/slack/install") as page:
        words = await page.text()
        cookie = page.headers["Set-Cookie"].split(";")[0].partition("=")
    state = words.split("state=")[1].split("&")[0].split('"')[0]
    given = {"state": state, "code": "good", "cookie": cookie[2], **instead}
    headers = {"Cookie": f"{cookie[0]}={given['cookie']}"}
    where = f"{program.address}/slack/oauth_redirect?code={given['code']}&state={given['state']}"
    async with browser.get(where, headers=headers) as back:
        return back.status


async def kept_bytes(program: Program) -> str:
    """Give all that is kept, as text."""
    folder = Path(program.database.url.database or "").parent
    return "".join(file.read_bytes().decode("latin-1") for file in folder.glob("mysam.db*"))
