"""What people write into a column of answers, in their own words."""

import pytest

from infoviz.schema.answers.answerwords import RULES
from infoviz.schema.answers.responses import read_responses
from tests.schema.sheets import sheet

ANSWERS = {
    "yes": """
        Agreed | Happy to chat | Said sure | Affirmative | Sure | Sure thing | Absolutely | Of
        course | Definitely | Yes! | Yep, next week | Yeah | OK | Okay | Sounds good | Will do |
        Works for her | Let's do it | Love to | Would love to | Glad to help | Happy to help | Happy
        to talk | Happy to | Said yes | Agreed to talk | Agreed to a call | Agreed to meet | Is in |
        I'm in | Down to chat | Game | Up for it | Keen | On board | Sent me her calendly | Shared
        calendly link | Gave me times | Offered times | Offered a call | Offered to help | Offered
        to chat | Suggested a time | Proposed a time | Invited me to call | Wants to meet | Wants to
        talk | Let's talk | Let's chat | Call me | Confirmed | Accepted | Open to it | Open to chat
        | Willing to help | Willing to chat | Positive | Green light | Thumbs up | Said of course |
        Said ok | Said okay | Yes please | Why not | Interested | Go ahead | Zugesagt | Sagt zu |
        Hat zugesagt | Gerne | Sehr gerne | Klar | Na klar | Natürlich | Passt | Einverstanden | Ja
        gerne | Macht mit | Freut sich | Positiv | Selbstverständlich | In Ordnung | D'accord | Avec
        plaisir | Volontiers | Bien sûr | Ok pour un appel | A accepté | A dit oui | Partant |
        Partante | Oui avec plaisir | Ça marche | Accepté | Claro | Claro que sí | Por supuesto |
        Con gusto | De acuerdo | Encantada | Aceptó | Dijo que sí | Vale | Afirmativo | Sí, claro |
        Claro que sim | Com certeza | Com prazer | Aceitou | Topou | Disse que sim | Disse sim | De
        acordo | Combinado | Fechado | Volentieri | Certo | Certamente | Con piacere | D'accordo |
        Ha accettato | Ha detto sì | Va bene | Disponibile | Graag | Natuurlijk | Prima | Akkoord |
        Zeker | Met plezier | Heeft ja gezegd | Toegezegd | Doet mee | Is goed
    """,
    "no": """
        Passed | Can't | Cannot | Swamped | Negative | Too busy | Declined politely | Politely
        declined | Said no | Not interested | No thanks | No time | Doesn't have time | Has no time
        | Can't help | Couldn't help | Not able to | Unable | Not possible | Not comfortable | Would
        rather not | Prefers not to | Doesn't do calls | Doesn't take calls | Doesn't do
        informationals | Not taking calls | Overwhelmed | Overloaded | Slammed | Snowed under |
        Super busy | Really busy | Crazy busy | Buried | Stretched thin | Fully booked | No
        bandwidth | Not enough bandwidth | No availability | No capacity | Wouldn't | Won't |
        Unavailable | Not available | Regrets | Sends regrets | Sorry no | Sorry, can't | Thanks but
        no thanks | No can do | Not for me | Not a fit | Wrong person | Against policy | Company
        policy | Not allowed | Turned me down | Shot down | Blew me off | Flat no | Hard no | Polite
        no | Pass | Opted out | Said she can't | Said he couldn't | Didn't want to | Abgesagt | Hat
        abgesagt | Keine Zeit | Kein Interesse | Leider nein | Leider nicht | Lehnt ab | Hat
        abgelehnt | Überlastet | Nein danke | Möchte nicht | Will nicht | Zu beschäftigt | Keine
        Kapazität | Absage | Negativ | Leider keine Zeit | Refusé | A refusé | A dit non | A décliné
        | Pas le temps | Pas intéressé | Débordé | Débordée | Trop occupé | Pas disponible | Non
        merci | Indisponible | Négatif | Surchargée | Ne peut pas | Rechazó | Dijo que no | No puede
        | No pudo | Sin tiempo | No tiene tiempo | Muy ocupado | Muy ocupada | No, gracias | No
        quiso | No quiere | No está disponible | Negativo | Ocupada | Declinó | Recusou | Disse que
        não | Não pode | Sem tempo | Não tem tempo | Muito ocupado | Não quis | Não quer | Não,
        obrigado | Indisponível | Declinou | Ha rifiutato | Rifiutato | Ha detto no | Non può | Non
        ha tempo | Troppo impegnato | Troppo impegnata | No grazie | Non disponibile | Impegnata |
        Non vuole | Ha declinato | Afgewezen | Heeft nee gezegd | Geen tijd | Te druk | Kan niet |
        Wil niet | Nee bedankt | Niet beschikbaar | Helaas niet | Geen interesse | Zegt nee |
        Negatief | Afgezegd
    """,
    "other": """
        Asked me to try again in January | Asked to connect later | Will revert | Ask me again after
        the quarter | ask me again after Easter | circle back in spring | not now, maybe next year |
        Not now | Maybe later | Later | Next month | Next year | Maybe in the fall | Check back in
        June | Check back in a month | Try me again in March | Try again next month | Ping me in May
        | Reach out again in the fall | Reach out after tax season | Reach out in the new year | Get
        back to me in April | Will get back to me | Will get back | Will let me know | She'll get
        back to me | Getting back to me | Would get back to me | Said she'd get back to me | After
        the holidays | After the summer | After busy season | When things calm down | When things
        settle down | Once things calm down | Busy until March | Busy till June | Busy this month |
        Not at the moment | Not this quarter | Not this month | Not at this time | Another time |
        Some other time | Down the road | In the new year | Rain check | Raincheck | Deferred | Put
        off | Put me off | Wants to wait | Asked to wait | Asked me to wait | Asked for more time |
        Thinking about it | Will think about it | Considering | Let me think | Tentative | Possibly
        | Perhaps | Maybe | Undecided | Needs to check | Will check | Checking with boss | Checking
        her calendar | Checking schedule | Has to ask her manager | Referred me to a colleague |
        Forwarded to HR | Passed me to a colleague | Pointed me to someone else | Said to email HR |
        Asked to postpone | Asked me to follow up in June | Asked me to follow up later | Asked me
        to email again in fall | Said try again later | Said later | Said maybe | Revert later |
        Said ask again in May | Talk in September | Hold until spring | Wants to talk in the fall |
        Parked (ask later) | Ask again later | Try later | später nochmal | Später | Später
        vielleicht | Nächstes Jahr | Nächsten Monat | Meldet sich | Meldet sich später | Meldet sich
        wieder | Will sich melden | Nicht jetzt | Im Moment nicht | Gerade nicht | Zurzeit nicht |
        Nach den Ferien | Im Herbst nochmal fragen | Nochmal fragen im Mai | Bitte später nochmal
        melden | Überlegt noch | Überlegt es sich | Noch unsicher | Im Frühjahr wieder | Vielleicht
        später | Erst im Herbst | Vielleicht | Plus tard | Pas maintenant | Peut-être | Peut-être
        plus tard | Recontacter en janvier | Rappeler en mars | Me recontacte | Va me recontacter |
        Me rappelle | Doit me rappeler | L'année prochaine | Le mois prochain | Après les vacances |
        Pas pour le moment | Pas en ce moment | Réfléchit | Va réfléchir | Revenir en septembre | A
        demandé de réessayer plus tard | Demande de rappeler plus tard | Más tarde | Más adelante |
        Ahora no | Quizás | Tal vez | Por ahora no | De momento no | El próximo mes | El año que
        viene | El próximo año | Después de vacaciones | Me pidió escribir en enero | Pidió hablar
        después | Pidió hablar más adelante | Volver a escribir en mayo | Me avisa | Me avisará | Va
        a avisar | Lo va a pensar | Lo está pensando | Luego | Quedó en avisar | Quedó en responder
        | Después | Pediu para falar depois | Mais tarde | Agora não | Depois | Talvez | Talvez
        depois | Pediu para retornar em março | Pediu para chamar depois | Vai retornar | Ficou de
        retornar | Ficou de responder | Vai pensar | Está pensando | Mês que vem | Próximo mês | Ano
        que vem | Depois das férias | No momento não | Por enquanto não | Falar em maio | Tentar de
        novo em junho | Più tardi | Non ora | Non adesso | Forse | Forse più avanti | Più avanti |
        Dopo le ferie | Mi farà sapere | Farà sapere | Il mese prossimo | L'anno prossimo | Per ora
        no | Ci pensa | Deve pensarci | Risentire a gennaio | Risentirsi a settembre | Ha chiesto di
        risentirci | Ricontattare a marzo | Al momento no | Later misschien | Nu niet | Niet nu |
        Misschien | Misschien later | Volgende maand | Volgend jaar | Na de vakantie | Na de zomer |
        Op dit moment niet | Komt erop terug | Komt er op terug | Laat het weten | Denkt erover na |
        Later nog eens | Opnieuw proberen in mei | Vroeg om later terug te komen | Neemt contact op
        | In januari nog eens
    """,
}
CASES = [(" ".join(text.split()), answer) for answer, texts in ANSWERS.items() for text in texts.split("|")]


