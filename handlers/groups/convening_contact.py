"""The answer to the question who speaks for the organisation that convenes."""

from __future__ import annotations

import re
from dataclasses import dataclass

from handlers.command import Answer, Call, Outcome
from meetings.document import doc
from meetings.facts import About, Answered, Fact, SettingsChanged
from meetings.group import Convener
from meetings.people import looks_like_name, resolve
from meetings.words import fold

_LEAD = re.compile(
    r"^(?:det\s+(?:är|blir)|kontakt(?:en|person(?:en)?)?\s*(?::|är|blir)|it\s+is|it's|the\s+contact\s+is)\s+",
    re.IGNORECASE,
)
_OWN = frozenset({"jag", "det är jag", "jag själv", "me", "i am", "i", "myself"})
_LONGEST = 60


@dataclass(frozen=True)
class NameContact:
    """This is who speaks for the organisation asked about."""

    organisation: str
    name: str


def read_contact_answer(text: str, call: Call) -> NameContact | None:
    """Read a message as the answer to who the contact is, None when it is about something else."""
    pending = call.pending
    if pending is None or pending.about is not About.CONTACT or pending.concerns is None:
        return None
    words = text.strip(" .!")
    if fold(words) in _OWN and call.speaker is not None:
        return NameContact(pending.concerns, call.speaker.name)
    name = re.split(r"\s*[,(]", _LEAD.sub("", words), maxsplit=1)[0]
    if not name or len(name) > _LONGEST or "\n" in name or "?" in words:
        return None
    person = resolve(name, tuple(call.record.people.values())).person
    if person is not None:
        return NameContact(pending.concerns, person.name)
    return NameContact(pending.concerns, name) if looks_like_name(name) and " " in name else None


def answer_contact(intent: NameContact, call: Call) -> Outcome:
    """Keep who the contact is, in the convenership that it was asked about."""
    assert call.pending is not None
    group = call.record.group
    settings = group.model_copy(update={"convener": _with_contact(group.convener, intent)})
    facts: tuple[Fact, ...] = (
        Answered(**call.base, question=call.pending.id),
        SettingsChanged(**call.base, settings=settings, changed=("convener",)),
    )
    told = call.texts.t("settings.contact_noted", organisation=intent.organisation, name=intent.name)
    return Outcome(facts, (Answer(doc(told)),))


def _with_contact(convener: Convener, intent: NameContact) -> Convener:
    """Set it in the last convenership of the organisation: the question is about the coming one, if there is one."""
    if convener.next is not None:
        after = _with_contact(convener.next, intent)
        if after is not convener.next:
            return convener.model_copy(update={"next": after})
    if convener.name != intent.organisation:
        return convener
    return convener.model_copy(update={"contact": intent.name})
