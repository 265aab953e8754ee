"""How people say a group's settings: one clause each, matched whole so that ordinary talk is never taken for one."""

from __future__ import annotations

import re

NUMBERS = {
    "en": 1, "ett": 1, "one": 1, "once": 1, "två": 2, "two": 2, "twice": 2, "tre": 3, "three": 3, "fyra": 4, "four": 4,
    "fem": 5, "five": 5, "sex": 6, "six": 6, "sju": 7, "seven": 7, "åtta": 8, "eight": 8, "nio": 9, "nine": 9,
    "tio": 10, "ten": 10, "elva": 11, "eleven": 11, "tolv": 12, "twelve": 12,
}  # fmt: skip
PER = {"år": 1, "året": 1, "year": 1, "termin": 2, "terminen": 2, "term": 2, "halvår": 2, "kvartal": 4, "kvartalet": 4,
       "quarter": 4, "månad": 12, "månaden": 12, "month": 12}  # fmt: skip
OFTEN = {
    "årligen": 1, "yearly": 1, "halvårsvis": 2, "varje halvår": 2, "en gång per termin": 2, "kvartalsvis": 4,
    "varje kvartal": 4, "quarterly": 4, "every quarter": 4, "varannan månad": 6, "every other month": 6,
    "varje vecka": 52, "weekly": 52, "varannan vecka": 26, "every other week": 26, "var tredje vecka": 17,
    "månadsvis": 12, "varje månad": 12, "monthly": 12, "every month": 12,
}  # fmt: skip
LANGUAGES = {"svenska": "sv", "swedish": "sv", "engelska": "en", "english": "en"}
STYLES = {
    "punkter": "bullets", "punktform": "bullets", "punktlistor": "bullets", "punktlista": "bullets",
    "bullets": "bullets", "bullet points": "bullets", "löpande text": "prose", "prosa": "prose", "prose": "prose",
    "running text": "prose", "protokollsform": "protokoll", "protokoll": "protokoll",
}  # fmt: skip
ZONES = {
    "sverige": "Europe/Stockholm", "svensk tid": "Europe/Stockholm", "sweden": "Europe/Stockholm",
    "finland": "Europe/Helsinki", "finsk tid": "Europe/Helsinki", "norge": "Europe/Oslo", "norsk tid": "Europe/Oslo",
    "danmark": "Europe/Copenhagen", "dansk tid": "Europe/Copenhagen", "utc": "UTC",
}  # fmt: skip


def _any(words: object) -> str:
    return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in sorted(words, key=len, reverse=True))  # type: ignore[call-overload]


def _clause(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"\s*(?:{pattern})\s*[.!]*\s*", re.IGNORECASE | re.VERBOSE)


# What a text must hold for any of these to be worth trying.
HINT = re.compile(
    r"""mall|template|möten|meetings|gånger|ggr|träff|ses\b|times|kvartal|quarter|monthly|månad|dokument|document
      |minnesanteckning|mötesanteckning|protokoll|minutes|notes|stil|style|löpande|bullet|prosa|paragraf|numrer|§|plats|place
      |förvara|tyst|quiet|stör|disturb|språk|language|svenska|engelska|english|swedish|tidszon|time\s?zone|anteckna|lyssna|tilltal|addressed|mentioned|spoken
      |listen|record|publicera|publish|grupp|group|kallas|parter|parties|sammankalla|convene|convening|stående|standing
      |nivå|level|därefter|bilag|bifogad|attach""",
    re.IGNORECASE | re.VERBOSE,
)
# Words before a clause that say nothing by themselves.
OPENING = re.compile(
    r"\s*(?:(?:och|and|samt|men|hej|snälla|please|kan\s+du|kan\s+vi|could\s+you|vi\s+vill\s+att\s+du|jag\s+vill\s+att\s+du|du\s+(?:ska|får|kan))\s+)*",
    re.IGNORECASE,
)

