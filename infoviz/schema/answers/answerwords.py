"""What people write into a column of answers that no status word would say: "Sure", "Swamped", "Ask me in May"."""

from infoviz.schema.answers.meanings import NO, NOTHING, OTHER, YES, Meaning
from infoviz.schema.words import listed, plain

# Answers where they are all that the cell says, whatever they may mean as a status.
WHOLE = {
    plain(word): meaning
    for meaning, words in {
        YES: """
            interested, sure, happy to, glad to, love to, keen, favorable, favourable, available, game, up for
            it, why not, gern, gerne, interessiert, interesse, interessee, interesado, interesada,
            interessato, interessata, interessado, interessada, geinteresseerd, zainteresowany,
            zainteresowana, intresserad, interesseret, interessert, volentieri, avec plaisir, con gusto, com
            prazer, chetnie, mielellaan, ochotne, memnuniyetle, 好, 好的, はい, 네, klar, passt, dabei, prima,
            graag, vale, claro, certo, fechado, combinado, partant, partante, volontiers, encantado,
            encantada, garna, gjerne, totally, delighted, for sure, you bet, great, cool, perfect, perfecto,
            perfeito, perfetto, parfait, perfekt, leuk, works, excited, anytime, zin in, mit freude, bien
        """,
        NO: """
            cant, cannot, wont, unable, leider nicht, helaas niet, purtroppo no, ocupado, ocupada, impegnato,
            impegnata, druk, ausgebucht, declina, regrets, no bandwidth, no availability, nah, rebuffed, kein
            bedarf, geen behoefte
        """,
        OTHER: """
            maybe, later, not sure, undecided, ambivalent, lukewarm, mixed, other, deferred, postponed, meh,
            call back, callback, call back later, considering, perhaps, possibly, tentative, thinking, revert,
            raincheck, spater, evtl, eventuell, plus tard, a suivre, a voir, mas tarde, mas adelante, luego,
            despues, piu tardi, piu avanti, da valutare, mais tarde, depois, senare, senere, eventuellt,
            kanske, kanskje, pozniej, moze, sonra, ehka, mozna, pozdeji, twijfelt, to be continued, mal sehen,
            on verra, vamos ver, vediamo, ya veremos, zien we nog
        """,
        NOTHING: """
            keine, keiner, bisher keine, nichts, nix, aucune, aucun, rien, ninguna, ninguno, nada, nessuna, nessuno,
            niente, geen, niets, nenhuma, nenhum, ingen, inget, intet, brak, yok, zadna, なし, 無し, 無, 无,
            没有, 없음
        """,
    }.items()
    for word in listed(words, by=",")
}

