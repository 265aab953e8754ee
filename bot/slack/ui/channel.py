"""The people of a channel, for a group's register: who they are, and by which account each is known."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Mapping
from datetime import UTC, datetime

from bot.desk import Desk
from bot.platform import DeliveryError
from bot.slack.people import NotToldNow
from bot.slack.ui.seats import Seat
from bot.slack.workspaces import Workspace
from meetings.facts import PersonRegistered, Said, Source
from meetings.group import Person
from meetings.record import Record
from meetings.words import squash

_log = logging.getLogger(__name__)

MOST = 200
"""People of a channel that are looked up; a bigger one is a place for everybody, not a group's own."""
LEARN_SECONDS = 10.0


async def people_of(workspace: Workspace, channel: str) -> dict[str, str]:
    """Give the accounts in a channel with the names they show, without programs; none when Slack does not tell."""
    calls = workspace.port.calls
    accounts: list[str] = []
    cursor = ""
    try:
        while len(accounts) < MOST:
            more = {"cursor": cursor} if cursor else {}
            answer = await calls.call(
                "conversations.members", calls.client.conversations_members, repeatable=True,
                channel=channel, limit=MOST, **more,
            )  # fmt: skip
            accounts += [str(account) for account in answer.get("members", ())]
            cursor = str((answer.get("response_metadata") or {}).get("next_cursor") or "")
            if not cursor:
                break
        human = [account for account in accounts[:MOST] if account != workspace.bot_user]
        async with asyncio.timeout(LEARN_SECONDS):
            for start in range(0, len(human), 10):
                await workspace.people.learn(human[start : start + 10])
    except (DeliveryError, NotToldNow, TimeoutError) as error:
        _log.warning("not all people of a channel are known: %s", error)
    named = {account: workspace.people.name(account) for account in accounts if account != workspace.bot_user}
    return {account: name for account, name in named.items() if name and workspace.people.is_person(account)}


async def join(desk: Desk, seat: Seat, channel: str | None, event: str) -> None:
    """Take down which account each person of the register has, by the whole name it shows in the channel."""
    if channel is None or seat.group is None:
        return
    accounts = await people_of(seat.workspace, channel)
    for account, person in _joined(await desk.record(seat.group), accounts).items():
        fact = PersonRegistered(
            id=f"{event}:account:{account}",
            said=Said(source=Source.CLOCK, at=datetime.now(UTC)),
            person=person.model_copy(update={"account": account}),
        )
        await desk.note(seat.group, fact)


def _joined(record: Record, accounts: Mapping[str, str]) -> dict[str, Person]:
    """Give whom each account is that nobody in the register has yet; a name that two show is nobody's."""
    names = [squash(name) for name in accounts.values()]
    without = {squash(person.name): person for person in record.members if person.account is None}
    return {
        account: without[squash(name)]
        for account, name in accounts.items()
        if squash(name) in without and names.count(squash(name)) == 1 and record.person_of_account(account) is None
    }
