"""A written channel's people, channels and lines as they are in Slack."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from bot.platform import Deleted, Edited, Reacted, Written
from bot.replay.transcript import DEFAULT_ZONE, DIRECT, Step, Transcript
from bot.slack.text import EMOJI
from handlers.groups.founding import Founding
from meetings.facts import Fact, GroupFounded, PersonRegistered
from slack_play.strict import BOT, Strict

_ADDRESS = re.compile(r"(?<!\w)@(?:mötesbot|meetingbot)\b", re.IGNORECASE)
_LINK = re.compile(r"https?://[^\s<>]+")
_NUMBERED = re.compile(r"^[\s>*_-]*\d{1,3}\.(?=\s)", re.MULTILINE)
_WORD = re.compile(r"[^\W_]+")
_NAMES = {sign: name for name, sign in reversed(EMOJI.items())}


@dataclass
class Cast:
    """Who and what a written channel has, and which ids these have in Slack."""

    people: dict[str, str] = field(default_factory=dict)
    channels: dict[str, str] = field(default_factory=dict)
    stamps: dict[str, str] = field(default_factory=dict)
    """The stamps that the messages got, by their ids in the transcript."""

    @classmethod
    def of(cls, transcript: Transcript) -> Cast:
        """Give everybody who writes or is in a group, and every channel."""
        made = cls()
        for founding in transcript.foundings():
            made._channel(founding.channel)
            for fact in founding.facts:
                if isinstance(fact, PersonRegistered) and fact.person.account is not None:
                    made._person(fact.person.account)
        for step in transcript.steps:
            if step.event is not None:
                made._person(step.event.author.account)
                made._channel(step.event.conversation)
        return made

    def workspace(self) -> dict[str, Any]:
        """Describe the workspace in which all of this is played."""
        users = {
            account: {"name": account.lower(), "real_name": name, "email": f"{account.lower()}@example.org"}
            for name, account in self.people.items()
        }
        channels = {id: {"name": name.removeprefix("#"), "members": "*"} for name, id in self.channels.items()}
        return {"users": users, "channels": channels, "usergroups": []}

    def founding(self, one: Founding) -> Founding:
        """Give a group's founding with the ids of Slack in it."""
        channel = self.channels[one.channel]
        return Founding(one.group_id, channel, tuple(self._fact(fact) for fact in one.facts))

    def back(self, text: str) -> str:
        """Put what the transcript calls things for the ids of Slack."""
        for known in (self.stamps, self.channels, self.people):
            for name, id in sorted(known.items(), key=lambda pair: -len(pair[1])):
                text = text.replace(id, name)
        return text

    async def play(self, slack: Strict, step: Step) -> None:
        """Let the people of the workspace do what a line says."""
        match step.event:
            case Written() as written:
                await self._say(slack, written)
            case Edited() as edited:
                text = in_slack(edited.text)
                stamp = self.stamps[edited.id]
                await slack.do("edit", channel=self._place(edited.conversation), ts=stamp, text=text)
            case Deleted() as deleted:
                place = self._place(deleted.conversation)
                await slack.do("delete", channel=place, ts=self.stamps[deleted.id])
            case Reacted() as reacted:
                name = _NAMES.get(reacted.emoji, reacted.emoji)
                place, user = self._place(reacted.conversation), self.people[reacted.author.account]
                await slack.do("react", channel=place, ts=self.stamps[reacted.on], user=user, reaction=name)

    async def _say(self, slack: Strict, written: Written) -> None:
        more: dict[str, object] = {"thread_ts": self.stamps[written.thread]} if written.thread else {}
        place, user = self._place(written.conversation), self.people[written.author.account]
        if written.files:
            done = await slack.do(
                "upload", channel=place, user=user, name=written.files[0], text=in_slack(written.text), **more
            )
        else:
            done = await slack.do("say", channel=place, user=user, text=in_slack(written.text), **more)
        self.stamps[written.id] = done["ts"]

    def _place(self, conversation: str) -> str:
        return self.channels.get(conversation) or f"@{self.people[conversation.removeprefix(f'{DIRECT} ')]}"

    def _person(self, name: str) -> None:
        self.people.setdefault(name, f"U0PERSON{len(self.people) + 1:03}")

    def _channel(self, name: str) -> None:
        if name.startswith("#"):
            self.channels.setdefault(name, f"C0CHANNEL{len(self.channels) + 1:02}")

    def _fact(self, fact: Fact) -> Fact:
        match fact:
            case GroupFounded():
                channel = self.channels[fact.settings.channel]
                return fact.model_copy(update={"settings": fact.settings.model_copy(update={"channel": channel})})
            case PersonRegistered() if fact.person.account is not None:
                account = self.people[fact.person.account]
                return fact.model_copy(update={"person": fact.person.model_copy(update={"account": account})})
        return fact


def line(id: str, stamp: str, where: str, who: str, text: str) -> str:
    """Write a line of a transcript."""
    at = datetime.fromtimestamp(float(stamp), UTC).astimezone(DEFAULT_ZONE)
    return f"{id} | {at:%Y-%m-%d %H:%M} | {where} | {who} | {text}\n"


def in_slack(text: str, bot: str = BOT) -> str:
    """Give a text as Slack delivers it: the bot's mention, its entities, and links between marks."""
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return _LINK.sub(lambda link: f"<{link[0]}>", _ADDRESS.sub(f"<@{bot}>", text))


def shown(text: str) -> str:
    """Give the words of a text without looks, marks and the numbers of lists, which each platform has its own of."""
    text = text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
    return " ".join(_WORD.findall(_NUMBERED.sub("", text).casefold()))


def differences(one: Sequence[str], other: Sequence[str]) -> Iterable[str]:
    """Tell what stands in one list and not in the other, in whatever order and however often its words stand there.

    A table has its heads once, or in each of its entries where it is shown as a list.
    """
    left = [(frozenset(text.split()), text) for text in other]
    for text in one:
        words = frozenset(text.split())
        found = next((pair for pair in left if pair[0] == words), None)
        if found is not None:
            left.remove(found)
            continue
        near = max(left, key=lambda pair: len(pair[0] & words), default=(frozenset(), ""))[0]
        differing = f"{sorted(words - near)[:12]} instead of {sorted(near - words)[:12]}"
        yield f"only in the replay: {text[:120]}... {differing}"
    yield from (f"only in Slack: {text[:120]}..." for _, text in left)
