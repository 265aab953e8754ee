"""The words a group's own decisions and approvals are written in, and how they part into att-clauses."""

from __future__ import annotations

import re
from dataclasses import dataclass

from handlers.command import Call
from meetings.group import Document

# A cheap look before anything else is tried.
DECISION_HINT = re.compile(r"beslu|beslö|bestäm|klubb|decid|decision|resolved", re.IGNORECASE)
APPROVAL_HINT = re.compile(r"godkän|approve|fastställ|adopt", re.IGNORECASE)

# "beslut:", "skriv in som beslut:", "ett beslut i efterhand under punkt 5:", "BESLUT –"; a bare "beslut" ends its line.
_LABEL = re.compile(
    r"""(?:(?:(?:då|så|nu|ok|okej)\s+)?(?:registrerar?|skriver?|för|lägger?|lägg|tar?|noterar?|antecknar?
        |protokollför|record|add|note|register)\s+
           (?:(?:vi|jag|du|in|upp|till|med|down|we|det|detta|den|this|it|that)\s+){0,3}(?:(?:som|följande|ett|nytt
             |the|a|as)\s+){0,2})?
        \b(?:beslut|decision)\b(?:\s+\d{1,2}(?=\s*[:–—-]))?
        (?P<late>\s+(?:i\s+efterhand|afterwards?))?
        (?:\s+(?:under|på|för|vid|on|under|for)\s+(?P<item>(?:punkt(?:en)?|item|p|§)?\s*[^:\n]{1,60}?))?
        (?:\s*:|\s+[–—-](?=\s)|\s*\Z)\s*""",
    re.IGNORECASE | re.VERBOSE,
)
# "BESLUT vi byter lokal": in capitals it is a label without its colon, and so it is to the bot.
_LABEL_FIRST = re.compile(
    r"\W*(?P<word>beslut|decision)\s+(?=[^\W_])(?!att\b|to\b|that\b|om\b|i\b|på\b|av\b"
    r"|från\b)",
    re.IGNORECASE,
)
# "beslut att …", "beslut: att …" inside a sentence.
_BESLUT_ATT = re.compile(r"\bbeslut\s+(?=att\b)|\bas\s+a\s+decision\s+(?=(?:that|to)\b)", re.IGNORECASE)

_SUBJECT = (
    r"(?:vi|mötet|gruppen|mysam\w*(?:\s+(?-i:[A-ZÅÄÖ])\w+)?|styrelsen|(?:samordnings)?förbundets?(?:\s+styrelse)?"
    r"|styrgruppen|"
    r"nämnden|arbetsgruppen|beredningsgruppen|ledningsgruppen)"
)
_VERB = r"(?:beslutar|beslutade|beslöt|beslutat|bestämmer|bestämde)"
# What the group itself decides, as a sentence: "vi beslutar att …", "då beslutar mötet att …", "det är beslutat att …".
_WORDED = re.compile(
    rf"""\b(?:
        (?P<who>{_SUBJECT})(?:\s+(?:har|hade))?\s+(?:alltså\s+|då\s+|härmed\s+|nu\s+|därmed\s+|
            enhälligt\s+){{0,2}}(?P<verb>{_VERB})
        | (?P<verb2>beslutar|bestämmer)\s+(?P<who2>{_SUBJECT})
        | (?P<who3>{_SUBJECT})(?:\s+(?:har|hade))?\s+(?:tar|tog|tagit|fattar|fattade
          |fattat)\s+(?:ett\s+)?beslut(?:\s+om)?
        | (?:det\s+är|är\s+det|det\s+blev|blev\s+det)\s+(?:alltså\s+|nu\s+|härmed\s+)?(?:beslutat|bestämt)
        | (?:det\s+)?beslut(?:as|ades) | beslutet\s+(?:blev|blir|är(?=\s+att\b)) | klubbat(?=\s*:)
        | beslut\s+(?:fattades|fattas|togs)(?:\s+om)?
        | (?P<bare>beslutar|beslutade)
        )(?:\s+(?:också|även|därför|härmed|enhälligt|samtidigt|därmed|följande|alltså|då|nu|oss\s+för)){{0,2}}
        (?:(?:\s+(?:det|så))?\s*:\s*|\s+(?=att\b|enligt\b|i\s+enlighet\b)|\s*\Z)""",
    re.IGNORECASE | re.VERBOSE,
)
_WORDED_EN = re.compile(
    r"""\b(?:
        (?P<who>we(?:['’]ve)?|(?:the\s+)?(?:meeting|group|board|committee|association|council))\s+(?:have\s+
          |has\s+)?(?:hereby\s+|
            therefore\s+|now\s+|all\s+)?(?:decide|decides|decided|resolve|resolves|resolved)
        | (?:it\s+(?:was|is|has\s+been)|it's)\s+(?:hereby\s+)?(?:decided|resolved)
        | (?:the\s+)?decision\s+(?:is|was)(?=\s+(?:to|that)\b) | (?P<bare>decided|resolved)
        )(?:\s*:\s*|\s+(?=(?:to|that)\b)|\s*\Z)""",
    re.IGNORECASE | re.VERBOSE,
)

