"""The words of Swedish and English dates and times, as tables from word to value."""

from __future__ import annotations


def word_set(line: str) -> frozenset[str]:
    """Give the words of a line."""
    return frozenset(line.split())


_MONTHS = (
    "januari january jan",
    "februari february febuari februar feb febr",
    "mars march mar",
    "april apr",
    "maj may",
    "juni june jun",
    "juli july jul",
    "augusti august aug",
    "september sep sept",
    "oktober october okt oct",
    "november nov",
    "december dec",
)
MONTHS = {word: number for number, words in enumerate(_MONTHS, 1) for word in words.split()}
ENGLISH_MONTHS = word_set(
    "january february march april may june july august september october november december jan feb mar "
    "apr jun jul aug sep sept oct nov dec"
)

_WEEKDAYS = (
    "måndag måndagen månda mandag mån månd monday mon",
    "tisdag tisdagen tisda tis tisd tuesday tue tues",
    "onsdag onsdagen onsda ons onsd wednesday wed",
    "torsdag torsdagen torsda tors tor torsd thursday thu thur thurs",
    "fredag fredagen fre fred friday fri",
    "lördag lördagen lörda lordag lör lörd saturday sat",
    "söndag söndagen sönda sondag sön sönd sunday sun",
)
WEEKDAYS = {word: number for number, words in enumerate(_WEEKDAYS) for word in words.split()}
SHORT_WEEKDAYS = frozenset(word for word in WEEKDAYS if not word.endswith(("dag", "dagen", "day", "da")))
"""Short forms that are also other words or names («fri», «Tor», «sat»): they count only beside a date or a time."""
GENITIVE_WEEKDAYS = {
    f"{stem}{ending}": number
    for number, words in enumerate(_WEEKDAYS)
    for stem in words.split()
    for ending in ("s", "'s", "’s")
    if stem.endswith("dagen" if ending == "s" else "day")
}
WEEKDAY_PLURALS = {
    **{f"{words.split()[0]}ar": number for number, words in enumerate(_WEEKDAYS)},
    **{f"{words.split()[0]}arna": number for number, words in enumerate(_WEEKDAYS)},
    **{f"{word}s": number for number, words in enumerate(_WEEKDAYS) for word in words.split() if word.endswith("day")},
}
PAST_WEEKDAYS = {f"{words.split()[0]}s": number for number, words in enumerate(_WEEKDAYS)}

_NUMBERS = (
    ("en", "ett", "one", "a", "an"),
    ("två", "tva", "two"),
    ("tre", "three"),
    ("fyra", "four"),
    ("fem", "five"),
    ("sex", "six"),
    ("sju", "seven"),
    ("åtta", "eight"),
    ("nio", "nine"),
    ("tio", "ten"),
    ("elva", "eleven"),
    ("tolv", "twelve"),
    ("tretton", "thirteen"),
    ("fjorton", "fourteen"),
    ("femton", "fifteen"),
    ("sexton", "sixteen"),
    ("sjutton", "seventeen"),
    ("arton", "eighteen"),
    ("nitton", "nineteen"),
    ("tjugo", "twenty"),
)
NUMBERS = {word: number for number, words in enumerate(_NUMBERS, 1) for word in words}
NUMBERS |= {"ettan": 1, "tolvan": 12, "trettio": 30, "thirty": 30, "fyrtio": 40, "forty": 40, "fyrtiofem": 45}
NUMBERS |= {"femtio": 50, "fifty": 50, "sextio": 60, "sixty": 60, "nittio": 90, "ninety": 90}
HOURS = {word: number for word, number in NUMBERS.items() if number <= 12 and word not in ("a", "an", "en", "ettan")}
AROUND_HOURS = {f"{word}{end}": hour for word, hour in HOURS.items() for end in ("tiden", "snåret")}

_ORDINALS = (
    "första förste first",
    "andra andre second",
    "tredje third",
    "fjärde fourth",
    "femte fifth",
    "sjätte sixth",
    "sjunde seventh",
    "åttonde eighth",
    "nionde ninth",
    "tionde tenth",
    "elfte eleventh",
    "tolfte twelfth",
    "trettonde thirteenth",
    "fjortonde fourteenth",
    "femtonde fifteenth",
    "sextonde sixteenth",
    "sjuttonde seventeenth",
    "artonde eighteenth",
    "nittonde nineteenth",
    "tjugonde twentieth",
    "tjugoförsta tjugoförste twenty-first",
    "tjugoandra tjugoandre twenty-second",
    "tjugotredje twenty-third",
    "tjugofjärde twenty-fourth",
    "tjugofemte twenty-fifth",
    "tjugosjätte twenty-sixth",
    "tjugosjunde twenty-seventh",
    "tjugoåttonde twenty-eighth",
    "tjugonionde twenty-ninth",
    "trettionde thirtieth",
    "trettioförsta trettioförste thirty-first",
)
ORDINALS = {word: number for number, words in enumerate(_ORDINALS, 1) for word in words.split()}
LAST_WORDS = frozenset({"sista", "last", "siste"})

RELATIVE_DAYS = {
    "idag": 0,
    "i dag": 0,
    "today": 0,
    "imorgon": 1,
    "i morgon": 1,
    "imorn": 1,
    "imorron": 1,
    "i morron": 1,
    "i morn": 1,
    "tomorrow": 1,
    **dict.fromkeys(("eod", "cob", "end of day", "end of the day", "close of business", "dagens slut"), 0),
    "tmrw": 1,
    "övermorgon": 2,
    "i övermorgon": 2,
    "iövermorgon": 2,
    "the day after tomorrow": 2,
    "day after tomorrow": 2,
    "igår": -1,
    "i går": -1,
    "yesterday": -1,
    "i förrgår": -2,
    "förrgår": -2,
    "iförrgår": -2,
    "the day before yesterday": -2,
    "day before yesterday": -2,
}

