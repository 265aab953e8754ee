"""The words people use about coming, staying away, being late, leaving and standing in, each kind under one sign."""

from __future__ import annotations

import re
from collections.abc import Mapping

# People's phrases, the longer before the shorter. A sign in capitals stands for the phrase in the sentences' patterns.
_PHRASES: tuple[tuple[str, str], ...] = (
    # --- standing in for somebody
    ("PLUS", r"\+\s?1"),
    (
        "WITHOUT",
        r"(?:(?:ni|får|kan|måste|bli|blir|kör|köra|klara|klarar|ta|mötas|ses|er|det|den|you|will|have\s+to|manage"
        r"|go|do)\s+){0,6}(?:utan\s+mig|without\s+me)",
    ),
    ("ASKED", r"har\s+bett|bad|har\s+frågat|have\s+asked|asked"),
    (
        "MYSTEAD",
        r"(?:i|på|tar)\s+(?:min\s+plats|mitt\s+ställe)"
        r"|(?:(?:will\s+|is\s+)?(?:go|going|attend|attending|be\s+there)\s+)?in\s+my\s+(?:place|stead|seat|spot)"
        r"|(?:will\s+|is\s+)?(?:takes?|taking)\s+my\s+(?:place|stead|seat|spot)"
        r"|on\s+my\s+behalf",
    ),
    (
        "HERSTEAD",
        r"(?:i|på|tar)\s+(?:hennes|hans|hens|deras)\s+(?:ställe|plats)|in\s+(?:her|his|their)\s+(?:place|stead)"
        r"|tar\s+platsen",
    ),
    (
        "NOSITE",
        r"(?:i\s?stället|instead)\s+(?:för|of)\s+(?:att\s+\w+\s+)?(?:(?:i|på|in|at|on)\s+(?:the\s+)?\w+|being\s+there)",
    ),
    ("INSTEADOF", r"(?:i\s?stället|i\s?ställt|instead)\s+(?:för|of)"),
    ("STEAD", r"(?:i\s?stället|i\s?ställt|instead)"),
    ("REPLACEDBY", r"(?:ersätts|ersattes|ersatt|represented|is\s+replaced|replaced)\s+(?:av|by)"),
    ("SWAP", r"byt(?:er|a)?(?:\s+ut)?|replace\b(?=.{0,60}\s(?:with|by)\s)|swap|ersätt\b(?!\s+av)"),
    (
        "REPLACE",
        r"(?:ersätter|ersatte|ersätta|vikarierar\s+för|(?:hoppar|hoppade|går|gick|kliver|rycker"
        r"|ryckte)\s+in\s+(?:för|åt)|går\s+för(?=\s+(?:mig|henne|honom|oss)\b)|täcker\s+upp\s+för"
        r"|(?:is\s+)?(?:stand|fill|step|sit)(?:s|ing)?\s+in\s+for|sub(?:s|bing)?\s+for|(?:is\s+)?substitut(?:e|es"
        r"|ing)\s+for"
        r"|(?:is\s+)?cover(?:s|ing)?\s+for|(?:is\s+)?replac(?:es|ing|e)|(?:is\s+)?deputi[sz](?:es|ing|e)\s+for)",
    ),
    (
        "STEPIN",
        r"(?:går|gick|hoppar|hoppade|kliver|rycker)\s+in(?:\s+som\s+(?:ersättare|vikarie))?|som\s+ersättare"
        r"|as\s+(?:a\s+)?substitute",
    ),
    ("SUBST", r"(?:en\s+|a\s+)?(?:ersättare|ersättaren|vikarie|substitute|stand-in|deputy)"),
    ("SEND", r"skickar|skicka|sänder|send|sends|sending"),
    (
        "SOON",
        r"(?:om|in)\s+(?:ca\s+|cirka\s+|typ\s+|about\s+)?(?:(?:\d{1,2}|fem|tio|femton|tjugo|five|ten|fifteen"
        r"|twenty)\s?(?:minuter|minutes|min|mins|m)\b|en\s+(?:kvart|halvtimme|timme)|ett\s+par\s+minuter"
        r"|några\s+minuter|a\s+few\s+minutes)",
    ),
    # --- a wish, a guess, a condition: said of these, nothing is sure
    (
        "HEDGE",
        r"(?:bra|kul|roligt|skönt|tråkigt|synd|trist|good|nice|glad|great)\s+(?:att|that|om|if)\b|hoppas|hoppades"
        r"|förhoppningsvis"
        r"|försöker|försöka|tror|tvekar|osäker|osäkert|tveksam|tveksamt|vet\s+inte|om|ifall|huruvida|skulle|borde"
        r"|tänkte|undrar"
        r"|hopefully|hope|think|unsure|not\s+sure|if|whether|would|should|try|trying|wonder",
    ),
    ("MIGHT", r"kanske|möjligen|möjligtvis|eventuellt|ev|evt|maybe|perhaps|might|may\s+(?=be|not|have)"),
    ("LIKELY", r"nog|troligen|troligtvis|förmodligen|antagligen|säkert|probably|likely"),
    # --- how
    (
        "NET",
        r"(?:tar\s+det\s+)?(?:på|via|med|genom)\s+(?:en\s+|the\s+)?länk(?:en)?|(?:(?<=blir\s)|(?<=bli\s)|(?<=tar\s)"
        r"|(?<=kör\s))länk|(?:tar\s+det\s+)?(?:via|på|genom|över|i|on|over|through|by)\s+"
        r"(?:teams|zoom|skype|meet|webben|webb|nätet|video|videolänk|skärm|distans|telefon|webex|phone)|(?:kör"
        r"|tar)\s+teams"
        r"|digitalt?|digitally|online|on-line|remote(?:ly)?|virtuellt|virtually|uppkopplad|hemifrån|from\s+home"
        r"|(?:dialling|dialing|calling|dial|call|dialled|ringer|ringa)\s+in\b",
    ),
    (
        "SITE",
        r"på\s+plats|fysiskt|irl|live|i\s+(?:salen|rummet|lokalen|sammanträdesrummet)|in\s+(?:person|the\s+room)"
        r"|on[\s-]?site",
    ),
    # --- how long, how much
    (
        "FIRST",
        r"(?:(?:bara|endast|just|only|for)\s+)?(?:den\s+|the\s+)?(?:första|first)\s+(?:(?:\d{1,3}|tio|femton|tjugo"
        r"|trettio|ten|twenty|thirty)\s+)?"
        r"(?:timmen|halvtimmen|halvtimman|kvarten|minuterna|minutes|min|hour|half(?:\s+an)?\s+hour|halvan|half"
        r"|delen|part)",
    ),
    (
        "LAST",
        r"(?:(?:bara|endast|just|only|for)\s+)?(?:den\s+|the\s+)?(?:sista|last)\s+(?:(?:\d{1,3}|tio|femton|tjugo"
        r"|trettio|ten|twenty|thirty)\s+)?"
        r"(?:timmen|halvtimmen|halvtimman|kvarten|minuterna|minutes|min|hour|half(?:\s+an)?\s+hour)",
    ),
    (
        "STRETCH",
        r"(?:(?:ca|cirka|c:a|typ|max|runt|ungefär|uppskattningsvis|kanske|about|around|some|approx)\.?\s+)?"
        r"(?:(?:\d{1,3}(?:\s?-\s?\d{1,3})?|fem|tio|femton|tjugo|trettio|five|ten|fifteen|twenty"
        r"|thirty)\s?(?:minuter|minutes|minutrar|min|mins|m)\b\.?"
        r"|en\s+(?:liten\s+)?(?:kvart|halvtimme|halvtimma|timme|stund)|(?:ett\s+par|några|nåra|nån"
        r"|någon)\s+(?:minuter|min|minut)|half\s+an\s+hour"
        r"|an\s+hour|a\s+(?:quarter|bit|little|few\s+(?:minutes|mins))|lite(?:\s+(?:grann|granna))?|litegrann"
        r"|aningen|något)",
    ),
    # --- asking, asserting
    (
        "RELAY",
        r"(?:bad\s+mig\s+(?:hälsa|säga|meddela)|(?:låter|lät)\s+hälsa|hälsar|hälsade|(?:har\s+)?(?:meddelat"
        r"|meddelar|meddelade|mejlat|mejlade|mailade|mailat|smsade"
        r"|ringt|ringde|skrev|skrivit|(?<!som\s)sagt|sa|sade|säger|skriver|berättade|hört\s+av\s+sig"
        r"|hörde\s+av\s+sig)|says|said|told\s+me|tells\s+me|wrote|emailed|called"
        r"|let\s+me\s+know|asked\s+me\s+to\s+(?:say|tell\s+you))(?:\s+(?:och|and)\s+(?:säger|sa|sade|meddelade"
        r"|meddelar|said|says))?(?:\s+(?:just|precis))?"
        r"(?:\s+(?:att|om\s+att|that))?",
    ),
    (
        "HEARD",
        r"(?:fick|har\s+fått|got)\s+(?:just\s+|precis\s+|a\s+)?(?:besked|mejl|mail|sms|bud|veta|samtal|word"
        r"|message)(?:\s+om)?\s+(?:att|that)"
        r"|(?:pratade|talade|spoke|talked)\s+(?:just\s+)?(?:med|with|to)",
    ),
    # --- staying away
    ("REGRETS", r"(?:åter\s?bud|regrets|apologies(?:\s+for\s+absence)?)"),
    (
        "DECLINE",
        r"avböjer|avböja|(?:tackar|tacka)\s+nej|avstår|avstå|viker|ställer\s+in\s+mig|declines?|declining|decline",
    ),
    ("HINDER", r"förhinder|förhindrade?|anmält\s+förhinder|(?:är\s+)?prevented"),
    ("ABSENCE", r"frånvaro|frånvarande|absence|absent"),
    (
        "AWAY",
        r"(?:på\s+|on\s+|iväg\s+på\s+|off\s+|out\s+)?(?:bortrest|bortresta|borta|sjuk|sjuka|sjukskriven|sjukanmäld"
        r"|krasslig|förkyld|magsjuk|vabbar|vabba|vabb|vab|ledig|lediga"
        r"|semester|tjänstledig|föräldraledig|kurs|konferens|utbildning|tjänsteresa|resa|resande\s+fot|utomlands"
        r"|upptagen|dubbelbokad|ooo|o\.o\.o|out\s+of\s+office"
        r"|(?:ligger|hemma)\s+(?:hemma\s+)?(?:sjuk|däckad|nerbäddad|i\s+(?:feber|influensa|magsjuka)"
        r"|med\s+(?:feber\w*|influensa\w*|magsjuk\w*|vinterkräksjuka\w*|sjukt?\w*\s+barn\w*))|ligger\s+hemma"
        r"|hemma\s+och\s+vabbar"
        r"|sick|ill|away|(?:on\s+|parental\s+)leave|holiday|vacation|busy|double-booked|unavailable|travelling"
        r"|traveling|otillgänglig)",
    ),
    (
        "MISS",
        r"(?:måste|får)\s+(?:missa|hoppa\s+över|skippa)|missar|missa|skippar|hoppar\s+över|står\s+över|miss|missing"
        r"|skip|skipping",
    ),
    ("NOBODY", r"(?:ingen|inga|nobody|no\s+one|noone)\s+(?:från|på|hos|from|at)"),
    (
        "DELEGATE",
        r"(?:representanten|representanterna|representant|vår\s+representant|ledamoten|the\s+representative"
        r"|representative)\s+(?:från|för|of|from|for)",
    ),
    (
        "NOSTART",
        r"(?:(?:hinner|kan|kommer)\s+)?inte\s+(?:hinna\s+)?(?:till|(?:vara\s+)?med\s+(?:från|i)|i)\s+(?:starten"
        r"|början|tid)|(?:not|miss)\s+(?:be\s+there\s+)?(?:for\s+|from\s+)?the\s+(?:start|beginning)",
    ),
    ("THATDAY", r"den\s+dagen|that\s+day"),
    ("NONE", r"inget|ingen|no(?=\s+(?:meeting|mysam))"),
    # --- lateness
    ("LATER", r"(?:(?:lite|något|strax)\s+)?(?:senare|i\s+efterhand)|later|after\s+the\s+start"),
    ("TARDY", r"sen|sent|sena|försenade?|senförsenad|late|delayed|sen\s+ankomst"),
    # --- coming
    (
        "ATTEND",
        r"(?:va(?:ra)?|finnas)\s+(?:me(?:d)?|där|dä|här|närvarande)(?=\W|$)|komma\s+med|komma|delta(?:ga)?|närvara"
        r"|medverka|dyka\s+upp|ansluta(?:\s+mig)?|joina"
        r"|hänga\s+på|haka\s+på|make\s+it|be\s+(?:there|here|present|attending|in|joining|coming"
        r"|able\s+to\s+(?:come|attend|join|make\s+it))|attend|stay|join(?:\s+(?:in|you|us))?"
        r"|come(?:\s+along)?|participate|show\s+up|make\b(?=\s+(?:it|the|on|mon|tues|wednes|thurs|fri|tomorrow))",
    ),
    (
        "ATTENDED",
        r"var\s+(?:också\s+|även\s+)?(?:med|där|här|närvarande)|deltog|närvarade|medverkade|anslöt|dök\s+upp"
        r"|was\s+(?:also\s+)?(?:there|here|present)|were\s+(?:there|present)"
        r"|attended|joined|kom|came|har\s+(?:anslutit|kommit)|arrived|has\s+(?:joined|arrived)",
    ),
    (
        "ATTENDS",
        r"(?:är|e|ä|blir|finns|sitter)\s+(?:också\s+|även\s+|å\s+)?(?:med|mä(?=\W|$)|me(?=\W|$)|här|där|inne"
        r"|närvarande)|kommer(?!\s+från\s+(?!kl\b|\d))(?!\s+(?:(?:jag|vi|tyvärr|dessvärre|inte|ej|dock|nu|nog|också"
        r"|även|alltså|heller|troligen)\s+){0,4}(?:att|behöva|kunna|vara|hinna|delta|närvara|medverka|komma|ha|bli"
        r"|missa|gå|vilja|ansluta|få)\b)|deltar|närvarar|medverkar|stannar|dyker\s+upp|joinar|hakar\s+på"
        r"|hänger\s+på|ansluter(?:\s+(?:mig|sig))?|kopplar\s+upp\s+(?:mig|sig)|(?:is|are|am|'m"
        r"|’m)\s+(?:also\s+)?(?:coming|attending|joining|here|there|present|in)"
        r"|coming|attending|joining|attends|joins|comes",
    ),
    ("NOTEOUT", r"räkna\s+(?:inte\s+med|bort)|count\s+me\s+out"),
    (
        "COUNTME",
        r"(?:räkna\s+(?:också\s+)?(?:med|in)|räkna|(?:skriv|sätt)\s+upp|anmäl(?:er)?|anmäla|prick\s?a\s+av|count"
        r"|sign\s+up)(?=\s)",
    ),
    ("MEIN", r"count\s+me\s+in|i'?m\s+in\b"),
    # --- leaving
    (
        "GO",
        r"(?:ge\s+(?:mig|mej|mä|sig)(?=\s+(?:iväg|av))|gå|går|gick|lämna|lämnar|lämnade|avvika|avviker|sticka"
        r"|sticker|kila|kilar|dra|drar|smita|smiter|rusa|rusar|springa|springer|loggar\s+ur|kopplar\s+ner|bryta|bryter"
        r"|droppar|droppa|leave|leaves|leaving|left|drop|dropping|log|head|run|hoppa|hoppar)(?:\s+(?:ifrån|vidare"
        r"|iväg|härifrån|ur|av|ut|off|out|of|härifrå))?|vidare",
    ),
    ("GONE", r"(?:har|has|have)\s+(?:just\s+|nu\s+)?(?:gått|lämnat|left)"),
    ("EARLY", r"(?:lite\s+)?(?:tidigare|i\s+förtid|innan\s+slutet|före\s+slutet|early|earlier)"),
    (
        "MUST",
        r"måste|behöver|tvungen\s+att|tvungna\s+att|(?:have|has|need|needs)\s+to|must|gotta|kommer\s+behöva"
        r"|kommer\s+att\s+behöva",
    ),
    # --- being able, being, having
    ("ABLE", r"kan|kunde|kunna|can|could|able\s+to|möjlighet\s+att|hinner|hinna|hann"),
    ("UNABLE", r"unable\s+to|ser\s+ingen\s+möjlighet\s+att|har\s+ingen\s+möjlighet\s+att|saknar\s+möjlighet\s+att"),
    ("WILL", r"ska|skall|tänker|kommer|lär|will|'ll|going\s+to|gonna|planerar\s+att|avser\s+att|intend\s+to"),
    ("WAS", r"var|was|were"),
    ("BECOME", r"blir|bli|blev|running|runnin|runs|get"),
    ("BE", r"är|e|ä|sitter|heter|vara|va|varit|is|are|am|be"),
    ("HAVE", r"har|fick|får|få|have|has|had|got|fått"),
    (
        "GIVE",
        r"lämna[rt]?|ge[r]?|meddela[rt]?|skicka[rt]?|anmäl(?:er|a|t|de)?|ringt|ringer|ringde|tar|ta|registrera"
        r"|notera|sätt|skriv|report|give|send|sends|sending|sent|note|register",
    ),
    ("NOTIN", r"(?:inte|int|ej|icke|not)\s+(?:med|me|här|där|på\s+plats|närvarande|here|there|in)"),
    ("NOT", r"inte|int|ej|icke|inge|not|never|varken"),
    # --- the meeting itself
    (
        "MEETING",
        r"(?:(?:på|till|i|för|från|vid|av|under|at|to|for|from|the)\s+)?(?:(?:det|dagens|morgondagens|vårt|nästa"
        r"|our|today's|tomorrow's|the|this)\s+)?"
        r"(?:denna\s+gång(?:en)?|den\s+här\s+gången|this\s+time|mötet|möte|mötena|mysam(?:-?mötet|möte)?"
        r"|mysam-?träffen|träffen|sammanträdet|sammanträde|styrelsemötet|styrgruppsmötet|avstämningen|gruppmötet"
        r"|meeting)",
    ),
    # --- agreeing to come
    (
        "SUITS",
        r"(?:(?:det\s+)?(?:funkar|fungerar|passar|går)(?:\s+(?:bra|fint|utmärkt|toppen))?|ok|okej|okay"
        r"|works)(?:\s+(?:för|for))?",
    ),
    ("ALSO", r"också|oxå|också|too|as\s+well|likaså|även|also"),
    ("METOO", r"(?:jag|ja|mig)\s+(?:med|me|också|oxå)(?=[\s\W]*$)|me\s+too|so\s+(?:am|will)\s+i"),
    ("HERE", r"här|ansluten|inloggad|connected|here|inne|närvarande|present|ja\s+här"),
    ("SAME", r"samma\s+(?:här|för\s+mig)|same\s+here|dito|ditto"),
    ("EVERYBODY", r"alla|samtliga|everybody|everyone"),
    # --- persons
    ("RELATIVE", r"hon|han|hen|henne|honom|she|he|him|they|them|dom"),
    ("PLACEOF", r"ställe|stead"),
    ("TO", r"mot|with|by"),
    ("OURS", r"(?:från|hos|på|from|at)\s+(?:oss|vår\s+(?:enhet|sida|organisation)|us|our\s+(?:side|unit|office))"),
    ("IT", r"det|den|it"),
)

