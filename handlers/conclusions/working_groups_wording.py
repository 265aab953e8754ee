"""The words that set up a working group and tell who is in it."""

from __future__ import annotations

import re

_GROUP = (
    r"(?:(?:mindre|liten|ny|egen|gemensam|partsgemensam|tillfällig|small|new|joint)\s+)?(?:arbetsgrupp"
    r"|projektgrupp|skrivargrupp|undergrupp|beredningsgrupp|working\s+(?:group|party)|task\s+force"
    r"|subgroup)"
)
THE_GROUP = (
    r"(?:(?:den\s+)?(?:nya\s+)?(?:arbets|projekt|skrivar|under)?gruppen|(?:the\s+)?(?:working\s+)?group"
    r"|(?:the\s+)?task\s+force)"
)
# "en arbetsgrupp (ska) tillsätts för att …", "a working group is set up to …"
PASSIVE = re.compile(
    rf"""\b(?:en|ett|a|one)\s+{_GROUP}\s+(?:(?:ska|skall|kommer\s+att|will\s+be|is\s+to\s+be|is|be|shall\s+be
      |has\s+been)\s+)?
        (?:tillsätt(?:s|as|es)|bilda(?:s|des)|starta(?:s|des)|skapa(?:s|des)|utse(?:s|ddes)|inrätta(?:s|des)
          |tillsattes|sätts\s+(?:ihop|samman)
        |set\s+up|formed|created|appointed|established)\b(?P<rest>[^\n]*)\Z""",
    re.IGNORECASE | re.VERBOSE,
)
# "vi tillsätter en arbetsgrupp kring …", "att bilda en arbetsgrupp som ska …", "we set up a working group to …"
ACTIVE = re.compile(
    rf"""(?:\A|\b(?:vi|mysam|gruppen|styrelsen|we|the\s+board)\s+|\b(?:att|to|och|and)\s+|[,:]\s*)
        (?:(?:ska|skall|beslutar\s+att|will|shall|to|decide[sd]?\s+to|agree[sd]?\s+to)\s+)?(?:nu\s+)?
        (?:tillsätt(?:a|er)|bilda[r]?|starta[r]?|skapa[r]?|utse[r]?|inrätta[r]?|sätt(?:a|er)\s+(?:ihop|samman)
          |set(?:ting)?\s+up|form(?:ing)?|creat(?:e|ing)|appoint(?:ing)?)
        \s+(?:vi\s+)?(?:en|ett|a|one)\s+{_GROUP}\b(?P<rest>[^\n]*)\Z""",
    re.IGNORECASE | re.VERBOSE,
)
PURPOSE = re.compile(
    r"""\A[\s,]*(?:(?P<to>för\s+att|som\s+(?:ska|skall|får\s+i\s+uppdrag\s+att|tar\s+fram|ser\s+över|jobbar\s+med
      |arbetar\s+med)|med\s+(?:uppgift|uppdrag)(?:et|en)?\s+att|i\s+syfte\s+att|to|that\s+(?:will|is\s+to)
      |in\s+order\s+to)
        |(?P<about>kring|för|om|rörande|gällande|on|about|for))\s+(?P<purpose>[^\n]{2,240}?)
        (?=\Z|[.;]|,?\s+(?:bestående\s+av|som\s+består\s+av|där\s+\w+\s+ingår|med\s+(?=[A-ZÅÄÖ])|och\s+(?:består|där
          |i\s+den)|consisting\s+of|made\s+up\s+of|with\s+(?=[A-Z])))""",
    re.IGNORECASE | re.VERBOSE,
)
CONSISTING = re.compile(
    r"(?:bestående\s+av|(?:som\s+)?består\s+av|consisting\s+of|made\s+up\s+of|[,\s]\s*(?:med"
    r"|with))\s+(?P<who>(?-i:[A-ZÅÄÖ])[^.;\n]{1,200})",
    re.IGNORECASE,
)
# What is only thought of, asked, refused, or somebody else's.
NOT_SO = re.compile(
    r"\b(?:inte|ej|kanske|eventuellt|ev\.?|borde|bör|kunde|skulle\s+kunna|föreslår|förslag|önskar|önskemål"
    r"|vill|funderar|diskuterar|finns\s+(?:redan\s+)?|redan|not|maybe|perhaps|should|could|suggest\w*"
    r"|propos\w*|wish\w*|already)\b|\?",
    re.IGNORECASE,
)
INSIDE = re.compile(
    r"\b(?:inom|hos|internt|på|in|within|inside|at)\s+(?P<who>(?:[A-ZÅÄÖ]|kommunen|regionen|förvaltningen"
    r"|myndigheten|försäkringskassan)[^\n,.;]{0,40})"
)
SUBJECT = re.compile(
    r"\A\W*(?P<who>[^\n,.;:]{2,40}?)\s+(?:har\s+|ska\s+|kommer\s+att\s+|has\s+|have\s+"
    r"|will\s+)?(?:tillsatt|tillsätt|bilda|starta|skapa|utse|inrätta|set|form|creat|appoint)\w*\s+(?:en"
    r"|ett|a|up\s+a)\b",
    re.IGNORECASE,
)

