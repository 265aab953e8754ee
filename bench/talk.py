"""An invented group and what its people write: a meeting's talk, most of it chatter, and a channel of any length."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import cycle, islice
from typing import Any

CHANNEL = "#natverk-lovsta"
LEAD = "Greta Almlöf"
PEOPLE = (LEAD, "Nils Ekvall", "Amina Sarkis", "Bodil Tjäder", "Rut Sandell", "Ivar Molin")
HEAD = ("Välkommen", "Dagordning", "Föregående minnesanteckningar")
ITEMS = ("Lokalfrågan", "Bilpoolen", "Sommarens öppettider")
TAIL = ("Laget runt", "Övrigt")
BEGINNING = datetime(2026, 1, 7, 9, 0, tzinfo=UTC)

CHATTER = (
    "Hej alla!", "Hör ni mig?", "Haha, precis", "Jag håller med", "Vänta, min mick var av", "👍", "Tack för kaffet!",
    "Vad bra!", "Ska vi ta fem minuter?", "Instämmer", "Är det någon som har länken till mötet?", "Trevlig helg på er",
    "Oj, fel kanal, tar bort det där", "Kan du dela din skärm?", "Mm", "Nämen det var ju jättebra", "Strax tillbaka",
    "https://exempel.se/karta", "Hur gör man för att se bilden större?", "Skönt!", "Ja, verkligen", "Grattis Ivar!",
    "Vem var det som pratade nyss?", "Nu hörs du bättre", "Det var poängen", "Lunch om en kvart va?", "Bra fråga",
)  # fmt: skip
CAPTURED = (
    "Lokalerna på Kvarngatan blir klara i oktober och rymmer fyrtio personer",
    "Bilpoolen har två bilar som används av nio hushåll",
    "Amina: vi har haft fler besök under våren än under hela förra året",
    "- Öppettiderna gäller från midsommar\n- Lördagar hålls stängt",
    "beslut: bilpoolen öppnas för alla i huset",
    "Nils tar fram en offert på laddstolpar till nästa möte",
    "Rut och Bodil skriver ihop ett förslag till schema senast den 20 mars",
    "Kommunen återkommer om bygglovet efter sommaren",
    "överenskommelse: vi behåller tiden på tisdagar",
    "Försäkringen täcker inte skador på hyrda maskiner",
    "Kvarstående fråga: vem har nyckeln till förrådet?",
    "Det finns femton platser kvar på kursen i maj",
)


def group() -> dict[str, Any]:
    """Describe the group as a file would."""
    standing = [{"title": title, "place": "head"} for title in HEAD] + [{"title": t, "place": "tail"} for t in TAIL]
    return {
        "group": {"name": "Nätverk Lövsta", "channel": CHANNEL, "convener": LEAD, "place": "Kvarngatan 3"},
        "members": [
            {"name": name, "role": "Ledamot", "organisation": "Lövsta kommun", "coordinator": name == LEAD}
            for name in PEOPLE
        ],
        "standing": standing,
        "meetings": [{"date": "2026-02-03", "start": "13:00", "end": "15:00", "items": list(ITEMS)}],
    }


def lines(count: int) -> Iterator[tuple[datetime, str, str]]:
    """Give so many messages of the channel: when, by whom and what; four of five are chatter, a meeting a month."""
    chatter, captured, people = cycle(CHATTER), cycle(CAPTURED), cycle(PEOPLE)
    day = datetime(2026, 2, 3, 12, 0, tzinfo=UTC)
    number = 0
    while True:
        following = day + timedelta(days=28)
        meeting = [
            (LEAD, f"@mötesbot boka nästa möte den {following.date().isoformat()} kl 13-15"),
            ("Nils Ekvall", f"punkt: Fråga nummer {number}"),
            (LEAD, "@mötesbot starta mötet"),
        ]
        for _ in range(18):
            meeting += [(next(people), next(chatter)) for _ in range(4)]
            meeting.append((next(people), next(captured)))
        meeting += [(LEAD, "nästa punkt") for _ in range(3)]
        meeting += [(LEAD, "@mötesbot avsluta mötet"), (LEAD, "@mötesbot publicera")]
        for minute, (who, text) in enumerate(meeting):
            number += 1
            if number > count:
                return
            yield day + timedelta(minutes=minute), who, text
        day = following


def transcript(count: int) -> str:
    """Write so many lines of the channel as a transcript."""
    people = "\n".join(
        f'[[members]]\nname = "{name}"\nrole = "Ledamot"\norganisation = "Lövsta kommun"'
        f"{chr(10) + 'coordinator = true' if name == LEAD else ''}"
        for name in PEOPLE
    )
    standing = "\n".join(f'[[standing]]\ntitle = "{title}"\nplace = "head"' for title in HEAD)
    head = (
        f'+++\n[group]\nname = "Nätverk Lövsta"\nchannel = "{CHANNEL}"\nconvener = "{LEAD}"\n{people}\n{standing}\n'
        '[[meetings]]\ndate = 2026-02-03\nstart = "13:00"\nend = "15:00"\n+++\n'
    )
    rows = (
        " | ".join((f"m{number}", f"{at + timedelta(hours=1):%Y-%m-%d %H:%M}", CHANNEL, who, _escaped(text)))
        for number, (at, who, text) in enumerate(islice(lines(count), count), 1)
    )
    return head + "\n".join(rows) + "\n"


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace("\n", "\\n")
