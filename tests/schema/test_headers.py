"""What the words of a header say."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from infoviz.schema.columns.matches import ACCEPTED
from infoviz.schema.headers.meaning import alike, parts, scores, words

# Headers as people write them, by the field they mean.
HEADERS = {
    "name": """
        Name | Contact | Contact Name | Full Name | Person | Who | Interviewee | Interviewee name |
        Person's Name | Name of contact | Name of person | Person I contacted | Person to contact |
        Contact person | POC | Point of contact | Networking contact | Connection name | Alum |
        Alumni name | Alumnus/a | Professional | Name (first last) | First & Last Name |
        First and last name | NAME: | Names | Contact's name | Lead name | Lead | Prospect | Prospect Name |
        Who did I talk to? | Who I spoke with | Who am I meeting | Employee name | Recruiter name |
        Hiring Manager | Ansprechpartner | Ansprechpartner:in | Name, Vorname | Nom | Nom et prénom |
        Prénom Nom | Nom du contact | Personne contactée | Nombre | Nombre y apellidos | Nombre completo |
        Persona de contacto | Contacto | Nome | Nome e cognome | Nome completo | Naam | Contactpersoon |
        Namn | Navn | Imię i nazwisko | Имя | ФИО | 姓名 | 氏名 | お名前 | 이름 | Interview partner |
        Gesprächspartner:in | Informational interviewee | Target Contact | Mentor | Speaker | Guest |
        Participant | Participant name | Individual | Their name | Contact full name | contact_name |
        person_name | full_name
    """,
    "first_name": """
        First Name | First | Given name | Forename | Vorname | Prénom | Voornaam | firstName | FName |
        First name(s) | Förnamn | Fornavn
    """,
    "last_name": """
        Last Name | Last | Surname | Family name | Nachname | Nom de famille | Achternaam | lastName |
        LName | Apellido | Apellidos | Cognome | Sobrenome | Efternamn | Etternavn
    """,
    "organization": """
        Company | Organization | Organisation | Org | Org. | Employer | Current employer | Firm |
        Firm name | Company name | Company/Org | Company / Organization | Company or school | Institution |
        Affiliation | Workplace | Where they work | Works at | Work place | Place of work | School/Company |
        Agency | Agency/Company | Company (current) | Current company | Employer/Organization |
        Unternehmen | Firma | Arbeitgeber | Organisation / Firma | Entreprise | Société | Organisme |
        Structure | Empresa | Organización | Compañía | Azienda | Ente | Empresa/Organização | Bedrijf |
        Organisatie | Werkgever | Företag | Bolag | Virksomhed | Bedrift | Firma / Instytucja | Компания |
        Организация | 公司 | 会社名 | 회사 | Business | Business name | Startup | University | School | Lab |
        Practice | Hospital | Studio | Bank | Non-profit | organization_name | org_name | companyName |
        employer_name | Target company | Their company | Company Name* | Co. | Corp |
        Museum | Gallery | Clinic | Law firm | Newsroom | Foundation | Museo | Musée | Galerie | Klinik
    """,
    "role": """
        Title | Job title | Role | Position | Job | Current role | Current position | Current title |
        Job role | Title/Role | Role/Title | Position/Title | Title / Position | Occupation | What they do |
        What do they do? | Their job | Their role | Designation | Professional title | Job Function |
        Function | Rolle | Position / Funktion | Funktion | Beruf | Stelle | Berufsbezeichnung | Jobtitel |
        Poste | Fonction | Intitulé du poste | Métier | Cargo | Puesto | Rol | Ruolo | Posizione |
        Mansione | Cargo/Função | Functie | Functietitel | Befattning | Stilling | Stanowisko | Должность |
        职位 | 役職 | 직책 | Title at company | Role at company | contact_title | job_title | current_job |
        Career | Specialty | Role they have |
        What they do now | What she does now | Works as | Desig. | As
    """,
    "email": """
        Email | E-mail | Email address | E-Mail-Adresse | Mail | Contact email | Email (work) | Work email |
        Personal email | Their email | Email ID | Mailadresse | Courriel | Adresse mail | Adresse e-mail |
        Correo | Correo electrónico | Email lavoro | Indirizzo email | Endereço de email | Mailadres |
        E-post | E-postadress | Adres email | Почта | Эл. почта | 电子邮件 | メール | 이메일 | email_address |
        emailAddr | Best email | Email of contact |
        Mail ID | Mail-ID | MailID | Gmail
    """,
    "phone": """
        Phone | Phone number | Phone # | Tel | Tel. | Telephone | Mobile | Mobile phone | Cell | Cell # |
        Telefon | Telefonnummer | Handynummer | Téléphone | Numéro de téléphone | Portable | Teléfono |
        Móvil | Número de teléfono | Telefono | Cellulare | Telefone | Celular | Telefoon | Telefoonnummer |
        Телефон | 电话 | 電話番号 | 전화번호 | Contact number | Contact no. | phone_number | WhatsApp |
        Phone (mobile) | Ph # | Number |
        Mob. | Mob. no
    """,
    "link": """
        LinkedIn | LinkedIn URL | LinkedIn profile | LinkedIn link | Link | Profile | Profile URL |
        Profile link | URL | Website | LinkedIn Profil | Profil LinkedIn | Lien LinkedIn |
        Perfil de LinkedIn | Enlace | Profilo LinkedIn | LinkedIn-profiel | Xing-Profil | Xing |
        Link to profile | LinkedIn page | Web | linkedin_url | Online profile | LI | LI URL | LI profile |
        Homepage | Bio | Bio link | Social media | Twitter | Link to LinkedIn | Webseite | Links
    """,
    "location": """
        Location | City | City/State | City, State | Country | Where | Based in | Where based |
        Where are they located? | Office location | Office | Region | Ort | Stadt | Standort | Lieu |
        Ville | Pays | Ciudad | Ubicación | País | Luogo | Città | Sede | Cidade | Localização | Plaats |
        Locatie | Stad | Ort/Stadt | Miasto | Город | 城市 | 場所 | Place | Geography | Time zone |
        Area (geographic) | State | Located in |
        Loc. | Addr.
    """,
    "source": """
        Source | How found | How I found them | Found via | Found through | How did I find them |
        Where I found them | How we met | How we know each other | How I know them | How do I know them? |
        How do you know them | Lead source | Contact source | Where from | Origin | Where did I meet them? |
        Relationship | Relation | Connection type | Type of connection | How connected | Quelle |
        Gefunden über | Woher | Woher kenne ich die Person? | Source du contact | Comment trouvé |
        Comment je l'ai connu | Fuente | Cómo lo conocí | Fonte | Come trovato | Origem | Bron |
        Hoe gevonden | Källa | Источник | 来源 | Relationship to me | My connection | Found on | Where found |
        Original Source | First source | met at
    """,
    "channel": """
        Channel | Contact method | Method of contact | Method | Contacted via | Contacted through |
        Contacted by | Outreach method | Outreach channel | How contacted | How I reached out |
        How did I reach out? | How reached | Medium | Platform | Means of contact | Communication method |
        Message channel | Via | Mode of contact | Mode of outreach | Kanal | Kontaktweg | Kontaktiert über |
        Canal | Moyen de contact | Canal de contacto | Medio | Canale | Kanaal | Канал | Sent via |
        Approach method | Type of outreach | Contact mode | Contact channel | Reached out via |
        Preferred contact method |
        How | How (text, email, call)
    """,
    "template": """
        Template | Template used | Email template | Letter | Which letter | Email version |
        Message version | Message template | Script | Version | Email type | Outreach template | Vorlage |
        Anschreiben | Modèle | Plantilla | Modello | A/B | Variant | Message variant | Template # |
        Which email
    """,
    "hypothesis": """
        Hypothesis | Career hypothesis | Hypotheses | Hypothesis tested | Career path | Career track |
        Career guess | Hypothese | Hypothèse | Hipótesis | Ipotesi | Assumption | Assumption to test |
        Path being tested | Career idea | Career option | Which career | Guess |
        Path
    """,
    "tags": """
        Tags | Tag | Labels | Category | Categories | Group | Keywords | Kategorie | Catégorie | Etiquetas |
        Etichette | Label | Schlagwörter | Tags/Labels
    """,
    "referred_by": """
        Referred by | Referrer | Introduced by | Introduction from | Intro from | Intro by | Intro via |
        Introduced via | Introducer | Recommended by | Who referred me | Who introduced us |
        Who introduced me? | Mutual connection | Mutual connections | Mutual contact | Mutual friend |
        Mutuals | Connected by | Connected through | Connected via | Referral from | Referral source |
        Referral | Referred from | Suggested by | Connector | Warm intro | Warm intro via | Empfohlen von |
        Empfehlung von | Vermittelt durch | Kontakt über | Vorgestellt von | Recommandé par | Présenté par |
        Mis en relation par | Recomendado por | Referido por | Presentado por | Presentato da |
        Segnalato da | Indicado por | Doorverwezen door | Via wie | Tipsad av | Рекомендовал | Через кого |
        介绍人 | 紹介者 | referred_by | Who connected us | Who suggested them | Name given by | Introduction by |
        Whose contact | Came through | Who sent me |
        Ref. by | Rec. by | Who made the intro | Me la presentó | Me lo recomendó | Me l'a présentée |
        Me l'ha presentato
    """,
    "contacted_on": """
        Date contacted | Contacted | Contacted on | Date of contact | Contact date | First contact |
        Date of first contact | First contacted | Initial contact | Initial contact date |
        Initial outreach | Date of initial outreach | Outreach date | Outreach sent | Date reached out |
        Reached out | Reached out? | Reached out on | Email sent | Date email sent | Date emailed |
        Emailed | Emailed on | Emailed? | First email | First email sent | 1st email | First message |
        Message sent | Messaged | Date messaged | Sent | Sent on | Date sent | Sent date | Request sent |
        Date requested | Requested on | Date of request | Invitation sent | Invite sent | Asked | Asked on |
        Date asked | Contacted? | Contacted (Y/N) | Outreach | Outreach 1 | Email 1 | Date of email |
        Date of outreach | LinkedIn message sent | InMail sent | Connection request sent |
        Date of LinkedIn request | Cold email sent | Date I wrote | Wrote on | Approached | Approached on |
        When contacted | When did I reach out? | Applied | Date applied | Application date | Applied on |
        Date of application | Kontaktiert am | Kontaktiert | Angeschrieben | Angeschrieben am |
        Erstkontakt | Erster Kontakt | Datum Erstkontakt | Anfrage am | Anfrage gesendet | Gesendet am |
        Kontaktdatum | Datum der Anfrage | Contacté le | Date de contact | Date d'envoi | Envoyé le |
        Premier contact | Date du premier contact | Date de prise de contact | Contactado |
        Fecha de contacto | Fecha de envío | Primer contacto | Contactada el | Fecha de solicitud |
        Contattato | Contattato il | Data contatto | Data di contatto | Primo contatto | Inviato il |
        Data de contato | Contatado em | Enviado em | Gecontacteerd op | Datum contact | Benaderd op |
        Verstuurd op | Kontaktad | Skickat | Data kontaktu | Дата контакта | 联系日期 | 連絡日 | 연락일 |
        first_contacted_at | sent_at | outreach_sent_date | ask_date | date_emailed | Message date |
        Date LinkedIn msg sent | Intro email sent | Emailed them? | Date first reached out |
        Original email date | Attempt 1
    """,
    "nudged_on": """
        Nudged | Nudged on | Nudge date | Follow-up sent | Follow up sent | Followed up | Followed up? |
        Followed up on | Date followed up | Second email | 2nd email | Second message |
        Follow-up email sent | Follow-up 1 | 1st follow up | First follow-up | Follow up #1 |
        Follow-up #1 date | Reminder sent | Bumped | Bump | Bump sent | Date of follow-up email |
        Follow up email | Chased | Chaser sent | Nachgefasst | Nachgefasst am | Nachgehakt |
        Erinnerung gesendet | Relance | Relancé le | Date de relance | Recordatorio enviado | Sollecito |
        Herinnering | Attempt 2 | 2nd attempt | second_email_date | followup_sent | Follow-up sent on |
        Pinged again | Email 2 | Second outreach | Nudge sent |
        re-pinged | Re-sent | Repinged
    """,
    "response": """
        Response | Reply | Answer | Response? | Response status | Their response | Response type |
        Outcome of request | Accepted? | Accepted/Declined | Agreed? | Agreed to talk | Agreed to chat? |
        Agreed to meet? | Said yes? | Yes/No | Yes or no | Y/N | Willing to talk? | Reply status | Antwort |
        Rückmeldung | Reaktion | Zusage | Zusage? | Réponse | Réponse ? | Respuesta | Risposta | Resposta |
        Antwoord | Svar | Odpowiedź | Ответ | 回复 | 返信 | 답장 | response_status | RSVP | Response received? |
        Replied? | Responded? (Y/N) | Heard back? | Did they respond? | Did they reply | Got a response? |
        Any response | Result of outreach | Response (Y/N) | Outreach result | Decision
    """,
    "responded_on": """
        Responded | Responded on | Date responded | Response date | Date of response | Replied |
        Replied on | Date replied | Reply date | Date of reply | Reply received | Response received |
        Heard back | Heard back on | Answered on | Answer date | Date of answer | Got back to me |
        When they replied | Geantwortet am | Antwort am | Antwortdatum | Datum der Antwort |
        Antwort erhalten am | Répondu le | Date de réponse | Réponse le | Fecha de respuesta |
        Respondió el | Respondido | Risposto il | Data risposta | Data da resposta | Respondeu em |
        Antwoord op | Datum antwoord | Svarade | Дата ответа | 回复日期 | 返信日 | responded_at | reply_date |
        response_at | Date they responded | First reply | Reply on
    """,
    "mode": """
        Mode | Format | Meeting format | Interview format | Meeting type | Type of meeting |
        Interview type | How we met (phone, video...) | Phone/Video/In person | Phone or in person |
        In person / virtual | Call type | Meeting mode | Meeting medium | Medium of interview |
        Meeting platform | Art des Gesprächs | Gesprächsform | Format de l'entretien | Modalité | Formato |
        Modalidad | Modalità | Vorm | Interview mode | Virtual or in-person | Call/Coffee | interview_mode |
        Type of interview | Where (Zoom/phone) | Meeting location |
        Where / how | How/where
    """,
    "minutes": """
        Minutes | Duration | Duration (min) | Length | Length (min) | Length of call | Call length |
        Time spent | How long | How long (min) | Mins | Duration (minutes) | Meeting length | Dauer |
        Dauer (Min) | Gesprächsdauer | Durée | Durée (min) | Duración | Duración (min) | Durata | Duração |
        Duur | Interview duration | duration_min | minutes_talked | Length of interview | Call duration |
        Time (min)
    """,
    "scheduled_on": """
        Scheduled | Scheduled for | Scheduled on | Date scheduled | Scheduled date | Meeting scheduled |
        Call scheduled | Call scheduled for | Interview scheduled | Interview scheduled for | Booked |
        Booked for | Booked on | Appointment | Appointment date | Upcoming call | Next meeting | Next call |
        Meeting booked | Planned date | Termin | Termin am | Geplant am | Vereinbart für | Prévu le |
        Planifié | Programada | Agendado | Agendada para | Fissato per | Gepland op | scheduled_date |
        scheduled_at | Chat scheduled | Coffee chat scheduled | Scheduled call | Scheduled meeting date |
        Time scheduled | Confirmed date | Set for
    """,
    "met_on": """
        Met | Met on | Date met | Meeting date | Date of meeting | Interview date | Date of interview |
        Interviewed | Interviewed on | Call date | Date of call | Chat date | Date of chat | Coffee chat |
        Coffee chat date | Coffee date | Informational interview date | Informational |
        Informational interview | Info interview | Date of informational | Spoke | Spoke on | Date spoken |
        Spoke with on | Talked on | Date we talked | Date of conversation | Conversation date | Interview |
        Meeting | Call | Chat | Zoom date | Had call | Call completed | Meeting completed |
        Interview completed | Interview done | Interviewed? | Met? | Spoken? | Completed | Completed on |
        Completion date | Date completed | Held on | Interview held | Conversation held | Gespräch |
        Gespräch am | Gesprächstermin | Gespräch geführt am | Getroffen am | Treffen am | Interviewtermin |
        Datum des Gesprächs | Entretien | Entretien le | Date d'entretien | Date de l'entretien |
        Date du rendez-vous | RDV | Rencontré le | Entrevista | Fecha de entrevista | Fecha de la charla |
        Fecha de reunión | Café | Fecha del café | Colloquio | Data colloquio | Data incontro | Incontro |
        Entrevista em | Data da conversa | Data da reunião | Gesprek | Datum gesprek | Gesproken op |
        Afspraak | Möte | Samtal | Rozmowa | Дата встречи | Встреча | 面谈日期 | 面談日 | met_at | interview_date |
        call_date | meeting_date | When we met | When we talked | When we spoke | Day of interview |
        Date of zoom | Phone call date | Video call date |
        Studio visit | Site visit | Lab tour | Museum visit date | Campus visit
    """,
    "thanked_on": """
        Thanked | Thanked on | Thank you | Thank-you | Thank you sent | Thank you note |
        Thank you note sent | Thank-you note sent? | Thank you email | Thank you email sent | TY sent |
        TY note | TY email sent | Thanks sent | Date thanked | Date thank you sent | Thank you date |
        Sent thank you | Sent thank-you? | Said thanks | Thank you letter | Thank you card sent |
        Wrote thank-you | Dank | Danke gesagt | Bedankt am | Bedankt | Dankesmail | Dank gesendet am |
        Remercié le | Remerciement | Remerciements | Mail de remerciement | Agradecimiento | Agradecido |
        Gracias enviadas | Ringraziato il | Ringraziamento | Agradecimento | Agradecido em | Bedankje |
        Tack | Благодарность | 感谢信 | お礼 | thank_you_sent | thanked_at | thank_you_date |
        Follow up thank you sent | TYN sent | Thank you follow-up
    """,
    "follow_up_on": """
        Follow up | Follow-up | Follow up date | Follow-up date | Follow up on | Followup | Next follow-up |
        Next follow up date | Next contact | Next contact date | Next action date | Next step date |
        Next touch | Next touchpoint | Follow up by | Follow-up due | Follow up when | When to follow up |
        Reminder | Reminder date | Remind me | Remind me on | Next reach out | Date to follow up |
        Check in date | Check-in on | Check back on | Reconnect on | Reconnect by | Recontact date |
        Next outreach date | Due | Due date | Action due | To do by | Wiedervorlage | Wiedervorlage am |
        Nächster Kontakt | Nächster Schritt am | Prochain contact | Prochaine relance | Date de suivi |
        À relancer le | Relancer le | Próximo contacto | Fecha de seguimiento | Seguimiento |
        Prossimo contatto | Próximo contato | Data de acompanhamento | Volgend contact | Opvolgen op |
        Opvolgdatum | Nästa kontakt | Следующий контакт | 下次联系 | followup_date | next_follow_up |
        next_contact_at | Next follow up (date) | Follow up again
    """,
    "last_touch_on": """
        Last contact | Last contacted | Last contact date | Date of last contact | Date last contacted |
        Last touch | Last touchpoint | Last interaction | Last spoke | Last spoken | Last talked |
        Last conversation | Most recent contact | Most recent interaction | Latest contact |
        Last communication | Last reached out | Last outreach | Last email | Last message | Last emailed |
        Last met | Last seen | Last meeting | Last activity | Last activity date | Last engagement |
        Last correspondence | Letzter Kontakt | Letzter Kontakt am | Zuletzt kontaktiert |
        Zuletzt gesprochen | Dernier contact | Date du dernier contact | Dernier échange | Último contacto |
        Fecha último contacto | Ultimo contatto | Último contato | Laatste contact | Laatst gesproken |
        Senaste kontakt | Последний контакт | 最后联系 | last_contacted | lastContactDate | last_touch |
        When last contacted
    """,
    "cadence_days": """
        Cadence | Cadence (days) | Contact frequency | Frequency | Frequency of contact |
        Keep in touch every | How often | Touch every (days) | Contact every | Follow-up frequency |
        Follow-up interval | Interval (days) | Days between contacts | Check-in frequency | Rhythmus |
        Häufigkeit | Fréquence | Frecuencia | Frequenza | Frequência | Frequentie | keep_in_touch_days |
        meeting_cadence | Keep in touch (days) | Catch-up frequency | Reminder interval |
        Touch base every (days) | Reach out every | Ping every (days) | How often to catch up
    """,
    "introductions": """
        Introductions | Introductions made | Intros | Intros made | Intros given | Intros offered |
        Introductions offered | Introductions promised | Referrals | Referrals given | Referrals provided |
        Referrals received | Referred me to | Introduced me to | Recommended I talk to |
        Who else should I talk to? | Who else to talk to | Who to talk to next | Next contacts |
        New contacts | New contacts from this person | Contacts given | Contacts provided |
        Contacts suggested | Contacts they gave me | Names given | Names they gave me | Suggested contacts |
        People they suggested | People suggested | Recommended contacts | Recommended people |
        Other people to contact | Additional contacts | Further contacts | Leads given |
        Leads from this contact | Connections offered | Weitere Kontakte | Empfohlene Kontakte |
        Empfehlungen | Genannte Kontakte | Contacts recommandés | Contacts donnés | Nouveaux contacts |
        Contactos recomendados | Contactos proporcionados | Me presentó a | Contatti suggeriti |
        Contatti forniti | Mi ha presentato | Contatos indicados | Nieuwe contacten | Doorverwezen naar |
        referrals_given | intros_offered | Who they recommended | Who did they suggest |
        Suggested I speak to | Will introduce me to | Connected me to | Next people | Referral names |
        People to talk to next |
        Contacts obtenus | Contactos conseguidos | Contatti ottenuti | Erhaltene Kontakte | talk to next |
        Contacts gained
    """,
    "promised": """
        Promised | Promises | What I promised | What they promised | I promised | I owe | They promised |
        Commitments | Promised to send | To send | Versprochen | Promesse | Prometido | Promessi | Beloofd |
        Action items | My to-dos | Deliverables | Offered help | Offered to |
        Owes me / I owe | I owe them | They owe me
    """,
    "acknowledged_on": """
        Acknowledged | Acknowledged on | Reported back | Reported back on | Told them the outcome |
        Closed the loop | Loop closed | Update sent | Updated them on | Success shared | Outcome shared on |
        Reported outcome on | Told about outcome | Told them on | Rückmeldung gegeben am | acknowledged_at |
        Told them how it turned out | Let them know the outcome
    """,
    "reflection": """
        Reflection | Reflections | Feeling | Feelings | How it felt | How did it feel? | How I felt |
        How I felt after | Vibe | Energy | Energy level | Mood | Impression | My impression | Impressions |
        Gut feeling | Gut reaction | Inspired or icky | Inspired/icky | Eindruck | Gefühl | Bauchgefühl |
        Wie war's? | Ressenti | Impression générale | Sensaciones | Impresión | Impressioni | Sensazione |
        Impressão | Gevoel | Känsla | Did it energize me? | Excitement | My feelings | Personal reflection |
        Sentiment | How did it go? |
        Energized or drained? | Energizing? | Draining?
    """,
    "takeaways": """
        Takeaways | Key takeaways | Main takeaways | Takeaway | Learnings | Key learnings | What I learned |
        What did I learn? | Lessons | Lessons learned | Insights | Key insights | Key Insights & Advice |
        Advice | Advice given | Advice received | Key points | Main points | Highlights |
        Discussion points | Topics discussed | What we discussed | What we talked about | Interview notes |
        Meeting notes | Conversation notes | Call notes | Notes from call | Notes from conversation |
        Notes from interview | Conversation summary | Summary of conversation | Call summary |
        Meeting summary | Interview summary | Details of conversation | Erkenntnisse |
        Wichtigste Erkenntnisse | Gelernt | Was ich gelernt habe | Gesprächsnotizen | Apprentissages |
        Ce que j'ai appris | Points clés | Enseignements | Aprendizajes | Lo que aprendí | Conclusiones |
        Cosa ho imparato | Spunti | Aprendizados | Inzichten | Lärdomar | Выводы | 收获 | 学び | key_takeaways |
        Key quotes | Findings | Main insight | Quotes |
        Insights gained | Knowledge gained | Lessons gathered
    """,
    "outcome": """
        Outcome | Outcomes | Result | Results | Final outcome | Outcome of meeting | Outcome of interview |
        What came of it | What came out of it | Ergebnis | Résultat | Resultado | Esito | Risultato |
        Uitkomst | Resultaat | Resultat | Результат | 结果 | Outcome / next | Impact | Led to
    """,
    "notes": """
        Notes | Note | Comments | Comment | Remarks | Additional notes | Other notes | General notes |
        Misc | Misc. | Misc notes | Miscellaneous | Other | Other info | Additional info |
        Additional information | More info | Notizen | Bemerkungen | Bemerkung | Anmerkungen | Kommentar |
        Sonstiges | Remarques | Notes diverses | Commentaires | Notas | Observaciones | Comentarios |
        Note varie | Commenti | Osservazioni | Observações | Opmerkingen | Notities | Anteckningar |
        Kommentarer | Uwagi | Заметки | Комментарии | Примечания | 备注 | 備考 | メモ | 비고 | notes_text |
        Free notes | Random notes | Notes & comments | Notes/Comments | Notes / details | Thoughts |
        Extra notes | Personal notes | My notes
    """,
    "status": """
        Status | Current status | Stage | Pipeline stage | Pipeline | Contact status | Outreach status |
        Conversation status | Interview status | Relationship status | Engagement stage | State | Phase |
        Progress | Where it stands | Where things stand | Stand | Statut | État | Estado | Estatus | Stato |
        Fase | Situação | Status (current) | Status of contact | Status of outreach | Networking status |
        Application status | Статус | 状态 | ステータス | 상태 | lead_status | Follow-up status | Kontaktstatus |
        Status/Stage
    """,
}

# Headers that mean nothing we know.
FOREIGN = """
    ID | # | No. | Row | Priority | Seniority | Salary | Industry | Sector | Company size | Shared resume? |
    Resume sent | Resume version | CV sent | Next steps | To do | Interest level | Rating | Fit | Score |
    Years of experience | Gender | Pronouns | Birthday | Job posting ID | Salary range | Visa sponsorship |
    Questions to ask | Questions | My questions | Prep notes sent | Attached file | Document | Folder |
    Date added | Added on | Created | Created at | Updated | Last updated | Last modified | Week | Month |
    Quarter | Year | Days since contact | Days to reply | Days since last contact | # of emails |
    Number of follow ups | Response rate | Count | Time to respond (days) | Warmth |
    Strength of relationship | Closeness | Degree | Major | Class year | Graduation year | Grad year |
    Owner | Assigned to | Meeting link | Zoom link | Teams link | Calendar link | Company website link |
    Gift | Cost | Company mission | Company values | Products | Technologies | Tech stack |
    Why interested? | Why this person? | Reason for contact | Goal | Goal of call | Purpose | Topic |
    Agenda | Offer amount | Deadline | Application deadline | Source ID | Spouse | Kids | Hobbies |
    Nickname | Preferred name | Middle name | Language | Timezone offset | Message text | Email text |
    Email body | Subject | Draft | Attachments | Resume link | Cover letter | Portfolio | Photo | Active |
    Archived? | Do not contact | Opt out | Consent | Recording? | Recorded | Transcript | Incentive |
    Payment
