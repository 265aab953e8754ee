"""Find personal identity and coordination numbers in any disguise; a doubtful one counts as one."""

import re
import unicodedata
from enum import Enum
from urllib.parse import unquote

from meetings.words import plain

__all__ = ["Number", "find_number"]

_MONTH = r"(?P<month>0[1-9]|1[0-2])"
# 60 is added to the day in a coordination number.
_DAY = r"(?P<day>0[1-9]|[12]\d|3[01]|6[1-9]|[78]\d|9[01])"
_CENTURY = r"(?:(?P<century>18|19|20)[ -]?)?"
_COMPACT = rf"(?<!\d){_CENTURY}(?P<year>\d\d){_MONTH}{_DAY}"
_SPREAD = rf"(?<!\d){_CENTURY}(?P<year>\d\d)(?P<inner>[-./\\_ ]){_MONTH}(?P=inner){_DAY}"
# A dot or comma with a space after it ends a sentence or a part of one; those are looked at separately.
_BETWEEN = r"(?P<between>\s{0,3}[-+/\\_=–]{1,2}\s{0,3}|[.,:;|]|[,;]\s-?|\s{1,4})"
# Not the beginning of another date: "2016-02-01 – 2018-12-31".
_LAST = r"(?P<last>\d{4})(?!\d|[-./]\d\d[-./]\d)"
_NUMBERS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"{_COMPACT}{_BETWEEN}?{_LAST}",
        rf"{_SPREAD}(?P<between>{_BETWEEN[len('(?P<between>') : -1]})?{_LAST}",
    )
)
_PARTIAL = re.compile(
    rf"{_COMPACT}(?:\s?[-+]\s?(?=\d{{0,3}}[Xx*#?•_Nn])[\dXx*#?•_Nn]{{4}}(?![^\W_])|[ ]?[Xx]{{4}}(?!\w)"
    r"|[-+ ]?[JKLMNRSTUWX]\d{3}(?!\w)|[-+][jklmnrstuwx]\d{3}(?!\w)|[-+]?[A-Z]{2}\d\d(?!\w))"
)
_SAID = r"(?:fyra sista|sista fyra|sista siffrorna|kontrollsiffror\w*|last four|four last|final four)"
_IN_WORDS = (
    re.compile(rf"{_COMPACT}\D{{1,40}}?{_SAID}\D{{0,20}}\d{{4}}(?!\d)", re.IGNORECASE),
    re.compile(rf"{_SAID}\D{{0,20}}\d{{4}}\D{{1,40}}?{_COMPACT}(?!\d)", re.IGNORECASE),
)
_CONTEXT = re.compile(
    r"\bp\.?-?nr\b|personn(?:umme)?r|\bpers\.?\s?nr|samordningsn|\bsamnr|\bid[- ]?(?:nr|nummer|number)|\bfödd\b"
    r"|\bborn\b|identity number|social security|personal (?:id|number)|\bssn\b",
    re.IGNORECASE,
)
_MONEY_OR_COUNT = re.compile(
    r"\s?(?:kr\b|kronor|tkr|sek\b|:-|%|st\b|personer|deltagare|timmar|people|euro?\b|€)", re.IGNORECASE
)
_GROUP = re.compile(r"\d+")
_GAP = re.compile(r"[-+./\\_\s]{1,3}")
_CLOCK_RANGE = re.compile(r"\d{1,2}\.\d\d\s?-\s?\d{1,2}\.\d\d")
_CLOCK_AFTER = re.compile(r"\s?-\s?(\d{4})(?!\d)")
_CASE = re.compile(r"(?:dnr|diarien\w+|ärende|mål|[A-ZÅÄÖ]{2,4})[ .:-]{0,2}\Z")
_MARKUP = re.compile(r"(?<=[\d+-])[*~`'\"]+(?=[\d+-])")
_LETTER_O = re.compile(r"(?<![^\W_])(?=[oO]*\d)[\doO]{4,12}(?![^\W_])")

