"""The life of groups at the desk: founded in a channel, several in one, several of one person, asked when in doubt."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import pytest

from bot.platform import Author, Written
from handlers.groups.founding import found
from meetings.group import Document
from meetings.record import Record
from tests.bot.channel import CHANNEL, FOUNDED, LEAD, MALIN, NUMBER, Channel
from tests.situation import ZONE

NEW = "#mysam-ekvik"
STEN = "Sten Ask"


class Places:
    """Write in any channel, minute by minute."""

    def __init__(self, channel: Channel) -> None:
        self.channel = channel
        self._said = 0

    def write(self, where: str, who: str, text: str, *, day: date = date(2026, 9, 8)) -> str:
        self._said += 1
        message = f"w{self._said}"
        at = datetime(day.year, day.month, day.day, 9, self._said, tzinfo=ZONE)
        place = where if where.startswith("#") else f"DM {who}"
        self.channel.heard.now = at
        private = not where.startswith("#")
        self.channel.hear(Written(place, Author(who, who), message, at.astimezone(UTC), text, private))
        return message

    def groups(self) -> tuple[str, ...]:
        return self.channel.wait(self.channel.desk.groups())

    def record(self, group: str) -> Record:
        return self.channel.wait(self.channel.desk.record(group))

    def replies(self, message: str) -> list[str]:
        rows = self.channel.said()
        return [row["text"] for row in rows if row["reply_to"] == message and row["kind"] != "reaction"]

    def clock(self, at: datetime) -> None:
        self.channel.heard.now = at
        self.channel.wait(self.channel.desk.pass_time(at, self.channel.heard))

    def add(self, data: dict[str, Any]) -> str:
        founding = found(data, FOUNDED)
        desk, name = self.channel.desk, self.channel.heard.name
        self.channel.wait(desk.found(founding.group_id, founding.facts, name, (founding.channel,)))
        return founding.group_id


@pytest.fixture
def places(channel: Channel) -> Places:
    return Places(channel)


def board(channel: str = CHANNEL) -> dict[str, Any]:
    """Describe a board that shares the standard group's channel, and its coordinator."""
    return {
        "group": {"name": "Styrelsen Nordvik", "channel": channel, "document": "protokoll", "convener": LEAD},
        "members": [{"name": LEAD, "coordinator": True}, {"name": STEN, "role": "ledamot"}],
        "meetings": [{"date": "2026-09-29", "start": "09:00", "end": "11:00"}],
    }


# ------------------------------------------------------------------------------------------- founding


def test_a_group_is_founded_where_the_bot_is_asked_for_one(places: Places) -> None:
    message = places.write(NEW, STEN, "@mötesbot ny grupp Mysam Ekvik")
    record = places.record("mysam-ekvik")
    (founder,) = record.members
    assert (record.group.name, record.group.channel) == ("Mysam Ekvik", NEW)
    assert (founder.name, founder.coordinator) == (STEN, True)
    assert any("Mysam Ekvik" in reply for reply in places.replies(message))


def test_the_one_who_founded_it_goes_on_in_ordinary_words(places: Places) -> None:
    places.write(NEW, STEN, "@mötesbot ny grupp Mysam Ekvik")
    places.write(NEW, STEN, "använd Mysam-mallen, FK sammankallar t.o.m. 2027-06-30, fyra möten per år")
    group = places.record("mysam-ekvik").group
    assert group.standing[-1].title == "Nästa möte"
    assert group.convener.until == date(2027, 6, 30)
    assert group.meetings_per_year == 4
    assert places.record("mysam-ekvik").parties() == (
        "Ekviks kommun",
        "Arbetsförmedlingen",
        "Försäkringskassan",
        "Region",
    )


def test_a_polite_question_founds_a_group_too(places: Places) -> None:
    message = places.write(NEW, STEN, "hej @mötesbot, kan du skapa en ny grupp som heter Trygg Väg? med projektmallen")
    assert places.record("trygg-vag").group.template == "project"
    assert any("Trygg Väg" in reply for reply in places.replies(message))


def test_settings_may_change_when_everything_held_is_published(channel: Channel) -> None:
    channel.open()
    channel.close()
    channel.publish()
    channel.say(LEAD, "fyra möten per år")
    assert channel.record().group.meetings_per_year == 4


def test_name_template_and_members_may_come_in_one_message(places: Places) -> None:
    text = "@mötesbot ny grupp Mysam Ekvik, använd Mysam-mallen\nmedlemmar: Ulla Falk, rektor, kommunen; Bo Lind"
    places.write(NEW, STEN, text)
    record = places.record("mysam-ekvik")
    assert record.group.template == "mysam"
    assert [person.name for person in record.members] == [STEN, "Ulla Falk", "Bo Lind"]


def test_somebody_known_in_another_group_brings_her_organisation_along(places: Places) -> None:
    places.write(NEW, MALIN, "@mötesbot ny grupp Mysam Ekvik")
    assert places.record("mysam-ekvik").members[0].organisation == "Arbetsförmedlingen"


