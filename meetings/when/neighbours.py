"""The words beside a number or a date that tell what it is: labels, units, modifiers, verbs of the past."""

from __future__ import annotations

from meetings.when.vocabulary import word_set

LABELS = word_set(
    "punkt punkten punkterna item items bild bilden sida sidan sidor sid page slide paragraf § §§ ärende "
    "nr nummer no number rum sal lokal room version ver v. bilaga grupp steg step nivå kapitel kap del "
    "avsnitt team zon linje buss prop sou sfs lag matteus ringde tel telefon mobil dnr diarienr org.nr "
    "orgnr kod pin id kostnad kostar summa"
)
"""Words before a number that is a label and no date."""
UNITS = word_set(
    "kr kronor sek tkr mkr mnkr € euro % procent st stycken stycket år år. åringar gånger ggr personer "
    "pers deltagare ärenden grupper punkter poäng platser meter km kg grader gäster barn ungdomar "
    "kommuner parter frågor namn people persons items groups percent times years copies participants "
    "points mil liter förslag av of"
)
"""Words after a number that counts something else."""
FOLLOWERS = word_set(
    "och eller el samt men så att som om när då där är blir var ska skall kan kunde måste får vill går "
    "gick gäller passar funkar fungerar har hade kommer tar ses träffas möts börjar startar slutar hålls "
    "äger kör vore låter i på vid till från för med hos utan inför innan efter före under per kl klockan "
    "jag du vi ni de han hon det den man inte också bara redan istället tack hej alltså tyvärr "
    "preliminärt beslutade beslutades redovisas skickas fungerar and or but that if when is was will "
    "would can could must may should has have had at in on by for with from to until before after the a "
    "an we i you they he she it not too works please instead shall are were ställs flyttas digitalt via "
    "teams mot ca cirka fm em förmiddag eftermiddag kväll lunch prick preliminärt exakt strax "
    " hela heldag alla ingen någon dock annars både sen sedan istället bokat bokad här "
    "där hos uppe nere inne ute hemma here"
)
"""Words that may follow a bare number that is a date or a time; a noun would make it a count."""
MODIFIERS = word_set(
    "förra föregående nästnästa näst varannan varje utom ej förutom exkl exklusive halva dagen veckan "
    "efter före innan last previous every except excluding half not"
)
"""Words that change the date they stand before; one that was not read makes the date unsafe."""
MOVING_VERBS = word_set(
    "flytt flyttning "
    "flytta flyttar flyttas flyttade flyttades flyttat ändra ändrar ändras byta byter byt skjuta skjuts "
    "skjuter boka omboka ombokas move moves moved moving reschedule rescheduled change changed shift "
    "switch"
)
PAST_VERBS = word_set(
    "var blev hölls höll fick gick kom kom tog togs gjorde gjordes gjort sa sade skrev sågs sågs fanns "
    "hade skedde inkom valdes utsågs sköt drog drogs gav gavs ägde was were had held met took made said wrote "
    "got came went decided approved discussed agreed reported presented started ended received"
)
PLANNING_VERBS = word_set(
    "planerade planerades bokade bokades inbokade flyttade flyttades föreslog föreslogs bestämde "
    "bestämdes kallade kallades lovade nämnde önskade föreslagna landade enades "
    "spikade valde siktade planned scheduled booked moved postponed"
)
"""Past forms that speak about a time to come."""
