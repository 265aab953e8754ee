"""Facts to keep: an invented group's small agenda."""

from datetime import UTC, datetime, timedelta

from meetings.facts import ItemProposed, ItemTaken, Said, Source

NOON = datetime(2026, 3, 23, 12, 0, tzinfo=UTC)


def proposed(number: int, title: str = "Lokaler", *, meeting: str | None = "m1") -> ItemProposed:
    """Make the fact that an item was proposed, in message `msg-NUMBER`."""
    return ItemProposed(id=f"f{number}", said=said(number), meeting=meeting, item=f"i{number}", title=title)


def taken(number: int, item: int) -> ItemTaken:
    """Make the fact that the meeting came to an item; there are no words in it."""
    return ItemTaken(id=f"f{number}", said=said(number), meeting="m1", item=f"i{item}")


def said(number: int) -> Said:
    """Make the source of a fact: a message written so many minutes after noon."""
    at = NOON + timedelta(minutes=number)
    return Said(source=Source.MESSAGE, at=at, message=f"msg-{number}", by="p1")