PHRASE = re.compile("|".join(rf"(?P<{sign}>(?:{pattern})(?![\w]))" for sign, pattern in _PHRASES), re.IGNORECASE)

# The English I, told from the Swedish preposition by the verb after it.
ENGLISH_I = re.compile(
    r"i\s+(?:can|can't|cant|cannot|could|couldn't|will|won't|wont|have|am|need|must|may|might|would|do|don't|was"
    r"|attend|join|leave|come|regret|was|won|should|hope|think)\b",
    re.IGNORECASE,
)

# Short forms that are several words in one.
CONTRACTIONS: Mapping[str, tuple[str, ...]] = {
    **dict.fromkeys(("can't", "cant", "cannot", "couldn't", "couldnt"), ("ABLE", "NOT")),
    **dict.fromkeys(("won't", "wont"), ("WILL", "NOT")),
    **dict.fromkeys(("isn't", "isnt", "aren't"), ("BE", "NOT")),
    **dict.fromkeys(("don't", "doesn't", "dont", "doesnt"), ("NOT",)),
    **dict.fromkeys(("i'll",), ("ME", "WILL")),
    **dict.fromkeys(("i'm", "im"), ("ME", "BE")),
    **dict.fromkeys(("i've",), ("ME", "HAVE")),
    **dict.fromkeys(("he's", "she's"), ("RELATIVE", "BE")),
    **dict.fromkeys(("he'll", "she'll", "they'll"), ("RELATIVE", "WILL")),
    **dict.fromkeys(("jag", "jg", "jaj", "mig", "mej", "me", "myself", "undertecknad"), ("ME",)),
    **dict.fromkeys(("vi", "we"), ("WE",)),
}

