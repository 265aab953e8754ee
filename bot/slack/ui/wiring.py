"""Slack's door with all that people do there with views."""

from __future__ import annotations

from collections.abc import Sequence

from bot.config import Settings
from bot.desk import Desk
from bot.slack.door import PAUSES, SlackDoor
from bot.slack.ui.home import Home
from bot.slack.ui.seats import Seats
from bot.slack.ui.ui import Ui
from bot.slack.ui.welcome import welcome
from storage.database import Database
from storage.keys import Keys


def slack_door(
    settings: Settings, desk: Desk, database: Database, keys: Keys, *, pauses: Sequence[float] = PAUSES
) -> SlackDoor:
    """Make the door; `settings.slack` must be there."""
    seats = Seats(desk, settings.language)
    home = Home(seats)
    return SlackDoor(
        settings,
        desk,
        database,
        keys,
        parts=lambda ear, _: (Ui(desk, ear, seats, home, settings.language),),
        greet=welcome,
        home=home,
        pauses=pauses,
    )
