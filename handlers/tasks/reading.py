"""Read from a plain sentence who is to do what until when; suggestions, wishes and news are no tasks."""

from __future__ import annotations

import re
from dataclasses import replace

from handlers.command import Call
from handlers.tasks.anchors import Anchor
from handlers.tasks.dues import FoundDue, find_due
from handlers.tasks.making import ActionIntent
from handlers.tasks.shapes import Shapes
from handlers.tasks.verbs import task_verbs
from handlers.tasks.wording import (
    ASSIGNED,
    BODIES,
    COMES_BACK,
    COMMITS,
    DOES_IT,
    FOR_BOTH,
    HABIT,
    IMPERATIVE,
    IN_CHARGE,
    INFLECTED,
    LONGEST_SENTENCE,
    NO_TASK,
    NOT,
    ON_SCREEN,
    ONGOING,
    ONLY_DUE,
    ONLY_TO_YOU,
    POINTS,
    PROMISE,
    RECEIVER,
    REPORTS,
    RIGHT_NOW,
    SENTENCE,
    SIGNAL,
    SLIP,
    TAIL_OF_CLAUSE,
    TELLS,
    UNDERTAKES,
    WHO_DOES,
    WORD,
)
from meetings.facts import Owner, OwnerKind

__all__ = ["ActionIntent", "read_actions", "set_by"]

# The group itself is who does it, and so nobody.
_BY_US = re.compile(r"\W*(?:(?:att|that)\s+)?(?:vi|gruppen|mötet|we|the\s+group)\b", re.IGNORECASE)
_MODAL = re.compile(r"\b(?:ska|skall|kommer\s+att|will|shall|has\s+to|have\s+to|needs?\s+to)\b", re.IGNORECASE)


def read_actions(text: str, call: Call, *, decided: bool = False, before: str = "") -> tuple[ActionIntent, ...]:
    """Find the tasks in a note, or in a clause of a decision (`decided`); `before` is what was said just before it."""
    if not _may_hold_task(text):
        return ()
    found: list[ActionIntent] = []
    for sentence in SENTENCE.finditer(text):
        part = SLIP.sub(r"\g<meant> ", _spelt_out(sentence[0][:LONGEST_SENTENCE], before))
        if part.strip() and not part.rstrip().endswith("?"):
            read_out = _Reading(part.rstrip(".!; \n"), call, decided, before).tasks()
            later = None if read_out or not found or found[-1].when else _told_after(part, call)
            found = [*found[:-1], replace(found[-1], due=later.due, when=later.when)] if later else [*found, *read_out]
        before = part.strip() or before
    return tuple(found)


def set_by(clause: str, call: Call) -> tuple[ActionIntent, ...]:
    """Read the tasks that a clause of a decision or an agreement gives.

    "Att vi köper in bänkar" only words what the group decided; "att inbjudan skickas" is somebody's to do.
    """
    found = read_actions(clause, call, decided=True)
    if _BY_US.match(clause) is None:
        return found
    return tuple(one for one in found if one.when or one.several or one.owners != (Owner(kind=OwnerKind.UNKNOWN),))


def _spelt_out(sentence: str, before: str) -> str:
    """Give "jag gör det i morgon" with what "det" is, when it answers "vem ringer hyresvärden?"."""
    asked = WHO_DOES.match(before)
    taken = DOES_IT.match(sentence.strip()) if asked is not None else None
    if asked is None or taken is None:
        return sentence
    verbs = task_verbs()
    form = asked["verb"].casefold()
    present = (
        form
        if form in verbs.present
        else next((word for word, verb in verbs.present.items() if verb.infinitive == form), "")
    )
    return f"{taken['who']} {present}{asked['rest']}{taken['rest']}" if present else sentence


def _told_after(sentence: str, call: Call) -> FoundDue | None:
    """Give the date of a sentence that only says when: "Klart senast 1 oktober"."""
    lead = ONLY_DUE.match(sentence.strip())
    due = find_due(sentence, call) if lead else None
    return due if due is not None and not sentence[due.end :].strip(" .!)") else None


def _may_hold_task(text: str) -> bool:
    words = {word.replace("’", "'").split("'")[0] for word in WORD.findall(text.casefold())}
    shapes = (
        SIGNAL.search,
        PROMISE.search,
        ASSIGNED.search,
        IMPERATIVE.match,
        IN_CHARGE.match,
        _MODAL.search,
        DOES_IT.match,
    )
    return not words.isdisjoint(task_verbs().words) or any(shape(text) for shape in shapes)


