"""Close an open question by its answer: "svar på frågan om vem som betalar: regionen"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from handlers.command import Call, Claim, Command, Example, Outcome, React, Sentence, When
from handlers.reading.notes import noted
from handlers.tasks.known import find_by_words
from meetings.errors import UnknownThing
from meetings.facts import QuestionClosed

_HINT = re.compile(r"svar|fråga|answer|question", re.IGNORECASE)
_ANSWER = re.compile(
    r"""\A\W*(?:(?:svar(?:et)?|besked(?:et)?)\s+(?:på|om|i)\s+(?:(?:den\s+)?(?:öppna\s+
        |kvarstående\s+)?frågan\s+)?(?:om\s+)?
        |(?:den\s+öppna\s+|den\s+kvarstående\s+)?frågan\s+(?:om\s+)?
          |(?:the\s+)?answer\s+to\s+(?:the\s+)?(?:open\s+)?question\s+(?:of\s+|about\s+)?)
        (?P<question>[^:\n]{4,160}?)\s*(?::|\s[–—-]\s|\s+(?:är\s+att|blev|blir|är
          |is\s+that)\s+(?=\S))\s*(?P<answer>\S.{1,400})\Z""",
    re.IGNORECASE | re.VERBOSE | re.DOTALL,
)
_NO_ANSWER = re.compile(
    r"\b(?:öppen|kvar|obesvarad|kvarstår|oklar\w*|inte\ klar\w*|open|unanswered|unclear)\b|\?",
    re.IGNORECASE | re.VERBOSE,
)


@dataclass(frozen=True)
class AnswerQuestion:
    """The answer, as it was said, to the open question that `words` mean."""

    words: str
    text: str


def _read(sentence: Sentence, call: Call) -> Sequence[Claim[AnswerQuestion]]:
    if call.during is None or not _HINT.search(sentence.text):
        return ()
    found = _ANSWER.match(sentence.text)
    if found is None or _NO_ANSWER.search(found["answer"]) or sentence.text.rstrip().endswith("?"):
        return ()
    if not call.addressed and _meant(found["question"], call) is None:
        return ()
    return (Claim(AnswerQuestion(found["question"], sentence.text), (0, len(sentence.text))),)


def _meant(words: str, call: Call) -> str | None:
    waiting = {one.id: one.text for one in call.record.questions.values() if one.open}
    found = find_by_words(words, waiting)
    return found[0] if len(found) == 1 else None


def _handle(intent: AnswerQuestion, call: Call) -> Outcome:
    meant = _meant(intent.words, call)
    if meant is None:
        raise UnknownThing("question", words=intent.words)
    closed = QuestionClosed(**call.base, question=meant)
    return Outcome((closed, *noted((Sentence(intent.text),), call)), (React(),))


ANSWER_QUESTION: Command[AnswerQuestion] = Command(
    name="answer_question",
    words={"sv": ("svar på frågan om",), "en": ("answer to the question",)},
    read=_read,
    handle=_handle,
    cues=(_HINT,),
    shown=frozenset({When.DURING}),
    examples=(
        Example(
            "svar på frågan om tolken: regionen betalar", says="ingen öppen fråga", when=When.DURING, addressed=True
        ),
        Example(
            "answer to the question about the interpreter: the region pays",
            says="no open question",
            language="en",
            when=When.DURING,
            addressed=True,
        ),
    ),
)
