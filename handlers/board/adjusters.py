"""Choose who adjusts a board's protokoll: asked for, offered, and settled by one who leads, also by a reaction."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from handlers.board import adjusters_wording as say
from handlers.command import Call, Claim, Command, Example, Outcome, React, Sentence, When
from handlers.reading.asking import ask
from meetings.agenda import Entry, agenda
from meetings.board import is_formal
from meetings.document import Document
from meetings.errors import WrongPhase
from meetings.facts import About, AdjusterAsked, AdjusterChosen, AdjusterOffered, Decided, Fact, Option
from meetings.group import Capacity, Person
from meetings.people import find_names

STILL_ASKED = timedelta(minutes=20)
"""How long after the question "jag kan" is an answer to it."""

_MOST_WORDS_IN_CONFIRMATION = 8


@dataclass(frozen=True)
class AskForAdjuster:
    """Ask the meeting who will adjust, or one person, as an id."""

    person: str | None = None


@dataclass(frozen=True)
class OfferToAdjust:
    """Offer oneself, or propose another, as adjuster; `person` an id."""

    person: str


@dataclass(frozen=True)
class ChooseAdjusters:
    """Choose these people, as ids; `unsure` is a name that fits several, asked about before anything is chosen."""

    people: tuple[str, ...]
    text: str = ""
    unsure: str | None = None
    candidates: tuple[str, ...] = ()


Intent = AskForAdjuster | OfferToAdjust | ChooseAdjusters


def read(sentence: Sentence, call: Call) -> Sequence[Claim[Intent]]:
    """Find the question, an offer or the choice, in the open meeting of a board."""
    text = sentence.text.strip()
    if call.during is None or call.meeting is None or not is_formal(call.record) or len(text) > say.LONGEST:
        return ()
    waiting = _is_asked(call)
    there = _is_at_item(call)
    named = there and call.item is not None
    if not (waiting or there or say.HINT.search(text)):
        return ()
    whole = (0, len(sentence.text))
    if call.leads and (say.ASKS.match(text) or (named and say.ASKS_THERE.match(text))):
        return (Claim(AskForAdjuster(_asked_one(text, call)), whole),)
    if call.leads and say.ASKS_ONE.search(text) and (one := _asked_one(text, call)) is not None:
        return (Claim(AskForAdjuster(one), whole),)
    if text.endswith("?"):
        return ()
    chosen = _chosen(text, call, there=there, named=named, waiting=waiting)
    if chosen is not None:
        intent, end = chosen
        return (Claim(intent, (0, min(end, len(sentence.text)))),)
    offered = _offered(text, call, waiting=waiting or there)
    return (Claim(offered, whole),) if offered is not None else ()


def _asked_one(text: str, call: Call) -> str | None:
    mentions = find_names(text, _able(call))
    return mentions[0].match.person.id if len(mentions) == 1 and mentions[0].match.person else None


def _chosen(text: str, call: Call, *, there: bool, named: bool, waiting: bool) -> tuple[ChooseAdjusters, int] | None:
    """Read a choice: by one who leads, or by anybody who words it as the meeting's decision."""
    if waiting and _is_the_one_asked(call) and say.AGREES.match(text) and call.speaker is not None:
        return ChooseAdjusters((call.speaker.id,), text), len(text)
    if not (call.leads or say.DECIDES.search(text)):
        return None
    found = say.chosen_in(text, _able(call), at_item=there or waiting, named_item=named)
    if found is None:
        confirmed = _confirmed(text, call) if waiting or there else None
        return (ChooseAdjusters(confirmed, text), len(text)) if confirmed else None
    for mention in found.mentions:
        if mention.match.person is None:
            keys = tuple(person.id for person in mention.match.candidates)
            return ChooseAdjusters((), text, mention.text, keys), len(text)
    ids = [mention.match.person.id for mention in found.mentions if mention.match.person]
    return ChooseAdjusters(tuple(dict.fromkeys(ids)), text), found.end


def _confirmed(text: str, call: Call) -> tuple[str, ...]:
    """Give whom one who leads says yes to: the one who offered, or the one named among those who did."""
    assert call.meeting is not None
    formal = call.meeting.formal
    offered = [person for person in formal.offered if person not in formal.adjusters]
    if not offered or len(text.split()) > _MOST_WORDS_IN_CONFIRMATION:
        return ()
    mentions = find_names(text, _able(call))
    bare = text
    for mention in reversed(mentions):
        bare = f"{bare[: mention.start]} {bare[mention.end :]}"
    if bare.strip(" .,!👍✅") and not say.CONFIRMS.match(bare.strip()):
        return ()
    if not mentions:
        return tuple(offered) if len(offered) == 1 else ()
    # Of two whose names sound the same, the one who offered is thanked.
    named = [{person.id for person in (m.match.person, *m.match.candidates) if person} for m in mentions]
    meant = [[one for one in offered if one in who] for who in named]
    return tuple(fitting[0] for fitting in meant if len(fitting) == 1)


