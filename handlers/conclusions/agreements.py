"""Record what the group agrees on without deciding it, and ask the lead when a proposal wins support."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from dataclasses import dataclass

from handlers.command import Call, Claim, Command, Example, Outcome, React, Sentence, When
from handlers.reading.asking import ask
from handlers.tasks.actions import register_actions
from handlers.tasks.reading import set_by
from meetings.document import doc
from meetings.errors import NotAllowed, NotUnderstood, WrongPhase
from meetings.facts import About, Agreed, Answered, Decided, Fact, Option
from meetings.record import Passage, Pending

_HINT = re.compile(
    r"överens|eniga?\b|\bense\b|tycker|anser|invändning|objection|emot\b|enhet|enades|enas\b|samsyn|önskar|positiv"
    r"|säger\s+(?:så"
    r"|vi|det)|fram\s+till|landa|slutsats"
    r"|bakom|"
    r"ställningstagande|agree|konsensus|consensus|the\s+parties|\b(?:ja|jo|japp|yes|nej|no|nix)\b|"
    r"beslut|decision|nickar|nods|tummen|gillar|köper|stödj?er|ställer\s+upp|med\s+på|gör\s+vi|kör\s+vi|får\s+det"
    r"|blir\s+det|on\s+board|favour|"
    r"happy|let's|we'll",
    re.IGNORECASE,
)
# "Överenskommelse: …", "registrera som överenskommelse: …"
_LABEL = re.compile(
    r"""(?:(?:ja|jo|japp|yes|ok|okej)\b[\s,.!]*)?(?:(?:gärna\s+)?(?:registrera|skriv|notera|för|lägg|ta|record|note|
        register|add)\s+(?:(?:in|upp|till|med|det|den|it)\s+){0,2}(?:(?:som|en|as|an)\s+){0,2})?
        (?:överenskommelse|överenskommet|överens|ställningstagande|samsyn|konsensus|agreement|agreed)
        (?:\s*:|\s+[–—-](?=\s))\s*(?P<body>\S.*)\Z""",
    re.IGNORECASE | re.VERBOSE | re.DOTALL,
)
_US = r"(?:vi|parterna|(?:hela\s+)?gruppen|mötet|alla(?:\s+(?:parter|här|runt\s+bordet))?|samtliga(?:\s+parter)?)"
# What is agreed follows the wording …
_LEADS_TO_IT = re.compile(
    rf"""(?:(?:ok|okej|bra|då|så|alltså|men|och|ok\s+så)\b[\s,.!–-]*){{0,3}}(?:
        (?:{_US}\s+(?:är|e|ä|var|blev)|(?:då\s+)?(?:är|e|blev)\s+{_US})\s+(?:alltså\s+|nu\s+|alla\s+|helt\s+|då\s+|
            rörande\s+){{0,3}}(?:överens|eniga?|ense)\s+om
      | {_US}\s+(?:enades|enas|har\s+enats|(?:kom|kommer|har\s+kommit)\s+överens)\s+om(?:\s+följande\s*:)?
      | (?:vi|gruppen|mötet|parterna)\s+(?:kom|kommer|har\s+kommit)\s+fram\s+till(?=\s+att\b)
      | (?:vi|gruppen|mötet|parterna)\s+landa(?:r|de)\s+i(?=\s+att\b)
      | slutsatsen\s+(?:blir|blev|är)(?=\s+att\b)
      | det\s+(?:råder|finns)\s+(?:en\s+)?(?:enighet|samsyn|konsensus|samstämmighet)\s+(?:om|kring)
      | (?:(?:stor|full|bred|total)\s+)?(?:enighet|samsyn|konsensus|samstämmighet)\s+(?:om|kring)
      | ingen\s+(?:här\s+)?har\s+(?:något|nåt|någonting|några\s+invändningar)\s+(?:e?mot)(?=\s+att\b)
      | (?:we|everyone|everybody|the\s+group|the\s+meeting|all\s+parties|the\s+parties)\s+(?:(?:all|have|has|are|is|
          now)\s+)*(?:agree|agrees|agreed)(?=\s+(?:to|that|on)\b)
      | (?:we(?:['’]re|\s+are)|(?:all\s+|the\s+)?parties\s+are|everyone\s+is
        |everyone['’]s)\s+(?:all\s+)?(?:agreed(?=\s+(?:to|that)\b)|agreed\s+on
          |in\s+agreement(?:\s+(?:on|about|over))?(?!\w))
      | there\s+(?:is|was)\s+(?:broad\s+|full\s+|clear\s+)?(?:consensus|agreement)(?:\s+(?:on|about|around))?
      | (?:there\s+(?:are|were)\s+)?no\s+objections\s+to | nobody\s+(?:objects|objected|minds)(?:\s+to|\s+if)?
      | agreed(?=\s+(?:to|that)\b)
      )\s+(?P<body>\S.*)\Z""",
    re.IGNORECASE | re.VERBOSE | re.DOTALL,
)
_SO_SAYS = re.compile(
    r"(?:(?:ok|okej|bra|då|så|ja|men)\b[\s,.!–-]*){0,4}(?:vi\s+säger|säger\s+vi)\s+(?:så|"
    r"det)(?:\s+då)?\s*(?:,|:|–|-|att\b)\s*(?P<body>\S.*)\Z",
    re.IGNORECASE | re.DOTALL,
)
# … or the whole sentence is the agreement: "Parterna önskar …", "Gruppen är i stort positiv till …".
_WHOLE = re.compile(
    r"""(?:(?:alla\s+|samtliga\s+)?parter(?:na)?|(?:hela\s+)?gruppen|mötet|alla)\s+(?:tycker|anser
    |menar)\s+(?:att\s+)?vi\s+(?:ska|bör)\s+\S.*
      | (?:(?:alla\s+|samtliga\s+)?parter(?:na)?|(?:hela\s+)?gruppen|mötet)\s+(?:önskar|vill|ser\s+gärna|
        (?:ställer|ställde)\s+sig\s+(?:i\s+stort\s+)?(?:positiv|bakom)\w*)\s+\S.*
      | (?:gruppen|alla(?:\s+parter)?|parterna|mötet|samtliga(?:\s+parter)?)\s+är\s+(?:i\s+stort(?:\s+sett)?\s+|
          överlag\s+|mycket\s+|alla\s+)?positiva?\s+till\s+\S.*
      | (?:alla(?:\s+(?:parter|här|runt\s+bordet))?|samtliga(?:\s+parter)?|gruppen|parterna|mötet)\s+(?:nickar
        |nickade|nickar\s+bifall|ställer\s+upp|
          är\s+med|säger\s+ja|sa\s+ja|ger\s+tummen\s+upp|gillar|köper|stöder|stödjer|står\s+bakom
            |tycker\s+(?:bra\s+)?om|tror\s+på)
          \s+(?:till\s+|på\s+|åt\s+|för\s+)?\S.{8,}
      | (?:all\s+|the\s+)parties\s+(?:wish|want)\s+to\s+\S.*
      | (?:everyone|everybody|all\s+of\s+us|we\s+all|the\s+group)\s+(?:is\s+|are\s+)?(?:nods?|nodded|happy|fine
        |on\s+board|in\s+favour|okay|ok)
          \s+(?:to|with|of|about|at)\s+\S.{8,}""",
    re.IGNORECASE | re.VERBOSE | re.DOTALL,
)
# … or it is said last that so it will be: "vi börjar kvart över framöver, så får det bli".
_SO_BE_IT = re.compile(
    r"""(?P<body>\S.{11,300}?)[\s,.!–-]+(?:(?:så|då)\s+(?:gör|kör|säger|bestämmer)\s+vi(?:\s+(?:så|det|på\s+det))?
        |(?:så|det)\s+(?:får|blir)\s+det(?:\s+(?:bli|så))?
        |(?:let's|we'll)\s+(?:go|do|leave\s+it)\s+(?:with\s+|at\s+)?(?:that|it))[\s.!]*\Z""",
    re.IGNORECASE | re.VERBOSE,
)
# The agreement only points: nothing to write down.
_POINTS = re.compile(
    r"(?:det|detta|den|this|that|it|disagree|to\s+disagree)[\s.!]*(?:här|då|eller|iaf)?[\s.!?]*\Z", re.IGNORECASE
)
_ALL_WITH = re.compile(
    r"[\s.,!]*\b(?:alla\s+med\s+på\s+(?:det|tåget)|ok\s+för\s+alla|okej\s+för\s+alla)\b.*\Z", re.IGNORECASE | re.DOTALL
)
_YES = re.compile(r"(?:ja|jo|japp|jajamän|yes|yep|ok|okej|gärna|gör\s+det)\b", re.IGNORECASE)
_NO = re.compile(r"(?:nej|nix|nope|no|inte|låt\s+bli)\b", re.IGNORECASE)
_AS_DECISION = re.compile(r"\b(?:beslut|decision)\b", re.IGNORECASE)
_AS_AGREEMENT = re.compile(r"\b(?:överenskommelse|agreement)\b", re.IGNORECASE)
# What makes a note a proposal, so that support for it is more than applause.
_PROPOSES = re.compile(
    r"""\b(?:föreslår|förslag|förslagsvis|ska\s+vi|kan\s+vi|vi\s+kan|vi\s+ska|vi\s+bör|bör\s+vi|borde|gärna|hellre|
        låt\s+oss|tycker|vill|önskar|räcker|kör\s+(?:vi|på)|tar\s+vi|provar|testar|istället|enklast|bäst
        |propose|suggest|let's|should|could\s+we|why\s+not)\b
      | (?:\A|[.,;!]\s+|\boch\s+|\bmen\s+)(?:ställ|behåll|kalla|flytta|ta|låt|lägg|skippa|stryk|börja|sluta|byt|boka|
          kör|skjut|hoppa|samla|dela|gör|keep|move|cancel|call|skip)\b""",
    re.IGNORECASE | re.VERBOSE,
)
_ENOUGH_SUPPORT = 2


@dataclass(frozen=True)
class Agree:
    """What is agreed on, in its own words."""

    text: str


@dataclass(frozen=True)
class SettleProposal:
    """The lead's answer about a proposal: record it `as_` something, in other words when there are any, or not."""

    as_: str | None
    text: str | None = None


def read(sentence: Sentence, call: Call) -> Sequence[Claim[Agree]]:
    """Find an agreement: in so many words at any time, else while the meeting is open."""
    text = sentence.text.strip()
    if not _HINT.search(text):
        return ()
    label = _LABEL.match(text)
    if label is not None and not _is_joke(label, call):
        return (Claim(Agree(_clean(label["body"])), (0, len(sentence.text))),)
    if text.endswith("?") or not (call.during or call.addressed):
        return ()
    found = _LEADS_TO_IT.match(text) or _SO_SAYS.match(text)
    if found is not None and not _POINTS.match(found["body"]):
        return (Claim(Agree(_clean(found["body"])), (0, len(sentence.text))),)
    if _WHOLE.match(text):
        settled = _SO_BE_IT.match(text)
        return (Claim(Agree(_clean(settled["body"] if settled else text)), (0, len(sentence.text))),)
    settled = _SO_BE_IT.match(text) if call.leads and call.during else None
    if settled is not None and not _POINTS.match(settled["body"]):
        return (Claim(Agree(_clean(settled["body"])), (0, len(sentence.text))),)
    return ()


def agree(intent: Agree, call: Call) -> Outcome:
    """Record an agreement under its item, with the tasks that its words give."""
    pending = _proposal_asked(call)
    if pending is None and (call.meeting is None or call.when is When.BEFORE):
        raise WrongPhase("not_open")
    if call.when is When.AFTER and not call.leads:
        raise NotAllowed(who=call.texts.names([person.name for person in call.record.coordinators]))
    if not intent.text:
        raise NotUnderstood("agreement")
    if pending is not None and call.leads:
        return _settled(pending, intent.text, "agreement", call)
    agreed = Agreed(**call.base, agreement=call.ids.new("g"), item=call.item, text=intent.text)
    tasks = register_actions(set_by(intent.text, call), call, item=call.item)
    return Outcome((agreed, *tasks.facts), (React(), *tasks.replies))


def read_settling(sentence: Sentence, call: Call) -> Sequence[Claim[SettleProposal]]:
    """Find the lead's answer to "is this to be recorded as an agreement?"."""
    if _proposal_asked(call) is None or not call.leads or not (call.pending or call.addressed):
        return ()
    text = sentence.text.strip(" .!")
    if not _HINT.search(text) and not _YES.match(text):
        return ()
    whole = (0, len(sentence.text))
    label = _LABEL.match(text)
    if label is not None:
        return (Claim(SettleProposal("agreement", _clean(label["body"])), whole),)
    if _NO.match(text) and len(text.split()) <= 4:
        return (Claim(SettleProposal(None), whole),)
    if _AS_DECISION.search(text) and len(text.split()) <= 5:
        return (Claim(SettleProposal("decision"), whole),)
    if len(text.split()) <= 6 and (_YES.match(text) or _AS_AGREEMENT.search(text)):
        return (Claim(SettleProposal("agreement"), whole),)
    return ()


def settle_proposal(intent: SettleProposal, call: Call) -> Outcome:
    """Record a supported proposal as what the lead says it is."""
    pending = _proposal_asked(call)
    if pending is None:
        raise NotUnderstood("agreement")
    if intent.as_ is None:
        return Outcome(_answered(pending, call), (React(),))
    return _settled(pending, intent.text, intent.as_, call)


def support(call: Call, message: str, supporters: Set[str]) -> Outcome:
    """Ask the lead, once and privately, about a proposal in `message` that two or more others support."""
    passage = _passage_of(call, message)
    if passage is None or not _PROPOSES.search(passage.text):
        return Outcome()
    trace = call.record.traces.get(message)
    author = passage.by or (trace.by if trace else None)
    others = set(supporters) - {author}
    leads = call.record.coordinators
    if len(others) < _ENOUGH_SUPPORT or not leads:
        return Outcome()
    names = [call.record.people[one].name for one in sorted(others) if one in call.record.people]
    question = doc(call.texts.t("agreements.supported", text=_short(passage.text), names=call.texts.names(names)))
    options = [
        Option(label=call.texts.t("agreements.yes"), text=call.texts.t("agreements.yes")),
        Option(label=call.texts.t("agreements.as_decision"), text=call.texts.t("agreements.as_decision")),
        Option(label=call.texts.t("agreements.no"), text=""),
    ]
    return ask(call, About.PROPOSAL, question, options=options, to=leads[0].id, concerns=message)


def _settled(pending: Pending, text: str | None, kind: str, call: Call) -> Outcome:
    passage = _passage_of(call, pending.concerns or "")
    words = text or (passage.text if passage else "")
    if not words:
        raise NotUnderstood("agreement")
    base = call.base if pending.meeting is None else {**call.base, "meeting": pending.meeting}
    item = passage.item if passage else call.item
    recorded: Fact
    if kind == "decision":
        recorded = Decided(**base, decision=call.ids.new("d"), item=item, clauses=(f"att {words}",))
    else:
        recorded = Agreed(**base, agreement=call.ids.new("g"), item=item, text=words)
    return Outcome((recorded, *_answered(pending, call)), (React(),))


def _answered(pending: Pending, call: Call) -> tuple[Fact, ...]:
    """Give the fact that the question is answered, unless what offered the options has said so."""
    return () if call.said.answers == pending.id else (Answered(**call.base, question=pending.id),)


def _proposal_asked(call: Call) -> Pending | None:
    """Give the question about a proposal that the speaker has been asked and not answered."""
    if call.pending is not None and call.pending.about is About.PROPOSAL:
        return call.pending
    if call.speaker is None or not call.addressed:
        return None
    asked = call.record.pending.values()
    return next((one for one in asked if one.to == call.speaker.id and one.about is About.PROPOSAL), None)


def _passage_of(call: Call, message: str) -> Passage | None:
    """Give the note that a message became."""
    passages = (one for meeting in call.record.meetings.values() for one in meeting.passages)
    return next((one for one in passages if one.message == message and one.what == "note" and not one.held), None)


def _is_joke(label: re.Match[str], call: Call) -> bool:
    """Tell that "agreed - coffee first" and the like are talk, not a label."""
    bare = re.match(r"(?:överens|agreed)\b", label[0], re.IGNORECASE) is not None
    return bare and (":" not in label[0][: label.start("body")] or not call.during)


def _clean(text: str) -> str:
    return _ALL_WITH.sub("", text).strip(" \t.,;✅👍🙂").strip()


def _short(text: str, limit: int = 300) -> str:
    line = " ".join(text.split())
    return line if len(line) <= limit else f"{line[: limit - 1].rstrip()}…"


AGREE: Command[Agree] = Command(
    name="agree",
    words={"sv": ("överenskommelse",), "en": ("agreement",)},
    read=read,
    handle=agree,
    cues=(_HINT,),
    rest_is_said=True,
    examples=(
        Example(
            "Överenskommelse: alla tar upp frågan i sin ledningsgrupp", ("agreed", "action_agreed"), when=When.DURING
        ),
        Example("vi är överens om att behålla tiden i december", ("agreed",), when=When.DURING),
        Example("Parterna önskar fortsätta med de digitala träffarna", ("agreed",), when=When.DURING),
        Example("ok så vi säger så, vi kör förmöten på en kvart", ("agreed",), when=When.DURING),
        Example("we all agree to keep the December slot", ("agreed",), language="en", when=When.DURING),
    ),
    shown=frozenset({When.DURING, When.AFTER}),
)

SETTLE_PROPOSAL: Command[SettleProposal] = Command(
    name="settle_proposal",
    words={"sv": (), "en": ()},
    read=read_settling,
    handle=settle_proposal,
    examples=(),
    shown=frozenset(),
)
