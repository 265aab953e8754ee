"""The groups one finds at the first start, a Swedish and an English one, each with a past meeting as it was written."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from bot.demonstration import demonstration
from bot.desk import Desk
from bot.platform import Author, Written
from bot.webchat.log import Message, direct
from bot.webchat.room import Room
from handlers.groups.founding import Founding, found

_ZONE = ZoneInfo("Europe/Stockholm")
_AGO = timedelta(days=14)

_MAJ, _ESTER, _AMINA, _PAR = "Maj Lindhagen", "Ester Holmdal", "Amina Rask", "Pär Sundell"
_KARIN, _CARIN, _SKOG, _JOVAN = "Karin Bäckaby", "Carin Udd", "Nils-Erik Skog", "Jovan Lillmark"
_PRIVATE = "privately"

# Minutes after the meeting's start, who, and what; a third word marks what was written to the bot alone.
_Line = tuple[int, str, str] | tuple[int, str, str, str]
_SWEDISH: tuple[_Line, ...] = (
    (-2900, _KARIN, "punkt: Väntetider på vårdcentralen (15 min)"),
    (-2890, _JOVAN, "Hej! Kan vi ta upp praktikplatserna också?"),
    (-1500, _SKOG, "Jag har tyvärr förhinder"),
    (-40, _AMINA, "jag deltar digitalt"),
    (0, _MAJ, "@mötesbot starta mötet"),
    (1, _MAJ, "närvarande: Ester Holmdal, Amina Rask, Pär Sundell, Karin Bäckaby, Carin Udd, Jovan Lillmark"),
    (2, _MAJ, "Dagordningen godkänns"),
    (4, _MAJ, "nästa punkt"),
    (5, _MAJ, "föregående minnesanteckningar godkänns"),
    (8, _MAJ, "vi tar Väntetider nu"),
    (9, _KARIN, "Väntan på ett första läkarbesök är nere i tre veckor, från fem i våras"),
    (11, _PAR, "Vi märker att läkarintygen kommer tidigare än förut"),
    (14, _MAJ, "uppgift: Karin Bäckaby tar fram väntetiderna per månad till nästa möte"),
    (18, _MAJ, "vi tar praktikplatserna"),
    (19, _JOVAN, "Kommunen har elva platser på äldreboendena från årsskiftet"),
    (21, _ESTER, "Beslut: att platserna fördelas av Jovan Lillmark och Amina Rask gemensamt"),
    (24, _MAJ, "uppgift: Amina bjuder in arbetsgivarna till ett frukostmöte"),
    (28, _MAJ, "vi tar Trisam nu"),
    (29, _CARIN, "Åtta deltagare är inskrivna, två har gått vidare till studier"),
    (31, _CARIN, "uppgift: jag tar fram statistik om deltagande i Trisam"),
    (36, _PAR, "öppen fråga: vem tar rehabmötena i februari?"),
    (40, _MAJ, "@mötesbot avsluta mötet"),
    (55, _MAJ, "publicera", _PRIVATE),
)
_ENGLISH: tuple[_Line, ...] = (
    (-1440, "Ada Thorne", "item: New opening hours (10 min)"),
    (0, "Ada Thorne", "@meetingbot start the meeting"),
    (1, "Ada Thorne", "present: Ben Okafor, Cleo Marsh"),
    (3, "Ada Thorne", "item 3"),
    (4, "Ben Okafor", "The reading room had 240 visitors in the first week"),
    (6, "Ada Thorne", "decision: we keep the library open until 8 pm on Thursdays"),
    (8, "Ada Thorne", "task: Cleo Marsh puts up the new hours at the door by next meeting"),
    (12, "Ada Thorne", "@meetingbot end the meeting"),
    (20, "Ada Thorne", "publish", _PRIVATE),
)
_LIBRARY_PEOPLE = (
    ("Ada Thorne", "Coordinator", "Fairholm Library", True),
    ("Ben Okafor", "Librarian", "Fairholm Library", False),
    ("Cleo Marsh", "Caretaker", "Fairholm Council", False),
    ("Dan Whitlow", "Teacher", "Fairholm School", False),
)


@dataclass(frozen=True)
class Play:
    """A group to begin with, and what was written in it."""

    founding: Founding
    start: datetime
    lines: Sequence[_Line]


def plays(now: datetime) -> tuple[Play, ...]:
    """Give the groups to begin with, a meeting of theirs at the next full hour and one two weeks ago (`now` aware)."""
    local = now.astimezone(_ZONE)
    made = []
    for described, lines in ((demonstration(local), _SWEDISH), (_library(local), _ENGLISH)):
        soon = (local + timedelta(hours=1)).replace(minute=0)
        day = soon.date() - _AGO
        day -= timedelta(days=max(0, day.weekday() - 4))
        start = datetime.combine(day, time(10), _ZONE).astimezone(UTC)
        past = {"date": day, "start": "10:00", "end": "11:00"}
        coming = {"date": soon.date(), "start": f"{soon:%H:%M}", "end": f"{soon + timedelta(hours=1):%H:%M}"}
        whole = {**described, "meetings": [past, coming, described["meetings"][-1]]}
        made.append(Play(found(whole, start - timedelta(days=7)), start, lines))
    return tuple(made)


async def settle(desk: Desk, room: Room, now: datetime) -> None:
    """Set up the groups that are not there, and let what was written in them be written.

    Where others are kept, people work: nothing invented is put beside their groups.
    """
    there = await desk.groups()
    invented = plays(now)
    if set(there) - {play.founding.group_id for play in invented}:
        return
    for play in invented:
        group = play.founding
        if group.group_id in there:
            continue
        await desk.found(group.group_id, group.facts, room.name, (group.channel,))
        for number, (minutes, who, text, *private) in enumerate(play.lines, 1):
            room.moment = play.start + timedelta(minutes=minutes)
            place = direct(who) if private else group.channel
            id = f"first-{group.group_id}-{number}"
            room.put(Message(id, place, room.moment, who, text, private_to=who if private else None))
            await desk.hear(Written(place, Author(who, who), id, room.moment, text, bool(private)), room)
        room.moment = None


def _library(local: datetime) -> Mapping[str, Any]:
    return {
        "group": {
            "name": "Fairholm Library Council",
            "channel": "#fairholm-library",
            "language": "en",
            "convener": "Ada Thorne",
            "place": "The reading room",
        },
        "members": [
            {"name": name, "role": role, "organisation": organisation, "coordinator": leads}
            for name, role, organisation, leads in _LIBRARY_PEOPLE
        ],
        "standing": [
            {"title": "Welcome", "place": "head"},
            {"title": "Previous notes", "place": "head"},
            {"title": "Any other business", "place": "tail"},
            {"title": "Next meeting", "place": "tail"},
        ],
        "meetings": demonstration(local, "en")["meetings"],
    }