LEAST_DIGITS = 6
# Files and stamps are dated after this year; identity numbers in groups like these mostly before.
STAMPS_SINCE = 2015
_STAMP_JOINTS = ("", "-", "_", " ")


class Number(Enum):
    """What kind of number was found. It never holds the number."""

    IDENTITY = "identity"
    COORDINATION = "coordination"
    PARTIAL = "partial"


def find_number(text: str) -> Number | None:
    """Tell whether a text holds anything like a personal identity number, and of what kind.

    A possible date in the right shape with a separator, or twelve digits, is enough; ten digits without a separator
    must have the right check digit, and beginning with 07 (a mobile phone) a word about personal numbers as well.
    """
    if sum(map(str.isdigit, text)) < LEAST_DIGITS:
        return None
    found = _in(_canonical(text))
    if found is None and "%" in text:
        found = _in(_canonical(unquote(text)))
    return found


def _canonical(text: str) -> str:
    """Give the text with ASCII digits, hyphens and spaces, without marks and markup that hide a number."""
    if not text.isascii():
        text = plain(unicodedata.normalize("NFKC", text))
        if not text.isascii():
            text = "".join(map(_simple, text))
    text = _MARKUP.sub("", text)
    return _LETTER_O.sub(lambda match: match[0].replace("o", "0").replace("O", "0"), text)


def _simple(letter: str) -> str:
    if letter.isascii():
        return letter
    if letter.isdigit():
        return str(unicodedata.digit(letter))
    return "" if unicodedata.category(letter).startswith(("M", "Cf")) else letter


def _in(text: str) -> Number | None:
    context = _CONTEXT.search(text) is not None
    for pattern in _NUMBERS:
        for match in pattern.finditer(text):
            if _is_number(match, text, context):
                return _kind(match["day"])
    if any(_is_date(match) for match in _PARTIAL.finditer(text)):
        return Number.PARTIAL
    lowered = text.casefold()
    if any(word in lowered for word in ("fyra", "four", "siffr")):
        for pattern in _IN_WORDS:
            for match in pattern.finditer(text):
                if _is_date(match):
                    return _kind(match["day"])
    return _in_groups(text, context)


def _kind(day: str) -> Number:
    return Number.COORDINATION if int(day) > 60 else Number.IDENTITY


def _is_date(match: re.Match[str]) -> bool:
    return _possible(match["month"], match["day"])


def _possible(month: str, day: str) -> bool:
    """Tell whether the day exists in some year."""
    return int(day) - (60 if int(day) > 60 else 0) <= (
        29 if month == "02" else 30 if month in ("04", "06", "09", "11") else 31
    )


def _is_number(match: re.Match[str], text: str, context: bool) -> bool:
    if not _is_date(match):
        return False
    ten = match["year"] + match["month"] + match["day"] + match["last"]
    if _valid(ten):
        bare_phone = not match["century"] and match[0].isdigit() and ten.startswith("07")
        return context or not bare_phone
    century, between, last = match["century"], match["between"] or "", match["last"]
    if not century and not between and match[0].isdigit():
        return False
    if century and int(century + match["year"]) >= STAMPS_SINCE:
        # "20260512-1300": a stamp on a file; "2016-02-01 – 2018": a period.
        if between in _STAMP_JOINTS and int(match["day"]) <= 31 and _is_office_clock(last):
            return False
        if between.strip() == "-" and between != "-" and int(century + match["year"]) <= int(last) <= 2050:
            return False
    if between in (", ", "; ") and not context:
        return False
    blank = not between.strip()
    if blank and between and _MONEY_OR_COUNT.match(text, match.end()):
        return False
    if blank and _is_clock(last) and (match.re is _NUMBERS[1] or _goes_on_as_clock(text, match.end())):
        return False
    return context or between not in (",", ":", ";", "|", ".") or century is not None or match.re is _NUMBERS[0]


