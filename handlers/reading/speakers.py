"""Tell whose words a note is: a party or a person named before it, or the one who writes."""

from __future__ import annotations

import re
from dataclasses import dataclass

from handlers.command import Call
from meetings.people import looks_like_name, organisations, resolve, resolve_organisation

_PREFIX = re.compile(r"^(?P<who>[^\W\d_][^:\n]{0,45}?)\s*:\s+(?=\S)")
# A line of its own above somebody's bullets: "FK:".
_HEAD = re.compile(r"^(?:Från\s+)?(?P<who>[^\W\d_][^:\n]{0,45}?)\s*:\s*\Z")
_FROM = re.compile(r"^(?:Från|From|Hälsning från)\s+(?P<who>[^:\n]{2,45}?)\s*:\s+(?=\S)", re.IGNORECASE)
# What a name before a colon may carry: "Siv berättar:", "Siv (Regionen):", "AF/Lena:".
_REPORTS = re.compile(
    r"\s+(?:säger|berättar|informerar|meddelar|rapporterar|tillägger|lyfter|undrar|hälsar|says|reports|adds|informs)\Z",
    re.IGNORECASE,
)
_PARTS = re.compile(r"\s*[/(,]\s*|\s+(?:från|hos|på|from|at)\s+")
_INITIALS = re.compile(r"[A-ZÅÄÖ](?:-|\.\s?)[A-ZÅÄÖ]\.?\Z")


@dataclass(frozen=True)
class Speaker:
    """Whose words a note is, and where in the text they begin."""

    begins: int = 0
    person: str | None = None
    organisation: str | None = None
    name: str | None = None


def speaker_of(text: str, call: Call) -> Speaker:
    """Read who speaks: a party or a person named before a colon, else the writer of the message."""
    named = named_speaker(text, call)
    if named is not None:
        return named
    if call.speaker is None:
        return Speaker(name=call.author)
    return Speaker(person=call.speaker.id)


def named_speaker(text: str, call: Call) -> Speaker | None:
    """Read "AF: …", "Från FK: …", "Siv (Regionen): …", "Siv berättar: …"; None when nobody is named first."""
    match = _FROM.match(text) or _PREFIX.match(text) or _HEAD.match(text)
    if match is None:
        return None
    named = _REPORTS.sub("", match["who"]).strip()
    party = resolve_organisation(named, organisations(call.record.people.values()))
    if isinstance(party, str):
        return Speaker(match.end(), organisation=party)
    people = tuple(call.record.people.values())
    parts = [part for part in (named, *(part.strip(" )") for part in _PARTS.split(named))) if part]
    for part in parts:
        if looks_like_name(part) or _INITIALS.match(part):
            found = resolve(part, people)
            if found.person is not None:
                return Speaker(match.end(), person=found.person.id)
    for part in parts:
        if isinstance(party := resolve_organisation(part, organisations(call.record.people.values())), str):
            return Speaker(match.end(), organisation=party)
    if call.leads and looks_like_name(named) and not resolve(named, people).candidates:
        return Speaker(match.end(), name=named)
    return None


def is_head(text: str, call: Call) -> bool:
    """Tell whether a line only names who speaks in the lines below it: "FK:"."""
    return _HEAD.match(text) is not None and named_speaker(text, call) is not None
