"""Read who is in a group: pasted lists and tables, who is what, who has left, who coordinates."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from handlers.command import Call, Sentence
from handlers.groups.convening_reading import known_organisations
from meetings.group import Capacity, Person
from meetings.people import looks_like_name, resolve, resolve_organisation, split_names
from meetings.words import fold

CAPACITIES = {
    "medlem": "member", "ordinarie": "member", "ledamot": "deciding", "member": "member", "adjungerad": "adjunct",
    "adjungerade": "adjunct", "adjunct": "adjunct", "gäst": "guest", "gäster": "guest", "guest": "guest",
    "guests": "guest", "ständig gäst": "guest", "beslutande": "deciding", "deciding": "deciding",
    "röstberättigad": "deciding", "ersättare": "substitute", "suppleant": "substitute", "substitute": "substitute",
    "övrig": "other", "other": "other", "observatör": "other", "observer": "other",
}  # fmt: skip
# A member's formal role that also tells the capacity keeps its word as role.
_KEEPS_ROLE = frozenset({"ledamot", "ersättare", "suppleant", "observatör", "observer"})
_COORDINATES = frozenset({"koordinator", "samordnare", "sammankallande", "coordinator"})
_ORGANISATION = re.compile(
    r"\b(?:kommun|stad|region|landsting\w*|myndighet\w*|verket|förbund\w*|förening\w*|\w*kassan|\w*förmedlingen|polisen|kriminalvården|ab|municipality|county|council|agency|service)\b",
    re.IGNORECASE,
)
_HEADERS = {
    "namn": "name", "name": "name", "roll": "role", "titel": "role", "befattning": "role", "role": "role",
    "title": "role", "organisation": "organisation", "organization": "organisation", "part": "organisation",
    "party": "organisation", "funktion": "capacity", "kapacitet": "capacity", "capacity": "capacity",
    "som": "capacity", "koordinator": "coordinator", "coordinator": "coordinator",
}  # fmt: skip

LABEL = re.compile(
    r"\s*(?:(?:lägg\s+(?:till|in)|nya?|add|new)\s+)?(?:gruppens\s+|the\s+)?(?P<what>medlem(?:mar(?:na)?)?|deltagare|ledamöter|members?|participants|adjungerade|adjuncts|gäster|guests|ersättare|substitutes|beslutande)\s*:\s*(?P<rest>.*)",
    re.IGNORECASE | re.DOTALL,
)
ADD_AS = re.compile(
    r"\s*(?:lägg\s+till|lägg\s+in|registrera|add|register)\s+(?P<who>\S.{2,120}?)\s+(?:som|as|bland|to|till|in|i)\s+(?:en\s+|a\s+|the\s+)?(?P<what>medlem(?:mar(?:na)?|skap)?|deltagare|members?|adjungerad|adjunct|gäst|guest|ersättare|substitute|gruppen|group|registret|register|roster)[.!\s]*",
    re.IGNORECASE,
)
IS_NEW = re.compile(
    r"\s*(?P<who>\S.{2,60}?)\s+är\s+(?:ny|nya)\s+(?:i\s+gruppen|medlem(?:mar)?|ledamot|här)(?:\s+(?:som|och\s+är))?[,\s]*(?P<rest>.*)",
    re.IGNORECASE,
)
IS_WHAT = re.compile(
    r"\s*(?P<who>\S.{1,60}?)\s+(?:är|blir|ska\s+vara|adjungeras|is|becomes|will\s+be)\s+(?:nu\s+|alltid\s+|bara\s+|en\s+|a\s+|an\s+|ständig\s+|now\s+)*(?P<what>medlem|ordinarie|adjungerad(?:e)?|gäst(?:er)?|beslutande|ersättare|suppleant|observatör|member|adjunct|guest|deciding|substitute|observer)(?:\s+(?:i\s+gruppen|vid\s+behov|på\s+mötena|in\s+the\s+group|when\s+needed))*[.!\s]*",
    re.IGNORECASE,
)
ADJOINED = re.compile(r"\s*(?P<who>\S.{1,80}?)\s+adjungeras(?:\s+vid\s+behov)?[.!\s]*", re.IGNORECASE)
ALWAYS_INVITED = re.compile(
    r"\s*(?P<who>\S.{1,60}?)\s+(?:bjuds\s+alltid\s+in|är\s+alltid\s+(?:inbjuden|inbjudna|gäst(?:er)?)|is\s+always\s+(?:invited|a\s+guest))(?:\s+som\s+gäst(?:er)?)?[.!\s]*",
    re.IGNORECASE,
)
HAS_LEFT = re.compile(
    r"""\s*(?P<who>\S.{1,60}?)\s+(?:har\s+(?:slutat|lämnat\s+gruppen|gått\s+i\s+pension)|slutar|slutade|är\s+inte\s+(?:längre\s+)?(?:med(?:\s+i\s+gruppen)?|medlem)(?:\s+(?:längre|mer))?|has\s+left(?:\s+(?:us|the\s+group))?|is\s+no\s+longer\s+(?:a\s+member|in\s+the\s+group))(?:\s+(?:i\s+gruppen|hos\s+oss|i\s+mysam))?[.!\s]*
      |\s*(?:ta\s+bort|stryk|remove)\s+(?P<who2>\S.{1,60}?)\s+(?:(?:från|ur|from)\s+(?:gruppen|medlemslistan|registret|medlemmarna|the\s+(?:group|members|register))|som\s+medlem|as\s+a?\s*member)[.!\s]*""",
    re.IGNORECASE | re.VERBOSE,
)
COORDINATES = re.compile(
    r"""\s*(?P<who>\S.{0,80}?)\s+(?P<verb>är|blir|ska\s+vara|tar\s+över\s+som|is|are|becomes|takes\s+over\s+as|will\s+be)\s+(?:nu\s+|now\s+|ny\s+|new\s+|a\s+|the\s+)*(?P<also>också\s+|även\s+|also\s+)?(?:gruppens\s+)?(?:koordinator(?:er)?|samordnare|coordinators?)(?P<also2>\s+(?:också|oxå|med|too|as\s+well))?(?:\s+(?:för|i|of|for)\s+.{1,40})?[.!\s]*
      |\s*(?:gör|utse|make|name|appoint)\s+(?P<who2>\S.{0,80}?)\s+(?:till|as\s+)?\s*(?P<also3>också\s+|även\s+)?(?:gruppens\s+)?(?:koordinator(?:er)?|samordnare|coordinators?)[.!\s]*
      |\s*koordinator(?:er)?\s*:\s*(?P<who3>\S.{0,80}?)[.!\s]*|\s*coordinators?\s*:\s*(?P<who4>\S.{0,80}?)[.!\s]*""",
    re.IGNORECASE | re.VERBOSE,
)
NOT_COORDINATING = re.compile(
    r"\s*(?P<who>\S.{0,60}?)\s+(?:är|ska|is)\s+(?:inte|ej|no|not)\s+(?:längre\s+|longer\s+)?(?:vara\s+)?(?:koordinator|samordnare|(?:a\s+|the\s+)?coordinator)(?:\s+(?:längre|mer|any\s*more))?[.!\s]*",
    re.IGNORECASE,
)
HINT = re.compile(
    r"medlem|member|deltagare|participant|ledam|adjung|adjunct|gäst|guest|ersättare|substitut|suppleant|observ|beslutande|deciding|slut|lämnat|left|pension|med\s+i|inte\s+(?:längre\s+)?med|no\s+longer|koordinator|coordinator|samordnare|är\s+ny|bjuds|invited|ta\s+bort|stryk|remove",
    re.IGNORECASE,
)
SHOW = re.compile(
    r"\s*(?:(?:visa|lista|show|list)\s+)?(?:(?:gruppens|alla|våra|the|our|all)\s+)?(?:medlemmar(?:na)?|medlemslista(?:n)?|deltagarlista(?:n)?|members|member\s+list)\W*|\s*(?:vilka|vem)\s+är\s+(?:med|medlemmar)\s*(?:i\s+gruppen)?\W*|\s*who\s+(?:is|are)\s+(?:in\s+the\s+group|members?)\W*",
    re.IGNORECASE,
)
_ENTRY_JOINT = re.compile(r"\s*;\s*|\s*\n\s*")
_DETAIL_JOINT = re.compile(r"\s*[,;\t|]\s*|\s+[-–—]\s+|\s+(?:på|hos|vid|från|at|from)\s+(?=\S)", re.IGNORECASE)
_BRACKETS = re.compile(r"^(?P<name>[^()]+?)\s*\((?P<inside>[^()]*)\)\s*(?P<after>.*)$")


@dataclass(frozen=True)
class Listed:
    """Somebody as a list tells of her."""

    name: str
    role: str | None = None
    organisation: str | None = None
    capacity: Capacity | None = None
    coordinator: bool = False


def read_list(
    rest: str, lines: Sequence[Sentence], what: Capacity | None, call: Call
) -> tuple[tuple[Listed, ...], int]:
    """Read people from what follows a label and from the lines under it; tell how many of those are theirs."""
    people = _entries(rest, call) if rest.strip() else []
    columns: tuple[str, ...] = ()
    last = -1
    for number, line in _whole_lines(lines):
        header = _columns(line)
        if header and not columns:
            columns = header
        else:
            found = _row(line, columns, call) if columns else listed(line, call)
            if found is None:
                break
            people.append(found)
        last = number
    taken = sum(line.line <= last for line in lines)
    return tuple(replace(one, capacity=one.capacity or what) for one in people), taken


def _whole_lines(lines: Sequence[Sentence]) -> list[tuple[int, str]]:
    """Give the lines as they were written: what was cut into sentences is joined again."""
    joined: dict[int, str] = {}
    for line in lines:
        joined[line.line] = f"{joined[line.line]} {line.text}" if line.line in joined else line.text
    return list(joined.items())


def _entries(text: str, call: Call) -> list[Listed]:
    if ";" in text or "\n" in text:
        found = [listed(part, call) for part in _ENTRY_JOINT.split(text.strip(" .")) if part.strip()]
        return [one for one in found if one is not None]
    names = split_names(text.strip(" ."))
    if len(names) > 1 and all(looks_like_name(name) and not _is_detail(name, call) for name in names):
        return [Listed(name) for name in names]
    one = listed(text.strip(" ."), call)
    return [one] if one else []


def listed(text: str, call: Call) -> Listed | None:
    """Read one person: "Anna Ek, enhetschef, Försäkringskassan", "Anna Ek (enhetschef, FK), gäst"."""
    bracketed = _BRACKETS.match(text.strip())
    said = f"{bracketed['name']}, {bracketed['inside']}, {bracketed['after']}" if bracketed else text
    name, *details = [part.strip(" .") for part in _DETAIL_JOINT.split(said) if part.strip(" .,")] or [""]
    if not _is_name(name):
        return None
    person = Listed(name)
    for detail in details:
        person = _with_detail(person, detail, call)
    return person


def _is_name(name: str) -> bool:
    return looks_like_name(name) or (
        1 < len(name.split()) < 5 and all(p[:1].isalpha() for p in name.split()) and not name.islower()
    )


def _with_detail(person: Listed, detail: str, call: Call) -> Listed:
    word = fold(detail)
    if word in _COORDINATES:
        return replace(person, coordinator=True, role=person.role or detail)
    if word in CAPACITIES:
        role = detail if word in _KEEPS_ROLE and person.role is None else person.role
        return replace(person, capacity=Capacity(CAPACITIES[word]), role=role)
    organisation = organisation_of(detail, call)
    if organisation is not None and person.organisation is None:
        return replace(person, organisation=organisation)
    role, _, last = detail.rpartition(" ")
    if role and person.organisation is None and isinstance(resolve_organisation(last, known_organisations(call)), str):
        return _with_detail(_with_detail(person, last, call), role, call)
    if person.role is None:
        return replace(person, role=detail)
    return person if person.organisation else replace(person, organisation=detail)


def organisation_of(words: str, call: Call) -> str | None:
    """Give the organisation that words name: one the group knows, an agency, or one that sounds like one."""
    found = resolve_organisation(words, known_organisations(call))
    if isinstance(found, str):
        return found
    return words.strip() if _ORGANISATION.search(words) and not re.match(r"[a-zåäö]+chef", words) else None


def _is_detail(words: str, call: Call) -> bool:
    return fold(words) in CAPACITIES or organisation_of(words, call) is not None


def _columns(line: str) -> tuple[str, ...]:
    cells = [fold(cell) for cell in re.split(r"\s*[;,\t|]\s*", line.strip(" |")) if cell.strip()]
    return tuple(_HEADERS.get(cell, "") for cell in cells) if len(cells) > 1 and cells[0] in _HEADERS else ()


def _row(line: str, columns: Sequence[str], call: Call) -> Listed | None:
    mark = next((mark for mark in ("\t", ";", "|", ",") if mark in line), ",")
    cells = dict(zip(columns, (cell.strip(' "') for cell in line.strip("|").split(mark)), strict=False))
    if not _is_name(cells.get("name", "")):
        return None
    capacity = CAPACITIES.get(fold(cells.get("capacity", "")))
    return Listed(
        cells["name"],
        cells.get("role") or None,
        organisation_of(cells["organisation"], call) or cells["organisation"] if cells.get("organisation") else None,
        Capacity(capacity) if capacity else None,
        fold(cells.get("coordinator", "")) in ("ja", "x", "yes", "true", "1", "koordinator"),
    )


def known(words: str, call: Call) -> Person | None:
    """Give the one person in the group that words name; "jag" is the speaker."""
    if fold(words) in ("jag", "mig", "i", "me"):
        return call.speaker
    return resolve(words.strip(" ."), tuple(call.record.people.values())).person
