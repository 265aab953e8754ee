"""The stems without one of which a sentence says nothing about attendance: looked at before anything else."""

from __future__ import annotations

import re

# Lower case: the sentence is lowered before it is searched.
MENTIONS = re.compile(
    r"""
    \bkom | \banslöt | \bmed\b | \bme\b | \bhär\b | \bplats\b | närvar | frånvar | hinder | hindrad | återbud |
    \bborta\b | sjuk | \bvab | \bsen[at]?\b | försen | senare | \bgår?\b | lämna | \bansl[uö]t | ersätt | ställe |
    \bbyt | digital | länk | teams | zoom | skärm | distans | hinner | \bkan\b | \bmiss | \bdär\b | \binne\b |
    \bmåste\b | avvik | upptag | \bstay | \bdyker\b | \bdök\b | dropp | upprop | räkna | \banmäl | \bmysam | \bdelta
    | \bdeltog\b | medverka | \bbortrest | \bledig | \bavst[åo] | \bnej\b | \bok\b | \bokej\b | funkar | passar |
    \bsemester | \bviker | vikari | hoppar | skickar | \bjoin | \bcom(?:e|es|ing)\b | attend | present | absen |
    \blate | \bleav | there | make\s+it | \bmissing\b | regret | apolog | online | remote | stand | \bsub | instead
    | place | stead | replac | fill | cover | \bstep | count | \bn[o']t\b | \bcan | unable | \bo\.?o\.?o\b |
    \bhere\b | \btoo\b | \bsamma\b | \bworks\b | \bout\b | \baway\b | \bsick\b | \bill\b | \bkunde\b | \bvarken\b |
    \bfysiskt\b | \birl\b | \bleft\b | \bdr(?:ar|op) | \bstick | \bvar\b | \butan\b | \bdeputy\b | \bsend |
    \bi'?m\s+in\b | \bdeclin | \b\+1 | \bin\s+person | \bsite | \btar\s+min | koppla | koppling | \bdial | \bcall |
    \bring | dubbelbok | utomlands | föräldraled | resa\b | konferens | utbildning | \bkurs | förkyld | krasslig |
    \bligger\b | \bhemma\b | \bstår\s+över | skippa | hoppa | \bbusy | behöver | springa | \bkila | \btvung |
    \bsitter\b | \bhead | \bneed | \bblir\b | gången\b | iväg | holiday | vacation | travel |
    \bhäng | \båt\b | \btar\s+(?:mig|oss|sig) | \bta\s+(?:mig|oss) | omöjlig | uteslut | \bstryk | \bavanmäl | utebl |
    förhindra | \bbail | avail | \bsit\b | saknas | fattas | \bsamtal | \bpå\s+(?:väg|ing|gång) | my\s+way | \btillk |
    \barriv | \banländ | \bgick\b | \bavvek | försv[ia]n | \bbr[yö]t | \bdrog\b | \bstack\b | \blogga | släpp |
    tackar?\s+för | stopp? | \bgräns | t\.?o\.?m\.?\s*\d | \brun\b | \bjump | \bbye\b | hejdå | \bsluta\b | \btäck |
    räkning | vägnar | behalf | represent | företräd | \btakes\b | seat | \bpricka | \bbocka | \bkryss | \bmark\b |
    \btick\b |
    \bput\s+me | bekräfta | confirm | \btackar\b | \bklev\b | \bin\s+\d | impossible | \bstuck\b | \btid\b | work\b |
    \brunning\b | \bbehind\b | \bkör\b | \bmissed\b | \bpass(?:ing)?\b | \bstår?\b | \bsitt | \bdrar?\b | hälsa |
    \btvung | nödga | \btook\b | \bmake\b | \bgotta\b | \bbuss | \boff\b | \bvia\b | \bminuter?\b | \d\s?min\b
    """,
    re.VERBOSE,
)
