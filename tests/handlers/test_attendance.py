"""What people say of coming, staying away, being late and standing in becomes attendance; other talk does not."""

from __future__ import annotations

from contextlib import suppress
from datetime import date, datetime, time
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.attendance.reports import REPORT_ATTENDANCE, ROLL_CALL, SHOW_ATTENDANCE
from handlers.attendance.substitutes import answer_substitute, read_substitute_answer
from handlers.command import Answer, Call, Command, Example, React, Sentence, Tell, When
from meetings.errors import MeetingError, NoMeeting
from meetings.facts import About, Asked, AttendanceReported, Basis, Fact, PersonRegistered
from meetings.record import Meeting, Pending, Record, Report, Trace
from tests.situation import NOW, call, record

COMMANDS: tuple[Command[Any], ...] = (ROLL_CALL, REPORT_ATTENDANCE, SHOW_ATTENDANCE)
EXAMPLES = [(command, example) for command in COMMANDS for example in command.examples]


def said(text: str, of: Call) -> tuple[tuple[Fact, ...], tuple[object, ...]]:
    """Let the first command that claims the sentence handle it."""
    sentence = Sentence(text, first=True, last=True)
    for command in COMMANDS:
        claims = command.read(sentence, of)
        if claims:
            outcome = command.handle(claims[0].intent, of)
            return outcome.facts, outcome.replies
    return (), ()


def attendance(text: str, of: Call) -> list[tuple[str | None, str]]:
    facts, _ = said(text, of)
    return [(fact.person or fact.unit, fact.status) for fact in facts if isinstance(fact, AttendanceReported)]


def only(text: str, of: Call) -> AttendanceReported:
    facts, _ = said(text, of)
    reports = [fact for fact in facts if isinstance(fact, AttendanceReported)]
    assert len(reports) == 1, reports
    return reports[0]


@pytest.mark.parametrize(
    "text",
    [
        "kommer tyvärr inte kunna vara med på tisdag, dottern är krasslig",
        "Tyvärr får jag lämna återbud",
        "ligger hemma med feber på tisdag",
        "ni får klara er utan mig på tisdag",
        "kan inte vara med den här gången",
        "jag får nog tacka nej till tisdag",
        "räkna inte med mig på tisdag",
        "jag är dubbelbokad på tisdag",
        "ja kan int va med på tisda",
        "det blir inget för min del denna gången",
    ],
)
def test_one_who_politely_stays_away_is_absent(text: str) -> None:
    assert attendance(text, call()) == [("p3", "absent")]


@pytest.mark.parametrize(
    "text",
    [
        "kommer inte kunna skicka siffrorna i tid",
        "kommer tyvärr inte hinna läsa underlaget",
        "jag kommer inte heller hinna svara ikväll",
        "det går nog inte",
        "jag sitter fast i budgeten",
        "Här ser vi en ökning av antalet deltagare",
    ],
)
def test_other_things_left_undone_are_no_absence(text: str) -> None:
    assert attendance(text, call()) == []


@pytest.mark.parametrize(
    ("text", "until"),
    [
        ("kan bara vara med fram till 14", time(14)),
        ("måste kila 14, hämtning", time(14)),
        ("behöver gå om 10 min", time(13, 30)),
        ("måste tyvärr gå", time(13, 20)),
    ],
)
def test_one_who_leaves_before_the_end_is_there_until_then(text: str, until: time) -> None:
    assert only(text, call(When.DURING)).until == until


@pytest.mark.parametrize(
    "text", ["här är jag med", "nu är jag inne", "jag sitter med på länk", "hej, ansluter nu som sagt"]
)
def test_one_who_says_in_the_meeting_that_she_is_in_is_present(text: str) -> None:
    assert attendance(text, call(When.DURING)) == [("p3", "present")]


@pytest.mark.parametrize(("command", "example"), EXAMPLES, ids=[example.text for _, example in EXAMPLES])
def test_every_example_gives_what_it_says(command: Command[Any], example: Example) -> None:
    by = "Tora Lindmo" if example.lead else "Malin Ros"
    of = call(example.when, by, addressed=example.addressed, language=example.language)
    facts, replies = said(example.text, of)
    assert tuple(fact.kind for fact in facts) == example.gives
    if example.says:
        assert example.says in repr(replies)


@pytest.mark.parametrize(
    "text",
    [
        "Jag kommer!",
        "ja jag kommer på tisdag",
        "räkna med mig",
        "+1, jag är med",
        "Jag deltar den 15 september",
        "I'll be there",
        "count me in",
    ],
)
def test_one_who_says_so_is_present(text: str) -> None:
    report = only(text, call())
    assert (report.person, report.status, report.basis) == ("p3", "present", Basis.SELF)