def test_a_founding_that_is_delivered_twice_founds_one_group(places: Places, channel: Channel) -> None:
    at = datetime(2026, 9, 8, 9, 1, tzinfo=UTC)
    event = Written(NEW, Author(STEN, STEN), "w1", at, "@mötesbot ny grupp Mysam Ekvik")
    channel.hear(event)
    channel.hear(event)
    assert places.groups() == ("mysam-ekvik", "mysam-nordvik")
    assert len(places.replies("w1")) == 1


def test_undoing_and_renaming_leave_the_group_where_it_is(places: Places) -> None:
    places.write(NEW, STEN, "@mötesbot ny grupp Mysam Ekvik")
    places.write(NEW, STEN, "vi skriver protokoll")
    places.write(NEW, STEN, "@mötesbot ångra")
    places.write(NEW, STEN, "@mötesbot ångra")
    places.write(NEW, STEN, "@mötesbot gruppen ska heta Fyrklövern")
    group = places.record("mysam-ekvik").group
    assert group.document is Document.MINNESANTECKNINGAR
    assert group.name == "Fyrklövern"


def test_she_coordinates_until_she_names_others(places: Places) -> None:
    places.write(NEW, STEN, "@mötesbot ny grupp Mysam Ekvik\nmedlemmar: Ulla Falk, rektor; Bo Lind")
    message = places.write(NEW, STEN, "Ulla Falk är koordinator")
    assert [person.name for person in places.record("mysam-ekvik").coordinators] == ["Ulla Falk"]
    assert any("i stället för dig" in reply for reply in places.replies(message))


def test_one_who_was_only_listed_gets_her_account_when_she_writes(places: Places) -> None:
    places.write(NEW, STEN, "@mötesbot ny grupp Mysam Ekvik\nmedlemmar: Ulla Falk, rektor")
    assert places.record("mysam-ekvik").members[1].account is None
    places.write(NEW, "Ulla Falk", "@mötesbot hjälp")
    assert places.record("mysam-ekvik").members[1].account == "Ulla Falk"


@pytest.mark.parametrize(
    ("where", "text", "told"),
    [
        (NEW, "@mötesbot starta mötet", "hör inte till någon grupp"),
        (NEW, "@mötesbot ny grupp", "Vad ska gruppen heta"),
        (NEW, "@mötesbot ny grupp Mysam Nordvik", "finns redan, i #mysam-nordvik"),
        ("DM", "hej", "hittar dig inte i någon grupp"),
        ("DM", "ny grupp Mysam Ekvik", "Skriv det i gruppens kanal"),
        (NEW, f"@mötesbot ny grupp för {NUMBER}", "personnummer"),
    ],
)
def test_whoever_speaks_to_the_bot_where_no_group_is_gets_an_answer(
    places: Places, where: str, text: str, told: str
) -> None:
    message = places.write(where, STEN, text)
    assert any(told in reply for reply in places.replies(message))
    assert places.groups() == ("mysam-nordvik",)


def test_talk_in_a_channel_without_a_group_is_left_alone(places: Places) -> None:
    message = places.write(NEW, STEN, "ny grupp idag på gymmet")
    assert places.replies(message) == []
    assert places.groups() == ("mysam-nordvik",)


def test_a_channel_more_is_given_to_a_group_by_one_who_leads_it(places: Places) -> None:
    refused = places.write(NEW, MALIN, "@mötesbot den här kanalen hör till Mysam Nordvik")
    assert any("Det kan Tora Lindmo göra" in reply for reply in places.replies(refused))
    places.write(NEW, LEAD, "@mötesbot den här kanalen hör till Mysam Nordvik")
    places.write(NEW, MALIN, "punkt: Busskort")
    assert "Busskort" in [item.title for item in places.record("mysam-nordvik").items.values()]


# ------------------------------------------------------------------------------------- several groups


def test_two_groups_in_a_channel_are_told_apart_by_their_names(places: Places) -> None:
    places.add(board())
    places.write(CHANNEL, LEAD, "styrelsen: punkt: Årsredovisning")
    places.write(CHANNEL, LEAD, "mysam nordvik: punkt: Busskort")
    assert "Årsredovisning" in [item.title for item in places.record("styrelsen-nordvik").items.values()]
    assert "Busskort" in [item.title for item in places.record("mysam-nordvik").items.values()]


def test_one_who_is_in_one_of_them_means_that_one(places: Places) -> None:
    places.add(board())
    places.write(CHANNEL, STEN, "punkt: Årsredovisning")
    assert "Årsredovisning" in [item.title for item in places.record("styrelsen-nordvik").items.values()]


