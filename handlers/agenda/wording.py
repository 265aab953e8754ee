"""The words in which people ask for items, take them back and move them, Swedish first."""

from __future__ import annotations

import re

from handlers.calendar.dates import ANY_MONTH

LONGEST_CHANGE, LONGEST_STEP = 400, 200
"""How much of a sentence is read for a change of the agenda, and for a step along it, in characters."""

# A clause begins here; what may come before the words that count: a greeting, "men", "dessutom".
CLAUSE = r"(?:\A|(?<=[^\w\s\"”(])\s+|\b(?:men|och|samt|så|då|but|and|then)\s+)"
FILLER = (
    r"(?:(?:hej(?:\s+alla)?|hörrni|hörni|förresten|btw|dessutom|sen|sedan|ok|okej|alltså|gärna|nej|jo"
    r"|ja|tack|kanske|please)[\s,!]+){0,3}"
)

# Where an item is to stand.
_AGENDA = r"(?:dagordningen|agendan|dagordning|agenda|punktlistan|listan\s+med\s+punkter|the\s+agenda)"
ON_AGENDA = re.compile(
    rf"\b(?:på|till|i|upp\s+på|on|to)\s+(?:mötets\s+|tisdagens\s+|nästa\s+)?{_AGENDA}\b"
    r"|\bsom\s+(?:en\s+)?(?:egen\s+|ny\s+|extra\s+|särskild\s+)?punkt\b",
    re.IGNORECASE,
)
UNDER_OTHER = re.compile(
    r"\bunder\s+(?:övrigt|övriga\s+frågor)\b|\bsom\s+(?:en\s+)?övrig\s+fråga\b|\bunder\s+any\s+other\s+business\b",
    re.IGNORECASE,
)
NEXT_TIME = re.compile(
    r"\b(?:nästa\s+(?:gång|möte|mysam|sammanträde|styrelsemöte)|next\s+(?:time|meeting))\b", re.IGNORECASE
)

# Cheap looks before anything else is tried.
PROPOSE_HINT = re.compile(
    r"punkt|ärende|fråga|dagordning|agenda|ta[rs]?\s+upp|ha\s+med|ha\s+upp|lägg|skriv|add|dra\s|lyft"
    r"|prata|diskuter|informera|berätta|item|talk|discuss|bring|min\b|presentera|ta\s+\w*\s*upp|ta\s+med"
    r"|\bsaker\b|grejer|things|topics|hinn(?:er|a)\b|\bfrån\s+(?:oss|mig|vår|min|vårt)\b|\bfrom\s+(?:us|me|our)\b|\b(?:från|from)\s[^:\n]{2,30}:"
    r"|finns\s+tid|\b(?:till|inför)\s+(?:\w+dag|mötet|nästa)|snacka|klämma|visar|redogör|redovisa|föredra|kvart\b|lägesrapport"
    r"|uppdatering|komma\s+upp|tas\s+upp|squeeze|\bfit\s+in|raise|slot|cover|mention|address|flag|share|ventilera|dryfta|avhandla|behandla|bolla|stämma\s+av"
    r"|gå\s+igenom|följa\s+upp|petar|stoppa|kompletter|glöm|påminn|bordet|frågor|chance",
    re.IGNORECASE,
)
CHANGE_HINT = re.compile(
    r"ta\w*\s+bort|stryk|radera|utgå|drar?|dra\s|plocka|slopa|hoppar?|remove|drop|delete|withdraw"
    r"|flytta|lägg|ligg|sätt|placer|byt|skjut|bordläg|hinner|nästa\s+gång"
    r"|vänta|komma|före|efter|först|sist|swap|move|push|postpone|before|after|take|time|kalla|döp"
    r"|rename|börja|inled|begin|min\b|minuter|kvart|timme|förresten|ska\s|ändra|call",
    re.IGNORECASE,
)

