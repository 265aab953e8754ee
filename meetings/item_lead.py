"""Which item of the agenda a line begins by naming, and where what is said under it begins."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from meetings.agenda import NUMBER, Entry, best, by_number
from meetings.item_words import (
    ABBREVIATED,
    DERIVED,
    INFLECTED,
    WEAK,
    Word,
    beginnings,
    fit,
    likeness,
    word_set,
    words_of,
    words_of_title,
)
from meetings.words import fold

_LONGEST_LEAD = 70

_AFTER_NUMBER = re.compile(r"\s*:(?=\s|$)\s*|[^\S\n]+[-–—](?=\s)\s*|\.(?=\s)\s*|\s*\.?\s*(?:\n|$)")
# What parts the name of an item from what is said about it.
_SEPARATOR = re.compile(
    r"\s*[*_]*:[*_]*(?=\s|$)\s*|[^\S\n]+(?:[-–—]+|→|[-=]+>|=)(?=\s)\s*|\s*\n\s*|\s*[,;](?=\s)\s*|[*_]*\.[*_]*\s+(?=[A-ZÅÄÖ\d])"
)
_DECISION_WORD = re.compile(r"\s*\b(?:beslut|beslutar|beslutas|beslutade|decision)\b", re.IGNORECASE)
# "ang. lokalerna: …", "när det gäller Trisam så …", "tillbaka till punkt 3: …": what says that an item is named now.
_LEADS_IN = re.compile(
    r"""\A[\s*_#]*(?:(?:och|men|sen|sedan|så|då|nu|ok|okej|and|so|then)[\s,]+)?(?P<lead>
        (?:(?:(?P<sure>ang\.(?=[\s:])|ang|angående|gällande|beträffande|avseende|rörande|apropå|när\s+det\s+gäller|vad\s+gäller
            |i\s+frågan\s+om|under\s+(?:punkten|rubriken)|på\s+punkten|regarding|re|concerning|as\s+for|under\s+item)
          |om|kring|under|på|till|tillbaka\s+till|åter\s+till|för|about|on|under|back\s+to|to)(?<=[\w.]):?\s+)?)""",
    re.IGNORECASE | re.VERBOSE,
)
_TELLS_WHEN = re.compile(r"(?:på|till|för|om|to|on|about)\b", re.IGNORECASE)
# Titles that also begin what is said at any time: "välkommen Malin", "information finns på nätet".
_SAID_AT_ANY_TIME = word_set("välkommen välkomna inledning welcome information info rapport rapporter")
# "Dagordningen godkänns": the sentence is about the item, and is kept whole.
_SETTLED = re.compile(
    r"\s+(?:godkän\w+|gicks\s+igenom|gås\s+igenom|genomgås|läggs\s+till\s+handlingarna|(?:is|was|are|were)\s+approved|approved)\b",
    re.IGNORECASE,
)
# A number that is the subject of its sentence: "punkt 4 är viktigast", "punkt 4 och 5".
_GOES_ON = re.compile(
    r"\s*(?:klar|färdig|avklarad|done|är|var|blir|blev|har|hade|utgår|stryks|bordläggs|skjuts|flyttas|lyfts|lyftes|tas|behövs|hoppas|före|efter|kan|ska|skall|skulle|borde|bör|måste|tar|tog|känns|verkar|och|o|eller|till|på|som|\?|,|/|-\d"
    r"|is|was|has|can|should|must|and|or)(?!\w)",
    re.IGNORECASE,
)
_LEADS_ELSEWHERE = word_set(
    """
    beslut beslutar beslutas not notera notering anteckning uppgift uppgifter åtgärd åtgärder fråga
    frågor övrig obs ps nb punkt punkter närvarande närvaro frånvarande frånvaro överenskommelse rättelse
    förslag todo hej svar bilaga länk decision note action todo question agreed agreement correction
    present absent agenda
    """
)
_ORGANISATIONS = word_set(
    """
    af fk arbetsförmedlingen försäkringskassan kommunen kommun regionen region ifo ame ho vux hc
    hälsocentralen skolan skola primärvården psykiatrin vården landstinget socialtjänsten elevhälsan
    polisen
    """
)


def may_lead(text: str, titles: Iterable[str]) -> bool:
    """Tell whether a text can begin by naming an item: by a number, or with a word like one of a title's.

    Cheaper than making the agenda, and said of most that is written in a meeting: no.
    """
    lead_in = _LEADS_IN.match(text)
    begin = lead_in.end() if lead_in else 0
    if NUMBER.match(text, begin):
        return True
    starts = beginnings(tuple(titles))
    return any(word.text.startswith(starts) for word in words_of(text[begin : begin + _LONGEST_LEAD]))


def read_lead(text: str, entries: Sequence[Entry], *, heading: bool = True) -> tuple[Entry, int] | None:
    """Tell which item a text begins by naming, and where the rest begins; None when it names none.

    The rest begins at 0 when the words that name the item belong to what is said: "Dagordningen godkänns". `heading`
    lets a line that is nothing but the name of an item be its heading.
    """
    lead_in = _LEADS_IN.match(text)
    begin = lead_in.end() if lead_in else 0
    found = _numbered_lead(text, begin, entries) or _titled_lead(text, begin, entries)
    if found is not None:
        # "till nästa möte: …" tells when; only "nästa möte: …" names the item.
        return None if lead_in and _TELLS_WHEN.match(lead_in["lead"]) and _is_to_come(found[0]) else found
    if text.rstrip().endswith("?"):
        return None
    if heading and (entry := _heading(text, entries)) is not None:
        return entry, len(text)
    sure = lead_in is not None and lead_in["sure"] is not None
    if lead_in and _TELLS_WHEN.match(lead_in["lead"]):
        return None
    entry = _whole_title(text[begin:], entries, part=sure)
    return (entry, 0) if entry is not None else None


def _is_to_come(entry: Entry) -> bool:
    return fold(entry.item.title).startswith(("nästa", "kommande", "next", "coming"))


def _heading(text: str, entries: Sequence[Entry]) -> Entry | None:
    """Give the item whose name is all that a line says: "Lokaler", "**TRISAM**"."""
    plain = text.strip(" \t*_#.!")
    return _named(plain, entries) if len(plain) <= _LONGEST_LEAD and text.lstrip()[:1] not in "-•–" else None


def _whole_title(text: str, entries: Sequence[Entry], *, part: bool) -> Entry | None:
    """Give the item whose whole title a sentence begins with: "trisam inget nytt"; `part`: a part of one will do."""
    said = words_of(text[:_LONGEST_LEAD])
    if not said or said[0].text in _LEADS_ELSEWHERE:
        return None
    fitting = []
    for entry in entries:
        titled = words_of_title(entry.item.title)
        common = all(word.text in WEAK | _ORGANISATIONS | _SAID_AT_ANY_TIME for word in titled)
        if not titled or (common and (len(titled) == 1 or not _is_to_come(entry))):
            continue
        after = text[said[len(titled) - 1].end :] if len(said) >= len(titled) else ""
        if len(titled) == 1 and not part and _GOES_ON.match(after):
            continue
        same = [likeness(one.text, other.text) >= INFLECTED for one, other in zip(said, titled, strict=False)]
        if len(same) == len(titled) and all(same) and not text[: said[0].start].strip(' *_"”“'):
            fitting.append(entry)
    if fitting or not part:
        return fitting[0] if len(fitting) == 1 else None
    parts = (_named(text[: word.end], entries) for word in reversed(said[:3]))
    return next((entry for entry in parts if entry is not None), None)


def _numbered_lead(text: str, begin: int, entries: Sequence[Entry]) -> tuple[Entry, int] | None:
    found = NUMBER.match(text, begin)
    if not found:
        return None
    entry = by_number(found["number"], entries)
    end = found.end()
    after = _AFTER_NUMBER.match(text, end)
    # "om 3 veckor", "till 4 - 5 personer": after such a word a bare number needs its colon.
    if text[:begin].strip(" *_#") and not found["word"] and not (after and ":" in after[0]):
        return None
    begin = after.end() if after else end + len(text[end : end + 2]) - len(text[end : end + 2].lstrip(". "))
    titled = _titled_lead(text, begin, entries, sure=entry)
    if titled is not None:
        return titled
    if entry is None:
        return None
    if after and (found["word"] or "." not in after[0] or begin == len(text)):
        return entry, begin
    if found["word"] and not _GOES_ON.match(text, end):
        return entry, end + _blanks(text, end)
    return None


def _titled_lead(
    text: str, begin: int, entries: Sequence[Entry], sure: Entry | None = None
) -> tuple[Entry, int] | None:
    """Read a title, or an unmistakable part of one, at `begin`; `sure` is the item its number has named already."""
    window = text[begin : begin + _LONGEST_LEAD]
    for separator in _SEPARATOR.finditer(window):
        lead = window[: separator.start()]
        decision = _DECISION_WORD.search(lead)
        if decision:
            lead = lead[: decision.start()]
        entry = _named(lead, entries)
        if entry is not None:
            rest = decision.start() + _blanks(window, decision.start()) if decision else separator.end()
            return entry, begin + rest
        if ":" in separator[0] or "\n" in separator[0]:
            break
    return _opening(text, begin, window, entries, sure)


def _opening(
    text: str, begin: int, window: str, entries: Sequence[Entry], sure: Entry | None
) -> tuple[Entry, int] | None:
    """Read a title that no separator ends: a whole message, "Dagordningen godkänns", "8 Power BI statistiksida"."""
    settled = _SETTLED.search(window)
    if settled:
        entry = _named(window[: settled.start()], entries)
        if entry is not None:
            return entry, begin
    if len(text) - begin <= _LONGEST_LEAD and sure is not None:
        entry = _named(window.rstrip(" .!"), entries)
        if entry is not None:
            return entry, len(text)
    # "Uppdrag enl styrelsen: …": the title's first word, and more words before the colon; nothing is cut away.
    colon = re.match(r"[^:\n,]{3,60}:(?=\s)", window)
    said = words_of(colon[0]) if colon else ()
    if said and sure is None and not _DECISION_WORD.search(colon[0] if colon else ""):
        entry = _first_word(said[0], entries) if not window[: said[0].start].strip() else None
        whole = words_of_title(entry.item.title) if entry else ()
        if entry is not None and len(said) <= 3 and not any(word.text.isdigit() for word in said):
            return entry, (begin + len(colon[0]) + 1 if len(whole) == 1 and len(said) == 2 and colon else begin)
    if sure is not None:
        end = _length_of_title(window, sure)
        if end:
            return sure, begin + end
    return None


def _named(lead: str, entries: Sequence[Entry]) -> Entry | None:
    """Give the one item that a lead names beyond doubt."""
    said = words_of(lead)
    if not said or len(said) > 8 or "?" in lead:
        return None
    if all(word.text in _LEADS_ELSEWHERE for word in said):
        return None
    exact = [entry for entry in entries if fold(entry.item.title) == fold(lead)]
    if len(exact) == 1:
        return exact[0]
    if all(word.text in _ORGANISATIONS for word in said):
        return None
    if len(said) == 1 and said[0].text in ("info", "information"):
        fits_first = [entry for entry in entries if fold(entry.item.title).startswith("info")]
        return fits_first[0] if len(fits_first) == 1 else None
    fits = [(fit(said, entry.item.title), entry) for entry in entries]
    sure = [
        (one.score, entry)
        for one, entry in fits
        if one.strong and one.said >= DERIVED - 0.01 and one.weakest >= DERIVED - 0.01
    ]
    found = best(sure)
    return found[0] if len(found) == 1 else None


def _first_word(word: Word, entries: Sequence[Entry]) -> Entry | None:
    if len(word.text) < 5 or word.text in _LEADS_ELSEWHERE | _ORGANISATIONS | WEAK:
        return None
    fitting = [
        entry
        for entry in entries
        if (first := words_of_title(entry.item.title)[:1]) and fit((word,), first[0].text).said >= ABBREVIATED
    ]
    return fitting[0] if len(fitting) == 1 else None


def _length_of_title(window: str, entry: Entry) -> int:
    """Give how far into the text the words of an item's title reach, 0 when it does not begin with them."""
    end = 0
    for word in words_of(window):
        if window[end : word.start].strip(" \t\"'”“»«&-–") and end:
            break
        if not end and window[: word.start].strip():
            return 0
        if fit((word,), entry.item.title).said < DERIVED - 0.01:
            break
        end = word.end
    return end + _blanks(window, end) if end else 0


def _blanks(text: str, begin: int) -> int:
    return len(text[begin:]) - len(text[begin:].lstrip())
