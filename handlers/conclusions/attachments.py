"""Note what belongs to an item: a file that was sent along, a link, or an attachment that is only announced."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from handlers.command import Call
from meetings.facts import (
    ActionAgreed,
    Agreed,
    AttachmentAnnounced,
    Decided,
    DecisionProposed,
    Fact,
    ItemProposed,
    Noted,
    QuestionRaised,
)
from meetings.text import line, link

_HINT = re.compile(r"bilaga|bilagor|bifoga|medfölj|följer\s+med|länk|attach|enclosed|\blink\b", re.IGNORECASE)
_URL = re.compile(r"https?://[^\s<>\"]+", re.IGNORECASE)
_URL_TAIL = re.compile(r"[.,;:!?)\]]+\Z")
# Promised or referred to: "(bilaga kommer)", "bilaga följer", "se bilaga", "visas i bildspel (medföljer)".
_ANNOUNCED = re.compile(
    r"""(?P<paren>\(\s*)?(?:
        \bse\s+(?:även\s+|vidare\s+)?(?:bifogad\s+)?bilag(?:a|or(?:na)?|an)\b(?:\s+(?P<number>\d{1,2}|[A-H])\b)?
      | \bbilag(?:a|or(?:na)?|an)\b(?:\s+(?P<number2>\d{1,2}|[A-H])\b)?(?:\s+(?:kommer|följer|skickas|läggs|bifogas|
          medföljer|finns|med|delas)\b[^.;()\n]{0,40})?
      | \b(?:medföljer|bifogas|följer\s+med)\b(?:\s+(?:minnes|mötes)?anteckningarna|\s+protokollet|\s+som\s+bilaga)?
      | \b(?:see\s+)?(?:attachment|attached|enclosed)\b(?:\s+(?:follows|to\s+follow|will\s+follow|is\s+coming))?
    )(?(paren)[^)\n]*\)?)""",
    re.IGNORECASE | re.VERBOSE,
)
# Talk about attachments that announces none.
_NONE = re.compile(
    r"\b(?:ingen|inga|utan|saknas?|hittar\s+inte|öppna|vilken|någon|nån|finns\s+det|var\s+är|har\s+ni|"
    r"no|without|missing|can't|cannot|which|where)\b[^.;\n]{0,40}\b(?:bilag\w+|länk\w*|attachments?|"
    r"link)\b"
    r"|\b(?:bilag\w+|länk\w*|attachment|link)\b[^.;\n]{0,30}\b(?:saknas|fungerar\s+inte|funkar\s+inte|"
    r"går\s+inte|missing)\b",
    re.IGNORECASE,
)
# The thing an attachment is: "visas i bildspel (medföljer)", "rapporten bifogas".
_PAPER = re.compile(
    r"\b(?P<name>\w*(?:bildspel|presentation|rapport|statistik|sammanställning|underlag|inbjudan|"
    r"dokument|plan|avtal|ansökan|redovisning|enkät|lista|protokoll|diagram|broschyr|utkast|blankett|"
    r"policy|karta|budget|slides|report|invitation|document)(?:en|et|n|t|erna|arna)?)\b",
    re.IGNORECASE,
)
_CALLED = re.compile(r"\b(?:bilag(?:a|an|or)|länk(?:en|ar)?|bifogat|attachment|link)\b", re.IGNORECASE)

_SAID = (Noted, Decided, Agreed, DecisionProposed, QuestionRaised, ActionAgreed)


@dataclass(frozen=True)
class Attachment:
    """Something that belongs to an item; `announced` while it is only promised, `sent` when it came as a file."""

    name: str | None = None
    url: str | None = None
    announced: bool = True
    sent: bool = False
    ref: str | None = None


def read_attachments(text: str, call: Call) -> tuple[Attachment, ...]:
    """Find the attachments that a note announces or links to, and the files sent with its message."""
    files = sent_files(call)
    if not _HINT.search(text) or text.rstrip().endswith("?") or _NONE.search(text):
        return files
    linked = tuple(
        Attachment(url=url, announced=False)
        for found in _URL.finditer(text)
        if _CALLED.search(text, 0, found.start()) and (url := link(_URL_TAIL.sub("", found[0])))
    )
    if linked or files:
        return (*files, *linked)
    return tuple(_announced(text, found) for found in _ANNOUNCED.finditer(text))[:1]


def attach(intents: Sequence[Attachment], call: Call, *, item: str | None = None) -> tuple[Fact, ...]:
    """Make the facts of attachments under an item."""
    return tuple(
        AttachmentAnnounced(**call.base, item=item, name=one.name, url=one.url, announced=one.announced, ref=one.ref)
        for one in intents
    )


def sent_files(call: Call) -> tuple[Attachment, ...]:
    """Give the files sent with a message."""
    if not call.shared:
        return tuple(Attachment(line(name), announced=False, sent=True) for name in call.files if line(name))
    return tuple(
        Attachment(line(one.name), link(one.url) if one.url else None, announced=False, sent=True, ref=one.ref)
        for one in call.shared
        if line(one.name)
    )


def attach_files(facts: Sequence[Fact], call: Call) -> tuple[Fact, ...]:
    """Let the files of a message belong to what it says: the item it proposes, else where its words were taken down."""
    files = sent_files(call)
    if not files or call.warned:
        return ()
    item = next((fact for fact in facts if isinstance(fact, ItemProposed)), None)
    if item is not None:
        planned = attach(files, call, item=item.item)
        return tuple(one.model_copy(update={"meeting": item.for_meeting or one.meeting}) for one in planned)
    said = next((fact for fact in facts if isinstance(fact, _SAID)), None)
    return attach(files, call, item=said.item) if said is not None and call.during is not None else ()


def _announced(text: str, found: re.Match[str]) -> Attachment:
    """Name an announced attachment by its number, else by the paper named nearest before it."""
    number = found["number"] or found["number2"]
    if number:
        return Attachment(name=line(f"bilaga {number}"))
    papers = _PAPER.findall(text, 0, found.start())
    if papers:
        return Attachment(name=papers[-1])
    following = _PAPER.match(text[found.end() :].lstrip(" :–-"))
    return Attachment(name=following["name"] if following else None)
