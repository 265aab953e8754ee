"""The words in which people book, move, rename and cancel the group's meetings, Swedish first."""

from __future__ import annotations

import re

from handlers.calendar.dates import ANY_MONTH

HINT = re.compile(
    r"möte|mysam|träff|sammanträde|avstämning|ställ|inställ|avbok|flytta|senarelägg|tidigarelägg|lokal"
    r"|byt|kalla|heter|döp|boka|planera|nästa|behåll|kör|ses|börjar|motet|utgår|avlys|hoppa|skip|stryk|skjut|datum|tid|start"
    r"|plats|sitter|ändra|i\s?stället|hörs|mötas|möts|samlas|kalender|almanack|höst|vår|spika|digital|teams"
    r"|meet|cancel|reschedul|move|moving|book|schedule|rename|call|instead|venue|room|location|date|time|pencil|reconvene|regroup|igång|börja|fastst|utlys|\bnow\b|blås|håll|senare|tidigare|klockan|later|earlier"
    r"|next\s+one|calendar|adress|landa|inte\s+\d|get[\s-]+together|catch[\s-]+up|follow[\s-]+up|inte\s+av|möts|motet|save|set|flytt|digit|diary|postpon|push|gather|scrap|convene",
    re.IGNORECASE,
)
MEETING = (
    r"(?:mötet|mötena|möten|möte|mysam\w*|mysamträff\w*|träff(?:en)?|sammanträde(?:t)?"
    r"|styrelsemöte(?:t)?|arbetsgrupp(?:en|smöte|smötet)?|avstämning(?:en|smöte|smötet)?"
    r"|planeringsdag(?:en)?|uppföljningsmöte|extramöte|meeting|meetings)"
)
HEDGE = re.compile(
    r"\b(?:kanske|funderar|fundera|ev\.?|eventuellt|möjligen|möjligt|borde|skulle|föreslår|förslag"
    r"|om\s+vi|ifall|vad\s+säger|ska\s+vi|kan\s+vi|måste\s+vi|vill\s+ni|tror|maybe|perhaps|might"
    r"|should\s+we|could|shall\s+we|what\s+if)\b|\?\s*\Z",
    re.IGNORECASE,
)
CUT = re.compile(
    r"(?<=[.!?;])\s+|\s*;\s*|\n+|,\s+(?:men\s+|och\s+|samt\s+|but\s+|and\s+)?|\s+(?:men|samt|but)\s+"
    r"|\s+(?:och|and)\s+(?=(?:att\s+)?(?:ställ\w*|flytta\w*|kalla\w*|kör\w*|behåll\w*|boka\w*|byt\w*"
    r"|döp\w*|heter|håll\w*|call|keep|move|cancel|book|rename)\b)",
    re.IGNORECASE,
)

