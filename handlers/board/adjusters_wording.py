"""The words in which people ask who adjusts a protokoll, offer to, and are chosen."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from meetings.group import Person
from meetings.people import Mention, find_names

LONGEST = 200

# A cheap look before anything else is tried.
HINT = re.compile(r"juster|\buts[eå]|\bväl[jd]|\bvald|adjust|\bappoint|\belect|\bcho[os]", re.IGNORECASE)
ABOUT_ADJUSTING = re.compile(r"juster|adjust", re.IGNORECASE)

# "justerare?", "vem kan justera idag?", "förslag på justerare?", "vi behöver två justerare"
ASKS = re.compile(
    r"""(?:(?:ok|okej|då|nu|och|så|val\s+av|sen|hej)\b[\s,:–-]*){0,3}(?:
        (?:(?:vem|vilka|vilken|någon|nån|några|förslag|frivillig\w*|har\s+vi|kan\s+(?:någon|nån)|who|any(?:one|body)?)\b[^?\n]{0,40})?
            \b(?:justera(?:re)?|justerar|adjusters?|adjust)\b[^?\n]{0,40}\?
      | vi\s+(?:behöver|ska\s+(?:ha|utse|välja)|måste\s+(?:ha|utse|välja))\s+(?:en|två|1|2)\s+justerare\W*
      )\s*\Z""",
    re.IGNORECASE | re.VERBOSE,
)
# "Karin, kan du justera?", "kan Karin justera idag?"
ASKS_ONE = re.compile(
    r"\b(?:kan|vill|skulle|hinner|can|could|will)\b[^?\n]{0,50}\b(?:justera|adjust)\b[^?\n]{0,40}\?\s*\Z", re.IGNORECASE
)
# "ja", "absolut", "det går bra": the answer of the one who was asked
AGREES = re.compile(
    r"(?:(?:ja|jo|japp|jepp|javisst|jajamän|visst|absolut|självklart|okej|ok|gärna|det\s+går\s+bra|går\s+bra|inga\s+problem|det\s+kan\s+jag"
    r"|kan\s+jag(?:\s+göra)?|jag\s+kan|gör\s+jag|det\s+gör\s+jag|yes|sure|of\s+course|i\s+can|no\s+problem)\b[\s,.!👍🙂]*){1,4}\Z",
    re.IGNORECASE,
)
# "vem?", "någon frivillig?": only where the item about adjusters is named.
ASKS_THERE = re.compile(r"(?:vem|vilka|någon|nån|frivillig\w*|förslag|who|anyone)\b[^?\n]{0,30}\?\s*\Z", re.IGNORECASE)

# "jag kan", "det kan jag göra", "jag tar det", "jag kan justera idag": an answer to who adjusts.
_OPENING = r"(?:(?:ja|jo|japp|visst|absolut|ok|okej|gärna|yes|sure|hej)\b[\s,.!]*){0,2}"
OFFERS = re.compile(
    rf"""{_OPENING}(?:
        (?:det\s+)?kan\s+jag(?:\s+(?:göra|ta))?
      | jag\s+(?:(?:kan|vill|tar|gör|fixar|justerar|ställer\s+upp)\b)
            (?:\s+(?:gärna|göra|ta|det|den|justera|på|protokollet|väl|nog|också|med|idag|då)){{0,4}}
      | (?:gärna\s+jag|jag\s+gärna|jag|mig|ta\s+mig)
      | i\s+(?:can|will)(?:\s+(?:do|take|adjust)(?:\s+(?:it|that|the\s+minutes))?)?
      | i'll\s+(?:do|take)\s+(?:it|that) | me
      )(?:\s+(?:idag|i\s+dag|då|today))?\W*\Z""",
    re.IGNORECASE | re.VERBOSE,
)
OFFERS_TO_ADJUST = re.compile(
    rf"{_OPENING}(?:jag\s+(?:kan|vill)\s+(?:gärna\s+)?(?:justera|vara\s+justerare)|jag\s+tar\s+justeringen)\b.{{0,20}}\Z",
    re.IGNORECASE,
)
# "bra, tack Karin", "då tar Karin det", "ok"
CONFIRMS = re.compile(
    r"(?:(?:ja|ok|okej|bra|toppen|fint|perfekt|utmärkt|tack|kanon|då|så|blir|det|tar|är|utses|väljs|yes|good|thanks|then|it|is)\b[\s,.!:–-]*){1,6}\Z",
    re.IGNORECASE,
)

_CHOOSE = (
    r"(?:utses?|utser|utsågs|utsetts|välj(?:a|er|s)|valdes|valt|vald[ae]?"
    r"|appoint(?:s|ed)?|elect(?:s|ed)?|cho(?:oses?|se|sen))"
)
CHOOSES = re.compile(rf"\b{_CHOOSE}\b", re.IGNORECASE)
# "justerare: Karin", "justerare idag blir Karin", "Karin och Conny blir justerare", "Karin tar justeringen"
TELLS = re.compile(
    r"\bjusterare(?:\s+(?:idag|i\s+dag|för\s+dagens\s+möte))?\s*(?::|\s[–-]\s|blir|är)|\b(?:blir|är|som)\s+justerare\b|"
    r"\btar\s+justeringen\b|\badjusters?\s*(?::|is|are)",
    re.IGNORECASE,
)
# "Karin justerar": the word follows the name.
_DOES = re.compile(r"\s+(?:justerar|adjusts?)\b(?!\s+ni)", re.IGNORECASE)
_NOT_NOW = re.compile(
    r"\b(?:inte|ej|aldrig|om|ifall|vem|kanske|förra|förr|sist|nästa|senast|brukar|skulle|borde|kunde|innan|när|not|if|last|next|maybe|should)\b",
    re.IGNORECASE,
)
# What may stand around the names where the item about adjusters is named and nothing else is said.
_JOINTS = re.compile(
    r"\b(?:och|samt|o|&|and|blir|är|tar|det|utses?|väljs|valdes|vald[ae]?|till|som|justerare|justerar|justera|protokollet|idag|dagens|protokoll|att|beslut|beslutas?|beslutar|vi|mötet|styrelsen|jämte|ordföranden?)\b",
    re.IGNORECASE,
)
DECIDES = re.compile(r"\bbeslut|\bdecision|\bdecided", re.IGNORECASE)
_AFTER_NAMES = re.compile(
    r"[\s,]*(?:(?:(?:is|are|was|were|be|chosen|elected|appointed|as|to)\s+){1,3}(?:adjusters?|adjust)(?:\s+the\s+minutes)?(?:\s+today)?"
    r"|(?:(?:utses|väljs|valdes|är|blir|som|till|att)\s+){0,3}(?:justerare|justerar|justera)?(?:\s+(?:dagens\s+)?protokoll(?:et)?)?(?:\s+idag)?)[\s.!]*",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Named:
    """The people a choice names, and how far into the text it reaches."""

    mentions: tuple[Mention, ...]
    end: int


def chosen_in(text: str, people: Sequence[Person], *, at_item: bool, named_item: bool) -> Named | None:
    """Find whom a text chooses to adjust.

    `at_item`: the meeting is at the item about adjusters; `named_item`: the text stood after its name.
    """
    if len(text) > LONGEST or text.rstrip().endswith("?") or _NOT_NOW.search(text):
        return None
    mentions = find_names(text, people)
    if not mentions:
        return None
    told = CHOOSES.search(text) or TELLS.search(text) or any(_DOES.match(text, one.end) for one in mentions)
    explicit = ABOUT_ADJUSTING.search(text) and told
    if not explicit and not (at_item and CHOOSES.search(text)) and not named_item:
        return None
    if not explicit and not CHOOSES.search(text) and not _only_names(text, mentions):
        return None
    end = mentions[-1].end
    after = _AFTER_NAMES.match(text, end)
    end = after.end() if after else end
    return Named(mentions, len(text) if len(text[end:].split()) <= 3 else end)


def _only_names(text: str, mentions: Sequence[Mention]) -> bool:
    bare = text
    for mention in reversed(mentions):
        bare = f"{bare[: mention.start]} {bare[mention.end :]}"
    return not re.search(r"[^\W\d_]", _JOINTS.sub(" ", bare))
