"""The attendance as blocks: who was there, how, in whose place, and who was absent."""

import re
from collections.abc import Iterable, Sequence

from meetings.board import deciding
from meetings.document import Block, Heading, Table
from meetings.group import Capacity, Document
from meetings.language import Texts
from meetings.minutes import Attendee, Minutes

_ONLINE = re.compile(r"\b(teams|zoom|skype|meet|webex|jitsi|digital\w*|online|webb?\w*|video\w*|länk)\b", re.IGNORECASE)


def attendance_blocks(minutes: Minutes, texts: Texts) -> list[Block]:
    """Return the attendance under its headings, or nothing when the minutes are not to show it."""
    if not minutes.show_attendance or not minutes.attendance:
        return []
    blocks: list[Block] = [Heading(texts.t("minutes.attendance.heading"))]
    for label, people in _groups(minutes, texts):
        if people:
            blocks.append(_people_block(label, people, minutes, texts))
    return blocks


def _groups(minutes: Minutes, texts: Texts) -> Iterable[tuple[str, list[Attendee]]]:
    present = [one for one in minutes.attendance if one.status == "present"]
    absent = [one for one in minutes.attendance if one.status == "absent"]
    if minutes.kind == Document.PROTOKOLL:
        deciders = list(deciding(minutes.attendance))
        yield texts.t("minutes.attendance.deciding"), deciders
        yield texts.t("minutes.attendance.others"), [one for one in present if one not in deciders]
    elif {"onsite", "digital"} <= {one.mode for one in present}:
        yield _onsite_label(minutes.place, texts), [one for one in present if one.mode == "onsite"]
        yield texts.t("minutes.attendance.digital"), [one for one in present if one.mode == "digital"]
        yield texts.t("minutes.attendance.unspecified"), [one for one in present if one.mode is None]
    else:
        yield texts.t("minutes.attendance.present"), present
    yield texts.t("minutes.attendance.absent"), absent


def _onsite_label(place: str | None, texts: Texts) -> str:
    # "i" goes with a town or a house; an address or a room takes another preposition.
    if place and not _ONLINE.search(place) and not re.search(r"[\d,;/]", place):
        return texts.t("minutes.attendance.onsite_in", place=place)
    return texts.t("minutes.attendance.onsite")


def _people_block(label: str, people: Sequence[Attendee], minutes: Minutes, texts: Texts) -> Block:
    names = [_described(one, minutes, texts) for one in people]
    if not any(one.role or one.organisation for one in people):
        # A semicolon, because a description may hold commas.
        return texts.paragraph("minutes.attendance.list", label=label, names="; ".join(names))
    header = (label, texts.t("minutes.attendance.role"), texts.t("minutes.attendance.organisation"))
    rows = ((name, one.role or "", one.organisation or "") for name, one in zip(names, people, strict=True))
    return Table(header, tuple(rows))


def _described(one: Attendee, minutes: Minutes, texts: Texts) -> str:
    name = one.name or _unit(one, texts)
    said = [name]
    if one.substitutes_for:
        said.append(texts.t("minutes.attendance.substitute", name=one.substitutes_for))
    if one.capacity in (Capacity.GUEST, Capacity.ADJUNCT):
        said.append(texts.t(f"minutes.attendance.{one.capacity.value}"))
    if one.from_:
        said.append(texts.t("minutes.attendance.from", time=texts.clock(one.from_)))
    if one.until:
        said.append(texts.t("minutes.attendance.until", time=texts.clock(one.until)))
    if one.basis == "inferred" and minutes.status in ("draft", "review"):
        said.append(texts.t("minutes.attendance.inferred"))
    return ", ".join(said)


def _unit(one: Attendee, texts: Texts) -> str:
    unit = one.unit or one.organisation or texts.t("minutes.missing")
    return unit if unit.casefold().startswith("represent") else texts.t("minutes.attendance.unit", unit=unit)
