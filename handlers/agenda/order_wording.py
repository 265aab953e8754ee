"""The cues by which a sentence that names items asks for another order, for less, or for later; Swedish first."""

from __future__ import annotations

import re

LATER = (
    r"(?:(?:till\s+)?(?:nästa|kommande|nästkommande|följande)\s+(?:gång(?:en)?|möte(?:t)?|mysam|sammanträde(?:t)?|träff(?:en)?|tillfälle)"
    r"|(?:till\s+)?(?:ett\s+)?senare\s+(?:möte|tillfälle)|framöver|tills\s+vidare|en\s+annan\s+gång|längre\s+fram|på\s+framtiden"
    r"|(?:the\s+)?next\s+(?:time|meeting|one)|another\s+(?:time|day|meeting)|a\s+later\s+(?:meeting|date)|later\s+on)"
)
LATER_CUE = re.compile(rf"\b{LATER}\b", re.IGNORECASE)
# What is done with an item that is left for later.
DEFERS = re.compile(
    r"\b(?:(?:får|kan|ska|måste)\s+(?:nog\s+|tyvärr\s+|gärna\s+)?vänta|bordl[äa]gg\w*|ajourner\w*|skjut(?:er|a|s|it|en)?|flytta(?:r|s)?|spara(?:r|s)?"
    r"|lyft(?:er|a|s)?|lämna(?:r|s)?|anstår?|vila(?:r)?|lägg(?:er|a|s)?|(?:tar|kör|ta|köra)\s+vi|(?:vi|får|kan|ska)\s+(?:vi\s+)?(?:tar?|kör|köra|sparar|väntar|vänta)|låt\b[^.!?]{0,40}\bvänta|tas|hinner|hinns"
    r"|kommer\s+vi\s+inte\s+till|park|push|hold|defer|postpone|table|leave|moves?|carry|carries|shelve|wait|bump|goes|take|do)\b",
    re.IGNORECASE,
)
# What is to come back is not left aside, and what was done before is no wish.
NOT_LATER = re.compile(
    r"\b(?:igen|åter\w*|fortsätt\w*|följ\w*\s+upp|uppföljning|again|continue|follow\s+up|back\s+to|förra|sist(?:a)?\s+(?:mötet|gången)|last\s+time"
    r"|bordlades|sköts|flyttades|ska\s+vi|om\s+vi|if\s+we|should\s+we|(?:inte|ej|not|n't)\s+(?:\w+\s+)?(?:skjut|bordl|flytt|vänta|postpone|defer|push|park))",
    re.IGNORECASE,
)

# Taking off: the particle may stand far from its verb ("ta Trisam bort", "take it off").
OFF_CUE = re.compile(
    r"\b(?:(?:ta|tar|tas|plocka|plockar|plockas|lyft|lyfter|lyftas|rensa|rensar|kasta)\b[^.!?;]{0,60}?\b(?:bort|ut|ur)\b"
    r"|stryk(?:a|er|s|as)?\b|slopa(?:r|s)?\b|radera(?:r|s)?\b|utgår?\b|struntar?\s+i\b|skippar?\b|skip\s+på\b|(?:går|gå)\s+bort\b"
    r"|hoppar?\s+över\b|drar?\s+(?:tillbaka|bort)\b|(?:inte|ej)\s+(?:längre\s+)?(?:aktuell\w*|behöv\w*)|behöv\w*\s+(?:vi\s+)?(?:inte|ej)\b"
    r"|(?:come|comes|lyfts)\b[^.!?;]{0,40}?\b(?:off|ut)\b|cancel\b|"
    r"(?:take|cross|strike|pull|leave|get)\b[^.!?;]{0,60}?\b(?:off|out)\b|(?:remove|drop|delete|withdraw|scrap|skip|cut|scratch|lose)\b"
    r"|no\s+longer\s+(?:needed|relevant)|(?:don't|do\s+not)\s+need\b)",
    re.IGNORECASE,
)
OFF_AGENDA = re.compile(
    r"\b(?:från|ur|av|off|from)\s+(?:dagordn\w*|agendan|agenda|the\s+(?:agenda|list)|punktlistan)\b", re.IGNORECASE
)
WAS_OFF = re.compile(
    r"\b(?:ströks|togs|tog\w*|plockades|utgick|strukits|tagits|struket|was|were|removed\s+by|had)\b", re.IGNORECASE
)

