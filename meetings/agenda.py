"""The agenda of a meeting: which items, in which order, under which numbers, and which of them some words mean."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from meetings.agenda_order import items_of, matters_of
from meetings.item_words import ABBREVIATED, DERIVED, WEAK, Word, fit, word_set, words_of
from meetings.record import Item, Record
from meetings.words import fold

# How much better the best item must fit for the others to be left out.
_CLEARLY = 0.12
_ENOUGH = 0.6
_LONGEST_LEAD = 70

# "4", "punkt 4", "p4", "p. 4", "§ 629"; no time, date or amount.
_NUMBER = re.compile(
    r"""\s*(?:(?P<word>punkten|punkt|pkt|p|nr|nummer|item|ärende|paragraf|§)\s*\.?\s*)?
        (?P<number>\d{1,4})(?!\w)(?![.:/,-]?\d)""",
    re.IGNORECASE | re.VERBOSE,
)
_AFTER_NUMBER = re.compile(r"\s*:(?=\s|$)\s*|[^\S\n]+[-–—](?=\s)\s*|\.(?=\s)\s*|\s*\.?\s*(?:\n|$)")
_ORDINALS = ("första", "andra", "tredje", "fjärde", "femte", "sjätte", "sjunde", "åttonde", "nionde", "tionde")
# What parts the name of an item from what is said about it.
_SEPARATOR = re.compile(r"\s*:(?=\s|$)\s*|[^\S\n]+[-–—]+(?=\s)\s*|\s*\n\s*|\s*,(?=\s)\s*")
_DECISION_WORD = re.compile(r"\s*\b(?:beslut|beslutar|beslutas|beslutade|decision)\b", re.IGNORECASE)
# "Dagordningen godkänns": the sentence is about the item, and is kept whole.
_SETTLED = re.compile(
    r"\s+(?:godkän\w+|gicks\s+igenom|gås\s+igenom|genomgås|läggs\s+till\s+handlingarna|(?:is|was|are|were)\s+approved|approved)\b",
    re.IGNORECASE,
)
# A number that is the subject of its sentence: "punkt 4 är viktigast", "punkt 4 och 5".
_GOES_ON = re.compile(
    r"\s*(?:är|var|blir|blev|har|hade|utgår|stryks|bordläggs|skjuts|flyttas|lyfts|lyftes|tas|behövs|hoppas|före|efter|kan|ska|skall|skulle|borde|bör|måste|tar|tog|känns|verkar|och|o|eller|till|på|som|\?|,|/|-\d"
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


@dataclass(frozen=True)
class Entry:
    """An item as it stands on an agenda, with its number: "4", or "§ 629" in a protokoll."""

    number: str
    item: Item


def agenda(record: Record, meeting: str) -> tuple[Entry, ...]:
    """Give a meeting's agenda: standing head, what was left over, what was proposed, standing tail; wishes followed.

    An item without a meeting of its own belongs to the next one to be held. Removed items are gone; in a protokoll the
    numbers run on from the paragraphs of the meetings held before.
    """
    found = record.meetings.get(meeting)
    if found is None or record.settings is None:
        return ()
    items = items_of(record, found)
    first = record.settings.first_paragraph
    if first is None:
        return tuple(Entry(str(number), item) for number, item in enumerate(items, 1))
    for held in record.held():
        if held.id == meeting:
            break
        first += len(items_of(record, held))
    return tuple(Entry(f"§ {number}", item) for number, item in enumerate(items, first))


def with_matters(record: Record, meeting: str) -> tuple[Entry, ...]:
    """Give a meeting's agenda with the matters under an item after it, under its number."""
    found = record.meetings.get(meeting)
    rows: list[Entry] = []
    for entry in agenda(record, meeting):
        rows.append(entry)
        if found is not None and entry.item.standing:
            rows += [Entry(entry.number, matter) for matter in matters_of(record, found, entry.item.id)]
    return tuple(rows)


def matter_meant(text: str, matters: Sequence[Item]) -> Item | None:
    """Give the one matter among those under an item that a text shares its words with, None when none clearly does."""
    said = {word.text for word in words_of(text)}
    shared = [(len(said & (own := {word.text for word in words_of(one.title)})), len(own), one) for one in matters]
    fitting = [(hits, one) for hits, size, one in shared if hits >= min(size, max(2, size // 3))]
    best = max((hits for hits, _ in fitting), default=0)
    found = [one for hits, one in fitting if hits == best and hits]
    return found[0] if len(found) == 1 else None


def find_items(words: str, entries: Sequence[Entry]) -> tuple[Entry, ...]:
    """Give the items that words mean, by number or by title; several when none fits clearly best."""
    numbered = _NUMBER.fullmatch(words.strip().rstrip(".:)"))
    if numbered:
        entry = _by_number(numbered["number"], entries)
        if entry is not None:
            return (entry,)
    folded = fold(words).strip("\"'”“»« ")
    ordinal = next(
        (n for n, word in enumerate(_ORDINALS) if folded in (f"{word} punkten", f"den {word} punkten")), None
    )
    if ordinal is not None:
        return tuple(entries[ordinal : ordinal + 1])
    same = tuple(entry for entry in entries if fold(entry.item.title).strip("\"'”“»« ") == folded)
    if same:
        return same
    said = words_of(words)
    fits = [(one, entry) for entry in entries if (one := fit(said, entry.item.title)).said >= _ENOUGH]
    strong = [(one, entry) for one, entry in fits if one.strong]
    return _best((one.score, entry) for one, entry in strong or fits)


def read_lead(text: str, entries: Sequence[Entry]) -> tuple[Entry, int] | None:
    """Tell which item a text begins by naming, and where the rest begins; None when it names none.

    The rest begins at 0 when the words that name the item belong to what is said: "Dagordningen godkänns".
    """
    return _numbered_lead(text, entries) or _titled_lead(text, 0, entries)


def _numbered_lead(text: str, entries: Sequence[Entry]) -> tuple[Entry, int] | None:
    found = _NUMBER.match(text)
    if not found:
        return None
    entry = _by_number(found["number"], entries)
    end = found.end()
    after = _AFTER_NUMBER.match(text, end)
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
        whole = words_of(entry.item.title) if entry else ()
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
    best = _best(sure)
    return best[0] if len(best) == 1 else None


def _first_word(word: Word, entries: Sequence[Entry]) -> Entry | None:
    if len(word.text) < 5 or word.text in _LEADS_ELSEWHERE | _ORGANISATIONS | WEAK:
        return None
    fitting = [
        entry
        for entry in entries
        if (first := words_of(entry.item.title)[:1]) and fit((word,), first[0].text).said >= ABBREVIATED
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


def _by_number(number: str, entries: Sequence[Entry]) -> Entry | None:
    wanted = (number, f"§ {number}")
    named = next((entry for entry in entries if entry.number in wanted), None)
    place = int(number)
    return named or (entries[place - 1] if 1 <= place <= len(entries) else None)


def _best(scored: Iterable[tuple[float, Entry]]) -> tuple[Entry, ...]:
    ranked = sorted(scored, key=lambda pair: -pair[0])
    return tuple(entry for score, entry in ranked if score > ranked[0][0] - _CLEARLY)
