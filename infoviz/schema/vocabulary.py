"""The words people put above their columns, by field and by strength.

A pattern is a row of slots. A slot is one or more words with ``/`` between them, any one of which fills
it; a slot ending in ``?`` may stay empty; ``{ask}`` stands for a set of words named in :data:`SETS`. The order
of the slots does not matter, and neither do filler words: "Date of first e-mail" and "first_email_date"
fill the same slots. Words are written as :func:`infoviz.schema.headers.words` leaves them: small letters,
no accents, "e-mail" as ``email``, "follow-up" as ``followup``.

The strength says how sure the words alone make us: 1.0 means nothing else could be meant, 0.9 that something
else rarely is, 0.7 that only fitting values make it so, 0.6 that only values which hardly fit anything else do.
"""

from typing import Final

SETS: Final[dict[str, str]] = {
    "date": "date/day/when/dt/datetime/datum/dato/fecha/data/jour/dag/tag/timestamp/time/zeitpunkt/termin/dates",
    "sent": (
        "sent/emailed/messaged/contacted/reachedout/asked/requested/invited/approached/pinged/dmed/mailed/"
        "wrote/written/inmailed/posted/inquired/enquired/mailed/recruited/texted/pitched/dropped/angeschrieben/kontaktiert/gesendet/angefragt/verschickt/contacte/contactee/envoye/"
        "envoyee/sollicite/contactado/contactada/enviado/enviada/contattato/contattata/inviato/inviata/contatado/"
        "contatada/benaderd/verstuurd/verzonden/gecontacteerd/kontaktad/skickat/kontaktet/sendt/"
        "skontaktowano/wyslano"
    ),
    "ask": (
        "outreach/ask/request/email/message/mail/inmail/contact/invite/invitation/note/letter/approach/dm/introemail/"
        "pitch/reachout/msg/inquiry/enquiry/anfrage/erstkontakt/kontakt/kontaktaufnahme/ansprache/nachricht/contacto/solicitud/mensaje/"
        "correo/demande/envoi/prisedecontact/contatto/richiesta/invio/contato/envio/benadering/verzoek/bericht/"
        "forfragan/henvendelse"
    ),
    "first": "first/initial/1st/intro/introductory/original/cold/premier/primer/primeiro/primo/erste/erster/eerste/first1",
    "nudge": (
        "nudge/bump/chaser/reminder/followup/followups/nachfassen/relance/recordatorio/erinnerung/sollecito/"
        "herinnering/paminnelse/nudges"
    ),
    "nudged": (
        "nudged/bumped/chased/reminded/followedup/nachgefasst/nachgehakt/relance/relancee/erinnert/herinnerd/resent/"
        "remailed"
    ),
    "second": "second/2nd/2/third/3rd/3/1/1st/first/sent/done/another/final/last/made/number",
    "replied": (
        "replied/responded/answered/heardback/wroteback/responds/geantwortet/beantwortet/repondu/respondido/respondio/"
        "contesto/risposto/respondeu/beantwoord/gereageerd/svarat/svart"
    ),
    "reply": (
        "reply/response/answer/replies/responses/antwort/ruckmeldung/reponse/respuesta/risposta/resposta/antwoord/"
        "reactie/svar/odpowiedz"
    ),
    "scheduled": (
        "scheduled/booked/arranged/setup/geplant/vereinbart/planifie/prevu/programado/agendado/fissato/gepland/"
        "ingepland/bokat/planned/confirmed"
    ),
    "meet": (
        "interview/meeting/call/chat/coffee/conversation/coffeechat/infointerview/talk/zoom/videocall/"
        "phonecall/catchup/lunch/gesprach/treffen/termin/interviewtermin/entretien/rencontre/rendezvous/rdv/entrevista/reunion/cafe/"
        "charla/llamada/colloquio/incontro/reuniao/conversa/gesprek/afspraak/kaffee/mote/samtal/mode/"
        "spotkanie/rozmowa/visit/informational/session/convo/discussion"
    ),
    "met": (
        "met/spoke/spoken/talked/chatted/interviewed/held/completed/happened/called/getroffen/gesprochen/"
        "gefuhrt/rencontre/rencontree/realizada/realizado/hecha/hablado/incontrato/fatto/realizada/gesproken/ontmoet/"
        "stattgefunden/done/conducted/took/occurred"
    ),
    "thank": (
        "thank/thanked/thanks/thankyou/ty/tyn/danke/bedankt/gedankt/dank/dankesmail/dankschreiben/dankeschon/"
        "remercie/remercies/merci/remerciement/remerciements/gracias/agradecido/agradecimiento/grazie/ringraziato/ringraziamento/"
        "obrigado/agradecimento/tack/tackat/takk"
    ),
    "next": "next/upcoming/nachste/nachster/nachstes/prochain/prochaine/proximo/proxima/prossimo/prossima/volgende/nasta",
    "action": (
        "action/step/contact/touch/touchpoint/followup/followups/reminder/checkin/move/todo/task/outreach/reachout/schritt/"
        "kontakt/etape/relance/contacto/seguimiento/paso/azione/passo/contato/stap/contactmoment/aktion/actie/suivi"
    ),
    "last": (
        "last/latest/recent/mostrecent/letzter/letzte/letztes/dernier/derniere/ultimo/ultima/laatste/"
        "senaste/siste/ostatni/zuletzt"
    ),
    "touch": (
        "contact/contacted/touch/touchpoint/interaction/spoke/spoken/talked/connected/reachedout/conversation/communication/"
        "messaged/emailed/activity/aktivitat/checkin/touched/contactpoint/kontakt/kontaktiert/contacto/contatto/contato/echange/interaccion/catchup/"
        "catchups/reachout/outreach/engagement/correspondence/chat/contactmoment/gesprach/talk/met/seen/heard"
    ),
    "person": (
        "contact/person/interviewee/connection/lead/alum/alumnus/alumni/target/prospect/professional/informant/"
        "expert/kontaktperson/ansprechpartner/ansprechperson/contactpersoon/kontakt/contacto/contatto/contato/persona/"
        "pessoa/personne/interlocuteur/mentor/people/individual/somebody/networker/recruiter"
    ),
    "org": (
        "company/organization/employer/firm/affiliation/institution/school/university/agency/org/workplace/"
        "unternehmen/firma/arbeitgeber/organisation/entreprise/societe/employeur/empresa/organizacion/compania/"
        "azienda/societa/organizzazione/empresas/organizacao/bedrijf/organisatie/werkgever/foretag/bolag/"
        "virksomhed/firmanavn/companies/orgs/business/studio/lab/nonprofit/yritys"
    ),
    "title": (
        "title/role/position/occupation/profession/designation/jobtitle/rolle/funktion/berufsbezeichnung/stelle/"
        "beruf/poste/fonction/metier/titre/cargo/puesto/ruolo/posizione/funcao/functie/befattning/titel/roll/"
        "stilling/stanowisko"
    ),
    "name": "name/nom/nombre/nome/naam/namn/navn/imie/nimi",
}