TEMPLATE = _clause(
    r"""(?:(?:använd(?:er|a)?|ta|kör(?:\s+på)?|kör\s+med|utgå\s+från|välj|med|från|enligt|use|apply|with)\s+)?
        (?:(?:the|en|ett|den)\s+)?
        (?:(?P<before>[^\W\d_][\w åäö-]{1,30}?)[\s-]*(?:mallen|mall|template)
          |(?:mallen|mall|template)(?:\s*:|\s+(?:för|for|till))?\s+(?P<after>[^\W\d_][\w -]{1,30}))
        (?:\s+(?:för\s+(?:gruppen|oss)|här|tack))?"""
)
TIMES = _clause(
    rf"""(?:(?:vi\s+)?(?:har|ska\s+ha|träffas|ses|möts|kör|meet|have|we\s+(?:meet|have))\s+|(?:rytm|mötesfrekvens|rhythm|meetings?|möten|takt)\s*:?\s+)?
        (?:(?P<number>\d{{1,2}}|{_any(NUMBERS)})\s*(?:st\s+)?(?:ordinarie\s+)?(?:möten?|gånger|gång|ggr|träffar|sammanträden|times|meetings?)?)
        \s*(?:per|om|/|i|a|every|each)\s*(?P<per>{_any(PER)})"""
)
OFTEN_SAID = _clause(
    rf"""(?:(?:vi\s+)?(?:träffas|ses|möts|har\s+möten?|we\s+meet|meet)|(?:rytm|mötesfrekvens|rhythm|meetings|möten)\s*:?)\s+(?P<often>{_any(OFTEN)})"""
)
DOCUMENT = _clause(
    r"""(?:(?:dokument(?:et|en|typ|namn)?|anteckningarna|det\s+som\s+kommer\s+ut|document|det|our\s+document)\s*(?::|ska\s+(?:heta|kallas|vara)|heter|kallas|är|is\s+called|should\s+be\s+called)
          |(?:vi|gruppen|we)\s+(?:skriver|för|gör|ska\s+ha|vill\s+ha|använder|write|keep))\s*
        (?P<document>minnesanteckningar|mötesanteckningar|protokoll|meeting\s+notes|notes|minutes)"""
)
STYLE = _clause(
    rf"""(?:(?:stil|style|form)\s*:|(?:skriv(?:er)?|anteckna(?:r)?|write|vi\s+skriver|anteckningarna\s+(?:skrivs|ska\s+skrivas|ska\s+vara))\s+(?:i|med|som|in|as|on)?)\s*(?P<style>{_any(STYLES)})"""
)
PARAGRAPHS = _clause(
    r"""(?:(?:paragraf|§)-?\s?(?:numrering(?:en)?|nummer|nr)|paragraferna|paragrafer|numrering(?:en)?|första\s+(?:paragraf(?:en)?|§)|numrera|paragraphs?|first\s+paragraph|numbering|§§?)
        \s*(?:ska\s+)?(?::|börja(?:r)?|starta(?:r)?|är|starts?|begins?|is|löper)?\s*(?:på|med|vid|från|fr\.?o\.?m\.?|from|at|with)?\s*(?:nummer|nr|number)?\s*§?\s*(?P<first>\d{1,5})"""
)
NO_PARAGRAPHS = _clause(
    r"(?:inga|ingen|utan|no|without)\s+(?:paragraf(?:er|numrering|nummer)?|§(?:-?numrering)?|paragraphs?|paragraph\s+numbers)"
)
PLACE = _clause(
    r"""(?:(?:gruppens|ordinarie|vanlig(?:a)?|usual|our|vår)\s+(?:mötes)?(?:plats|lokal|place)|mötesplats|meeting\s+place)\s*(?::|är|=|is)\s*(?P<place>\S.{0,79}?)
      |(?:vi|we)\s+(?:ses|träffas|möts|meet)\s+(?:alltid|normalt|vanligtvis|som\s+regel|för\s+det\s+mesta|usually|always)\s+(?:på|i|via|hos|at|in|on)\s+(?P<usual>\S.{0,79}?)"""
)
STORED = _clause(
    r"(?:(?:protokollen|protokollet|anteckningarna|the\s+minutes)\s+(?:förvaras|are\s+kept)\s+(?:på|hos|i|at|in)|förvaringsplats\s*(?::|är))\s*(?P<place>\S.{0,79}?)"
)
QUIET = _clause(
    r"""(?:tyst(?:a)?\s+(?:timmar|tid(?:er)?)|quiet\s+hours|stör\s+(?:oss\s+)?(?:inte|ej)|do\s+not\s+disturb(?:\s+us)?|don't\s+disturb(?:\s+us)?)
        \s*:?\s*(?:är|mellan|från|between|from)?\s*(?:kl\.?\s*)?(?P<from>\d{1,2}(?:[.:]\d{2})?)\s*(?:-|–|till|och|to|and|until)\s*(?:kl\.?\s*)?(?P<until>\d{1,2}(?:[.:]\d{2})?)"""
)
LANGUAGE = _clause(
    rf"""(?:(?:språk(?:et)?|language)\s*(?::|är|ska\s+vara|is)?|(?:prata|tala|skriv|svara|byt\s+(?:språk\s+)?till|speak|write|answer|switch\s+to|use)\s+(?:på|in)?)\s*(?P<language>{_any(LANGUAGES)})"""
)
ZONE = _clause(r"(?:tidszon(?:en)?|time\s?zone)\s*(?::|är|is)?\s*(?P<zone>[A-Za-zÅÄÖåäö]+(?:[/ ][\w-]+){0,2})")
CAPTURE_ADDRESSED = _clause(
    r"""(?:(?:anteckna|lyssna|läs|skriv|svara|reagera)\s+(?:bara|endast|enbart)\s+(?:på\s+det\s+)?(?:när|då|om|som)\s+(?:du|vi|någon|jag|man)\s+(?:blir|är|tilltalar|nämner|skriver\s+till|pratar\s+med|frågar)\b.{0,30}
      |(?:(?:anteckna|lyssna|läs|svara|reagera)\s+)?(?:bara|endast|enbart)\s+(?:på|vid)\s+tilltal|(?:bara|endast|enbart)\s+när\s+(?:du|den|boten)\s+(?:blir\s+tilltalad|tilltalas)
      |(?:(?:listen|act|answer|record|take\s+notes)\s+)?only\s+when\s+(?:addressed|mentioned|spoken\s+to)
      |only\s+(?:take\s+notes|listen|record|write|answer)\s+when\s+(?:you|we|someone|i)\b.{0,30}|(?:take\s+notes|listen|record)\s+only\s+when\s+.{3,30})"""
)
CAPTURE_ALL = _clause(
    r"""(?:anteckna|lyssna\s+på|läs)\s+(?:allt|det\s+som\s+skrivs|som\s+vanligt|utan\s+att\s+(?:bli\s+tilltalad|någon\s+tilltalar\s+dig))(?:\s+(?:igen|under\s+mötena|utan\s+att\s+bli\s+tilltalad))?
      |(?:listen\s+to|record)\s+everything(?:\s+again)?"""
)
PUBLISH_AT_END = _clause(
    r"""publicera\s+(?:(?:anteckningarna|protokollet|dem|direkt|automatiskt|genast|alltid|själv)\s+)*(?:när|då|så\s+(?:fort|snart)|efter\s+att|vid)\s+(?:mötet|mötets)\s+(?:är\s+(?:slut|avslutat|över)|avslutas|slutar|avslutats|slut)
      |publicera\s+(?:automatiskt|direkt\s+efter\s+mötet)|publish\s+(?:automatically|(?:the\s+minutes\s+)?(?:as\s+soon\s+as|when)\s+the\s+meeting\s+(?:ends|is\s+over)|at\s+the\s+end\s+of\s+the\s+meeting)"""
)
PUBLISH_BY_HAND = _clause(
    r"""publicera\s+(?:(?:bara|först|endast)\s+)?(?:för\s+hand|manuellt|inte\s+(?:automatiskt|direkt|själv)|(?:när|då|efter\s+att)\s+(?:jag|vi|någon|koordinatorn)\s+(?:säger|godkänt|har\s+godkänt|sagt).{0,20})
      |(?:jag|vi)\s+publicerar\s+(?:själva|själv|för\s+hand)|(?:do\s+not|don't)\s+publish\s+automatically|publish\s+by\s+hand|(?:i|we)\s+publish\s+by\s+hand"""
)
KEEP_FILES = _clause(
    r"""(?:spara|behåll|hämta\s+(?:och\s+spara)?)\s+(?:också\s+|alla\s+|våra\s+|även\s+)*(?:bilagor(?:na)?|bifogade\s+filer)
        (?:\s+(?:också|hos\s+(?:dig|boten)|med\s+anteckningarna|med\s+kontrollsumma))?
      |(?:keep|save|store)\s+(?:all\s+|our\s+)?(?:the\s+)?(?:attachments|attached\s+files)(?:\s+(?:too|with\s+the\s+(?:notes|minutes)))?"""
)
LINK_FILES = _clause(
    r"""(?:spara|behåll|hämta)\s+(?:inte|aldrig|inga)\s+(?:längre\s+|några\s+|alla\s+)*(?:bilagor(?:na)?|bifogade\s+filer)(?:\s+(?:längre|mer))?
      |(?:sluta|upphör)\s+(?:att\s+)?(?:spara|hämta)\s+(?:bilagor(?:na)?|bifogade\s+filer)
      |(?:bara\s+)?länka\s+(?:bara\s+)?(?:till\s+)?bilagor(?:na)?
      |(?:do\s+not|don't|stop|never)\s+(?:keep|save|stor|keeping|sav|storing|saving)e?\s+(?:the\s+|any\s+|our\s+)?(?:attachments|attached\s+files)(?:\s+any\s*more)?
      |(?:only\s+)?link\s+(?:only\s+)?(?:to\s+)?(?:the\s+)?attachments"""
)
NAME = _clause(
    r"(?:gruppen|the\s+group)\s+(?:ska\s+(?:nu\s+)?heta|heter\s+(?:nu|i\s+stället)|byter\s+namn\s+till|is\s+(?:now\s+)?called|should\s+be\s+called)\s+(?P<name>\S.{0,79}?)"
)
ALIAS = _clause(
    r"(?:gruppen|vi|the\s+group|we)\s+(?:kallas|kallar\s+oss|går\s+under\s+namnet|is|are)\s+(?:också|även|ibland|also)\s+(?:för\s+|called\s+)?(?P<alias>\S.{0,59}?)"
)
LEVEL = _clause(
    r"(?:(?:gruppen\s+är\s+på|vi\s+(?:är|arbetar)\s+på)\s+|nivå\s*:\s*|level\s*:\s*)(?P<level>struktur|individ|structure|individual)(?:nivå)?"
)
PARTIES = re.compile(
    r"\s*(?:parter(?:na)?|gruppens\s+parter|(?:the\s+)?parties)\s*(?::|är|are)\s*(?P<names>\S.*?)[.\s]*", re.IGNORECASE
)
SHOW = re.compile(
    r"\s*(?:(?:visa|show)\s+)?(?:(?:gruppens|våra|the|our|group)\s+)?(?:inställningar(?:na)?|settings)\W*",
    re.IGNORECASE,
)