@pytest.mark.parametrize(
    ("text", "mode"),
    [
        ("jag är med på länk", "digital"),
        ("Deltar via Teams", "digital"),
        ("kommer på plats", "onsite"),
        ("I will join online", "digital"),
        ("det blir länk för min del", "digital"),
    ],
)
def test_how_somebody_takes_part_is_kept(text: str, mode: str) -> None:
    assert only(text, call()).mode == mode


@pytest.mark.parametrize(
    "text",
    [
        "kan tyvärr inte den 15:e",
        "Jag har fått förhinder",
        "Är på semester nästa vecka så jag missar mötet",
        "måste lämna återbud :(",
        "anmäler frånvaro",
        "Jag kan inte vara med, barnet är magsjukt",
        "kommer inte på tisdag, krockar med annat",
        "jag är borta den dagen",
        "can't make it on Tuesday, sorry",
        "I won't be able to attend",
    ],
)
def test_one_who_cannot_come_is_absent_and_no_reason_is_kept(text: str) -> None:
    of = call()
    sentence = Sentence(text, first=True, last=True)
    (claim,) = REPORT_ATTENDANCE.read(sentence, of)
    assert claim.span == (0, len(text))
    report = only(text, of)
    assert (report.person, report.status) == ("p3", "absent")
    assert "sjuk" not in report.model_dump_json()
    assert "krock" not in report.model_dump_json()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Bo Ekdahl hälsar att han har förhinder", [("p8", "absent")]),
        ("Karin Holmsund och Carin Delin har förhinder", [("p4", "absent"), ("p5", "absent")]),
        ("Sven-Åke har ringt återbud", [("p2", "absent")]),
        ("Sven-Åke kan inte komma men Bo Ekdahl kommer", [("p2", "absent"), ("p8", "present")]),
        ("vi är med från FK, både jag och Bo Ekdahl", [("p3", "present"), ("p8", "present")]),
        ("Ingen från Försäkringskassan kan på tisdag", [("Försäkringskassan", "absent")]),
        ("Representanten från Västra Nordvik har förhinder", [("Västra Nordvik", "absent")]),
    ],
)
def test_people_speak_for_others(text: str, expected: list[tuple[str, str]]) -> None:
    assert attendance(text, call()) == expected


@pytest.mark.parametrize(
    ("text", "since", "until"),
    [
        ("blir 10 min sen", time(13, 10), None),
        ("jag kommer först kl 13.45", time(13, 45), None),
        ("ansluter 13:30", time(13, 30), None),
        ("måste gå 14.30", None, time(14, 30)),
        ("kan bara vara med första timmen", None, time(14)),
        ("jag är med till 14.15", None, time(14, 15)),
        ("jag kommer 13.30 och måste gå 14.30", time(13, 30), time(14, 30)),
        ("I have to leave at 2:30 pm", None, time(14, 30)),
        ("jag kommer 12.45", None, None),
    ],
)
def test_hours_within_the_meeting_are_kept(text: str, since: time | None, until: time | None) -> None:
    report = only(text, call())
    assert (report.status, report.from_, report.until) == ("present", since, until)


def test_an_hour_after_the_meeting_is_about_something_else() -> None:
    assert attendance("jag kommer kl 18", call()) == []


def test_one_who_arrives_in_an_open_meeting_is_there_from_then() -> None:
    assert only("förlåt, här nu", call(When.DURING)).from_ == time(13, 20)


def test_one_who_was_called_from_the_start_gets_no_hour() -> None:
    known = record(When.DURING)
    known.meetings["m1"].attendance["p3"] = Report("p3", None, "present", Basis.CALLED, reported_by="p1")
    assert only("här!", call(When.DURING, of=known)).from_ is None


@pytest.mark.parametrize(
    ("text", "speaker", "away", "by"),
    [
        ("Karin Holmsund går i mitt ställe", "Malin Ros", "p3", "p4"),
        ("Karin Holmsund ersätter Sven-Åke", "Tora Lindmo", "p2", "p4"),
        ("jag går i stället för Bo Ekdahl", "Malin Ros", "p8", "p3"),
        ("byt ut Sven-Åke mot Karin Holmsund", "Tora Lindmo", "p2", "p4"),
        ("Sven-Åke kan inte, Karin Holmsund går i hans ställe", "Tora Lindmo", "p2", "p4"),
        ("Jag kan inte på tisdag men Karin Holmsund kommer i stället", "Malin Ros", "p3", "p4"),
        ("Jag har bett Karin Holmsund gå i mitt ställe", "Malin Ros", "p3", "p4"),
        ("missar mötet 😔 Karin Holmsund hoppar in för mig", "Malin Ros", "p3", "p4"),
        ("Karin Holmsund will stand in for Sven-Åke", "Tora Lindmo", "p2", "p4"),
        ("Karin Holmsund will go in my place", "Malin Ros", "p3", "p4"),
    ],
)
def test_a_substitute_is_present_and_the_one_replaced_absent(text: str, speaker: str, away: str, by: str) -> None:
    facts, _ = said(text, call(by=speaker))
    first, second = (fact for fact in facts if isinstance(fact, AttendanceReported))
    assert (first.person, first.status) == (away, "absent")
    assert (second.person, second.status, second.substitutes_for) == (by, "present", away)


