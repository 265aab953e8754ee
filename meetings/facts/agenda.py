"""Items proposed, changed, moved, taken up and left."""

from __future__ import annotations

from typing import ClassVar, Literal

from meetings.facts.base import BaseFact, Owner


class ItemProposed(BaseFact):
    """An item for the agenda of `for_meeting` (None: the next one to come).

    `under` is the item it is a matter under: another question under "Övriga frågor".
    """

    texts: ClassVar[frozenset[str]] = frozenset({"title"})
    kind: Literal["item_proposed"] = "item_proposed"
    item: str
    title: str
    owner: Owner | None = None
    minutes: int | None = None
    after: str | None = None
    before: str | None = None
    for_meeting: str | None = None
    origin: str | None = None
    attachment: bool = False
    under: str | None = None


class ItemChanged(BaseFact):
    """An item's title, owner or planned minutes are from now on these; None leaves that part."""

    texts: ClassVar[frozenset[str]] = frozenset({"title"})
    kind: Literal["item_changed"] = "item_changed"
    item: str
    title: str | None = None
    owner: Owner | None = None
    minutes: int | None = None


class ItemMoved(BaseFact):
    """An item stands after or before another, or first or last among the added ones."""

    kind: Literal["item_moved"] = "item_moved"
    item: str
    after: str | None = None
    before: str | None = None
    place: Literal["first", "last"] | None = None


class ItemRemoved(BaseFact):
    """An item is off the agenda."""

    kind: Literal["item_removed"] = "item_removed"
    item: str


class ItemPostponed(BaseFact):
    """An item is left for a later meeting (None: the next one to come)."""

    kind: Literal["item_postponed"] = "item_postponed"
    item: str
    to: str | None = None


class ItemTaken(BaseFact):
    """The meeting is now at this item."""

    kind: Literal["item_taken"] = "item_taken"
    item: str


class ItemLeft(BaseFact):
    """An item is not raised, or is written in a separate document; `reference` says where."""

    texts: ClassVar[frozenset[str]] = frozenset({"reference"})
    kind: Literal["item_left"] = "item_left"
    item: str
    state: Literal["not_raised", "separate_document"]
    reference: str | None = None
