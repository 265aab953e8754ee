"""The desk: one event has one effect, two desks lose nothing, and what goes wrong is told to the one who asked."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Sequence
from pathlib import Path

import pytest

import bot.which
from bot.platform import Deleted, Event, File, Written
from bot.replay.recorder import Recorder
from bot.turn import Turn, take
from bot.which import TakeTurn
from meetings.document import Document
from meetings.facts import Noted
from meetings.history import History
from meetings.ledger import Ledger
from meetings.record import Phase
from tests.bot.channel import CASES, KARIN, LEAD, MALIN, MEETING, SVEN, Channel, group
from tests.situation import ZONE

WEEKS = "Handläggningstiden ligger på tre veckor"
SORRY = "Något gick fel hos mig"


class Deaf(Recorder):
    """A platform on which some people cannot be reached, and no emoji be put."""

    def __init__(self, *unreachable: str, emoji: bool = True) -> None:
        super().__init__(lambda _: ZONE)
        self._unreachable = unreachable
        self._emoji = emoji

    async def tell_privately(
        self,
        account: str,
        document: Document,
        *,
        conversation: str | None = None,
        cause: str | None = None,
        key: str | None = None,
    ) -> str | None:
        if account in self._unreachable:
            raise ConnectionError(f"cannot reach {account}")
        return await super().tell_privately(account, document, conversation=conversation, cause=cause, key=key)

    async def react(self, conversation: str, message: str, emoji: str) -> None:
        if not self._emoji:
            raise ConnectionError("no such emoji")
        await super().react(conversation, message, emoji)


class Files(Recorder):
    """A platform that remembers the files that came along."""

    def __init__(self) -> None:
        super().__init__(lambda _: ZONE)
        self.files: list[File] = []

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
        self.files += files
        return await super().send(
            conversation, document, thread=thread, cause=cause, files=files, key=key, lasting=lasting
        )


def broken_at(word: str) -> TakeTurn:
    """Make a way to take turns that fails at a word, quoting the message as careless errors do."""

    def fail(event: Event, ledger: Ledger, history: History) -> Turn:
        if isinstance(event, Written) and word in event.text:
            raise ValueError(f"cannot read {event.text}")
        return take(event, ledger, history)

    return fail


# -------------------------------------------------------------------------------------- one event, one effect


def test_an_event_that_is_delivered_again_has_no_second_effect(channel: Channel) -> None:
    channel.open()
    note = channel.say(MALIN, CASES, "13:02")
    facts, said = channel.facts(), channel.said()
    channel.hear(channel.event(note))
    channel.hear(channel.event(note))
    assert (channel.facts(), channel.said()) == (facts, said)
    assert channel.notes("Välkommen") == [CASES]


def test_an_event_that_is_delivered_again_to_another_desk_has_no_second_effect(channel: Channel) -> None:
    channel.open()
    item = channel.say(MALIN, "punkt: Ny blankett", "13:02")
    said = channel.said()
    channel.hear(channel.event(item), desk=channel.another_desk())
    assert channel.titles().count("Ny blankett") == 1
    assert channel.said() == said


def test_an_edit_and_a_deletion_that_are_delivered_again_have_no_second_effect(channel: Channel) -> None:
    channel.open()
    note = channel.say(MALIN, CASES, "13:02")
    old = channel.event(note)
    gone = Deleted(old.conversation, old.author, note, old.at, "gone")
    channel.hear(gone)
    facts = channel.facts()
    channel.hear(gone)
    assert channel.facts() == facts


def test_a_command_that_comes_again_before_the_first_is_done_has_one_effect(channel: Channel) -> None:
    channel.open()
    item = Written("#mysam-nordvik", channel.event("k1").author, "twice", channel.event("k1").at, "punkt: Ny blankett")

    async def both() -> None:
        await asyncio.gather(channel.desk.hear(item, channel.heard), channel.desk.hear(item, channel.heard))

    channel.wait(both())
    assert channel.titles().count("Ny blankett") == 1
    assert channel.reactions("twice") == ["✅"]


# --------------------------------------------------------------------------------------------- several desks


def test_two_desks_over_one_database_lose_nothing(channel: Channel) -> None:
    other = channel.another_desk()
    channel.record(other)
    channel.open()
    channel.say(MALIN, CASES, "13:02")
    channel.say(KARIN, WEEKS, "13:03", desk=other)
    channel.say(SVEN, "Lokalerna räcker inte till alla i höst", "13:04")
    assert channel.notes("Välkommen") == [CASES, WEEKS, "Lokalerna räcker inte till alla i höst"]
    channel.say(KARIN, "Hej!", "13:05", desk=other)
    assert channel.record(other) == channel.record()


def test_a_note_is_no_chatter_because_another_desk_opened_the_meeting(channel: Channel) -> None:
    other = channel.another_desk()
    channel.say(KARIN, "Hej!", "12:58", desk=other)
    channel.open()
    note = channel.say(KARIN, WEEKS, "13:01", desk=other)
    assert channel.facts_of(note) == ["wrote_in_meeting", "noted"]


def test_chatter_is_no_note_because_another_desk_closed_the_meeting(channel: Channel) -> None:
    other = channel.another_desk()
    channel.open()
    channel.say(KARIN, WEEKS, "13:01", desk=other)
    channel.close()
    late = channel.say(KARIN, CASES, "15:30", desk=other)
    assert channel.facts_of(late) == []


def test_desks_that_write_at_the_same_time_lose_nothing(channel: Channel) -> None:
    desks = [channel.desk, channel.another_desk(), channel.another_desk()]
    channel.open()
    author, at = channel.event("k1").author, channel.event("k1").at

    async def all_at_once() -> None:
        await asyncio.gather(
            *(
                desks[n % 3].hear(
                    Written("#mysam-nordvik", author, f"s{n}", at, f"Avdelning {n} har fått nya lokaler i år"),
                    channel.heard,
                )
                for n in range(12)
            )
        )

    channel.wait(all_at_once())
    notes = [fact.said.message for fact in channel.facts() if isinstance(fact, Noted)]
    assert sorted(filter(None, notes)) == sorted(f"s{n}" for n in range(12))


# ------------------------------------------------------------------------------------------------- errors


def test_an_error_is_told_only_to_the_one_who_asked(channel: Channel) -> None:
    channel.say(SVEN, "Hej!", "2026-09-08 09:00")
    before = channel.said_in_channel()
    channel.say(MALIN, "@mötesbot avsluta mötet", "2026-09-08 10:00")
    assert channel.said_in_channel() == before
    assert len(channel.said_to(MALIN)) == 1
    assert LEAD in channel.said_to(MALIN)[0]
    assert channel.said_to(LEAD) == []


def test_a_failing_turn_says_sorry_with_a_reference_and_keeps_nothing(
    channel: Channel, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    channel.open()
    facts = channel.facts()
    monkeypatch.setattr(bot.which, "take", broken_at("ärenden"))
    with caplog.at_level(logging.DEBUG):
        note = channel.say(MALIN, CASES, "13:02")
    (sorry,) = channel.said_to(MALIN)
    assert SORRY in sorry
    reference = sorry.rpartition("(ref ")[2].removesuffix(").")
    assert reference in caplog.text
    assert note in caplog.text
    assert "ärenden" not in caplog.text
    assert channel.facts() == facts
    assert all(SORRY not in text for text in channel.said_in_channel())


def test_the_desk_goes_on_after_a_failing_turn(channel: Channel, monkeypatch: pytest.MonkeyPatch) -> None:
    channel.open()
    monkeypatch.setattr(bot.which, "take", broken_at("ärenden"))
    failed = channel.say(MALIN, CASES, "13:02")
    channel.say(KARIN, WEEKS, "13:03")
    monkeypatch.undo()
    channel.hear(channel.event(failed))
    assert channel.notes("Välkommen") == [CASES, WEEKS]


def test_a_turn_that_cannot_be_kept_says_sorry_and_leaves_nothing_in_memory(channel: Channel) -> None:
    channel.open()
    channel.wait(channel.store.append(channel.group, len(channel.facts()), channel.facts()[:0], seen=("x", "y")))
    taken = channel.facts()[-1].model_copy(update={"id": "k2:f1.1"})
    channel.wait(channel.store.append(channel.group, len(channel.facts()), [taken]))
    channel.say(MALIN, CASES, "13:02")
    assert SORRY in channel.said_to(MALIN)[0]
    assert CASES not in str(channel.minutes())
    assert CASES.encode() not in channel.kept()


def test_no_log_holds_what_people_write(channel: Channel, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG):
        channel.open()
        note = channel.say(MALIN, CASES, "13:02")
        channel.edit(note, WEEKS, "13:03")
        channel.say(KARIN, "Kanelbullarna är slut, haha", "13:04")
        channel.say(KARIN, "det gäller 121212-1212", "13:05")
        channel.close()
        channel.publish()
    for words in ("ärenden", "Handläggningstiden", "Kanelbullarna", "1212-1212"):
        assert words not in caplog.text


@pytest.mark.parametrize("private", [False, True], ids=["in the channel", "privately"])
def test_what_cannot_be_said_to_one_does_not_silence_the_rest(
    tmp_path: Path, private: bool, caplog: pytest.LogCaptureFixture
) -> None:
    with Channel(tmp_path, recorder=Deaf(MALIN, emoji=False)) as channel:
        channel.open()
        said = channel.privately if private else channel.say
        said(MALIN, "det gäller 121212-1212")
        assert any("stoppade" in text for text in channel.said_to(LEAD))
        channel.close()
        assert channel.record().meetings[MEETING].phase is Phase.ENDED
        assert any("Utkastet" in text for text in channel.said_to(LEAD))
    assert "k2" in caplog.text


# --------------------------------------------------------------------------------- what is said, and where


def test_a_draft_is_never_in_the_channel(channel: Channel) -> None:
    channel.open()
    channel.say(MALIN, CASES, "13:02")
    channel.close()
    channel.say(LEAD, "@mötesbot visa utkast", "15:10")
    channel.privately(LEAD, "visa utkast", "15:11")
    assert all(CASES not in text for text in channel.said_in_channel())
    assert sum(CASES in text for text in channel.said_to(LEAD)) == 2


def test_a_draft_is_not_shown_to_everybody_who_asks(channel: Channel) -> None:
    channel.open()
    channel.say(KARIN, CASES, "13:02")
    channel.close()
    channel.privately(MALIN, "visa utkast", "15:10")
    assert all(CASES not in text for text in channel.said_to(MALIN))
    assert len(channel.said_to(MALIN)) == 1


def test_what_is_published_is_posted_with_its_files(tmp_path: Path) -> None:
    files = Files()
    with Channel(tmp_path, recorder=files) as channel:
        channel.open()
        channel.say(MALIN, CASES, "13:02")
        channel.close()
        channel.publish()
        assert any("Ungdomsprojektet" in text for text in channel.said_in_channel())
        kept = channel.files(1)
    assert {file.name.rpartition(".")[2]: file.content for file in files.files} == kept


def test_a_group_can_be_left_alone_until_it_is_addressed(tmp_path: Path) -> None:
    with Channel(tmp_path, group(only_when_addressed=True)) as channel:
        item = channel.say(MALIN, "punkt: Ny blankett", "2026-09-08 10:00")
        assert channel.facts_of(item) == []
        channel.say(MALIN, "@mötesbot punkt: Ny blankett", "2026-09-08 10:01")
        channel.open()
        channel.say(MALIN, CASES, "13:02")
        channel.say(MALIN, f"@mötesbot anteckna: {WEEKS}", "13:03")
        assert "Ny blankett" in channel.titles()
        assert channel.notes("Välkommen") == [WEEKS]


def test_a_private_message_reaches_the_writers_group_and_is_answered_privately(channel: Channel) -> None:
    channel.privately(MALIN, "Jag har förhinder den 15:e", "2026-09-08 10:00")
    channel.privately(MALIN, "dagordning", "2026-09-08 10:01")
    channel.open()
    assert channel.attendee(MALIN).status == "absent"
    assert any("Ungdomsprojektet" in text for text in channel.said_to(MALIN))
    assert all("Ungdomsprojektet" not in text for text in channel.said_in_channel())


def test_what_is_written_privately_in_a_meeting_is_no_note(channel: Channel) -> None:
    channel.open()
    channel.privately(MALIN, CASES, "13:02")
    channel.close()
    assert CASES not in str(channel.minutes())
    assert CASES.encode() not in channel.kept()
    assert channel.said_to(MALIN) != []


def test_a_private_message_of_a_stranger_reaches_no_group(channel: Channel) -> None:
    facts = channel.facts()
    channel.privately("Okänd Person", "punkt: Hemligt", "2026-09-08 10:00")
    assert channel.facts() == facts


def test_an_edit_that_mends_a_command_nobody_understood_is_answered(channel: Channel) -> None:
    asked = channel.say(MALIN, "@mötesbot xyzzy plugh", "2026-09-08 10:00")
    channel.edit(asked, "@mötesbot hjälp", "2026-09-08 10:01")
    assert len(channel.said_to(MALIN)) == 2


# ------------------------------------------------------------------------------------------------- people


def test_a_substitute_writes_with_an_account_of_her_own(channel: Channel) -> None:
    channel.say(KARIN, "Tomas Vik går i mitt ställe den 15:e", "2026-09-10 10:00")
    channel.open()
    channel.say("Tomas Vik", WEEKS, "13:02")
    channel.close()
    row = channel.attendee("Tomas Vik")
    assert (row.status, row.substitutes_for) == ("present", KARIN)
    (paragraph,) = channel.minutes().items[0].paragraphs
    assert paragraph.by == "Tomas Vik"
    assert channel.checks("unknown_speaker") == []


def test_somebody_nobody_knows_is_heard_and_asked_about_in_the_checks(channel: Channel) -> None:
    channel.open()
    channel.say("Tomas Vik", WEEKS, "13:02")
    channel.close()
    assert channel.notes("Välkommen") == [WEEKS]
    assert any("Tomas Vik" in text for text in channel.checks("unknown_speaker"))


def test_one_without_an_account_is_known_by_her_name_when_she_writes(channel: Channel) -> None:
    channel.open()
    channel.say("Bo Ekdahl", WEEKS, "13:02")
    channel.close()
    assert channel.attendee("Bo Ekdahl").status == "present"
    assert channel.checks("unknown_speaker") == []


def test_nothing_is_told_to_one_without_an_account_and_nothing_breaks(tmp_path: Path) -> None:
    data = group()
    data["members"][0]["account"] = False
    with Channel(tmp_path, data) as channel:
        channel.say(SVEN, "Majken kan inte vara med på tisdag", "2026-09-10 10:00")
        channel.say(MALIN, "det gäller 121212-1212", "2026-09-10 10:01")
        assert channel.said_to(LEAD) == []
        assert len(channel.said_to(MALIN)) == 1
