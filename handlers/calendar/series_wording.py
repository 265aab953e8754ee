"""The words in which people ask for a row of meetings, and take one or another of the proposed days away."""

from __future__ import annotations

import re

_MEETINGS = (
    r"(?:möten(?:a)?|mötestider(?:na)?|mötesdatum|datum|tider|träffar(?:na)?|sammanträden(?:a)?|mysam\w*|möte"
    r"|meetings?|dates|times)"
)
ASKS = re.compile(
    rf"""\s*(?:(?:kan\s+du|du\s+kan|kan\s+vi|vi\s+vill|snälla|please|could\s+you|can\s+you)\s+)?
        (?:föreslå|ge(?:\s+oss)?\s+förslag\s+på|förslag\s+på|ta\s+fram|boka(?:\s+in)?|lägg\s+(?:upp|in|ut)|planera(?:\s+in)?|sätt\s+upp
          |propose|suggest|book|schedule|plan|set\s+up)
        \b[^.!?\n]{{0,60}}?\b{_MEETINGS}\b""",
    re.IGNORECASE | re.VERBOSE,
)
SPRING = re.compile(r"\b(?:vår(?:en|ens|terminen|terminens)?|vt|spring)\b", re.IGNORECASE)
AUTUMN = re.compile(r"\b(?:höst(?:en|ens|terminen|terminens)?|ht|autumn|fall)\b", re.IGNORECASE)
YEAR = re.compile(r"(?<![\d./:-])(?P<year>20\d\d)(?![\d./:-])")
UNTIL = re.compile(
    r"\A\s*(?:till(?:\s+och\s+med)?|t\.?\s?o\.?\s?m\.?|fram\s+till|before|until|till|through|to|före)\b", re.IGNORECASE
)
FROM = re.compile(r"\A\s*(?:från(?:\s+och\s+med)?|fr\.?\s?o\.?\s?m\.?|from|starting|efter|after)\b", re.IGNORECASE)

WITHOUT = re.compile(
    r"""\s*(?P<yes>(?:ja|japp|ok|okej|boka|yes|book)\b[\s,]*)?(?:(?:boka|ta|book)\s+)?(?P<all>(?:alla|dem|de|allihop|samtliga|all|them)\b[\s,]*)?(?:men\s+|but\s+)?
        (?:hoppa\s+över|skippa|utom|förutom|inte|ej|utan|ta\s+bort|stryk|skip|except(?:\s+for)?|but\s+not|not|without|remove|drop)\s+(?P<which>\S.{0,120}?)[\s.!]*""",
    re.IGNORECASE | re.VERBOSE,
)
ORDINALS = {
    **dict.fromkeys(("första", "förste", "first", "1:a", "1st"), 1),
    **dict.fromkeys(("andra", "andre", "second", "2:a", "2nd"), 2),
    **dict.fromkeys(("tredje", "third", "3:e", "3rd"), 3), **dict.fromkeys(("fjärde", "fourth", "4:e", "4th"), 4),
    **dict.fromkeys(("femte", "fifth", "5:e"), 5), **dict.fromkeys(("sjätte", "sixth", "6:e"), 6),
    **dict.fromkeys(("sjunde", "seventh", "7:e"), 7), **dict.fromkeys(("åttonde", "eighth", "8:e"), 8),
    **dict.fromkeys(("nionde", "ninth", "9:e"), 9), **dict.fromkeys(("tionde", "tenth", "10:e"), 10),
    **dict.fromkeys(("elfte", "eleventh", "11:e"), 11), **dict.fromkeys(("tolfte", "twelfth", "12:e"), 12),
    **dict.fromkeys(("sista", "siste", "last"), -1),
}  # fmt: skip
DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
