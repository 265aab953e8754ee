"""The ordinary words with which the one who leads opens and closes a meeting, told from words that only sound so."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime, time, timedelta

from handlers.command import Call
from handlers.meeting.wording import clock_in
from meetings.agenda import agenda
from meetings.record import Meeting
from meetings.words import sentences

WELCOMED_EARLY = timedelta(minutes=5)
WELCOMED_LATE = timedelta(minutes=25)
"""A mere "Välkomna!" opens a meeting only this near its booked start."""
NEAR_THE_END = timedelta(minutes=15)
"""This long before its booked end, or later, thanks to everybody close a meeting whose items are not all taken."""
_JUST = timedelta(minutes=45)

_MEETING = (
    r"(?:(?:dagens|kvällens|detta|det\ här|årets|höstens|vårens|this|today's|the|our)\ (?:första\ |sista\ |first\ "
    r"|last\ )?)?"
    r"(?:\w{0,24}(?:möte|mötet|sammanträde|sammanträdet|träff|träffen|stämman|session|meeting)|mysam)"
)
# After "då kör vi" nothing may come that tells of another day, or of how something is to be done: "då kör vi på det".
_GOING = r"""(?=\W*$|\s*[,.;:!–—-]|\ (?:igång|i\ gång|gång|loss)(?=\W*$|[,.!:]|\ (?:nu|då|mötet|dagens|med|alla
        |allihop|direkt|och|hörr?ni)\b)
    |\ (?:nu|då|väl(?=\W*$)|så\ smått|allihop\w*|alla|hörr?ni|vänner|gänget|mötet|sammanträdet|dagens
    |med\ (?:mötet|dagens|punkt|första|upprop\w*|närvaro\w*|närvaron|en\ (?:kort\ )?(?:runda|presentation\w*)
        |dagordning\w*|agenda\w*|att))\b)"""
_OPENS = re.compile(
    rf"""\b(?:då|nu|så|ok|okej|och)?\ ?(?:kör|börjar|startar|öppnar|rullar)\ (?:vi|jag){_GOING}
      | \b(?:vi|jag)\ (?:(?:kan|ska|får)\ (?:väl\ )?)?(?:kör|köra|börjar|börja|startar|starta|öppnar
        |öppna)(?:\ (?:väl|nu|då|direkt|ändå)){{0,2}}{_GOING}
      | \b(?:kan|ska|får|låt\ oss|dags\ att)\ (?:vi\ )?(?:väl\ )?(?:nu\ )?(?:dra|sätta|köra|komma|börja|starta){_GOING}
      | \b(?:sätter|drar|kör|rivstartar|kickar|tjuvstartar)\ (?:vi\ |jag\ )?(?:igång|i\ gång|loss|av)(?=\W*$|[,.!:]
        |\ (?:nu|då|mötet|dagens|med|alla|allihop|direkt|och|hörr?ni)\b)(?!\ med\ (?:arbetet|projektet))
      | \b(?:vi\ är|nu\ är\ vi)\ (?:igång|i\ gång)\b | \bdags\ (?:att\ (?:börja|starta|sätta\ igång|köra\ igång|köra)
        |för\ (?:{_MEETING}))\b
      | \b(?:öppnar|öppnade|öppnas|inleder|startar|börjar)\ (?:(?:nu|härmed|vi|jag|då|därmed
        |ordföranden?)\ ){{0,2}}{_MEETING}\b
      | \bförklara[rs]?(?:de)?\ (?:(?:jag|härmed|nu|ordföranden?)\ ){{0,2}}{_MEETING}\ (?:för\ )?(?:öppnat|öppet
        |inlett)\b
      | \b{_MEETING}\ (?:(?:är|är\ nu|är\ härmed|förklaras|förklaras\ härmed|förklarades)\ )?(?:öppnat|öppet|öppnad
        |igång|startat|öppnas|inleds|öppnades|(?:börjar|startar)(?!\ (?:kl|klockan|vid|först|\d)))\b
      | \b(?:välkom(?:na|men)|welcome)\ (?:(?:allihop\w*|alla|ni|allesammans|hit|everyone|everybody|all|folks|back
        |åter|så\ mycket|varmt)\ ?,?\ ?){{0,3}}(?:till|to)\ (?:{_MEETING}|dagens|kvällens)
      | \b(?:let's|let\ us|lets)\ (?:just\ )?(?:start|begin|kick\ off|get\ (?:started|going|cracking)|make\ a\ start
        |crack\ on|dive\ in|go)(?=\W|$)(?!\ with\ the\ work|\ of\b|\ for\b|\ on\b)
      | \b(?:i|we)\ (?:(?:now|hereby)\ )?(?:open|start|declare|call)\ (?:this\ |{_MEETING})\ ?(?:meeting\ )?(?:open
        |to\ order|now)?(?=\W|$)
      | \b(?:calling|call(?:ed)?)\ (?:{_MEETING}\ )?to\ order\b | \bmeeting\ (?:is\ )?(?:now\ )?(?:open(?:ed)?
        |in\ session|called\ to\ order)\b
      | \b(?:we're|we\ are)\ (?:starting|beginning|kicking\ off|live|off)\b(?=\W*$|\ now|[,.!])
        | \b(?:time\ to\ (?:start|begin|kick\ off)|kicking\ off|off\ we\ go)\b
    """,
    re.IGNORECASE | re.VERBOSE,
)
_WELCOME = re.compile(
    r"""\A\W*(?:(?:hej|hejsan|god\ ?(?:morgon|förmiddag|eftermiddag|dag|kväll)|hallå|hello|hi|good\ (?:morning
        |afternoon)|då|så|och|and|a|ok|okej|varmt|hjärtligt|warm)[\s,!]+){0,4}
        (?:välkom(?:na|men)|welcome)(?:[\s,!]+(?:allihop\w*|alla|ni|allesammans|hit|vänner|everyone|everybody|all
        |folks|igen|åter|tillbaka|ska\ ni\ vara))*\W*(?:$|[,.!])""",
    re.IGNORECASE | re.VERBOSE,
)
_NOT_YET = re.compile(
    r"\b(?:strax|snart|sen|senare|väntar|vänta|avvaktar|inväntar|om\ (?:en\ (?:stund|kvart|minut)|ett\ par|några"
    r"|\d{1,2}|fem|tio)|when|när\ (?:alla|vi)|imorgon|i\ morgon"
    r"|nästa|soon|shortly|wait(?:ing)?|in\ (?:a\ (?:few|minute|moment)|\d+)|tomorrow|next)\b",
    re.IGNORECASE | re.VERBOSE,
)
_NEGATION = re.compile(
    r"\b(?:inte|ej|aldrig|när|hur|om|ifall|kanske|not|never|don't|can't|when|how|if|maybe|innan|före|before)\b",
    re.IGNORECASE,
)

# Words that close a meeting whoever is left and whatever remains of its agenda.
_STOP = r"(?:avslutar|rundar|stänger|slutar|bryter|avrundar|stannar|sätter\ punkt)"
_CLOSES = re.compile(
    rf"""\b{_MEETING}\ (?:(?:är|är\ nu|är\ härmed|är\ därmed|förklaras|förklaras\ härmed|förklarades|is|is\ now
        |is\ hereby|stands)\ )?
            (?:avslutat|avslutad|slut|över|stängt|avslutas|avslutades|stängs|adjourned|closed|over|ended
        |concluded)\b(?!\ (?:av|för\ (?:sent|tidigt)))
      | \bförklara[rs]?(?:de)?\ (?:(?:jag|härmed|nu|då|ordföranden?)\ ){{0,2}}{_MEETING}\ (?:för\ |som\ )?(?:avslutat
        |slut|stängt)\b
      | \b(?:avslutar|avslutade|stänger|avrundar|bryter|rundar\ av|slutar)\ (?:(?:vi|jag|nu|härmed|därmed|då|också
        |ordföranden?)\ ){{0,3}}{_MEETING}(?=\W|$)
      | (?:\b(?:vi|jag|då)\ {_STOP}|\b{_STOP}\ (?:vi|jag)|\A\W*{_STOP})(?:\ (?:av|nu|då|väl|också)){{0,3}}(?:\ (?:där
        |här|med\ det|nu|för\ i\ ?dag|för\ i\ kväll|för\ ikväll)){{1,2}}(?=\W*$|\W*[,.!;:–]|\ (?:kl|tack|och|klockan
        |idag|\d))
      | \A\W*(?:(?:ok|okej|bra|fint|ja|jaha|men|nej|tack)[\s,.!]+){{0,2}}(?:(?:då|nu|så
        |därmed)\ (?:avslutar|rundar|stänger|slutar)
        \ (?:vi|jag)|(?:vi|jag)\ (?:avslutar|rundar\ av))(?:\ (?:nu|då|av|väl)){{0,2}}(?=\W*$
          |[,.!]+\ *(?:tack|vi\ ses|ses|hej|bra|och\ tack)|\ (?:och\ )?tack)
      | \b(?:vi|jag)\ (?:sätter\ (?:nu\ |då\ )?punkt|stänger\ (?:nu\ )?butiken|klubbar\ av
        |knyter\ ihop\ säcken)(?=\W*$|[,.!]|\ (?:för|där|här|nu|med))
      | \b(?:rundar|avslutar|stänger)\ (?:vi|jag)\ (?:av\b(?=\W*$|[,.!]|\ (?:nu|då|för|där|här|mötet))|mötet\b)
      | \b(?:det|det\ här|detta)\ (?:var|blir|får\ (?:bli|vara))\ (?:allt|det\ hela|alltihop|slutet)(?:\ (?:vi\ hade
        |som\ stod\ på\ dagordningen))?(?:\ (?:för|i)\ (?:i\ ?dag|idag|ikväll|i\ kväll|den\ här\ gången
        |denna\ gång))(?=\W|$)
      | \bslut\ (?:för|på)\ (?:i\ ?dag|idag|i\ kväll|ikväll|mötet|dagens\ möte)\b | \b(?:är|var)\ vi\ (?:klara
        |färdiga)(?=\ för\ (?:i\ ?dag|i\ kväll|ikväll)|[!,.]\ *tack)
      | \bvi\ är\ (?:klara|färdiga)\ för\ (?:i\ ?(?:dag|kväll)|dagen|kvällen)\b | \bsätter\ (?:vi|jag)\ punkt(?=\W*$
        |\ (?:där|här
        |för\ i))|\bdär\ (?:sätter\ vi\ punkt|tar\ vi\ slut|slutar\ vi)\b | \bdärmed\ (?:är\ vi\ klara|slut)\b
      | \b(?:that's|that\ is|thats)\ (?:a\ wrap|it\ for\ (?:today|now)|all\ for\ (?:today|now)|all\ folks
        |us\ done)\b | \bthat\ (?:concludes|brings\ us\ to\ the\ end)\b
      | \b(?:we\ are|we're)\ (?:all\ )?(?:done|finished)(?=\ (?:for\ today|here)|[!,.]\ *thank)
      | \b(?:let's|let\ us|i'll|we'll|we\ will|i\ will)\ (?:just\ )?(?:close|end|stop|finish|wrap(?:\ (?:it|this
        |things))?\ up|leave\ it|call\ it)(?:\ (?:here|there|now|{_MEETING}|a\ day|for\ today)
        |(?=\W*$|[,.!]+\ *(?:thank|see\ you|bye)))
      | \b(?:and|to|hereby|now)\ (?:close|end|adjourn)\ {_MEETING}\b
      | \b(?:i|we)\ (?:(?:now|hereby)\ )?(?:declare|close|end|adjourn)\ (?:this|{_MEETING})\b(?!\ open)
    """,
    re.IGNORECASE | re.VERBOSE,
)
_THANKS = re.compile(
    r"""\b(?:tack(?:ar)?|tusen\ tack|thanks|thank\ you)(?:\ så\ mycket)?
        (?:[\s,!]+(?:allihop\w*|alla|hörr?ni|vänner|gänget|allesammans|ska\ ni\ ha|everyone|everybody|all|folks|both))*
        \ (?:för\ (?:i\ ?dag|i\ kväll|ikväll|den\ här\ gången|ett\ (?:bra|gott|fint)\ möte|(?:ert|allas)\ deltagande
        |att\ ni\ (?:kom|var\ med|deltog)|mötet|bra\ möte|visat\ intresse)
           |for\ (?:today|coming|joining|your\ time|a\ (?:good|great|productive)\ meeting
        |attending))(?!\ (?-i:[A-ZÅÄÖ]))(?=\W|$)
      | \b(?:tack|thanks|thank\ you)(?:[\s,!]+(?:alla|allihop\w*|allesammans|everyone|everybody|all|folks))\b
      | \b(?:är|var)\ vi\ (?:klara|färdiga|igenom\ (?:allt|dagordningen)|i\ mål)(?=\W*$|[,.!]) | \bdet\ var\ (?:allt
        |sista\ (?:punkten|ärendet))(?=\W*$|[,.!])
      | \b(?:we\ are|we're)\ (?:all\ )?(?:done|finished)(?=\W*$) | \b(?:that's|that\ is|thats)\ (?:it|all)(?=\W*$
        |[,.!])""",
    re.IGNORECASE | re.VERBOSE,
)
_FAREWELL = re.compile(
    r"""(?:\A|[,.!]\ *|och\ |så\ )(?:(?:då\ )?(?:vi\ )?(?:ses|hörs|syns)(?:\ vi)?(?=\W*$|[,!]|\ (?:nästa|i|på|den|om
        |igen|vid|i\ nästa|efter|till)\b)|hej\ ?då|ha\ (?:en\ |det\ )?(?:så\ )?(?:trevlig|fin|bra|skön|härlig|gott)\w*
        |trevlig\ (?:helg|kväll|sommar|lunch|fortsättning|midsommar)|glad\ (?:påsk|sommar|midsommar)|god\ (?:jul|helg
        |fortsättning)|kör\ försiktigt
        |see\ you|bye(?:\ (?:all|everyone))?|have\ a\ (?:good|great|nice|lovely)|talk\ soon|enjoy\ (?:your|the))""",
    re.IGNORECASE | re.VERBOSE,
)
_AFTERWARDS = re.compile(
    r"[,.!;]?\s*(?:\boch\b\s*)?\b(?:nästa|vi\ ses|ses|vi\ hörs|hörs|syns|återses|välkomna|next|see\ you|ha\ (?:en"
    r"|det)|trevlig)\b",
    re.IGNORECASE | re.VERBOSE,
)
# "Vi slutar 11.20" closes the meeting at 11.20, and tells of it before.
_STOPS_AT = re.compile(
    r"(?:\b(?:vi|jag|we)\ |\A\W*)(?:slutar|avslutar|bryter|stop|end|finish|ending|closing)\ (?:(?:redan|nu|kl\.?"
    r"|klockan|at|now|already)\ ){0,2}"
    r"\d{1,2}[.:]\d\d",
    re.IGNORECASE | re.VERBOSE,
)
_STOPS_LATER = re.compile(
    r"[.!]\s+(?:(?:vi|jag|mötet|we)\s+)?(?:slutar|avslutar|slutade|avslutades|ending|closing)\s+(?:(?:kl\.?|klockan"
    r"|at)\s+)?\d",
    re.IGNORECASE,
)
# Characters: an opening is looked for, and held against what is said with it, no farther.
_LONGEST = 2_000
_ABOUT_NOW = timedelta(minutes=10)
_FIGURES = re.compile(r"(?<![\d.,])([01]?\d|2[0-3])[.:]([0-5]\d)(?![\d.,]\d|\d)")
_PAUSE = re.compile(
    r"\b(?:paus\w*|rast|lunch\w*|fika\w*|kaffe\w*|bensträckare|break|coffee|minuter|minutes)\b", re.IGNORECASE
)
_BREAKS_OFF = re.compile(r"\b(?:bryter|stannar|stop)\b", re.IGNORECASE)
_CLAUSE = re.compile(r"[,.;:!–—]|\s-\s|\bmen\b|\bbut\b")


@dataclass(frozen=True)
class Opening:
    """Words that open a meeting; `at` the local time they tell."""

    at: time | None = None


@dataclass(frozen=True)
class Closing:
    """Words that close a meeting; `at` the local time they tell, `span` their place in the sentence.

    `repeated` marks words that only say again what was said before them in the same message.
    """

    at: time | None
    span: tuple[int, int]
    repeated: bool = False


def opens(text: str, call: Call, *, booked: Meeting | None) -> Opening | None:
    """Read words that open a meeting, said by one who leads about the time it is booked for."""
    if text.rstrip().endswith("?"):
        return None
    found = _opening_words(text)
    if found is None and not (_WELCOME.match(text) and _at_its_start(call, booked)):
        return None
    if _NOT_YET.search(call.text[:_LONGEST] or text):
        return None
    begins = max(call.text.find(text), 0)
    said = [_opening_words(call.text[start:stop]) is not None for start, stop in sentences(call.text)]
    before = sum(start < begins for start, _ in sentences(call.text))
    # A message that says it twice opens the meeting once: with its first plain words, before which a welcome is none.
    if any(said[:before]) or found is None and any(said):
        return None
    at = _hour(text, call)
    if at is None:
        return Opening()
    told = datetime.combine(call.now.date(), at, tzinfo=call.now.tzinfo)
    if told > call.now + timedelta(minutes=10):
        return None if found is None or not _formally(found[0]) else Opening()
    return Opening(at if call.now - told <= _JUST else None)


def _opening_words(text: str) -> re.Match[str] | None:
    found = _OPENS.search(text)
    return None if found is None or text.rstrip().endswith("?") or _negated(text, found) else found


def _formally(words: str) -> bool:
    """Tell whether the words can only be said as the meeting is opened: "mötet är öppnat, vi håller på till 15"."""
    return re.search(r"öppna|öppet|igång|välkom|welcome|open", words, re.IGNORECASE) is not None


def _at_its_start(call: Call, booked: Meeting | None) -> bool:
    if booked is None or booked.start is None or call.private:
        return False
    start = datetime.combine(booked.date, booked.start, tzinfo=call.now.tzinfo)
    return start - WELCOMED_EARLY <= call.now <= start + WELCOMED_LATE


def _negated(text: str, found: re.Match[str]) -> bool:
    """Tell whether "not", "when" or the like stands in the very clause."""
    start = max((cut.end() for cut in _CLAUSE.finditer(text, 0, found.start())), default=0)
    return _NEGATION.search(text, start, min(len(text), found.end() + 6)) is not None


def closes(text: str, call: Call, meeting: Meeting) -> Closing | None:
    """Read words that close the open meeting, said by one who leads.

    Thanks and farewells do so only near its booked end, or when nothing is left on the agenda: the one who leads
    thanks a guest, too, and wishes somebody who leaves a nice evening.
    """
    if text.rstrip().endswith("?"):
        return None
    found = _closing_words(text)
    if found is not None:
        return _closing(text, found, call, meeting)
    found = _STOPS_AT.search(text)
    if found is not None and _about_now(_hour_told(found[0], call, meeting), call):
        return _closing(text, found, call, meeting)
    found = _THANKS.search(text)
    if found is not None and (_nothing_left(call, meeting) or _late(call, meeting) or _FAREWELL.search(text)):
        return _closing(text, found, call, meeting)
    found = _FAREWELL.search(text)
    if found is not None and not call.thread and _late(call, meeting) and _nothing_left(call, meeting):
        return _closing(text, found, call, meeting)
    return None


def _about_now(at: time | None, call: Call) -> bool:
    if at is None:
        return False
    return abs(datetime.combine(call.now.date(), at, tzinfo=call.now.tzinfo) - call.now) <= _ABOUT_NOW


def _closing_words(text: str) -> re.Match[str] | None:
    """Find the words that close a meeting by themselves; not those that only break off for a while."""
    found = _CLOSES.search(text)
    if found is None or _negated(text, found) or (_BREAKS_OFF.search(found[0]) and _PAUSE.search(text)):
        return None
    return found


def _closing(text: str, found: re.Match[str], call: Call, meeting: Meeting) -> Closing:
    after = _AFTERWARDS.search(text, found.end())
    end = after.start() if after is not None else len(text)
    begins = call.text.find(text)
    earlier = begins > 0 and any(
        _closing_words(call.text[start:stop]) or _THANKS.search(call.text, start, stop)
        for start, stop in sentences(call.text[:begins])
    )
    later = "" if begins < 0 else call.text[begins + len(text) :]
    at = _hour_told(text[:end], call, meeting)
    if at is None and (said_after := _closing_words(later) or _STOPS_LATER.search(later)) is not None:
        at = _hour_told(later[said_after.start() :][:60], call, meeting)
    return Closing(at, (0, end), repeated=earlier)


def _hour(text: str, call: Call) -> time | None:
    """Give the first hour told; figures with a point between are one here: "19.02 öppnas mötet"."""
    figures = _FIGURES.search(text)
    return time(int(figures[1]), int(figures[2])) if figures is not None else clock_in(text, call)


def _hour_told(text: str, call: Call, meeting: Meeting) -> time | None:
    at = _hour(text, call)
    if at is None:
        return None
    told = datetime.combine(call.now.date(), at, tzinfo=call.now.tzinfo)
    begun = meeting.started_at or call.now - timedelta(hours=12)
    return at if begun <= told <= call.now + timedelta(minutes=15) else None


def _nothing_left(call: Call, meeting: Meeting) -> bool:
    """Tell whether the last item of the agenda, or the last but one, is under way."""
    order = [entry.item.id for entry in agenda(call.record, meeting.id)]
    now = call.item or meeting.item_now
    return not order or now in order[-2:]


def _late(call: Call, meeting: Meeting) -> bool:
    if meeting.end is None:
        return False
    return call.now >= datetime.combine(meeting.date, meeting.end, tzinfo=call.now.tzinfo) - NEAR_THE_END
