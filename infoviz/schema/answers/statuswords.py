"""The vocabulary of status words: in the order in which the rules are tried, what each proves."""

from infoviz.schema.answers.meanings import (
    ASKED,
    BOUNCED,
    MET,
    NO,
    NOTHING,
    NUDGED,
    ONLY_THANKED,
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
    Meaning,
)

# What a sign says where it stands alone.
SIGNS = {
    **dict.fromkeys("👻🦗", SILENT),
    **dict.fromkeys("⏳⌛", PRESUMED),
    **dict.fromkeys("📅🗓📆", SCHEDULED),
    **dict.fromkeys("📤📨📧✉", ASKED),
}

# What a rule means and its phrases, in the order in which the rules are tried. A rule is void where a negation stands
# beside its words ("not accepted").
RULES: tuple[tuple[Meaning, str], ...] = (
    # silence
    (
        SILENT,
        """
        {not} {so_far}? {so_far}? {so_far}? {answer}; no word; no news; nothing back|heard|yet; ignored me?;
        =ghost; ghost/ed/ing; suspected ghost job?; unresponsive; =silence; silent; crickets; left on read|seen;
        on read; unanswered; radio silence; =still nothing *?; =nada; zilch; tumbleweed/s; timed out;
        mia; no pickup; no pick up; didnt|never pick|picked up; nichts|nix *? *? gehort; =funkstille;
        =bisher|noch nichts; =noch|bisher keine; =schweigen; keine antwort|ruckmeldung|reaktion|nachricht; nicht
        geantwortet|gemeldet|erreicht; ohne antwort|ruckmeldung; pas|sans|aucune de? reponse|retour|nouvelles;
        pas repondu; =silence radio; rien recu|entendu; =toujours|encore rien; sin|ninguna
        respuesta|noticias; no responde; no respondio; no ha respondido; no contesta; no contesto; =silencio *?;
        =nada aun|todavia; aun|todavia nada; nessuna|senza risposta; non ha risposto; =silenzio *?; =silenzio
        radio; nessuna notizia; =ancora niente|nulla; =niente ancora|finora; mai risposto; non ho|abbiamo
        sentito|ricevuto niente|nulla?; geen antwoord|reactie|gehoor|bericht; niet gereageerd|geantwoord;
        niets|niks meer? gehoord|vernomen; =nog niets|niks gehoord?; wacht nog *?; =stil/te; radiostilte; sem
        resposta|retorno|noticias; =ainda nada; =nada ainda; =silencio; nao respondeu;
        inget|utan|intet|ingen|ikke svar; brak odpowiedzi; 未回复; 无回复; 没有回复; 返信なし; 未返信; 返事なし;
        無視; нет ответа; без ответа; не ответил/а//и; none|nothing yet|so; yanit|cevap|donus yok; yanit
        vermedi; bez odpowiedzi; nie odpisał//a; nie odpowiedział//a; uten svar; ikke svart; немає відповіді;
        nincs válasz; fără răspuns; belum dibalas|dijawab; ei vastausta; bez odpovedi; neodpovedel//a; 没回;
        没回复; 未回覆; 無回應; 没有回音; 返答なし; 音沙汰なし; 답장 없음; 무응답; 응답 없음; 회신 없음
        """,
    ),
    # an automatic answer is none
    (
        ASKED,
        """
        out of the? office; ooo; auto|automatic reply|response|replied; autoreply; autoresponse;
        autoresponder; abwesend; abwesenheitsnotiz; =on vacation|holiday|leave; urlaub
        """,
    ),
    # the message never arrived
    (
        BOUNCED,
        """
        bounc/e/ed/es/ing back?; undeliver/able/ed; not delivered; npai;
        mail|email|nachricht|message|brief|letter kam|came|ging zuruck|back; =fejl;
        wrong|bad|invalid|dead|incorrect|old email|address|number address?; {mail} returned;
        deliver|delivery fail/ed/ure; failed delivery; hard|soft bounce; email|address|message
        bounced|failed|invalid|wrong; email|address|message not found|delivered; email|address does not
        exist; email|address doesnt exist; no such user|address; returned to sender; mailer daemon;
        unzustellbar; nicht zustellbar; rebotad/o/a; adresse invalide; mail|email erronee; studsade;
        onbestelbaar; zwrot; zwrotka; zwrocon/y/a/e; respint/o/a; devuelt/o/a; devolvid/o/a; inexistente;
        teruggekomen; nicht zugestellt; geri döndü|geldi; palautui; vratil se; недоставлено; не
        доставлено; 退信; 宛先不明; 반송
        """,
    ),
    # I called it off
    (
        WITHDRAWN,
        """
        withdr/awn/ew/aw; cancelled|canceled|declined|rejected|dropped|passed {by_me}; called off by me; i
        cancelled|canceled|declined|withdrew|passed|rejected|dropped; i said no; called it? off; turned
        them|it down; zuruckgezogen; retirad/o/a por mi; abandonne/; desist/i/io; ritirat/o/a; ingetrokken
        """,
    ),
    # whose interest is gone, the word does not tell
    (NOTHING, "no longer interested; do not contact"),
    # an offer refused was an offer made
    (
        YES,
        """
        offer declined|rejected|refused; declined|rejected|refused the|their|an? offer; turned down
        the|their|an? offer; tackat ja; sagt ja
        """,
    ),
    # a refusal in so many words
    (
        NO,
        """
        declin/ed/es/e; reject/ed/s/ion/ions; refus/ed/al; denied; denial; turned me? down; not interested; no
        interest; uninterested; no thanks; too|very|so busy; =busy; =negative; unfavorable; unfavourable;
        negative response|reply|answer; negatively; said|says|responded|replied|answered|answer no;
        soft|hard|firm|polite no; negativ; fully booked; nee bedankt|dank; nein danke; =passed; =pass; =hard
        pass; =they passed; =passed on|over me|us?; =currently? unavailable; =currently? not available; not a?
        good|right|the? fit|match; no fit; poor|bad fit; not moving forward; not|no going ahead|forward; not
        selected|proceeding; not chosen; not hiring; no longer hiring|available; unsuccessful; unsubscribed;
        opted out; regret; =no; =nope; cant|cannot|wont help|meet|talk|chat|speak|do; cant|cannot|wont make
        it; can not help|meet|talk|chat|speak; unable to help|meet|talk|chat|speak; not able to
        help|meet|talk|chat|speak; not|un willing; unwilling; no current need; no need; no capacity; no time;
        not a priority; absage; abgelehnt; abgesagt; abgewiesen; kein|keine interesse|zeit; nicht
        interessiert; ablehnung; refuse//e/s; refus; pas interesse//e; pas dispo; pas disponible; decline//e;
        negatif; negative; non interesse//e; rechazad/o/a; rechazo; rechaza; no interesad/o/a; no le interesa;
        declinad/o/a; negativ/o/a; rifiutat/o/a; rifiuto; non interessat/o/a; scartat/o/a; afgewezen;
        afgekeurd; geen interesse; niet geinteresseerd; recusad/o/a; rejeitad/o/a; sem interesse; nao
        interessad/o/a; recusou; avbojt; nej tack; inte intresserad; avslag; ikke interesseret|interessert;
        odmowa; odrzucon/y/a/e; отказ; 拒绝; 已拒绝; 不採用; お断り; 辞退; 거절; 거절됨; odmówił//a;
        odrzucił//a; reddetti; reddedildi; red; olumsuz; kieltäytyi; odmítl//a; отказал//а/ся; отказалась;
        婉拒; 谢绝; 謝絕; お断り; 断られた; 不可; kan ikke; kan inte
        """,
    ),
    (
        OTHER,
        """
        busy|unavailable right? now; busy|unavailable until|till; not available now|until|till; not right? now;
        now is not a? good? time; maybe later; not at this time; bad timing; check|ask|try|circle back|again?
        later; check|circle back; redirected; passed|forwarded|referred|redirected|directed|sent me|us? on|to;
        passed|forwarded|referred|redirected me|us; =forwarded; neutral; mixed; lukewarm; =maybe; noncommittal;
        undecided; on the fence; =question|questions; has|had|with a|some? question|questions; asked a?
        question|questions; asked who|why|what|how *; asked for my|a|the? cv|resume|portfolio|agenda|questions;
        needs more|some? info|information|time|details; wants|asked|asks more|for more?
        info|information|details; asked for more? info|information|details; =for later;
        call|ping|write|email|talk|chat in *; not sure; =unsure; weitergeleitet; an *? *?
        weiter|verwiesen|weiterverwiesen; vielleicht; evtl|eventuell spater?; peut etre; said|says maybe;
        ask|try|write|contact|call|reconnect again|back in|after|next *; reconnect|recontact in|after|next *;
        asked|asks|wants|prefers|suggested|said|told me? to
        reconnect|recontact|wait|postpone|write|ask|try|check|retry; asked|asks|wants|prefers|suggested me? to
        connect|talk|speak|meet|chat|call|followup|email|write|touchbase *? later|again|another; asked for more?
        time; asked|asks me to followup; will|would|shell|hell|theyll let me|us know;
        will|would|shell|hell|theyll get|come|circle back to me|us; will revert; getting|get back to me; not at
        the moment; not for now; later in *; może później; moze później?; belki; daha sonra; kanskje; ehkä;
        možná; можливо; пізніше; talán; poate; mungkin; позже; может быть; возможно; 再说; 以后; 考虑中; 考慮中;
        保留; 検討中; 나중에; 보류; a recontacter|rappeler plus? tard?; richiamare|risentire|ricontattare;
        ligar|voltar|retornar|contatar depois; later terugkomen; volver|llamar a? contactar|llamar?
        en|despues|tarde; quiza; quizas; tal vez; forse; talvez; misschien; kanske; maske; plus tard; a voir;
        mas tarde; mas adelante
        """,
    ),
    # thanks owed
    (
        MET,
        """
        need|have|send|should|must|will|owe|to to? send|say|write? a|the? thanks {mail}?; thanks {mail}?
        due|pending|todo|needed|owed|overdue|outstanding; thanks {mail}? to send|do|write; thanks {mail}? not
        sent; not yet? thanked yet?; to thank; danken; remercier; agradecer
        """,
    ),
    # nothing sent yet
    (
        UNASKED,
        """
        {not} yet? been? {written}; to|will|should be {written}; noch|nog nicht|niet {written}; not|no yet
        {written}; pas encore {written}; todavia|aun no {written}; ainda nao {written}; non ancora {written};
        =to {write}|research|do *? *? *?; =still|email|message|people|person|someone to {write};
        need|needs|have|going|plan|planning|want|ready|waiting|wants to {write}; todo; not yet? started;
        unstarted; unsent; uncontacted; unasked; notcontacted; research/ing/ed; =research; draft//ed/ing; {mail}
        drafted; wishlist//ed; backlog; queue//d; =planned; =not yet;
        =idea|ideas|identified|saved|bookmarked|target|targeted|someday|ready|lead|prospect|potential|new|untouched|tailored|generated|sourced|shortlisted|considering;
        =new contact|entry|person|candidate; =next; new|cold|warm|hot lead; no contact yet|made?; scheduled
        outreach|email|message; waiting|awaiting|pending|planned|planning|preparing|before|ready for|to|my?
        {first}; waiting|awaiting|pending|preparing send|sending|contact; {first}
        pending|planned|due|needed|scheduled|queued|draft|drafted|ready|todo; {first} to send|do; =geplant; zu
        kontaktieren; anschreiben; zu schreiben; offen kontaktieren; nicht begonnen; vorgemerkt; noch nicht;
        a|pour contacter|envoyer|relire; a faire; pas encore; por contactar|enviar|hacer; pendiente de
        contactar|enviar; da contattare|inviare|scrivere|fare; te benaderen|mailen|contacteren; nog te doen; nog
        mailen; a contatar|enviar|fazer; att kontakta; skal kontaktes; do kontaktu; не начато; 未联系; 未発送;
        未連絡; 未送信; 待联系; do napisania; iletişim kurulacak; aranacak; yazılacak; ota yhteyttä; oslovit;
        未联络; 待聯繫; 연락 전; 연락 예정; не связывались; написать
        """,
    ),
    (
        NUDGED,
        """
        sent a|the|another? {nth}|followup|reminder|nudge {mail}?; followedup twice|again|once|with|by?
        them|email|phone?; followup {mail}? sent|done|made|emailed|complete|completed|gesendet|envoye|enviado;
        1st|first|{nth} followup sent|done?; followingup; completed followup; sent? followup {mail} sent; did
        followup
        """,
    ),
    # they met, and a step after it is planned
    (MET, "followup? {talk} {held}"),
    # a next step takes the one before it for granted
    (
        PRESUMED,
        """
        to|need|needs|should|must|will|due|needed|requires? to|a|for? followup {mail}? {due}?;
        =follow|followed; needs|due a? nudge|nudging|reminder|bump|chasing; to nudge|remind|bump|chase;
        nachfassen; nachhaken; zu? erinnern; relancer; a relancer; relance a faire; hacer seguimiento;
        seguimiento; da sollecitare; opvolgen; uppfoljning; folge opp; fazer followup; chase up
        """,
    ),
    # planned steps prove nothing about the one before
    (
        NOTHING,
        """
        to|not|will|need|needs to? be|yet? schedule//d; needs scheduling; schedule a|the? {talk};
        book|arrange|set|plan a|the? {talk}; =to meet|book|call|talk; not yet? met|done|complete|completed yet?;
        havent met yet?; incomplete; {talk} not yet? {held}|{booked}; {talk} not yet; {talk} {held}|{booked}
        not;
        =open|active|inactive|closed|dormant|paused|stale|archived|later|lost|parked|inaktiv|aktiv|geschlossen|ouvert|ferme|abierto|cerrado|aperto|chiuso;
        =wiedervorlage; a relancer plus tard; on hold; in progress; =in process; =wip; =warm|cold|hot contact?;
        keep|stay|staying|keeping in touch; revisit; offen; en cours; en curso; in corso; em andamento; in
        bearbeitung; nurture; nurturing; =dead|archive|duplicate; dead end; keep warm; =reconnect *? *?; =closed
        lost; =deprioritized|deprioritised|skip|skipped|ignore; =w toku; =devam ediyor; =进行中; =進行中; =进行;
        =진행중; =kesken; =в работе; =probiha
        """,
    ),
    (
        THANKED,
        """
        thanked; thanks {mail}? sent|done|emailed|mailed|written|delivered|posted|gesendet;
        sent|wrote|emailed|mailed a|the|my? *? thanks {mail}?; gedankt; bedankt; remercie//e; merci envoye;
        agradecid/o/a; gracias enviadas; ringraziat/o/a; agradeci; tackat; takket; danke gesendet
        """,
    ),
    (ONLY_THANKED, "thanks {mail}?"),
    (SCHEDULED, "noshow//ed/s; nicht erschienen; no se presento; pas venu//e"),
    # the first message, where a word for "done" follows what was done
    (
        ASKED,
        """
        {first} email|message? sent|made|done|complete|completed|submitted|out; completed|submitted the|my|an?
        application; ={mail} done|complete|completed; appl/ied/ication
        sent|submitted|complete|completed|in|viewed|received?; connection|invite|invitation|request accepted;
        connection request accepted; accepted my|the? connection|invite|invitation|linkedin request?;
        asked|requested for? a|an|the? {talk}; {talk}
        requested|angefragt|demande|demandee|solicitada|richiesto|proposed|offered; requested *? {talk};
        request/ed for {talk}; intro|introduction requested|asked|sent
        """,
    ),
    # somebody whom I know from elsewhere
    (
        UNRECOGNISED,
        """
        met in person|inperson at|through|via|by|during|when; met at|through|by|during|when|online; met via
        linkedin|twitter|email|slack|alumni; met in|on *; spoke at; met us
        """,
    ),
    (
        MET,
        """
        met; met on|via zoom|teams|phone|skype|video; met in person; met inperson; had a|an|the|our|my? *?
        {talk}; spoke//n; talked; chatted; interviewed; conducted; =all? complete//d|done|finished|held
        inperson|online|virtually|on|already|by? phone|zoom?; completed|finished|did|held|attended|took
        a|an|the|our|my? *? {talk}; {talk} *? *? {held}; {talk} {talk} {held}; debriefed; post
        interview|call|meeting|chat; had coffee; caught up; =conversation|conversations; conversation had; we
        met|talked|spoke; =attended; =showed up; =analyzed|analysed|synthesized|transcribed; =written up;
        phone screened; =demoed; getroffen; gesprochen; gefuhrt; erledigt; abgeschlossen; kennengelernt;
        telefoniert; rencontre//e; vu//e; parle//e avec?; echange fait; termine//e; completad/o/a;
        realizad/o/a; reunid/o/a; hablado; hablamos; entrevistad/o/a; conversado; incontrat/o/a; parlato;
        sentit/o/a; completat/o/a; gesproken; ontmoet; afgerond; concluid/o/a; conversei; falei;
        traffat|traffad|traffade; pratat; moddes; modt; snakket; spotkaliśmy; spotkałem; spotkałam; 已面谈;
        已见面; spotkanie odbyte; rozmowa odbyta; porozmawialiśmy; görüşüldü; görüştük; konuştuk; tavattu;
        sešli jsme se; созвонились; 已面談; 已通话; 已聊; 已訪談; 面会済み; 訪問済み; 미팅 완료; 커피챗 완료;
        만남; 만났음; 面談済み; 面談済; 完了; 면담 완료; встретились; поговорили; встреча прошла;
        =已完成|完成|已结束|已結束|완료|实施|聊过
        """,
    ),
    # they came to it and it fell through; who called it off the word does not tell
    (
        RESPONDED,
        "cancel/ed/led/lation; cancelad/o/a; annule//e; abgebrochen; annullat/o/a; geannuleerd; installt; cancelou",
    ),
    (
        SCHEDULED,
        """
        scheduled; rescheduled; reschedule; rescheduling; booked; confirmed; postponed; stood me up;
        date|time is? {booked}; {talk} is|was? *? {booked}; {booked} a|an|the? {talk}; setup a|an? {talk};
        set up a|an? {talk}; sent? calendar invite sent?; calendar invite; on the|my? calendar; interviewing;
        interview|meeting invite//d; meeting request accepted; ={kind}? {kind}? {stage}; ={stage} {stage};
        ={kind} {talk}; ={kind}? {stage} stage|phase|process; =invited to interview; =interview loop;
        terminiert; vereinbart; =termin|gesprach; termin steht|gebucht; verschoben; rdv; programad/o/a;
        agendad/o/a; confirmad/o/a; fissat/o/a; ingepland; afspraak; marcad/o/a; planifie//e; confirme//e;
        bestatigt; confermat/o/a; bevestigd; bokad|bokat|inbokad; avtalt; umowion/y/a/e; umówion/y/a/e;
        planlandı; ayarlandı; sovittu; domluveno; договорились; 已約; 已安排; 日程確定; 約束済み; 예정;
        약속됨; 已约; 已预约; 調整済み; 日程調整済み; 日程調整中; 일정 확정; назначен/о/а; запланировано
        """,
    ),
    (
        YES,
        """
        accept/ed/s; got a? yes; agreed; soft|verbal|tentative|conditional|probable yes; =positive; positive
        response|reply|answer|feedback; positively; said|says|responded|replied|answered|rsvp yes;
        =affirmative; invited me to? {talk}; sent|gave|offered me a|an|her|his|their|some|the? *?
        calendly|calendar|times|availability|slots; positiv|positif|positivo; ok pour; respondeu sim;
        contesto|dijo que si; =yes; willing; wants|keen|eager to chat|talk|meet|connect|speak;
        happy|glad|open|ready to a|the? chat|talk|help|meet|connect|call|speak; open to
        chatting|talking|meeting; scheduling; =offer; offer received|extended|accepted|made; hired;
        =won|signed|converted|onboarded|donated|pledged|joined|enrolled|subscribed; =closed won; got|received
        an? offer; negotiat/ing/ion/ions; referral secured|received|given|made|obtained|submitted;
        gave|offered|made me? a? referral; =placed|granted; =approved; green light; zugesagt; zusage;
        =angebot; angebot erhalten; accepte//e; offre recue; daccord; d accord; oui; aceptad/o/a; acepto;
        oferta recibida; dijo que si; accettat/o/a; ha accettato; offerta ricevuta; geaccepteerd; toegezegd;
        akkoord; aceit/o/a; aceitou; topou; accepterat; godkant; sagt ja; sagte zu; zgodził//a; 同意; 承諾;
        已接受; 수락; 수락됨; согласен; согласна; согласил/ся/ась; zgodził się; zgodziła się; kabul; kabul
        etti; olumlu; suostui; souhlasil//a; 愿意; 願意; 接受; 可以; 快諾; 了承; 可; 좋음; 가능;
        akceptował//a; potwierdził//a; disponible/s; disponibil/e/i; disponivel; beschikbaar; verfugbar;
        bereit
        """,
    ),
    (
        PRESUMED,
        """
        =still? waiting|awaiting|awaits for|on|to? an|their|his|her|your|a|hear? {reply}?;
        reply|response|answer|feedback|decision pending|awaited|outstanding;
        =invite|request|invitation|connection? pending; pending reply|response|answer|decision|acceptance;
        under|in review; =awaiting|waiting for|on? acceptance|accept; en attente; attente de? reponse|retour;
        warte//n/t auf? antwort|ruckmeldung?; ausstehend; en espera; esperando respuesta?; pendiente de?
        respuesta?; in attesa di? risposta?; in afwachting; afwachten; =wachten *?; abwarten; =wartet; =in
        wartestellung; em espera; =espera; da attendere; aspetto risposta?; wacht op? antwoord|reactie?;
        aguardando resposta|retorno?; vantar pa? svar?; venter pa? svar?; afventer; czekam na? odpowiedz?;
        等待回复; 待回复; 返信待ち; 返事待ち; 답장 대기; 대기중; жду ответа; ожидание ответа; ball in their
        court
        """,
    ),
    (
        NUDGED,
        """
        bump//ed/ing sent?; nudg/ed/e/ing sent?; remind/ed/er {mail}? sent?; chased; chasing; {nth} sent;
        {nth} {mail}|attempt|outreach|touch|followup|nudge|reminder|request|contact sent?; resent; sent
        again|twice; pinged|emailed|messaged|contacted|asked|called|wrote|texted again|twice; nachgefasst;
        nachgehakt; erinnert; erinnerung gesendet|gesendet; relance//e; relance envoyee|faite; recordatorio
        enviado; recordad/o/a; insistido; sollecitat/o/a; sollecito inviato; herinnerd; herinnering
        gestuurd|verstuurd; lembrete enviado; lembrad/o/a; paminnelse skickad; pamind; rykket; przypomnienie
        wysłane; 已跟进; 催促済み
        """,
    ),
    (
        RESPONDED,
        """
        replied; replies; replying; responded; responding; answered; heard back; response|reply|answer
        received|in|came|back; got|received|have a|an|their? reply|response|answer; =response|reply|answer;
        in|having active|ongoing|a|the?
        conversation|conversations|contact|talks|discussion|discussions|dialogue|communication|correspondence|touch;
        ongoing|active|continuing|started conversation|dialogue|chat|discussion|thread?; conversation
        ongoing|started|active|open; ongoing; conversing; chatting; talking; discussing; corresponding;
        engaged; =very|quite? interested; =screened; =somewhat|mildly|possibly interested;
        showed|shows|expressed|has interest; wrote|emailed|got|called|messaged|came back; got back to me;
        need|needs|have? to reply|respond|answer; reply|response|answer needed|due|owed; owe a|them? reply;
        replied to; assessment received|completed|done|sent; =assessment|oa; =take home; take home
        test|task|assignment; coding challenge; =connected and replied; hat geantwortet; ruckmeldung
        erhalten|da; geantwortet; antwort erhalten|da; im gesprach|austausch|kontakt; zuruckgeschrieben;
        gemeldet; interessiert; repondu//e/s; a repondu; reponse recue; en discussion|contact; interesse//e/s;
        respondid/o/a; respondio; ha respondido; contesto; contestad/o/a; respuesta recibida; en
        conversacion|contacto; interesad/o/a; le interesa; rispost/o/a; ha risposto; risposta ricevuta; in
        contatto|conversazione; interessat/o/a; beantwoord; geantwoord; gereageerd; antwoord|reactie
        ontvangen; in gesprek; geinteresseerd; respondeu; retornou; resposta recebida; em contato|conversa;
        interessad/o/a; svarat; svarade; har svarat; svarte; svaret; intresserad; interesseret; interessert;
        odpowiedział//a; odpisał//a; zainteresowan/y/a; yanıtladı; yanıt verdi; cevapladı; cevap verdi; döndü;
        vastasi; odpověděl//a; відповів; відповіла; 已回覆; 已回信; 回信; 返答あり; 返信有; 답장 옴; 답장함;
        응답함; 已回复; 回复; 有回复; 返信あり; 返事あり; 返信済み; 회신; 답장 받음; 답장받음; ответил//а/и;
        ответ получен
        """,
    ),
    (
        ASKED,
        """
        sent; emailed; mailed; messaged; texted; {mail} sent|out|gone; sent an|the|a|my? *? {mail};
        contacted; reached out; reachout; reaching out; outreach sent|done?; initial outreach; requested;
        connection? request//ed sent?; invited; introduced by? email?; asked; approached; called; phoned;
        rang; dialed; left a? voicemail|message; voicemail; wrote; attempted contact?; made contact;
        =initial|first|1st contact|outreach|touch|{mail}; inmailed; pinged; pitched; queried; =query|pitch
        sent; connected; submitted; initiated; cold email|emailed|call|called|dm|message;
        =delivered|opened|seen|read|viewed; opened email|message; =email|message
        opened|read|seen|delivered|viewed; angeschrieben; kontaktiert; gesendet; angefragt; beworben;
        verschickt; abgeschickt; gesandt; geschrieben; angerufen; bewerbung raus; anfrage gestellt;
        contacte//e/s; envoye//e/s; postule/; sollicite//e; ecrit; mail parti; demande envoyee; candidature
        envoyee; candidate; contactad/o/a; enviad/o/a/os/as; solicitad/o/a; escrit/o/a; aplicad/o/a; aplique;
        postulad/o/a; contattat/o/a; inviat/o/a; scritt/o/a; candidatura inviata; gecontacteerd; benaderd;
        verzonden; gestuurd; gevraagd; gebeld; aangeschreven; gemaild; verstuurd; gesolliciteerd;
        contatad/o/a; enviei; escrevi; solicitei; candidatei; kontaktad|kontaktat|kontaktet|kontakted;
        skickat|skickad|sendt; sökt; søkt; søgt; søknad|ansökan sendt|skickad; wysłan/o/e/y/a;
        skontaktowan/o/y/a; zaaplikowano; 已联系; 已发送; 已发; 已投递; 送信済み; 送信済; 連絡済み; 依頼済み;
        応募済み; 연락함; 발송; 지원 완료; 지원완료; отправлен/о/а; написал//а; связались; napisał//a/no;
        napisano; skontaktowano; wysłano maila|wiadomość|zapytanie; gönderildi; yazıldı; mail atıldı; mesaj
        gönderildi; iletişime geçildi; arandı; lähetetty; osloven//a/o; odesláno; 已發送; 已聯絡; 已聯繫;
        已联络; 연락 완료; 메일 보냄; 보냄
        """,
    ),
)
