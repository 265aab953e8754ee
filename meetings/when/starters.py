"""The words an expression can begin with; every other word costs one look-up."""

from __future__ import annotations

from meetings.when import seasons, vocabulary
from meetings.when.events import ASAP_PHRASES
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
    "over mot towards of week snarast"
)


def _first_words() -> frozenset[str]:
    tables = (
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
        seasons.SEASONS,
        seasons.PAST_SEASONS,
        seasons.HOLIDAYS,
        vocabulary.NEXT_MEETING,
        vocabulary.FREQUENCY_WORDS,
        ASAP_PHRASES,
    )
    return _SMALL_WORDS | {phrase.split()[0] for table in tables for phrase in table}


STARTERS = _first_words()
