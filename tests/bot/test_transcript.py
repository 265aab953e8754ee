"""A transcript is read to what happens, line by line; what cannot be read is told and left out."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.misuse import TranscriptError
from bot.platform import Author, Deleted, Edited, Event, Reacted, Written
from bot.replay.transcript import Step, Transcript, read

HEADER = """+++
group.name = "Mysam Ekvik"
group.channel = "#ekvik"
members = [{name = "Tora Ekman"}, {name = "Sven-Åke Prov"}]
+++
"""
FIRST_LINE = HEADER.count("\n") + 1
TORA = Author("Tora Ekman", "Tora Ekman")


def played(*lines: str) -> Transcript:
    return read((HEADER + "\n".join(lines)).encode())


def events(*lines: str) -> list[Event | None]:
    transcript = played(*lines)
    assert transcript.broken == ()
    return [step.event for step in transcript.steps]


def line(
    text: str, id_: str = "m1", stamp: str = "2026-02-03 09:00", where: str = "#ekvik", who: str = "Tora Ekman"
) -> str:
    return f"{id_} | {stamp} | {where} | {who} | {text}"


def utc(hour: int, minute: int, number: int) -> datetime:
    """Give a time on 3 February 2026 in UTC, as line `number` of the file has it."""
    return datetime(2026, 2, 3, hour, minute, tzinfo=UTC) + timedelta(microseconds=number)


def test_a_message_is_written_in_its_channel_at_its_local_time() -> None:
    assert events(line("punkt: Lokaler")) == [
        Written("#ekvik", TORA, "m1", utc(8, 0, FIRST_LINE), "punkt: Lokaler"),
    ]


def test_a_direct_message_is_private_and_a_conversation_of_its_writer() -> None:
    first, second = events(line("hej", where="DM"), line("hej", "m2", where="DM", who="Sven-Åke Prov"))
    assert isinstance(first, Written)
    assert isinstance(second, Written)
    assert first.private
    assert first.conversation != second.conversation


@pytest.mark.parametrize(
    ("written", "text"),
    [
        pytest.param(r"lokaler:\n- vi flyttar", "lokaler:\n- vi flyttar", id="a line break"),
        pytest.param(r"C:\\nytt", "C:\\nytt", id="a backslash before an n"),
        pytest.param(r"C:\temp", "C:\\temp", id="a backslash before something else"),
        pytest.param("a | b | c", "a | b | c", id="bars in the text"),
        pytest.param("[obs] viktigt", "[obs] viktigt", id="brackets that mean nothing"),
        pytest.param("  indraget  ", "  indraget  ", id="spaces around"),
        pytest.param("ett\u2028två\x0bdrei", "ett\u2028två\x0bdrei", id="other signs for a new line"),
    ],
)
def test_the_text_is_what_was_written(written: str, text: str) -> None:
    (event,) = events(line(written))
    assert isinstance(event, Written)
    assert event.text == text


def test_an_answer_names_the_message_whose_thread_it_is_in() -> None:
    _, event = events(line("hej"), line("[svar m1] hej själv", "m2"))
    assert isinstance(event, Written)
    assert (event.thread, event.text) == ("m1", "hej själv")


@pytest.mark.parametrize(
    ("written", "thread", "files", "text"),
    [
        pytest.param("[bilaga plan.pdf] här är den", None, ("plan.pdf",), "här är den", id="with a text"),
        pytest.param("[bilaga Årlig plan 2026.pdf]", None, ("Årlig plan 2026.pdf",), "", id="with no text"),
        pytest.param("[svar m0] [bilaga plan.pdf] här", "m0", ("plan.pdf",), "här", id="in a thread"),
        pytest.param("[bilaga a.pdf] [bilaga b.pdf] båda", None, ("a.pdf", "b.pdf"), "båda", id="two files"),
    ],
)
def test_files_go_along_with_a_message(written: str, thread: str | None, files: tuple[str, ...], text: str) -> None:
    (event,) = events(line(written))
    assert isinstance(event, Written)
    assert (event.thread, event.files, event.text) == (thread, files, text)


def test_an_edit_keeps_when_and_where_its_message_was_written() -> None:
    _, _, event = events(
        line("[bilaga a.pdf] ett"), line("mellan", "m2"), line("[ändrar m1] två\\ntre", "m3", "2026-02-03 09:30")
    )
    at, edited_at = utc(8, 0, FIRST_LINE), utc(8, 30, FIRST_LINE + 2)
    assert event == Edited("#ekvik", TORA, "m1", at, edited_at, "två\ntre", "m3", files=("a.pdf",))


def test_a_deletion_and_a_reaction_are_on_the_message_they_name() -> None:
    _, reaction, deletion = events(line("ett", where="DM"), line("[reaktion m1] 👍", "m2"), line("[raderar m1]", "m3"))
    assert isinstance(reaction, Reacted)
    assert (reaction.on, reaction.emoji, reaction.event, reaction.private) == ("m1", "👍", "m2", True)
    assert isinstance(deletion, Deleted)
    assert (deletion.id, deletion.event, deletion.private) == ("m1", "m3", True)


def test_a_clock_line_lets_time_pass_and_nothing_else() -> None:
    transcript = played("k1 | 2026-02-03 09:00 | - | - | [klocka]")
    assert transcript.steps == (Step(utc(8, 0, FIRST_LINE), None),)


def test_lines_of_the_same_minute_keep_their_order_by_time() -> None:
    times = [step.at for step in played(line("a"), "", line("b", "m2"), "# nu blir det paus", line("c", "m3")).steps]
    assert times == sorted(set(times))


def test_a_late_message_counts_as_written_at_its_stamp() -> None:
    late = events(line("a", stamp="2026-02-03 10:00"), line("b", "m2", "2026-02-03 09:00"))[1]
    assert isinstance(late, Written)
    assert late.at == utc(8, 0, FIRST_LINE + 1)


@pytest.mark.parametrize(
    ("broken", "reason"),
    [
        pytest.param("hej hopp", "fields", id="no fields at all"),
        pytest.param("m2 | 2026-02-03 09:00 | #ekvik | Tora Ekman", "fields", id="four fields"),
        pytest.param(line("a", ""), "no_id", id="no id"),
        pytest.param(line("a", "m1"), "id_twice", id="an id for the second time"),
        pytest.param(line("a", "m2", "2026-02-30 09:00"), "stamp", id="a day that is not in the calendar"),
        pytest.param(line("a", "m2", "2026-02-03 9:00"), "stamp", id="an hour of one figure"),
        pytest.param(line("a", "m2", "0001-01-01 00:00"), "stamp", id="before time begins"),
        pytest.param(line("a", "m2", where="ekvik"), "where", id="a channel without #"),
        pytest.param(line("a", "m2", who=" "), "no_author", id="nobody writing"),
        pytest.param(line("", "m2"), "empty", id="an empty message"),
        pytest.param(line("", "m2").rstrip(), "empty", id="an empty message without its last space"),
        pytest.param(line("[ändrar m1] ", "m2"), "empty", id="an edit into nothing"),
        pytest.param(line("[reaktion m1]", "m2"), "empty", id="a reaction without an emoji"),
        pytest.param(line("[ändrar m9] a", "m2"), "unknown_message", id="an edit of no message"),
        pytest.param(line("[raderar m9]", "m2"), "unknown_message", id="a deletion of no message"),
        pytest.param(line("[reaktion m9] 👍", "m2"), "unknown_message", id="a reaction to no message"),
        pytest.param(line("[raderar m2]", "m2"), "unknown_message", id="a deletion of itself"),
    ],
)
def test_a_broken_line_is_told_by_its_number_and_left_out(broken: str, reason: str) -> None:
    transcript = played(line("först"), broken, line("sist", "m3"))
    assert [(one.number, one.reason) for one in transcript.broken] == [(FIRST_LINE + 1, reason)]
    assert transcript.broken[0].text("sv").startswith(f"rad {FIRST_LINE + 1} hoppas över: ")
    assert transcript.broken[0].text("en").startswith(f"line {FIRST_LINE + 1} is skipped: ")
    assert [step.event.text for step in transcript.steps if isinstance(step.event, Written)] == ["först", "sist"]


def test_a_message_that_was_deleted_cannot_be_edited() -> None:
    transcript = played(line("a"), line("[raderar m1]", "m2"), line("[ändrar m1] b", "m3"))
    assert [one.reason for one in transcript.broken] == ["unknown_message"]


def test_a_line_that_is_not_utf_8_is_left_out() -> None:
    transcript = read(
        HEADER.encode() + b"m1 | 2026-02-03 09:00 | #ekvik | Tora | hall\xe5\n" + line("b", "m2").encode()
    )
    assert [one.reason for one in transcript.broken] == ["encoding"]
    assert len(transcript.steps) == 1


def test_windows_line_ends_and_a_byte_order_mark_do_no_harm() -> None:
    transcript = read(b"\xef\xbb\xbf" + (HEADER + line("a\\nb")).replace("\n", "\r\n").encode())
    assert transcript.broken == ()
    assert [step.event.text for step in transcript.steps if isinstance(step.event, Written)] == ["a\nb"]


@pytest.mark.parametrize(
    ("content", "says"),
    [
        pytest.param('group.name = "X"\n+++\n', "Rad 1", id="no first fence"),
        pytest.param('+++\ngroup.name = "X"\n', "slutar aldrig", id="no last fence"),
        pytest.param("+++\ngroup.name = X\n+++\n", "line 2", id="no TOML"),
        pytest.param('+++\ngroup.colour = "X"\n+++\n', "group.colour", id="a key nobody knows"),
        pytest.param("+++\nx = " + "[" * 5000 + "\n+++\n", "TOML", id="brackets without end"),
    ],
)
def test_a_broken_header_stops_everything_with_one_error(content: str, says: str) -> None:
    with pytest.raises(TranscriptError) as raised:
        read(content.encode())
    assert says in raised.value.text("sv")
    assert raised.value.text("en")


@pytest.mark.parametrize("header", [pytest.param("", id="no header"), pytest.param("+++\n+++\n", id="an empty one")])
def test_a_transcript_may_set_up_its_groups_itself(header: str) -> None:
    transcript = read((header + line("ny grupp Mysam Ekvik")).encode())
    assert transcript.foundings() == ()
    assert [step.at.replace(microsecond=0) for step in transcript.steps] == [utc(8, 0, 0)]


def test_each_channel_keeps_the_time_of_its_group() -> None:
    header = """+++
