"""Cut the tokens of a sentence into clauses, and join those that say one thing: a head and its name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from handlers.attendance.entities import Token
from handlers.attendance.people import Mode
from handlers.attendance.vocabulary import ELSEWHERE


@dataclass(frozen=True)
class Clause:
    """One thing said: the skeleton of its signs, and what else it tells."""

    tokens: tuple[Token, ...]
    fronted: bool
    joined: str = ""
    elsewhere: bool = False
    """Whether another gathering than the group's is named in it."""
    farewell: bool = False
    """Whether the sentence says goodbye."""

    @property
    def span(self) -> tuple[int, int]:
        """Give its place in the sentence."""
        return self.tokens[0].start, self.tokens[-1].end

    def has(self, *signs: str) -> bool:
        """Tell whether one of the signs is in it."""
        return any(token.sign in signs for token in self.tokens)

    def first(self, sign: str) -> Token | None:
        """Give the first token of a sign."""
        return next((token for token in self.tokens if token.sign == sign), None)

    @property
    def signs(self) -> str:
        """Give the skeleton of its signs, each followed by a space."""
        return "".join(f"{token.sign} " for token in self.core if token.sign != "IT")

    @property
    def core(self) -> tuple[Token, ...]:
        """Give the tokens of the skeleton: all but those that only tell when, where and how."""
        return tuple(token for token in self.tokens if token.sign not in FREE)

    @property
    def mode(self) -> Mode | None:
        """Give how somebody takes part, when it is said."""
        return "digital" if self.has("NET") else "onsite" if self.has("SITE") else None


FREE = frozenset(
    {
        "DATE",
        "TIME",
        "FROM",
        "UNTIL",
        "SPAN",
        "MEETING",
        "NET",
        "SITE",
        "ALSO",
        "OURS",
        "ORG",
        "FIRST",
        "LAST",
        "THATDAY",
        "NOW",
        "NOSITE",
        "PLUS",
        "HEARD",
        "SOON",
        "LIKELY",
        "MIGHT",
        "BY",
        "THEN",
        "MYPART",
    }
)


def clauses(tokens: Sequence[Token], text: str) -> Iterator[Clause]:
    """Cut the tokens at breaks and at "but"; a clause that holds an "and" is for its reader to cut."""
    part: list[Token] = []
    joined, fronted = "", False
    farewell = any(token.sign == "BYE" for token in tokens)
    for token in tokens:
        if token.sign in ("BREAK", "COMMA", "BUT"):
            if part:
                yield _clause(part, fronted, joined, text, farewell)
            part, fronted = [], False
            joined = token.sign
        elif token.sign == "PASSING":
            fronted = fronted or not part
        else:
            part.append(token)
    if part:
        yield _clause(part, fronted, joined, text, farewell)


def _clause(part: Sequence[Token], fronted: bool, joined: str, text: str, farewell: bool) -> Clause:
    said = text[part[0].start : part[-1].end]
    return Clause(tuple(part), fronted, joined, ELSEWHERE.search(said) is not None, farewell)


_COLON = re.compile(r"\W*:\W*")
_ASIDE = re.compile(r"\s*(?:\(|,|[–-])\s*")
_HEADED = re.compile(r"(?:(?:SUBST|STEPIN|REPLACE) (?:FOR )?(?:(?:ME|WHO) )?|(?:ABSENCE|HINDER|REGRETS) )\Z")
_STANDS_IN = re.compile(r"(?:SUBST|STEPIN|REPLACE|INSTEADOF|STEPIN SUBST) (?:FOR )?(?:WHO|ME) \Z")


def joined_with_names(parts: Sequence[Clause], text: str) -> list[Clause]:
    """Join "Ersättare för mig: Bo" and "Bo (ersättare för Malin)", each into one clause."""
    made: list[Clause] = []
    for part in parts:
        last = made[-1] if made else None
        gap = text[last.span[1] : part.span[0]] if last is not None else ""
        named = bool(part.core) and part.core[0].sign in ("WHO", "ME")
        if last is not None and named and _COLON.fullmatch(gap) and _HEADED.match(last.signs):
            start = part.span[0]
            head = tuple(
                replace(one, sign="SUBST") if one.sign in ("REPLACE", "STEPIN") else one for one in last.tokens
            )
            made[-1] = replace(last, tokens=(*head, Token("BE", start, start), *part.tokens))
        elif (
            last is not None
            and [token.sign for token in last.core] == ["WHO"]
            and _ASIDE.fullmatch(gap)
            and _STANDS_IN.match(part.signs)
        ):
            made[-1] = replace(last, tokens=(*last.tokens, *part.tokens))
        else:
            made.append(part)
    return made
