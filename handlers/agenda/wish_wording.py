"""The words in which people wish for an item in ordinary talk, Swedish first."""

from __future__ import annotations

import re

from handlers.agenda.wording import CLAUSE, FILLER
from meetings.item_words import word_set

# When it is for, before the wish: "till tisdag vill jag …", "på nästa möte skulle jag …".
_FOR = (
    r"(?:(?:till|inför|på|under)\s+(?:nästa\s+\w+|\w+dag(?:ens\s+möte)?|mötet(?:\s+(?:på\s+\w+dag|nästa\s+\w+))?)"
    r"(?:\s+så)?,?\s+)?"
)
_WANT = (
    r"(?:kan|kunde|skulle|får|ska)\s+(?:vi|jag|man)\s+(?:kunna\s+|få\s+|hinna\s+|inte\s+)?"
    r"|(?:(?:jag|vi|vi\s+(?:på|från|i)\s+[\w-]+)\s+)?(?:vill|skulle\s+(?:gärna\s+)?(?:vilja|behöva"
    r"|önska)|önskar|behöver"
    r"|hade\s+(?:gärna\s+)?velat)\s+(?:gärna\s+)?(?:att\s+vi\s+)?(?:få\s+)?"
    r"|(?:(?:jag|vi)\s+)?(?:(?:skulle\s+)?önskar?|vill|föreslår|tycker|tänker)\s+att\s+vi"
    r"\s+(?:(?:också|ska|borde|bör)\s+){0,2}"
    r"|(?:jag|vi)\s+(?:tycker|tänker)\s+vi\s+(?:ska|borde|bör|kan)\s+(?:också\s+)?"
    r"|(?:(?:det\s+)?(?:vore|skulle\s+vara)\s+)?(?:bra|kul|fint|toppen|önskvärt)\s+(?:om\s+vi\s+(?:kunde|kan|fick|får"
    r"|hann|hinner)\s+|att\s+)"
    r"|(?:går\s+det\s+(?:bra\s+)?|är\s+det\s+(?:ok|okej|möjligt)\s+|finns\s+det\s+(?:tid|plats|utrymme|möjlighet)\s+(?:för\s+)?)att\s+"
    r"|undrar\s+(?:jag\s+)?om\s+(?:vi|jag)\s+(?:kan|kunde|skulle\s+kunna|får)\s+(?:få\s+)?"
    r"|(?:vill|önskar|skulle\s+(?:gärna\s+)?vilja)\s+(?:jag|vi)\s+(?:gärna\s+)?"
    r"|(?:could|can|may|might|shall)\s+(?:we|i)\s+(?:please\s+)?|(?:i|we)(?:'d|\s+would)\s+like\s+(?:us\s+)?to\s+"
    r"|(?:i|we)\s+want\s+to\s+"
)
_TREAT = (
    r"(?:(?:tar?|lyfta?|få|ha|hinna|klämma|lägga)\s+(?:också\s+|gärna\s+|även\s+)?(?:upp|med|in|till)|lyfter|lyfta"
    r"|(?:prata|snacka)(?:r|de)?\s+(?:lite\s+|kort\s+|igenom\s+)?(?:om|kring)|diskutera(?:r|de)?|ha\s+en\s+(?:punkt|dialog"
    r"|diskussion|runda)\s+(?:om|kring)"
    r"|prata(?=\s+[^\W\d_]{6,}\b)(?!\s+(?:senare|tillsammans|telefon|imorgon|svenska|engelska|efteråt|igenom))"
    r"|dryfta|följa\s+upp|få\s+(?:en\s+|lite\s+|kort\s+)*(?:lägesrapport|lägesbild|uppdatering|information|info|dragning)"
    r"\s+(?:om|kring|i|av|från)"
    r"|går?\s+igenom|stämm(?:a|er)\s+av|(?:informera|berätta)\s+(?:lite\s+|kort\s+|något\s+)?om"
    r"|dra\s+(?:lite|något|kort)\s+om"
    r"|presentera|föra\s+en\s+dialog\s+(?:om|kring)"
    r"|take\s+up|bring\s+up|raise|discuss|talk\s+(?:a\s+bit\s+)?about|go\s+through|present"
    r"|inform\s+(?:you\s+)?about|add)"
)
# "kan vi ta upp X", "jag skulle vilja prata om X", "could we talk about X".
WANT = re.compile(
    rf"{CLAUSE}{FILLER}{_FOR}(?:som\s+gäst\s+)?(?:{_WANT})(?:(?:gärna|också|oxå|även|kort|lite|på\s+mötet"
    rf"|på\s+\w+dag|nästa\s+(?:möte|gång)|then|also)\s+){{0,2}}(?P<verb>{_TREAT})\s+(?P<title>\S.*)",
    re.IGNORECASE | re.DOTALL,
)
# "ta gärna upp X", "lyft gärna X", "kan X tas upp".
PLEASE = re.compile(
    rf"{CLAUSE}{FILLER}(?:ta|lyft)\s+(?:gärna|också|även|snälla|även\s+gärna)\s+(?:upp\s+|med\s+)(?P<title>\S.*)",
    re.IGNORECASE | re.DOTALL,
)
TAKEN_UP = re.compile(
    rf"{CLAUSE}{FILLER}(?:kan|kunde|skulle|bör"
    rf"|borde)\s+(?P<title>[^,?.]{{3,80}}?)\s+(?:kunna\s+)?(?:(?:tas|föras|lyftas|komma)\s+upp|(?:vara|bli)\s+en\s+(?:egen\s+|ny\s+)?punkt|lyftas|(?:tas"
    r"|komma)\s+med\s+på\s+(?:dagordningen|agendan)|läggas\s+till)\b(?P<rest>.*)",
    re.IGNORECASE | re.DOTALL,
)
# "AF vill informera om X", "FK skulle vilja berätta om X": the speaker's own or another party.
PARTY_WANTS = re.compile(
    rf"{CLAUSE}{FILLER}(?P<who>[^\W\d_][\w.&-]*(?:\s+[^\W\d_][\w.&-]*){{0,2}}?)\s+(?:vill|önskar"
    r"|skulle\s+(?:gärna\s+)?vilja|behöver|would\s+like\s+to|wants\s+to)\s+(?:gärna\s+|också\s+|även\s+"
    rf"|få\s+)?(?P<verb>{_TREAT})\s+(?P<title>\S.*)",
    re.IGNORECASE | re.DOTALL,
)
# "vi måste prata om X också": a wish for the agenda when something ties it to the meeting.
MUST = re.compile(
    rf"{CLAUSE}{FILLER}vi\s+(?:måste|behöver|borde|bör)\s+(?:också\s+|oxå\s+"
    rf"|även\s+)?(?P<verb>{_TREAT})\s+(?P<title>\S.*)",
    re.IGNORECASE | re.DOTALL,
)
# "får jag ta med en praktikant?"
BRINGS_ALONG = re.compile(r"\b(?:jag|man|en|i|one)\s+(?:\w+\s+){0,2}?(?:ta|ha|få)\s+med\b", re.IGNORECASE)
TIED = re.compile(
    r"\b(?:ha|få)\s+med\s+(?:något|nåt|lite)\b|\b(?:också|oxå|även|på\s+(?:mötet|tisdag|måndag|onsdag|torsdag|fredag)|nästa\s+(?:möte|gång)|punkt)\b",
    re.IGNORECASE,
)
# "kan jag få 10 min för att visa vårt metodstöd?"
SPEAKING_TIME = re.compile(
    r"\b(?:kan|skulle|får|finns|could|can|may)\s+(?:(?:jag|vi|det|i|we)\s+)?(?:kunna\s+)?(?:få|ha"
    r"|plats\s+för|tid\s+för|get|have)\s+"
    r"(?P<figure>\d{1,3}|en\s+kvart|en\s+halvtimme)\s*(?:min\w*)?\s+(?:på\s+(?:mötet"
    r"|tisdag)\s+)?(?:för\s+att|att|till\s+att|till|för|to|for)\s+"
    r"(?:visa(?:\s+upp)?|berätta\s+om|presentera|informera\s+om|prata\s+om|dra|show|present"
    r"|talk\s+about|demonstrera)?\s*(?:upp\s+)?(?P<title>\S[^?]*)",
    re.IGNORECASE,
)
# Rooms full of people ask each other much that begins like this and is no item.
NO_TOPIC = re.compile(
    r"\A(?:det|den|dem|dessa|detta|er|dig|mig|oss|här|där|nåt|något|en\s+(?:lunch|fika|bild|runda)"
    r"|lunch\w*|fika\w*|kaffe\w*|tåget|bussen|telefonen|en\s+kopp|it|that|this|them|you|lunch"
    r"|coffee)\b\s*(?:[.,;:!?)]|$)"
    r"|\A(?:det|den|it|that|this)\s+(?:där|här|sen|senare|imorgon|i\s+morgon|efter|på|en\s+annan|annars|också"
    r"|med|later|tomorrow|after)\b"
    r"|\b(?:lunch(?:en)?|fikat?|after\s*work|aw)\b",
    re.IGNORECASE,
)

