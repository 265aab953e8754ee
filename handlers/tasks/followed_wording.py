"""The words in which tasks are told done, moved, handed over and dropped, Swedish first."""

from __future__ import annotations

import re

HINT = re.compile(
    r"klar|färdig|bocka|pricka|kryssa|check|✔|☑|finish|✅|\[x\]|uppgift|åtgärd|stryk|fixad|fixat|gjort|gjord"
    r"|avklarad|done|tick|"
    r"complete|task|deadline|min\s+grej|tar\s+över|lämna|skicka|uppdater|avsluta|slutför|stäng|close|sent|submitted|booked|ready|beställ|boka",
    re.IGNORECASE,
)
TAIL = re.compile(r"[\s.!]+\Z")

# "klart! statistiken är skickad", "✅ kontaktlistan uppdaterad", "done: contact list updated", "check på lokalen"
DONE_FIRST = re.compile(
    r"(?:nu\s+)?(?:klart|klar|färdig|färdigt|avklarat|fixat|gjort|done|completed|"
    r"finished)\s*[:!,–—-]+\s*(?P<what>\S.*)\Z|(?:(?:✅|☑️?|✔️?|\[x\])\s*|check\s+på\s+)(?P<ticked>\S.*)\Z",
    re.IGNORECASE | re.DOTALL,
)
# "bocka av boka lokal", "markera X som klar", "mark X as done"
TICK = re.compile(
    r"""(?:kan\s+(?:du|ni)\s+)?(?:bocka|pricka|kryssa|checka)\s+av\s+(?:(?:uppgiften|
        åtgärden)\s+)?(?:att\s+)?(?P<a>\S.*)
      | (?:klarmarkera|klarrapportera|avsluta|slutför|stäng|close)\s+
        (?:(?:uppgiften|åtgärden|the\s+task|task)\s+)?(?P<e>\S.*)
      | (?:markera|sätt)\s+(?:uppgiften\s+)?(?P<b>\S.*?)\s+(?:som|till)\s+(?:klara?|klart|färdigt?|gjord|gjort)
      | (?:mark|set)\s+(?P<c>\S.*?)\s+(?:as\s+)?(?:done|complete[d]?|finished)(?:\s+please)?
      | (?:tick|check)\s+off\s+(?P<d>\S.*)
      """,
    re.IGNORECASE | re.VERBOSE,
)
# "min uppgift … är fixad", "jag har gjort min uppgift …", "uppgiften X är klar", "min grej med X är fixad"
STATED = re.compile(
    r"""\b(?:min|mitt|mina|vår|my)\s+(?:uppgift|åtgärd|grej|del|punkt\s+på\s+listan|task|thing)(?:er|
        en)?\s*(?P<a>.*?)\s*\b(?:är|har\s+jag)\s+(?:nu\s+)?(?:klara?|klart|färdigt?|fixade?|fixat|gjorda?|gjort|
            avklarad|done|
        löst|avbockad)\b.*
      | \bjag\s+(?:har\s+)?(?:gjort|fixat|är\s+klar\s+med|avklarat)\s+(?:klart\s+)?(?:nu\s+)?(?:min|mitt|
          vår)\s+(?:uppgift|åtgärd|grej|del)(?P<b>.*)
      | \b(?:uppgiften|åtgärden|the\s+task)\s+(?P<c>\S.*?)\s+(?:är|is)\s+(?:nu\s+|now\s+)?(?:klar|färdig|fixad|gjord|
          avklarad|done|finished|complete[d]?)\b
      | \bI(?:'ve|\s+have)?\s+(?:done|finished|completed)\s+my\s+task(?P<d>.*)
      """,
    re.IGNORECASE | re.VERBOSE,
)
# "checklistan är klar", "the invite has been sent": a thing, and that it is done.
IS_DONE = re.compile(
    r"""(?P<what>[^,;:!?]{3,120}?)\s*(?::\s*|\b(?:är|blev|har\s+blivit|is|are|was|has\s+been|have\s+been)\s+)(?:(?:nu|äntligen|redan|now|finally|already)\s+)?
        (?:tryckt\w*\s+och\s+)?(?:klar[ta]?|färdig\w*|avklara\w+|fixa\w+|gjor[dt]\w*|utför[dt]\w*|avslutad\w*|(?:in|ut|av|över)?lämna[dt]\w*|(?:in|ut)?skicka[dt]\w*|uppdatera\w+
        |boka[dt]\w*|beställ[dt]\w*|skriv[en]\w*|done|finished|completed?|updated|sent|submitted|booked|ready|closed)\b(?P<rest>.{0,60})""",
    re.IGNORECASE | re.VERBOSE,
)
PROMISED = re.compile(
    r"\b(?:lovade|åtog|skulle|uppgift\w*|åtgärd\w*|härmed\s+meddelas|på\s+listan|promised|was\s+to|my\s+task|the\s+task|action\s+(?:item|point)"
    r"|close\s+(?:that|it)|stäng(?:a)?\s+den)\b",
    re.IGNORECASE,
)
BEFORE_THING = re.compile(
    r"\A\W*(?:(?:härmed|jag|vill|meddelas?|meddela|att|den\s+där|det\s+där|så|nu|uppgiften|åtgärden|med|the|that)\s+)+",
    re.IGNORECASE,
)
PROMISE_AFTER = re.compile(
    r"\s+(?:(?:som|that)\s+)?(?:jag|vi|i|we)\s+(?:lovade|åtog|skulle|promised|was|were)\b.*\Z", re.IGNORECASE
)
WITH = re.compile(
    r"\A\W*(?:nu\s+)?(?:(?:är|jag\s+är|i'm|i\s+am)\s+)?(?:klar|färdig|done|finished)\s+(?:med|with)"
    r"\s+(?!lunch|frukost|fika|jobbet|dagen)(?P<what>[^,;!?]{3,80})\Z",
    re.IGNORECASE,
)
# "Göran har skickat presentationen så den kan ni stryka", "… så den uppgiften är avklarad", "…, bocka av"
DONE_LAST = re.compile(
    r"""(?P<what>\S.{3,200}?)[\s,.!;–-]+(?:(?:så|och|and|so)\s+)?(?:
        (?:nu\s+)?(?:den|det|that|it)(?:\s+(?:uppgiften|åtgärden|punkten|saken|task|one))?\s+(?:är|is|kan)\s+(?:(?:nu
          |ni|du|vi|man|now)\s+)?
          (?:klara?|klart|avklara[dt]|färdigt?|gjor[dt]|fixa[dt]|done|finished|stryka|strykas|bockas?\s+av
            |tas?\s+bort|be\s+ticked\s+off)
      | (?:uppgiften|åtgärden)\s+kan\s+(?:(?:ni|du|vi|man)\s+)?(?:stryka|strykas|bockas?\s+av|tas?\s+bort)
      | (?:bocka|pricka|kryssa|checka)\s+av(?:\s+(?:den|det|uppgiften))?
      | (?:tick|check|cross)\s+(?:(?:it|that)\s+)?off | mark\s+(?:it|that)\s+(?:as\s+)?(?:done|completed?)
    )(?:\s+(?:från|på|i|off|on)\s+(?:listan|the\s+list))?\s*\Z""",
    re.IGNORECASE | re.VERBOSE,
)
# A word by itself before what is done: "Klart! Statistiken är skickad."
DONE_ALONE = re.compile(r"\W*(?:nu\s+)?(?:klart?|färdigt?|fixat|gjort|done|finished|completed)\W*\Z", re.IGNORECASE)
# "Bo är färdig med lovskolan", "nu har jag pratat med hyresvärden": who has done it, before what it is.
DOER = re.compile(
    r"""\A(?:(?:nu|så|now|so)\s+)?(?:(?P<by>[^,.;:!?]{2,40}?)\s+(?:är|is|are|am)\s+(?:nu\s+|now\s+)?(?:klara?
        |färdiga?|done|finished)\s+(?:med|with)\s+
      |(?:har\s+(?:jag|vi)|(?:jag|vi)\s+har|i\s+have|i've|we\s+have|we've)\s+(?:nu\s+|now\s+)?(?=\w))""",
    re.IGNORECASE | re.VERBOSE,
)
OF_LAST_TIME = re.compile(
    r"\A(?:(?:från|sen|sedan|since|from)\s+(?:förra|senaste|(?:the\s+)?last)\s+\w+\s*[,:–-]?\s*|(?:att|with|med"
    r"|på)\s+)",
    re.IGNORECASE,
)

