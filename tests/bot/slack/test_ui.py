"""What people do in Slack with the panel, forms, shortcuts and the bot's own page."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from bot.slack.ui.forms import flat
from meetings.record import Record
from tests.bot.slack.fake_slack import CHANNEL, OLLE, SIV
from tests.bot.slack.live_slack import Program
from tests.bot.slack.payloads import delivered
from tests.bot.slack.views import UiSlack, play, running, slack_door

BOTH = pytest.mark.parametrize("mode", ["socket", "http"])


def scene(tmp_path: Path, act: Callable[[UiSlack, Program], Any], mode: str = "socket") -> UiSlack:
    """Let people act, and give the Slack they did it in; nothing in it was against Slack's rules."""

    async def play_it(slack: Any) -> None:
        async with running(slack, tmp_path, mode, make=slack_door) as program:
            await act(slack, program)

    slack = UiSlack()
    play(slack, play_it)
    assert slack.mistakes == []
    return slack


async def set_up(slack: UiSlack, program: Program) -> None:
    """Set up a group with a meeting by forms alone."""
    await slack.use("")
    await program.settled()
    await slack.press(program, "Kom igång")
    await slack.submit(program, name="Vallby", template="mysam", rhythm="4", language="sv")
    await slack.submit(program, SIV, **{"role:Olle Berg": "enhetschef, Försäkringskassan"})
    await slack.use("planera")
    await program.settled()
    await slack.submit(program, day="2031-03-10", start="13:00", end="14:30", place="Stadshuset")


async def record(program: Program) -> Record:
    return await program.desk.record("vallby")


@BOTH
def test_a_group_is_set_up_with_its_people_and_a_meeting_by_forms(tmp_path: Path, mode: str) -> None:
    async def act(slack: UiSlack, program: Program) -> None:
        await set_up(slack, program)
        now = await record(program)
        assert now.group.name == "Vallby"
        assert now.group.meetings_per_year == 4
        assert [(one.name, one.account, one.role) for one in now.members] == [
            ("Siv Alm", SIV, None),
            ("Olle Berg", OLLE, "enhetschef"),
        ]
        (meeting,) = now.meetings.values()
        assert (f"{meeting.date} {meeting.start:%H.%M}", meeting.place) == ("2031-03-10 13.00", "Stadshuset")

    scene(tmp_path, act, mode)


def test_a_pasted_list_and_a_table_are_read_as_members(tmp_path: Path) -> None:
    async def act(slack: UiSlack, program: Program) -> None:
        await set_up(slack, program)
        await slack.use("medlemmar")
        await program.settled()
        await slack.submit(program, paste="namn;roll;organisation\nSune Lund;läkare;Region Nordvik\nAda Bo;rektor;")
        now = await record(program)
        assert [(one.name, one.role) for one in now.members][2:] == [("Sune Lund", "läkare"), ("Ada Bo", "rektor")]
        await slack.use("medlemmar")
        await program.settled()
        await slack.submit(program, who=["Siv Alm", "Olle Berg", "Ada Bo"], leads=["Siv Alm", "Ada Bo"])
        now = await record(program)
        assert [one.name for one in now.members] == ["Siv Alm", "Olle Berg", "Ada Bo"]
        assert [one.name for one in now.coordinators] == ["Siv Alm", "Ada Bo"]

    scene(tmp_path, act)


def test_a_welcome_says_what_is_recorded_and_opens_the_form(tmp_path: Path) -> None:
    async def act(slack: UiSlack, program: Program) -> None:
        event = {"type": "member_joined_channel", "user": "U0BOT", "channel": CHANNEL, "event_ts": "1774000001.000100"}
        await slack.deliver(delivered(event))
        await program.settled()
        (said,) = slack.said[CHANNEL]
        assert "antecknar" in said["text"]
        await slack.press(program, "Kom igång", blocks=said["blocks"])
        assert slack.shown["title"]["text"] == "Kom igång"

    scene(tmp_path, act)


@pytest.mark.parametrize(
    ("form", "filled", "field"),
    [
        pytest.param("planera", {"day": "2020-01-01", "start": "13:00"}, "day", id="a day that has been"),
        pytest.param(
            "planera", {"day": "2031-01-07", "start": "13:00", "end": "12:00"}, "end", id="an end before the start"
        ),
        pytest.param("punkt", {"title": "Hyra", "minutes": "tio"}, "minutes", id="minutes that are no figures"),
        pytest.param("punkt", {"title": "19121212-1212 vill flytta"}, "title", id="an identity number"),
        pytest.param("frånvaro", {"how": "substitute"}, "name", id="a substitute without a name"),
        pytest.param("medlemmar", {"who": ["Olle Berg"]}, "who", id="taking oneself away"),
    ],
)
def test_what_is_wrong_is_told_at_its_field_and_nothing_is_kept(
    tmp_path: Path, form: str, filled: dict[str, Any], field: str
) -> None:
    async def act(slack: UiSlack, program: Program) -> None:
        await set_up(slack, program)
        await slack.use(form)
        await program.settled()
        before = await program.kinds()
        answer = await slack.submit(program, **filled)
        assert answer["response_action"] == "errors"
        assert list(answer["errors"]) == [field]
        assert await program.kinds() == before

    scene(tmp_path, act)


