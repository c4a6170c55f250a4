"""Trackers in languages whose words bend, run together or are written without blanks."""

from tests.trackers.case import TrackerCase
from tests.trackers.files import Page, delimited, workbook
from tests.trackers.folk import Person, folk
from tests.trackers.layout import Col, Saying, after, get, mark, on, table, words


def _case(
    name: str, keeper: str, seed: str, columns: list[Col], *, sheet: str, whole: bool = True
) -> TrackerCase:
    """Make a case of 16 people of a country whose headers stand in row 1."""
    people = folk(sum(map(ord, name)), 16, seed)
    found = table(people, columns) if whole else table(people, columns, name=_together)
    rows = [found.head, *found.rows]
    return TrackerCase(
        name=name,
        keeper=keeper,
        suffix=".xlsx",
        write=workbook(Page(sheet, rows)),
        sheet=sheet,
        header_row=1,
        records=len(people),
        people=len(people),
        **found.truth(),
        cells=found.cells(2),
    )


def _together(person: Person) -> str:
    """Write the family name first and no blank after it."""
    return person.last + person.first


def _dotted(moment: str) -> Saying:
    return on(moment, "{d:%d.%m.%Y}")


def kahve() -> TrackerCase:
    columns = [
        Col("Ad Soyad", get("name"), "name"),
        Col("Çalıştığı şirket", get("organization"), "organization"),
        Col("Unvanı", get("role"), "role"),
        Col("İlk mesaj tarihi", _dotted("asked"), "contacted_on"),
        Col("Hatırlatma", _dotted("nudged"), "nudged_on"),
        Col(
            "Yanıt",
            words(yes="Evet", no="Hayır", other="Belki", bounced="geri döndü", none="Cevap yok"),
            "response",
        ),
        Col("Görüşme tarihi", _dotted("met"), "met_on"),
        Col("Teşekkür edildi", mark("thanked", "evet", "hayır"), "thanked_on", truth="thanked"),
        Col("Notlar", get("note"), "notes"),
    ]
    return _case("kahve", "An engineer in Izmir", "tr", columns, sheet="Sayfa1")


def rozmowy() -> TrackerCase:
    columns = [
        Col("Nazwisko", get("last"), "name", truth="-"),
        Col("Imię", get("first"), "name"),
        Col("Gdzie pracuje", get("organization"), "organization"),
        Col("Stanowisko", get("role"), "role"),
        Col("Napisałam", _dotted("asked"), "contacted_on"),
        Col("Przypomnienie", _dotted("nudged"), "nudged_on"),
        Col(
            "Odpowiedź",
            words(yes="tak", no="nie", other="może później", bounced="zwrot", none=None),
            "response",
        ),
        Col("Rozmowa", _dotted("met"), "met_on"),
        Col("Podziękowanie", _dotted("thanked"), "thanked_on"),
        Col("Polecony przez", get("referrer"), "referred_by"),
        Col("Wnioski", get("takeaway"), "takeaways"),
    ]
    return _case("rozmowy", "A student in Kraków", "pl", columns, sheet="Arkusz1")


def fika() -> TrackerCase:
    columns = [
        Col("Förnamn", get("first"), "name", truth="-"),
        Col("Efternamn", get("last"), "name"),
        Col("Arbetsgivare", get("organization"), "organization"),
        Col("Yrkestitel", get("role"), "role"),
        Col("Mejlade", get("asked"), "contacted_on"),
        Col("Påminnelse", get("nudged"), "nudged_on"),
        Col("Svarade", get("replied"), "responded_on"),
        Col("Fika", get("met"), "met_on"),
        Col("Tackmejl", get("thanked"), "thanked_on"),
        Col("Lärdomar", get("takeaway"), "takeaways"),
        Col("Tipsad av", get("referrer"), "referred_by"),
    ]
    return _case("fika", "A teacher in Umeå who looks around", "sv", columns, sheet="Blad1")


def mendan() -> TrackerCase:
    columns = [
        Col("氏名", _together, "name"),
        Col("企業名", get("organization"), "organization"),
        Col("部署", "開発部"),
        Col("役職", get("role"), "role"),
        Col("初回連絡日", on("asked", "{d:%Y/%m/%d}"), "contacted_on"),
        Col(
            "返信",
            words(yes="承諾", no="辞退", other="保留", bounced="宛先不明", none="なし"),
            "response",
        ),
        Col("面談実施日", on("met", "{d:%Y/%m/%d}"), "met_on"),
        Col("お礼メール", mark("thanked", "○", "×"), "thanked_on", truth="thanked"),
        Col("学び・気づき", get("takeaway"), "takeaways"),
        Col("次回連絡日", on("follow_up", "{d:%Y/%m/%d}"), "follow_up_on"),
    ]
    return _case("mendan", "A graduate who visits alumni", "ja", columns, sheet="OB訪問", whole=False)


def fangtan() -> TrackerCase:
    columns = [
        Col("联系人", _together, "name"),
        Col("所在公司", get("organization"), "organization"),
        Col("职务", get("role"), "role"),
        Col("联系方式", get("email"), "email"),
        Col("首次联系时间", on("asked", "{d.year}年{d.month}月{d.day}日"), "contacted_on"),
        Col("回复日期", on("replied", "{d.year}年{d.month}月{d.day}日"), "responded_on"),
        Col("见面时间", on("met", "{d.year}年{d.month}月{d.day}日"), "met_on"),
        Col("感谢信", mark("thanked", "已发"), "thanked_on", truth="thanked"),
        Col("收获", get("takeaway"), "takeaways"),
        Col("下次跟进日期", on("follow_up", "{d.year}年{d.month}月{d.day}日"), "follow_up_on"),
    ]
    return _case("fangtan", "An accountant who changes trades", "zh", columns, sheet="人脉", whole=False)


def vstrechi() -> TrackerCase:
    """Russian headers over people of other countries."""
    people = folk(931, 18, "de")
    columns = [
        Col("Имя", get("name"), "name"),
        Col("Компания", get("organization"), "organization"),
        Col("Должность", get("role"), "role"),
        Col("Дата обращения", _dotted("asked"), "contacted_on"),
        Col(
            "Ответ", words(yes="да", no="нет", other="позже", bounced="не доставлено", none=None), "response"
        ),
        Col("Встреча", _dotted("met"), "met_on"),
        Col("Поблагодарил", mark("thanked", "да", None), "thanked_on", truth="thanked"),
        Col("Что узнал", after("met", "берут без опыта", "много поездок"), "takeaways"),
        Col("Заметки", get("note"), "notes"),
    ]
    found = table(people, columns)
    return TrackerCase(
        name="vstrechi",
        keeper="A translator in Berlin",
        suffix=".csv",
        write=delimited([found.head, *found.rows], delimiter=";", encoding="utf-8-sig"),
        sheet=None,
        header_row=1,
        records=len(people),
        people=len(people),
        **found.truth(),
        cells=found.cells(2),
    )


CASES = (kahve(), rozmowy(), fika(), mendan(), fangtan(), vstrechi())
