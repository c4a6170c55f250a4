"""What people write for where things stand in so many words, beside the status words of :mod:`.statuswords`.

:data:`BEFORE` is tried ahead of those, for words that a shorter one would misread ("ej kontaktad"); :data:`AFTER` last.
"""

from typing import Final

from infoviz.schema.answers.answerwords import SETS as ANSWER_SETS
from infoviz.schema.answers.meanings import (
    ASKED,
    BOUNCED,
    MET,
    NO,
    NOTHING,
    NUDGED,
    OTHER,
    PRESUMED,
    RESPONDED,
    SCHEDULED,
    SILENT,
    UNASKED,
    YES,
    Meaning,
)
from infoviz.schema.words import listed

NEGATIONS: Final = listed("ej ikkje nei nej")

SETS: Final[dict[str, str]] = {
    "season": ANSWER_SETS["season"],
    "never": """
        ej, inte, inte an, annu ej, annu inte, ikke, ikke enda, endnu ikke, enna ikke, ikkje, nicht, noch
        nicht, bisher nicht, pas, pas encore, jamais, non, non ancora, mai, nao, ainda nao, no, aun no,
        todavia no, sin, niet, nog niet, nie, jeszcze nie, not, not yet, never, yet to be
    """,
    "asked": """
        kontaktad, kontaktat, kontaktade, kontaktet, kontaktert, kontaktiert, angeschrieben, angesprochen,
        gefragt, angefragt, contacte, contactee, sollicite, sollicitee, contactado, contactada, escrito,
        contatado, contatada, abordado, abordada, contattato, contattata, sentito, sentita, benaderd,
        gecontacteerd, gevraagd, gemaild, gebeld, tilskrevet, spurgt, spurt, skontaktowano, napisano,
        contacted, approached, pinged, reached, rung, messaged
    """,
    "do_ask": """
        contact, ping, ring, phone, call, email, mail, text, dm, write, message, approach, ask, invite,
        contacter, ecrire, appeler, solliciter, contactar, escribir, llamar, contatar, escrever, abordar,
        contattare, scrivere, sentire, chiamare, benaderen, mailen, bellen, vragen, kontakta, maila, ringa,
        kontakte, skrive, ringe, kontaktieren, anschreiben, anrufen, ansprechen, kontaktu, napisania,
        zadzwonienia
    """,
    "yes": "yes, ja, oui, si, sim, tak, jo",
    "no": "no, nein, non, nao, nee, nej, nei, nie",
    "says": """
        said, says, responded, replied, answered, sagte, sagt, meint, dit, a dit, ont dit, dijo, dice, dijo
        que, dice que, dijeron que, contesto que, disse, diz, disse que, diz que, falou que, detto, ha detto,
        ha detto di, dice di, zei, zegt, heeft gezegd, sa, sade, sager, sagde, sier, tackade, tackar, tackat,
        takket, takkede, takker, powiedział, powiedziała, mówi
    """,
    "later": "later, after, again, once, post, next, towards, in, around, when, until, till",
    "put_off": """
        deferred, defer, defers, put off, pushed back, pushed out, pushed to, delayed, waitlisted, wait
        listed, adjourned, vertrostet, aufgeschoben, zuruckgestellt, reporte, reportee,
        reporte a, repousse, repoussee, decale, decalee, aplazado, aplazada, aplazo, aplazar, pospuesto,
        pospuesta, pospuso, posponer, adiado, adiada, adiou, adiar, rimandato, rimandata, rinviato, rinviata,
        rimanda, uitgesteld, opgeschort, uppskjutet, uppskjuten, skjuter upp, skjutit upp, udskudt, utsatt,
        przełożone, przełożono, przełożył, przełożyła, odłożone, odłożono, odłożył, odłożyła
    """,
    "first_of": """
        first, initial, prima, primo, premier, premiere, primer, primera, primeiro, primeira, erste, erster,
        erstes, eerste, forsta, forste, pierwszy, pierwsza
    """,
    "letter": """
        mail, email, message, contact, approach, note, messaggio, contatto, courriel, prise de contact,
        correo, mensaje, contacto, mensagem, contato, nachricht, kontakt, anfrage, bericht, mailtje, mejl,
        besked, melding, wiadomosc
    """,
    "done": """
        fertig, fait, faite, hecho, hecha, feito, feita, fatto, fatta, gedaan, klaar, klart, færdig, ferdig,
        zrobione, concluded, conclu, conclue, conclus, concluso, conclusa, concluida, finito, wrapped up
    """,
    "in_calendar": """
        in diary, in the diary, in my diary, on the diary, locked in, pencilled in, penciled in, diarised,
        diarized, fixed, fixiert, eingeplant, inbokat, inplanerad, aftalt, avtalt, fastsat, fastsatt
    """,
}