def _offered(text: str, call: Call, *, waiting: bool) -> OfferToAdjust | None:
    speaker = call.speaker
    offers = say.OFFERS_TO_ADJUST.match(text) or (waiting and say.OFFERS.match(text))
    if offers and speaker is not None and _may_adjust(speaker):
        return OfferToAdjust(speaker.id)
    if not waiting or len(text.split()) > 6:
        return None
    mentions = find_names(text, _able(call))
    if len(mentions) != 1 or mentions[0].match.person is None:
        return None
    proposes = text.casefold().startswith(("jag föreslår", "förslag", "föreslår", "i propose", "i suggest"))
    return OfferToAdjust(mentions[0].match.person.id) if proposes else None


def handle(intent: Intent, call: Call) -> Outcome:
    """Record what was asked, offered or chosen; a choice is the meeting's decision."""
    if call.meeting is None or call.during is None:
        raise WrongPhase("not_open")
    match intent:
        case AskForAdjuster():
            return Outcome((AdjusterAsked(**call.base, person=intent.person),))
        case OfferToAdjust():
            return Outcome((AdjusterOffered(**call.base, person=intent.person),))
        case ChooseAdjusters(unsure=str(name)):
            people = [call.record.people[key] for key in intent.candidates]
            question = Document.of(
                call.texts.t(
                    "attendance.which", name=name, n=len(people), names=call.texts.names([p.name for p in people])
                )
            )
            options = [Option(label=p.name, text=intent.text.replace(name, p.name, 1)) for p in people]
            return ask(call, About.WHO, question, options=options, concerns=name)
        case ChooseAdjusters():
            return Outcome(_choice(intent.people, call), (React(),))


def choose_by_reaction(call: Call, message: str) -> Outcome:
    """Choose the one who offered in `message` to adjust, when one who leads supports it, or the one asked in it."""
    if call.during is None or call.meeting is None:
        return Outcome()
    formal = call.meeting.formal
    if message == formal.asked_in and _is_the_one_asked(call) and formal.asked_person not in formal.adjusters:
        return Outcome(_choice((formal.asked_person,) if formal.asked_person else (), call))
    if not call.leads:
        return Outcome()
    offered = tuple(p for p, said in formal.offered.items() if said == message and p not in formal.adjusters)
    return Outcome(_choice(offered, call)) if offered else Outcome()


def _choice(people: Sequence[str], call: Call) -> tuple[Fact, ...]:
    assert call.meeting is not None
    names = [call.record.people[key].name for key in people if key not in call.meeting.formal.adjusters]
    if not names:
        return ()
    item = _item(call)
    decided = Decided(
        **call.base,
        decision=call.ids.new("d"),
        item=item.item.id if item else call.item,
        clauses=(call.texts.t("board.adjusters_clause", names=call.texts.names(names)),),
    )
    return (decided, *(AdjusterChosen(**call.base, person=key) for key in people))


def _able(call: Call) -> tuple[Person, ...]:
    return tuple(person for person in call.record.people.values() if _may_adjust(person))


def _may_adjust(person: Person) -> bool:
    """Tell whether somebody can adjust: those who decide do, and their substitutes."""
    return person.capacity in (Capacity.DECIDING, Capacity.MEMBER, Capacity.SUBSTITUTE)


def _is_asked(call: Call) -> bool:
    asked = call.meeting.formal.adjuster_asked if call.meeting else None
    return asked is not None and timedelta(0) <= call.said.at - asked <= STILL_ASKED


def _is_the_one_asked(call: Call) -> bool:
    asked = call.meeting.formal.asked_person if call.meeting else None
    return call.speaker is not None and call.speaker.id == asked


def _item(call: Call) -> Entry | None:
    """Give the item about adjusters, if the agenda has one."""
    entries = agenda(call.record, call.meeting.id) if call.meeting else ()
    return next((entry for entry in entries if say.ABOUT_ADJUSTING.search(entry.item.title)), None)


def _is_at_item(call: Call) -> bool:
    now = call.item or (call.meeting.item_now if call.meeting else None)
    item = call.record.items.get(now or "")
    return item is not None and say.ABOUT_ADJUSTING.search(item.title) is not None


CHOOSE_ADJUSTER: Command[Intent] = Command(
    name="choose_adjuster",
    words={"sv": ("justerare",), "en": ("adjuster",)},
    read=read,
    handle=handle,
    rest_is_said=True,
    examples=(
        Example("justerare?", ("adjuster_asked",), when=When.DURING, lead=True, formal=True),
        Example("jag kan justera idag", ("adjuster_offered",), when=When.DURING, formal=True),
        Example(
            "till justerare utses Malin Ros", ("decided", "adjuster_chosen"), when=When.DURING, lead=True, formal=True
        ),
        Example("Malin justerar", ("decided", "adjuster_chosen"), when=When.DURING, lead=True, formal=True),
        Example(
            "adjuster: Malin Ros",
            ("decided", "adjuster_chosen"),
            language="en",
            when=When.DURING,
            lead=True,
            formal=True,
        ),
    ),
    shown=frozenset({When.DURING}),
)
