"""Answers in private to "are you coming?", when the bot has asked: yes, no, and what is said along with it."""

from __future__ import annotations

import re

from handlers.attendance.people import ME
from handlers.attendance.told import Kind, Told
from handlers.command import Call
from meetings.due_post import Matter
from meetings.record import Meeting, Phase
from meetings.reminder_keys import concerned, matter_of

_PLEASE = (
    r"(?:tack|tyvärr|dessvärre|tyvär|sorry|unfortunately|sadly|thanks|thank\s+you|såklart|förstås|klart|absolut"
    r"|gärna|ju"
    r"|definitely|of\s+course|visst|självklart|the|at|all|faktiskt|i\s+år|den\s+(?:här|där|dagen)(?:\s+gången)?"
    r"|denna\s+gång(?:en)?"
    r"|this\s+time|då|nu|idag|för\s+mig|för\s+min\s+del|i'?m\s+afraid|there|you\s+there|vi\s+ses|ses(?:\s+då)?"
    r"|see\s+you(?:\s+there|\s+then)?"
    r"|det|på\s+tisdag)"
)
_REST = rf"(?:[\s,.!;–-]+{_PLEASE})*[^\w]*"
_YES = re.compile(
    r"(?:(?:ja{1,9}|jo|jaja?män(?:san)?|jadå|jodå|japp|jepp|jajamen(?:san)?|javisst|jovisst|yes{1,9}|yep|yup|yeah|ya"
    r"|aye|ok|okej|okay|sure"
    r"|absolut|absolutely|självklart|självfallet|såklart|givetvis|naturligtvis|visst|definitivt|definitely|certainly"
    r"|of\s+course|klart|jag|i|det|that|it|gör|kan|ska|kommer|hoppar|blir|will|do|can|am|'?ll|shall|bra|fint"
    r"|toppen|be|thing|bet|you"
    r"|räkna\s+med\s+(?:det|mig)|wouldn'?t\s+miss\s+it|count\s+on\s+(?:it|me)|med\s+glädje|gladly|👍{1,9}|✅|🙋\w{0,3})"
    rf"[\s,.!;–-]*)+{_REST}",
    re.IGNORECASE,
)
_MEANS_YES = re.compile(
    r"\b(?:ja+|jo|jaja?män|jaja?mensan|jadå|jodå|japp|jepp|jajamen(?:san)?|javisst|jovisst|yes+|yep|yup|yeah|ya"
    r"|aye|ok|okej|okay|sure"
    r"|absolut|absolutely|självklart|självfallet|såklart|givetvis|naturligtvis|visst|definitivt|definitely|certainly"
    r"|of\s+course|klart|gör|kan|ska|kommer|blir\s+bra|will|do|can|am|'?ll|shall|med\s+glädje|gladly"
    r"|räkna\s+med|wouldn'?t\s+miss"
    r"|count\s+on)\b|👍|✅",
    re.IGNORECASE,
)
_NO = re.compile(
    r"(?:(?:nej|nä|näe|nää|nix|nope|nah|no|inte|ej|not|tyvärr|dessvärre|tyvär|afraid|sorry|unfortunately|jag|i"
    r"|det|that|it|gör|kan"
    r"|ska|kommer|går|blir|funkar|hinner|blev|inget|will|won'?t|can'?t|cannot|can|do|don'?t|am|i'?m|jo|👎{1,9}|ni"
    r"|får|klara|er|utan|mig"
    r"|av|så|för|min|del|någon|möjlighet|chance|no\s+chance|passa[r]?|över|står|pass|afraid)[\s,.!;–-]*)+"
    rf"{_REST}",
    re.IGNORECASE,
)
_MEANS_NO = re.compile(
    r"\b(?:nej|nä|näe|nää|nix|nope|nah|no|inte|ej|not|inget|won'?t|can'?t|cannot|don'?t|utan\s+mig|står\s+över"
    r"|tyvärr|dessvärre"
    r"|passar)\b|👎",
    re.IGNORECASE,
)
_DOUBT = re.compile(
    r"\b(?:vet\s+(?:inte|ej)|kanske|maybe|perhaps|not\s+sure|don'?t\s+know|osäker\w*|återkommer|möjligen"
    r"|får\s+se|eventuellt|om|if)\b"
    r"|\?",
    re.IGNORECASE,
)
_LEAD = re.compile(
    r"(?P<no>nej|nä|nix|nope|no)?(?P<yes>ja+|jo|japp|jepp|jadå|jodå|yes|yep|yeah|ok|okej|sure|absolut|självklart)?"
    r"(?:\s+tack|\s+tyvärr|\s+absolut)?[\s,.!–-]+(?:men\s+|but\s+)?",
    re.IGNORECASE,
)
_LONGEST = 80


def asked_about(call: Call) -> Meeting | None:
    """Give the meeting the speaker was asked whether she comes to and has not answered; only in private."""
    if not call.private or call.pending is not None or call.speaker is None:
        return None
    for key, people in call.record.reminded.items():
        if matter_of(key) != Matter.NOT_ANSWERED or call.speaker.id not in people:
            continue
        meeting = call.record.meetings.get(concerned(key))
        if meeting is not None and meeting.phase is Phase.PLANNED and call.speaker.id not in meeting.attendance:
            return meeting
    return None


def read_answer(text: str) -> Told | None:
    """Read a bare yes or no; None when it is neither, or says that the answer is not known yet."""
    words = text.strip()
    if not words or len(words) > _LONGEST or _DOUBT.search(words):
        return None
    if _NO.fullmatch(words) and _MEANS_NO.search(words):
        return Told(Kind.ABSENT, (ME,))
    if _YES.fullmatch(words) and _MEANS_YES.search(words):
        return Told(Kind.PRESENT, (ME,))
    return None


def opens_with_answer(text: str) -> tuple[Told, int] | None:
    """Read the yes or no that a longer answer opens with, and where the rest of it begins."""
    lead = _LEAD.match(text)
    if lead is None or not (lead["no"] or lead["yes"]) or _DOUBT.search(text):
        return None
    return Told(Kind.ABSENT if lead["no"] else Kind.PRESENT, (ME,)), lead.end()
