"""What a file says about groups becomes the first facts of their records, or a list of everything that is wrong."""

import tomllib
from datetime import UTC, date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.groups.founding import Founding, found, found_groups
from handlers.groups.keys import FoundingError
from meetings.facts import DueKind, OwnerKind
from meetings.group import Capacity, Document
from meetings.ledger import Ledger
from meetings.record import Record

AT = datetime(2026, 2, 1, 8, 0, tzinfo=UTC)
NAMED = 'name = "Mysam Ekvik"\nchannel = "#mysam-ekvik"'

WHOLE = """
[group]
name = "Mysam Ekvik"
channel = "#mysam-ekvik"
language = "sv"
timezone = "Europe/Stockholm"
document = "minnesanteckningar"
style = "prose"
level = "individual"
first_paragraph = 7
convener = "Tora Ekman"
place = "Teams"
stored_at = "Kansliet"

[[members]]
name = "Tora Ekman"
role = "Enhetschef"
organisation = "Ekviks kommun"
coordinator = true

[[members]]
name = "Sven-Åke Prov"
role = "Handläggare"
organisation = "Försäkringskassan"
capacity = "guest"
account = false

[[standing]]
title = "Välkommen"
place = "head"

[[standing]]
title = "Övrigt"
place = "tail"

[[meetings]]
date = "2026-02-03"
start = "09:00"
end = "10:00"
kind = "extra"
title = "Minnesanteckningar februari"
items = ["Lokaler", "Ny blankett"]

[[meetings]]
date = 2026-03-03
start = 22:00:00
end = 00:30:00
place = "Stadshuset"

[[actions]]
text = "Boka lokal"
owner = "Sven Åke Prov"
due = "2026-02-20"
"""


def read(text: str) -> Founding:
    return found(tomllib.loads(text), AT)


def record_of(text: str) -> Record:
    return Ledger(read(text).facts).record


def faults_of(text: str) -> list[str]:
    with pytest.raises(FoundingError) as raised:
        found_groups(tomllib.loads(text), AT)
    return [f"{fault.path} {fault.wrong}" for fault in raised.value.faults]


def group(rest: str = "", name: str = "Mysam Ekvik") -> str:
    return f'group.name = "{name}"\ngroup.channel = "#mysam-ekvik"\n{rest}'


def test_a_whole_group_becomes_a_record_with_everything_in_it() -> None:
    record = record_of(WHOLE)
    settings = record.group
    assert (settings.name, settings.channel, settings.document) == (
        "Mysam Ekvik",
        "#mysam-ekvik",
        Document.MINNESANTECKNINGAR,
    )
    assert (settings.style, settings.level, settings.first_paragraph) == ("prose", "individual", 7)
    assert (settings.place, settings.stored_at) == ("Teams", "Kansliet")
    assert [(item.title, item.place) for item in settings.standing] == [("Välkommen", "head"), ("Övrigt", "tail")]
    tora, sven = record.members
    assert (tora.id, tora.name, tora.account, tora.coordinator) == ("p1", "Tora Ekman", "Tora Ekman", True)
    assert (sven.capacity, sven.account) == (Capacity.GUEST, None)


def test_booked_meetings_have_their_times_place_title_and_items() -> None:
    record = record_of(WHOLE)
    first, second = record.meetings.values()
    assert (first.id, first.date, first.start, first.end) == ("m1", date(2026, 2, 3), time(9), time(10))
    assert (first.kind, first.title, first.place) == ("extra", "Minnesanteckningar februari", "Teams")
    assert [item.title for item in record.items.values() if item.for_meeting == "m1" and not item.standing] == [
        "Lokaler",
        "Ny blankett",
    ]
    assert (second.date, second.start, second.end, second.place) == (
        date(2026, 3, 3),
        time(22),
        time(0, 30),
        "Stadshuset",
    )


def test_open_actions_from_before_are_still_open() -> None:
    (action,) = record_of(WHOLE).actions.values()
    assert (action.text, action.status, action.owner.person, action.owner.name) == (
        "Boka lokal",
        "open",
        "p2",
        "Sven-Åke Prov",
    )
    assert (action.due.kind, action.due.date) == (DueKind.DAY, date(2026, 2, 20))


def test_the_group_is_known_by_its_slug_and_its_channel() -> None:
    founding = read(WHOLE)
    assert (founding.group_id, founding.channel) == ("mysam-ekvik", "#mysam-ekvik")