ADD_STANDING = re.compile(
    r"""\s*(?:(?:lägg\s+(?:till|in)|ny(?:a)?|add(?:\s+a)?|new)\s+)?(?:(?:en|ett|som|fast)\s+)*(?:stående\s+punkt(?:er)?|standing\s+items?)
        (?:\s+(?P<where>först|i\s+början|sist|i\s+slutet|first|last))?\s*:\s*(?P<title>\S.*?)[.!\s]*
      |\s*(?:lägg\s+(?:till|in)|ha|sätt|add)\s+(?P<title2>\S.{0,79}?)\s+(?:som|as)\s+(?:en\s+|a\s+)?(?:(?P<first2>första)\s+)?(?:stående\s+punkt(?:er)?|fast\s+punkt|standing\s+items?)[.!\s]*
      |\s*(?P<title3>[^\s:][^:]{0,79}?)\s+(?:ska|skall|bör|should|is\s+to)\s+(?:alltid\s+|nu\s+)?(?:vara|va|bli|ligga|stå|be)\s+(?:som\s+)?(?:en\s+|a\s+)?(?:stående\s+punkt|fast\s+punkt|standing\s+item)(?:\s+på\s+(?:dagordningen|agendan))?[.!\s]*""",
    re.IGNORECASE | re.VERBOSE,
)
REMOVE_STANDING = re.compile(
    r"""\s*(?:ta\s+bort|stryk|slopa|remove|drop)\s+(?:den\s+|the\s+)?(?:stående\s+punkt(?:en|er|erna)?|standing\s+items?)\s*:?\s*(?P<title>\S.*?)[.!\s]*
      |\s*(?:ta\s+bort|stryk|slopa|remove|drop)\s+(?P<title2>\S.{0,79}?)\s+(?:(?:som|as)\s+(?:en\s+|a\s+)?|(?:från|ur|from)\s+(?:de\s+|the\s+)?)(?:stående\s+punkt(?:er|erna)?|standing\s+items?)[.!\s]*
      |\s*(?P<title3>[^\s:][^:]{0,79}?)\s+(?:ska|är|is)\s+(?:inte|ej|not)\s+(?:längre\s+)?(?:vara\s+|va\s+)?(?:en\s+|a\s+)?(?:stående\s+punkt|standing\s+item)(?:\s+(?:längre|any\s?more))?[.!\s]*""",
    re.IGNORECASE | re.VERBOSE,
)
CLOSERS = ("övrigt", "övriga frågor", "nästa möte", "mötets avslutande", "avslutning", "kommande möten",
           "any other business", "other questions", "next meeting", "closing of the meeting")  # fmt: skip
