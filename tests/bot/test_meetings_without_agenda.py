"""Groups that have set up little: a meeting without an agenda, and one that is heard only when addressed."""

from __future__ import annotations

import pytest

from tests.bot.scenarios import Played, played

NOBODY = "+++\n+++\n"
BARE = r"""
m01 | 2026-09-01 10:00 | #kajen | Karin Lund | @mötesbot ny grupp Kajgruppen
m02 | 2026-09-01 10:01 | #kajen | Karin Lund | @mötesbot boka möte 8 september kl 13-14
m03 | 2026-09-08 13:00 | #kajen | Karin Lund | @mötesbot starta mötet
m04 | 2026-09-08 13:05 | #kajen | Karin Lund | Bryggan ska lagas före vintern
m05 | 2026-09-08 13:06 | #kajen | Karin Lund | beslut: att beställa virke
m06 | 2026-09-08 13:07 | #kajen | Karin Lund | vi tar upp båtplatserna nästa gång
m07 | 2026-09-08 13:20 | #kajen | Karin Lund | då avslutar vi, tack alla
m08 | 2026-09-08 13:21 | DM | Karin Lund | publicera
m09 | 2026-09-08 13:22 | #kajen | Karin Lund | @mötesbot anteckna bara på tilltal
m10 | 2026-09-08 13:23 | #kajen | Karin Lund | @mötesbot boka möte 6 oktober kl 13-14
m11 | 2026-10-06 13:00 | #kajen | Karin Lund | @mötesbot starta mötet
m12 | 2026-10-06 13:05 | #kajen | Karin Lund | det här säger jag bara till er
m13 | 2026-10-06 13:06 | #kajen | Karin Lund | @mötesbot båtplatserna: kön är tre år
m14 | 2026-10-06 13:07 | #kajen | Karin Lund | @mötesbot då avslutar vi
m15 | 2026-10-06 13:08 | DM | Karin Lund | hjälp
"""
FIRST, SECOND = "2026-09-08-kajgruppen", "2026-10-06-kajgruppen"


@pytest.fixture(scope="module")
def kaj() -> Played:
    """Play a group that has no agenda, and later one that hears only what is addressed to it."""
    return played(BARE, NOBODY)


def test_what_is_said_at_a_meeting_without_an_agenda_stands_in_its_minutes(kaj: Played) -> None:
    assert kaj.titles(FIRST) == ["Anteckningar"]
    assert kaj.notes(FIRST, "Anteckningar")[0] == "Bryggan ska lagas före vintern"
    assert [one["clauses"] for one in kaj.item(FIRST, "Anteckningar")["decisions"]] == [["att beställa virke"]]


def test_what_we_take_up_next_time_is_on_the_next_agenda(kaj: Played) -> None:
    assert kaj.titles(SECOND) == ["Båtplatserna"]


def test_the_words_that_close_a_meeting_close_it_with_items_left(kaj: Played) -> None:
    assert [kaj.minutes(folder)["status"] for folder in (FIRST, SECOND)] == ["published", "draft"]
    assert any("Mötet är avslutat 13.07" in text for text in kaj.said("Karin Lund"))


def test_a_group_heard_only_when_addressed_is_told_so_when_the_meeting_opens(kaj: Played) -> None:
    (opened,) = [text for text in kaj.said() if "öppnat 13.00" in text and "Båtplatserna" in text]
    assert "bara det som skrivs till mig" in opened
    assert kaj.notes(SECOND, "Båtplatserna") == ["kön är tre år"]
