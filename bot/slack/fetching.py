"""A file that somebody shared in Slack, fetched: from Slack's own addresses only, whole, and no larger than allowed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from urllib.parse import SplitResult, urljoin, urlsplit

from aiohttp import ClientSession

from bot.platform import LARGEST, CannotFetch, NotSaid
from bot.slack.calls import Calls
from bot.slack.errors import delivery_error, retry_after
from bot.slack.shapes import map_of, text_of

_HOPS = 3
_CHUNK = 64 * 1024
_OF_SLACK = frozenset({"hosted", "snippet"})
"""Kinds of files whose content Slack itself holds; others are addresses elsewhere, or documents without a file."""


async def fetch(calls: Calls, ref: str) -> bytes:
    """Give a file's content. Raises CannotSay, and NotSaid for what may pass."""
    await calls.learn_scopes()
    if not calls.may("files:read"):
        raise CannotFetch("files:read is missing")
    answer = await calls.call("files.info", calls.client.files_info, repeatable=True, file=ref)
    file = map_of(answer.get("file"))
    size = _size(file)
    address = text_of(file.get("url_private_download")) or text_of(file.get("url_private"))
    web = calls.client
    if web.session is None:
        raise NotSaid("fetch: no session")
    content = await _get(web.session, address, web.base_url, str(web.token), size)
    if len(content) != size:
        # Broken off, or a page that asks to sign in.
        raise NotSaid("fetch: not the whole file")
    return content


def _size(file: Mapping[str, Any]) -> int:
    size = file.get("size")
    if file.get("is_external") or file.get("mode") not in _OF_SLACK or not isinstance(size, int) or size <= 0:
        raise CannotFetch("no file of Slack's own")
    if size > LARGEST:
        raise CannotFetch("too large")
    return size


async def _get(session: ClientSession, address: str, api: str, token: str, size: int) -> bytes:
    for _ in range(_HOPS):
        # The token opens everything the bot may read: it goes nowhere else.
        if not _is_slacks(urlsplit(address), urlsplit(api)):
            raise CannotFetch("not at Slack's own address")
        try:
            async with session.get(
                address, headers={"Authorization": f"Bearer {token}"}, allow_redirects=False
            ) as answer:
                if answer.status == 200:
                    content = bytearray()
                    async for chunk in answer.content.iter_chunked(_CHUNK):
                        content += chunk
                        if len(content) > size:
                            raise NotSaid("fetch: not the whole file")
                    return bytes(content)
                status, headers = answer.status, answer.headers
        except NotSaid:
            raise
        except Exception as error:
            raise delivery_error(error, "fetch", repeatable=True) from None
        if status in (401, 403, 404, 410):
            raise CannotFetch(f"HTTP {status}")
        if status == 429:
            raise NotSaid("fetch: ratelimited", retry_after(headers))
        if not 300 <= status < 400 or not headers.get("Location"):
            raise NotSaid(f"fetch: HTTP {status}")
        address = urljoin(address, headers["Location"])
    raise CannotFetch("sent from place to place")


def _is_slacks(address: SplitResult, api: SplitResult) -> bool:
    """Tell whether an address is at the host that the Web API is called at, or under it: files.slack.com."""
    try:
        ports = address.port, api.port
    except ValueError:
        return False
    host, slack = address.hostname or "", api.hostname or ""
    alike = address.scheme == api.scheme and ports[0] == ports[1] and not address.username
    return alike and bool(slack) and (host == slack or host.endswith(f".{slack}"))