def test_what_could_change_either_group_is_asked_about_and_the_answer_is_understood_there(
    places: Places, channel: Channel
) -> None:
    places.add(board())
    message = places.write(CHANNEL, LEAD, "@mötesbot lägg till punkt Busskort")
    titles = [item.title for group in places.groups() for item in places.record(group).items.values()]
    assert "Busskort" not in titles
    assert any("Vilken grupp gäller det" in reply for reply in places.replies(message))
    places.write("DM", LEAD, "styrelsen")
    assert "Busskort" in [item.title for item in places.record("styrelsen-nordvik").items.values()]
    assert "Busskort" not in [item.title for item in places.record("mysam-nordvik").items.values()]
    assert not places.record("mysam-nordvik").pending
    assert not places.record("styrelsen-nordvik").pending


def test_a_private_word_that_fits_several_groups_is_asked_about(places: Places) -> None:
    places.add(board("#styrelsen"))
    message = places.write("DM", LEAD, "stående punkt: Ekonomi")
    assert any("Mysam Nordvik eller Styrelsen Nordvik" in reply for reply in places.replies(message))
    places.write("DM", LEAD, "2")
    assert "Ekonomi" in [item.title for item in places.record("styrelsen-nordvik").group.standing]


def test_chatter_in_a_shared_channel_asks_nobody_anything(places: Places) -> None:
    places.add(board())
    for text in ("såg ni matchen igår?", "tack alla", "fikat är framdukat"):
        assert places.replies(places.write(CHANNEL, LEAD, text)) == []


def test_settings_of_one_group_leave_the_other_as_it_is(places: Places) -> None:
    places.add(board())
    before = places.record("mysam-nordvik").group
    places.write(CHANNEL, LEAD, "@mötesbot styrelsen: fyra möten per år")
    assert places.record("styrelsen-nordvik").group.meetings_per_year == 4
    assert places.record("mysam-nordvik").group == before


def test_my_groups_shows_ones_own_and_only_to_oneself(places: Places, channel: Channel) -> None:
    places.add(board())
    message = places.write(CHANNEL, LEAD, "@mötesbot mina grupper")
    (told,) = places.replies(message)
    assert told in channel.said_to(LEAD)
    assert "Mysam Nordvik" in told
    assert "Styrelsen Nordvik" in told
    (mine,) = places.replies(places.write("DM", STEN, "mina grupper"))
    assert "Mysam Nordvik" not in mine
    (tasks,) = places.replies(places.write("DM", MALIN, "mina grupper"))
    assert "boka lokal till planeringsdagen" in tasks


# ------------------------------------------------------------------------------------------ the clock


def test_a_month_before_it_ends_the_convener_is_reminded_once(places: Places, channel: Channel) -> None:
    places.write(CHANNEL, LEAD, "AF sammankallar t.o.m. 2027-06-30")
    places.clock(datetime(2027, 5, 30, 12, tzinfo=ZONE))
    before = len(channel.said())
    places.clock(datetime(2027, 5, 31, 8, tzinfo=ZONE))
    places.clock(datetime(2027, 5, 31, 9, tzinfo=ZONE))
    (said,) = channel.said()[before:]
    assert said["to"] == MALIN
    assert "slutar Arbetsförmedlingen sammankalla Mysam Nordvik" in said["text"]


def test_the_channel_is_reminded_when_nobody_of_the_convener_can_be_reached(places: Places, channel: Channel) -> None:
    places.write(CHANNEL, LEAD, "polisen sammankallar t.o.m. 2027-06-30")
    before = len(channel.said())
    places.clock(datetime(2027, 6, 1, 8, tzinfo=ZONE))
    (said,) = channel.said()[before:]
    assert (said["kind"], said["where"]) == ("post", CHANNEL)


def test_the_next_convener_convenes_from_its_day(places: Places) -> None:
    places.write(CHANNEL, LEAD, "AF tar över sammankallandet från 1 januari 2027")
    places.clock(datetime(2026, 12, 31, 23, tzinfo=ZONE))
    assert places.record("mysam-nordvik").group.convener.name == LEAD
    places.clock(datetime(2027, 1, 1, 0, 1, tzinfo=ZONE))
    assert places.record("mysam-nordvik").group.convener.name == "Arbetsförmedlingen"


def test_whoever_says_late_when_it_ends_is_not_reminded_of_it(places: Places, channel: Channel) -> None:
    places.write(CHANNEL, LEAD, "AF sammankallar t.o.m. 20 september 2026")
    before = len(channel.said())
    places.clock(datetime(2026, 9, 9, 8, tzinfo=ZONE))
    assert not any("sammankalla" in row["text"] for row in channel.said()[before:])


def test_a_group_that_publishes_at_the_end_has_its_minutes_out_when_the_meeting_closes(channel: Channel) -> None:
    channel.say(LEAD, "@mötesbot publicera direkt när mötet är slut")
    channel.open()
    channel.say(MALIN, "Vi har fått in tolv nya ärenden sedan i somras", "13:10")
    channel.close()
    assert channel.minutes().status == "published"
    assert any("Minnesanteckningar" in text for text in channel.said_in_channel())
