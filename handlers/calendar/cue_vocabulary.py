"""The words by which a sentence shows that it books, changes or cancels a meeting; Swedish first, then English."""

from __future__ import annotations

import re

from meetings.item_words import word_set


def _any(words: str) -> re.Pattern[str]:
    """Make a pattern of words written with blanks between them; `_` stands for a blank, `*` for any ending."""
    parts = [word.replace("*", r"\w*").replace("_", r"\s+") for word in words.split()]
    return re.compile(rf"(?<![\w-])(?:{'|'.join(parts)})(?!\w)", re.IGNORECASE)


# The group's own meeting, whatever people call it. Other bodies' are made of other words ("personalmötet").
A_MEETING = re.compile(
    r"""(?<![\w-])(?:(?:mysam|styrelse|arbetsgrupps?|extra|uppföljnings?|avstämnings?|planerings?|start|upptakts?|höst|vår|juli|juni|maj
          |(?:januari|februari|mars|april|augusti|september|oktober|november|december)|(?:mån|tis|ons|tors|fre)dags?)-?)?
        (?:möt(?:et?|en|ena)s?|motet|sammanträde(?:t|na|n)?s?|träff(?:en|ar|arna)?s?)(?!\w)
      |(?<!\w)(?:mysam(?:et|en)?|avstämning(?:en)?|uppföljning(?:en)?|planeringsdag(?:en)?|meetings?(?:'s)?|mtg|mötestid(?:en)?|mötesdag(?:en)?
          |mötesdatum(?:et)?|mötestillfälle(?:t)?|session|catch-?\s?up|check-?in|get-?together|follow-?up)(?!\w)""",
    re.IGNORECASE | re.VERBOSE,
)
MEETS = _any(
    r"""
    ses återses träffas möts samlas sammanträder sammanträda hörs sammanstrålar råkas meet reconvene regroup gather
    convene get_together see_you see_each_other catch_up we're_meeting we_are_meeting
    """
)
NEXT = _any(
    r"""
    nästa näst nytt ny nya kommande följande igen åter härnäst nästkommande första andra tredje sista extra
    ytterligare uppföljande uppföljning* nästföljande återses återsamlas extrainsatt extramöte*
    uppföljningsmöte* next again new another additional following first upcoming reconvene regroup follow-?up
    last once_more one_more
    """
)
BOOKS = _any(
    r"""
    i_(?:kalend|almanack)* in_(?:the_|your_|our_)?(?:calendars?|diar(?:y|ies))
    bokar? bokas bokat bokad inboka* planera* inplanera* spika* skriv(?:er|a|s)?_(?:in|upp|ner|ned)
    lägg(?:er|a|s)?_(?:in|ut|upp) sätt(?:er|a|s)?_(?:in|upp|av|ut) reservera* blocka* vikt? viker avsätt*
    hålla?_(?:\w+_)?(?:ledigt|fritt) book(?:ed|ing)? schedul(?:e|ed|ing) pencil(?:led|ing)?(?:_in)? pop_in
    set_up save_the_date block_(?:out|off) lock_in mark pencilled put_(?:in|down)
    """
)
"""That a day is booked; alone beside a date it books a meeting."""
SETTLES = _any(
    r"""
    notera* kalender* almanack* kalla* kallar siktar? satsar? säger sägs bestäm* fastställ* landa* enades enas
    enats kör tar väljer blir är hålls äger_rum läggs sätts sätter sätt lägg lägger skriv går_av_stapeln
    infaller gäller förläggs förlägger utlyse[rs] planen put pencil calendars? diar(?:y|ies) aim* going_for
    go_for went_for settle* fix* agreed decided note add is will_be takes_place held have 's_(?:on|the) let's set
    plan* say
    """
)
"""Words that say when something is to be, and book only what is named as a meeting."""
CHANGES = re.compile(
    r"""(?<!\w)(?:(?:fram|om|upp|för)?flytta\w*|(?:om|av)?bok\w+\s+om|ombok\w+|byt(?:er|s|a|te|t)?|ändra\w*|ändring\w*|ny|nytt|nya|annan|annat|i\s?stället|framskjut\w*
          |skjut(?:er|s|a|en|it|na)?|uppskjut\w*|senarelägg\w*|senarelagt|tidigarelägg\w*|tidigarelagt|lägg(?:er|s|a)?\s+om|lokalbyte\w*|platsbyte\w*
          |salsbyte\w*|rumsbyte\w*|datumbyte\w*|tidsändring\w*|dagbyte\w*|datumändring\w*|lokaländring\w*|platsändring\w*|förläng\w*|korta\w*|drar?\s+ut|redan|knuff\w*|puttar?|backar?
          |moved?|moves|moving|reschedul\w*|postpon\w*|push\w*|new|different|chang\w*|instead|rather|now|shift\w*|swap\w*|switch\w*|bump\w*
          |br(?:ing|ought|inging)(?:\s+\w+){0,2}?\s+forward|rebook\w*|put\s+(?:off|back)|delay\w*|no\s+longer|senare|tidigare|extend\w*|shorten\w*|relocat\w*|earlier|later)(?!\w)""",
    re.IGNORECASE | re.VERBOSE,
)
# These make a move of a new day or hour even where the meeting is not named beside them.
MOVES = re.compile(
    r"""(?<!\w)(?:(?:fram|om|upp)?flytta\w*|omboka\w*|bok\w+\s+om|lägg\w*\s+om|bok\w+\s+om|tidsändring|datumändring|dagbyte|datumbyte|lägg\w*\s+om|skjut(?:er|s|a|en|it|na)?|uppskjut\w*|framskjut\w*|senarelägg\w*|senarelagt|tidigarelägg\w*|tidigarelagt
          |knuff\w*|moved?|moves|moving|reschedul\w*|postpon\w*|push\w*|shift\w*|bump\w*|rebook\w*|delay\w*)(?!\w)""",
    re.IGNORECASE | re.VERBOSE,
)
CANCELS = re.compile(
    r"""(?<!\w)(?:(?:ställ(?:er|s|a|t)?|ställas)\b[^.!?]{0,40}?\bin|inst[äa]ll(?:t|d|da|es|s)|avbok(?:a|ar|as|at|ad)|avlys(?:er|a|es|t|s|as)?|utgår|utgå|annuller\w*
          |(?:blir|blev|det\s+blir)\s+(?:tyvärr\s+|nog\s+)?(?:inte|inget|ej)\s+(?:av|\w+)|(?:inte|ej)\s+(?:blir\s+)?av(?:\s+stapeln)?|hoppar?\s+över|hoppas\s+över|skippa[rs]?|stryk(?:er|a|s)?|ta(?:r|s)?\s+bort|remov(?:e|ed|ing)|delet(?:e|ed)
          |struntar?\s+i|slopa[rs]?|struk(?:et|en|na)|blås(?:er|a|es|t)\s+av|inget|ingen|inga
          |cancel(?:l?ed|s|l?ing|lation)?|call(?:ed|ing|s)?\s+(?:\w+\s+){0,3}?off|(?:is|it's|'s|are)\s+off|scrap(?:ped|ping)?|skip(?:ping|ped)?|dropp?(?:ed|ing)?|no|scratch(?:ed|ing)?|axed
          |(?:not|\w+n't|no\s+longer)\s+(?:be\s+|going\s+to\s+be\s+|going\s+to\s+)?(?:happen(?:ing)?|held|tak(?:e|ing)\s+place|going\s+ahead|go\s+ahead|meet(?:ing)?|hav(?:e|ing)))(?!\w)""",
    re.IGNORECASE | re.VERBOSE,
)
NO_MEETING = re.compile(
    r"(?:\b(?:vi|we)\b[^.,!?]{0,20}\b(?:ses|träffas|möts|kör|meet|meeting)\s+(?:då\s+)?(?:inte|ej)\b|\b(?:ses|träffas|möts)\s+vi\s+(?:inte|ej)\b)",
    re.IGNORECASE,
)
# Leaving out a meeting is something one does for oneself too; to call it off is not.
ONES_OWN = re.compile(
    r"\b(?:jag|i|i'm|min|my)\b[^.!?]*\b(?:hoppar?\s+över|skippar?|struntar?|skip\w*|drop\w*|miss\w*)|\b(?:mig|min|mitt|me|my|for\s+me)\b|\bför\s+(?:min|vår|oss)\b",
    re.IGNORECASE,
)
# The words said of why come first: "lokalen är upptagen, så …", and what becomes of it after them.
WHY_FIRST = re.compile(
    r"""\A(?P<why>[^.!?;]*?(?<!\w)(?:krocka\w*|upptag\w*|dubbelbok\w*|(?:fick|får|har|kan)\s+(?:vi\s+)?(?:inte|ingen)|(?:går|funkar|fungerar|passar)\s+inte|sjuk\w*|för\s+få|många\s+(?:är|kan)|saknas
          |clash\w*|double-?booked|not\s+available|unavailable|taken|busy|couldn't|can't|isn't\s+free|doesn't\s+work|ill|sick)(?!\w)[^.!?;,]*)
        (?:,\s*(?:så\s+|so\s+|därför\s+|och\s+|utan\s+)?|\s+så\s+|\s+so\s+|\s+därför\s+)(?=(?:vi|det|jag|mötet|tar|we|we're|we'll|it|it'll|let's|the\s+meeting|i'm|i)\b)""",
    re.IGNORECASE | re.VERBOSE,
)
WE = _any("vi oss alla samtliga gruppen we us let's we're we'll we've everyone everybody lets")