# Who: "… är intresserade av att delta i arbetsgruppen", "… ingår i arbetsgruppen", "… är gärna med".
INTERESTED = re.compile(
    rf"""\A\W*(?P<who>[^\n:]{{1,200}}?)\s+(?:(?:är|var|is|are|am)\s+(?:också\s+|also\s+)?(?:intresserad[e]?
      |interested)(?:\s+(?:av|in)\s+(?:att\s+)?(?:delta|vara\s+med|ingå|medverka|joining|taking\s+part
      |being)?[^\n]{{0,40}}?)?
        |(?:kan\s+tänka\s+sig|vill|vill\s+gärna|anmäler\s+intresse|anmälde\s+intresse
          |would\s+like)\s*(?:för\s+)?(?:att\s+|to\s+)?(?:delta|vara\s+med|ingå|medverka|join
          |take\s+part)?[^\n]{{0,20}}?)
        (?P<group>\s*(?:i|till|för|in|of)?\s*{THE_GROUP})?\W*\Z""",
    re.IGNORECASE | re.VERBOSE,
)
GLADLY = re.compile(
    rf"\A\W*(?P<who>[^\n:]{{1,200}}?)\s+(?:är|är\s+också|deltar|kommer|is|are|am)\s+(?:också\s+)?(?:gärna"
    rf"|happy\s+to\s+be|glad\s+to\s+be)\s*(?:med|in|part)?(?P<group>\s*(?:i|of|in)\s+{THE_GROUP})?\W*\Z",
    re.IGNORECASE | re.VERBOSE,
)
MEMBERS = re.compile(
    rf"""\A\W*(?P<who>[^\n:]{{1,200}}?)\s+(?:(?:ska\s+|kommer\s+att\s+|will\s+)?(?:ingår?|deltar?|(?:är|vara|sitter
      |sitta)(?:\s+med)?|be|are|is)\s+(?:i|in|part\s+of|members\s+of)\s+{THE_GROUP}|(?:utses
      |väljs)\s+till\s+{THE_GROUP})\W*\Z
      | \A\W*(?:i\s+)?{THE_GROUP}\s*(?:ingår|består\s+av|blir|är|utgörs\s+av|består\s+nu\s+av|consists\s+of|is
        |:)\s*(?P<who2>[^\n]{{2,200}})\Z""",
    re.IGNORECASE | re.VERBOSE,
)
# "Även representanter för FK och vården vore bra att ha med", "FK utser en representant till arbetsgruppen"
VACANT = re.compile(
    r"""\A\W*(?:även\s+|också\s+|gärna\s+|det\s+(?:vore|är|skulle\s+vara)\s+(?:också\s+)?bra\s+med\s+(?:en\s+)?
      |also\s+)?(?:en\s+|a\s+|någon\s+)?(?:representant(?:er)?|deltagare|någon|representatives?)\s+(?:för|från|of
      |from|for)\s+(?P<who>[^\n]{2,120}?)
        (?:\s+(?:till\s+|i\s+|to\s+|in\s+)?(?:arbetsgruppen|gruppen|the\s+(?:working\s+)?group))?
        (?:\s+(?:skulle\s+(?:också\s+)?vara|vore(?:\s+också)?|är|bör|behövs|saknas|önskas|efterlyses|ska|would\s+be
          |should|are\s+needed|is\s+needed|are\s+missing|is\s+missing)\b[^\n]{0,60})?\W*\Z
      | \A\W*(?P<who2>[^\n]{2,80}?)\s+(?:utser|ska\s+utse|får\s+utse|återkommer\s+med|appoints?|is\s+to\s+appoint
        |will\s+appoint)\s+(?:en\s+|sin\s+|a\s+|its\s+)?(?:representant|deltagare|namn
        |representative)\w*(?:\s+(?:till|i|to|in)\s+(?:arbetsgruppen|gruppen|the\s+(?:working\s+)?group))?\W*\Z""",
    re.IGNORECASE | re.VERBOSE,
)
OR = re.compile(r"\s+(?:eller|or)\s+", re.IGNORECASE)
HINT = re.compile(
    r"grupp|group|task\s+force|gärna|intresser|interested|representant|representative|happy\s+to", re.IGNORECASE
)
LABEL = re.compile(r"\A\W*(?:arbetsgrupp(?:en)?|working\s+group)\s*:\s*(?P<who>\S[^\n]{1,200})\Z", re.IGNORECASE)