"""Standing items that close every agenda: what is added to the tail comes before them."""

_CONVENES = (
    r"(?:sammankallar|kallar\s+till\s+möten(?:a)?|(?:är|blir|ska\s+vara)\s+sammankallande"
    r"|(?:håller\s+i|ansvarar\s+för|har)\s+sammankallandet|convenes?|is\s+the\s+convener|will\s+convene)"
)
_TAKES = (
    r"(?:tar|ta|får)\s+över\s+(?:som\s+sammankallande|sammankallandet)"
    r"|övertar\s+(?:rollen\s+som\s+sammankallande|sammankallandet)"
    r"|takes?\s+over\s+(?:as\s+convener|(?:the\s+)?convening)"
)
_AGREED = (
    r"(?:(?:vi|parterna|gruppen|we)\s+(?:har\s+|have\s+)?"
    r"(?:bestämt(?:\s+oss\s+för)?|beslutat|(?:kommit|kom)\s+(?:överens\s+om|fram\s+till)|enats\s+om|landat\s+i|sagt|decided|agreed)"
    r"|(?:nu\s+)?(?:det\s+är|är\s+det)\s+(?:bestämt|klart|beslutat))\s*,?\s*(?:att|that)?\s+"
)
_FROM = r"(?:från(?:\s+och\s+med)?|fr\.?\s?o\.?\s?m\.?|from|starting(?:\s+from)?|starting\s+on)"

