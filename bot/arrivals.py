"""Where the bot is spoken to and no group is: found one, link the channel to one, or say how to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.platform import Written
from bot.route import said_in
from handlers.groups.by_talk import founding_of, read_founding, read_link
from handlers.groups.founding import Founding
from handlers.reading.routing import Group
from meetings.document import Document
from meetings.language import Language, Texts, texts_for
from meetings.personal import Verdict, guard
from meetings.slug import slug
from meetings.words import fold


@dataclass(frozen=True)
class Arrival:
    """What a message where no group is brings about: a group to found, one to link, or only something to tell."""

    founding: Founding | None = None
    link: str | None = None
    told: Document | None = None


def wants_group(event: Written) -> bool:
    """Tell whether a message to the bot asks for a group to be founded or linked."""
    return read_founding(event.text) is not None or read_link(said_in(event)) is not None


def arrive(event: Written, here: Sequence[str], groups: Sequence[Group]) -> Arrival:
    """Read a message to the bot. `here` are the groups of its channel, `groups` all of the platform's."""
    if guard(event.text).verdict is Verdict.BLOCK:
        return Arrival(told=_text("guard.stopped", "sv"))
    linked = read_link(said_in(event))
    if linked is not None:
        return _link(linked, event, here, groups)
    intent = read_founding(event.text)
    if intent is None:
        own = [group for group in groups if group.speaker is not None]
        language: Language = own[0].record.group.language if own else _language(event.text, groups)
        return Arrival(told=_text("groups.no_group_private" if event.private else "groups.no_group", language))
    if event.private:
        return Arrival(told=_text("groups.found_in_channel", intent.language))
    if not intent.name:
        return Arrival(told=_text("errors.not_understood_group", intent.language))
    same = next((group for group in groups if fold(group.record.group.name) == fold(intent.name)), None)
    if same is not None:
        if same.id in here:
            return Arrival()
        told = {"group": same.record.group.name, "channel": same.record.group.channel}
        return Arrival(told=_text("groups.found_elsewhere", intent.language, **told))
    known = next((group.speaker for group in groups if group.speaker is not None), None)
    founding = founding_of(
        intent,
        group_id=_free_id(slug(intent.name), groups),
        channel=event.conversation,
        at=event.at,
        account=event.author.account,
        name=event.author.name,
        known=known,
    )
    return Arrival(founding=founding)


def _link(name: str, event: Written, here: Sequence[str], groups: Sequence[Group]) -> Arrival:
    meant = next((group for group in groups if fold(group.record.group.name) == fold(name)), None)
    if meant is None or meant.speaker is None:
        return Arrival(told=_text("errors.unknown_thing_group", _language(event.text), words=name))
    texts = texts_for(meant.record.group.language)
    if not meant.record.leads(meant.speaker):
        return Arrival(told=_who_may(meant, texts))
    told = texts.paragraph("groups.linked", group=meant.record.group.name)
    return Arrival(link=None if meant.id in here or event.private else meant.id, told=Document.of(told))


def _who_may(group: Group, texts: Texts) -> Document:
    leads = [person.name for person in group.record.coordinators]
    if not leads:
        return Document.of(texts.paragraph("permissions.nobody"))
    role = texts.t("permissions.role_many" if len(leads) > 1 else "permissions.role_one")
    return Document.of(texts.paragraph("permissions.who_may", names=texts.names(leads), role=role))


def _language(text: str, groups: Sequence[Group] = ()) -> Language:
    """Tell in which language to answer somebody of no group: the one she calls the bot in, else that of all groups."""
    spoken = {group.record.group.language for group in groups}
    return "en" if "@meetingbot" in text.casefold() or spoken == {"en"} else "sv"


def _text(key: str, language: Language, **told: str) -> Document:
    return Document.of(texts_for(language).paragraph(key, **told))


def _free_id(wanted: str, groups: Sequence[Group]) -> str:
    taken = {group.id for group in groups}
    number = 2
    id = wanted
    while id in taken:
        id, number = f"{wanted}-{number}", number + 1
    return id