# What may stand before the wording without being a heading: "ok då", "så".
_CONNECTIVE = re.compile(
    r"(?:(?:ok|okej|okay|ja|jo|så|då|nu|och|o|men|alltså|därmed|därför|dessutom|vidare|idag|bra|fint|"
    r"so|then|now|and|right)\b[\s,.:!–-]*){0,4}\Z",
    re.IGNORECASE,
)
# What makes it no statement of a decision: a condition, a doubt, a question, somebody's report.
_NO_STATEMENT = re.compile(
    r"\b(?:om|när|innan|tills|ifall|eftersom|utan|inte|ej|aldrig|kan|ska|skulle|borde|bör|måste|vill|"
    r"hoppas|tycker|tror|säger|sa|hörde|vad|vem|vilka|hur|varför|kanske|förrän|whether|if|when|until|"
    r"before|should|could|must|hope|think|heard|who|what|not|never)\b\s*(?:att\s*)?\Z",
    re.IGNORECASE,
)
# Words after which "beslut" is a noun in a sentence: "förslag till beslut:", "ett beslut att …", "styrelsens beslut:".
_NOUN_BEFORE = re.compile(
    r"\b(?:ett|det|detta|vårt|vart|bra|nytt|nya|inget|något|några|tidigare|gammalt|politiskt|"
    r"politiska|deras|ert|mitt|sitt|dess|hans|hennes|till|om|för|inför|utan|mot|efter|av|i|på|enligt|"
    r"genom|väntar|inväntar|inga|fler|svårt|fattar|fattade|tog|tar|finns|behövs|this|that|the|a|no|"
    r"good|tough|our|their|for|to|of|draft|proposed|proposal)\s*\Z",
    re.IGNORECASE,
)
_GENITIVE_BEFORE = re.compile(r"\b(?P<who>\w+?):?s\s*\Z", re.IGNORECASE)
# A past decision is news when it is told with its own time or place.
_EARLIER = re.compile(
    r"\b(?:i\s+(?:januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|"
    r"december|våras|somras|höstas|vintras|fjol|går|förrgår|förra\s+veckan|veckan\s+som\s+gick)"
    r"|igår|förra\s+(?:veckan|månaden|året|mötet|gången)|redan|tidigare|sist|häromdagen|"
    r"last\s+(?:week|month|year|time)|yesterday|earlier|already)\b",
    re.IGNORECASE,
)
_PAST = re.compile(r"beslutade|beslöt|beslutat|bestämde|bestämt|decided|resolved", re.IGNORECASE)

# A heading before a decision: "VIA", "Lycksele 5-6 nov:", "processkartläggning,".
_HEADING_END = re.compile(r"[\s:,.;–—-]+\Z")
_MOST_WORDS_IN_HEADING = 8
_FINITE = re.compile(
    r"\b(?:är|var|har|hade|blir|blev|gick|gicks|går|gås|kom|kommer|ska|kan|får|fick|finns|fanns|tas|"
    r"togs|gavs|ges|funkar|\w{3,}(?:ades|ndes|tes|rdes|ade)|is|was|has|are|were|will)\b",
    re.IGNORECASE,
)