CONVENES = re.compile(
    rf"\s*(?:{_AGREED})?(?:det\s+är\s+)?(?P<who>\S.{{0,60}}?)\s+(?:som\s+)?{_CONVENES}(?:\s+(?:gruppen|mötena|oss|us|the\s+group))?(?P<rest>(?:\s+.{{0,80}})?)",
    re.IGNORECASE,
)
CONVENER_IS = re.compile(
    r"\s*(?:gruppens\s+|our\s+|the\s+)?(?:sammankallande(?:\s+part)?|convener)\s*(?::|är|blir|is|will\s+be)\s*(?P<who>\S.{0,60}?)(?P<rest>(?:\s+(?:t\.?\s?o\.?\s?m\.?|till|fram\s+till|until|från|fr\.?\s?o|from).{0,80})?)",
    re.IGNORECASE,
)
TAKES_OVER = re.compile(
    rf"\s*(?:{_AGREED})?(?:det\s+är\s+)?(?P<who>\S.{{0,60}}?)\s+(?:som\s+)?(?:{_TAKES})(?P<rest>(?:\s+.{{0,80}})?)",
    re.IGNORECASE,
)
FROM_THEN = re.compile(
    rf"\s*(?:{_AGREED})?(?P<rest>{_FROM}\s+.{{3,40}}?)\s+(?:är\s+det\s+|är\s+|blir\s+det\s+|tar\s+)(?P<who>\S.{{0,60}}?)\s+(?:som\s+(?:sammankallar|är\s+sammankallande)|över\s+(?:som\s+sammankallande|sammankallandet)|sammankallande)",
    re.IGNORECASE,
)
FROM_THEN_CONVENES = re.compile(
    rf"\s*(?:{_AGREED})?(?P<rest>{_FROM}\s+.{{3,40}}?),?\s+(?:sammankallar|kallar)\s+(?P<who>\S.{{0,60}}?)",
    re.IGNORECASE,
)
THEN = re.compile(
    r"\s*(?:och\s+|and\s+)?(?:därefter|sedan|sen|efter\s+det|then|after\s+that)\s+(?:är\s+det\s+|blir\s+det\s+|tar\s+|sammankallar\s+)?(?P<who>\S.{0,60}?)(?:\s+(?:över|sammankallar|tar\s+över|takes\s+over|convenes))?",
    re.IGNORECASE,
)
UNTIL = re.compile(
    r"(?:t\.?\s?o\.?\s?m\.?|till\s+och\s+med|fram\s+till(?:\s+och\s+med)?|till|until|through|up\s+to)\s+(?P<date>\S.*)",
    re.IGNORECASE,
)
FROM = re.compile(rf"{_FROM}\s+(?P<date>\S.*)", re.IGNORECASE)
