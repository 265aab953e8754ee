"""Propose items for the agenda, in set words or in ordinary ones."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from handlers.agenda import wording as say
from handlers.agenda.titles import ME, Wish, minutes_in, read_wish, split_titles, told_besides
from handlers.agenda.topics import TOPIC_CUES, may_hold_topic
from handlers.agenda.wishes import is_topic, read_asked, tells_of_it
from handlers.agenda.wording import NEXT_TIME
from handlers.calendar.dates import find_meeting, split_meeting
from handlers.command import Answer, Call, Claim, Command, Example, Outcome, React, Reply, Sentence, When
from meetings.agenda import Entry, agenda
from meetings.agenda_order import meeting_after, next_meeting
from meetings.board import is_formal
from meetings.document import doc
from meetings.errors import NotUnderstood
from meetings.facts import AttachmentAnnounced, Fact, ItemChanged, ItemMoved, ItemProposed, Owner, OwnerKind
from meetings.people import organisations, resolve, resolve_organisation
from meetings.record import Item, Meeting, Record
from meetings.sieve import Sifted
from meetings.words import fold

_LONGEST = 600
_PROPOSE_HINT = Sifted(say.PROPOSE_HINT)
# "en punkt till efter Trisam: X" tells the place before the title.
_BESIDE = re.compile(r"\b(?:direkt\s+)?(?:efter|före|innan|after|before)\s+\S.*\Z", re.IGNORECASE)


@dataclass(frozen=True)
class Proposal:
    """One item for the agenda of `meeting` (an id; None: the one it is natural to mean). `party` asks for it.

    `other` tells that it was called another question: a board takes it up under its item for those.
    """

    wish: Wish
    meeting: str | None = None
    party: str | None = None
    other: bool = False


@dataclass(frozen=True)
class ProposeItems:
    """The items that one sentence, or one label with its lines, asks for."""

    items: tuple[Proposal, ...]


@dataclass(frozen=True)
class AddToProposal:
    """What else is told of the item this message has asked for: its length, place and papers, and who presents it."""

    wish: Wish = Wish("")
    papers: bool = False
    every: bool = False


def read_proposal(sentence: Sentence, call: Call) -> Sequence[Claim[ProposeItems]]:
    """Find the items that a sentence, or a label and the lines under it, asks for."""
    text = sentence.text[:_LONGEST]
    if not (_PROPOSE_HINT.search(text) or may_hold_topic(text)):
        return ()
    return _labelled(sentence, text, call) or _plain(text, sentence, call)


def _labelled(sentence: Sentence, text: str, call: Call) -> Sequence[Claim[ProposeItems]]:
    """Read "punkt: …" and its kin; several items after "punkter" or on the bullets that follow."""
    whole = (0, len(sentence.text))
    text = say.NEW_ITEM_DASH.sub(r"\1: ", text)
    ended = say.EXTRA_LAST.match(text)
    found = say.LABEL.match(ended["head"] + ":" + ended["title"] if ended else text)
    if found is None or not say.BEFORE_LABEL.match(found["before"]) or _is_note(found["before"]):
        named = say.FOR_A_MEETING.match(text)
        meeting = find_meeting(named["to"], call) if named else None
        if named is None:
            return ()
        return [Claim(ProposeItems((_proposal(named["title"], call, False, meeting),)), whole)]
    meeting = find_meeting(found["to"], call) or find_meeting(found["before"], call)
    title = found["title"].strip()
    beside = _BESIDE.search(found["to"])
    if title and beside is not None:
        title = f"{title}, {beside[0]}"
    if title:
        titles = split_titles(title) if found["many"] or found["many2"] else (title,)
        other = say.OTHER_QUESTION.match(found["head"]) is not None
        items = [replace(_proposal(one, call, False, meeting), other=other) for one in titles]
        if ended and len(items) == 1:
            end: Literal["first", "last"] = "last" if ended["end"].casefold() == "sist" else "first"
            items = [replace(items[0], wish=replace(items[0].wish, place=end))]
        return [Claim(ProposeItems(tuple(items)), whole)]
    bullets = []
    for line in sentence.following:
        if not line.bullet:
            break
        bullets.append(line)
    if not bullets:
        return [Claim(ProposeItems(()), whole)] if call.addressed else ()
    items = [_proposal(line.text, call, False, meeting) for line in bullets if line.level == 0]
    return [Claim(ProposeItems(tuple(items)), whole, lines=len(bullets))]


def _is_note(before: str) -> bool:
    return (
        re.search(r"\b(?:beslut|uppgift|anteckn\w*|note\w*|ingen|vilken|varje|på|under)\b", before, re.IGNORECASE)
        is not None
    )


def _plain(text: str, sentence: Sentence, call: Call) -> Sequence[Claim[ProposeItems]]:
    asked = read_asked(text, sentence, call)
    items: list[Proposal] = []
    for one in asked:
        raw, meeting = split_meeting(one.raw, call)
        meeting = meeting or (find_meeting(text[: one.span[0]], call) if one.span[0] else None)
        if meeting is None and NEXT_TIME.search(text):
            meeting = meeting_after(call.record, call.during)
        item = _proposal(raw, call, one.plain, meeting, one.party)
        if not is_topic(item.wish.title):
            continue
        if one.minutes is not None:
            item = replace(item, wish=replace(item.wish, minutes=one.minutes))
        items.append(item)
    return [Claim(ProposeItems(tuple(items)), asked[0].span, lines=asked[0].lines)] if items else ()


def _proposal(raw: str, call: Call, plain: bool, meeting: Meeting | None, party: str | None = None) -> Proposal:
    target = meeting or _natural(call)
    wish = read_wish(raw, agenda(call.record, target.id) if target else (), plain=plain)
    return Proposal(wish, meeting.id if meeting else None, party)


def _natural(call: Call) -> Meeting | None:
    return call.meeting if call.during else next_meeting(call.record)


# ---------------------------------------------------------------------------------- what becomes of it


def propose_items(intent: ProposeItems, call: Call) -> Outcome:
    """Put items on the agenda; say where one stands when something had to be made of the words."""
    if not any(item.wish.title.strip(" …") for item in intent.items):
        raise NotUnderstood("item")
    facts: list[Fact] = []
    replies: list[Reply] = []
    for proposal in intent.items:
        if proposal.wish.title.strip(" …"):
            outcome = _propose(proposal, call)
            facts += outcome.facts
            replies += outcome.replies
    return Outcome(tuple(facts), tuple(dict.fromkeys(replies)))


def _propose(proposal: Proposal, call: Call) -> Outcome:
    wish = proposal.wish
    meeting = call.record.meetings.get(proposal.meeting) if proposal.meeting else _natural(call)
    there = _standing_already(wish.title, meeting, call.record)
    if there is not None:
        said = call.texts.paragraph("agenda.there_already", number=there.number, title=there.item.title)
        return Outcome(_completed(there.item, proposal, call), (Answer(doc(said)),))
    item = call.ids.new("i")
    under = _other_business(meeting, call) if proposal.other else None
    facts: list[Fact] = [
        ItemProposed(
            **call.base,
            item=item,
            title=wish.title,
            owner=owner_of(wish.owner or proposal.party, call),
            minutes=wish.minutes,
            after=wish.after,
            before=wish.before,
            for_meeting=meeting.id if meeting else None,
            attachment=wish.attachment,
            under=under,
        )
    ]
    if wish.place:
        facts.append(ItemMoved(**call.base, item=item, place=wish.place))
    if wish.attachment and not call.files:
        facts.append(_papers(item, meeting, call))
    return Outcome(tuple(facts), (React(), *_where_it_stands(proposal, item, meeting, call)))


def _other_business(meeting: Meeting | None, call: Call) -> str | None:
    """Give the standing item of a board's agenda under which other questions are taken up."""
    if meeting is None or not is_formal(call.record):
        return None
    standing = (entry.item for entry in agenda(call.record, meeting.id) if entry.item.standing)
    return next((item.id for item in standing if say.OTHER_BUSINESS.search(item.title)), None)


