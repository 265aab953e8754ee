"""Know the usual first names in Sweden, so that a name can be told from other capitalised words."""

from meetings.words import word_set

__all__ = ["COMMON_WORDS", "FIRST_NAMES", "is_first_name"]

# Among the most borne by grown people in Sweden, all languages; bare spelling, without å, ä, ö and é.
FIRST_NAMES = word_set(
    """
    abdi abdullah abdulrahman ada adam adnan agda agnes agneta agnieszka ahmad ahmed aino aisha ake albert albin
    aleksandra alexander alexandra alexis alf alfhild alfons alfred ali alice alicia alina allan alma alva alvar
    alvin alwa amal amanda amelia amelie amin amina amir amira ana anders andre andrea andreas andrei anette
    angela angelica angelika anita anja ann anna annabelle annakarin annasofia anne anneli annelie annelise
    annette annica annicka annie annika annmarie anton antonia antonio arja arne aron arthur artur arvid asa asta
    astri astrid august augusta axel aylin aysha barbro beata beatrice beatrix bengt benita benjamin benny berit
    bernard bernt bert bertil betty bilal birger birgit birgitta birgitte bjarne bjorn bo bodil boel borje bosse
    brita britt britta brittmarie bror caj cajsa camilla carin carina carita carl carlos carola carolin caroline
    casper catarina catharina cathrine cecilia charlie charlotta charlotte christel christer christian christin
    christina christine christoffer christopher cicci claes clara clas claus conny cornelia cristina curt cynthia
    dag dagmar dagny dan dana daniel daniela daniella danny dario david deborah denise dennis desiree diana dick
    dilan disa doris dorota dorotea douglas ebba ebbe ebrahim eddie edit edith edvard edvin edwin egon eila eilert
    einar elena eleonor eleonora eli elias elif elin elina elis elisa elisabet elisabeth eliza elizabeth ella
    ellen ellinor elmer elof elsa elsie elvira elvy embla emelie emil emilia emily emir emma emmy enar engla eric
    erica erik erika erland erling ernst eskil esmail esmeralda essi ester esther eva evald evelina evert evy ewa
    ewelina ewert fabian fadi fadumo farah fares farid fatemeh fatima fatma fatuma felicia felix ferdinand fia
    filip filipa filippa finn folke frank frans freddy fredric fredrik fredrika freja frida fritz gabriel
    gabriella gabrielle georg george gerd gerda gerhard gerry gert gideon gisela gittan glenn goran gosta greger
    greta gudrun gun gunborg gunbritt gunilla gunlog gunn gunnar gunnel gunvor gustaf gustav habib hadi haidar
    hakan halima halina hamid hamza hanna hannah hannes hannu hans harald harriet harry hasan hassan hedda hedvig
    heidi helen helena helene helga helge helmer henning henric henrik henry herbert herman hilda hilding hjalmar
    hjordis holger hugo hussein ibrahim ida ilona ilse imran ina inez ing inga ingalill ingamaj ingbritt ingeborg
    ingegard ingegerd ingela ingemar ingemo inger ingmar ingrid ingvar irena irene irina iris irma isa isabel
    isabell isabella isabelle isak ismail ivan ivar jacob jakob jalmar jamal james jamila jan jana jane janet
    janne jari jarl jasmin jasmine jeanett jeanette jelena jenni jennie jennifer jenny jens jeremias jerker jerry
    jesper jessica jessika jill jim jimmie jimmy joachim joakim joanna joar johan johanna johannes john johnny jon
    jonas jonatan jonathan jonna jonny joran jordan jorgen josef josefin josefina josefine joseph josephine jost
    juha juhani jukka julia julian juliana julius justina kaj kajsa kalle kamal kamila kamilla karim karin karina
    karl karla karola karolin karolina karoline kaspar kasper katarina katarzyna kate katharina katja katrin kauko
    kennet kenneth kenny kent kerstin kevin khadija khaled khalid kim kimmo kitty kjell klara klas knut konrad
    krister kristian kristin kristina kristine kristofer kristoffer krzysztof kurt laila lara lars larserik lasse
    laura leena leif leila lena lenamaj lennart leo leon leona leonard leyla liam lidia lilian lillian lilly lina
    linda linn linnea linus lisa lisbet lisbeth lise liselott liselotte lisen lisette lotta lotten louise lova
    lovisa lucas lucia ludvig luis lukas lydia lykke maarit madeleine madelene magda magdalena maggie magnhild
    magnus mahdi mahmoud maj maja majbritt majken majlis malena malin malva marcus margareta margaretha margit
    margot margret maria mariam mariana mariann marianne marica marie marika marina mario marion marit marita
    marja marjatta marjo mark markku marko markus marlene marta martha martin martina mary maryam mathias mathilda
    mathilde matilda mats matteo mattias max maximilian mehmet melina melissa melker melvin merja meta mia micael
    michael michaela michel mikael mikaela mikko milla milo milton mimmi mina mira miriam mirjam misha moa mohamad
    mohamed mohammad mohammed mona monica monika morgan mostafa muhammad mustafa my märta nadia nadja nanna nasrin
    natalia natalie natasha nathalie nellie nelly neo nicklas niclas nicole niklas niko nils nina ninni nisse noah
    noel noor nora nour ola olaf ole olga oliver olivia olle olof olov omar orjan orvar oscar oskar osman osten
    otto ove owe paal par parvin patric patricia patrick patrik paul paula paulina pauline pavel peder pedro pehr
    pekka pelle pentti per perake perdita pererik peter petra petri petronella petter pia piotr pirjo pontus py
    quang rachel radmila ragna ragnar ragnhild raija raimo rakel ralf ramona rania rasmus rebecca rebecka regina
    reidar reine reza ricard rickard rikard robert robin roger roland rolf romina ronja ronny roosa rosa rosalia
    rosalie rose rosita roy ruben rufus rune rut ruth ryszard saga said saida salem sally salma salman sam samer
    samira samuel sana sandra sanna sara sarah sebastian selma sergej shirin sigbritt sigge signe sigrid sigurd
    sigvard siiri simon simone sirpa siv siw sixten sofia sofie solbritt solveig sonja sophia sophie staffan
    stefan stella stellan sten stephan stephanie steve steven stig stina sture sune susan susann susanna susanne
    svante svea sven svenerik svetlana sylvia synnove tage tamara tanja tarja tea ted teodor teresa terese teresia
    terez tereza theo theodor theres therese theresia thomas thor thorsten thure tilda tilde tim timo timothy tina
    tindra tobias tom tomas tommy tone tony tor tora torbjorn tord tore torgny torsten torun tova tove truls tuija
    tuula tuva tyra ulf ulla ullabritt ulrica ulrich ulrik ulrika uno urban ursula valborg valdemar valentina
    valter vanja vendela vera verner veronica veronika vibeke victor victoria vidar viggo vigor viking viktor
    viktoria vilgot vilhelm vilja vilma vincent viola viollet virpi vivan viveca viveka vivianne vladimir walter
    wanda wenche werner wiktor wilhelm wille william wilma xenia yasin yasmin yasmine ylva yngve yousef yusuf
    yvonne zahra zainab zandra zara zeinab zlatan zoe zuzanna
    """
)

# First names that are ordinary words, months or measures as well: more than a capital letter is needed.
COMMON_WORDS = word_set(
    """
    april august augusta bo bror dag du ed ek ella even frank gun ing ja juli juni kalla liv lo maj mark mars mina
    my ola ord per ros rosa rose said sally saga sam sol sten stig stina tage tom tor ven will ask bill faith
    grace hope jack joy may june robin bjorn alm berg lind lund holm dal dahl sand strand strom sjo hall hed gran
    gren sund vik as by ny tall toll kil kall page price rich rob
    """
)


def is_first_name(bare_word: str) -> bool:
    """Tell whether a bare word (lower case, no marks) is a usual first name; a hyphened one when its first part is."""
    return bare_word in FIRST_NAMES or ("-" in bare_word and bare_word.split("-", 1)[0] in FIRST_NAMES)