CANCEL = re.compile(
    r"\b(?:ställ(?:er|s|a|as|des)?\s+(?:vi\s+)?in|ställer\s+.{1,40}\s+in|inställ(?:t|d|da)|avbokas?"
    r"|avbokat|avboka|(?:kör|har|blir|hålls)\s+(?:vi\s+)?(?:det\s+)?inget\s+(?:möte|mysam)"
    r"|inget\s+(?:möte|mysam)|utgår|cancel(?:l?ed|s|l?ing)?|no\s+meeting|call(?:ed|ing)?\s+off)\b",
    re.IGNORECASE,
)
NOT_CANCELLED = re.compile(
    r"(?:\b(?:inte|ej|not)|n't)\s+(?:\w+\s+)?(?:inställ|utgå|cancel|avbok|called|ställ)", re.IGNORECASE
)
# "ställ in maj", "29/10 ställs in": the day or the month itself is what is cancelled.
OF_A_DAY = re.compile(
    rf"""\b(?:ställ\w*\s+(?:vi\s+)?in|inställt|avboka\w*|cancel\w*)\s+(?:(?:den|i|på|det)\s+)?(?:\d|\w+dag\b
            |(?:{ANY_MONTH})\b)
      |\A\W*(?:den\s+)?[\w/]+(?:\s+\w{{3,9}})?\s+(?:ställs\s+in|är\s+inställt|utgår|avbokas|is\s+cancelled)""",
    re.IGNORECASE | re.VERBOSE,
)
FOR_ONESELF = re.compile(r"\b(?:för\s+(?:mig|min\s+del|oss|vår\s+del)|jag|for\s+me)\b", re.IGNORECASE)
ANY_MEETING = re.compile(
    r"(?:möte(?:t|n|na|ts)?|mysam\w*|träff(?:en|ar)?|sammanträde\w*|avstämning\w*|planeringsdag\w*"
    r"|arbetsgrupp\w*|tiden|meetings?)\b",
    re.IGNORECASE,
)
KEEP = re.compile(
    r"\b(?:behåll(?:er|s|a)?|kvarstår|ligger\s+(?:kvar|fast)|står\s+fast|keep(?:s|ing)?|stays?)\b", re.IGNORECASE
)
RENAME = re.compile(
    r"""\b(?:(?:kalla(?:s|r)?|döp(?:er|s|a)?\s+om|byt(?:er|s|a)?\s+namn\s+på|rename|call)\s+(?:(?:vi\s+)?(?:den
            |det|mötet|tiden|träffen|it|the\s+meeting|the\s+[a-z]+\s+meeting|mysam\w*|[a-zåäö]*mötet)(?:\s+(?:i
            |den|på|in|on)\s+[\w/]+(?!\w))?\s*)?(?:(?:om\s+)?till\s+|för\s+|to\s+|istället\s+)?
        |(?:heter|heta|ska\s+heta|byta\s+namn\s+till|byter\s+namn\s+till|får\s+heta|is\s+called
          |be\s+called)\s+(?:då\s+|nu\s+|i\s?stället\s+)?)(?P<name>[^\n]{0,80})\Z""",
    re.IGNORECASE | re.VERBOSE,
)
PLACEHOLDER = re.compile(
    r"\A(?:nåt|något|någonting|nånting|nåt\s+annat|något\s+annat|annat|annorlunda"
    r"|something(?:\s+else)?)\b[\s,:]*(?:annat\b)?[\s,:]*",
    re.IGNORECASE,
)
MOVE = re.compile(
    r"\b(?:(?:fram|upp)?flytta(?:r|s|t|d|de)?|senarelagt|tidigarelagt|uppskjutet|senarelägg(?:er|s|a)?|tidigarelägg(?:er|s|a)?|skjut(?:er|s|a)?(?:\s+upp"
    r"|\s+fram|\s+på)?|ändra(?:r|s)?\s+(?:datum|tid\w*|dag|lokal)|byt(?:er|s|a)?\s+(?:datum|dag|tid"
    r"|lokal|plats|ställe)|nytt\s+datum|ny\s+(?:tid|dag|lokal|plats)"
    r"|mov(?:e|ed|ing)|reschedul(?:e|ed|ing)|postpone[ds]?|new\s+(?:date|time|room|place)"
    r"|change\s+(?:the\s+)?(?:date|time|room|place))\b",
    re.IGNORECASE,
)
OTHER_HOUR = re.compile(
    r"\b(?:börjar|startar|slutar|håller\s+på|ses|starts?|begins?|ends?)\b.{0,30}?\b(?:kl|klockan|at|\d)", re.IGNORECASE
)
INSTEAD = re.compile(r"\b(?:i\s?stället|ändrat|ny\s+tid|instead|nya\s+tiden)\b", re.IGNORECASE)
_THE_MEETING = (
    r"(?:(?:[Mm]ötet|[Nn]ästa\s+möte|[\wåäö]*mötet|[Mm]ysam\w*|[Tt]he\s+meeting)"
    r"(?:\s+(?:(?:på|i|den|nu\s+på)\s+)?(?:\w+dag|\d{1,2}(?:[/.]\d{1,2}|:e)?(?:\s+[a-z]{3,9})?|[a-z]{3,9}ember|januari|februari|mars|april"
    r"|maj|juni|juli|augusti|oktober))?)"
)
NEW_PLACE = re.compile(
    rf"""(?:\b(?:byt(?:er|s|a)?\s+(?:lokal|plats|ställe)|[Vv]i\s+byter\s+(?:lokal|plats)|[Nn]y\s+(?:lokal|plats)|flytta(?:r|s)?\s+(?:lokal
            |(?:vi\s+)?(?:mötet|mysam)(?:\s+på\s+\w+)?)|{_THE_MEETING}\s+(?:hålls|flyttas)
            |change\s+(?:the\s+)?(?:room|place)|new\s+(?:room|place)|move\s+the\s+meeting)(?:\s+(?:på|den)\s+\w+)?
        \s*(?::|,|till\b|to\b|i\b|på\b|blir\b|är\b|is\b|for\s+the\s+meeting:?)\s*
        |{_THE_MEETING}\s+(?:blir|är)(?:\s+(?:nu|i\s?stället|istället))?(?:\s+(?:på\s+plats\s+)?(?:i|på|via))?\s+
        |\b(?:kör|har|håller|tar)\s+(?:vi\s+)?{_THE_MEETING}\s+(?:på\s+plats\s+)?(?:(?:i|på|via)\s+)?)
        (?P<place>(?:(?:sal|lokal
          |konferensrum|rum|room)\s+)?(?!(?:[Mm]ån|[Tt]is|[Oo]ns|[Tt]ors|[Ff]re|[Ll]ör|[Ss]ön)dag)[A-ZÅÄÖ][^\n,;.!?]{{0,60}}?
          |[Tt]eams|[Zz]oom|[Dd]igitalt|[Ss]kype|[Oo]nline)
        (?=\s+(?:för|på\s+\w+dag|den\s+\d|istället|i\s+stället|kl|for|on|instead|nästa|pga|på\s+grund|om|som)\b|\s*[,;.!?\n]|\s*\Z)""",
    re.VERBOSE,
)
QUESTIONS = re.compile(
    r"\b(?:(?:övriga|resten\s+av|alla|kvarvarande|återstående|de\s+andra)\s+)?(?:frågor(?:na)?"
    r"|punkter(?:na)?|ärenden(?:a)?|the\s+(?:rest|other\s+items))\s+(?:flyttas|skjuts(?:\s+upp)?|tas"
    r"|are\s+moved|move)\b|\bflytta\s+(?:övriga\s+|resten\s+av\s+|alla\s+)?(?:frågor(?:na)?"
    r"|punkter(?:na)?|ärenden(?:a)?)\b",
    re.IGNORECASE,
)
NEXT = re.compile(
    rf"\b(?:nästa|next)\s+(?:{MEETING}|gång|tillfälle)\b|\bnästa\s+(?:blir|är)\b|\b(?:vi\s+)?(?:ses"
    r"|hörs)\s+(?:igen|nästa\s+gång|härnäst)\b",
    re.IGNORECASE,
)
BOOK = re.compile(
    r"\b(?:boka(?:r|s|t)?(?:\s+in|\s+upp)?|planera(?:r|s)?(?:\s+in)?|lägg(?:er|a|s)?\s+(?:in|upp|till"
    r"|ut)|sätt(?:er|a|s)?\s+upp|kalla(?:r|s)?\s+till|sammankalla\w*|kör(?:a|s)?|hålla|håller|hålls|ha"
    rf"|har|book|schedule|plan|set\s+up|hold)\b[^.!?\n]{{0,60}}?\b{MEETING}",
    re.IGNORECASE,
)
# "ett kortare sammanträde genomförs den 7 oktober": as decisions put it.
HELD = re.compile(
    rf"\b{MEETING}\b[^.!?\n]{{0,60}}?\b(?:genomförs|hålls|äger\s+rum|förläggs|bokas|läggs|sätts|kallas"
    r"|is\s+held|be\s+held|takes\s+place|is\s+booked|be\s+booked)\b",
    re.IGNORECASE,
)
BOOKS = re.compile(
    r"\W*(?:(?:då|så|ok|okej)\s+)*(?:(?:vi|jag|we|i)\s+)?(?:boka|planera|lägg|sätt|kalla|book|schedule)", re.IGNORECASE
)
CALLED = re.compile(
    rf"\A\W*(?:(?:hej|god\s+morgon|hejsan|hello|hi)\b[\w\s]{{0,20}}[,!.]*\s*)?(?:(?:dags\s+för"
    r"|kallelse(?:\s+till)?|välkomna\s+till|välkommen\s+till|inbjudan\s+till|ny(?:tt)?"
    rf"|extra)\s+)?(?:ett\s+|vårt\s+|extra\s+|nytt\s+)?{MEETING}\b[^.!?\n]{{0,40}}\Z",
    re.IGNORECASE,
)
OTHERS = re.compile(
    r"\b(?:enhetsmöte\w*|personalmöte\w*|ledningsgrupp\w*|apt|föräldramöte\w*|avdelningsmöte\w*"
    r"|hyresgäst\w*|kök|bord|(?<!äger\s)(?<!äga\s)rum|bil|resa|hotell|tandläkar\w*|frukost|lunch|konsert\w*)\b",
    re.IGNORECASE,
)
PRELIMINARY = re.compile(r"\bprel(?:\.|iminär\w*)?\b|\bpreliminar\w*|\btentativ\w*", re.IGNORECASE)
# A list of meetings follows, or one: "kommande möten: …", "vårens mötestider är …", "mötet i januari: …".
SCHEDULE = re.compile(
    rf"""\A\W*(?:(?:då|ok|okej|alltså|och|prel(?:\.|iminära?)?|so)\s+)*(?:
        (?:(?:kommande|nästkommande|vårens|höstens|årets|sommarens|nästa\s+års|planerade|nya|inplanerade|bokade|följande|våra|gruppens
          |återstående|upcoming|coming|next|future|our)\s+)*(?:möten(?:a)?|mötestider(?:na)?|mötesdatum(?:en)?|mötesdagar(?:na)?
          |sammanträden|sammanträdes(?:dagar|tider|datum)|träffar(?:na)?|meetings|meeting\s+dates)
        (?:\s+(?:(?:under|för|i|till|på|vt|ht|for|in)\s+)?(?:(?!med\b|hos\b|mellan\b|som\b|with\b)[\w-]+\s*){{1,4}}?)?
      | (?:nytt\s+|ny\s+|förslag\s+på\s+)?(?:datum|tid|dag)\s+för\s+(?:\w+\s+){{0,2}}möte(?:t|n)?
      | (?:mötet|möte)\s+i\s+(?:{ANY_MONTH}) | (?:{ANY_MONTH})mötet
      )\s*(?:är|blir|bokas\s+till|are|will\s+be)?\s*[:–-]?\s*(?:den\s+)?\Z""",
    re.IGNORECASE | re.VERBOSE,
)
# "nytt möte 12 oktober", "extramöte 6/10".
NEW_MEETING = re.compile(
    r"\A\W*(?:(?:då|ok|okej|vi\s+har|det\s+blir|an?)\s+)*(?:(?:ett\s+)?(?:nytt|extra|extrainsatt|new|additional)\s+(?:möte|sammanträde"
    r"|avstämning|meeting)|extramöte|extrasammanträde)(?:\s+(?:blir|bokas|hålls|är|bokat))?\s*:?\s*(?:(?:den|på|till|on)\s+)?\Z",
    re.IGNORECASE,
)
AND_THEN = re.compile(r"\A\W*(?:(?:och|följt\s+av|därefter|sedan|sen|then|and|så)\s+)*(?:den\s+)?\Z", re.IGNORECASE)
ALL_AT = re.compile(r"\A\W*(?:alla|samtliga|alltid|båda|all|both)\b", re.IGNORECASE)
SAME_TIME = re.compile(r"\bsamma\s+tid(?:er)?\b|\bsame\s+time\b", re.IGNORECASE)
# "17 november krockar för många, vi tar 24 november i stället".
CLASH = re.compile(
    r"\b(?:krocka\w*|går\s+(?:bort|inte)|funkar?\s+inte|fungerar\s+inte|passar\s+(?:inte|dåligt)|clash\w*|doesn't\s+work)\b",
    re.IGNORECASE,
)
TAKES_INSTEAD = re.compile(
    r"\b(?:tar|kör|väljer|blir|ses|satsar\s+på|take|choose|go\s+for)\b.*\b(?:i\s?stället|istället|instead)\b",
    re.IGNORECASE,
)
# The item under which a bare date is one of a coming meeting.
MEETINGS_ITEM = re.compile(
    r"\b(?:nästa|kommande|följande|vårens|höstens)\s+(?:möte\w*|sammanträde\w*|träff\w*)|\bmötes(?:tider|datum|plan\w*|dagar)"
    r"|\b(?:next|coming|upcoming|future)\s+meetings?\b|\bmeeting\s+dates\b",
    re.IGNORECASE,
)
# What may stand beside a date that is only told: all of it is about the date.
BESIDE_A_DATE = re.compile(
    r"\b(?:kl|klockan|den|på|i|via|till|och|samt|blir|är|möte\w*|nästa|teams|zoom|digitalt|plats|som|planerat|vanligt|samma|tid|lokal|sal"
    r"|preliminärt|prel|at|on|in|the|next|meeting|is|and|as|planned|same|time|after|that|then|därefter|därpå|efter|det|sedan|sen|alltid|alla)\b|[\W\d_]+",
    re.IGNORECASE,
)
KINDS = (
    (re.compile(r"\bkort(?:are)?\s+möte", re.IGNORECASE), "kortare möte"),
    (re.compile(r"\bextra\s?(?:insatt\s+)?(?:möte|mysam)|\bextramöte", re.IGNORECASE), "extra"),
    (re.compile(r"\bplaneringsdag", re.IGNORECASE), "planeringsdag"),
    (re.compile(r"\barbetsgrupp", re.IGNORECASE), "arbetsgrupp"),
    (re.compile(r"\bavstämning", re.IGNORECASE), "avstämning"),
    (re.compile(r"\buppföljningsmöte", re.IGNORECASE), "uppföljningsmöte"),
    (re.compile(r"\bstyrelsemöte", re.IGNORECASE), "styrelsemöte"),
)
PLACE = re.compile(
    r"\A[\s,]*(?:(?:i|på|hos|via|vid|at|in|on|plats:?"
    r"|lokal:?)\s+)(?P<place>[^\W\d_][^,;.!?\n]{0,60}?)(?=\s+(?:för|och|kl|med|där|så|istället|om|pga|på\s+grund|enligt|som"
    r"|i\s+stället|den|to|and|with|instead|as|about|for)\b|\s*[,;.!?\n]|\s*\Z)"
    r"|\A[\s,]*(?P<bare>(?:[A-ZÅÄÖ][\w-]*|Teams|digitalt)(?:,?[ ](?:[A-ZÅÄÖ][\w-]*|\d+(?![\w.:/]))){0,4})",
)
ONLINE = re.compile(r"\b(?:på|via|i|on|over)\s+(?P<place>Teams|Zoom|Skype)\b", re.IGNORECASE)
CONTENT = re.compile(
    r"\A\W*(?:innehåll|tema|fokus|ämnen?|på\s+agendan|på\s+dagordningen|content|topics?)\s*:\s*(?P<items>\S.{2,200})\Z",
    re.IGNORECASE,
)
PLUS = re.compile(r"\A\W*(?P<items>[^\s+][^+\n.?!]{1,60}(?:\s+\+\s+[^+\n.?!]{2,60})+)\W*\Z")
# "övrig fråga: flytta mötet", "punkt om ny lokal": asked for the agenda, and nothing is moved by it.
AN_ITEM = re.compile(
    r"[^:\n]{0,60}?\b(?:punkt(?:er)?|ärenden?|övr(?:ig|\.)\s+fråga|(?:agenda\s+)?items?)(?!\s*\d)\b[^:\n]{0,50}:"
    r"|[^\n]{0,60}?\b(?:punkt|ärende|item)\s+(?:om|kring|about|on)\b",
    re.IGNORECASE,
)
# "flytta lokalfrågan till mötet 12/11": an item goes to a meeting; the meeting stays.
TO_A_MEETING = re.compile(
    r"\b(?:till|to)\s+(?:the\s+)?(?:nästa\s+|next\s+)?(?:\w*möte(?:t)?|mysam|meeting)\b", re.IGNORECASE
)