def test_a_form_that_is_submitted_twice_says_its_words_once(tmp_path: Path) -> None:
    async def act(slack: UiSlack, program: Program) -> None:
        await set_up(slack, program)
        await slack.use("punkt", OLLE)
        await program.settled()
        for _ in range(2):
            assert await slack.submit(program, OLLE, title="Cykelställ", minutes="10", owner="Siv Alm") == {}
        (item,) = (one for one in (await record(program)).items.values() if one.standing is None)
        assert (item.title, item.minutes, item.owner and item.owner.name) == ("Cykelställ", 10, "Siv Alm")

    scene(tmp_path, act)


def test_the_panel_offers_what_can_be_done_now_to_whoever_may_do_it(tmp_path: Path) -> None:
    async def act(slack: UiSlack, program: Program) -> None:
        def labels(user: str) -> set[str]:
            return set(slack.buttons([one for one in slack.whispers if one["to"] == user][-1]["blocks"]))

        await set_up(slack, program)
        for user in (SIV, OLLE):
            await slack.use("", user)
            await program.settled()
        assert {"Starta mötet", "Boka möte", "Ny punkt"} <= labels(SIV)
        assert "Ny punkt" in labels(OLLE)
        assert not {"Starta mötet", "Boka möte", "Upprop"} & labels(OLLE)
        await slack.press(program, "Starta mötet")
        assert (await record(program)).open_meeting is not None
        shown = slack.buttons(slack.panels[-1]["blocks"])
        assert {"Nästa punkt", "Avsluta mötet", "Upprop"} <= set(shown)
        await slack.say("Hyran höjs i vår", OLLE)
        await slack.press(program, "Avsluta mötet", blocks=slack.panels[-1]["blocks"])
        assert "Publicera" in slack.buttons(slack.panels[-1]["blocks"])

    scene(tmp_path, act)


def test_the_roll_call_notes_who_is_here_and_who_is_not(tmp_path: Path) -> None:
    async def act(slack: UiSlack, program: Program) -> None:
        await set_up(slack, program)
        await slack.use("starta")
        await program.settled()
        await slack.use("upprop")
        await program.settled()
        people = {one["text"]["text"]: one["value"] for one in slack.field("here:0")["options"]}
        await slack.submit(program, SIV, **{"here:0": [people["Siv Alm"]], "rest": ["rest"]})
        now = await record(program)
        assert now.open_meeting is not None
        stands = {now.people[id].name: one.status for id, one in now.open_meeting.attendance.items()}
        assert stands == {"Siv Alm": "present", "Olle Berg": "absent"}
        await slack.use("upprop")
        await program.settled()
        olle = next(value for words, value in people.items() if words.startswith("Olle"))
        await slack.submit(program, SIV, **{"here:0": [people["Siv Alm"], olle], "online": [olle]})
        now = await record(program)
        assert now.open_meeting is not None
        report = now.open_meeting.attendance[olle]
        assert (report.status, report.mode) == ("present", "digital")

    scene(tmp_path, act)


def test_the_draft_is_edited_page_by_page_and_published_from_its_last(tmp_path: Path) -> None:
    async def act(slack: UiSlack, program: Program) -> None:
        await set_up(slack, program)
        await slack.use("starta")
        await program.settled()
        for number in range(16):
            await slack.say(f"Anteckning {number} om hyran", OLLE)
        await slack.use("avsluta")
        await program.settled()
        await slack.use("redigera")
        await program.settled()
        first = next(one["block_id"] for one in slack.shown["blocks"] if one["type"] == "input")
        await slack.press_in(program, slack.shown, "Nästa ›", **{first: "Anteckning ett om hyran"})
        assert "Publicera" in slack.buttons(slack.shown["blocks"])
        (meeting,) = (one for one in (await record(program)).meetings.values() if one.is_held)
        assert meeting.passages[0].text == "Anteckning ett om hyran"
        await slack.press_in(program, slack.shown, "Publicera")
        assert (await record(program)).meetings[meeting.id].revision == 1

    scene(tmp_path, act)


def test_a_passage_that_somebody_else_has_changed_is_told_of_in_the_form(tmp_path: Path) -> None:
    async def act(slack: UiSlack, program: Program) -> None:
        await set_up(slack, program)
        await slack.use("starta")
        await program.settled()
        stamp = await slack.say("Hyran höjs i vår", OLLE)
        await slack.use("avsluta")
        await program.settled()
        await slack.use("redigera")
        await program.settled()
        (field,) = (one["block_id"] for one in slack.shown["blocks"] if one["type"] == "input")
        begins = f"skriv om stycke {field.partition('.0#')[0]}.".rstrip(".")
        mark = field.partition("#")[2]
        assert stamp in begins
        await slack.use(f"{begins} 0 {mark}: Hyran höjs i höst")
        await program.settled()
        answer = await slack.submit(program, SIV, **{field: "Hyran höjs aldrig"})
        assert "i höst" in answer["errors"][field]

    scene(tmp_path, act)


