"""Words said in passing."""

from __future__ import annotations

PASSING = frozenset(
    """
    tyvärr dessvärre ledsen beklagar sorry unfortunately sadly afraid gärna tack tackar thanks thank thx hej hejsan
    hallå tjena hello hi hey god morgon morgonen morrn eftermiddag kväll good morning afternoon allihop allihopa
    gänget självklart absolut såklart givetvis javisst jajamän yes ja jo japp jepp okej ok jadå nej no ju faktiskt
    bara just precis endast only självfallet naturligtvis of course sure även åtminstone hursomhelst lugnt då där
    there nu now idag today därför alltså dock still ändå på i till för från under vid med de att to the at on in
    for from by som vanligt vanligtvis usual as alltid always igen again själv också oxå å too also iallafall plus
    och and own fyi btw ps obs pls please snälla min mina mitt del part our vår våra själva både both förlåt ursäkta
    excuse apologise jaha åh oj ops men hela ganska bra fint well redan already ikväll my visst klart klar härmed
    därpå samtidigt sedermera förresten actually definitely certainly surely regretfully really absolutely indeed
    anyway förrän tidigast istället jomen nämligen verkligen säkerligen bestämt tusan minst ungefär yeah yep yup
    nope nix sådär såja hm hmm öh asså såatt tyvär tyvvär thankfully luckily heller dit hit up upp två tre we're
    dear kära vänner folks all guys team mycket very mkt snabbt kort quick strax mvh hälsningar hälsn vänligen
    vänliga hör ses see seeing looking forward alla everyone er dig båda först ca cirka kring runt efter fram kl
    klockan about around omkring typ senast hans hennes sin sitt sina his her their its bli gör göra finns kommentar
    enbart blott uteslutande planenligt detta deras sagt said förra gången nä nja
    """.split()
)
"""They may stand anywhere in what is understood, and change nothing in it."""
