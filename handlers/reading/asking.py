"""Ask one person one thing, privately and once, when two readings are possible."""

from __future__ import annotations

from collections.abc import Sequence

from handlers.command import Call, Outcome, Tell
from meetings.document import Button, Buttons, Document
from meetings.facts import About, Asked, Option


def ask(
    call: Call,
    about: About,
    question: Document,
    *,
    options: Sequence[Option] = (),
    to: str | None = None,
    concerns: str | None = None,
) -> Outcome:
    """Give the outcome of asking `to` (None: the speaker) a question.

    `options` are the answers on offer; the text of the one chosen is understood as if it had been written in place of
    the message. Nothing is asked twice about the same thing (`concerns`); and who does not lead the group gets at most
    one question for one meeting until she answers.
    """
    person = to or (call.speaker.id if call.speaker else None)
    if person is None:
        return Outcome(replies=(Tell(question),))
    meeting = call.meeting.id if call.meeting else None
    # An offer to pass a wish on may be left without an answer, and keeps no question back.
    waiting = about is not About.PERMISSION and any(
        asked.to == person and asked.meeting == meeting and asked.about is not About.PERMISSION
        for asked in call.record.pending.values()
    )
    lead = call.record.leads(call.record.people.get(person))
    if waiting and not lead or (concerns is not None and (person, concerns) in call.record.asked):
        return Outcome()
    asked = Asked(
        **call.base,
        question=call.ids.new("q"),
        to=person,
        about=about,
        options=tuple(options),
        concerns=concerns,
    )
    choices = (Buttons(tuple(Button(asked.question, option.label, option.text) for option in options)),)
    document = Document((*question.blocks, *choices)) if options else question
    return Outcome((asked,), (Tell(document, to=person),))
