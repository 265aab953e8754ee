"""What is said of attendance, as patterns over the signs of a clause, each sign followed by one space."""

from __future__ import annotations

import re

_S = r"(?:(?:ME|WHO|RELATIVE|WE|UNIT) )?"
_MODAL = r"(?:(?:ABLE|WILL|BE|BECOME|HAVE|MUST|GIVE) )*"


def _whole(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"(?:{pattern.replace('{S}', _S).replace('{M}', _MODAL)})\Z")


# {S} is whoever the clause is about, before or after its verb, {M} what it is said with.
ABSENT_SURE = tuple(
    _whole(pattern)
    for pattern in (
        r"{S}{M}{S}NOT {M}{S}ATTENDS? ",  # jag kan inte komma; tyvärr kan jag inte vara med; he is not coming
        r"{S}ATTENDS {S}NOT ",  # Karin kommer inte
        r"{S}(?:BE )?UNABLE ATTEND ",
        r"{S}{M}{S}{M}(?:(?:COUNTME|RELAY) )?HINDER (?:ATTEND )?(?:(?:HAVE|BE) )?(?:(?:WHO|ME"
        r"|UNIT) )?",  # har förhinder
        r"{S}{M}{S}{M}(?:(?:SEND|GO|GONE|COUNTME|RELAY|ACCEPT) )*REGRETS (?:(?:WHO|ME|UNIT) )?",  # återbud från Karin
        r"(?:(?:ME|WHO|UNIT) )?{M}(?:(?:COUNTME|RELAY|GO) )*ABSENCE (?:BE )?(?:(?:WHO|ME|UNIT) )?",  # anmäl frånvaro
        r"{M}(?:COUNTME|GIVE) (?:ME|WHO) (?:DOWN )?(?:ABSENCE|HINDER) ",
        r"{S}{M}(?:DECLINE|STRIKE) (?:ME )?ATTENDANCE ",  # avböjer min medverkan
        r"NOTEOUT (?:(?:ME|WHO) )?",
        r"ORG (?:ATTENDS|ABLE|WILL) NOUNIT ",  # från kommunen kommer ingen
        r"NOUNIT {M}(?:(?:ATTENDS?|HAVE ABLE ATTEND) )?",  # ingen från kommunen kan
        r"(?:UNIT|WE|ME) {M}(?:NOREP|NOT {M}(?:SEND SOMEBODY|REPRESENTED)) ",  # AF kan inte skicka någon
        r"UNIT {M}(?:NONE|NOT) {M}(?:ATTENDS?|THERE) ",
    )
)
ABSENT_WITH_DAY = tuple(
    _whole(pattern)
    for pattern in (
        r"{S}(?:ABLE|WILL) {S}NOT (?:BE )?",  # kan inte den 12:e
        r"{S}{M}{S}NOTIN ",  # är inte med på mötet; hinner inte med mötet
        r"{S}{M}{S}NOT ABLE ",
        r"{S}{M}{S}AWAY (?:(?:AND )?AWAY )?",  # är borta på tisdag
        r"{S}{M}{S}{M}DECLINE ",
        r"{S}{M}{S}{M}MISS ",  # missar mötet
        r"{S}(?:ABLE )?NOT DO ",  # can't do Tuesday
        r"{S}{M}(?:ATTENDS )?{S}NOT {M}{S}(?:ATTENDS? )?OVER (?:IT )?",  # kommer inte loss
        r"NOT (?:ME|WHO) {M}(?:ATTENDS? )?",  # varken jag eller Karin kan
        r"{M}STRIKE ME ",
        r"(?:BE |BECOME )?IMPOSSIBLE (?:NOT )?ME ",  # tisdag är omöjligt för mig
        r"{S}{M}NONE (?:ME )?",  # blir inget möte för mig
        r"{S}{M}WITHOUT ",  # får bli utan mig
        r"(?:(?:SUITS|GO|BE|NOT|ABLE) )*NOT (?:SUITS )?ME ",  # tisdag går inte för mig
    )
)
AWAY_FOR_NOW = _whole(r"{S}{M}{S}(?:AWAY|BUSY) ")  # är upptagen till 13.30
TAKES_BACK = _whole(
    r"(?:ME )?(?:(?:BECOME|SUITS|GO|ABLE|WILL|BE|IMPOSSIBLE) )*(?:ME )?(?:NOT|NONE|IMPOSSIBLE) (?:(?:BECOME"
    r"|SUITS|ABLE|ATTEND|ME) )*"
)
"""After "I said I would come, but": it is not to be."""
WAS_ABSENT = _whole(r"{S}(?:WAS NOTIN|WAS ABSENCE|ATTENDED NOT) ")  # Bo var inte med
LATE = tuple(
    _whole(pattern)
    for pattern in (
        r"{S}(?:WILL )?BECOME {S}(?:STRETCH )?(?:TARDY|LATER) (?:STRETCH )?",  # blir 10 min sen
        r"{S}{M}{S}STRETCH TARDY ",
        r"{S}{M}{S}TARDY STRETCH ",
        r"{S}(?:{M}ATTEND|ATTENDS) {S}(?:STRETCH )?(?:LATER|TARDY) (?:STRETCH )?",  # kommer lite senare
        r"{S}STRETCH LATER ",
        r"{S}{M}{S}(?:ATTENDS? )?{S}STRETCH INTO ",  # kommer en kvart in i mötet
        r"{S}{M}{S}(?:ATTENDS )?(?:STRETCH )?ONWAY (?:(?:STRETCH|AWAY) )*",  # är på väg; kommer strax
        r"{S}{M}{S}STRETCH ARRIVES |ARRIVES (?:STRETCH )?",  # blir 5 min till innan jag är framme; sen ankomst
    )
)
LATE_TODAY = _whole(r"{S}{M}{S}TARDY ")  # är försenad
LATE_WITH_HOUR = _whole(r"{S}{M}{S}(?:ATTENDS?|ATTENDED|NOSTART) {S}(?:AFTERTHAT )?")  # ansluter 13.30
STILL_TO_GO = _whole(r"(?:ME|WHO|RELATIVE) WILL BE STRETCH ")  # I'll be another five minutes
NO_START = _whole(r"{S}{M}(?:ATTENDS )?{S}NOSTART ")
MUST_GO = _whole(r"{S}(?:(?:HAVE|BECOME|WILL) )*(?:MUST|HAVE) {S}(?:GO |ATTENDED )+")  # måste tyvärr gå
LEAVES = _whole(
    r"(?:TARDY |AND )?{S}(?:WAS )?{M}{S}(?:GO"
    r"|GONE) (?:GO )?{S}(?:STRETCH )?(?:EARLY )?"
)  # måste gå 14.30
HAS_TO_STOP = _whole(
    r"{S}{M}{S}HARDSTOP |(?:ME |WHO |RELATIVE )?(?:HAVE |WILL |BECOME )*MUST (?:ME |WHO )?QUIT (?:EARLY )?"
)  # har ett stopp 14.15
STAYS = _whole(r"{S}(?:(?:ABLE|BE|WILL|DO) )*{S}(?:(?:ATTENDS?|BE|HERE) )?{S}")  # kan första timmen; med till 14
PRESENT = tuple(
    _whole(pattern)
    for pattern in (
        r"{S}(?:BE )?(?:ATTENDS )+{S}(?:HERE )?",  # jag kommer; nu är jag med; jag är med här
        r"{S}{M}{S}{M}ATTEND ",  # jag kan vara med
        r"(?:(?:ME|WHO) )?(?:MUST )?COUNTME (?:ME|WHO|MYNAME) (?:(?:HERE|DOWN|YOU) )?",  # räkna med mig
        r"(?:ME )?MEIN ",
        r"{S}STEPIN ",  # går in som ersättare
        r"WE (?:(?:BE|BECOME|ATTENDS) )*PARTY ",  # vi blir två från oss
        r"{S}{M}{S}ACCEPT ",  # tackar ja till tisdag
        r"{S}{M}(?:CONFIRM|COUNTME|GIVE|RELAY) (?:ME )?ATTENDANCE ",  # bekräftar min närvaro
        r"(?:YOU )?(?:(?:ABLE|MUST|WILL) )*(?:COUNTME|GIVE) (?:ME|WHO) (?:(?:DOWN|HERE) )+",  # mark me as present
        r"(?:YOU )(?:(?:ABLE|MUST|WILL) )*COUNTME (?:ME|WHO) ",  # ni kan pricka av mig
    )
)
THERE = _whole(
    r"WE BE WHO HERE |(?:BECOME|BE) ATTENDANCE |{S}(?:(?:WILL|BE|BECOME|ATTENDS|ABLE|TAKE) )*{S}(?:BE )?|ME GIVE "
)  # jag är | på plats, digitalt
HERE = _whole(r"{S}(?:BE )?HERE |BE ME (?:HERE )?|HERE BE ME |BE WHO HERE ")
PUT_DOWN = _whole(
    r"(?:{S}{M})?(?:CHANGE|GIVE|COUNTME|SWAP) (?:(?:ME|WHO|MYNAME) )?(?:(?:DOWN|TO) )?(?:ATTENDANCE )?"
)  # ändra mig till digital; ändra mitt deltagande till digitalt
NAMES_SOMEBODY = re.compile(r"\b(?:ME|WHO|RELATIVE)\b")
CAN = _whole(r"(?:(?:ME|WHO|WE) )?ABLE ")  # jag kan på tisdag
ATTENDED = _whole(r"{S}ATTENDED {S}")
AFTER_ALL = _whole(r"(?:(?:ABLE|WILL|ATTENDS) ME |ME (?:ABLE|WILL) )(?:ATTEND )?")  # jo, det kan jag
JOINS_IN = _whole(r"(?:METOO|SAME|(?:ME )?SUITS (?:ME )?)(?: )?")

