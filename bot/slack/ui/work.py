"""Forms for what a meeting takes up and leads to: an item, an action point, another day for one."""

from __future__ import annotations

from datetime import date

from bot.slack.ui.fields import Values, View, day_field, note, text_field
from bot.slack.ui.forms import About, flat, form, person_field
from bot.slack.ui.saying import Filled, Saying
from bot.slack.ui.seats import Seat
from meetings.record import Action

MOST_MINUTES = 480
MOST_TITLE = 200


class ItemForm:
    """An item for the agenda."""

    name = "item"

    def view(self, seat: Seat, about: About) -> View:
        texts = seat.texts
        said = str(about.get("text", ""))
        blocks = [
            text_field("title", texts.t("slack.ui.item"), flat(said)[:MOST_TITLE], most=MOST_TITLE),
            text_field("minutes", texts.t("slack.ui.minutes"), optional=True, most=3, placeholder="15"),
            person_field(seat, "owner", texts.t("slack.ui.speaker"), str(about.get("owner", ""))),
        ]
        if len(flat(said)) > MOST_TITLE:
            blocks.append(note(texts.t("slack.ui.shortened")))
        return form(seat, self.name, "item", blocks, submit="add")

    def read(self, seat: Seat, values: Values, about: About) -> Filled:
        minutes, owner = values.text("minutes"), values.text("owner")
        if minutes and not (minutes.isdecimal() and 1 <= int(minutes) <= MOST_MINUTES):
            return Filled(errors={"minutes": seat.texts.t("slack.ui.wrong.minutes")})
        details = ", ".join(filter(None, (owner, f"{int(minutes)} min" if minutes else "")))
        title = flat(values.text("title"))
        text = seat.say("slack.ui.say.item", title=f"{title} ({details})" if details else title)
        return Filled((Saying(text, "title"),))


class ActionForm:
    """An action point."""

    name = "action"

    def view(self, seat: Seat, about: About) -> View:
        texts = seat.texts
        said = flat(str(about.get("text", "")))
        return form(
            seat,
            self.name,
            "action",
            [
                text_field("text", texts.t("slack.ui.task"), said, long=True, most=1_000),
                person_field(seat, "owner", texts.t("slack.ui.owner"), str(about.get("owner", ""))),
                day_field("due", texts.t("slack.ui.due"), optional=True),
            ],
            submit="add",
        )

    def read(self, seat: Seat, values: Values, about: About) -> Filled:
        text, owner, due = flat(values.text("text")), values.text("owner"), values.text("due")
        if owner:
            said = seat.say("slack.ui.say.action_of", name=owner, text=text)
        else:
            said = seat.say("slack.ui.say.action", text=text)
        return Filled((Saying(said + (seat.say("slack.ui.say.by", date=due) if due else ""), "text"),))


class MoveDueForm:
    """Another day for an action point; `about` names it."""

    name = "due"

    def view(self, seat: Seat, about: About) -> View:
        texts = seat.texts
        action = _action(seat, about)
        if action is None:
            return form(seat, self.name, "due", [note(texts.t("slack.ui.gone"))], submit=None)
        day = max(action.due.date, seat.today) if action.due.date else None
        blocks = [note(action.text), day_field("due", texts.t("slack.ui.due"), day)]
        return form(seat, self.name, "due", blocks, {"action": action.id})

    def read(self, seat: Seat, values: Values, about: About) -> Filled:
        action = _action(seat, about)
        if action is None:
            return Filled(errors={"due": seat.texts.t("slack.ui.gone")})
        if (day := values.text("due")) and date.fromisoformat(day) < seat.today:
            return Filled(errors={"due": seat.texts.t("slack.ui.wrong.past")})
        return Filled((Saying(seat.say("slack.ui.say.move_due", text=action.text, date=day), "due"),))


def _action(seat: Seat, about: About) -> Action | None:
    return seat.record.actions.get(str(about.get("action", "")))
