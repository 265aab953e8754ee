"""What is said of a group's settings: each change as it was understood, and all of them in a list."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from handlers.command import Call
from handlers.groups.convening_reading import Convene
from handlers.groups.settings_reading import AddStanding, Change, RemoveStanding, UseTemplate
from meetings.document import Block, Document, bullets
from meetings.facts import Fact, StandingItemAdded, StandingItemRemoved
from meetings.group import Convener, GroupSettings
from meetings.language import Texts
from meetings.record import Record

_FLAGS = ("only_when_addressed", "publish_at_end")


def said_of(change: Change, group: GroupSettings, facts: Sequence[Fact], call: Call) -> list[str]:
    """Say what was understood of one change; `group` is as it has become, `facts` what made it so."""
    texts = call.texts
    match change:
        case UseTemplate():
            return _template_lines(group, texts)
        case Convene():
            return _convener_lines(group.convener, call.now.date(), texts)
        case AddStanding():
            titles = [fact.title for fact in facts if isinstance(fact, StandingItemAdded)]
            return [texts.t("settings.standing_added", titles=texts.names(titles or change.titles))]
        case RemoveStanding():
            return [
                texts.t("settings.standing_removed", title=f.title) for f in facts if isinstance(f, StandingItemRemoved)
            ]
        case _:
            return [setting_line(change.field, group, texts)]


def setting_line(field: str, group: GroupSettings, texts: Texts) -> str:
    """Say what one setting is."""
    if field in _FLAGS:
        return texts.t(f"settings.{field}_{'on' if getattr(group, field) else 'off'}")
    if field == "quiet":
        return texts.t("settings.quiet", from_=texts.clock(group.quiet_from), until=texts.clock(group.quiet_until))
    if field == "first_paragraph" and group.first_paragraph is None:
        return texts.t("settings.no_paragraphs")
    if field == "meetings_per_year":
        return texts.t("settings.rhythm", n=group.meetings_per_year or 0)
    if field in ("style", "level", "language", "attachments"):
        return texts.t(f"settings.{field}_{getattr(group, field)}")
    if field == "document":
        return texts.t("settings.document", value=texts.t(f"settings.document_{group.document.name.lower()}"))
    value = getattr(group, field)
    names = value[-1:] if field == "aliases" else value
    return texts.t(f"settings.{field}", value=texts.names(names) if isinstance(names, tuple) else names)


def _template_lines(group: GroupSettings, texts: Texts) -> list[str]:
    lines = [setting_line("document", group, texts)]
    for place in ("head", "tail"):
        titles = [item.title for item in group.standing if item.place == place]
        lines.append(texts.t(f"settings.standing_{place}", titles=", ".join(titles)))
    if group.first_paragraph is not None:
        lines.append(texts.t("settings.first_paragraph", value=group.first_paragraph))
    if group.parties:
        lines.append(texts.t("settings.parties", value=texts.names(group.parties)))
    if group.guests:
        lines.append(texts.t("settings.guests", value=texts.names(group.guests)))
    return lines


def _convener_lines(convener: Convener, today: date, texts: Texts) -> list[str]:
    lines = [_convener_line(convener, today, texts)]
    if convener.next is not None:
        lines.append(_convener_line(convener.next, today, texts))
    return lines


def _convener_line(convener: Convener, today: date, texts: Texts) -> str:
    name = convener.name or texts.t("settings.nobody")
    contact = texts.t("settings.contact", name=convener.contact) if convener.contact else ""
    days = {"from_": _day(convener.from_, texts), "until": _day(convener.until, texts)}
    key = "convener"
    if convener.from_ is not None and convener.from_ > today:
        key += "_from"
    if convener.until is not None:
        key += "_until"
    return texts.t(f"settings.{key}", name=name, contact=contact, **days)


def _day(day: date | None, texts: Texts) -> str:
    return texts.full_date(day) if day else ""


def settings_document(record: Record, today: date, texts: Texts) -> Document:
    """Give the group's settings as a list."""
    group = record.group
    fields = ["document", "style", "level", "first_paragraph"]
    fields += [field for field in ("place", "stored_at") if getattr(group, field)]
    fields += ["meetings_per_year"] if group.meetings_per_year else []
    fields += ["language", "timezone", "quiet", *_FLAGS, "attachments"]
    lines = [setting_line(field, group, texts) for field in fields]
    convener = _convener_lines(group.convener.on(today), today, texts)
    standing = [
        texts.t(f"settings.standing_{place}", titles=", ".join(i.title for i in group.standing if i.place == place))
        for place in ("head", "tail")
        if any(item.place == place for item in group.standing)
    ]
    parties = record.parties()
    people = [texts.t("settings.parties", value=texts.names(parties))] if parties else []
    people += [texts.t(f"settings.{field}", value=texts.names(getattr(group, field)))
               for field in ("guests", "adjuncts") if getattr(group, field)]  # fmt: skip
    leads = texts.names([person.name for person in record.coordinators])
    people += [texts.t("settings.coordinators", value=leads)] if leads else []
    head: Block = texts.paragraph("settings.heading", group=group.name, channel=group.channel)
    return Document.of(head, bullets(*lines, *convener, *standing, *people))
