"""The words by which a sentence gives somebody a task, and those by which it gives nobody one."""

from __future__ import annotations

import re

from meetings.facts import OwnerKind

WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
SENTENCE = re.compile(r"[^.!?;\n]*(?:(?:[.](?=\S)|(?<=\b[A-ZÅÄÖ])[.](?=\s[a-zåäö]))[^.!?;\n]*)*[.!?;\n]?")

# A longer stretch without a full stop is no sentence that gives somebody a task.
LONGEST_SENTENCE = 1_000

# The verb's helpers: what may stand between an owner and the infinitive.
ADVERB = r"(?:också|även|sedan|sen|nu|själv|då|därefter|alltså|tillsammans|gärna|gemensamt|snarast|även|oxå|also|then)"
PROMISE = re.compile(
    rf"""(?:{ADVERB}\s+)*(?:
        lova(?:r|de)\s+att | åtog\s+sig\s+att | tog\s+på\s+(?:sig|mig)\s+att | (?:fick
          |har\s+fått)\s+i\s+(?:uppdrag|uppgift)\s+att
      | har\s+(?:i\s+uppdrag|lovat|åtagit\s+sig|tagit\s+på\s+(?:sig|mig))\s+att | åtar\s+(?:sig|
            mig)\s+att
      | (?:kan\s+|skulle\s+kunna\s+)?tar?\s+på\s+(?:sig|mig)\s+att | får\s+i\s+(?:uppdrag|uppgift)\s+att
        | ansvarar\s+för\s+att |
          har\s+ansvar(?:et)?\s+för\s+att
      | ser\s+till\s+att | promise[sd]?\s+to | agree[sd]\s+to | (?:volunteers?|volunteered)\s+to | (?:is|are|am)\s+to
      )\s+(?=\w)""",
    re.IGNORECASE | re.VERBOSE,
)
RESPONSIBLE = re.compile(
    r"(?:ansvarar\s+för|är\s+ansvariga?\s+för|har\s+ansvar(?:et)?\s+för|håller\s+i|(?:is|are"
    r"|am)\s+responsible\s+for)\s+(?!att\b)(?=\w)",
    re.IGNORECASE,
)
WILL = re.compile(
    rf"(?:{ADVERB}\s+)*(?:ska(?:ll)?|kommer\s+att|måste|behöver|will|shall|to|(?:has|have|needs?)\s+to|(?:is|are|"
    rf"am)\s+going\s+to)\s+(?:{ADVERB}\s+)*",
    re.IGNORECASE,
)
CAN = re.compile(rf"(?:{ADVERB}\s+)*(?:kan|can)\s+(?:{ADVERB}\s+)*", re.IGNORECASE)
ADVERBS = re.compile(rf"(?:{ADVERB}\s+)*", re.IGNORECASE)
ADVERBS_BEFORE = re.compile(rf"(?:\s+{ADVERB})*\s*\Z", re.IGNORECASE)
MODAL_BEFORE = re.compile(
    r"\b(?:ska(?:ll)?|kommer(?:\s+det)?(?:\s+\w+)?\s+att|måste|behöver|(?:will|shall|should|"
    r"must)(?:\s+be)?|is\s+to\s+be|are\s+to\s+be)\s+(?:\w+\s+)?\Z",
    re.IGNORECASE,
)
BE = re.compile(r"\b(?:will|shall|is\s+to|are\s+to|must)\s+be\s+\Z", re.IGNORECASE)

