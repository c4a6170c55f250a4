"""Status words of many hands and tongues, and what each proves."""

import pytest

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
    THANKED,
    UNASKED,
    UNRECOGNISED,
    WITHDRAWN,
    YES,
)
from infoviz.schema.answers.statuses import interpret
from infoviz.schema.answers.statuswords import RULES

WORDS = {
    "nothing sent yet": (
        UNASKED,
        """
        Not Contacted; NotContacted; not_contacted; 0 - Not contacted; haven't emailed; hasn't been
        contacted; Not asked; not emailed yet; awaiting outreach; Awaiting first contact; Ready to send;
        ready to reach out; to ask; To Email; to contact in May; people to contact; TO-MESSAGE; plan to
        contact; Outreach planned; outreach pending; intro pending; Backlog; Queued; In Queue; Drafting;
        message drafted; Identified; New; Prospect; Cold lead; Unsent; 1. Research; Noch nicht
        angeschrieben; zu kontaktieren; pas encore contacté; à contacter; à faire; por contactar; da
        contattare; non ancora contattato; nog niet gemaild; te benaderen; a contatar; ainda não contatado;
        未联系; 未送信
        """,
    ),
    "asked": (
        ASKED,
        """
        Contacted; contacted (2026); 1_contacted; 01. Contacted; ✉️ Sent; 📤; SENT ✔; InMail sent; DM'd;
        DMed; Pinged; Reached out via LinkedIn; ReachedOut; reached-out; Email out; Msg sent; message sent
        3/4; invite sent; Connection request sent; Connection accepted; LVM; left vm; Left a message;
        Phoned; Pitched; Queried; asked for intro; requested a call; Call requested; Application submitted;
        applied online; cold emailed; Cold DM; initial message; 1st touch; first email sent; cover letter
        sent; Request sent; wrote to her; Texted; Angeschrieben; Anfrage gesendet; Bewerbung abgeschickt;
        Mail gesendet; angerufen; contactée; candidature envoyée; mail envoyé; Postulé; mensaje enviado;
        solicitada; he aplicado; aplicado; messaggio inviato; inviata; bericht gestuurd; gebeld; mensagem
        enviada; contatado; skickat; kontaktad; sendt; wysłane; 已发送; 送信済み; отправлено
        """,
    ),
    "an ask taken for granted": (
        PRESUMED,
        """
        Awaiting Response; awaiting-reply; Waiting on them; waiting for an answer; Still waiting; Pending;
        pending reply; Reply pending; Response awaited; ⏳; ⌛; In review; Follow up; Follow-up;
        follow_up_1; FollowUp2; Follow up email; F/U; needs follow-up; need to follow up; Follow up next
        week; follow-up due; to nudge; needs a nudge; Nachfassen; warte auf Rückmeldung; ausstehend; en
        attente; à relancer; esperando respuesta; en espera; in attesa di risposta; in afwachting; wacht op
        antwoord; aguardando resposta; väntar på svar; czekam na odpowiedź; 返信待ち; 等待回复
        """,
    ),
    "nudged": (
        NUDGED,
        """
        Followed up; FollowedUp; followed_up; followed-up 2x; Follow-up sent; Follow up #2 sent; 2nd
        follow-up sent; Second email sent; 2nd email; Final email sent; last attempt; 3rd touch; Reminder
        sent; reminded; Bumped 3/12; Nudge sent; Chased; emailed again; messaged twice; Following up;
        re-sent; nachgehakt; Erinnerung gesendet; Relancé; relance envoyée; recordatorio enviado; sollecito
        inviato; herinnering verstuurd; lembrete enviado
        """,
    ),
    "no answer": (
        SILENT,
        """
        No response; no-response; NO_RESPONSE; noresp; NoReply; No reply :(; No reply (yet); didn't respond;
        never answered; hasn't replied; Never heard back; not heard back; no response received; haven't
        gotten a reply; Ghosted; ghosted me; 👻; Radio silence; Crickets; Left on read; Unresponsive; Closed
        (no response); Cold - No Response; closed_no_response; sent, no reply; Rejected - no response; Keine
        Antwort; keine Rückmeldung; pas de réponse; sans réponse; Sin respuesta; no contesta; nessuna
        risposta; geen reactie; sem resposta; inget svar; brak odpowiedzi; 未回复; 返信なし; нет ответа
        """,
    ),
    "bounced": (
        BOUNCED,
        """
        Bounced; Mail returned; bounce; Email bounced; hard bounce; bounced_back; Undeliverable;
        undelivered; wrong email address; Bad email; invalid e-mail; email failed; delivery failure;
        Mailer-Daemon; unzustellbar; rebotado
        """,
    ),
    "answered": (
        RESPONDED,
        """
        Replied; replied!; 3) Replied; Replied ✅; Responded; RESPONDED; wrote back; Got a reply; got back
        to me; Heard back; Reply received; response_received; Interested; very interested; Active
        Conversation; In conversation; in contact; ongoing chat; Need to respond; Owe reply; Cancelled;
        canceled; OA; Take-home test; Geantwortet; Rückmeldung erhalten; hat geantwortet; Antwort erhalten;
        interessiert; im Gespräch; Répondu; intéressée; en discussion; Respondido; ha respondido; contestó;
        Interesado; ha risposto; interessato; gereageerd; antwoord ontvangen; respondeu; interessada;
        svarat; odpisał; 已回复; 返信あり; ответил
        """,
    ),
    "some other answer": (
        OTHER,
        """
        Neutral; Maybe; maybe later; Not right now; not now; Bad timing; Busy until June; circle back later;
        Redirected; Forwarded to colleague; referred me to HR; passed me on; Question; asked a question;
        needs more info; vielleicht; weitergeleitet; peut-être; tal vez; quizás; forse; talvez; misschien
        """,
    ),
    "yes": (
        YES,
        """
        Yes; Replied yes; RSVP yes; Positiv; Contestó que sí; Respondeu sim; Agreed; Accepted; ACCEPTED!!;
        Said yes; Happy to chat; Willing to talk; open to a call; Positive; Positive reply; Offer; Offer
        received; Negotiating; Hired; SIGNED; Won; Converted; Referral secured; Approved; Zugesagt; Zusage;
        Angebot; accepté; acceptée; d'accord; Aceptado; dijo que sí; accettato; akkoord; toegezegd; aceitou;
        aceito; tackat ja
        """,
    ),
    "no": (
        NO,
        """
        No; said no; replied no; Soft no; Negativ; Declined; declined politely; DECLINED 😞; Rejected;
        rejected after review; reeejected; Rejection; Denied; Refused; Turned down; Passed; They passed;
        Pass; Not interested; not-interested; Closed - not interested; No interest; no thanks; No, thank
        you; too busy; can't help; unable to meet; unsuccessful; Not a fit; not a good fit; not selected;
        Not hiring; Unsubscribed; Opted out; Negative response; Absage; abgesagt; kein Interesse; keine
        Zeit; nicht interessiert; Refusé; pas intéressé; pas intéressée; Rechazado; no interesada; no le
        interesa; rifiutato; non interessato; afgewezen; geen interesse; recusou; sem interesse; avslag;
        odmowa; 拒绝; 不採用; отказ
        """,
    ),
    "called off": (
        WITHDRAWN,
        "Withdrawn; Withdrew; I declined; i passed; Declined by me; called it off; zurückgezogen; ritirata",
    ),
    "a date is set": (
        SCHEDULED,
        """
        Scheduled; sched; Call sched; Meeting Sched; mtg booked; Mtg set; meeting-scheduled;
        MEETING_SCHEDULED; Call booked; demo_booked; chat on calendar; Coffee booked for Tuesday; zoom
        arranged; Interview; Phone Screen; Tech screen; Interview Round 1; round 2; Final round; Second
        interview; Partner meeting; First Meeting; Informational Interview; Coffee chat; Coffee Chat
        Scheduled; Confirmed; Rescheduled; postponed; No-show; no show; 📅; 🗓️ scheduled; calendar invite
        sent; responded - scheduled; upcoming call; Termin vereinbart; Gespräch geplant; Termin steht; RDV
        pris; rdv fixé; entretien prévu; Entretien; Reunión agendada; llamada programada; entrevista
        agendada; colloquio fissato; afspraak gemaakt; gesprek gepland; conversa marcada; reunião agendada;
        möte bokat; spotkanie umówione
        """,
    ),
    "met": (
        MET,
        """
        Met; Termin gehabt; MET ✓; met for coffee; Met over Zoom; 5. Met; Spoke; spoke 3/4; Talked; Chatted;
        we talked; Call done; call-done; demo-done; Demo held; CALL_COMPLETED; Completed; ✅ Completed;
        Coffee done; Had coffee; had a great call; Interview done; interview completed; Informational done;
        Interviewed; mtg held; meeting happened; Chat finished; follow-up call done; Debriefed; Caught up;
        Conversation; Gespräch geführt; Telefonat geführt; gesprochen; getroffen; telefoniert; Kaffee
        getrunken - erledigt; RDV fait; entretien passé; appel fait; rencontré; Llamada hecha; reunión
        realizada; hablado; Entrevista realizada; incontrato; chiamata fatta; colloquio fatto; gesproken;
        gesprek gehad; conversa feita; reunião realizada; pratat; 面談済み; 已见面
        """,
    ),
    "thanked": (
        THANKED,
        """
        Thanked; Thank-you sent; thank you note sent; TY sent; ty_sent; thx sent; Met & thanked; sent thank
        you; bedankt; remerciée; agradecido; ringraziato
        """,
    ),
    "where it stands, and no more": (
        NOTHING,
        """
        Open; Closed; Dead end; Duplicate; Keep warm; Reconnect in Q2; On hold; Paused; Dormant; Inactive;
        In progress; in_progress; stale; archived; Lost; Warm; schedule call; to schedule; not scheduled
        yet; call not scheduled; not completed any call; Nurture; keep in touch; offen; en cours; en curso
        """,
    ),
    "not understood": (
        UNRECOGNISED,
        """
        High; told me to apply; A-list; Priority 1; Recruiter; Design; Not accepted; never met; met online
        at PyCon; Met at work; spoke at a conference; via LinkedIn; Alumni; LinkedIn; Email; blocked;
        referral; waiting for visa; Referred?; Met?; none; unknown; TBD; Ana; 42; Zoom; call; demo; Remote;
        yes/no; n/a
        """,
    ),
}
CASES = [
    (" ".join(word.split()), meaning)
    for meaning, words in WORDS.values()
    for word in words.split(";")
    if word.strip()
]


@pytest.mark.parametrize(("word", "meaning"), CASES)
def test_what_a_word_proves(word, meaning):
    assert interpret(word) == meaning


def test_the_rules_are_written_right():
    for _, phrases in RULES:
        for phrase in phrases.split(";"):
            assert "=" not in phrase.strip()[1:], phrase
            assert phrase.count("{") == phrase.count("}"), phrase
            assert phrase.strip().strip("=?*"), phrases