def test_a_substitute_outside_the_register_is_noted_as_a_visitor_from_the_writers_organisation() -> None:
    facts, replies = said(
        "Jag är borta den dagen men Ylva Forsell (rehabkoordinator hos oss) går i mitt ställe", call()
    )
    (visitor,) = (fact.person for fact in facts if isinstance(fact, PersonRegistered))
    assert (visitor.name, visitor.role, visitor.organisation) == (
        "Ylva Forsell",
        "rehabkoordinator",
        "Arbetsförmedlingen",
    )
    assert not visitor.registered
    assert not any(isinstance(fact, Asked) for fact in facts)
    assert "Noterat: Ylva Forsell" in repr([reply for reply in replies if isinstance(reply, Tell)])
    assert "15 september" in repr(replies)


def test_what_is_missing_of_a_substitute_is_asked_once_and_the_answer_is_kept() -> None:
    of = call()
    facts, replies = said("Ylva Forsell går i mitt ställe", of)
    (asked,) = (fact for fact in facts if isinstance(fact, Asked))
    (visitor,) = (fact.person for fact in facts if isinstance(fact, PersonRegistered))
    assert asked.concerns == visitor.id
    assert "Vilken roll" in repr(replies)
    known = record()
    known.people[visitor.id] = visitor
    answering = _pending(known, asked.question, visitor.id)
    answer = read_substitute_answer("hon är rehabkoordinator på regionen", answering)
    assert answer is not None
    (told,) = (f.person for f in answer_substitute(answer, answering).facts if isinstance(f, PersonRegistered))
    assert (told.id, told.role, told.organisation) == (visitor.id, "rehabkoordinator", "Region Nordvik")


def test_one_who_sends_a_substitute_is_asked_whom_and_may_answer_with_a_name() -> None:
    facts, _ = said("Skickar ersättare", call(private=True))
    assert [fact.kind for fact in facts] == ["attendance_reported", "asked"]
    answering = _pending(record(), "q1", "p3")
    answer = read_substitute_answer("Karin Holmsund", answering)
    assert answer is not None
    (report,) = (f for f in answer_substitute(answer, answering).facts if isinstance(f, AttendanceReported))
    assert (report.person, report.substitutes_for) == ("p4", "p3")


def _pending(known: Record, question: str, concerns: str) -> Call:
    from dataclasses import replace

    pending = Pending(question, "p3", About.SUBSTITUTE, (), concerns, "m1", NOW[When.BEFORE])
    return replace(call(private=True, of=known, message="x2"), pending=pending)


@pytest.mark.parametrize("text", ["Elin kan inte vara med på tisdag", "Elin kommer på tisdag", "Elin can't come"])
def test_a_name_that_fits_two_is_asked_about_with_the_text_made_full(text: str) -> None:
    facts, _ = said(text, call())
    (asked,) = facts
    assert isinstance(asked, Asked)
    assert asked.about is About.WHO
    assert [option.text for option in asked.options] == [
        text.replace("Elin", name) for name in ("Elin Sand", "Elin Strand")
    ]


def test_two_meetings_close_together_are_asked_about() -> None:
    known = record()
    known.meetings["m3"] = Meeting(id="m3", date=date(2026, 9, 16), start=time(9), end=time(10), title="Arbetsgruppen")
    facts, replies = said("kan inte komma", call(of=known))
    assert [fact.kind for fact in facts] == ["asked"]
    assert "Arbetsgruppen" in repr(replies)


def test_a_day_of_another_meeting_is_about_that_one() -> None:
    assert only("kan inte den 10 november", call()).meeting == "m2"


def test_away_for_a_long_time_is_away_from_every_meeting_in_it() -> None:
    facts, _ = said("Jag kan inte vara med från 1 september till 30 november", call())
    assert {fact.meeting for fact in facts} <= {"m1", "m2"}