def answer_of(text, header="Response"):
    column = sheet([[header], [text], ["Accepted"], ["Declined"]]).columns[0]
    return read_responses(column, header).answers[1]


@pytest.mark.parametrize(("text", "answer"), CASES)
def test_an_answer_in_ones_own_words(text, answer):
    assert answer_of(text) == answer


@pytest.mark.parametrize(
    "text",
    [
        "Forwarded resume",
        "LinkedIn",
        "Not sure she got it?",
        "Never met",
        "Works in design",
        "Sent calendar link",
        "Waiting",
        "Left the firm",
        "Knows my old boss",
        "Moved to Lyon in May",
        "Recruiter",
        "She mentioned that the team is small and that they will not be hiring before the summer anyway",
    ],
)
def test_what_is_no_answer(text):
    assert answer_of(text) is None


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("Sure, after the holidays", "yes"),
        ("Swamped, try me in the fall", "other"),
        ("Sorry, can't", "no"),
        ("Would love to but swamped", "no"),
        ("Happy to chat but not this month", "other"),
        ("Happy to chat but by phone", "yes"),
        ("Yes, in the fall", "yes"),
        ("Yes, but after the holidays", "other"),
        ("Hands full", "no"),
        ("Unfortunately not", "no"),
        ("Come back to me in June", "other"),
        ("We'll see", "other"),
        ("Vamos ver", "other"),
        ("Sounds like a plan", "yes"),
    ],
)
def test_several_clauses(text, answer):
    assert answer_of(text) == answer


def test_the_phrases_are_written_right():
    for _, phrases in RULES:
        for phrase in phrases.split(";"):
            assert "=" not in phrase.strip()[1:], phrase
            assert phrase.count("{") == phrase.count("}"), phrase
            assert phrase.strip().strip("=?*"), phrase
