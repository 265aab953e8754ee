"""The strict Slack as a process on this machine: people are played over its control interface."""

from __future__ import annotations

import asyncio
import json
import os
import socket
import sys
import time
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from aiohttp import ClientConnectionError, ClientSession, ClientTimeout

BOT_TOKEN, APP_TOKEN, SECRET = "xoxb-strict-bot", "xapp-strict-app", "s3cret"
BOT, TEAM = "U0STRICTBOT", "T0STRICT001"
PLATFORM = f"slack:{TEAM}"
START_SECONDS = 20.0
CALL_SECONDS = 60.0


class CheckError(Exception):
    """Something is not as it must be, or could not be tried."""


class Strict:
    """What is asked of the stand-in: `do` plays people and faults, `look` shows what came of it."""

    def __init__(self, address: str, session: ClientSession) -> None:
        self.address = address
        self._session = session

    async def do(self, name: str, /, **told: object) -> Any:
        """Let something happen; raises CheckError when a person could not have done it."""
        async with self._session.post(f"{self.address}/_control/{name}", json=told) as answer:
            found = await answer.json()
        if answer.status != 200:
            raise CheckError(f"{name} {told}: {found.get('error')}")
        return found

    async def look(self, name: str, /, **asked: str) -> Any:
        """Look at something."""
        async with self._session.get(f"{self.address}/_control/{name}", params=asked) as answer:
            found = await answer.json()
        if answer.status != 200:
            raise CheckError(f"{name} {asked}: {found.get('error')}")
        return found

    async def said(self, channel: str, viewer: str | None = None) -> list[dict[str, Any]]:
        """Give what the bot has said in a conversation, as `viewer` sees it."""
        asked = {"channel": channel, **({"viewer": viewer} if viewer else {})}
        return [one for one in await self.look("messages", **asked) if one["bot"]]

    async def trouble(self, address: str) -> str | None:
        """Tell what keeps an address from answering well; None when it does."""
        try:
            async with self._session.get(address, timeout=ClientTimeout(total=2)) as answer:
                return None if answer.status == 200 else await answer.text()
        except (ClientConnectionError, TimeoutError) as error:
            return repr(error)

    async def until_connected(self, connections: int = 1) -> None:
        """Wait until the program listens over a socket."""
        await until(self._connected(connections), "the program did not connect")

    def _connected(self, connections: int) -> Any:
        async def there() -> bool:
            return bool((await self.look("status"))["connections"] >= connections)

        return there


@asynccontextmanager
async def strict(
    shared: Path,
    folder: Path,
    manifest: Mapping[str, Any],
    *,
    events_url: str | None = None,
    workspace: Mapping[str, Any] | None = None,
    clock: str = "real",
    retry_delays: str = "0.2,1,2",
) -> AsyncIterator[Strict]:
    """Let a strict Slack run: over HTTP to `events_url`, else over Socket Mode."""
    port = free_port()
    (folder / "manifest.json").write_text(json.dumps(manifest), "utf-8")
    command = [sys.executable, str(shared / "slack" / "strict_slack.py"), "--port", str(port), "--clock", clock]
    command += ["--manifest", str(folder / "manifest.json"), "--signing-secret", SECRET, "--retry-delays", retry_delays]
    if events_url is not None:
        command += ["--events-url", events_url]
    if workspace is not None:
        (folder / "workspace.json").write_text(json.dumps(workspace), "utf-8")
        command += ["--workspace", str(folder / "workspace.json")]
    environment = {**os.environ, "PYTHONDONTWRITEBYTECODE": "1"}
    with (folder / "strict.log").open("ab") as log:
        server = await asyncio.create_subprocess_exec(*command, stdout=log, stderr=log, env=environment)
    try:
        async with ClientSession(timeout=ClientTimeout(total=CALL_SECONDS)) as session:
            slack = Strict(f"http://127.0.0.1:{port}", session)
            await until(lambda: _answers(slack), f"the strict Slack did not start: see {folder / 'strict.log'}")
            yield slack
    finally:
        if server.returncode is None:
            server.terminate()
        await server.wait()


async def _answers(slack: Strict) -> bool:
    try:
        await slack.look("status")
    except ClientConnectionError:
        return False
    return True


async def until(holds: Any, otherwise: str, seconds: float = START_SECONDS) -> None:
    """Wait until something holds; raises CheckError when it does not in time."""
    end = time.monotonic() + seconds
    while not await holds():
        if time.monotonic() > end:
            raise CheckError(otherwise)
        await asyncio.sleep(0.1)


def free_port() -> int:
    """Give a port that nobody listens on."""
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])
