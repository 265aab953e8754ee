"""What the bot says in Slack: where, once, and found again whatever became of the answer."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from itertools import count

import pytest
from aiohttp import ClientSession

from bot.platform import CannotSay, CannotTell, File, NotSaid, PerhapsSaid
from bot.slack.errors import Refused
from bot.slack.history import reference
from bot.slack.pace import Pace
from bot.slack.platform import SlackPlatform
from bot.slack.words import words
from bot.slack.workspaces import Line
from meetings.document import Button, Document, Heading, buttons, doc, paragraph
from tests.bot.slack.fake_slack import ARCHIVED, CHANNEL, ELSEWHERE, GONE, OLLE, SIV, TEAM, FakeSlack, Message, play

SINCE = datetime.fromtimestamp(1_774_000_000, UTC)
MINUTES = File("2026-03-23-styrelsen.md", b"# Minnesanteckningar")
QUESTION = doc("Kommer du?", buttons(Button("q", "Ja"), Button("q", "Nej")))
LONG = Document(
    tuple(
        block
        for number in range(9)
        for block in (Heading(f"Punkt {number}"), paragraph("Vi talade om lokalerna. " * 110))
    )
)
LOST = ("drop_response", "drop_request", "http_500", "error")


def platform(session: ClientSession, slack: FakeSlack) -> SlackPlatform:
    """Give a platform whose time goes fast."""
    moments = count()

    async def sleep(seconds: float) -> None:
        for _ in range(int(seconds)):
            next(moments)

    client = Line(session, f"{slack.address}api/").client("xoxb-test")
    return SlackPlatform(f"slack:{TEAM}", client, pace=Pace(lambda: float(next(moments)), sleep))


def scene(slack: FakeSlack, happens: Callable[[SlackPlatform], Awaitable[None]]) -> None:
    async def main(session: ClientSession) -> None:
        await happens(platform(session, slack))

    play(slack, main)


def under(slack: FakeSlack, key: str, channel: str = CHANNEL) -> list[Message]:
    """Give the messages that were said under a key, parts and all."""
    found = []
    for message in slack.said[channel]:
        said = (message.get("metadata") or {}).get("event_payload", {}).get("key", "")
        if said.split("/")[0] == key:
            found.append(message)
    return found


def shared(slack: FakeSlack, key: str) -> list[Message]:
    return [one for one in slack.said[CHANNEL] if one.get("files") and f"(ref {reference(key)})" in one["text"]]


def test_what_is_said_goes_with_its_key_and_shows_no_previews() -> None:
    slack = FakeSlack()

    async def happens(there: SlackPlatform) -> None:
        assert there.name == "slack:T0TEST"
        said = await there.send(CHANNEL, doc("Hej <!channel>"), key="e1:1")
        assert said == slack.said[CHANNEL][0]["ts"]

    scene(slack, happens)
    (method, arguments) = slack.calls[0]
    assert method == "chat.postMessage"
    assert arguments["metadata"]["event_payload"]["key"] == "e1:1"
    assert arguments["unfurl_links"] is arguments["unfurl_media"] is False
    assert arguments["text"] == "Hej &lt;!channel&gt;"


@pytest.mark.parametrize("told", [pytest.param(True, id="told where it stands"), pytest.param(False, id="not told")])
def test_an_answer_to_an_answer_stands_in_the_same_thread(told: bool) -> None:
    slack = FakeSlack()

    async def happens(there: SlackPlatform) -> None:
        root = slack.write(CHANNEL, SIV, "punkt: Lokaler")
        reply = slack.write(CHANNEL, OLLE, "ångra", thread=root)
        if told:
            there.note_thread(CHANNEL, reply, root)
        await there.send(CHANNEL, doc("Ångrat."), thread=reply, key="k")
        assert slack.said[CHANNEL][-1]["thread_ts"] == root
        found = await there.find("k", conversation=CHANNEL, account=None, since=SINCE, thread=reply)
        assert found == slack.said[CHANNEL][-1]["ts"]

    scene(slack, happens)
    assert slack.count("conversations.replies") == (1 if told else 2)


def test_an_answer_to_what_is_gone_cannot_be_said() -> None:
    async def happens(there: SlackPlatform) -> None:
        with pytest.raises(CannotSay, match="thread_not_found"):
            await there.send(CHANNEL, doc("Ja."), thread="1774000001.000001")

    scene(FakeSlack(), happens)


@pytest.mark.parametrize(
    ("channel", "code"),
    [
        pytest.param(ELSEWHERE, "not_in_channel", id="not in the channel"),
        pytest.param(ARCHIVED, "is_archived", id="archived"),
        pytest.param("C0INGEN", "channel_not_found", id="no such channel"),
    ],
)
def test_where_the_bot_cannot_speak_it_says_why(channel: str, code: str) -> None:
    async def happens(there: SlackPlatform) -> None:
        with pytest.raises(Refused) as caught:
            await there.send(channel, doc("Hej"))
        assert caught.value.code == code

    scene(FakeSlack(), happens)


def test_nothing_is_called_while_slack_has_asked_to_be_left_alone() -> None:
    slack = FakeSlack()
    slack.fail("chat.postMessage", "ratelimited", seconds=30)

    async def happens(there: SlackPlatform) -> None:
        for _ in range(2):
            with pytest.raises(NotSaid) as caught:
                await there.send(CHANNEL, doc("Hej"))
            assert caught.value.after is not None
            assert 20 < caught.value.after <= 30

    scene(slack, happens)
    assert slack.count("chat.postMessage") == 1


@pytest.mark.parametrize("kind", LOST)
@pytest.mark.parametrize("skip", range(3))
def test_a_long_document_is_gone_on_with_where_it_was_broken_off(kind: str, skip: int) -> None:
    slack = FakeSlack()
    slack.fail("chat.postMessage", kind, skip=skip)

    async def happens(there: SlackPlatform) -> None:
        with pytest.raises(PerhapsSaid):
            await there.send(CHANNEL, LONG, files=[MINUTES], key="k")
        assert await there.find("k", conversation=CHANNEL, account=None, since=SINCE) is None
        first = await there.send(CHANNEL, LONG, files=[MINUTES], key="k")
        assert await there.find("k", conversation=CHANNEL, account=None, since=SINCE) == first

    scene(slack, happens)
    said = under(slack, "k")
    assert [one["metadata"]["event_payload"]["key"] for one in said] == ["k", "k/2", "k/3"]
    assert len(shared(slack, "k")) == 1


@pytest.mark.parametrize("kind", LOST)
def test_a_file_is_never_there_twice(kind: str) -> None:
    slack = FakeSlack()
    slack.fail("files.completeUploadExternal", kind)

    async def happens(there: SlackPlatform) -> None:
        with pytest.raises(PerhapsSaid):
            await there.send(CHANNEL, doc("Publicerat."), files=[MINUTES], key="k")
        if await there.find("k", conversation=CHANNEL, account=None, since=SINCE) is None:
            await there.send(CHANNEL, doc("Publicerat."), files=[MINUTES], key="k")

    scene(slack, happens)
    assert len(under(slack, "k")) == 1
    (message,) = shared(slack, "k")
    assert message["text"].startswith("Publicerat. (ref ")
    assert [file["name"] for file in message["files"]] == [MINUTES.name]
    assert [file["content"] for file in slack.files.values()][-1] == MINUTES.content


def test_the_rest_waits_when_slack_asks_for_a_moment() -> None:
    slack = FakeSlack()
    slack.fail("chat.postMessage", "ratelimited", skip=1, seconds=2)

    async def happens(there: SlackPlatform) -> None:
        await there.send(CHANNEL, LONG, key="k")

    scene(slack, happens)
    assert len(under(slack, "k")) == 3


def test_what_is_said_in_part_is_in_doubt_and_not_unsaid() -> None:
    slack = FakeSlack()
    slack.fail("chat.postMessage", "ratelimited", skip=1, seconds=300)

    async def happens(there: SlackPlatform) -> None:
        with pytest.raises(PerhapsSaid):
            await there.send(CHANNEL, LONG, key="k")

    scene(slack, happens)


@pytest.mark.parametrize(
    ("method", "code"),
    [
        pytest.param(None, None, id="no permission"),
        pytest.param("files.getUploadURLExternal", "file_uploads_disabled", id="turned off"),
    ],
)
def test_minutes_whose_file_cannot_be_attached_say_so(method: str | None, code: str | None) -> None:
    slack = FakeSlack()
    if method is not None:
        slack.fail(method, "error", code=code)
    else:
        slack.scopes.remove("files:write")

    async def happens(there: SlackPlatform) -> None:
        await there.send(CHANNEL, doc("Publicerat."), files=[MINUTES], key="k")
        assert await there.find("k", conversation=CHANNEL, account=None, since=SINCE)

    scene(slack, happens)
    (message,) = slack.said[CHANNEL]
    assert "Filen kunde inte bifogas här: 2026-03-23-styrelsen.md." in words(message["blocks"])


def test_minutes_that_are_too_long_are_told_in_short_with_a_file() -> None:
    sections = tuple(
        block for number in range(30) for block in (Heading(f"Punkt {number}"), paragraph("Vi talade länge. " * 150))
    )
    whole = Document((Heading("Minnesanteckningar 23 mars", 1), paragraph("Version 1"), *sections))
    slack = FakeSlack()

    async def happens(there: SlackPlatform) -> None:
        await there.send(CHANNEL, whole, files=[MINUTES], key="k")

    scene(slack, happens)
    (said,) = under(slack, "k")
    text = words(said["blocks"])
    assert text.startswith("Minnesanteckningar 23 mars\nVersion 1\n• Punkt 0\n")
    assert "Allt finns i filen 2026-03-23-styrelsen.md" in text
    assert len(shared(slack, "k")) == 1


def test_what_lasts_is_pinned_and_the_latest_behind_the_bookmark() -> None:
    slack = FakeSlack()

    async def happens(there: SlackPlatform) -> None:
        await there.send(CHANNEL, doc("Mars"), key="a", lasting=True)
        await there.send(CHANNEL, doc("April"), key="b", lasting=True)

    scene(slack, happens)
    mars, april = slack.said[CHANNEL]
    assert slack.pins == [(CHANNEL, mars["ts"]), (CHANNEL, april["ts"])]
    (bookmark,) = slack.bookmarks
    assert bookmark["title"] == "Senaste minnesanteckningar"
    assert bookmark["link"].endswith(april["ts"].replace(".", ""))


def test_what_lasts_is_pinned_also_when_slacks_answer_was_lost() -> None:
    slack = FakeSlack()
    slack.fail("chat.postMessage", "drop_response")

    async def happens(there: SlackPlatform) -> None:
        with pytest.raises(PerhapsSaid):
            await there.send(CHANNEL, doc("Mars"), key="a", lasting=True)
        assert await there.find("a", conversation=CHANNEL, account=None, since=SINCE)

    scene(slack, happens)
    assert (len(slack.said[CHANNEL]), len(slack.pins), len(slack.bookmarks)) == (1, 1, 1)


def test_without_permission_nothing_is_pinned_and_nothing_said_of_it() -> None:
    slack = FakeSlack(scopes=["chat:write", "channels:history"])

    async def happens(there: SlackPlatform) -> None:
        await there.send(CHANNEL, doc("Mars"), key="a", lasting=True)

    scene(slack, happens)
    assert slack.methods() == ["chat.postMessage"]


@pytest.mark.parametrize("method", ["pins.add", "bookmarks.list", "bookmarks.add", "chat.getPermalink"])
@pytest.mark.parametrize("kind", [*LOST, "ratelimited"])
@pytest.mark.parametrize("times", [pytest.param(1, id="once"), pytest.param(9, id="always")])
def test_what_lasts_is_said_whatever_becomes_of_pin_and_bookmark(method: str, kind: str, times: int) -> None:
    slack = FakeSlack()
    slack.fail(method, kind, times=times)

    async def happens(there: SlackPlatform) -> None:
        assert await there.send(CHANNEL, doc("Mars"), key="a", lasting=True)

    scene(slack, happens)
    assert len(slack.said[CHANNEL]) == 1
    if times == 1:
        assert (len(slack.pins), len(slack.bookmarks)) == (1, 1)


def test_blocks_that_slack_no_longer_takes_are_said_as_words() -> None:
    slack = FakeSlack()
    slack.fail("chat.postMessage", "error", code="invalid_blocks")

    async def happens(there: SlackPlatform) -> None:
        await there.send(CHANNEL, doc("Hej *du*"), key="k")

    scene(slack, happens)
    (message,) = slack.said[CHANNEL]
    assert message["text"] == "Hej *du*"
    assert "blocks" not in message


def test_a_reaction_is_put_once_and_on_messages_only() -> None:
    slack = FakeSlack()

    async def happens(there: SlackPlatform) -> None:
        written = slack.write(CHANNEL, SIV, "Jag kommer")
        for emoji in ("✅", "✅", "👍", "🤐"):
            await there.react(CHANNEL, written, emoji)
        await there.react(CHANNEL, "Ev0KLICK", "✅")
        with pytest.raises(CannotSay, match="message_not_found"):
            await there.react(CHANNEL, "1774999999.000000", "✅")

    scene(slack, happens)
    assert slack.said[CHANNEL][0]["reactions"] == ["white_check_mark", "+1", "zipper_mouth_face"]


@pytest.mark.parametrize("kind", LOST)
def test_a_reaction_is_never_in_doubt_since_it_can_be_put_again(kind: str) -> None:
    slack = FakeSlack()
    slack.fail("reactions.add", kind)

    async def happens(there: SlackPlatform) -> None:
        written = slack.write(CHANNEL, SIV, "Jag kommer")
        with pytest.raises(NotSaid):
            await there.react(CHANNEL, written, "✅")
        await there.react(CHANNEL, written, "✅")

    scene(slack, happens)


def test_a_short_notice_is_shown_in_passing_where_it_came_up() -> None:
    slack = FakeSlack()

    async def happens(there: SlackPlatform) -> None:
        root = slack.write(CHANNEL, OLLE, "punkt: Lokaler")
        reply = slack.write(CHANNEL, SIV, "satrta", thread=root)
        there.note_thread(CHANNEL, reply, root)
        await there.tell_privately(SIV, doc("Menar du starta?"), conversation=CHANNEL, cause=reply)
        assert slack.whispers[0]["thread_ts"] == root
        await there.tell_privately(SIV, doc("Menar du starta?"), conversation=CHANNEL, cause=root)
        assert "thread_ts" not in slack.whispers[1]

    scene(slack, happens)
    assert {one["to"] for one in slack.whispers} == {SIV}
    assert slack.talk_with(SIV) == []


@pytest.mark.parametrize(
    ("document", "conversation"),
    [
        pytest.param(QUESTION, CHANNEL, id="a question waits for its answer"),
        pytest.param(doc("Utkast. " * 200), CHANNEL, id="a long text is read later"),
        pytest.param(doc("Hej"), None, id="it came up nowhere"),
        pytest.param(doc("Hej"), ELSEWHERE, id="the bot is not in the channel"),
    ],
)
def test_what_must_not_be_lost_is_said_in_the_private_talk(document: Document, conversation: str | None) -> None:
    slack = FakeSlack()

    async def happens(there: SlackPlatform) -> None:
        said = await there.tell_privately(SIV, document, conversation=conversation, key="k")
        found = await there.find("k", conversation=conversation, account=SIV, since=SINCE)
        assert found == said == slack.talk_with(SIV)[0]["ts"]

    scene(slack, happens)
    assert slack.whispers == []


@pytest.mark.parametrize("account", [GONE, "U0OKÄND"])
def test_who_is_gone_cannot_be_told(account: str) -> None:
    async def happens(there: SlackPlatform) -> None:
        with pytest.raises(CannotSay, match=r"conversations\.open"):
            await there.tell_privately(account, doc("Hej"))

    scene(FakeSlack(), happens)


@pytest.mark.parametrize("kind", LOST)
def test_a_private_question_is_asked_once(kind: str) -> None:
    slack = FakeSlack()
    slack.fail("chat.postMessage", kind)

    async def happens(there: SlackPlatform) -> None:
        with pytest.raises(PerhapsSaid):
            await there.tell_privately(SIV, QUESTION, conversation=CHANNEL, key="k")
        if await there.find("k", conversation=CHANNEL, account=SIV, since=SINCE) is None:
            await there.tell_privately(SIV, QUESTION, conversation=CHANNEL, key="k")

    scene(slack, happens)
    assert len(slack.talk_with(SIV)) == 1


@pytest.mark.parametrize("kind", LOST)
def test_what_was_perhaps_shown_in_passing_is_said_where_it_stays(kind: str) -> None:
    slack = FakeSlack()
    slack.fail("chat.postEphemeral", kind)

    async def happens(there: SlackPlatform) -> None:
        with pytest.raises(PerhapsSaid):
            await there.tell_privately(SIV, doc("Hej"), conversation=CHANNEL, key="k")
        assert await there.find("k", conversation=CHANNEL, account=SIV, since=SINCE) is None
        said = await there.tell_privately(SIV, doc("Hej"), conversation=CHANNEL, key="k")
        assert await there.find("k", conversation=CHANNEL, account=SIV, since=SINCE) == said

    scene(slack, happens)
    assert len(slack.talk_with(SIV)) == 1
    assert slack.count("chat.postEphemeral") == 1


def test_looking_back_goes_through_all_pages_and_no_further_than_needed() -> None:
    slack = FakeSlack(page=2)

    async def happens(there: SlackPlatform) -> None:
        said = await there.send(CHANNEL, doc("Hej"), key="k")
        for _ in range(5):
            slack.write(CHANNEL, SIV, "prat")
        assert await there.find("k", conversation=CHANNEL, account=None, since=SINCE) == said
        assert slack.count("conversations.history") == 3
        assert await there.find("j", conversation=CHANNEL, account=None, since=SINCE) is None
        late = datetime.fromtimestamp(1_774_009_999, UTC)
        assert await there.find("k", conversation=CHANNEL, account=None, since=late) is None

    scene(slack, happens)


def test_what_is_not_shown_yet_is_found_later() -> None:
    slack = FakeSlack(lag=1)

    async def happens(there: SlackPlatform) -> None:
        said = await there.send(CHANNEL, doc("Hej"), key="k")
        assert await there.find("k", conversation=CHANNEL, account=None, since=SINCE) is None
        slack.lag = 0
        assert await there.find("k", conversation=CHANNEL, account=None, since=SINCE) == said

    scene(slack, happens)


def test_where_the_history_is_closed_nobody_can_tell() -> None:
    slack = FakeSlack(scopes=["chat:write"])

    async def happens(there: SlackPlatform) -> None:
        with pytest.raises(CannotTell, match="missing_scope"):
            await there.find("k", conversation=CHANNEL, account=None, since=SINCE)

    scene(slack, happens)


def test_looking_back_can_be_asked_to_wait() -> None:
    slack = FakeSlack()
    slack.fail("conversations.history", "ratelimited", seconds=60)

    async def happens(there: SlackPlatform) -> None:
        with pytest.raises(NotSaid) as caught:
            await there.find("k", conversation=CHANNEL, account=None, since=SINCE)
        assert caught.value.after == 60

    scene(slack, happens)


def test_an_answered_question_shows_the_answer_and_no_buttons() -> None:
    slack = FakeSlack()

    async def happens(there: SlackPlatform) -> None:
        said = await there.tell_privately(SIV, QUESTION, key="k")
        (message,) = slack.talk_with(SIV)
        assert said is not None
        await there.mark_chosen("D0SIV", said, message["blocks"], "Ja")
        assert (words(message["blocks"]), message["text"]) == ("Kommer du?\n→ Ja", "Kommer du?\n→ Ja")
        await there.settle("D0SIV", said, doc("Noterat: du kommer."))
        assert words(message["blocks"]) == "Noterat: du kommer."

    scene(slack, happens)
