"""Hard cases 6 and 11 of the record (docs/architecture.md): what is frozen, and what can be undone."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from handlers.groups.founding import found
from meetings.facts import VersionStands, load
from meetings.record import Phase
from tests.bot.channel import CASES, KARIN, LEAD, MALIN, MEETING, SVEN, Channel, group

# -------------------------------------------------------------------------------------------- case 6: a frozen revision


def published_meeting(channel: Channel) -> str:
    channel.open()
    note = channel.say(MALIN, CASES, "13:02")
    channel.close()
    channel.publish()
    return note


def test_case_6_a_published_revision_is_kept_with_its_files_and_checksum(channel: Channel) -> None:
    published_meeting(channel)
    (revision,) = channel.revisions()
    assert revision.status == "published"
    assert revision.number == 1
    assert hashlib.sha256(revision.minutes.encode()).hexdigest() == revision.checksum
    (fact,) = [fact for fact in channel.facts() if fact.kind == "published"]
    assert fact.checksum == revision.checksum
    assert {"json", "md"} <= set(channel.files(1))


def test_case_6_nothing_that_comes_later_changes_a_published_revision(channel: Channel) -> None:
    note = published_meeting(channel)
    before = channel.revisions(), channel.files(1), channel.minutes()
    rename_malin_and_the_group(channel)
    channel.edit(note, CASES.replace("tolv", "fjorton"), "17:00")
    channel.say(SVEN, "Jag har förhinder den 15:e", "14:30")
    channel.delete(note, "17:10")
    assert (channel.revisions(), channel.files(1), channel.minutes()) == before


def rename_malin_and_the_group(channel: Channel) -> None:
    """Give Malin another name and the group another language, as a form for settings would."""
    other = group(language="en", style="prose")
    other["members"][2]["name"] = "Malin Rosén-Ek"
    changed = found(other, channel.facts()[-1].said.at)
    kinds = {"group_founded": "settings_changed"}
    facts = []
    for number, fact in enumerate(changed.facts):
        if fact.kind in ("group_founded", "person_registered"):
            data = {**fact.model_dump(), "id": f"form:f{number}", "kind": kinds.get(fact.kind, fact.kind)}
            facts.append(load(data, {}))
    version = channel.wait(channel.store.version(channel.group))
    channel.wait(channel.store.append(channel.group, version, facts))


def test_case_6_the_coordinator_is_asked_about_an_edit_after_publishing_and_corrects(channel: Channel) -> None:
    note = published_meeting(channel)
    first = channel.revisions(), channel.files(1)
    channel.edit(note, CASES.replace("tolv", "fjorton"), "17:00")
    assert channel.notes("Välkommen") == [CASES]
    assert "Rätta" in channel.said_to(LEAD)[-1]
    channel.privately(LEAD, "Rätta", "17:05")
    assert channel.notes("Välkommen") == [CASES.replace("tolv", "fjorton")]
    assert [(revision.number, revision.status) for revision in channel.revisions()] == [
        (1, "published"),
        (2, "corrected"),
    ]
    assert channel.revisions()[:1] == first[0]
    assert channel.files(1) == first[1]
    (corrected,) = [text for text in channel.said_in_channel() if "Rättelse" in text]
    assert CASES in corrected
    assert "fjorton" in corrected


def test_case_6_a_deletion_after_publishing_can_be_let_into_a_correction(channel: Channel) -> None:
    note = published_meeting(channel)
    channel.delete(note, "17:00")
    assert channel.notes("Välkommen") == [CASES]
    channel.privately(LEAD, "Rätta", "17:05")
    assert channel.notes("Välkommen") == []
    assert [revision.status for revision in channel.revisions()] == ["published", "corrected"]


def test_case_6_the_coordinator_may_leave_what_is_published(channel: Channel) -> None:
    note = published_meeting(channel)
    channel.edit(note, CASES.replace("tolv", "fjorton"), "17:00")
    channel.privately(LEAD, "Låt stå", "17:05")
    assert len(channel.revisions()) == 1
    assert channel.notes("Välkommen") == [CASES]


def test_case_6_a_note_that_comes_when_the_minutes_are_out_does_not_slip_into_a_correction(channel: Channel) -> None:
    note = published_meeting(channel)
    channel.say(KARIN, "Handläggningstiden ligger på tre veckor", "13:10")
    channel.edit(note, CASES.replace("tolv", "fjorton"), "17:00")
    channel.privately(LEAD, f"rätta {note}", "17:05")
    assert channel.notes("Välkommen") == [CASES.replace("tolv", "fjorton")]


def test_case_6_correcting_is_for_what_is_published(channel: Channel) -> None:
    channel.open()
    note = channel.say(MALIN, CASES, "13:02")
    channel.delete(note, "13:03")
    channel.close()
    channel.privately(LEAD, f"rätta {note}", "15:10")
    assert channel.revisions() == ()
    assert channel.notes("Välkommen") == []


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        pytest.param("punkt: Ny blankett", "item_proposed", id="an item for the next meeting"),
        pytest.param("@mötesbot starta mötet", "meeting_started", id="a meeting out of turn"),
    ],
)
def test_case_6_a_group_goes_on_when_its_last_minutes_are_out(tmp_path: Path, text: str, kind: str) -> None:
    data = group()
    data["meetings"] = data["meetings"][:1]
    with Channel(tmp_path, data) as channel:
        published_meeting(channel)
        said = channel.say(LEAD, text, "2026-09-20 09:00")
        assert kind in channel.facts_of(said)
        assert not any(isinstance(fact, VersionStands) for fact in channel.facts())


def test_case_6_correcting_works_also_when_no_other_meeting_is_booked(tmp_path: Path) -> None:
    data = group()
    data["meetings"] = data["meetings"][:1]
    with Channel(tmp_path, data) as channel:
        note = published_meeting(channel)
        channel.edit(note, CASES.replace("tolv", "fjorton"), "17:00")
        channel.privately(LEAD, f"rätta {note}", "17:05")
        assert [revision.status for revision in channel.revisions()] == ["published", "corrected"]
        assert channel.minutes().status == "corrected"
        assert channel.notes("Välkommen") == [CASES.replace("tolv", "fjorton")]


# -------------------------------------------------------------------------------------------------------- case 11: undo


def test_case_11_one_takes_back_ones_own_latest_and_hears_which(channel: Channel) -> None:
    channel.open()
    channel.say(MALIN, CASES, "13:02")
    channel.say(MALIN, "Lokalerna räcker inte till alla i höst", "13:03")
    channel.say(KARIN, "Handläggningstiden ligger på tre veckor", "13:04")
    channel.say(MALIN, "ångra", "13:05")
    assert channel.notes("Välkommen") == [CASES, "Handläggningstiden ligger på tre veckor"]
    assert "Lokalerna räcker inte till alla i höst" in channel.said_in_channel()[-1]


def test_case_11_undo_in_a_thread_takes_back_that_message(channel: Channel) -> None:
    channel.open()
    first = channel.say(MALIN, CASES, "13:02")
    channel.say(MALIN, "Lokalerna räcker inte till alla i höst", "13:03")
    channel.say(MALIN, "ångra", "13:05", thread=first)
    assert channel.notes("Välkommen") == ["Lokalerna räcker inte till alla i höst"]


def test_case_11_nobody_takes_back_what_another_said(channel: Channel) -> None:
    channel.open()
    note = channel.say(MALIN, CASES, "13:02")
    channel.say(KARIN, "ångra", "13:05", thread=note)
    channel.say(KARIN, "@mötesbot ångra", "13:06")
    assert channel.notes("Välkommen") == [CASES]
    assert len(channel.said_to(KARIN)) == 2


def test_case_11_the_coordinator_takes_back_anybodys(channel: Channel) -> None:
    channel.open()
    note = channel.say(MALIN, CASES, "13:02")
    channel.say(LEAD, "ångra", "13:05", thread=note)
    assert channel.notes("Välkommen") == []


def test_case_11_a_start_by_mistake_leaves_nothing(channel: Channel) -> None:
    start = channel.open("09:00")
    channel.say(MALIN, CASES, "09:01")
    channel.say(LEAD, "ångra", "09:02", thread=start)
    assert channel.record().meetings[MEETING].phase is Phase.PLANNED
    channel.open("13:00")
    channel.close()
    assert CASES not in str(channel.minutes())
    assert channel.attendee(MALIN).status == "absent"


def test_case_11_only_those_who_lead_take_back_a_start_or_an_end(channel: Channel) -> None:
    start = channel.open()
    channel.say(MALIN, CASES, "13:02")
    channel.say(MALIN, "ångra", "13:05", thread=start)
    assert channel.record().meetings[MEETING].phase is Phase.OPEN
    assert LEAD in channel.said_to(MALIN)[-1]


def test_case_11_the_coordinator_opens_the_meeting_again_by_taking_back_its_end(channel: Channel) -> None:
    channel.open()
    end = channel.close("14:00")
    channel.say(LEAD, "ångra", "14:01", thread=end)
    channel.say(MALIN, CASES, "14:02")
    assert channel.notes("Välkommen") == [CASES]


def test_case_11_what_is_published_is_not_taken_back(channel: Channel) -> None:
    published_meeting(channel)
    channel.privately(LEAD, "ångra", "16:05")
    assert channel.record().meetings[MEETING].phase is Phase.PUBLISHED
    assert "går inte att ångra" in channel.said_to(LEAD)[-1]


def test_case_11_nobody_takes_back_what_has_been_published_by_undoing_what_it_was_made_of(channel: Channel) -> None:
    note = published_meeting(channel)
    channel.say(MALIN, "ångra", "16:05", thread=note)
    assert "går inte att ångra" in channel.said_to(MALIN)[-1]
    assert not any(fact.kind == "withdrawn" for fact in channel.facts())
