"""A whole meeting of invented people: what they write, press and command, and the same as a written channel."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

CHANNEL = "#lovsta"
LEAD = "Siv Alm"
PEOPLE = (LEAD, "Ben Brook", "Cleo Chen", "Dirk Dahl")

# In a time to come: what may have been said is looked for from the machine's own time on.
SCRIPT = r"""
m01 | 2037-11-20 09:00 | #lovsta | Siv Alm | @mötesbot ny grupp Nätverk Lövsta
m02 | 2037-11-20 09:02 | #lovsta | Siv Alm | @mötesbot lägg till deltagare: Ben Brook, ordförande, Lövsta kommun
p02 | 2037-11-20 09:02 | #lovsta | Siv Alm | @mötesbot lägg till deltagare: Cleo Chen, sekreterare, Region Lövsta
p03 | 2037-11-20 09:02 | #lovsta | Siv Alm | @mötesbot lägg till deltagare: Dirk Dahl, handläggare, Försäkringskassan
m03 | 2037-11-20 09:04 | #lovsta | Siv Alm | @mötesbot boka möte måndag 23 november kl 13-14, Kvarngatan 3
m04 | 2037-11-20 09:06 | #lovsta | Ben Brook | punkt: Lokaler (10 min)
m05 | 2037-11-20 09:08 | #lovsta | Cleo Chen | punkt: Bilpoolen
m06 | 2037-11-20 09:10 | #lovsta | Ben Brook | Någon som vet var man parkerar?
m07 | 2037-11-20 09:12 | DM | Dirk Dahl | jag kan inte komma på måndag
c01 | 2037-11-20 09:14 | #lovsta | Ben Brook | /minutes dagordning
b01 | 2037-11-20 15:10 | DM | Ben Brook | [tryck På plats]
b02 | 2037-11-20 15:12 | DM | Cleo Chen | [tryck Digitalt]
c02 | 2037-11-23 13:00 | #lovsta | Siv Alm | /minutes starta
m09 | 2037-11-23 13:02 | #lovsta | Siv Alm | närvarande: Ben, Cleo och jag
m10 | 2037-11-23 13:05 | #lovsta | Ben Brook | Lokaler: vi flyttar i maj, hyran blir 12 000 kr
m11 | 2037-11-23 13:07 | #lovsta | Ben Brook | [ändrar m10] Lokaler: vi flyttar i juni, hyran blir 12 000 kr
m12 | 2037-11-23 13:09 | #lovsta | Cleo Chen | Bilpoolen: två nya bilar
m13 | 2037-11-23 13:11 | #lovsta | Cleo Chen | [raderar m12]
m14 | 2037-11-23 13:13 | #lovsta | Cleo Chen | Bilpoolen: beslut: bilpoolen öppnas för alla
m15 | 2037-11-23 13:15 | #lovsta | Ben Brook | jag föreslår att vi träffas varje månad
m16 | 2037-11-23 13:17 | #lovsta | Cleo Chen | [reaktion m15] 👍
m17 | 2037-11-23 13:19 | #lovsta | Siv Alm | [reaktion m15] 👍
b04 | 2037-11-23 13:20 | DM | Siv Alm | [tryck Ja, som överenskommelse]
m18 | 2037-11-23 13:21 | #lovsta | Cleo Chen | [bilaga schema.pdf] Cleo tar fram ett schema till 1 december
m19 | 2037-11-23 13:23 | #lovsta | Ben Brook | [svar m18] tack!
m20 | 2037-11-23 13:25 | #lovsta | Siv Alm | tack för idag @mötesbot avsluta mötet
m21 | 2037-11-23 13:30 | DM | Siv Alm | utkast
b03 | 2037-11-23 13:35 | DM | Siv Alm | [tryck Publicera]
m22 | 2037-11-23 14:00 | #lovsta | Ben Brook | [ändrar m10] Lokaler: vi flyttar i juni, hyran blir 13 000 kr
b05 | 2037-11-23 14:05 | DM | Siv Alm | [tryck Rätta]
m24 | 2037-11-24 16:00 | DM | Cleo Chen | mina uppgifter
"""

_COMMAND = re.compile(r"/minutes (?P<text>.+)")
_PRESS = re.compile(r"\[tryck (?P<label>.+)\]")


@dataclass(frozen=True)
class Gesture:
    """A command (`text` follows it) or a button (`text` stands on it) of a line."""

    kind: str
    text: str


def gestures(script: str = SCRIPT) -> dict[str, Gesture]:
    """Give the lines that are commands and buttons, by their ids."""
    found: dict[str, Gesture] = {}
    for line in script.strip().splitlines():
        id, _, _, _, text = line.split(" | ", 4)
        if command := _COMMAND.fullmatch(text):
            found[id] = Gesture("command", command["text"])
        elif press := _PRESS.fullmatch(text):
            found[id] = Gesture("press", press["label"])
    return found


def written(pressed: Mapping[str, str], script: str = SCRIPT) -> bytes:
    """Give the meeting as a written channel: a gesture is what it says, written to the bot alone."""
    lines = []
    for line in script.strip().splitlines():
        id, at, where, who, text = line.split(" | ", 4)
        if id in pressed:
            where, text = "DM", pressed[id]
        lines.append(" | ".join((id, at, where, who, text)))
    return ("\n".join(lines) + "\n").encode()
