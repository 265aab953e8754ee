"""Record that the group approves an item or a document: "Godkänns", "Dagordningen godkänns", "agenda approved"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from handlers.agenda.steps import step_after
from handlers.command import Call, Claim, Command, Example, Outcome, React, Sentence, When
from handlers.conclusions.decisions_wording import APPROVAL_HINT, hints_approval
from meetings.agenda import agenda, find_items
from meetings.board import is_formal
from meetings.facts import Decided, Fact, PreviousMinutesApproved
from meetings.facts import Outcome as Kind
from meetings.record import Item, Phase

_APPROVED = r"(?:godkänns|godkändes|godkänd|godkänt|godkända|fastställs|fastställdes|fastställd|approved|adopted)"
_TAIL = r"""(?P<tail>(?:\s+(?:också|oxå|även|därmed|enhälligt|i\s+sin\s+helhet|as\s+well|too|also))*
    (?:\s*,?\s+(?:utan|med|efter|som|och\s+läggs|without|with|as)\s+(?:\S+\s*){1,8}?)?)
    (?:\s*[,–—-]\s*(?:klubb\w*|tack|bra|fint|toppen|då|så|ingen|inga|utan|no|thanks|great|good)(?:\s+\S{1,14}){0,3})?"""
# "Dagordningen är ok för alla, alltså godkänd"
_FINE = r"""(?:\s+(?:är|ser|is|looks)\s+(?:ok|okej|bra(?:\s+ut)?|fine|good)(?:\s+(?:för|med|by|with)\s+(?:alla|oss
    |everyone|all))?
    \s*,?\s*(?:alltså|så|och|därmed|och\s+därmed|so|and)?\s*)?"""
# "Dagordningen godkänns", "föreg. anteckningar: godkänns", "agenda is approved", "Godkänns"
_STATED = re.compile(
    rf"""(?P<what>[^:?!\n]{{0,70}}?){_FINE}\s*(?:\s[–—-]\s*|:\s*)?\b(?:är\s+|blev\s+|blir\s+|is\s+|are\s+|was\s+|
        were\s+)?(?:därmed\s+|också\s+|även\s+|hereby\s+|also\s+)?
        {_APPROVED}{_TAIL}[\s.!]*\Z""",
    re.IGNORECASE | re.VERBOSE,
)
# "vi godkänner dagordningen", "då godkänner mötet …", "att godkänna dagordningen", "we approve the agenda"
_BY_US = re.compile(
    rf"""(?:(?:ok|okej|då|så|och|then|so)[\s,]+){{0,3}}(?:(?:vi|mötet|gruppen|styrelsen|we|
        the\s+meeting)\s+(?:(?:har\s+)?godkän(?:ner|de|t)|fastställ(?:er|de|t)|approves?|approved|adopts?)
          |(?:godkänner|fastställer)(?:\s+(?:vi
          |mötet|gruppen|styrelsen|
            alla))?|(?:godkänns|fastställs)|att\s+(?:godkänna|fastställa))
        \s+(?P<what>[^:?!\n]{{3,70}}?){_TAIL}[\s.!]*\Z""",
    re.IGNORECASE | re.VERBOSE,
)
_CONNECTIVE = re.compile(
    r"\A(?:(?:ok|okej|okay|då|så|och|ja|bra|den|det|then|so|and|yes|it)\b[\s,.:–-]*)+", re.IGNORECASE
)
_AND = re.compile(r"\s*(?:,|\boch\b|\bo\b|&|\bsamt\b|\band\b)\s*", re.IGNORECASE)

_AGENDA = re.compile(
    r"(?:(?:förslag(?:et)?\s+till|the)\s+)?(?:dagordning(?:en)?|föredragningslista(?:n)?|"
    r"ärendelista(?:n)?|agenda(?:n)?)",
    re.IGNORECASE,
)
_PREVIOUS = re.compile(
    r"""(?:(?:the\s+)?(?:föreg\.?|föregående|förra|förra\s+(?:mötets|gångens)|senaste|previous|last)\s+(?:mötes?\s+|
        mötets\s+|meeting'?s?\s+)?)?
        (?:minnesanteckning(?:ar(?:na)?)?|mötesanteckning(?:ar(?:na)?)?|anteckningar(?:na)?|protokoll(?:et)?|
            (?:the\s+)?minutes|notes)
        (?:\s+(?:från|of|from)\s+(?:(?:föregående|förra|senaste|(?:the\s+)?(?:last|previous))\s+(?:möte(?:t)?|meeting|
            gång(?:en)?|time)|sist))?""",
    re.IGNORECASE | re.VERBOSE,
)
# Papers that a meeting approves without their being an item: "rapporten godkänns".
_PAPER = re.compile(
    r"(?:den\s+|the\s+)?(?:\w+\s+)?(?:\w*(?:rapport|information|redovisning|budget|plan|uppföljning|"
    r"ansökan|sammanställning|redogörelse|policy|rutin|verksamhetsplan|riktlinje)(?:en|n|rna|r)?|\w*(?:bokslut"
    r"|förslag|underlag|avtal|yttrande|"
    r"uppdrag|dokument|program)(?:et|en)?|report|proposal|information|budget|plan)(?:\s+(?:till|om|för|av|från|på"
    r"|kring|angående|enligt|to|for|on|of)\s+.{2,60})?",
    re.IGNORECASE,
)
_NOT_SO = re.compile(
    r"\b(?:inte|ej|not|om|när|if|kan|ska|måste|behöver|borde|tror|känns|blev|av|på\s+uppkörningen|by)\b", re.IGNORECASE
)
_CHAIRS = re.compile(r"\bordförande\b|\bmötesordförande\b|\bchair", re.IGNORECASE)


@dataclass(frozen=True)
class Approve:
    """What is approved, each thing as its item and the words for it; `previous` tells that it is the last minutes."""

    things: tuple[Approved, ...]


@dataclass(frozen=True)
class Approved:
    """One thing approved: the words for it, its item, and whether it is the previous minutes, or a paper."""

    words: str
    item: str | None = None
    previous: bool = False
    paper: bool = False


def read(sentence: Sentence, call: Call) -> Sequence[Claim[Approve]]:
    """Find an approval of the open item or of a named thing, said in an open meeting by one who leads it."""
    text = sentence.text
    if not hints_approval(text) or not call.during or not _may_approve(call):
        return ()
    step = step_after(text)
    for end in (len(text), step[0]) if step is not None else (len(text),):
        said = text[:end].strip()
        found = _STATED.fullmatch(said) or _BY_US.fullmatch(said)
        if found is None or _NOT_SO.search(found["what"]):
            continue
        things = _things(found["what"], found["tail"] or "", call)
        if things:
            return (Claim(Approve(things), (0, end)),)
    return ()


def approve(intent: Approve, call: Call) -> Outcome:
    """Record each approval as a decision, and that the previous minutes are approved when they are meant."""
    facts: list[Fact] = []
    for thing in intent.things:
        facts.append(
            Decided(
                **call.base,
                decision=call.ids.new("d"),
                item=thing.item,
                clauses=(call.texts.t("approvals.clause", what=thing.words),),
                outcome=Kind.APPROVE,
            )
        )
        earlier = _latest_published(call) if thing.previous else None
        if earlier is not None:
            facts.append(PreviousMinutesApproved(**call.base, of=earlier))
    return Outcome(tuple(facts), (React(),))


def _may_approve(call: Call) -> bool:
    """Tell whether the speaker leads the meeting: members' own approvals of a proposal decide nothing."""
    return call.leads or (call.speaker is not None and _CHAIRS.search(call.speaker.role or "") is not None)


def _things(what: str, tail: str, call: Call) -> tuple[Approved, ...]:
    named = _CONNECTIVE.sub("", what.strip(" .,:–—-")).strip(" .,:–—-")
    added = re.sub(r"\A(?:\s+(?:också|oxå|även|därmed|as\s+well|too|also))+", "", tail).rstrip(" .!")
    if not named:
        return _open_item(added, call)
    parts = [thing for part in _AND.split(named) if (thing := _thing(part, added, call))]
    if len(parts) == len(_AND.split(named)) and len({part.item for part in parts}) == len(parts):
        return tuple(parts)
    whole = _thing(named, added, call)
    return (whole,) if whole is not None else ()


def _thing(words: str, added: str, call: Call) -> Approved | None:
    entries = agenda(call.record, call.meeting.id) if call.meeting else ()
    if _AGENDA.fullmatch(words):
        item = next((entry.item.id for entry in entries if _AGENDA.search(entry.item.title)), call.item)
        return Approved(call.texts.t("approvals.agenda") + added, item)
    if _PREVIOUS.fullmatch(words):
        item = next((entry.item.id for entry in entries if _is_previous(entry.item)), call.item)
        return Approved(_previous_words(words, call) + added, item, previous=True)
    found = find_items(words, entries)
    if len(found) == 1:
        return Approved(words + added, found[0].item.id)
    return Approved(_lower_first(words) + added, call.item, paper=True) if _PAPER.fullmatch(words) else None


def _open_item(added: str, call: Call) -> tuple[Approved, ...]:
    """Give the item under discussion, by the usual words for what stands under it."""
    key = call.item or (call.meeting.item_now if call.meeting else None)
    item = call.record.items.get(key) if key else None
    if item is None:
        return ()
    if _is_previous(item):
        return (Approved(_previous_words(item.title, call) + added, call.item, previous=True),)
    words = call.texts.t("approvals.agenda") if _AGENDA.search(item.title) else item.title
    return (Approved(words + added, call.item),)


def _is_previous(item: Item) -> bool:
    return re.search(r"föreg|förra|senaste|previous|last", item.title, re.IGNORECASE) is not None and (
        _PREVIOUS.search(item.title) is not None
    )


def _previous_words(words: str, call: Call) -> str:
    minutes = re.search(r"protokoll|minutes", words, re.IGNORECASE) is not None and "anteckningar" not in words
    kind = "protocol" if minutes and is_formal(call.record) or "protokoll" in words.casefold() else "notes"
    return call.texts.t(f"approvals.previous_{kind}")


def _latest_published(call: Call) -> str | None:
    """Give the meeting that the previous minutes are of: the latest published one before this."""
    this = call.meeting.id if call.meeting else None
    earlier = [one for one in call.record.held() if one.id != this and one.phase is Phase.PUBLISHED]
    return earlier[-1].id if earlier else None


def _lower_first(words: str) -> str:
    return words if words[1:2].isupper() else words[:1].lower() + words[1:]


APPROVE: Command[Approve] = Command(
    name="approve",
    words={"sv": ("godkänns",), "en": ("approved",)},
    read=read,
    handle=approve,
    cues=(APPROVAL_HINT,),
    rest_is_said=True,
    examples=(
        Example("Dagordningen godkänns", ("decided",), when=When.DURING, lead=True),
        Example("föreg. anteckningar: godkänns", ("decided",), when=When.DURING, lead=True),
        Example("Godkänns", ("decided",), when=When.DURING, lead=True),
        Example("agenda approved", ("decided",), language="en", when=When.DURING, lead=True),
    ),
    shown=frozenset({When.DURING}),
)