# Uppdra(s) åt NAMN att …
ASSIGNED = re.compile(
    r"\b(?:uppdra(?:s|r|ges?)?|(?:ge|ger|ges)\s+i\s+uppdrag)\s+(?:till|"
    r"åt)\s+(?P<who>.{2,60}?)\s+(?:i\s+uppdrag\s+)?att\s+",
    re.IGNORECASE,
)
GIVEN = re.compile(r"\bge\s+(?P<who>.{2,60}?)\s+i\s+uppdrag\s+att\s+", re.IGNORECASE)
REMIND = re.compile(r"\b(?:påminn\s+mig|remind\s+me)\s+(?:om\s+)?(?:att|to)\s+", re.IGNORECASE)
# "påminn Siv om att hon ska …"
REMIND_OTHER = re.compile(
    r"\b(?:påminn|remind)\s+(?P<who>[^,.;:!?]{2,50}?)\s+(?:om\s+)?(?:att|that|to)\s+(?:(?:hon|han|hen|de|she|he"
    r"|they)\s+)?"
    r"(?:(?:ska(?:ll)?|måste|bör|should|must|has\s+to|have\s+to|is\s+to)\s+)?",
    re.IGNORECASE,
)
# "Siv, nej förlåt Rut, ringer": the first name was a slip.
SLIP = re.compile(
    r"(?P<slip>(?:[A-ZÅÄÖ][\w'-]+\s+){0,2}[A-ZÅÄÖ][\w'-]+)\s*,\s*(?:nej|nä|no|eller|or)\b[\s,]*(?:(?:förlåt"
    r"|jag\s+menar|menar\s+jag|snarare"
    r"|rättare\s+sagt|sorry|I\s+mean"
    r"|rather)\b[\s,]*)?(?P<meant>(?:[A-ZÅÄÖ][\w'-]+\s+){0,2}[A-ZÅÄÖ][\w'-]+)\s*,?\s+(?=[a-zåäö])"
)
# "Vem ringer? Jag gör det i morgon."
WHO_DOES = re.compile(
    r"\W*(?:vem|vilka|who)\s+(?:(?:kan|ska|vill|will"
    r"|can)\s+)?(?P<verb>[^\W\d_]+)(?P<rest>[^?]{0,80})\?\s*\Z",
    re.IGNORECASE,
)
DOES_IT = re.compile(
    r"(?P<who>.{1,40}?)\s+(?:gör|tar|kan(?:\s+(?:göra|ta))?|fixar|ordnar|will(?:\s+do)?|can(?:\s+do)?)\s+(?:det|den"
    r"|dem|it|that)\b(?P<rest>.*)\Z",
    re.IGNORECASE | re.DOTALL,
)
# "…, båda senast fredag": the date is for all that was said.
FOR_BOTH = re.compile(r"[\s,;]*\b(?:båda(?:\s+två)?|bägge|allihop|alla\s+tre|both|all)\Z", re.IGNORECASE)
# What somebody is or undergoes rather than does, after "ska" and "will".
NO_DOING = frozenset(
    """
    vara ha bli kunna få komma sluta börja finnas gälla hinna vilja veta känna tycka tro vänta åka resa bo föda sova
      äta fika
    delta närvara medverka ansluta stanna gå må heta kosta räcka behöva prata tala berätta sitta stå ligga ske träda
    be have become come join attend leave need know see like want start stop continue remain apply cost happen stay go
    """.split()
)
SEES_TO = re.compile(r"(?:\w+\s+)*?ser\s+till\s+att\b", re.IGNORECASE)
# "hör av er", "anmäl er": said to the others.
TO_YOU_ALL = re.compile(r"\s*(?:av\s+)?er\b", re.IGNORECASE)
ONLY_TO_YOU = re.compile(
    r"\s*(?:upp\s+)?(?:till\s+)?(?:dig|er|you|honom|henne)\b(?:\s+(?:sen|snart|mer|then|later))?\s*", re.IGNORECASE
)
# "Ansvarig för inbjudan: Karin"
IN_CHARGE = re.compile(
    r"\s*(?:[-–•]\s*)?ansvariga?\s+för\s+(?P<what>[^:,.]{3,80}?)\s*(?::|\b(?:är|blir|is)\b)\s*(?P<who>\S.{1,60})",
    re.IGNORECASE,
)
# "en gemensam affisch, Karin ansvarar, klar 9 oktober"
CHARGED_LAST = re.compile(
    r"(?P<what>[^,;:]{5,120}?)\s*[,;–—-]\s*(?P<who>[A-ZÅÄÖ@][^,;:]{1,40}?)\s+(?:ansvarar|är\s+ansvariga?"
    r"|har\s+ansvaret|is\s+responsible)"
    r"(?:\s*[,;.]?\s*(?P<due>(?:klart?|färdig|senast|till|by|before|före)\b[^,;:]{2,40}))?\s*\Z",
    re.IGNORECASE,
)
CHARGED = re.compile(r"\A(?:är\s+ansvariga?|har\s+ansvar(?:et)?|ansvariga?)\s+för\b", re.IGNORECASE)
# "vid förändring kommer (det) signal från FK"
SIGNAL = re.compile(
    r"\b(?:kommer|ges|lämnas|fås)\s+(?:det\s+)?(?:en\s+|ett\s+)?(?P<what>signal|besked|information|"
    r"info|återkoppling|återrapport(?:ering)?|underlag|förslag|inbjudan|"
    r"svar)\s+(?:\w+\s+){0,2}?från\s+(?P<who>[^,.;:!?\n]{2,50})",
    re.IGNORECASE,
)
# "Maila frågor till Kerstin", "Anmäl er senast …": said to everybody.
IMPERATIVE = re.compile(
    r"(?:maila|mejla|mejl|skicka|ring|anmäl|meddela|hör\s+av\s+er|stäm\s+av|ta\s+med|fyll\s+i|svara|"
    r"lämna|kontakta|e-?mail|send|let)\b(?!\s+(?:inte|ej)\b)",
    re.IGNORECASE,
)
THEN_TAKES = re.compile(r"\s*,?\s+(?:så|and|then)\s+", re.IGNORECASE)
WHOEVER = re.compile(
    r"(?P<who>(?:den|de|alla)\s+som\s+[^,.;]{2,50}?)\s+(?P<verb>skickar|mejlar|mailar|meddelar|"
    r"anmäler|hör|lämnar|kontaktar|ringer)\b",
    re.IGNORECASE,
)

