"""Turns of phrase that people put above their columns, beside the plain words of :mod:`.patterns`."""

from typing import Final

TURNS: Final[dict[str, str]] = {
    "name": """
        0.95 personne/person rencontree/interrogee, persona/pessoa entrevistada/contactada
        0.95 persona incontrata/intervistata/contattata
    """,
    "organization": """
        0.9  who/whom do/does they/he/she? work/works for/at
        0.72 =shop
        0.9  care/nursing/retirement home
        0.75 publisher/company/firm/charity/house/shop outfit, =outfit
        0.68 =restaurant/bakery/cafe/farm/hotel/trust/council/venue/store/practice/salon/gym/dealership
    """,
    "role": """
        0.95 whats/what their/her/his job/role/title/position there?, {title} there
        0.9  que/di/cosa dedica/occupa/occupano a/se/si?, w czym robi
        0.9  billet, =doing what, what doing/doin
        0.72 =gig, =capacity, =day job, =discipline
        0.85 hat/hats they? wear/wears, cosa/vad/hvad/hva fa/gor/laver/gjor hon/han/hun?
    """,
    "email": """
        0.95 {mail} add/addy
    """,
    "phone": """
        1.0  telemovel/gsm/natel/telephono
        0.9  landline, fixe/fijo/fisso/vast tel/telefono/nummer/numero?
    """,
    "link": """
        1.0  {url} advert/ad/posting/listing/job/vacancy/role/opening/profile
    """,
    "location": """
        0.7  =site
    """,
    "source": """
        0.9  {found} thru/through/by/via
        0.85 kennengelernt/gefunden uber/durch/via
        0.85 how/where did? we connect/connected/meet, come ci siamo conosciuti, como/donde nos conocimos
        0.85 comment on/nous connus/rencontres
        0.95 {source} poc/person/who/their
        0.9  {url}/tie/connection to me/us
        0.68 =connection, =tie
        0.9  route/way in/to, how? got {name}/lead/contact/them/hold, got contact/{name}/lead {from}
        0.9  {found} platform/site/channel/where
        0.9  skad kontakt/wiem/znam/mam, donde sale/salio/viene/vino/saque/saco, onde veio/vem/surgiu
        0.9  ou vient/connu/trouve, dove arriva/viene/spunta, waar vandaan, var/vart/hvor fran/fra kommer?
        0.8  =lead from, =contact from, =name from
        0.9  came/comes from, woher kontakt/name/kenne, quelle/herkunft kontakt
    """,
    "referred_by": """
        0.85 =lead from, =contact from, =name from
        0.95 tips/tipset/tip/tipp av/fran/from/von/fra
        0.95 who passed/gave/put/pointed/sent/suggested me/name/onto/them
        0.95 who put onto, put onto/in by
        1.0  {referred} me by
        0.9  =thanks to, courtesy of, matchmaker, part de la, getipt door, dank/dankzij an/door
    """,
    "contacted_on": """
        0.95 when did i? write/wrote/ask/asked/contact/email/reachout
        0.95 1st/first try/go/attempt/shot/stab/crack {date}?, =tried
        1.0  {ask} initiated/begun/started {date}?
        0.9  dropped/shot/sent/fired line/note, line dropped
        0.9  pitched/proposed/asked/requested/offered {meet} {date}?
        0.9  rang/rung/telephoned/dialled/buzzed {date}? first?
        0.9  llame/telefonee/contacte, appele/telephone, chiamato/telefonato, ringde/ringte/ringet
        0.9  zadzwonilem/zadzwonilam
        0.9  gave ring/call/shout/bell, popped/fired/dashed/whizzed/pinged/shot off? email/mail/note/message/line
        0.9  first hello/hi/ping/knock, said hello/hi {date}?, broke ice, knocked {date}?
        0.9  angefunkt/angemorst, parti message/mail/courriel, liguei/telefonei {date}?
    """,
    "nudged_on": """
        0.95 tried/poked/pinged/wrote/asked/emailed again {date}?, second/2nd ping/poke/knock/hello {date}?
        0.9  cutuquei/chamei/escrevi/mandei de? novo/outra {date}?
        1.0  {nudge} message/email/mail/note/text/dm/letter {date} {sent}?
        0.95 {again}/{later} go/try/attempt/shot/crack/stab/poke {date}?
        0.95 =chase {date}?
        0.95 prodded/poked/chivvied/hassled/badgered/rechased/jogged {date}?
        0.95 insisti/insistido/reclame/cobrei/reforcei/insiste/stotte/puffade/ponowilem/ponowilam/aangedrongen {date}?
        0.9  jogged memory, erinnert/nachgefragt nochmal/erneut, volvi escribir/llamar/insistir
        0.9  nagevraagd/nagebeld {date}?
    """,
    "response": """
        0.95 did/do they/he/she? say/said yes/no, what they/he/she? wrote/said/answered back?
        0.9  =said, they/he/she said, =said what
        0.9  was/what kam/came zuruck/back
        0.95 said/says ok/okay/yep/sure {talk}?
        0.9  any/some joy/luck/dice/bite/bites/word/news
        0.8  =upshot
        0.95 revert/reverted/reverts received/got/back/yn/type/status?
        0.95 {reply} {meet}/call
        0.9  did/do bite/reply/agree, =up for, up for it/this/chat, =verdict, what came back
        0.9  heard anything/something/back
        0.9  topou/topa/topam, deu retorno/resposta/sinal, fatto vivo/viva, =partant/partante
        0.9  zei/sagte/sa ja/nee/nein/nej
        0.9  zgodzil/zgodzila/zgodzili, odezwal/odezwala
    """,
    "responded_on": """
        0.9  said/say it? on
        0.95 revert/reverted {date}? received/got?
    """,
    "mode": """
        0.72 =platform, =thru
        0.9  teams/zoom/visio/video/meet tel/phone/telefon? inperson/presentiel/presencial/persona/person/irl/personlich
        0.85 online/digital/remote/virtual offline/inperson/person/vor/ort/presencial/presenza/presentiel/zywo or?
        0.9  face to? face, visio/zoom/video tel/phone/telefon/telephone
    """,
    "scheduled_on": """
        0.95 agreed/confirmed/arranged/fixed slot/time/date/appointment
        0.95 {meet} calendar/diary/calendared/diarised/diarized, in diary
        0.9  pencilled/penciled/diarised/diarized {meet}? {date}?
    """,
    "met_on": """
        0.9  took place {date}?, papo/bate em/papo?, on/se vus/vu/vues le?
        0.95 virtual/online/digital coffee/chat/cuppa/tea/lunch/meeting {date}?
        0.9  cuppa/brew/natter/chinwag/yarn/pint/beer had? {date}?
        0.95 {meet} taken/attended/over/finished/hosted {date}?
        0.95 pratade/snackade/talade/snakkede/snakket/talte/rozmawiano/parlammo/gepraat/gekletst {date}?
        0.9  sat down, caughtup/caught up? {date}?, pris cafe, vus/visti/vimos/vistos on/ci/nos
        0.9  spotkalismy/rozmawialismy sie?
    """,
    "thanked_on": """
        0.95 ta/cheers/salamat/arigato/mahalo sent/said/done/given {date}?
        0.95 {thank} drawing/present/gift/flowers/chocolates/wine/postcard/voucher {sent}? {date}?
    """,
    "follow_up_on": """
        0.95 touchbase again, diary? get? touch again
        0.85 =by when, =when by
        0.9  review/revisit/diary/revival/bringup {date}
        0.9  hor/hora/hore av/fra igen/igjen, kontakt igen/igjen
        0.9  voltar/volver/retomar/tornare/revenir a/vers contactar/contatar/falar/hablar/ligar/llamar/sentire
        0.9  wieder/erneut melden/anrufen/anschreiben/kontaktieren, odezwac ponownie, weer contact/bellen/mailen
        0.95 get/go back to them/her/him, {next} chase/nudge/ping/call/email {date}?
        0.95 anrufen/schreiben nochmal/wieder/erneut
        0.9  opnieuw/nogmaals bellen/mailen/contact, llamar/escribir otra/nuevo vez? de?
        0.9  rappeler/relancer nouveau?
    """,
    "introductions": """
        0.95 said theyd/they/would introduce/connect/put me to/with/touch?
        0.9  who/whom did? they say/said? i? should/to ask/talk/contact next
        1.0  handoff/handover/handed warm? to
        0.9  =put onto, put me onto/on
        0.75 =leads
        0.95 followup contacts/people/names/leads/persons
        0.95 {referred}/{given}/raadde/tipsade hablar/parler/parlare/falar/sprechen/praten/tala/prata/snakke/sentire
        0.9  {given} ring/phone/see/try/chat i?
        0.9  =told me to call, told me call/contact/talk/ring, mit wem noch? reden/sprechen
        0.95 nombres/nomes/nomi/noms dio/dieron/passou/deu/fatti/donnes
        0.95 namen/namn/navne/nazwiska genannt/gekregen/fick/fik/fikk/podane
        0.9  raadde aan, tipsade om, empfahl/riet mir
    """,
    "promised": """
        1.0  {promise} do/todo/send/share/make
    """,
    "reflection": """
        1.0  {feeling} after/afterwards/nachher/danach/apres/despues/depois/dopo/achteraf/efterat/po
        0.95 how/wie/como/come/comment/hur/hvordan/hoe/jak felt/gefuhlt/senti/sentido/sentita/sentito/voelde sono?
        0.95 jak czulem/czulam, hvordan foltes/foles, hur kandes
        0.72 =debrief
        0.9  gut/bauch feel/gefuhl, vibe check, wie fuhlte es/sich an?
    """,
    "takeaways": """
        0.95 nuggets/nugget/gems/pearls/gyaan/gyan/learnt/aha wisdom/golden?
        0.9  gist/kernaussagen/quintessenz/hoofdpunten/kernpunten
        0.95 what stuck/stayed/resonated/landed with?, what found/discovered out, what took/take away/home/from
        0.9  worth remembering/knowing/noting/keeping, good stuff/bits
        0.9  important/useful info/information/stuff/bits
        0.9  ideas/idees/ideias/idee/ideen/ideeen/ideer main/key/principales/principais/principali/wichtigste
        0.9  belangrijkste ideeen/punten/lessen
        0.9  que llevo/levo/tirei/quedo, cosa porto, wat neem/meegenomen mee, vad tar/tog med, hvad tog/tager med
        0.9  co wynosze/wynioslem/wynioslam/zapamietalem/zapamietalam
        0.9  big/aha/lightbulb idea/ideas/moment/moments/insights, points remember, =wisdom, in nutshell, =intel
        0.9  was hangen/haften blieb, mitnehme, ce quoi marque/retiens/frappe, ideas clave
        0.9  punti/punto chiave/principali
        0.9  =o que fica/ficou, meeneem/meegenomen/meenemen, cosa porto casa
    """,
    "notes": """
        0.9  notes self, =note to self, stuff/things remember, odds ends, =scribbles, =jottings, bits bobs
        0.9  anything/something/everything else, alles sonst, autre chose, algo mas, mais alguma, altro dire
    """,
    "minutes": """
        0.95 how many minutes/mins
        0.95 minutes/mins/min free/spare/billable/nonbillable
        0.95 hoe/hur/hvor/wie lang/lange/lenge/lange, cuanto duro, quanto durou/durata, combien temps, jak dlugo
    """,
    "hypothesis": """
        0.8  field/area of? interest, area de interesse/interes, piste de? metier, domaine d? interet
        0.66 =track, =piste, =idee/ide/pomysl, =pista
    """,
    "channel": """
        1.0  {how} {sent}, =come
        0.72 =comment/como/hoe/hur/hvordan/jak
        0.8  =approach by, =contact by, =approached by
    """,
    "event": """
        0.9  =cosa/quoi/que/vad/hvad/hva/co/wat/was
    """,
    "status": """
        0.95 ou ca en? est
        1.0  {status}/{ask} present/now/ping/today/latest/date {status}
        1.0  state play/things/affairs, stand dinge, {status} present/now/ping/today/latest
        0.95 where its/were/im/things at/up, ou suis/jen, como va/esta/vamos, punto siamo/che, pe esta, hoe staat
        0.95 hur gar/star/ligger, hvordan gar/star, jakim etapie
        0.9  =latest, how stands/it/things stands/stand/going?, wie stehts/steht, ou est/en, que va/anda/estamos
    """,
}
