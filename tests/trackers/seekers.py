"""Students, career changers and job seekers who made their own tables."""

import random
from datetime import date

from tests.trackers.case import TrackerCase, any_of
from tests.trackers.files import Cell, Page, delimited, workbook
from tests.trackers.folk import LAST_DAY, Person, facts, folk


def us(day: date | None) -> str:
    """Write 9/4/2026."""
    return f"{day.month}/{day.day}/{day.year}" if day else ""


def student_sheets_export() -> TrackerCase:
    people = folk(101, 22, begin=date(2026, 8, 24), days=70, unasked=0.15)
    rng = random.Random(101)
    head = [
        "Name",
        "Company",
        "Position",
        "LinkedIn URL",
        "Alumni? (Y/N)",
        "Date Contacted",
        "Replied?",
        "Call Date",
    ]
    head += ["Thank You Sent", "Major", "GPA cutoff?", "Notes"]
    rows: list[list[Cell]] = [list(head)]
    for p in people:
        replied = ("Yes" if p.replied else "No") if p.asked else ""
        call, thanks = us(p.met), us(p.thanked)
        alum, gpa = rng.choice("YN"), rng.choice(["3.5", "3.2", "none", ""])
        row = [p.name, p.organization, p.role, p.link, alum, us(p.asked), replied, call, thanks]
        rows.append([*row, rng.choice(["Econ", "CS", "History"]), gpa, p.note])
    return TrackerCase(
        name="student_sheets_export",
        keeper="A third-year student who keeps a Google Sheet and downloads it as csv",
        suffix=".csv",
        write=delimited(rows),
        sheet=None,
        header_row=1,
        records=22,
        people=22,
        columns={
            "name": "Name",
            "organization": "Company",
            "role": "Position",
            "link": "LinkedIn URL",
            "contacted_on": "Date Contacted",
            "responded_on": "Replied?",
            "met_on": "Call Date",
            "thanked_on": "Thank You Sent",
            "notes": "Notes",
        },
        unmapped=frozenset({"GPA cutoff?"}),
        either={
            "Replied?": frozenset({"response"}),
            "Alumni? (Y/N)": frozenset({"tags", "source"}),
            "Major": frozenset({"tags"}),
            "Call Date": frozenset({"scheduled_on"}),
        },
        cells=facts(
            people,
            2,
            name=lambda p: p.name,
            contacted_on=lambda p: p.asked,
            met_on=lambda p: p.met,
            thanked_on=lambda p: p.thanked,
            responded=lambda p: p.replied is not None,
            response=lambda p: any_of(None, "other", "yes") if p.replied else None,
        ),
    )


def career_changer_banner() -> TrackerCase:
    people = folk(102, 31, begin=date(2026, 4, 6))
    head = ["Who", "Where they work", "What they do there", "How I know them", "Introduced by", "First email"]
    head += ["Nudge", "Heard back", "Yes / No", "We talked", "How long (min)", "Thanked"]
    head += ["What I learned", "How I felt afterwards", "Salary range mentioned"]
    rng = random.Random(102)
    captions: list[Cell] = ["THE PERSON", None, None, None, None, "REACHING OUT", None, None, None]
    captions += ["THE CONVERSATION", None, None, "AFTERWARDS", None, None]
    rows: list[list[Cell]] = [
        ["My Great Career Change 2026 — people to talk to"],
        ["One conversation a week! Green = done. Do not sort without the blue columns."],
        [],
        captions,
        list(head),
    ]
    for p in people:
        felt = rng.choice(["inspired", "meh", "icky", "energised"]) if p.met else None
        salary = rng.choice(["60-70k", "85k", "?"]) if p.met else None
        answer = {"yes": "Yes", "no": "No", "other": "maybe later", "bounced": "address bounced"}.get(
            p.response or ""
        )
        row: list[Cell] = [
            p.name,
            p.organization,
            p.role,
            p.source,
            p.referrer,
            p.asked,
            p.nudged,
            p.replied,
            answer,
        ]
        rows.append([*row, p.met, p.minutes, p.thanked, p.takeaway, felt, salary])
    return TrackerCase(
        name="career_changer_banner",
        keeper="A former teacher with a banner, an instruction line and merged captions over the header",
        suffix=".xlsx",
        write=workbook(Page("People", rows, merged=("A1:O1", "A2:O2", "A4:E4", "F4:I4", "J4:L4", "M4:O4"))),
        sheet="People",
        header_row=5,
        records=31,
        people=31,
        columns={
            "name": "Who",
            "organization": "Where they work",
            "role": "What they do there",
            "source": "How I know them",
            "referred_by": "Introduced by",
            "contacted_on": "First email",
            "nudged_on": "Nudge",
            "responded_on": "Heard back",
            "response": "Yes / No",
            "met_on": "We talked",
            "minutes": "How long (min)",
            "thanked_on": "Thanked",
            "takeaways": "What I learned",
            "reflection": "How I felt afterwards",
        },
        unmapped=frozenset({"Salary range mentioned"}),
        cells=facts(
            people,
            6,
            name=lambda p: p.name,
            organization=lambda p: p.organization,
            contacted_on=lambda p: p.asked,
            nudged_on=lambda p: p.nudged,
            responded_on=lambda p: p.replied,
            response=lambda p: any_of("other", None) if p.response == "other" else p.response,
            met_on=lambda p: p.met,
            minutes=lambda p: p.minutes,
            thanked_on=lambda p: p.thanked,
        ),
    )