# What takes a clause out of the running: wishes, hints, conditions, habits, doubts, what is already done.
NO_TASK = re.compile(
    r"""\b(?:någon|nån|man|ni\s+får|du\s+får|borde|bör|kanske|hoppas|önskar?|önskade|önskemål|
        förslag\s+(?:från\s+[^,.]+\s+)?(?:är\s+)?att|föreslår|föreslog|skulle|kunde|får\s+se
        |vore|tack\s+för|tack\s+\w+\s+för|glöm\s+inte|brukar|alltid|oftast|ibland|sällan|dagligen|redan|ville|vill|
            tycker|tror|undrar|om\s+det\s+går
        |somebody|someone|anybody|anyone|ought|should|could|would|might|maybe|perhaps|usually|always|already|often|
            feel\s+free|thank\w*)\b""",
    re.IGNORECASE | re.VERBOSE,
)
# "… på vilka som ska bjudas in": what is asked or told of, not done.
HANGS_ON = re.compile(
    r"\b(?:(?:vilka|vem|vad|den|de|det|dem)\s+som|hur\s+\w+|om\s+\w+|when|who|what|which)\s+\Z", re.IGNORECASE
)
SUBORDINATOR = re.compile(
    r"\b(?:om|när|innan|eftersom|tills|medan|som|vad|hur|varför|vilka?|vilket|ifall|huruvida|att|"
    r"därför|så\s+att|if|when|because|while|that|what|who|whether|until|how)\s+\Z",
    re.IGNORECASE,
)
NOT = re.compile(r"\s*(?:\w+\s+){0,2}?(?:inte|ej|aldrig|not|never|ingen|inget|inga)\b", re.IGNORECASE)
# What somebody does on the spot, or on the side.
RIGHT_NOW = re.compile(
    r"\b(?:strax|bara|nu|direkt|snabbt|samtal(?:et)?|toa(?:n|lett\w*)?|paus|kaffe(?!.*\btill\b)|te|"
    r"lunch|chatten|skärm\w*|mick\w*|ljudet|kameran|dörren|tillbaka\s+strax|brb|right\s+now|"
    r"just\s+now)\b",
    re.IGNORECASE,
)
ON_SCREEN = re.compile(r"\b(?:skärm\w*|chatten|mikrofon\w*|screen)\b", re.IGNORECASE)
HABIT = re.compile(
    r"\b(?:varje|löpande|kontinuerligt|idag|i\s+dag(?:släget)?|just\s+nu|fortfarande|normalt|each|every|currently)\b",
    re.IGNORECASE,
)
# A task that only points at what was said before it.
POINTS = re.compile(
    r"(?:(?:återkommer|återkoppla\w*|återkomma|kollar?|undersök(?:er|a)|tar?|fixar?|ordnar?|löser|"
    r"lösa|följ(?:er|a)\s+upp|get\s+back|look\s+into)\b)?[\s,]*(?:\b(?:upp|till\s+er|to\s+you|"
    r"med\s+er)\b\s*)?(?:\b(?:om|i|med|på|kring|runt|on|about|with|into)\b\s*)?\b(?:detta|det|den|dem|"
    r"dessa|denna|frågan|saken|ärendet|this|that|(?-i:it)|the\s+matter|det\s+här|"
    r"den\s+här)?\b[\s,]*(?:\b(?:vidare|fram|med\s+sig|upp|sen|senare|här|frågan)\b)?\s*\Z",
    re.IGNORECASE,
)
# A task whose object is only pointed at, whatever is done with it: "ta fram det", "skicka ut den till alla".
OBJECT_POINTS = re.compile(
    r"""[^\W\d_]+(?:\s+(?:fram|in|ut|upp|hem|med|med\s+(?:mig|sig|oss)|vidare|ihop|över|till|klart|på|om|up|out
        |together))?\s+
        (?:det\s+(?:där|här)|den\s+(?:där|här)|det|detta|den|dem|dom|dessa|(?-i:it)|this|that|them)
        (?:\s+(?:fram|in|ut|upp|hem|med|med\s+sig|vidare|ihop|klart|sen|direkt|till|åt|med|hos|to|with|up|out|for)\b
        (?:\s+\S+){0,4})?\s*\Z""",
    re.IGNORECASE | re.VERBOSE,
)
# A sentence that only tells when what was just said is to be done.
ONLY_DUE = re.compile(
    r"(?:(?:och\s+)?(?:ska\s+vara\s+)?(?:klar[at]?|färdig[t]?|done|ready|deadline|senast|tid|by"
    r"|due)\b[\s:]*){1,3}(?=\S)",
    re.IGNORECASE,
)
QUESTION_WORDS = re.compile(
    r"\A(?:fråga\s+kvar|öppen\s+fråga|kvar\s+att\s+reda\s+ut|open\s+question)\s*[:–—-]\s*", re.IGNORECASE
)
TAIL_OF_CLAUSE = re.compile(r"(?:[\s,;:–—-]|\b(?:och|men|samt|så|då|sen|sedan|and|but|then)\b)*\Z", re.IGNORECASE)
POINTER_LAST = re.compile(
    r"[\s,]*\b(?:detta|det|den|dem|dessa|denna|saken|this|that|it|det\s+här|den\s+här)\Z", re.IGNORECASE
)
ABOUT_IT = re.compile(r"\b(?:om|i|med|på|on|about|into)\b", re.IGNORECASE)
LONGEST_MEANT = 200
# A time in front of its clause stands first, or after a comma or an "och"; the owner and a helper come between.
FRONT = re.compile(
    r"(?:.*[,;:–—-]|.*\b(?:och|men|samt|and))?\s*(?:senast|inför|helst|kvar|klart|att\s+göra"
    r"|to\s+do)?\s*",
    re.IGNORECASE | re.DOTALL,
)
MOST_WORDS_BETWEEN = 6
BODIES = frozenset({OwnerKind.FUNCTION, OwnerKind.ORGANISATION})
INFLECTED = re.compile(r"\A[^\W\d_]+(?:-[^\W\d_]+)*")
COMES_BACK = frozenset({"återkomma", "höra", "återkoppla"})
# What somebody does there and then in the meeting, unless a time, a "ska" or a receiver makes it a task.
TELLS = frozenset(
    (
        "informera presentera rapportera redovisa lyfta ställa gå summera meddela svara påminna signalera "
        "återkoppla skriva tipsa diskutera dela skissa tillskriva ringa visa förtydliga "
    ).split()
)
RECEIVER = re.compile(
    r"\b(?:till|hos|åt|med|med\s+sig|sina?|sitt|ut|upp|ihop|to|with)\b|\A\s*(?:alla|\w+(?:erna|arna|orna))\b",
    re.IGNORECASE,
)
REPORTS = re.compile(r"\A\s*(?:om\s+)?att\b|\A\s*:", re.IGNORECASE)
# What somebody is busy with already, as a rule.
ONGOING = frozenset(("planera hålla arbeta jobba fortsätta driva söka utvärdera analysera ").split())
# What an organisation or function says it will do when it says that it does it.
UNDERTAKES = frozenset(
    (
        "återkomma höra återkoppla signalera bjuda skicka lämna ta stämma anmäla kolla undersöka kontakta "
        "maila mejla sammanställa kalla ansvara återrapportera boka se informera meddela träffas hjälpa utse "
        "göra "
    ).split()
)
# What many do once, when they are told to; other verbs of a plural describe its daily work.
COMMITS = COMES_BACK | {"anmäla", "ta", "stämma", "fundera"}