def test_founding_twice_gives_the_same_facts() -> None:
    assert read(WHOLE) == read(WHOLE)
    ids = [fact.id for fact in read(WHOLE).facts]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(group('members = [{name = "Tora Ekman"}]'), id="dotted keys and a list of inline tables"),
        pytest.param(f'[group]\n{NAMED}\nmembers = [{{name = "Tora Ekman"}}]', id="a list below the group"),
        pytest.param(f'[group]\n{NAMED}\n[[members]]\nname = "Tora Ekman"', id="a table for each member"),
        pytest.param(f'[[groups]]\n{NAMED}\n[[groups.members]]\nname = "Tora Ekman"', id="one of several groups"),
    ],
)
def test_any_spelling_of_the_same_keys_will_do(text: str) -> None:
    assert [person.name for person in record_of(text).members] == ["Tora Ekman"]


def test_two_groups_may_share_a_channel() -> None:
    text = '[[groups]]\nname = "Styrelsen"\nchannel = "#ekvik"\n[[groups]]\nname = "Gruppen"\nchannel = "#ekvik"\n'
    assert [(f.group_id, f.channel) for f in found_groups(tomllib.loads(text), AT)] == [
        ("styrelsen", "#ekvik"),
        ("gruppen", "#ekvik"),
    ]


def test_an_empty_file_has_no_groups() -> None:
    assert found_groups({}, AT) == ()


@pytest.mark.parametrize(
    ("convener", "kind", "name"),
    [
        pytest.param("Tora Ekman", "person", "Tora Ekman", id="a member"),
        pytest.param("Ekviks kommun", "organisation", "Ekviks kommun", id="a member's organisation"),
        pytest.param("FK", "organisation", "Försäkringskassan", id="an organisation by its short name"),
        pytest.param("Länsstyrelsen", "organisation", "Länsstyrelsen", id="an organisation nobody comes from"),
    ],
)
def test_the_convener_is_a_member_or_an_organisation(convener: str, kind: str, name: str) -> None:
    settings = record_of(WHOLE.replace('convener = "Tora Ekman"', f'convener = "{convener}"')).group
    assert (settings.convener.kind, settings.convener.name) == (kind, name)


@pytest.mark.parametrize(
    ("owner", "kind", "name"),
    [
        pytest.param("Sven-Åke Prov", OwnerKind.PERSON, "Sven-Åke Prov", id="a member"),
        pytest.param("FK", OwnerKind.ORGANISATION, "Försäkringskassan", id="an organisation"),
        pytest.param("enhetschef", OwnerKind.FUNCTION, "enhetschef", id="a role in the group"),
        pytest.param("alla", OwnerKind.ALL, "alla", id="all"),
        pytest.param("Göte Okänd", OwnerKind.UNKNOWN, "Göte Okänd", id="somebody nobody knows"),
    ],
)
def test_an_action_has_the_owner_that_its_words_mean(owner: str, kind: OwnerKind, name: str) -> None:
    (action,) = record_of(WHOLE.replace('owner = "Sven Åke Prov"', f'owner = "{owner}"')).actions.values()
    assert (action.owner.kind, action.owner.name) == (kind, name)


