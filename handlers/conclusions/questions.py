"""Keep the questions that a meeting leaves open, and close them when they are answered."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from handlers.command import Call, Claim, Command, Example, Outcome, React, Sentence, When
from handlers.reading.asking import ask
from handlers.tasks.actions import ActionIntent, read_actions, register_actions
from handlers.tasks.known import find_by_words
from meetings.document import doc
from meetings.errors import NotAllowed, NotUnderstood, UnknownThing, WrongPhase
from meetings.facts import About, Fact, Option, QuestionClosed, QuestionRaised
from meetings.record import Question

_HINT = re.compile(
    r"fråg|kvar|unresolved|outstanding|open|återstår|obesvara|open\s+question|unanswered|question|oklar|parkera"
    r"|utre[dt]|\bvet\b|unclear|not\s+(?:yet\s+)?clear|olös|inte\s+(?:klart|bestämt)"
    r"|\blös(?:a|t|as)\b|(?:klara|reda|redas)\s+ut|ta\s+vidare|fått\s+(?:svar|besked)|undecided|\bknow\b",
    re.IGNORECASE,
)
# "öppen fråga: …", "Fråga kvar: …", "kvar att reda ut: …", "skriv som obesvarad fråga: …"
_LABEL = re.compile(
    r"""(?:(?:vi\s+har|det\s+finns|det\s+är)\s+)?
        (?:(?:skriv|notera|registrera|lägg|för|ta|anteckna|note|record|add)\s+
           (?:(?:in|upp|till|det|med)\s+)?(?:(?:som|en|as|an)\s+){0,2})?
        (?: (?:öppen|obesvarad|kvarstående|kvarvarande|olöst|utestående|parkerad|outredd)\s+fråga
          | (?:öppna|kvarstående|obesvarade|olösta)\s+frågor
          | fråg(?:a|or)\s+kvar | frågan\s+kvarstår | kvarstår | obesvarat
          | fråg(?:a|or)\s+som\s+(?:fortfarande\s+)?(?:kvarstår|är\s+kvar|återstår|finns(?:\s+kvar)?)
            (?:\s+är(?=\s+(?:om|hur|vem|vad|när)\b))?
          | (?:(?:kvar(?:står)?|återstår)\s+)?att\s+(?:reda\s+ut|klara\s+ut|lösa|besvara|utreda|svara\s+på
            |ta\s+vidare|ta\s+ställning\s+till)
          | (?:ska|behöver|måste)\s+(?:redas\s+ut|klaras\s+ut|lösas|besvaras)
          | (?:ej|inte|ännu\s+inte)\s+(?:löst|besvarat|avgjort|utrett|klarlagt) | olöst
          | frågetecken(?:\s+(?:kvar|att\s+(?:räta\s+ut|reda\s+ut|ta\s+med(?:\s+(?:vidare|oss))?|lösa|följa\s+upp)
            |som\s+kvarstår))?
          | (?:fortfarande|ännu)\s+(?:oklart|olöst|obesvarat|en\s+öppen\s+fråga)
          | still\s+(?:unresolved|open|unclear|unanswered|to\s+(?:resolve|decide|settle))
          | unresolved | undecided | to\s+be\s+(?:resolved|decided|settled)
          | questions?\s+(?:remaining|left|outstanding|still\s+open)
          | (?:an\s+)?(?:open|unanswered|remaining|outstanding|unresolved)\s+(?:question|issue|point) )
        (?:\s*:|\s+[–—-](?=\s)|(?<=\bär)(?=\s))\s*(?P<body>\S.*)\Z""",
    re.IGNORECASE | re.VERBOSE | re.DOTALL,
)
_STAYS_OPEN = r"""(?:kvarstår|återstår|förblir\s+öppen|ligger\s+(?:kvar|öppen)|lämnas\s+öppen|får\s+stå\s+öppen
        |får\s+(?:vi\s+)?(?:återkomma\s+till|ta\s+med\s+oss|parkera)
        |är\s+(?:fortfarande\s+|ännu\s+)?(?:öppen|obesvarad|olöst|kvar|oklar|outredd|inte\s+(?:löst|besvarad|avgjord
          |utredd)))"""
_ASKING = r"(?:om|kring|vem|vad|hur|när|var|varför|vilk\w+|huruvida)"
# "Frågan om X kvarstår", "Vi fick inget svar på frågan om X, den ligger öppen", "det är en öppen fråga vem som …"
_SHAPES = tuple(
    re.compile(pattern, re.IGNORECASE | re.VERBOSE)
    for pattern in (
        rf"""frågan\s+(?P<body>{_ASKING}\s+\S.{{1,300}}?)\s+{_STAYS_OPEN}
             (?:\s+(?:än(?:nu)?|till\s+nästa\s+möte|fortfarande))?\s*\Z""",
        rf"""(?:vi|ingen|gruppen)\s+(?:fick|har\s+(?:inte\s+fått|inget)|kunde\s+inte)\s+
             (?:(?:inget|något|ett|svara\s+på)\s+)?(?:svar\s+)?(?:(?:på|om)\s+)?(?:frågan\s+)?
             (?P<body>(?:om\s+)?\S.{{1,200}}?)\s*,\s*(?:så\s+)?(?:den|det|frågan)\s+{_STAYS_OPEN}\s*\Z""",
        rf"""det\s+(?:är|återstår)\s+(?:fortfarande\s+)?en\s+öppen\s+fråga\s+(?P<body>{_ASKING}\s+\S.{{1,200}})""",
        rf"""(?:det\s+är\s+)?(?:fortfarande\s+|ännu\s+|ännu\s+så\s+länge\s+)?oklart\s+(?:(?:är|än|ännu|fortfarande
        |just\s+nu)\s+){{0,2}}(?P<body>{_ASKING}\s+\S.{{3,200}})""",
        rf"""(?P<body>{_ASKING}\s+[^,.;]{{3,200}}?)\s+är\s+(?:fortfarande\s+|ännu\s+|inte\s+|ännu\s+inte\s+
            |än\s+så\s+länge\s+){{0,2}}
             (?:oklart|obesvarat|outrett|inte\s+(?:klart|bestämt|löst)|olöst|klarlagt|utrett)\s*\Z""",
        rf"""(?:vi|ingen)\s+vet\s+(?:inte\s+|ännu\s+|än\s+|fortfarande\s+){{0,3}}(?P<body>{_ASKING}\s+\S.{{3,200}})""",
        rf"""(?:vi|ingen|gruppen)\s+(?:har\s+)?(?:fortfarande\s+|ännu\s+)?(?:inte|inget|ej)\s+(?:ännu\s+|än\s+)?fått\s+
             (?:(?:något|nåt|ett)\s+)?(?:svar|besked)\s+(?:på|om
               |kring)\s+(?:frågan\s+om\s+)?(?P<body>{_ASKING}\s+\S.{{3,200}})""",
        r"""(?:we|nobody|no\s+one)\s+(?:still\s+|do\s+not\s+|don['’]t\s+)*(?:know|knows)\s+(?:yet\s+)?(?P<body>(?:who
        |what
            |how|when|where|which|whether)\s+\S.{3,200})""",
        r"""it(?:['’]s|\s+is)\s+(?:still\s+|not\s+(?:yet\s+)?)?(?:unclear|clear|decided|undecided)\s+(?P<body>(?:who
            |what|how|when|where|why|which|whether)
            \s+\S.{3,200})""",
        r"""(?:the\s+)?question\s+(?:of|about|whether)\s+(?P<body>\S.{1,200}?)\s+
            (?:remains(?:\s+open)?|is\s+(?:still\s+)?(?:open|unanswered))\s*\Z""",
    )
)
_ABOUT = re.compile(
    r"\A(?:om|kring)\s+(?=(?:vem|vad|hur|när|var|varför|vilk\w+|huruvida)\b)|\A(?:om|"
    r"kring)\s+(?!\w+\s+(?:ska|kan|får|är|blir|bör|måste)\b)",
    re.IGNORECASE,
)
_CLOSE = re.compile(
    r"""(?:stäng|avsluta|stryk|close)\s+(?:den\s+öppna\s+)?(?:frågan|frågorna|the\s+question)\s+(?:om\s+|
        about\s+)?(?P<a>\S.*)
      | (?:frågan|the\s+question)\s+(?:om\s+|about\s+)?(?P<b>\S.*?)\s+(?:är\s+(?:nu\s+)?(?:besvarad|löst|avklarad|
          utredd|stängd|avgjord)|har\s+(?:nu\s+)?(?:besvarats|lösts|fått\s+svar)|is\s+(?:now\s+)?(?:answered|settled|
              closed|
          resolved))(?:\s+nu)?""",
    re.IGNORECASE | re.VERBOSE,
)


@dataclass(frozen=True)
class RaiseQuestion:
    """A question that stays open, and the tasks that go with it."""

    text: str
    actions: tuple[ActionIntent, ...] = ()


@dataclass(frozen=True)
class CloseQuestion:
    """The open question that these words mean is settled."""

    words: str


def read_questions(text: str, call: Call) -> tuple[RaiseQuestion, ...]:
    """Find a question that a sentence leaves open; one that is put to the room is none."""
    if not _HINT.search(text):
        return ()
    label = _LABEL.match(text.lstrip(" -–•*"))
    if label is not None:
        return (_raised(label["body"], call),)
    plain = text.strip(" \t.!-–•*")
    if plain.endswith("?"):
        return ()
    found = next((match for shape in _SHAPES if (match := shape.match(plain))), None)
    return (_raised(_ABOUT.sub("", found["body"]), call),) if found else ()


def register_questions(intents: Sequence[RaiseQuestion], call: Call, *, item: str | None = None) -> Outcome:
    """Make the facts of open questions, and of the tasks that were said with them."""
    facts: list[Fact] = []
    outcome = Outcome()
    for intent in intents:
        facts.append(QuestionRaised(**call.base, question=call.ids.new("k"), item=item, text=intent.text))
        tasks = register_actions(intent.actions, call, item=item)
        facts += tasks.facts
        outcome = Outcome(replies=(*outcome.replies, *tasks.replies))
    return Outcome(tuple(facts), outcome.replies)


def read(sentence: Sentence, call: Call) -> Sequence[Claim[RaiseQuestion]]:
    """Find an open question: in so many words at any time, else while the meeting is open."""
    found = read_questions(sentence.text, call)
    if not found or not (call.during or call.addressed or _LABEL.match(sentence.text.strip())):
        return ()
    return (Claim(found[0], (0, len(sentence.text))),)


def raise_question(intent: RaiseQuestion, call: Call) -> Outcome:
    """Record an open question under its item."""
    if call.meeting is None or call.when is When.BEFORE:
        raise WrongPhase("not_open")
    if call.when is When.AFTER and not call.leads:
        raise NotAllowed(who=call.texts.names([person.name for person in call.record.coordinators]))
    if not intent.text:
        raise NotUnderstood("question")
    outcome = register_questions((intent,), call, item=call.item)
    return Outcome(outcome.facts, (React(), *outcome.replies))


def read_close(sentence: Sentence, call: Call) -> Sequence[Claim[CloseQuestion]]:
    """Find that an open question is settled; in free text only when it names one that is there."""
    text = sentence.text.strip(" .!")
    if not _HINT.search(text) or sentence.text.rstrip().endswith("?"):
        return ()
    found = _CLOSE.fullmatch(text)
    if found is None:
        return ()
    words = (found["a"] or found["b"]).strip(" \"'”»«")
    if not call.addressed and not _meant(words, call):
        return ()
    return (Claim(CloseQuestion(words), (0, len(sentence.text))),)


def close_question(intent: CloseQuestion, call: Call) -> Outcome:
    """Close the question that the words mean; ask when they fit several."""
    found = _meant(intent.words, call)
    if not found:
        raise UnknownThing("question", words=intent.words)
    if len(found) > 1:
        again = [
            Option(label=one.text, text=call.texts.t("questions.say_closed", question=one.text)) for one in found[:5]
        ]
        return ask(call, About.ITEM, doc(call.texts.t("questions.which")), options=again, concerns=call.said.message)
    return Outcome((QuestionClosed(**call.base, question=found[0].id),), (React(),))


def _meant(words: str, call: Call) -> tuple[Question, ...]:
    waiting = {one.id: one for one in call.record.questions.values() if one.open}
    return tuple(waiting[key] for key in find_by_words(words, {key: one.text for key, one in waiting.items()}))


def _raised(body: str, call: Call) -> RaiseQuestion:
    """Part the question from a task that goes with it: "… – jag återkommer om detta"."""
    text = body.strip().rstrip(".!")
    pieces = re.split(r"(\s+[–—-]\s+|,\s+|(?<=\?)\s+)", text)
    tail = len(pieces)
    actions: tuple[ActionIntent, ...] = ()
    while tail > 1 and (read_out := read_actions(pieces[tail - 1], call, before=pieces[0])):
        actions, tail = (*read_out, *actions), tail - 2
    return RaiseQuestion("".join(pieces[:tail]).strip(" ,–—-"), actions)


RAISE_QUESTION: Command[RaiseQuestion] = Command(
    name="raise_question",
    words={"sv": ("öppen fråga",), "en": ("open question",)},
    read=read,
    handle=raise_question,
    cues=(_HINT,),
    rest_is_said=True,
    examples=(
        Example("öppen fråga: vem betalar tolken efter nyår?", ("question_raised",), when=When.DURING),
        Example("Frågan om vem som bokar lokal kvarstår", ("question_raised",), when=When.DURING),
        Example(
            "Fråga kvar: ska gruppen vara styrgrupp för ombuden – jag återkommer om detta",
            ("question_raised", "action_agreed"),
            when=When.DURING,
        ),
        Example("open question: who pays after the new year?", ("question_raised",), language="en", when=When.DURING),
    ),
    shown=frozenset({When.DURING, When.AFTER}),
)

CLOSE_QUESTION: Command[CloseQuestion] = Command(
    name="close_question",
    words={"sv": ("stäng frågan",), "en": ("close the question",)},
    read=read_close,
    handle=close_question,
    cues=(_HINT,),
    examples=(
        Example("stäng frågan om hyran", says="ingen öppen fråga", when=When.DURING, addressed=True),
        Example(
            "close the question about rent",
            says="no open question",
            language="en",
            when=When.DURING,
            addressed=True,
        ),
    ),
)
