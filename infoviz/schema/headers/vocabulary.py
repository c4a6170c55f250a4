"""The words people put above their columns, in the languages we know them in.

Words stand here as :func:`infoviz.schema.headers.meaning.words` leaves them, accents aside: small letters, "e-mail" as
``email``, "follow-up" as ``followup``. :mod:`infoviz.schema.headers.patterns` puts them together.
"""

from typing import Final

from infoviz.schema.headers.tongues import TONGUES

# Words that may stand for each other in a pattern, where it says ``{date}``, ``{sent}`` and so on.
_SETS: Final[dict[str, str]] = {
    "date": """
        date dates day when dt dtg datetime datum dato fecha data jour dag tag timestamp time zeitpunkt
        termin дата 日期 日付
    """,
    "sent": """
        sent emailed messaged contacted reachedout asked requested invited approached pinged dmed
        mailed wrote written inmailed inquired enquired recruited texted pitched dropped
        angeschrieben kontaktiert gesendet angefragt verschickt geschickt contacte contactee envoye
        envoyee sollicite contactado contactada enviado enviada contattato contattata inviato
        inviata contatado contatada benaderd verstuurd verzonden gecontacteerd aangeschreven
        kontaktad skickat kontaktet sendt skontaktowano wyslano отправлено написал написала gestuurd
        enviei mandei escrevi mandado dmd versendet submitted contactei escribi
        envie ecrit scritto mandato imd
    """,
    "ask": """
        outreach ask request email message msg mail inmail contact invite invitation note letter
        approach dm introemail pitch reachout inquiry enquiry anfrage erstkontakt kontakt
        kontaktaufnahme ansprache nachricht contacto solicitud mensaje correo demande envoi
        prisedecontact contatto richiesta invio contato envio benadering verzoek bericht forfragan
        henvendelse kontaktu обращения запроса запрос контакта письма versand mailtje mailtjes
        mensagem mensagens bewerbung candidature メッセージ
    """,
    "first": """
        first initial 1st 1e 1er 1ere 1o 1a intro introductory original cold premier premiere primer primera
        primeiro primo prima erste erster erstes eerste forsta первый первого
    """,
    "again": """
        second 2nd 2 2e 2eme 2o 2a 3e 3eme 3o 3a troisieme tercer tercero terceiro terzo derde dritte third 3rd
        3 another final last again zweite zweiter deuxieme segundo secondo tweede
    """,
    "later": """
        second 2nd 2 two 2e 2eme 2o 2a deuxieme segundo secondo tweede zweite third 3rd 3 three 3e 3eme 3o 3a
        troisieme tercer tercero terceiro terzo derde dritte fourth 4th 4 fifth 5th 5
    """,
    "nudge": """
        nudge nudges bump chaser reminder followup followups nachfassen relance recordatorio
        erinnerung sollecito herinnering paminnelse
    """,
    "nudged": """
        nudged bumped chased reminded followedup nachgefasst nachgehakt relance relancee erinnert
        herinnerd resent remailed repinged sollecitato recordado
    """,
    "replied": """
        replied responded answered heardback wroteback responds geantwortet beantwortet repondu
        respondido respondio contesto contestado risposto respondeu beantwoord geantwoord gereageerd
        svarat svarade svart odpowiedzial ответил ответила ответили retornou gotback resp contestou
        antwortete reageerde
    """,
    "reply": """
        reply response answer replies responses antwort ruckmeldung reaktion reponse respuesta
        risposta resposta antwoord reactie svar odpowiedz ответ ответа 回复 返信 回答 답장 응답 reaction
        reaccion reazione resp disposition retorno
    """,
    "scheduled": """
        scheduled booked arranged setup geplant vereinbart planifie prevu programado programada
        agendado agendada fissato fissata gepland ingepland bokat planned confirmed set
        запланировано marcado marcada sched scheduling
    """,
    "meet": """
        interview interviews meeting call chat coffee conversation coffeechat infointerview talk
        zoom videocall phonecall catchup lunch gesprach treffen interviewtermin entretien rencontre
        rendezvous rdv entrevista reunion cafe charla llamada colloquio incontro reuniao conversa
        gesprek afspraak kaffee mote samtal spotkanie rozmowa visit informational session convo
        discussion telefonat встреча встречи разговор интервью 面谈 面談 vorstellungsgesprach
        bewerbungsgesprach vorstellungstermin koffie koffietje demo mtg meetup appel
        cafezinho encontro demos oneonone 1on1 facetime skype hangout webex
    """,
    "met": """
        met spoke spoken talked chatted interviewed held completed happened called getroffen
        gesprochen gefuhrt rencontre rencontree realizada realizado hecha hablado incontrato fatto
        gesproken ontmoet stattgefunden done conducted took occurred completion had phoned zoomd
        demod demoed zoomed skyped gedronken asistio attended conversamos falamos hablamos parlato
        facetimed
    """,
    "thank": """
        thank thanked thanks thankyou ty tyn danke bedankt gedankt dank dankesmail dankschreiben
        dankeschon remercie remercies merci remerciement remerciements gracias agradecido
        agradecimiento grazie ringraziato ringraziamento ringraziamenti obrigado agradecimento
        bedankje bedankbrief tack tackat takk благодарность спасибо 感谢 感谢信 お礼 agradeci gratitude
        agradecer ringraziai remercier grateful appreciation appreciated
    """,
    "next": """
        next upcoming nachste nachster nachstes nachsten prochain prochaine proximo proxima prossimo
        prossima volgende volgend nasta следующий следующая 下次
    """,
    "action": """
        action step contact touch touchpoint followup followups reminder checkin move todo task
        outreach reachout schritt kontakt etape relance contacto seguimiento paso azione passo
        contato stap contactmoment aktion actie suivi контакт шаг
    """,
    "last": """
        last latest recent letzter letzte letztes dernier derniere ultimo ultima laatste laatst
        senaste siste ostatni zuletzt последний последнего
    """,
    "touch": """
        contact contacted touch touchpoint interaction spoke spoken talked connected reachedout
        conversation communication messaged emailed email message meeting call activity checkin
        touched contactpoint kontakt kontaktiert contacto contatto contato echange interaccion
        catchup catchups reachout outreach engagement correspondence chat contactmoment gesprach
        gesprochen gesproken talk met seen heard aktivitat контакт контакта interacted reached
    """,
    "person": """
        contact person interviewee connection lead alum alumnus alumni target prospect professional
        informant expert kontaktperson ansprechpartner ansprechperson contactpersoon kontakt
        contacto contatto contato persona pessoa personne interlocuteur mentor people individual
        somebody networker recruiter participant employee guest speaker recipient pi poc candidate
    """,
    "org": """
        company organization employer firm affiliation institution agency org
        workplace unternehmen firma arbeitgeber organisation entreprise societe employeur organisme
        structure empresa organizacion compania azienda ente societa organizzazione organizacao
        bedrijf organisatie werkgever foretag bolag virksomhed bedrift companies orgs business
        studio lab nonprofit yritys corp bank hospital practice employers firms instytucja компания negocio
        организация фирма 公司 会社 会社名 회사 单位 所属
    """,
    "title": """
        title role position occupation profession designation jobtitle rolle funktion
        berufsbezeichnung stelle beruf poste fonction metier titre intitule cargo puesto rol ruolo
        posizione mansione funcao functie functietitel befattning titel roll stilling stanowisko
        должность 职位 役職 직책 职务 ttl jobbezeichnung stellenbezeichnung positionsbezeichnung
        stellentitel jobtitel vacature
    """,
    "name": "name names nom nombre nome naam namn navn imie nimi имя фио 姓名 名前 お名前 氏名 名字 이름 성명",
    "mail": """
        email emailaddress emailid gmail emailadresse courriel correo mailadres emailadres epost
        epostadress epostadresse почта 电子邮件 邮箱 メール メールアドレス 이메일
    """,
    "tel": """
        phone telephone mobile cell cellphone telefon telefonnummer handy handynummer telefono
        telefoon telefone tel mobil portable movil cellulare celular phonenumber telefoonnummer
        whatsapp ph mobiel телефон 电话 電話番号 电话号码 전화번호 tlf telf
    """,
    "linkedin": "linkedin li profile profil perfil profilo profiel xing",
    "url": """
        url link links lien enlace website web homepage webseite bio site page seite ссылка 链接 リンク
        webpage webpages urls homepages
    """,
    "place": """
        location city town region country standort ort stadt lieu ville ciudad ubicacion pais luogo citta
        localita sede cidade localizacao plaats stad locatie land pays place based where geography office
        metro timezone localisation poblacion provincia provincie woiwodztwo miasto located state regione
        paese город страна 城市 場所 地点 지역
    """,
    "source": """
        source sources quelle fuente fonte bron kalla origin origem leadsource contactsource
        herkunft provenance источник 来源 きっかけ
    """,
    "found": """
        found find finding sourced discovered come across gefunden trouve trouvee encontrado
        encontre trovato gevonden hittade
    """,
    "know": """
        know known met meet connected kenne bekannt connu rencontre conoci conosciuto conheci ken
        kent
    """,
    "channel": """
        channel kanal canal canale kanaal medium platform plattform kontaktweg канал 渠道 連絡手段
    """,
    "via": "via through by over uber medium method means how durch par por per door",
    "referred": """
        referred introduced recommended connected suggested introd empfohlen vorgestellt vermittelt
        recommande recommandee presente presentee refere introduit recomendado recomendada
        presentado presentada referido referida indicado indicada apresentado raccomandato
        presentato segnalato consigliato doorverwezen aanbevolen geintroduceerd tipsad рекомендовал
        рекомендовала 推荐人 介绍人 紹介者 紹介
    """,
    "referrer": "referrer introducer introby empfehler vermittler connector referee прекомендатель",
    "from": "by from via through durch von uber par por da door av over за",
    "intro": """
        intro intros introduction introductions referral referrals reference empfehlung
        recommandation recomendacion
    """,
    "given": """
        provided given offered suggested received recommended shared gained got promised generated
        obtained made gave empfohlene genannte empfohlen genannt recommandes donnes recomendados
        proporcionados sugeridos suggeriti forniti consigliati indicados recommend suggest
    """,
    "contacts": """
        contact contacts referral referrals intro intros name names introduction introductions
        people leads connections kontakte contactos contatti contatos contacten kontakter persons
        personen personas
    """,
    "talk": "talk contact speak reachout meet reach approach chat email connect interview",
    "takeaway": """
        takeaway takeaways learnings learned learning lessons insights insight erkenntnisse gelernt
        apprentissages enseignements aprendizajes aprendizados lezioni inzichten appris aprendi
        imparato geleerd lardomar spunti выводы 收获 学び 心得
    """,
    "note": """
        note notes comment comments remark remarks notiz notizen bemerkung bemerkungen anmerkung
        anmerkungen kommentar kommentare remarque remarques commentaire commentaires nota notas
        observaciones comentarios comentario commenti osservazioni observacoes opmerkingen opmerking
        notities anteckningar kommentarer uwagi thoughts заметки комментарии примечания 备注 備考 メモ 비고
        cmts cmt compterendu
    """,
    "status": """
        status etap stage state stand statut estado estatus stato fase phase pipeline etapa etat situacao
        situation stadium статус 状态 狀態 ステータス 상태
    """,
    "outcome": """
        outcome outcomes ergebnis ergebnisse resultat resultado resultados esito risultato uitkomst
        utfall resultaat результат 结果 結果
    """,
    "feeling": """
        reflection reflections feeling feelings felt vibe vibes energy mood sentiment impression
        impressions gut eindruck eindrucke gefuhl bauchgefuhl ressenti sensacion sensaciones
        impresion reflexion reflexionen reflexiones riflessione riflessioni impressioni sensazione
        impressao gevoel kansla excitement впечатление 感想
    """,
    "promise": """
        promised promise promises commitment commitments owed versprochen promis promesse prometido
        promesso promessi promessas beloofd
    """,
    "often": """
        cadence frequency haufigkeit frequence frecuencia frequenza frequencia frequentie rhythmus
        rhythm
    """,
    "length": """
        minutes mins duration dauer gesprachsdauer duree duracion durata duracao duur minuten min
        minutos minuti
    """,
    "hypothesis": "hypothesis hypotheses hypothese hipotesis ipotesi hipotese гипотеза 仮説",
    "template": "template templates vorlage modele plantilla modello sjabloon mall script",
    "other": """
        other additional further more new weitere autre autres otro otra otros otras altro altri altre outro outra
        outros outras andere inni inne andra andre muut dalsi diger другие інші 他 其他 다른
    """,
    "who": "person who individual persona pessoa personne wer wie",
    "works": "works work worked employed",
    "how": "how where",
    "got": "received got came in back",
    "talked": "met spoke spoken talked chatted interviewed",
    "agreed": """
        accepted accept accepts agreed zugesagt akzeptiert angenommen accepte acceptee accettato accettata aceitou
        aceito aceita acepto aceptado aceptada toegezegd geaccepteerd accepterat godkand akseptert accepteret
    """,
    "told": """
        told mentioned tipped gave passed erzahlt erwahnt parle signale hablo conto menciono menzionato parlato
        falou contou tipte vertelde noemde
    """,
    "callback": "callback recontact reconnect circleback checkback touchbase revisit recontacted",
}
SETS: Final[dict[str, str]] = {
    name: " ".join([words, *(tongue[name] for tongue in TONGUES.values() if name in tongue)])
    for name, words in _SETS.items()
}

