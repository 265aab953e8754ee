"""What holds whatever people write: nothing crashes, edits count as if written so at once, arrival makes no difference.

All is played through `bot.turn.take` on a ledger in memory; the database has its own tests.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from functools import cache
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.platform import Author, Deleted, Event, Reacted, Written
from bot.turn import Turn, take
from documents import RENDERERS
from documents.text import to_text
from handlers.command import Answer, Post, Tell
from handlers.groups.founding import found
from meetings.compile import compile_minutes
from meetings.facts import Fact, dump, load
from meetings.history import History, LatestMinutes, Wanted
from meetings.language import texts_for
from meetings.late import late_changes
from meetings.ledger import Ledger
from meetings.minutes import Minutes
from tests.bot.channel import CHANNEL, LEAD, MEETING, group
from tests.writing import END, MEMBERS, START, STRANGER, TEXTS, Line, as_it_came, channels, edited, in_place, written

# A wide net for what reads people's words; the same one every time in CI (see conftest).
MANY = settings(
    max_examples=int(os.environ.get("MYSAM_EXAMPLES", "250")),
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
FEWER = settings(MANY, max_examples=max(60, MANY.max_examples // 4))

FOUNDED = datetime(2026, 9, 1, 8, tzinfo=UTC)


def taken(event: Event, ledger: Ledger) -> Turn:
    """Give what an event brings about in a group of which nothing lies further back than its ledger."""
    history = History()
    while True:
        try:
            return take(event, ledger, history)
        except Wanted as wanted:
            nothing = None if isinstance(wanted.query, LatestMinutes) else ()
            history = history.knowing(wanted.query, nothing)


def play(events: Iterable[Event], ledger: Ledger) -> Ledger:
    """Let a ledger have its turn with each event, as the desk does."""
    for event in events:
        turn = taken(event, ledger)
        ledger.append(turn.outcome.facts)
        ledger.blank(turn.blank)
    return ledger


@cache
def facts_until(phase: str, kind: str = "notes") -> tuple[Fact, ...]:
    """Give the facts of the standard group before, in or after its meeting; `kind` chooses what it writes."""
    chosen: Mapping[str, Mapping[str, Any]] = {
        "notes": {},
        "protokoll": {"document": "protokoll", "style": "protokoll", "first_paragraph": 41},
        "english": {"language": "en", "level": "individual"},
    }
    facts = found(group(**chosen[kind]), FOUNDED).facts
    opening = Written(CHANNEL, Author(LEAD, LEAD), "opening", START, "@mötesbot starta mötet")
    talk = Line(MEMBERS[1], "Vi har fått in tolv nya ärenden sedan i somras", 1)
    closing = Written(CHANNEL, Author(LEAD, LEAD), "closing", END, "@mötesbot avsluta mötet")
    course: dict[str, list[Event]] = {"before": [], "during": [opening, written(0, talk)]}
    course["after"] = [*course["during"], closing]
    return tuple(play(course[phase], Ledger(facts)).facts)


def moment(phase: str) -> int:
    return {"before": -3 * 24 * 60, "during": 10, "after": 24 * 60}[phase]


def shown(minutes: Minutes) -> dict[str, Any]:
    """Give what minutes say, without what the coordinator is told about late changes."""
    data = minutes.model_dump(mode="json", by_alias=True)
    data["checks"] = [check for check in data["checks"] if check["code"] != "changed_after_end"]
    return data


def minutes_of(ledger: Ledger, meeting: str = MEETING) -> Minutes:
    return compile_minutes(ledger.record, meeting, late_changes(ledger, meeting))


# -------------------------------------------------------------------------------------- any text at all

PHASES = st.sampled_from(("before", "during", "after"))
WRITERS = st.sampled_from((LEAD, MEMBERS[0], MEMBERS[2], STRANGER, "", "\x00 \n"))
KINDS = st.sampled_from(("notes", "notes", "protokoll", "english"))


def check_whole(turn: Turn, ledger: Ledger) -> None:
    """Look at everything a turn leads to: what is said, kept, folded and printed."""
    for reply in turn.outcome.replies:
        if isinstance(reply, Tell | Answer | Post):
            assert to_text(reply.document).strip()
    for fact in turn.outcome.facts:
        payload, words = dump(fact)
        assert load(payload, words) == fact
        load(payload, {})
    after = ledger.after(turn.outcome.facts)
    ids = [fact.id for fact in after.facts]
    assert len(set(ids)) == len(ids)
    for meeting in after.record.held():
        minutes = minutes_of(after, meeting.id)
        for render in RENDERERS.values():
            assert render(minutes, texts_for(minutes.language))


@MANY
@given(text=TEXTS, phase=PHASES, who=WRITERS, how=st.sampled_from(("channel", "mention", "private")), kind=KINDS)
def test_no_text_in_any_phase_is_too_much(text: str, phase: str, who: str, how: str, kind: str) -> None:
    ledger = Ledger(facts_until(phase, kind))
    line = Line(who, f"@mötesbot {text}" if how == "mention" else text, moment(phase), how == "private")
    turn = taken(written(1, line), ledger)
    check_whole(turn, ledger)
    if how != "channel" and who in (LEAD, *MEMBERS) and text.strip():
        replied = bool(turn.outcome.replies) or bool(turn.outcome.facts)
        assert replied or _says_nothing(text), "silence after being addressed"


def _says_nothing(text: str) -> bool:
    """Tell whether all of a text is set aside: quotes, code, what follows a backslash."""
    return any(mark in text for mark in ("\\", ">", "`")) or not text.strip().strip("\ufeff\u200b\x00")


@FEWER
@given(first=TEXTS, second=TEXTS, phase=PHASES, who=WRITERS, private=st.booleans(), kind=KINDS)
def test_no_edit_in_any_phase_is_too_much(
    first: str, second: str, phase: str, who: str, private: bool, kind: str
) -> None:
    line = Line(who, first, moment(phase), private, ((1, second), (2, first), (3, second)))
    ledger = play([written(1, line)], Ledger(facts_until(phase, kind)))
    for number in range(3):
        turn = taken(edited(1, line, number), ledger)
        check_whole(turn, ledger)
        ledger.append(turn.outcome.facts)
        ledger.blank(turn.blank)
    gone = written(1, line)
    check_whole(taken(Deleted(gone.conversation, gone.author, "k1", gone.at, "gone", private), ledger), ledger)


@FEWER
@given(st.lists(st.tuples(TEXTS, WRITERS, st.booleans(), st.sampled_from((0, 0, 1, 40))), min_size=2, max_size=6))
def test_no_conversation_is_too_much(said: list[tuple[str, str, bool, int]]) -> None:
    ledger = Ledger(facts_until("during"))
    at = 10
    for number, (text, who, private, minutes) in enumerate(said, 1):
        at += minutes
        event = written(number, Line(who, text, at, private))
        turn = taken(event, ledger)
        check_whole(turn, ledger)
        ledger.append(turn.outcome.facts)
        ledger.blank(turn.blank)
        thumb = Reacted(event.conversation, Author(MEMBERS[4], MEMBERS[4]), event.id, "👍", event.at, f"r{number}")
        turn = taken(thumb, ledger)
        check_whole(turn, ledger)
        ledger.append(turn.outcome.facts)


# --------------------------------------------------------------------- channels of ordinary messages


@FEWER
@given(channels())
def test_edits_count_as_if_they_had_been_written_at_once(lines: tuple[Line, ...]) -> None:
    """Compare a channel with its edits and one where they are applied in place.

    A reference is resolved once, where it is written ("punkt 5", "nästa", "Elin"), and stays what it was when what it
    refers to is edited afterwards (hard case 2). So not among the edits here are those that come when others may have
    written with them in view: an item's title once the meeting has begun, what takes up an item once somebody has
    written under it, one's attendance once one has spoken of it again, an answer to the bot, what opens or closes the
    meeting, and what was undone. Nor are edits after publishing: they are asked about and not applied.
    """
    facts = found(group(), FOUNDED).facts
    came, placed = play(as_it_came(lines), Ledger(facts)), play(in_place(lines), Ledger(facts))
    assert shown(minutes_of(came)) == shown(minutes_of(placed))


@FEWER
@given(lines=channels(), data=st.data())
def test_the_order_of_arrival_makes_no_difference(lines: tuple[Line, ...], data: st.DataObject) -> None:
    """Deliver what is said in a meeting in any order; each message was written when it was written.

    The meeting's opening comes first and its closing last, for outside the meeting talk is not kept; "nästa" and an
    item's number or name are references to what had arrived by then, and so are items proposed: they come in order.
    """
    plain = [replace(line, later=()) for line in lines]
    kept = [(number, line) for number, line in enumerate(plain)]
    fixed = [pair for pair in kept if pair[1].at <= 0 or _refers(pair[1])]
    loose = [pair for pair in kept if pair not in fixed and pair[1].at < 110]
    last = [pair for pair in kept if pair[1].at == 110]
    fixed = [pair for pair in fixed if pair not in last]
    order = data.draw(st.permutations([*range(len(loose))]))
    facts = found(group(), FOUNDED).facts
    straight = play([written(n, line) for n, line in kept], Ledger(facts))
    shuffled = play([written(n, line) for n, line in (*fixed, *(loose[n] for n in order), *last)], Ledger(facts))
    assert shown(minutes_of(shuffled)) == shown(minutes_of(straight))


def _refers(line: Line) -> bool:
    names = ("punkt 4", "punkt 5", "punkt 6", "Nya lokaler", "Ungdomsprojektet", "Trisam", "Övrigt", "nästa")
    return line.text.startswith(names)


@FEWER
@given(channels())
def test_compiling_is_deterministic_and_minutes_survive_being_kept(lines: tuple[Line, ...]) -> None:
    ledger = play(as_it_came(lines), Ledger(found(group(), FOUNDED).facts))
    minutes = minutes_of(ledger)
    assert minutes_of(ledger) == minutes
    assert minutes_of(Ledger(ledger.facts)) == minutes
    kept = minutes.model_dump_json(by_alias=True)
    assert Minutes.model_validate_json(kept) == minutes
    assert Minutes.model_validate_json(kept).model_dump_json(by_alias=True) == kept
    again = Ledger([load(*dump(fact)) for fact in ledger.facts])
    assert minutes_of(again).model_dump_json(by_alias=True) == kept


@FEWER
@given(channels())
def test_the_record_built_fact_by_fact_is_the_record_folded_at_once(lines: tuple[Line, ...]) -> None:
    ledger = play(as_it_came(lines), Ledger(found(group(), FOUNDED).facts))
    assert Ledger(ledger.facts).record == ledger.record


@pytest.mark.parametrize("kind", ["notes", "protokoll", "english"])
def test_the_standard_meeting_is_held(kind: str) -> None:
    assert minutes_of(Ledger(facts_until("after", kind))).items
