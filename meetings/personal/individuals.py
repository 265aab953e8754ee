"""Find the sentences that tell of one person's health, benefits, protection or family."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from meetings.group import Person
from meetings.people import looks_like_name, resolve
from meetings.people.first_names import COMMON_WORDS, is_first_name
from meetings.personal import lexicon
from meetings.words import Token, bare, fold, initial_upper, sentences, tokens

__all__ = ["Matter", "Passage", "find_passages"]


class Matter(Enum):
    """What a passage about one person is about."""

    HEALTH = "health"
    BENEFIT = "benefit"
    PROTECTION = "protection"
    FAMILY = "family"
    BIRTH_DATE = "birth_date"


@dataclass(frozen=True)
class Passage:
    """A sentence about one person, by its place in the text."""

    start: int
    end: int
    matter: Matter


class _One(Enum):
    """How surely a sentence is about one person."""

    NOBODY = 0
    NAMED = 1
    SEEN = 2


@dataclass(frozen=True)
class _Sentence:
    start: int
    end: int
    text: str
    words: tuple[Token, ...]
    folded: tuple[str, ...]


_STEM_SIZE = 3
_STEMS: dict[str, list[tuple[str, Matter]]] = {}
for _words, _matter in (
    (lexicon.HEALTH, Matter.HEALTH),
    (lexicon.BENEFIT, Matter.BENEFIT),
    (lexicon.PROTECTION, Matter.PROTECTION),
    (lexicon.FAMILY, Matter.FAMILY),
):
    for _word in _words:
        _STEMS.setdefault(_word[:_STEM_SIZE], []).append((_word, _matter))

# What is sensitive only in these words together. The key is a word of the phrase, so that most sentences cost nothing.
_PHRASES = {
    key: (re.compile(pattern), matter)
    for keys, pattern, matter in (
        (
            "mår mående mådde må",
            r"\bm(?:år|ådde|å)\b(?:\s+\w+){0,3}?\s+(?:jätte)?(?:dåligt|sämre|illa|kass\w*|uselt|skit\w*|psykiskt)|\bmår inte (?:så )?bra"
            r"|\bmår\s+\w*dåligt|dåligt mående",
            Matter.HEALTH,
        ),
        ("dricker drack druckit", r"\b(?:dricker|drack|druckit)\b(?!\s+(?:\w+\s+)?(?:kaffe|te|vatten|saft|mjölk))", Matter.HEALTH),
        ("inlagd inlagda inneliggande", r"\binlagd\b(?! i (?:system|kalender|dagordning))|inneliggande", Matter.HEALTH),
        ("psyk bup", r"\bpsyk\b|\bbup\b", Matter.HEALTH),
        ("ohälsa ohälsan", r"psykisk\w* ohälsa", Matter.HEALTH),
        ("sjuk sjukt", r"\b(?:svårt|allvarligt|psykiskt|kroniskt|obotligt|dödligt|fysiskt) sjuk\b", Matter.HEALTH),
        ("add ocd kol ms als hiv", r"\b(?:har|fått|med|lider av|has|with)\s+(?:\w+\s+)?(?:add|ocd|kol|ms|als|hiv)\b", Matter.HEALTH),
        ("drog droger drogar beroende återfall självmordsförsök", r"\bdrog(?:er|ar|en)?\b|\bberoende\b(?! (?:av|på))|\bberoende av (?:alko|drog|spel|tablett)|\båterfall\b", Matter.HEALTH),
        ("liv livet", r"\bt(?:a|og|agit) (?:sitt|livet)|\blivet av sig", Matter.HEALTH),
        ("psykiatrin psykiatriteamet psykiatriteam rättspsykiatrin beroendevården beroendemottagningen psykiatri", r"psykiatr|beroendevård|beroendemott", Matter.HEALTH),
        ("skyddad skyddat skyddade skydd protected", r"skydda\w+ (?:identitet|boende|person|adress|folkbok)|protected (?:identity|address)", Matter.PROTECTION),
        ("våld våldet hotad hotas slagen slår slog shelter violence violent", r"\bvåld\w*\b|\bhota[ds]\b|\bblivit slagen|\bslår sin|\bslog sin|women's shelter|\bshelter\b|violen(?:ce|t)", Matter.PROTECTION),
        ("bistånd biståndet", r"ekonomiskt bistånd", Matter.BENEFIT),
        ("bidrag bidraget soc", r"\b(?:får|lever på|fått|söker|sökt|förlorat|utan|indrag\w+)\s+(?:\w+\s+)?bidrag(?:et)?\b|\b(?:går|lever|är) på soc\b", Matter.BENEFIT),
        ("avslag", r"\b(?:fått|fick|får) avslag", Matter.BENEFIT),
        ("skulder skuld", r"\b(?:har|hade|stora|med|få|fått|drar på sig)\s+(?:\w+\s+)?skuld(?:er)?\b", Matter.BENEFIT),
        ("ersättning ersättningen", r"\b(?:utan|indragen|indrag\w+|av med|förlorat|nekats|får|fått)\s+(?:\w+\s+)?ersättning(?:en)?\b", Matter.BENEFIT),
        ("benefit benefits assistance support leave", r"\b(?:sickness|disability|housing|unemployment|activity|child)(?: \w+)? (?:benefit|allowance)s?|(?:lost|on|gets?|receiv\w+|denied) (?:\w+ )?benefits?|social assistance|income support|sick[- ]leave", Matter.BENEFIT),
        ("debt debts", r"\b(?:has|in|with|have|had) (?:\w+ )?debts?\b", Matter.BENEFIT),
        ("drinks drinking drunk drugs drug", r"\b(?:is|started|been|keeps) drinking\b|\bdrinks (?:again|too|heavily)|\bdrugs?\b(?! and)|\bdrunk\b", Matter.HEALTH),
        ("mental suicide", r"mental (?:health|illness|breakdown)|mentally ill", Matter.HEALTH),
        ("cancer sick", r"(?:seriously|severely|mentally|chronically) (?:ill|sick)", Matter.HEALTH),
        ("barn barnen", r"barn(?:en)?\b.{0,30}\b(?:placera|omhändertag|lvu|soc)|(?:har|med|,)\s(?:två|tre|fyra|fem) barn\b(?=[^?]*$)", Matter.FAMILY),
        ("lvu lvm lpt hvb-hem hvb", r"\b(?:lvu|lvm|lpt|hvb)\b", Matter.PROTECTION),
        ("skild skilde skiljer separerat", r"\b(?:skiljer|skilde) sig\b|\bseparerat\b", Matter.FAMILY),
    )
    for key in keys.split()
}  # fmt: skip
# Places of care: an employee may come from there.
_CARE_PLACES = re.compile(
    r"\b(?:på|från|i|hos|inom|vid|med)\s+(?:\w+\s+)?(?:\w*psykiatr\w*|\w*beroende(?:vård|mott)\w*|bup)\b"
)

_DATE = (
    r"(?:(?:18|19|20)?\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?!\d)|(?:19|20)?\d\d[-./ ](?:0?[1-9]|1[0-2])[-./ ]\d{1,2}(?!\d)"
    r"|\d{1,2}[./ ]\s?(?:\d{1,2}|[a-zåäö]{3,9})[./ -]*(?:19|20)?\d\d(?!\d))"
)
_BORN = re.compile(
    rf"(?:\b(?:född|fött|born|födelsedatum|födelsedag|födelsetid|date of birth|dob)\b|\bf\.)\W{{0,3}}(?:(?:den|on|är|is|the)\s+)?{_DATE}",
    re.IGNORECASE,
)
_OWN_BIRTH = re.compile(r"\b(?:jag är född|jag är f\.|i was born|min födelse\w+|my (?:birthday|date))", re.IGNORECASE)
_AGE = re.compile(
    r"(?<![\d-])(?<!\d[-–])\b\d{1,2}[ -]?(?:åring(?:en|ens)?\b|årig\w*|(?:year|yr)s?[ -]?old\b)|\baged? \d\d\b(?!-)",
    re.IGNORECASE,
)
_INITIALS = re.compile(
    r"(?<![\w.])(?:[A-ZÅÄÖ]\.\s?[A-ZÅÄÖ]\.?|[A-ZÅÄÖ]{2,3}|[A-ZÅÄÖ])[, ]\s?(?:\(?\d{1,2}(?: år)?\)?\s?[,)]|\d{1,2} år\b|född\b|f\.)"
    r"|(?<![\w.])[A-ZÅÄÖ]\.\s?[A-ZÅÄÖ]\.?(?=,?\s(?:är|har|mår|fick|blev|is|has|was)\b)"
)
_ONE_OF = re.compile(
    r"\b(?:en|ett|ena|one)\s+(?:av|of|bland)\s+(?:(?:våra|de|dessa|mina|deras|the|our|my|their|these)\s+)?(?:[\w-]+\s+)?([^\W\d_]+)"
)
_DETERMINERS = frozenset(
    """en ett min vår vårt mitt din denna denne detta samma ytterligare ena 1 a an one our my this that another den the någon
    en""".replace("\n", " ").split(" ")
)
_JOINTS = frozenset(
    "av med för i på till från om och som att of with for in on to from and who that är har is has".split(" ")
)
_INTRODUCED = re.compile(
    r"\b(?:vi|jag|ni|de|i|we) (?:har|hade|träffade|mötte|fick|have|had|met|saw)(?: (?:t\.?ex\.?|också|även|nu|also))? (?:en|ett|a|an|one)\b"
    r"|\bpratade om\b|\blyftes?\b|\btalked about\b|\bdiscussed\b|\bdet finns en\b|\bthere is an?\b"
)
_HAPPENED = re.compile(
    r"\b(?:har|hade)\s+(?:\w+\s+){0,2}?\w+(?:t|ts|tt)\b|\b(?:fick|blev|blivit|hamnade|sökte|försökte|slutade|skrevs|lyftes|var|mår|"
    r"förlorade|dog|flyttade|igår|sist|förra|nyligen|idag|igen|just nu|was|were|has|had|got|lost|became|yesterday|again|recently)\b"
)
_STATE = re.compile(
    r"\b(?:är|har|hade|mår|fick|fått|blev|blivit|lider|dricker|missbrukar|går på|lever på|söker|sökt|is|has|was|had|lost|gets|suffers)\b"
)
_NEITHER = re.compile(r"\b(?:han|hon|he|she|his|hans)\s?(?:/|eller|or|och)\s?(?:han|hon|hen|he|she|her|hennes)\b")
_ABOUT = frozenset("om kring angående gällande ang för inom runt on about regarding concerning".split(" "))
_BEFORE_PLACES = frozenset("i på från vid till inom via genom in at near".split(" "))


def find_passages(text: str, staff: Sequence[Person] = ()) -> tuple[Passage, ...]:
    """Give the sentences about one recognisable person's private matters, in order."""
    parts = [_sentence(text, start, end) for start, end in sentences(text)]
    matters = [_matter(part) for part in parts]
    if not any(matters):
        return ()
    found: dict[int, Matter] = {}
    for at, (part, matter) in enumerate(zip(parts, matters, strict=True)):
        if matter is None:
            continue
        about = _about_one(part, staff) if matter is not Matter.BIRTH_DATE else _One.SEEN
        before = _about_one(parts[at - 1], staff) if at else _One.NOBODY
        after = at + 1 < len(parts) and parts[at + 1].folded[:1] and parts[at + 1].folded[0] in lexicon.SHE_OR_HE
        short = len(part.folded) <= 8 and not _tells_of_many(part)
        pronoun = not lexicon.SHE_OR_HE.isdisjoint(part.folded)
        if about is not _One.NOBODY or (short and (before is _One.SEEN or after)):
            found[at] = matter
            if before is _One.SEEN or (before is _One.NAMED and pronoun):
                found.setdefault(at - 1, matter)
    return tuple(Passage(parts[at].start, parts[at].end, found[at]) for at in sorted(found))


