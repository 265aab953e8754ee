"""The agenda of a meeting: which items, in which order, under which numbers, and which of them some words mean."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from meetings.agenda_order import items_of, matters_of
from meetings.item_words import fit, words_of, words_of_title
from meetings.record import Item, Record
from meetings.words import fold

# How much better the best item must fit for the others to be left out.
_CLEARLY = 0.12
_ENOUGH = 0.6

# "4", "punkt 4", "p4", "p. 4", "§ 629"; no time, date or amount.
NUMBER = re.compile(
    r"""\s*(?:(?P<word>punkten|punkt|pkt|p|nr|nummer|item|ärende|paragraf|§)\s*\.?\s*)?
        (?P<number>\d{1,4})(?::?[ae]n)?(?!\w)(?![.:/,-]?\d)""",
    re.IGNORECASE | re.VERBOSE,
)
_FIGURES = ("ett", "två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio", "tio", "elva", "tolv")
_SPELT = re.compile(rf"(?:punkt|ärende|nummer|nr)\s+(?P<figure>{'|'.join(_FIGURES)})")
_ORDINALS = ("första", "andra", "tredje", "fjärde", "femte", "sjätte", "sjunde", "åttonde", "nionde", "tionde")


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
        first = held.next_paragraph or first + len(items_of(record, held))
    return tuple(Entry(f"§ {number}", item) for number, item in enumerate(items, first))


def with_matters(record: Record, meeting: str) -> tuple[Entry, ...]:
    """Give a meeting's agenda with the matters under an item after it, under its number."""
    found = record.meetings.get(meeting)
    if not any(item.under is not None for item in record.items.values()):
        return agenda(record, meeting)
    rows: list[Entry] = []
    for entry in agenda(record, meeting):
        rows.append(entry)
        if found is not None and entry.item.standing:
            rows += [Entry(entry.number, matter) for matter in matters_of(record, found, entry.item.id)]
    return tuple(rows)


def matter_meant(text: str, matters: Sequence[Item]) -> Item | None:
    """Give the one matter among those under an item that a text shares its words with, None when none clearly does."""
    said = {word.text for word in words_of(text)}
    shared = [
        (len(said & (own := {word.text for word in words_of_title(one.title)})), len(own), one) for one in matters
    ]
    fitting = [(hits, one) for hits, size, one in shared if hits >= min(size, max(2, size // 3))]
    best = max((hits for hits, _ in fitting), default=0)
    found = [one for hits, one in fitting if hits == best and hits]
    return found[0] if len(found) == 1 else None


def find_items(words: str, entries: Sequence[Entry]) -> tuple[Entry, ...]:
    """Give the items that words mean, by number or by title; several when none fits clearly best."""
    numbered = NUMBER.fullmatch(words.strip().rstrip(".:)"))
    if numbered:
        entry = by_number(numbered["number"], entries)
        if entry is not None:
            return (entry,)
    folded = fold(words).strip("\"'”“»« ")
    spelt = _SPELT.fullmatch(folded)
    if spelt:
        return find_items(str(_FIGURES.index(spelt["figure"]) + 1), entries)
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
    return best((one.score, entry) for one, entry in strong or fits)


def by_number(number: str, entries: Sequence[Entry]) -> Entry | None:
    """Give the item with a number, or at that place of the agenda."""
    wanted = (number, f"§ {number}")
    named = next((entry for entry in entries if entry.number in wanted), None)
    place = int(number)
    return named or (entries[place - 1] if 1 <= place <= len(entries) else None)


def best(scored: Iterable[tuple[float, Entry]]) -> tuple[Entry, ...]:
    """Give the items with the best score, and those that are hardly worse."""
    ranked = sorted(scored, key=lambda pair: -pair[0])
    return tuple(entry for score, entry in ranked if score > ranked[0][0] - _CLEARLY)
