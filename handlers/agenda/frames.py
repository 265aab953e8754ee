"""Read a wish for the agenda by its parts: that something is wished, what is to be done with a topic, and the topic."""

from __future__ import annotations

import re
from typing import NamedTuple

from handlers.agenda.wish_wording import NOT_FRONTED

_FILL = (
    r"(?:att|om|ju|nog|väl|bara|typ|liksom|gärna|lite|litet|kort|också|oxå|även|då|sen|sedan|faktiskt|alltså|helst|ev|eventuellt|kanske|möjligen"
    r"|snabbt|jag|vi|man|du|ni|oss|mig|får|få|fick|kan|kunde|kunna|ska|skulle|vill|vilja|velat|behöver|behöva|hinner|hinna|hann|borde|bör|måste|tänkte"
    r"|tänker|undrar|undrade|önskar|önska|föreslår|hoppas|tycker|finns|det|är|vore|ok|okej|bra|möjligt|möjlighet|plats|tid|utrymme|för|på|mötet|tisdag"
    r"|måndag|onsdag|torsdag|fredag|nästa|gång|möte|någon|något|nåt|en|ett|stund|tillsammans|igen|i|we|us|you|to|if|be|able|also|maybe|just|please|really"
    r"|like|love|want|need|possible|possibly|perhaps|quickly|briefly|a|some|time|the|meeting|at|on|it|that|would|could|can|might|get|have|any|chance|room"
    r"|worth|slot|kvart|halvtimme|mins?|minutes?|minuter|\d{1,3}|suggest|propose|think|should|there|is|space|ask|okay|too)"
)
_WISHES = re.compile(
    rf"""(?:\A|(?<=[\s,.!:;–-]))(?P<modal>
        (?:kan|kunde|skulle|får|hinner|ska|borde|bör|vill|önskar|tänkte|undrar|undrade|föreslår|behöver|måste
          |hoppas|vore|går|finns|hade|tycker)
      | (?:could|can|may|might|shall|should|would|any\s+chance|i'd|we'd|i\s+would|we\s+would|i\s+want|we\s+want
          |i\s+need|we\s+need|is\s+there|wondering|hoping)
      )\s+(?:{_FILL}[\s,]+){{0,12}}(?P<treat>
        (?:(?:ta|tar|lyfta|få|ha|hinna|klämma|lägga|sätta|föra|petar?|trycka|slänga)\s+(?:{_FILL}\s+){{0,2}}(?:upp
          |med|in|till)(?:\s+på\s+bordet)?)
      | (?:prata|snacka|samtala|resonera|berätta|informera|rapportera|diskutera|dryfta|lyfta|belysa|ventilera
          |stämma\s+av|gå\s+igenom|följa\s+upp|visa(?:\s+upp)?
          |dra|presentera|redovisa|bolla|adressera|behandla|titta\s+(?:närmare\s+)?på|reda\s+ut|beröra|nämna)
      | (?:squeeze|fit|slot|put|bring|take|throw)\s+(?:in|up|on)|raise|discuss|talk|chat|cover|mention|present|show
          |go\s+(?:through|over)|look\s+at|touch\s+on|address|add|include
          |bring\s+up|share|report|flag
      )\b(?P<rest>.*)""",
    re.IGNORECASE | re.VERBOSE | re.DOTALL,
)
# What nobody does with a topic anywhere but at a meeting.
_STRONG = re.compile(
    r"(?:squeeze|fit|slot)\s+in|(?:klämma|hinna|lägga|föra)\s+(?:\w+\s+){0,2}?(?:in|med|till)|raise|ventilera|avhandla|address",
    re.IGNORECASE,
)
_ABOUT = re.compile(
    r"\A[\s,:]*(?:to\s+|att\s+)?(?:(?:lite|kort|snabbt|något|nåt|mer|vidare|gärna|också|även|igenom|briefly|a\s+bit|quickly|up|in)\s+)*"
    r"(?:(?:om|kring|runt|ang\.?|angående|gällande|rörande|frågan\s+om|det\s+där\s+med|det\s+här\s+med|about|on|regarding|around|through)\s+)?"
    r"(?:(?:hur|how)\s+(?:det|vi|ni|de|we|it|things)\s+(?:gör|går|ska\s+göra|ser\s+ut|ligger\s+till|blir|hanterar|jobbar|do|handle|stand|are\s+going|is\s+going)"
    r"\s+(?:med|för|kring|i|with|on)\s+)?",
    re.IGNORECASE,
)
# "flytten av receptionen tas upp", "att X kommer upp på dagordningen": the topic stands before what is done with it.
_PASSIVE = re.compile(
    rf"""(?P<opening>(?:\A|(?<=[\s,.!:;–-]))(?:(?:jag|vi|i|we)\s+)?(?:önskar|vill|skulle\s+(?:gärna\s+)?(?:vilja
          |se)|hoppas|föreslår|ser\s+gärna|kan|kunde|borde|bör|would\s+like|suggest|want)
        \s+(?:gärna\s+)?(?:se\s+)?(?:att\s+|that\s+)?)?
        (?P<title>[^,?!:;.\n]{{3,80}}?)\s+(?P<modal>(?:bör|borde|ska|skulle|kan|kunde|behöver|måste|får|should
          |could|needs\s+to|must|can)\s+)?(?:{_FILL}\s+){{0,4}}
        (?:(?:tas|lyfts|lyftas|komma|kommer|förs|föras|läggs|läggas)\s+(?:{_FILL}\s+){{0,2}}(?:upp|med|in|till)
          |(?:diskuteras|avhandlas|dryftas|lyftas|behandlas)
          |(?:is|be|gets?)\s+(?:raised|discussed|covered|added|brought\s+up|included))\b(?P<rest>[^\n]*)""",
    re.IGNORECASE | re.VERBOSE,
)
# "en punkt till: X", "dagordningen ska kompletteras med X och Y", "glöm ej att ha med X på dagordningen".
_PUT_DOWN = re.compile(
    r"""(?:\A|(?<=[\s,.!:;–-]))(?:
        (?:komplettera\w*|fyll\w*\s+på|utöka\w*|add)\s+(?:(?:dagordn\w*|agenda\w*|listan|the\s+agenda)\s+)?(?:med|with)
      | (?:glöm\w*|missa)\s+(?:inte|ej)(?:\s+bort)?(?:\s+att)?(?:\s+(?:ta|ha|få|lägga|sätta|skriva)\s+(?:med|upp|in
          |till))?
      | (?:kom\s+ihåg|påminn\w*\s+om|se\s+till)(?:\s+att)?(?:\s+(?:vi|ni))?(?:\s+(?:tar|har|får|ta|ha|få)\s+(?:med
          |upp|in))?
      | (?:petar?|stoppar?|kastar?|slänger?|trycker?|klämmer?|smyger?|bokar?|noterar?|skriver?|tillför
          |uppför)\s+(?:gärna\s+|också\s+|även\s+)?(?:in|upp|till)
      | (?:don't\s+forget|remember|make\s+sure\s+we)(?:\s+to)?(?:\s+(?:include|add|cover|put|have|discuss))?
      | (?:jot|pencil|note|pop|stick|slot|chuck)\s+(?:down|in|on)?
      )\s+(?P<title>\S.*)""",
    re.IGNORECASE | re.VERBOSE | re.DOTALL,
)
# "har ett par frågor om X som vi vill få upp på tisdag".
_HAS_QUESTION = re.compile(
    r"\b(?:har|finns|got|have)\s+(?:\w+\s+){0,2}?(?:en|ett|ett\s+par|några|två|tre|a|some|a\s+few|a\s+couple\s+of)\s+(?:\w+\s+)?"
    r"(?:fråg(?:a|or)|funderingar?|sak(?:er)?|grej(?:er)?|ämnen?|ärenden?|synpunkter|questions?|things?|topics?|points?)\s+"
    r"(?:om|kring|ang\.?|angående|gällande|rörande|about|on|regarding)\s+(?P<title>[^,?!;\n]{2,80}?)"
    r"\s*(?:,\s*|\s)(?:som|att|vi|jag|to|that|which|we|i)\b(?P<rest>[^\n]*)",
    re.IGNORECASE,
)
_LISTS = re.compile(r"\A\W*(?:komplettera|fyll|utöka|add)", re.IGNORECASE)
_AGENDA = re.compile(
    r"\b(?:dagordn\w*|agenda\w*|punktlista\w*|mötes?punkt\w*|(?:en|ny|extra)\s+punkt|som\s+punkt|under\s+övrigt|övriga\s+frågor|any\s+other\s+business|aob)\b",
    re.IGNORECASE,
)
_TIED = re.compile(
    r"\b(?:på|till|inför|under|at|on|for|in)\s+(?:mötet|nästa\s+\w+|(?:mån|tis|ons|tors|tor|fre)(?:dag\w*)?|den\s+\d{1,2}|\w*möte\w*|the\s+(?:next\s+)?(?:meeting|\d{1,2}\w\w)"
    r"|(?:mon|tues|wednes|thurs|fri)day|next\s+\w+)\b|\b\d{1,3}\s*(?:min\b\.?|minuter|mins?|minutes)|\ben\s+(?:kvart|halvtimme)\b|\bslot\b|\bnästa\s+(?:gång|möte)\b|\bbordet\b",
    re.IGNORECASE,
)
_LENGTH_AHEAD = re.compile(r"\b(?P<figure>\d{1,3})[\s-]*(?:min\b\.?|minuter|mins?|minutes?|minute)", re.IGNORECASE)
# What is wished of people rather than for the agenda.
_OTHERWISE = re.compile(
    r"\b(?:någon|nån|ni|du|hen|anyone|somebody|someone|you|lunch\w*|fika\w*|kaffe\w*|coffee|tåg\w*|buss\w*|parker\w*|hund\w*|kak\w*|bull\w*|bulle|skjuts|dator\w*"
    r"|laddare|telefon\w*|efter\s+mötet|innan\s+mötet|på\s+telefon|i\s+telefon|personligen|i\s+enrum|offline|after\s+the\s+meeting|one\s+on\s+one|in\s+private)\b",
    re.IGNORECASE,
)
_ASKS = re.compile(r"\A\W*(?:vad|vem|vilk\w+|när|hur|var|varför|what|who|which|when|how|where|why)\b", re.IGNORECASE)
_BRINGS = re.compile(r"\b(?:ta|ha|få|får)\s+med\b", re.IGNORECASE)


