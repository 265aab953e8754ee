"""Forms for a group: set up in a channel, and its people, taken from the channel or out of a list."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from bot.slack.text import ADDRESS
from bot.slack.ui.fields import MOST_OPTIONS, Values, View, choice_field, note, several_field, text_field
from bot.slack.ui.forms import About, flat, form
from bot.slack.ui.saying import Filled, Saying
from bot.slack.ui.seats import Seat
from handlers.groups.by_talk import read_founding
from handlers.groups.templates import templates
from meetings.group import Person
from meetings.language import LANGUAGES, Language, texts_for
from meetings.people import looks_like_name
from meetings.text import clean
from meetings.words import squash

MOST_ROWS = 40
"""People with a field each; further ones are pasted as a list."""
RHYTHMS = (2, 4, 6, 10, 12, 26, 52)


class SetupForm:
    """A new group in a channel: Kom igång."""

    name = "setup"

    def view(self, seat: Seat, about: About) -> View:
        texts = seat.texts
        if seat.channel is None:
            return form(seat, self.name, "setup", [note(texts.t("slack.ui.only_in_channel"))], submit=None)
        offered = [(one.id, one.name(texts.language)) for one in templates()]
        rhythms = [(str(n), texts.t("slack.ui.yearly", n=n)) for n in RHYTHMS]
        fields = [
            note(texts.t("slack.ui.setup_about")),
            text_field("name", texts.t("slack.ui.group_name"), most=80, placeholder=texts.t("slack.ui.group_example")),
            choice_field("template", texts.t("slack.ui.template"), offered, optional=True),
            choice_field("rhythm", texts.t("slack.ui.rhythm"), rhythms, optional=True),
            choice_field(
                "language", texts.t("slack.ui.language"),
                [(one, texts.t(f"slack.ui.speaks.{one}")) for one in LANGUAGES], seat.language, few=True,
            ),
        ]  # fmt: skip
        return form(seat, self.name, "setup", fields, submit="next")

    def read(self, seat: Seat, values: Values, about: About) -> Filled:
        """Read it; the wish for a group is said openly, since the channel is everybody's."""
        name = flat(values.text("name"))
        chosen = values.text("language")
        language: Language = next((one for one in LANGUAGES if one == chosen), seat.language)
        say = texts_for(language)
        said = say.t("slack.ui.say.new_group", name=name)
        read = read_founding(f"{ADDRESS} {said}")
        if read is None or read.name != name:
            return Filled(errors={"name": seat.texts.t("slack.ui.wrong.group_name")})
        template = next((one for one in templates() if one.id == values.text("template")), None)
        rhythm = values.text("rhythm")
        settings = [say.t("slack.ui.say.template", name=template.words[0])] if template is not None else []
        settings += [say.t("slack.ui.say.yearly", n=int(rhythm))] if rhythm.isdecimal() else []
        founding = Saying(f"{ADDRESS} {said}", "name", openly=True)
        return Filled((founding, *(Saying(", ".join(some), "template", later=True) for some in (settings,) if some)))


class MembersForm:
    """Who is in the group. `found` are those in the channel, as account and name, once Slack has told."""

    name = "members"

    def view(self, seat: Seat, about: About) -> View:
        return self.among(seat, {}, about)

    def among(self, seat: Seat, found: Mapping[str, str], about: About, *, waiting: bool = False) -> View:
        """Give the view with the people of the register and those found in the channel."""
        texts = seat.texts
        there = {squash(person.name): person for person in seat.record.members}
        names = [person.name for person in seat.record.members]
        names += [name for name in found.values() if squash(name) not in there and is_name(name)]
        offered = names[:MOST_OPTIONS]
        blocks = [note(texts.t("slack.ui.members_waiting" if waiting else "slack.ui.members_about"))]
        if offered:
            options = [(name, name) for name in offered if len(name) <= 150]
            blocks.append(several_field("who", texts.t("slack.ui.members"), options, offered))
            leads = [person.name for person in seat.record.people.values() if person.coordinator]
            blocks.append(several_field("leads", texts.t("slack.ui.coordinators"), options, leads))
        paste = text_field(
            "paste", texts.t("slack.ui.paste"), optional=True, long=True, hint=texts.t("slack.ui.paste_hint")
        )
        rows = [
            text_field(
                f"role:{name}"[:255], name, _details(there.get(squash(name))), optional=True, most=200,
                placeholder=texts.t("slack.ui.role_example"),
            )
            for name in offered[:MOST_ROWS]
        ]  # fmt: skip
        return form(seat, self.name, "members", [*blocks, *rows, paste], {"filled": not waiting})

    def read(self, seat: Seat, values: Values, about: About) -> Filled:
        """Read it: those who are new or changed, who has left, who coordinates, and what was pasted."""
        texts, record = seat.texts, seat.record
        there = {person.name: person for person in record.members}
        chosen = values.many("who")
        lines = []
        for name in chosen:
            details = flat(values.text(f"role:{name}"[:255])).replace(";", ",")
            if name not in there or details and details != _details(there[name]):
                lines.append(f"{name}, {details}" if details else name)
        says = [Saying(f"{seat.say('slack.ui.say.members')}\n" + "\n".join(lines), "who")] if lines else []
        pasted = clean(values.text("paste"))
        if pasted:
            says.append(Saying(f"{seat.say('slack.ui.say.members')}\n{pasted}", "paste"))
        if "who" in values:
            gone = [name for name in there if name not in chosen and len(name) <= 150][:MOST_OPTIONS]
            if seat.person is not None and seat.person.name in gone:
                return Filled(errors={"who": texts.t("slack.ui.wrong.yourself")})
            says += [Saying(seat.say("slack.ui.say.left", name=name), "who") for name in gone]
        if "leads" in values:
            says += _coordinators(seat, [name for name in values.many("leads") if name in chosen])
        return Filled(tuple(says))


def is_name(name: str) -> bool:
    """Tell whether an account shows somebody's name, rather than a handle."""
    return looks_like_name(name) or 1 < len(name.split()) < 5


def _coordinators(seat: Seat, chosen: Sequence[str]) -> list[Saying]:
    now = [person.name for person in seat.record.people.values() if person.coordinator]
    says = [
        Saying(seat.say("slack.ui.say.leads", name=name), "leads", later=True) for name in chosen if name not in now
    ]
    ends = [name for name in now if name not in chosen] if chosen else []
    return says + [Saying(seat.say("slack.ui.say.leads_not", name=name), "leads", later=True) for name in ends]


def _details(person: Person | None) -> str:
    return ", ".join(filter(None, (person.role, person.organisation))) if person is not None else ""
