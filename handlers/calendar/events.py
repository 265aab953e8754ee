"""Other bodies' conferences, trainings and days, as they are told in a note."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date as Day
from datetime import time as Clock

from handlers.calendar.dates import dates_in, planned
from handlers.command import Call
from meetings.facts import EventNoted
from meetings.when import Kind

_LONGEST_TITLE = 90

# A word that ends like this names an arrangement of its own.
_ARRANGEMENT = re.compile(
    r"""(?<![^\W\d_-])[^\W\d_-]*(?:konferens(?:en)?|seminari(?:um|et)|webb?inari(?:um|et)|workshop(?:en)?
            |föreläsning(?:en)?|mässa(?:n)?|symposi(?:um|et)|hearing(?:en)?
        |utbildning(?:en)?|kurs(?:en)?|utbildningsdag(?:en|ar)?|kursdag(?:en)?|temadag(?:en)?
          |inspirationsdag(?:en|ar)?|informationsdag(?:en)?|branschdag(?:en)?|kickoff(?:en)?|kick-off(?:en)?
        |nätverksträff(?:en)?|frukostmöte(?:t)?|invigning(?:en)?|jubileum(?:et)?|forum(?:et)?|jobbmässa(?:n)?
          |studiebesök(?:et)?|(?:gemensam(?:t|ma)?|joint)\s+(?:möte|heldag|dag|träff|meeting|day)(?=\s+(?:med|with|den|\d))|öppet\s+hus|vernissage|rekryteringsträff(?:en)?
        |conference|seminar|webinar|workshop|lecture|training(?:\s+day)?|course|open\s+day|job\s+fair|symposium
          |summit)(?![^\W\d_])""",
    re.IGNORECASE | re.VERBOSE,
)
_BREAK = re.compile(r"(?<=[.!?;])\s+|\n+|\s*;\s*|(?<=:)\s+(?=[^\W\d_])")
_LEADING = re.compile(
    r"""\A(?:[\s,:–—-]+|[^,.;:]{2,60}?\b(?:bjuder\s+in\s+(?:er\s+|oss\s+|alla\s+)?till|inbjuder\s+till|arrangerar|anordnar|ordnar|håller\s+(?:i\s+)?
            |invites?\s+(?:you\s+)?to|hosts?|organi[sz]es)\b|(?:på\s+gång|tips|obs|info|kommande|ps|påminnelse|nyheter|aktuellt|och|samt|även|också
            |dessutom|sen|sedan|det\s+(?:blir|är|kommer(?:\s+en)?)|vi\s+(?:har|får)|en|ett|glöm\s+inte
            |missa\s+inte|boka\s+in
        |there\s+(?:is|will\s+be)|and|also|a|an)\b[\s:,]*)""",
    re.IGNORECASE | re.VERBOSE,
)
_TRAILING = re.compile(
    r"""[\s,(:–—-]*\b(?:prel(?:iminärt)?\.?|den|på|är|blir|hålls|äger\s+rum|går\s+av\s+stapeln|arrangeras
            |genomförs|startar|planeras(?:\s+till)?|planerad(?:\s+till)?|bokad(?:\s+till)?
            |kommer\s+att\s+hållas|kl|datum|i|till
        |is|on|will\s+be(?:\s+held)?|takes\s+place|in)\s*\Z|[\s,(:–—-]+\Z""",
    re.IGNORECASE | re.VERBOSE,
)
# A sentence about what is to be done by the day of something is no notice of it.
_NOT_A_NOTICE = re.compile(
    r"\A(?:innan|inför|efter|till|vid|under|senast|före|sedan|anmäl\w*|sista|inbjudan|before|after"
    r"|until|by|during|registration)\b"
    # "Hasse är på utbildning 12 oktober" tells of Hasse.
    r"|.{1,40}\b(?:är|var|går|gick|åker|deltar|deltog|ska|is|are|was|goes)\s+(?:på|i|till|at|to)\b",
    re.IGNORECASE,
)
_PLACE = re.compile(
    r"""\A[\s,]*(?:(?P<at>i|på|hos|vid|at|in|on)\s+)?
        (?P<place>(?:(?:[A-ZÅÄÖ][\w'&/-]*|Teams|digitalt|online
          |webben)(?:\.(?=\w)\w+)*)(?:,?[ ](?:[A-ZÅÄÖ][\w'&/-]*|\d+[A-Za-z]?(?![\w:/-]|\.\d)|sal|lokal|hus
          |huset|park|och))*)""",
    re.VERBOSE,
)


# "på biblioteket", "i församlingshemmet"; no time of the day or the year.
_HOUSE = re.compile(
    r"[\s,]*(?:i|på|hos|vid)\s+(?P<place>(?!(?:morgon|kväll|eftermiddag|förmiddag|natt|dag|veck|höst|vår|sommar|vinter|webb)\w*)"
    r"[a-zåäö-]{4,}(?:et|en|an|salen|huset)\b)"
)


@dataclass(frozen=True)
class TellEvent:
    """Another body's day."""

    title: str
    date: Day
    until: Day | None = None
    start: Clock | None = None
    end: Clock | None = None
    place: str | None = None


def read_events(text: str, call: Call) -> tuple[TellEvent, ...]:
    """Find the conferences, trainings and days of others that a text tells the date of.

    The title is what stands before the date, the place what comes after it. An alternative, a deadline, a day that has
    been, and a meeting of the group itself are none.
    """
    if not _ARRANGEMENT.search(text) or not re.search(r"\d", text):
        return ()
    dates = [when for when in dates_in(text, call) if when.kind in (Kind.DAY, Kind.RANGE)]
    own = {meeting.date for meeting in planned(call) if meeting.kind != "ordinary"}
    events: list[TellEvent] = []
    for number, when in enumerate(dates):
        if when.date is None or when.deadline or when.past or (when.problems and not when.certain):
            continue
        begin = dates[number - 1].span[1] if number else 0
        end = dates[number + 1].span[0] if number + 1 < len(dates) else len(text)
        title = _title(text[begin : when.span[0]], text[when.span[1] : end])
        if title is None or (when.date in own and "planering" in title.casefold()):
            continue
        place = _place(text[when.span[1] : end])
        events.append(TellEvent(title, when.date, when.until, when.start, when.end, place))
    return tuple(dict.fromkeys(events))


def _title(before: str, after: str) -> str | None:
    parts = _BREAK.split(before)
    sentence = parts[-1]
    if _ARRANGEMENT.search(sentence):
        title = _cleaned(sentence)
        # "Psykisk hälsa: föreläsning 14 oktober": the kind of day alone is no title.
        named = parts[-2].strip() if len(parts) > 1 and title and len(title.split()) == 1 else ""
        return f"{named} {title[:1].lower()}{title[1:]}" if title and _cleaned(named) and named.endswith(":") else title
    # "22 januari: jubileumskonferens"; nothing but the date stands first.
    if not sentence.strip(" ,.:–—-(") and (told := re.match(r"\s*[:–-]\s*(?P<title>[^.;\n]{3,80})", after)):
        return _cleaned(told["title"]) if _ARRANGEMENT.search(told["title"]) else None
    return None


def _cleaned(words: str) -> str | None:
    for _ in range(4):
        words = _LEADING.sub("", words)
    for _ in range(4):
        words = _TRAILING.sub("", words)
    words = " ".join(words.split())
    if not words or len(words) > _LONGEST_TITLE or _NOT_A_NOTICE.match(words):
        return None
    return words[:1].upper() + words[1:]


def _place(after: str) -> str | None:
    found = _PLACE.match(after) or _HOUSE.match(after)
    return found["place"].strip(" ,") if found else None


def note_events(events: Sequence[TellEvent], call: Call) -> tuple[EventNoted, ...]:
    """Give the facts of others' days, told in the open meeting."""
    return tuple(
        EventNoted(
            **call.base, title=one.title, date=one.date, until=one.until, start=one.start, end=one.end, place=one.place
        )
        for one in events
    )
