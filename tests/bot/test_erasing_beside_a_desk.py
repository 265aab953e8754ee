"""A person is erased while a bot runs: it forgets her, says nothing more to her, and later minutes are without her."""

from datetime import UTC, datetime, timedelta

from storage.database import Database
from storage.erasure import Eraser
from storage.outbox import Outbox
from storage.outgoing import Kind, Outgoing, State, Verb
from tests.bot.channel import CASES, KARIN, LEAD, MALIN, Channel

LATER = datetime(2026, 9, 15, 11, 30, tzinfo=UTC)


def erase(channel: Channel, name: str, at: datetime = LATER) -> None:
    """Erase somebody as another program does."""
    other = Database.open(channel.url)
    channel.wait(Eraser(other).erase(name, channel.group, None, at))
    channel.wait(other.close())


def test_a_bot_that_runs_forgets_her_when_the_group_writes_again(channel: Channel) -> None:
    channel.open()
    channel.say(KARIN, "Vi har tappat två handläggare sedan i våras")
    channel.say(MALIN, "uppgift: Karin Holmsund tar fram underlag till nästa möte", "13:10")
    erase(channel, KARIN)
    channel.say(MALIN, CASES, "13:40")
    record = channel.record()
    assert KARIN not in [person.name for person in record.people.values()]
    assert record.person_of_account(KARIN) is None
    assert [action.owner.name for action in record.actions.values() if "underlag" in action.text] == [
        "Borttagen person 1"
    ]
    channel.close()
    channel.privately(LEAD, "publicera ändå", "16:00")
    (revision,) = channel.revisions()
    assert "Karin" not in revision.minutes
    assert "två handläggare" not in revision.minutes
    assert "Borttagen person 1" in revision.minutes
    assert b"Karin Holmsund" not in channel.kept()


def test_what_waits_to_be_said_to_her_is_not_said_and_what_names_her_does_not(channel: Channel) -> None:
    def post(key: str, recipient: str, text: str) -> Outgoing:
        payload = {"text": text}
        return Outgoing(key, "x", Kind.REPLY, Verb.TELL, recipient, payload, delay=timedelta(hours=1))

    outgoing = [post("a", KARIN, "Kommer du?"), post("b", MALIN, "Karin Holmsund kommer inte")]
    version = channel.wait(channel.store.version(channel.group))
    channel.wait(channel.store.append(channel.group, version, [], outgoing=outgoing))
    erase(channel, KARIN, datetime.now(UTC))
    database = Database.open(channel.url)
    states = {entry.key: (entry.state, entry.recipient) for entry in channel.wait(Outbox(database).entries())}
    channel.wait(database.close())
    assert states["a"] == (State.CANCELLED, "Borttagen person 1")
    assert states["b"] == (State.PENDING, MALIN)
    assert b"Karin Holmsund" not in channel.kept()


def test_she_can_come_back_as_somebody_new(channel: Channel) -> None:
    erase(channel, KARIN, datetime(2026, 9, 7, 8, tzinfo=UTC))
    channel.say(LEAD, "@mötesbot medlemmar: Karin Holmsund, enhetschef, Försäkringskassan", "2026-09-08 10:00")
    names = [person.name for person in channel.record().members]
    assert KARIN in names
    assert "Borttagen person 1" not in names
