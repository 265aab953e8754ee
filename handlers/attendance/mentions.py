"""The words without one of which a sentence says nothing about attendance: looked at before anything else.

Sorted by how they stand, for most of what is written in a channel has none of them, and must cost next to nothing.
"""

from __future__ import annotations

import re

from meetings.sieve import Sifted

_WORDS = frozenset(
    """
    accept åka åker dä ers framme glider kliver loss måst over rullar skär slinker slip smyger spricker strular vik
    away behind blir borta bye came come comes coming deltog deputy dra drar drog dyker där dök fysiskt gick go
    gotta gå går hemma here här ill inne irl kan klev kunde kör left ligger make mark minut minute minuter
    missed missing måste nej no off ok okej out pass passing plats run running samma sen sena sent sick sign sit
    sitter sluta stack stuck stå står tackar takes tick tid too took utan varken via without works åt
    """.split()
)
"""Whole words."""
_BEGINNINGS = tuple(
    """
    anländ anmäl anslut anslöt arriv avanmäl avsto avstå avvek bail bocka bortrest bryt bröt buss busy byt call
    can declin delta dial drar drop gräns head häng join jump kila klarar kom kryss kurs late leav ledig logga
    miss mysam need pricka prioriter ring samtal semester send site sitt skriv stay step stick stryk sub tacka
    tillk tvung täck vab viker
    """.split()
)
"""What a word begins with."""
_ENDINGS = tuple("gången resa work".split())
"""What a word ends with."""
_ANYWHERE = tuple(
    """
    accepter avlägsn avgång clash deputi förfall hörsamma infinn kallelsen kollider krock smiter tjänstgör undertecknad
    absen apolog attend avail avvik behalf behöver bekräfta confirm count cover digital distans dropp dubbelbok
    ersätt fattas fill frånvar funkar företräd förhindra förkyld försen försvan försvin föräldraled hejdå hinder
    hindrad hinner holiday hoppa hälsa impossible iväg konferens koppla koppling krasslig lämna länk medverka
    närvar nödga omöjlig online passar place present regret remote replac räkna räkning saknas seat senare sjuk
    skickar skippa skärm släpp springa stand stead stop ställe teams there travel unable upprop upptag utbildning
    utebl uteslut utomlands vacation vikari vägnar zoom återbud
    """.split()
)
"""What stands anywhere in a word."""
_TOGETHER = re.compile(
    r"""
    \b(?:är|e|ä|vara?|va|blir|bli|blev|finns|sitter|också|oxå|även|å|jag|ja|mig|inte|int|ej|icke|räkna|hinner|hänger|kan
      |får|nu|redan|snart|dit)\s+m[eä](?:d|dan)?\b
    | \bmed?\s+(?:på|via|i|från|till|digital\w*|länk|hela|första|sista|dit|här|där|er|ni|oss)\b | \bmed\W*\Z
    | \bvar\s+(?:inte|ej|också|även|tyvärr|borta|sjuk|frånvar|närvar|med|här|där|på\s+plats|försen|sen)
    | make\s+it | \bn[o']t\b | \bo\.?o\.?o\b | \bi'?m\s+in\b | \b\+1 | \bin\s+(?:person|\d) | \btar\s+min
    | \bstår\s+över
    | \bta(?:r\s+sig|r?\s+(?:mig|oss)) | \bpå\s+(?:väg|ing|gång) | my\s+way | tackar?\s+för
    | \bwith\s+you\s+in\b | \bon\s+screen\b | \bput\s+my | \blägg\s+(?:in|till|upp)\s+m[ie][gj]
    | \b(?:tar|kör)\s+(?:det?|mötet|tis\w*|\w+dag\w*|den)\b | \bihop\s+(?:det|tis\w*|\w+dag\w*)
    | \b(?:pop|sneak|drop)\s+in\b | \bbooked\s+until | \banother\s+\w+\s+min | \bi'm\s+out\b
    | \binte\s+möjlighet | \bhar\s+\w+\s+inte\s+möjlighet
    | \b(?:only|just)\s+there | \brunda\s+av
    | t\.?o\.?m\.?\s*\d | \bput\s+me
    | \d\s?min\b
    """,
    re.VERBOSE,
)
"""What says something only together."""
_WORD = re.compile(r"\w+")
_ANY = Sifted(
    re.compile(
        rf"\b(?:{'|'.join(sorted(_WORDS))})\b|\b(?:{'|'.join(_BEGINNINGS)})|(?:{'|'.join(_ENDINGS)})\b"
        rf"|{'|'.join(_ANYWHERE)}|{_TOGETHER.pattern}",
        re.VERBOSE,
    )
)
"""All of these at once, for the sieve."""


def mentions(said: str) -> bool:
    """Tell whether a text, in small letters, can say anything about attendance."""
    if not _ANY.may_stand(said):
        return False
    words = _WORD.findall(said)
    if not _WORDS.isdisjoint(words):
        return True
    if any(word.startswith(_BEGINNINGS) or word.endswith(_ENDINGS) for word in words):
        return True
    return any(part in said for part in _ANYWHERE) or _TOGETHER.search(said) is not None
