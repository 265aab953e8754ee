"""Tell what is said to the people in the room: a question without its mark, a request or an order to somebody."""

from __future__ import annotations

import re

_LONGEST_ASKED = 14
_LONGEST_BIDDEN = 9

# What may stand before the verb or question word: "men", "du,", "ursäkta", "btw".
_LEAD_IN = (
    r"\W*(?:(?:och|men|så|du|ni|hej|hörni|hörru|ursäkta|förlåt|förresten|btw|sorry"
    r"|snälla|jo|ok|okej|and|but|so|hey|please|oh|um)\W+){0,2}"
)
_WHO_V2 = r"(?:du|ni|någon|nån|någon|man|vi|jag|det|den|de|dom|alla|han|hon|ngn)"
_VERB_FIRST = (
    r"(?:kan|kunde|får|fick|vill|skulle|har|hade|är|var|ska|skall|finns|fanns|vet|ser|såg|hör|hörde|läser|funkar"
    r"|minns|behöver"
    r"|tror|tycker|måste|går|gick|kommer|tar|hinner|orkar|känner|pausar|slutar|börjar|äter|åker|heter|blir|blev|gör"
    r"|gjorde|sa|sade"
    r"|menar|menade|hittar|hittade|låter|fungerar|brukar|stämmer|syns|hörs|kollar|skriver|sitter|bor)"
)
# "kan du ta med nycklarna", "får jag låna din penna", "såg ni matchen igår"
_INVERTED = re.compile(rf"^{_LEAD_IN}{_VERB_FIRST}\s+{_WHO_V2}\b(?!\s*:)", re.IGNORECASE)
# "vad sa du", "var var vi nu", "vems är jackan", "hur långt är det kvar": the question word, little, and its verb.
_ASKED = re.compile(
    rf"""^{_LEAD_IN}(?:
        (?:vad|vem|vems|vart|varför|när|var|hur)\s+(?:i\s+hela\s+friden\s+)?{_VERB_FIRST}\s+(?!(?:oklar|okän|öppe
          |olik|svår|viktig))\w
      | (?:vilken|vilket|vilka|hur)\s+\w+\s+{_VERB_FIRST}\s+{_WHO_V2}\b
      | (?:vem|vems|vad)\s+(?:som\s+)?(?:är|var|har|tog|tar|skrev|lämnade|glömde|ringer|pratar)\b
      | (?:can|could|may|shall|should|do|does|did|is|are|was|were|have|has|will|would|won't|isn't|aren't)\s+(?:i|we
        |you|he|she|it
          |they|there|any\w*|some\w*|everyone|that|this)\b
      | (?:who|what|where|when|why|how)(?:'s|\s+(?:is|are|was|were|do|does|did|can|should))\s+(?!\w+ing\b)\w
    )""",
    re.IGNORECASE | re.VERBOSE,
)
# "kommer det fler startar vi en grupp till", "får vi medel så kör vi i höst": a condition, and what then comes.
_CONDITION = re.compile(
    r"\b(?:så|då|annars|then)\s+\w+\s+(?:vi|de|man|det|det|du|ni|jag|hon|han)\b"
    r"|^\W*\w+(?:\s+\S+){2,8}?,?\s+(?:\w{2,}(?:ar|er|år|ir|or|ör)|ser|kan|får|ska|går|tar)\s+(?:vi|man|det|de|dom"
    r"|ni)\b",
    re.IGNORECASE,
)
# An unclear matter told of, not asked: "vem som betalar är oklart", "what happens next is unclear".
_TOLD = re.compile(
    r"\b(?:oklart|okänt|öppet|osäkert|återstår|kvarstår|unclear|unknown|open|undecided|remains)\b"
    r"|\b(?:not\s+(?:clear|decided|known))\b",
    re.IGNORECASE,
)
# Orders and requests about the room, the screen, the food, the talk: to people here and now.
_BID = re.compile(
    rf"""^{_LEAD_IN}(?:
        (?:flytta|sätt|slå|res|skynda|lugna|skärp|ställ|vänd|luta|tryck|håll|dra|hoppa)\s+(?:på\s+)?(?:dig|er|dej)\b
      | ta\s+(?:en|ett|ngt|nåt|något|lite|några|mer)\s+(?:till\b|\w{{3,8}}$) | ta\s+(?:för|med)\s+(?:er|dig)\b
      | (?:plocka|städa|torka|diska)\s+(?:undan|bort|av|upp)\b | (?:dra|fäll|skruva|vrid)\s+(?:ner|upp|för|ned|på|av)\b
      | (?:skicka|ge|räck|kasta|langa)\s+(?:hit|runt|vidare|mig|över)\b | (?:skicka|mejla|maila|ge|visa|sms:?a
        |pinga)\s+(?:\w+\s+){{0,2}}(?:till\s+)?(?:mig|mej|oss)\b
      | (?:mejla|maila|ring|skriv|säg|berätta|fråga|ropa|vinka|påminn|hör\s+av\s+(?:dig|er))\s+(?:till\s+)?(?:mig|mej
        |oss|till\s+när|om\s+ni|om\s+du|när\s+ni|när\s+du)\b
      | (?:fortsätt|börja|kör|säg|berätta|gå|sitt|stå|prata|läs|kom|visa)\s+(?:på\s+|bara\s+|gärna\s+|kvar\s+)?(?:du
        |ni)\b
      | (?:du|ni|you)\s+(?:kan|får|ska|måste|can|could|may)\s+(?:gärna\s+|bara\s+)?\w+\s+(?:mig|mej|in|ut|me|in|out)\b
      | (?:låt|let)\s+(?:mig|mej|henne|honom|oss|dem|dom|me|him|her|us|them)\b
      | (?:prata|tala|snacka)\s+(?:in\s+|lite\s+)?(?:högre|lägre|saktare|långsammare|tydligare|i\s+micken|svenska)
      | (?:kolla|titta|läs|se|scrolla|skrolla|bläddra|zooma)\s+(?:ovan|upp|ner|ut|in|vidare|chatten|din|er|länk\w*
        |här|lite)\b
      | (?:nästa|förra|byt|tillbaka)\s+(?:en\s+)?(?:bild|slide|sida)\b | gå\s+tillbaka\s+en\s+(?:bild|sida)
      | (?:pass|hand|send|give|email|call|text|tell|show|remind|ping)\s+(?:me|us|her|him|it)\b
      | (?:sit|calm|settle|quiet(?:en)?|hurry|speak|move|scroll|slow|turn|come|stand|zoom|mute|unmute|grab|help|talk
        |mind)\s+(?:down|up
          |closer|over|in|here|yourselves|yourself|a\b|the\b|slower|louder|along)
      | (?:next|previous|back\s+one|go\s+back\s+(?:one|a))\s+(?:slide|page|picture)
      | (?:take|have)\s+a\s+(?:seat|break|cookie|piece|breath)
      | (?:go\s+on|after\s+you|you\s+first|tell\s+us)\b
    )""",
    re.IGNORECASE | re.VERBOSE,
)


def is_asked(text: str) -> bool:
    """Tell whether a sentence asks people something though no question mark says so."""
    if text.count(" ") >= _LONGEST_ASKED or not (_INVERTED.match(text) or _ASKED.match(text)):
        return False
    return _CONDITION.search(text) is None and _TOLD.search(text) is None


def is_bidden(text: str) -> bool:
    """Tell whether a sentence bids somebody here do something with the room, the screen, the food or the talk."""
    return text.count(" ") < _LONGEST_BIDDEN and _BID.match(text) is not None
