"""The words an expression can begin with; every other word costs one look-up."""

from __future__ import annotations

from meetings.when import seasons, vocabulary
from meetings.when.events import ASAP_PHRASES
from meetings.when.line import Line
from meetings.when.rhythm import COUNTED
from meetings.when.tokens import Shape
from meetings.when.vocabulary import word_set

_SMALL_WORDS = word_set(
    "i på on in den the this nu om inom within för under during till tills by until before innan före "
    "inför vid at runt kring omkring ca cirka around about kl klockan mellan between från from fr efter "
    "after prior tom fram up due deadline senast tidigast earliest starting inte ej not no v w vecka "
    "veckan veckor veckorna week weeks nästa nästkommande kommande next coming denna förra föregående "
    "previous last nästnästa följande innevarande varje var varannan vartannat vart every each once twice "
    "thrice jämna jämn udda ojämna ojämn even odd halv half kvart quarter halvtimme trekvart noon midday "
    "midnight mitt någon början mitten slutet beginning start middle end early mid late halva senare "
    "månadsskiftet årsskiftet ht vt höstterminen vårterminen samma same dagen veckan day ahead näst över "
    "over mot towards of week snarast kvartal q"
)


_PREFIXES = word_set(
    "i på on in den the this om inom within för under during till tills by until before innan före inför vid at efter "
    "after mellan between från from fr över over mot towards en ett a an inte ej not no up due of runt kring omkring "
    "ca cirka around about dagen veckan day week"
)
_INNER_WORDS = word_set(
    "kvartalet kvartal quarter term termin därpå m am pm fm em o'clock o’clock och and halv half timme timma "
    "timmar halvtimme halvtimma minuter kvart kvarts här tiden snåret dag mitten mid to later senare än med månad "
    "månaden månader år året fortnight sedan sen ago vecka veckor weeks months years eller el alt alternativt or "
    "samt o några få par few couple some"
)
_TABLES = (
    vocabulary.MONTHS,
    vocabulary.WEEKDAYS,
    vocabulary.GENITIVE_WEEKDAYS,
    vocabulary.WEEKDAY_PLURALS,
    vocabulary.NUMBERS,
    vocabulary.AROUND_HOURS,
    vocabulary.ORDINALS,
    vocabulary.LAST_WORDS,
    vocabulary.RELATIVE_DAYS,
    vocabulary.PARTS_OF_TODAY,
    vocabulary.NEXT_MEETING,
    vocabulary.FREQUENCY_WORDS,
    seasons.SEASONS,
    seasons.PAST_SEASONS,
    seasons.HOLIDAYS,
    ASAP_PHRASES,
)
_INNER_TABLES = (
    *_TABLES,
    vocabulary.PARTS_OF_DAY,
    vocabulary.PAST_WEEKDAYS,
    vocabulary.MEETING_ITSELF,
    vocabulary.DURATION_UNITS,
    vocabulary.CALENDAR_UNITS,
    vocabulary.FREQUENCY_UNITS,
    vocabulary.ENGLISH_EVENTS,
    COUNTED,
)
STARTERS = _SMALL_WORDS | {phrase.split()[0] for table in _TABLES for phrase in table}
_KNOWN = STARTERS | _INNER_WORDS | {word for table in _INNER_TABLES for phrase in table for word in phrase.split()}
_NUMBERS = frozenset(
    {
        Shape.NUMBER,
        Shape.ORDINAL,
        Shape.CLOCK,
        Shape.DAY_MONTH,
        Shape.DATE,
        Shape.YEAR_MONTH,
        Shape.DECIMAL,
        Shape.STAMP,
    }
)
_EVENT_WORDS = (*vocabulary.EVENT_ENDINGS, "ens", "ets", "gemensamma", "annual", "planning")


def may_start(line: Line, place: int) -> bool:
    """Tell whether an expression can begin here; a preposition needs a word of the grammar, or a number, after it."""
    token = line.tokens[place]
    if token.shape is Shape.NUMBER:
        following = line.words[place + 1]
        return following in _KNOWN if following else line.at(place + 1).shape not in _NUMBERS
    if token.shape is not Shape.WORD:
        return token.shape in _NUMBERS
    if token.text not in STARTERS:
        return False
    if token.text not in _PREFIXES:
        return True
    following = line.words[place + 1]
    if not following:
        return line.at(place + 1).shape in _NUMBERS or line.at(place + 1).shape is Shape.DASH or place + 1 == line.count
    return following in _KNOWN or following.endswith(_EVENT_WORDS) or line.words[place + 2] in vocabulary.ENGLISH_EVENTS
