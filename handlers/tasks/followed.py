"""Follow tasks up: done, another date, another owner, dropped."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from handlers.command import Call, Claim, Command, Example, Outcome, React, Sentence, When
from handlers.reading.asking import ask
from handlers.tasks import followed_wording as say
from handlers.tasks.dues import find_due
from handlers.tasks.known import belongs_to_speaker, find_actions
from handlers.tasks.owners import first_owner
from meetings.document import doc
from meetings.errors import DoubtfulDate, NotAllowed, UnknownPerson, UnknownThing
from meetings.facts import About, ActionChanged, Due, Option
from meetings.record import Action

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
    if not say.HINT.search(text) or text.rstrip().endswith("?") or say.SMALL_TALK.match(text):
        return ()
    if say.DONE_ALONE.match(text) and sentence.first and not sentence.last and not call.during:
        # The next sentence says what; it is left to itself.
        intent = _done(f"{text.rstrip(' !.')}: {call.text[call.text.find(text) + len(text) :].strip()}", call)
    else:
        intent = _done(text, call)
    return (Claim(_with_doer(intent), (0, len(text))),) if intent and intent.words else ()


def read_change(sentence: Sentence, call: Call) -> Sequence[Claim[ChangeAction]]:
    """Find that a task has another date or owner, or is dropped."""
    text = say.TAIL.sub("", sentence.text)
    if not say.HINT.search(text) or sentence.text.rstrip().endswith("?"):
        return ()
    shapes: tuple[tuple[re.Pattern[str], Change, str], ...] = (
        (say.MOVE, "moved", "to"),
        (say.GIVE, "given", "who"),
        (say.DROP, "dropped", ""),
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
    stripped = say.TAIL.sub("", text.strip())
    tick = say.TICK.fullmatch(stripped)
    if tick is not None:
        return ChangeAction("done", _words(_first(tick)))
    first = say.DONE_FIRST.match(stripped)
    if first is not None:
        words = _words(first["what"] or first["ticked"])
        # "klart, då går vi vidare": in a meeting only what names a task that is there counts.
        if call.addressed or find_actions(words, call) or (not call.during and _says_done(stripped, first)):
            return ChangeAction("done", words)
        return None
    last = say.DONE_LAST.match(stripped)
    if last is not None and (call.addressed or not call.during or _outright(last) or find_actions(last["what"], call)):
        return ChangeAction("done", _words(last["what"]))
    whole = say.WITH.match(stripped)
    if whole is not None and (call.addressed or not call.during or find_actions(whole["what"], call)):
        return ChangeAction("done", _words(whole["what"]), own=True)
    said = say.IS_DONE.match(stripped)
    if said is not None:
        words = _words(say.PROMISE_AFTER.sub("", say.BEFORE_THING.sub("", said["what"])))
        if find_actions(words, call) or (say.PROMISED.search(stripped) and not call.during):
            return ChangeAction("done", words)
    stated = say.STATED.search(stripped)
    if stated is not None:
        return ChangeAction(
            "done", _words(f"{_first(stated)} {stripped[stated.end() :]}"), own="uppgiften" not in stated[0]
        )
    return None


def _with_doer(intent: ChangeAction) -> ChangeAction:
    """Part whoever has done a task from what it is."""
    doer = say.DOER.match(intent.words)
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
    return say.OF_LAST_TIME.sub("", text.strip(" \t\"'”“»«.,!:✅✔☑️"))


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
