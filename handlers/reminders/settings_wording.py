"""How people say which reminders the group wants, which they want themselves, and ask what there is."""

from __future__ import annotations

import re

WHAT: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (field, re.compile(rf"(?:(?:att|den|de|det|the|våra|gruppens|our|mina|my)\s+)?(?:{words})", re.IGNORECASE))
    for field, words in (
        (
            "call_for_items",
            r"punkt(?:er(?:na)?)?|(?:förslag\s+på|anmäla|föreslå|lämna)\s+punkter|punktförslag|kallelse(?:n|r)?"
            r"|items?|proposing\s+items|call\s+for\s+items",
        ),
        ("agenda", r"dagordning(?:en|ar)?|agenda(?:n)?|vilka\s+som\s+kommer|who\s+is\s+coming"),
        (
            "not_answered",
            r"svar(?:en)?|svara|anmälan|anmäla\s+sig|närvaro(?:n)?|kommer\s+eller\s+inte"
            r"|som\s+inte\s+(?:har\s+)?svarat|answers?|answering|attendance|those\s+who\s+have\s+not\s+answered",
        ),
        (
            "soon",
            r"mötet\s+(?:snart\s+)?(?:börjar|startar)|mötesstart(?:en)?|mötets\s+(?:start|början)|start(?:en)?"
            r"|that\s+the\s+meeting\s+(?:begins|starts)|(?:meeting\s+)?start",
        ),
        ("tasks", r"uppgift(?:en|er|erna)?|åtgärder(?:na)?|åtaganden|tasks?|action\s+points?|actions"),
        (
            "minutes",
            r"(?:minnes|mötes)?anteckningar(?:na)?|protokoll(?:et)?|publicera(?:\s+(?:anteckningarna|protokollet))?"
            r"|publicering(?:en)?|minutes|notes|publishing(?:\s+the\s+minutes)?",
        ),
        ("adjusting", r"justering(?:en)?|justera(?:\s+protokollet)?|adjusting|adjustment"),
        ("convening", r"sammankallande(?:t)?|vem\s+som\s+sammankallar|convening|conveners?"),
        ("rhythm", r"antalet\s+möten|för\s+få\s+möten|möten\s+per\s+termin|too\s+few\s+meetings|meetings\s+per\s+term"),
    )
)
"""What a reminder is about, as people say it; by the name of the setting."""

_REMINDER = r"(?:påminnelse(?:n|r|rna)?|reminders?)"
_ABOUT = r"\s+(?:om|för|kring|of|about|for|on)\s+(?P<{0}>\S.{{0,60}}?)"
_US = r"(?:\s+(?:oss|gruppen|kanalen|us|the\s+group))?"
_AGAIN = r"(?:\s+(?:igen|again))?"
_END = r"[\s.!]*"
_PLEASE = r"(?:(?:snälla|please|kan\s+du|could\s+you|du\s+kan|vi\s+vill\s+att\s+du)\s+)?"


def _whole(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"\s*{_PLEASE}(?:{pattern}){_END}", re.IGNORECASE | re.VERBOSE)


HINT = re.compile(r"påminn|remind", re.IGNORECASE)

