"""Record what the group itself decides, clause by clause, with the tasks that its clauses give."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from handlers.command import Call, Claim, Command, Example, Outcome, React, Sentence, When
from handlers.conclusions.decisions_wording import DECISION_HINT, clauses_of, find_decision
from handlers.conclusions.outcomes import outcome_of
from handlers.tasks.actions import register_actions
from handlers.tasks.reading import set_by
from meetings.agenda import agenda, find_items
from meetings.errors import AmbiguousItem, NotAllowed, NotUnderstood, UnknownItem, WrongPhase
from meetings.facts import Decided, Fact


@dataclass(frozen=True)
class Decide:
    """A decision as its writer worded it; `heading` are the words before it, `place` the item it is put under."""

    clauses: tuple[str, ...]
    heading: str | None = None
    place: str | None = None


def read(sentence: Sentence, call: Call) -> Sequence[Claim[Decide]]:
    """Find a decision of the group's own in a sentence and the att-clauses on the lines that follow it."""
    wording = find_decision(sentence.text, call)
    if wording is None or not (call.during or call.addressed or (wording.explicit and not wording.begin)):
        return ()
    body = sentence.text[wording.body :]
    lines = _clause_lines(sentence, needs_them=not body.strip(" :–—-"))
    clauses = clauses_of(body, english=wording.english) if body.strip(" :–—-") else ()
    for line in lines:
        clauses += clauses_of(line, english=wording.english)
    # "Styrelsen beslutar" at the end of a line counts only with its clauses on the lines below.
    unfinished = not wording.explicit and not sentence.text[: wording.body].rstrip().endswith(":")
    if not clauses and (unfinished or not (call.addressed or call.during)):
        return ()
    intent = Decide(clauses, wording.heading, wording.item)
    return (Claim(intent, (wording.begin, len(sentence.text)), len(lines)),)


def decide(intent: Decide, call: Call) -> Outcome:
    """Record the decision under its item, and what it sets people to do."""
    _check_phase(call)
    if not any(clause.partition(" ")[2].strip() for clause in intent.clauses):
        raise NotUnderstood("decision")
    item, under = _where(intent, call)
    decision = Decided(
        **call.base,
        decision=call.ids.new("d"),
        item=item,
        clauses=intent.clauses,
        outcome=outcome_of(intent.clauses),
        under=under,
    )
    facts: list[Fact] = [decision]
    replies = (React(),)
    for clause in intent.clauses:
        facts += register_actions(set_by(clause, call), call, item=item).facts
    return Outcome(tuple(facts), replies)


def _check_phase(call: Call) -> None:
    if call.meeting is None or call.when is When.BEFORE:
        raise WrongPhase("not_open")
    if call.when is When.AFTER and not call.leads:
        raise NotAllowed(who=call.texts.names([person.name for person in call.record.coordinators]))


def _clause_lines(sentence: Sentence, *, needs_them: bool) -> tuple[str, ...]:
    """Give the lines after it that are its clauses: those with "att", or bullets when it has none itself."""
    lines: list[str] = []
    for line in sentence.following:
        text = line.text.strip()
        if not (
            text.casefold().startswith(("att ", "to ", "that ")) or (needs_them and (line.bullet or line.numbered))
        ):
            break
        lines.append(text)
    return tuple(lines)


def _where(intent: Decide, call: Call) -> tuple[str | None, str | None]:
    """Tell the item that a decision belongs to, and the sub-matter of it that its heading names."""
    entries = agenda(call.record, call.meeting.id) if call.meeting else ()
    if intent.place is not None:
        found = find_items(intent.place, entries)
        if not found:
            raise UnknownItem(words=intent.place)
        if len(found) > 1:
            raise AmbiguousItem(words=intent.place, candidates=call.texts.either([one.item.title for one in found]))
        return found[0].item.id, None
    if intent.heading is None:
        return call.item, None
    found = find_items(intent.heading, entries)
    if len(found) == 1:
        return found[0].item.id, None
    return call.item, intent.heading


DECIDE: Command[Decide] = Command(
    name="decide",
    words={"sv": ("beslut",), "en": ("decision",)},
    read=read,
    handle=decide,
    cues=(DECISION_HINT,),
    rest_is_said=True,
    examples=(
        Example("beslut: vi provar gemensam kartläggning i höst", ("decided",), when=When.DURING),
        Example("Vi beslutar att avsätta 20 000 kr till utbildningsdagen", ("decided",), when=When.DURING),
        Example("Beslut att återremittera frågan om nya lokaler", ("decided",), when=When.DURING),
        Example("då är det beslutat att vi fortsätter med Teams", ("decided",), when=When.DURING),
        Example("BESLUT – Karin Holmsund utses till justerare", ("decided",), when=When.DURING),
        Example(
            "beslut: att uppdra till Malin Ros att kartlägga behovet", ("decided", "action_agreed"), when=When.DURING
        ),
        Example(
            "lägg till ett beslut i efterhand under punkt 4: arbetsgruppen får fortsätta",
            ("decided",),
            when=When.AFTER,
            lead=True,
            addressed=True,
        ),
        Example("decision: we keep the office open on Fridays", ("decided",), language="en", when=When.DURING),
    ),
    shown=frozenset({When.DURING, When.AFTER}),
)