# "punkt: …", "punkter från oss:", "har en punkt till dagordningen:", "övrig fråga: …", "agenda item: …".
LABEL = re.compile(
    r"""(?P<before>.{0,40}?)\b
        (?P<head>(?:dagordnings|agenda)?punkt(?P<many>er)?|ärende(?P<many2>n)?|övr(?:ig|\.)\s+fråga
          |(?:agenda\s+)?items?|(?:agenda\s+)?topics?)
        (?P<to>(?:\s+(?:från|till|på|inför|för|to|for|from|on)\s+[^:\n]{1,50}?)?)\s*:\s*(?P<title>.*)""",
    re.IGNORECASE | re.VERBOSE | re.DOTALL,
)
OTHER_QUESTION = re.compile(r"övrig", re.IGNORECASE)
OTHER_BUSINESS = re.compile(
    r"\bövrig(?:t|a\s+(?:frågor|ärenden))\b|\b(?:any\s+)?other\s+(?:business|matters)", re.IGNORECASE
)
# What may stand before such a word: "ny", "har en", "vi lägger till en extra punkt sist:" is `last`.
BEFORE_LABEL = re.compile(
    rf"""(?:{FILLER}(?:(?:till|inför)\s+[^:]{{1,40}}:\s*)?(?:[^\W\d_][\w -]{{0,25}}:\s*)?(?:(?:jag|vi
            |vi\s+på\s+\w+|i|we)\s+)?(?:har|skickar|anmäler|önskar|föreslår|lägger|lägg|sätt|för|skriv
            |vill\s+ha|petar?|stoppar?|slänger?|klämmer?|trycker?|smyger?|kastar?|bokar?|noterar?|have|add|please\s+add)?
        \s*(?:till|in|upp|med)?\s*(?:(?:en|ett|den|några|två|tre|ny|nya|nytt|extra|egen|liten|kort|även|också
          |mina|våra|min|vår|sista|an?|one|new|another|my|our|more|till)\s*){{0,3}})\Z""",
    re.IGNORECASE | re.VERBOSE,
)
# "till arbetsgruppen 17/9: punkt om nycklar".
FOR_A_MEETING = re.compile(
    rf"{FILLER}(?:till|inför|for|to)\s+(?P<to>[^:\n]{{3,60}}):\s*(?:en\s+|ny\s+)?(?:punkt|ärende"
    r"|item)\s+(?:om|kring|on|about)?\s*(?P<title>\S.*)",
    re.IGNORECASE | re.DOTALL,
)
# "ny punkt - Lokaler".
NEW_ITEM_DASH = re.compile(r"\A(\W*(?:en\s+)?(?:ny|extra)\s+punkt)\s+[-–]\s+", re.IGNORECASE)
EXTRA_LAST = re.compile(
    r"(?P<head>.*\bpunkt(?:er)?)\s+(?P<end>sist|först)\s*:\s*(?P<title>.+)", re.IGNORECASE | re.DOTALL
)

# "lägg till punkt X", "skriv upp X på agendan", "ta med frågan om X på dagordningen", "add X to the agenda".
_PUT = (
    r"(?:läg+\s*till|lägga\s+till|lägger\s+till|lägg\s+upp|lägg\s+in|lägga\s+in|lägger\s+in|skriv\s+upp"
    r"|skriv\s+in|skriva\s+upp|sätt\s+upp|sätta\s+upp|sätter\s+upp|för\s+upp|ta\s+med|ta\s+upp|få\s+med"
    r"|få\s+upp|ha\s+med"
    r"|lyft\s+in|lägg|sätt|anmäl(?:er)?|add|put|include)\b"
)
PUT = re.compile(
    rf"{CLAUSE}{FILLER}(?:[^\W\d_][\w -]{{0,25}}:\s+)?(?:vi\s+(?=lägger|sätter))?"
    rf"(?:(?:kan|kunde|skulle)\s+(?:du|ni|vi|man"
    r"|jag)\s+(?:kunna\s+)?|could\s+you\s+"
    rf"|can\s+you\s+)?(?:gärna\s+)?(?P<verb>{_PUT})\s*(?:gärna\s+)?(?P<title>\S.*)",
    re.IGNORECASE | re.DOTALL,
)
PUT_ITEM = re.compile(
    r"(?:en\s+|ett\s+|även\s+|också\s+|följande\s+)*(?:ny\s+|nytt\s+|extra\s+|till\s+en\s+)?(?:punkt"
    r"|ärende|dagordningspunkt|an?\s+(?:new\s+)?item|(?:new\s+)?item|agenda\s+item)(?:en"
    r"|et)?\b(?!\s*\d)(?!en\b)[\s:]*",
    re.IGNORECASE,
)
# What "lägg till" may be about that is no item.
NOT_AN_ITEM = re.compile(
    r"\b(?:beslut|uppgift|åtgärd|anteckning|not(?:e|is)?\b|deltagare|medlem|person|gäst|närvar|frånvar"
    r"|bilaga|på\s+punkt|under\s+punkt|till\s+punkt|i\s+anteckningarna|minnesanteckning\w*|protokoll\w*"
    r"|kanalen|gruppen|kalender\w*"
    r"|mötet\s+(?:den|på|i)\b|möten|mötena|mötestid|decision|task|action|member|attendee)\b",
    re.IGNORECASE,
)

