"""Fictional people and how the search for a talk with each of them went."""

import random
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any


def parted(text: str) -> list[str]:
    """Part a text at its bars."""
    return text.split("|")


FIRST = {
    "en": "Abigail Adrian Alice Bennett Bridget Caleb Carmen Cedric Daphne Dorian Edith Elliot Fiona Felix "
    "Gemma Gordon Harriet Hugo Imogen Isaac Jasmine Jonah Keisha Kevin Leona Lionel Maeve Marcus Nadia "
    "Nigel Opal Oscar Petra Quentin Rosalind Rupert Selma Simon Tabitha Tristan Ursula Vernon Willa "
    "Xavier Yolanda Zachary",
    "de": "Anneliese Bernd Birgit Detlef Elke Friedrich Gisela Heiner Ingrid Jürgen Käthe Lothar Mareike "
    "Norbert Ortrud Rainer Sönke Tanja Ulrich Wiebke",
    "fr": "Aurélie Benoît Chloé Didier Élodie François Geneviève Hervé Inès Jérôme Laëtitia Mathilde Noémie "
    "Océane Pascal Rémi Sandrine Thibault Yannick Zoé",
    "es": "Adriana Álvaro Beatriz Catalina Diego Esteban Florencia Gonzalo Inés Joaquín Lucía Martín Nuria "
    "Óscar Pilar Raúl Sofía Tomás Valeria Ximena",
    "it": "Alessia Bruno Chiara Donato Elisabetta Fabrizio Ginevra Lorenzo Martina Niccolò Ornella Pietro "
    "Raffaella Saverio Tiziana Umberto",
    "nl": "Anouk Bram Carlijn Daan Esmée Floris Geertje Hidde Jorrit Klaartje Lotte Maarten Nienke Pieter "
    "Roos Sjoerd",
    "pt": "Afonso Beatriz Caio Débora Eduarda Fábio Graça Heitor Iara João Lívia Mateus Natália Otávio Rúben "
    "Sílvia",
    "pl": "Bartosz Dorota Ewelina Grażyna Jacek Łucja Michał Przemysław Stanisława Wojciech Zuzanna Żaneta",
    "sv": "Agneta Björn Elsa Göran Håkan Ingela Lennart Märta Nils Ragnhild Stellan Åke",
    "tr": "Ayşegül Berkay Çiğdem Doruk Gülşen İlker Mehtap Nazlı Orçun Şule Tuğba Ümit",
    "ja": "明美 一郎 香織 健太 幸子 修 孝 智子 直樹 久美子 雅人 由紀",
    "zh": "晓燕 建国 志强 美玲 文博 雨欣 子涵 嘉怡 俊杰 思源 天宇 雪梅",
    "in": "Aarav Bhavna Chetan Deepika Farhan Gauri Harish Ishita Kiran Lakshmi Manoj Nandini Omkar Pooja "
    "Rohan Sunita",
}
LAST = {
    "en": "Abernathy Ashdown Barlow Birchwood Calloway Crane Dunmore Eastwick Fairbanks Fenwick Garrick Hale "
    "Hollis Ingram Jessop Kirkland Langley Marlowe Naismith Oakley Pemberton Quimby Radcliffe Sorrell "
    "Thackeray Underhill Vickers Wexford Yardley Zeller",
    "de": "Achterberg Bäumler Dröge Eisenhut Fürst Grünwald Hölzl Jaspers Kühnel Löwenthal Möhring Nüßlein "
    "Oswald Pfaff Quandt Rößler Strümpell Uhlig Vössing Zöller",
    "fr": "Abadie Beauchêne Castelain Delacourt Estève Fauvel Guérin Hébrard Jolivet Laforêt Mercœur Noizet "
    "Perrault Quéméneur Rivière Sénéchal Tessier Vallée",
    "es": "Aguilera Bustamante Cárdenas Domínguez Echeverría Fuentes Gálvez Ibáñez Jiménez Lozano Muñoz "
    "Núñez Ordóñez Peñalver Quiroga Rincón Saldaña Urrutia",
    "it": "Ambrosetti Bellandi Castiglioni Dell'Acqua Ferrante Giordani Lombardini Mazzanti Ottaviani "
    "Pellegrini Rovere Santacroce Tedeschi Vivarelli",
    "nl": "van_den_Akker Bakhuis de_Clerq Dijkema Elzinga van_Gelder Hoekstra ter_Horst Kuipers van_Leeuwen "
    "Meijerink Postma Rietveld Schuurman Terpstra Zijlstra",
    "pt": "Abrantes Bittencourt Carvalhal Drummond Figueiredo Guimarães Leitão Magalhães Nogueira Paranhos "
    "Queirós Saldanha Tavares Vasconcelos",
    "pl": "Bąk Cieślak Głowacki Jasiński Królikowska Łuczak Makowski Sobczak Tomczyk Wróblewska Zawadzki",
    "sv": "Ahlgren Bergkvist Dalström Ekdahl Forslund Hägg Lindroth Nyström Sjöstrand Wikström Öberg",
    "tr": "Akbaş Bulut Çakır Dinç Ekinci Gündüz Işık Keskin Özdemir Sönmez Türkoğlu Yavuz",
    "ja": "青木 石田 上田 大野 片山 北村 佐野 高木 中島 西田 原田 森本",
    "zh": "蔡 邓 方 韩 蒋 廖 潘 宋 唐 魏 谢 钟",
    "in": "Banerjee Chaudhary Deshmukh Ganesan Iyer Joshi Kulkarni Mehrotra Nambiar Pillai Raghavan "
    "Subramaniam Trivedi",
}
FIRMS = parted(
    "Alderbrook Analytics|Bluefern Health|Cobalt & Pine|Driftwood Labs|Emberline Energy|"
    "Fjordview Robotics|Glasswing Capital|Harborlight Media|Ironvale Logistics|Juniper Row Design|"
    "Kestrel Mobility|Lanternfish Games|Mossgate Bioscience|Northquay Consulting|Orchard Street Bank|"
    "Pebblestone Insurance|Quillwright Publishing|Redcliff Aerospace|Saltmarsh Water|"
    "Thistledown Textiles|Umbra Security|Velden Semiconductor|Wayfarer Travel|Yellowleaf Foods|"
    "Zephyr Cloud"
)
ROLES = parted(
    "Product Manager|Data Analyst|UX Designer|Operations Lead|Software Engineer|Policy Adviser|"
    "Research Scientist|Marketing Director|Head of Partnerships|Account Executive|"
    "Sustainability Manager|Chief of Staff|Consultant|Supply Chain Planner|Nurse Informaticist|"
    "Investment Associate|Editor|VP Engineering"
)
CITIES = parted("Boston|Leeds|Toronto|Lisbon|Austin|Utrecht|Melbourne|Dublin|Chicago|Geneva|Pune|Denver")
TAKEAWAYS = parted(
    "Learn SQL before anything else|Team is smaller than it looks|Hiring happens in spring|"
    "Go to the local meetup|The work is mostly writing|Do a short project with public data|"
    "Ask about on-call load|Certification is not worth the money|Most people came from consulting"
)
NOTES = parted(
    "very kind, short on time|prefers mornings|has two kids, moved last year|"
    "spoke at the spring meetup|knows my old manager|read the book before writing|"
    "works four days a week|mentioned a reorganisation"
)
LAST_DAY = date(2026, 11, 20)