def _papers(item: str, meeting: Meeting | None, call: Call) -> Fact:
    base = {**call.base, "meeting": meeting.id} if meeting else call.base
    return AttachmentAnnounced(**base, item=item, announced=True)


def _standing_already(title: str, meeting: Meeting | None, record: Record) -> Entry | None:
    """Give the item that has this title already, or has it before a comma: "Lokalerna, hur det går"."""
    entries = agenda(record, meeting.id) if meeting else ()
    return next((entry for entry in entries if fold(title) in (fold(entry.item.title), _head(entry.item.title))), None)


def _head(title: str) -> str:
    return fold(re.split(r",\s|\s[–—-]\s|:\s|\s\(", title, maxsplit=1)[0])


def _completed(item: Item, proposal: Proposal, call: Call) -> tuple[Fact, ...]:
    """Give what a wish tells of an item that is there already, and nobody had told."""
    told = proposal.wish.minutes or minutes_in(call.text.rstrip(" .!)"))
    minutes = told if item.minutes is None else None
    owner = owner_of(proposal.wish.owner or proposal.party, call) if item.owner is None else None
    if minutes is None and owner is None:
        return ()
    return (ItemChanged(**call.base, item=item.id, minutes=minutes, owner=owner),)


def _where_it_stands(proposal: Proposal, item: str, meeting: Meeting | None, call: Call) -> tuple[Answer, ...]:
    wish = proposal.wish
    if meeting is None or proposal.other or not (wish.shortened or wish.placed):
        return ()
    made = Item(
        id=item, title=wish.title, for_meeting=meeting.id, after=wish.after, before=wish.before, place=wish.place
    )
    seen = replace(call.record, items={**call.record.items, item: made})
    entry = next(entry for entry in agenda(seen, meeting.id) if entry.item.id == item)
    length = "" if wish.minutes is None else call.texts.t("agenda.minutes", n=wish.minutes)
    key = "agenda.stands_at" if meeting.id == _id(_natural(call)) else "agenda.stands_at_meeting"
    day = call.texts.short_date(meeting.date, call.now.date())
    return (Answer(doc(call.texts.paragraph(key, number=entry.number, title=wish.title, length=length, day=day))),)