# Words that carry nothing of their own in a header.
FILLER: Final = frozenset(
    """
    a an the of on at in is was were did do does i me my mine we our us you your they them their he she him it
    its this that for to and or has have had been be with if any ever so please enter use per col column field
    de la le les du ce ai des der die das den dem am um im ein eine el los las il lo gli di del della da dos em
    no op het een van en et y e o ou und oder mit zu zur zum par pour por con avec av och w z wer mon ma mein
    meine mi sa ist hat habe ich wurde je qui cosa fur para que j ho wat heb are l d qu na nas nos ao which cd
    legacy ik heeft aan bij hun al dal nel alla dalla jag jeg du som om nar hur hvordan pa med till til hos mitt
    vi er przez od dla czy ile jak mi mu ve icin на с ли кто кого я мы の は と に へ を か 有無 的 了 是否 吗
    与 和 m mir davon ne hij zij ze haben 有没有 什么 到 こと 事 여부 과 와 의 점 ha hai verdi sie se si sich та
    czego czym co hva hvad vad
    """.split()  # noqa: SIM905  words read better as prose than as a list of quotations
)

# Words that narrow a header down only a little.
LIGHT: Final = frozenset(
    """
    recipient contact person target networking network netzwerk reseau rede rete netwerk primary preferred 对方
    對方 所在 任职 main current info information detail details informational interview interviewee s lead
    prospect full his her key new actual yyyy mm dd ddmmyyyy mmddyyyy iso contacts connection optional required
    yn n professional personal potential thing things used each back out came received wichtigste wichtige
    persons alum alumnus alumna alumni candidate after ocupa desempena gentle friendly polite quick discovery
    exploratory yet already pre post pts points one two three four five occupe actuel actuelle actual atual
    attuale aktuell aktuelle aktueller aktuelles huidige obecne obecny nuvarande navaerende mevcut 当前 目前
    現在 현재 текущая текущий
    """.split()  # noqa: SIM905
)

