"""The words people use about coming, staying away, being late, leaving and standing in, each kind under one sign."""

from __future__ import annotations

import re
from collections.abc import Mapping

from handlers.attendance.phrase_index import Phrases
from handlers.attendance.phrases_away import AWAY
from handlers.attendance.phrases_coming import COMING
from handlers.attendance.phrases_said import SAID

PHRASES = Phrases((*SAID, *AWAY, *COMING))
"""People's phrases. A sign in capitals stands for the phrase in the sentences' patterns."""
PHRASE = PHRASES.whole
# After these a capital tells whether a name follows.
_BEFORE_NAMES = ("för", "åt", "for")


def phrase_at(text: str, lowered: str, at: int) -> re.Match[str] | None:
    """Find the phrase at a place of a text that is given in small letters too: those are compared at half the cost."""
    if len(lowered) != len(text) or lowered.startswith(_BEFORE_NAMES, at):
        return PHRASES.at(text, at)
    return PHRASES.at(lowered, at, re.NOFLAG)


# The English I, told from the Swedish preposition by the verb after it.
ENGLISH_I = re.compile(
    r"i\s+(?:are|both|do|didn't|don't|can|can't|cant|cannot|could|couldn't|will|won't|wont|have|am|need|must"
    r"|may|might|would|do|don't|was"
    r"|attend|accept|join|leave|come|regret|was|won|should|hope|think)\b",
    re.IGNORECASE,
)

# Short forms that are several words in one.
CONTRACTIONS: Mapping[str, tuple[str, ...]] = {
    **dict.fromkeys(("can't", "cant", "cannot", "couldn't", "couldnt"), ("ABLE", "NOT")),
    **dict.fromkeys(("won't", "wont"), ("WILL", "NOT")),
    **dict.fromkeys(("isn't", "isnt", "aren't"), ("BE", "NOT")),
    **dict.fromkeys(("don't", "doesn't", "dont", "doesnt"), ("NOT",)),
    **dict.fromkeys(("i'll",), ("ME", "WILL")),
    **dict.fromkeys(("i'm", "im"), ("ME", "BE")),
    **dict.fromkeys(("i've", "ive"), ("ME", "HAVE")),
    **dict.fromkeys(("i'd",), ("ME", "HEDGE")),
    **dict.fromkeys(("wouldn't", "wouldnt"), ("HEDGE", "NOT")),
    **dict.fromkeys(("wasn't", "weren't"), ("WAS", "NOT")),
    **dict.fromkeys(("you'll",), ("YOU", "WILL")),
    **dict.fromkeys(("we'll",), ("WE", "WILL")),
    **dict.fromkeys(("he's", "she's"), ("RELATIVE", "BE")),
    **dict.fromkeys(("he'll", "she'll", "they'll"), ("RELATIVE", "WILL")),
    **dict.fromkeys(("jag", "jg", "jaj", "mig", "mej", "me", "myself", "undertecknad", "undertecknade"), ("ME",)),
    **dict.fromkeys(("vi", "we"), ("WE",)),
}


# Other gatherings than the group's, and what people do between meetings.
ELSEWHERE = re.compile(
    r"\b(?:\w*(?:lunch|fika|afterwork|nämnd|styrgrupp|ledningsgrupp|arbetsgrupp|referensgrupp|styrelse|apt"
    r"|planeringsdag"
    r"|konferens|utbildning|kurs|seminari|fest|frukost|middag|intervju|kontor)\w*|aw|board|steering|committee"
    r"|breakfast"
    r"|dinner|party|training|office|workshop|standup|ringa|mejla|hälsa\s+på|besök\w*|förbi|tillbaka|back|home|hem)\b",
    re.IGNORECASE,
)

# After these comes a reason, which is nobody's business.
REASONS = re.compile(
    r"(?:pga|p\.g\.a\.?|på\s+grund\s+av|eftersom|för\s+(?:att|jag|vi|det|min|mitt|mina)|ggn|p\s?g\s?a|iom"
    r"|i\s+och\s+med|på\s+g\s+av|beror\s+på|medan|while|owing|då\s+(?:jag|det|vi|min)"
    r"|med\s+anledning|because|due\s+to|since|as\s+i|krockar|har|är|sitter"
    r"|måste|ska|blev|blivit|fick|fastnat|fastnade|having|i\s+have|i\s+am|i'm|got|stuck|med\s+(?:feber|sjuk))\b",
    re.IGNORECASE,
)

# Where one thing said ends and the next begins.
BUT = frozenset({"men", "but", "fast", "dock", "however", "utan", "däremot", "although", "though"})
AND = frozenset({"och", "o", "and", "samt", "&"})
SO = frozenset({"så", "so", "sedan", "then"})
# After one of these somebody asks, wishes or proposes: that is for another reader.
WISHES = re.compile(
    r"\s*(?:(?:och|o|men|but|and|fast|så)\s+)?(?:(?:jag|i)\s+)?(?:ta|lägg|tag|kan\s+(?:vi|ni|du|någon|nån)|vill"
    r"|önskar|skulle|please|could|can\s+(?:you|we|somebody)|add|punkt|item"
    r"|ni\s+får|bevaka|would|want|hälsa|vad|vem|när|hur)\b",
    re.IGNORECASE,
)

QUESTION_OPENERS = re.compile(
    r"\s*(?:(?:hej|hallå|btw|men|och|så)[\s,!]+)?(?:vem|vill\s+(?:du|ni|någon|nån|alla)|får\s+(?:man|vi|jag)"
    r"|behöver\s+(?:vi|jag|man|alla)|måste\s+(?:vi|man|alla)|kan\s+man|should|must|may\s+i|is\s+there|vilka"
    r"|vilken|vad|när|hur|varför|vart|var(?=\s+(?:är|ska|ses"
    r"|håller))|kommer\s+(?:du|ni|det|alla|(?:någon|nån)(?!\s+(?:kvart|minut|halvtim|tim|stund))|vi|de)"
    r"|kan\s+(?:du|ni|någon|nån|vi)|är\s+(?:du|ni|det|någon"
    r"|nån|alla|vi)"
    r"|har\s+(?:du|ni|vi|någon|nån)|ska\s+(?:du|ni|vi)|finns|vet\s+(?:du|ni|någon)|är\s+det|någon\s+(?:som|mer)"
    r"|nån\s+(?:som|mer)|who|what|when|where|how|why|which|are\s+(?:you|we)|is\s+(?:it|anyone|there|anybody)"
    r"|can\s+(?:you|we|anyone|somebody)|could|do\s+(?:you|we)|does|will\s+(?:you|we)|anyone|anybody|glöm\s+inte"
    r"|don't\s+forget|hoppas|hope)\b",
    re.IGNORECASE,
)

# Titles of work: they stand before a name, or in brackets after it.
ROLE = re.compile(
    r"\b[\w-]*(?:koordinator|koordinatorn|chef|chefen|handläggare|handläggaren|ledare|ledaren|läkare|sekreterare"
    r"|samordnare|samordnaren|specialist|rektor|direktör|utvecklare|strateg"
    r"|ombud|coach|kurator|psykolog|sköterska|terapeut|pedagog|controller|jurist|ekonom|stöd|konsulent|coordinator"
    r"|manager|officer|head|director|adviser|advisor|caseworker|nurse|doctor"
    r"|assistent|assistant|administratör|ordförande|ledamot|vägledare|arbetare|lärare|tekniker|planerare)\b",
    re.IGNORECASE,
)
