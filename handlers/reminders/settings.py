"""Choose which reminders the group gets, and which one wants oneself; show what there is."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from handlers.command import Answer, Call, Claim, Command, Example, Outcome, React, Sentence, Tell, When, Who
from handlers.reminders import settings_wording as say
from handlers.reminders.shown import changed_line, reminders_document
from meetings.document import Document
from meetings.facts import RemindersMuted, SettingsChanged
from meetings.group import NO_REMINDERS, ReminderSettings
from meetings.words import fold

_LONGEST = 160
_DEFAULTS = ReminderSettings()
_MOST_DAYS, _MOST_MINUTES = 60, 240
_SHORTLY = 2
"""Days before a meeting up to which a reminder is of who comes; longer before it is of items."""
_PERSONAL = frozenset({"not_answered", "tasks", "minutes", "adjusting", "rhythm"})
"""What is said to one person, who may want none of it."""
_MATTERS = {"minutes": "unpublished", "rhythm": "too_few_meetings"}
"""Settings that are called something else than what falls due."""


@dataclass(frozen=True)
class ChangeReminders:
    """Turn reminders on or off for the group, by the names of the settings; `ahead` is in days, of `soon` minutes."""

    fields: tuple[str, ...]
    on: bool
    ahead: int | None = None


@dataclass(frozen=True)
class MuteReminders:
    """Want no reminders oneself, or want them again; `field` None: all."""

    again: bool
    field: str | None = None


@dataclass(frozen=True)
class ShowReminders:
    """Show which reminders the group gets and what is to come."""


def read_change(sentence: Sentence, call: Call) -> Sequence[Claim[ChangeReminders]]:
    """Find that the group is to be reminded, or not, of something; said to the bot, or by one who leads."""
    text = sentence.text
    if len(text) > _LONGEST or not (say.HINT.search(text) or say.ASK_AHEAD.match(text)) or text.rstrip().endswith("?"):
        return ()
    if not (call.addressed or call.leads and call.when is not When.DURING):
        return ()
    change = _ahead(text) or _switched(text)
    return (Claim(change, (0, len(text))),) if change is not None else ()


def _ahead(text: str) -> ChangeReminders | None:
    """Read "påminn 10 minuter innan", "påminn om punkter två veckor innan"."""
    found = say.AHEAD.search(text)
    if found is None:
        return None
    number = int(found["number"]) if found["number"].isdecimal() else say.NUMBERS[fold(found["number"])]
    unit = fold(found["unit"])
    before = text[: found.start()]
    asked = say.TURN_ON.fullmatch(before) or say.ASK_AHEAD.fullmatch(before)
    field = say.what_is_meant(_words(asked)) if asked else None
    if asked is None and not say.REMIND_AHEAD.fullmatch(before) or asked is not None and field is None:
        return None
    if unit in say.MINUTES:
        minutes = number * say.MINUTES[unit]
        fits = field in (None, "soon") and 1 <= minutes <= _MOST_MINUTES
        return ChangeReminders(("soon",), True, minutes) if fits else None
    days = number * say.DAYS[unit]
    field = field or ("agenda" if days <= _SHORTLY else "call_for_items")
    fits = field in ("call_for_items", "agenda", "not_answered", "tasks", "adjusting") and 1 <= days <= _MOST_DAYS
    return ChangeReminders((field,), True, days) if fits else None


def _switched(text: str) -> ChangeReminders | None:
    for pattern, on in ((say.TURN_OFF, False), (say.TURN_ON, True)):
        found = pattern.fullmatch(text)
        if found is None:
            continue
        words = _words(found)
        if words is None:
            return ChangeReminders((), on)
        field = say.what_is_meant(words)
        if field is not None:
            return ChangeReminders((field,), on)
    return None


def _words(found: re.Match[str]) -> str | None:
    return next((value for name, value in found.groupdict().items() if name.startswith("what") and value), None)


def change_reminders(intent: ChangeReminders, call: Call) -> Outcome:
    """Change the group's reminders and say how they stand now."""
    group = call.record.group
    made = _with(group.reminders, intent)
    settings = group.model_copy(update={"reminders": made})
    fact = SettingsChanged(**{**call.base, "meeting": None}, settings=settings, changed=("reminders",))
    fields = intent.fields or (None,)
    lines = [changed_line(field, made, call.texts) for field in fields]
    said = Document.of(*lines, call.texts.paragraph("settings.undo"))
    return Outcome((fact,), (React(), Answer(said)))


def _with(now: ReminderSettings, intent: ChangeReminders) -> ReminderSettings:
    if not intent.fields:
        return _DEFAULTS if intent.on else NO_REMINDERS
    values: dict[str, Any] = {}
    for field in intent.fields:
        usual = _USUAL_MINUTES if field == "soon" else getattr(_DEFAULTS, field)
        standing = getattr(now, field) or usual
        values[field] = (intent.ahead or standing) if intent.on else getattr(NO_REMINDERS, field)
    return now.model_copy(update=values)


