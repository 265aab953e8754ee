"""Put off in one go all that a meeting has not come to: "resterande punkter flyttas till 26/11"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from handlers.calendar.dates import dates_in, find_meeting
from handlers.command import Answer, Call, Claim, Command, Example, Outcome, React, Sentence, Tell, When, Who
from meetings.agenda import agenda
from meetings.agenda_order import matters_of, meeting_after
from meetings.document import doc
from meetings.errors import NoMeeting, WrongPhase
from meetings.facts import ItemPostponed
from meetings.record import Item, Meeting

_REST = (
    r"(?:(?:alla\s+)?(?:de\s+)?(?:resterande|övriga|återstående|kvarvarande|kvarstående|andra|obehandlade)\s+"
    r"(?:punkter(?:na)?|frågor(?:na)?|ärenden(?:a)?|punkterna\s+på\s+dagordningen)"
    r"|resten(?:\s+av\s+(?:punkterna|ärendena|frågorna|dagordningen|agendan))?"
    r"|(?:det|allt|de\s+punkter|punkterna)\s+(?:som\s+)?(?:är\s+kvar|vi\s+inte\s+(?:hann|hinner|hunnit)(?:\s+med)?|återstår)"
    r"|(?:the\s+)?(?:remaining|other)\s+(?:items|matters|questions)"
    r"|the\s+rest(?:\s+of\s+the\s+(?:items|agenda))?)"
)
# "övriga frågor flyttas till 26/11", "resterande punkter bordläggs", "the remaining items are moved to 19 January"
_PUT_OFF = re.compile(
    rf"""\A\W*(?:(?:då|så|och|vi)\s+)?(?P<what>{_REST})\s*,?\s*
        (?:(?:ska\s+)?(?:flyttas|skjuts|skjutas|bordläggs|bordläggas|hänskjuts|senareläggs)(?:\s+upp|\s+fram)?
          |(?:tas|tar\s+vi|behandlas|får\s+vi\s+ta|kommer)(?:\s+(?:upp|då|igen))*(?=\s+(?:nästa|på|vid|i|den|till))
          |får\s+vänta|(?:are|is|will\s+be)\s+(?:moved|postponed|put\s+off|taken)|(?:move[s]?|go)(?=\s+to))
        (?P<to>[^?\n]{{0,70}})\Z
      | \A\W*(?:vi\s+)?(?:bordlägger|flyttar|skjuter(?:\s+(?:upp|på|fram))?|tar
          |let's\s+(?:move|postpone)|we\s+(?:move|postpone|take))\s+
        (?P<what2>{_REST})(?P<to2>\s+(?:till|på|vid|nästa|den|i|to|until|next|at)\b[^?\n]{{0,70}})?\W*\Z""",
    re.IGNORECASE | re.VERBOSE,
)
_HINT = re.compile(
    r"resterande|övriga|återstående|kvar|resten|obehandlade|andra\s|hann|hinner|remaining|other|the\s+rest",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class PostponeRest:
    """Leave what has not been taken up for the meeting that `to` names, else for the next."""

    to: str


def _read(sentence: Sentence, call: Call) -> Sequence[Claim[PostponeRest]]:
    text = sentence.text
    if call.when is When.BEFORE or not (call.leads or call.addressed) or len(text) > 200 or not _HINT.search(text):
        return ()
    found = _PUT_OFF.match(text)
    if found is None:
        return ()
    return (Claim(PostponeRest((found["to"] or found["to2"] or "").strip(" .!")), (0, len(text))),)


def _handle(intent: PostponeRest, call: Call) -> Outcome:
    meeting = call.meeting
    if meeting is None or not meeting.is_held:
        raise WrongPhase("not_open")
    to = find_meeting(intent.to, call)
    if to is None and any(one.date is not None for one in dates_in(intent.to, call)):
        raise NoMeeting()
    to = to if to is not None and to.id != meeting.id else meeting_after(call.record, meeting.id)
    left = _left(meeting, call)
    if not left:
        return Outcome(replies=(Tell(doc(call.texts.t("agenda.all_taken"))),))
    facts = tuple(ItemPostponed(**call.base, item=item.id, to=to.id if to else None) for item in left)
    if to is None:
        return Outcome(facts, (React(),))
    titles = call.texts.names([item.title for item in left])
    day = call.texts.short_date(to.date, call.now.date())
    said = call.texts.paragraph("agenda.rest_postponed", titles=titles, day=day)
    return Outcome(facts, (React(), Answer(doc(said))))


def _left(meeting: Meeting, call: Call) -> list[Item]:
    """Give the items, and matters under the standing ones, that nothing has been said or concluded under."""
    touched = {passage.item for passage in meeting.passages if passage.what != "attachment"}
    touched |= {action.item for action in call.record.actions.values() if action.meeting == meeting.id}
    left: list[Item] = []
    for entry in agenda(call.record, meeting.id):
        matters = matters_of(call.record, meeting, entry.item.id)
        own = [] if entry.item.standing else [entry.item]
        left += [item for item in (*own, *matters) if item.state is None and item.id not in touched]
    return left


POSTPONE_REST: Command[PostponeRest] = Command(
    name="postpone_rest",
    words={"sv": ("resterande punkter flyttas till",), "en": ("the remaining items are moved to",)},
    read=_read,
    handle=_handle,
    who=Who.LEAD,
    shown=frozenset({When.DURING}),
    examples=(
        Example(
            "resterande punkter flyttas till 10 november",
            ("item_postponed", "item_postponed"),
            says="Nya lokaler",
            when=When.DURING,
            lead=True,
        ),
        Example(
            "the remaining items are moved to the next meeting",
            ("item_postponed", "item_postponed"),
            language="en",
            when=When.DURING,
            lead=True,
        ),
    ),
)