@dataclass(frozen=True)
class Person:
    """One person of a tracker; a date of None means that it has not happened."""

    first: str
    last: str
    organization: str
    role: str
    email: str
    phone: str
    link: str
    city: str
    source: str
    channel: str
    referrer: str | None
    asked: date | None
    nudged: date | None
    replied: date | None
    response: str | None
    met: date | None
    minutes: int | None
    mode: str | None
    thanked: date | None
    follow_up: date | None
    takeaway: str | None
    note: str | None

    @property
    def name(self) -> str:
        """First and last name."""
        return f"{self.first} {self.last}"

    @property
    def last_touch(self) -> date | None:
        """The latest date on which anything happened."""
        days = [day for day in (self.asked, self.nudged, self.replied, self.met, self.thanked) if day]
        return max(days, default=None)


def ascii_of(text: str) -> str:
    """Write a name as in an e-mail address."""
    plain = text.replace("ß", "ss").replace("œ", "oe")
    plain = unicodedata.normalize("NFKD", plain).encode("ascii", "ignore").decode()
    return "".join(c for c in plain.casefold() if c.isalnum())


def full_names(rng: random.Random, count: int, locale: str) -> list[tuple[str, str]]:
    """Draw distinct first and last names."""
    firsts, lasts = FIRST[locale].split(), [part.replace("_", " ") for part in LAST[locale].split()]
    drawn: dict[tuple[str, str], None] = {}
    while len(drawn) < count:
        drawn[rng.choice(firsts), rng.choice(lasts)] = None
    return list(drawn)


