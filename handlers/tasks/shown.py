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

_LONGEST = 160
_TAIL = re.compile(r"[\s,]+(?:tack|snälla|please|då|egentligen|nu|just\s+nu)\W*\Z", re.IGNORECASE)
_PLAINLY = re.compile(r"uppgift|åtgärd|lovat|task|promised|action", re.IGNORECASE)
_HINT = re.compile(
    r"uppgift|åtgärd|lova[td]|att\s+göra|göra|ogjort|todo|task|action|promised|outstanding|owe|lista|kvar|väntar"
    r"|ligger|ansvar"
    r"|supposed|pending|left|to\s+do|på\s+mig",
    re.IGNORECASE,
)
_SHOW = (
    r"(?:(?:kan\s+(?:du|jag|vi)\s+(?:få\s+)?|could\s+you\s+|can\s+you\s+|please\s+)?(?:visa|se|lista|skicka"
    r"|show|list|see)\s+(?:mig\s+|me\s+|us\s+|oss\s+)?)"
)
_OWN = re.compile(
    rf"""{_SHOW}?(?:vilka\s+(?:är\s+)?|what\s+are\s+|hur\s+ser\s+)?(?:mina|my)\s+(?:öppna\s+|kvarvarande\s+|open\s+
        |remaining\s+|outstanding\s+)?
        (?:uppgifter|åtgärder|tasks|action\s+(?:points|items)|to-?dos?)(?:\s+ut)?
      | {_SHOW}?(?:min|my)\s+(?:att[\s-]göra[\s-]?lista|uppgiftslista|åtgärdslista|lista|to-?do\s?list|task\s+list|list)
      | (?:vad|what)\s+(?:har|have|ska|skulle|did|was|am|do)\s+(?:jag|I)\s+(?:lovat|lovade|tagit\s+på\s+mig
        |tog\s+på\s+mig|promised?|att\s+göra|göra|
          kvar(?:\s+att\s+göra|\s+på\s+(?:min\s+)?(?:lista|listan))?|(?:still\s+)?(?:have\s+)?to\s+do
            |supposed\s+to\s+do|(?:still\s+)?owe|left(?:\s+to\s+do)?|
          ansvar\s+för|ogjort|agree(?:d)?\s+to(?:\s+do)?|say\s+I'd\s+do)(?:\s+(?:att\s+)?(?:göra
            |to\s+do))?(?:\s+(?:till|inför|efter|från|by|before|from)\s.{{1,40}})?
      | (?:vad|what(?:'s|\s+is)?)\s+(?:det\s+)?(?:som\s+)?(?:ligger|står|väntar|är\s+kvar|finns|left|pending
        |outstanding|on)\s+
          (?:på|för|hos|for|from|on)?\s*(?:mig|mitt\s+bord|min\s+lista|me|my\s+(?:plate|list))(?:\s+(?:att\s+göra|nu
            |kvar|to\s+do))?
      | (?:har|finns\s+det)\s+(?:jag\s+)?(?:något|nåt|någon\s+uppgift|några\s+uppgifter
        |uppgifter)\s+(?:som\s+)?(?:jag\s+)?
          (?:ogjort|kvar|att\s+göra|olöst|som\s+väntar|inte\s+gjort|ska\s+göra|har\s+kvar)(?:\s+(?:på\s+mig
            |att\s+göra|på\s+listan))?
      | (?:anything|is\s+there\s+anything|do\s+I\s+have\s+anything|something)\s+(?:still\s+)?(?:outstanding|left
        |pending|open|due|to\s+do)
          (?:\s+(?:from|for|by|on)\s+(?:me|my\s+(?:side|list)))?
      | vilka\s+(?:uppgifter|åtgärder)\s+har\s+jag(?:\s+kvar)?""",
    re.IGNORECASE | re.VERBOSE,
)
_ALL = re.compile(
    rf"""(?:{_SHOW}|vilka\s+(?:är\s+)?(?:våra\s+)?|what\s+are\s+(?:the\s+|our\s+)?)?(?:the\s+|våra\s+|our\s+)?
        (?:alla\s+|all\s+)?(?:(?:öppna|kvarstående|aktuella|ogjorda|open|remaining|outstanding)\s+)?(?:uppgifter(?:na)?|
            åtgärder(?:na)?|att\s+göra-listan|uppgiftslistan|åtgärdslistan|tasks|action\s+(?:points|items)
              |to-?do\s?list)
        (?:\s+(?:är\s+(?:inte\s+klara|öppna|kvar|ogjorda)|har\s+vi(?:\s+kvar)?|finns(?:\s+(?:det|kvar))?|kvarstår
          |återstår|are\s+(?:open|not\s+done|
            left|outstanding)|do\s+we\s+have)(?:\s+(?:än|nu|kvar|yet|now|left))?)?
      | vem\s+(?:skulle|ska|har\s+lovat\s+att)\s+göra\s+vad(?:\s+.{{0,30}})? | (?:vad
        |vilket)\s+är\s+(?:kvar\s+att\s+göra|
          inte\s+(?:klart|gjort)|ogjort)(?:\s+än)? | who(?:'s|\s+is|\s+does|\s+was)?\s+(?:doing|supposed\s+to\s+do
            |going\s+to\s+do|do)?\s*what(?:\s+.{{0,30}})?
      | what(?:'s|\s+is)\s+(?:still\s+)?(?:left|outstanding|open)(?:\s+to\s+(?:do|be\s+done))?""",
    re.IGNORECASE | re.VERBOSE,
)
_OF = re.compile(
    rf"""{_SHOW}?(?:(?:öppna\s+|open\s+)?(?:uppgifter|uppgifterna|åtgärder|åtgärderna|tasks)\s+(?:för|hos|till|for
        |of)\s+(?P<a>.{{2,50}})
      | vad\s+(?:har|ska|skulle|hade)\s+(?P<b>.{{2,50}}?)\s+(?:lovat|tagit\s+på\s+sig|kvar|göra|att\s+göra
        |ansvar\s+för)(?:\s+(?:att\s+)?göra)?
      | vad\s+(?:var|är)\s+det\s+(?:som\s+)?(?P<c>.{{2,50}}?)\s+(?:skulle|ska|lovade|har\s+lovat
        |hade\s+lovat)(?:\s+(?:att\s+)?(?:göra|fixa))?
      | what\s+(?:is|was|did|has|does)\s+(?P<d>.{{2,50}}?)\s+(?:(?:supposed|meant|going)\s+to\s+do
        |promised?(?:\s+to\s+do)?|agreed?\s+to(?:\s+do)?|have\s+to\s+do|need\s+to\s+do))""",
    re.IGNORECASE | re.VERBOSE,
)


