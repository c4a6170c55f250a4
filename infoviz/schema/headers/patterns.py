"""What a header's words may mean: patterns by field and by strength.

A pattern is a row of slots. A slot is one or more words with ``/`` between them, any one of which fills it; a slot
ending in ``?`` may stay empty; ``{sent}`` stands for a set of words of :data:`.vocabulary.SETS`. Neither
the order of the slots nor filler words matter: "Date of first e-mail" and "first_email_date" fill the same slots. After
``=`` no other word of weight may stand beside. Patterns of one strength are parted by commas.

The strength says how sure the words alone make us: 1.0 means that nothing else could be meant, 0.9 that something else
rarely is, 0.7 that only fitting values make it so, 0.6 that only values which fit hardly anything else do.
"""

from typing import Final

PATTERNS: Final[dict[str, str]] = {
    "first_name": """
        1.0  firstname/forename/givenname/vorname/prenom/voornaam/fornamn/fornavn
        0.9  =fname, =given
        0.9  =first, nombre/nome pila/proprio, =ad, =adi, etunimi
    """,
    "last_name": """
        1.0  lastname/surname/familyname/nachname/familienname/achternaam/efternamn/etternavn
        1.0  nazwisko/soyad/soyadi/soyisim/prijmeni/priezvisko/sukunimi/фамилия/прізвище, =姓, =성
        1.0  apellido/apellidos/cognome/sobrenome, nom famille
        0.9  =last, =lname
        0.75 =family
    """,
    "name": """
        0.9  pi/professor/prof/supervisor/advisor/faculty
        0.9  {person}/professor/prof/interviewer {name}/names
        0.68 customer/client/candidate/investor/creator/journalist/author/agent/partner
        0.62 handle/username
        0.7  card/task/item/record/entry/deal/opportunity/pulse {name}
        0.75 =with/mit/avec/con
        1.0  {name}, full/complete/whole {name}, {name} {person}
        1.0  {name} complet/completo/completa/nickname
        1.0  fullname/contactname/personname/namen/nomcomplet/nombrecompleto/nomecompleto
        1.0  {name}/vorname/nombre/nome/prenom apellido/apellidos/cognome/sobrenome/surname/nachname/achternaam
        1.0  vorname/vor/prenom/voornaam nachname/name/nom/achternaam, nom prenom, imie nazwisko
        1.0  ad/adi/imie/jmeno/meno/имя/імя soyad/soyadi/nazwisko/prijmeni/фамилия/прізвище
        1.0  vor und? nachname, first/firstname last/lastname/surname {name}?, {name} first last?
        1.0  interview/conversation partner
        0.95 contact point/poc, contact person
        0.95 personne/persona/pessoa/persoon contact/contactee/contacto/contato/contatto
        0.95 kontaktperson/ansprechpartner/ansprechpartnerin/ansprechperson/contactpersoon/interviewee/poc
        0.95 gesprachspartner/gesprachspartnerin/interlocuteur/interlocutor/interviewpartner
        0.9  {who}, with/met/mit/avec/con/com/z/med/s {who}/wem/quem/kim
        0.9  {person} i? contacted/contact/met/interviewed
        0.9  target/networking/{meet} contact/partner/guest/{who}
        0.85 who {person}/spoke/spoken/speak/sent/ask/contacted/reachedout/talk/talked/met/meet/meeting/interview
        0.8  contact/interviewee/participant/speaker/guest/recipient
        0.68 professionnel/professionnelle/profesional/professionista
        0.68 colleague/coworker/classmate/kollege/kollegin/collegue/collega/colega/kolega
        0.68 connection/alum/alumni/alumnus/lead/prospect/professional/expert/people/target/mentor/recruiter
        0.68 kontakt/contacto/contatto/contato, hiring manager
        0.65 interviewer
    """,
    "organization": """
        0.7  partner/client/account/customer/vendor/site/publication/outlet/brand/sponsor/club {name}
        0.68 supplier/brokerage/kantoor/newsletter/broker/magazine/podcast/buro/agence
        0.68 club/startup/publication/outlet/publisher/vc/fund/investor/vendor/brand/sponsor/customer/client
        0.68 at/bei/chez
        0.7  =where/wo/ou/donde/onde/dove/waar/gdzie/var/hvor/где
        0.8  museum/museo/musee/museu/gallery/galerie/galeria/galleria/clinic/klinik/clinique/clinica/klinika/hopital
        0.8  ospedale/ziekenhuis/krankenhaus/theater/theatre/newsroom/redaktion/redaction/redaccion/redazione/library
        0.8  charity/foundation/stiftung/fondation/fundacion/fondazione/ngo/ong/embassy/chambers/bureau/lawfirm
        0.8  brewery/winery/church/parish/brokerage/consultancy/thinktank
        0.9  now at
        1.0  ragione sociale, raison sociale, razon social, razao social
        1.0  {org}, {org} {name}, current/their/target/present {org}, {org} where? {works}
        0.95 {org} {org} {org}?, companyname/employername/firmenname/organizationname/orgname/firmanavn
        0.9  {works}, {place} employment/{works}
        0.9  {how} {works}, co
        1.0  where they land/landed/end/ended
        0.85 where landed/now/today/currently
        0.85 school/university/college/institute/hochschule/universitat/universite/universidad/universita/schule/lycee
        0.6  client/account/team/startup/department
        0.9  department {org}
    """,
    "role": """
        1.0  {title} {name}
        0.9  what/which {title}/job
        1.0  job/work/current/professional/their/person/contact/present title/position/role/function
        0.95 {title}, {title} {title}, {title} {org}, job {title}, {title} poste
        0.95 {title} held/emploi/empleo/emprego/lavoro, job/vaga
        0.8  now does
        0.9  what do/does there/work/living/for?, what do/does now/today/currently, {works} as
        0.68 =as, =als, =comme
        0.9  was/que/quoi/cosa/wat/vad/hvad/hva/czym/co macht/hace/fait/faz/fa/doet/gor/laver/gjor/zajmuje/robi/dela
        0.9  tatigkeit
        0.8  job/occupation/profession
        0.75 what do/does
        0.7  specialty/expertise/speciality/function, =career
    """,
    "email": """
        1.0  {mail}, {mail}/mail address/adresse/adres/electronico/electronique/indirizzo/endereco/адрес
        1.0  {mail}/mail work/business/personal/private/best/preferred/primary/office/direct/privat/lavoro/company
        0.9  mail, =эл почта
        0.7  contact info/information/details/data
        0.7  contactinfo/kontaktdaten/coordonnees/kontaktinfo/contactgegevens/联系方式/聯絡方式/連絡先/연락처
        0.6  contact/address/handle/reach
    """,
    "phone": """
        1.0  {tel}, {tel}/contact number/no/nummer/numero/nr/nummer
        1.0  {tel} mobile/cell/work/home/office/direct
        0.7  number/nummer/numero, contact info/information/details/data
        0.7  contactinfo/kontaktdaten/coordonnees/kontaktinfo/contactgegevens/联系方式/聯絡方式/連絡先/연락처
        0.6  contact/reach
    """,
    "link": """
        1.0  =linkedin/profile {person}/interviewer
        1.0  {url} offre/oferta/offerta/annonce/anzeige/vacature
        1.0  {linkedin} {url}, {linkedin} {linkedin}
        1.0  =linkedin/profile/profil/perfil/profilo/profiel/xing
        0.95 {url}, linkedinurl/profileurl/linkedinprofile
        0.95 linkedin/profile/online/public/social {linkedin}
        0.85 linkedin/profile/personal/bio {url}, {url} {url}
        0.75 social media/profile/handle, twitter, instagram/ig/insta {linkedin}?
        0.75 job/vacancy/ad/application posting/listing/link/url/ad/page
        0.7  linkedin contact/address/handle
        0.65 li, links info, contact info/information/details
        0.6  contact
    """,
    "location": """
        1.0  {place}, {place} {place}, {place} office/geographic/home
        1.0  address/adresse/direccion/indirizzo/endereco
        1.0  work location/city/address
        0.9  where they? based/located/live/lives/sits, =wo/ou/donde/onde/dove/waar/gdzie/var/hvor/где
        0.75 =state
        0.62 =area
        0.75 area geographic/geo
    """,
    "source": """
        0.8  networking {via}, {know} via/through/at/from/tramite/durch/uber/par/por/przez/door/gennem/genom
        1.0  {source} {channel}, {source} {know}
        0.95 description {first} {meet}/contact/encounter
        0.8  kontakt/contact uber/via/through
        0.85 application/job {url}/portal/board/platform
        0.8  {intro} path/route/way/chain warm?
        1.0  {source}, {source} contact/lead/connection/kontakt, {source} original/first/initial/traffic/acquisition
        1.0  {how} {found}
        1.0  {found} via/through/where/how/from/on/uber/par/op
        0.95 {how} {know} we/each?/other?/them?/person? {date}?
        0.9  {found}, woher, where from
        0.7  relation/relationship/beziehung/relacion/relazione
        0.7  connection/relationship/relation type/kind
        0.7  type/kind connection/relationship, how connection, connection my
    """,
    "channel": """
        1.0  versandart/kontaktart/bewerbungsart
        0.9  versand/bewerbung art/weg
        0.7  contact
        1.0  {channel}, {channel} {ask}, {channel} communication/networking
        1.0  contact/outreach/communication/message/approach/reachout/contacto method/medium/platform/mode/via/means/weg
        1.0  preferred contact/communication method, {sent} {via}, {sent} how
        0.72 =how
        0.9  how email/text/call/phone/linkedin/mail/dm/letter email/text/call/phone/linkedin/mail/dm/letter
        0.85 reached/approached via/how
        0.9  how contacted/reachedout/sent/asked/messaged/approached/reach/reachout/reached out?
        0.8  how get/got/came touch, touch how/via
        0.75 method/via/moyen/medio/weg/means/mezzo/mittel/middel, moyen/medio/means contact/contacto
        0.7  type contact/outreach, contact type
    """,
    "template": """
        1.0  {template}, {template} email/message/letter/outreach/note/mail/used/version
        1.0  email/message/letter/outreach/note/mail version/variant/draft/used
        1.0  letter/script/version/variant used
        0.9  which letter/template/version/script/email/message, anschreiben version/variante?
        0.95 {template} {first} {touch}/{ask}
        0.75 email/message/mail/letter type/kind
        0.75 =letter
        0.7  version/variant, =a b
    """,
    "hypothesis": """
        0.9  assumption/assumptions/idea affected/tested/addressed/supported/challenged
        0.66 idea
        1.0  {hypothesis}, {hypothesis} career/tested/test/testing, career/job path/guess/idea/theory
        0.9  assumption/assumptions/theory tested/test/testing, assumption/assumptions
        0.9  path tested/testing
        0.66 =path, =track path
        0.75 career path/track/direction/option/idea/interest/question, which career, guess
    """,
    "tags": """
        0.9  gruppe/grupo/groupe/gruppo/groep/grupp/グループ/分類/分类/類別/类别/그룹/분류/категория/категорія
        1.0  tag/tags/label/labels/schlagworte/etiqueta/etiquetas/etiquettes/etichette/keyword/keywords/теги/标签
        0.9  category/categories/kategorie/kategorien/categorie/categoria/group/groups/gruppe
        0.9  group membership
    """,
    "referred_by": """
        1.0  {from}/via/through whom/who/qui/wem/quien
        1.0  got/given {name}/contact {from}
        1.0  {referred} {from}, who {referred}, {referrer}, referredby/introducedby/introdby
        1.0  {referred} {person}
        1.0  mutual/common/gemeinsamer connection/contact/friend/acquaintance/connections/contacts/bekannter/kontakt
        1.0  mutuals, mis/mise relation par, {intro} {from}, kontakt uber/durch/von
        1.0  who connected/suggested/sent, kto/quem/wie/wer/chi/qui/quien {referred}
        0.95 referral/intro/introduction source, {intro} person/contact/name/who
        0.95 name/names/contact given/provided by/from
        0.95 ref/rec {from}, who made {intro}
        0.95 {who} {told} about?, heard {from}, heard about {from}, tip/tipp/tipps {from}
        0.9  referred/recommended/introduced/empfohlen/vermittelt/recommande/recomendado/referido/indicado/doorverwezen
        0.9  рекомендовал/推荐人/介绍人/紹介者, whose contact, via wie, через кого, came through/via
        0.9  connection who/through/via/from
        0.75 {intro}, connector/via/reference/mutual/warm, warm intro/introduction
    """,
    "contacted_on": """
        1.0  touch/step/dm {first}/1/one {sent}? {date}?
        1.0  {ask} {first}/1/one {sent}? {date}?
        0.95 {ask} done/made/complete/completed/made {date}?
        1.0  {date}? {first}? {sent}, {date} {first}? {ask}, {ask} {sent} {date}? {first}?
        1.0  {first} {ask} {date}? {sent}?
        1.0  {sent} {ask} {date}, connection/linkedin/invite request/invitation/invite sent {date}?
        0.95 linkedin {sent} {date}?
        1.0  {date}? applied/submitted/beworben/postule/aplicado/candidatado application/bewerbung/candidature?
        1.0  {date} application/bewerbung/candidature/candidatura/solicitud/submission
        0.95 kontaktdatum, attempt/outreach/approach {first}/1/one {date}?
        0.9  slid dms/dm, dms/dm {date}
        0.95 letter/card/note/mail posted/dropped, contact made
        0.9  outreach/erstkontakt/kontaktaufnahme/reachout, {sent} called/phoned/texted/dmed/{sent}
        0.85 intro email/message/mail/letter sent?, email/message/contact 1/one
        0.75 request/requested/anfrage/demande/solicitud/ask/asked
        0.85 invite/invitation/einladung/anfrage/invito/convite/uitnodiging/invitacion on/am/le/el/il/em/op
        0.58 =reached/tried
        0.9  {date} reached/tried/approached
        0.7  contact/email/message
        0.9  {date} {first} contact/write/wrote/message/reachout/ask/touch/text/call, {date} ask/reachout/wrote
        0.62 ={date} {date}?
    """,
    "nudged_on": """
        1.0  touch/step/dm/message/email/attempt/contact/{nudge} {later} {sent}? {date}?
        1.0  gentle/friendly/polite/quick {nudge} {sent}? {date}?
        1.0  {date}? {nudged} {again}?, {nudge} {sent} {date}? {again}?
        1.0  nudge/bump/chaser/nudges {date}? {again}?
        0.95 {nudge} {again}/{first}/1/one {date}? email/message?
        0.95 {nudge} email/message/mail {date}? {sent}?
        0.95 {again} email/message/outreach/attempt/ask/note/letter/mail/contact/{ask} {date}? {sent}?
        0.95 {sent} again
        0.85 reminder/relance/nachfassen/resend/sollecito/herinnering/erinnerung/recordatorio {date}? {sent}?
        0.85 paminnelse/pamindelse/purring/rykker/lembrete/promemoria/przypomnienie/hatirlatma {date}? {sent}?
        0.85 muistutus/pripominka/напоминание/нагадування/リマインド/催促/提醒/리마인드 {date}? {sent}?
        0.58 followup/followups
    """,
    "response": """
        0.95 {reply} type/kind/category/sentiment, {ask} {reply}
        0.9  {agreed}, {ask} {agreed}, abgesagt/einverstanden
        0.9  akkoord/承諾/可否/同意/接受/kabul/zgoda
        1.0  {reply}, {replied}, {reply} {got}/status/type/kind/outcome/result/yes/no/nature, rsvp
        0.95 zusage/absage zusage/absage?, accepted/declined accepted/declined/agreed?, =yes no, =y n
        0.95 agreed to? {talk}?
        0.9  their {reply}, {got}/get/any {reply}, did/have/they {reply}/respond/answer
        0.9  said/says yes/no
        0.85 what/was/ce/que/quoi/cosa/wat said/say/told/gesagt/dit/dijo/disse/detto/zei/gezegd
        0.9  respond/reply/answered/answer yes/no?, willing/able/open talk/meet/chat/speak
        0.9  decision their?
        0.9  will/would mentor/talk/meet/chat/help/participate
        0.8  result call
        0.8  result/outcome/status {ask}
        0.7  {outcome}/result/decision
        0.6  status
    """,
    "responded_on": """
        1.0  {last} {reply} {date}?
        1.0  {date} {replied}, {date} {reply} {got}?, {reply} {date} {got}?
        1.0  antwortdatum
        0.95 {replied}, {reply} {got}/on
        0.95 {reply}/{replied} {first} {date}?
        0.85 {reply}, heard {date}?, {date} feedback, {ask} {reply} {date}?
        0.95 {ask} {agreed} {date}?, {agreed} {date}, said yes {date}/on
        0.82 {agreed}
    """,
    "mode": """
        0.75 =where how, =where format
        0.8  how connect/connected/talked/speak/talk/meet
        1.0  {meet} mode/format/medium/type/kind/platform/method/via/art/modalite/modalidad/modalita
        1.0  gesprachsform
        1.0  format/formato/modality/mode/modalite/modalidad/modalita, {meet} {meet} type/or
        0.9  how met/spoke/talked/held/meet
        0.9  {meet}/phone/video/virtual person/inperson {meet}/phone/video/call/virtual
        0.9  {meet}/phone/virtual/remote/video person/video/inperson/phone/call/virtual
        0.85 {meet} {meet}, where/place/location/venue/ort/lieu/lugar meet/met/{meet}
        0.7  location/medium/venue/place/vorm
        0.85 method/how/type/via/medium/form/format/kind video/person/zoom/virtual/coffee/inperson
        0.65 type/via/method/form/art
    """,
    "minutes": """
        0.9  {meet} length
        1.0  how {length}
        1.0  {length}, {length} {length}, {meet}/time {length}, {length} {met}/agreed/geplant/spent
        1.0  time spent
        0.95 length, length {meet}/minutes/min/mins, how/wie long/lang/lange {length}?
        0.95 time min/mins/minutes
    """,
    "scheduled_on": """
        0.95 calendar invite/invitation {sent}? {date}?
        1.0  {date}? {scheduled}, {date}? {meet} {scheduled}, {scheduled} {meet} {date}?
        0.95 {next} {meet} {date}?, appointment {date}?, {meet} planned/agreed {date}?
        0.75 =termin
    """,
    "met_on": """
        0.95 when/date speak/talk/meet/chat/connect
        0.95 {date}? shadowing/shadowed/shadow/visited/tour/toured {date}
        0.85 shadowed/shadowing/visited
        0.95 site/{org}/campus/school/clinic/shop/store/facility/plant/farm/ward/lab visit/tour/walkthrough {date}?
        0.95 museum/gallery/theater/theatre/library/newsroom/factory/warehouse/winery/brewery visit/tour {date}?
        0.95 zoomd/demod/demoed/zoomed/skyped/facetimed/asistio/attended {date}?
        0.95 attended orientation/session/interview/call/meeting {date}?
        0.87 {meet} {meet}/intro/introductory/screening/screen, {first}/initial {meet}/screen, phone/video screen
        1.0  {date} {met}/{talked}, {date} {meet} {meet}? {met}/{talked}?, {meet} {met}/{talked} {date}?
        1.0  gesprachsdatum/gesprachstermin
        0.95 {talked} {date}? with/mit/avec/con/com/med/z?
        0.95 held/conducted/gefuhrt/completed/stattgefunden {date}?
        0.95 {meet} grabbed/had/drank
        0.95 coffeechat/infointerview/informational {meet}? {date}?
        0.95 informational/info/coffee interview/chat/call/meeting/conversation {date}? {met}?
        0.85 {meet}
        0.62 ={date} {date}?
    """,
    "thanked_on": """
        1.0  {thank} {sent}? {date}? {ask}?
        1.0  {thank} note/email/letter/message/card/mail {sent}? {date}? written?
        0.95 {thank} followup {date}? {sent}?, {thank} said/gesagt/written/wrote/enviadas {date}?
    """,
    "follow_up_on": """
        1.0  {next}/{scheduled} {nudge}/checkin/recontact/callback {date}?
        1.0  {next} contact/touch/touchpoint/followup/checkin/reminder/kontakt/contacto/contatto/contato/контакт {date}?
        1.0  {next} seguimiento/relance/outreach/reachout/contactmoment {date}?, {next} {action} {date}
        1.0  {next}? {action} due/by {date}?, followup {date} {next}? due?
        1.0  followup due/by/deadline/needed/again {date}?
        0.95 remind/reminder/wiedervorlage/snooze {date}?, due/reminder/recontact/callback {date}
        0.95 {next} followup {date}?
        0.9  checkin/recontact/reconnect/reachout/callback/ping {date}? next/by/on/again?
        0.9  opvolgen/opvolgdatum {date}?
        0.9  catchup/talk/speak/contact/write/ask/reachout/touch again/next {date}?
        0.9  further contact/touch {date}?
        0.9  suivi/seguimiento/relancer/acompanhamento/nachfassen/opvolging {date}/{scheduled}
        0.85 suivi/seguimiento/relancer/acompanhamento, when to? followup/next, =due
        0.95 {callback} {date}
        0.85 {callback} a/zu/to?
        0.8  followup/followups, {next} {date}
        0.7  {next} {action}
    """,
    "last_touch_on": """
        1.0  {date}? {last} {touch} {date}?, {date}? form {last} {touch}
        1.0  lastcontact/lastcontacted/lasttouch/lasttouched/lastspoke
        0.9  touchpoint/touched/touch {date}?, {last} {meet} {date}?
    """,
    "cadence_days": """
        1.0  {often} days?
        1.0  {often} {meet}/contact/followup/touch/touchpoint/outreach/checkin/catchup/reminder days?
        1.0  {meet}/contact/followup/touch/touchpoint/outreach/checkin/reminder interval/every days?
        0.95 keep touch every/days/interval/often, days between contacts/touches/contact
        0.95 touch/contact/catchup/{callback}/checkin/reachout/connect/ping/write/talk/meet every
        0.95 how? often touch/contact/catchup/{callback}/checkin/reachout/connect/ping/write/talk/meet
        0.9  interval/every days?, how often
    """,
    "introductions": """
        1.0  {intro} to
        1.0  {contacts} {given} {given}?, {contacts} {contacts} {given}, {intro} {given}, {intro} names/people/contacts
        1.0  introductions/intros, names/people given/gave/recommended
        1.0  {contacts}/{talk} {given} {talk}?, who else/next {talk} should?, people/person {talk} next
        1.0  {referred}/introduce/refer/recommend me/mi to/ha {contacts}?
        1.0  {other} {contacts} {touch}/{talk}/contacter/kontaktieren/contactar/contattare?
        1.0  nouveaux/nuevos/nuovi/novos/nieuwe/neue {contacts}, {contacts} suggested/recommended/next
        1.0  to whom {referred}, me/mi contact/contacto/contato/contatto {given}/paso/dio/passou/passato
        0.95 connect/introduce/connected/introduced/referred/pointed/presento/presentato/doorverwezen with/to/me/naar/a
        0.95 who {given}
        0.9  networking/contact/referral recommendations/suggestions, should next? {talk}
        0.9  {given} {talk} i?
        0.9  a/wen/quem/kogo quien/qui/chi/quem? {referred}/recomienda/sugirio/empfiehlt/consiglia
        0.95 {referred}/{given} alguem/alguien/quelquun/qualcuno/iemand/jemanden/anyone/someone/anybody/kogos
        0.85 =who next, =who else, =next who, suggested/recommended people/person/names
        0.66 talk/speak/contact/meet/connect/reachout/ask/interview next
        0.9  {contacts} i? got/gained/came/collected out?, {contacts} passed along/on
        0.85 names, {contacts} from this person/contact, leads from, next people/contacts/person
        0.85 will introduce to/me
        0.75 referrals/introduction/recommendations/empfehlungen/referral/kontakte
    """,
    "promised": """
        1.0  {promise}, {promise} what/they/i/to/send, what {promise}
        0.95 owe/owes/owing owe/owes?, offered/owe/owes help/send/to
        0.95 my/i todos/commitments, send to
        0.9  action items/item, todos
        0.75 offered/deliverables
    """,
    "acknowledged_on": """
        1.0  {date}? acknowledged/acknowledgement/acknowledgment {date}? {sent}?, closedloop {date}?
        0.95 updated/reported/told/report back/outcome/result/them {date}?, loop closed/close {date}?
        0.95 {outcome} reported/told/shared/announced back? {date}?
        0.95 ruckmeldung/ergebnis gegeben/mitgeteilt
        0.95 told/tell/shared/reported how turned/went/ended/worked, let know how/outcome/result
        0.9  update sent {date}?, told/updated on
        0.85 success/offer shared/announced/told {date}?
    """,
    "reflection": """
        1.0  {feeling}, {feeling} {feeling}?, how/wie/comment/como felt/feel/feeling, inspired icky
        0.95 {feeling} my/personal/general/generale/gut/level/reaction, how went/go, wie war wars?
        0.95 did energize energise?, energized/energised/energizing/energising/inspired/excited drained/draining/icky
        0.85 energized/energised/energizing/energising/drained/draining/icky/inspired
        0.9  how =was, wie wars
        0.8  personal/gut reaction/impression
    """,
    "takeaways": """
        1.0  {takeaway}/knowledge/wisdom/advice gained/gathered/gleaned/collected
        0.95 information/info/intel/insight gathered/obtained/gained/learned/collected/shared/received
        0.9  what surprised/surprising/stood/interesting/memorable/remember most?
        0.9  key/main/biggest/top signal/signals/insight/insights/point/lesson
        1.0  {takeaway}, {takeaway} {takeaway}
        1.0  key/main/wichtigste points/takeaways/lessons/advice/findings/quotes/insight
        1.0  what {takeaway}/learn/learnt, points cles
        1.0  {meet} {takeaway}/summary/highlights/findings/insights
        0.95 {takeaway}/advice/tips advice/given/received/tips, advice, points discussion/discussed
        0.95 topics discussed, =tips
        0.9  what said/told/tell/say/teach/taught/heard/shared/discussed/talked about?
        0.9  {meet} recap/gist, gesprachsnotizen
        0.85 highlights/findings/quotes, notes from/about {meet}, {meet} note/notes/comments/notizen
        0.85 conclusiones/conclusions
        0.75 details/summary/content/recap/notes/overview {meet}
        0.68 feedback
        0.7  summary/zusammenfassung/resumen/resume
    """,
    "outcome": """
        1.0  {outcome}, {outcome} {meet}/final/next
        0.95 what came of/out
        0.9  result/results
        0.75 led/conclusion/impact/opportunity
        0.6  offer/decision
    """,
    "notes": """
        1.0  {note}, {note} {note}
        0.95 additional/other/general/misc/my/extra/personal/full/free/random/more/further {note}/info/information
        0.95 {note} diverses/varie/details/text/about/general
        0.9  {reply} notes/comments
        0.9  {meet}/contact/agent notes/comments/note, notes {meet} about/from/with?
        0.9  card/task/item/contact/record description
        0.75 details/description/memo/misc/miscellaneous/info/beschreibung/other/sonstiges/divers
    """,
    "status": """
        0.7  list/column/lane {name}
        1.0  {status}
        1.0  {status} contact/current/outreach/approach/networking/application/overall/relationship/engagement/process
        1.0  {status} pipeline/lead/connection/conversation/followup/{meet}
        1.0  kontaktstatus/bewerbungsstatus
        0.95 where/wo/wie things/it/stands/stand things?/stand?/stands?
        0.8  what/whats happening
        0.85 step/milestone completed/done/taken/reached
        0.7  progress/fortschritt/where
    """,
    "event": """
        1.0  event/action/activity/aktion/ereignis/evento/evenement/aktivitat/actividad/attivita/accion/actie
        1.0  =type
        1.0  interaction/activity/event/action/contact/outreach/touchpoint/touch/entry/message type/kind/channel
        0.95 what happened/did/done
        0.9  step/milestone completed/done/taken/reached
        0.9  what/kind/typ/art/tipo/soort/interaction/touchpoint/step/was
    """,
    "detail": """
        1.0  detail/details/summary/description/subject/content, {note}
        0.9  what said/discussed/happened, {reply}/outcome/result/message
        0.9  {meet}/interaction notes/summary/details
    """,
}
