"""Show the agenda of a meeting."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from handlers.agenda.wording import LONGEST_STEP
from handlers.calendar.dates import find_meeting
from handlers.command import Answer, Call, Claim, Command, Example, Outcome, Sentence, When
from handlers.tasks.follow_up import to_follow_up
from meetings.agenda import Entry, agenda
from meetings.agenda_order import matters_of, next_meeting
from meetings.document import Document, ListBlock, Paragraph, bullets, doc, entry, runs
from meetings.document import Entry as Line
from meetings.errors import NoMeeting
from meetings.follow_up import previous_item
from meetings.record import Item, Meeting

_SHOW_HINT = re.compile(r"dagordning|agenda|punkter|items", re.IGNORECASE)
_LEFT = re.compile(r"kvar|left")


_SHOW = re.compile(
    r"""\A\W*(?:(?:kan|skulle|får)\s+(?:du|jag|vi|man)\s+(?:få\s+)?(?:se\s+|visa\s+)?)?(?:
        (?:visa|se|skicka|lista|posta|hämta|show|list|post|display|see)\s+(?:mig\s+|oss\s+|upp\s+|me\s+
          |us\s+)?(?:hela\s+|dagens\s+|mötets\s+|the\s+|today's\s+)?(?:dagordning(?:en)?|agenda(?:n)?
          |punkter(?:na)?|items)
      | (?:hur\s+ser|vad\s+(?:står|har\s+vi|finns|är\s+det|ligger|är))\s+.{0,25}?(?:dagordning(?:en)?
        |agenda(?:n)?)(?:\s+ut)?
      | (?P<left>(?:vilka|hur\s+många|vad|which|what|how\s+many)\s+(?:punkter\s+|items\s+
        |av\s+punkterna\s+)?(?:är|har\s+vi|finns|are|do\s+we\s+have)\s+(?:det\s+|det\s+som\s+)?(?:kvar|left
        |remaining)(?:\s+på\s+(?:dagordningen|agendan))?)
      | (?:vilka\s+punkter\s+(?:har\s+vi|finns|står|är\s+anmälda)|which\s+items\s+(?:do\s+we\s+have|are\s+there))
      | what(?:'s|\s+is)\s+on\s+the\s+agenda
      )(?P<rest>[^\n]{0,80})\Z""",
    re.IGNORECASE | re.VERBOSE,
)


_SHOW_SHORT = re.compile(
    r"\A\W*(?:(?:visa|skicka|show|send)\s+)?(?:dagordn\w*\.?|agenda(?:n)?|the\s+agenda)(?:\s+(?:till|inför|för"
    r"|for)\s+[^\n]{1,40})?(?:\s*,?\s*(?:tack|snälla|please|pls|plz))?\W*\Z",
    re.IGNORECASE,
)


# "se vad som ska tas upp den 12e", "what are we covering next week": the agenda without the word.
_WHAT_IS_ON = re.compile(
    r"\b(?:vad|vilka\s+(?:punkter|frågor|ärenden))\s+(?:ska|tar|har|skall)\s+vi\s+(?:\w+\s+)?(?:upp|på\s+gång|att\s+ta\s+upp)\b|\bwhat(?:'s|\s+is)\s+on\s+(?:for|on|the\s+agenda)\b"
    r"|\b(?:vad|vilka\s+(?:punkter|frågor|ärenden|ämnen))\s+(?:som\s+)?(?:(?:ska|skall|kommer|är|har|står|finns|gäller|blir)\s+)?(?:vi\s+|det\s+)?(?:som\s+|att\s+|ska\s+)*"
    r"(?:tas\s+upp|ta\s+upp|gå\s+igenom|avhandla\w*|behandla\w*|diskutera\w*|prata\s+om|anmält|inkommit|anmäld\w*|på\s+(?:tapeten|listan|programmet|schemat))\b"
    r"|\bwhat(?:'s|'re|\s+are|\s+is|\s+will)?\s+(?:we\s+|be\s+|we're\s+)?(?:going\s+to\s+)?(?:be\s+)?(?:cover(?:ing|ed)?|discuss(?:ing|ed)?|talk(?:ing)?\s+about|go(?:ing)?\s+through"
    r"|on\s+(?:the\s+)?(?:list|schedule|program))\b|\bwhat\s+we(?:'re|\s+are)\s+(?:covering|discussing|talking\s+about)\b",
    re.IGNORECASE,
)
# To see it and not to put something on it, or in another place.
_CHANGES = re.compile(
    r"\b(?:lägg|sätt|skriv|ta\s+bort|stryk|ändra|flytta|add|put|remove|change|move|drop)\w*\b", re.IGNORECASE
)
_SEES = re.compile(r"\b(?:se|visa|påminn|lista|skicka|läsa|läs|show|see|remind|list|tell|send|view)\b", re.IGNORECASE)


@dataclass(frozen=True)
class ShowAgenda:
    """Show the agenda; `left`: only what is still to come. `words` may name another meeting."""

    left: bool = False
    words: str = ""


def read_show(sentence: Sentence, call: Call) -> Sequence[Claim[ShowAgenda]]:
    """Find somebody asking for the agenda."""
    text = sentence.text[:LONGEST_STEP]
    if not (_SHOW_HINT.search(text) or _LEFT.search(text) or _WHAT_IS_ON.search(text)):
        return ()
    whole = (0, len(sentence.text))
    asked = _SHOW.match(text)
    if asked and not (
        asked["left"] and not (call.addressed or "punkt" in text.casefold() or "item" in text.casefold())
    ):
        return [Claim(ShowAgenda(asked["left"] is not None, asked["rest"]), whole)]
    if _WHAT_IS_ON.search(text) and (call.addressed or text.rstrip().endswith("?") or _SEES.search(text)):
        return [Claim(ShowAgenda(words=text), whole)]
    if call.addressed and _SHOW_HINT.search(text) and _SEES.search(text) and not _CHANGES.search(text):
        return [Claim(ShowAgenda(words=text), whole)]
    if call.addressed and _SHOW_SHORT.match(text):
        return [Claim(ShowAgenda(words=text), whole)]
    return ()


def show_agenda(intent: ShowAgenda, call: Call) -> Outcome:
    """Show the agenda with numbers, who presents, and minutes; warn when the minutes are more than the meeting has."""
    meeting = find_meeting(intent.words, call) or call.meeting or next_meeting(call.record)
    if meeting is None:
        raise NoMeeting()
    return Outcome(replies=(Answer(agenda_document(meeting, call, left=intent.left)),))


def agenda_document(meeting: Meeting, call: Call, *, left: bool = False) -> Document:
    """Make the agenda as something to show; `left`: only what has not been taken."""
    texts = call.texts
    entries = agenda(call.record, meeting.id)
    if left:
        place = next((n for n, one in enumerate(entries) if one.item.id == meeting.item_now), -1)
        entries = tuple(
            one for one in entries[place + 1 :] if one.item.state is None and one.item.id not in meeting.taken
        )
        if not entries:
            return doc(texts.t("agenda.all_taken"))
    if not entries:
        return doc(texts.paragraph("agenda.empty"))
    when = texts.date_time_range(meeting.date, meeting.start, meeting.end)
    head = texts.paragraph("agenda.remaining") if left else texts.paragraph("agenda.heading", meeting=when)
    too_long = _too_long(entries, meeting, call) if not left else None
    follow_up = to_follow_up(meeting, call) if not left else None
    previous = previous_item(one.item for one in entries)
    loose = (texts.paragraph("follow_up.heading"), follow_up) if follow_up and previous is None else ()
    beneath = {one.item.id: below for one in entries if (below := _beneath(one.item, meeting, call))}
    if previous is not None and follow_up is not None:
        beneath[previous.id] = follow_up
    listed = _listed(entries, call, beneath)
    return Document((head, listed, *loose, *((too_long,) if too_long else ())))


def _beneath(item: Item, meeting: Meeting, call: Call) -> ListBlock | None:
    """Give the matters to be taken up under an item, and what its decision is proposed to be."""
    lines = [matter.title for matter in matters_of(call.record, meeting, item.id)]
    lines += [call.texts.t("agenda.proposed", clause=clause) for clause in item.proposal]
    return bullets(*lines) if lines else None


def _listed(entries: Sequence[Entry], call: Call, beneath: Mapping[str, ListBlock]) -> ListBlock:
    """List the items, each with what stands under it: matters of its own, a proposed decision, what is to follow up."""
    plain = [str(number) for number in range(1, len(entries) + 1)] == [one.number for one in entries]
    lines: list[Line] = []
    for one in entries:
        owner = one.item.owner.name if one.item.owner else None
        more = "" if one.item.minutes is None else call.texts.t("agenda.minutes", n=one.item.minutes)
        more += call.texts.t("agenda.owner", name=owner) if owner else ""
        title = ("" if plain else f"{one.number} ") + one.item.title + more
        lines.append(entry(title, sub=beneath.get(one.item.id)))
    return ListBlock(tuple(lines), ordered=plain)


def _too_long(entries: Sequence[Entry], meeting: Meeting, call: Call) -> Paragraph | None:
    planned = sum(one.item.minutes or 0 for one in entries)
    if meeting.start is None or meeting.end is None:
        return None
    length = datetime.combine(meeting.date, meeting.end) - datetime.combine(meeting.date, meeting.start)
    minutes = length // timedelta(minutes=1) % (24 * 60)
    if planned <= minutes:
        return None
    return Paragraph(runs(call.texts.t("agenda.too_long", planned=planned, length=minutes)))


SHOW_AGENDA: Command[ShowAgenda] = Command(
    name="show_agenda",
    words={"sv": ("visa dagordningen",), "en": ("show the agenda",)},
    read=read_show,
    handle=show_agenda,
    cues=(_SHOW_HINT, _LEFT, _WHAT_IS_ON),
    examples=(
        Example("visa dagordningen", says="Ungdomsprojektet", addressed=True),
        Example("vad står på dagordningen till tisdag?", says="Nya lokaler"),
        Example("vilka punkter är kvar?", says="Trisam", when=When.DURING, addressed=True),
        Example("show the agenda", says="Trisam", language="en", addressed=True),
    ),
)
