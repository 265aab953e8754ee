"""The words of greetings, thanks, steering, technical trouble and self-talk in a meeting."""

from __future__ import annotations

import re

GREETING = re.compile(
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
          |kul|snyggt|wow|yes|yep|no(?!\ \w)|nope|sure|great|nice|cool|exactly|true|intressant|interesting|noterat|noted
        |instämmer
          |agreed|håller\ med|samma\ här|same\ here|\+1|gärna|självklart|visst|sant|såklart|klart|jättebra|strålande
        |utmärkt)
        (?:[\s,!.]+(?:\w+[\s,!.]*){0,3})?$
    )""",
    re.IGNORECASE | re.VERBOSE,
)

# The one who leads hands over the word and goes on: of the meeting's course, not of its matter.
STEERING = re.compile(
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

TECHNICAL = re.compile(
    r"""\b(?:hör\ (?:ni|du)\ mig|ser\ ni\ (?:min|mig|skärmen)|din?\ mick|mikrofon\w*|mutad|muted?|min\ skärm
        |er\ skärm|dela\ (?:din\ )?skärm
        |share\ (?:your|my)\ screen|on\ mute|hackar|laggar|bilden\ fryser|teams\ (?:strular|strulade|krånglar|hänger)
        |strula(?:r|de|t)|krångla(?:r|de|t)
        |tappade\ (?:ljudet|bilden|uppkopplingen)|ljudet\ (?:försvann|är)|starta\ om|zooma?\ in
        |lösenord\w*|inloggning\w*\ till|länken\ till\ mötet|i\ väntrummet|lobby[n]?|brb|afk
        |fel\ kanal|wrong\ channel|hörs\ (?:du\ |ni\ )?(?:dåligt|inte|bra)|(?:det\ )?(?:ekar|brusar)|ramlade\ ut
        |(?:blev|blir)\ (?:utkastad|utslängd)|kastades\ ut
        |släpp(?:a|er)?\ in\ (?:mig|oss)|datorn\ (?:dog|hängde|startar|fryser|strular)|uppkoppling\w*|wifi
        |hänger\ sig|headset\w*
        |(?:my\ |your\ )?(?:mic|microphone|camera|audio|sound|wifi|connection|screen)\ (?:is|keeps|isn't|was|just
        |seems|froze|dropped|died)|(?:you're|you\ are|i'm|i\ was)\ (?:on\ mute|muted|breaking\ up|frozen)
        |hear\ me|(?:got|was|been)\ (?:kicked|thrown)\ out|dropped\ out|kör\ försiktigt|hör
        (?:\ er|\ dig|\ dem)?\ (?:inte|dåligt|knappt)
        |vilket\ väder|snöar|regnar|ösregn\w*)\b""",
    re.IGNORECASE | re.VERBOSE,
)

CANNOT_OPEN = re.compile(
    r"""\b(?:kan|får|går)\ inte\ (?:att\ )?(?:öppna|upp|igång|komma\ åt|se|höra|dela)\ (?:länken|filen|bilden|bilderna
        |dokumentet|skärmen|presentationen|ljudet|kameran|er|dig)\b""",
    re.IGNORECASE | re.VERBOSE,
)
SELF_TALK = re.compile(
    r"""^(?:
        (?:det\ var\ poängen|på\ punkten|slutet\ gott|that's\ the\ point)\b
      | (?:oj|nej|hoppsan|ojdå)\b.{0,20}\b(?:det\ där|det\ här|fel)\b
      | (?:det\ där|det\ här|detta)\ (?:ska|skulle|borde|hör)\ inte\b
      | .{0,40}\b(?:tar\ bort\ (?:det|den|meddelandet)|skrev\ fel|fel\ kanal|skojar?|skämtar?|bara\ på\ skoj
        |just\ kidding|i\ was\ muted)\b
      | jag\ (?:håller\ med|instämmer|förstår|(?:hör|ser)(?!\ (?:av|med|en|ett|att|inga|risk|flera|många|stora?)\b)
        |skrattar|ler|är\ (?:sjukt|så|lite|väldigt)\ \w+)\b
      | i\ (?:agree|second|see|hear|get\ it)\b
      | .{0,20}\bjag\ (?:är|e)\ (?:också\ )?med\ på\ (?:det|den|förslaget|noterna|tåget)\W*$
      | jag\ (?:återkommer|är\ tillbaka),?\ (?:strax|snart|måste|ska\ bara|behöver)\b
      | (?:ta\ det\ lugnt|vi\ hinner\W*$|strax\ tillbaka|återkommer\ strax|kommer\ strax|(?:jag\ )?är\ tillbaka
        |tillbaka\ (?:nu|igen)|.{0,60}\bstrax\ tillbaka|(?:jag\ )?ska\ bara\ (?:hämta|fixa|byta|ladda|ta|kolla)
      |vi\ tar\ det\ (?:efteråt|sen|senare|separat|utanför\ mötet|offline)\W*$|back\ (?:now|again)|ursäkta\ avbrottet
        |jag\ går\ nu|droppar\ av)\b
    )""",
    re.IGNORECASE | re.VERBOSE,
)

PRAISE = re.compile(
    r"""\b(?:bra|fin|snygg|vilken|vilket|vilka|klockren|good|nice|great|lovely|tough|fantastisk\w*)\s+(?:\w+\s+)?
        (?:punkt|poäng|jobbat|jobb|fråga|idé|förslag|beslut|sammanfattning|möte|minnesanteckningar|gjort|point|work
        |question|idea|decision|meeting|one)\b""",
    re.IGNORECASE | re.VERBOSE,
)
