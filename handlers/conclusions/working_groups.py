"""Read that a meeting sets up a working group, and who is to be in it: certain, interested, one or the other."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from handlers.command import Call, Claim, Command, Example, Outcome, React, Reply, Sentence, When
from handlers.conclusions import working_groups_wording as say
from handlers.reading.asking import ask
from meetings.document import doc
from meetings.errors import NotUnderstood
from meetings.facts import (
    About,
    Agreed,
    Decided,
    Fact,
    Noted,
    Option,
    WorkingGroupFormed,
    WorkingGroupJoined,
    WorkingGroupVacant,
)
from meetings.people import looks_like_name, organisations, resolve, resolve_organisation, split_names
from meetings.record import Meeting, WorkingGroup
from meetings.words import fold, sentences

Degree = Literal["member", "interested", "either_or"]

_ME = ("jag", "i", "undertecknad")


@dataclass(frozen=True)
class _Named:
    """Names as they were written, and how sure it is that they are in the group."""

    names: tuple[str, ...]
    degree: Degree


@dataclass(frozen=True)
class NameMembers:
    """Names for the working group that was set up last."""

    who: str


def gather_working_groups(said: Sequence[Fact], call: Call) -> Outcome:
    """Give the facts of what a message's notes, agreements and decisions say about working groups."""
    facts: list[Fact] = []
    replies: list[Reply] = []
    for fact in said if call.meeting is not None and call.meeting.is_held else ():
        if not isinstance(fact, Noted | Agreed | Decided) or isinstance(fact, Noted) and fact.held:
            continue
        under = replace(call, item=fact.item)
        for text in _texts(fact):
            for start, end in sentences(text) if say.HINT.search(text) else ():
                outcome = _of_sentence(text[start:end].strip(" -•*"), facts, under)
                facts += outcome.facts
                replies += outcome.replies
    return Outcome(tuple(facts), tuple(replies))


def _texts(fact: Noted | Agreed | Decided) -> tuple[str, ...]:
    match fact:
        case Noted():
            return tuple(block.text for block in fact.blocks)
        case Agreed():
            return (fact.text,)
        case Decided():
            return fact.clauses


def _of_sentence(sentence: str, said: Sequence[Fact], call: Call) -> Outcome:
    """Read one sentence; `said` is what those before it in the message brought."""
    formed = _formed(sentence, call)
    group = formed.group if formed is not None else _latest(said, call)
    if group is None:
        return Outcome()
    facts: list[Fact] = [formed] if formed is not None else []
    replies: list[Reply] = []
    spoken_of = bool(said) or _now_there(call)
    for one in _members(sentence, formed is not None, spoken_of):
        outcome = _joined(one, group, call)
        facts += outcome.facts
        replies += outcome.replies
    return Outcome((*facts, *_vacant(sentence, group, call, spoken_of=spoken_of)), tuple(replies))


def _formed(sentence: str, call: Call) -> WorkingGroupFormed | None:
    found = say.PASSIVE.search(sentence) or say.ACTIVE.search(sentence)
    if found is None or say.NOT_SO.search(sentence[: found.end() - len(found["rest"])]) or _of_others(sentence, call):
        return None
    told = say.PURPOSE.match(found["rest"])
    purpose = told["purpose"].strip(" ,.") if told is not None else None
    return WorkingGroupFormed(**call.base, group=call.ids.new("w"), item=call.item, purpose=purpose)


def _of_others(sentence: str, call: Call) -> bool:
    """Tell whether a working group is one party's own, or another body's: that is information only."""
    inside = say.INSIDE.search(sentence)
    if inside is not None and (_party(inside["who"], call) or fold(inside["who"]).split(" ")[0] in _BODIES):
        return True
    subject = say.SUBJECT.match(sentence)
    if subject is None:
        return False
    who = fold(subject["who"]).removesuffix(" har").strip()
    return bool(_party(subject["who"], call)) or who.split(" ")[-1] in _BODIES


_BODIES = frozenset(
    "kommunen regionen förvaltningen myndigheten försäkringskassan arbetsförmedlingen länet länsstyrelsen skolan "
    "psykiatrin socialtjänsten förbundet hälsocentralen primärvården ledningen".split()
)


def _party(words: str, call: Call) -> bool:
    return isinstance(resolve_organisation(words.strip(" ."), organisations(call.record.people.values())), str)


def _members(sentence: str, formed: bool, spoken_of: bool) -> Iterator[_Named]:
    """Read who is named for the group; "är gärna med" only where the talk is of the group."""
    if formed:
        consisting = say.CONSISTING.search(sentence)
        if consisting is not None:
            yield from _split(consisting["who"], "member")
        return
    for pattern in (say.INTERESTED, say.GLADLY):
        found = pattern.match(sentence)
        if found is not None:
            if found["group"] or spoken_of:
                yield from _split(found["who"], "interested")
            return
    certain = say.MEMBERS.match(sentence)
    if certain is not None:
        yield from _split(certain["who"] or certain["who2"], "member")


