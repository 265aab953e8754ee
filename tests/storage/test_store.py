"""The store keeps everything that one event brings about, or nothing of it."""

import asyncio
from datetime import UTC, datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import insert, text

from storage.database import Database
from storage.errors import AlreadySeen, BrokenDatabase, Conflict, StorageError, UnknownGroup, VersionMoved
from storage.published import Revision
from storage.store import NewGroup, Store
from storage.tables import RevisionFileRow, RevisionRow
from tests.storage.conftest import Run
from tests.storage.facts import proposed, said, taken

PUBLISHED = datetime(2026, 3, 24, 9, 30, tzinfo=UTC)


def revision(number: int = 1, **files: bytes) -> Revision:
    """Make a publication of the meeting m1."""
    return Revision("m1", number, "published", '{"title": "Möte"}', PUBLISHED, files)


def test_a_new_group_has_no_facts(store: Store, run: Run) -> None:
    loaded = run(store.load("g"))
    assert (loaded.version, loaded.facts) == (0, ())


def test_a_group_is_found_by_each_of_its_conversations(store: Store, run: Run) -> None:
    run(store.link("g", "terminal", "DM:tora"))
    run(store.link("g", "terminal", "DM:tora"))
    found = run(store.groups_in("terminal", "DM:tora"))
    assert [group.slug for group in found] == ["mysam-lindby"]
    assert run(store.groups_in("terminal", "#elsewhere")) == ()


def test_several_groups_are_set_up_together_or_not_at_all(store: Store, run: Run) -> None:
    new = NewGroup("h", "Styrelsen", "styrelsen", "terminal", ["#styrelsen"], [proposed(1)])
    with pytest.raises(Conflict):
        run(store.found([new, NewGroup("g", "En annan", "en-annan", "terminal")]))
    assert [group.id for group in run(store.groups())] == ["g"]
    assert run(store.groups_in("terminal", "#styrelsen")) == ()
    run(store.found([new]))
    assert run(store.load("h")).version == 1


def test_two_groups_share_a_channel(store: Store, run: Run) -> None:
    run(store.create_group("h", "Styrelsen", "styrelsen", "terminal", ["#mysam-lindby"]))
    assert [group.id for group in run(store.groups_in("terminal", "#mysam-lindby"))] == ["g", "h"]
    assert [group.id for group in run(store.groups())] == ["g", "h"]


def test_a_group_is_made_once(store: Store, run: Run) -> None:
    with pytest.raises(Conflict):
        run(store.create_group("g", "En annan", "en-annan", "terminal"))
    assert [group.name for group in run(store.groups())] == ["Mysam Lindby"]


@pytest.mark.parametrize("method", ["load", "version"])
def test_an_unknown_group_is_an_error(store: Store, run: Run, method: str) -> None:
    with pytest.raises(UnknownGroup):
        run(getattr(store, method)("nobody"))


def test_nothing_is_appended_to_an_unknown_group(store: Store, run: Run) -> None:
    with pytest.raises(UnknownGroup):
        run(store.append("nobody", 0, [proposed(1)]))


def test_facts_come_back_as_they_were_in_the_order_they_were_kept(store: Store, run: Run) -> None:
    facts = (proposed(3, "Språkkafé – höst"), proposed(1, 'Citat: "ja"'), taken(2, 1))
    assert run(store.append("g", 0, facts[:2])) == 2
    assert run(store.append("g", 2, facts[2:])) == 3
    loaded = run(store.load("g"))
    assert loaded.facts == facts
    assert loaded.version == run(store.version("g")) == 3


def test_a_stale_reader_gets_only_what_is_new(store: Store, run: Run) -> None:
    run(store.append("g", 0, [proposed(1), proposed(2), proposed(3)]))
    news = run(store.since("g", 2))
    assert ([fact.id for fact in news.facts], news.version) == (["f3"], 3)
    assert run(store.since("g", 3)).facts == ()
    assert run(store.since("g", 3)).version == 3


