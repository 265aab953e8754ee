"""Change and show a group's settings in ordinary words: template, who convenes, rhythm, document, manners."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from handlers.command import Answer, Call, Claim, Command, Example, Outcome, React, Reply, Sentence, Tell, When, Who
from handlers.groups.by_talk import read_founding
from handlers.groups.convening_reading import Convene
from handlers.groups.settings_reading import AddStanding, Change, Put, RemoveStanding, UseTemplate, read_changes
from handlers.groups.settings_shown import said_of, settings_document
from handlers.groups.settings_wording import CLOSERS, SHOW
from handlers.groups.templates import apply_template, find_template, templates
from handlers.reading.asking import ask
from meetings.convenership import endings
from meetings.document import Document, bullets
from meetings.errors import UnknownThing
from meetings.facts import About, Fact, Reminded, SettingsChanged, StandingItemAdded, StandingItemRemoved
from meetings.group import Convener, GroupSettings
from meetings.words import fold


@dataclass(frozen=True)
class ChangeSettings:
    """Change these settings, in this order."""

    changes: tuple[Change, ...]


@dataclass(frozen=True)
class ShowSettings:
    """Show how the group is set up."""


def may_be_settings(call: Call) -> bool:
    """Tell whether talk may be about how the group is set up: said to the bot, or by one who leads, in no meeting."""
    return call.addressed or (call.when is not When.DURING and call.leads)


def _read(sentence: Sentence, call: Call) -> Sequence[Claim[ChangeSettings]]:
    if not may_be_settings(call):
        return ()
    opens = call.addressed and (sentence.first or sentence.after_address)
    founding = read_founding(sentence.text) if opens else None
    begin = len(sentence.text) - len(founding.rest) if founding else 0
    changes, span, whole = read_changes(sentence.text, call, begin)
    if not changes or not (whole or call.addressed):
        return ()
    if not begin and whole:
        span = (0, len(sentence.text))
    return (Claim(ChangeSettings(tuple(changes)), span),)


def _handle(intent: ChangeSettings, call: Call) -> Outcome:
    group = call.record.group
    facts: list[Fact] = []
    lines: list[str] = []
    asked = Outcome()
    for change in intent.changes:
        made, group = _changed(change, group, call)
        facts += made
        lines += said_of(change, group, made, call)
        if isinstance(change, Convene):
            asked = _ask_for_contact(change, call)
    replies: list[Reply] = [React()]
    if lines:
        body = bullets(*lines) if len(lines) > 1 else lines[0]
        replies.append(Answer(Document.of(body, call.texts.paragraph("settings.undo"))))
    return Outcome((*facts, *asked.facts), (*replies, *asked.replies))


def _changed(change: Change, group: GroupSettings, call: Call) -> tuple[list[Fact], GroupSettings]:
    match change:
        case UseTemplate():
            template = find_template(change.words)
            if template is None:
                names = call.texts.names([one.name(call.texts.language) for one in templates()])
                raise UnknownThing("template", words=change.words, names=names)
            made, named = apply_template(template, group)
            return [SettingsChanged(**call.base, settings=made, changed=named)], made
        case Put():
            values = _values(change)
            made = group.model_copy(update=values)
            return [SettingsChanged(**call.base, settings=made, changed=tuple(values))], made
        case Convene():
            convener = _convener_after(change, group.convener, call)
            made = group.model_copy(update={"convener": convener})
            facts: list[Fact] = [SettingsChanged(**call.base, settings=made, changed=("convener",))]
            # Whoever has just said when it ends needs no reminder that it does.
            past = [key for at, key in endings(made) if at <= call.now and key not in call.record.reminded]
            return [*facts, *(Reminded(**{**call.base, "meeting": None}, key=key) for key in past)], made
        case AddStanding():
            return _add_standing(change, group, call), group
        case RemoveStanding():
            title = _standing_title(change.words, group)
            return [StandingItemRemoved(**call.base, title=title)], group


def _values(change: Put) -> dict[str, Any]:
    if change.field == "quiet":
        return {"quiet_from": change.value[0], "quiet_until": change.value[1]}
    return {change.field: change.value}


def _add_standing(change: AddStanding, group: GroupSettings, call: Call) -> list[Fact]:
    closer = next((item.title for item in group.standing if item.place == "tail" and fold(item.title) in CLOSERS), None)
    facts: list[Fact] = []
    for title in change.titles:
        if any(fold(item.title) == fold(title) for item in group.standing):
            continue
        place, before = ("head", None) if change.first else ("tail", closer)
        facts.append(StandingItemAdded.model_validate({**call.base, "title": title, "place": place, "before": before}))
    return facts


def _standing_title(words: str, group: GroupSettings) -> str:
    said = fold(words)
    exact = [item.title for item in group.standing if fold(item.title) == said]
    part = [item.title for item in group.standing if len(said) > 2 and said in fold(item.title)]
    found = exact or part
    if len(found) != 1:
        raise UnknownThing("standing", words=words)
    return found[0]


# -------------------------------------------------------------------------------------- who convenes


def _convener_after(change: Convene, now: Convener, call: Call) -> Convener:
    """Give the convener as it becomes: at once, or after the one there is when a later day or a takeover was said."""
    today = call.now.date()
    current = now.on(today)
    new = Convener.model_validate(
        {"kind": change.kind, "name": change.name, "contact": contact_of(change, call), "until": change.until}
    )
    from_ = change.from_
    if from_ is None and change.takes_over and current.until is not None and current.until >= today:
        from_ = current.until + timedelta(days=1)
    if from_ is None or from_ <= today or current.kind == "unknown":
        return new.model_copy(update={"from_": from_})
    until = current.until if current.until is not None and current.until < from_ else _day_before(from_)
    return current.model_copy(update={"until": until, "next": new.model_copy(update={"from_": from_})})


def _day_before(day: date) -> date:
    return day - timedelta(days=1)


def contact_of(change: Convene, call: Call) -> str | None:
    """Give who speaks for a convening organisation: the only one there is of it in the register, if so."""
    if change.kind != "organisation":
        return None
    people = [person for person in call.record.members if fold(person.organisation or "") == fold(change.name)]
    return people[0].name if len(people) == 1 else None


def _ask_for_contact(change: Convene, call: Call) -> Outcome:
    """Ask who the contact is, when an organisation convenes and nobody, or more than one, could speak for it."""
    if change.kind != "organisation" or contact_of(change, call) is not None:
        return Outcome()
    question = Document.of(call.texts.paragraph("settings.who_is_contact", organisation=change.name))
    asked = ask(call, About.CONTACT, question, concerns=change.name)
    return asked if asked.replies else Outcome(replies=(Tell(question),))


def _read_show(sentence: Sentence, call: Call) -> Sequence[Claim[ShowSettings]]:
    if call.addressed and SHOW.fullmatch(sentence.text):
        return (Claim(ShowSettings(), (0, len(sentence.text))),)
    return ()


def _show(intent: ShowSettings, call: Call) -> Outcome:
    return Outcome(replies=(Tell(settings_document(call.record, call.now.date(), call.texts)),))


CHANGE_SETTINGS: Command[ChangeSettings] = Command(
    name="change_settings",
    words={
        "sv": ("använd Mysam-mallen", "stående punkt", "ta bort stående punkt", "sammankallande", "tysta timmar"),
        "en": ("use the Mysam template", "standing item", "remove standing item", "convener", "quiet hours"),
    },
    read=_read,
    handle=_handle,
    who=Who.LEAD,
    shown=frozenset({When.BEFORE}),
    examples=(
        Example(
            "använd Mysam-mallen, fyra möten per år",
            ("settings_changed", "settings_changed"),
            says="Nordviks kommun",
            lead=True,
        ),
        Example(
            "FK sammankallar t.o.m. 30 juni 2027",
            ("settings_changed", "asked"),
            says="30 juni 2027",
            lead=True,
            addressed=True,
        ),
        Example(
            "vi har bestämt att AF tar över sammankallandet från 1 januari",
            ("settings_changed",),
            says="1 januari 2027",
            lead=True,
        ),
        Example("anteckna bara när du blir tilltalad", ("settings_changed",), lead=True, addressed=True),
        Example("publicera direkt när mötet är slut", ("settings_changed",), lead=True, addressed=True),
        Example("spara bilagor", ("settings_changed",), says="kontrollsumma", lead=True, addressed=True),
        Example("spara inte bilagor", ("settings_changed",), says="länk", lead=True, addressed=True),
        Example("keep attachments", ("settings_changed",), language="en", lead=True, addressed=True),
        Example("tysta timmar 17-08", ("settings_changed",), says="17.00", lead=True, addressed=True),
        Example("stående punkt: Ekonomi", ("standing_item_added",), says="Ekonomi", lead=True),
        Example("ta bort stående punkt Trisam", ("standing_item_removed",), says="Trisam", lead=True, addressed=True),
        Example("we meet quarterly", ("settings_changed",), language="en", lead=True),
    ),
)

SHOW_SETTINGS: Command[ShowSettings] = Command(
    name="show_settings",
    words={"sv": ("visa inställningar", "inställningar"), "en": ("show settings", "settings")},
    read=_read_show,
    handle=_show,
    addressed_only=True,
    shown=frozenset(),
    examples=(
        Example("visa inställningar", says="minnesanteckningar", addressed=True),
        Example("settings", says="Mysam Nordvik", language="en", addressed=True),
    ),
)
