"""The roll call: boxes to tick for those who are there."""

from __future__ import annotations

from collections.abc import Sequence

from bot.at_hand import expected
from bot.slack.ui.fields import MOST_TICKS, Values, View, note, several_field, text_field, ticks_field
from bot.slack.ui.forms import About, flat, form
from bot.slack.ui.saying import Filled, Saying
from bot.slack.ui.seats import Seat
from meetings.group import Person
from meetings.record import Meeting

MOST_PAGES = 80
_REST = "rest"


class RollCallForm:
    """Who is at the open meeting; what is known already is ticked."""

    name = "call"

    def view(self, seat: Seat, about: About) -> View:
        texts = seat.texts
        meeting = seat.record.open_meeting
        if meeting is None:
            return form(seat, self.name, "call", [note(texts.t("slack.ui.not_open"))], submit=None)
        people = _people(seat)
        boxes = []
        for number, some in enumerate(_tens(people)):
            label = texts.t("slack.ui.here") if number == 0 else texts.t("slack.ui.here_more")
            options = [(person.id, _called(person)) for person in some]
            boxes.append(ticks_field(f"here:{number}", label, options, [p.id for p in some if _here(meeting, p)]))
        online = [person.id for person in people if _mode(meeting, person) == "digital"]
        fields = [
            *boxes,
            several_field("online", texts.t("slack.ui.online"), [(p.id, _called(p)) for p in people], online),
            text_field("more", texts.t("slack.ui.more_people"), optional=True, most=1_000),
            ticks_field(_REST, texts.t("slack.ui.rest"), [(_REST, texts.t("slack.ui.rest_absent"))]),
        ]
        return form(seat, self.name, "call", fields if people else fields[1:], {"meeting": meeting.id})

    def read(self, seat: Seat, values: Values, about: About) -> Filled:
        """Say only what is not known already."""
        meeting = seat.record.open_meeting
        if meeting is None or meeting.id != about.get("meeting"):
            return Filled(errors={"more": seat.texts.t("slack.ui.not_open")})
        people = _people(seat)
        shown = range(len(_tens(people)))
        online = set(values.many("online"))
        ticked = {id for number in shown for id in values.many(f"here:{number}")} | online
        rest = _REST in values.many(_REST)
        digital = seat.say("slack.ui.say.online")
        present = [
            f"{person.name} ({digital})" if person.id in online else person.name
            for person in people
            if person.id in ticked and (not _here(meeting, person) or (person.id in online) != _online(meeting, person))
        ]
        if more := flat(values.text("more")):
            present.append(more)
        absent = [
            person.name
            for person in people
            if person.id not in ticked and (_here(meeting, person) or rest and not _away(meeting, person))
        ]
        first = "here:0" if people else "more"
        says = []
        if present:
            field = "more" if more and len(present) == 1 else first
            says.append(Saying(seat.say("webchat.say.is_present", name=", ".join(present)), field))
        if absent:
            says.append(Saying(seat.say("webchat.say.is_absent", name=", ".join(absent)), first))
        return Filled(tuple(says))


def _people(seat: Seat) -> tuple[Person, ...]:
    named = tuple(person for person in expected(seat.record) if len(person.id) <= 150)
    return named[: MOST_PAGES * MOST_TICKS]


def _tens(people: Sequence[Person]) -> list[Sequence[Person]]:
    return [people[start : start + MOST_TICKS] for start in range(0, len(people), MOST_TICKS)]


def _called(person: Person) -> str:
    return f"{person.name}, {person.organisation}" if person.organisation else person.name


def _here(meeting: Meeting, person: Person) -> bool:
    report = meeting.attendance.get(person.id)
    return report.status == "present" if report is not None else person.id in meeting.wrote


def _away(meeting: Meeting, person: Person) -> bool:
    report = meeting.attendance.get(person.id)
    return report is not None and report.status == "absent"


def _mode(meeting: Meeting, person: Person) -> str | None:
    report = meeting.attendance.get(person.id)
    return report.mode if report is not None and report.status == "present" else None


def _online(meeting: Meeting, person: Person) -> bool:
    return _mode(meeting, person) == "digital"
