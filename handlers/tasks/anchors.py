"""Find who does what in a sentence: the owner, and the verb, promise or helper that makes it a task."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from handlers.command import Call
from handlers.tasks.dues import find_due, without
from handlers.tasks.owners import Owners, Subject, speaker_of
from handlers.tasks.verbs import TaskVerb, task_verbs
from handlers.tasks.wording import (
    ADVERBS_BEFORE,
    CAN,
    COMES_BACK,
    NO_DOING,
    PROMISE,
    RESPONSIBLE,
    SEES_TO,
    SUBORDINATOR,
    TO_YOU_ALL,
    WILL,
    WORD,
)

_RESPONSIBLE_FOR = TaskVerb("ansvara")


@dataclass(frozen=True)
class Anchor:
    """A verb with somebody to do it: where the clause begins, and where its words begin."""

    begin: int
    task: int
    subject: Subject
    verb: TaskVerb | None
    cut: tuple[int, int] | None = None
    promised: bool = False
    modal: bool = False
    offered: bool = False


def _names_one(subject: Subject) -> bool:
    """Tell whether somebody is named, or the one who writes."""
    return bool(subject.several) or any(owner.person for owner in subject.owners)


def _may_be_done(verb: str, helper: str, *, known: bool) -> bool:
    """Tell whether a word after "ska" or "will" can be something to do; a `known` verb lacked the words it needs."""
    if not verb.islower() or verb in NO_DOING or len(verb) < 3 or helper.strip().casefold() == "to":
        return False
    english = re.search(r"will|shall|to\s*\Z", helper, re.IGNORECASE) is not None
    return english or not known and verb.endswith("a")


class Anchors:
    """Find, in one sentence, the verbs that have somebody to do them."""

    def __init__(self, text: str, call: Call, owners: Owners) -> None:
        self.text = text
        self.call = call
        self.owners = owners
        self.doer: Subject | None = None

    def all(self, start: int = 0) -> Iterator[Anchor]:
        """Give the verbs with somebody to do them, from left to right."""
        self.doer = None
        position = start
        while (anchor := self._next_anchor(position)) is not None:
            self.doer = anchor.subject
            yield anchor
            word = WORD.match(self.text, anchor.task)
            position = word.end() if word is not None else anchor.task + 1

    def _next_anchor(self, start: int) -> Anchor | None:
        for word in WORD.finditer(self.text, start):
            anchor = self._promise_at(word.start()) or self._present_at(word, start)
            if anchor is not None and anchor.begin >= start:
                return anchor
        return None

    def _promise_at(self, at: int) -> Anchor | None:
        """Read a helper verb at a place, the owner before it and the infinitive after it."""
        for pattern in (PROMISE, RESPONSIBLE, WILL, CAN):
            helper = pattern.match(self.text, at)
            if helper is None:
                continue
            subject = self._subject_before(at)
            if (
                subject is None
                and pattern is PROMISE
                and "mig" in helper[0].casefold()
                and not self.text[:at].strip(" -–•*")
            ):
                subject = Subject(at, at, (speaker_of(self.call),), speaker=True)  # "kan ta på mig att boka"
            inverted = None if subject else self._subject_after(helper, at)
            doer = subject or inverted
            if doer is None:
                return None
            begin, task = (
                (subject.start, helper.end()) if subject else (at, inverted.end + 1 if inverted else helper.end())
            )
            if pattern is RESPONSIBLE or SEES_TO.match(helper[0]):
                verb = _RESPONSIBLE_FOR if helper[0].casefold().startswith("ansvarar") else None
                verb = task_verbs().present["ser"] if SEES_TO.match(helper[0]) else verb
                return Anchor(begin, at, doer, verb, promised=True) if subject else None
            if pattern is PROMISE:
                return Anchor(begin, task, doer, None, promised=True) if subject else None
            word = WORD.match(self.text, task)
            verb = task_verbs().infinitive.get(word[0].casefold()) if word else None
            if word is None:
                return None
            if verb is None or not verb.fits(self.text[word.end() :]):
                # Whoever "ska" or "will" is to do it, whatever it is.
                form = word[0]
                if (
                    pattern is not WILL
                    or not _names_one(doer)
                    or not _may_be_done(form, helper[0], known=verb is not None)
                ):
                    return None
                return Anchor(begin, task, doer, TaskVerb(form), modal=True, offered=True)
            must = re.search(r"måste|behöver", helper[0], re.IGNORECASE) is not None
            return Anchor(begin, task, doer, verb, modal=True, offered=pattern is CAN or (must and doer.group))
        return None

    def _present_at(self, word: re.Match[str], start: int) -> Anchor | None:
        verbs = task_verbs()
        form = word[0].casefold()
        verb = verbs.present.get(form)
        if verb is None and not (form in verbs.infinitive and self._english_we(word.start())):
            return None
        verb = verb or verbs.infinitive[form]
        subject = self._subject_before(word.start())
        if subject is not None and subject.start >= start:
            if not verb.fits(self.text[word.end() :]):
                return None
            return Anchor(subject.start, word.start(), subject, verb)
        behind = self._text_before_is_open(word.start(), start)
        if not behind:
            return None
        # "i juni bjuder AF in", but not after a comma: "…, mejlar juristen ikväll".
        inverted = self._inverted(word) if re.search(r"\w\s+\Z", self.text[: word.start()]) else None
        if inverted is not None:
            rest = self.text[inverted.end :]
            if word.start() > 0 and verb.fits(rest) and (self.text[: word.start()].strip() or False):
                return Anchor(word.start(), word.start(), inverted, verb, cut=(inverted.start, inverted.end))
            return None
        rest = self.text[word.end() :]
        if not verb.fits(rest) or TO_YOU_ALL.match(rest) or not self._speaks_of_oneself(word, start):
            return None
        if self.doer is not None and self.doer.start < word.start():
            same = replace(self.doer, start=word.start(), end=word.start())
            return Anchor(word.start(), word.start(), same, verb)
        me = Subject(word.start(), word.start(), (speaker_of(self.call),), speaker=True)
        return Anchor(
            word.start(), word.start(), me, verb, offered=verb.infinitive not in COMES_BACK and word.start() == 0
        )

    def _english_we(self, at: int) -> bool:
        return (
            re.search(r"\b(?:we|i)\s+\Z|\b(?:i|we|they|he|she)['’]ll\s+\Z", self.text[:at], re.IGNORECASE) is not None
        )

    def _subject_before(self, at: int) -> Subject | None:
        gap = ADVERBS_BEFORE.search(self.text, 0, at)
        end = gap.start() if gap else at
        shortened = re.search(r"\b(?P<who>i|we|he|she|they)['’]ll\Z", self.text[:end], re.IGNORECASE)
        if shortened:
            end = shortened.end("who")
        subject = self.owners.before(end)
        if subject is None or (
            SUBORDINATOR.search(self.text, 0, subject.start) and not self._clause_of_decision(subject.start)
        ):
            return None
        return subject

    def _clause_of_decision(self, at: int) -> bool:
        """Tell whether the "att" before a subject opens a clause: "att ledamöterna anmäler intresse"."""
        before = re.search(r"(?P<head>.*?)\b(?:att|that)\s+\Z", self.text[:at], re.IGNORECASE)
        if before is None:
            return False
        head = before["head"].strip().casefold()
        return not head or head.endswith(("samt", ";", ",", "beslutar", "beslut", "beslutat", "decided", "decides"))

    def _subject_after(self, helper: re.Match[str], at: int) -> Subject | None:
        """Read "till nästa möte ska Malin ta fram …"."""
        return self.owners.after(helper.end()) if self.text[:at].strip() else None

    def _inverted(self, word: re.Match[str]) -> Subject | None:
        gap = re.match(r"\s+", self.text[word.end() :])
        return self.owners.after(word.end() + gap.end()) if gap else None

    def _text_before_is_open(self, at: int, start: int) -> bool:
        """Tell whether a verb without a subject can begin a clause: at the start, after a comma, "så" or a time."""
        behind = self.text[start:at]
        if not behind.strip(" -–•*"):
            return True
        if re.search(r"(?:[,:–—-]|\b(?:och|så|då|sen|sedan|and|then))\s*\Z", behind, re.IGNORECASE):
            return True
        due = find_due(behind, self.call)
        return due is not None and not behind[due.end :].strip(" ,") and not without(behind[: due.end], due)

    def _speaks_of_oneself(self, word: re.Match[str], start: int) -> bool:
        """Tell whether a verb without anybody is the writer's own: "mejlar juristen ikväll", "återkommer om detta"."""
        before = self.text[: word.start()]
        verb = task_verbs().present[word[0].casefold()]
        if not before.strip(" -–•*"):
            return verb.infinitive in COMES_BACK or find_due(self.text, self.call) is not None
        if self.doer is not None:
            return True
        first_person = re.search(r"\bjag\b|\bI\b", before) is not None
        return re.search(r"[,–—-]\s*\Z", before) is not None and (first_person or verb.infinitive == "återkomma")
