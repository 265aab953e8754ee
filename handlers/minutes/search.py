"""Search in what was published: "vad bestämde vi om …?", "sök …", "hitta anteckningarna från mötet i oktober"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from handlers.command import Call, Claim, Command, Example, Outcome, Sentence, Tell
from handlers.minutes.search_days import Days, read_days
from meetings.document import Document, Entry, bold, bullets, code, doc, entry
from meetings.errors import NotUnderstood
from meetings.history import FiledWithin, Find
from meetings.language import Texts
from meetings.search import Filed, Hit, around, stems

_LONGEST = 300
_ABOUT = (
    r"(?:om|kring|angående|ang\.?|gällande|rörande|med|i\ fråga\ om|i\ frågan\ om|about|on|regarding"
    r"|concerning|for|with)"
)
_DECIDED = r"""(?:bestämdes?|bestämt|bestämma|beslutades?|beslutat|beslutas?|beslöts?|beslutit|sades?|sas|sa|sagt|kom
    |tyckte|skrev
    |landade|enades|gällde|hände|blev|decided?|agreed?|said|say|happened|discussed)"""
_SPOKEN = r"""(?:pratade?s?|pratat|talade?s?|talat|diskutera(?:de)?s?|diskuterat|behandla(?:de)?s?|behandlat|togs?|tagit
    |bestämde?s?|bestämt|beslutade?s?|beslutat|nämnde?s?|nämnt|lyfte?s?|lyft|berörde?s?|haft|hade|uppe|var
    |talked|spoken|spoke|discuss(?:ed)?|talk|decided?|mention(?:ed)?|raised?|covered|brought|we|vi)"""
_EVER = r"(?:nånsin|någonsin|någon\ gång|nån\ gång|tidigare|redan|förut|ever|already|before|previously)"
_ANYTHING = r"(?:något|nåt|någonting|nånting|anything|something)"
_ASKED = re.compile(
    rf"""^(?:nej,?\ |hej,?\ |du,?\ )?(?:(?:kan|kunde|skulle|could|can)\ (?:du|you)\ (?:kolla|se|check
        |look)(?:\ (?:upp|efter|up))?
          \ |kommer\ du\ ihåg\ |minns\ du\ |do\ you\ (?:remember|know)\ |påminn\ mig(?:\ om)?[ ]
            |remind\ me(?:\ of)?\ )?(?:
        (?:sök|leta|googla|search|look)
        (?:\ (?:efter|upp|fram|på|om|for|up|i\ (?:de\ )?(?:gamla\ |tidigare\ )?
          (?:(?:minnes|mötes)?anteckning(?:ar|arna)|protokoll(?:en|et)?)(?:\ (?:efter|om))?|(?:in
          |through)\ the
           \ (?:notes|minutes)(?:\ for)?))?
        \s+(?P<plain>.+)
      | (?:hitta|find|ta\ fram|visa|show(?:\ me)?)\ (?:var|where|när|when|det|what)\ (?:det\ |vi\ |we\ |som\ )*
        {_SPOKEN}(?:\ (?:vi|we|det|{_ABOUT}))*\s+(?P<found>.+)
      | (?:vad|what|hur|how)\ (?:var\ det\ )?(?:som\ )?(?:vi\ )?(?:har\ |hade\ |did\ |have\ |was\ |were\ )?(?:vi[ ]
        |we\ |det\ )?{_DECIDED}
        (?:\ (?:vi|we|det|som))?(?:\ (?:fram\ till|överens\ om|senast|sist|då|egentligen|last|beslut
          |to))*\ {_ABOUT}\s+(?P<what>.+)
      | (?:har|hade|have)\ (?:vi|we)\ (?:{_EVER}\ )?(?:bestämt|beslutat|sagt|decided|said|agreed|noted)\ {_ANYTHING}
        \ {_ABOUT}\s+(?P<anything>.+)
      | (?:har|hade|have|did)\ (?:vi|we)\ (?:{_EVER}\ )(?:{_SPOKEN})(?:\ (?:about|om|kring|upp|up|on
        |{_ANYTHING}))*\s+(?P<ever>.+)
      | (?:finns|står|stod|fanns|is|was)\ (?:det\ |there\ )?{_ANYTHING}(?:\ (?:skrivet|antecknat|beslutat|sagt
        |written|noted))?
        \ {_ABOUT}\s+(?P<noted>.+)
      | (?:när|when)\ (?:did\ |was\ |were\ |var\ det\ |blev\ det\ )?{_SPOKEN}\b
        (?:\ (?:det|vi|we|som|that|talk|talked|discuss|discussed|decide|decided|last|senast|sist|upp|uppe|{_ABOUT}))*
        \s+(?P<latest>.+)
      | (?:what\ was|vad\ var|vad\ blev)\ (?:the\ )?(?:decision|beslutet|outcome|slutsatsen
        |resultatet)\ {_ABOUT}\s+(?P<decision>.+)
    )$""",
    re.IGNORECASE | re.VERBOSE,
)
_CUT = re.compile(r"[\s,]+(?:tack|snälla|please|då|egentligen|tidigare|förut|innan|before)\W*\Z", re.IGNORECASE)
_MINUTES = re.compile(
    r"""^(?:hitta|visa|sök|leta\ (?:upp|fram)|ta\ fram|skicka|ge\ mig|var\ (?:är|finns|hittar\ jag)
          |find|show(?:\ me)?|get|where\ are)\s+
        (?:de\ |the\ |gamla\ |publicerade\ |published\ )*
        (?:(?:minnes|mötes)?anteckning(?:ar|arna)|protokoll(?:et)?|minutes|notes)
        (?:\s+(?:från|för|av|till|from|of|for)\s+(?P<when>.+?))?\W*$""",
    re.IGNORECASE | re.VERBOSE,
)
_MENTIONS = re.compile(
    r"\b(?:sök|leta|hitta|visa|skicka|fram|ge|var|vad|hur|har|hade|när|finns|står|search|look|find|show|get|where"
    r"|what|when|have"
    r"|did|is|was|how)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Search:
    """Find what was published with these words; `latest`: when it was last spoken of."""

    words: str
    latest: bool = False


@dataclass(frozen=True)
class FindMinutes:
    """Find the minutes of a meeting held within these days; `words` are those they were told with."""

    days: Days
    words: str = ""


def _read(sentence: Sentence, call: Call) -> Sequence[Claim[Search | FindMinutes]]:
    text = sentence.text
    if not call.addressed or _MENTIONS.search(text) is None:
        return ()
    whole = (0, len(text))
    minutes = _MINUTES.match(text)
    if minutes is not None:
        days = read_days(minutes["when"] or "", call.now.date())
        if days is not None:
            return (Claim(FindMinutes(days, minutes["when"] or ""), whole),)
        return ()
    asked = _ASKED.match(text[:_LONGEST])
    if asked is None:
        return ()
    words = _CUT.sub("", next(part for part in asked.groups() if part)).strip(" ?.!\"”“»«'")
    return (Claim(Search(words, latest=asked["latest"] is not None), whole),)


def _handle(intent: Search | FindMinutes, call: Call) -> Outcome:
    if isinstance(intent, FindMinutes):
        return _minutes(intent.days, call)
    beginnings = stems(intent.words)
    if not beginnings:
        raise NotUnderstood("search")
    texts = call.texts
    hits = call.history.ask(Find(beginnings, latest=intent.latest))
    if not hits:
        return Outcome(replies=(Tell(doc(texts.t("search.nothing", words=intent.words))),))
    heading = texts.paragraph("search.latest" if intent.latest else "search.found", words=intent.words)
    lines = (_line(hit, beginnings, texts) for hit in hits)
    return Outcome(replies=(Tell(Document.of(heading, bullets(*lines))),))


def _line(hit: Hit, asked: Sequence[str], texts: Texts) -> Entry:
    number = hit.passage.number or ""
    key = "search.place_paragraph" if number.startswith("§") else "search.place"
    place = texts.t(key, date=texts.full_date(hit.filed.date), number=number)
    what = texts.t(f"search.{hit.passage.what}")
    if hit.passage.what == "title":
        return entry(bold(what), f" – {place}: {hit.passage.heading}")
    return entry(bold(what), f" – {place} {hit.passage.heading}: {around(hit.passage.text, asked)}")


def _minutes(days: Days, call: Call) -> Outcome:
    """Show the minutes when they are of one meeting; else say which there are."""
    texts = call.texts
    found = call.history.ask(FiledWithin(days.since, days.until))
    if days.last or len(found) == 1:
        found = found[:1]
    if not found:
        return Outcome(replies=(Tell(doc(texts.t("search.no_minutes"))),))
    if len(found) == 1:
        return Outcome(replies=(Tell(Document.of(texts.paragraph("search.minutes")), minutes=found[0].meeting),))
    heading = texts.paragraph("search.which_minutes")
    return Outcome(replies=(Tell(Document.of(heading, bullets(*(_offer(one, texts) for one in found)))),))


def _offer(filed: Filed, texts: Texts) -> Entry:
    asking = texts.t("search.say_minutes", date=filed.date.isoformat())
    return entry(f"{texts.full_date(filed.date)}: ", code(asking))


SEARCH: Command[Search | FindMinutes] = Command(
    name="search",
    words={"sv": ("sök", "vad bestämde vi om"), "en": ("search", "what did we decide about")},
    read=_read,
    handle=_handle,
    addressed_only=True,
    examples=(
        Example("vad bestämde vi om bilpoolen?", says="hittar inget", addressed=True),
        Example("sök lokalfrågan", says="hittar inget", addressed=True),
        Example("när pratade vi senast om bilpoolen?", says="hittar inget", addressed=True),
        Example("hitta anteckningarna från mötet i oktober", says="publicerade", addressed=True),
        Example("what did we decide about the car pool?", says="find nothing", language="en", addressed=True),
        Example("find the minutes from February", says="published", language="en", addressed=True),
    ),
)