SETS_IT_UP = re.compile(
    r"\A(?:jag\s+)?(?:sätter|lägger|skriver|för|tar)\s+(?:upp|in|till|med)?\s*(?:den"
    r"|det)\s+(?:upp\s+)?(?:som\s+(?:en\s+)?punkt|på\s+(?:dagordningen|agendan))\W*\Z",
    re.IGNORECASE,
)
# A sentence that only adds the length or the papers of what the message has just asked for.
ONLY_LENGTH = re.compile(
    r"\A\W*(?:(?:behöver|tar|räknar\s+med|det\s+tar|det\s+räcker\s+med|vi\s+behöver|jag\s+behöver"
    r"|avsätt|planera\s+för|takes|needs?|about|räcker\s+med)\s+)?(?:nog\s+|kanske\s+)?(?:ca\.?|c:a"
    r"|cirka|max|ungefär|typ|approx\.?)?\s*(?:\d{1,3}\s*(?:min\w*\.?|minutes)|en\s+kvart|en\s+halvtimme"
    r"|en\s+timme)(?:\s+(?:räcker|behövs|tror\s+jag|max|kanske))?\W*\Z",
    re.IGNORECASE,
)
ENDS_WITH_LENGTH = re.compile(
    r",\s*(?:ca\.?|c:a|cirka|max|ungefär|typ|about)\s*\d{1,3}\s*(?:min\w*\.?|minutes)\W*\Z", re.IGNORECASE
)
ONLY_PAPERS = re.compile(
    r"\A\W*(?:(?P<all>alla|samtliga|all|båda)\s+)?(?:(?:har|med|with|have)\s+)?(?:bilag(?:a|or)"
    r"|underlag|attachments?)(?:\s+(?:finns|bifogas|kommer(?:\s+\w+){0,3}|medföljer|följer"
    r"|till\s+alla))?\W*\Z",
    re.IGNORECASE,
)

# Taking back. `what` is resolved against the agenda.
_OFF = (
    r"(?:ta\s+bort|tar\s+bort|stryk(?:er|a)?|radera(?:r)?|plocka(?:r)?\s+bort|slopa(?:r)?"
    r"|dra(?:r)?\s+(?:tillbaka|bort)|lyft(?:er)?\s+ut|remove|drop|delete|withdraw|take\s+off)"
)
REMOVE = re.compile(
    rf"{CLAUSE}{FILLER}(?:(?:vi|jag|i|we)\s+)?(?:(?:kan|could|can)\s+(?:vi|du|ni|you"
    rf"|we)\s+)?(?:please\s+)?{_OFF}\s+(?P<what>[^,;?!\n]{{1,120}})",
    re.IGNORECASE,
)
REMOVED = re.compile(
    r"(?P<what>[^,;?!\n]{2,100}?)\s+(?:kan\s+(?:vi\s+)?(?:strykas|stryka|tas\s+bort|ta\s+bort|utgå"
    r"|slopas|plockas\s+bort)|utgår|stryks|tas\s+bort|behövs\s+inte(?:\s+längre)?"
    r"|är\s+inte\s+aktuell\s+längre|can\s+be\s+(?:removed|dropped))\b",
    re.IGNORECASE,
)
SKIPPED_OFF = re.compile(
    r"(?:vi\s+)?hoppar?\s+över\s+(?P<what>[^,;]{2,80}?)(?:\s+(?:helt|idag))*\s+och\s+(?:tar|stryker"
    r"|plockar)\s+(?:bort\s+)?(?:den|det)\b",
    re.IGNORECASE,
)
MY_LATEST = re.compile(
    r"\b(?:sista|senaste|förra|my\s+(?:last|latest))\s+(?:punkten|punkt|ärendet"
    r"|item)?\s*(?:(?:som\s+)?jag\s+(?:la|lade|skrev|satte|skickade)|i\s+(?:added|wrote)|\Z)"
    r"|\bmin\s+(?:senaste|sista)\s+punkt\b",
    re.IGNORECASE,
)
NOT_A_TITLE = re.compile(
    r"\A(?:det\s+(?:där|här|jag|som)|allt|alla|detta|mötet|mig|oss|hen\b|honom|henne|beslut\w*"
    r"|uppgift\w*|anteckning\w*|närvar\w*|frånvar\w*|meddelande\w*|that|this\s+message|everything)\b",
    re.IGNORECASE,
)
PRONOUN = re.compile(
    r"\A(?:upp\s+|ner\s+|ned\s+)?(?:den|det|punkten|ärendet|den\s+(?:där|här)(?:\s+punkten)?"
    r"|min\s+punkt|mitt\s+ärende|it|that|my\s+item|the\s+item|that\s+one)(?:\s+(?:upp|ner|ned|up"
    r"|down))?\W*\Z",
    re.IGNORECASE,
)
NAMES_ITEM = re.compile(
    r"\b(?:punkt(?:en|erna|er)?|ärende(?:t|n)?|§|item|dagordning\w*|agenda\w*)(?=\W|\d|\Z)|\bp\.?\s?\d", re.IGNORECASE
)
BARE_OFF = re.compile(r"\A(?:om|för|med|about|on)\s+", re.IGNORECASE)

