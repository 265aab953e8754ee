"""What the lists of a roll call begin with, and the answers that stand in them."""

from __future__ import annotations

import re

_DAY = r"(?:idag|i\s+dag|ikväll|i\s+kväll|dagens|nu|today|tonight|here)"
_PRESENT = "|".join(
    (
        r"närvarande|närv\.?|närvaro|närvarolista|(?:dagens\s+)?deltagare|deltar|upprop|present|attending|attendees",
        r"attendance|in\s+attendance|roll\s?call|deciding(?:\s+members)?|others\s+present|with\s+us",
        r"(?:beslutande|tjänstgörande)(?:\s+(?:ledamöter|ersättare))?|ledamöter|ersättare(?=\s*:)|tjänstemän",
        r"övriga\s+(?:deltagande|närvarande|deltagare)|adjungerade?|gäster?(?=\s*:)|guests?(?=\s*:)",
        # "Med idag:", "Här är", "Vi som är här idag är:"
        r"(?:de\s+|vi\s+)?(?:som\s+)?(?:är\s+)?(?:också\s+|även\s+)?(?:med|här)(?:\s+på\s+mötet)?"
        rf"(?=\s+{_DAY}|\s*:|\s+är\s)",
        rf"vi(?:\s+som\s+är\s+(?:här|med))?(?=(?:\s+{_DAY})?\s+är(?:\s+{_DAY})?\s*:)",
        rf"(?:vi\s+har\s+)?med\s+oss(?=\s+{_DAY}|\s*:|\s+har)",
        rf"here(?=\s+(?:today|are|is)|\s*:)|we\s+(?:have|are)(?=(?:\s+{_DAY})?\s*:)",
    )
)
_ABSENT = "|".join(
    (
        r"(?:ej|inte|icke|not)\s+(?:närvarande|med|här|present|here)|frånvarande|frånv\.?|frånvaro|anmält\s+frånvaro",
        r"(?:har\s+)?(?:anmäl[td]a?\s+)?förhinder|återbud(?:\s+från)?|saknas|borta|absent|missing",
        r"apologies(?:\s+from)?|regrets(?:\s+from)?",
    )
)
DIGITAL = (
    r"(?:med\s+|deltar\s+|är\s+)?(?:digitalt?|på\s+länk|via\s+(?:länk|teams|zoom|skype)|på\s+(?:teams|distans|skärm)"
    r"|online|remote(?:ly)?|on\s+(?:teams|zoom|the\s+call|screen))"
)
ONSITE = r"på\s+plats|fysiskt|i\s+(?:rummet|salen|lokalen)|on[\s-]?site|in\s+(?:person|the\s+room)"
_KIND = rf"(?:(?P<absent>{_ABSENT})|(?P<digital>{DIGITAL})|(?P<onsite>{ONSITE})|(?P<present>{_PRESENT}))"
_HOW = (
    rf"(?:\s+(?:{_DAY}|är|gör|are|is|på\s+mötet|at\s+the\s+meeting"
    rf"|(?P<alsodigital>{DIGITAL})|(?P<alsoonsite>{ONSITE})))*"
)
HEAD = re.compile(
    rf"\s*(?:och\s+|and\s+|(?:idag|i\s+dag|today)\s+)?{_KIND}{_HOW}(?:\s*(?P<mark>[:=]|\s[–-]\s)|\s|\Z)\s*",
    re.IGNORECASE,
)
"""The head of a list. Without a mark after it the whole list must be people the group knows."""
NEXT_HEAD = re.compile(rf"(?:[.;,]\s*|(?<!ej)(?<!inte)(?<!icke)(?<!not)\s+)(?={_KIND}{_HOW}\s*:)", re.IGNORECASE)
TRAILING_MODE = re.compile(rf"\s+(?:är\s+)?(?:(?P<digital>{DIGITAL})|(?P<onsite>{ONSITE}))\s*\Z", re.IGNORECASE)

EVERYBODY_IS_HERE = re.compile(
    r"\s*(?:(?:då|nu|så|ok|okej|bra)[\s,]+){0,2}(?:är\s+)?(?:alla|samtliga|everyone|everybody)"
    r"(?:\s+(?:ordinarie\s+)?(?:ledamöter|deltagare))?\s+(?:(?:är|verkar\s+vara|is)\s+)?(?:(?:nu|redan)\s+)?"
    r"(?:här|på\s+plats|närvarande|med|inne|here|present)(?:\s+(?:nu|idag|i\s+dag|now|today))?"
    r"(?P<but>\s*,?\s+(?:utom|förutom|except(?:\s+for)?)\s+(?P<names>[^.!?]{2,200}))?[\s.!]*\Z",
    re.IGNORECASE,
)
""""Alla är här utom Bo", said by the one who leads."""

SAYS_NO = re.compile(
    r"(?:nej|no|borta|sjuk|frånv\w*\.?|förh\w*\.?|ej|inte\s+här|absent|away|sick|apologies)\Z", re.IGNORECASE
)
SAYS_YES = re.compile(r"(?:ja|jo|japp|här|yes|here|present|närv\w*\.?|ok)\Z", re.IGNORECASE)
"""What stands in brackets after a name that was called."""
