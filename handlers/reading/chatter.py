"""Tell talk that only keeps a meeting going from what was said in it: greetings, thanks, jokes, technical trouble."""

from __future__ import annotations

import re

from meetings.words import fold

_WORD = re.compile(r"\w+", re.UNICODE)
_EMOJI = re.compile(
    "[\U0001f000-\U0001faff\u2600-\u27bf\u2b50\u2b55\ufe0f\u200d]|(?<!\\w)[:;=8xX]['\u2019]?-?[)(DPpOo/\\\\|](?!\\w)|<3"
)
_LAUGHING = re.compile("[😀-😄😆😂🤣😅😹😜😝🤪]")
_LAUGH = re.compile(
    r"\b(?:ha){2,}h?\b|\b(?:hi){2,}\b|\b(?:he){2,}\b|\blol\b|\brofl\b|\b(?:hö){2,}\b|\basg\b", re.IGNORECASE
)
_LAUGHS_FIRST = re.compile(r"\W*(?:lol|rofl|asg|(?:ha){2,}h?|(?:h[eiö]){2,})\b", re.IGNORECASE)
_LONGEST_LAUGH = 10
_BARE_LINK = re.compile(r"^\s*<?(?:https?://|www\.)\S+>?\s*$", re.IGNORECASE)

_GREETING = re.compile(
    r"""^(?:
        (?:hej|hejsan|hallå|tjena|tja|morsning|god\ ?(?:morgon|kväll|dag|eftermiddag|middag|jul|fortsättning)
        |godmorgon|morrn?
          |gomorron|glad\ (?:påsk|midsommar|sommar)|trevlig\ (?:helg|kväll|sommar|semester|lunch|dag|resa)
        |ha\ (?:en\ )?(?:trevlig|bra|fin|skön|det)
          |välkom(?:na|men)|vi\ (?:ses|hörs)|ses|hörs|hej\ ?då|adjö|på\ återseende|lycka\ till|grattis|krya\ på|skål
        |hoppas\ du
          |hold\ (?:on|up)|one\ (?:sec|second|moment|minute)|just\ a\ (?:sec|second|moment|minute)
            |give\ me\ a\ (?:sec|second|moment|minute)
          |bear\ with\ me|(?:en|ett)\ (?:sekund|ögonblick|minut)\ bara|dröj\ lite|ett\ ögonblick
          |hi|hello|hey|good\ (?:morning|afternoon|evening)|welcome|see\ you|bye|cheers|happy\ \w+day|congrat\w*
        |get\ well)\b
      | (?:tack|tackar|tusen\ tack|stort\ tack|tackar\ tackar|thanks|thank\ you|thx|many\ thanks)\b(?!\ vare)
      | (?:förlåt|sorry|ursäkta|oj|ojdå|oops|hoppsan|hörrni|hörni|obs|psst|asså|alltså\ vänta|vänta\ lite)\b
      | (?P<retort>ok|okej|okay|japp|jepp|jajamän|ja|jo|nej|nja|nä|mm+|aha|jaha|precis|exakt|absolut|toppen|super
        |perfekt|fint|bra|härligt
          |kul|snyggt|wow|yes|yep|no|nope|sure|great|nice|cool|exactly|true|intressant|interesting|noterat|noted
        |instämmer
          |agreed|håller\ med|samma\ här|same\ here|\+1|gärna|självklart|visst|sant|såklart|klart|jättebra|strålande
        |utmärkt)
        (?:[\s,!.]+(?:\w+[\s,!.]*){0,3})?$
    )""",
    re.IGNORECASE | re.VERBOSE,
)

# A message of nothing but these only says that one has heard: "aha ok, bra då vet jag".
_RECEIPT = frozenset(
    """
    ok okej okey aha jaha ja jo jodå jadå japp yes nej nä bra toppen super perfekt fint kanon grymt snyggt härligt skönt
    kul tack tackar då vet jag det var så låter mm mmm hmm precis exakt absolut intressant spännande noterat uppfattat
    förstår förstås fattar hänger instämmer håller visst okidoki roger varsågod varsågoda lugnt gott ser sant samma
    här där också med dig er mig för alright great good fine thanks thank you got it i see sure nice right understood
    noted agreed perfect sounds that makes sense cool yep yeah oh ah
    """.split()
)
_LONGEST_RECEIPT = 8