def _sentence(text: str, start: int, end: int) -> _Sentence:
    part = text[start:end]
    words = tokens(part)
    return _Sentence(start, end, part, words, tuple(fold(word.text) for word in words))


def _matter(part: _Sentence) -> Matter | None:
    found: Matter | None = None
    for word in part.folded:
        for stem, matter in _STEMS.get(word[:_STEM_SIZE], ()):
            if word.startswith(stem):
                found = found or matter
        if found is None and word in _PHRASES:
            pattern, matter = _PHRASES[word]
            if pattern.search(fold(part.text)):
                found = matter
        if word in (
            "född",
            "fött",
            "födelsedatum",
            "födelsedag",
            "födelsetid",
            "born",
            "dob",
            "birth",
            "f.",
            "f",
        ) and _tells_birth(part):
            return Matter.BIRTH_DATE
    if found is None and "-" in part.text:
        # "IFO-ärendet", "alkohol-problem": the parts of a hyphened word count too.
        halves = tuple(half for word in part.folded if "-" in word for half in word.split("-")[1:])
        return next((m for half in halves for s, m in _STEMS.get(half[:_STEM_SIZE], ()) if half.startswith(s)), None)
    return found


def _tells_birth(part: _Sentence) -> bool:
    return _BORN.search(part.text) is not None and _OWN_BIRTH.search(part.text) is None


