"""People who bring the habits of their trade: engineers, researchers, sales people."""

import random
from datetime import date

from tests.trackers.case import TrackerCase, any_of
from tests.trackers.files import Cell, Page, delimited, workbook
from tests.trackers.folk import facts, folk


def engineer_snake_case() -> TrackerCase:
    people = folk(201, 45)
    rng = random.Random(201)
    head = ["id", "person_name", "org", "job_title", "email", "hypothesis", "via", "intro_by", "first_msg_at"]
    head += ["nudge_at", "reply_at", "reply_kind", "call_at", "call_min", "ty_at", "vibe", "commit_sha"]
    kinds = {"yes": "accepted", "no": "declined", "other": "other", "bounced": "bounced", None: None}
    rows: list[list[Cell]] = [list(head)]
    for i, p in enumerate(people):
        guess = rng.choice(["platform-eng", "dev-tools-pm", "robotics"])
        vibe = rng.choice(["inspired", "neutral", "icky"]) if p.met else None
        sha = f"{rng.getrandbits(28):07x}"
        row: list[Cell] = [
            i + 1,
            p.name,
            p.organization,
            p.role,
            p.email,
            guess,
            p.channel,
            p.referrer,
            p.asked,
        ]
        rows.append([*row, p.nudged, p.replied, kinds[p.response], p.met, p.minutes, p.thanked, vibe, sha])
    return TrackerCase(
        name="engineer_snake_case",
        keeper="A software engineer with a tidy snake_case csv and ISO dates",
        suffix=".csv",
        write=delimited(rows, newline="\n"),
        sheet=None,
        header_row=1,
        records=45,
        people=45,
        columns={
            "name": "person_name",
            "organization": "org",
            "role": "job_title",
            "email": "email",
            "hypothesis": "hypothesis",
            "channel": "via",
            "referred_by": "intro_by",
            "contacted_on": "first_msg_at",
            "nudged_on": "nudge_at",
            "responded_on": "reply_at",
            "response": "reply_kind",
            "met_on": "call_at",
            "minutes": "call_min",
            "thanked_on": "ty_at",
            "reflection": "vibe",
        },
        unmapped=frozenset({"id", "commit_sha"}),
        cells=facts(
            people,
            2,
            name=lambda p: p.name,
            contacted_on=lambda p: p.asked,
            nudged_on=lambda p: p.nudged,
            responded_on=lambda p: p.replied,
            response=lambda p: p.response,
            met_on=lambda p: p.met,
            minutes=lambda p: p.minutes,
            thanked_on=lambda p: p.thanked,
        ),
    )


def sales_crm() -> TrackerCase:
    people = folk(202, 38)
    head = ["Contact ID", "Account", "Contact Name", "Title", "Work Email", "Mobile", "Lead Source", "Owner"]
    head += ["Stage", "First Outreach", "Last Activity", "Next Step Date", "Next Step", "Deal size"]
    rows: list[list[Cell]] = [list(head)]
    for i, p in enumerate(people):
        stage = "Met" if p.met else "Replied" if p.replied else "Contacted" if p.asked else "Prospect"
        row: list[Cell] = [
            f"C-{i + 1:04d}",
            p.organization,
            p.name,
            p.role,
            p.email,
            p.phone,
            p.source,
            "me",
            stage,
        ]
        rows.append([*row, p.asked, p.last_touch, p.follow_up, "call again" if p.follow_up else None, 0])
    return TrackerCase(
        name="sales_crm",
        keeper="A former account executive who runs the search like a pipeline, as an Excel table",
        suffix=".xlsx",
        write=workbook(Page("Pipeline", rows, table=f"A1:N{len(rows)}", dates="mm/dd/yyyy")),
        sheet="Pipeline",
        header_row=1,
        records=38,
        people=38,
        columns={
            "organization": "Account",
            "name": "Contact Name",
            "role": "Title",
            "email": "Work Email",
            "phone": "Mobile",
            "source": "Lead Source",
            "status": "Stage",
            "contacted_on": "First Outreach",
            "last_touch_on": "Last Activity",
            "follow_up_on": "Next Step Date",
        },
        unmapped=frozenset({"Contact ID", "Owner", "Deal size"}),
        either={"Next Step": frozenset({"promised", "notes"})},
        cells=facts(
            people,
            2,
            name=lambda p: p.name,
            phone=lambda p: p.phone,
            contacted_on=lambda p: p.asked,
            last_touch_on=lambda p: p.last_touch,
            follow_up_on=lambda p: p.follow_up,
            response=lambda p: any_of(None, "other", "yes") if p.replied else None,
        ),
    )


