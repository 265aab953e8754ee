"""Runs as inline Markdown, escaping only what CommonMark and GFM would take as markup at that place."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from meetings.document import Run
from meetings.text import link

_MARKUP = re.compile(
    r"""
      (?P<address> https?://[^\s<>\\`|]*[^\s<>\\`|.,;:!?)\]}'"*_~] )
    | (?P<always> [\\`] )
    | (?P<mark> [*_~] ) (?P=mark)*
    | (?P<opening> < (?=[A-Za-z/!?])  |  & (?=\#?\w+;)  |  ! (?=\[)  |  \] (?=[(\[:]) )
    """,
    re.VERBOSE,
)
_ENTITY = re.compile(r"&(?=#?\w+;)")
_BLOCK_START = re.compile(
    r"""
      (?P<list>     [-+*_] (?=\s|$)  |  \[[ xX]\]\s )
    | (?P<heading>  \#{1,6} (?=\s|$)  |  =+\s*$ )
    | (?P<rule>     (?:[*_][ \t]*){3,}$  |  ~{3} )
    | (?P<table>    [-|:] [-|:\s]*$ )
    | (?P<quote>    > )
    | (?P<number>   [0-9]{1,9} ) (?=[.)](?:\s|$))
    """,
    re.VERBOSE,
)


def inline(runs: Sequence[Run]) -> str:
    """Return the runs as inline Markdown; a newline stands where a line breaks."""
    merged = _merged(runs)
    out = ""
    for place, run in enumerate(merged):
        following = merged[place + 1] if place + 1 < len(merged) else None
        out += _run(run, out[-1:], following)
    return out


def guarded(line: str) -> str:
    """Return a line of inline Markdown so that it cannot begin a heading, list, quote, rule or table."""
    found = _BLOCK_START.match(line)
    if found is None:
        return line
    number = found["number"] or ""
    return f"{number}\\{line[len(number) :]}"


def _merged(runs: Sequence[Run]) -> list[Run]:
    """Join neighbours of one look, so that an escape sees all that stands beside it."""
    filled = (_plainly(run) for run in runs if run.text)
    looks = groupby(filled, key=lambda run: replace(run, text=""))
    return [replace(look, text="".join(run.text for run in group)) for look, group in looks]


def _plainly(run: Run) -> Run:
    """Return the run with the one look Markdown gives it: a link, else code, else bold and italics."""
    url = link(run.url) if run.url else None
    if url:
        return Run(run.text, url=url)
    return Run(run.text, code=True) if run.code else replace(run, url=None)


def _run(run: Run, before: str, following: Run | None) -> str:
    if run.url:
        return _link(run.text.replace("\n", " "), run.url)
    if run.code:
        return _code(run.text.replace("\n", " "))
    after = _first(following)
    if run.bold or run.italic:
        return _emphasised(run.text, "*" * (run.italic + 2 * run.bold), before, after)
    return _escaped(run.text, before, after)


def _first(run: Run | None) -> str:
    if run is None:
        return ""
    if run.url or run.code:
        return "["
    return "*" if (run.bold or run.italic) and not run.text[0].isspace() else run.text[0]


def _escaped(text: str, before: str, after: str, addresses: bool = True) -> str:
    framed = before + text + after
    start, stop = len(before), len(before) + len(text)
    out: list[str] = []
    done = start
    for found in _MARKUP.finditer(framed, start):
        begin, end = found.start(), min(found.end(), stop)
        if begin >= stop:
            break
        out.append(framed[done:begin])
        out.append(_mark(found, framed, begin, end, addresses))
        done = end
    return "".join(out) + framed[done:stop]


def _mark(found: re.Match[str], framed: str, begin: int, end: int, addresses: bool) -> str:
    whole = framed[begin:end]
    if found["address"]:
        scheme, rest = whole.split("//", 1)
        plain = f"{scheme}//{_escaped(rest, '/', framed[end : end + 1])}"
        # In angle brackets an address stands as it is; an entity there is read by some programs, left by others.
        return f"<{whole}>" if addresses and plain != whole and not _ENTITY.search(whole) else plain
    if found["mark"]:
        left, right = framed[begin - 1 : begin], framed[found.end() : found.end() + 1]
        inside_word = whole[0] == "_" and left.isalnum() and right.isalnum()
        alone = left in (" ", "\t") and right in (" ", "\t")
        return whole if inside_word or alone else "".join(f"\\{mark}" for mark in whole)
    return f"\\{whole}"


def _emphasised(text: str, marks: str, before: str, after: str) -> str:
    core = text.strip()
    lead, trail = text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]
    if not core:
        return text
    before, after = (lead or before)[-1:], (trail or after)[:1]
    # Marks count only where the text inside is nearer to them than the text outside (flanking, in CommonMark).
    opens = not _is_mark(core[0]) or _is_outside(before)
    closes = not _is_mark(core[-1]) or _is_outside(after)
    if not opens or not closes or before == "*" or after == "*":
        return lead + _escaped(core, before, after) + trail
    return lead + marks + _escaped(core, "*", "*") + marks + trail


def _is_mark(character: str) -> bool:
    return unicodedata.category(character)[0] in "PS"


def _is_outside(character: str) -> bool:
    return not character or character.isspace() or unicodedata.category(character)[0] == "P"


def _code(text: str) -> str:
    fence = "`" * (1 + max((len(ticks) for ticks in re.findall("`+", text)), default=0))
    pad = " " if text[0] in "` " or text[-1] in "` " else ""
    return f"{fence}{pad}{text}{pad}{fence}"


def _link(text: str, url: str) -> str:
    if text == url and not _ENTITY.search(url):
        return f"<{url}>"
    label = re.sub(r"(?<!\\)((?:\\\\)*)([\[\]])", r"\1\\\2", _escaped(text, "[", "", addresses=False))
    target = _ENTITY.sub(r"\\&", url)
    return f"[{label}](<{target}>)" if "(" in url or ")" in url else f"[{label}]({target})"
