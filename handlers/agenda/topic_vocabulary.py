"""The words that frame a wish for the agenda and are no part of the topic; Swedish first, then English."""

from __future__ import annotations

import re

from meetings.item_words import word_set

# That something is wished, and the people who wish it.
WISHING = word_set(
    """
    vill vilja velat önskar önska önskemål önskan förslag föreslår behöver behöva behövs måste borde bör ska skall
    skulle kan kunde kunna får få fick
    hinner hinna hinns tänkte tänker undrar undrade tycker hoppas uppskatta uppskattar uppskattas saknar vore hade
    har finns går anmäler anmäla anmäld
    tar ta lägg lägga lägger sätt sätta sätter skriv skriva notera petar peta stoppa tillför komplettera kompletteras
    kompletterar utöka utökas avsätt avsätta
    glöm glömma missa kom ihåg påminn in låt föra för lyfter ser gärna
    tänkt skull ja vilj
    want wants wanted wish would could can may might must should shall need needs like love appreciate hoping hope
    propose suggest suggestion request
    requesting let's lets let add adding put putting include get have got having pop stick pencil jot note mind
    remember forget don't do is are got
    """
)
# What is done with a topic at a meeting.
TREATING = word_set(
    """
    lyfta lyfter lyfts lyftas prata pratar snacka snackar diskutera diskuterar diskuteras dryfta ventilera ventileras
    beröra berör belysa samtala
    resonera informera informerar berätta berättar rapportera rapporterar presentera presenterar redovisa redovisar
    redogöra föredra avhandla
    avhandlas behandla behandlas adressera bolla stämma nämna
    prat snack
    raise raised discuss discussed discussing talk talking cover covered covering mention mentioned present
    presenting address addressed chat report
    """
)
# Words that do the same only with a particle, and belong to the frame in any case.
HANDLING = word_set(
    """
    ta tar tas tagit upp uppe visa visar dra drar gå går igenom genom följa titta tittar reda komma kommer kom klämma
    fördjupa höra få får ha läggas
    show bring brought go going through over look looking touch squeeze fit slot share flag hear update
    """
)
TAKES_UP = re.compile(
    r"\b(?:ta|tar|tas|ha|få|får|komma|kommer|kom|läggas|bring|squeeze|fit|slot|get"
    r"|put)\s+(?:[^\s.,;!?]+\s+){0,2}?(?:upp|uppe|in|up)\b"
    r"|\b(?:gå|går|go|going)\s+(?:igenom|through)\b|\b(?:följa|följer|follow)\s+(?:upp|up)\b|\bhear\s+about\b"
    r"|\btouch\s+on\b",
    re.IGNORECASE,
)
ASKS_FOR = re.compile(
    r"\b(?:önskemål|önskar|önskas|föreslår|förslag|anmäler|propose|suggest|request|squeeze\s+in|fit\s+in|klämma\s+in"
    r"|hinna\s+med)\b",
    re.IGNORECASE,
)
WHO_WISHES = re.compile(r"\b(?:vi|jag|oss|we|us)\s+(?:på|från|i|hos|at|from|in)\s+[^\s,.:;]+", re.IGNORECASE)
ABOUT = word_set("om kring angående ang gällande rörande runt för about on regarding for")


# What stands between and round them.
PASSING = word_set(
    """
    jag vi ni du man mig oss er hen någon nån nåt något några annat andra den det detta här där då så nu sen sedan ju
    nog väl bara typ liksom också oxå
    även lite litet kort snabbt gärna helst kanske möjligen eventuellt ev faktiskt alltså egentligen absolut
    verkligen gemensamt tillsammans inte ej vara
    är bli blir blivit bra fint kul toppen möjligt möjlighet möjligen tid plats utrymme stund runda snälla tack
    vänlig vänligen hej hejsan hallå hörni
    hörrni förresten btw obs ps ok okej ja jo men och samt att som om ifall när ses träffas träffs från våran vår
    vårt våra min mitt mina sida håll del en
    ett två tre egen eget sist först sista första punkt punkten punkter ärende ärenden ärendet fråga frågor sak saker
    grej grejer ämne
    ämnen önskad angelägen angeläget viktig viktigt aktuell aktuellt känns tror vet mvh hälsningar till med på i
    inför under kring angående ang ang.
    gällande rörande listan lista mer vidare er skull innan bort dig avstämning dialog diskussion genomgång dragning
    information info uppdatering
    bordet återkommande nästa gång lägg
    i we us you me it that this there here then now also too just please thanks thank hi hello hey maybe perhaps
    possible possibly really quick quickly
    brief briefly bit some something someone anyone anything one another an a my our up back down off out on in at to
    for about regarding of if when meet be been being
    hur vad gör göra går ser ut ligger hanterar fungerar how what doing
    i'd we'd i'm we're i've we've i'll we'll it's that's there's what's let's can't don't se läsa skicka see read send
    room time space chance any more from side item items topic topics point thing things question list ok okay would
    by the as
    """
)
SOFT = word_set(
    """
    i på om av för till med kring och samt & under inom från hos mot vid efter in inför som en ett den det de vår
    vårt våra min mitt mina nya ny nytt
    of for in on at to with and the a an about from by our my new
    """
)
"""Words that belong to a topic in its middle, but not at its ends."""