PARTS_OF_DAY = {
    "bitti": (6, 9),
    "morgonen": (7, 10),
    "morgon": (7, 10),
    "förmiddag": (8, 12),
    "förmiddagen": (8, 12),
    "fm": (8, 12),
    "lunch": (11, 13),
    "lunchen": (11, 13),
    "lunchtid": (11, 13),
    "eftermiddag": (12, 17),
    "eftermiddagen": (12, 17),
    "em": (12, 17),
    "kväll": (17, 22),
    "kvällen": (17, 22),
    "morning": (8, 12),
    "afternoon": (12, 17),
    "evening": (17, 22),
    "night": (17, 22),
    "lunchtime": (11, 13),
}
"""Hours from and to, in the wide sense of an office."""
PARTS_OF_TODAY = {
    "ikväll": (17, 22),
    "tonight": (17, 22),
    "i kväll": (17, 22),
    "i eftermiddag": (12, 17),
    "i förmiddag": (8, 12),
    "this morning": (8, 12),
    "this afternoon": (12, 17),
    "this evening": (17, 22),
}

NEXT_MEETING = frozenset(
    {
        "nästa möte",
        "nästa gång",
        "nästa mysam",
        "nästa träff",
        "nästa sammanträde",
        "nästkommande möte",
        "kommande möte",
        "kommande sammanträde",
        "nästa mysammöte",
        "next meeting",
        "next time",
        "the next meeting",
        "the following meeting",
    }
)
MEETING_ITSELF = frozenset({"mötet", "sammanträdet", "träffen", "the meeting"})
EVENT_ENDINGS = (
    "möte", "mötet", "dagen", "konferens", "konferensen", "träff", "träffen", "seminarium", "seminariet", "workshop",
    "workshopen", "workshoppen", "utbildning", "utbildningen", "sammanträde", "sammanträdet", "stämma", "stämman",
    "avstämning", "avstämningen", "semester", "semestern", "semestrarna", "internatet", "mässan",
)  # fmt: skip
ENGLISH_EVENTS = word_set("meeting conference workshop seminar training summit holidays vacation retreat assembly")
NOT_EVENTS = word_set(
    "dagen måndagen tisdagen onsdagen torsdagen fredagen lördagen söndagen förmiddagen eftermiddagen "
    "middagen vardagen helgdagen födelsedagen juldagen påskdagen nationaldagen"
)

DURATION_UNITS = {
    **dict.fromkeys(("minut", "minuter", "minuters", "min", "mins", "minute", "minutes"), 1),
    **dict.fromkeys(("timme", "timmar", "timmars", "tim", "h", "hour", "hours", "hrs", "hr"), 60),
    **dict.fromkeys(("dag", "dagar", "dar", "dagars", "day", "days", "dygn"), 24 * 60),
    **dict.fromkeys(("vecka", "veckor", "veckors", "week", "weeks"), 7 * 24 * 60),
}
"""Minutes."""
CALENDAR_UNITS = {
    **dict.fromkeys(("dag", "dagar", "dar", "day", "days", "dygn"), ("days", 1)),
    **dict.fromkeys(("vecka", "veckor", "week", "weeks"), ("days", 7)),
    **dict.fromkeys(("fortnight", "fortnights"), ("days", 14)),
    **dict.fromkeys(("månad", "månader", "mån", "month", "months"), ("months", 1)),
    **dict.fromkeys(("kvartal", "quarter", "quarters"), ("months", 3)),
    **dict.fromkeys(("halvår",), ("months", 6)),
    **dict.fromkeys(("år", "year", "years"), ("months", 12)),
    **dict.fromkeys(("timme", "timmar", "hour", "hours", "tim", "h"), ("minutes", 60)),
    **dict.fromkeys(("minut", "minuter", "min", "minute", "minutes"), ("minutes", 1)),
}


FREQUENCY_UNITS = {
    **dict.fromkeys(("år", "året", "year", "annum"), "YEAR"),
    **dict.fromkeys(("termin", "terminen", "term", "semester"), "TERM"),
    **dict.fromkeys(("halvår", "halvåret"), "HALFYEAR"),
    **dict.fromkeys(("kvartal", "kvartalet", "quarter"), "QUARTER"),
    **dict.fromkeys(("månad", "månaden", "mån", "month"), "MONTH"),
    **dict.fromkeys(("vecka", "veckan", "week"), "WEEK"),
    **dict.fromkeys(("dag", "dagen", "day"), "DAY"),
}
FREQUENCY_WORDS = {
    **dict.fromkeys(("dagligen", "daily"), "FREQ=DAILY"),
    **dict.fromkeys(("veckovis", "weekly"), "FREQ=WEEKLY"),
    **dict.fromkeys(("fortnightly",), "FREQ=WEEKLY;INTERVAL=2"),
    **dict.fromkeys(("månadsvis", "månatligen", "månatlig", "månatliga", "monthly"), "FREQ=MONTHLY"),
    **dict.fromkeys(("kvartalsvis", "kvartalsvisa", "quarterly"), "FREQ=MONTHLY;INTERVAL=3"),
    **dict.fromkeys(("halvårsvis", "halvårsvisa", "biannually"), "FREQ=MONTHLY;INTERVAL=6"),
    **dict.fromkeys(("årligen", "årsvis", "yearly", "annually"), "FREQ=YEARLY"),
    **dict.fromkeys(("terminsvis",), "FREQ:1/TERM"),
}
