"""The standard situation that examples and handler tests are played in: an invented group around a meeting."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any
from zoneinfo import ZoneInfo

from handlers.command import Call, Ids, When
from meetings.facts import Due, Owner, OwnerKind, Said, Source
from meetings.group import Capacity, Convener, Document, GroupSettings, Person, StandingItem
from meetings.history import History, LatestMinutes, Query
from meetings.language import texts_for
from meetings.record import Action, Item, Meeting, Phase, Record

ZONE = ZoneInfo("Europe/Stockholm")
HEAD = ("Välkommen", "Dagordning", "Föregående minnesanteckningar")
ADDED = ("Ungdomsprojektet", "Nya lokaler")
TAIL = ("Trisam", "Samordningsförbundet informerar", "Övrigt")

NOW = {
    When.BEFORE: datetime(2026, 9, 7, 9, 0, tzinfo=ZONE),
    When.DURING: datetime(2026, 9, 15, 13, 20, tzinfo=ZONE),
    When.AFTER: datetime(2026, 9, 16, 8, 30, tzinfo=ZONE),
}

PEOPLE = (
    Person(
        id="p1",
        name="Tora Lindmo",
        role="Koordinator",
        organisation="Samordningsförbundet Nordvik",
        capacity=Capacity.OTHER,
        account="Tora Lindmo",
        coordinator=True,
    ),
    Person(id="p2", name="Sven-Åke Backe", role="Enhetschef", organisation="Nordviks kommun", account="Sven-Åke Backe"),
    Person(id="p3", name="Malin Ros", role="Sektionschef", organisation="Arbetsförmedlingen", account="Malin Ros"),
    Person(
        id="p4", name="Karin Holmsund", role="Enhetschef", organisation="Försäkringskassan", account="Karin Holmsund"
    ),
    Person(id="p5", name="Carin Delin", role="Vårdenhetschef", organisation="Region Nordvik", account="Carin Delin"),
    Person(id="p6", name="Elin Sand", role="Rehabkoordinator", organisation="Region Nordvik", account="Elin Sand"),
    Person(id="p7", name="Elin Strand", role="Skolchef", organisation="Nordviks kommun", account="Elin Strand"),
    Person(id="p8", name="Bo Ekdahl", role="Handläggare", organisation="Försäkringskassan", account=None),
    Person(
        id="p9",
        name="Olle Berg",
        role="Projektledare",
        organisation="Samordningsförbundet Nordvik",
        capacity=Capacity.GUEST,
        account="Olle Berg",
    ),
)


@dataclass(frozen=True)
class NothingPublished(History):
    """The history of a group that has published nothing."""

    def ask(self, query: Query[Any]) -> Any:
        return None if isinstance(query, LatestMinutes) else ()


def record(when: When = When.BEFORE) -> Record:
    """Make the record of the standard group: a meeting on Tuesday 15 September 2026 at 13–15, and one in November."""
    settings = GroupSettings(
        name="Mysam Nordvik",
        channel="#mysam-nordvik",
        document=Document.MINNESANTECKNINGAR,
        convener=Convener(kind="person", name="Tora Lindmo"),
        standing=tuple(
            [StandingItem(title=t, place="head") for t in HEAD] + [StandingItem(title=t, place="tail") for t in TAIL]
        ),
    )
    meeting = Meeting(id="m1", date=date(2026, 9, 15), start=time(13), end=time(15), place="Stadshuset")
    later = Meeting(id="m2", date=date(2026, 11, 10), start=time(13), end=time(15), place="Teams")
    made = Record(settings=settings, people={p.id: p for p in PEOPLE}, meetings={"m1": meeting, "m2": later})
    for held in (meeting, later):
        for number, standing in enumerate(settings.standing):
            item = f"{held.id}:s{number}"
            made.items[item] = Item(id=item, title=standing.title, standing=standing.place, for_meeting=held.id)
    for number, title in enumerate(ADDED):
        made.items[f"i{number}"] = Item(
            id=f"i{number}", title=title, proposed_by="p2", message=f"old{number}", for_meeting="m1"
        )
    made.actions["a1"] = Action(
        id="a1",
        text="boka lokal till planeringsdagen",
        owner=Owner(kind=OwnerKind.PERSON, name="Malin Ros", person="p3"),
        due=Due(),
        meeting="m0",
        item=None,
    )
    if when is not When.BEFORE:
        meeting.phase = Phase.OPEN if when is When.DURING else Phase.ENDED
        meeting.started_at = datetime(2026, 9, 15, 13, 0, tzinfo=ZONE)
        meeting.item_now = "i0"
        meeting.taken = ["m1:s0", "i0"]
        if when is When.AFTER:
            meeting.ended_at = datetime(2026, 9, 15, 15, 0, tzinfo=ZONE)
    return made


def board(when: When = When.BEFORE) -> Record:
    """Make the same record for a board that writes protokoll: Malin Ros is chosen to adjust it when it is over."""
    made = record(when)
    assert made.settings is not None
    tail = tuple(StandingItem(title=title, place="tail") for title in ("Informationsärenden", "Övriga frågor"))
    made.settings = made.settings.model_copy(
        update={
            "name": "Samordningsförbundet Nordvik",
            "document": Document.PROTOKOLL,
            "style": "protokoll",
            "first_paragraph": 40,
            "stored_at": "Stadshusets arkiv",
            "standing": made.settings.standing + tail,
        }
    )
    for meeting in made.meetings.values():
        for number, standing in enumerate(made.settings.standing):
            item = f"{meeting.id}:s{number}"
            made.items[item] = Item(id=item, title=standing.title, standing=standing.place, for_meeting=meeting.id)
    if when is When.AFTER:
        made.meetings["m1"].formal.adjusters.append("p3")
    return made


def call(
    when: When = When.BEFORE,
    by: str = "Malin Ros",
    *,
    addressed: bool = False,
    private: bool = False,
    language: str = "sv",
    message: str = "x1",
    of: Record | None = None,
    thread: str | None = None,
    formal: bool = False,
) -> Call:
    """Make the call of a message that `by` writes in the standard situation."""
    known = of or (board(when) if formal else record(when))
    speaker = known.person_of_account(by)
    return Call(
        record=known,
        texts=texts_for(language),
        now=NOW[when],
        said=Said(source=Source.MESSAGE, message=message, at=NOW[when], by=speaker.id if speaker else None),
        author=by,
        speaker=speaker,
        ids=Ids(message),
        addressed=addressed or private,
        private=private,
        thread=thread,
        meeting=known.meetings["m1"],
        when=when,
        history=NothingPublished(),
    )