def _tells_of_many(part: _Sentence) -> bool:
    return not lexicon.MANY.isdisjoint(part.folded)


def _about_one(part: _Sentence, staff: Sequence[Person]) -> _One:
    lowered = fold(part.text)
    if _INITIALS.search(part.text) or _AGE.search(lowered):
        return _One.SEEN
    if any(word in lexicon.PERSON_DEFINITE for word in part.folded):
        return _One.SEEN
    if not lexicon.SHE_OR_HE.isdisjoint(part.folded) and not _NEITHER.search(lowered):
        return _One.SEEN
    if (match := _ONE_OF.search(lowered)) and match[1] in lexicon.PEOPLE:
        return _One.SEEN
    noun = _noun_for_one(part.folded)
    if noun == "seen":
        return _One.SEEN
    if noun == "any" and (_INTRODUCED.search(lowered) or _is_particular(part, lowered)):
        return _One.SEEN
    if not lexicon.PERSON_ROLE.isdisjoint(part.folded) and _is_particular(part, lowered) and _STATE.search(lowered):
        return _One.SEEN
    return _One.NAMED if _names_a_client(part, lowered, staff) else _One.NOBODY


def _noun_for_one(words: Sequence[str]) -> str:
    """Tell whether one person is spoken of: "seen" (en kille), "any" (en person) or ""."""
    best = ""
    for at, word in enumerate(words):
        if word not in lexicon.PERSON_SEEN and word not in lexicon.PERSON_ANY:
            continue
        for back in range(1, 4):
            if at - back < 0 or words[at - back] in _JOINTS:
                break
            determiner = words[at - back]
            if determiner in _DETERMINERS:
                own = determiner in ("min", "mitt", "my") and word in lexicon.KIN
                if not own:
                    best = "seen" if word in lexicon.PERSON_SEEN or best == "seen" else "any"
                break
        else:
            continue
        if (
            not best
            and words[at + 1 : at + 2]
            and words[at + 1] in ("från", "from")
            and word in ("individ", "person", "klient", "patient")
        ):
            best = "any"
    return best


