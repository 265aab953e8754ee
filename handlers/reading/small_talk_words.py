"""The words of small talk, by class: everyday things, talk about the talk, what says nothing alone, and work.

Written in Swedish and English, all in lower case; they are compared without the dots of å, ä and ö.
"""

from __future__ import annotations

from meetings.words import word_set

# Everyday things and states, by stem: an inflected form counts too.
EVERYDAY = word_set(
    """
    fönst fönster fönstr dörr stol bord hiss trapp trappa lamp lampa fläkt persienn gardin tavl tavla jack jacka
    rock halsduk handsk handske vant vante mössa nyck nyckel nyckl pap penna penn glasög glasögon väsk väska plånbok
    soffa soff paraply sko skor strump rum rummet sal salen korridor toalett dusch golv element luft bädd säng
    window door chair lift stairs light lights heating fan blind blinds jacket coat glove key keys pen glasses bag
    wallet umbrella couch sofa seat toilet step fridge jumper

    kaffe kaff fika fikat bull bulle bullar kaka kakor kak tårta tårt frukt lunch lunchlista lunchlistan chips godis
    macka mack smörgås vatten vattnet te teet läsk choklad glass smak smakar hungrig törstig mätt sugen bakat bakade
    ätit äta äter kök köket disk disken kopp muggar mugg thai thairestaurang pizza semla semlor coffee tea cake
    cakes cookie cookies biscuit sandwich fruit water hungry thirsty peckish kitchen dishes snack snacks delicious
    tasty

    regn regnar snö snöar snöade sol solen solsken värme kyla kallt kall fryser frös svettas svettig varmt blåser
    blåst blåsigt åska moln dimma halt halka väder vädret svettigt drar luktar lukt sommartid vintertid rain raining
    rains snow snowing sun sunny cold freezing hot warm windy storm weather smells stuffy draughty

    buss tåg bil bilen cykel cyk cykla cyklade taxi spårvagn tunnelbana trafik trafiken rusningstrafik punkter
    punktering parker parkera parkering bensin däck motorväg promenad promenera körde bus train car bike cycled
    cycling tram subway traffic parking park parked carpark tyre

    trött trötta slut sovit somna somnade sömn vaken vaknade yr snuvig hes hostar hosta nyser nös prosit feber
    förkyld migrän ryggen rygg ont huvud huvudet huvudvärk magen rösten gäspar gråter skrattar skrattade skratta ler
    fniss tandläk tandläkare frisör optiker massage gym gymmet vab vabba pollen tired exhausted sleepy slept awake
    dizzy sneeze sneezing cough coughing fever sick ill headache dentist hairdresser yawning voice crying laughing
    laughed laugh hurts hay

    ungar ungarna dotter dottern son sonen barnbarn hund hunden valp katt katten granne grannen sambo maken makan
    frun svärmor mormor farmor morfar farfar stuga stugan sommarstuga trädgård gräsmattan julklapp julklappar
    julbord julfest julfesten fest festen fyller födelsedag bröllop grill grilla kids kid daughter dog puppy cat
    neighbour neighbor husband wife cottage garden birthday party wedding barbecue

    match matchen biljett fotboll hockey skidor mello film serie bok boken podd konsert spel lotto resa tv aik heja
    vann hurra gratt grattis lira sport träna tränar game ticket tickets football movie book podcast concert trip
    won hooray

    värk värker värkte kramp nacke nacken axel knä knät fot foten tand tänderna mage ögon ögonen kliar klia svullen
    haglar haglade hagel iskallt slask slaskigt dimmigt tordön kvav kvavt vinter sommarvärme solbränd paraplyet
    smutsig spillde spilla tallrik tallriken sked gaffel servett servetter korv mjölk ost smör kex chokladen
    ringsignal vibrerar piper surrar blinkar knastrar skramlar gnisslar knarrar skrammel buller borr sirener tvätt
    tvätta städ dammsuga diska soptunna hyresbil laddstolpe cykelställ rulltrappa perrong flyg flyget färja spilled
    plate fork spoon napkin milk cheese sausage buzzing beeping ringing squeaking creaking knee neck foot tooth
    teeth stomach eyes itchy swollen foggy humid hail laundry flight ferry platform scooter
    """
)

# What one meets and writes with: the screen, the sound, the chat.
TOOLS = word_set(
    """
    papper papperet pappret lapp lappen dokumentet bild bilden skärm mick mikrofon mic kamera kamer ljud ljudet
    volym mobil telefon dator laptop batteri laddar laddare hörlur headset tangentbord skrivbord länk chatt chatten
    tråd fönst autokorrekt stavfel stavning stavningen mail mejl mejllist mejllista maillista sändlist sändlista
    zoom zooma wifi nät uppkoppling uppkopplingen strömmen larm larmet brandlarm brandlarmet muta mutad bakgrund
    bildskärm kabel kabeln sladd sladden uttag skriv skrivare skrivaren screen camera sound volume phone battery
    charger headphones keyboard link chat thread typo typos autocorrect email emails background cable plug printer
    mailing mute muted
    """
)

