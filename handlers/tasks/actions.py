"""Register what somebody is to do: said as a task, or read from the plain words of a note or decision."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from handlers.command import Call, Claim, Command, Example, Outcome, React, Reply, Sentence, When
from handlers.reading.asking import ask
from handlers.tasks.dues import find_due, without
from handlers.tasks.owners import Owners, Subject, first_owner
from handlers.tasks.reading import ActionIntent, read_actions
from handlers.tasks.verbs import task_verbs
from meetings.document import doc
from meetings.errors import NotUnderstood
from meetings.facts import About, ActionAgreed, ActionChanged, Answered, Due, Fact, Option, Owner, OwnerKind

__all__ = ["ADD_ACTION", "NAME_OWNER", "ActionIntent", "read_actions", "register_actions"]

_LABEL = re.compile(
    r"""(?:(?:lägg\s+till|lägg\s+in|lägg\s+upp|skapa|registrera|skriv\s+(?:upp|in)|notera|add|create|record)\s+)?
        (?:(?:en|ett|a|an|en\s+ny|ny|nya|new|som|as)\s+){0,2}
        (?:uppgift(?:er)?|uppdrag|åtgärd(?:er)?|att\s+göra|att-göra|ap|aktivitet|to-?\s?do|tasks?|
            action(?:\s+(?:points?|items?))?)
        (?:\s+(?P<given>(?:till|för|åt|to|for)\s+)?(?P<who>[^:\n–—]{1,60}?))?
        (?:\s*:|\s+[–—-](?=\s))\s*""",
    re.IGNORECASE | re.VERBOSE,
)
# "lägg på Siv: boka lokal", "jag ringer hyresvärden, sätt upp det på mig", "ge texten till Siv, klar 22 maj"
_PUT_FIRST = re.compile(
    r"(?:lägg|sätt|skriv|put|add)\s+(?:(?:upp|in|det|den|it)\s+){0,2}(?:på|hos|åt|on"
    r"|for)\s+(?P<who>[^:\n]{2,50}?)\s*:\s*(?P<body>\S.*)\Z",
    re.IGNORECASE,
)
_PUT_LAST = re.compile(
    r"(?P<body>\S.{5,200}?)[\s,.!;–-]+(?:så\s+|and\s+)?(?:sätt|skriv|lägg|put|add)\s+(?:upp\s+|in\s+)?(?:det|den|it"
    r"|that)\s+"
    r"(?:upp\s+|in\s+|down\s+)?(?:på|hos|åt|on|for)\s+(?P<who>[^,.;:]{2,40}?)(?:['’]s\s+list)?[\s.!]*\Z",
    re.IGNORECASE,
)
_HAND = re.compile(
    r"(?:ge|tilldela|lämna|assign|give|hand)\s+(?P<body>\S.{2,120}?)\s+(?:till|åt"
    r"|to)\s+(?P<who>[^,.;:]{2,40}?)(?P<due>\s*[,;.–-]\s*\S.{2,40})?[\s.!]*\Z",
    re.IGNORECASE,
)
# "jag glömde säga att jag ska …": what is said before the task itself.
_SAYING = re.compile(
    r"\A.{0,60}?\b(?:att|that)\s+(?:jag|vi|i|we)\s+(?:ska(?:ll)?|måste|lovade\s+att|will|have\s+to"
    r"|must)\s+|\A(?:jag|vi|i|we)\s+(?:ska(?:ll)?|will|must)\s+|\Ai'll\s+",
    re.IGNORECASE,
)
_PUT_HINT = re.compile(r"\b(?:lägg|sätt|skriv|put|add|ge|tilldela|lämna|assign|give|hand)\b", re.IGNORECASE)
_HINT = re.compile(r"uppgift|uppdrag|åtgärd|att.göra|\bap\b|aktivitet|to-?\s?do\b|task|action", re.IGNORECASE)
# Where the owner stands after the task: "boka lokal – Kerstin", "(Kerstin)", ", ansvarig Kerstin", "@Kerstin".
_TRAILING_OWNER = re.compile(
    r"""(?: \s+[–—-]\s+ | \s*[,;.]?\s*\(?\bansvarig\w*\b\s*:?\s* | \s*\( | \s*[,;]?\s*\b(?:ansvarar|fixar|tar|owner|
        responsible)\b\s*:?\s* | \s+@ | \s*/\s*|\s*,\s+ )
        (?P<who>[^()@–—]{2,60}?)\s*\)?\s*(?:ansvarar|fixar|tar\s+(?:det|den))?\s*\Z""",
    re.IGNORECASE | re.VERBOSE,
)
_LEADING_OWNER = re.compile(r"(?P<who>[^:–—]{2,50}?)(?::|\s+[–—-])\s+(?=\S)")
_TO = re.compile(r"\A(?:to|att)\s+(?=\w)", re.IGNORECASE)
_INFINITIVE_FIRST = re.compile(r"(?P<verb>[^\W\d_]{2,})\b(?!.*\b(?:är|var|blir|har|is|are|was)\b)", re.IGNORECASE)
_FIRST_WORD = re.compile(r"\s+(?P<verb>[^\W\d_]{2,})\b")


@dataclass(frozen=True)
class AddActions:
    """Tasks said in so many words, in the order they stand."""

    actions: tuple[ActionIntent, ...]


@dataclass(frozen=True)
class NameOwner:
    """The answer to the question who takes a task."""

    subject: Subject


def read(sentence: Sentence, call: Call) -> Sequence[Claim[AddActions]]:
    """Find "uppgift: …", "att göra: …", "ny uppgift till X: …", with the lines of a list that follow."""
    text = sentence.text
    put = _put_on(text, call) if len(text) < 300 and _PUT_HINT.search(text) else None
    if put is not None:
        return (Claim(AddActions((put,)), (0, len(text))),)
    label = _LABEL.match(text) if _HINT.search(text[:60]) else None
    if label is None or (label["who"] and len(label["who"].split()) > 5):
        return ()
    owner = first_owner(label["who"], call) if label["who"] else None
    if label["who"] and owner is None and not label["given"]:
        return ()
    if label["who"] and owner is None:
        owner = Subject(0, 0, (Owner(kind=OwnerKind.PERSON, name=label["who"].strip()),))
    body = text[label.end() :].strip()
    if body.endswith("?"):
        return ()
    lines: list[str] = []
    if not body:
        for line in sentence.following:
            if not (line.bullet or line.numbered):
                break
            lines.append(line.text)
    said = [one for part in ([body] if body else lines) for one in explicit_actions(part, call, owner)]
    if not said and not call.addressed and not call.during:
        return ()
    return (Claim(AddActions(tuple(said)), (0, len(text)), len(lines)),)


def _put_on(text: str, call: Call) -> ActionIntent | None:
    """Read a task that is put on somebody by name."""
    for shape in (_PUT_FIRST, _PUT_LAST, *((_HAND,) if call.addressed else ())):
        found = shape.fullmatch(text.strip())
        owner = first_owner(found["who"], call) if found is not None else None
        if (
            found is None
            or owner is None
            or owner.group
            or not (owner.speaker or owner.several or owner.owners[0].person)
        ):
            continue
        body = _SAYING.sub("", found["body"])
        return _plain(f"{body}{found['due'] or ''}" if shape is _HAND else body, call, owner)
    return None


def explicit_actions(text: str, call: Call, owner: Subject | None = None) -> tuple[ActionIntent, ...]:
    """Read a task said as one: an owner before it, beside it or after it, or none."""
    body = text.strip(" .!;–—-")
    if not body:
        return ()
    if owner is not None:
        return (_plain(body, call, owner),)
    first = Owners(body, call).after(0)
    if first is not None:
        read_out = read_actions(body, call, decided=True)
        if read_out:
            return tuple(replace(one, proposed=False) for one in read_out)
        verb = _FIRST_WORD.match(body, first.end)
        if verb is not None and not first.group:
            return (_plain(body[verb.start("verb") :], call, first),)
    return (_with_owner(body, call),)


def handed_out(text: str, call: Call, to: Owner | None = None) -> tuple[ActionIntent, ...]:
    """Read a line that begins with what is to be done: "Boka lokal – Karin, 1 okt", or all of it for `to`."""
    body = text.strip(" .!;–—-")
    leading = _LEADING_OWNER.match(body)
    named = first_owner(leading["who"], call) if leading and to is None else None
    if leading is not None and named is not None and len(named.owners) > 0 and not named.group:
        return handed_out(body[leading.end() :], call, named.owners[0]) if len(named.owners) == 1 else ()
    first = _INFINITIVE_FIRST.match(body)
    verb = task_verbs().infinitive.get(first["verb"].casefold()) if first else None
    if first is None or verb is None or not verb.fits(body[first.end() :]) or "?" in body:
        return ()
    found = _plain(body, call, Subject(0, 0, (to,))) if to is not None else _with_owner(body, call)
    if any(owner.kind is OwnerKind.UNKNOWN for owner in found.owners):
        return ()
    return (replace(found, text=found.text[:1].lower() + found.text[1:]),)


def register_actions(
    intents: Sequence[ActionIntent], call: Call, *, item: str | None = None, explicit: bool = False
) -> Outcome:
    """Make the facts of tasks, one for each owner; ask the writer when a name fits several people.

    `explicit` tasks without an owner are registered too, and the writer is asked who takes them.
    """
    facts: list[Fact] = []
    replies: list[Reply] = []
    for intent in intents:
        for owner in intent.owners:
            action = _agreed(intent, owner, call, item)
            facts.append(action)
            if explicit and owner.kind is OwnerKind.UNKNOWN:
                question = doc(call.texts.t("actions.who_takes", task=intent.text))
                asked = ask(call, About.OWNER, question, concerns=action.action)
                facts += asked.facts
                replies += asked.replies
        if intent.several:
            asked = _ask_who(intent, call)
            facts += asked.facts
            replies += asked.replies
    return Outcome(tuple(facts), tuple(replies))


def add_actions(intent: AddActions, call: Call) -> Outcome:
    """Register tasks that were said as tasks."""
    if not intent.actions:
        raise NotUnderstood("action")
    outcome = register_actions(intent.actions, call, item=call.item, explicit=True)
    return Outcome(outcome.facts, (React(), *outcome.replies))


def read_owner(sentence: Sentence, call: Call) -> Sequence[Claim[NameOwner]]:
    """Find the answer to "who takes it?"."""
    pending = call.pending
    if pending is None or pending.about is not About.OWNER or not (sentence.first and sentence.last):
        return ()
    answer = re.sub(
        r"\A(?:det\s+(?:gör|är|tar)|tar|it'?s)\s+|\s+(?:tar|gör|fixar)(?:\s+(?:det|den|it))?\Z",
        "",
        sentence.text.strip(" .!"),
        flags=re.IGNORECASE,
    )
    subject = first_owner(answer, call)
    if subject is None or subject.group or not subject.owners:
        return ()
    return (Claim(NameOwner(subject), (0, len(sentence.text))),)


def name_owner(intent: NameOwner, call: Call) -> Outcome:
    """Give the task that was asked about its owner."""
    pending = call.pending
    if pending is None or pending.concerns is None:
        raise NotUnderstood("action")
    changed = ActionChanged(**call.base, action=pending.concerns, owner=intent.subject.owners[0])
    return Outcome((changed, Answered(**call.base, question=pending.id)), (React(),))


def _agreed(intent: ActionIntent, owner: Owner, call: Call, item: str | None) -> ActionAgreed:
    return ActionAgreed(
        **call.base,
        action=call.ids.new("a"),
        item=item,
        text=intent.text,
        owner=owner,
        due=intent.due,
        proposed=intent.proposed,
    )


def _ask_who(intent: ActionIntent, call: Call) -> Outcome:
    names = [person.name for person in intent.several]
    question = doc(
        call.texts.t("actions.which_person", name=intent.query, people=call.texts.either(names), task=intent.text)
    )
    lead = call.texts.t("actions.label")
    due = f", {intent.due.text}" if intent.due.text else ""
    options = [Option(label=name, text=f"{lead}: {intent.text}{due} – {name}") for name in names]
    return ask(call, About.WHO, question, options=options, concerns=f"{call.said.message}:{intent.query}")


def _plain(body: str, call: Call, owner: Subject) -> ActionIntent:
    due = find_due(body, call)
    text = without(body, due) if due else body
    return ActionIntent(
        text=_TO.sub("", text.strip(" .;–—-")) or body,
        owners=owner.owners,
        due=due.due if due else Due(),
        several=owner.several,
        query=owner.query,
        when=due.when if due else None,
    )


def _with_owner(body: str, call: Call) -> ActionIntent:
    """Read a task that begins with what is to be done: the owner stands before a colon, last, or nowhere."""
    leading = _LEADING_OWNER.match(body)
    subject = first_owner(leading["who"], call) if leading else None
    if leading is not None and subject is not None and not subject.group:
        return _plain(body[leading.end() :], call, subject)
    due = find_due(body, call)
    text = (without(body, due) if due else body).rstrip(" /|–—-")
    trailing = _TRAILING_OWNER.search(text)
    subject = first_owner(trailing["who"], call) if trailing else None
    if trailing is not None and subject is not None and not subject.group:
        text = text[: trailing.start()]
    else:
        subject = Subject(0, 0, (Owner(kind=OwnerKind.UNKNOWN),))
    plain = _plain(text.strip(" ,;–—-"), call, subject)
    return replace(plain, due=due.due, when=due.when) if due else plain


ADD_ACTION: Command[AddActions] = Command(
    name="add_action",
    words={"sv": ("uppgift", "att göra", "åtgärd", "todo"), "en": ("task", "action", "todo")},
    read=read,
    handle=add_actions,
    cues=(_PUT_HINT, _LABEL),
    rest_is_said=True,
    examples=(
        Example("uppgift: Malin bjuder in psykiatrin senast 29 september", ("action_agreed",), when=When.DURING),
        Example("att göra: boka lokal till planeringsdagen – Karin Holmsund", ("action_agreed",), when=When.DURING),
        Example("ny uppgift till Bo Ekdahl: skicka presentationen", ("action_agreed",), when=When.AFTER),
        Example("uppgift: skicka ut sändlistan", ("action_agreed", "asked"), when=When.DURING),
        Example("todo: book a room (Malin Ros)", ("action_agreed",), language="en", when=When.DURING),
    ),
)

NAME_OWNER: Command[NameOwner] = Command(
    name="name_owner", words={"sv": (), "en": ()}, read=read_owner, handle=name_owner, examples=(), shown=frozenset()
)
