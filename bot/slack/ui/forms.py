"""What every form is: a view to be filled in, and what its fields say as words to the bot."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Protocol

from bot.slack.ui.fields import MOST_OPTIONS, Option, Values, View, choice_field, modal, text_field
from bot.slack.ui.saying import Filled
from bot.slack.ui.seats import Seat
from bot.slack.words import Block
from meetings.text import line

About = Mapping[str, Any]
"""What a view remembers besides its group and its channel."""


class Form(Protocol):
    """A form that is filled in. It waits for nothing, so that it is there at once."""

    name: str

    def view(self, seat: Seat, about: About) -> View:
        """Give the view as it opens."""

    def read(self, seat: Seat, values: Values, about: About) -> Filled:
        """Give what the fields say, or what is wrong with them."""


def form(
    seat: Seat,
    name: str,
    title: str,
    blocks: Sequence[Block],
    about: About | None = None,
    *,
    submit: str | None = "save",
) -> View:
    """Give a form's view, which remembers its group and its channel."""
    texts = seat.texts
    return modal(
        f"ui.{name}",
        texts.t(f"slack.ui.title.{title}"),
        blocks,
        close=texts.t("slack.ui.close"),
        submit=texts.t(f"slack.ui.{submit}") if submit else None,
        private={"group": seat.group, "channel": seat.channel, **(about or {})},
    )


def people(seat: Seat) -> list[Option]:
    """Give the group's people to choose among, with oneself first."""
    own = seat.person
    found = sorted(seat.record.members, key=lambda one: own is None or one.id != own.id)
    return [(person.name, person.name) for person in found if len(person.name) <= 150]


def person_field(seat: Seat, id: str, label: str, chosen: str = "") -> Block:
    """Give a field for one of the group's people; for a name where they are too many for a list."""
    options = people(seat)
    if 0 < len(options) <= MOST_OPTIONS:
        return choice_field(id, label, options, chosen or None, optional=True)
    return text_field(id, label, chosen, optional=True, most=150)


def flat(text: str) -> str:
    """Give a text on one line."""
    return line(" ".join(text.split()))