# Talk about the talk: whose turn it is, what was heard, what was meant as a joke.
TALK = word_set(
    """
    längtar längta tipsar forward prata pratar pratade pratat prat kallprat kallpratet tala talar säga säg sa sade
    sagt berätta berättar snacka snackar ämne ämnet tur turen ordet fråga frågor sidospår stickspår skämt skämtar
    skämta skojade skojar skoja skoj rolig roligt roliga kul humor tyst tysta tystna hand handen talarlista
    talarlistan lyssna lyssnar lyssnade hör höra hörde tråden punkt tappade tappat åsido test testar testa skriv
    skriver skrev skrivit privat ringer ring ringa mejla maila mejlar mailar skrolla scrolla bläddra ovan zooma
    sorry låter löser ordnar aning strunt skit äsch nåja jaja nja ssch schh sch lugn lugnt skärp skärper skynda
    lägret typiskt gillar gilla tumme tummen hjärta kloka klok klokt pausar paus pausa bensträckare bensträcka rast
    börjar flika avbryta avbryter ropa ursäkta rörigt svävar minns ihåg glöm glömde glömt bortse stryk stryka mun
    höras ses sågs träffas oops hoppsan visst talk talking chat chatting speak speaking say said tell telling ask
    question turn topic tangent drifting joke jokes kidding funny hilarious listening hear heard quiet finish
    testing typing call calling shout ignore forget forgot remember typical sounds thumbs whatever scroll interrupt
    break wonder wondering slower louder guess agree looking
    """
)

# Words that say nothing of a matter by themselves: who, when, where, how much, and what one does with anything.
EMPTY = word_set(
    """
    hej dags ifrån fel utan tyvärr baksidan uppe nere framme hemåt hemifrån hit above below aside idea wrong hello
    without jag du han hon den det vi ni de dom man en ett mig mej dig dej honom henne oss er dem sig sej min mitt
    mina din ditt dina sin sitt sina hans hennes vår vårt våra ert era deras nån någon nåt något några alla allt all
    inga ingen inte ej och men eller för så om tänk ses att som med på i av till från hos under över efter före
    innan mot vid ur ut in upp ner ned dit här där hem hemma bort borta fram bak bakom undan igen åter nu då sen
    sedan snart strax redan just bara ju väl nog kanske typ liksom alltså faktiskt förresten också oxå även ännu
    fortfarande lite litet mer mest mycket mkt väldigt ganska rätt helt hela halva själv samtidigt ihop annars ändå
    iväg förbi kvar isär runt tillbaka framför är var varit vara e va blir blev bli blivit har hade haft ha ska
    skall skulle kan kunde kunna vill ville vilja får fick få fått måste bör borde behöver tänkte tänker tror vet
    visste ser se såg sett går gick gå kommer kom komma tar tog ta ge ger gav gör gjorde göra låt låta låg ligger
    ligga står stå satt sitter sitta sätt sätta lägg lägga la håller hålla håll kör köra körs finns verkar hänger
    vänta väntar letar letade hittar hittade hitta visar titta tittar kolla kollar vore undrar behövs menar menade
    vad vem vems vilka vilken vilket varför hur när hör nä nej ja jo jaha aha ok okej tack snäll snälla sådär sånt
    sån sånna såna denna detta dessa andra annan annat egen sista första nästa förra gång gången gånger sist ens
    efteråt tidigt igång kort detsamma hittills ikväll idag imorgon igår förmiddag eftermiddag kväll morgon natt
    inatt dag dagen måndag tisdag onsdag torsdag lördag söndag vecka veckan minut minuter timme timmar sekund
    sekunder klockan halv kvart två tre fyra fem sex sju åtta nio tio grej sak saken saker ställe mitten vägen ute
    inne utanför slag stund tag varandra laget taget samma tvärtom vidare visst börja börjar fortsätt fortsätter
    först bland mellan funkar delar delade vanligt ord lås me my mine you your yours he she it its we us our they
    them their his her hers this that these those here there who whose what which where when why how a an the and
    but or so if then than as of at by for from into on off out up down to with about over after before again away
    back round around only really quite very too also still already now soon later today tonight tomorrow yesterday
    monday tuesday wednesday thursday saturday sunday week day morning afternoon evening night never well oh hi hey
    such minute minutes second seconds hour hours oclock is are was were be been being am has have had do does did
    don doesn didn can could couldn will would won should must might may need needs want wants wanted let lets get
    gets got getting go goes going gone went come comes coming came take takes took taking give gives put puts bring
    brings keep see saw seen look looks know knows think thinks make makes made like likes love thing things
    something someone somebody anyone anybody everyone everybody one ones any some no not yes yeah okay please
    thanks thank last next first bit lot way more most much many other another same own m s t re ve ll d im hand
    plenty sense check done wasn isn aren quick
    """
)