_USUAL_MINUTES = 10


def read_mute(sentence: Sentence, call: Call) -> Sequence[Claim[MuteReminders]]:
    """Find that somebody wants no reminders, or wants them again."""
    text = sentence.text
    if not call.addressed or len(text) > _LONGEST or not say.HINT.search(text) and "påmin" not in text.lower():
        return ()
    for pattern, again in ((say.MUTE, False), (say.UNMUTE, True)):
        found = pattern.fullmatch(text)
        if found is None or again and say.BARE.fullmatch(text):
            continue
        field = say.what_is_meant(found["what1"])
        if found["what1"] is None or field in _PERSONAL:
            return (Claim(MuteReminders(again, field), (0, len(text))),)
    return ()


def mute_reminders(intent: MuteReminders, call: Call) -> Outcome:
    """Leave somebody in peace, or begin to remind her again, and say what that means."""
    texts = call.texts
    if call.speaker is None:
        return Outcome(replies=(Tell(Document.of(texts.t("reminders.not_known"))),))
    matters = (_MATTERS.get(intent.field, intent.field),) if intent.field is not None else ()
    base = {**call.base, "meeting": None}
    fact = RemindersMuted(**base, person=call.speaker.id, matters=matters, again=intent.again)
    which = "one" if intent.field is not None else "all"
    name = texts.t(f"reminders.name_{intent.field}") if intent.field is not None else ""
    key = f"reminders.{'reminded' if intent.again else 'muted'}_{which}"
    return Outcome((fact,), (React(), Tell(Document.of(texts.paragraph(key, name=name)))))


def read_show(sentence: Sentence, call: Call) -> Sequence[Claim[ShowReminders]]:
    """Find somebody asking the bot which reminders there are."""
    if call.addressed and len(sentence.text) <= _LONGEST and say.SHOW.fullmatch(sentence.text):
        return (Claim(ShowReminders(), (0, len(sentence.text))),)
    return ()


def show_reminders(intent: ShowReminders, call: Call) -> Outcome:
    """Show the group's reminders, the next that are to come, and whether the speaker wants them."""
    return Outcome(replies=(Answer(reminders_document(call)),))


CHANGE_REMINDERS: Command[ChangeReminders] = Command(
    name="change_reminders",
    words={
        "sv": ("påminn 10 minuter innan", "påminn inte om dagordningen", "stäng av påminnelserna"),
        "en": ("remind us 10 minutes before", "don't remind us of the agenda", "turn off the reminders"),
    },
    read=read_change,
    handle=change_reminders,
    cues=(say.HINT, say.ASK_AHEAD),
    who=Who.LEAD,
    shown=frozenset({When.BEFORE}),
    examples=(
        Example("påminn 10 minuter innan", ("settings_changed",), says="10 minuter", lead=True, addressed=True),
        Example("stäng av påminnelsen om dagordning", ("settings_changed",), says="dagordning", lead=True),
        Example("påminn inte om uppgifter", ("settings_changed",), says="uppgifter", lead=True, addressed=True),
        Example("påminn om punkter två veckor innan", ("settings_changed",), says="14 dagar", lead=True),
        Example("inga påminnelser", ("settings_changed",), says="inte om något", lead=True, addressed=True),
        Example("turn off the reminder about tasks", ("settings_changed",), says="tasks", language="en", lead=True),
        Example("remind us 15 minutes before the meeting", ("settings_changed",), says="15 minutes", language="en",
                lead=True, addressed=True),
    ),
)  # fmt: skip

MUTE_REMINDERS: Command[MuteReminders] = Command(
    name="mute_reminders",
    words={"sv": ("påminn inte mig", "påminn mig igen"), "en": ("don't remind me", "remind me again")},
    read=read_mute,
    handle=mute_reminders,
    addressed_only=True,
    shown=frozenset({When.BEFORE}),
    examples=(
        Example("påminn inte mig", ("reminders_muted",), says="påminner dig inte", addressed=True),
        Example("sluta påminna mig om uppgifter", ("reminders_muted",), says="uppgifter", addressed=True),
        Example("påminn mig igen", ("reminders_muted",), says="påminner dig igen", addressed=True),
        Example("stop reminding me", ("reminders_muted",), says="not remind you", language="en", addressed=True),
        Example("remind me again", ("reminders_muted",), says="remind you again", language="en", addressed=True),
    ),
)

SHOW_REMINDERS: Command[ShowReminders] = Command(
    name="show_reminders",
    words={"sv": ("vilka påminnelser har vi?",), "en": ("which reminders do we have?",)},
    read=read_show,
    handle=show_reminders,
    addressed_only=True,
    shown=frozenset(),
    examples=(
        Example("vilka påminnelser har vi?", says="7 dagar före", addressed=True),
        Example("show reminders", says="7 days before", language="en", addressed=True),
    ),
)
