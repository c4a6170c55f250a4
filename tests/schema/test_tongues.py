"""Headers in other languages, and headers of any language that name nothing of ours."""

import pytest

from infoviz.schema.columns.matches import ACCEPTED
from infoviz.schema.headers.meaning import scores, split
from infoviz.schema.headers.tongues import TONGUES
from infoviz.schema.headers.vocabulary import SETS
from infoviz.schema.reading.layout import understand
from tests.schema.sheets import sheet

HEADERS = {
    "name": """
        Gesprächspartner | Kollege | Professionnel | Con quién | Met wie | Persona | Nominativo | Osoba |
        Jméno | Navn | Nimi | Ad Soyad | Kişi | İsim | Имя | Ім'я та прізвище | Név | Nume | Nama | お相手 |
        联系人 | 聯絡人 | 访谈对象 | 성함
    """,
    "organization": """
        Betrieb | Kanzlei | Boîte | Cabinet | Dónde trabaja | Entidade | Dove lavora | Ragione sociale |
        Raison sociale | Waar werkt | Gdzie pracuje | Arbetsgivare | Arbejdsplads | Selskap | Yritys |
        Společnost | Şirket | Çalıştığı yer | Компания | Компанія | Cég | Companie | Perusahaan | 勤務先 |
        企業名 | 单位 | 所在公司 | 재직 회사
    """,
    "role": """
        Aufgabe | Poste occupé | Titre d'emploi | Puesto que ocupa | Vaga | Qualifica | Functietitel |
        Funkcja | Czym się zajmuje | Yrkestitel | Tittel | Titteli | Pozice | Unvanı | Pozisyonu | Должность |
        Посада | Beosztás | Funcție | Jabatan | 職種 | ポジション | 岗位 | 職位 | 직무 | What do they do there?
    """,
    "contacted_on": """
        Geschrieben am | Mail raus | Anfrage gesendet | 1er message | Demande envoyée le | Le escribí el |
        Mensaje enviado | Contactado em | Mensagem enviada em | Scritto il | Contattato il | Mailtje gestuurd |
        Napisałam | Data wysłania wiadomości | Mejlade | Sendt melding | Viesti lähetetty | Osloven dne |
        Mesaj tarihi | İlk mesaj tarihi | Дата обращения | Megkeresve | Tanggal dihubungi | 連絡日 |
        初回連絡日 | メッセージ送信日 | 联系日期 | 首次联系 | 第一次联系时间 | 첫 연락 | 연락일 |
        When did you first write to them?
    """,
    "nudged_on": """
        Erinnerung | Nachgehakt | Relancé le | Recordatorio | Segundo correo | Relembrado em | Sollecito |
        Promemoria inviato | Przypomnienie | Påminnelse | Rykket | Hatırlatma | リマインド
    """,
    "responded_on": """
        Rückmeldung am | Réponse reçue le | Contestó el | Data da resposta | Data risposta | Ha risposto? |
        Gereageerd | Odpisał(a) | Svarade | Fikk svar | Cevap verdi mi? | 返信日 | 回复时间 | 是否回复 |
        답변 여부
    """,
    "response": """
        Rückmeldung | Zugesagt | Retour | Antwort | ¿Aceptó? | Retorno | Odpowiedź | Odpověď | Svar | Vastaus |
        Yanıt | Ответ | Відповідь | Válasz | Răspuns | Balasan | 返信 | 可否 | 对方回复 | 회신 |
        Nature of response
    """,
    "met_on": """
        Kaffeetrinken | Charlamos el | Quedamos el | Conversa realizada em | Sentiti il | Koffie gedronken |
        Spotkanie | Rozmowa | Fika | Møde | Snakket med | Tapaaminen | Schůzka | Görüşüldü | Görüşme tarihi |
        Встреча | Зустріч | Találkozó | Întâlnire | Tanggal bertemu | 面談日 | 面談実施日 | 実施日 | 见面时间 |
        聊天日期 | 만난 날짜 | 커피챗 | First call | Phone screen | FaceTime date | Grabbed coffee
    """,
    "thanked_on": """
        Dankbrief | Mot de remerciement | Le agradecí | Enviei agradecimento | Ringraziamento | Bedankmail |
        Podziękowanie | Tackmejl | Takket | Kiitosviesti | Poděkováno | Teşekkür edildi | Поблагодарил |
        お礼メール | 感谢信 | 감사 인사 | Date letter of appreciation sent
    """,
    "follow_up_on": """
        Folgetermin | À rappeler | Suivi prévu | Retornar em | Da risentire | Vervolg | Przypomnieć |
        Uppföljning | 次回連絡日 | 下次跟进 | 下次跟進日期 | Check in again | Circle back
    """,
    "introductions": """
        Autres personnes à contacter | Contacts suggérés | A quién me presentó | Me pasó el contacto de |
        Indicou alguém? | Doorverwezen naar | Who next? | Who else they recommended | Connect me with |
        Persons to whom I was referred
    """,
    "referred_by": """
        Vermittelt durch | Référé par | Quién me lo presentó | Polecony przez | Tipsad av | Tipset av |
        Öneren | 推荐人 | 介紹者 | 소개자
    """,
    "source": """
        Woher kenne ich die Person? | Comment je le connais | Cómo la conocí | Conosciuto tramite |
        Hoe gevonden | 知り合ったきっかけ | 认识途径 | 怎么认识的 | Met via
    """,
    "takeaways": """
        Das nehme ich mit | Ce que je retiens | Qué aprendí | Lições | Cosa ho imparato | Lessen |
        Czego się dowiedziałam | Hva jeg lærte | Öğrendiklerim | 学び・気づき | 学んだこと | 学到了什么 |
        느낀 점 | Information gathered | What did they tell me?
    """,
    "notes": """
        Stichworte | Compte-rendu | Apuntes | Anotações | Aantekeningen | Uwagi | Kommentar | Noter |
        Muistiinpanot | Poznámky | Notlar | Заметки | Нотатки | Megjegyzés | Observații | Catatan | 備註
    """,
    "last_touch_on": "Laatste gesprek | 最終連絡日 | 最近联系 | Ostatni kontakt | Senaste kontakt | Son iletişim",
    "location": "Localisation | Población | Wohnort | Miejscowość | Şehir | 所在城市",
    "status": "Etap | Avancement | Durum | 進捗 | 进度 | Stav",
    "tags": "グループ | 分類 | 分类 | Gruppo",
}
OTHERS = """
    Geburtstag | Vertragsende | Angelegt am | Bewerbungsfrist | Date de naissance | Date limite | Créé le |
    Échéance | Fecha de nacimiento | Fecha límite | Vencimiento | Data de nascimento | Prazo |
    Data di nascita | Scadenza | Geboortedatum | Data urodzenia | 生年月日 | 作成日 | 締切 | 出生日期 |
    创建时间 | 截止日期 | 時間帯 | Branche | Secteur | Rubro | Settore | Branża | 業界 | 行业 | Studiengang |
    Gehalt | Stipendio | 年収 | 薪资 | Priorität | Priorité | 優先度 | Anzahl Mails | Nombre de relances |
    Número de correos | 回数 | Verantwortlich | Encargado | Responsabile | 担当 | Fragen | Vorbereitung |
    Preguntas | Domande | Pytania | 質問 | Colleagues | Next steps | Preferred name
"""


