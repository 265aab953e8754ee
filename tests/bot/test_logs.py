"""Log lines: one a record, with ids as fields, and never a word that somebody wrote, whoever logs it."""

import asyncio
import io
import json
import logging
import sys
import threading
import warnings
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from sqlalchemy import create_engine, text

import bot.which
from bot.logs import failed, set_up
from bot.turn import take
from tests.bot.channel import KARIN, MALIN, Channel

SECRET = "Rosendals hemliga ärende"


class Tty(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


@pytest.fixture(autouse=True)
def as_before() -> Iterator[None]:
    """Put the process's logging back as it was."""
    root = logging.getLogger()
    handlers, level, hooks = root.handlers[:], root.level, (sys.excepthook, threading.excepthook)
    yield
    root.handlers[:] = handlers
    root.setLevel(level)
    sys.excepthook, threading.excepthook = hooks
    logging.captureWarnings(False)
    logging.raiseExceptions = True


def lines(stream: io.StringIO) -> list[dict[str, Any]]:
    return [json.loads(line) for line in stream.getvalue().splitlines()]


def test_a_line_has_time_level_logger_message_and_ids() -> None:
    stream = io.StringIO()
    set_up("auto", stream)
    error = ValueError(SECRET)
    failed(logging.getLogger("bot.desk"), "turn failed", error, group="nordvik", message="m1", reference="A1B2")
    (line,) = lines(stream)
    assert line.pop("time").endswith("+00:00")
    assert line.pop("origin").startswith("ValueError")
    assert line == {
        "level": "error",
        "logger": "bot.desk",
        "message": "turn failed: group nordvik, message m1, reference A1B2",
        "group": "nordvik",
        "message_id": "m1",
        "reference": "A1B2",
    }


@pytest.mark.parametrize(("form", "stream"), [("auto", Tty()), ("text", io.StringIO())], ids=["terminal", "asked for"])
def test_people_get_plain_lines(form: Any, stream: io.StringIO) -> None:
    set_up(form, stream)
    logging.getLogger("bot.serve").warning("not everything was finished")
    assert stream.getvalue().endswith("WARNING bot.serve: not everything was finished\n")


def raise_secret() -> None:
    raise RuntimeError(SECRET)


def raise_again() -> None:
    try:
        raise_secret()
    except RuntimeError as error:
        raise LookupError(SECRET) from error


def log_exception() -> None:
    try:
        raise_again()
    except LookupError:
        logging.getLogger("bot.turn").exception("a turn failed")


def leave_a_task_to_fail() -> None:
    async def play() -> None:
        async def fail() -> None:
            raise_again()

        task = asyncio.get_running_loop().create_task(fail(), name=SECRET)
        await asyncio.wait([task])
        del task

    asyncio.run(play())


def fail_in_a_thread() -> None:
    thread = threading.Thread(target=raise_secret)
    thread.start()
    thread.join()


def fail_in_the_database() -> None:
    engine = create_engine("sqlite://", hide_parameters=True, echo=False)
    try:
        with engine.connect() as connection:
            connection.execute(text("INSERT INTO nowhere VALUES (:words)"), {"words": SECRET})
    except Exception:
        logging.getLogger("sqlalchemy.engine").exception("failed: %s", SECRET)


@pytest.mark.parametrize(
    "happen",
    [
        log_exception,
        leave_a_task_to_fail,
        fail_in_a_thread,
        fail_in_the_database,
        lambda: sys.excepthook(RuntimeError, RuntimeError(SECRET), None),
        lambda: logging.getLogger("slack_bolt.AsyncApp").warning(f"Unhandled request ({SECRET})"),
        lambda: logging.getLogger("slack_sdk.web").error("Failed to send %s", {"text": SECRET}),
        lambda: logging.getLogger("aiohttp.server").error("Error handling request", exc_info=ValueError(SECRET)),
        lambda: warnings.warn(SECRET, stacklevel=1),
        lambda: logging.getLogger("bot.x").warning("%d", SECRET),
        lambda: logging.getLogger("slack_sdk.web").debug(SECRET),
        lambda: logging.getLogger("anything.else").error(SECRET),
    ],
    ids=[
        "an exception of ours", "a task", "a thread", "the database", "the program", "bolt", "slack-sdk", "aiohttp",
        "a warning", "a record that cannot be formatted", "a debug line", "another library",
    ],
)  # fmt: skip
@pytest.mark.parametrize("form", ["json", "text"])
def test_what_people_wrote_is_in_no_line(happen: Callable[[], object], form: Any, capfd: Any) -> None:
    stream = io.StringIO()
    set_up(form, stream)
    happen()
    told = stream.getvalue() + "".join(capfd.readouterr())
    assert SECRET not in told
    assert "hemliga" not in told


def test_another_librarys_failure_still_tells_where_it_came_from() -> None:
    stream = io.StringIO()
    set_up("json", stream)
    leave_a_task_to_fail()
    (line,) = lines(stream)
    assert line["logger"] == "asyncio"
    assert line["origin"].startswith("LookupError")
    assert "caused by RuntimeError" in line["origin"]
    assert "raise_again" in line["origin"]


def test_a_played_meeting_with_failing_turns_leaves_ids_and_no_words(
    channel: Channel, monkeypatch: pytest.MonkeyPatch
) -> None:
    stream = io.StringIO()
    set_up("json", stream)

    def broken(event: Any, *rest: Any) -> Any:
        if "Stormkullen" in getattr(event, "text", ""):
            raise ValueError(f"cannot read: {event.text}")
        return take(event, *rest)

    monkeypatch.setattr(bot.which, "take", broken)
    channel.open()
    channel.say(MALIN, "Vi har fått in tolv nya ärenden om Tallbacken", "13:02")
    failing = channel.say(KARIN, "Stormkullen har inga hyresgäster kvar", "13:03")
    channel.privately(KARIN, "Stormkullen igen", "13:04")
    channel.close()
    told = stream.getvalue()
    assert failing in [line.get("message_id") for line in lines(stream)]
    assert all(line["group"] == channel.group for line in lines(stream))
    for word in ("Tallbacken", "Stormkullen", "hyresgäster"):
        assert word not in told
