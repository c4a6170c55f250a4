"""The parts that phrases of :mod:`.statuswords` are put together from, and the words that turn or look like them."""

from infoviz.schema.words import listed

SETS = {
    "talk": """
        call, chat, talk, coffee, coffee chat, meeting, interview, informational, informational interview,
        info interview, conversation, zoom, lunch, breakfast, dinner, video call, phone call, demo, screen,
        screening, round, session, visit, appointment, discovery, debrief, onsite, gesprach,
        vorstellungsgesprach, telefonat, termin, treffen, kaffee, kennenlernen, entretien, rdv, appel, cafe,
        visio, reunion, rencontre, llamada, entrevista, cita, charla, conversa, reuniao, chamada, colloquio,
        incontro, chiamata, gesprek, afspraak, möte, møde, møte, samtal, samtale, spotkanie, rozmowa
    """,
    "held": """
        held, done, complete, completed, finished, happened, took place, over, conducted, had, passed off,
        took, gefuhrt, gehabt, erledigt, stattgefunden, fertig, fait, faite, faits, effectue, effectuee,
        termine, terminee, passe, realise, realisee, hecho, hecha, realizado, realizada, tenida, fatto, fatta,
        avvenuto, svolto, feito, feita, gehad, gedaan, gehouden, geweest, gjort, klar, klart, utfort, odbyte,
        odbyta
    """,
    "booked": """
        booked, scheduled, set, setup, set up, arranged, planned, fixed, upcoming, agreed, on calendar, in
        calendar, confirmed, accepted, locked in, on the books, vereinbart, geplant, ausgemacht, fixe, fixee,
        prevu, prevue, pris, prise, planifie, planifiee, confirme, confirmee, agendado, agendada, programado,
        programada, fijada, confirmado, confirmada, fissato, fissata, marcado, marcada, gepland, ingepland,
        bokat, bokad, booket, avtalt, umówione, umówiona
    """,
    "kind": """
        phone, video, first, 1st, second, 2nd, third, 3rd, final, last, zoom, info, informational, inperson,
        partner, tech, technical, hr, recruiter, intro, introduction, initial, onsite, panel, team, manager,
        hiring manager, virtual, online, discovery, founder, client, quick, short, teams, coffee, sales, next,
        another, new, screening, upcoming, telefonisches, erstes, premier, deuxieme, primera, segunda
    """,
    "stage": """
        interview, interviews, interviewing, screen, screening, round, meeting, coffee chat, informational,
        informational interview, info interview, onsite, demo call, discovery call, intro call, phone call,
        vorstellungsgesprach, entretien, colloquio, entrevista, intervju, sollicitatiegesprek
    """,
    "not": """
        no, not, never, didnt, did not, doesnt, does not, hasnt, has not, havent, have not, isnt, is not,
        without, zero, yet to, wasnt, was not, none
    """,
    "answer": """
        response, responses, reply, replies, replied, respond, responded, answer, answers, answered, hear,
        heard, responsive, response back, reply back, hear back, heard back, reaction, wrote back, write back,
        got back
    """,
    "so_far": "yet, any, an, a, ever, really, heard, received, gotten, got, been, get, back",
    "write": """
        contact, reach, ask, apply, email, mail, message, write, call, send, approach, ping, connect, invite,
        request, pitch, text
    """,
    "written": """
        contacted, reached, reached out, asked, sent, started, applied, emailed, messaged, approached,
        invited, begun, written, introduced, called, requested, reach out, pitched, kontaktiert,
        angeschrieben, gesendet, gecontacteerd, benaderd, gemaild, gestuurd, gebeld, contacte, contactee,
        envoye, contactado, contactada, enviado, contattato, inviato, contatado, kontaktad, kontaktet
    """,
    "due": "due, needed, required, pending, scheduled, planned, overdue, again, later, soon, next week",
    "reply": """
        reply, response, answer, them, him, her, feedback, back, from them, word, confirmation, decision,
        news, hear back, hear, results, result, to hear, to hear back, their reply
    """,
    "first": """
        outreach, contact, initial contact, first contact, application, first message, first email,
        introduction, intro, first outreach, initial outreach, initial message, cold outreach
    """,
    "mail": """
        email, mail, message, note, letter, card, inmail, linkedin message, linkedin, text, sms, whatsapp,
        invite, invitation, connection, connection request, request, intro email, cold email, cover letter,
        cv, resume, proposal, pitch, nachricht, anfrage, bewerbung, mensaje, correo, messaggio, mensagem,
        bericht, mailtje, demande, candidature, sollicitatie, solicitud, sample, samples, deck, info, details,
        assessment
    """,
    "nth": "2nd, second, 3rd, third, final, last, 4th, fourth, another, two, three",
    "by_me": "by me, from me, on my side, by us",
}

NEGATIONS = listed(
    "no not never didnt wasnt hasnt havent isnt wont without cant cannot nor neither nicht kein keine keinen noch pas "
    "niet geen nog nao nunca sin sans ohne senza aucun aucune ningun ninguna nessun nessuna non ikke inte nie brak none"
)

# Words that a slip of the finger may spoil, to be mended; and words of one letter's difference that are others.
TYPED = (
    "contacted emailed messaged replied responded response scheduled completed accepted declined rejected requested "
    "confirmed followed bounced withdrawn cancelled canceled thanked applied answered waiting awaiting pending drafted "
    "researching outreach interview interviewed ghosted connected received undeliverable reached booked meeting "
    "positive negative interested"
)
OTHER_WORDS = frozenset(
    {
        "contracted",
        "relied",
        "massaged",
        "wanting",
        "preached",
        "cooked",
        "looked",
        "roached",
        "tasked",
        "supplied",
    }
)