class _Reading(Shapes):
    """One sentence being read."""

    def tasks(self) -> list[ActionIntent]:
        for shape in (
            self._reminded,
            self._assigned,
            self._in_charge,
            self._charged_last,
            self._asked_of_all,
            self._whoever,
        ):
            intents = shape()
            if intents:
                return intents
        anchors = list(self.anchors.all())
        intents = []
        last_end = 0
        for number, anchor in enumerate(anchors):
            end = anchors[number + 1].begin if number + 1 < len(anchors) else len(self.text)
            end -= len(TAIL_OF_CLAUSE.search(self.text[:end])[0])  # type: ignore[index]
            intent = self._task(anchor, last_end, end)
            if intent is not None:
                intents.append(intent)
            last_end = end
        shared = FOR_BOTH.search(intents[-1].text) if len(intents) > 1 else None
        if shared is not None and intents[-1].when is not None:
            last = replace(intents[-1], text=intents[-1].text[: shared.start()])
            intents = [*(one if one.when else replace(one, due=last.due, when=last.when) for one in intents[:-1]), last]
        if intents:
            head = self.text[: anchors[0].begin]
            head = head[: len(head) - len(TAIL_OF_CLAUSE.search(head)[0])]  # type: ignore[index]
            return [*(_Reading(head, self.call, self.decided, self.before)._passive() if head else ()), *intents]
        return self._signal() or self._passive()

    def _task(self, anchor: Anchor, begin: int, end: int) -> ActionIntent | None:
        clause = self.text[anchor.begin : end]
        words = self.text[anchor.task : end]
        subject = anchor.subject
        if (
            NO_TASK.search(clause)
            or NO_TASK.search(self.text[begin : anchor.begin])
            or NOT.match(words[words.find(" ") :] if " " in words else "")
        ):
            return None
        if subject.speaker and len(subject.owners) == 1 and RIGHT_NOW.search(self.text[anchor.begin :]):
            return None
        if not self._is_undertaken(anchor, words, end):
            return None
        # "vi tar det nästa gång" is about the agenda.
        plain = self._due_and_text(anchor.task, end, begin, anchor.cut)[1]
        if subject.group and anchor.verb is not None and anchor.verb.infinitive == "ta" and POINTS.fullmatch(plain):
            return None
        named = any(owner.person for owner in subject.owners) or bool(subject.several)
        intent = self._made(
            anchor.task,
            end,
            subject.owners,
            begin,
            subject=subject,
            cut=anchor.cut,
            proposed=self._is_weak(anchor),
            verb=anchor.verb,
            anchored=anchor.begin,
        )
        if anchor.promised:
            return intent
        if named:
            ongoing = anchor.verb is not None and anchor.verb.infinitive in ONGOING and not anchor.modal
            return replace(intent, proposed=intent.proposed or (ongoing and intent.when is None and not self.decided))
        if subject.group and not self._group_takes_on(anchor, intent):
            return None
        kinds = {owner.kind for owner in subject.owners}
        if kinds & BODIES and HABIT.search(clause):
            return None
        verb = anchor.verb.infinitive if anchor.verb else ""
        proposes = not self.decided and intent.when is None and not anchor.modal
        if proposes and (verb in ONGOING or (kinds & BODIES and verb not in UNDERTAKES)):
            intent = replace(intent, proposed=True)
        commits = anchor.verb is not None and anchor.verb.infinitive in COMMITS
        if subject.habitual and not (anchor.modal or commits or self.decided) and intent.when is None:
            return None
        return intent

    def _is_undertaken(self, anchor: Anchor, words: str, end: int) -> bool:
        """Tell whether a verb of telling is something to do later, and not what is being told right now."""
        if anchor.verb is None or anchor.modal or self.decided:
            return True
        rest = words[len(INFLECTED.match(words)[0]) :] if INFLECTED.match(words) else ""  # type: ignore[index]
        if ONLY_TO_YOU.fullmatch(rest):
            return False
        if anchor.verb.infinitive not in TELLS:
            return ON_SCREEN.search(rest) is None
        if REPORTS.search(rest) or ON_SCREEN.search(rest):
            return False
        due = find_due(self.text[anchor.begin : end], self.call) or self._fronted(0, anchor.begin)
        return due is not None or RECEIVER.search(rest) is not None or anchor.verb.infinitive == "signalera"

    def _is_weak(self, anchor: Anchor) -> bool:
        return (anchor.offered or anchor.subject.group) and not self.decided

    def _group_takes_on(self, anchor: Anchor, intent: ActionIntent) -> bool:
        """Tell whether a "vi" takes something on, and does not just say what the meeting does."""
        return (
            intent.when is not None
            or self.decided
            or (anchor.verb is not None and anchor.verb.infinitive in COMES_BACK)
        )
