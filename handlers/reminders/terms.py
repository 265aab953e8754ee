"""Tell the coordinator that a term is getting short of meetings."""

from __future__ import annotations

from handlers.command import Call, Reply, Tell
from handlers.meeting.keeper import keeper
from meetings.document import Document
from meetings.due_post import DuePost
from meetings.history import FiledWithin
from meetings.record import Phase
from meetings.reminder_keys import day_of
from meetings.reminders import term_of, wanted_in_term, wants


def too_few(post: DuePost, call: Call) -> tuple[Reply, ...]:
    """Say so if fewer meetings are held and booked in the term than the group wants. Raises Wanted for those held."""
    first = day_of(post.key)
    wanted = wanted_in_term(call.record)
    told = keeper(None, call.record, lambda person: wants(call.record, person.id, post.matter))
    if first is None or wanted is None or told is None:
        return ()
    first, last = term_of(first)
    filed = {one.meeting for one in call.history.ask(FiledWithin(first, last))}
    known = {
        meeting.id
        for meeting in call.record.meetings.values()
        if first <= meeting.date <= last and meeting.phase is not Phase.CANCELLED
    }
    there = len(filed | known)
    if there >= wanted:
        return ()
    texts = call.texts
    term = texts.t("reminders.spring" if first.month == 1 else "reminders.autumn")
    key = "reminders.too_few" if there else "reminders.no_meetings"
    said = texts.paragraph(key, group=call.record.group.name, term=term, n=there, wanted=wanted)
    how = texts.paragraph("reminders.propose_dates")
    return (Tell(Document((said, how)), to=told.id),)
