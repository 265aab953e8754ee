"""The verbs with which people take on, or are given, a task: their forms, and what must go with the vague ones."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

# Regular verbs in -a: boka, bokar, bokas.
_REGULAR = """
analysera anordna anpassa arrangera avboka avsluta bearbeta beräkna bevaka bilda boka dela distribuera
dokumentera dubbelkolla fixa formulera förankra förmedla granska hämta informera inventera justera kalla kolla
komplettera kontakta kontrollera koordinera kopiera ladda leverera länka maila meddela mejla omboka ordna
organisera planera presentera publicera rapportera redigera redovisa revidera räkna samla samordna signalera
skanna skapa skicka skissa summera svara tillfråga tipsa uppdatera utarbeta utforma utvärdera verifiera
vidarebefordra återkoppla återrapportera
annonsera anlita arkivera avropa bekräfta fakturera filma fotografera förtydliga hyra införskaffa installera
intervjua laga lansera låna montera packa registrera rekrytera reparera skaffa städa visa värva
"""
# infinitive, present, passive present (- where nobody writes it).
_IRREGULAR = """
anmäla anmäler anmäls
bereda bereder bereds
undersöka undersöker undersöks
renskriva renskriver renskrivs
översända översänder översänds
ansöka ansöker -
avsätta avsätter avsätts
begära begär begärs
beställa beställer beställs
bistå bistår -
förbereda förbereder förbereds
föreslå - föreslås
genomföra genomför genomförs
iordningställa iordningställer iordningställs
kartlägga kartlägger kartläggs
lyfta lyfter lyfts
påminna påminner påminns
ringa ringer rings
diarieföra diarieför diarieförs
ersätta ersätter ersätts
klargöra klargör klargörs
kungöra kungör kungörs
säkerställa säkerställer säkerställs
schemalägga schemalägger schemaläggs
trycka trycker trycks
översätta översätter översätts
sammanställa sammanställer sammanställs
skriva skriver skrivs
sprida sprider sprids
tillsätta tillsätter tillsätts
tillskriva tillskriver -
underrätta underrättar -
utreda utreder utreds
utse utser utses
återkomma återkommer -
"""
# What is done by being decided: "Karin utses till justerare", "ett möte genomförs" give nobody a task.
_DONE_BY_SAYING = frozenset(
    ["utse", "avsätta", "tillsätta", "genomföra", "föreslå", "bilda", "avsluta", "räkna", "dela"]
)
# Vague verbs that are a task only together with one of these words.
_WITH = (
    ("ansvara ansvarar -", r"för\b|\Z"),
    ("arbeta arbetar -", r"vidare\b|fram\b"),
    ("jobba jobbar -", r"vidare\b|fram\b"),
    ("bjuda bjuder bjuds", r"(?:\S+\s+){0,3}?in\b"),
    ("be ber -", r"\w+.*\bom\b|om\b"),
    ("diskutera diskuterar diskuteras", r"hemma\b|internt\b|med\b|vidare\b|i\s+(?:sina|sin|våra|respektive)"),
    ("dra drar dras", r"ihop\b|igång\b|upp\b"),
    ("driva driver drivs", r"frågan\b|ärendet\b|vidare\b"),
    ("fortsätta fortsätter -", r"med\s+att\b|att\b"),
    ("fråga frågar -", r"\w+"),
    ("fylla fyller fylls", r"i\b"),
    ("följa följer följs", r"(?:\S+\s+){0,3}?upp\b"),
    ("föra för förs", r"(?:frågan|ärendet|det|detta|den|in|fram)\b.*(?:vidare|listan|fram)\b|vidare\b"),
    ("ge ger ges", r"(?:återkoppling|besked|en\s+återkoppling|information|återrapport)\b"),
    ("gå går gås", r"igenom\b|ut\s+med\b|vidare\s+med\b"),
    (
        "göra gör görs",
        r"klart?\b|färdigt?\b|i\s*ordning\b|ett\s+(?:\w+\s+){0,2}(?:utkast|förslag|schema|underlag|upplägg|program"
        r"|dokument)\b|"
        r"en\s+(?:\w+\s+){0,2}(?:sammanställning|lista|plan|enkät|lathund|broschyr|kartläggning|översyn|"
        r"uppföljning)\b|om\b",
    ),
    ("hjälpa hjälper -", r"till\b|med\b"),
    ("hålla håller hålls", r"i\b|utkik\b|kontakten\b"),
    ("höra hör -", r"av\b|med\b|sig\b|oss\b|efter\b|runt\b"),
    ("jämföra jämför jämförs", r"\w+"),
    ("klura klurar -", r"på\b|vidare\b|ut\b"),
    ("komma kommer -", r"med\s+(?:förslag|underlag|information|info|siffror|besked|ett\b|en\b)|in\s+med\b"),
    ("köpa köper -", r"in\b|\w+"),
    ("lämna lämnar lämnas", r"(?!mötet\b|oss\b|er\b|lokalen\b|salen\b)\w+"),
    ("leta letar -", r"fram\b|upp\b|reda\b|efter\b"),
    ("lägga lägger läggs", r"ut\b|upp\b|in\b|fram\b"),
    (
        "läsa läser läses",
        r"på\b|igenom\b|in\b|(?:\w+\s+){0,2}\w*(?:utkast|förslag|underlag|rapport|protokoll|dokument|"
        r"material)",
    ),
    ("prata pratar -", r"med\b|ihop\b"),
    ("se ser ses", r"(?:\S+\s+){0,3}?över\b|till\s+att\b"),
    ("ställa ställer ställs", r"frågan\b|samman\b|en\s+fråga\b"),
    ("stämma stämmer stäms", r"(?:\S+\s+){0,3}?av\b"),
    ("sätta sätter sätts", r"ihop\b|samman\b|upp\b|igång\b"),
    ("söka söker söks", r"medel\b|pengar\b|bidrag\b|projektmedel\b|upp\b|fram\b"),
    (
        "ta tar tas",
        r"(?:\S+\s+){0,4}?fram\b|med\b|kontakt\b|reda\b|hand\b|tag\b|ansvar\b|hem\b|in\b|på\s+sig\b|"
        r"upp\b.*\b(?:med|hos|på|i)\s+(?:sin|sina|sitt|min|mina|nästa|\w*chef|\w*grupp|\w*ledning|"
        r"\w*styrelse)\w*|(?:\w+\s+){0,3}(?:vidare|hem)\b|(?:det|den|dem|detta|frågan)\b",
    ),
    ("titta tittar -", r"(?:närmare\s+)?på\b|över\b|närmare\b"),
    ("träffas träffas -", r".{0,40}?\bför\s+att\b"),
    ("välja väljer väljs", r"ut\b"),
)
_ENGLISH = """
arrange ask book bring call check circulate clarify collect compile confirm contact coordinate distribute
draft e-mail email fill finalise finalize find follow forward gather get hire inform inquire investigate
invite look mail notify order organise organize plan prepare present provide publish raise read report review
ring schedule send set share speak print buy rent install replace translate handle fix design create chase scan copy
  summarise summarize take talk update upload write
