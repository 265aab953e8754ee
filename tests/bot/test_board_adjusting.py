"""What becomes of a board's protokoll after the meeting: adjusted by those chosen, announced, published and kept."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from tests.bot.board import CARIN, CHAIR, KARIN, VICE, board
from tests.bot.channel import LEAD, Channel


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Channel]:
    with Channel(tmp_path, board()) as channel:
        channel.say(CHAIR, "Jag öppnar mötet. Upprop: jag, Siv, Karin Stål och Carin Ås", "13:00")
        channel.say(LEAD, "Val av justerare: Siv och Karin Stål", "13:02")
        channel.close()
        yield channel


def test_the_protokoll_is_adjusted_when_all_who_were_chosen_have_adjusted(room: Channel) -> None:
    room.privately(VICE, "jag justerar protokollet", "2026-09-17 09:00")
    assert room.minutes().status == "draft"
    assert any(KARIN in text for text in room.said_to(VICE))
    room.say(KARIN, "Har läst, ser bra ut. Justerat!", "2026-09-18 09:00")
    minutes = room.minutes()
    assert minutes.notice is not None
    assert (minutes.status, minutes.notice.adjusted) == ("adjusted", date(2026, 9, 18))


def test_the_notice_is_proposed_two_days_after_the_adjusting_and_stays_three_weeks(room: Channel) -> None:
    room.privately(VICE, "justerat", "2026-09-17 09:00")
    room.privately(KARIN, "justerat", "2026-09-18 09:00")
    notice = room.minutes().notice
    assert notice is not None
    assert (notice.posted, notice.removed, notice.stored_at) == (date(2026, 9, 20), date(2026, 10, 11), "Kommunarkivet")
    assert notice.proposed


def test_the_days_of_the_notice_are_told_with_the_word_to_check_them(room: Channel) -> None:
    room.privately(VICE, "justerat", "2026-09-17 09:00")
    room.privately(KARIN, "justerat", "2026-09-18 09:00")
    room.say(CARIN, "@mötesbot när går anslaget ut?", "2026-09-18 10:00")
    told = room.said_in_channel()[-1]
    assert "20 september" in told
    assert "regler som gäller för er" in told


def test_a_notice_that_went_up_another_day_comes_down_three_weeks_after_that(room: Channel) -> None:
    room.privately(VICE, "justerat", "2026-09-17 09:00")
    room.privately(KARIN, "justerat", "2026-09-17 10:00")
    room.say(LEAD, "anslaget är uppsatt nu", "2026-09-18 08:00")
    notice = room.minutes().notice
    assert notice is not None
    assert (notice.posted, notice.removed, notice.proposed) == (date(2026, 9, 18), date(2026, 10, 9), False)


def test_one_who_was_not_chosen_adjusts_nothing_and_is_told_who_may(room: Channel) -> None:
    message = room.privately(CARIN, "jag justerar protokollet", "2026-09-17 09:00")
    assert room.facts_of(message) == []
    assert "Siv Lund" in room.said_to(CARIN)[-1]


def test_nothing_is_adjusted_while_the_meeting_is_open(tmp_path: Path) -> None:
    with Channel(tmp_path, board()) as room:
        room.say(CHAIR, "Jag öppnar mötet. Upprop: jag och Siv", "13:00")
        room.say(LEAD, "Siv justerar", "13:02")
        room.say(VICE, "jag justerar protokollet", "13:05")
        assert room.record().meetings["m1"].formal.adjusted == {}


def test_it_can_be_published_before_and_after_it_is_adjusted(room: Channel) -> None:
    room.publish()
    assert room.minutes().status == "published"
    room.privately(VICE, "justerat", "2026-09-17 09:00")
    room.privately(KARIN, "justerat", "2026-09-17 10:00")
    minutes = room.minutes()
    assert minutes.notice is not None
    assert (minutes.status, minutes.revision, minutes.notice.adjusted) == ("adjusted", 1, date(2026, 9, 17))
    assert len(room.revisions()) == 1


def test_a_protokoll_adjusted_as_a_draft_is_published_as_adjusted(room: Channel) -> None:
    room.privately(VICE, "justerat", "2026-09-17 09:00")
    room.privately(KARIN, "justerat", "2026-09-17 10:00")
    room.privately(LEAD, "publicera", "2026-09-17 11:00")
    assert room.revisions()[0].status == "adjusted"
    assert "justerad" in room.files(1)["md"].decode()


def test_talk_of_adjusting_other_things_adjusts_nothing(room: Channel) -> None:
    message = room.say(VICE, "vi justerar taxan i höst", "2026-09-17 09:00")
    assert "protocol_adjusted" not in room.facts_of(message)