# Words that carry nothing of their own in a header.
FILLER: Final = frozenset(
    "a an the of on at in is was were did do does i me my mine we our us you your they them their he she him "
    "it its this that for to and has have had been be with if any ever so please enter use per col column field "
    "de la le les du des der die das den dem des am um im el los las il lo gli di del della do da dos das em no "
    "op het een van en et y e o ou und mit zu zur zum par pour por con avec av och og w z was wer mon ma mein "
    "meine mi sa ist hat wurde".split()  # noqa: SIM905  a long list of words reads better as prose
)

# Words that narrow a header down only a little.
LIGHT: Final = frozenset(
    "contact person target networking network primary main current info information detail details informational "
    "interview interviewee s lead prospect full their his her key new actual yyyy mm dd ddmmyyyy mmddyyyy iso "
    "value things thing contacts connection optional required yn y n professional personal potential".split()  # noqa: SIM905
)

# A header with one of these words means something that is no field of ours, whatever else it says.
FOREIGN: Final = frozenset(
    "id uuid guid count total score rating rank ranking fit size salary rate pay budget revenue resume cv "
    "photo picture avatar birthday birth gender deadline technologies mission vision".split()  # noqa: SIM905
)

# Words that are near one of ours and mean something else: no slip of the typing finger.
KNOWN: Final = frozenset(
    "contract contracts contest county context concept notice rote poster placed rating waiting leader leaders letters "
    "content contents sector vector market markets reason reasons intern interns internship sponsor founder founded "
    "size stack salary seniority series season skill skills shared score screen school schools spoken relevant relation "
    "relations relationship region internal external interest interests interested industry strength warmth major degree "
    "cohort batch class rep owner quote status2 manager assigned priority urgency importance level tier year years month "
    "message_id subject thread campaign list segment gate agreed amount angle signal research researched".split()  # noqa: SIM905
)