# What was, what others do, what is asked or only thought of.
UNSETTLED = re.compile(
    r"""(?<!\w)(?:ställdes|flyttades|byttes|sköts|avbokades|hölls|inställdes|ändrades|blev|var(?!\s*:)|vart|hade|igår|förra|förrförra|sist|tidigare\s+i|was|were|had(?!\s+to\b)|did|last\s+(?:week|month|time|year)|yesterday
          |(?<!boka\s)(?<!bokar\s)(?<!bokat\s)(?<!bokas\s)(?<!lägga\s)om\s+mötet|kan\s+(?:komma\s+att|behöva|bli|tänkas)|risk(?:en|erar)?|may\s+(?:be|move|have|get|need|not)|might|om\s+(?:vi|jag|ni|det|man|för|alla|någon|nån|ingen|inte|så|lokalen|flera|de|hon|han|ej)|ifall|huruvida|vill|vilja|hoppas\s+att|önskar|önskemål|försök\w*|undrar|bör|fråga\w*|when\s+is|if|whether|would|like\s+to|want|wants|wish|hope\s+to|hoping
          |helst|helt\s+ok\s+att|passar|funkar|går\s+bra|works?\s+for|suits?|suggest\w*|propose[ds]?|idea|eller|aldrig|never|ofta|alltid|always|often|brukar|usually
          |inte\s+(?:flytta\w*|ställ\w*|avboka\w*|byt\w*|ändra\w*|skjut\w*|boka\w*)|(?:not|n't)\s+(?:mov\w+|chang\w+|cancel\w*|reschedul\w*|postpon\w*|been)|not\s+off|antar|gissar|låter\s+som|hörde|påstår|ryktet?|minns|kommer\s+ihåg|sa|sade|said|says|tells?|told|rumou?r|remember|sägs\s+att|enligt\s+rykt\w*|heard|guess
          |skämt\w*|haha|lol|annars|otherwise|either|antingen|eller\s+hur|or)(?!\w)""",
    re.IGNORECASE | re.VERBOSE,
)
# From here on a sentence tells why, or wishes well: nothing in it is what the meeting becomes.
WHY = re.compile(
    r"""[\s,;–(-]*(?<!\w)(?:p\.?g\.?a\.?|på\s+grund\s+av|eftersom|därför\s+att|med\s+anledning\s+av|på\s+g\.?a|till\s+följd\s+av|då\s+(?=(?:jag|vi|flera|många|så|för|det|lokalen|några|ingen|alla)\b)
          |för\s+(?=(?:att|få|många|det|det\s+är|jag|så)\b)|så\s+att|så\s+(?=(?:alla|vi|fler|många|det|ni)\b)|i\s+och\s+med|iom|by\s+reason\s+of|because|due\s+to|since|as\s+(?=(?:too|so|i|we|many|several|the|there)\b)|so\s+(?=(?:that|we|everyone|you)\b)|owing\s+to|given|on\s+account\s+of
          |för\s+att|med\s+tanke\s+på|hoppas|återkommer|mer\s+info|kallelse\s+kommer|inbjudan\s+kommer|exakt\s+tid|tid\s+(?:och\s+plats\s+)?kommer|details|invite|exact\s+time|sorry|ursäkta|beklagar
          |hör\s+av\s+er|säg\s+till|välkomna|let\s+me\s+know|apologies|many\s+thanks|resten|övrigt\s+som)(?!\w).*\Z""",
    re.IGNORECASE | re.VERBOSE | re.DOTALL,
)
# What a meeting no longer is: its old day, hour or place.
_OLD = r"(?:i\s+|på\s+|at\s+|in\s+|on\s+|the\s+|kl\s+|den\s+|klockan\s+)*(?P<old>[^\s,.;!]+(?:\s+(?=\d)\S+)?)"
NO_LONGER = (
    re.compile(rf"\b(?:i\s?stället\s+för|instead\s+of|rather\s+than|snarare\s+än)\s+{_OLD}", re.IGNORECASE),
    re.compile(r"\b(?:inte|ej|not)\s+(?P<old>[^.!?]{1,40}?)(?=\s+utan\b|\s*,?\s+but\b)", re.IGNORECASE),
    re.compile(
        rf"[,(–]\s*(?:och\s+|and\s+)?(?:inte|not)\s+{_OLD}"
        rf"|\b(?:och\s+inte|and\s+not)\s+{_OLD.replace('?P<old>', '?:')}",
        re.IGNORECASE,
    ),
    re.compile(rf"\b(?:från|from)\s+{_OLD}(?=.*\b(?:till|to)\b)", re.IGNORECASE),
)
# "glöm inte att …" denies nothing.
REMINDS = re.compile(r"\b(?:glöm|missa)\s+(?:inte|ej)\b|\bdon't\s+(?:forget|miss)\b", re.IGNORECASE)
POLITE = re.compile(
    r"\A\W*(?:(?:hej|hejsan|hallå|hi|hello|snälla|please)\W+)*(?:(?:kan|kunde|skulle|vill)\s+(?:du|ni)(?:\s+(?:kunna|vilja|vara\s+snäll\s+och))?|(?:can|could|would|will)\s+you(?:\s+please)?"
    r"|(?:jag|vi)\s+(?:vill|skulle\s+vilja|behöver|måste)|(?:i|we)(?:'d|\s+would)?\s+(?:like|want|need)\s+(?:you\s+)?to)\s+",
    re.IGNORECASE,
)
"""How the bot is asked to do something: it is an order to it, though it is put as a question or a wish."""

