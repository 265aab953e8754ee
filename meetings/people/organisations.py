"""Find which organisation is meant: "FK", "kommunen", "regionens", "Lövhamn"."""

import re
from collections.abc import Iterable, Mapping, Sequence

from meetings.group import Person
from meetings.words import bare, fold, plain

__all__ = ["AGENCIES", "organisations", "resolve_organisation"]

# The state's agencies have one name all over the country; everything else is looked for among the group's own.
AGENCIES: Mapping[str, str] = {
    "af": "Arbetsförmedlingen",
    "ams": "Arbetsförmedlingen",
    "arbetsförmedling": "Arbetsförmedlingen",
    "arbetsförmedlingen": "Arbetsförmedlingen",
    "employment service": "Arbetsförmedlingen",
    "public employment service": "Arbetsförmedlingen",
    "swedish public employment service": "Arbetsförmedlingen",
    "fk": "Försäkringskassan",
    "f-kassan": "Försäkringskassan",
    "försäkringskassa": "Försäkringskassan",
    "försäkringskassan": "Försäkringskassan",
    "social insurance agency": "Försäkringskassan",
    "swedish social insurance agency": "Försäkringskassan",
    "kriminalvården": "Kriminalvården",
    "kvv": "Kriminalvården",
    "migrationsverket": "Migrationsverket",
    "polisen": "Polismyndigheten",
    "polismyndigheten": "Polismyndigheten",
    "skatteverket": "Skatteverket",
    "skv": "Skatteverket",
    "socialstyrelsen": "Socialstyrelsen",
    "sos": "Socialstyrelsen",
    "skr": "Sveriges Kommuner och Regioner",
    "csn": "CSN",
    "kronofogden": "Kronofogden",
    "kfm": "Kronofogden",
    "nns": "Nationella nätverket för samordningsförbund",
}

# What people call a kind of organisation that the group as a rule has one of, and how its full name is known.
_KINDS = tuple(
    (frozenset(words.split()), re.compile(pattern))
    for words, pattern in (
        ("kommun kommunen municipality stan staden", r"\bkommun\b|\bkommunen\b|\bstad\b|municipality"),
        ("region regionen landsting landstinget", r"^region\b|\bregionen\b|landsting|^region [a-z]|\bregion$"),
        ("förbund förbundet samordningsförbund samordningsförbundet finsam", r"förbund|finsam"),
        ("hälsocentral hälsocentralen hc", r"hälsocentral|\bhc\b"),
        ("vårdcentral vårdcentralen vc", r"vårdcentral|\bvc\b"),
        ("folkhögskola folkhögskolan", r"folkhögskola"),
        ("psykiatri psykiatrin", r"psykiatri"),
        ("primärvård primärvården", r"primärvård"),
        ("landstinget", r"landsting|^region\b"),
    )
)
_ARTICLE = re.compile(r"^(?:the|vår|vårt|er|ert|our|your)\s+")
_WORDS = re.compile(r"[^\W_]+")
_GENITIVE = re.compile(r"(?::s|'s)$")


def organisations(people: Iterable[Person]) -> tuple[str, ...]:
    """Give the people's organisations, each once, in the order they first come."""
    return tuple(dict.fromkeys(person.organisation for person in people if person.organisation))


def resolve_organisation(
    query: str, names: Sequence[str], aliases: Mapping[str, str] | None = None
) -> str | tuple[str, ...] | None:
    """Find the organisation meant: its full name, a tuple of several that fit (ask), or None.

    `names` are the organisations the group knows, `aliases` the group's own short names for them. A state agency is
    recognised by its abbreviation even when it is not among the names.
    """
    asked = _ARTICLE.sub("", " ".join(fold(query).strip(" .,;:!?@\"'»”()").split()))
    if not asked:
        return None
    own = {fold(short): full for short, full in (aliases or {}).items()}
    for form in _forms(asked):
        found = _exactly(form, names, own) or _by_kind(form, names) or _by_words(form, names)
        if found:
            return found[0] if len(found) == 1 else found
    return None


def _forms(asked: str) -> tuple[str, ...]:
    """Give the words as said, and without the genitive: "FK:s", "kommunens", "Försäkringskassans"."""
    shorter = _GENITIVE.sub("", asked)
    if shorter == asked and asked.endswith("s") and len(asked) > 4:
        shorter = asked[:-1]
    return (asked,) if shorter == asked else (asked, shorter)


def _exactly(form: str, names: Sequence[str], own: Mapping[str, str]) -> tuple[str, ...]:
    full = own.get(form) or next((name for name in names if fold(name) == form), None)
    if full is None and (agency := AGENCIES.get(form)):
        full = next((name for name in names if fold(name) == fold(agency)), agency)
    return (full,) if full else ()


def _by_kind(form: str, names: Sequence[str]) -> tuple[str, ...]:
    for words, pattern in _KINDS:
        if form in words:
            found = tuple(dict.fromkeys(name for name in names if pattern.search(fold(name))))
            if found:
                return found
    return ()


def _by_words(form: str, names: Sequence[str]) -> tuple[str, ...]:
    """Give the names that hold all the words, whole: "Lövhamn" for "Lövhamns kommun", never for "Lövhamnsby"."""
    wanted = _WORDS.findall(bare(form))
    if not wanted or len(form) < 3:
        return ()

    def holds(name: str) -> bool:
        parts = _WORDS.findall(bare(plain(name)))
        # "Lövhamns kommun" is asked for as "Lövhamn", "Samordningsförbund X" as "Samordningsförbundet X".
        return all(any(part in (w, f"{w}s", f"{w}et") or f"{part}et" == w for part in parts) for w in wanted)

    return tuple(dict.fromkeys(name for name in names if holds(name)))