# Words that judge or describe: beside something everyday they add nothing, alone they may be all that is said.
COLOUR = word_set(
    """
    fredag friday helg helgen weekend semester semestern påsk påsken midsommar holiday holidays vacation tid tiden
    time bra hård hårda bättre dålig dåligt dåliga god gott goda fin fint fina snygg snyggt trevlig trevligt
    trevliga härlig härligt skön skönt konstig konstigt jobbig jobbigt tråkig tråkigt hög högt högre låg lågt lägre
    liten stor stora små ny nytt nya gammal gamla trasig trasigt sönder full fullt tom tomt sen sena försenad
    försenat inställd inställt svart svarta dött död snabb snabbt fort långsamt sakta saktare närmare nära länge
    obekväm obekväma bekväm vacker mysigt mysig borrar köpt köper köpa säljer sälja glad glada ledsen lång långa dyr
    billig äntligen intresserad höja höj sänk sänka släck släcka tänd tända stäng stänga öppna öppnar flytta flyttar
    byta byter skicka byt skippa hoppa dra res slå plocka ställ boka räcker räcka hämtar hämta lämnar lämna åkte
    åker åka läste läst längtar längta tipsar dör ringt klar klara visst uppe nere konstiga rimligt rimlig stämning
    tittade år texten inget ingenting bygger bjuder konstant äger vet hämtade skickat tagit legitimation leg
    upptagen ledig ledigt frisk sjuk sjuka good bad better nice lovely great awful terrible funny strange big small
    high low new old broken empty late early cancelled delayed black dead fast slow slowly close comfortable
    uncomfortable beautiful happy sad long buy bought sell selling sold borrow raise lower turn open pass move
    moving moved swap send sent pick picking read left leave swapped busy free stuck lost fell badly finding find
    finally nearly almost spare interested anyway reasonable fine loud badge id wrong house grab help helps
    yourselves yourself sit mind wait share sharing show
    """
)

# Words of the work that groups meet about: with one of them a sentence is never taken for small talk.
WORK = (
    r"deltag|patient|klient|brukar|elev|handlägg|samordn|samverk|kommun|region|kassa|förmedl|myndig|förvalt|nämnd"
    r"|styrels"
    "|förbund|landsting|vård|psyk|rehab|skol|förskol|rektor|lärare|utbild|praktik|arbetsg|arbetsm|arbetst|arbetsf"
    "|arbetsl|arbetsp|anställ|rekryt|tjänst|vakan|beman|persona|chef|projekt|insats|aktivit|åtgärd|målgrupp|ärend"
    "|ansök|tidplan|tidsplan|belägg|remiss|beslut|avtal|budget|kostn|bidrag|medel|statist|enkät|rapport|underlag"
    "|protokoll|dagordn|föreskr"
    "|förordn|sekretess|samtyck|uppdrag|uppfölj|utvärd|utred|planering|process|rutin|policy|organis|verksam|lokal|hyra"
    "|hyres|kontor|mottagn|försörj|sjukskr|sjuktal|sjukpen|unga\b|ungdom|föräld|familje|barnens|barnen|rullstol"
    "|funktions"
    "|färdtjänst|resurs|journal|system|register|jurist|remitt|avslut|inskriv|anmäl|öppettid|telefontid|väntrum|väntetid"
    "|kötid|statsb|upphandl|entrepren|leverant|medlem|förening|boende|bostad|hyresg|fastighet|byggn|renover|underhåll"
    "|gruppen|grupp|möteslok|konferens|föreläs|seminar|hemsid|kansli|polis|socialt|social"
)
WORK_EN = (
    "participant|client|patient|pupil|student|officer|coordinat|municip|council|agency|authorit|board|committee|clinic"
    "|psychiatr|school|teacher|headteach|training|placement|employ|vacan|staff|manager|project|activit|target|applicat"
    "|referr|decision|agreement|contract|budget|fund|grant|cost|survey|report|minutes|agenda|consent|routine|process"
    "|organi[sz]|service|premises|venue|rent|office|statistic|register|lawyer|tenant|member|maintenance|renovat"
    "|wheelchair"
    "|conference|lecture|seminar|partner"
)
