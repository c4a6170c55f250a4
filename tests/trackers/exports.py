"""Exports of address books and networks, used as trackers or as they are."""

import random

from tests.trackers.case import TrackerCase
from tests.trackers.files import Cell, delimited
from tests.trackers.folk import folk, parted
from tests.trackers.layout import Col, get, on, pick, table


def linkedin_connections() -> TrackerCase:
    people = folk(701, 48, unasked=0.0)
    listed = table(
        people,
        [
            Col("First Name", get("first"), "name"),
            Col("Last Name", get("last"), "name"),
            Col("URL", get("link"), "link"),
            Col("Email Address", pick(None, None, None, "someone@mail.example.org"), "email", truth="-"),
            Col("Company", get("organization"), "organization"),
            Col("Position", get("role"), "role"),
            Col("Connected On", on("asked", "{d:%d %b %Y}"), "", "last_touch_on", truth="-"),
        ],
    )
    notes = (
        "Some e-mail addresses are missing from this list: your connections decide who may download them. "
        "More on that in your settings, see https://www.example.com/settings/privacy"
    )
    rows: list[list[Cell]] = [["Notes:"], [notes], [], listed.head, *listed.rows]
    return TrackerCase(
        name="linkedin_connections",
        keeper="Someone who begins with the Connections.csv of a network, notes above the header and all",
        suffix=".csv",
        write=delimited(rows, newline="\n"),
        sheet=None,
        header_row=4,
        records=48,
        people=48,
        **listed.truth(),
        cells=listed.cells(5),
    )


def google_contacts() -> TrackerCase:
    people = folk(702, 36)
    rng = random.Random(702)
    blank = parted("Middle Name|Phonetic First Name|Name Prefix|Name Suffix|Nickname|File As")
    columns = [Col("First Name", get("first"), "name"), Col("Last Name", get("last"), "name")]
    columns += [Col(header, None, "", "name" if header == "Middle Name" else "") for header in blank]
    columns += [
        Col("Organization Name", get("organization"), "organization"),
        Col("Organization Title", get("role"), "role"),
        Col("Birthday", pick("", "1984-05-02", "")),
        Col("Notes", lambda p: f"{p.note}\nseen in spring" if p.note else None, "notes"),
        Col("Labels", pick("* myContacts", "alumni ::: * myContacts"), "tags"),
        Col("E-mail 1 - Label", "* Work"),
        Col("E-mail 1 - Value", get("email"), "email"),
        Col("Phone 1 - Label", pick("Mobile", "Work")),
        Col("Phone 1 - Value", lambda p: p.phone.replace("0", "+44 ", 1), "phone", truth="-"),
        Col("Address 1 - City", get("city"), "location"),
        Col("Website 1 - Value", get("link"), "link"),
    ]
    listed = table(people, columns)
    rows = [list(row) for row in listed.rows]
    rng.shuffle(rows)
    return TrackerCase(
        name="google_contacts",
        keeper="Someone whose only list is the address book of the phone, exported as csv",
        suffix=".csv",
        write=delimited([listed.head, *rows], encoding="utf-8-sig"),
        sheet=None,
        header_row=1,
        records=36,
        people=36,
        **listed.truth(),
    )


CASES = (linkedin_connections(), google_contacts())