# ------------------------------------------------------------------------------------- the topic stands first

_TREATED = (
    r"(?:ta\s+upp|lyfta|prata\s+(?:lite\s+|kort\s+)?om|diskutera|ha\s+(?:upp|med)|få\s+(?:upp|med)|gå\s+igenom"
    r"|informera\s+(?:lite\s+|kort\s+)?om|berätta\s+(?:lite\s+|kort\s+)?om|stämma\s+av|take\s+up|bring\s+up"
    r"|talk\s+about|discuss)"
)
# "Elevhälsan vill jag också ta upp, 20 min", "budgeten behöver vi prata om".
FRONTED = re.compile(
    rf"""{CLAUSE}{FILLER}(?P<title>[^,?!:;.\n]{{3,80}}?)\s+(?:(?:vill|önskar|behöver|tänkte|borde|bör|måste|kan|skulle)\s+(?:jag|vi)
        (?:\s+(?:gärna|också|oxå|även|vilja|behöva|kunna|hinna|få|med|lite))*)\s+{_TREATED}\b(?P<rest>[^\n]*)""",
    re.IGNORECASE | re.VERBOSE,
)
NOT_FRONTED = re.compile(
    r"\A(?:vad|vem|vilk\w+|när|hur|var|varför|det|detta|den|dem|sen|sedan|då|nu|här|så|men|nästa|i|på|till|inför|under|efter"
    r"|om|kanske|jag|vi|what|when|how|why|who|it|that|this|next)\b",
    re.IGNORECASE,
)
# What may follow "… vill jag ta upp" when the topic stood before it.
AFTER_FRONTED = re.compile(
    r"\A[\s,.!]*(?:(?:också|oxå|med|kort|lite|gärna|tack|snarast|på\s+(?:mötet|\w{2,8}dag|dagordningen|agendan)|(?:på\s+)?nästa\s+(?:möte|gång)"
    r"|(?:ca|typ|max|ungefär)?\s*\d{1,3}\s*min\w{0,6}|en\s+kvart|en\s+halvtimme)[\s,.!]*)*\Z",
    re.IGNORECASE,
)
# "Lovaktiviteter skulle kunna vara en punkt", "busskorten bör tas upp".
SHOULD_BE = re.compile(
    rf"""{CLAUSE}{FILLER}(?P<title>[^,?!:;.\n]{{3,80}}?)\s+(?:skulle\s+(?:kunna|behöva)|kan|kunde|borde|bör|behöver|måste)\s+(?:också\s+
        |gärna\s+)?(?:(?:få\s+)?(?:vara|bli)\s+en\s+(?:egen\s+|ny\s+)?punkt|(?:tas|lyftas|komma)\s+upp)\b(?P<rest>[^\n]*)""",
    re.IGNORECASE | re.VERBOSE,
)
# ------------------------------------------------------------------------------------- an item, in so many words