# Said in passing: they may stand anywhere in what is understood, and change nothing in it.
PASSING = frozenset(
    """
    tyvärr dessvärre ledsen beklagar sorry unfortunately sadly afraid gärna tack tackar thanks thank thx you hej
    hejsan hallå tjena hello hi hey god morgon morgonen morrn eftermiddag kväll good morning afternoon allihop
    allihopa gänget självklart absolut såklart givetvis javisst jajamän yes ja jo japp jepp okej ok jadå nej no ju
    faktiskt bara just precis endast only självfallet naturligtvis of course sure även åtminstone hursomhelst lugnt
    då där there nu now idag today därför alltså dock still ändå på i till för från under vid med de att to the at
    on in for from by som vanligt vanligtvis usual as alltid always igen again själv också oxå å too also iallafall
    plus och and own fyi btw ps obs pls please snälla min mina mitt del part our vår våra själva både both förlåt
    ursäkta excuse apologise jaha åh oj ops men hela ganska bra fint well redan already ikväll mvh hälsningar hälsn
    vänligen vänliga hör ses see seeing looking forward alla everyone all er dig båda två först ca cirka kring runt
    strax efter fram kl klockan about around omkring typ senast tidigast hans hennes sin sitt sina his her their its
    bli gör göra finns kommentar detta deras sagt said förra gången ni heller gör nä nja
    """.split()
)