TURN_OFF = _whole(
    rf"""(?:(?:stäng|slå|sätt)\s+av|ta\s+bort|inga(?:\s+fler)?|sluta\s+med|skippa|turn\s+off|switch\s+off|disable|no(?:\s+more)?|stop)\s+
        (?:(?:alla|våra|gruppens|the|all|our)\s+)*{_REMINDER}(?:{_ABOUT.format("what1")})?
      | (?:påminn(?:er)?\s+(?:inte|ej){_US}|påminn{_US}\s+inte|sluta\s+påminna{_US}
          |(?:do\s+not|don't|stop)\s+remind(?:ing)?{_US})
        (?:\s+(?:längre|mer|any\s?more))?(?:{_ABOUT.format("what2")})?"""
)
TURN_ON = _whole(
    rf"""(?:(?:sätt|slå)\s+på|aktivera|turn\s+on|switch\s+on|enable)\s+(?:(?:alla|våra|the|all|our)\s+)*{_REMINDER}(?:{_ABOUT.format("what1")})?{_AGAIN}
      | (?:påminn{_US}|börja\s+påminna{_US}|remind{_US}){_AGAIN}{_ABOUT.format("what2")}{_AGAIN}"""
)
NUMBERS = {
    "en": 1, "ett": 1, "one": 1, "a": 1, "an": 1, "två": 2, "two": 2, "tre": 3, "three": 3, "fyra": 4, "four": 4,
    "fem": 5, "five": 5, "sex": 6, "six": 6, "sju": 7, "seven": 7, "åtta": 8, "eight": 8, "nio": 9, "nine": 9,
    "tio": 10, "ten": 10, "femton": 15, "fifteen": 15, "tjugo": 20, "twenty": 20, "trettio": 30, "thirty": 30,
}  # fmt: skip
MINUTES = {
    "minut": 1, "minuter": 1, "min": 1, "minute": 1, "minutes": 1, "kvart": 15, "timme": 60, "timmar": 60, "hour": 60,
    "hours": 60,
}  # fmt: skip
DAYS = {
    "dag": 1, "dagar": 1, "dygn": 1, "day": 1, "days": 1, "vecka": 7, "veckor": 7, "week": 7, "weeks": 7,
}  # fmt: skip
AHEAD = re.compile(
    rf"""\s+(?P<number>\d{{1,3}}|{"|".join(NUMBERS)})\s*(?P<unit>{"|".join((*MINUTES, *DAYS))})
        \s+(?:innan|före|i\s+förväg|dessförinnan|before|ahead|in\s+advance)(?:\s+(?:varje\s+|the\s+|every\s+|each\s+)?(?:möte(?:t|na)?|start|meetings?))?\s*[.!]*\s*\Z""",
    re.IGNORECASE | re.VERBOSE,
)
"""How long before something, at the end of what is asked for: "… 10 minuter innan mötet"."""
REMIND_AHEAD = _whole(rf"(?:påminn{_US}|remind{_US}|påminnelse(?:n)?|reminder)")
ASK_AHEAD = _whole(
    r"(?:fråga|ask)\s+(?P<what1>(?:de(?:m)?\s+)?som\s+inte\s+(?:har\s+)?svarat|those\s+who\s+have\s+not\s+answered)"
)

MUTE = _whole(
    rf"""(?:påminn\s+(?:inte\s+mig|mig\s+inte)|sluta\s+(?:att\s+)?påminna\s+mig|jag\s+vill\s+(?:inte|slippa)\s+(?:ha\s+|få\s+|bli\s+)?(?:några\s+|fler\s+|mer\s+)?(?:påmind|påminnelser)
          |inga\s+(?:fler\s+)?påminnelser\s+till\s+mig|(?:do\s+not|don't)\s+remind\s+me|stop\s+reminding\s+me|no\s+(?:more\s+)?reminders\s+(?:for|to)\s+me
          |i\s+(?:do\s+not|don't)\s+want\s+(?:any\s+)?reminders)
        (?:\s+(?:längre|mer|mera|any\s?more))?(?:{_ABOUT.format("what1")})?(?:\s+(?:längre|mer|any\s?more))?"""
)
UNMUTE = _whole(
    rf"""(?:påminn\s+mig\s+igen|(?:du\s+(?:kan|får)\s+)?(?:börja\s+)?påminna?\s+mig(?P<again>\s+igen)?|jag\s+vill\s+(?:ha\s+påminnelser|bli\s+påmind)(?:\s+igen)?
          |remind\s+me\s+again|start\s+reminding\s+me(?:\s+again)?|i\s+want\s+(?:the\s+)?reminders(?:\s+again)?|remind\s+me)
        (?:{_ABOUT.format("what1")})?(?:\s+(?:igen|again))?"""
)
BARE = re.compile(r"\s*(?:påminn(?:a)?\s+mig|remind\s+me)[\s.!]*", re.IGNORECASE)
"""Says neither of what nor that it is to be again."""

SHOW = re.compile(
    rf"""\s*(?:(?:visa|lista|se|show|list)\s+(?:(?:alla|våra|gruppens|mina|all|the|our|my)\s+)*{_REMINDER}
        |(?:vilka|vad\s+för|what|which)\s+{_REMINDER}\s*(?:har|får|finns|skickas|skickar|ges|do|are|is|have)?\b[^?.!]{{0,40}}
        |(?:våra|mina|our|my)\s+{_REMINDER}|{_REMINDER}
        |(?:när|vad|what|when)\s+(?:påminner|do)\s+(?:du|you)\b[^?.!]{{0,30}}(?:remind\s+us|remind)?[^?.!]{{0,20}})\s*[?.!]*\s*""",
    re.IGNORECASE | re.VERBOSE,
)


def what_is_meant(words: str | None) -> str | None:
    """Give the setting that words name; None when they name none."""
    said = (words or "").strip(" .!\"'”“")
    return next((field for field, pattern in WHAT if pattern.fullmatch(said)), None)
