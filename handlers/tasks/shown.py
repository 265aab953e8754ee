"""Show the group's open tasks, or one's own."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from handlers.command import Answer, Call, Claim, Command, Example, Outcome, Reply, Sentence, Tell, When
from handlers.tasks.known import belongs_to_speaker, open_actions
from handlers.tasks.owners import Subject, first_owner
from meetings.document import bullets, doc
from meetings.facts import OwnerKind
from meetings.record import Action

_HINT = re.compile(r"uppgift|åtgärd|lovat|att\s+göra|göra\s+vad|todo|task|action|promised", re.IGNORECASE)
_OWN = re.compile(
    r"""(?:visa\s+|vilka\s+(?:är\s+)?|lista\s+|show\s+(?:me\s+)?|list\s+|what\s+are\s+)?(?:mina|my)\s+(?:öppna\s+|
        open\s+)?(?:uppgifter|åtgärder|tasks|action\s+(?:points|items))
      | (?:vad|what)\s+(?:har|have)\s+(?:jag|I)\s+(?:lovat|tagit\s+på\s+mig|promised|att\s+göra|
          to\s+do)(?:\s+(?:att\s+)?(?:göra|to\s+do))?
      | vilka\s+(?:uppgifter|åtgärder)\s+har\s+jag""",
    re.IGNORECASE | re.VERBOSE,
)
_ALL = re.compile(
    r"""(?:visa\s+|lista\s+|vilka\s+(?:är\s+)?(?:våra\s+)?|show\s+(?:me\s+)?(?:the\s+)?|list\s+(?:the\s+)?|
        what\s+are\s+(?:the\s+|our\s+)?)?
        (?:alla\s+|all\s+)?(?:(?:öppna|kvarstående|aktuella|ogjorda|open|remaining)\s+)?(?:uppgifter(?:na)?|
            åtgärder(?:na)?|att\s+göra-listan|uppgiftslistan|åtgärdslistan|tasks|action\s+(?:points|items))
        (?:\s+(?:är\s+(?:inte\s+klara|öppna|kvar|ogjorda)|finns(?:\s+kvar)?|kvarstår|are\s+(?:open|not\s+done|
            left))(?:\s+(?:än|nu|kvar|yet|now))?)?
      | vem\s+(?:skulle|ska|har\s+lovat\s+att)\s+göra\s+vad(?:\s+.{0,30})? | vad\s+är\s+(?:kvar\s+att\s+göra|
          inte\s+klart)(?:\s+än)? | who\s+(?:does|is\s+doing)\s+what(?:\s+.{0,30})?""",
    re.IGNORECASE | re.VERBOSE,
)
_OF = re.compile(
    r"(?:visa\s+|show\s+)?(?:(?:öppna\s+|open\s+)?(?:uppgifter|åtgärder|tasks)\s+(?:för|hos|till|for|"
    r"of)\s+(?P<a>.{2,50})|vad\s+(?:har|ska)\s+(?P<b>.{2,50}?)\s+(?:lovat(?:\s+(?:att\s+)?göra)?|"
    r"tagit\s+på\s+sig))",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class ShowActions:
    """Show open tasks: everybody's, the speaker's own, or those of `who`."""

    own: bool = False
    who: Subject | None = None


def read(sentence: Sentence, call: Call) -> Sequence[Claim[ShowActions]]:
    """Find a request for the list of tasks; in the channel only for one's own or in so many words."""
    text = sentence.text.strip(" .!?")
    if not _HINT.search(text):
        return ()
    whole = (0, len(sentence.text))
    if _OWN.fullmatch(text):
        return (Claim(ShowActions(own=True), whole),)
    asks_in_words = re.match(r"visa|lista|show|list", text, re.IGNORECASE) is not None
    if not (call.addressed or asks_in_words):
        return ()
    if _ALL.fullmatch(text):
        return (Claim(ShowActions(), whole),)
    of = _OF.fullmatch(text)
    who = first_owner(of["a"] or of["b"], call) if of else None
    return (Claim(ShowActions(own=who.speaker, who=who), whole),) if who is not None else ()


def show_actions(intent: ShowActions, call: Call) -> Outcome:
    """List the open tasks with owner and date; one's own only to oneself."""
    shown = [one for one in open_actions(call) if _is_asked_for(one, intent, call)]
    whose = "own" if intent.own else "all"
    if shown:
        lines = bullets(*(action_line(one, call, with_owner=not intent.own) for one in shown))
        answer = doc(call.texts.t(f"actions.{whose}", n=len(shown)), lines)
    else:
        answer = doc(call.texts.t(f"actions.none.{whose}"))
    reply: Reply = Tell(answer) if intent.own and not call.private else Answer(answer)
    return Outcome(replies=(reply,))


def _is_asked_for(action: Action, intent: ShowActions, call: Call) -> bool:
    if intent.own:
        return belongs_to_speaker(action, call)
    if intent.who is None:
        return True
    return any(
        owner.kind is action.owner.kind and (owner.person or owner.name) == (action.owner.person or action.owner.name)
        for owner in intent.who.owners
    )


def action_line(action: Action, call: Call, *, with_owner: bool) -> str:
    """Tell a task in a line: what, who and when."""
    texts = call.texts
    parts = [action.text]
    if with_owner:
        kind = action.owner.kind
        nobody = texts.t("actions.nobody") if kind is OwnerKind.UNKNOWN else texts.t("actions.everybody")
        parts.append(action.owner.name or nobody)
    if action.due.date is not None:
        parts.append(texts.t("actions.due", date=texts.short_date(action.due.date)))
    elif action.due.text:
        parts.append(action.due.text)
    return " – ".join(parts)


SHOW_ACTIONS: Command[ShowActions] = Command(
    name="show_actions",
    words={"sv": ("mina uppgifter", "öppna uppgifter"), "en": ("my tasks", "open tasks")},
    read=read,
    handle=show_actions,
    examples=(
        Example("mina uppgifter", says="boka lokal"),
        Example("öppna uppgifter", says="Malin Ros", when=When.AFTER, addressed=True),
        Example("vad har jag lovat?", says="boka lokal", addressed=True),
        Example("my tasks", says="boka lokal", language="en"),
        Example("show open tasks", says="Malin Ros", language="en"),
    ),
)