BEFORE: Final[tuple[tuple[Meaning, str], ...]] = (
    (UNASKED, "={never} {asked}; =yet to {do_ask}; =not {asked} yet"),
    (NO, "takket|takkede|takker|tackade|tackar nei|nej|nein"),
    (YES, "takket|takkede|takker|tackade|tackar ja"),
    (
        OTHER,
        """
        asked|asks|told|said|requested|wants|prefers me|us? to
        {do_ask}|connect|check|try|meet|speak|talk|revert {later}; pinged|came|wrote|replied|got back later;
        auf spater verschoben; on hold until|till *
        """,
    ),
)

AFTER: Final[tuple[tuple[Meaning, str], ...]] = (
    (
        NOTHING,
        "=after|post|nach|efter|etter|apres|despues|depois|dopo|na a|an|the|der|dem|la|l|el|o|il? {talk}",
    ),
    (
        SILENT,
        """
        no|not|without|awaiting any? revert|reverts|reverted|joy; nie odpisuje|odpowiada|odzywa; svarar|svarer
        inte|ej|ikke; reagiert|antwortet nicht; repond pas; non risponde; reageert niet; nao responde
        """,
    ),
    (
        NO,
        "{says} {no}; nie zainteresowany|zainteresowana|chce|moze; ingen intresse|interesse; non se la sente; =nah",
    ),
    (YES, "{says} {yes}; affirm; =affirmative; zugestimmt; stimmt zu; consente; acconsente; =yep; =keen"),
    (
        UNASKED,
        """
        =sin|por|a|para {do_ask}; =nog te? doen|mailen|bellen; =ska|skal|skulle
        kontaktas|kontaktes|kontakta|kontakte; =jeszcze nie; =brak kontaktu; =annu inte; =ikke endnu|enda;
        =inte an; =pas commence; =non iniziato; =sin empezar
        """,
    ),
    (BOUNCED, "bad data|info|details|contact|number"),
    (
        MET,
        """
        =great|good|nice|lovely|super|fantastic|wonderful {talk}; =all? {done}; po rozmowie|spotkaniu; =wrapped up;
        =had a|our|the? yarn|cuppa|brew|natter
        """,
    ),
    (SCHEDULED, "{in_calendar}; na kalendarzu; rozmowa|spotkanie umowiona|umowione"),
    (
        OTHER,
        """
        {put_off}; on hold until|till|to *; =holding reply|response;
        suggested|proposed|proposes|suggests|prefers {season}; lo dejamos para *; me|nos|mi|ci
        escribe|llama|avisa|liga|escreve|scrive|chiama|recontacte|rappelle
        en|em|a|in|despues|apres|dopo|depois *; meldet sich im|in|ab|nach *; laat het even; sagen wir *
        """,
    ),
    (
        PRESUMED,
        "=attente; =attend; =a espera; a espera de? resposta?; revert awaited|pending; =aguarda; =avvaktar",
    ),
    (RESPONDED, "=reverted; revert received|came"),
    (
        NUDGED,
        "=sollecito|relance|recordatorio|nachfrage|herinnering|paminnelse|pamindelse|purring|przypomnienie",
    ),
    (ASKED, "{first_of} {letter}; approach made|sent"),
)