def _is_particular(part: _Sentence, lowered: str) -> bool:
    """Tell whether something is said of one certain person, not of a rule or of people in general."""
    if "rätt till" in lowered or "entitled" in lowered or _tells_of_many(part):
        return False
    general = not lexicon.GENERAL.isdisjoint(part.folded)
    return not general or _HAPPENED.search(lowered) is not None


def _names_a_client(part: _Sentence, lowered: str, staff: Sequence[Person]) -> bool:
    words = part.words
    at = 0
    while at < len(words):
        size = _name_size(part, at)
        if size:
            name = part.text[words[at].start : words[at + size - 1].end]
            if not _at_work(part, at, size, lowered, staff, name):
                return True
        at += size or 1
    return False


def _name_size(part: _Sentence, at: int) -> int:
    """Give how many words a name has that begins here; 0 when none does."""
    words = part.words
    if not initial_upper(words[at].text) or part.folded[at] in lexicon.NOT_PEOPLE:
        return 0
    end = at + 1
    while (
        end < len(words)
        and end - at < 4
        and part.text[words[end - 1].end : words[end].start] == " "
        and initial_upper(words[end].text)
    ):
        end += 1
    for stop in range(end, at + 1, -1):
        if part.folded[stop - 1] in lexicon.NOT_PEOPLE:
            continue
        known = is_first_name(bare(words[at].text))
        place = at > 0 and part.folded[at - 1] in _BEFORE_PLACES
        if (known or not place) and looks_like_name(part.text[words[at].start : words[stop - 1].end]):
            return stop - at
    word = bare(words[at].text.removesuffix("."))
    single = is_first_name(word) or (word.endswith("s") and is_first_name(word[:-1]))
    return 1 if single and word not in COMMON_WORDS else 0


def _at_work(part: _Sentence, at: int, size: int, lowered: str, staff: Sequence[Person], name: str) -> bool:
    """Tell whether the one named is an employee doing her work, or only somebody who is mentioned beside the matter."""
    after = part.folded[at + size : at + size + 3]
    before = part.folded[max(at - 2, 0) : at]
    if not lexicon.WORK.isdisjoint(after) or not lexicon.WORK.isdisjoint(before):
        return True
    if _CARE_PLACES.search(lowered) and not _STATE.search(lowered):
        return True
    if not staff:
        return False
    match = resolve(name, staff)
    if match.person is None and not match.candidates:
        return False
    state = _STATE.search(lowered)
    return state is None or not _ABOUT.isdisjoint(part.folded) or _tells_of_many(part)