# After these comes a reason, which is nobody's business.
REASONS = re.compile(
    r"(?:pga|p\.g\.a\.?|på\s+grund\s+av|eftersom|för\s+(?:att|jag|vi|det|min|mitt|mina)|då\s+(?:jag|det|vi|min)"
    r"|med\s+anledning|because|due\s+to|since|as\s+i|krockar|har|är|sitter"
    r"|måste|ska|blev|blivit|fick|fastnat|fastnade|having|i\s+have|i\s+am|i'm|got|stuck|med\s+(?:feber|sjuk))\b",
    re.IGNORECASE,
)

# Where one thing said ends and the next begins.
BUT = frozenset({"men", "but", "fast", "dock", "however", "utan", "däremot", "although", "though"})
AND = frozenset({"och", "o", "and", "samt", "&"})
SO = frozenset({"så", "so", "sedan", "then"})
# After one of these somebody asks, wishes or proposes: that is for another reader.
WISHES = re.compile(
    r"\s*(?:(?:och|o|men|but|and|fast|så)\s+)?(?:(?:jag|i)\s+)?(?:ta|lägg|tag|kan\s+(?:vi|ni|du|någon|nån)|vill"
    r"|önskar|skulle|please|could|can\s+(?:you|we|somebody)|add|punkt|item"
    r"|ni\s+får|bevaka|would|want|hälsa|vad|vem|när|hur)\b",
    re.IGNORECASE,
)