@pytest.mark.parametrize(
    ("shortcut", "text", "kind"),
    [
        pytest.param("add_to_agenda", "Cykelställ vid entrén", "item_proposed", id="an item"),
        pytest.param("make_action", "jag ringer kommunen om bidraget", "action_agreed", id="an action point"),
        pytest.param("note_decision", "vi köper en ny projektor", "decided", id="a decision"),
    ],
)
def test_a_shortcut_takes_a_message_up_and_marks_it(tmp_path: Path, shortcut: str, text: str, kind: str) -> None:
    async def act(slack: UiSlack, program: Program) -> None:
        await set_up(slack, program)
        if shortcut == "note_decision":
            await slack.use("starta")
            await program.settled()
        stamp = slack.write(CHANNEL, OLLE, text)
        await slack.shortcut(program, shortcut, stamp)
        facts = [fact for fact in (await program.store.load("vallby")).facts if fact.kind == kind]
        assert [fact.said.by for fact in facts] == ["p1"]
        assert ("reactions.add", stamp) in [(name, a.get("timestamp")) for name, a in slack.calls]
        if shortcut == "make_action":
            (action,) = (await record(program)).actions.values()
            assert action.owner.name == "Olle Berg"

    scene(tmp_path, act)


def test_a_long_message_is_shown_to_be_shortened_before_it_is_an_item(tmp_path: Path) -> None:
    async def act(slack: UiSlack, program: Program) -> None:
        await set_up(slack, program)
        stamp = slack.write(CHANNEL, OLLE, "Cykelställ\nDet gamla är trasigt " + "och rostigt " * 40)
        await slack.shortcut(program, "add_to_agenda", stamp)
        assert slack.field("title")["initial_value"].startswith("Cykelställ Det gamla")
        await slack.submit(program, title="Nytt cykelställ")
        items = (await record(program)).items.values()
        assert [item.title for item in items if item.standing is None] == ["Nytt cykelställ"]

    scene(tmp_path, act)


def test_absence_is_reported_from_anywhere_for_a_chosen_meeting(tmp_path: Path) -> None:
    async def act(slack: UiSlack, program: Program) -> None:
        await set_up(slack, program)
        await slack.shortcut(program, "report_absence", user=OLLE)
        await slack.submit(program, OLLE, how="digital")
        now = await record(program)
        (meeting,) = now.meetings.values()
        assert [(now.people[id].name, one.mode) for id, one in meeting.attendance.items()] == [("Olle Berg", "digital")]

    scene(tmp_path, act)


def test_the_page_shows_tasks_meetings_and_drafts_and_does_what_is_pressed(tmp_path: Path) -> None:
    async def act(slack: UiSlack, program: Program) -> None:
        await set_up(slack, program)
        await slack.say("uppgift till Siv Alm: boka lokal senast 2031-02-01")
        await program.settled()
        page = await slack.open_home(program)
        assert {"Klar", "Flytta datum", "Kommer", "Förhinder"} <= set(slack.buttons(page["blocks"]))
        await slack.press_in(program, page, "Kommer")
        assert "✓ Kommer" in slack.buttons(slack.homes[SIV]["blocks"])
        await slack.press_in(program, slack.homes[SIV], "Flytta datum")
        await slack.submit(program, due="2031-03-01")
        (action,) = (await record(program)).actions.values()
        assert str(action.due.date) == "2031-03-01"
        await slack.press_in(program, slack.homes[SIV], "Klar")
        assert (await record(program)).actions[action.id].status == "done"
        assert "Klar" not in slack.buttons(slack.homes[SIV]["blocks"])
        assert "Klar" not in slack.buttons((await slack.open_home(program, OLLE))["blocks"])

    scene(tmp_path, act)


def test_a_form_that_slack_does_not_open_is_told_of(tmp_path: Path) -> None:
    async def act(slack: UiSlack, program: Program) -> None:
        await set_up(slack, program)
        slack.fail("views.open", "error", code="expired_trigger_id")
        await slack.use("punkt")
        await program.settled()
        assert "en gång till" in slack.whispers[-1]["text"]

    scene(tmp_path, act)


def test_what_only_those_who_lead_may_open_is_refused_others(tmp_path: Path) -> None:
    async def act(slack: UiSlack, program: Program) -> None:
        await set_up(slack, program)
        opened = len(slack.views)
        await slack.use("redigera", OLLE)
        await program.settled()
        assert len(slack.views) == opened
        assert "leder" in slack.whispers[-1]["text"]

    scene(tmp_path, act)


def test_a_text_becomes_one_line() -> None:
    assert flat("  en\n två\t tre ") == "en två tre"