PATTERNS: Final[dict[str, tuple[tuple[float, str], ...]]] = {
    "first_name": (
        (1.0, "first/given/fore {name}"),
        (1.0, "firstname/forename/givenname/vorname/prenom/voornaam/fornamn/fornavn"),
        (0.9, "=first"),
        (0.7, "nombre/nome"),
        (0.9, "nombre/nome pila/proprio"),
    ),
    "last_name": (
        (1.0, "last/family/sur {name}"),
        (1.0, "lastname/surname/familyname/nachname/familienname/achternaam/efternamn/etternavn/apellido/apellidos/cognome/sobrenome"),
        (0.9, "=last"),
        (0.8, "nom famille?"),
    ),
    "name": (
        (1.0, "{name}"),
        (1.0, "full/complete/whole {name}"),
        (1.0, "fullname/contactname/namen/nomcomplet/nombrecompleto/nomecompleto"),
        (1.0, "{name} {person}"),
        (1.0, "{name} complet/completo/prenom/vorname/apellido/apellidos/cognome/sobrenome/surname"),
        (1.0, "nachname/vorname/prenom/first/apellido/apellidos/cognome/achternaam nom/name/vorname/last/nombre/nome/voornaam"),
        (0.95, "first last {name}?"),
        (0.95, "contact point/poc"),
        (0.95, "contact person"),
        (0.95, "kontaktperson/ansprechpartner/ansprechpartnerin/ansprechperson/contactpersoon/interviewee/poc/gesprachspartner/interlocuteur/interlocutor"),
        (0.95, "personne contact/contactee"),
        (0.9, "person/who/individual/persona/pessoa/personne/wer/姓名/名前/氏名/名字/이름/имя/фио"),
        (0.85, "who {person}/spoke/sent/ask/contacted/reachedout/talked/met"),
        (0.8, "contact"),
        (0.75, "connection/alum/alumni/alumnus/lead/prospect/professional/expert/people/target/mentor/kontakt/contacto/contatto/contato/recruiter"),
        (0.75, "hiring manager"),
        (0.65, "interviewer"),
        (0.75, "last/family {name} first/given"),
    ),
    "organization": (
        (1.0, "{org}"),
        (1.0, "{org} {name}"),
        (1.0, "current/their/target/present {org}"),
        (0.95, "{org} {org} {org}?"),
        (0.95, "companyname/employername/firmenname/organizationname/会社/会社名/公司/회사/компания/организация"),
        (0.9, "works/work/employed"),
        (0.9, "place employment/work"),
        (0.9, "where work/works/employed"),
        (0.6, "client/account/team/startup"),
    ),
    "role": (
        (1.0, "job/position/role/work/current/professional/their/person/contact title/position/role/function"),
        (0.95, "{title}"),
        (0.95, "{title} {title}"),
        (0.95, "职位/役職/직책/должность"),
        (0.9, "contact/person/target title"),
        (0.8, "job/occupation/profession"),
        (0.9, "what do/does there/work/living?"),
        (0.75, "what do/does"),
        (0.6, "seniority level"),
        (0.9, "org {title}"),
        (0.85, "{org} {title}"),
    ),
    "email": (
        (1.0, "work/business/personal/private/best/preferred/primary/office/direct? email/emailaddress/emailadresse/courriel/correo/mailadres/emailadres/epost"),
        (1.0, "email/mail/correo/adresse/indirizzo/endereco address/adresse/adres/electronico/electronique/email/mail"),
        (0.9, "mail"),
        (0.6, "contact"),
        (0.7, "contact info/information/details/data"),
        (0.7, "contactinfo/kontaktdaten/coordonnees/kontaktinfo/contactgegevens/datos"),
        (0.6, "address/handle"),
    ),
    "phone": (
        (1.0, "phone/telephone/mobile/cell/cellphone/telefon/telefonnummer/handy/telefono/telefoon/telefone/tel/mobil/portable/movil/celular/phonenumber/telefoonnummer/whatsapp number/no/nummer/numero/nr?"),
        (1.0, "mobile/cell/work/home/office phone"),
        (0.7, "number/nummer/numero"),
        (0.6, "contact"),
        (0.7, "contact info/information/details/data/number"),
        (0.7, "contactinfo/kontaktdaten/coordonnees/kontaktinfo/contactgegevens"),
    ),
    "link": (
        (1.0, "linkedin url/link/profile/page/profil/perfil/profilo/address?"),
        (1.0, "profile/profil/perfil/linkedin url/link"),
        (0.95, "url/link/linkedinurl/profileurl/linkedinprofile"),
        (0.9, "profile/profil/perfil/xing/links/lien/enlace"),
        (0.85, "linkedin/profile/personal/web/website website/page/site/web"),
        (0.75, "website/web/homepage/webseite/bio/site"),
        (0.75, "linkedin/social media/profile/handle/contact/url"),
        (0.6, "contact"),
        (0.65, "contact info/information/details"),
        (0.65, "links info"),
        (0.75, "job/vacancy/ad/application/stellen posting/listing/link/url/ad/anzeige/page"),
    ),
    "location": (
        (1.0, "location/city/town/region/country/standort/ort/stadt/lieu/ville/ciudad/ubicacion/citta/localita/cidade/localizacao/plaats/stad/locatie/land/pays/place/based/where/geography/office/address/metro/timezone"),
        (1.0, "city/location state/country/city/region"),
        (0.9, "office/geographic/work/home location/city"),
        (0.9, "where they/based/located/live"),
    ),
    "source": (
        (1.0, "source/quelle/fuente/fonte/bron/kalla/origin/leadsource/contactsource/herkunft/provenance"),
        (1.0, "contact/lead/connection/referral source"),
        (1.0, "how/where found/met/meet/know/connected/find/source/discovered/come/across"),
        (0.7, "relation/relationship/beziehung/relacion/lien"),
        (0.7, "connection/relationship type/kind"),
        (1.0, "found via/through/where/how/from"),
        (0.9, "where how found/met/know/sourced"),
        (0.9, "how we/know/met know/met/found"),
        (0.9, "found/sourced/discovered/gefunden/trouve/encontrado/trovato/woher"),
        (0.8, "woher kenne/bekannt"),
        (0.8, "comment connu/trouve/rencontre"),
        (0.8, "como conoci/encontrado/encontre"),
    ),
    "channel": (
        (1.0, "channel/kanal/canal/canale/kanaal/medium/platform/plattform"),
        (1.0, "contact/outreach/communication/networking/message/sent/asked channel/method/medium/platform/mode/via"),
        (0.9, "method/via/medium how?"),
        (0.9, "how contacted/reachedout/sent/asked/messaged/approached"),
        (0.9, "{sent} via/through/by/how"),
        (0.75, "method/means/via/moyen/medio/weg"),
        (0.7, "type contact/outreach"),
    ),
    "template": (
        (1.0, "template/vorlage/modele/plantilla/modello/sjabloon/mall"),
        (1.0, "email/message/letter/outreach/note/mail/script template/version/variant/script/draft"),
        (0.9, "letter/script/version/variant/which letter/template/script/version?"),
        (0.75, "email/message/mail/letter type/kind"),
        (0.7, "version/script/variant/letter/anschreiben"),
    ),
    "hypothesis": (
        (1.0, "hypothesis/hypotheses/hypothese/hipotesis/ipotesi/hipotese"),
        (1.0, "career/path/job hypothesis/guess/idea/theory"),
        (0.9, "assumption/assumptions/theory tested/test/testing?"),
        (0.9, "hypothesis tested/test/testing"),
        (0.75, "career path/track/direction/option/idea/interest"),
    ),
    "tags": (
        (1.0, "tag/tags/label/labels/schlagworte/etiqueta/etiquetas/etiquettes/etichette/keyword/keywords"),
        (0.9, "category/categories/kategorie/categorie/categoria/group/groups/gruppe"),
        (0.9, "group membership"),
    ),
    "referred_by": (
        (1.0, "referred/introduced/recommended/connected/suggested/introd by/from/via/through"),
        (1.0, "referredby/referrer/introducer/introducedby/introby/empfehler/vermittler"),
        (1.0, "mutual connection/contact/friend/acquaintance/connections/contacts"),
        (1.0, "who referred/introduced/recommended/connected/suggested"),
        (1.0, "empfohlen/vorgestellt/vermittelt durch/von/uber"),
        (1.0, "recommande/presente/refere/introduit par"),
        (1.0, "recomendado/presentado/referido/referida/indicado/apresentado/raccomandato/presentato por/par/da"),
        (1.0, "doorverwezen/aanbevolen/geintroduceerd door"),
        (0.95, "intro/introduction/referral/introd by/from/via/through/source"),
        (0.95, "referral/referred/intro person/contact/name"),
        (0.9, "referred/recommended/empfohlen/introduced/empfehlung/recommandation/recomendacion/referenza"),
        (0.75, "referral/referrals/intro/introduction/connector/via/reference/mutual/warm"),
        (0.75, "warm intro"),
        (0.7, "connection who/through/via"),
        (0.7, "connector/via/through"),
    ),
    "contacted_on": (
        (1.0, "{date}? {first}? {sent}"),
        (0.9, "{sent} called/phoned/texted/dmed/{sent}"),
        (1.0, "{date} {first}? {ask}"),
        (1.0, "{ask} {sent} {date}? {first}?"),
        (1.0, "{first} {ask} {date}? {sent}?"),
        (1.0, "{date}? applied/submitted/beworben/postule/aplicado/candidatado application/bewerbung/candidature?"),
        (1.0, "{date} application/applied/bewerbung/candidature/candidatura/solicitud/submission"),
        (0.9, "outreach/erstkontakt/kontaktaufnahme/reachout"),
        (0.85, "intro email/message/mail/letter sent?"),
        (0.75, "request/requested/anfrage/demande/solicitud/ask/asked"),
        (0.7, "contact/email/message"),
        (0.62, "={date}"),
    ),
    "nudged_on": (
        (1.0, "{date}? {nudged} {second}?"),
        (1.0, "{nudge} {sent} {date}? {second}?"),
        (1.0, "nudge/bump/chaser/nudges {date}? {second}?"),
        (0.95, "{nudge} {second} {date}? {second}? email/message?"),
        (0.95, "second/2nd/third/final/reminder email/message/outreach/attempt/ask/note {date}? {sent}?"),
        (0.85, "reminder/chased/relance/nachfassen/resend {date}? {sent}?"),
        (0.7, "followup/followups"),
    ),
    "response": (
        (1.0, "{reply}"),
        (1.0, "{replied}"),
        (1.0, "{reply} received/status/type/kind/outcome/result/got/yes/no"),
        (0.95, "zusage/absage zusage/absage?"),
        (0.95, "accepted/declined/agreed/rsvp accepted/declined/agreed?"),
        (0.9, "their reply/response/answer/decision"),
        (0.9, "received/got/get/any {reply}"),
        (0.9, "did/have/they respond/reply/answer"),
        (0.9, "respond/reply/answered/yes no?"),
        (0.75, "result/outcome/status {ask}"),
        (0.6, "result/outcome/ergebnis/resultat/resultado/decision"),
        (0.6, "status"),
    ),
    "responded_on": (
        (1.0, "{date} {replied}"),
        (1.0, "{date} {reply} received?"),
        (1.0, "{reply} {date} received?"),
        (0.95, "{replied}"),
        (0.95, "{reply} received/got"),
        (0.85, "{reply}"),
        (0.85, "heard {date}?"),
        (0.95, "{reply}/{replied} {first} {date}?"),
    ),
    "mode": (
        (1.0, "{meet} mode/format/medium/type/kind/platform/method/via"),
        (1.0, "format/modality/mode/gesprachsform/modalite/modalidad"),
        (0.9, "how met/spoke/talked/held/meet"),
        (0.9, "phone/virtual/remote person/video/inperson/phone/call"),
        (0.9, "in person/virtual phone/video/virtual?"),
        (0.8, "where/place/location meet/met/{meet}"),
        (0.7, "location/medium/venue/place"),
        (0.65, "type/via/method/form/art"),
    ),
    "minutes": (
        (1.0, "minutes/mins/duration/dauer/duree/duracion/durata/duracao/duur/minuten/min/minutos/minuti"),
        (1.0, "{meet}/time length/duration/minutes/mins/min"),
        (0.9, "length"),
        (0.9, "how long"),
    ),
    "scheduled_on": (
        (1.0, "{date}? {scheduled}"),
        (1.0, "{date}? {meet} {scheduled}"),
        (0.95, "{scheduled} {meet} {date}?"),
        (0.9, "{next} {meet} {date}?"),
        (0.9, "appointment {date}?"),
    ),
    "met_on": (
        (1.0, "{date} {met}"),
        (1.0, "{date} {meet} {meet}? {met}?"),
        (1.0, "{meet} {date} {met}?"),
        (1.0, "{meet} {met} {date}?"),
        (0.95, "met/spoke/interviewed/talked/spoken/gesprochen/getroffen/rencontre"),
        (0.95, "coffeechat/infointerview/informational {meet}? {date}?"),
        (0.95, "informational/info/coffee interview/chat/call/meeting/conversation {date}? {met}?"),
        (0.9, "completed/held/conducted"),
        (0.85, "{meet}"),
        (0.62, "={date}"),
    ),
    "thanked_on": (
        (1.0, "{thank} {sent}? {date}?"),
        (1.0, "{thank} note/email/letter/message/card/mail {sent}? {date}? written?"),
        (0.9, "{thank} you? followup {date}? {sent}?"),
    ),
    "follow_up_on": (
        (0.7, "{next} {action}"),
        (1.0, "{next} contact/touch/touchpoint/followup/checkin/reminder/kontakt/contacto/contatto/contato/seguimiento/relance"),
        (1.0, "{next} {action} on/due/by"),
        (1.0, "{date} {next} {action}"),
        (1.0, "{action} due/by {date}?"),
        (1.0, "followup {date} {next}? due?"),
        (1.0, "followup due/by/deadline/needed/again {date}?"),
        (0.95, "remind/reminder/wiedervorlage/snooze me? {date}?"),
        (0.95, "due/reminder {date}"),
        (0.9, "checkin/recontact/reconnect/reachout {date}? next?"),
        (0.9, "catchup/talk/speak/contact/write/ask/reachout/ping/touch again/next date?"),
        (0.85, "suivi/seguimiento/relancer {date}?"),
        (0.8, "followup/followups"),
        (0.8, "next/due {date}?"),
        (0.75, "when followup/next"),
    ),
    "last_touch_on": (
        (1.0, "{date}? {last} {touch} {date}?"),
        (1.0, "{date}? most? {last} {touch} {date}?"),
        (1.0, "{date}? form? {last} {touch} {date}?"),
        (1.0, "lastcontact/lastcontacted/lasttouch/lasttouched/lastspoke"),
        (0.9, "touchpoint/touched/touch {date}?"),
    ),
    "cadence_days": (
        (1.0, "cadence/frequency/haufigkeit/frequence/frecuencia/frequenza/rhythmus/rhythm days?"),
        (1.0, "{meet}/contact/followup/keep/touch/touchpoint/outreach cadence/frequency/interval/every days? touch?"),
        (0.9, "interval/every days?"),
        (0.9, "how often"),
        (0.9, "keep touch days/every/interval"),
    ),
    "introductions": (
        (1.0, "contact/contacts/referral/referrals/intro/intros/name/names/introduction/introductions/people/leads/connections provided/given/offered/suggested/received/recommended/shared/gained/got/promised/generated/obtained/made/gave"),
        (1.0, "introductions/intros/introd"),
        (1.0, "introduced/referred/suggested/recommended me? to contacts/people/contact/person/names"),
        (1.0, "who else/next talk?/contact?/speak?"),
        (0.95, "connected/introduced/referred/pointed with/to"),
        (0.95, "quien recomendo/recomienda/sugirio/presento"),
        (0.9, "wen empfohlen/empfiehlt"),
        (0.95, "new/additional/other/further/more/suggested/recommended contacts/connections/names/referrals/people/introductions/leads/contact"),
        (0.9, "networking/contact/referral recommendations/suggestions/referrals"),
        (0.9, "should next? talk/speak/contact"),
        (0.85, "weitere/nouveaux/nuevos/nuovi/novos/nieuwe/empfohlene kontakte/contacts/contactos/contatti/contatos/contacten"),
        (0.75, "referrals/introduction/recommendations/empfehlungen/referral/kontakte"),
        (0.9, "introduced/referred to"),
        (0.85, "names"),
    ),
    "promised": (
        (1.0, "promised/promise/promises/commitment/commitments/owed/versprochen/promis/prometido/promesso/promessas"),
        (0.95, "i/my promised/owe/offered/todos/commitments"),
        (0.9, "action/followup items/item"),
        (0.75, "offered/owe/deliverables"),
    ),
    "acknowledged_on": (
        (1.0, "{date}? acknowledged/acknowledgement/acknowledgment {date}? {sent}?"),
        (0.95, "updated/reported/told/report/closedloop back/outcome/result {date}?"),
        (0.9, "loop closed/close {date}?"),
        (0.9, "update sent {date}?"),
        (0.85, "success/outcome/offer shared/announced/told {date}?"),
    ),
    "reflection": (
        (1.0, "reflection/reflections/feeling/feelings/reflexion/reflexionen/gefuhl/ressenti/sensacion/impresion/reflexiones/riflessione"),
        (1.0, "how felt/feel/did"),
        (0.95, "inspired icky?"),
        (0.9, "vibe/vibes/energy/mood/sentiment/impression/impressions/gut/eindruck/eindrucke/felt"),
        (0.8, "personal/gut reflection/feeling/reaction/impression"),
    ),
    "takeaways": (
        (1.0, "takeaway/takeaways/learnings/learned/lessons/insights/insight/erkenntnisse/gelernt/apprentissages/aprendizajes/aprendizados/lezioni/inzichten"),
        (1.0, "key insights/points/takeaways/learnings/lessons/advice/findings"),
        (0.95, "what learned/learn/learnt"),
        (0.95, "lessons learned"),
        (0.9, "what said/told/heard/shared/discussed"),
        (0.95, "advice/insights/insight insights/advice/learnings/given/received?"),
        (0.9, "{meet} summary/takeaways/learnings/insights/highlights/findings"),
        (0.85, "highlights/findings/advice/quotes"),
        (0.75, "details/summary/content/recap {meet}"),
        (0.7, "summary/zusammenfassung"),
    ),
    "outcome": (
        (1.0, "outcome/outcomes/ergebnis/ergebnisse/resultat/resultado/resultados/esito/risultato/uitkomst/utfall"),
        (1.0, "{meet}/final outcome/result"),
        (0.9, "result/results"),
        (0.75, "led/conclusion/impact/opportunity"),
        (0.7, "offer/decision"),
    ),
    "notes": (
        (1.0, "note/notes/comment/comments/remark/remarks/notiz/notizen/bemerkung/bemerkungen/anmerkung/anmerkungen/kommentar/kommentare/remarque/remarques/commentaire/commentaires/nota/notas/observaciones/comentarios/note/commenti/observacoes/opmerkingen/notities/anteckningar/uwagi/备注/備考/メモ/비고/заметки"),
        (0.95, "additional/other/general/misc/my/extra/personal/full/free notes/comments/info/information/remarks/thoughts"),
        (0.9, "{meet}/contact/agent notes/comments"),
        (0.75, "details/description/thoughts/memo/misc/miscellaneous/context/background/info/beschreibung"),
    ),
    "status": (
        (1.0, "status/stage/state/stand/statut/estado/estatus/stato/fase/phase/pipeline/etapa/状态/ステータス/상태/статус"),
        (1.0, "contact/current/outreach/networking/application/overall/relationship/pipeline/engagement/process/lead/connection/conversation/{meet} status/stage/state/phase"),
        (0.9, "where things/stand/stands/am things?/stand?/with?"),
        (0.7, "progress/fortschritt/situation"),
    ),
    "event": (
        (1.0, "event/action/activity/aktion/ereignis/evento/evenement/aktivitat/actividad/attivita/accion/actie/type"),
        (1.0, "interaction/activity/event/action/contact/outreach/touchpoint/touch/communication/entry/message type/kind/category/channel"),
        (0.95, "what happened/did/done"),
        (0.9, "what/type/kind/was/typ/art/tipo/soort/interaction/touchpoint/step/kind"),
    ),
    "detail": (
        (1.0, "detail/details/summary/note/notes/comment/comments/description/subject/remarks/content/notizen/kommentar"),
        (0.9, "what said/discussed/happened"),
        (0.9, "{reply}/outcome/result/message"),
        (0.9, "{meet}/interaction notes/summary/details"),
    ),
}