@dataclass(frozen=True)
class ShowActions:
    """Show open tasks: everybody's, the speaker's own, or those of `who`."""

    own: bool = False
    who: Subject | None = None


def read(sentence: Sentence, call: Call) -> Sequence[Claim[ShowActions]]:
    """Find a request for the list of tasks; in the channel only for one's own or in so many words."""
    text = sentence.text.strip(" .!?")
    if len(text) > _LONGEST or not _HINT.search(text):
        return ()
    text = _TAIL.sub("", text)
    whole = (0, len(sentence.text))
    if _OWN.fullmatch(text) and (call.addressed or _PLAINLY.search(text)):
        return (Claim(ShowActions(own=True), whole),)
    asks_in_words = re.match(r"visa|lista|show|list", text, re.IGNORECASE) is not None
    if not (call.addressed or asks_in_words):
        return ()
    if _ALL.fullmatch(text):
        return (Claim(ShowActions(), whole),)
    of = _OF.fullmatch(text)
    who = first_owner(next(words for words in of.groups() if words), call) if of else None
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
    cues=(_HINT,),
    examples=(
        Example("mina uppgifter", says="boka lokal"),
        Example("öppna uppgifter", says="Malin Ros", when=When.AFTER, addressed=True),
        Example("vad har jag lovat?", says="boka lokal", addressed=True),
        Example("my tasks", says="boka lokal", language="en"),
        Example("show open tasks", says="Malin Ros", language="en"),
    ),
)