def applications_log() -> TrackerCase:
    """Silence is filed as "Rejected": where a refusal really came, its day is in the response column."""
    people = folk(103, 40, begin=date(2026, 5, 4), days=180, unasked=0.0)
    rng = random.Random(103)
    head = [
        "Company Name",
        "Job Title",
        "Job Posting",
        "Location",
        "Date Applied",
        "Resume Version",
        "Salary Range",
    ]
    head += ["Visa sponsorship", "Response Date", "Status", "Interview Date", "Comments"]
    rows: list[list[Cell]] = [list(head)]
    for p in people:
        quiet = "Rejected" if (LAST_DAY - (p.asked or LAST_DAY)).days > 30 else "Applied"
        status = {
            None: quiet,
            "yes": "Interview",
            "no": "Rejected",
            "other": "On hold",
            "bounced": "Rejected",
        }
        job = f"https://jobs.example.org/{rng.randint(10000, 99999)}"
        row: list[Cell] = [
            p.organization,
            p.role,
            job,
            p.city,
            p.asked,
            rng.choice(["v3", "v4-data"]),
            "70-90k",
        ]
        row += [rng.choice(["yes", "no", "unclear"]), p.replied, status[p.response], p.met, p.note]
        rows.append(row)

    def answer(p: Person) -> object:
        if p.replied is None:
            return None
        return {"yes": any_of("yes", "other", None), "no": "no", "bounced": "no"}.get(
            p.response or "", any_of("other", None)
        )

    return TrackerCase(
        name="applications_log",
        keeper="A job seeker who logs applications, has no person names and files silence as Rejected",
        suffix=".xlsx",
        write=workbook(Page("Applications", rows, dates="d mmm yyyy")),
        sheet="Applications",
        header_row=1,
        records=40,
        people=len({p.organization for p in people}),
        columns={
            "organization": "Company Name",
            "role": "Job Title",
            "link": "Job Posting",
            "location": "Location",
            "contacted_on": "Date Applied",
            "responded_on": "Response Date",
            "status": "Status",
            "met_on": "Interview Date",
            "notes": "Comments",
        },
        unmapped=frozenset({"Salary Range", "Visa sponsorship"}),
        either={"Interview Date": frozenset({"scheduled_on"}), "Resume Version": frozenset({"template"})},
        cells=facts(
            people,
            2,
            organization=lambda p: p.organization,
            contacted_on=lambda p: p.asked,
            responded_on=lambda p: p.replied,
            met_on=lambda p: p.met,
            response=answer,
        ),
    )


def three_people() -> TrackerCase:
    rows: list[list[Cell]] = [
        ["Name", "Emailed"],
        ["Opal Wexford", "2026-11-02"],
        ["Caleb Sorrell", "2026-11-09"],
        ["Yolanda Hale", ""],
    ]
    return TrackerCase(
        name="three_people",
        keeper="Someone who started this week: three names and one date, saved as csv with a byte order mark",
        suffix=".csv",
        write=delimited(rows, encoding="utf-8-sig"),
        sheet=None,
        header_row=1,
        records=3,
        people=3,
        columns={"name": "Name", "contacted_on": "Emailed"},
        cells={
            (2, "name"): "Opal Wexford",
            (2, "contacted_on"): date(2026, 11, 2),
            (3, "contacted_on"): date(2026, 11, 9),
            (4, "contacted_on"): None,
        },
    )


CASES = (student_sheets_export(), career_changer_banner(), applications_log(), three_people())