def _id(meeting: Meeting | None) -> str | None:
    return meeting.id if meeting else None


def owner_of(name: str | None, call: Call) -> Owner | None:
    """Give who an item is presented by; `ME` is the speaker. A name that fits nobody is kept as it was written."""
    if name is None:
        return None
    if name == ME:
        speaker = call.speaker
        return Owner(
            kind=OwnerKind.PERSON, name=speaker.name if speaker else call.author, person=speaker.id if speaker else None
        )
    person = resolve(name, call.record.members).person
    if person is not None:
        return Owner(kind=OwnerKind.PERSON, name=person.name, person=person.id)
    organisation = resolve_organisation(name, organisations(call.record.members))
    if isinstance(organisation, str):
        return Owner(kind=OwnerKind.ORGANISATION, name=organisation)
    return Owner(kind=OwnerKind.UNKNOWN, name=name)


def read_addition(sentence: Sentence, call: Call) -> Sequence[Claim[AddToProposal]]:
    """Find a sentence that only tells the length or the papers of what was asked for before it in the message."""
    text = sentence.text[:_LONGEST]
    if sentence.first or not text or not call.ids.given("i"):
        return ()
    whole = (0, len(sentence.text))
    papers = say.ONLY_PAPERS.match(text)
    if papers:
        return [Claim(AddToProposal(papers=True, every=papers["all"] is not None), whole)]
    meeting = _natural(call)
    told = told_besides(text, agenda(call.record, meeting.id) if meeting else ()) or tells_of_it(text)
    if told is not None:
        return [Claim(AddToProposal(told), whole)]
    if say.ONLY_LENGTH.match(text) or (call.when is When.BEFORE and say.ENDS_WITH_LENGTH.search(text)):
        return [Claim(AddToProposal(Wish("", minutes=minutes_in(text.rstrip(" .!?)")))), whole)]
    if say.SETS_IT_UP.match(text):
        return [Claim(AddToProposal(), whole)]
    return ()


def add_to_proposal(intent: AddToProposal, call: Call) -> Outcome:
    """Complete the item that the same message asked for before."""
    items = call.ids.given("i")
    wish = intent.wish
    facts: list[Fact] = []
    owner = owner_of(wish.owner, call)
    if wish.minutes is not None or owner is not None:
        facts.append(ItemChanged(**call.base, item=items[-1], minutes=wish.minutes, owner=owner))
    if wish.placed:
        facts.append(ItemMoved(**call.base, item=items[-1], after=wish.after, before=wish.before, place=wish.place))
    if facts:
        return Outcome(tuple(facts))
    if intent.papers:
        meeting = _natural(call)
        return Outcome(tuple(_papers(item, meeting, call) for item in (items if intent.every else items[-1:])))
    return Outcome()


PROPOSE_ITEM: Command[ProposeItems] = Command(
    name="propose_item",
    words={"sv": ("punkt", "punkter", "ärende", "övrig fråga"), "en": ("agenda item", "item")},
    read=read_proposal,
    handle=propose_items,
    cues=(say.PROPOSE_HINT, *TOPIC_CUES),
    examples=(
        Example("punkt: Bemanning i sommar (10 min)", gives=("item_proposed",)),
        Example("Kan vi ta upp det nya hyresavtalet också?", gives=("item_proposed",), says="Det nya hyresavtalet"),
        Example("punkter från oss:\n- enkäten\n- flytten", gives=("item_proposed", "item_proposed")),
        Example("lägg till punkt: Språkstöd (Karin Holmsund drar, 20 min)", gives=("item_proposed",), addressed=True),
        Example("AF vill informera om nya kurser, lägg den före Trisam tack", gives=("item_proposed",), says="punkt 6"),
        Example("övrig fråga: nycklar till förrådet", gives=("item_proposed",), when=When.DURING),
        Example("agenda item: shared calendars", gives=("item_proposed",), language="en"),
        Example("could we talk about the summer staffing as well?", gives=("item_proposed",), language="en"),
    ),
)

ADD_TO_PROPOSAL: Command[AddToProposal] = Command(
    name="add_to_proposal",
    words={"sv": (), "en": ()},
    read=read_addition,
    handle=add_to_proposal,
    examples=(
        Example("punkt: Hyran\nca 15 min", gives=("item_proposed", "item_changed")),
        Example("agenda item: rent\nabout 15 min", gives=("item_proposed", "item_changed"), language="en"),
    ),
    shown=frozenset(),
)