# Two words that are one.
PAIRS: Final[dict[tuple[str, str], str]] = {
    ("e", "mail"): "email", ("e", "mails"): "email", ("linked", "in"): "linkedin",
    ("e", "mailed"): "emailed", ("follow", "up"): "followup", ("follow", "ups"): "followup", ("following", "up"): "followup",
    ("followed", "up"): "followedup", ("reached", "out"): "reachedout", ("reach", "out"): "reachout", ("reaching", "out"): "reachout",
    ("thank", "you"): "thank", ("thank", "yous"): "thank", ("thanks", "you"): "thank", ("check", "in"): "checkin", ("checked", "in"): "touched",
    ("set", "up"): "setup", ("heard", "back"): "heardback", ("hear", "back"): "heardback", ("wrote", "back"): "wroteback",
    ("got", "back"): "heardback", ("came", "back"): "heardback", ("catch", "up"): "catchup", ("job", "title"): "jobtitle", ("e", "post"): "epost",
    ("phone", "number"): "phone", ("to", "do"): "todo", ("most", "recent"): "recent", ("touch", "point"): "touchpoint", ("touch", "base"): "touch",
    ("key", "words"): "keywords", ("take", "away"): "takeaway", ("take", "aways"): "takeaways", ("cell", "phone"): "cellphone",
    ("first", "name"): "firstname", ("last", "name"): "lastname", ("family", "name"): "lastname", ("given", "name"): "firstname",
    ("sur", "name"): "surname", ("fore", "name"): "forename", ("full", "name"): "fullname", ("closed", "loop"): "closedloop",
    ("rendez", "vous"): "rendezvous", ("e", "mailadres"): "email", ("e", "mailadresse"): "emailadresse", ("web", "site"): "website",
    ("coffee", "chat"): "coffeechat", ("info", "interview"): "infointerview", ("phone", "call"): "phonecall", ("video", "call"): "videocall",
    ("prise", "contact"): "prisedecontact", ("heard", "from"): "heardback",
}  # fmt: skip