QUESTION_OPENERS = re.compile(
    r"\s*(?:(?:hej|hallå|btw|men|och|så)[\s,!]+)?(?:vem|vilka|vilken|vad|när|hur|varför|vart|var(?=\s+(?:är|ska|ses"
    r"|håller))|kommer\s+(?:du|ni|det|alla|någon|nån|vi|de)|kan\s+(?:du|ni|någon|nån|vi)|är\s+(?:du|ni|det|någon"
    r"|nån|alla|vi)"
    r"|har\s+(?:du|ni|vi|någon|nån)|ska\s+(?:du|ni|vi)|finns|vet\s+(?:du|ni|någon)|är\s+det|någon\s+(?:som|mer)"
    r"|nån\s+(?:som|mer)|who|what|when|where|how|why|which|are\s+(?:you|we)|is\s+(?:it|anyone|there|anybody)"
    r"|can\s+(?:you|we|anyone|somebody)|could|do\s+(?:you|we)|does|will\s+(?:you|we)|anyone|anybody|glöm\s+inte"
    r"|don't\s+forget|hoppas|hope)\b",
    re.IGNORECASE,
)

# Titles of work: they stand before a name, or in brackets after it.
ROLE = re.compile(
    r"\b[\w-]*(?:koordinator|koordinatorn|chef|chefen|handläggare|handläggaren|ledare|ledaren|läkare|sekreterare"
    r"|samordnare|samordnaren|specialist|rektor|direktör|utvecklare|strateg"
    r"|ombud|coach|kurator|psykolog|sköterska|terapeut|pedagog|controller|jurist|ekonom|stöd|konsulent|coordinator"
    r"|manager|officer|head|director|adviser|advisor|caseworker|nurse|doctor"
    r"|assistent|assistant|administratör|ordförande|ledamot|vägledare|arbetare|lärare|tekniker|planerare)\b",
    re.IGNORECASE,
)