# A header with one of these words means something that is no field of ours, whatever else it says.
FOREIGN: Final = frozenset(
    """
    id uuid guid count total score rating rank ranking fit size salary rate pay budget revenue
    resume cv photo picture avatar birthday birth gender pronouns deadline technologies mission
    vision values since until elapsed attachment attachments attached incentive many visa spouse
    kids hobbies consent transcript recording nickname anniversary industry sector percent priority
    donated amount
    """.split()  # noqa: SIM905
)

# Words that together turn a header's meaning away from what each of them says.
APART: Final = tuple(
    tuple(frozenset(side.split("/")) for side in pair.split())
    for pair in """
        asked/requested/request/ask intro/intros/introduction/introductions/referral/referrals/intro
        response/reply/respond/answer time/days/hours
        thanked/thank/thanks referrer/introducer/connector
        contact/contacts/referral assistant
        additional/middle/second/preferred name
        calendar title/link/url/event/entry/name
        careers/career page/site/website/url
    """.strip().splitlines()
)

# Words that are near one of ours and mean something else: no slip of the typing finger.
KNOWN: Final = frozenset(
    """
    contract contracts contest county context concept notice rote poster placed waiting leader
    leaders letters content contents vector market markets reason reasons intern interns internship
    sponsor founder founded stack seniority series season skill skills screen schools relevant
    relations internal external interest interests interested strength warmth major degree cohort
    batch class rep owner quote manager assigned priority urgency importance level tier year years
    month months week weeks quarter subject thread campaign list segment gate amount angle signal
    research researched value questions question created updated modified added days number numbers
    teams active archived middle language body text cover portfolio document folder
    unsubscribed colleagues sisters steps domande prep preparation path start started starts end ended trial
    stage stages officer officers banker bankers
    """.split()  # noqa: SIM905
)
