"""Read from a plain sentence who is to do what until when; suggestions, wishes and news are no tasks."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import timedelta

from handlers.command import Call
from handlers.tasks.anchors import Anchor, Anchors
from handlers.tasks.dues import FoundDue, find_due, without
from handlers.tasks.owners import Owners, Subject, speaker_of
from handlers.tasks.verbs import TaskVerb, task_verbs
from handlers.tasks.wording import (
    ABOUT_IT,
    ASSIGNED,
    BE,
    BODIES,
    CHARGED,
    CHARGED_LAST,
    COMES_BACK,
    COMMITS,
    DOES_IT,
    FOR_BOTH,
    FRONT,
    GIVEN,
    HABIT,
    HANGS_ON,
    IMPERATIVE,
    IN_CHARGE,
    INFLECTED,
    LONGEST_MEANT,
    LONGEST_SENTENCE,
    MODAL_BEFORE,
    MOST_WORDS_BETWEEN,
    NO_TASK,
    NOT,
    OBJECT_POINTS,
    ON_SCREEN,
    ONGOING,
    ONLY_DUE,
    ONLY_TO_YOU,
    POINTER_LAST,
    POINTS,
    PROMISE,
    QUESTION_WORDS,
    RECEIVER,
    REMIND,
    REMIND_OTHER,
    REPORTS,
    RIGHT_NOW,
    SENTENCE,
    SIGNAL,
    SLIP,
    TAIL_OF_CLAUSE,
    TELLS,
    THEN_TAKES,
    UNDERTAKES,
    WHO_DOES,
    WHOEVER,
    WORD,
)
from meetings.facts import Due, Owner, OwnerKind
from meetings.group import Person
from meetings.when import Kind, When

_JUST_NOTED = timedelta(minutes=5)
_SHORT_NOTE = 80
_MODAL = re.compile(r"\b(?:ska|skall|kommer\s+att|will|shall|has\s+to|have\s+to|needs?\s+to)\b", re.IGNORECASE)
_ATT = re.compile(r"\s*(?:[-–•]\s*)?att\s+(?=\w)", re.IGNORECASE)


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


def _begin_of(text: str, found: re.Match[str]) -> int:
    """Give where the clause of a commission begins, its "att" included."""
    att = _ATT.match(text)
    return 0 if att is not None and att.end() == found.start() else found.start()


class _Reading:
    """One sentence being read."""

    def __init__(self, text: str, call: Call, decided: bool, before: str) -> None:
        self.text = text
        self.call = call
        self.decided = decided
        self.before = before
        self.owners = Owners(text, call)
        self.anchors = Anchors(text, call, self.owners)

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
