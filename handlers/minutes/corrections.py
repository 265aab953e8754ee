"""Corrections in words: "36, inte 34", s/a/b/, "ta bort …", "ändra … till …"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from handlers.command import Answer, Call, Claim, Command, Example, Outcome, React, Sentence, When
from meetings.document import doc
from meetings.errors import UnknownThing, WrongPhase
from meetings.facts import Rewritten
from meetings.record import Meeting, Phase

_QUOTED = r"[\"”“'«»]"
_TAIL = (
    r"(?:\s*,?\s+(?:tack|är\s+du\s+snäll|snälla|please|thanks|i\s+(?:minnes)?anteckningarna|i\s+protokollet"
    r"|in\s+the\s+(?:minutes|notes)))*"
)
_SHOULD = r"(?:ska|skall|skulle|bör|borde|should|must|ought\ to)"
_READS = r"(?:vara|stå|bli|heta|stavas|be|say|read|have\ been|have\ said)"
SHAPES = (
    # s/gammalt/nytt/
    re.compile(r"^s/(?P<old>[^/\n]{1,120})/(?P<new>[^/\n]{0,120})/?\s*$"),
    # rättelse: det ska vara 36, inte 34 · *132, inte 123 · ska stå augusti, inte juni · stavas Holm, inte Holmen
    re.compile(
        rf"""^(?:rättelse\s*:?\s*|korrigering\s*:?\s*|correction\s*:?\s*|\*\s?|nej,?\ |förlåt,?\
          |sorry,?\ |oj,?\ |menade\ |i\ meant\ |(?:det\ |hon\ |han\ |namnet\ |it's\ |it\ is\ )?(?:stavas|heter|skrivs
            |spelled|spelt)\s+)
            (?:det\ (?:ska|skulle|är)\ (?:vara|stå|bli)?\ ?|ska\ (?:vara|stå)\ |it(?:'s|\ is
              |\ should\ be)\ |should\ be\ )?
            (?P<new>[^,\n]{{1,80}}?)(?:\ ska\ det\ (?:vara|stå))?\s*,?\s+(?:inte|ej|och\ inte
              |not)\s+(?P<old>[^,.!\n]{{1,80}}?){_TAIL}\s*[.!]*$""",
        re.IGNORECASE | re.VERBOSE,
    ),
    # det ska stå 36, inte 34 · ska stå 36 och inte 34
    re.compile(
        rf"^(?:(?:det\ )?(?:ska|skulle)\ (?:vara|stå)|it\ should\ (?:be|say|read)"
        rf"|should\ (?:be|say|read))\s+(?P<new>[^,\n]{{1,80}}?)\s*,?\s+(?:inte|ej|och\ inte|not|instead\ of"
        rf"|i\ stället\ för|istället\ för)\s+"
        rf"(?P<old>[^,.!\n]{{1,80}}?){_TAIL}\s*[.!]*$",
        re.IGNORECASE | re.VERBOSE,
    ),
    # det står juni i anteckningarna, ska vara augusti · it says July, should be June · du skrev 12 men det ska vara 21
    re.compile(
        rf"""^(?:men\ |but\ )?(?:(?:det|där|här|there|it)\ (?:står|stod|blev|says|said|reads)|(?:du|ni|jag|vi|you|i
            |we)\ (?:har\ |have\ )?
            (?:skrev|skrivit|noterade|noterat|antecknade|antecknat|wrote|written|noted))\s+(?:att\ |that\ )?[\"”“'«»]?
            (?P<old>[^,;\n]{{1,80}}?)[\"”“'«»]?(?:\s+i\s+(?:minnes|mötes)?(?:anteckningarna|protokollet|utkastet)
              |\s+in\ the\ (?:minutes|notes|draft))?
            \s*(?:,|;|–|-|\bmen\b|\bbut\b|\boch\b)\s*(?:men\ |but\ |and\ |och\ )?(?:det\ |that[ ]
              |it\ )?{_SHOULD}\ (?:det\ )?{_READS}\s+
            [\"”“'«»]?(?P<new>[^,;\n]{{1,80}}?)[\"”“'«»]?{_TAIL}\s*[.!]*$""",
        re.IGNORECASE | re.VERBOSE,
    ),
    # jag sa inte juni, det ska stå augusti
    re.compile(
        r"^(?:jag\ (?:sa|skrev|menade)|i\ (?:said|wrote|meant))\s+(?:inte"
        r"|not)\s+(?P<old>[^,\n]{1,80}),\s*(?:utan|men)?\s*(?:det\ (?:ska|skulle)\ (?:stå"
        r"|vara)\s+)?(?P<new>[^,.\n]{1,80}?)(?:\s+i\ (?:minnes)?anteckningarna"
        r"|\s+i\ protokollet)?\s*[.!]*$",
        re.IGNORECASE | re.VERBOSE,
    ),
    # ändra "X" till "Y"
    re.compile(
        rf"^(?:ändra|byt(?:\ ut)?|change"
        rf"|replace)\s+{_QUOTED}(?P<old>[^\"”“«»\n]{{1,200}}){_QUOTED}\s+(?:till|mot|to|with"
        rf"|by)\s+{_QUOTED}?(?P<new>[^\"”“«»\n]{{1,200}}?){_QUOTED}?{_TAIL}\s*[.!]*$",
        re.IGNORECASE | re.VERBOSE,
    ),
    # ta bort "X" förresten, skriv bara Y
    re.compile(
        rf"^(?:ta\ bort|stryk|remove"
        rf"|delete)\s+{_QUOTED}(?P<old>[^\"”“«»\n]{{1,200}}){_QUOTED}(?:\s+(?:förresten|tack|please"
        rf"|där))*(?:\s*[,;]\s*(?:och\ )?(?:skriv|write|sätt)\s+(?:bara\ |i\ stället\ |istället\ |just\ "
        rf"|instead\ )*(?P<new>[^\n]{{1,200}}?))?\s*[.!]*$",
        re.IGNORECASE | re.VERBOSE,
    ),
)
# ändra 12 till 21: without quotation marks only where a figure or a name stands against another.
_FIGURE_OR_NAME = r"(?:[\d€$£][^\n]{0,40}?|(?-i:[A-ZÅÄÖ])[^\n]{0,40}?)"
_PLAIN_CHANGE = re.compile(
    rf"^(?:ändra|rätta|change|correct)\s+(?:till\ )?(?P<old>{_FIGURE_OR_NAME})\s+(?:till|mot|to|with)\s+"
    rf"(?P<new>{_FIGURE_OR_NAME}){_TAIL}\s*[.!]*$",
    re.IGNORECASE | re.VERBOSE,
)
# Any sentence with a word of putting right and "X, not Y": "jag sa fel, det va 12 anmälda å inte 21".
_PUTS_RIGHT = re.compile(
    r"\b(?:fel\w*|rätta\w*|rättelse|korriger\w*|stava\w*|heter|skulle|skall?|menade|förlåt|sorry|nej|nä|nix|correct\w*|should|meant|typo|spelling"
    r"|fix|wrong|mistake)\b",
    re.IGNORECASE,
)
_NOT = re.compile(
    r"\s*,?\s*\b(?:(?:och|å|o|and)\s+)?(?:inte|ej|not)\s+(?P<old>[^,.;!?\n]{1,50}?)\s*[.!]*\Z|"
    r"[:,]?\s*(?P<was>[^,.;:!?\n]{1,40}),?\s+(?:ska|skall|skulle|should)\s+(?:det\s+)?(?:vara|stå|bli|be|read)\s+(?P<new>[^,.;!?\n]{1,40}?)\s*[.!]*\Z",
    re.IGNORECASE,
)
_ALIKE = 60
"""How much two spellings share, of 100, when one is put in the other's place."""
_LONGEST = 500
_OUTRIGHT_WORD = re.compile(
    r"\b(?:rätta|rättelse|sa\s+fel|skrev\s+fel|fel(?:aktigt|skrivet|stavat)|stavas|menade|correction|typo|spelling|misspelt|i\s+meant)\b",
    re.IGNORECASE,
)
_OUTRIGHT = re.compile(r"^(?:rättelse|korrigering|correction|\*|s/)", re.IGNORECASE)