THE_AGENDA = re.compile(
    r"""(?:\b(?:med\s+)?(?:upp\s+|in\s+)?(?:på|till|i|för|inför|från|on|to|for)\s+)?
        \b(?:(?:mötets|dagens|vår|nästa|(?:mån|tis|ons|tors|fre)dagens|the|our|next|(?:mon|tues|wednes|thurs
          |fri)day's)\s+)?
        (?:dagordn\w*|agenda\w*|punktlista\w*)(?:\s+(?:point|item|punkt)s?\b)?
      | \b(?:(?:under|som|på|till)\s+(?:en\s+)?)?övr(?:igt|iga\s+frågor|ig\s+fråga)\b
      | \b(?:(?:under|for)\s+)?(?:any\s+other\s+business|aob)\b
      | \b(?:på|till|on|to)\s+(?:listan|the\s+list)\b
      | \b(?:som\s+)?(?:en\s+|ett\s+)?(?:(?:egen|eget|extra|ny|nytt|sista|första|särskild|kort|new|extra
        |own)\s+){0,2}(?:punkt(?:er|förslag)?|pkt|ärende|(?:agenda\s+)?item)s?\b
        (?!\s*\d)(?:\s+(?:på|till|inför|for|to)\s+(?:dagordn\w*|agenda\w*|mötet|the\s+agenda))?""",
    re.IGNORECASE | re.VERBOSE,
)
THE_MEETING = re.compile(
    r"""\b(?:på|till|inför|för|under|at|for|on|in)\s+(?:(?:nästa|kommande|next|the|our|det\s+kommande)\s+)*(?:
          (?:mån|tis|ons|tors|tor|fre|lör|sön)(?:dag(?:ens)?)?(?:\s+möte(?:t)?)?|(?:mon|tues|wednes|thurs
            |fri)day(?:'s)?(?:\s+meeting)?|\w{0,14}möte(?:t)?
          |mysam|träffen|sammanträdet|styrelsemötet|meeting|den\s+\d{1,2}(?::?e|:?a|/\d{1,2})?(?:\s+[a-z]{3,9})?
            |\d{1,2}(?:st|nd|rd|th)|\d{1,2}/\d{1,2})\b
      | \bnästa\s+(?:gång|möte|mysam)\b | \bnext\s+(?:time|meeting)\b | \bnär\s+vi\s+(?:ses|träffas|möts)\b
        | \bwhen\s+we\s+meet\b""",
    re.IGNORECASE | re.VERBOSE,
)
LENGTH = re.compile(
    r"""\b(?:ca\.?\s*|typ\s+|max\s+|ungefär\s+|about\s+|around\s+)?(?:
          (?P<figure>\d{1,3})[\s-]*(?:min\b\.?|minuter|mins?\b|minutes?\b)(?:[\s-]*slot)?
        | (?P<word>en\s+kvart|en\s+halvtimme|en\s+timme|tio\s+minuter|fem\s+minuter|tjugo\s+minuter|ten\s+minutes
          |five\s+minutes|twenty\s+minutes|half\s+an\s+hour)
        )(?:\s+(?:tops|max|räcker|till\s+det|på\s+det|för\s+det))?""",
    re.IGNORECASE | re.VERBOSE,
)
SPOKEN_MINUTES = {
    "en kvart": 15,
    "en halvtimme": 30,
    "en timme": 60,
    "fem minuter": 5,
    "tio minuter": 10,
    "tjugo minuter": 20,
    "five minutes": 5,
    "ten minutes": 10,
    "twenty minutes": 20,
    "half an hour": 30,
}
# Time for a topic is asked for, or it is put somewhere: "har vi tid för", "10 min om", "skriv in … på tisdag".
ROOM_FOR = re.compile(
    r"""\b(?:(?:har|hinner|får|kan|finns)\s+(?:vi|jag|det)\b[^.?!]{0,20}?|avsätta?\s+(?:\w+\s+)?|(?:do|can|could
      |may)\s+(?:we|i)\b[^.?!]{0,20}?|appreciate\s+|need\s+|like\s+(?:an?\s+)?(?:\d{1,3}[\s-]*min\w*\s+)?)
        (?:\b(?:tid|plats|utrymme|stund|time|room|space|(?:an?\s+)?slot)|(?:min\w*|kvart|halvtimme|timme|minutes?
          |mins?|hour))\s+(?:för|till|åt|om|kring|for|on|about|to)\b""",
    re.IGNORECASE | re.VERBOSE,
)
PUTS = re.compile(
    r"\b(?:lägga?r?|skriva?r?|sätta?r?|föra?r?|bokar?|petar?|stoppar?)\s+(?:gärna\s+|också\s+)?(?:till|in|upp|med)\b"
    r"|\b(?:add|pop|pencil|put|slot)\b",
    re.IGNORECASE,
)
NEW_ITEM = re.compile(
    r"\A\W*(?:en\s+|a\s+)?(?:ny(?:tt)?|extra|new)\s+(?:\w+)?(?:punkt|pkt|ärende|item)\b|\A\W*punktförslag\b",
    re.IGNORECASE,
)
# What was done before, is done elsewhere or by somebody else, or is asked: no wish for this agenda.
NO_WISH = re.compile(
    r"""\b(?:har|finns|är)\s+(?:ni|någon|nån|du|det|vi)\s+(?:redan\s+)?(?:några?\s+|nåt\s+|en\s+|ett\s+)?(?:fler\s+|andra\s+|övriga\s+)?
          (?:punkt|förslag|ärende|fråg)\w*
      | \b(?:is\s+there|are\s+there|do\s+we\s+have|do\s+you\s+have|does\s+anyone\s+have|if\s+you\s+have)
          \s+(?:an?\s+|any\s+)?(?:more\s+|other\s+)?(?:item|topic|point)s?
      | \b(?:skriv|skicka|hör|maila|mejla|write|send|post)\b[^.!?]{0,30}
          \b(?:kanalen|tråden|till\s+mig|av\s+er|här|the\s+channel|here|to\s+me)\b
      | \b(?:om|about)\s+(?:det|detta|den|it|that)\b(?!\s+(?:här|där|nya))
      | \b(?:pratade|snackade|diskuterade|tog|togs|lyfte|lyftes|berättade|informerade|sa|sade|var|fanns|hade\s+vi
      |igår|förra|tidigare|sist\b(?!\s*[:.,]|\s*\Z)
          |talked|discussed\s+(?:that|it|this|last|with)|raised\s+(?:it|that|last)|brought\s+it|did\s+we|did\s+you
            |were|was|last\s+(?:time|week|month)|yesterday|already|redan)\b
      | \b(?:med|hos|för|till)\s+(?:min|sin|vår|din|mina)\s+(?:chef|man|fru|kollega|grupp|arbetsgrupp|mamma|pappa)\w*
      | \bmed\s+(?:chefen|facket|hr|ekonomi\w*|någon)\b
      | \b(?:i|på|med)\s+(?:ledningsgrupp\w*|apt\b|nämnd\w*|fullmäktige|arbetsplatsträff\w*|personalmöte\w*
        |teammöte\w*|avdelningsmöte\w*)
      | \b(?:hur|vad|vem|vilka|vilken|vilket|när|var|varför|who|what|when|where|why|which|how)\b(?=[^.!]*\?)
      | \b(?:hinner|kan|behöver|vill|don't|do\s+not|needn't)\s+(?:vi\s+|jag\s+)?(?:inte|ej|need|have)\b(?!\s+(?:ta|få
        |prata|lägg|tid))
      | \b(?:skriv\w*\s+ut|print|wish\s+me|konferens\w*|conference|scrap)\b
      | \b(?:ut\s+ur|bort|off|stryk\w*|utgå\w*|remove\w*|drop\w*|cancel\w*|ta\s+fram|tar\s+fram|kollar?\s+upp)\b
      | \b(?:my|your|his|her|their|min|din|hans|hennes|shopping|inköps|to-?do)[\s-]*(?:(?:shopping|egen|own)\s+)?
          (?:list\w*
        |agenda\w*)
      | \A[^:\n]{0,40}\b(?:plats|lokal|sal|rum|tid|datum|länk|adress|ändra\w*|venue|room|place|time|date|link
        |address)\b[^:\n]{0,30}:\s
      | \b(?:boka\w*|pencil|book|save)\s+(?:in\s+|the\s+)?(?:den\s+|en\s+|on\s+|date\b|\d)|\b(?:bil|hiss|bilen|chair
        |voice|hand|stol|stolar)\b
      | \b(?!(?:mötets|dagens|nästas|mån|tis|ons|tors|fre)\w*\b)\w{3,}s\s+agenda\b
      | \b(?:till|upp|med|add|put)\s+(?:mig|oss|honom|henne|dem|me|us|him|her|them)\b
      | \A\W*(?:vad|vem|vilk\w+|när|hur|var|varför|what|who|which|when|how|where|why)\b""",
    re.IGNORECASE | re.VERBOSE,
)
