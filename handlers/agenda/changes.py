"""Rename items, plan their length and who presents them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from handlers.agenda import wording as say
from handlers.agenda.items import owner_of
from handlers.agenda.meant import check_may_change, one_item, plainly
from handlers.agenda.titles import capital, minutes_in, read_wish
from handlers.command import Call, Claim, Command, Example, Outcome, React, Sentence
from meetings.facts import ItemChanged, Owner
from meetings.people import resolve

# "punkt: Sommarjobb 90 min" asks for a new item, and changes none.
_PROPOSES = re.compile(
    r"\A\W*(?:ny\w*\s+)?(?:punkt(?:er)?|ärenden?|övriga?\s+fråg(?:a|or)|agenda\s+items?|items?)\s*:", re.IGNORECASE
)
_PRESENTED = re.compile(r"presenter|föredra")


@dataclass(frozen=True)
class ChangeItem:
    """Give an item another title, length or person to present it."""

    words: str
    title: str | None = None
    minutes: int | None = None
    owner: str | None = None


def read_change(sentence: Sentence, call: Call) -> Sequence[Claim[ChangeItem]]:
    """Find another title, length or person for an item."""
    text = sentence.text[: say.LONGEST_CHANGE]
    if not (say.CHANGE_HINT.search(text) or say.PRESENTS.match(text) or _PRESENTED.search(text)):
        return ()
    whole = (0, len(sentence.text))
    text = say.CORRECTS.sub("", text)
    renamed = say.RENAME.search(text)
    if renamed:
        words = renamed["what"] or renamed["what2"]
        title = read_wish(renamed["title"] or renamed["title2"], (), plain=False).title
        if title and plainly(words, call):
            return [Claim(ChangeItem(words, title=capital(title)), whole)]
    lasts = say.LASTS.match(text)
    if lasts and plainly(lasts["what"], call):
        minutes = int(lasts["figure"]) if lasts["figure"] else minutes_in(lasts["word"])
        return [Claim(ChangeItem(lasts["what"], minutes=minutes), whole)]
    before = _of_coming(text, call)
    if before:
        return [Claim(one, whole if number == 0 else (0, 0)) for number, one in enumerate(before)]
    presents = say.PRESENTS.match(text)
    if presents and plainly(presents["what"], call):
        return [Claim(ChangeItem(presents["what"], owner=presents["who"]), whole)]
    return ()


def _of_coming(text: str, call: Call) -> tuple[ChangeItem, ...]:
    """Read who presents items of a meeting to come, and how long they are to take."""
    if call.during is not None or text.rstrip().endswith("?") or _PROPOSES.match(text):
        return ()
    presents = say.WILL_PRESENT.match(text)
    if presents is not None:
        words = presents["what"] or presents["what2"]
        who = presents["who"] or presents["who2"]
        known = who.casefold() == "jag" or resolve(who, call.record.members).person is not None
        if known and plainly(words, call) and not say.PRONOUN.match(words):
            minutes = minutes_in(presents["length"]) if presents["length"] else None
            return (ChangeItem(words, minutes=minutes, owner=who),)
    if say.LENGTHS.match(text) is None:
        return ()
    lengths = list(say.ONE_LENGTH.finditer(text))
    if not all(plainly(one["what"], call) for one in lengths):
        return ()
    return tuple(ChangeItem(one["what"].strip(), minutes=int(one["figure"])) for one in lengths)


def change_item(intent: ChangeItem, call: Call) -> Outcome:
    """Change what an item is called, how long it is to take or who presents it."""
    entry = one_item(intent.words, call, lambda number: _told_again(intent, number))
    if isinstance(entry, Outcome):
        return entry
    owner: Owner | None = None
    if intent.owner is not None:
        people = call.record.members
        if resolve(intent.owner, people).person is None and intent.owner.casefold() != "jag":
            return Outcome()
        owner = owner_of("@me" if intent.owner.casefold() == "jag" else intent.owner, call)
    else:
        check_may_change(entry, call)
    fact = ItemChanged(**call.base, item=entry.item.id, title=intent.title, minutes=intent.minutes, owner=owner)
    return Outcome((fact,), (React(),))


def _told_again(intent: ChangeItem, number: str) -> str:
    if intent.title is not None:
        return f"byt namn på punkt {number} till {intent.title}"
    return f"punkt {number} ska vara {intent.minutes} min" if intent.minutes else f"{intent.owner} drar punkt {number}"


CHANGE_ITEM: Command[ChangeItem] = Command(
    name="change_item",
    words={"sv": ("byt namn på punkt",), "en": ("rename item",)},
    read=read_change,
    handle=change_item,
    cues=(say.CHANGE_HINT, say.PRESENTS, _PRESENTED),
    examples=(
        Example("byt namn på punkt 5 till Flytten till Strandgatan", gives=("item_changed",), lead=True),
        Example("punkt 5 ska vara 20 min", gives=("item_changed",), lead=True),
        Example("rename item 5 to Moving house", gives=("item_changed",), language="en", lead=True),
    ),
)