@dataclass(frozen=True)
class Correct:
    """Write `new` in place of `old` where it was last said."""

    old: str
    new: str


@dataclass(frozen=True)
class _Place:
    """Where words stand: an id in the record, the number of the part, and that part's text."""

    target: str
    part: int
    text: str
    by: str | None


def _read(sentence: Sentence, call: Call) -> Sequence[Claim[Correct]]:
    text = sentence.text
    if len(text) > _LONGEST:
        return ()
    for shape in (*SHAPES, _PLAIN_CHANGE):
        match = shape.match(text)
        if match is None or shape is _PLAIN_CHANGE and not (call.addressed or call.leads):
            continue
        outright = call.addressed or call.when is When.DURING and _OUTRIGHT.match(text) is not None
        correct = Correct(match["old"].strip(" \"”'"), (match["new"] or "").strip(" \"”'"))
        if correct.old and (outright or _place_of(correct.old, call) is not None):
            return (Claim(correct, (0, len(text))),)
    loose = _loosely(text, call)
    return (Claim(loose, (0, len(text))),) if loose is not None else ()


def _loosely(text: str, call: Call) -> Correct | None:
    """Read that one word or figure is put in the place of another like it, in whatever words."""
    if not _PUTS_RIGHT.search(text) or text.rstrip().endswith("?"):
        return None
    found = _NOT.search(text)
    if found is None:
        return None
    if found["was"]:
        correct = Correct(found["was"].strip(), found["new"].strip())
    else:
        new = _like(found["old"], text[: found.start()])
        if new is None:
            return None
        correct = Correct(found["old"].strip(" \"”'"), new)
    known = _place_of(correct.old, call) is not None
    return correct if known or call.addressed or (call.during and _OUTRIGHT_WORD.search(text)) else None


