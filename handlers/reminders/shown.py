"""Show which reminders a group gets, what a change made of them, and which are to come."""

from __future__ import annotations

from itertools import groupby

from handlers.command import Call
from meetings.board import is_formal
from meetings.document import Block, Document, Entry, bullets
from meetings.group import ReminderSettings
from meetings.language import Texts
from meetings.reminders import wanted_in_term
from meetings.reminders_to_come import ToCome, reminders_to_come

_NEXT = 5


def changed_line(field: str | None, settings: ReminderSettings, texts: Texts) -> str:
    """Say how it stands with one kind of reminder; None: with all of them."""
    if field is None:
        return texts.t("reminders.all_on" if settings.convening else "reminders.all_off")
    if not getattr(settings, field):
        return texts.t("reminders.off_one", name=texts.t(f"reminders.name_{field}"))
    return _line(field, settings, texts)


def reminders_document(call: Call) -> Document:
    """List the reminders that are on, name those that are off, and tell what is next."""
    texts, record = call.texts, call.record
    settings = record.group.reminders
    fields = [field for field in ReminderSettings.model_fields if _concerns(field, call)]
    on = [_line(field, settings, texts) for field in fields if getattr(settings, field)]
    off = [texts.t(f"reminders.name_{field}") for field in fields if not getattr(settings, field)]
    blocks: list[Block] = [texts.paragraph("reminders.heading", group=record.group.name)]
    blocks += [bullets(*on)] if on else []
    blocks += [texts.paragraph("reminders.off", names=", ".join(off))] if off else []
    coming = reminders_to_come(record, call.now, texts)
    if coming:
        blocks += [texts.paragraph("reminders.next"), bullets(*_next(coming, call))]
    if call.speaker is not None and record.muted.get(call.speaker.id):
        blocks.append(texts.paragraph("reminders.you_are_left_in_peace"))
    return Document((*blocks, texts.paragraph("reminders.how")))


def _concerns(field: str, call: Call) -> bool:
    if field == "adjusting":
        return is_formal(call.record)
    return field != "rhythm" or wanted_in_term(call.record) is not None


def _line(field: str, settings: ReminderSettings, texts: Texts) -> str:
    value = getattr(settings, field)
    if field == "minutes":
        return texts.t("reminders.list_minutes", days=texts.names([str(day) for day in value]))
    if isinstance(value, bool):
        return texts.t(f"reminders.list_{field}")
    return texts.t(f"reminders.list_{field}", n=value)


def _next(coming: tuple[ToCome, ...], call: Call) -> list[str | Entry]:
    """Give the next few, one line for what goes to several at once."""
    texts = call.texts
    lines: list[str | Entry] = []
    for (at, text), each in groupby(coming, key=lambda one: (one.at, one.text)):
        people = [one.to for one in each]
        to = people[0] if len(people) == 1 else texts.t("reminders.to_several", n=len(people))
        day = texts.t("dates.at", date=texts.short_date(at.date(), call.now.date()), time=texts.clock(at.time()))
        lines.append(texts.t("reminders.next_line", day=day, text=text, to=to))
    return lines[:_NEXT]
