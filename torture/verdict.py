"""What came of a run: what the chat holds beside what it should hold, and what was left lying."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from storage.outgoing import Entry, State
from torture.calm import Thing
from torture.chat import Message


@dataclass
class Verdict:
    """What was said twice, never said, or is neither said nor given up; `asked` is what a person was asked about."""

    posts: int = 0
    duplicates: list[Thing] = field(default_factory=list)
    lost: list[Thing] = field(default_factory=list)
    stuck: list[str] = field(default_factory=list)
    asked: int = 0

    @property
    def clean(self) -> bool:
        """Tell whether each thing was said once."""
        return not (self.duplicates or self.lost or self.stuck)


def judge(
    expected: Iterable[Thing], said: Sequence[Message], emojis: Sequence[Thing], left: Sequence[Entry]
) -> Verdict:
    """Compare. `left` is what is not over in the outbox.

    Something `unknown` about which a person was asked is neither lost nor stuck, and the question is none too many.
    """
    verdict = Verdict()
    keys = {message.key for message in said}
    questions: set[str | None] = set()
    unknown: Counter[str] = Counter()
    for entry in left:
        asked = {key for key in keys if key is not None and key.startswith(f"{entry.key}/unknown/")}
        if entry.state == State.UNKNOWN and asked:
            questions |= asked
            unknown[entry.recipient] += 1
            verdict.asked += 1
        else:
            verdict.stuck.append(f"{entry.state} {entry.key} {entry.last_error or ''}")
    wanted = Counter(expected)
    held = Counter((one.where, one.text) for one in said if one.key not in questions)
    held.update(emojis)
    verdict.posts = wanted.total()
    verdict.duplicates = list((held - wanted).elements())
    for thing in (wanted - held).elements():
        if unknown[thing[0]]:
            unknown[thing[0]] -= 1
        else:
            verdict.lost.append(thing)
    return verdict