# The one who leads hands over the word and goes on: of the meeting's course, not of its matter.
_STEERING = re.compile(
    r"""^(?:(?:bra|ok|okej|tack\w*|då|så|nu|fint|perfekt|toppen|great|good|right|okay|thanks|all\ right
        |ja)[\s,!.–-]+){0,4}(?:
        (?:vi\ )?(?:går|fortsätter|hoppar|rullar|tar\ oss|kör)\ (?:vi\ )?(?:vidare|framåt)(?:\ (?:då|nu|med\ (?:mötet
        |nästa|dagordningen)|i\ dagordningen))*
      | (?:då\ )?fortsätter\ vi | vidare | nästa(?:\ punkt)?
      | (?:nu\ |då\ )?lämnar\ (?:jag\ )?(?:över\ )?(?:ordet|över)\ till\ \w[\w\ -]{0,40}
      | ordet\ (?:är\ (?:ditt|fritt)|går\ till\ \w[\w\ -]{0,40}) | [\w-]{2,20},?\ (?:varsågod|ordet\ är\ ditt
        |du\ har\ ordet)
      | (?:då\ )?(?:är|var)\ (?:vi\ )?(?:klara|färdiga)\ med\ (?:det|den|den\ punkten|den\ frågan|punkten|punkt\ \d+)
      | (?:är\ )?vi\ (?:är\ )?(?:alla\ )?(?:tillbaka|igång\ igen|samlade(?:\ igen)?)
      | (?:vi\ )?(?:tar\ (?:vi\ )?)?(?:en\ )?(?:kort\ )?(?:paus|bensträckare|rast|break)(?:\ (?:till|i|på|until|for
        |kl)?\ ?[\w.:]{1,8}){0,3}
      | vi\ tar\ (?:det|en\ sak)\ (?:i\ tur\ och\ ordning|i\ taget|laget\ runt)
      | (?:är\ )?alla\ (?:är\ )?med(?:\ på\ (?:det|tåget|noterna|förslaget))? | (?:inga|ingen)\ (?:invändning(?:ar)?
        |frågor)
      | (?:let's\ )?mov(?:e|ing)\ (?:on|along) | next(?:\ (?:item|up|one))? | over\ to\ (?:you|\w+)(?:\ \w+)?
        | the\ floor\ is\ yours | go\ ahead(?:\ \w+)?
    )\W*$""",
    re.IGNORECASE | re.VERBOSE,
)

_TECHNICAL = re.compile(
    r"""\b(?:hör\ (?:ni|du)\ mig|ser\ ni\ (?:min|mig|skärmen)|din?\ mick|mikrofon\w*|mutad|muted?|min\ skärm
        |er\ skärm|dela\ (?:din\ )?skärm
        |share\ (?:your|my)\ screen|on\ mute|hackar|laggar|bilden\ fryser|teams\ (?:strular|strulade|krånglar|hänger)
        |strula(?:r|de|t)|krångla(?:r|de|t)
        |tappade\ (?:ljudet|bilden|uppkopplingen)|ljudet\ (?:försvann|är)|starta\ om|zooma?\ in|kaffe\w*|fika\w*
        |lunch\w*|macka\w*
        |parkering\w*\ vid|lösenord\w*|inloggning\w*\ till|länken\ till\ mötet|i\ väntrummet|lobby[n]?|brb|afk
        |open\ a\ window|coffee|lunch
        |fel\ kanal|wrong\ channel|hörs\ (?:du\ |ni\ )?(?:dåligt|inte|bra)|(?:det\ )?(?:ekar|brusar)|ramlade\ ut
        |(?:blev|blir)\ (?:utkastad|utslängd)|kastades\ ut
        |släpp(?:a|er)?\ in\ (?:mig|oss)|datorn\ (?:dog|hängde|startar|fryser|strular)|uppkoppling\w*|wifi
        |hänger\ sig|headset\w*
        |(?:my\ |your\ )?(?:mic|microphone|camera|audio|sound|wifi|connection|screen)\ (?:is|keeps|isn't|was|just
        |seems|froze|dropped|died)|(?:you're|you\ are|i'm|i\ was)\ (?:on\ mute|muted|breaking\ up|frozen)
        |hear\ me|(?:got|was|been)\ (?:kicked|thrown)\ out|dropped\ out|kör\ försiktigt|hör
        (?:\ er|\ dig|\ dem)?\ (?:inte|dåligt|knappt)
        |(?:kan|får|går)\ inte\ (?:att\ )?(?:öppna|upp|igång|komma\ åt|se|höra|dela)\ (?:länken|filen|bilden|bilderna
        |dokumentet|skärmen|presentationen|ljudet|kameran|er|dig)
        |vilket\ väder|snöar|regnar|ösregn\w*)\b""",
    re.IGNORECASE | re.VERBOSE,
)

