"""Who may do what: refuse with a word on who may, and offer to ask them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from handlers.command import Answer, Call, Claim, Command, Example, Outcome, Sentence, Tell, Who
from handlers.reading.asking import ask
from meetings.document import Document, doc
from meetings.errors import NotAllowed, NotUnderstood
from meetings.facts import About, Option
from meetings.group import Capacity, Person
from meetings.words import fold

FORMING = (Capacity.MEMBER, Capacity.DECIDING, Capacity.SUBSTITUTE)
"""Capacities of those who are of a party, and may speak for it."""

NOT_FOR_GUESTS = frozenset(
    ("decide", "agree", "approve", "postpone_item", "take_item", "close_question", "change_action", "add_to_proposal")
)
"""Commands that go beyond what a guest may: her own attendance, item, tasks and words."""

_ASK = re.compile(
    r"\s*(?:fråga|be|ask)\s+(?:en\s+|the\s+)?(?:koordinator(?:n|erna)?|sammankallande|coordinators?)\s*(?::|om\s+att|om|att|to|about)\s*(?P<text>\S.*)",
    re.IGNORECASE | re.DOTALL,
)


@dataclass(frozen=True)
class AskLeads:
    """Pass a wish on to those who lead the group."""

    text: str


def check(command: Command[Any], call: Call) -> None:
    """Raise NotAllowed when the speaker may not use a command at all."""
    if command.who is Who.LEAD and not call.leads:
        raise NotAllowed()
    if command.name in NOT_FOR_GUESTS and is_guest(call.speaker) and not call.leads:
        raise NotAllowed()


def is_guest(person: Person | None) -> bool:
    """Tell whether somebody is a guest in the group."""
    return person is not None and person.capacity is Capacity.GUEST


def may_speak_for(organisation: str | None, call: Call) -> bool:
    """Tell whether the speaker may settle who comes for an organisation: it is hers, or she leads the group."""
    if call.leads:
        return True
    speaker = call.speaker
    if speaker is None or not speaker.registered or speaker.capacity not in FORMING or not organisation:
        return False
    return fold(speaker.organisation or "") == fold(organisation)


def may_send(replaced: Person, stand_in: Person | None, call: Call) -> bool:
    """Tell whether the speaker may settle who comes in somebody's place: one of the two, her party, or who leads."""
    if call.speaker is None:
        return stand_in is None
    return call.speaker in (replaced, stand_in) or may_speak_for(replaced.organisation, call)


def refusal(error: NotAllowed, call: Call) -> Outcome:
    """Say who may do it, and offer to ask them when they can be reached."""
    texts = call.texts
    everyone = [person.name for person in call.record.coordinators]
    who = error.told.get("who")
    if who and who not in (texts.names(everyone), texts.either(everyone), "–"):
        return Outcome(replies=(Tell(doc(texts.t(error.text_key, **error.told))),))
    leads = [person for person in call.record.coordinators if person != call.speaker]
    if not leads:
        return Outcome(replies=(Tell(doc(texts.t("permissions.nobody"))),))
    many = "many" if len(leads) > 1 else "one"
    told = {
        "names": texts.names([person.name for person in leads]),
        "role": texts.t(f"permissions.role_{many}"),
        "pronoun": texts.t("permissions.pronoun_many") if len(leads) > 1 else leads[0].name.split()[0],
        "organisation": error.told.get("organisation", ""),
    }
    reachable = any(person.account for person in leads) and call.speaker is not None and bool(call.text)
    if not reachable:
        return Outcome(replies=(Tell(Document.of(texts.paragraph("permissions.who_may", **told))),))
    key = "permissions.own_organisation" if told["organisation"] else "permissions.shall_i_ask"
    question = Document.of(texts.paragraph(key, **told))
    yes = Option(label=texts.t("permissions.yes"), text=texts.t("permissions.say_ask", text=call.text))
    asked = ask(call, About.PERMISSION, question, options=(yes,), concerns=call.said.message)
    return asked if asked.replies else Outcome(replies=(Tell(question),))


def _read(sentence: Sentence, call: Call) -> Sequence[Claim[AskLeads]]:
    if not call.addressed or not sentence.first:
        return ()
    found = _ASK.fullmatch(sentence.text)
    if found is None:
        return ()
    lines = [line.text for line in sentence.following]
    return (Claim(AskLeads("\n".join((found["text"].strip(), *lines))), (0, len(sentence.text)), len(lines)),)


def _handle(intent: AskLeads, call: Call) -> Outcome:
    leads = [person for person in call.record.coordinators if person.account and person != call.speaker]
    if not leads:
        raise NotUnderstood()
    texts = call.texts
    name = call.speaker.name if call.speaker else call.author
    wish = Document.of(
        texts.paragraph("permissions.request", name=name, group=call.record.group.name, text=intent.text)
    )
    done = doc(texts.t("permissions.asked", names=texts.names([person.name for person in leads])))
    return Outcome(replies=(*(Tell(wish, to=person.id) for person in leads), Answer(done)))


ASK_LEADS: Command[AskLeads] = Command(
    name="ask_leads",
    words={"sv": ("fråga koordinatorn",), "en": ("ask the coordinator",)},
    read=_read,
    handle=_handle,
    addressed_only=True,
    shown=frozenset(),
    examples=(
        Example("fråga koordinatorn: kan du avsluta mötet?", says="Tora Lindmo", addressed=True),
        Example("ask the coordinator: please end the meeting", says="Tora Lindmo", language="en", addressed=True),
    ),
)
