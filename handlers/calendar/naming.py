"""What a meeting is called, and what it is to take up."""

from __future__ import annotations

import re

from handlers.calendar import wording as say
from handlers.calendar.clauses import Clause, name_in
from handlers.calendar.meant import FillMeeting, RenameMeeting
from handlers.calendar.telling import Telling


def rename(telling: Telling, clause: Clause, text: str) -> bool:
    """Read what a meeting is called from now on."""
    found = say.RENAME.search(clause.text)
    if found is None:
        return False
    meeting = telling.meeting_in(clause) or telling.about
    if meeting is None and re.search(r"\b(?:mötet|the\s+meeting)\b", found[0], re.IGNORECASE):
        meeting = telling.usual()
    if meeting is None:
        return False
    telling.about = meeting
    name = say.PLACEHOLDER.sub("", name_in(found["name"]))
    if not name:
        telling.unnamed = meeting
        return True
    return telling.add(RenameMeeting(meeting.id, name), clause)


def name_at_last(telling: Telling, clause: Clause, text: str) -> bool:
    """Read the name that follows "kalla den nåt annat, …"."""
    if telling.unnamed is None:
        return False
    meeting, telling.unnamed = telling.unnamed, None
    name = name_in(clause.text)
    if not 0 < len(name.split()) <= 5 or clause.dates:
        return False
    return telling.add(RenameMeeting(meeting.id, name), clause)


def fill(telling: Telling, clause: Clause, text: str) -> bool:
    """Read what the meeting spoken of last is to take up."""
    if not telling.settled:
        return False
    found = say.CONTENT.match(clause.text) or say.PLUS.match(clause.text)
    if found is None or telling.about is None or clause.dates or telling.about.id == telling.cancelled:
        return False
    parts = re.split(
        r"\s+\+\s+|\s*,\s+|\s+och\s+|\s+and\s+" if found.re is say.CONTENT else r"\s+\+\s+", found["items"]
    )
    titles = tuple(part.strip(" .,;") for part in parts if part.strip(" .,;"))
    return telling.add(FillMeeting(telling.about.id, titles), clause)
