"""What is said and done when a convenership is about to end, and when another begins."""

from __future__ import annotations

from datetime import timedelta

from handlers.command import Call, Outcome, Post, Reply, Tell
from meetings.convenership import ending, those_who_convene
from meetings.document import Document, Paragraph
from meetings.due import DuePost
from meetings.facts import SettingsChanged


def remind_of_end(post: DuePost, call: Call) -> Outcome:
    """Tell those who convene that it ends; in the channel when nobody of them can be reached. Nothing once it has."""
    convener = ending(call.record.group, post.key)
    if convener is None or convener.until is None or convener.until < call.now.date():
        return Outcome()
    texts, group = call.texts, call.record.group
    told = {"until": texts.full_date(convener.until), "name": convener.name, "group": group.name}
    if convener.next is not None:
        after = texts.runs("reminders.next_known", name=convener.next.name or texts.t("settings.nobody"))
    else:
        first = convener.until + timedelta(days=1)
        after = texts.runs("reminders.next_unknown", day=texts.short_date(first).split(" ", 1)[1])
    said = Document((Paragraph((*texts.runs("reminders.convenership_ends", **told), *after)),))
    people = those_who_convene(convener, call.record)
    replies: tuple[Reply, ...] = tuple(Tell(said, to=person.id) for person in people) or (Post(said),)
    return Outcome(replies=replies)


def pass_on(post: DuePost, call: Call) -> Outcome:
    """Let the convener that is next convene from now on."""
    group = call.record.group
    settings = group.model_copy(update={"convener": group.convener.on(call.now.date())})
    return Outcome((SettingsChanged(**call.base, settings=settings, changed=("convener",)),))