# A place's own noun; beside a change it names where the meeting is to be.
_PLACE_NOUN = (
    r"(?:(?:mötes|sammanträdes|samlings|konferens)?(?:lokal(?:en)?|plats(?:en)?|sal(?:en)?|rum(?:met)?|ställe(?:t)?"
    r"|adress(?:en)?)|venue|room|location|place|spot)"
)
PLACE_LABEL = re.compile(
    rf"""(?<!\w)(?:(?:ny|nytt|nya|ändrad|ändrat|annan|annat|bytt|byta|byter?|byte\s+av|ändring\s+av|ändra[rs]?|change\s+of|changed?|changing|new|different|updated)\s+(?:till\s+|the\s+|our\s+|en\s+)?(?:ny\s+|annan\s+|different\s+|meeting\s+)?{_PLACE_NOUN}
          |{_PLACE_NOUN}(?:\s+(?:för|on|for)\s+[^:]{{1,30}}?)?(?:\s+(?:ändras|byts|har|has|will\s+be|has\s+been|är|blir|is))+(?:\s+(?:nu|now))?
              \s+(?:ändra\w*|bytt\w*|flyttad|changed|moved|blivit|now|till|to)
          |{_PLACE_NOUN}\s+(?:(?:för|on|for)\s+[^:]{{1,30}}?\s+)?(?:ändra[dt]|bytt|changed)
          |(?P<is>{_PLACE_NOUN}\s+(?:ändras\s+till|byts\s+till|(?:är|blir|is|will\s+be)(?:\s+(?:nu|now|i\s?stället|instead))?))
          |lokalbyte|platsbyte|salsbyte|rumsbyte|lokaländring|platsändring|(?:room|venue|location|place)\s+(?:change|swap|update))(?!\w)""",
    re.IGNORECASE | re.VERBOSE,
)
BARE_PLACE_LABEL = re.compile(
    r"\A\W*(?:obs\W+)?(?:plats|lokal|mötesplats|möteslokal|venue|location|room|where|var)\s*:\s*(?=\S)", re.IGNORECASE
)
SITS = re.compile(
    r"""(?<!\w)(?:sitter|ses|är|blir|(?:håller|höll)\s+(?:vi\s+)?till|kör|kör\s+mötet|träffas|samlas|möts|hålls|har|tar|flytta\w*|byter|går\s+över|förlägg\w*|äger\s+rum|mötet
          |are|meet|meeting|be|is|moves?|moved|moving|held|it's|we're|go|going|switch(?:ing|ed)?|takes?\s+place|gather|relocat\w+)\s+
        (?:(?:vi|det|mötet|mysam|nu|the\s+meeting|it|now|over|all|alla|in|om|ner|upp|ut)\s+)*
        (?P<how>i|på|till|hos|via|vid|in|at|to|on|over)\s+(?!the\s*\Z)""",
    re.IGNORECASE | re.VERBOSE,
)
ONLINE = re.compile(
    r"(?<!\w)(?:(?:på|via|over|on|i|till|to)\s+)?(?P<place>teams|zoom|skype|digital(?:t|ly)?|online|på\s+distans|remotely|hybrid(?:t)?|fysiskt(?:\s+möte)?|in\s+person)(?!\w)",
    re.IGNORECASE,
)
HOUSES = re.compile(
    r"(?:sal(?:en)?|rum(?:met)?|lokal(?:en)?|hus(?:et)?|bibliotek(?:et)?|centrum|gård(?:en)?|kontor(?:et)?|skola(?:n)?|aula(?:n)?|kyrka(?:n)?|caf[eé](?:et)?|hotell(?:et)?|källare(?:n)?|våning(?:en)?"
    r"|entré(?:n)?|hem(?:met)?|stuga(?:n)?|lada(?:n)?|halle?(?:n)?|central(?:en)?|museet|torget|matsalen|restaurang(?:en)?|servering(?:en)?|fik(?:et)?|room|hall|office|library|building|floor|cent(?:re|er)|school|church|canteen|house|lounge|lobby)\Z",
    re.IGNORECASE,
)