# Where one clause ends and the next begins.
_BETWEEN = re.compile(
    r"""\s*;\s*(?:samt\s+|och\s+)?(?=att\b) | \s*,?\s+samt\s+(?=att\b) | \s*,\s*(?:och\s+|dels\s+)?(?=att\b) |
        \s*[.]\s+(?=att\b)
      | \s*[,;–]\s+(?=(?:under\s+förutsättning|förutsatt|med\s+villkor(?:et)?)\b)
      | \s*;\s*(?=(?:to|that)\b) | \s*,?\s+and\s+(?=that\b)""",
    re.IGNORECASE | re.VERBOSE,
)
# A further clause without its own "att": "att ställa in mötet, köra ett kortare, och övriga frågor flyttas till 26/11".
_DECIDED_TO = (
    r"(?:anordna|avslå|avsätta|bevilja|bjuda\s+in|boka|bordlägga|fastställa|flytta|förlänga|genomföra|ge|godkänna"
    r"|hålla|"
    r"inrätta|kalla|köra|låta|skicka|ställa|säga\s+upp|teckna|uppdra|upphandla|utse|återkomma|återremittera|överlämna)"
)
_IS_DONE = r"(?:bordläggs|flyttas|genomförs|hålls|skickas|skjuts|ställs|tas|återremitteras)"
_WITHOUT_ATT = re.compile(
    rf"\s*,\s+(?:(?:och|samt)\s+)?(?={_DECIDED_TO}\s)|\s*,\s+(?:och|samt)\s+(?=[^,;.]{{3,50}}?\s{_IS_DONE}\b)",
    re.IGNORECASE,
)
_OCH_ATT = re.compile(r"\s+och\s+(?=att\b)", re.IGNORECASE)
_ASSIGNS = re.compile(r"att\s+(?:uppdra\b|ge\b.*\bi\s+uppdrag\b)", re.IGNORECASE)
_ATT = re.compile(r"(?:att|to|that)\b", re.IGNORECASE)
_CONDITION = re.compile(r"under\s+förutsättning|förutsatt|med\s+villkor", re.IGNORECASE)


@dataclass(frozen=True)
class Wording:
    """Where in a text a decision stands: `begin` of it all, `body` of what is decided, and the heading before it."""

    begin: int
    body: int
    heading: str | None = None
    item: str | None = None
    explicit: bool = False
    late: bool = False
    english: bool = False


def find_decision(text: str, call: Call) -> Wording | None:
    """Find where a text states the group's own decision, None when it states none."""
    if not DECISION_HINT.search(text):
        return None
    return _labelled(text, call) or _worded(text, call)


def hints_approval(text: str) -> bool:
    """Tell whether a text can be an approval at all."""
    return APPROVAL_HINT.search(text) is not None


def clauses_of(text: str, *, english: bool = False) -> tuple[str, ...]:
    """Part what is decided into its clauses, each with its "att"; a condition set off by a comma is one of its own."""
    parts: list[str] = []
    for part in _BETWEEN.split(text.strip()):
        if part.strip():
            whole = [part] if _ASSIGNS.match(part) else _OCH_ATT.split(part)
            alone = _ASSIGNS.match(part) or not _ATT.match(part)
            parts += whole if alone else [clause for one in whole for clause in _WITHOUT_ATT.split(one)]
    trimmed = (part.strip().rstrip(".;,").strip() for part in parts)
    return tuple(_with_att(part, "that" if english else "att") for part in trimmed if part)


def split_heading(before: str) -> tuple[str | None, int]:
    """Tell the heading that words before a decision are, and where the decision then begins; None for a note."""
    heading = _HEADING_END.sub("", before).strip()
    if not heading:
        return None, 0
    if _CONNECTIVE.match(before):
        return None, 0
    if len(heading.split()) > _MOST_WORDS_IN_HEADING or _FINITE.search(heading) or re.search(r"[.!?]\s", heading):
        return None, len(before)
    return heading, 0


