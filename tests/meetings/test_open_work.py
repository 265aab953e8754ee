"""A ledger that has let go of what is finished shows open work exactly what one that keeps everything shows."""

from __future__ import annotations

from random import Random
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from meetings.agenda import agenda
from meetings.compile import compile_minutes
from meetings.facts import Published
from meetings.ledger import Ledger
from meetings.open_work import LATEST
from meetings.record import Meeting, Phase, Record
from tests.meetings.years import Years


def _lived(seed: int, meetings: int) -> Years:
    made = Years(Random(seed))
    made.live(meetings)
    return made


years = st.builds(_lived, st.integers(0, 2**32), st.integers(1, 9))


def at_hand(record: Record) -> list[Meeting]:
    """Give the meetings that people still work with: those not published, and the latest that are."""
    out = [meeting for meeting in record.held() if meeting.phase is Phase.PUBLISHED]
    return [m for m in record.meetings.values() if m.phase is not Phase.PUBLISHED or m in out[-LATEST:]]


def seen(record: Record) -> dict[str, Any]:
    """Give everything that open work sees of a record."""
    near = at_hand(record)
    agendas = {m.id: [e.item for e in agenda(record, m.id)] for m in near if m.phase is not Phase.PUBLISHED}
    left = [a for a in record.actions.values() if a.status in ("open", "moved") and not a.proposed]
    return {
        "group": (record.settings, record.people, record.introduced),
        "meetings": near,
        "agendas": agendas,
        "minutes": [compile_minutes(record, meeting.id) for meeting in near],
        "actions": [(a.id, a.text, a.owner, a.due, a.status, a.meeting) for a in left],
        "questions": [(q.id, q.text, q.meeting) for q in record.questions.values() if q.open],
        "latest": record.latest_held(),
    }


@settings(max_examples=150, deadline=None)
@given(years)
def test_open_work_folds_the_same_from_what_is_kept_as_from_everything(lived: Years) -> None:
    kept = Ledger(lived.facts)
    assert seen(kept.record) == seen(lived.whole.record)


@settings(max_examples=60, deadline=None)
@given(years, st.data())
def test_a_ledger_begun_from_a_checkpoint_is_the_one_that_went_on(lived: Years, data: st.DataObject) -> None:
    published = [n for n, fact in enumerate(lived.facts, 1) if isinstance(fact, Published)]
    end = data.draw(st.sampled_from([*published, len(lived.facts)]))
    before = Ledger(lived.facts[:end])
    held = [(number, fact) for number, fact in enumerate(lived.facts[:end], 1) if fact in before.facts]
    begun = Ledger(lived.facts[end:], held=held, checkpoint=before.checkpoint)
    went_on = Ledger(lived.facts)
    assert begun.record == went_on.record
    assert list(begun.facts) == list(went_on.facts)
    assert (begun.version, begun.since) == (went_on.version, went_on.since)


def test_what_is_kept_does_not_grow_with_the_years() -> None:
    sizes = []
    for meetings in (10, 60):
        made = Years(Random(7))
        made.live(meetings, tidy=True)
        sizes.append((len(made.facts), len(Ledger(made.facts).facts)))
    (short, kept_short), (long, kept_long) = sizes
    assert long > 4 * short
    assert kept_long < 2 * kept_short
