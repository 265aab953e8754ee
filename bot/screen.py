"""The terminal as a platform: it shows what the bot says, to whom, and on which of the numbered messages."""

from __future__ import annotations

import signal
import sys
import unicodedata
from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path

from rich.cells import cell_len, set_cell_size
from rich.console import Console
from rich.text import Text

from bot.platform import CannotFetch, CannotTell, File
from documents.text import to_text
from meetings.document import Block, Document, Heading, Paragraph, Table
from meetings.language import Language

_BOT: Mapping[Language, str] = {"sv": "Mötesbot", "en": "Meetingbot"}
_WORDS: Mapping[str, Mapping[Language, str]] = {
    "yours": {"sv": "(bara du ser detta)", "en": "(only you see this)"},
    "theirs": {"sv": "(bara {name} ser detta)", "en": "(only {name} sees this)"},
    "on": {"sv": "på {number}", "en": "on {number}"},
    "under": {"sv": "(svar på {number})", "en": "(reply to {number})"},
    "file": {"sv": "Fil: {path}", "en": "File: {path}"},
    "kept": {"sv": "Allt sparas i {place}.", "en": "Everything is kept in {place}."},
    "elsewhere": {"sv": "Allt sparas i DATABASE_URL.", "en": "Everything is kept in DATABASE_URL."},
    "gone": {
        "sv": "Allt ligger i {place} och försvinner när du slutar; med --data MAPP finns det kvar.",
        "en": "Everything is in {place} and is gone when you leave; with --data FOLDER it stays.",
    },
    "next": {"sv": "Nästa möte: {when}.", "en": "Next meeting: {when}."},
    "you": {
        "sv": "Du är {name}. Skriv i kanalen, eller /? för hjälp.",
        "en": "You are {name}. Write in the channel, or /? for help.",
    },
    "rest": {
        "sv": "Allt annat läser boten. \\n i en text ger ny rad.",
        "en": "Everything else is for the bot. \\n in a text makes a new line.",
    },
    "leave": {"sv": "/sluta – gå härifrån", "en": "/quit – leave"},
    "several": {"sv": "Vem menar du: {names}?", "en": "Who do you mean: {names}?"},
    "without": {"sv": "inget konto i chatten", "en": "no account in the chat"},
    "no_account": {"sv": "{name} har inget konto i chatten.", "en": "{name} has no account in the chat."},
    "stranger": {
        "sv": "Ingen i gruppen heter {name}; boten har inte mött dig.",
        "en": "Nobody in the group is called {name}; the bot has not met you.",
    },
    "no_message": {"sv": "Det finns inget meddelande {number}.", "en": "There is no message {number}."},
    "not_yours": {"sv": "Bara {name} kan göra det.", "en": "Only {name} can do that."},
    "usage": {"sv": "Skriv: {usage}", "en": "Write: {usage}"},
    "runs": {
        "sv": "Klockan går av sig själv; börja med --clock för att kunna flytta den.",
        "en": "The clock runs by itself; begin with --clock to be able to move it.",
    },
    "back": {"sv": "Klockan är {now} och går inte bakåt.", "en": "It is {now}, and time does not go back."},
}
_DIRECT = "DM "


