"""A step to the next item at the end of what is said of the one before: "godkänns, och så tar vi Trisam"."""

from __future__ import annotations

import re

_STEP = re.compile(
    r"""[,;]?\s+(?:(?:och|så|sen|sedan|nu|då|and|then|so|now)\s+){0,3}(?=
        (?:(?:tar|går|kör|hoppar|fortsätter)\s+vi | vi\s+(?:tar|går|kör|hoppar|fortsätter) | vidare\s+till
          | (?:we(?:'re|\s+are)?\s+)?(?:move|moving|going|go)\s+(?:on\s+)?to | on\s+to | let's\s+(?:move|go|take)
          | next\s+(?:is|up))\b)""",
    re.IGNORECASE | re.VERBOSE,
)
_LONGEST = 200


def step_after(text: str) -> tuple[int, int] | None:
    """Give where what is said ends and where the step begins; None when the text ends with none."""
    found = _STEP.search(text[:_LONGEST], 1)
    return (found.start(), found.end()) if found is not None else None