@pytest.mark.parametrize("text", ["jag med", "OK för mig", "samma här", "me too"])
def test_joining_in_counts_only_right_after_somebody_elses_answer(text: str) -> None:
    assert attendance(text, call()) == []
    known = record()
    known.meetings["m1"].attendance["p2"] = Report("p2", None, "present", Basis.SELF, reported_by="p2")
    known.traces["x0"] = Trace(by="p2", at=datetime(2026, 9, 7, 8, 55, tzinfo=NOW[When.BEFORE].tzinfo), meeting="m1")
    assert attendance(text, call(of=known)) == [("p3", "present")]


@pytest.mark.parametrize(
    ("text", "status", "mode"),
    [("På plats", "present", "onsite"), ("Digitalt", "present", "digital"), ("Förhinder", "absent", None)],
)
def test_the_buttons_answers_count_alone_in_a_private_message(text: str, status: str, mode: str | None) -> None:
    report = only(text, call(private=True))
    assert (report.status, report.mode) == (status, mode)


@pytest.mark.parametrize(
    "text",
    [
        "jag kommer inte ihåg lösenordet",
        "kan inte hitta filen",
        "jag är borta på golvet",
        "min chef är sen med budgeten",
        "tåget är sent",
        "jag går nu, ses imorgon",
        "brb",
        "vem kommer på tisdag?",
        "Kommer du, Carin?",
        "jag kommer att tänka på en sak",
        "hoppas du mår bättre",
        "Karin kommer med fika",
        "vi kan inte ha mötet på tisdag",
        "digitalt möte på tisdag",
        "Den som har förhinder skickar ersättare",
        "om jag inte kan komma går Karin i mitt ställe",
        "jag kommer kanske",
        "kan inte den 22:a",
        "Karin ersätter Malin som chef från 1 november",
        "bra att Karin kommer",
        "+1",
        "I'm late with my timesheet",
        "I got a present",
        "jag kommer på lunchen på tisdag",
    ],
)
def test_other_talk_is_left_alone(text: str) -> None:
    assert said(text, call()) == ((), ())


@pytest.mark.parametrize(
    "text",
    [
        "Kommunen har haft hög frånvaro",
        "jag går igenom listan",
        "vi är med i projektet",
        "närvaro: 80 % i skolan",
        "Karin deltar i arbetsgruppen",
        "jag kan inte vara med och besluta om det",
        "jag avstår",
        "Karin går i pension i juni",
        "regionen kan inte delta i finansieringen",
    ],
)
def test_what_is_discussed_in_the_meeting_is_no_attendance(text: str) -> None:
    assert said(text, call(When.DURING)) == ((), ())


def test_a_short_free_word_after_the_meeting_is_left_alone_but_a_correction_to_the_bot_is_taken() -> None:
    assert attendance("Bo Ekdahl var också med", call(When.AFTER)) == []
    assert attendance("Bo Ekdahl var också med", call(When.AFTER, addressed=True)) == [("p8", "present")]


def test_the_bot_says_so_when_it_is_told_of_a_day_without_a_meeting() -> None:
    assert said("jag kan inte komma den 22 september", call()) == ((), ())
    with pytest.raises(NoMeeting) as error:
        said("jag kan inte komma den 22 september", call(private=True))
    assert "22 september" in call().texts.t(error.value.text_key, **error.value.told)


def test_attendance_is_acknowledged_with_a_reaction_only() -> None:
    assert said("Bo Ekdahl har förhinder", call())[1] == (React(),)


def test_who_comes_is_shown_when_the_bot_is_asked() -> None:
    known = record()
    known.meetings["m1"].attendance["p2"] = Report("p2", None, "present", Basis.SELF, mode="digital")
    _, replies = said("vilka kommer?", call(of=known, addressed=True))
    (answer,) = replies
    assert isinstance(answer, Answer)
    assert "Sven-Åke Backe (digitalt)" in repr(answer)
    assert said("vilka kommer?", call(of=known)) == ((), ())


@given(st.text(max_size=120))
def test_any_text_at_all_is_read_without_an_error(text: str) -> None:
    for phase in When:
        _said_or_told(text, call(phase, addressed=True))


def _said_or_told(text: str, of: Call) -> None:
    with suppress(MeetingError):
        said(text, of)


_PIECES = st.lists(
    st.sampled_from(
        (
            "jag kommer inte kan Karin Elin Bo Ekdahl på tisdag 13.30 ersätter mig i stället för men och , . ( ) sen "
            "gå måste närvarande: hon nu länk digitalt den 15:e"
        ).split()
    ),
    max_size=14,
)


@given(_PIECES)
def test_any_order_of_the_words_people_use_is_read_without_an_error(pieces: list[str]) -> None:
    for phase in When:
        _said_or_told(" ".join(pieces), call(phase, addressed=True))