# Moving. `what` and `where` are resolved against the agenda.
_WHERE = (
    r"(?:(?P<side>direkt\s+efter|först\s+efter|strax\s+efter|efter|före|innan|framför|before"
    r"|after)\s+(?P<where>[^,;?!\n]{1,80})|(?P<end>först|allra\s+först|sist|allra\s+sist|överst"
    r"|längst\s+(?:upp|ner)|i\s+början|på\s+slutet|i\s+slutet|first|last|to\s+the\s+(?:top|end)))"
)
MOVE = re.compile(
    rf"{CLAUSE}{FILLER}(?:(?:kan|could|can)\s+(?:vi|du|ni|you|we)\s+|let's\s+|vi\s+"
    r"|jag\s+)?(?:please\s+)?(?:flytta(?:r)?|lägg(?:er|a)?|ta(?:r)?|sätt(?:er|a)?|placera(?:r)?|move"
    rf"|put|take)\s+(?P<what>[^,;?!\n]{{1,80}}?)\s+(?:till\s+|to\s+)?{_WHERE}",
    re.IGNORECASE,
)
LIES = re.compile(
    rf"{CLAUSE}{FILLER}(?:(?:kan|kunde|bör)\s+(?P<what2>[^,;?!\n]{{1,80}}?)\s+(?:komma|ligga|tas"
    rf"|läggas|få\s+ligga|hamna)|(?P<what>[^,;?!\n]{{1,80}}?)\s+(?:ska|bör|kan|skulle|borde"
    r"|får)\s+(?:gärna\s+|helst\s+|hellre\s+|egentligen\s+)?(?:ligga|komma|tas|stå|vara|läggas|hamna|be"
    rf"|go|come)|(?P<what3>[^,;?!\n]{{1,80}}?)\s+(?:should|must)\s+(?:be|go|come))\s+{_WHERE}",
    re.IGNORECASE,
)
# "lägg till en punkt efter …" asks for a new item; what stands there already is not moved.
NEW = re.compile(r"\A(?:till|in|med|en|ett|ny|nytt|extra|a|an|new)\b", re.IGNORECASE)
SWAP = re.compile(
    r"\b(?:byt(?:er|a)?|kasta(?:r)?|swap|switch)\s+(?:plats\s+(?:på|mellan)\s+|om\s+"
    r"|items?\s+)?(?P<one>[^,;?!\n]{1,60}?)\s+(?:och|med|mot|and"
    r"|with)\s+(?P<other>[^,;?!\n]{1,60}?)(?:\s+(?:byter\s+)?plats)?\W*\Z",
    re.IGNORECASE,
)
# "kan A och B byta plats?", "A och B byter plats".
SWAP_AFTER = re.compile(
    r"\A\W*(?:(?:kan|kunde|ska|låt|let)\s+)?(?:punkt(?:erna)?\s+|items?\s+)?(?P<one>[^,;?!\n]{1,60}?)\s+(?:och|o|and)\s+"
    r"(?P<other>[^,;?!\n]{1,60}?)\s+(?:byta|byter|swap|change)\s+(?:plats|places?)\b.{0,20}\Z",
    re.IGNORECASE,
)
# "Sommarjobben tar vi sist", "A före B tack": by one who leads, before the meeting or in it.
TAKEN_WHERE = re.compile(
    rf"\A{FILLER}(?P<what>[^,;?!\n]{{1,80}}?)\s+(?:(?:tar|kör|lägger|sätter)\s+vi|take|tas)\s+{_WHERE}(?:\s+(?:tack|istället|i\s+stället))?\W*\Z",
    re.IGNORECASE,
)
ONLY_WHERE = re.compile(
    rf"\A{FILLER}(?P<what>[^,;?!\n]{{1,60}}?)\s+(?:(?:direkt|strax)\s+)?(?P<side>efter|före|innan|before|after)\s+(?P<where>[^,;?!\n]{{1,60}}?)"
    r"(?:\s*,?\s*(?:tack|istället|i\s+stället|please|instead))?\W*\Z",
    re.IGNORECASE,
)
BEGIN_WITH = re.compile(
    rf"\A{FILLER}(?:vi\s+|jag\s+vill\s+|kan\s+vi\s+)?(?:börjar?|inleder?|start(?:ar|a)?|begin|start)\s+(?:vi\s+)?med\s+(?P<what>[^,;?!\n]{{1,60}}?)\W*\Z",
    re.IGNORECASE,
)
STEP = re.compile(
    r"\bflytta\s+(?:(?P<way>upp|ner|ned)\s+)?(?P<what>[^,;?!\n]{1,60}?)\s+(?:(?P<way2>upp|ner|ned)\s+)?ett\s+steg\b",
    re.IGNORECASE,
)

