"""The words people use about coming, staying away, being late, leaving and standing in, each kind under one sign."""

from __future__ import annotations

import re
from collections.abc import Mapping

# People's phrases, the longer before the shorter. A sign in capitals stands for the phrase in the sentences' patterns.
_PHRASES: tuple[tuple[str, str], ...] = (
    # --- said in passing, in several words
    (
        "PASSING",
        r"trots\s+allt|after\s+all|i\s+(?:alla|vilket)\s+fall(?:\s+som\s+helst)?|till\s+slut|äntligen|just\s+nu"
        r"|(?:bara\s+)?så\s+(?:att\s+)?(?:ni|du|alla)\s+vet|(?:just\s+)?so\s+you(?:\s+all)?\s+know|för\s+(?:min|vår)"
        r"\s+(?:egen\s+)?del|(?:for|on)\s+my\s+part|(?:from|från)\s+(?:min|my|our|vår)\s+(?:sida|side)"
        r"|om\s+(?:det\s+)?(?:är|går)\s+(?:ok|okej|bra)|if\s+that(?:'?s|\s+is)\s+ok(?:ay)?|är\s+(?:du|ni)\s+snälla?"
        r"|i(?:'?m|\s+am)\s+afraid|i\s+fear|sorry\s+to\s+say|som\s+(?:sagt|lovat|planerat|det\s+ser\s+ut)"
        r"|as\s+(?:planned|promised|things\s+stand)|av\s+olika\s+(?:skäl|anledningar)|med\s+kort\s+varsel"
        r"|(?:happy|glad|pleased|delighted)\s+to\s+(?:confirm|say)(?:\s+that)?|please\s+accept"
        r"|(?:(?:vill|ville|kan|måste|får|skulle\s+vilja)\s+)(?:jag\s+)?(?:bara\s+|härmed\s+)?(?:meddela|säga|hälsa"
        r"|informera\s+om|bekräfta)\s+att|(?:(?:just\s+)?want(?:ed)?"
        r"|need)\s+to\s+let\s+you\s+(?:all\s+)?know(?:\s+that)?"
        r"|hör\s+av\s+(?:mig|mej)|på\s+(?:ett|något)\s+(?:eller|annat)\s+annat\s+sätt|för\s+säkerhets\s+skull"
        r"|som\s+(?:ordinarie|vanlig)\s+(?:ledamot|deltagare)|if\s+(?:possible|you\s+don't\s+mind)|om\s+möjligt",
    ),
    # --- standing in for somebody
    ("PLUS", r"\+\s?1"),
    (
        "WITHOUT",
        r"(?:(?:ni|får|kan|måste|bli|blir|kör|köra|klara|klarar|ta|mötas|ses|er|det|den|you|will|have\s+to|manage"
        r"|go|do)\s+){0,6}(?:utan\s+mig|without\s+me)",
    ),
    (
        "ASKED",
        r"har\s+bett|bad(?!\s+(?:mig|oss)\s+(?:att\s+)?(?:hälsa|säga|meddela|framföra|lämna|anmäla))"
        r"|har\s+frågat|have\s+asked|asked(?!\s+me)",
    ),
    (
        "MYSTEAD",
        r"(?:i|på|tar|ta|tagit|övertar|intar)\s+(?:min\s+(?:plats|stol)|mitt\s+ställe)|för\s+min\s+räkning"
        r"|[åp]å?\s+mina\s+vägnar"
        r"|(?:(?:will\s+|is\s+)?(?:go|going|attend|attending|be\s+there)\s+)?in\s+my\s+(?:place|stead|seat|spot)"
        r"|(?:will\s+|is\s+)?(?:takes?|taking|fills?|filling)\s+my\s+(?:place|stead|seat|spot|chair|shoes)"
        r"|on\s+my\s+behalf",
    ),
    (
        "HERSTEAD",
        r"(?:i|på|tar|ta)\s+(?:hennes|hans|hens|deras)\s+(?:ställe|plats|stol)|in\s+(?:her|his"
        r"|their)\s+(?:place|stead)"
        r"|för\s+(?:hennes|hans|hens|deras)\s+räkning|takes?\s+(?:her|his|their)\s+(?:place|seat|spot)"
        r"|on\s+(?:her|his|their)\s+behalf"
        r"|tar\s+platsen",
    ),
    (
        "NOSITE",
        r"(?:i\s?stället|instead)\s+(?:för|of)\s+(?:att\s+\w+\s+)?(?:(?:i|på|in|at|on)\s+(?:the\s+)?\w+"
        r"|being\s+there)",
    ),
    ("INSTEADOF", r"(?:i\s?stället|i\s?ställt|instead)\s+(?:för|of)|on\s+behalf\s+of|in\s+(?:place|lieu)\s+of"),
    ("STEAD", r"(?:i\s?stället|i\s?ställt|instead)"),
    ("REPLACEDBY", r"(?:ersätts|ersattes|ersatt|represented|is\s+replaced|replaced)\s+(?:av|by)"),
    ("SWAP", r"byt(?:er|a)?(?:\s+ut)?|replace\b(?=.{0,60}\s(?:with|by)\s)|swap|ersätt\b(?!\s+av)"),
    (
        "REPLACE",
        r"(?:ersätter|ersatte|ersätta|(?:vikarierar|vikariera)\s+för|representera[rt]?|represent(?:s|ing)?|företräder"
        r"|avlöser|(?:hoppar|hoppa|hoppade|går|gå|gick|kliver|kliva|rycker|rycka|sitter|sitta|träder|ställer|ryckte)"
        r"\s+(?:in|upp)\s+(?:för|åt)|går\s+för(?=\s+(?:mig|henne|honom|oss)\b)|täck(?:er|a)\s+(?:upp\s+)?(?:för"
        r"|åt)|tar\s+över\s+(?:för|efter|från)"
        r"|(?:is\s+)?(?:stand|fill|step|sit|jump|go)(?:s|ing|ping)?\s+in\s+for|sub(?:s|bing)?\s+for"
        r"|(?:is\s+)?substitut(?:e|es"
        r"|ing)\s+for"
        r"|(?:is\s+)?cover(?:s|ing)?\s+for|(?:is\s+)?replac(?:es|ing|e)|(?:is\s+)?deputi[sz](?:es|ing|e)\s+for)",
    ),
    (
        "STEPIN",
        r"(?:går|gå|gick|hoppar|hoppa|hoppade|kliver|rycker|rycka|träder)\s+in(?:\s+som\s+(?:ersättare"
        r"|vikarie))?|som\s+(?:ersättare|vikarie)"
        r"|ställer\s+upp|vikarierar"
        r"|as\s+(?:a\s+)?substitute",
    ),
    ("SUBST", r"(?:en\s+|a\s+)?(?:ersättare|ersättaren|vikarie|vikarien|substitute|sub|stand-in|replacement|deputy)"),
    ("SEND", r"skickar|skicka|skickat|sänder|sända|send|sends|sending|sent"),
    (
        "SOON",
        r"(?:om|in|inom|within)\s+(?:ca\s+|cirka\s+|typ\s+|about\s+|max\s+)?(?:(?:\d{1,2}|fem|tio|femton|tjugo"
        r"|five|ten|fifteen"
        r"|twenty)\s?(?:minuter|minutes|min|mins|m)\b|en\s+(?:kvart|halvtimme|timme)|ett\s+par\s+minuter"
        r"|half\s+an\s+hour|a\s+(?:minute|sec)|en\s+(?:minut|stund)"
        r"|några\s+minuter|a\s+few(?:\s+minutes|\s+mins)?|\d{1,2}(?=\s*(?:[,.!]|\Z)))",
    ),
    # --- a wish, a guess, a condition: said of these, nothing is sure
    (
        "HEDGE",
        r"(?:bra|kul|roligt|skönt|tråkigt|synd|trist|good|nice|glad|great)\s+(?:att|that|om|if)\b|får\s+se"
        r"|vill\s+(?:att|ha)|hoppas|hoppades"
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
        r"kopplar?\s+(?:upp|in)(?:\s+(?:mig|sig|oss))?|(?:tar\s+det\s+)?(?:på|via|med|genom)\s+(?:en\s+"
        r"|the\s+)?(?:video|teams-?)?länk(?:en)?|(?:(?<=blir\s)|(?<=bli\s)|(?<=tar\s)"
        r"|(?<=kör\s))länk|(?:tar\s+det\s+)?(?:via|på|genom|över|i|on|over|through|by)\s+"
        r"(?:the\s+)?(?:teams(?:en|-?mötet)?|zoom|skype|meet|webben|webb|nätet|video(?:n)?|skärm(?:en)?|distans"
        r"|telefon(?:en)?|webex|phone|datorn|video\s+link|call(?=\s*(?:now|today|\W|$))|line)|(?:kör"
        r"|tar)\s+teams"
        r"|digitalt?|digitally|online|on-line|remote(?:ly)?|virtuellt|virtually|uppkopplad|hemifrån|from\s+home"
        r"|by\s+(?:phone|video|link)"
        r"|(?:dialling|dialing|calling|dial|call|dialled|ringer|ringa|beaming|beam|zooming|zoom)\s+in\b",
    ),
    (
        "SITE",
        r"på\s+plats|fysiskt|irl|live|i\s+(?:salen|rummet|lokalen|sammanträdesrummet)|in\s+(?:person|the\s+room)"
        r"|on[\s-]?site|runt\s+bordet|(?:around|at)\s+the\s+table|längst\s+(?:bak|fram|ner"
        r"|in)(?:\s+till\s+(?:höger|vänster))?"
        r"|(?:at|in)\s+the\s+(?:back|front)|bredvid\s+mig|vid\s+(?:fönstret|dörren)|next\s+to\s+me",
    ),
    # --- how long, how much
    (
        "FIRST",
        r"(?:(?:bara|endast|just|only|for)\s+)?(?:den\s+|de\s+|the\s+)?(?:första|first)\s+(?:(?:\d{1,3}|tio"
        r"|femton|tjugo"
        r"|trettio|ten|twenty|thirty)\s+)?"
        r"(?:timmen|timman|halvtimmen|halvtimman|kvarten|minuterna|minutes|mins|min|hour|half(?:\s+an)?\s+hour"
        r"|halvan|half"
        r"|delen|part|biten|bit)",
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
        r"|(?:en|nån|någon)\s+(?:liten\s+|god\s+)?(?:kvart|halvtimme|halvtimma|timme|timma|stund)|kvarten"
        r"|a\s+quarter\s+of\s+an\s+hour|(?:ett\s+par|några|nåra|nån"
        r"|någon)\s+(?:minuter|min|minut)|half\s+an\s+hour"
        r"|an\s+hour|a\s+(?:quarter|bit|little|few\s+(?:minutes|mins))|lite(?:\s+(?:grann|granna))?|litegrann"
        r"|aningen|något)",
    ),
    # --- asking, asserting
    (
        "RELAY",
        r"(?:bad\s+(?:mig|oss)\s+(?:att\s+)?(?:hälsa|säga|meddela|framföra)|(?:låter|lät)\s+(?:hälsa|meddela)"
        r"|hälsar|hälsade|hälsning(?:ar)?(?=\s+från)"
        r"|(?:har\s+)?(?:bekräftat|bekräftar|bekräftade|svarat|svarar|aviserat|aviserar)|confirm(?:s|ed)"
        r"|has\s+confirmed|(?:har\s+)?(?:meddelat"
        r"|meddelar|meddelade|mejlat|mejlade|mailade|mailat|smsade"
        r"|ringt|ringde|skrev|skrivit|(?<!som\s)sagt|sa|sade|säger|skriver|berättade|hört\s+av\s+sig"
        r"|hörde\s+av\s+sig)|says|said|told\s+me|tells\s+me|wrote|emailed|called"
        r"|let\s+me\s+know|(?:asked|asks|wants)\s+me\s+to\s+(?:say|tell\s+you|let\s+you\s+know"
        r"|pass\s+on))(?:\s+(?:och|and)\s+(?:säger|sa|sade|meddelade"
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
    (
        "REGRETS",
        r"(?:åter\s?bud(?:et)?|regrets|apologies(?:\s+for\s+absence)?|apology)(?:\s+(?:received|mottaget"
        r"|inkommet|inkommit|har\s+(?:inkommit|kommit)))?",
    ),
    ("ACCEPT", r"(?:tackar|tackat|tackade|tacka|säger|sagt)\s+ja|accepterar|accepterat|accept(?:s|ed)?"),
    ("ATTENDANCE", r"närvaro|deltagande|medverkan|attendance|participation|presence"),
    ("CONFIRM", r"bekräfta[r]?|confirm(?:ing)?"),
    ("STRIKE", r"(?:stryk(?:a)?|ta\s+bort|plocka\s+bort|avanmäl(?:er)?|avboka[r]?|take|cross|remove)"),
    (
        "IMPOSSIBLE",
        r"omöjligt?|uteslutet|kört(?=\W|$)|impossible|no\s+(?:good|go|can\s+do)|out\s+of\s+the\s+question"
        r"|går\s+(?:tyvärr\s+)?bort"
        r"|(?:skiter|strular|ordnar|löser)\s+sig(?=\s+(?:inte|ej))|(?:does\s*n'?t|won'?t|don'?t|didn'?t"
        r"|isn'?t)\s+(?:really\s+)?(?:work|suit|possible|good|going\s+to\s+work)(?:\s+out)?",
    ),
    (
        "NOREP",
        r"(?:(?:inte|ej|not)\s+(?:(?:ha|bli|vara|be)\s+)?(?:representera[dt]e?|represented|bemannade?))"
        r"|(?:(?:inte|ej|not|n't)\s+(?:kunna\s+)?(?:skicka|sända|send|ha\s+med)\s+(?:någon|nån"
        r"|nå[tg]on\s+representant|en\s+representant|folk|anyone|anybody|someone|a\s+rep(?:resentative)?))"
        r"|(?:ingen|inga|no\s+one|nobody|no\s+rep(?:resentative)?)(?:\s+(?:representant(?:er)?|person"
        r"|deltagare))?\s*(?:att\s+skicka|to\s+send|(?:som\s+)?(?:kan|har\s+möjlighet\s+att)\s+(?:komma|delta"
        r"|vara\s+med|närvara|medverka)|(?:who\s+)?can\s+(?:come|attend|make\s+it)|representant(?:er)?"
        r"|på\s+plats|närvarande|available|tillgänglig)"
        r"|orepresenterade?",
    ),
    (
        "DECLINE",
        r"avböjer|avböja|(?:tackar|tacka|tackat|tackade|säger|sagt)\s+nej|avstår|avstå|viker|ställer\s+in\s+mig"
        r"|declines?|declining|decline",
    ),
    ("HINDER", r"(?:anmält\s+)?förhinder|förhindrade?(?:\s+från)?|(?:är\s+)?prevented"),
    ("ABSENCE", r"(?:som\s+|as\s+)?(?:frånvaro|frånvarande|absence|absent)|saknas|fattas|is\s+missing|are\s+missing"),
    (
        "AWAY",
        r"(?:på\s+|on\s+|iväg\s+på\s+|off\s+|out\s+)?(?:bortrest|bortresta|borta|sjuk|sjuka|sjukskriven|sjukanmäld"
        r"|krasslig|förkyld|magsjuk|vabbar|vabba|vabb|vab|ledig|lediga"
        r"|semester|tjänstledig|föräldraledig|kurs|konferens|utbildning|tjänsteresa|resa|resande\s+fot|utomlands"
        r"|upptagen|upptaget|uppbokad|fullbokad|(?:dubbelbokat|dubbelbokade|dubbelboka[rt]?)\s+(?:mig|mej|oss)"
        r"|dubbelbokad|(?:inte|ej|not)\s+(?:anträffbar|tillgänglig|available)|tied\s+up|booked(?:\s+(?:up"
        r"|solid))?|otherwise\s+engaged|ooo|o\.o\.o|out\s+of\s+office"
        r"|(?:ligger|hemma)\s+(?:hemma\s+)?(?:sjuk|däckad|nerbäddad|i\s+(?:feber|influensa|magsjuka)"
        r"|med\s+(?:feber\w*|influensa\w*|magsjuk\w*|vinterkräksjuka\w*|sjukt?\w*\s+barn\w*))|ligger\s+hemma"
        r"|hemma\s+och\s+vabbar"
        r"|sick|ill|away|(?:on\s+|parental\s+)leave|holiday|vacation|busy|double-booked|unavailable|travelling"
        r"|traveling|otillgänglig)",
    ),
    (
        "MISS",
        r"(?:måste|får)\s+(?:missa|hoppa\s+över|skippa)|missar|missa|skippar|hoppar\s+över|står?\s+över|miss|missing"
        r"|skip|skipping|utebl(?:ir|i|ev)|uteblivit|bail(?:ing)?(?:\s+(?:on|out))?|sit\s+(?:this|that|it"
        r"|tuesday'?s?)(?:\s+one)?\s+out"
        r"|back(?:a|ar|ing)?\s+(?:ur|out)(?:\s+of)?|drar?\s+(?:mig|mej|oss|sig)\s+ur"
        r"|(?<=jag\s)passar(?!\s+(?:bra|fint|in\b|ihop|utmärkt|perfekt|på\s+att))"
        r"|(?<=i'll\s)pass(?:\s+on)?|(?<=to\s)pass(?:\s+on)?|give\s+(?:it|this\s+one|tuesday)\s+a\s+miss"
        r"|lämnar?\s+(?:walk-?over|wo)",
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
    ("DO", r"do(?=\s+(?:the\s+\d|mon|tue|wed|thu|fri|this\s+(?:time|one)))"),
    (
        "INTO",
        r"(?:(?<!me\s)in(?:\s+(?:i|into))?(?=\s+(?:mötet|the\s+meeting|på|on|den|tisdag|tis)|\s*[,.!]|\s*$))"
        r"|efter\s+(?:utsatt\s+tid|start(?:en)?|början|att\s+(?:ni|vi)\s+(?:har\s+)?(?:börjat|startat))"
        r"|after\s+(?:the\s+start|you\s+start|kick-?off)",
    ),
    (
        "AFTERTHAT",
        r"(?:direkt|strax|rakt|genast|straight|right|directly|just)?\s*(?:därefter|efter\s+(?:det|detta)"
        r"|afterwards?|after\s+that|thereafter)"
        r"|(?:straight|right|directly)\s+(?:after|from\s+(?:there|it|that))|direkt\s+(?:därifrån|sen|sedan)"
        r"|sen\s+(?:direkt|därifrån)",
    ),
    (
        "ONWAY",
        r"på\s+(?:väg|ingång|g\b)|(?:on|in)\s+(?:my|the|his|her)\s+way|en\s+route|(?:fast|stuck"
        r"|sitter)\s+(?:fast\s+)?(?:i|in)\s+(?:trafiken|traffic|kö(?:n|er)?)|strax\s+(?:där|framme|inne"
        r"|på\s+plats|med)|snart\s+(?:där|framme)|(?:nearly|almost)\s+there",
    ),
    (
        "BYE",
        r"(?:får\s+)?tackar?\s+för\s+(?:mig|mej|oss)|hejdå|hej\s+då|bye(?:\s+(?:all|everyone|for\s+now))?"
        r"|tack\s+och\s+hej|cheerio|over\s+and\s+out",
    ),
    (
        "HARDSTOP",
        r"(?:an?\s+|ett\s+|en\s+)?(?:hard|hårt?|hårda|tight|tvärt)\s+(?:stopp?|gräns|out|deadline|limit)"
        r"|(?:ett\s+|en\s+)?stopp(?:tid)?|(?:bara\s+)?tid(?:\s+på\s+mig)?(?=\s+(?:till|fram|t\.?o\.?m))"
        r"|min\s+tid\s+är\s+(?:ute|slut)|only\s+(?:have\s+)?(?:time\s+)?until",
    ),
    # --- lateness
    ("LATER", r"(?:(?:lite|något|strax)\s+)?(?:senare|i\s+efterhand)|later|after\s+the\s+start"),
    (
        "TARDY",
        r"sen|sent|sena|försenade?|fördröjde?|senförsenad|late|delayed|behind|held\s+up|sen\s+ankomst"
        r"|försening",
    ),
    # --- coming
    (
        "ATTEND",
        r"(?:va(?:ra)?|varit|finnas|sitta|bli|stanna|hänga|hålla\s+ut)\s+(?:me(?:d)?|där|dä|här|närvarande|kvar"
        r"|på\s+mötet)(?=\W|$)|ta\s+(?:mig|mej|oss|sig)\s+(?:dit|in|till\s+(?:er|stan|mötet|stadshuset))"
        r"|get\s+(?:there|to\s+(?:it|the\s+meeting))|komma\s+med|komma|delta(?:ga)?|närvara"
        r"|medverka|dyka\s+upp|ansluta(?:\s+mig)?|joina|tillkomma|infinna\s+(?:mig|sig)"
        r"|hänga\s+på|haka\s+på|make\s+it|be\s+(?:there|here|present|attending|in|joining|coming"
        r"|able\s+to\s+(?:come|attend|join|make\s+it))|attend|stay|join(?:\s+(?:in|you|us))?"
        r"|come(?:\s+along)?|participate|show\s+up|make\b(?=\s+(?:it|the|on|mon|tues|wednes|thurs|fri|tomorrow))",
    ),
    (
        "ATTENDED",
        r"var\s+(?:också\s+|även\s+)?(?:med|där|här|närvarande)|deltog|närvarade|medverkade|anslöt(?:\s+sig)?"
        r"|dök\s+upp|tillkom|inställde\s+sig|infann\s+sig|klev\s+in|droppade\s+in"
        r"|was\s+(?:also\s+)?(?:there|here|present)|were\s+(?:there|present)"
        r"|attended|joined|kom|came|(?:har|är)\s+(?:nu\s+)?(?:anslutit|kommit|anlänt|tillkommit)|anlände"
        r"|arrived|has\s+(?:joined|arrived)",
    ),
    (
        "ATTENDS",
        r"(?:är|e|ä|blir|finns|sitter|stannar|hänger)\s+(?:också\s+|även\s+|å\s+)?(?:kvar|med(?!\s+(?:dig|er"
        r"|dem|dom|oss))|mä(?=\W|$)|me(?=\W|$)|här|där|inne"
        r"|närvarande)|kommer(?!\s+från\s+(?!kl\b|\d))(?!\s+(?:(?:jag|vi|tyvärr|dessvärre|inte|ej|dock|nu|nog|också"
        r"|även|alltså|heller|troligen)\s+){0,4}(?:att|behöva|kunna|vara|hinna|delta|närvara|medverka|komma|ha|bli"
        r"|missa|gå|vilja|ansluta|få)\b)|deltar|närvarar|medverkar|stannar|tillkommer|anländer|arrives?"
        r"|infinner\s+sig|tar\s+(?:mig|mej|oss|sig)\s+(?:dit|till\s+(?:er|stan|mötet|stadshuset))"
        r"|hänger\s+med(?!\s+i)|dyker\s+upp|joinar|hakar\s+på"
        r"|hänger\s+på|ansluter(?:\s+(?:mig|sig))?|(?:is|are|am|'m"
        r"|’m)\s+(?:also\s+)?(?:coming|attending|joining|here|there|present|in)"
        r"|coming|attending|joining|attends|joins|comes",
    ),
    ("NOTEOUT", r"räkna\s+(?:inte\s+med|bort)|count\s+me\s+out|excuse"),
    (
        "COUNTME",
        r"(?:räkna\s+(?:också\s+)?(?:med|in)|räkna|(?:skriv|sätt|skriva|sätta)\s+(?:upp|in|dit)|anmäl(?:er)?"
        r"|anmäla|(?:prick\s?a|bocka|kryssa|checka)\s+(?:av|för|in)|(?:sätta?|sätt)\s+(?:ett\s+)?kryss|(?:lägg"
        r"|ta|tag)\s+(?:med|in|till)(?=\s+mig)|lägg(?=\s+mig)|count|put|mark|tick|list|pencil"
        r"|sign\s+up)(?=\s)",
    ),
    (
        "DOWN",
        r"(?:down|off|up|in)(?=\s+(?:for|as|please|on|to|i\b|i'm)|\s*[,.!]|\s*$)|som\s+(?:närvarande|deltagare"
        r"|anmäld|deltagande|med)|as\s+(?:present|attending|coming|a\s+yes)",
    ),
    ("MEIN", r"count\s+me\s+in|i'?m\s+in\b"),
    # --- leaving
    (
        "GO",
        r"(?:avvek|försvinn(?:er|a)|försvann|bryt(?:er|a)\s+upp|bröt\s+upp|drog|stack|kilade|logga(?:r"
        r"|de)?\s+(?:ut|ur|av)|(?:hoppa|hoppade|släpp|släppa|släppte|klev|kliv|kliva|kopplar|vik|vika|vek|drop"
        r"|hop|sign|log)(?:er|ar|s|ping|ning|ging|ped)?\s+(?:av|off|out)|viker|viken|jump(?:ing)?(?:\s+(?:off"
        r"|out))?|bounce|dash|shoot\s+off|step(?:ping)?\s+out|get\s+going|be\s+(?:off|out|gone|going)"
        r"|take\s+off|head(?:ing)?|ge\s+(?:mig|mej|mä|sig)(?=\s+(?:iväg|av))|gå|går|gick|lämna|lämnar|lämnade"
        r"|avvika|avviker|sticka"
        r"|sticker|kila|kilar|dra|drar|smita|smiter|rusa|rusar|springa|springer|loggar\s+ur|kopplar\s+ner|bryta"
        r"|bryter"
        r"|droppar|droppa|pallra\s+(?:mig|mej)|bege\s+(?:mig|mej)|röra\s+(?:på\s+mig|mig\s+vidare)|leave|leaves"
        r"|leaving|left|drop|dropping|log|head|run|hoppa|hoppar)(?:\s+(?:ifrån|vidare"
        r"|iväg|härifrån|hemåt|ur|av|ut|off|out|of|härifrå))?(?:\s+(?:till|to|på|mot|for)\s+(?:ett\s+|en\s+"
        r"|an\s+|my\s+|mitt\s+|min\s+)?(?:nästa|annat|annan|another|next|other)(?:\s+(?:möte|grej|sak|call"
        r"|meeting|thing|uppdrag|samtal|appointment|engagement))?)?|vidare(?:\s+(?:till|to)\s+(?:ett\s+"
        r"|en\s+)?(?:nästa|annat|annan)(?:\s+(?:möte|grej|sak|uppdrag|samtal))?)?",
    ),
    ("GONE", r"(?:har|has|have)\s+(?:just\s+|nu\s+)?(?:gått|lämnat|left)"),
    ("EARLY", r"(?:lite\s+)?(?:tidigare|i\s+förtid|innan\s+slutet|före\s+slutet|early|earlier)"),
    (
        "MUST",
        r"måste|behöver|tvungen\s+att|tvungna\s+att|tvingas(?:\s+att)?|nödgas|nödd\s+att|lär\s+(?:få|behöva)"
        r"|(?:have|has|need|needs)\s+to|must|gotta|got\s+to|better|kommer\s+behöva"
        r"|kommer\s+att\s+behöva",
    ),
    # --- being able, being, having
    ("ABLE", r"har\s+möjlighet\s+att|kan|kunde|kunna|can|could|able\s+to|möjlighet\s+att|hinner|hinna|hann"),
    (
        "UNABLE",
        r"unable\s+to|not\s+able\s+to|har\s+inte\s+möjlighet\s+att|oförmögen\s+att"
        r"|ser\s+ingen\s+möjlighet\s+att|har\s+ingen\s+möjlighet\s+att|saknar\s+möjlighet\s+att",
    ),
    (
        "WILL",
        r"ska|skall|tänker|tänkt(?=\s+(?:vara|komma|delta))|kommer|lär|vill|ämnar|siktar\s+på\s+att"
        r"|räknar\s+med\s+att|har\s+lovat(?:\s+att)?|(?:has|have)\s+(?:agreed|offered|promised)\s+to"
        r"|har\s+(?:erbjudit\s+sig|sagt\s+ja\s+till)\s+att|will|'ll|going\s+to|gonna|planerar\s+att|avser\s+att"
        r"|intend\s+to|plan(?:ning)?\s+(?:to|on)|aim(?:ing)?\s+to|want\s+to|prioriterar\s+att",
    ),
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
        r"|works|suits)(?:\s+(?:för|for))?",
    ),
    ("ALSO", r"också|oxå|också|too|as\s+well|likaså|även|also"),
    ("METOO", r"(?:jag|ja|mig)\s+(?:med|me|också|oxå)(?=[\s\W]*$)|me\s+too|so\s+(?:am|will)\s+i"),
    ("HERE", r"(?:som\s+|as\s+)?(?:här|ansluten|inloggad|connected|here|inne|närvarande|present)|ja\s+här"),
    ("FOR", r"(?:för|åt|for)(?=\s+(?:mig|mej|me|henne|honom|her|him|hen|(?-i:[A-ZÅÄÖ])))"),
    ("YOU", r"ni|du|you"),
    ("SAME", r"samma\s+(?:här|för\s+mig)|same\s+here|dito|ditto"),
    ("EVERYBODY", r"alla|samtliga|everybody|everyone"),
    # --- persons
    ("RELATIVE", r"hon|han|hen|henne|honom|she|he|him|they|them|dom"),
    ("PLACEOF", r"(?:tar\s+)?(?:ställe|plats|stol|räkning|vägnar|stead|seat|place|spot|behalf)"),
    ("TO", r"mot|with|by"),
    ("OURS", r"(?:från|hos|på|from|at)\s+(?:oss|vår\s+(?:enhet|sida|organisation)|us|our\s+(?:side|unit|office))"),
    ("IT", r"det|den|it"),
)

_ANY_PHRASE = "|".join(rf"(?P<{sign}>(?:{pattern})(?![\w]))" for sign, pattern in _PHRASES)
PHRASE = re.compile(_ANY_PHRASE, re.IGNORECASE)
_PHRASE_IN_SMALL_LETTERS = re.compile(_ANY_PHRASE)
# After these a capital tells whether a name follows.
_BEFORE_NAMES = ("för", "åt", "for")


def phrase_at(text: str, lowered: str, at: int) -> re.Match[str] | None:
    """Find the phrase at a place of a text that is given in small letters too: those are compared at half the cost."""
    if len(lowered) != len(text) or lowered.startswith(_BEFORE_NAMES, at):
        return PHRASE.match(text, at)
    return _PHRASE_IN_SMALL_LETTERS.match(lowered, at)


# The English I, told from the Swedish preposition by the verb after it.
ENGLISH_I = re.compile(
    r"i\s+(?:are|both|do|didn't|don't|can|can't|cant|cannot|could|couldn't|will|won't|wont|have|am|need|must"
    r"|may|might|would|do|don't|was"
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
    **dict.fromkeys(("i've", "ive"), ("ME", "HAVE")),
    **dict.fromkeys(("i'd",), ("ME", "HEDGE")),
    **dict.fromkeys(("wouldn't", "wouldnt"), ("HEDGE", "NOT")),
    **dict.fromkeys(("wasn't", "weren't"), ("WAS", "NOT")),
    **dict.fromkeys(("you'll",), ("YOU", "WILL")),
    **dict.fromkeys(("we'll",), ("WE", "WILL")),
    **dict.fromkeys(("he's", "she's"), ("RELATIVE", "BE")),
    **dict.fromkeys(("he'll", "she'll", "they'll"), ("RELATIVE", "WILL")),
    **dict.fromkeys(("jag", "jg", "jaj", "mig", "mej", "me", "myself", "undertecknad"), ("ME",)),
    **dict.fromkeys(("vi", "we"), ("WE",)),
}

# Said in passing: they may stand anywhere in what is understood, and change nothing in it.
PASSING = frozenset(
    """
    tyvärr dessvärre ledsen beklagar sorry unfortunately sadly afraid gärna tack tackar thanks thank thx hej hejsan
    hallå tjena hello hi hey god morgon morgonen morrn eftermiddag kväll good morning afternoon allihop allihopa
    gänget självklart absolut såklart givetvis javisst jajamän yes ja jo japp jepp okej ok jadå nej no ju faktiskt
    bara just precis endast only självfallet naturligtvis of course sure även åtminstone hursomhelst lugnt då där
    there nu now idag today därför alltså dock still ändå på i till för från under vid med de att to the at on in
    for from by som vanligt vanligtvis usual as alltid always igen again själv också oxå å too also iallafall plus
    och and own fyi btw ps obs pls please snälla min mina mitt del part our vår våra själva både both förlåt ursäkta
    excuse apologise jaha åh oj ops men hela ganska bra fint well redan already ikväll my visst klart klar härmed
    förresten actually definitely certainly surely regretfully really absolutely indeed anyway förrän tidigast
    istället jomen nämligen verkligen säkerligen bestämt tusan minst ungefär yeah yep yup nope nix sådär såja hm hmm
    öh asså såatt tyvär tyvvär thankfully luckily heller dit hit up upp två tre we're dear kära vänner folks all
    guys team mycket very mkt snabbt kort quick strax mvh hälsningar hälsn vänligen vänliga hör ses see seeing
    looking forward alla everyone er dig båda först ca cirka kring runt efter fram kl klockan about around omkring
    typ senast hans hennes sin sitt sina his her their its bli gör göra finns kommentar detta deras sagt said förra
    gången nä nja
    """.split()
)

# Other gatherings than the group's, and what people do between meetings.
ELSEWHERE = re.compile(
    r"\b(?:\w*(?:lunch|fika|afterwork|nämnd|styrgrupp|ledningsgrupp|arbetsgrupp|referensgrupp|styrelse|apt"
    r"|planeringsdag"
    r"|konferens|utbildning|kurs|seminari|fest|frukost|middag|intervju|kontor)\w*|aw|board|steering|committee"
    r"|breakfast"
    r"|dinner|party|training|office|workshop|standup|ringa|mejla|hälsa\s+på|besök\w*|förbi|tillbaka|back|home|hem)\b",
    re.IGNORECASE,
)

# After these comes a reason, which is nobody's business.
REASONS = re.compile(
    r"(?:pga|p\.g\.a\.?|på\s+grund\s+av|eftersom|för\s+(?:att|jag|vi|det|min|mitt|mina)|ggn|p\s?g\s?a|iom"
    r"|i\s+och\s+med|på\s+g\s+av|beror\s+på|medan|while|owing|då\s+(?:jag|det|vi|min)"
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
    r"\s*(?:(?:hej|hallå|btw|men|och|så)[\s,!]+)?(?:vem|vill\s+(?:du|ni|någon|nån|alla)|får\s+(?:man|vi|jag)"
    r"|behöver\s+(?:vi|jag|man|alla)|måste\s+(?:vi|man|alla)|kan\s+man|should|must|may\s+i|is\s+there|vilka"
    r"|vilken|vad|när|hur|varför|vart|var(?=\s+(?:är|ska|ses"
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
