"""Years of an invented group's life, drawn by chance: meetings that people prepare, hold, publish and go back to."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta
from random import Random
from typing import Any

from meetings import facts as f
from meetings.agenda import agenda
from meetings.facts import Fact
from meetings.group import GroupSettings, Person, StandingItem
from meetings.ledger import Ledger
from meetings.record import Meeting, Phase

BEGINNING = datetime(2026, 1, 7, 9, 0, tzinfo=UTC)
PEOPLE = ("Tora Lindmo", "Malin Ros", "Bo Ekdahl")


class Years:
    """Facts as they came, with a ledger that keeps everything to draw the next ones from."""

    def __init__(self, random: Random) -> None:
        self.random = random
        self.facts: list[Fact] = []
        self.whole = Ledger(whole=True)
        self._at = BEGINNING
        self._message = 0
        self._meetings = 0
        standing = (StandingItem(title="Välkommen"), StandingItem(title="Övrigt", place="tail"))
        settings = GroupSettings(name="Mysam Lindby", channel="#mysam-lindby", standing=standing)
        self._say(f.GroupFounded, settings=settings)
        for number, name in enumerate(PEOPLE):
            person = Person(id=f"p{number}", name=name, account=name, coordinator=not number)
            self._say(f.PersonRegistered, person=person)

    def live(self, meetings: int, *, tidy: bool = False) -> None:
        """Plan, prepare, hold and publish so many meetings; some late. `tidy`: each finishes what there is to do."""
        for _ in range(meetings):
            self._plan()
            for _ in range(self.random.randint(0, 5)):
                self._between()
            meeting = self._coming()
            if meeting is None:
                continue
            self._at = max(self._at, datetime.combine(meeting.date, time(9), UTC))
            self._say(f.MeetingStarted, meeting.id)
            for _ in range(self.random.randint(2, 9)):
                self._during(meeting)
            if tidy:
                self._finish(meeting)
            self._say(f.MeetingEnded, meeting.id)
            for _ in range(self.random.randint(0, 2)):
                self._between()
            if self.random.random() < 0.8:
                self._publish()
        for _ in range(self.random.randint(0, 6)):
            self._between()

    def _finish(self, meeting: Meeting) -> None:
        record = self.whole.record
        for action in [one for one in record.actions.values() if one.status in ("open", "moved")]:
            self._say(f.ActionChanged, meeting, action=action.id, status="done")
        for question in [one for one in record.questions.values() if one.open]:
            self._say(f.QuestionClosed, meeting, question=question.id)
        for entry in agenda(record, meeting.id):
            self._say(f.ItemTaken, meeting, item=entry.item.id)
        for item in [one for one in record.items.values() if one.for_meeting is None and not one.removed]:
            self._say(f.ItemRemoved, meeting, item=item.id)

    def _plan(self) -> None:
        self._meetings += 1
        on = (self._at + timedelta(days=self.random.randint(10, 40))).date()
        self._say(f.MeetingPlanned, target=f"m{self._meetings}", date=on)

    def _between(self) -> None:
        coming = self._coming()
        choice = self.random.choice([self._propose, self._propose, self._change_item, self._change_thing, self._amend])
        choice(coming)

    def _during(self, meeting: Meeting) -> None:
        ways = [self._note, self._note, self._take, self._agree, self._ask, self._approve, self._postpone]
        self.random.choice([*ways, self._propose, self._change_item, self._change_thing, self._amend])(meeting)

    def _propose(self, meeting: Meeting | None) -> None:
        id = self._next()
        to = self.random.choice([None, meeting.id if meeting else None])
        self._say(f.ItemProposed, meeting, item=f"{id}:i1", title=f"Fråga {id}", for_meeting=to)

    def _change_item(self, meeting: Meeting | None) -> None:
        items = [item for item in self.whole.record.items.values() if not item.removed]
        if not items:
            return
        item = self.random.choice(items[-8:])
        kinds: list[tuple[type[Fact], dict[str, Any]]] = [
            (f.ItemRemoved, {}),
            (f.ItemChanged, {"title": f"Ändrad {self._message}"}),
            (f.ItemMoved, {"place": "first"}),
        ]
        home = self.whole.record.meetings.get(item.for_meeting or "")
        if home is None or home.phase is not Phase.PUBLISHED:
            kind, more = self.random.choice(kinds)
            self._say(kind, meeting, item=item.id, **more)

    def _change_thing(self, meeting: Meeting | None) -> None:
        actions = [action for action in self.whole.record.actions.values() if action.status == "open"]
        questions = [question for question in self.whole.record.questions.values() if question.open]
        if actions and self.random.random() < 0.6:
            status = self.random.choice(["done", "dropped", "moved"])
            self._say(f.ActionChanged, meeting, action=self.random.choice(actions).id, status=status)
        elif questions:
            self._say(f.QuestionClosed, meeting, question=self.random.choice(questions).id)

    def _note(self, meeting: Meeting) -> None:
        id = self._next()
        self._say(f.Noted, meeting, note=f"{id}:n1", blocks=(f.Block(text=f"Det sades {id}"),), by="p1")

    def _take(self, meeting: Meeting) -> None:
        items = [item for item in self.whole.record.items.values() if item.for_meeting == meeting.id]
        if items:
            self._say(f.ItemTaken, meeting, item=self.random.choice(items).id)

    def _postpone(self, meeting: Meeting) -> None:
        items = [i for i in self.whole.record.items.values() if i.for_meeting == meeting.id and not i.standing]
        if items:
            self._say(f.ItemPostponed, meeting, item=self.random.choice(items).id)

    def _agree(self, meeting: Meeting) -> None:
        owner = f.Owner(kind=f.OwnerKind.PERSON, person="p2")
        self._say(f.ActionAgreed, meeting, action=f"{self._next()}:a1", text="boka lokal", owner=owner)

    def _ask(self, meeting: Meeting) -> None:
        self._say(f.QuestionRaised, meeting, question=f"{self._next()}:q1", text="Vem har nyckeln?")

    def _approve(self, meeting: Meeting) -> None:
        out = [one for one in self.whole.record.held() if one.phase is Phase.PUBLISHED]
        if out:
            self._say(f.PreviousMinutesApproved, meeting, of=out[-1].id)

    def _amend(self, meeting: Meeting | None) -> None:
        """Undo, edit or delete something said lately that is not published."""
        lately = [fact for fact in self.facts[-6:] if isinstance(fact, f.Noted | f.ItemProposed | f.ActionAgreed)]
        record = self.whole.record
        mine = [x for x in lately if x.meeting is None or record.meetings[x.meeting].phase is not Phase.PUBLISHED]
        if not mine:
            return
        fact = self.random.choice(mine)
        match self.random.choice(["undo", "edit", "delete"]):
            case "undo":
                self._say(f.Withdrawn, meeting, targets=(fact.id,))
            case "delete":
                self._say(f.VersionStands, meeting, of=fact.said.message, stands=0, why="deleted")
            case _:
                version = self.whole.stands(fact.said.message or "") + 1
                said = fact.said.model_copy(update={"version": version})
                self._keep(fact.model_copy(update={"id": f"{fact.id}v{version}", "said": said}))
                self._say(f.VersionStands, meeting, of=fact.said.message, stands=version, why="edited")

    def _publish(self) -> None:
        for meeting in self.whole.record.held():
            if meeting.phase is Phase.ENDED:
                self._say(f.Published, meeting.id, revision=1, checksum="")

    def _coming(self) -> Meeting | None:
        planned = [one for one in self.whole.record.meetings.values() if one.phase is Phase.PLANNED]
        return min(planned, key=lambda one: one.date, default=None)

    def _next(self) -> str:
        return f"x{self._message + 1}"

    def _say(self, kind: Any, meeting: Meeting | str | None = None, **more: Any) -> None:
        self._message += 1
        self._at += timedelta(hours=self.random.randint(1, 30))
        id = meeting.id if isinstance(meeting, Meeting) else meeting
        said = f.Said(source=f.Source.MESSAGE, message=f"x{self._message}", at=self._at, by="p1")
        self._keep(kind(id=f"x{self._message}:f1", said=said, meeting=id, **more))

    def _keep(self, fact: Fact) -> None:
        self.facts.append(fact)
        self.whole.append([fact])