def _like(old: str, before: str) -> str | None:
    """Give what stands before "not OLD" and is of its kind: a figure for a figure, else the word spelt most like it."""
    words = [word.strip(" .,:;\"”'") for word in before.split()]
    head, *rest_of_old = old.split()
    if head[:1].isdigit():
        figures = [n for n, word in enumerate(words) if word[:1].isdigit()]
        if not figures:
            return None
        return " ".join(words[figures[-1] : figures[-1] + 1 + len(rest_of_old)])
    from rapidfuzz.fuzz import ratio

    best = max(words, key=lambda word: ratio(word.casefold(), head.casefold()), default="")
    return best if ratio(best.casefold(), head.casefold()) >= _ALIKE and best.casefold() != head.casefold() else None


def _handle(intent: Correct, call: Call) -> Outcome:
    place = _place_of(intent.old, call)
    if place is None:
        raise UnknownThing("words", words=intent.old)
    if call.when is not When.DURING and not call.leads:
        raise WrongPhase("over")
    text = _replaced(place.text, intent.old, intent.new)
    by_hand = call.leads and call.when is When.AFTER
    fact = Rewritten(**call.base, target=place.target, part=place.part, text=text, by_hand=by_hand)
    if call.when is When.DURING:
        return Outcome((fact,), (React(),))
    return Outcome((fact,), (Answer(doc(call.texts.t("corrections.reads_now", text=text))),))


def _place_of(words: str, call: Call) -> _Place | None:
    """Find where the words stand: the speaker's own latest first, then anybody's latest, as whole words."""
    meeting = call.meeting
    if meeting is None or not meeting.is_held or meeting.phase is Phase.PUBLISHED:
        return None
    holding = [place for place in _places(meeting, call) if _pattern(words).search(place.text)]
    own = [place for place in holding if call.speaker is not None and place.by == call.speaker.id]
    found = own or holding
    return found[-1] if found else None


def _places(meeting: Meeting, call: Call) -> Iterator[_Place]:
    for passage in meeting.passages:
        for number, part in enumerate(passage.parts):
            yield _Place(passage.id, number, part.text, passage.by)
    for action in call.record.actions.values():
        if action.meeting == meeting.id:
            yield _Place(action.id, 0, action.text, None)
    for question in call.record.questions.values():
        if question.meeting == meeting.id:
            yield _Place(question.id, 0, question.text, None)


def _pattern(words: str) -> re.Pattern[str]:
    flexible = r"\s+".join(re.escape(word) for word in words.split())
    return re.compile(rf"(?<!\w){flexible}(?!\w)", re.IGNORECASE)


def _replaced(text: str, old: str, new: str) -> str:
    found = _pattern(old).search(text)
    if found is None:
        return text
    rest = text[found.end() :]
    words = new.split()
    # "36 inskrivna, inte 34" about "34 inskrivna just nu": what already stands after it is not said twice.
    for size in range(len(words) - 1, 0, -1):
        tail = " ".join(words[-size:])
        if rest.strip().casefold().startswith(tail.casefold()):
            new = " ".join(words[:-size])
            break
    changed = text[: found.start()] + new + rest
    return re.sub(r"[ \t]{2,}", " ", changed).replace(" .", ".").replace(" ,", ",").strip()


CORRECT = Command(
    name="correct",
    words={"sv": ("rättelse",), "en": ("correction",)},
    read=_read,
    handle=_handle,
    cues=(*SHAPES, _PLAIN_CHANGE),
    shown=frozenset({When.DURING, When.AFTER}),
    examples=(
        Example("rättelse: det ska vara 36, inte 34", says="34", when=When.DURING, addressed=True),
        Example("s/34/36/", says="34", when=When.DURING, addressed=True),
        Example("correction: it's 36, not 34", says="34", language="en", when=When.DURING, addressed=True),
    ),
)