def _labelled(text: str, call: Call) -> Wording | None:
    label = _LABEL.search(text)
    if label is not None and _stands(text, label.start(), call):
        body = text[label.end() :]
        ends_line = not re.search(r"[:–—-]\s*\Z", label[0])
        if not body.rstrip().endswith("?") and not (ends_line and label.start() > 0):
            heading, begin = split_heading(text[: label.start()])
            item = label["item"].strip() if label["item"] else None
            return Wording(
                begin,
                label.end(),
                heading,
                item,
                explicit=True,
                late=bool(label["late"]),
                english="decision" in label[0].casefold(),
            )
    first = _LABEL_FIRST.match(text)
    if first is not None and not text.rstrip().endswith("?") and (call.addressed or first["word"].isupper()):
        return Wording(0, first.end(), explicit=True, english=first["word"].casefold() == "decision")
    inline = _BESLUT_ATT.search(text)
    if inline is not None and _stands(text, inline.start(), call) and not text.rstrip().endswith("?"):
        heading, begin = split_heading(text[: inline.start()])
        return Wording(begin, inline.end(), heading, explicit=True)
    return None


def _stands(text: str, begin: int, call: Call) -> bool:
    """Tell whether the word beslut stands as a label there, and is no noun in a sentence or another body's."""
    before = text[:begin]
    if not before.strip():
        return True
    if before.rstrip()[-1] in ":.;,!–—-(":
        return _NO_STATEMENT.search(before) is None
    if _NOUN_BEFORE.search(before) or _NO_STATEMENT.search(before):
        return False
    genitive = _GENITIVE_BEFORE.search(before)
    if genitive is not None and not genitive[0].strip().isupper():
        return _is_own(genitive["who"], call)
    return _FINITE.search(before) is None and len(before.split()) <= _MOST_WORDS_IN_HEADING


def _worded(text: str, call: Call) -> Wording | None:
    found = _WORDED.search(text) or _WORDED_EN.search(text)
    if found is None or text.rstrip().endswith("?"):
        return None
    before = text[: found.start()]
    groups = found.groupdict()
    subject = groups.get("who") or groups.get("who2") or groups.get("who3")
    if _NO_STATEMENT.search(before) or not _is_own(subject, call):
        return None
    if _PAST.search(found[0]) and (_EARLIER.search(text) or _someone_elses(before)):
        return None
    if groups.get("bare") and before.strip() and before.rstrip()[-1] not in ":.;,!–—-":
        return None
    heading, begin = split_heading(before)
    return Wording(begin, found.end(), heading, english=found.re is _WORDED_EN)


def _is_own(subject: str | None, call: Call) -> bool:
    """Tell whether the body that decides is this group."""
    if subject is None:
        return True
    said = subject.casefold().split()[-1].removeprefix("the ")
    if said in {"vi", "we", "we've", "we’ve", "mötet", "gruppen", "meeting", "group"}:
        return True
    settings = call.record.settings
    if settings is None:
        return False
    name = settings.name.casefold()
    if any(word.startswith(said.rstrip("s")) or said.startswith(word) for word in re.findall(r"\w{4,}", name)):
        return True
    boards = ("styrelse", "förbund", "nämnd", "board", "committee")
    is_board = settings.document is Document.PROTOKOLL or "styrelse" in name
    return is_board and any(said.removeprefix("samordnings").startswith(board) for board in boards)


def _someone_elses(before: str) -> bool:
    """Tell whether a past decision is told by a party: "AF: vi beslutade …", "hos oss beslutades …"."""
    return re.search(r"\A\s*[A-ZÅÄÖ]\w*:|\b(?:hos|på)\s+(?:oss|\w+)\s*\Z", before) is not None


def _with_att(clause: str, word: str) -> str:
    if _ATT.match(clause) or _CONDITION.match(clause):
        return clause
    return f"{word} {clause}"