# "stryk uppgiften X", "uppgiften X är inte aktuell längre"
DROP = re.compile(
    r"""(?:stryk|ta\s+bort|släng|drop|remove)\s+(?:uppgiften|åtgärden|the\s+task|
        task)\s+(?:om\s+)?(?:att\s+)?(?P<a>\S.*)
      | (?:uppgiften|åtgärden|the\s+task)\s+(?P<b>\S.*?)\s+(?:utgår|är\s+inte\s+aktuell\w*(?:\s+längre)?|
          är\s+inaktuell|behövs\s+inte(?:\s+längre)?|is\s+no\s+longer\s+needed)
      """,
    re.IGNORECASE | re.VERBOSE,
)
# "flytta uppgiften X till 5 juni", "ny deadline för X: 5 juni"
MOVE = re.compile(
    r"""(?:flytta|skjut(?:\s+upp)?|senarelägg|förläng|move|postpone)\s+(?:(?:fram\s+)?uppgiften|åtgärden|
        deadline(?:n)?\s+för|datumet\s+för|the\s+task|task)\s+(?:att\s+)?(?P<a>\S.*?)\s+(?P<a_to>(?:till|to|
            until)\s+\S.*)
      | (?:ny|nytt|new)\s+(?:deadline|datum|due\s+date)\s+(?:för|for)\s+(?:uppgiften\s+|
          the\s+task\s+)?(?P<b>\S.*?)\s*(?::|\bär\b|\bis\b)\s*(?P<b_to>\S.*)
      """,
    re.IGNORECASE | re.VERBOSE,
)
# "ge uppgiften X till Malin", "Malin tar över uppgiften X"
GIVE = re.compile(
    r"""(?:ge|lämna(?:\s+över)?|flytta\s+över|assign|give)\s+(?:uppgiften|åtgärden|the\s+task|
        task)\s+(?:att\s+)?(?P<a>\S.*?)\s+(?:till|åt|to)\s+(?P<a_who>[^,.]{2,50})
      | (?P<b_who>[^,.:]{2,50}?)\s+(?:tar\s+över|takes\s+over)\s+(?:uppgiften|åtgärden|
          the\s+task)\s+(?:att\s+)?(?P<b>\S.*?)(?:\s+(?:från|efter|from)\s+.*)?
      """,
    re.IGNORECASE | re.VERBOSE,
)
# Talk about being done that is about no task: "klart jag gör!", "är det klart?", "fixat håret".
SMALL_TALK = re.compile(r"\A(?:klart\s+(?:jag|vi|att|du|man|det)\b|fixat\s+håret)", re.IGNORECASE)
