"""Make a task of a part of a sentence: its words, its date, and what it only points at."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import timedelta

from handlers.command import Call
from handlers.tasks.anchors import Anchors
from handlers.tasks.dues import FoundDue, find_due, without
from handlers.tasks.owners import Owners, Subject
from handlers.tasks.verbs import TaskVerb
from handlers.tasks.wording import (
    ABOUT_IT,
    CHARGED,
    COMES_BACK,
    FRONT,
    IMPERATIVE,
    INFLECTED,
    LONGEST_MEANT,
    MOST_WORDS_BETWEEN,
    OBJECT_POINTS,
    POINTER_LAST,
    POINTS,
    QUESTION_WORDS,
    TAIL_OF_CLAUSE,
)
from meetings.facts import Due, Owner
from meetings.group import Person
from meetings.when import When

_JUST_NOTED = timedelta(minutes=5)
_SHORT_NOTE = 80


@dataclass(frozen=True)
class ActionIntent:
    """A task as it was said; one `ActionAgreed` for each of its owners.

    `several` are the people who fit when the name `query` is not enough. `when` is how the date was read.
    """

    text: str
    owners: tuple[Owner, ...]
    due: Due = Due()
    proposed: bool = False
    several: tuple[Person, ...] = ()
    query: str = ""
    when: When | None = None
    span: tuple[int, int] = (0, 0)


class Making:
    """One sentence, and how a part of it is made a task."""

    def __init__(self, text: str, call: Call, decided: bool, before: str) -> None:
        self.text = text
        self.call = call
        self.decided = decided
        self.before = before
        self.owners = Owners(text, call)
        self.anchors = Anchors(text, call, self.owners)

    def _made(
        self,
        start: int,
        end: int,
        owners: tuple[Owner, ...],
        begin: int,
        *,
        subject: Subject | None = None,
        cut: tuple[int, int] | None = None,
        proposed: bool = False,
        verb: TaskVerb | None = None,
        anchored: int | None = None,
    ) -> ActionIntent:
        due, text = self._due_and_text(start, end, begin, cut)
        if verb is not None:
            text = INFLECTED.sub(verb.infinitive, text, count=1)
        text = CHARGED.sub("ansvara för", text)
        text, guessed = self._with_what_it_means(text, anchored if anchored is not None else start)
        return ActionIntent(
            text=text,
            owners=owners,
            due=due.due if due else Due(),
            proposed=(proposed or guessed) and not self.decided,
            several=subject.several if subject else (),
            query=subject.query if subject else "",
            when=due.when if due else None,
            span=(start, end),
        )

    def _due_and_text(
        self, start: int, end: int, begin: int, cut: tuple[int, int] | None
    ) -> tuple[FoundDue | None, str]:
        text = self.text[start:end]
        if cut is not None:
            text = f"{self.text[start : cut[0]].rstrip()} {self.text[cut[1] : end].lstrip()}"
        due = find_due(text, self.call)
        if due is not None:
            return due, without(text, due)
        # A time that stands before the owner: "till nästa möte tar Malin fram …".
        return self._fronted(begin, start), text.strip(" ,;:–—-")

    def _fronted(self, begin: int, start: int) -> FoundDue | None:
        before = self.text[begin:start]
        due = find_due(before, self.call) if before.strip() else None
        if due is None or FRONT.fullmatch(before[: due.start]) is None:
            return None
        return due if len(before[due.end :].split()) <= MOST_WORDS_BETWEEN else None

    def _with_what_it_means(self, text: str, start: int) -> tuple[str, bool]:
        """Add what a task only points at: the clause or sentence before, or the open item, which is a guess (True)."""
        plain = OBJECT_POINTS.fullmatch(text.strip()) is not None
        if not plain and not POINTS.fullmatch(text.strip()):
            return text, False
        earlier = self.text[:start].strip(" ,;:–—-") if start else ""
        if plain and IMPERATIVE.match(earlier):
            return text, False
        parts = [TAIL_OF_CLAUSE.sub("", part).strip() for part in re.split(r"\s+[–—-]\s+|[,;]\s+", earlier)]
        said = next((part for part in (*parts, self.before.strip(" .!?;")) if len(part.split()) > 2), "")
        said = QUESTION_WORDS.sub("", said)[:LONGEST_MEANT]
        said = said or (self._just_noted() if plain else "")
        meant = said or self._open_title()
        if not meant:
            return text, not plain and not ABOUT_IT.search(text)
        if plain and not POINTS.fullmatch(text.strip()):
            return f"{text.strip()} ({meant})", False
        lead = POINTER_LAST.sub("", text.strip())
        pointed = f"{lead}: {meant}" if " " in lead or lead.casefold() in COMES_BACK else f"{text.strip()} ({meant})"
        return pointed, not said and not ABOUT_IT.search(text)

    def _just_noted(self) -> str:
        """Give what somebody else has just had noted under the open item: what a "det" may mean."""
        meeting = self.call.meeting
        item = self.call.item or (meeting.item_now if meeting else None)
        me = self.call.speaker.id if self.call.speaker else None
        notes = [one for one in meeting.passages if one.what == "note" and one.item == item] if meeting else []
        last = notes[-1] if notes and not notes[-1].held else None
        if last is None or last.by == me or last.at is None or self.call.now - last.at > _JUST_NOTED:
            return ""
        said = last.text.strip(" .!")
        return said if len(said) <= _SHORT_NOTE and "\n" not in said else ""

    def _open_title(self) -> str:
        item = self.call.item or (self.call.meeting.item_now if self.call.meeting else None)
        known = self.call.record.items.get(item) if item else None
        return known.title if known and known.standing is None else ""