"""


def listed(text):
    return [" ".join(header.split()) for header in text.split("|") if header.strip()]


@pytest.mark.parametrize("field", HEADERS)
def test_headers_name_their_field(field):
    found = {header: scores(header).get(field, 0.0) for header in listed(HEADERS[field])}
    assert {header: strength for header, strength in found.items() if strength < ACCEPTED} == {}


def test_headers_that_mean_something_else_name_no_field():
    taken = {header: own_scores(header) for header in listed(FOREIGN)}
    assert {
        header: found for header, found in taken.items() if max(found.values(), default=0) >= ACCEPTED
    } == {}


def own_scores(header):
    return {field: strength for field, strength in scores(header).items() if field not in ("event", "detail")}


@pytest.mark.parametrize(
    "text",
    [
        "Date Contacted",
        "date_contacted",
        "dateContacted",
        "DATE CONTACTED",
        "Date\ncontacted",
        " date - contacted: ",
        "Date contacted*",
    ],
)
def test_spelling_makes_no_difference(text):
    assert scores(text) == scores("Date contacted")
    assert alike(text, "Date contacted")


@pytest.mark.parametrize(
    ("slip", "meant"),
    [
        ("Orgnaization", "organization"),
        ("Compnay", "organization"),
        ("Date contcated", "contacted_on"),
        ("Respnse", "response"),
        ("Folow up date", "follow_up_on"),
        ("Thnak you sent", "thanked_on"),
        ("Data of first contact", "contacted_on"),
        ("Refered by", "referred_by"),
        ("Takeways", "takeaways"),
    ],
)
def test_slips_of_the_finger_are_mended(slip, meant):
    found = scores(slip)
    assert max(found, key=found.get) == meant


@pytest.mark.parametrize("header", ["Contract", "County", "Values", "Rote", "Sector", "Interest level"])
def test_other_words_are_no_slips(header):
    assert max(own_scores(header).values(), default=0.0) < ACCEPTED


def test_a_caption_above_tells_what_a_date_is_of():
    assert scores("Date", "Outreach")["contacted_on"] > 0.85
    assert scores("Date", "Interview")["met_on"] > 0.85
    assert scores("Date")["met_on"] < 0.65


def test_an_explanation_in_brackets_weighs_little():
    assert scores("Response (positive / negative / neutral)")["response"] > 0.75
    assert scores("Follow-up (did you send a thank-you note?)")["thanked_on"] >= 0.8
    assert "follow_up_on" not in scores("Follow-up (did you send a thank-you note?)")


def test_counts_are_not_what_they_count():
    assert scores("# of emails") == scores("Number of follow-ups") == {}


def test_a_long_instruction_is_no_header():
    assert scores("Please write down the name of every person that you have " * 4) == {}


def test_parts():
    assert parts("Company & Role") == ["Company", "Role"]
    assert parts("Name / Title (current)") == ["Name", "Title"]
    assert parts("Follow-up") == ["Follow-up"]


@settings(derandomize=True, deadline=None, max_examples=200)
@given(st.text(max_size=60), st.text(max_size=20))
def test_any_text_can_be_a_header(header, caption):
    assert all(0.0 <= strength <= 1.0 for strength in scores(header, caption).values())
    assert words(header) == words(f" {header}\t")


@pytest.mark.parametrize(
    ("header", "field"),
    [
        ("Ans. (date)", "responded_on"),
        ("Intv. (date)", "met_on"),
        ("Thx (date)", "thanked_on"),
        ("Ref'd by", "referred_by"),
        ("MET UP", "met_on"),
        ("1st attempt", "contacted_on"),
        ("2nd attempt", "nudged_on"),
        ("OUTCOME_CD", "outcome"),
        ("Will mentor?", "response"),
        ("Overview of Call", "takeaways"),
        ("Source channel", "source"),
        ("Description of initial meeting", "source"),
        ("First-Touch Template", "template"),
        ("Tätigkeit", "role"),
        ("Grateful mail", "thanked_on"),
        ("Now at", "organization"),
        ("What's happening", "status"),
        ("👤", "name"),
        ("🏢", "organization"),
        ("🙏", "thanked_on"),
        ("Who do they work for?", "organization"),
        ("What's their job there?", "role"),
        ("When did I write?", "contacted_on"),
        ("1st try", "contacted_on"),
        ("Second ping", "nudged_on"),
        ("poked again", "nudged_on"),
        ("Did they say yes?", "response"),
        ("Said it on", "responded_on"),
        ("Agreed slot", "scheduled_on"),
        ("Touch base again", "follow_up_on"),
        ("Où ça en est", "status"),
        ("A qué se dedica", "role"),
    ],
)
def test_abbreviated_and_rarer_headers(header, field):
    found = scores(header)
    assert max(found, key=lambda name: found[name]) == field


@pytest.mark.parametrize("header", ["Stage 2", "Trial start", "Additional Name"])
def test_headers_of_other_things(header):
    assert max(scores(header).values(), default=0.0) < 0.6 or set(scores(header)) == {"name"}