# Leaving for a later meeting.
_LATER = (
    r"(?:nästa\s+(?:gång|möte|mysam|sammanträde)|next\s+(?:time|meeting)|ett\s+senare\s+(?:möte"
    r"|tillfälle)|a\s+later\s+meeting)"
)
POSTPONE = re.compile(
    rf"""\A{FILLER}(?:vi\s+|då\s+)?(?:
        (?:bordlägg(?:er)?|ajournera|postpone)\s+(?P<what>[^,;?!\n]{{1,80}}?)(?:\s+(?:till|until
          |to)\s+(?P<to>[^,;?!\n]{{3,60}}))?
      | (?:skjut(?:er)?|flytta(?:r)?|spara(?:r)?|push|move)\s+(?:upp\s+|på\s+
        |fram\s+)?(?P<what2>[^,;?!\n]{{1,80}}?)\s+(?:till|to|until)\s+(?P<to2>{_LATER}
        |(?:den\s+)?\d{{1,2}}(?:/\d{{1,2}}|\s+[a-zå]{{3,9}})|mötet\s+[^,;?!\n]{{2,30}})
      | (?:hinner\s+(?:vi\s+)?(?:inte|ej)(?:\s+med)?|no\s+time\s+for|we\s+(?:won't
        |don't)\s+have\s+time\s+for)\s+(?P<what3>[^,;?!\n]{{1,80}}?)(?:\s+(?:idag|i\s+dag|today
        |nu))?(?:\s*[,;–—-]+\s*(?:så\s+)?(?:(?:den|det|vi|it)\s+)?(?:tar|får|flyttar|skjuter|push|take
        |move)\b.{{0,30}}?{_LATER})?
      | (?:ta(?:r)?|take)\s+(?P<what4>[^,;?!\n]{{1,80}}?)\s+(?P<to4>{_LATER})(?:\s+(?:istället|i\s+stället|instead))?
      | (?P<what6>[^,;?!\n]{{1,80}}?)\s+hinner\s+vi\s+(?:inte|ej)(?:\s+med)?(?:\s+(?:idag|i\s+dag|nu))?
        (?:\s*[,;–—-]+\s*(?:så\s+)?(?:(?:den|det|vi)\s+)?(?:tar|får|flyttar|skjuter)\b.{{0,30}}?{_LATER})?
      )\W*\Z
      | \A{FILLER}(?P<what5>[^,;?!\n]{{1,80}}?)\s*[,:]?\s+(?:(?:får|kan)\s+vänta\s+till|skjuts\s+(?:upp\s+|på\s+)?till
        |bordläggs(?:\s+till)?|(?:skjuter|flyttar|sparar)\s+vi\s+(?:(?:upp|på|fram)\s+)?till|bordlägger\s+vi(?:\s+till)?
        |(?:den\s+)?tar\s+vi|tas|flyttas\s+till
        |sparas\s+till)\s*(?P<to5>{_LATER}|(?:mötet\s+)?(?:i\s+)?(?:{ANY_MONTH})(?:mötet)?|(?:den\s+)?\d{{1,2}}(?:/\d{{1,2}}
          |\s+[a-zå]{{3,9}}))?(?:\s+(?:istället|i\s+stället))?\W*\Z""",
    re.IGNORECASE | re.VERBOSE,
)
POSTPONE_NOW = re.compile(
    rf"\A{FILLER}(?:(?:den\s+här(?:\s+punkten)?|det\s+här|den|det|detta|punkten)\s+)?(?:tar\s+vi|vi\s+tar\s+(?:den|det)"
    r"|(?:den\s+)?bordläggs|(?:den\s+)?får\s+vänta\s+till|vi\s+bordlägger\s+(?:den"
    rf"|punkten))\s*(?:{_LATER})?\W*\Z",
    re.IGNORECASE,
)

