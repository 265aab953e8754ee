"""What people say of staying away, of what keeps them and of when they must stop; a sign for each."""

from __future__ import annotations

AWAY: tuple[tuple[str, str], ...] = (
    # --- staying away
    (
        "REGRETS",
        r"(?:åter\s?bud(?:et)?|regrets|apologies(?:\s+for\s+absence)?|apology)(?:\s+(?:received|mottaget"
        r"|inkommet|inkommit|har\s+(?:inkommit|kommit)))?",
    ),
    (
        "ACCEPT",
        r"(?:kallelsen|inbjudan)\s+(?:accepteras|hörsammas)|(?:(?:tackar|tackat|tackade|tacka|säger|sagt)\s+ja"
        r"|accepterar|accepterat|hörsammar|accept(?:s|ed)?)"
        r"(?:\s+(?:till\s+)?(?:kallelsen?|inbjudan|mötesinbjudan|(?:the|your)\s+(?:meeting\s+)?invit(?:e|ation)))?",
    ),
    ("ATTENDANCE", r"närvaro|deltagande|medverkan|attendance|participation|presence"),
    ("CONFIRM", r"bekräfta[r]?|confirm(?:ing)?"),
    (
        "STRIKE",
        r"(?:ställ(?:er|a)?\s+in(?=\s+(?:min|mitt|vår|vårt)\s)|stryk(?:a)?|ta\s+bort|plocka\s+bort|avanmäl(?:er)?|take|cross|remove)",
    ),
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
        r"avböjer|avböja|(?:tackar|tacka|tackat|tackade|säger|sagt)\s+nej|avstår|avstå|viker(?!\s+(?:av|hädan"
        r"|iväg))|ställer\s+in\s+mig"
        r"|declines?|declining|decline",
    ),
    (
        "HINDER",
        r"sit\s+(?:this|that)(?:\s+one)?\s+out|(?:anmält\s+)?förhinder|(?:laga\s+)?förfall|förhindrade?(?:\s+från)?|(?:är\s+)?prevented",
    ),
    ("ABSENCE", r"(?:som\s+|as\s+)?(?:frånvaro|frånvarande|absence|absent)|saknas|fattas|is\s+missing|are\s+missing"),
    (
        "AWAY",
        r"(?:på\s+|on\s+|iväg\s+på\s+|off\s+|out\s+)?(?:bortrest|bortresta|borta|(?:jätte|dunder|super|as)?sjuk"
        r"|off\s+sick|sjuka|sjukskriven|sjukanmäld"
        r"|krasslig|förkyld|magsjuk|vabbar|vabba|vabb|vab|ledig|lediga"
        r"|semester|tjänstledig|föräldraledig|kurs|konferens|utbildning|tjänsteresa|resa|resande\s+fot|utomlands"
        r"|upptagen|upptaget|uppbokad|fullbokad|(?:dubbelbokat|dubbelbokade|dubbelboka[rt]?)\s+(?:mig|mej|oss)"
        r"|dubbelbokad|(?:inte|ej|not)\s+(?:anträffbar|tillgänglig|available)|tied\s+up|booked(?:\s+(?:up"
        r"|solid))?|otherwise\s+engaged|ooo|o\.o\.o|out\s+of\s+office"
        r"|(?:ligger|hemma)\s+(?:hemma\s+)?(?:sjuk|däckad|nerbäddad|i\s+(?:feber|influensa|magsjuka)"
        r"|med\s+(?:feber\w*|influensa\w*|magsjuk\w*|vinterkräksjuka\w*|sjukt?\w*\s+barn\w*))|ligger\s+hemma"
        r"|hemma\s+och\s+vabbar"
        r"|sick|ill|away|(?:on\s+|parental\s+)leave|holiday|vacation|busy|double-booked|unavailable|travelling|(?<='m\s)out(?=\s+(?:on|tomorrow|that)\b)"
        r"|traveling|otillgänglig)",
    ),
    (
        "MISS",
        r"(?:måste|får)\s+(?:missa|hoppa\s+över|skippa)|missar|missa|skippar|hoppar\s+över|står?\s+över|miss|missing"
        r"|skip|skipping|utebl(?:ir|i|ev)|uteblivit|avboka[rt]?|cancel(?:ling)?(?=\s+(?:the\s+\d|mon|tue|wed"
        r"|thu|fri|my\s))|prioriter(?:ar|a)\s+bort|kasta\s+in\s+handduken|klarar?\s+(?:tyvärr\s+)?(?:inte"
        r"|ej)(?=\s+(?:av\s+)?(?:mån|tis|ons|tors|fre|möte|den\s+\d))|bail(?:ing)?(?:\s+(?:on|out))?"
        r"|sit\s+(?:this|that|it"
        r"|tuesday'?s?)(?:\s+one)?\s+out"
        r"|bow(?:ing)?\s+out(?:\s+of)?|back(?:a|ar|ing)?\s+(?:ur|out)(?:\s+of)?|drar?\s+(?:mig|mej|oss|sig)\s+ur"
        r"|(?<=jag\s)passar(?!\s+(?:bra|fint|in\b|ihop|utmärkt|perfekt|på\s+att))"
        r"|(?<=i'll\s)pass(?:\s+on)?|(?<=to\s)pass(?:\s+on)?|give\s+(?:it|this\s+one|tuesday)\s+a\s+miss"
        r"|lämnar?\s+(?:walk-?over|wo)",
    ),
    (
        "OVER",
        r"(?:(?<=inte\s)|(?<=ej\s)|(?<=int\s))(?:över|förbi|loss|ifrån|iväg|undan|ihop)(?=\s+(?:det|till\s+er|i\s?dag|nu|på"
        r"|den|tis\w*|tyvärr|i\s+tid)\b|\s*[,.!;]|\s*$)|get\s+(?:away|free|out\s+of\s+here)|(?<=make\sit\s)over",
    ),
    ("NOBODY", r"(?:ingen|inga|nobody|no\s+one|noone)\s+(?:från|på|hos|from|at)"),
    (
        "DELEGATE",
        r"(?:representanten|representanterna|representant|vår\s+representant|ledamoten|the\s+representative"
        r"|representative)\s+(?:från|för|of|from|for)",
    ),
    (
        "NOSTART",
        r"(?:(?:hinner|kan|kommer)\s+)?inte\s+(?:hinna\s+)?(?:till|(?:vara\s+)?med\s+(?:från|i)"
        r"|i)\s+(?:start(?:en)?|mötesstart(?:en)?|inledningen"
        r"|början|tid)|(?:not|miss)\s+(?:be\s+there\s+)?(?:for\s+|from\s+)?the\s+(?:start|beginning)",
    ),
    (
        "SOMEBODY",
        r"(?:någon|nån|nå[tg]on|en|a|any|ingen)\s+(?:representant|ersättare|rep|representative|deltagare)|någon"
        r"|nån|anyone|anybody|someone|somebody",
    ),
    ("REPRESENTED", r"representera[dt]e?|represented"),
    (
        "BUSY",
        r"(?<!komma\s)(?<!kommer\s)(?<!med\s)(?<!inte\s)(?<!deltar\s)(?<!int\s)(?<!delta\s)"
        r"(?:i|in|har|have|have\s+got|på|on|(?:sitter|fast|stuck)(?:\s+fast)?\s+(?:i|in))\s+(?:(?:ett|en|a|an)\s+)?(?:(?:annat|annan|another"
        r"|other|tidigare|earlier)\s+)?(?:möte|meeting|call|samtal|avstämning)(?=\W|$)",
    ),
    (
        "PARTY",
        r"(?:två|tre|fyra|two|three|four|\d)\s+(?:stycken\s+|st\s+|personer\s+|people\s+)?(?:från|hos|of"
        r"|from)\s+(?:oss|us|vår\s+\w+)",
    ),
    ("QUIT", r"sluta|avsluta|runda\s+av|stop|finish(?:\s+up)?|wrap\s+up"),
    (
        "TAKE",
        r"kör|köra|takes|taking|fills|tar(?=\s+(?:det|de|den|dä|mötet|möte|tis|dagens|detta|mysam\w*|\w+dag(?:en|ens)?)"
        r"(?:\s|$))",
    ),
    ("THATDAY", r"den\s+dagen|that\s+day"),
    ("NONE", r"(?:blir|bli)\s+(?:inget|ingenting)(?:\s+av)?|inget|ingen|no(?=\s+(?:meeting|mysam))"),
    ("DO", r"do(?=\s+(?:the\s+(?:\d|first|last)|mon|tue|wed|thu|fri|this\s+(?:time|one)))"),
    (
        "INTO",
        r"(?:(?<!me\s)in(?:\s+(?:i|into))?(?=\s+(?:mötet|the\s+meeting|på|on|den|tisdag|tis)|\s*[,.!]|\s*$))"
        r"|efter\s+(?:utsatt\s+tid|start(?:en)?|början|att\s+(?:ni|vi)\s+(?:har\s+)?(?:börjat|startat))"
        r"|after\s+(?:the\s+start|you\s+start|kick-?off)",
    ),
    ("THEN", r"(?<=[\wåäö]\s)(?:då|then)(?=\s*(?:[.!]|$))"),
    (
        "AFTERTHAT",
        r"(?:direkt|strax|rakt|genast|straight|right|directly|just)?\s*(?:därefter|efter\s+(?:det|detta)"
        r"|afterwards?|after\s+that|thereafter)"
        r"|(?:straight|right|directly)\s+(?:after|from\s+(?:there|it|that))|direkt\s+(?:därifrån|sen|sedan)"
        r"|sen\s+(?:direkt|därifrån)|(?:direkt|strax|genast)\s+efter(?=\s*(?:[,.!]|\Z))",
    ),
    (
        "ARRIVES",
        r"(?:innan|tills|before|until)\s+(?:jag|ja|vi|hon|han|i|we|she|he)\s+(?:är|e|ä|kommer|hinner|am|are|is|get|gets)"
        r"(?:\s+(?:framme|där|dä|här|fram|dit|inne|med|there|in|here))?|(?:sen|försenad|late)\s+(?:ankomst|arrival)",
    ),
    (
        "ONWAY",
        r"(?:letar|söker|jagar|hittar\s+ingen|looking\s+for|finding|hunting\s+for)\s+(?:(?:efter|en|a)\s+)?(?:p-?plats"
        r"|parkering(?:splats)?|plats\s+(?:till|för|åt)\s+bilen|parking(?:\s+(?:space|spot))?)(?=\s*(?:[,.!;–-]|$|kommer"
        r"|och|o|men|är|snart|strax|so|be|back|nu))|parkerar(?=\s*(?:[,.!;–-]|$|nu|bara|bilen))"
        r"|just\s+parking|parking\s+(?:now|the\s+car)|på\s+språng|(?<=kommer\s)(?:strax|snart)(?=\s*(?:[,.!]|$))"
        r"|på\s+väg\s+(?:upp\s+|ner\s+)?(?:för|i|uppför|nerför)\s*(?:trapporna|trappan|hissen)|på\s+(?:väg|ingång|g\b)|(?:on|in)\s+(?:my|the|his|her)\s+way|en\s+route|(?:fast|stuck"
        r"|sitter)\s+(?:fast\s+)?(?:i|in)\s+(?:trafiken|traffic|kö(?:n|er)?)|strax\s+(?:där|framme|inne"
        r"|på\s+plats|med)|snart\s+(?:där|framme)|bort(?=\s*(?:[,.!]|\Z))|(?:nearly|almost)\s+there",
    ),
    (
        "BYE",
        r"(?:får\s+)?tackar?\s+för\s+(?:mig|mej|oss)|hejdå|hej\s+då|bye(?:\s+(?:all|everyone|for\s+now))?"
        r"|tack\s+och\s+hej|tack\s+för\s+(?:i\s?dag|mötet|den\s+här\s+gången)|thanks\s+for\s+today|cheerio"
        r"|over\s+and\s+out",
    ),
    (
        "HARDSTOP",
        r"tidig\s+(?:avgång|hemgång)|early\s+(?:departure|exit)|(?:an?\s+|ett\s+|en\s+)?(?:hard|hård|hårt|hårda|tight|tvärt)\s+(?:stopp?|gräns|out|deadline|limit)"
        r"|(?:ett\s+|en\s+)?stopp(?:tid)?|(?:bara\s+)?tid(?:\s+på\s+mig)?(?=\s+(?:till|fram|t\.?o\.?m))"
        r"|(?:har\s+)?bara(?=\s+(?:till|fram\s+till))|(?:am|'m)\s+out(?=\s+(?:at|by))|out(?=\s+(?:at|by))"
        r"|min\s+tid\s+är\s+(?:ute|slut)|(?:only|just)\s+(?:there|in|available)(?=\s+(?:until|till))|only\s+(?:have\s+)?(?:time\s+)?until",
    ),
)
"""Signs and their patterns, the longer before the shorter: of two that fit the first counts."""
