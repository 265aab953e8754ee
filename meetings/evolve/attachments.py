"""Fold which files are kept."""

from __future__ import annotations

from meetings import facts as f
from meetings.record import KeptFile, Record


def evolve_attachment(record: Record, fact: f.AttachmentKept | f.AttachmentLetGo) -> None:
    place = (fact.of, fact.ref)
    if isinstance(fact, f.AttachmentKept) and fact.sha256:
        record.kept_files[place] = KeptFile(fact.sha256, fact.size, fact.said.at, fact.meeting)
    else:
        record.kept_files.pop(place, None)