# Another order: a verb of placing, and where.
PLACES = re.compile(
    r"\b(?:flytta(?:r|s)?|lägg(?:er|a|s)?|ligga|ta|tar|tas|sätt(?:er|a|s)?|placera(?:r|s)?|kör|köra|gå|komma|hamna|stå|börja|byt|petar?|vill\s+ha|ligger|ska(?=\s+(?:efter|före|innan|sist|först))"
    r"|move|put|take|go|come|be|have|do|shift|bump|slot|start|bring)\b",
    re.IGNORECASE,
)
SIDE = re.compile(r"\b(?P<side>efter|före|innan|framför|after|before|ahead\s+of|behind|following)\s*\Z", re.IGNORECASE)
SIDES = re.compile(r"\b(?:efter|före|innan|framför|after|before|ahead\s+of)\b", re.IGNORECASE)
TO_THE_END = re.compile(
    r"\b(?P<end>(?:allra\s+)?(?:först|sist)|överst|underst|längst\s+(?:upp|ner|ned|fram|bak)|(?:i|till|på)\s+(?:början|slutet|toppen|botten)"
    r"|first|last|(?:to|at)\s+the\s+(?:top|end|start|beginning|bottom))(?:\s+av\s+allt|\s+of\s+all)?"
    r"(?:[\s,.!]*(?:tack|istället|i\s*stället|please|instead|på\s+\w{2,8}dag|den\s+här\s+gången|då|thanks))*\W*(?:\Z|,|;|\bso\b|\bså\b)",
    re.IGNORECASE,
)
SWAPS = re.compile(
    r"\b(?:byt(?:a|er)?\s+(?:plats|ordning)\w*|kasta(?:r)?\s+om|växla(?:r)?|swap|switch|trade\s+places|omvänd\s+ordning|tvärtom|the\s+other\s+way)\b",
    re.IGNORECASE,
)

# A step along the agenda: a word of going, and the item it goes to. What is told of is no step.
STEPS = re.compile(
    r"\b(?:går|gå|hoppar?|backar?|vidare|över|återgår|tillbaka|kommer|övergår|fortsätter|fortsätt|tar|kör|framme|börjar|nästa|dyker|glider|skuttar|släpper"
    r"|dags|nu|så|mov(?:e|ing)|go(?:ing)?|turns?|now|time|skip(?:ping)?|jump(?:ing)?|turn(?:ing)?|on\s+to|onto|back\s+to|next|let's)\b",
    re.IGNORECASE,
)
STEPS_TO = re.compile(
    r"(?:\b(?:till|på|vid|med|in\s+på|to|with|onto)|\b(?:dags|tid)\s+för|\btime\s+for|\A\W*(?:(?:och|så|nu|då|now|and|okej?|ok|so|then)\W+){1,3}|(?:\b(?:tar|kör|börjar)(?:\s+(?:vi|då|nu))*)|\bnästa(?:\s+(?:punkt|ärende))?(?:\s+(?:är|blir))?\s*[:,–-]?|\bnext(?:\s+(?:item|up))?\s*(?:is)?\s*[:,–-]?)"
    r"\s*(?:(?:punkt(?:en)?|item|nummer|number|the|nr)\s*)*\Z",
    re.IGNORECASE,
)
NEXT_ONE = re.compile(
    r"\b(?:nästa|näst\s+på\s+tur|nästföljande|next)(?:\s+(?:punkt|ärende|fråga|sak|one|item|topic|up))?(?:\s+(?:på|i|on)\s+(?:listan|dagordning(?:en)?|agendan|the\s+(?:list|agenda)))?"
    r"(?:\s+(?:då|nu|tack|please|now|then))*\s*[.!]*\s*\Z|\b(?:move|moving|carry|going|gå|går|vi)\s+(?:on|vidare)(?:\s+(?:då|nu|now|then))*\W*\Z",
    re.IGNORECASE,
)
# "Då är Trisam färdigbehandlat, vi fortsätter med …": what was before is over.
DONE_WITH = re.compile(
    r"\b(?:klara?|klart|färdig\w*|avslutad?\w*|avklarad\w*|slutfört?|done|finished|over|covered)\b", re.IGNORECASE
)
IS_NEXT = re.compile(
    r"\A\W*(?:(?:så|och|nu|då)\W+)?(?:är|blir|is|comes|kommer)\s+(?:nu\s+)?(?:nästa|näst|härnäst|next|up)\b\W*\Z",
    re.IGNORECASE,
)
BEGINS_WITH = re.compile(
    r"\b(?:börja[r]?|inled(?:er|a)?|start(?:ar|a)?|begin|open|kick\s+off)\s+(?:vi\s+|off\s+)?(?:med|with)\s*(?:punkt(?:en)?\s*|item\s*)?\Z",
    re.IGNORECASE,
)
NO_STEP = re.compile(
    r"\b(?:nästa\s+(?:gång|möte|vecka|år|steg|månad|termin|person)|next\s+(?:time|meeting|week|year|step|month|steps)|inte|ej|not|n't|om\s+vi|if\s+we|senare|later"
    r"|efteråt|innan|före|before|förra|igår|först\s+i|idag\s+tar|jag(?!\s+går\s+vidare))\b",
    re.IGNORECASE,
)
