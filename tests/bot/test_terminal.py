"""The terminal chat: numbered messages, words of its own, and private answers that are marked as such."""

import asyncio
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from bot.demonstration import demonstration
from bot.platform import Deleted, Edited, File, Reacted, Written
from bot.screen import Screen
from bot.terminal import Chat, Clock
from handlers.groups.founding import found
from meetings.document import Run, bold, bullets, doc, paragraph
from meetings.ledger import Ledger
from tests.bot.fakes import FakeDesk

NOON = datetime(2026, 3, 23, 11, 0, tzinfo=UTC)  # a Monday, noon in Stockholm
GROUP = "mysam-ekvik"


class ScriptedScreen(Screen):
    """A screen that is typed at by a list of lines."""

    def __init__(self, lines: list[str], files: Path) -> None:
        super().__init__("sv", files)
        self.prompts: list[str] = []
        self._lines = iter(lines)

    def ask(self, prompt: str) -> str:
        self.prompts.append(prompt)
        try:
            return next(self._lines)
        except StopIteration:
            raise EOFError from None


class Sitting:
    """A chat over the demonstration group that has been sat through."""

    def __init__(self, *lines: str, clock: Clock | None = None) -> None:
        self.desk = FakeDesk()
        self.screen = ScriptedScreen(list(lines), Path())
        asyncio.run(self._sit(clock or Clock(NOON)))

    async def _sit(self, clock: Clock) -> None:
        founding = found(demonstration(NOON.astimezone(ZoneInfo("Europe/Stockholm"))), NOON)
        await self.desk.found(founding.group_id, founding.facts, "terminal", (founding.channel,))
        await Chat(self.desk, self.screen, clock, GROUP).run("Maj Lindhagen")  # type: ignore[arg-type]


def test_what_is_typed_is_written_in_the_channel() -> None:
    (event,) = Sitting("punkt: Lokaler").desk.heard
    assert isinstance(event, Written)
    assert (event.conversation, event.author.name, event.text) == ("#mysam-ekvik", "Maj Lindhagen", "punkt: Lokaler")
    assert not event.private


def test_each_message_has_a_number_in_front() -> None:
    prompts = Sitting("ett", "/vilka", "två", "").screen.prompts
    assert [prompt.split()[0] for prompt in prompts] == ["[1]", "[2]", "[2]", "[3]", "[3]"]
    assert prompts[0] == "[1] 12:00 Maj Lindhagen> "


def test_one_can_be_somebody_else() -> None:
    events = Sitting("/jag Amina", "hej", "/me Okänd Person", "hej").desk.heard
    assert [event.author.name for event in events] == ["Amina Rask", "Okänd Person"]


def test_a_name_that_fits_several_is_asked_about(capsys: pytest.CaptureFixture[str]) -> None:
    sitting = Sitting("/jag Karin", "hej")
    assert "Vem menar du: Karin Bäckaby, Carin Udd?" in capsys.readouterr().out
    assert sitting.desk.heard[0].author.name == "Maj Lindhagen"


def test_a_private_message_reaches_the_bot_alone(capsys: pytest.CaptureFixture[str]) -> None:
    (event,) = Sitting("/privat viska").desk.heard
    assert isinstance(event, Written)
    assert event.private
    assert event.conversation != "#mysam-ekvik"
    out = capsys.readouterr().out
    assert "Mötesbot (bara du ser detta):\n   Viskning." in out


