"""A small set of each kind with its own invented group, as files in a folder."""

from __future__ import annotations

import json
from pathlib import Path

SETTING = {
    "group": "Mysam Gransele",
    "bot": "@mötesbot",
    "now": {"before": "2026-09-07T09:00", "during": "2026-09-15T13:20", "after": "2026-09-16T08:30"},
    "meeting": {"date": "2026-09-15", "start": "13:00", "end": "15:00", "place": "Folkets hus"},
    "agenda": ["Välkommen", "Dagordning", "Föregående minnesanteckningar", "Nya lokaler", "Cykelvägen", "Övrigt"],
}
ROSTER = """pid,name,role,organisation,aliases
p1,Tyra Malmgård,Enhetschef,Gransele kommun,
p2,Stig-Olof Renberg,Handläggare,Arbetsförmedlingen,S-O|Stigge
p3,Elin Vång,Rehabkoordinator,Region Gransele,
p4,Elin Sävar,Skolchef,Gransele kommun,
"""
INTENTS = "id,lang,phase,addressed,speaker_role,text,expected,slots,also_accepted,context,notes\n"


def folder(place: Path, **files: str) -> Path:
    """Write the setting, the roster and these sets, and give the folder."""
    (place / "setting.json").write_text(json.dumps(SETTING), "utf-8")
    (place / "roster.csv").write_text(ROSTER, "utf-8")
    for name, text in files.items():
        (place / f"{name}.csv").write_text(text, "utf-8")
    return place


def answers(path: Path) -> dict[str, object]:
    """Read the answers by the ids of their rows."""
    return {row["id"]: row["answer"] for row in map(json.loads, path.read_text("utf-8").splitlines())}