# Changing.
RENAME = re.compile(
    r"\b(?:byt(?:er|a)?\s+namn\s+på|döp\s+om|ändra\s+(?:namn(?:et)?|rubrik(?:en)?|titel(?:n)?)\s+på"
    r"|rename)\s+(?P<what>[^,;?!\n]{1,80}?)\s+(?:till|to)\s+(?P<title>\S.{1,150})\Z"
    r"|\b(?:kalla|call)\s+(?P<what2>(?:(?:punkt|item|§)\s*\d{1,3}|punkten\s+om\s+\w+|den|det|it"
    r"|that)\b[^,;:!?\n\"”“]{0,60}?)\s*(?:för\s+)?[:\s](?P<title2>[\"”“][^\"”“]{2,120}[\"”“]"
    r"|\S[^\n]{1,120}?)(?:\s+i\s?stället)?\W*\Z",
    re.IGNORECASE | re.DOTALL,
)
LASTS = re.compile(
    r"(?P<what>[^,;?!\n]{1,80}?)\s+(?:ska\s+vara|behöver|ska\s+ha|ska\s+få|blir|tar|needs|should\s+be"
    r"|takes)\s+(?:bara\s+|only\s+)?(?:ca\.?\s+|max\s+)?(?:(?P<figure>\d{1,3})\s*(?:min\w*|minutes)"
    r"|(?P<word>en\s+kvart|en\s+halvtimme|en\s+timme))(?:\s+(?:istället|i\s+stället|instead"
    r"|inte\s+\d+))?\W*\Z",
    re.IGNORECASE,
)
PRESENTS = re.compile(
    r"\A(?P<who>[^\W\d_][\w-]*(?:\s+[^\W\d_][\w-]*){0,2})\s+(?:drar|föredrar|presenterar|håller\s+i"
    r"|redovisar|presents)\s+(?P<what>den|det|punkten|punkt\s+\d+|it|item\s+\d+)\W*\Z",
    re.IGNORECASE,
)
# "Hasse drar upphandlingen", "jag kan ta punkt 4, 15 min", "punkt 4 presenteras av Hasse".
WILL_PRESENT = re.compile(
    r"\A(?P<who>[^\W\d_][\w-]*(?:\s+[^\W\d_][\w-]*){0,2}?)\s+(?:(?:kan|ska|will|can)\s+)?(?:drar?|föredrar?|föredra|presenterar?|håller?\s+i"
    r"|redovisar?|inleder?|tar|ta|presents?)\s+(?P<what>[^,;?!\n]{2,60}?)(?P<length>\s*,?\s*(?:ca\.?\s*|max\s*)?\d{1,3}\s*min\w*)?\W*\Z"
    r"|\A(?P<what2>[^,;?!\n]{2,60}?)\s+(?:presenteras|dras|föredras|redovisas|inleds|is\s+presented)\s+(?:av|by)\s+(?P<who2>[^,;?!\n]{2,40}?)\W*\Z",
    re.IGNORECASE,
)
# "sommarjobben 20 min, upphandlingen 10 min".
LENGTHS = re.compile(r"\A\W*(?:[^,;?!\n]{2,60}?\s*:?\s*\d{1,3}\s*min\w*\.?\s*(?:,|;|och|\Z)\s*){1,8}\Z", re.IGNORECASE)
ONE_LENGTH = re.compile(
    r"(?P<what>[^,;?!\n]{2,60}?)\s*:?\s*(?P<figure>\d{1,3})\s*min\w*\.?\s*(?:,|;|och\b|\Z)\s*", re.IGNORECASE
)
CORRECTS = re.compile(
    r"\A(?:nej|nä|fast|eller|vänta|oj|hoppsan|no|wait)\b[\s,]*(?:förresten|vänta|nej|så|actually)?\b[\s,:]*",
    re.IGNORECASE,
)
