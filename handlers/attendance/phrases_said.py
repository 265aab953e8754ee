"""What people say in passing, of standing in, of how and how long, and in others' names; a sign for each."""

from __future__ import annotations

SAID: tuple[tuple[str, str], ...] = (
    # --- said in passing, in several words
    (
        "PASSING",
        r"trots\s+allt|i\s+så\s+fall|(?:tack(?:ar)?\s+för|thanks\s+for|thank\s+you\s+for)\s+(?:kallelsen|inbjudan"
        r"|påminnelsen|the\s+(?:invit(?:e|ation)|reminder))|(?:happy|glad|pleased|delighted)\s+to(?=\s+accept)"
        r"|te(?=\s+(?:kl|klockan|halv|kvart|\d|ett|två|tre|mötet)\b)|after\s+all|i\s+(?:alla|vilket)\s+fall(?:\s+som\s+helst)?|till\s+slut|äntligen|just\s+nu"
        r"|(?:bara\s+)?så\s+(?:att\s+)?(?:ni|du|alla)\s+vet|(?:just\s+)?so\s+you(?:\s+all)?\s+know"
        r"|(?:for|on)\s+my\s+part|(?:from|från)\s+(?:min|my|our|vår)\s+(?:sida|side)"
        r"|om\s+(?:det\s+)?(?:är|går)\s+(?:ok|okej|bra)|if\s+that(?:'?s|\s+is)\s+ok(?:ay)?|är\s+(?:du|ni)\s+snälla?"
        r"|i(?:'?m|\s+am)\s+afraid|i\s+fear|sorry\s+to\s+say|som\s+(?:sagt|lovat|planerat|det\s+ser\s+ut)"
        r"|as\s+(?:planned|promised|things\s+stand)|av\s+olika\s+(?:skäl|anledningar)|med\s+kort\s+varsel"
        r"|(?:happy|glad|pleased|delighted)\s+to\s+(?:confirm|say)(?:\s+that)?|please\s+accept"
        r"|(?:(?:vill|ville|kan|måste|får|skulle\s+vilja)\s+)(?:jag\s+)?(?:bara\s+|härmed\s+)?(?:meddela|säga|hälsa"
        r"|informera\s+om|bekräfta)\s+att|(?:(?:just\s+)?want(?:ed)?"
        r"|need)\s+to\s+let\s+you\s+(?:all\s+)?know(?:\s+that)?"
        r"|hör\s+av\s+(?:mig|mej)|på\s+(?:ett|något)\s+(?:eller|annat)\s+annat\s+sätt|för\s+säkerhets\s+skull"
        r"|som\s+(?:brukligt|bruket|överenskommet|avtalat)|får\s+lov\s+att|(?:jag\s+)?ser\s+(?:mig|mej|sig|oss)\s+"
        r"(?:nödsakade?|tvungen|tvungna|föranlåten|föranledd)\s+att"
        r"|(?:å|o|och)\s+väntar(?:\s+(?:på\s+)?er)?|till\s+er(?=\W|$)"
        r"|som\s+(?:ordinarie|vanlig)\s+(?:ledamot|deltagare)|if\s+(?:possible|you\s+don't\s+mind)|om\s+möjligt",
    ),
    # --- what does not go together with the meeting, and whom that keeps away
    ("MYPART", r"för\s+(?:min|vår)\s+(?:egen\s+)?del"),
    (
        "CLASH",
        r"(?:skär|skar)\s+(?:det\s+)?sig|krockar|kolliderar|krockade|spricker|sprack|kärvar|kör(?:t|de)?\s+ihop\s+sig|clash(?:es)?|conflicts",
    ),
    # --- to be put down as something else than before
    ("CHANGE", r"ändrar?|gör\s+om|switch|change|flytta(?:r)?(?=\s+(?:över\s+)?mig)"),
    # --- standing in for somebody
    ("PLUS", r"\+\s?1"),
    (
        "WITHOUT",
        r"(?:(?:ni|får|kan|måste|bli|blir|kör|köra|klara|klarar|ta|mötas|ses|carry\s+on|crack\s+on|er|det|den|you|will|have\s+to|manage"
        r"|go|do)\s+){0,6}(?<!börja\s)(?<!start\s)(?<!starta\s)(?<!begin\s)(?:utan\s+m[ie][gj]|without\s+me)",
    ),
    (
        "ASKED",
        r"låter|har\s+bett|bad(?!\s+(?:mig|oss)\s+(?:att\s+)?(?:hälsa|säga|meddela|framföra|lämna|anmäla))"
        r"|har\s+frågat|have\s+asked|asked(?!\s+me)",
    ),
    (
        "MYSTEAD",
        r"(?:i|på|tar|ta|tagit|övertar|intar)\s+(?:min\s+(?:plats|stol|ställe)|mitt\s+ställe)|för\s+min\s+räkning"
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
    (
        "REPLACEDBY",
        r"(?:ersätts|ersattes|ersatt|vikarieras|represent(?:eras|erad)|represented|is\s+replaced"
        r"|replaced)\s+(?:av|by)",
    ),
    ("SWAP", r"byt(?:er|a)?(?:\s+ut)?|replace\b(?=.{0,60}\s(?:with|by)\s)|swap|ersätt\b(?!\s+av)"),
    (
        "REPLACE",
        r"(?:ersätter|ersatte|ersätta|(?:vikarierar|vikariera)\s+för|representera[rt]?|represent(?:s|ing)?|företräder"
        r"|avlöser|tjänstgör(?:a|ande)?\s+för|(?:subbar|subba|vickar|vicka)\s+för|(?:hoppar|hoppa|hoppade|går|gå|gick|kliver|kliva|rycker"
        r"|rycka|sitter|sitta|träder|ställer|ryckte)"
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
        r"|som\s+(?:ers|vik)\b\.?|ställer\s+upp|vikarierar|tjänstgör(?=\s+i\b)"
        r"|as\s+(?:a\s+)?substitute",
    ),
    (
        "SUBST",
        r"(?:en\s+|a\s+|tjg\.?\s+|tjänstgörande\s+)?(?:ersättare|ersättaren|vikarie|vikarien|suppleant|substitute|sub"
        r"|stand-in|replacement|deputy|ers\.?(?=\s+för\b)|vik\.?(?=\s+för\b))",
    ),
    ("SEND", r"skickar|skicka|skickat|sänder|sända|send|sends|sending"),
    (
        "SOON",
        r"(?:om|in|inom|within)\s+(?:ca\s+|cirka\s+|typ\s+|about\s+|max\s+)?(?:(?:\d{1,2}|fem|tio|femton|tjugo"
        r"|five|ten|fifteen"
        r"|twenty)\s?(?:minuter|minutes|min|mins|m)\b|en\s+(?:kvart|halvtimme|timme)|ett\s+par\s+minuter"
        r"|half\s+an\s+hour|a\s+(?:minute|sec)|en\s+(?:minut|stund)"
        r"|några\s+minuter|a\s+few(?:\s+minutes|\s+mins)?|(?:\d{1,2}|fem|tio|femton|tjugo|five|ten|fifteen|twenty)(?=\s*(?:[,.!]|\Z)))",
    ),
    # --- a wish, a guess, a condition: said of these, nothing is sure
    (
        "HEDGE",
        r"(?:bra|kul|roligt|skönt|tråkigt|synd|trist|good|nice|glad|great)\s+(?:att|that|om|if)\b|får\s+se"
        r"|hade\s+(?:tänkt|planerat|hoppats)(?:\s+(?:på\s+)?att)?|vill\s+(?:att|ha)|hoppas|hoppades"
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
        r"kopplar?\s+(?:upp|in)(?:\s+(?:mig|sig|oss))?|hemma\s+(?:med|vid|framför|på)\s+(?:min\s+)?(?:datorn?|skärmen)"
        r"|(?:på|från|med)\s+(?:min\s+)?(?:datorn?|paddan|mobilen|laptopen|skärmen)(?:\s+(?:hemma|hemifrån))?"
        r"|on\s+(?:the\s+|my\s+)?(?:screen|laptop)|(?:tar\s+det\s+)?(?:på|via|med|genom)\s+(?:en\s+"
        r"|the\s+)?(?:video|teams-?)?länk(?:en)?|(?:(?<=blir\s)|(?<=bli\s)|(?<=tar\s)"
        r"|(?<=kör\s))länk|(?:tar\s+det\s+)?(?:via|på|genom|över|i|on|over|through|by)\s+"
        r"(?:the\s+)?(?:teams(?:en|-?mötet)?|zoom|skype|meet|webben|webb|nätet|video(?:n)?|skärm(?:en)?|distans"
        r"|telefon(?:en)?|webex|phone|datorn|video\s+link|call(?=\s*(?:now|today|\W|$))|line)|(?:kör"
        r"|tar)\s+(?:teams|skärm(?:en)?|zoom|länk(?:en)?|video|distans)|blir\s+(?:skärm|länk|teams|zoom|distans)"
        r"(?=\s+(?:för|på|den|i\s?dag))"
        r"|digitalt?|digitally|online|on-line|remote(?:ly)?|virtuellt|virtually|uppkopplad|hemifrån|from\s+home"
        r"|(?:teams|zoom|video|länk|digitalt)(?=\s+(?:för|for)\s+(?:mig|me|min\s+del))|by\s+(?:phone|video|link)"
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
        r"(?:another\s+)?(?:(?:ca|cirka|c:a|typ|max|runt|ungefär|uppskattningsvis|kanske|about|around|some|approx)\.?\s+)?"
        r"(?:\d{1,2}(?=\s+(?:late|sen|sent|försenad|behind))|(?:\d{1,3}(?:\s?-\s?\d{1,3})?|fem|tio|femton|tjugo"
        r"|trettio|five|ten|fifteen|twenty"
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
        r"(?:hör\s+av\s+sig(?=\s+och\s+säger)|bad\s+(?:mig|oss)\s+(?:att\s+)?(?:hälsa|säga|meddela|framföra)|(?:låter|lät)\s+(?:hälsa|meddela)"
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
)
"""Signs and their patterns, the longer before the shorter: of two that fit the first counts."""
