"""The fixed shapes of a sentence that gives somebody a task: reminders, commissions, charges, requests, passives."""

from __future__ import annotations

import re
from abc import ABC, abstractmethod
from dataclasses import replace

from handlers.tasks.anchors import Anchor
from handlers.tasks.dues import find_due
from handlers.tasks.making import ActionIntent, Making
from handlers.tasks.owners import Subject, speaker_of
from handlers.tasks.verbs import task_verbs
from handlers.tasks.wording import (
    ASSIGNED,
    BE,
    CHARGED_LAST,
    GIVEN,
    HABIT,
    HANGS_ON,
    IMPERATIVE,
    IN_CHARGE,
    MODAL_BEFORE,
    NO_TASK,
    NOT,
    REMIND,
    REMIND_OTHER,
    SIGNAL,
    THEN_TAKES,
    WHOEVER,
    WORD,
)
from meetings.facts import Owner, OwnerKind
from meetings.when import Kind

_ATT = re.compile(r"\s*(?:[-–•]\s*)?att\s+(?=\w)", re.IGNORECASE)


class Shapes(Making, ABC):
    """One sentence read for what gives somebody a task in so many words."""

    def _reminded(self) -> list[ActionIntent]:
        found = REMIND.search(self.text)
        if found is None:
            return self._reminded_other()
        return [self._made(found.end(), len(self.text), (speaker_of(self.call),), 0, anchored=found.start())]

    def _reminded_other(self) -> list[ActionIntent]:
        found = REMIND_OTHER.search(self.text)
        subject = self.owners.before(found.end("who")) if found is not None else None
        if found is None or subject is None or subject.start != found.start("who"):
            return []
        return [self._made(found.end(), len(self.text), subject.owners, 0, subject=subject, anchored=found.start())]

    def _assigned(self) -> list[ActionIntent]:
        found = ASSIGNED.search(self.text) or GIVEN.search(self.text)
        if found is None:
            return []
        start, end = found.span("who")
        subject = self.owners.before(end) or self.owners.named(start, end)
        if subject is None or subject.start > start:
            subject = Subject(start, end, (Owner(kind=OwnerKind.FUNCTION, name=found["who"].strip()),))
        begin = found.end()
        return [
            self._made(
                begin, len(self.text), subject.owners, begin, subject=subject, anchored=_begin_of(self.text, found)
            )
        ]

    def _in_charge(self) -> list[ActionIntent]:
        """Read "Ansvarig för inbjudan: Karin"."""
        found = IN_CHARGE.fullmatch(self.text)
        if found is None:
            return []
        start, end = found.span("who")
        subject = self.owners.before(end)
        if subject is None or subject.start != start or subject.group:
            return []
        return [self._made(0, found.end("what"), subject.owners, 0, subject=subject)]

    def _charged_last(self) -> list[ActionIntent]:
        """Read "en gemensam affisch, Karin ansvarar, klar 9 oktober"."""
        found = CHARGED_LAST.match(self.text)
        if found is None:
            return []
        subject = self.owners.before(found.end("who"))
        if subject is None or subject.group or subject.start != found.start("who"):
            return []
        att = _ATT.match(self.text)
        made = self._made(att.end() if att else 0, found.end("what"), subject.owners, 0, subject=subject)
        due = find_due(found["due"], self.call) if found["due"] else None
        return [replace(made, due=due.due, when=due.when) if due else made]

    def _asked_of_all(self) -> list[ActionIntent]:
        """Read "Maila X till Kerstin så tar hon med …": one task for all, one for her."""
        found = IMPERATIVE.match(self.text.lstrip(" -–•"))
        if found is None:
            return []
        begin = len(self.text) - len(self.text.lstrip(" -–•"))
        then = next((one for one in THEN_TAKES.finditer(self.text) if self._taken_on(one.end())), None)
        if then is None:
            to_somebody = re.search(r"\btill\s+(?:mig|oss|@?[A-ZÅÄÖ])", self.text) or self.owners.mentions
            due = find_due(self.text, self.call)
            if not self.call.leads or not (to_somebody and due):
                return []
            return [self._made(begin, len(self.text), (Owner(kind=OwnerKind.ALL),), begin)]
        first = self._made(begin, then.start(), (Owner(kind=OwnerKind.ALL),), begin)
        rest = [
            intent
            for anchor in self.anchors.all(then.end())
            if (intent := self._task(anchor, then.end(), len(self.text)))
        ]
        return [first, *rest]

    def _taken_on(self, start: int) -> bool:
        return any(True for _ in self.anchors.all(start))

    def _whoever(self) -> list[ActionIntent]:
        found = WHOEVER.match(self.text.lstrip(" -–•"))
        if found is None or NO_TASK.search(self.text):
            return []
        return [self._made(0, len(self.text), (Owner(kind=OwnerKind.ALL),), 0)]

    def _signal(self) -> list[ActionIntent]:
        """Read "vid ev förändring kommer signal från FK"."""
        found = SIGNAL.search(self.text)
        if found is None or NO_TASK.search(self.text):
            return []
        who = self.owners.after(found.start("who"))
        if who is None or who.group:
            return []
        return [self._made(0, len(self.text), who.owners, 0, subject=who)]

    def _passive(self) -> list[ActionIntent]:
        """Read "Ett dokument ska tas fram i höst": somebody is to, and nobody is named."""
        verbs = task_verbs()
        for word in WORD.finditer(self.text):
            form = word[0].casefold()
            modal = MODAL_BEFORE.search(self.text, 0, word.start())
            verb = (verbs.passive_infinitive.get(form) if modal else None) or verbs.passive.get(form)
            english = verbs.participle.get(form) if modal and BE.search(self.text, 0, word.start()) else None
            verb = verb or english
            rest = self.text[word.end() :]
            hangs = modal is not None and HANGS_ON.search(self.text, 0, modal.start()) is not None
            if (
                hangs
                or verb is None
                or not verb.fits(rest)
                or not word.start()
                or NOT.match(rest)
                or NO_TASK.search(self.text)
            ):
                continue
            due = find_due(self.text, self.call)
            if re.search(r"\A\s+(?:\w+\s+)?(?:av|by)\s+(?:en|ett|den|\w+en\b|a|the)", rest) or (
                HABIT.search(self.text) and not due
            ):
                continue
            by = re.match(r".{0,40}?\b(?:av|by)\s+", rest)
            named = self.owners.after(word.end() + by.end()) if by else None
            once = due is not None and due.when.kind is not Kind.RECURRENCE
            if not once and not self.decided and not modal:
                continue
            owners = named.owners if named else (Owner(kind=OwnerKind.UNKNOWN),)
            weak = not self.decided and not (due and (modal or named))
            att = _ATT.match(self.text)
            return [self._made(att.end() if att else 0, len(self.text), owners, 0, subject=named, proposed=weak)]
        return []

    @abstractmethod
    def _task(self, anchor: Anchor, begin: int, end: int) -> ActionIntent | None:
        """Make a task of a verb with somebody to do it."""


def _begin_of(text: str, found: re.Match[str]) -> int:
    """Give where the clause of a commission begins, its "att" included."""
    att = _ATT.match(text)
    return 0 if att is not None and att.end() == found.start() else found.start()