_SELF_TALK = re.compile(
    r"""^(?:
        (?:oj|nej|hoppsan|ojdå)\b.{0,20}\b(?:det\ där|det\ här|fel)\b
      | (?:det\ där|det\ här|detta)\ (?:ska|skulle|borde|hör)\ inte\b
      | .{0,40}\b(?:tar\ bort\ (?:det|den|meddelandet)|skrev\ fel|fel\ kanal|skojar?|skämtar?|bara\ på\ skoj
        |just\ kidding|i\ was\ muted)\b
      | jag\ (?:håller\ med|instämmer|förstår|hör|ser|skrattar|ler|är\ (?:sjukt|så|lite|väldigt)\ \w+)\b
      | i\ (?:agree|second|see|hear|get\ it)\b
      | .{0,20}\bjag\ (?:är|e)\ (?:också\ )?med\ på\ (?:det|den|förslaget|noterna|tåget)\W*$
      | jag\ (?:återkommer|är\ tillbaka),?\ (?:strax|snart|måste|ska\ bara|behöver)\b
      | (?:ta\ det\ lugnt|vi\ hinner|strax\ tillbaka|återkommer\ strax|kommer\ strax|(?:jag\ )?är\ tillbaka
        |tillbaka\ (?:nu|igen)|.{0,60}\bstrax\ tillbaka|(?:jag\ )?ska\ bara\ (?:hämta|fixa|byta|ladda|ta|kolla)
      |vi\ tar\ det\ (?:efteråt|sen|senare|separat|utanför\ mötet|offline)\W*$|back\ (?:now|again)|ursäkta\ avbrottet
        |jag\ går\ nu|droppar\ av)\b
    )""",
    re.IGNORECASE | re.VERBOSE,
)