"""
_ENGLISH_WITH = {
    "get": r"back\b|in\s+touch\b|hold\b",
    "look": r"into\b|at\b|over\b",
    "take": r"(?:\w+\s+){0,5}(?:to|forward|up|home|back|with|care)\b|on\b|care\b",
    "bring": r"\w+",
    "set": r"up\b",
    "talk": r"to\b|with\b",
    "speak": r"to\b|with\b",
    "call": r"\w+",
    "follow": r"up\b",
    "check": r"with\b|\w+",
    "find": r"out\b|an?\b",
    "mail": r"\w+",
    "fill": r"in\b|out\b",
    "order": r"\w+",
    "plan": r"(?:the|an?)\b",
    "report": r"back\b|to\b|from\b|on\b",
}


@dataclass(frozen=True)
class TaskVerb:
    """A form of a verb that makes a task; `needs` matches what must follow a vague one."""

    infinitive: str
    needs: re.Pattern[str] | None = None

    def fits(self, rest: str) -> bool:
        """Tell whether what follows the verb makes it a task."""
        return self.needs is None or self.needs.match(rest) is not None


@dataclass(frozen=True)
class TaskVerbs:
    """The forms by which tasks are recognised, each a lower-case word."""

    present: dict[str, TaskVerb]
    infinitive: dict[str, TaskVerb]
    passive: dict[str, TaskVerb]
    passive_infinitive: dict[str, TaskVerb]
    participle: dict[str, TaskVerb]
    words: frozenset[str]


@cache
def task_verbs() -> TaskVerbs:
    """Make the forms, once."""
    present: dict[str, TaskVerb] = {}
    infinitive: dict[str, TaskVerb] = {}
    passive: dict[str, TaskVerb] = {}
    passive_infinitive: dict[str, TaskVerb] = {}
    for word in _REGULAR.split():
        verb = TaskVerb(word)
        infinitive[word], present[f"{word}r"] = verb, verb
        if word not in _DONE_BY_SAYING:
            passive[f"{word}s"] = passive_infinitive[f"{word}s"] = verb
    plain = tuple((line, "") for line in _IRREGULAR.strip().splitlines())
    for forms, needs in (*plain, *_WITH):
        base, now, done = forms.split()
        verb = TaskVerb(base, re.compile(rf"\s*(?:{needs})", re.IGNORECASE) if needs else None)
        infinitive[base] = verb
        if now != "-":
            present[now] = verb
        if done != "-" and base not in _DONE_BY_SAYING:
            passive[done] = verb
            passive_infinitive[f"{base}s"] = verb
    participle: dict[str, TaskVerb] = {}
    for base in _ENGLISH.split():
        after = _ENGLISH_WITH.get(base)
        verb = TaskVerb(base, re.compile(rf"\s*(?:{after})", re.IGNORECASE) if after else None)
        # A word that is Swedish too ("plan", "mail") keeps its English infinitive only after "will".
        infinitive.setdefault(base, verb)
        present.setdefault(_third_person(base), verb)
        participle[_participle(base)] = verb
    words = frozenset({*present, *infinitive, *passive, *passive_infinitive, *participle})
    return TaskVerbs(present, infinitive, passive, passive_infinitive, participle, words)


def _third_person(base: str) -> str:
    return f"{base}es" if base.endswith(("s", "sh", "ch")) else f"{base[:-1]}ies" if base.endswith("fy") else f"{base}s"


def _participle(base: str) -> str:
    irregular = {
        "bring": "brought", "find": "found", "get": "got", "send": "sent", "speak": "spoken", "take": "taken",
        "write": "written", "read": "read", "set": "set", "plan": "planned",
    }  # fmt: skip
    return irregular.get(base) or (f"{base}d" if base.endswith("e") else f"{base}ed")