# Everything else that may stand in such a sentence and says nothing of whose meeting it is.
FRAME = word_set(
    """
    blåser blåses utlyses utlyser fastställde fastställs fastställer fastställt bestämdes works fungerar fått
    struket session mötestillfälle utan först ur bort remove delete glöm missa forget add ställt skjutits blivit
    adressen anledning kallelsen äger återses mötestid mötestiden byte bytet stapeln it'll that'll there'll we'd
    they i'd won't can't couldn't different updated gap january february march april june july august september
    october november december januari februari mars maj juni juli augusti oktober avlyst starta gått putta motet
    efteråt båda schemat schema kalenderinbjudan together putting added adding lägga slås slagit installt
    installd ar flyttats originally tänkt ursprungligen stället håll hålls nu-på ommöblerat jag vi ni man det
    den de detta denna då nu så här där som att och samt men eller en ett av till på i om för från med vid inför
    efter fram upp in ut ner över kring runt åt hos via är blir bli blev vara varit har ha haft hade får få kan
    ska skall måste behöver tvungen tvungna nödgas tvingas skulle kommer komma gör göra görs tar ta tas kör köra
    körs går gå håller hålla hållas läggs ligger lägger lägg sätter sätt sätta sätts säger säga väljer välja
    satsar sikta siktar bestämt bestämmer bestämd bestämda beslutat beslutar enats enades landade landar ser ses
    hörs träffas möts sitter sitta samlas sammanträder startar start starten starttid starttiden börja börjar
    början drar igång sluttid sluttiden slutar slut slutet pågår varar gäller infaller rum boka bokar bokas
    bokat bokad bokade inbokad inbokat planera planerar planeras planerat planerad notera noteras noterar skriv
    skriver kalla kallar kallas kallelse inbjudan planen plan tanken kalender kalendern kalendrar kalendrarna
    almanacka almanackan almanackor almanackorna dagboken flytta flyttar flyttas flyttat flyttad framflyttat
    framflyttad flytten byta byter byts byt bytt ändra ändrar ändras ändrat ändrad ändringen ändring ändringar
    skjuta skjuter skjuts skjut skjutit ny nytt nya annan annat andra istället i-stället datum datumet datumen
    tid tiden tider klockslag klockslaget dag dagen dagar dags vecka veckan veckor månad månaden timme timmar
    timmen halvtimme kvart minuter min klockan kl klocka lokal lokalen plats platsen sal ställe adress nästa
    näst nästkommande kommande följande igen åter härnäst första tredje sista extra ytterligare nyss gång gången
    gånger tillfälle tillfället tillfällen vända omgång möte mötet möten mötena mötets sammanträde ordinarie
    vanliga vanlig vanligt samma bokning bokningen tillsammans gemensamt gemensamma höstens vårens årets
    sommarens vinterns terminens säsongens månadens dagens morgondagens veckans sommaren semestern semestrarna
    jul nyår påsk hösten våren vintern sommar höst vår vt ht uppehållet lovet sommarlovet jullovet helgen
    helgerna ledigheten alla samtliga allihop gruppen vårt våra era ert er oss tyvärr dessvärre beklagligtvis
    bara endast också oxå även ju nog väl typ liksom alltså faktiskt redan precis ungefär ca cirka prel
    preliminärt preliminär definitivt slutligen tillsvidare än lite litet helt kort kortare längre senare
    tidigare framöver framåt framför fr.o.m hej hejsan hallå hörni hörrni obs ps viktigt viktig info information
    påminnelse kom ihåg ok okej okey bra fint toppen super ja jo japp nej tack snälla mvh hälsningar god morgon
    kväll kära vänner kollegor kompisar vänligen vänlig gärna förresten btw meddela meddelar meddelas informera
    informerar upplysa kolla observera se uppdatering rättelse korrigering jag-måste dubbelbokat krock sen sedan
    därefter därmed således från-och-med direkt åtta bitti eftermiddag eftermiddagen förmiddag förmiddagen fm em
    morgonen lunch kvällen heldag halvdag inställt inställd inställda ställa ställer ställs ställas ställ avboka
    avbokar avbokas avbokat avbokad avlyser avlyses utgår utgå inget ingen inga inte ej hoppar hoppa skippar
    skippa stryker stryka struntar strunta slopas slopar röstar föreslagna nämnda utlovade tänkta satta
    planerade skarp spik spikat spikar spikad i'm i've we we're we'll we've you you're it it's that that's this
    these there there's here then now so and but or a an the of to on at for from with by as up down out off
    over back into is are am be been being was will shall would should can could may must have has had having
    got get gets going go goes do does don't not no n't isn't let's lets let meet meets meeting meetings
    reconvene regroup gather convene see each other again next new another additional following first second
    last upcoming one ones once more one's book booked booking schedule scheduled scheduling pencil penciled
    pencilled put pop save set sets block mark calendar calendars diary diaries planned planning aim aiming
    settle settled fix fixed agreed decided decide note noted say move moved moves moving reschedule rescheduled
    postpone postponed push pushed pushing shift shifted swap swapped switch switched switching bump bumped
    bring brought bringing forward change changed changes changing instead rather rebook rebooked delay delayed
    date dates time times day days week month hour hours minutes half starts starting begin begins end ends
    finish kick venue room place location spot cancel cancelled canceled cancelling canceling cancellation call
    called calling scrap scrapped skip skipped skipping drop dropped scratch held take takes taking happen
    happening ahead all everyone everybody our us your just only also too please thanks thank okay right well
    actually unfortunately sadly regretfully reluctantly afraid fyi heads-up heads update hi hello hey dear
    folks team guys colleagues hear ye same usual ordinary regular before after summer break holidays holiday
    autumn spring winter christmas easter tentative tentatively provisional provisionally preliminary
    preliminarily definitely attention important reminder quick inform need needs catch due later earlier
    already still pm o'clock noon s ll re ve d t m
    """
)
