"""An invented group to try the bot on: its people, what its meetings always take up, and a meeting soon."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

# A meeting at hand: at the next full hour of a working day's middle, else the next morning.
_FIRST_HOUR, _LAST_HOUR, _MORNING = 8, 16, 10

_MEMBERS = (
    ("Maj Lindhagen", "Koordinator", "Samordningsförbundet Ekvik", "other", True),
    ("Ester Holmdal", "Enhetschef", "Ekviks kommun", "member", False),
    ("Nils-Erik Skog", "Elevhälsan", "Ekviks kommun", "member", False),
    ("Amina Rask", "Sektionschef", "Arbetsförmedlingen", "member", False),
    ("Pär Sundell", "Enhetschef", "Försäkringskassan", "member", False),
    ("Karin Bäckaby", "Vårdenhetschef", "Region Mellansjö", "member", False),
    ("Carin Udd", "Rehabkoordinator", "Region Mellansjö", "member", False),
    ("Jovan Lillmark", "Projektledare", "Ekviks kommun", "member", False),
    ("Signe Alberg", "Förbundschef", "Samordningsförbundet Ekvik", "guest", False),
)
_STANDING = (
    ("Välkommen", "head"),
    ("Dagordning", "head"),
    ("Föregående minnesanteckningar", "head"),
    ("Trisam", "tail"),
    ("Samordningsförbundet informerar", "tail"),
    ("Övrigt", "tail"),
    ("Nästa möte", "tail"),
)


def demonstration(now: datetime) -> dict[str, Any]:
    """Give the demonstration group as a file would describe it; `now` is local time where the group is."""
    start = _next_meeting(now)
    return {
        "group": {
            "name": "Mysam Ekvik",
            "channel": "#mysam-ekvik",
            "language": "sv",
            "timezone": "Europe/Stockholm",
            "document": "minnesanteckningar",
            "style": "bullets",
            "level": "structure",
            "convener": "Maj Lindhagen",
            "place": "Teams",
        },
        "members": [
            {"name": name, "role": role, "organisation": organisation, "capacity": capacity, "coordinator": coordinator}
            for name, role, organisation, capacity, coordinator in _MEMBERS
        ],
        "standing": [{"title": title, "place": place} for title, place in _STANDING],
        "meetings": [_meeting(start), _meeting(start + timedelta(weeks=6))],
        "actions": [{"text": "Ta fram statistik om deltagande i Trisam", "owner": "Carin Udd", "due": "nästa möte"}],
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
