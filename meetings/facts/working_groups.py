"""Working groups that a meeting sets up: what for, who is in them, and who is still to be appointed."""

from __future__ import annotations

from typing import ClassVar, Literal

from meetings.facts.base import BaseFact


class WorkingGroupFormed(BaseFact):
    """The meeting sets up a working group; `item` is what it was said under, None the one open when it was written."""

    texts: ClassVar[frozenset[str]] = frozenset({"purpose"})
    kind: Literal["working_group_formed"] = "working_group_formed"
    group: str
    item: str | None = None
    purpose: str | None = None


class WorkingGroupJoined(BaseFact):
    """Somebody is in a working group or thought of for it; `person` is an id when the name is known to the group."""

    texts: ClassVar[frozenset[str]] = frozenset({"name"})
    kind: Literal["working_group_joined"] = "working_group_joined"
    group: str
    name: str
    person: str | None = None
    degree: Literal["member", "interested", "either_or"] = "member"


class WorkingGroupVacant(BaseFact):
    """An organisation is still to appoint somebody for a working group."""

    kind: Literal["working_group_vacant"] = "working_group_vacant"
    group: str
    organisation: str
