"""Files that belong to items are kept with their checksum where the group wants that, and stay links elsewhere."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

import pytest

from bot.desk import Desk
from bot.platform import LARGEST, Author, Deleted, Edited, NotSaid, Written
from bot.worker import Worker, by_name
from handlers.groups.founding import found_groups
from handlers.groups.keys import FoundingError
from meetings.files import SharedFile
from meetings.minutes import Attachment
from tests.bot.channel import CASES, CHANNEL, FOUNDED, LEAD, MALIN, NUMBER, Channel, group
from tests.bot.chats import FailingChat
from tests.storage.test_outbox import let_leases_end

PLAN = b"planen, ord for ord: hemligt innehall"
SUM = hashlib.sha256(PLAN).hexdigest()
KEPT = "spara bilagor"


class Sharing:
    """The standard group, whose people share files."""

    def __init__(self, channel: Channel) -> None:
        self.channel = channel
        self.chat = FailingChat()
        self.chat.shared = {"F1": PLAN, "F2": b"karta"}

    def share(self, text: str, at: str, *refs: str, who: str = MALIN, desk: Desk | None = None) -> Written:
        """Write with files."""
        moment = self.channel._moment(at)
        shared = tuple(SharedFile(f"{ref}.pdf", ref, url=f"https://files.example/{ref}") for ref in refs)
        names = tuple(one.name for one in shared)
        event = Written(CHANNEL, Author(who, who), f"x{at}", moment, text, files=names, shared=shared)
        self.channel.wait((desk or self.channel.desk).hear(event, self.chat))
        return event

    def edit(self, old: Written, text: str, at: str) -> None:
        """Change what was written; the files stay with it."""
        changed = Edited(
            old.conversation, old.author, old.id, old.at, self.channel._moment(at), text, f"e{at}", files=old.files,
            shared=old.shared,
        )  # fmt: skip
        self.channel.wait(self.channel.desk.hear(changed, self.chat))

    def delete(self, old: Written, at: str) -> None:
        """Take it away."""
        gone = Deleted(old.conversation, old.author, old.id, self.channel._moment(at), f"d{at}")
        self.channel.wait(self.channel.desk.hear(gone, self.chat))

    def attachments(self) -> list[Attachment]:
        """Give the attachments of all items in the minutes as they stand."""
        return [one for item in self.channel.minutes().items for one in item.attachments]

    def content(self, ref: str = "F1") -> bytes | None:
        """Give what is kept of a file."""
        found = self.channel.wait(self.channel.store.content(self.channel.group, ref))
        return found[1] if found is not None else None

    def states(self) -> list[str]:
        """Give how the fetching of files stands."""
        rows = self.channel.wait(self.channel.store.outbox.entries())
        return [row.state for row in rows if row.verb == "fetch"]

    def work(self) -> None:
        """Let leases end and a worker look."""
        worker = Worker(self.channel.desk, self.channel.store, by_name([self.chat]), lambda: self.channel._now)
        let_leases_end(self.channel.url)
        self.channel.wait(worker.round())
        self.channel.wait(worker.settled())


@pytest.fixture
def sharing(channel: Channel) -> Sharing:
    channel.privately(LEAD, KEPT, "2026-09-08 10:00")
    return Sharing(channel)


def test_files_stay_links_unless_the_group_says_otherwise(channel: Channel) -> None:
    sharing = Sharing(channel)
    channel.open()
    sharing.share(CASES, "13:02", "F1")
    (attachment,) = sharing.attachments()
    assert (attachment.name, attachment.url, attachment.sha256) == ("F1.pdf", "https://files.example/F1", None)
    assert sharing.states() == []


def test_a_group_says_so_in_its_file_and_in_words(channel: Channel) -> None:
    (founding,) = found_groups(group(attachments="keep"), FOUNDED)
    (settings,) = [fact.settings for fact in founding.facts if fact.kind == "group_founded"]
    assert settings.attachments == "keep"
    with pytest.raises(FoundingError):
        found_groups(group(attachments="alltid"), FOUNDED)
    channel.privately(LEAD, KEPT)
    channel.privately(LEAD, "visa inställningar")
    assert "sparas med kontrollsumma" in channel.said_to(LEAD)[-1]
    channel.privately(LEAD, "spara inte bilagor")
    assert channel.record().group.attachments == "link"


@pytest.mark.parametrize(
    ("text", "refs"),
    [
        pytest.param(CASES, ["F1"], id="a note"),
        pytest.param("", ["F1"], id="nothing but the file"),
        pytest.param("Beslut: vi hyr lokalen på Storgatan", ["F1"], id="a decision"),
        pytest.param(f"{CASES}.\n\nVi väntar på besked från regionen om lokalerna.", ["F1", "F2"], id="two notes"),
    ],
)
def test_the_files_of_a_message_are_kept_once_under_the_open_item(
    sharing: Sharing, text: str, refs: Sequence[str]
) -> None:
    sharing.channel.open()
    sharing.channel.say(LEAD, "Välkommen", "13:01")
    sharing.share(text, "13:02", *refs)
    assert [one.name for one in sharing.attachments()] == [f"{ref}.pdf" for ref in refs]
    assert (sharing.attachments()[0].sha256, sharing.attachments()[0].size) == (SUM, len(PLAN))
    assert sharing.content() == PLAN
    assert set(sharing.states()) == {"sent"}


def test_a_file_sent_with_an_item_belongs_to_it(sharing: Sharing) -> None:
    sharing.share("punkt: Lokalerna på Storgatan", "2026-09-10 10:00", "F1")
    (item,) = [item for item in sharing.channel.minutes().items if item.attachments]
    assert (item.title, item.attachments[0].sha256) == ("Lokalerna på Storgatan", SUM)


def test_chatter_with_a_file_and_what_is_not_read_leave_nothing(sharing: Sharing) -> None:
    sharing.share("Titta vilken fin katt!", "2026-09-10 10:00", "F1")
    sharing.channel.open()
    sharing.share("\\ bara mellan oss", "13:02", "F2")
    assert sharing.states() == []


def test_what_fails_or_was_cut_off_is_fetched_later(sharing: Sharing) -> None:
    sharing.channel.open()
    left = [NotSaid("later"), ConnectionError("lost")]

    def fail(ref: str) -> None:
        if ref == "F1" and left:
            raise left.pop()

    sharing.chat.before = fail
    sharing.share(CASES, "13:02", "F1")
    assert (sharing.states(), sharing.content()) == (["pending"], None)
    sharing.work()
    assert sharing.content() is None
    sharing.work()
    assert (sharing.states(), sharing.content()) == (["sent"], PLAN)
    sharing.work()
    assert [fact.kind for fact in sharing.channel.facts()].count("attachment_kept") == 1


@pytest.mark.parametrize("reason", ["gone", "too large"])
def test_one_whose_file_cannot_be_kept_is_told_once(sharing: Sharing, reason: str) -> None:
    sharing.channel.open()
    sharing.chat.shared = {"F1": b"x" * (LARGEST + 1)} if reason == "too large" else {}
    sharing.share(CASES, "13:02", "F1")
    sharing.work()
    told = "Bilagan F1.pdf kunde inte sparas. Den finns kvar som länk."
    assert [text for text in sharing.chat.texts(MALIN) if "Bilagan" in text] == [told]
    assert [(one.url, one.sha256) for one in sharing.attachments()] == [("https://files.example/F1", None)]


def test_it_is_not_tried_for_ever(sharing: Sharing) -> None:
    def fail(ref: str) -> None:
        if ref == "F1":
            raise NotSaid("later")

    sharing.channel.open()
    sharing.chat.before = fail
    sharing.share(CASES, "13:02", "F1")
    for _ in range(25):
        sharing.work()
    assert sharing.states() == ["dead"]
    assert sum("Bilagan F1.pdf" in text for text in sharing.chat.texts(MALIN)) == 1


@pytest.mark.parametrize("how", ["deleted", "stopped"])
def test_the_content_goes_with_its_message(sharing: Sharing, how: str) -> None:
    sharing.channel.open()
    written = sharing.share(CASES, "13:02", "F1")
    assert PLAN in sharing.channel.kept()
    if how == "deleted":
        sharing.delete(written, "13:05")
    else:
        sharing.edit(written, f"Det gäller {NUMBER}", "13:05")
    assert (sharing.content(), sharing.attachments()) == (None, [])
    assert PLAN not in sharing.channel.kept()


def test_a_message_that_is_mended_has_its_file_kept_again(sharing: Sharing) -> None:
    sharing.channel.open()
    written = sharing.share(CASES, "13:02", "F1")
    sharing.edit(written, f"Det gäller {NUMBER}", "13:05")
    sharing.edit(written, f"{CASES}, och fler väntas", "13:06")
    assert sharing.content() == PLAN
    assert [one.sha256 for one in sharing.attachments()] == [SUM]


def test_an_edit_leaves_the_file_as_it_is(sharing: Sharing) -> None:
    sharing.channel.open()
    written = sharing.share(CASES, "13:02", "F1")
    sharing.chat.shared = {}
    sharing.edit(written, f"{CASES}, och fler väntas", "13:05")
    assert [one.sha256 for one in sharing.attachments()] == [SUM]
    assert sharing.content() == PLAN


def test_a_published_file_stays_whatever_becomes_of_its_message(sharing: Sharing) -> None:
    channel = sharing.channel
    channel.open()
    written = sharing.share(CASES, "13:02", "F1")
    channel.close()
    channel.publish()
    (revision,) = channel.revisions()
    assert SUM in revision.minutes
    assert f"(SHA-256 {SUM[:12]})" in channel.files(1)["md"].decode()
    sharing.delete(written, "2026-09-16 09:00")
    sharing.edit(written, f"Det gäller {NUMBER}", "2026-09-16 09:05")
    assert sharing.content() == PLAN
    assert [one.sha256 for one in sharing.attachments()] == [SUM]


def test_a_file_that_comes_after_publication_stays_a_link(sharing: Sharing) -> None:
    channel = sharing.channel
    channel.open()

    def fail(ref: str) -> None:
        if ref == "F1":
            raise NotSaid("later")

    sharing.chat.before = fail
    sharing.share(CASES, "13:02", "F1")
    channel.close()
    channel.publish()
    sharing.chat.before = lambda ref: None
    sharing.work()
    assert (sharing.states(), sharing.content()) == (["dead"], None)
    assert any("kunde inte sparas" in text for text in sharing.chat.texts(MALIN))


def test_two_desks_keep_a_file_once(sharing: Sharing) -> None:
    sharing.channel.open()
    other = sharing.channel.another_desk()
    sharing.share(CASES, "13:02", "F1", desk=other)
    sharing.work()
    assert [fact.kind for fact in sharing.channel.facts()].count("attachment_kept") == 1
    assert [one.sha256 for one in sharing.attachments()] == [SUM]
