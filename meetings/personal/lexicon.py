"""The words that tell of one person, of many, and of health, benefits, protection and family; Swedish and English."""

from meetings.words import word_set

__all__ = [
    "BENEFIT",
    "FAMILY",
    "GENERAL",
    "HEALTH",
    "HEALTH_ENDINGS",
    "KIN",
    "MANY",
    "NOT_PEOPLE",
    "PEOPLE",
    "PERSON_ANY",
    "PERSON_DEFINITE",
    "PERSON_NOTED",
    "PERSON_ROLE",
    "PERSON_SEEN",
    "PROTECTION",
    "ROLES",
    "SHE_OR_HE",
    "WORK",
]

# Beginnings of words, longest first is not needed: one is enough.
HEALTH = tuple(
    sorted(
        word_set(
            """
    diagnos psykos psykotisk depress deprim ångest adhd autism asperger bipolär schizofren utmattning utbränd
    utbränn cancer tumör stroke demen epileps gravid abort missfall självmord suicid självskad överdos missbruk
    alkohol narkotika knark drogberoende drogpåverk drogproblem drogtest spelberoende nykter påtänd långtidssjuk
    sjukskriv läkarintyg medicinerar opererad opererats opereras funktionsnedsatt funktionsnedsättning
    funktionshind ptsd trauma ätstörning anorexi tvångsvård hiv-smitt smärtproblem psykvård psyket psykbryt
    utvecklingsstörning begåvningsnivå intellektuell hjärnskad rullstol diabet sjukdom leukemi parkinson
    alzheimer reumati fibromyalgi borderline depression psychos psychiatric bipolar schizo anxiety self-harm
    selfharm hospitali suicidal pregnan miscarr addict overdos diagnosed diagnosis burnout dementia disabilit
    disabled alcohol heroin sober relaps rehab-klinik chemotherap behandlingshem avgiftning avvänjning detox
    """
        )
    )
)
# Ends of compounds: "panikångest", "bröstcancer", "spelmissbruk".
HEALTH_ENDINGS = (
    *("ångest", "cancer", "tumör", "missbruk", "missbrukare", "missbrukar", "diagnos", "psykos", "sjukdom", "syndrom"),
    *("demens", "sjukskriven", "sjukskrivning", "beroendesjuk"),
)
BENEFIT = tuple(
    sorted(
        word_set(
            """
    sjukpenning sjukersättning aktivitetsersättning försörjningsstöd socialbidrag bostadsbidrag bostadstillägg
    aktivitetsstöd etableringsersättning underhållsstöd föräldrapenning rehabiliteringspenning
    rehabiliteringsersättning livränta a-kassa akassa förtidspension skuldsatt skuldsaner betalningsanmärk
    kronofogde utförsäkr vräkt vräkning vräks hemlös bostadslös soc-bidrag merkostnadsersättning
    assistansersättning socbidrag homeless evict
    """
        )
    )
)
PROTECTION = tuple(
    sorted(
        word_set(
            """
    misshandl hedersvåld hedersförtryck kvinnojour kvarskriv sekretessmarker våldtag våldtäkt kontaktförbud
    människohandel kriminell fängelse häktad dömd villkorligt utvis asylsök asylansök avhoppar gängkrim fotboja
    frivård åtala anhållen gripen dömts avtjän polisanmäl abused abusive trafficked imprison deport prison
    sentenced convict jail
    """
        )
    )
)
FAMILY = tuple(
    sorted(
        word_set(
            """
    vårdnad umgängesrätt omhändertag familjehem fosterhem orosanmäl skilsmäss barnmisshandl familjerätt tvåbarns
    trebarns ensamstående placerade custody divorc foster
    """
        )
    )
)
# Said of one whose sex or kinship is told: hardly ever of people in general.
PERSON_SEEN = word_set(
    """
    kille tjej man kvinna pojke flicka grabb mamma pappa son dotter yngling tonåring kollega syster bror fru
    sambo tvåbarnsmamma tvåbarnspappa woman boy girl guy lad mother father colleague teenager daughter wife
    husband
    """
)
# Of these, the ones that notes say without an article: "kille 22 år, autism".
PERSON_NOTED = word_set("kille tjej kvinna pojke flicka grabb mamma pappa yngling tvåbarnsmamma tvåbarnspappa boy girl")
# Said of one, or of people in general.
PERSON_ANY = word_set(
    """
    deltagare individ klient person patient brukare elev barn ungdom ung student anhörig sökande medarbetare
    förälder ensamkommande flykting pensionär client participant individual pupil youth kid child refugee parent
    """
)
PEOPLE = word_set(
    """
    deltagare deltagarna individer individerna klienter klienterna killar killarna tjejer tjejerna ungdomar
    ungdomarna män männen kvinnor kvinnorna patienter patienterna brukare brukarna elever eleverna personer
    personerna barn barnen kollegor medarbetare clients participants patients women men boys girls youths
    students pupils kids children individuals
    """
)
KIN = word_set(
    """
    mamma pappa mor far son dotter barn syster bror man fru sambo kille tjej mother father daughter child kid
    parent wife husband partner
    """
)
# Said of one who is known from before, never of people in general.
PERSON_DEFINITE = word_set(
    """
    killen tjejen mannen kvinnan pojken flickan grabben mamman pappan modern fadern sonen dottern tonåringen
    ynglingen tvåbarnsmamman tvåbarnspappan ungen kollegan systern brodern killens tjejens mannens kvinnans
    pojkens flickans mammans pappans sonens dotterns
    """
)
# Said of one, or of people in general: "individen ska få stöd".
PERSON_ROLE = word_set(
    """
    klienten deltagaren individen personen patienten brukaren eleven ungdomen barnet föräldern studenten ärendet
    klientens deltagarens individens personens patientens brukarens elevens ungdomens barnets
    """
)
SHE_OR_HE = word_set("han hon hen honom henne hans hennes hens henom he she him her his hers")
MANY = word_set(
    """
    många flera fler några flertalet alla samtliga personer individer deltagarna ungdomar ungdomarna unga
    individerna klienter klienterna patienter kvinnor män barnen elever målgruppen gruppen andelen antalet antal
    procent vuxna nyanlända personerna medborgare föräldrar killar tjejer brukarna patienterna dem deras vilka
    many several some most all people persons participants clients patients women men young youths adults
    children number percent percentage share group groups those their
    """
)
# A rule, a plan or a wish: about people in general, not about one.
GENERAL = word_set(
    """
    ska skall måste bör kan får om när ifall oavsett varje ingen inget inga utan behöver innebär gäller kunna
    vill mål målet syfte syftet någon vilken must should shall may can could if when every each no any whenever
    whether would need needs
    """
)
# What people do at work; after a name it tells of an employee.
WORK = word_set(
    """
    berättar berättade informerar informerade presenterar presenterade redovisar redovisade föredrar lyfter
    lyfte ansvarar leder skickar skickade återkommer kollar undersöker kontaktar bokar bjuder samordnar arbetar
    jobbar handlägger undrar frågar föreslår tycker påminner påpekar meddelar hälsar ersätter deltar föreläser
    utbildar håller höll visar visade inleder inledde beskriver beskrev följer sammanställer skriver betonar
    rapporterar rapporterade utreder utredde stöttar sammanställt skickat berättat informerat presenterat lyft
    redovisat arbetat jobbat bokat kontaktat skrivit föreläst rapporterat föreslagit presents presented reports
    reported informs informed works leads explains explained sends asks coordinates raises raised suggests
    wonders will
    pratar talar pratade talade ansvar speaks spoke responsible
    """
)
ROLES = word_set(
    """
    chef enhetschef handläggare samordnare samordnaren koordinator rehabkoordinator läkare sjuksköterska
    psykolog kurator socialsekreterare utredare coach föreläsare
    föreläsaren handläggaren läkaren utredaren verksamhetschef ordförande sekreterare kontakt
    kontaktperson projektledare förbundschef manager officer coordinator doctor nurse psychologist lecturer
    chair secretary contact
    """
)
# Capitalised words that stand in names of places, things and organisations.
NOT_PEOPLE = word_set(
    """
    mini ungdom anonyma alkoholister narkomaner röda korset rädda barnen region regionen kommun kommunen
    arbetsförmedlingen försäkringskassan samordningsförbundet samordningsförbund socialtjänsten psykiatrin
    trisam mysam projekt projektet team teamet trygg unga ung teams skype zoom power microsoft google sverige
    stockholm göteborg malmö norge finland danmark eritrea syrien ukraina somalia afghanistan irak iran europa
    eu esf finsam af fk ifo ame hvb lss lvu lvm sip gk adhd hc vc sol socialstyrelsen riksdagen regeringen
    sveriges svenska januari februari mars april maj juni juli augusti september oktober november december
    måndag tisdag onsdag torsdag fredag lördag söndag jul påsk midsommar ingen alla många flera en ett den det
    de vi ni du man om när på från till hur vad vem var är har kan ska nu då så men och eller hej tack ja nej ok
    denna detta dessa nya ny nytt nästa enligt under efter inför idag igår imorgon a the an our my in at on for
    with from we they it is are was has had this that these those no yes i new next after before according
    psykisk psykiska fysisk social sociala ekonomisk försörjningsstöd sjukpenning
    """
)
