"""What is said once is clean; twice, never or neither is counted, and what a person was asked about is none of them."""

from __future__ import annotations

from datetime import UTC, datetime

from storage.outgoing import Entry
from torture.chat import Message
from torture.verdict import judge

HELLO, AGENDA = ("#a", "hej"), ("malin", "dagordning")


def said(where: str, text: str, key: str = "k") -> Message:
    return Message(where, text, None, key, (), 1, 0.0)


def left(state: str, recipient: str = "#a") -> Entry:
    at = datetime(2026, 9, 15, tzinfo=UTC)
    return Entry("g/1", "g", "torture", "minutes", "send", recipient, "m1", state, 2, at, None, None, "lost")


def test_each_thing_once_is_clean() -> None:
    verdict = judge((HELLO, AGENDA, ("#a", "✅ on m1")), [said(*HELLO), said(*AGENDA)], [("#a", "✅ on m1")], [])
    assert verdict.clean
    assert verdict.posts == 3


def test_what_is_said_twice_is_counted_under_whatever_key_it_came() -> None:
    assert judge((HELLO,), [said(*HELLO, key="a"), said(*HELLO, key="b")], [], []).duplicates == [HELLO]


def test_what_nobody_expected_is_one_too_many() -> None:
    assert judge((), [said(*HELLO)], [], []).duplicates == [HELLO]


def test_what_is_never_said_is_lost_and_what_is_not_over_is_stuck() -> None:
    verdict = judge((HELLO, AGENDA), [], [], [left("pending")])
    assert verdict.lost == [HELLO, AGENDA]
    assert len(verdict.stuck) == 1


def test_what_a_person_was_asked_about_is_neither() -> None:
    verdict = judge((HELLO,), [said("tora", "Kom det fram?", "g/1/unknown/2")], [], [left("unknown")])
    assert verdict.clean
    assert verdict.asked == 1


def test_what_is_unknown_and_nobody_was_asked_about_is_stuck() -> None:
    assert not judge((HELLO,), [said(*HELLO)], [], [left("unknown")]).clean
