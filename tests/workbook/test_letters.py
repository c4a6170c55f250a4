"""Trackers in the encodings of their countries are read in the letters of their languages."""

from pathlib import Path

import pytest

from infoviz.workbook.text.encoding import decode_text
from infoviz.workbook.text.letters import by_letters

PATH = Path("tracker.csv")

TEXTS = {
    "pl": (
        "Imię i nazwisko;Firma;Stanowisko;Odpowiedź;Skąd kontakt;Data wiadomości\n"
        "Sylwia Głowacki;mBank;Specjalistka;tak;LinkedIn;31.07.2026\n"
        "Łukasz Zieliński;Orlen;Kierownik projektów;brak;studia;\n"
        "Żaneta Święch;PKO;Księgowa;nie;były szef;\n"
    ),
    "cs": (
        "Jméno;Firma;Pozice;Poznámky\n"
        "Jiří Dvořák;Škoda;vedoucí;odpověděl rychle\n"
        "Lenka Růžičková;ČEZ;účetní;příště zavolat\n"
    ),
    "hu": (
        "Név;Cég;Beosztás;Válasz\n"
        "Szabó Győző;OTP;vezető;igen, örömmel\n"
        "Kőműves Ágnes;MOL;könyvelő;nem ért rá\n"
    ),
    "hr": ("Ime i prezime;Tvrtka;Bilješke\nŽeljko Šarić;Končar;nazvati u četvrtak\nMaja Đukić;Pliva;\n"),
    "de": ("Name;Firma;Straße;Notizen\nJürgen Müller;Größe GmbH;Königstraße;später zurückrufen – „gerne“\n"),
    "fr": (
        "Prénom;Nom;Société;Réponse\n"
        "Benoît;Lefèvre;L'Œuvre;très intéressé, à rappeler\n"
        "Zoë;Çelik;Décathlon;déjà contacté\n"
    ),
    "es": ("Nombre;Compañía;Situación\nMaría Muñoz;Telefónica;¿llamó? sí\nÁlvaro Ibáñez;;más adelante\n"),
    "pt": ("Nome;Situação;Função\nJoão Gonçalves;À espera;Coordenação\nInês Simões;não;avaliação\n"),
    "sv": ("Namn;Företag;Läge\nÅsa Öberg;Försäkringskassan;återkommer\nSören Björk;;\n"),
    "tr": ("Ad Soyad;Şirket;Yanıt\nAyşe Yılmaz;İş Bankası;evet\nÇağrı Öztürk;;hayır\n"),
    "ru": (
        "Имя;Компания;Должность;Ответ\n"
        "Анна Иванова;Яндекс;менеджер;да\n"
        "Пётр Смирнов;Сбер;аналитик;нет ответа\n"
    ),
    "ru-mix": (
        "Name;Company;Notes;Status\n"
        "Anna Ivanova;Yandex;написать в июне;sent\n"
        "Peter Smirnov;Sber;ответил быстро;replied\n"
        "John Smith;Google;;met\n"
    ),
    "uk": ("Ім'я;Компанія;Посада\nОлена Шевченко;Приват;менеджерка\nЇжакевич Юрій;Київстар;аналітик\n"),
    "el": ("Όνομα;Εταιρεία;Απάντηση\nΓιώργος Παπαδόπουλος;ΟΤΕ;ναι\nΕλένη Νικολάου;ΔΕΗ;όχι\n"),
    "ja": ("名前,会社,役職,返信\n田中太郎,株式会社サンプル,部長,あり\n鈴木花子,トヨタ,課長,なし\n"),
    "ja-mix": (
        "Name,Company,Notes\nTaro Tanaka,Toyota,来週電話する\nHanako Suzuki,Sony,返信あり\nKen Sato,NTT,\n"
    ),
    "zh": ("姓名,公司,职位,回复\n王小明,阿里巴巴,经理,有\n李娜,腾讯,分析师,没有回复\n"),
    "zh-mix": (
        "Name,Company,Notes\nWang Xiaoming,Alibaba,下周联系\nLi Na,Tencent,已回复\nZhang Wei,Baidu,\n"
    ),
}

ENCODINGS = {
    "pl": "cp1250 iso8859_2",
    "cs": "cp1250 iso8859_2",
    "hu": "cp1250",
    "hr": "cp1250 iso8859_2",
    "de": "cp1252 mac_roman utf-16-le",
    "fr": "cp1252 iso8859_15 mac_roman",
    "es": "cp1252 mac_roman",
    "pt": "cp1252 mac_roman",
    "sv": "cp1252 mac_roman",
    "tr": "cp1254",
    "ru": "cp1251 koi8_r utf-16 utf-16-le utf-16-be",
    "ru-mix": "cp1251",
    "uk": "cp1251",
    "el": "cp1253 utf-16-le",
    "ja": "shift_jis utf-16-be",
    "ja-mix": "shift_jis",
    "zh": "gb18030 utf-16-le",
    "zh-mix": "gb18030",
}


@pytest.mark.parametrize(
    ("language", "encoding"),
    [(language, name) for language, names in ENCODINGS.items() for name in names.split()],
)
def test_a_tracker_is_read_in_the_letters_of_its_language(language, encoding):
    text = TEXTS[language]
    found = decode_text(PATH, text.encode(encoding))
    assert found.text == text
    assert found.faithful


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("Donnell O’Neil – met", "cp1252"),
        ("don’t – “x”", "cp1252"),
        ("don’t – “x”", "mac_roman"),
        ("naïve résumé", "mac_roman"),
        ("Dvořák — Škoda, Müller", "cp1250"),
        ("Jānis Bērziņš", "cp1257"),
        ("이름,회사 김철수,삼성전자", "cp949"),
        ("姓名,公司 王小明,台積電", "big5"),
        ("名前,会社 田中,トヨタ", "euc_jp"),
    ],
)
def test_a_few_letters_tell(text, encoding):
    assert text.encode(encoding).decode(by_letters(text.encode(encoding))) == text


def test_letters_of_no_language_tell_nothing():
    assert by_letters(bytes(range(128, 256))) is None