class Screen:
    """Shows everything in one terminal. What people wrote is never read as markup or as codes for the terminal."""

    name = "terminal"

    def __init__(self, language: Language, files: Path) -> None:
        self.account = ""
        """Whose eyes one looks with."""
        self.numbers: dict[str, int] = {}
        """The numbers of messages, by their ids."""
        self.language = language
        self._files = files
        self._console = Console(highlight=False, markup=False, emoji=False, soft_wrap=True)

    async def send(
        self,
        conversation: str,
        document: Document,
        *,
        thread: str | None = None,
        cause: str | None = None,
        files: Sequence[File] = (),
        key: str | None = None,
        lasting: bool = False,
    ) -> str | None:
        """Show what is said in the channel, or in somebody's talk with the bot."""
        if conversation.startswith(_DIRECT):
            self._bot(self._seen_by(conversation.removeprefix(_DIRECT)), document)
        else:
            self._bot(self.word("under", number=self._number(thread)) if thread else "", document)
        for file in files:
            path = self._files / Path(file.name).name
            path.write_bytes(file.content)
            self.line(f"   {self.word('file', path=path)}", "dim")
        return None

    async def react(self, conversation: str, message: str, emoji: str) -> None:
        """Show an emoji on a message."""
        self.line(f"   {emoji} {self.word('on', number=self._number(message))}")

    async def tell_privately(
        self,
        account: str,
        document: Document,
        *,
        conversation: str | None = None,
        cause: str | None = None,
        key: str | None = None,
    ) -> str | None:
        """Show what only one person sees, and who that is."""
        self._bot(self._seen_by(account), document)
        return None

    async def find(
        self,
        key: str,
        *,
        conversation: str | None,
        account: str | None,
        since: datetime,
        thread: str | None = None,
    ) -> str | None:
        """Raise CannotTell: what was shown before is not looked at again."""
        raise CannotTell("A terminal does not keep what it showed.")

    async def fetch(self, ref: str) -> bytes:
        """Raise CannotFetch: nobody shares a file here."""
        raise CannotFetch("a terminal has no files")

    def say(self, key: str, **values: object) -> None:
        """Show something the program itself has to say."""
        self.line(self.word(key, **values), "dim")

    def word(self, key: str, **values: object) -> str:
        """Give the words of the program's own, in the group's language."""
        return _WORDS[key][self.language].format(**values)

    def line(self, text: str, style: str = "") -> None:
        """Show a line."""
        self._console.print(Text(_safe(text), style))

    def ask(self, prompt: str) -> str:
        """Wait for a line; raises EOFError when there are no more, or when somebody breaks off with Ctrl-C."""
        # The event loop's own handler would let the first Ctrl-C pass unnoticed while one waits here.
        looped = signal.signal(signal.SIGINT, signal.default_int_handler)
        try:
            text = input(prompt)
        except KeyboardInterrupt:
            raise EOFError from None
        finally:
            signal.signal(signal.SIGINT, looped)
        if not sys.stdin.isatty():
            # A terminal shows what is typed; what comes from a file is shown here.
            self.line(text)
        return text

    def _bot(self, note: str, document: Document) -> None:
        head = Text.assemble(("   " + _BOT[self.language], "bold cyan"), (f" {note}" if note else "", "yellow"), ":")
        self._console.print(head)
        for number, block in enumerate(document.blocks):
            if number and isinstance(block, Heading):
                self.line("")
            for shown in _shown(block).split("\n", allow_blank=False):
                self._console.print(Text("   ").append_text(shown))

    def _seen_by(self, account: str) -> str:
        return self.word("yours") if account == self.account else self.word("theirs", name=account)

    def _number(self, message: str | None) -> str:
        return str(self.numbers.get(message or "", "?"))


def _shown(block: Block) -> Text:
    if isinstance(block, Heading):
        return Text(_safe(block.text), "bold")
    if isinstance(block, Paragraph) and not any(run.url for run in block.runs):
        looks = ((_safe(run.text), _look(run.bold, run.italic, run.code)) for run in block.runs)
        return Text.assemble(*looks)
    if isinstance(block, Table):
        return _columns(block)
    return Text(_safe(to_text(Document((block,)))))


def _columns(table: Table) -> Text:
    """Line the cells up below each other."""
    rows = [[" ".join(_safe(cell).split()) for cell in row] for row in (table.header, *table.rows)]
    widths = [max(cell_len(cell) for cell in column) for column in zip(*rows, strict=True)]
    lines = ("  ".join(set_cell_size(cell, width) for cell, width in zip(row, widths, strict=True)) for row in rows)
    head, *rest = (line.rstrip() for line in lines)
    return Text("\n").join((Text(head, "underline"), *map(Text, rest)))


def _look(bold: bool, italic: bool, code: bool) -> str:
    return " ".join(look for look, on in (("bold", bold), ("italic", italic), ("green", code)) if on)


def _safe(text: str) -> str:
    """Drop what would steer the terminal or could not be printed."""
    return "".join(letter for letter in text if letter in "\n\t" or unicodedata.category(letter) not in ("Cc", "Cs"))