SETS = {
    "doesnt": "doesnt, dont, does not, do not, didnt, did not",
    "full": """
        busy, swamped, slammed, overwhelmed, overloaded, overcommitted, snowed under, buried, tied up,
        stretched thin, stretched, maxed out, booked up
    """,
    "put": """
        try, ask, write, email, mail, message, text, call, ring, ping, contact, connect, reconnect, recontact,
        talk, speak, chat, meet, followup, check, check in, get back, get in touch, reach out, reachout, come
        back, catch up, touch base, revisit, revert
    """,
    "season": """
        january, february, march, april, may, june, july, august, september, october, november, december, jan,
        feb, mar, apr, jun, jul, aug, sep, sept, oct, nov, dec, spring, summer, fall, autumn, winter,
        holidays, holiday, vacation, break, season, quarter, semester, term, month, year, easter, christmas,
        thanksgiving, launch, januar, februar, marz, mai, juni, juli, oktober, dezember, fruhjahr, fruhling,
        sommer, herbst, urlaub, ferien, sommerferien, sommerpause, neuen jahr, ostern, weihnachten, messe,
        janvier, fevrier, mars, avril, juin, juillet, aout, septembre, octobre, novembre, decembre, printemps,
        ete, automne, hiver, vacances, rentree, conges, fetes, enero, febrero, marzo, abril, mayo, junio,
        julio, agosto, septiembre, octubre, noviembre, diciembre, primavera, verano, otono, invierno,
        vacaciones, fiestas, janeiro, fevereiro, marco, maio, junho, julho, setembro, outubro, novembro,
        dezembro, verao, outono, inverno, ferias, carnaval, gennaio, febbraio, aprile, maggio, giugno, luglio,
        settembre, ottobre, dicembre, estate, autunno, ferie, vacanze, januari, februari, maart, mei,
        augustus, lente, voorjaar, zomer, najaar, vakantie, zomervakantie, kerst, pasen, xmas, new year, diwali, holi,
        eid, ramadan, half term, reports, exams, swing, roster, harvest, qtr, fy, sem, jul, julen, nyar, nytar, pask,
        paske, sommaren, sommeren, varen, hosten, vinteren, semestern, styczen, stycznia, lutym, marcu, kwietniu, maju,
        wakacjach, swietach, nowym roku, natale, capodanno, pasqua, noel, toussaint, paques, navidad, reyes, natal
    """,
    "now": "right now, at the moment, for the moment, for now, at this time, at this point, currently, now",
    "jetzt": "jetzt, momentan, gerade, zurzeit, aktuell, derzeit, zur zeit, im moment, im augenblick, vorerst",
    "nochmal": "nochmal, nochmals, wieder, erneut, noch mal",
    "maintenant": "maintenant, pour le moment, pour l instant, en ce moment, tout de suite, cette annee",
    "rappeler": "recontacter, rappeler, relancer, reessayer, revenir, reparler, attendre",
    "ahora": "ahora, por ahora, por el momento, de momento, en este momento",
    "llamar": "escribir, llamar, hablar, contactar, volver, retomar, insistir, esperar, intentar, buscar",
    "agora": "agora, no momento, por enquanto, neste momento, nesse momento, por ora",
    "ligar": "retornar, voltar, chamar, falar, ligar, contatar, escrever, tentar, conversar, esperar, procurar",
    "ora": "ora, adesso, per ora, al momento, in questo momento, per il momento",
    "risentire": """
        ricontattare, ricontattarla, ricontattarlo, risentire, risentirci, risentirsi, richiamare, riscrivere,
        riprovare, sentirci, sentirsi, aspettare
    """,
    "nu": "nu, momenteel, op dit moment, voorlopig, nu even, op het moment",
}


def _together(*languages: str) -> str:
    return ";".join(languages)


