"""Help: what one can do now, in a few lines, with the longer list one step away."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from handlers.command import Call, Claim, Command, Example, Outcome, Sentence, Tell, When, Who
from meetings.document import Block, Document, ListBlock, bullets, code, entry
from meetings.language import Texts

_HELP = re.compile(
    r"""^(?:(?:(?:visa|ge\ mig|få|(?:kan|får)\ jag\ få|show|give\ me)\ )?(?:hjälp|help|hjälp\ mig|help\ me|\?
        |kommandon(?:a)?|commands
        |instruktion(?:er)?
          |instructions|manual(?:en)?|bruksanvisning(?:en)?|lathund(?:en)?|menyn?|menu|guide)
          (?:\ (?P<all>allt|alla|all|more|mer))?(?:\W{0,2}\ ?(?:tack|please|snälla))?\W*$
      | (?:kan\ (?:du|jag\ få)|behöver|jag\ behöver|can\ you|i\ need)\ (?:lite\ )?(?:hjälpa?|help)(?:\ (?:mig|me))?\W*$
      | (?:(?:jag\ )?(?:fattar|förstår|vet)\ inte\ |how\ |i\ don't\ (?:know|understand)\ )?(?:hur\ (?:funkar|fungerar
        |använder|gör|anmäler
          |skriver|lägger|ändrar|startar)
        |vad\ kan\ (?:du|jag|man)|vilka\ (?:kommandon|saker\ kan)|how\ (?:do|does|can|to)|what\ (?:can
          |commands))\b.{0,80}$)""",
    re.IGNORECASE | re.VERBOSE,
)
_HOW_TO = re.compile(
    r"\b(?:hur|how)\b[^.!?]{0,25}\b(?:använder|funkar|fungerar|gör|pratar|use|work|talk)\b[^.!?]{0,25}\b(?:dig|dej|du|boten|det\s+här|den\s+här|you|this|it)\b"
    r"|\b(?:ny\s+här|new\s+here)\b",
    re.IGNORECASE,
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
PARTS = ("always", "during", "after", "group")
"""The headings of the whole list, in order."""
OF_GROUP = frozenset(
    (
        "found_group",
        "change_settings",
        "show_settings",
        "change_roster",
        "show_roster",
        "my_groups",
        "ask_leads",
        "cancel_meeting",
        "move_meeting",
        "rename_meeting",
        "plan_meeting",
    )
)
"""The commands about the group and its calendar rather than about one meeting."""


@dataclass(frozen=True)
class Help:
    """Say what one can do; `all` gives the longer list."""

    all: bool = False


def _read(sentence: Sentence, call: Call) -> Sequence[Claim[Help]]:
    text = sentence.text.strip()
    match = _HELP.match(text) if call.addressed else _BARE.match(text)
    if match is None and call.addressed and _HOW_TO.search(text):
        return (Claim(Help(), (0, len(sentence.text))),)
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
    ordered = sorted(allowed, key=lambda c: FIRST.index(c.name) if c.name in FIRST else len(FIRST))
    if not intent.all:
        now = [c for c in ordered if call.when in c.shown][:FEW]
        head = texts.paragraph(f"help.now_{call.when.value}")
        more = "help.more_addressed" if call.record.group.only_when_addressed else "help.more"
        return Document.of(head, _listed(now, texts), texts.paragraph(more))
    blocks: list[Block] = []
    for part in PARTS:
        of_it = [c for c in ordered if _part(c) == part]
        if of_it:
            blocks += (texts.paragraph(f"help.all_{part}"), _listed(of_it, texts))
    return Document.of(*blocks)


def _listed(commands: Sequence[Command[Any]], texts: Texts) -> ListBlock:
    return bullets(
        *(entry(code(one.words[texts.language][0]), f" – {texts.t(f'help.{one.name}')}") for one in commands)
    )


def _part(command: Command[Any]) -> str:
    """Tell under which heading of the whole list a command belongs."""
    if command.name in OF_GROUP:
        return "group"
    if When.BEFORE in command.shown:
        return "always"
    return "during" if When.DURING in command.shown and command.name != "show_draft" else "after"