def _goes_on_as_clock(text: str, at: int) -> bool:
    """Tell whether a time follows after a hyphen: "260512 1300-1500"."""
    follows = _CLOCK_AFTER.match(text, at)
    return follows is not None and _is_clock(follows[1])


def _is_clock(four: str) -> bool:
    return int(four[:2]) < 24 and int(four[2:]) < 60


def _is_office_clock(four: str) -> bool:
    """Tell whether four digits are a time that something is booked for: by day, at whole five minutes."""
    return _is_clock(four) and "06" <= four[:2] <= "21" and int(four) % 5 == 0


def _valid(ten: str) -> bool:
    from personnummer.personnummer import valid

    # A century is given, so that the answer does not hang on today's date; every day of the 1900s is one of the 2000s.
    return bool(valid(f"20{ten}"))


def _in_groups(text: str, context: bool) -> Number | None:
    """Look at digits that are grouped in other ways: one by one, two by two, "1990 0602 2397"."""
    run: list[re.Match[str]] = []
    for group in _GROUP.finditer(text):
        if run and not _GAP.fullmatch(text, run[-1].end(), group.start()):
            if found := _in_run(text, run, context):
                return found
            run = []
        run.append(group)
    return _in_run(text, run, context)


def _in_run(text: str, run: list[re.Match[str]], context: bool) -> Number | None:
    sizes = [len(group[0]) for group in run]
    total = sum(sizes)
    if len(run) < 2 or total < 10:
        return None
    digits = "".join(group[0] for group in run)
    if max(sizes) == 1:
        return _one_by_one(digits)
    whole = text[run[0].start() : run[-1].end()]
    if context:
        windows = [digits[sum(sizes[:at]) :][:size] for at in range(min(len(sizes), 20)) for size in (10, 12)]
        return next((kind for window in windows if (kind := _read(window, shape_is_enough=False))), None)
    if total not in (10, 12) or _CLOCK_RANGE.search(whole) or _ends_with_clock(text, run):
        return None
    if _MONEY_OR_COUNT.match(text, run[-1].end()):
        return None
    if _CASE.search(text, max(run[0].start() - 16, 0), run[0].start()) and int(digits[:4]) >= STAMPS_SINCE:
        return None
    if digits[0] == "0" and sizes[:3] != [2, 2, 2]:
        return None  # a telephone number: "0910-735 091"
    year = int(digits[:4])
    return _read(digits, shape_is_enough=total == 12 and year < STAMPS_SINCE and "/" not in whole and "." not in whole)


def _ends_with_clock(text: str, run: list[re.Match[str]]) -> bool:
    hour, minute = run[-2], run[-1]
    return (
        len(hour[0]) <= 2 == len(minute[0])
        and text[hour.end() : minute.start()] == "."
        and _is_clock(hour[0].zfill(2) + minute[0])
    )


def _one_by_one(digits: str) -> Number | None:
    if len(digits) in (10, 12):
        return _read(digits, shape_is_enough=True)
    # The last ten of twelve digits are a number too.
    windows = dict.fromkeys(digits[at : at + 10] for at in range(len(digits) - 9))
    return next((kind for window in windows if (kind := _read(window, shape_is_enough=False))), None)


def _read(digits: str, *, shape_is_enough: bool) -> Number | None:
    """Read ten or twelve digits as a number; None when they cannot be one."""
    if len(digits) == 12:
        if digits[:2] not in ("18", "19", "20"):
            return None
        digits = digits[2:]
    if len(digits) != 10 or not "01" <= digits[2:4] <= "12":
        return None
    day = int(digits[4:6])
    if not (1 <= day <= 31 or 61 <= day <= 91) or not _possible(digits[2:4], digits[4:6]):
        return None
    return _kind(digits[4:6]) if shape_is_enough or _valid(digits) else None
