"""What people say of coming, being late and leaving, and the small words between; a sign for each."""

from __future__ import annotations

COMING: tuple[tuple[str, str], ...] = (
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
        r"|medverka|stanna|dyka\s+upp|ansluta(?:\s+mig)?|joina|tillkomma|infinna\s+(?:mig|sig)"
        r"|hänga\s+på|haka\s+på|make\s+it|be\s+(?:there|here|present|attending|in|joining|coming"
        r"|able\s+to\s+(?:come|attend|join|make\s+it))|attend|stay|join(?:\s+(?:in|you|us))?"
        r"|come(?:\s+along)?|participate|show\s+up|(?:slip|pop|sneak|drop|hop)\s+in|(?:slinka|smyga|glida|komma|kliva)\s+in|make\b(?=\s+(?:it|the|on|mon|tues|wednes|thurs|fri|tomorrow))",
    ),
    (
        "ATTENDED",
        r"var\s+(?:också\s+|även\s+)?(?:med|där|här|närvarande)|deltog|närvarade|medverkade|came\s+in|(?:klev"
        r"|kom|droppade|hoppade)\s+(?:in|på)|anslöt(?:\s+sig)?|dök\s+upp|tillkom|inställde\s+sig|infann\s+sig"
        r"|klev\s+in|droppade\s+in"
        r"|was\s+(?:also\s+)?(?:there|here|present)|were\s+(?:there|present)"
        r"|attended|joined|kom|came|(?:har|är)\s+(?:nu\s+|precis\s+)?(?:jag\s+)?(?:anslutit|kommit(?:\s+in)?"
        r"|anlänt|tillkommit)|anlände"
        r"|arrived|has\s+(?:joined|arrived)",
    ),
    (
        "ATTENDS",
        r"(?:är|e|ä|blir|finns|sitter|stannar|hänger)\s+(?:också\s+|även\s+|å\s+)?(?:framme|dä(?=\W|$)|kvar|med(?!\s+(?:dig|er"
        r"|dem|dom|oss))|mä(?=\W|$)|me(?=\W|$)|här|där|inne"
        r"|närvarande)|kommer(?!\s+från\s+(?!kl\b|\d))(?!\s+(?:(?:jag|vi|tyvärr|dessvärre|inte|ej|dock|nu|nog|också"
        r"|även|alltså|heller|troligen)\s+){0,4}(?:att|behöva|kunna|vara|hinna|delta|närvara|medverka|komma|ha|bli"
        r"|missa|gå|vilja|ansluta|få)\b)|deltar|närvarar|medverkar|stannar|tillkommer|anländer|arrives?"
        r"|(?:slinker|smyger|glider|rullar|trillar|ramlar|kliver)\s+in(?!\s+(?:en|ett|några|på\s+(?:en|ett)|som)\b)"
        r"|hoppar\s+på(?=\s+(?:via|mötet|länk|teams|zoom|digital))|with\s+you(?=\s+in\b)|infinner\s+(?:jag\s+)?(?:sig|mig|mej)|tar\s+(?:mig|mej|oss|sig)\s+(?:dit|till\s+(?:er|stan|mötet|stadshuset))"
        r"|hänger\s+med(?!\s+i)|dyker\s+upp|joinar|hakar\s+på"
        r"|hänger(?:\s+på(?!\s+(?:länk|skärm|teams|zoom|video))|(?=\s+på\s))|ansluter(?:\s+(?:mig|sig))?|(?:is|are|am|'m"
        r"|’m)\s+(?:also\s+)?(?:coming|attending|joining|here|there|present|in)"
        r"|coming|attending|joining|attends|joins|comes",
    ),
    ("NOTEOUT", r"räkna\s+(?:inte\s+med|bort)|count\s+me\s+out|excuse"),
    (
        "COUNTME",
        r"(?:räkna\s+(?:också\s+)?(?:med|in)|räkna|(?:skriv|sätt|skriva|sätta)\s+(?:upp|opp|in|dit|ner)|lägg\s+in(?=\s+mig)|put(?=\s+my\s+name)|anmäl(?:er)?"
        r"|anmäla|(?:prick\s?a|bocka|kryssa|checka)\s+(?:av|för|in)|(?:sätta?|sätt)\s+(?:ett\s+)?kryss|(?:lägg"
        r"|ta|tag)\s+(?:med|in|till)(?=\s+mig)|lägg(?=\s+mig)|count|put|mark|tick|list|pencil|sign"
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
        r"(?:avlägsnar?\s+(?:mig|mej|sig)|slip(?:ping)?\s+(?:away|out)|åka|åker|avvek|försvinn(?:er|a)|försvann|bryt(?:er|a)\s+upp|bröt\s+upp|drog|stack|kilade|logga(?:r"
        r"|de)?\s+(?:ut|ur|av)|(?:hoppa|hoppade|släpp|släppa|släppte|klev|kliv|kliva|kopplar|vik|vika|vek|drop"
        r"|hop|sign|log|duck|bow|nip)(?:er|ar|s|ping|ning|ging|ped|ged|ped|ed)?\s+(?:av|off|out)|viker|viken"
        r"|jump(?:ing)?(?:\s+(?:off"
        r"|out))?|bounce|dash|shoot\s+off|step(?:ping)?\s+out|get\s+going|be\s+(?:off|out|gone|going)"
        r"|take\s+off|head(?:ing)?|ge\s+(?:mig|mej|mä|sig)(?=\s+(?:iväg|av))|gå|går|gick|lämna|lämnar|lämnade"
        r"|avvika|avviker|sticka"
        r"|sticker|kila|kilar|dra|drar|smita|smiter|rusa|rusar|springa|springer|kuta|kutar|kubba|kubbar|loggar\s+ur|kopplar\s+ner|bryta"
        r"|bryter"
        r"|droppar|droppa|pallra\s+(?:mig|mej)|bege\s+(?:mig|mej)|röra\s+(?:på\s+mig|mig\s+vidare)|leave|leaves"
        r"|leaving|left|drop|dropping|log|head|run|hoppa|hoppar)(?:\s+(?:ifrån|vidare"
        r"|iväg|hem|hemåt|härifrån|ur|av|ut|off|out|of|härifrå))?(?:\s+(?:till|to|på|mot|for)\s+(?:ett\s+|en\s+"
        r"|an\s+|my\s+|mitt\s+|min\s+)?(?:nästa|annat|annan|another|next|other)(?:\s+(?:möte|grej|sak|call"
        r"|meeting|thing|uppdrag|samtal|appointment|engagement))?)?|vidare(?:\s+(?:till|to)\s+(?:ett\s+"
        r"|en\s+)?(?:nästa|annat|annan)(?:\s+(?:möte|grej|sak|uppdrag|samtal))?)?",
    ),
    ("GONE", r"(?:har|has|have)\s+(?:just\s+|nu\s+)?(?:gått|lämnat|left)"),
    ("EARLY", r"(?:lite\s+)?(?:tidigare|i\s+förtid|innan\s+slutet|före\s+slutet|early|earlier)"),
    (
        "MUST",
        r"måste|måst|behöver|tvungen\s+att|tvungna\s+att|tvingas(?:\s+att)?|nödgas|nödd\s+att|lär\s+(?:få|behöva)"
        r"|(?:have|has|need|needs)\s+to|must|gotta|got\s+to|better|kommer\s+behöva"
        r"|kommer\s+att\s+behöva",
    ),
    # --- being able, being, having
    ("ABLE", r"har\s+möjlighet\s+att|kan|kunde|kunna|can|could|able\s+to|möjlighet(?:\s+att)?|hinner|hinna|hann"),
    (
        "UNABLE",
        r"unable\s+to|not\s+able\s+to|har\s+inte\s+möjlighet\s+att|oförmögen\s+att"
        r"|ser\s+ingen\s+möjlighet\s+att|har\s+ingen\s+möjlighet\s+att|saknar\s+möjlighet\s+att",
    ),
    (
        "WILL",
        r"har\s+för\s+avsikt\s+att|ska|skall|tänker|tänkt(?=\s+(?:vara|komma|delta))|kommer|lär|vill|ämnar|siktar\s+på\s+att"
        r"|räknar\s+med\s+att|har\s+lovat(?:\s+att)?|(?:has|have)\s+(?:agreed|offered|promised)\s+to"
        r"|har\s+(?:erbjudit\s+sig|sagt\s+ja\s+till)\s+att|will|'ll|going\s+to|gonna|planerar\s+att|avser\s+att"
        r"|intend\s+to|plan(?:ning)?\s+(?:to|on)|aim(?:ing)?\s+to|want\s+to|prioriterar\s+att",
    ),
    ("WAS", r"var|was|were"),
    ("BECOME", r"blir|bli|blev|running|runnin|runs|get"),
    ("BE", r"sitting|är|e|ä|sitter|heter|vara|va|varit|is|are|am|be"),
    ("HAVE", r"har|fick|får|få|have|has|had|got|fått"),
    (
        "GIVE",
        r"lämna[rt]?|ge[r]?|meddela[rt]?|skicka[rt]?|anmäl(?:er|a|t|de)?|ringt|ringer|ringde|tar|ta|registrera"
        r"|notera|sätt|skriv|report(?=\s+(?:me|myself|absen))|give|send|sends|sending|sent|note|register",
    ),
    ("NOTIN", r"(?:inte|int|ej|icke|not)\s+(?:med|me|här|där|på\s+plats|närvarande|here|there|in)"),
    ("NOT", r"neither|inte|int|ej|icke|inge|not|never|varken"),
    # --- the meeting itself
    (
        "MEETING",
        r"(?:(?:på|till|i|för|från|vid|av|under|at|to|for|from|the)\s+)?(?:(?:det|dagens|morgondagens|vårt|nästa"
        r"|our|today's|tomorrow's|the|this)\s+)?"
        r"(?:när\s+(?:ni|vi|mötet|det)\s+(?:börjar|startar|drar\s+i\s?gång|kör\s+i\s?gång|öppnar|sätter\s+i\s?gång)"
        r"|when\s+(?:you|we|it)\s+starts?|denna\s+gång(?:en)?|den\s+här\s+gången|this\s+time|mötet|möte|mötena|mysam(?:-?mötet|möte)?"
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
    ("MYNAME", r"(?:my|mitt)\s+(?:name|namn)"),
    ("HERE", r"framme|(?:som\s+|as\s+)?(?:här|ansluten|inloggad|connected|here|inne|närvarande|present)|ja\s+här"),
    ("FOR", r"(?:för|åt|for)(?=\s+(?:mig|mej|me|henne|honom|her|him|hen|(?-i:[A-ZÅÄÖ])))"),
    ("YOU", r"ni|du|you"),
    ("SAME", r"samma\s+(?:här|för\s+mig)|same\s+here|dito|ditto"),
    ("EVERYBODY", r"alla|samtliga|everybody|everyone"),
    # --- persons
    ("RELATIVE", r"hon|han|hen|henne|honom|she|he|him|they|them|dom"),
    ("PLACEOF", r"(?:tar\s+)?(?:ställe|plats|stol|räkning|vägnar|stead|seat|place|spot|behalf)"),
    ("TO", r"mot|with|by|av|genom|through"),
    ("REPLACED", r"ersätts|ersattes"),
    ("OURS", r"(?:från|hos|på|from|at)\s+(?:oss|vår\s+(?:enhet|sida|organisation)|us|our\s+(?:side|unit|office))"),
    ("IT", r"det|den|dä|it|de(?=\s+(?:går|blir|funkar|passar|ser|kör|skär|krockar|på)\b)"),
)
"""Signs and their patterns, the longer before the shorter: of two that fit the first counts."""
