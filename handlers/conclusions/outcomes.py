"""Tell what kind of decision its clauses are: approved, put off, referred back, assigned."""

from __future__ import annotations

import re

from meetings.facts import Outcome

# What kind of decision a clause is: the infinitive after att, or the passive of its one verb.
_OUTCOMES = tuple(
    (re.compile(pattern, re.IGNORECASE), outcome)
    for pattern, outcome in (
        (r"återremitter\w*|refer(?:red)?\s+back", Outcome.REFER_BACK),
        (r"bordlägg\w*|skjut(?:a|er|s)\s+upp|skjutas\s+upp|postpone\w*", Outcome.POSTPONE),
        (r"uppdra(?:r|s|ges?)?\b|ge\b.{1,40}\bi\s+uppdrag|assign\w*|instruct\w*", Outcome.ASSIGN),
        (r"ställ(?:a|er|s|as|des)\s+in|cancel\w*", Outcome.CANCEL),
        (r"flytta\w*|move[ds]?\b", Outcome.MOVE),
        (r"inte\s+(?:godkän\w*|bevilja\w*)|avsl(?:å|ås|år|ogs|ag)\b|avvisa\w*|reject\w*", Outcome.REJECT),
        (r"bevilja[rs]?\b|beviljades|grant\w*", Outcome.GRANT),
        (r"godkänn(?:a|er|s|as)|godkändes|fastställ(?:a|er|s|as)|approve\w*|adopt\w*", Outcome.APPROVE),
    )
)
_PASSIVES = tuple((re.compile(rf"\b(?:{pattern.pattern})", re.IGNORECASE), outcome) for pattern, outcome in _OUTCOMES)
_LEADING = re.compile(r"(?:att|to|that)\s+(?:vi\s+|we\s+)?", re.IGNORECASE)
_PROVIDED = re.compile(r"\b(?:under\s+förutsättning|förutsatt|innan|provided)\b|,\s+(?:om|när|if)\b", re.IGNORECASE)


def outcome_of(clauses: tuple[str, ...]) -> Outcome:
    """Tell what kind of decision the clauses are, by the first that shows it."""
    return next((kind for clause in clauses if (kind := _kind(clause)) is not Outcome.OTHER), Outcome.OTHER)


def _kind(clause: str) -> Outcome:
    leading = _LEADING.match(clause)
    main = clause[leading.end() :] if leading else clause
    main = _PROVIDED.split(main, maxsplit=1)[0]
    for pattern, outcome in _OUTCOMES:
        if pattern.match(main):
            return outcome
    return next((outcome for pattern, outcome in _PASSIVES if pattern.search(main)), Outcome.OTHER)