_PRAISE = re.compile(
    r"""\b(?:bra|fin|snygg|vilken|vilket|vilka|klockren|good|nice|great|lovely|tough|fantastisk\w*)\s+(?:\w+\s+)?
        (?:punkt|poäng|jobbat|jobb|fråga|idé|förslag|beslut|sammanfattning|möte|minnesanteckningar|gjort|point|work
        |question|idea|decision|meeting|one)\b""",
    re.IGNORECASE | re.VERBOSE,
)
_GLAD = re.compile(
    r"^(?:oj\s+)?(?:vad|så|how)\s+(?:bra|kul|roligt|skönt|fint|härligt|spännande|intressant|nice|good"
    r"|great)\b",
    re.IGNORECASE,
)
_POINT = re.compile(r"^(?:det\ var\ poängen|på\ punkten|slutet\ gott|that's\ the\ point)\b", re.IGNORECASE)
_HOPE = re.compile(r"\b(?:hoppas\ jag|tror\ jag|tänker\ jag|typ\ så|eller\ nåt|eller\ hur)\W*$", re.IGNORECASE)
_TO_YOU = re.compile(
    r"^(?:du|ni|kan\ (?:du|ni|nån|någon)|ska\ (?:du|ni|vi)|har\ (?:du|ni)|är\ (?:du|ni))\b", re.IGNORECASE
)
_WISH = re.compile(
    r"^(?:nån|någon|man|somebody|someone)\s+(?:borde|skulle|måste|kunde|should|ought)\b.{0,30}\b(?:det|där|här|that"
    r"|this)\W*$",
    re.IGNORECASE,
)
# One's own belongings and household: "min punktering är lagad nu".
_PRIVATE = re.compile(
    r"""^\W*(?:(?:oj|ja|nej|men|och|nu|så|förresten|and|but|so|btw)\W+){0,2}(?:(?:nu|idag|igen)\ (?:är|har
        |blev)\ )?(?:min|mitt|mina|my)\ (?:(?:nya?
          |gamla?|fina?|stackars|new|old|poor)\ )?(?:\w{0,10}(?:cykel|bil|tåg|buss|dator|telefon|nyckel|nycklar)
            |punktering|mobil|mick|kamera
          |headset|skärm|batteri|laddare|hund|katt|unge|ungar|barn|dotter|son|man|fru|sambo|mamma|pappa|lunch|kaffe
            |frukost|väska|plånbok
          |granne|trädgård|kök|soffa|bike|car|train|bus|laptop|phone|mic|camera|battery|charger|dog|cat|kids?
            |daughter|husband|wife|mum|mom
          |dad|keys?|coffee|garden)(?:n|en|et|ar|er|arna|erna|na|s)?\b""",
    re.IGNORECASE | re.VERBOSE,
)
# What is said to somebody in the room, not of a matter; and a shrug at the end.
_TO_ONE = re.compile(r"\b(?:you|your|yours)\b", re.IGNORECASE)
_SHRUG = re.compile(
    r"\b(?:inte|ej|aldrig|not|never|\w+n't)\b.{0,60}\b(?:ändå|iallafall|i\s+alla\s+fall|liksom|anyway)\W*$",
    re.IGNORECASE,
)
_SOURCE_ONLY = re.compile(r"^(?:enligt|according\s+to|källa|source)\b", re.IGNORECASE)
_LONGEST_SAID_TO_ONE = 6
_LONGEST_SHRUG = 9
_EMPTY = frozenset(
    "verkligen absolut precis såklart självklart faktiskt egentligen kanske troligen naturligtvis visserligen alltså"
    " fortfarande väldigt jättebra toppen skulle kommer borde really absolutely exactly"
    " actually perhaps probably".split()
)
_COMMENT = re.compile(r"\b(?:ju|väl|minsann|indeed)\b", re.IGNORECASE)
_LOOSE_START = re.compile(r"^(?:men|och|så|ja|jo|nej|fast|eller|haha|hm+|äh|asså)\b", re.IGNORECASE)


def is_chatter(text: str, *, lead: bool = False) -> bool:
    """Tell whether a sentence only keeps the talk going. `lead`: the one who writes for the group says it.

    The writer's statements are taken at their word, so that only greetings, thanks, questions and trouble are left out.
    """
    words = _WORD.findall(text)
    if len(words) <= _LONGEST_RECEIPT and all(word.casefold() in _RECEIPT for word in words):
        return True
    if not words or _BARE_LINK.match(text):
        return True
    if text.startswith("(") and text.rstrip(" .!").endswith(")"):
        return False  # an aside to what was just said: "(bilaga kommer)"
    plain = _EMOJI.sub(" ", text).strip()
    if (
        not plain
        or _is_greeting(plain, words)
        or _SELF_TALK.search(plain)
        or _PRAISE.search(plain)
        or _POINT.search(plain)
        or _STEERING.match(plain)
        or _GLAD.match(plain)
    ):
        return True
    if is_question(plain):
        return True
    if _TECHNICAL.search(plain) and len(words) <= 12:
        return True
    if len(words) < _LONGEST_LAUGH and (_LAUGHS_FIRST.match(text) or _LAUGHING.search(text)):
        return True
    if lead:
        return len(words) < 2 and len(fold(plain)) < 3
    smiles = plain != text.strip() and len(words) < 8 and not (len(words) > 4 and _says_something(words))
    if _LAUGH.search(plain) or _LAUGHING.search(text) or smiles:
        return True
    if _PRIVATE.match(plain) and len(words) < _LONGEST_SHRUG:
        return True
    if len(words) <= _LONGEST_SAID_TO_ONE and (_TO_ONE.search(plain) or _says_only_its_source(plain, words)):
        return True
    if len(words) < _LONGEST_SHRUG and _SHRUG.search(plain):
        return True
    if _HOPE.search(plain) or _TO_YOU.search(plain) or _WISH.search(plain) or len(words) < 6 and _COMMENT.search(plain):
        return True
    loose = _LOOSE_START.search(plain) is not None or text.rstrip().endswith("!")
    return len(words) < 3 or len(words) < 5 and loose and not _says_something(words)


