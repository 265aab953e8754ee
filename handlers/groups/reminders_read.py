"""Read which reminders a group wants from its file: `[group.reminders]`, or `reminders = false` for none at all."""

from __future__ import annotations

from typing import Any

from handlers.groups.keys import Table
from meetings.group import NO_REMINDERS, ReminderSettings

MOST_DAYS, MOST_MINUTES = 60, 240
"""How long before something one may be reminded of it."""

_DEFAULTS = ReminderSettings()
_FLAGS = ("convening", "rhythm")


def read_reminders(settings: Table) -> ReminderSettings:
    """Read a group's reminders: a number of days (`soon`: minutes), `false` for none, `true` for the usual.

    `minutes` is a list of days.
    """
    given = settings.raw("reminders")
    if given is None or given is True:
        return _DEFAULTS
    if given is False:
        return NO_REMINDERS
    path = f"{settings.path}.reminders" if settings.path else "reminders"
    table = Table(given, path, settings.faults, tuple(ReminderSettings.model_fields))
    values = {name: _value(table, name) for name in ReminderSettings.model_fields if table.has(name)}
    return _DEFAULTS.model_copy(update=values)


def _value(table: Table, name: str) -> Any:
    usual = getattr(_DEFAULTS, name)
    if name in _FLAGS:
        return table.flag(name, usual)
    given = table.raw(name)
    if given is True:
        return usual
    if given is False:
        return () if name == "minutes" else None
    most = MOST_MINUTES if name == "soon" else MOST_DAYS
    numbers = given if name == "minutes" and isinstance(given, list) else [given]
    if all(isinstance(one, int) and not isinstance(one, bool) and 1 <= one <= most for one in numbers):
        return tuple(numbers) if name == "minutes" else given
    table.fault("not_lead", name, most=most)
    return usual