@pytest.mark.parametrize(
    ("due", "kind", "day"),
    [
        pytest.param("2026-05", DueKind.MONTH, date(2026, 5, 31), id="a month"),
        pytest.param("Nästa möte", DueKind.MEETING, None, id="the next meeting"),
        pytest.param("under hösten", DueKind.PERIOD, None, id="other words"),
    ],
)
def test_an_action_may_be_due_at_something_else_than_a_day(due: str, kind: DueKind, day: date | None) -> None:
    (action,) = record_of(WHOLE.replace('due = "2026-02-20"', f'due = "{due}"')).actions.values()
    assert (action.due.kind, action.due.text, action.due.date) == (kind, due, day)


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        pytest.param('group.channel = "#x"', "group.name missing", id="no name"),
        pytest.param('group.name = "X"', "group.channel missing", id="no channel"),
        pytest.param(group(name="!?"), "group.name no_letters", id="a name that gives no slug"),
        pytest.param('group.name = "X"\ngroup.channel = "x"', "group.channel not_channel", id="a channel without #"),
        pytest.param(group('group.colour = "blue"'), "group.colour unknown", id="a key nobody knows"),
        pytest.param(group('language = "sv"'), "language unknown", id="a setting outside the group"),
        pytest.param(group('group.language = "no"'), "group.language not_choice", id="another language"),
        pytest.param(group('group.timezone = "Ekvik/Torget"'), "group.timezone not_zone", id="a zone that is none"),
        pytest.param(group('group.timezone = "../../etc"'), "group.timezone not_zone", id="a zone that is a path"),
        pytest.param(group("group.first_paragraph = 0"), "group.first_paragraph not_number", id="a paragraph 0"),
        pytest.param(group("group.name2 = 1"), "group.name2 unknown", id="a misspelt key"),
        pytest.param(group('members = "Tora"'), "members not_list", id="members that are no list"),
        pytest.param(group('members = ["Tora"]'), "members[1] not_table", id="a member that is a text"),
        pytest.param(
            group('members = [{name = "A B"}, {role = "x"}]'), "members[2].name missing", id="a member without a name"
        ),
        pytest.param(
            group('members = [{name = "A", capacity = "boss"}]'),
            "members[1].capacity not_choice",
            id="an unknown capacity",
        ),
        pytest.param(
            group('members = [{name = "A", account = "yes"}]'),
            "members[1].account not_flag",
            id="an account that is no yes or no",
        ),
        pytest.param(
            group('members = [{name = "Eva-Lis A"}, {name = "eva lis a"}]'),
            "members[2].name person_twice",
            id="a member twice",
        ),
        pytest.param(
            group('standing = [{title = "A", place = "middle"}]'),
            "standing[1].place not_choice",
            id="a place in the middle",
        ),
        pytest.param(
            group('meetings = [{start = "09:00"}]'), "meetings[1].date missing", id="a meeting without a date"
        ),
        pytest.param(
            group('meetings = [{date = "2026-02-30"}]'),
            "meetings[1].date not_day",
            id="a day that is not in the calendar",
        ),
        pytest.param(
            group('meetings = [{date = "2026-02-03", start = "25:00"}]'),
            "meetings[1].start not_clock",
            id="an hour that is none",
        ),
        pytest.param(
            group('meetings = [{date = "2026-02-03", end = "10:00"}]'),
            "meetings[1].end no_start",
            id="an end without a start",
        ),
        pytest.param(
            group('meetings = [{date = "2026-02-03", start = "13:00", end = "12:00"}]'),
            "meetings[1].end ends_first",
            id="a meeting that ends before it starts",
        ),
        pytest.param(
            group('meetings = [{date = "2026-02-03", start = "09:00"}, {date = 2026-02-03, start = "9.00"}]'),
            "meetings[2] meeting_twice",
            id="a meeting twice",
        ),
        pytest.param(
            group('meetings = [{date = "2026-02-03", items = "Lokaler"}]'),
            "meetings[1].items not_list",
            id="items that are no list",
        ),
        pytest.param(group('actions = [{owner = "A"}]'), "actions[1].text missing", id="an action without a text"),
        pytest.param(group('[[groups]]\nname = "Y"\nchannel = "#y"'), "group both_forms", id="one group and several"),
        pytest.param(
            'groups = [{name = "Ö", channel = "#a"}, {name = "O", channel = "#b"}]',
            "groups[2].name group_twice",
            id="two groups with one slug",
        ),
        pytest.param("group = 3", "group not_table", id="a group that is a number"),
    ],
)
def test_what_is_wrong_is_told_with_the_key_it_stands_at(text: str, fault: str) -> None:
    assert fault in faults_of(text)


def test_all_faults_are_told_at_once_in_both_languages() -> None:
    with pytest.raises(FoundingError) as raised:
        found(tomllib.loads('group.colour = 1\nmembers = [{name = "A", capacity = "boss"}]'), AT)
    assert len(raised.value.faults) == 4
    assert "members[1].capacity: boss finns inte att välja" in raised.value.text("sv")
    assert "members[1].capacity: boss is not one of member" in raised.value.text("en")


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("", id="no group"),
        pytest.param('groups = [{name = "A", channel = "#a"}, {name = "B", channel = "#b"}]', id="two"),
    ],
)
def test_one_group_is_asked_for_and_one_must_be_there(text: str) -> None:
    with pytest.raises(FoundingError):
        found(tomllib.loads(text), AT)


_VALUES = st.recursive(
    st.booleans() | st.integers() | st.text(max_size=20) | st.dates() | st.times() | st.floats(),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(("name", "channel", "date", "start", "title", "text", "due", "owner")), inner, max_size=4
        )
    ),
    max_leaves=20,
)


@given(
    st.dictionaries(
        st.sampled_from(("group", "groups", "members", "standing", "meetings", "actions", "x")), _VALUES, max_size=5
    )
)
def test_any_file_gives_groups_or_faults_and_never_anything_else(data: dict[str, object]) -> None:
    outcome = founded_or_faulty(data)
    if isinstance(outcome, FoundingError):
        assert outcome.faults
        assert outcome.text("sv")
        assert outcome.text("en")
    else:
        assert all(Ledger(founding.facts).record.group.name for founding in outcome)


def founded_or_faulty(data: dict[str, object]) -> tuple[Founding, ...] | FoundingError:
    try:
        return found_groups(data, AT)
    except FoundingError as error:
        return error