def _is_greeting(plain: str, words: list[str]) -> bool:
    found = _GREETING.search(plain)
    return found is not None and not (found["retort"] and _says_something(words))


def _says_something(words: list[str]) -> bool:
    """Tell whether a short retort has content of its own: "nej, kvartalsvis räcker gott"."""
    return sum(len(word) >= 6 and word.casefold() not in _EMPTY for word in words) >= 2


def _says_only_its_source(plain: str, words: list[str]) -> bool:
    """Tell whether a few words name where something comes from, and do not say what: "enligt uppgift från SCB"."""
    return _SOURCE_ONLY.match(plain) is not None and not any(word.isdecimal() for word in words)


def is_link(text: str) -> bool:
    """Tell whether a line is nothing but a link."""
    return _BARE_LINK.match(text) is not None


def is_question(text: str) -> bool:
    """Tell whether a sentence asks the room something."""
    stripped = text.rstrip(" \t)”\"'!")
    return stripped.endswith("?") or _ASKING.search(text) is not None


_ASKING = re.compile(
    r"""^(?:(?:var|vad|vem|hur)\ (?:ska|kan|skriver|hittar|gör)\ (?:man|vi|jag|ni)\b
        | (?:vad|vem|vilka|vilken|vilket|varför|hur|när|var)\b(?!\ (?:som|det\ gäller|gäller)).{0,80}(?:\beller\b\W*$)
        | (?:undrar|nån|någon|några)\ (?:om|som|mer|fler|hur|vad|när)\b
        | (?:är|har|kan|ska|får|vill|hade|finns)\ (?:vi|det|ni|du|nån|någon|man|inte)\b.{0,80}\beller\b\W*$
        | vilken\ (?:sida|punkt)\ är\ vi\b
        | (?:what|who|where|why|how|when|which)(?:['’]s|\ (?:is|are|was|were|do|does|did|can|should|would
          |the\ heck))\ (?!\w+ing\b)
          (?!.{0,60}\b(?:is|are|was|remains?)\ (?:still\ )?(?:unclear|unknown|open|undecided|not\ (?:clear|decided)))
        | (?:any|some)(?:one|body)\ (?:else\ )?(?:who|know|got|have|seen|here)\b | (?:is|are|do|does|did|can|could
          |would|will|has|have)\ (?:we|you|they|it
          |there|any\w*|some\w*|that|this)\b )""",
    re.IGNORECASE | re.VERBOSE,
)


def without_noise(text: str) -> str:
    """Give a sentence without emoji, a yes or no before it, or thanks tied to its end; otherwise as written."""
    plain = _EMOJI.sub("", text).rstrip()
    head, end = plain[:-_LONGEST_TAIL], plain[-_LONGEST_TAIL:]
    plain = _RETORT.sub("", head + _TAIL.sub("", end))
    return re.sub(r"[ \t]{2,}", " ", plain).strip()


_RETORT = re.compile(r"^(?:nej|nä|ja|jo|japp|ok|okej|no(?=\s*,)|yes|yeah)\s*,?\s+(?=\w)", re.IGNORECASE)
_LONGEST_TAIL = 60
_TAIL = re.compile(
    r"(?:[\s,!.]+|^)(?:tack(?:\ (?:alla|allihop|på\ förhand))?|thanks|thx|mvh|(?<=\s)/\w[\w-]*)\s*[!.]*\s*$",
    re.IGNORECASE,
)
