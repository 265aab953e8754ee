"""An invented group to try the bot on: its people, what its meetings always take up, and a meeting soon."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from meetings.language import Language

# A meeting at hand: at the next full hour in the middle of a working day, else the next morning.
_FIRST_HOUR, _LAST_HOUR, _MORNING = 8, 16, 10

_MEMBERS = (
    ("Maj Lindhagen", "Koordinator", "Coordinator", "Samordningsförbundet Ekvik"),
    ("Ester Holmdal", "Enhetschef", "Head of unit", "Ekviks kommun"),
    ("Nils-Erik Skog", "Elevhälsan", "Student health", "Ekviks kommun"),
    ("Amina Rask", "Sektionschef", "Head of section", "Arbetsförmedlingen"),
    ("Pär Sundell", "Enhetschef", "Head of unit", "Försäkringskassan"),
    ("Karin Bäckaby", "Vårdenhetschef", "Head of clinic", "Region Mellansjö"),
    ("Carin Udd", "Rehabkoordinator", "Rehabilitation coordinator", "Region Mellansjö"),
    ("Jovan Lillmark", "Projektledare", "Project manager", "Ekviks kommun"),
    ("Signe Alberg", "Förbundschef", "Director", "Samordningsförbundet Ekvik"),
)
_COORDINATOR, _GUEST = "Maj Lindhagen", "Signe Alberg"
_STANDING = (
    ("Välkommen", "Welcome", "head"),
    ("Dagordning", "Agenda", "head"),
    ("Föregående minnesanteckningar", "Previous notes", "head"),
    ("Trisam", "Trisam", "tail"),
    ("Samordningsförbundet informerar", "News from the federation", "tail"),
    ("Övrigt", "Other matters", "tail"),
    ("Nästa möte", "Next meeting", "tail"),
)
_ACTION = ("Ta fram statistik om deltagande i Trisam", "Gather statistics on attendance in Trisam")


def demonstration(now: datetime, language: Language = "sv") -> dict[str, Any]:
    """Give the demonstration group as a file would describe it; `now` is local time where the group is."""
    start = _next_meeting(now)
    swedish = language == "sv"
    return {
        "group": {
            "name": "Mysam Ekvik",
            "channel": "#mysam-ekvik",
            "language": language,
            "timezone": "Europe/Stockholm",
            "document": "minnesanteckningar",
            "style": "bullets",
            "level": "structure",
            "convener": _COORDINATOR,
            "place": "Teams",
        },
        "members": [
            {
                "name": name,
                "role": role if swedish else english_role,
                "organisation": organisation,
                "capacity": {_COORDINATOR: "other", _GUEST: "guest"}.get(name, "member"),
                "coordinator": name == _COORDINATOR,
            }
            for name, role, english_role, organisation in _MEMBERS
        ],
        "standing": [{"title": title if swedish else english, "place": place} for title, english, place in _STANDING],
        "meetings": [_meeting(start), _meeting(start + timedelta(weeks=6))],
        "actions": [{"text": _ACTION[not swedish], "owner": "Carin Udd", "due": str(start.date())}],
    }


def _next_meeting(now: datetime) -> datetime:
    day = now.replace(minute=0, second=0, microsecond=0, tzinfo=None)
    if _FIRST_HOUR <= now.hour < _LAST_HOUR and day.weekday() < 5:
        return day + timedelta(hours=1)
    day = day.replace(hour=_MORNING) + timedelta(days=1)
    while day.weekday() >= 5:
        day += timedelta(days=1)
    return day


def _meeting(start: datetime) -> dict[str, Any]:
    end = start + timedelta(minutes=90)
    return {"date": start.date(), "start": f"{start:%H:%M}", "end": f"{end:%H:%M}"}