# "jag önskar en punkt om X", "finns det plats för en punkt om X", "en punkt om X vore bra".
ITEM_ABOUT = re.compile(
    r"""\A(?P<before>[^.!?\n]{0,90}?)(?:\b(?:en|ett|någon|nån|an?)\s+)?\b(?:(?:kort|egen|extra|ny|liten|stående|lite|short)\s+){0,2}
        (?:(?:informations|diskussions|dagordnings|beslut\w?s?)?punkt|ärende|(?:agenda\s+)?item)
        \s+(?:om|kring|ang\.?|angående|gällande|rörande|för\s+att\s+(?:prata|informera|berätta)\s+om|about|on)\s+(?P<title>\S.*)""",
    re.IGNORECASE | re.VERBOSE | re.DOTALL,
)
WISHES = re.compile(
    r"\b(?:önska\w*|vill|vilja|har|anmäl\w*|plats|utrymme|tid|sätt\w*|få|får|skulle|kan|möjlig\w*|tack|gärna|lägg\w*|behöv\w*"
    r"|föreslår|skickar?|hoppas|skriv\w*|want|would|could|can|like|add|have)\b",
    re.IGNORECASE,
)
NO_WISH = re.compile(
    r"\b(?:ta\s+bort|bort|stryk\w*|flytta\w*|skjut\w*|bordlägg\w*|byt\w*|hade|fanns|var|redan|finns\s+det\s+en|har\s+vi|är\s+det"
    r"|inte|ingen|inget|vem|vilken|remove|drop|move|had|no)\s*(?:någon|nån|en|ett)?\s*\Z|\b(?:ta\s+bort|stryk\w*|flytta\w*|byt|remove)\b",
    re.IGNORECASE,
)
# "två saker till dagordningen: X och Y", "vi vill ta upp två saker, dels X, dels Y".
SEVERAL = re.compile(
    r"""\A(?P<before>[^.!?\n]{0,70}?)\b(?:två|tre|fyra|fem|några|ett\s+par|flera|följande|[2-9]|two|three|a\s+few|some)\s+
        (?P<what>saker|punkter|ärenden|grejer|frågor|ämnen|things|items|topics)
        (?P<to>(?:\s+(?:till|på|inför|för|vi|jag|som|att|från|to|for|from|on|we|i)\b[^:,–\n]{0,50})?)\s*(?:[:,]|[-–]\s)?\s*(?P<titles>.*)""",
    re.IGNORECASE | re.VERBOSE | re.DOTALL,
)
FOR_THE_MEETING = re.compile(
    r"\b(?:från\s+oss|from\s+us|dagordning\w*|agenda\w*|mötet|möte|ta\s+(?:upp|med)|lyfta|på\s+\w+dag|till\s+\w+dag|diskutera|prata\s+om|anmäl\w*|önska\w*"
    r"|raise|discuss|bring\s+up|meeting)\b",
    re.IGNORECASE,
)
# "Till dagordningen: X", "från oss: X", "om det finns tid: X", "har en fråga till mötet: X".
SURE_LABEL = re.compile(
    rf"""\A{FILLER}(?:(?:hej|hejsan|hello)\b[^:\n]{{0,20}}?[,!.\s]+)?(?:
        (?:till|på|för|inför)\s+(?:dagordningen|agendan|dagordning|agenda|tisdagens\s+agenda)
      | (?:(?:jag|vi(?:\s+på\s+\w+)?)\s+)?(?:anmäler|har|vill\s+(?:lyfta|ta\s+upp|anmäla)|önskar(?:\s+ta\s+upp)?
          |skickar\s+in)\s+(?:(?:också|även|en|ett|liten|kort)\s+){{0,3}}(?:fråga|sak|grej|ärende|ämne|diskussionsfråga)
        (?P<for>\s+(?:till\s+(?:mötet|dagordningen|agendan|\w+dag)|(?:som\s+)?(?:vi|jag)\s+vill\s+(?:lyfta|ta\s+upp|diskutera)
          |att\s+(?:lyfta|ta\s+upp|diskutera)|på\s+(?:mötet|\w+dag))|(?<=anmäler\sen\sfråga)|(?<=anmäler\sett\särende))
      )\s*(?::|[-–]\s)\s*(?P<titles>\S.*)""",
    re.IGNORECASE | re.VERBOSE | re.DOTALL,
)
LOOSE_LABEL = re.compile(
    rf"""\A{FILLER}(?:(?:hej|hejsan|hello)\b[^:\n]{{0,20}}?[,!.\s]+)?(?:(?:och|samt)\s+)?(?:
        från\s+(?:oss|mig|vår\s+sida|min\s+sida|vårt\s+håll)(?:\s+(?:på|i)\s+\w+)?
      | (?:från|from)\s+(?P<who>[^:\n]{{2,30}})
      | om\s+(?:det\s+finns\s+tid|tid\s+finns|vi\s+hinner|vi\s+har\s+tid)(?:\s+över)?
      | (?:till|inför)\s+(?:\w+dag(?:ens\s+möte)?|mötet(?:\s+på\s+\w+dag)?|nästa\s+möte|nästa\s+vecka)
      | from\s+(?:us|me|our\s+side)|if\s+there(?:'s|\s+is)\s+time
      )\s*:\s*(?P<titles>\S.*)""",
    re.IGNORECASE | re.VERBOSE | re.DOTALL,
)
# A topic is a name for something; a sentence that somebody says is none.
A_SENTENCE = re.compile(
    r"[?!]|\b(?:grattis|välkom\w+|jag|vi|du|ni|han|hon|hen|dom|man|kommer|deltar|förhinder|sjuk\w*|frånvar\w*|närvar\w*|digitalt|tack|hälsningar?|glöm"
    r"|ta\s+med|we|you|thanks)\b",
    re.IGNORECASE,
)
# ------------------------------------------------------------------------------------- somebody else will tell

