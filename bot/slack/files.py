"""Files that go along with a message: uploaded before anything is seen, shown after the message they belong to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from bot.platform import File, NotSaid
from bot.slack.calls import Calls
from bot.slack.errors import delivery_error
from bot.slack.escape import sendable


@dataclass(frozen=True)
class Upload:
    """A file that Slack has taken but nobody sees yet."""

    id: str
    name: str


async def upload(calls: Calls, files: Sequence[File]) -> tuple[Upload, ...]:
    """Give Slack the files. Raises Refused where it takes none, NotSaid otherwise; nobody has seen anything then."""
    return tuple([await _upload(calls, file) for file in files if file.content])


async def share(calls: Calls, uploads: Sequence[Upload], channel: str, root: str | None, comment: str) -> None:
    """Show uploaded files in a channel or a thread, in one message with an escaped comment. Raises DeliveryError."""
    thread: dict[str, Any] = {"thread_ts": root} if root is not None else {}
    await calls.call(
        "files.completeUploadExternal",
        calls.client.files_completeUploadExternal,
        files=[{"id": one.id, "title": one.name} for one in uploads],
        channel_id=channel,
        initial_comment=comment,
        **thread,
    )


async def _upload(calls: Calls, file: File) -> Upload:
    name = " ".join(sendable(file.name).replace("/", "-").split()) or "file"
    place = await calls.call(
        "files.getUploadURLExternal",
        calls.client.files_getUploadURLExternal,
        repeatable=True,
        filename=name,
        length=len(file.content),
    )
    session = calls.client.session
    if session is None:
        raise NotSaid("upload: no session")
    try:
        async with session.post(
            place["upload_url"], data=file.content, headers={"Content-Type": "application/octet-stream"}
        ) as answer:
            status = answer.status
    except Exception as error:
        raise delivery_error(error, "upload", repeatable=True) from None
    if status != 200:
        raise NotSaid(f"upload: HTTP {status}")
    return Upload(str(place["file_id"]), name)
