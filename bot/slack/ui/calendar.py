"""Forms for meetings to come: one that is planned, and who comes to it."""

from __future__ import annotations

from datetime import date, time, timedelta

from bot.at_hand import answering
from bot.slack.ui.fields import Option, Values, View, choice_field, day_field, hour_field, note, text_field
from bot.slack.ui.forms import About, flat, form
from bot.slack.ui.saying import Filled, Saying
from bot.slack.ui.seats import Seat
from meetings.record import Meeting, Phase

_ONLINE = ("teams", "zoom", "skype", "distans", "meet")


class PlanForm:
    """A meeting to come."""

    name = "plan"

    def view(self, seat: Seat, about: About) -> View:
        texts, record = seat.texts, seat.record
        last = max(record.meetings.values(), key=lambda one: one.date, default=None)
        fields = [
            day_field("day", texts.t("slack.ui.day"), _next_day(seat, last)),
            hour_field("start", texts.t("slack.ui.start"), last.start if last else None),
            hour_field("end", texts.t("slack.ui.end"), last.end if last else None, optional=True),
            text_field(
                "place", texts.t("slack.ui.place"), record.group.place or "", optional=True, most=60,
                placeholder=texts.t("slack.ui.place_example"),
            ),
        ]  # fmt: skip
        return form(seat, self.name, "plan", fields, submit="plan")

    def read(self, seat: Seat, values: Values, about: About) -> Filled:
        texts = seat.texts
        day, start, end = values.text("day"), values.text("start"), values.text("end")
        place = flat(values.text("place")).rstrip(" .")
        if not day or date.fromisoformat(day) < seat.today:
            return Filled(errors={"day": texts.t("slack.ui.wrong.past")})
        if start and end and time.fromisoformat(end) <= time.fromisoformat(start):
            return Filled(errors={"end": texts.t("slack.ui.wrong.ends_first")})
        clock = "–".join(hour.replace(":", ".") for hour in (start, end) if hour).replace("–", "-")
        said = seat.say("slack.ui.say.plan", date=day, time=clock)
        if not place:
            return Filled((Saying(said, "day"),))
        online = any(word in place.casefold() for word in _ONLINE)
        where = seat.say("slack.ui.say.plan_online" if online else "slack.ui.say.plan_in", place=place)
        return Filled((Saying(said + where, "place", why="slack.ui.wrong.place"),))


def _next_day(seat: Seat, last: Meeting | None) -> date | None:
    """Propose a day: as long after the last meeting as a year's meetings stand apart."""
    yearly = seat.record.group.meetings_per_year
    if last is None or yearly is None:
        return None
    weeks = max(1, round(52 / yearly))
    return max(last.date + timedelta(weeks=weeks), seat.today)


class AbsenceForm:
    """How somebody comes to a meeting, or who comes in her place. `seats` are all groups she is in."""

    name = "absence"

    def view(self, seat: Seat, about: About) -> View:
        return self.among((seat,), seat, about)

    def among(self, seats: tuple[Seat, ...], seat: Seat, about: About) -> View:
        """Give the view with the meetings of several groups to choose among."""
        texts = seat.texts
        meetings = meetings_of(seats, several=len(seats) > 1)
        if not meetings:
            return form(seat, self.name, "absence", [note(texts.t("slack.ui.no_meetings"))], submit=None)
        wanted = str(about.get("meeting", ""))
        chosen = wanted if any(value == wanted for value, _ in meetings) else meetings[0][0]
        how = [(id, texts.t(f"slack.ui.how.{id}")) for id in ("absent", "digital", "substitute", "onsite")]
        fields = [
            choice_field("meeting", texts.t("slack.ui.meeting"), meetings, chosen),
            choice_field("how", texts.t("slack.ui.how_label"), how, str(about.get("how", "")) or "absent", few=True),
            text_field(
                "name", texts.t("slack.ui.substitute"), optional=True, most=80, hint=texts.t("slack.ui.substitute_hint")
            ),
        ]
        return form(seat, self.name, "absence", fields, submit="send")

    def read(self, seat: Seat, values: Values, about: About) -> Filled:
        """Read it in the seat of the group whose meeting was chosen."""
        texts = seat.texts
        how, name = values.text("how"), flat(values.text("name"))
        meeting = seat.record.meetings.get(values.text("meeting").partition("/")[2])
        person = seat.person
        found = None
        if meeting is not None and person is not None:
            found = answering(seat.record, meeting, person, texts, seat.today)
        if found is None:
            return Filled(errors={"meeting": texts.t("slack.ui.gone")})
        if how == "substitute":
            if not name:
                return Filled(errors={"name": texts.t("slack.ui.wrong.who")})
            return Filled((Saying(found.substitute.replace("{name}", name), "name"),))
        said = next((choice.say for choice in found.choices if choice.id == how), None)
        return Filled((Saying(said, "how"),)) if said else Filled(errors={"how": texts.t("slack.ui.gone")})


def meetings_of(seats: tuple[Seat, ...], *, several: bool) -> list[Option]:
    """Give the meetings one can answer to, each as its group and itself."""
    found: list[tuple[date, Option]] = []
    for seat in seats:
        if seat.person is None:
            continue
        record = seat.record
        open_now = [one for one in record.meetings.values() if one.phase is Phase.OPEN]
        for meeting in (*open_now, *record.coming(seat.today)):
            when = seat.texts.short_date(meeting.date, seat.today)
            when += f" {seat.texts.time_range(meeting.start)}" if meeting.start else ""
            words = f"{record.group.name}, {when}" if several else when
            if meeting.is_open:
                words = f"{words}, {seat.texts.t('slack.ui.going_on')}"
            found.append((meeting.date, (f"{seat.group}/{meeting.id}", words)))
    return [option for _, option in sorted(found, key=lambda one: one[0])]