class Framed(NamedTuple):
    """A topic that a frame holds, or a row of topics; and how long it is to take."""

    title: str
    start: int
    end: int
    minutes: int | None = None
    listed: bool = False


def read_frame(text: str, *, addressed: bool) -> Framed | None:
    """Find a topic that somebody wishes to have on the agenda; None where nothing ties the wish to the meeting."""
    if _ASKS.match(text):
        return None
    on_agenda = _AGENDA.search(text) is not None
    tied = on_agenda or addressed or _TIED.search(text) is not None
    put = _PUT_DOWN.search(text) if on_agenda else None
    if put is not None:
        framed = _framed(put["title"], text, put)
        return framed._replace(listed=_LISTS.match(put[0]) is not None) if framed is not None else None
    asks = _HAS_QUESTION.search(text) if tied else None
    if asks is not None:
        return _framed(asks["title"], text, asks)
    found = _WISHES.search(text)
    if not tied and (found is None or not _STRONG.match(found["treat"])):
        return None
    if found is not None and (on_agenda or not _OTHERWISE.search(text)):
        brings = _BRINGS.search(found["treat"]) is not None
        if not brings or on_agenda:
            return _framed(_ABOUT.sub("", found["rest"], count=1), text, found)
    passive = _PASSIVE.search(text)
    wished = (
        passive is not None and (passive["opening"] or passive["modal"]) and not NOT_FRONTED.match(passive["title"])
    )
    if passive is not None and wished and not text.rstrip().endswith("?"):
        return _framed(passive["title"] + passive["rest"], text, passive)
    return None


def _framed(title: str, text: str, found: re.Match[str]) -> Framed | None:
    title = title.strip(" ,:–-")
    length = _LENGTH_AHEAD.search(text)
    minutes = int(length["figure"]) if length is not None else None
    return Framed(title, *found.span(), minutes=minutes) if title else None