# "Sara Lind kommer och berättar om X, 20 min", "kan Mirjam berätta om X på mötet?".
_TELL = (
    r"(?:berättar?|informerar?|presenterar?|drar?|visar?(?:\s+upp)?|redogör(?:a)?\s+för|redovisar?|föredrar?|tells?|presents?)"
    r"\s+(?:kort\s+|lite\s+|mer\s+)?(?:om\s+|kring\s+|för\s+|about\s+)?"
)
_SOMEBODY = r"(?P<who>[A-ZÅÄÖ][\w.-]*(?:\s+[A-ZÅÄÖ][\w.-]*){0,2})(?:\s+(?:från|på)\s+[\w ]{2,25}?)?"
WILL_TELL = re.compile(
    rf"(?:\A|(?<=[.!?]\s)){_SOMEBODY}\s+(?P<sure>(?i:kommer\s+(?:hit\s+|förbi\s+|på\s+mötet\s+)?(?:och|för\s+att|att)"
    rf"|kan\s+komma\s+och|besöker\s+oss\s+och|skulle\s+kunna\s+komma\s+och)|(?i:kan|ska|vill|skulle\s+kunna))\s+(?i:{_TELL})(?P<title>\S.*)",
    re.DOTALL,
)
CAN_TELL = re.compile(
    rf"(?:\A|(?<=[.!?]\s)|\A[Hh]ej[,!]?\s+)(?i:kan|skulle|kunde)\s+{_SOMEBODY}\s+(?i:(?:kunna\s+)?(?:få\s+|komma\s+och\s+)?{_TELL})(?P<title>\S.*)",
    re.DOTALL,
)
# "Vår processledare Ulla Persson kan komma och berätta om det, 20 min": more of what was asked for before.
TELLS_OF_IT = re.compile(
    rf"\A(?:(?i:vår|min|en|our|my|a)\s+\w+\s+)?{_SOMEBODY}\s+(?i:kan|kommer|ska|vill|can|will)\s+(?i:(?:att\s+)?(?:komma\s+)?(?:och\s+)?{_TELL})"
    r"(?i:det|detta|den|it|that)?(?P<rest>[^\n]{0,40})\Z"
)
COMES = re.compile(r"\bkomm(?:er|a)\b|\bbesöker\b", re.IGNORECASE)
LENGTH = re.compile(r"\b\d{1,3}\s*(?:min\b|minuter|minutes)|\ben\s+(?:kvart|halvtimme)\b", re.IGNORECASE)
# "Hinner vi med X också?", "glöm inte X på dagordningen".
HAS_TIME = re.compile(
    rf"{CLAUSE}{FILLER}(?:hinner\s+vi\s+(?:också\s+|även\s+)?(?:med|prata\s+om|ta\s+upp)|will\s+we\s+have\s+time\s+for)\s+(?P<title>\S.*)",
    re.IGNORECASE | re.DOTALL,
)
REMEMBER = re.compile(
    rf"{CLAUSE}{FILLER}(?:glöm\s+inte|kom\s+ihåg|don't\s+forget)\s+(?P<title>\S.*)", re.IGNORECASE | re.DOTALL
)
# "skulle behöva 10 min om X", "kan jag få en kvart för X".
TIME_FOR = re.compile(
    rf"""{CLAUSE}{FILLER}(?:(?:jag|vi(?:\s+på\s+\w+)?)\s+)?(?:skulle\s+(?:gärna\s+)?(?:behöva|vilja\s+ha|önska)|behöver|vill\s+(?:gärna\s+)?ha
        |önskar|tar\s+gärna|(?:kan|får)\s+(?:jag|vi)\s+(?:få|ha)|would\s+(?:like|need)|need)\s+(?:ca\.?\s+|typ\s+|max\s+)?
        (?P<figure>\d{{1,3}}|en\s+kvart|en\s+halvtimme)\s*(?:min\w*)?\s+(?:(?:på\s+(?:mötet|\w+dag)|till)\s+)?
        (?:om|kring|för|åt|ang\.?|angående|for|on|about)\s+(?:att\s+(?:prata|berätta|informera)\s+om\s+)?(?P<title>\S[^?]*)""",
    re.IGNORECASE | re.VERBOSE | re.DOTALL,
)
NOBODY = word_set("jag du han hon vi ni de den det alla någon nån man ingen hen we i you they anyone somebody")
