"""What stands in the folders that are handed out, in Swedish: an archive reads it long after the program is gone."""

GROUP = """\
{name}: allt som Mysam har sparat om gruppen
==============================================

Uttaget {at} (UTC). Alla filer är text i UTF-8, om inget annat sägs.

grupp.json
    Gruppen som den är inställd just nu: namn, språk, sammankallande, stående punkter, hur länge saker sparas,
    vilka kanaler den nås i, och alla personer den känner till (register och besökare).

fakta.jsonl
    Allt som har hänt, ett faktum på varje rad, i den ordning det sparades. Detta är grunden: dagordning, närvaro,
    utkast och anteckningar räknas fram ur det. På varje rad står
      sequence   radens nummer
      kind       vad det är: item_proposed (en punkt föreslogs), attendance_reported (närvaro), noted (anteckning),
                 decided (beslut), agreed (överenskommelse), action_agreed (uppgift), question_raised (öppen fråga),
                 meeting_planned, meeting_started, meeting_ended (möten), person_registered (person),
                 settings_changed (inställningar), published (publicering), withdrawn (ångrat) med flera
      said       källan: när det skrevs (at), i vilket meddelande (message), av vem (by, personens id)
      meeting    mötet det gäller
    Övriga fält hör till respektive slag. Ord som har tagits bort är tomma; raden står kvar.

publicerat.json
    Vilka anteckningar som är publicerade: möte, version, när, och kontrollsumma (SHA-256) för innehållet.

publicerat/MÖTE/VERSION/
    Varje publicerad version precis som den blev: minutes.json (innehållet som data) och filerna i de format som
    gjordes. Inget i dem är ändrat sedan de publicerades.

bilagor.json, bilagor/
    Finns bara om gruppen sparar bilagor: de filer som deltagarna har delat till punkter, precis som de var, och en
    lista med meddelande, namn, storlek och SHA-256.

utskick.jsonl
    Vad boten har sagt i gruppen: till vem, vad för slag och hur det gick. Orden står inte här.

webbchatt.jsonl
    Finns bara om gruppen har använt webbchatten: meddelandena i gruppens kanal som de står just nu.

manifest.json
    Alla filer ovan med storlek och SHA-256. Kontrollsumman för manifest.json själv skrevs ut när uttaget gjordes.
    Kontrollera med: sha256sum manifest.json
"""

PERSON = """\
{name}: vad Mysam har sparat om personen
========================================

Uttaget {at} (UTC), som underlag för ett registerutdrag (dataskyddsförordningen artikel 15).

person.json
    Ett avsnitt för varje grupp:
      register     hur personen står i gruppens register, och hur det har ändrats
      narvaro      vilka möten personen har anmälts till, varit på eller varit borta från; skäl sparas aldrig
      uppgifter    vad personen ansvarar för
      skrivet      det personen själv har skrivit som är sparat
      omnamnd      det andra har skrivit där personens namn står
      fragor       vad boten har frågat personen
      publicerat   publicerade anteckningar där namnet står: möte, version och tidpunkt
    och, om webbchatten används, personens egna meddelanden där (webbchatt).

manifest.json
    Filerna ovan med storlek och SHA-256.

Andra personers uppgifter kan stå i det som är skrivet. Gå igenom innehållet innan det lämnas ut.
Det som står i chattplattformen (till exempel Slack) ingår inte; det begärs ut där.
"""