def test_what_somebody_else_is_told_is_marked_with_her_name(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    screen = ScriptedScreen([], tmp_path)
    screen.account = "Maj Lindhagen"
    asyncio.run(screen.tell_privately("Amina Rask", doc("Utkastet är klart.")))
    assert "(bara Amina Rask ser detta)" in capsys.readouterr().out


def test_an_edit_gives_the_whole_new_text_and_keeps_the_time() -> None:
    written, edited = Sitting("ett", "/ändra 1 två\\ntre").desk.heard
    assert isinstance(written, Written)
    assert isinstance(edited, Edited)
    assert (edited.id, edited.at, edited.text) == (written.id, written.at, "två\ntre")
    assert edited.edited_at > edited.at


def test_a_deletion_takes_ones_own_message_away_once(capsys: pytest.CaptureFixture[str]) -> None:
    written, deleted = Sitting("ett", "/radera 1", "/radera 1").desk.heard
    assert isinstance(written, Written)
    assert isinstance(deleted, Deleted)
    assert deleted.id == written.id
    assert "Det finns inget meddelande 1." in capsys.readouterr().out


def test_an_answer_is_written_under_its_message() -> None:
    first, second = Sitting("/privat ett", "/svar 1 två").desk.heard
    assert isinstance(first, Written)
    assert isinstance(second, Written)
    assert (second.thread, second.conversation, second.private) == (first.id, first.conversation, True)


def test_a_reaction_is_taken_away_by_the_same_again() -> None:
    desk = Sitting("ett", "/reagera 1 👍", "/reagera 1 👍", "/reagera 1 👍").desk
    assert desk.reactions() == [("👍", False), ("👍", True), ("👍", False)]
    assert isinstance(desk.heard[1], Reacted)


def test_what_the_bot_reacts_to_and_answers_is_told_by_number(capsys: pytest.CaptureFixture[str]) -> None:
    Sitting("hej", "nicka", "svara", "ropa")
    out = capsys.readouterr().out
    assert "✅ på 2" in out
    assert "Mötesbot (svar på 3):\n   Svar." in out
    assert "Mötesbot:\n   Rop." in out


def test_other_words_with_a_slash_go_to_the_bot() -> None:
    events = Sitting("/minutes", "/jagad är inte jag").desk.heard
    assert [event.text for event in events if isinstance(event, Written)] == ["/minutes", "/jagad är inte jag"]


@pytest.mark.parametrize(
    ("typed", "answer"),
    [
        pytest.param("/ändra 1 x", "Det finns inget meddelande 1.", id="no such message"),
        pytest.param("/ändra x", "Skriv: /ändra N NY TEXT", id="no number"),
        pytest.param("/privat", "Skriv: /privat TEXT", id="nothing to say"),
        pytest.param("/jag", "Skriv: /jag NAMN", id="no name"),
        pytest.param("/klocka 25:00", "Skriv: /klocka 13:30", id="an hour that is none"),
        pytest.param("/klocka 11:00", "Klockan är 2026-03-23 12:00 och går inte bakåt.", id="an hour that has been"),
        pytest.param("/?", "/radera N", id="help"),
        pytest.param("/vilka", "Jovan Lillmark, Projektledare, Ekviks kommun", id="the members"),
    ],
)
def test_the_chat_itself_answers_its_own_words(capsys: pytest.CaptureFixture[str], typed: str, answer: str) -> None:
    assert Sitting(typed).desk.heard == []
    assert answer in capsys.readouterr().out


def test_only_the_writer_can_change_a_message(capsys: pytest.CaptureFixture[str]) -> None:
    assert len(Sitting("ett", "/jag Amina", "/ändra 1 två", "/radera 1").desk.heard) == 1
    assert capsys.readouterr().out.count("Bara Maj Lindhagen kan göra det.") == 2


def test_a_clock_of_ones_own_can_be_moved() -> None:
    desk = Sitting("ett", "/klocka 13:30", "två", "/klocka 2026-03-24 08:00", "tre").desk
    local = [event.at.astimezone(ZoneInfo("Europe/Stockholm")) for event in desk.heard if isinstance(event, Written)]
    assert [f"{at:%d %H:%M}" for at in local] == ["23 12:00", "23 13:30", "24 08:00"]
    assert desk.times[-1] > desk.times[0]


def test_the_real_clock_runs_by_itself(capsys: pytest.CaptureFixture[str]) -> None:
    Sitting("/klocka 13:30", clock=Clock())
    assert "Klockan går av sig själv" in capsys.readouterr().out


def test_leaving_ends_the_sitting() -> None:
    assert Sitting("/sluta", "hej").desk.heard == []


def test_no_text_is_taken_for_markup_or_for_codes_to_the_terminal(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    screen = ScriptedScreen([], tmp_path)
    nasty = "[red]röd[/red] :smile: [/] \x1b[2J\x07 \ud800"
    asyncio.run(screen.send("#x", doc(nasty, bullets(nasty), paragraph(bold("fet "), Run("länk", url="https://x.se")))))
    out = capsys.readouterr().out
    assert out.count("[red]röd[/red] :smile: [/] [2J") == 2
    assert "\x1b" not in out
    assert "fet länk (https://x.se)" in out


def test_files_are_put_where_they_can_be_opened(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    screen = ScriptedScreen([], tmp_path)
    asyncio.run(screen.send("#x", doc("Se filen."), files=[File("../minutes.md", b"# Hej")]))
    assert (tmp_path / "minutes.md").read_bytes() == b"# Hej"
    assert str(tmp_path / "minutes.md") in capsys.readouterr().out


@pytest.mark.parametrize(
    ("now", "start"),
    [
        pytest.param(datetime(2026, 3, 23, 9, 40), datetime(2026, 3, 23, 10, 0), id="a working hour"),
        pytest.param(datetime(2026, 3, 23, 18, 0), datetime(2026, 3, 24, 10, 0), id="an evening"),
        pytest.param(datetime(2026, 3, 27, 16, 5), datetime(2026, 3, 30, 10, 0), id="a Friday afternoon"),
    ],
)
def test_the_demonstration_group_has_a_meeting_soon(now: datetime, start: datetime) -> None:
    record = Ledger(found(demonstration(now), NOON).facts).record
    first = next(iter(record.meetings.values()))
    assert (first.date, first.start) == (start.date(), start.time())
    assert len(record.parties()) == 4
