"""What was published is found by its words: the latest revision only, the group's own only, decisions first."""

from __future__ import annotations

from datetime import date

import pytest

from meetings.minutes import Decision, Item, Minutes, Paragraph
from meetings.search import stems
from storage.published import Revision
from storage.store import Store
from tests.storage.conftest import Run
from tests.storage.facts import NOON, proposed

POOL = Item(
    number="4",
    title="Bilpoolen",
    paragraphs=(Paragraph(text="Det finns två bilar och tolv som vill låna dem."),),
    decisions=(Decision(clauses=("att bilpoolen öppnas för alla i huset",)),),
)


def minutes(day: date, *items: Item, revision: int = 1, language: str = "sv") -> Minutes:
    """Make minutes of a meeting with these items."""
    return Minutes.model_validate(
        {"group": "Mysam Lindby", "title": "Minnesanteckningar", "date": day, "revision": revision,
         "status": "published", "language": language, "items": [item.model_dump(by_alias=True) for item in items]}
    )  # fmt: skip


def publish(store: Store, run: Run, meeting: str, out: Minutes, group: str = "g") -> None:
    """Publish minutes of a meeting."""
    version = run(store.version(group))
    revision = Revision(meeting, out.revision, "published", out.model_dump_json(by_alias=True), NOON)
    run(store.append(group, version, [proposed(version + 1)], revision=revision, minutes=out))


@pytest.mark.parametrize("asked", ["bilpoolen", "bilpool", "vad bestämde vi om bilpoolens bilar?", "BILPOOL"])
def test_a_decision_is_found_in_any_form_of_its_words_and_before_what_was_said(
    store: Store, run: Run, asked: str
) -> None:
    publish(store, run, "m1", minutes(date(2026, 3, 12), POOL))
    hits = run(store.find("g", stems(asked)))
    assert hits[0].passage.text == "att bilpoolen öppnas för alla i huset"
    assert (hits[0].filed.meeting, hits[0].filed.date, hits[0].passage.number) == ("m1", date(2026, 3, 12), "4")


def test_all_the_words_are_looked_for_before_any_of_them(store: Store, run: Run) -> None:
    heating = Item(number="5", title="Värmen", paragraphs=(Paragraph(text="Bilarna står kallt."),))
    publish(store, run, "m1", minutes(date(2026, 3, 12), POOL, heating))
    assert [hit.passage.number for hit in run(store.find("g", stems("bilarna kallt")))] == ["5"]
    assert {hit.passage.number for hit in run(store.find("g", stems("bilpoolen månen")))} == {"4"}


def test_only_the_latest_revision_counts(store: Store, run: Run) -> None:
    publish(store, run, "m1", minutes(date(2026, 3, 12), POOL))
    changed = POOL.model_copy(update={"paragraphs": (Paragraph(text="Det finns tre bussar."),)})
    publish(store, run, "m1", minutes(date(2026, 3, 12), changed, revision=2))
    assert run(store.find("g", stems("tolv låna"))) == ()
    (hit,) = run(store.find("g", stems("bussar")))
    assert hit.filed.revision == 2


def test_a_group_never_finds_what_is_another_groups(store: Store, run: Run) -> None:
    run(store.create_group("h", "Styrelsen", "styrelsen", "terminal"))
    publish(store, run, "m1", minutes(date(2026, 3, 12), POOL), group="h")
    assert run(store.find("g", stems("bilpoolen"))) == ()
    assert run(store.filed("g")) == ()


def test_english_minutes_are_found_by_english_words(store: Store, run: Run) -> None:
    item = Item(number="2", title="Parking", paragraphs=(Paragraph(text="The bicycles are parked outside."),))
    publish(store, run, "m1", minutes(date(2026, 3, 12), item, language="en"))
    assert [hit.passage.what for hit in run(store.find("g", stems("bicycle")))] == ["note"]


def test_minutes_are_found_by_their_day_latest_first(store: Store, run: Run) -> None:
    for number, day in enumerate((date(2026, 2, 3), date(2026, 2, 24), date(2026, 3, 12)), 1):
        publish(store, run, f"m{number}", minutes(day, POOL))
    found = run(store.filed("g", date(2026, 2, 1), date(2026, 2, 28)))
    assert [one.meeting for one in found] == ["m2", "m1"]


def test_approval_changes_how_minutes_stand_and_makes_no_revision(store: Store, run: Run) -> None:
    publish(store, run, "m1", minutes(date(2026, 3, 12), POOL))
    run(store.append("g", 1, [proposed(2)], standings={"m1": "approved"}))
    assert [(one.status, one.revision) for one in run(store.filed("g"))] == [("approved", 1)]
    latest = run(store.latest("g", "m1"))
    assert latest is not None
    assert (latest[0].status, latest[1]) == ("published", "approved")


@pytest.mark.parametrize("words", ["'; DROP TABLE passages", '"*', "& | ! ( ) :*", "NEAR(bil)", "å" * 500])
def test_no_words_can_break_the_search(store: Store, run: Run, words: str) -> None:
    publish(store, run, "m1", minutes(date(2026, 3, 12), POOL))
    asked = stems(words)
    assert run(store.find("g", asked)) is not None