def test_an_append_to_a_moved_ledger_keeps_nothing(store: Store, run: Run) -> None:
    run(store.append("g", 0, [proposed(1)]))
    with pytest.raises(VersionMoved):
        run(store.append("g", 0, [proposed(2)], seen=("slack", "E2"), revision=revision()))
    assert [fact.id for fact in run(store.load("g")).facts] == ["f1"]
    assert not run(store.seen("slack", "E2"))
    assert run(store.revisions("g", "m1")) == ()


def test_an_event_has_its_effect_once(store: Store, run: Run) -> None:
    run(store.append("g", 0, [proposed(1)], seen=("slack", "E1")))
    with pytest.raises(AlreadySeen):
        run(store.append("g", 1, [proposed(2)], seen=("slack", "E1")))
    assert run(store.seen("slack", "E1"))
    assert run(store.version("g")) == 1


def test_an_event_without_effect_is_remembered_too(store: Store, run: Run) -> None:
    assert run(store.append("g", 0, [], seen=("slack", "E1"))) == 0
    assert run(store.seen("slack", "E1"))


def test_the_same_event_id_from_two_sources_is_two_events(store: Store, run: Run) -> None:
    run(store.append("g", 0, [proposed(1)], seen=("slack", "1")))
    run(store.append("g", 1, [proposed(2)], seen=("teams", "1")))
    assert run(store.version("g")) == 2


def test_a_fact_is_kept_once_and_the_error_does_not_quote_it(store: Store, run: Run) -> None:
    run(store.append("g", 0, [proposed(1)]))
    with pytest.raises(Conflict) as caught:
        run(store.append("g", 1, [proposed(1, "Lönesamtalet")]))
    assert "Lönesamtalet" not in str(caught.value)
    assert caught.value.__suppress_context__
    assert run(store.version("g")) == 1


def test_history_is_reached_by_message_and_by_meeting(store: Store, run: Run) -> None:
    later = proposed(3, meeting="m2")
    same_message = proposed(4).model_copy(update={"said": said(1)})
    run(store.append("g", 0, [proposed(1), taken(2, 1), later, same_message]))
    assert [fact.id for _, fact in run(store.facts_of_message("g", "msg-1"))] == ["f1", "f4"]
    assert [fact.id for _, fact in run(store.facts_of_meeting("g", "m1"))] == ["f1", "f2", "f4"]
    assert run(store.facts_of_meeting("g", "m9")) == ()


def test_a_publication_comes_back_byte_for_byte(store: Store, run: Run) -> None:
    run(store.append("g", 0, [proposed(1)], revision=revision(docx=b"PK\x03\x04\x00\xff", md="# Möte".encode())))
    (found,) = run(store.revisions("g", "m1"))
    assert (found.number, found.status, found.minutes) == (1, "published", '{"title": "Möte"}')
    assert found.published_at == PUBLISHED
    assert len(found.checksum) == 64
    files = run(store.revision_files("g", "m1", 1))
    assert files == {"docx": b"PK\x03\x04\x00\xff", "md": "# Möte".encode()}


def test_a_correction_stands_beside_what_it_corrects(store: Store, run: Run) -> None:
    run(store.append("g", 0, [proposed(1)], revision=revision()))
    run(store.append("g", 1, [proposed(2)], revision=revision(2)))
    assert [found.number for found in run(store.revisions("g", "m1"))] == [1, 2]
    with pytest.raises(Conflict):
        run(store.append("g", 2, [proposed(3)], revision=revision(2)))
    assert run(store.version("g")) == 2


def test_a_publication_that_was_tampered_with_is_not_given_out(store: Store, database: Database, run: Run) -> None:
    key = {"group_id": "g", "meeting_id": "m1", "revision": 1, "checksum": "of something else"}
    minutes = insert(RevisionRow).values(**key, status="published", minutes="{}", published_at=PUBLISHED)
    file = insert(RevisionFileRow).values(**key, format="md", content=b"#")
    run(database.write(lambda session: (session.execute(minutes), session.execute(file))))
    with pytest.raises(BrokenDatabase):
        run(store.revisions("g", "m1"))
    with pytest.raises(BrokenDatabase):
        run(store.revision_files("g", "m1", 1))