_PUT_OFF = _together(
    # English
    """
    will|would|shell|hell|theyll|shed|hed|theyd get back|to?; will|would|shell|hell
    revert|confirm|check|consider|think; will|would|shell|hell|theyll let me|us? know; getting|get back to me;
    let me think|check; let me|us know; thinking about|it|over; think about|over it; mulling it? over?;
    has|needs to think|check|ask|consult|confirm; like to wait|think|know|see; checking with; checking
    her|his|their|the? schedule|calendar|availability; maybe *? *? *? *?; not {now}; no {now}; not this
    month|quarter|week|year|semester|term|season|fall|spring|summer|winter; not until *; cant {now}; some?
    other|another|different time; =will|well|lets see *?; check with *? in|after {season};
    hit|bug|catch|find|try me up? in|after the|early|late? {season}; come|came back to me|us; =in
    a|two|three|four|six? few|couple? of? days|weeks|months|week|month; =when|once *? *?
    back|free|settled|quieter|calmer *? *?; needs|wants approval|permission|clearance; gave|named me?
    another|someone|somebody *?; down the road; later on; at a later date|time|point; rain check; put me? off;
    {full} {now}; {full} until|till|this|these|with; {put} me? later; {put} me? *? again; later in|this *;
    {put} me|her|him|them|again|back? again|back? in|after|once|next|around|by|when the|a|early|late|mid?
    new|busy|tax? {season}; =in|after|next|around|until|post the|early|late|mid|this? new|busy|tax? {season}
    {season}?; =after the? * {season}; once|when|after|until things *; =hold|wait|waiting|parked
    until|till|for *; wants|asked|asks|needs|asking me? to wait; more time; need|needs|wants time;
    pointed|sent|steered|directed|refers|pointing|told me to someone|somebody|*; told|said me? to {put};
    asked|asks me? to {put} me? *? again|later|in|after|next; said|says perhaps|possibly|later
    """,
    # German
    """
    {jetzt} nicht; nicht {jetzt}; spater {nochmal}; {nochmal} spater; vielleicht *? *?;
    im|ab|nach|erst|anfang|ende im|in|den|dem|der? {season} {nochmal}?; {nochmal} im|in|nach|ab|anfang|ende
    den|dem|der? {season}; nachstes|nachsten|nachste|kommendes|kommenden
    jahr|monat|woche|quartal|fruhjahr|semester; melde|meldet|melden sich; sich *? melden; spater *? melden;
    uberlegt noch|es|sich; denkt daruber nach; noch unsicher|unentschieden; gibt|sagt *? bescheid; ruft
    zuruck; =wenn *? *? *? *?; bittet um geduld
    """,
    # French
    """
    renvoie|renvoye|oriente|redirige vers|a *; pas {maintenant}; plus tard;
    annee|mois|semaine|trimestre|semestre prochain|prochaine; lannee|annee prochaine; apres les|la|le|l?
    {season}; {rappeler} en|apres|debut|fin|a|plus les|la|le? {season}|tard; me|nous
    recontacte|recontactera|rappelle|rappellera|dira|tient; va|doit|devrait me? {rappeler}; va|doit|devrait y?
    reflechir|voir|verifier; reflechit; rappelle en|apres|debut|fin *; =quand *? *? *? *?; demande|prefere de?
    {rappeler}; =a {rappeler}
    """,
    # Spanish
    """
    me? derivo|remitio|derivado|remitido a *; {ahora} no|nose; no {ahora}; mas tarde|adelante; me|nos
    avisa|avisara|dira|confirma|confirmara|escribira|llamara; va a
    avisar|pensar|confirmar|responder|preguntar|ver; lo? va a pensar; esta? pensando|pensandolo; pensarlo; lo
    piensa; quedo|quedaron en *; pidio|pide|pidieron me? {llamar}|tiempo; me pidio {llamar}; proximo|proxima
    ano|mes|semestre|trimestre|semana; ano|mes|semana que viene; =cuando *? *? *?; despues de las|los|el|la?
    {season}; {llamar} a? {llamar}? en|despues|tras de? las|los|el|la? {season}; {llamar} despues|luego
    """,
    # Portuguese
    """
    me? encaminhou|encaminhado|direcionou para|pra|ao|a *; {agora} nao; nao {agora}; mais tarde|adiante|pra|para
    frente?; para|pra depois; depois das|da|do|de {season}; pediu|pede|pediram para|pra|que|tempo {ligar}?; vai
    pensar|retornar|ver|avisar|confirmar|responder; ficou|ficaram de *; esta pensando; proximo|proxima
    ano|mes|semestre|trimestre|semana; ano|mes|semana que vem; {ligar} de? em|depois|apos|novo|no|na
    em|de|das|da|do? {season}; {ligar} depois; me? avisa depois; =quando *? *? *?; talvez *? *?
    """,
    # Italian
    """
    mi|ci? rimandat/o/a|indirizzat/o/a|dirottat/o/a a|al|alla|da *; si fa|fara sentire|viva|vivo; non {ora};
    {ora} no; piu tardi|avanti; dopo le|la|l|il|lo|i? {season}; mi|ci fa|fara sapere; fara sapere;
    mese|anno|lanno|trimestre|settimana prossimo|prossima; prossimo|prossima mese|anno|settimana; ci|deve|vuole
    pensa|pensare; pensarci; chiesto di {risentire}; {risentire} a|in|dopo|da|piu le|la|l|il?
    {season}|avanti|tardi; =quando *? *? *?; forse *? *?
    """,
    # Dutch
    """
    =doorverwezen|doorgestuurd|verwezen naar? *? *? *?; {nu} niet; niet {nu}; volgend|volgende
    maand|jaar|week|kwartaal|voorjaar|najaar; na de? {season}; komt er? erop? op? terug; laat het|nog|iets?
    weten; denkt er|erover over? na; neemt contact op; vroeg|vraagt om? later; later nog|weer eens?; in {season}
    nog|weer|opnieuw eens?; opnieuw proberen|bellen|mailen; =als het|ze|hij *? *? *?; misschien *? *?
    """,
    "=after|until|till *? *; =next swing|roster|shift|round|qtr|fy|sem; defer/red/s; waitlisted; holding reply",
    "inte just nu; inte nu; ikke|ikkje na|lige nu?; hor|horer av|fra sig|seg; aterkommer; vender tilbage",
)
_REFUSALS = _together(
    # English
    """
    not|no|insufficient|without enough? bandwidth|availability|time; lacks bandwidth|time; {doesnt} have the?
    time|bandwidth|capacity; has|have no time|bandwidth|capacity|availability; ={full}; {full} with;
    too|very|so|super|really|crazy|insanely|extremely|way|just|totally|completely|pretty|a bit? too? {full};
    fully booked; booked solid|up; =i|we|she|he|they? cant|couldnt|wont|wouldnt;
    cant|couldnt|wont|cannot|unable to? help|do|make|take|commit|chat; not|un
    able|possible|comfortable|allowed|permitted|open; isnt|not taking|doing|accepting; would|id|shed|hed
    rather not; prefers|preferred|prefer|chose not; {doesnt} do|take|give|offer|want|wish; no can do; not for
    me|her|him|them; wrong person; not the right person|contact; against company? policy; company policy;
    sends regrets; sorry but? no|cant|not; thanks but? no|cant; said|says that? she|he|they?
    no|cant|couldnt|wont|wouldnt; shot me? down; blew|brushed me? off; flat|flatly|polite|clear|quick|outright
    no|refused; turned|turns me|it? down; no go; thumbs down; bowed|backed|begged out|off; not keen; hands
    full; too much|alot on *? plate; a lot on *? plate; not my|her|his|their area|field|expertise|lane;
    {doesnt} allow|permit; isnt|arent allowed|permitted; told|gave me a? no; unfortunately|regretfully|sadly
    no|not|cant|declined
    """,
    # German
    """
    leider nein|nicht|keine|kein; nein danke|leider; lehnt|lehnte *? ab; sagt|sagte *? ab; uberlastet;
    ausgelastet; ausgebucht; mochte|will|kann|darf leider? nicht; zu|sehr|stark beschaftigt|eingespannt; zu
    viel; viel zu tun; keine kapazitat|kapazitaten|moglichkeit|lust; nicht verfugbar|moglich; sagt|sagte nein;
    nein gesagt
    """,
    # French
    """
    dit non; dit que non; repondu non; pas|plus de|le|assez? de? temps; debord/e/ee/es; surcharg/e/ee/es;
    tres|trop occup/e/ee/es/ees; trop de travail; non merci; indisponible; ne|n peut|veut|souhaite pas;
    peut|veut|souhaite pas; pas possible
    """,
    # Spanish
    """
    dijo|dice|respondio que? no; no puede|pudo|quiere|quiso|acepta|acepto|podra|podia; no esta|estaba
    disponible|interesad/o/a; sin|no tiempo|disponibilidad; no tiene|tenia|dispone de? tiempo;
    muy|demasiado|bastante ocupad/o/a; no gracias; no le viene|va bien; declino; saturad/o/a
    """,
    # Portuguese
    """
    disse|respondeu|falou que? nao; nao pode|pode|quer|quis|aceita|aceitou|consegue|podera; sem
    tempo|disponibilidade|agenda; nao tem|tinha tempo|disponibilidade|interesse; muito|super ocupad/o/a;
    indisponivel; nao obrigad/o/a; declinou; infelizmente nao; sobrecarregad/o/a
    """,
    # Italian
    """
    detto di? no; dice di? no; non puo|vuole|accetta|riesce; non ha|aveva tempo|disponibilita; troppo|molto
    impegnat/o/a; oberat/o/a; no grazie; non e? disponibile; declinato; senza tempo; non le|gli interessa; non
    se la sente
    """,
    # Dutch
    """
    nee gezegd|bedankt|dank|helaas; zei|zegt nee; geen tijd|zin|ruimte|capaciteit; te|erg|heel|veel druk;
    kan|wil|kon|mag helaas? niet; niet beschikbaar|mogelijk; helaas niet|nee|geen; negatief; afgezegd;
    zegt|wijst *? af; afgeslagen
    """,
    "har inte|ikke tid; inte|ikke tid; ingen tid; nej tack|tak; takker|tackar nej; takket|tackade nej",
)
_AGREEMENTS = _together(
    # English
    """
    affirmative; absolutely; definitely; certainly; of course; =sure *?; =ok|okay *?; sounds|looks
    good|great|fine|fun; works for me|us|her|him|them; that works; will|can|could do; lets
    do|talk|chat|meet|connect|speak|go; =loved|delighted|thrilled to; would|id|wed|shed|hed love|like to? *?;
    would|id|wed|shed|hed be happy|glad|delighted|pleased|honored|willing|open|up *?;
    love|happy|glad|delighted|pleased|thrilled|excited|eager to *; down to|for
    chat|talk|meet|help|coffee|it|that; =im|is|am|shes|hes|theyre in|game|down|keen; on board; up for
    it|that|this|chatting|coffee|talking; by all means; with pleasure; my pleasure;
    shared|gave|offered|suggested|proposed|provided|sent me|us? a|an|her|his|their|some|the|several|two|three?
    times|time|dates|date|slots|slot|availability|calendly|windows; offered|offers|volunteered|agrees to *;
    offered|offers a|an? call|chat|meeting|coffee|help|time; invited|invites me to *; suggested|suggests|wants
    a|to? call|chat|meeting|coffee|talk|zoom|lunch; =call|email me; open to it|that|chatting|coffee|anything;
    thumbs up; said|says|replied|responded|answered sure|ok|okay|absolutely|definitely|yep|yeah|of; go ahead;
    in principle; gladly; sounds like a? plan; send|shoot me a|some? times|dates|slots; free|available
    on|this|next? monday|tuesday|wednesday|thursday|friday|tomorrow|week|anytime|mornings|afternoons; yup *?;
    no problem; =np; count me in; enthusiastic
    """,
    # German
    """
    sehr|ja gerne|gern|klar|naturlich; gerne|gern doch|wieder|zu; na klar; naturlich; selbstverstandlich;
    einverstanden; sagt|sagte *? zu; macht|machte mit; freut sich *?; in ordnung; geht klar; ist dabei; kein
    problem; auf jeden fall; ja gesagt; sagt|sagte ja
    """,
    # French
    """
    bien sur; avec joie; ca marche; ok pour *; dit oui; est partant//e; pas de probleme|souci; oui avec
    plaisir; avec grand plaisir
    """,
    # Spanish
    """
    claro que? si; por supuesto; de acuerdo; afirmativ/o/a; dijo|dice|respondio que? si; con mucho gusto;
    encantad/o/a de; sin|no problema; se apunta; dispuest/o/a a?; desde luego
    """,
    # Portuguese
    """
    claro que? sim; com certeza|prazer|gosto; disse|respondeu|falou que? sim; de acordo; sem
    problema|problemas; pode ser; concordou; topa
    """,
    # Italian
    """
    certamente; con piacere; molto volentieri; daccordo; d accordo; va bene; detto di? si; nessun problema; ci
    sta
    """,
    # Dutch
    """
    natuurlijk; zeker; met plezier; ja gezegd; zegt|zei ja; doet|doe mee; is goed; geen probleem; heel|erg
    graag; uiteraard
    """,
    "tackar|takker ja; gor det garna",
)

RULES: tuple[tuple[Meaning, str], ...] = ((OTHER, _PUT_OFF), (NO, _REFUSALS), (YES, _AGREEMENTS))
"""Phrases for answers in which no status word is found, in the order in which they are tried."""