def _split(who: str, degree: Degree) -> Iterator[_Named]:
    """Part a list into names; two of which one is to come stand together."""
    for part in split_names(who):
        either = say.OR.split(part)
        names = tuple(name.strip(" .") for name in either if name.strip(" ."))
        yield _Named(names, "either_or" if len(names) > 1 else degree)


def _joined(named: _Named, group: str, call: Call) -> Outcome:
    facts: list[Fact] = []
    replies: list[Reply] = []
    for name in named.names:
        if fold(name) in _ME and call.speaker is not None:
            me = call.speaker
            facts.append(_member(group, me.name, me.id, named.degree, call))
            continue
        found = resolve(name, tuple(call.record.people.values()))
        if found.candidates:
            asked = _ask_who(name, [person.name for person in found.candidates], named.degree, call)
            facts += asked.facts
            replies += asked.replies
        elif found.person is not None:
            facts.append(_member(group, found.person.name, found.person.id, named.degree, call))
        elif looks_like_name(name):
            facts.append(_member(group, name, None, named.degree, call))
    return Outcome(tuple(facts), tuple(replies))


def _member(group: str, name: str, person: str | None, degree: Degree, call: Call) -> WorkingGroupJoined:
    return WorkingGroupJoined(**call.base, group=group, name=name, person=person, degree=degree)


def _ask_who(name: str, people: Sequence[str], degree: Degree, call: Call) -> Outcome:
    key = "interested" if degree == "interested" else "member"
    options = [Option(label=one, text=call.texts.t(f"working_groups.say_{key}", name=one)) for one in people]
    question = doc(call.texts.t("working_groups.which", name=name, people=call.texts.either(people)))
    return ask(call, About.WHO, question, options=options, concerns=f"{call.said.message}:{name}")


def _vacant(sentence: str, group: str, call: Call, *, spoken_of: bool) -> list[Fact]:
    found = say.VACANT.match(sentence)
    if found is None or not (spoken_of or re.search(say.THE_GROUP, sentence, re.IGNORECASE)):
        return []
    facts: list[Fact] = []
    for part in split_names(found["who"] or found["who2"]):
        known = resolve_organisation(part, organisations(call.record.people.values()))
        name = known if isinstance(known, str) else part
        if isinstance(known, str) or (fold(part).split(" ")[-1] in (*_BODIES, "vården", "skolan") and found["who"]):
            facts.append(WorkingGroupVacant(**call.base, group=group, organisation=name))
    return facts


def _latest(said: Sequence[Fact], call: Call) -> str | None:
    """Give the working group that is being talked of: the one set up last, in this message or this meeting."""
    formed = [fact.group for fact in said if isinstance(fact, WorkingGroupFormed)]
    if formed:
        return formed[-1]
    there = _of_meeting(call.meeting)
    return there[-1].id if there else None


def _of_meeting(meeting: Meeting | None) -> list[WorkingGroup]:
    return list(meeting.working_groups.values()) if meeting is not None else []


def _now_there(call: Call) -> bool:
    """Tell whether the item that is open is the one that a working group was set up under."""
    here = call.item or (call.meeting.item_now if call.meeting else None)
    return any(group.item == here for group in _of_meeting(call.meeting))


# --------------------------------------------------------------------------------------- said outright


def _read(sentence: Sentence, call: Call) -> Sequence[Claim[NameMembers]]:
    found = say.LABEL.match(sentence.text)
    if found is None or not (call.addressed or _of_meeting(call.meeting)):
        return ()
    return (Claim(NameMembers(found["who"]), (0, len(sentence.text))),)


def _handle(intent: NameMembers, call: Call) -> Outcome:
    """Put people into the working group of the meeting; one is set up when there is none."""
    facts: list[Fact] = []
    group = _latest((), call)
    if group is None:
        if call.meeting is None or not call.meeting.is_held:
            raise NotUnderstood("working_group")
        formed = WorkingGroupFormed(**call.base, group=call.ids.new("w"), item=call.item)
        facts.append(formed)
        group = formed.group
    interested = say.INTERESTED.match(intent.who) or say.GLADLY.match(intent.who)
    who = interested["who"] if interested is not None else intent.who
    replies: list[Reply] = [React()]
    for named in _split(who, "interested" if interested is not None else "member"):
        outcome = _joined(named, group, call)
        facts += outcome.facts
        replies += outcome.replies
    return Outcome(tuple(facts), tuple(replies))


NAME_MEMBERS: Command[NameMembers] = Command(
    name="name_members",
    words={"sv": ("arbetsgruppen",), "en": ("working group",)},
    read=_read,
    handle=_handle,
    cues=(say.LABEL,),
    shown=frozenset({When.DURING, When.AFTER}),
    examples=(
        Example(
            "arbetsgruppen: Malin Ros, Olle Berg",
            ("working_group_formed", "working_group_joined", "working_group_joined"),
            when=When.DURING,
            addressed=True,
        ),
        Example(
            "working group: Malin Ros is interested",
            ("working_group_formed", "working_group_joined"),
            language="en",
            when=When.DURING,
            addressed=True,
        ),
    ),
)