groups = [{name = "A", channel = "#a"}, {name = "B", channel = "#b", timezone = "Europe/Helsinki"}]
+++
"""
    transcript = read((header + line("a", "m1", where="#a") + "\n" + line("b", "m2", where="#b")).encode())
    assert [step.at.hour for step in transcript.steps] == [8, 7]


def test_groups_are_set_up_before_the_earliest_message_was_written() -> None:
    transcript = played(line("a", stamp="2026-02-03 10:00"), line("b", "m2", "2026-02-01 09:00"))
    (founding,) = transcript.foundings()
    assert all(fact.said.at < min(step.at for step in transcript.steps) for fact in founding.facts)


@given(st.lists(st.text(), max_size=8))
def test_no_lines_crash_the_reading_and_every_one_is_accounted_for(lines: list[str]) -> None:
    content = "\n".join(lines)
    transcript = read((HEADER + content).encode("utf-8", "surrogatepass"))
    silent = [one for one in content.split("\n") if not one.removesuffix("\r").strip() or one.startswith(("# ", "#"))]
    total = len(content.split("\n"))
    assert total - len(silent) <= len(transcript.steps) + len(transcript.broken) <= total


@given(st.binary(max_size=200))
def test_no_bytes_crash_the_reading(content: bytes) -> None:
    try:
        read(content)
    except TranscriptError as error:
        shown = error.text()
    else:
        shown = "read"
    assert shown


_FORMS = st.sampled_from(
    ("", "[svar m1] ", "[ändrar m1] ", "[raderar m1]", "[reaktion m1] ", "[bilaga x] ", "[klocka]")
)


@given(st.lists(st.tuples(st.sampled_from(("#ekvik", "DM", "-")), _FORMS, st.text(max_size=30)), max_size=8))
def test_any_text_after_any_form_is_played_or_told(rows: list[tuple[str, str, str]]) -> None:
    lines = [
        line(form + text.replace("\n", "\\n"), f"m{number}", where=where)
        for number, (where, form, text) in enumerate(rows)
    ]
    transcript = read((HEADER + "\n".join(lines)).encode("utf-8", "surrogatepass"))
    assert len(transcript.steps) + len(transcript.broken) == len(rows)
