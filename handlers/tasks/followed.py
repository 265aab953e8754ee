"""Follow tasks up: done, another date, another owner, dropped."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from handlers.command import Call, Claim, Command, Example, Outcome, React, Sentence, When
from handlers.reading.asking import ask
from handlers.tasks.dues import find_due
from handlers.tasks.known import belongs_to_speaker, find_actions
from handlers.tasks.owners import first_owner
from meetings.document import doc
from meetings.errors import DoubtfulDate, NotAllowed, UnknownPerson, UnknownThing
from meetings.facts import About, ActionChanged, Due, Option
from meetings.record import Action

_HINT = re.compile(
    r"klar|färdig|bocka|pricka|kryssa|check|✔|☑|finish|✅|\[x\]|uppgift|åtgärd|stryk|fixad|fixat|gjort|gjord"
    r"|avklarad|done|tick|"
    r"complete|task|deadline|min\s+grej|tar\s+över",
    re.IGNORECASE,
)
_TAIL = re.compile(r"[\s.!]+\Z")

# "klart! statistiken är skickad", "✅ kontaktlistan uppdaterad", "done: contact list updated", "check på lokalen"
_DONE_FIRST = re.compile(
    r"(?:nu\s+)?(?:klart|klar|färdig|färdigt|avklarat|fixat|gjort|done|completed|"
    r"finished)\s*[:!,–—-]+\s*(?P<what>\S.*)\Z|(?:(?:✅|☑️?|✔️?|\[x\])\s*|check\s+på\s+)(?P<ticked>\S.*)\Z",
    re.IGNORECASE | re.DOTALL,
)
# "bocka av boka lokal", "markera X som klar", "mark X as done"
_TICK = re.compile(
    r"""(?:kan\s+(?:du|ni)\s+)?(?:bocka|pricka|kryssa|checka)\s+av\s+(?:(?:uppgiften|
        åtgärden)\s+)?(?:att\s+)?(?P<a>\S.*)
      | (?:markera|sätt)\s+(?:uppgiften\s+)?(?P<b>\S.*?)\s+(?:som|till)\s+(?:klara?|klart|färdigt?|gjord|gjort)
      | (?:mark|set)\s+(?P<c>\S.*?)\s+(?:as\s+)?(?:done|complete[d]?|finished) | (?:tick|check)\s+off\s+(?P<d>\S.*)
      """,
    re.IGNORECASE | re.VERBOSE,
)
# "min uppgift … är fixad", "jag har gjort min uppgift …", "uppgiften X är klar", "min grej med X är fixad"
_STATED = re.compile(
    r"""\b(?:min|mitt|mina|vår|my)\s+(?:uppgift|åtgärd|grej|del|punkt\s+på\s+listan|task|thing)(?:er|
        en)?\s*(?P<a>.*?)\s*\b(?:är|har\s+jag)\s+(?:nu\s+)?(?:klara?|klart|färdigt?|fixade?|fixat|gjorda?|gjort|
            avklarad|done|
        löst|avbockad)\b.*
      | \bjag\s+(?:har\s+)?(?:gjort|fixat|är\s+klar\s+med|avklarat)\s+(?:klart\s+)?(?:nu\s+)?(?:min|mitt|
          vår)\s+(?:uppgift|åtgärd|grej|del)(?P<b>.*)
      | \b(?:uppgiften|åtgärden|the\s+task)\s+(?P<c>\S.*?)\s+(?:är|is)\s+(?:nu\s+|now\s+)?(?:klar|färdig|fixad|gjord|
          avklarad|done|finished|complete[d]?)\b
      | \bI(?:'ve|\s+have)?\s+(?:done|finished|completed)\s+my\s+task(?P<d>.*)
      """,
    re.IGNORECASE | re.VERBOSE,
)
# "Göran har skickat presentationen så den kan ni stryka", "… så den uppgiften är avklarad", "…, bocka av"
_DONE_LAST = re.compile(
    r"""(?P<what>\S.{3,200}?)[\s,.!;–-]+(?:(?:så|och|and|so)\s+)?(?:
        (?:nu\s+)?(?:den|det|that|it)(?:\s+(?:uppgiften|åtgärden|punkten|saken|task|one))?\s+(?:är|is|kan)\s+(?:(?:nu
          |ni|du|vi|man|now)\s+)?
          (?:klara?|klart|avklara[dt]|färdigt?|gjor[dt]|fixa[dt]|done|finished|stryka|strykas|bockas?\s+av
            |tas?\s+bort|be\s+ticked\s+off)
      | (?:uppgiften|åtgärden)\s+kan\s+(?:(?:ni|du|vi|man)\s+)?(?:stryka|strykas|bockas?\s+av|tas?\s+bort)
      | (?:bocka|pricka|kryssa|checka)\s+av(?:\s+(?:den|det|uppgiften))?
      | (?:tick|check|cross)\s+(?:(?:it|that)\s+)?off | mark\s+(?:it|that)\s+(?:as\s+)?(?:done|completed?)
    )(?:\s+(?:från|på|i|off|on)\s+(?:listan|the\s+list))?\s*\Z""",
    re.IGNORECASE | re.VERBOSE,
)
# A word by itself before what is done: "Klart! Statistiken är skickad."
_DONE_ALONE = re.compile(r"\W*(?:nu\s+)?(?:klart?|färdigt?|fixat|gjort|done|finished|completed)\W*\Z", re.IGNORECASE)
# "Bo är färdig med lovskolan", "nu har jag pratat med hyresvärden": who has done it, before what it is.
_DOER = re.compile(
    r"""\A(?:(?:nu|så|now|so)\s+)?(?:(?P<by>[^,.;:!?]{2,40}?)\s+(?:är|is|are|am)\s+(?:nu\s+|now\s+)?(?:klara?
        |färdiga?|done|finished)\s+(?:med|with)\s+
      |(?:har\s+(?:jag|vi)|(?:jag|vi)\s+har|i\s+have|i've|we\s+have|we've)\s+(?:nu\s+|now\s+)?(?=\w))""",
    re.IGNORECASE | re.VERBOSE,
)
_OF_LAST_TIME = re.compile(
    r"\A(?:(?:från|sen|sedan|since|from)\s+(?:förra|senaste|(?:the\s+)?last)\s+\w+\s*[,:–-]?\s*|(?:att|with|med"
    r"|på)\s+)",
    re.IGNORECASE,
)

# "stryk uppgiften X", "uppgiften X är inte aktuell längre"
_DROP = re.compile(
    r"""(?:stryk|ta\s+bort|släng|drop|remove)\s+(?:uppgiften|åtgärden|the\s+task|
        task)\s+(?:om\s+)?(?:att\s+)?(?P<a>\S.*)
      | (?:uppgiften|åtgärden|the\s+task)\s+(?P<b>\S.*?)\s+(?:utgår|är\s+inte\s+aktuell\w*(?:\s+längre)?|
          är\s+inaktuell|behövs\s+inte(?:\s+längre)?|is\s+no\s+longer\s+needed)
      """,
    re.IGNORECASE | re.VERBOSE,
)
# "flytta uppgiften X till 5 juni", "ny deadline för X: 5 juni"
_MOVE = re.compile(
    r"""(?:flytta|skjut(?:\s+upp)?|senarelägg|förläng|move|postpone)\s+(?:(?:fram\s+)?uppgiften|åtgärden|
        deadline(?:n)?\s+för|datumet\s+för|the\s+task|task)\s+(?:att\s+)?(?P<a>\S.*?)\s+(?P<a_to>(?:till|to|
            until)\s+\S.*)
      | (?:ny|nytt|new)\s+(?:deadline|datum|due\s+date)\s+(?:för|for)\s+(?:uppgiften\s+|
          the\s+task\s+)?(?P<b>\S.*?)\s*(?::|\bär\b|\bis\b)\s*(?P<b_to>\S.*)
      """,
    re.IGNORECASE | re.VERBOSE,
)
# "ge uppgiften X till Malin", "Malin tar över uppgiften X"
_GIVE = re.compile(
    r"""(?:ge|lämna(?:\s+över)?|flytta\s+över|assign|give)\s+(?:uppgiften|åtgärden|the\s+task|
        task)\s+(?:att\s+)?(?P<a>\S.*?)\s+(?:till|åt|to)\s+(?P<a_who>[^,.]{2,50})
      | (?P<b_who>[^,.:]{2,50}?)\s+(?:tar\s+över|takes\s+over)\s+(?:uppgiften|åtgärden|
          the\s+task)\s+(?:att\s+)?(?P<b>\S.*?)(?:\s+(?:från|efter|from)\s+.*)?
      """,
    re.IGNORECASE | re.VERBOSE,
)
# Talk about being done that is about no task: "klart jag gör!", "är det klart?", "fixat håret".
_SMALL_TALK = re.compile(r"\A(?:klart\s+(?:jag|vi|att|du|man|det)\b|fixat\s+håret)", re.IGNORECASE)

Change = Literal["done", "dropped", "moved", "given"]


@dataclass(frozen=True)
class ChangeAction:
    """What has become of a task: `words` name it, `own` says that it is the speaker's; `to` is a date or an owner.

    `by` is whoever has done it, as written.
    """

    change: Change
    words: str
    own: bool = False
    to: str | None = None
    by: str = ""


def read_done(sentence: Sentence, call: Call) -> Sequence[Claim[ChangeAction]]:
    """Find that a task is done."""
    text = sentence.text
    if not _HINT.search(text) or text.rstrip().endswith("?") or _SMALL_TALK.match(text):
        return ()
    if _DONE_ALONE.match(text) and sentence.first and not sentence.last and not call.during:
        # The next sentence says what; it is left to itself.
        intent = _done(f"{text.rstrip(' !.')}: {call.text[call.text.find(text) + len(text) :].strip()}", call)
    else:
        intent = _done(text, call)
    return (Claim(_with_doer(intent), (0, len(text))),) if intent and intent.words else ()


def read_change(sentence: Sentence, call: Call) -> Sequence[Claim[ChangeAction]]:
    """Find that a task has another date or owner, or is dropped."""
    text = _TAIL.sub("", sentence.text)
    if not _HINT.search(text) or sentence.text.rstrip().endswith("?"):
        return ()
    shapes: tuple[tuple[re.Pattern[str], Change, str], ...] = (
        (_MOVE, "moved", "to"),
        (_GIVE, "given", "who"),
        (_DROP, "dropped", ""),
    )
    for pattern, change, slot in shapes:
        found = pattern.fullmatch(text.strip())
        if found is not None:
            group = "a" if found["a"] else "b"
            to = found[f"{group}_{slot}"] if slot else None
            return (Claim(ChangeAction(change, _words(found[group]), to=to), (0, len(sentence.text))),)
    return ()


def change_action(intent: ChangeAction, call: Call) -> Outcome:
    """Record what has become of the task that the words mean; ask when they fit several."""
    found = find_actions(intent.words, call, own=intent.own)
    if not found and intent.own:
        found = find_actions(intent.words, call)
    if not found:
        if call.addressed:
            raise UnknownThing("action", words=intent.words)
        return Outcome()
    if len(found) > 1:
        return _ask_which(found, intent, call)
    action = found[0]
    if intent.change in ("dropped", "given") and not (call.leads or belongs_to_speaker(action, call)):
        raise NotAllowed(who=call.texts.names([person.name for person in call.record.coordinators]))
    return Outcome((_changed(action, intent, call),), (React(),))


def _changed(action: Action, intent: ChangeAction, call: Call) -> ActionChanged:
    if intent.change == "moved":
        return ActionChanged(**call.base, action=action.id, status="moved", due=_new_due(intent.to or "", call))
    if intent.change == "given":
        subject = first_owner(intent.to or "", call)
        if subject is None or not subject.owners:
            raise UnknownPerson(name=intent.to or "")
        return ActionChanged(**call.base, action=action.id, owner=subject.owners[0])
    return ActionChanged(**call.base, action=action.id, status=intent.change)


def _new_due(words: str, call: Call) -> Due:
    found = find_due(words, call)
    if found is None:
        raise DoubtfulDate(words=words)
    return found.due


def _ask_which(found: Sequence[Action], intent: ChangeAction, call: Call) -> Outcome:
    again = {
        "done": "actions.say_done",
        "dropped": "actions.say_dropped",
        "moved": "actions.say_moved",
        "given": "actions.say_given",
    }[intent.change]
    options = [
        Option(label=action.text, text=call.texts.t(again, task=action.text, to=intent.to or ""))
        for action in found[:5]
    ]
    question = doc(call.texts.t("actions.which_task"))
    return ask(call, About.ITEM, question, options=options, concerns=call.said.message)


def _done(text: str, call: Call) -> ChangeAction | None:
    stripped = _TAIL.sub("", text.strip())
    tick = _TICK.fullmatch(stripped)
    if tick is not None:
        return ChangeAction("done", _words(_first(tick)))
    first = _DONE_FIRST.match(stripped)
    if first is not None:
        words = _words(first["what"] or first["ticked"])
        # "klart, då går vi vidare": in a meeting only what names a task that is there counts.
        if call.addressed or find_actions(words, call) or (not call.during and _says_done(stripped, first)):
            return ChangeAction("done", words)
        return None
    last = _DONE_LAST.match(stripped)
    if last is not None and (call.addressed or not call.during or _outright(last) or find_actions(last["what"], call)):
        return ChangeAction("done", _words(last["what"]))
    stated = _STATED.search(stripped)
    if stated is not None:
        return ChangeAction(
            "done", _words(f"{_first(stated)} {stripped[stated.end() :]}"), own="uppgiften" not in stated[0]
        )
    return None


def _with_doer(intent: ChangeAction) -> ChangeAction:
    """Part whoever has done a task from what it is."""
    doer = _DOER.match(intent.words)
    if doer is None:
        return intent
    by = doer["by"] or ""
    return replace(
        intent, words=_words(intent.words[doer.end() :]), by="" if by.casefold() in ("jag", "i", "vi", "we") else by
    )


def _outright(found: re.Match[str]) -> bool:
    """Tell whether the list of tasks is spoken of, and not only a matter that is over."""
    return (
        re.search(
            r"stryk|bocka|pricka|kryssa|checka|tick|cross|uppgift|åtgärd"
            r"|task",
            found[0][len(found["what"]) :],
            re.IGNORECASE,
        )
        is not None
    )


def _says_done(text: str, found: re.Match[str]) -> bool:
    """Tell whether words after "klart" speak of something done: "klart! statistiken är skickad"."""
    return (
        found["ticked"] is not None
        or ":" in text[: found.start("what")]
        or re.search(r"\b(?:är|har|is|are|has|\w+(?:ad|at|ats|t|d|ed))\b", found["what"] or "", re.IGNORECASE)
        is not None
    )


def _first(found: re.Match[str]) -> str:
    return next((group for group in found.groups() if group), "")


def _words(text: str) -> str:
    return _OF_LAST_TIME.sub("", text.strip(" \t\"'”“»«.,!:✅✔☑️"))


FINISH_ACTION: Command[ChangeAction] = Command(
    name="finish_action",
    words={"sv": ("bocka av",), "en": ("mark as done",)},
    read=read_done,
    handle=change_action,
    examples=(
        Example("klart, lokalen till planeringsdagen är bokad", ("action_changed",), when=When.AFTER),
        Example("bocka av boka lokal", ("action_changed",), addressed=True),
        Example("min uppgift med lokalen är fixad nu", ("action_changed",)),
        Example('mark "boka lokal" as done', ("action_changed",), language="en", addressed=True),
    ),
)

CHANGE_ACTION: Command[ChangeAction] = Command(
    name="change_action",
    words={"sv": ("flytta uppgiften",), "en": ("move the task",)},
    read=read_change,
    handle=change_action,
    examples=(
        Example("flytta uppgiften boka lokal till 5 oktober", ("action_changed",)),
        Example("ge uppgiften boka lokal till Karin Holmsund", ("action_changed",), lead=True),
        Example("stryk uppgiften att boka lokal", ("action_changed",), lead=True),
        Example("give the task boka lokal to Karin Holmsund", ("action_changed",), language="en", lead=True),
    ),
)