def _after(rng: random.Random, day: date | None, low: int, high: int, chance: float = 1.0) -> date | None:
    if day is None or rng.random() > chance:
        return None
    later = day + timedelta(days=rng.randint(low, high))
    return later if later <= LAST_DAY else None


def _course(rng: random.Random, asked: date | None) -> dict[str, object]:
    """Draw what came of an ask."""
    replied = _after(rng, asked, 1, 9, 0.55)
    nudged = _after(rng, asked, 10, 14, 0.5) if replied is None else None
    if nudged:
        replied = _after(rng, nudged, 1, 8, 0.35)
    response = rng.choices(["yes", "no", "other", "bounced"], [65, 20, 10, 5])[0] if replied else None
    met = _after(rng, replied, 3, 21, 0.85) if response == "yes" else None
    return {
        "asked": asked,
        "nudged": nudged,
        "replied": replied,
        "response": response,
        "met": met,
        "minutes": rng.choice([15, 20, 25, 30, 30, 45, 60]) if met else None,
        "mode": rng.choice(["Zoom", "phone", "coffee", "in person"]) if met else None,
        "thanked": _after(rng, met, 0, 3, 0.8),
        "follow_up": met + timedelta(days=90) if met and rng.random() < 0.6 else None,
        "takeaway": rng.choice(TAKEAWAYS) if met else None,
        "note": rng.choice(NOTES) if rng.random() < 0.5 else None,
    }


def folk(
    seed: int,
    count: int,
    locale: str = "en",
    begin: date = date(2026, 3, 2),
    days: int = 230,
    unasked: float = 0.1,
) -> list[Person]:
    """Draw people in the order in which they were asked."""
    rng = random.Random(seed)
    starts = sorted(begin + timedelta(days=rng.randrange(days)) for _ in range(count))
    people: list[Person] = []
    for start, (first, last) in zip(starts, full_names(rng, count, locale), strict=True):
        firm = rng.choice(FIRMS)
        handle = f"{ascii_of(first)}.{ascii_of(last)}"
        introducers = [person.name for person in people if person.met and person.met < start]
        course = _course(rng, None if rng.random() < unasked else start)
        people.append(
            Person(
                first=first,
                last=last,
                organization=firm,
                role=rng.choice(ROLES),
                email=f"{handle}@{ascii_of(firm)}.example.com",
                phone=f"0{rng.randint(20, 79)} {rng.randint(1000000, 9999999)}",
                link=f"https://www.linkedin.com/in/{handle.replace('.', '-')}",
                city=rng.choice(CITIES),
                source=rng.choice(["alumni", "friend", "cold", "conference", "LinkedIn search"]),
                channel=rng.choice(["email", "email", "LinkedIn", "phone"]),
                referrer=rng.choice(introducers) if introducers and rng.random() < 0.4 else None,
                **course,  # type: ignore[arg-type]
            )
        )
    return people


def facts(
    people: Sequence[Person], first_row: int, **fields: Callable[[Person], object]
) -> dict[tuple[int, str], Any]:
    """Give the truth of every row: by sheet row and field what the function says of the person."""
    return {
        (first_row + i, name): value(person)
        for i, person in enumerate(people)
        for name, value in fields.items()
    }
