"""Help: what one can do now, in a few lines, with the longer list one step away."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from handlers.command import Call, Claim, Command, Example, Outcome, Sentence, Tell, When, Who
from meetings.document import Document, bullets, code, entry

_HELP = re.compile(
    r"""^(?:(?:hjälp|help|hjälp\ mig|help\ me|\?|kommandon|commands)(?:\ (?P<all>allt|alla|all|more|mer))?\W*$
      | (?:hur\ (?:funkar|fungerar|använder|gör|anmäler|skriver|lägger|ändrar|startar)|vad\ kan\ (?:du|jag|man)|how\ (?:do|does|can)|what\ can)\b.{0,80}$)""",
    re.IGNORECASE | re.VERBOSE,
)
FIRST = (
    "propose_item",
    "attendance",
    "show_agenda",
    "start",
    "take_item",
    "note",
    "decide",
    "add_action",
    "end",
    "show_draft",
    "publish",
)
"""The commands that help names first, of which those of the phase are shown."""
FEW = 5


@dataclass(frozen=True)
class Help:
    """Say what one can do; `all` gives the longer list."""

    all: bool = False


def _read(sentence: Sentence, call: Call) -> Sequence[Claim[Help]]:
    text = sentence.text.strip()
    match = _HELP.match(text) if call.addressed else _BARE.match(text)
    if match is None:
        return ()
    everything = "all" in match.re.groupindex and bool(match["all"])
    return (Claim(Help(everything), (0, len(sentence.text))),)


_BARE = re.compile(r"^(?:hjälp|help)\W*$", re.IGNORECASE)


def helping(commands: Sequence[Command[Any]]) -> Command[Help]:
    """Declare help over these commands; it is the one command that must know the others."""

    def handle(intent: Help, call: Call) -> Outcome:
        return Outcome(replies=(Tell(_document(intent, call, (*commands, command))),))

    command: Command[Help] = Command(
        name="help",
        words={"sv": ("hjälp", "hjälp allt"), "en": ("help", "help all")},
        read=_read,
        handle=handle,
        examples=(
            Example("hjälp", says="punkt", addressed=True),
            Example("vad kan du göra?", says="punkt", addressed=True),
            Example("help", says="item", language="en", addressed=True),
        ),
    )
    return command


def _document(intent: Help, call: Call, commands: Sequence[Command[Any]]) -> Document:
    texts = call.texts
    named = [command for command in commands if command.words.get(texts.language)]
    allowed = [c for c in named if c.who is Who.ANYONE or call.leads]
    if intent.all:
        chosen = allowed
    else:
        now = [c for c in allowed if call.when in c.shown]
        chosen = sorted(now, key=lambda c: FIRST.index(c.name) if c.name in FIRST else len(FIRST))[:FEW]
    lines = [
        entry(code(command.words[texts.language][0]), f" – {texts.t(f'help.{command.name}')}") for command in chosen
    ]
    head = texts.paragraph("help.all" if intent.all else f"help.now_{call.when.value}")
    tail = () if intent.all else (texts.paragraph("help.more"),)
    return Document.of(head, bullets(*lines), *tail)