def test_a_fact_of_a_kind_that_a_newer_program_kept_is_a_clear_error(
    store: Store, database: Database, run: Run
) -> None:
    run(store.append("g", 0, [proposed(1)]))
    statement = text(
        "INSERT INTO facts (group_id, sequence, fact_id, kind, at, payload)"
        " VALUES ('g', 2, 'f2', 'tea_served', '2026-03-23 12:00:00.000000+00:00', '{\"kind\": \"tea_served\"}')"
    )
    run(database.write(lambda session: session.execute(statement)))
    with pytest.raises(BrokenDatabase, match="tea_served"):
        run(store.load("g"))


@pytest.mark.parametrize(
    "statement",
    [
        pytest.param("UPDATE facts SET kind = 'noted'", id="changing a fact"),
        pytest.param("DELETE FROM facts", id="removing a fact"),
        pytest.param("UPDATE revisions SET status = 'draft'", id="changing a publication"),
        pytest.param("DELETE FROM revisions", id="removing a publication"),
        pytest.param("UPDATE revision_files SET format = 'pdf'", id="changing a published file"),
        pytest.param("DELETE FROM revision_files", id="removing a published file"),
        pytest.param("""UPDATE texts SET texts = '{"title": "Annat"}'""", id="changing words"),
        pytest.param("DELETE FROM texts", id="removing words"),
    ],
)
def test_the_database_itself_refuses(store: Store, database: Database, run: Run, statement: str) -> None:
    run(store.append("g", 0, [proposed(1)], revision=revision(md=b"#")))
    with pytest.raises(StorageError):
        run(database.write(lambda session: session.execute(text(statement))))
    assert run(store.load("g")).facts == (proposed(1),)


def test_two_replicas_that_append_at_once_lose_nothing(store: Store, url: str, run: Run) -> None:
    async def add(kept: Store, number: int) -> int:
        """Append one fact, folding again as often as it takes; return how often it took."""
        for tries in range(1, 200):
            try:
                await kept.append("g", await kept.version("g"), [proposed(number)])
            except VersionMoved:
                continue
            return tries
        raise AssertionError("never got through")

    async def both() -> list[int]:
        other = Database.open(url)
        try:
            stores = (store, Store(other))
            return await asyncio.gather(*(add(stores[number % 2], number) for number in range(24)))
        finally:
            await other.close()

    tries = run(both())
    loaded = run(store.load("g"))
    assert loaded.version == 24
    assert {fact.id for fact in loaded.facts} == {f"f{number}" for number in range(24)}
    assert sum(tries) > 24, "they never met, so nothing was tried"


def test_an_event_delivered_to_two_replicas_at_once_has_one_effect(store: Store, url: str, run: Run) -> None:
    async def deliver(kept: Store, event: int) -> int:
        while True:
            try:
                await kept.append("g", await kept.version("g"), [proposed(event)], seen=("slack", f"E{event}"))
            except AlreadySeen:
                return 0
            except VersionMoved:
                continue
            return 1

    async def both() -> list[int]:
        other = Database.open(url)
        try:
            stores = (store, Store(other))
            return await asyncio.gather(*(deliver(kept, event) for event in range(8) for kept in (*stores, *stores)))
        finally:
            await other.close()

    assert sum(run(both())) == 8
    assert run(store.version("g")) == 8


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(titles=st.lists(st.text(max_size=40), min_size=1, max_size=5))
def test_any_words_are_kept_as_they_are(store: Store, run: Run, titles: list[str]) -> None:
    before = run(store.load("g"))
    facts = [proposed(before.version + number, title) for number, title in enumerate(titles)]
    run(store.append("g", before.version, facts))
    assert run(store.since("g", before.version)).facts == tuple(facts)