SUBSTITUTE = tuple(
    _whole(pattern)
    for pattern in (
        # Karin går i mitt ställe
        r"(?P<by>WHO|ME|RELATIVE) (?:(?:WILL|ABLE|BE|BECOME|MUST|HAVE|GO|ATTENDS?|SEND|STEPIN|REPLACE) )*"
        r"(?P<how>MYSTEAD|HERSTEAD|STEAD) ",
        # då går Karin i mitt ställe
        r"(?:GO|ATTENDS|BECOME|BE|WILL) (?P<by>WHO|ME) (?:(?:GO|ATTEND) )?(?P<how>MYSTEAD|HERSTEAD|STEAD) ",
        # Karin kommer i stället för mig; Karin ersätter Malin; Karin som ersättare för Malin
        r"(?:(?:WE HAVE|HAVE WE) )?(?P<by>WHO|ME|RELATIVE) (?:(?:WILL|ABLE|BE|BECOME|MUST|GO|ATTENDS?|AND|HERE) )*"
        r"(?:INSTEADOF|REPLACE|STEPIN|SUBST) (?:FOR )?(?P<of>WHO|ME|RELATIVE) ",
        r"(?:GO|ATTENDS) (?P<by>WHO|ME) (?:INSTEADOF|REPLACE) (?P<of>WHO|ME|RELATIVE) ",
        r"(?:STEAD|INSTEADOF) (?P<of>WHO|ME) (?:GO|ATTENDS|BE) (?P<by>WHO|ME) ",
        r"(?:STEAD|MYSTEAD|HERSTEAD) (?:(?:GO|ATTENDS|BE|WILL|BECOME) )+(?P<by>WHO|ME) (?:(?:GO|ATTEND) )?",
        r"(?P<of>WHO) PLACEOF (?:GO|ATTENDS|BE|WILL) (?P<by>WHO|ME) (?:ATTEND )?",
        r"(?P<of>WHO|ME|RELATIVE) (?:(?:BE|BECOME) )?REPLACEDBY (?P<by>WHO|ME) ",
        # Karin går i Malins ställe
        r"(?P<by>WHO|ME) (?:(?:WILL|ABLE|BE|GO|ATTENDS?|HERE|TAKE|GIVE"
        r"|STEPIN) )*(?:FOR )?(?P<of>WHO) (?:PLACEOF|SITE) ",
        # Karin är här för Malin; för Malin går Karin
        r"(?P<by>WHO|ME) (?:(?:WILL|ABLE|BE|GO|ATTENDS?|HERE|STEPIN|SITE|NET) )+FOR (?P<of>WHO|ME|RELATIVE) ",
        r"FOR (?P<of>WHO|ME) (?:(?:GO|ATTENDS|STEPIN|BE|WILL) )+(?P<by>WHO|ME) (?:(?:STEPIN|GO|ATTEND|INTO|DOWN) )*",
        r"(?P<of>WHO) ABSENCE (?:GO|ATTENDS|BE|WILL|STEPIN) (?P<by>WHO|ME) (?:ATTEND )?",  # i Malins frånvaro deltar Bo
        # i dag ersätter Karin Malin; Malin skickar Karin
        r"(?P<of>WHO) (?:(?:HAVE|WILL) )*SEND (?P<by>WHO) (?:STEAD |HERSTEAD )?",
        # som min ersättare kommer Karin
        r"(?:STEPIN|SUBST) (?:(?:FOR )?(?P<of>WHO|ME|RELATIVE) )?(?:WE )?(?:(?:HAVE|ATTENDS|BE|BECOME|GO"
        r"|WILL) )+(?P<by>WHO|ME) ",
        r"(?P<by>WHO) (?:WILL )?(?P<how>REPLACE) ",
        r"SWAP (?P<of>WHO|ME) TO (?P<by>WHO|ME) ",
        # Malins ersättare är Karin; Karin är Malins ersättare; Malin har bett mig gå i hennes ställe
        r"(?P<of>WHO) SUBST (?:(?:BE|BECOME|ATTENDS|WILL) )+(?P<by>WHO|ME) ",
        r"(?P<by>WHO|ME) (?:(?:BE|BECOME|ATTENDS|WILL|GO) )+(?P<of>WHO) SUBST ",
        r"(?P<of>WHO) (?:HAVE )?ASKED (?P<by>ME) (?:(?:TO|WILL|GO|ATTENDS?|STEPIN) )*HERSTEAD ",
        r"(?:REPLACEDBY|REPLACED) (?P<of>ME|WHO) (?:BY |TO )?(?P<by>WHO) ",
        r"(?:ME )?(?:HAVE )?ASKED (?P<by>WHO) (?:(?:TO|WILL|GO|ATTENDS?|STEPIN) )*(?:INSTEADOF|FOR) (?P<of>ME) ",
        # min ersättare är Karin; Karin är min ersättare; ersättare för mig blir Karin
        r"SUBST (?P<of>WHO|ME|RELATIVE)? ?(?:BE|BECOME) (?P<by>WHO|ME) "
        r"(?:RELATIVE (?:(?:GO|ATTENDS|WILL|STEPIN) )+(?:(?:STEAD|MYSTEAD) )?)?",
        r"(?P<by>WHO) (?:WILL )?(?:BE|BECOME|ATTENDS) (?:SUBST|STEPIN) ",
        r"(?:ME )?(?:HAVE )?ASKED (?P<by>WHO) (?:(?:TO|WILL|GO|ATTENDS?|STEPIN) )*(?P<how>MYSTEAD|STEAD) ",
        # jag har bett Bo ersätta mig
        r"(?:ME )?ASKED (?P<by>WHO) REPLACE (?P<of>ME) ",
        r"(?:ME )?(?:(?:WILL|BE|HAVE) )*(?:SEND|SEND SUBST) (?P<by>WHO) (?P<how>MYSTEAD|STEAD)? ?(?:STEPIN )?",
    )
)
SENDS_SOMEBODY = _whole(r"(?:ME )?(?:WILL )?SEND SUBST ")
UNIT_THROUGH = _whole(r"UNIT (?:(?:ATTENDS|BE|HERE|HAVE|REPLACEDBY|REPRESENTED|TO) )+WHO ")  # AF är här med Bo
DISPLACED = _whole(
    r"(?:WHO (?:RELAY )+)?(?:x |IT |BE |DATE )*CLASH (?:(?:x|IT|BE|NOT|FOR|DATE|MEETING|TO|BUSY|AWAY) )*"
    r"(?P<who>ME|WHO|RELATIVE|MYPART) "
    r"(?:(?:x|DATE|MEETING|TO) )*"
)
"""The day clashes with something for somebody."""
LEFT_WITHOUT = _whole(
    r"(?:IT |x |DATE |MEETING )?(?:YOU )?(?:(?:HAVE|MUST|WILL|ABLE|TAKE|GO|DO|BECOME|YOU|ATTEND) )*(?:x ){0,3}WITHOUT "
    r"(?:(?:x|DATE|MEETING) )*"
)
"""Ni får hålla ställningarna utan mig."""
QUESTION = re.compile(r"(?:ABLE|WILL|BE|BECOME|ATTENDS|ATTENDED|HAVE|MUST) (?:ME|WE|WHO|RELATIVE) ")
RELAYED = re.compile(r"(WHO|UNIT) RELAY (?:AND )?(?:RELAY )?(?:RELATIVE )?(?=.)")
RELAYED_FROM = re.compile(r"(?:RELAY )+(WHO|UNIT) (?:RELAY )?(?:RELATIVE )?(?=.)")
RELAYED_REGRETS = re.compile(r"(WHO|UNIT) (?:HAVE )?RELAY (?=REGRETS)")