def ux_researcher() -> TrackerCase:
    people = folk(203, 26, begin=date(2026, 6, 1), days=150)
    rng = random.Random(203)
    head = ["P#", "Participant", "Employer", "Segment", "Assumption tested", "Recruited via", "Invite sent"]
    head += [
        "Reply received",
        "Session scheduled for",
        "Session held",
        "Duration (mins)",
        "Mode",
        "Incentive ($)",
    ]
    head += ["Key insight", "Verbatim quote", "Recording"]
    rows: list[list[Cell]] = [
        ["Study: is service design for me?", None, None, "updated weekly"],
        [],
        list(head),
    ]
    for i, p in enumerate(people):
        row: list[Cell] = [f"P{i + 1}", p.name, p.organization, rng.choice(["in-house", "agency"])]
        row += [
            rng.choice(["H1 agencies teach faster", "H2 in-house is calmer"]),
            p.channel,
            p.asked,
            p.replied,
        ]
        row += [p.met, p.met, p.minutes, p.mode, 25 if p.met else None, p.takeaway]
        row += ["“it is mostly meetings”" if p.met else None, "drive/rec" if p.met else None]
        rows.append(row)
    return TrackerCase(
        name="ux_researcher",
        keeper="A UX researcher who treats the career question as a study with participants and assumptions",
        suffix=".xlsx",
        write=workbook(Page("Sessions", rows, dates="dd-mmm-yy")),
        sheet="Sessions",
        header_row=3,
        records=26,
        people=26,
        columns={
            "name": "Participant",
            "organization": "Employer",
            "hypothesis": "Assumption tested",
            "channel": "Recruited via",
            "contacted_on": "Invite sent",
            "responded_on": "Reply received",
            "scheduled_on": "Session scheduled for",
            "met_on": "Session held",
            "minutes": "Duration (mins)",
            "mode": "Mode",
            "takeaways": "Key insight",
        },
        unmapped=frozenset({"P#", "Incentive ($)"}),
        either={
            "Recruited via": frozenset({"source"}),
            "Segment": frozenset({"tags"}),
            "Recording": frozenset({"link"}),
            "Verbatim quote": frozenset({"takeaways", "notes"}),
        },
        cells=facts(
            people,
            4,
            name=lambda p: p.name,
            contacted_on=lambda p: p.asked,
            responded_on=lambda p: p.replied,
            met_on=lambda p: p.met,
            minutes=lambda p: p.minutes,
        ),
    )


def camel_case_export() -> TrackerCase:
    people = folk(204, 18)
    rng = random.Random(204)
    head = ["contactId", "fullName", "emailAddress", "phoneNumber", "linkedInUrl", "companyName", "jobTitle"]
    head += ["cityAndState", "contactSource", "tags", "meetingCadenceDays", "lastContacted", "nextFollowUp"]
    head += ["personalNotes", "createdAt", "isArchived"]
    rows: list[list[Cell]] = [list(head)]
    for p in people:
        ident = f"{rng.getrandbits(32):08x}"
        touch = f"{p.last_touch}T09:30:00Z" if p.last_touch else None
        row: list[Cell] = [ident, p.name, p.email, p.phone, p.link, p.organization, p.role, p.city, p.source]
        row += [
            rng.choice(["mentor;design", "peer", ""]),
            rng.choice([30, 60, 90]),
            touch,
            p.follow_up,
            p.note,
        ]
        rows.append([*row, "2026-01-04T10:00:00Z", False])
    return TrackerCase(
        name="camel_case_export",
        keeper="Someone who turned the JSON export of a small contacts app into csv",
        suffix=".csv",
        write=delimited(rows, quote_all=True, newline="\n"),
        sheet=None,
        header_row=1,
        records=18,
        people=18,
        columns={
            "name": "fullName",
            "email": "emailAddress",
            "phone": "phoneNumber",
            "link": "linkedInUrl",
            "organization": "companyName",
            "role": "jobTitle",
            "location": "cityAndState",
            "source": "contactSource",
            "tags": "tags",
            "cadence_days": "meetingCadenceDays",
            "last_touch_on": "lastContacted",
            "follow_up_on": "nextFollowUp",
            "notes": "personalNotes",
        },
        unmapped=frozenset({"contactId", "createdAt", "isArchived"}),
        cells=facts(
            people,
            2,
            name=lambda p: p.name,
            phone=lambda p: p.phone,
            last_touch_on=lambda p: p.last_touch,
            follow_up_on=lambda p: p.follow_up,
        ),
    )


CASES = (engineer_snake_case(), sales_crm(), ux_researcher(), camel_case_export())