def listed(text):
    return [" ".join(header.split()) for header in text.split("|") if header.strip()]


@pytest.mark.parametrize("field", HEADERS)
def test_headers_name_their_field(field):
    found = {header: scores(header).get(field, 0.0) for header in listed(HEADERS[field])}
    assert {header: strength for header, strength in found.items() if strength < ACCEPTED} == {}


def test_headers_of_other_things_name_no_field():
    found = {header: scores(header) for header in listed(OTHERS)}
    taken = {header: max(each.values(), default=0.0) for header, each in found.items()}
    assert {header: strength for header, strength in taken.items() if strength >= ACCEPTED} == {}


def test_every_set_of_a_language_is_a_set_of_the_vocabulary():
    assert {name for sets in TONGUES.values() for name in sets} <= set(SETS)


@pytest.mark.parametrize(
    ("header", "parts"),
    [
        ("首次联系日期", ("首次", "联系", "日期")),
        ("出生日期", ("日期", "出生")),
        ("面談実施日", ("面談", "実施", "日")),
        ("Gesprächstermin", ("gesprachstermin",)),
    ],
)
def test_words_that_run_together_are_taken_apart(header, parts):
    assert sorted(split(header)) == sorted(parts)


PEOPLE = ["Ana Ruiz", "Ben Lindqvist", "Chloe Li", "Dana Whitfield", "Greta Olsen", "Hugo Brandt"]
DAYS = [f"2026-03-0{day}" for day in range(1, 7)]


def fields(name="Sheet1", **columns):
    headers = [header.replace("_", " ") for header in columns]
    return understand([sheet([headers, *map(list, zip(*columns.values(), strict=True))], name)]).fields


def test_counts_are_no_ticks():
    found = fields(Name=PEOPLE, Date_contacted=DAYS, Meetings=[0, 1, 2, 1, 0, 3], Met=[0, 1, 1, 0, 0, 1])
    assert found["met_on"] == ["Met"]


def test_tasks_with_a_day_in_them_are_no_days():
    tasks = [
        "apply by 1/15",
        "write to HR 2/3",
        "call on 2/9",
        "send the CV 3/1",
        "ask again 3/4",
        "visit 4/1",
    ]
    assert "follow_up_on" not in fields(Name=PEOPLE, Date_contacted=DAYS, Next_step=tasks)


def test_the_title_is_that_of_the_contact():
    jobs = ["Analyst", "Engineer", "Analyst", "Analyst", "Engineer", "Analyst"]
    titles = ["Recruiter", "Manager", "Head of Data", "Recruiter", "Director", "Manager"]
    found = fields(Name=PEOPLE, Role=jobs, **{"Contact's_title": titles}, Applied=DAYS)
    assert found["role"] == ["Contact's title"]


def test_an_appointment_is_no_bare_date_of_the_marks_left_of_it():
    found = fields(Name=PEOPLE, Antwort=["ja", "nein", "ja", "ja", "nein", "ja"], Termin=DAYS)
    assert "responded_on" not in found


@pytest.mark.parametrize(
    ("name", "field"), [("Interviews", "met_on"), ("Kaffeerunde", None), ("Sheet1", None)]
)
def test_a_sheet_called_interviews_has_the_days_of_interviews(name, field):
    found = fields(name, Date=DAYS, Name=PEOPLE, Company=[f"{person} Labs" for person in PEOPLE])
    assert next((each for each, headers in found.items() if headers == ["Date"]), None) == field


def test_pages_of_profiles_are_links_under_any_header():
    pages = [f"https://www.linkedin.com/in/p{at}" for at in range(6)]
    assert fields(Name=PEOPLE, Portfolio=pages)["link"] == ["Portfolio"]
    assert "link" not in fields(Name=PEOPLE, My_profile=pages)
