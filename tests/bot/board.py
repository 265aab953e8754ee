"""An invented board that writes protokoll, to play its meetings in the channel."""

from __future__ import annotations

from typing import Any

from tests.bot.channel import CHANNEL, LEAD

CHAIR, VICE, CARIN, KARIN, STAND_IN, OFFICIAL = (
    "Gunnar Ek",
    "Siv Lund",
    "Carin Ås",
    "Karin Stål",
    "Bo Vik",
    "Per Holm",
)


def board(**settings: Any) -> dict[str, Any]:
    """Describe the board as a file would; `settings` are put beside its own."""
    people = (
        (CHAIR, "ordförande", "Nordviks kommun", "deciding"),
        (VICE, "vice ordförande", "Region Nordvik", "deciding"),
        (KARIN, "ledamot", "Arbetsförmedlingen", "deciding"),
        (CARIN, "ledamot", "Försäkringskassan", "deciding"),
        (STAND_IN, "ersättare", "Nordviks kommun", "substitute"),
        (LEAD, "sekreterare", "Samordningsförbundet", "other"),
        (OFFICIAL, "förbundschef", "Samordningsförbundet", "other"),
    )
    standing = [("Godkännande av dagordning", "head"), ("Val av justerare", "head")]
    standing += [("Informationsärenden", "tail"), ("Övriga frågor", "tail")]
    return {
        "group": {
            "name": "Samordningsförbundet Nordvik",
            "channel": CHANNEL,
            "document": "protokoll",
            "style": "protokoll",
            "first_paragraph": 40,
            "convener": LEAD,
            "place": "Stadshuset",
            "stored_at": "Kommunarkivet",
            **settings,
        },
        "members": [
            {"name": name, "role": role, "organisation": body, "capacity": capacity, "coordinator": name == LEAD}
            for name, role, body, capacity in people
        ],
        "standing": [{"title": title, "place": place} for title, place in standing],
        "meetings": [
            {
                "date": "2026-09-15",
                "start": "13:00",
                "end": "15:00",
                "items": ["Årsredovisning", "Ansökan från Vävstugan", "Ny arbetsordning"],
            },
            {"date": "2026-11-10", "start": "13:00", "end": "15:00"},
        ],
    }
