"""What a column cannot be, or must be, for what stands beside it."""

import pytest

from infoviz.schema.reading.contacts import read_people
from infoviz.schema.reading.layout import understand
from infoviz.schema.reading.logsheet import with_log
from tests.schema.sheets import sheet

PEOPLE = ["Ana Ruiz", "Bo Lindqvist", "Cheng Li", "Dana Whitfield", "Greta Olsen", "Hugo Brandt"]
FIRMS = ["Acme Robotics", "Globex Foods", "Initech Labs", "Umbra Bank", "Hooli Systems", "Stark Energy"]
DATES = [f"2026-03-0{day}" for day in range(1, 7)]


def fields(**columns):
    headers = [header.replace("_", " ") for header in columns]
    return understand([sheet([headers, *map(list, zip(*columns.values(), strict=True))])]).fields


def test_an_empty_column_displaces_no_filled_one():
    calls = ["No Answer", "Left Voicemail", "No Answer", "Interested", "Call Back", "Left Voicemail"]
    found = fields(Name=PEOPLE, Call_Outcome=calls, Date_Called=DATES, Date_Emailed=[None] * 6)
    assert found["contacted_on"] == ["Date Called"]
    assert "met_on" not in found


def test_an_empty_column_maps_by_an_exact_header_only():
    found = fields(Name=PEOPLE, Company=FIRMS, Stage_3=[None] * 6, Trial_start=[None] * 6, Thanked=[None] * 6)
    assert set(found) == {"name", "organization", "thanked_on"}


def test_a_type_tells_of_the_column_beside_it():
    columns = {
        "Name": PEOPLE,
        "E-mail 1 - Type": ["Work"] * 6,
        "E-mail 1 - Value": [f"{name[:2].lower()}@acme.example" for name in PEOPLE],
    }
    assert set(fields(**columns)) == {"name", "email"}


def test_what_every_row_repeats_is_the_keepers():
    mine = ["https://www.example.com/in/me"] * 6
    theirs = [f"https://www.example.com/in/{name[:2].lower()}" for name in PEOPLE]
    assert fields(Name=PEOPLE, Inviter_URL=mine, Invitee_URL=theirs)["link"] == ["Invitee URL"]


def test_of_two_statuses_the_one_that_proves_more():
    kinds = ["Client", "Prospect", "Client", "Client", "Prospect", "Client"]
    steps = ["Contacted", "Met", "Contacted", "Replied", "Contacted", "Met"]
    assert fields(Name=PEOPLE, Stage=kinds, Approach_Status=steps)["status"] == ["Approach Status"]


def test_a_numbered_stage_is_no_status():
    assert "status" not in fields(Name=PEOPLE, Company=FIRMS, Stage_2=["Y", "N", "Y", "Y", "N", "Y"])


def test_the_university_and_not_its_department():
    rooms = ["CS / HCI Lab", "ECE", "CS / HCI Lab", "Physics", "ECE", "Physics"]
    assert fields(Name=PEOPLE, University=FIRMS, Department=rooms)["organization"] == ["University"]


def test_a_name_beside_the_persons_names_is_the_organization():
    found = fields(Clinic_Name=FIRMS, Contact_Name=PEOPLE)
    assert (found["name"], found["organization"]) == (["Contact Name"], ["Clinic Name"])


def test_done_after_scheduled_is_the_interview():
    marks = ["Y", None, "Y", "Y", None, "Y"]
    found = fields(Name=PEOPLE, Reached_out=DATES, Scheduled=marks, Done=marks)
    assert (found["scheduled_on"], found["met_on"]) == (["Scheduled"], ["Done"])


def test_a_second_sheet_with_the_days_of_one_event_is_a_log():
    people = [["First Name", "Last Name", "Company", "Status"]]
    people += [[*name.split(), firm, "Open"] for name, firm in zip(PEOPLE, FIRMS, strict=True)]
    sent = [["Date Sent", "Prospect Name", "Subject"]]
    sent += [[day, name, "Hello"] for day, name in zip(DATES, PEOPLE, strict=True)]
    sent.append(["2026-04-01", PEOPLE[0], "Once more"])
    layout = understand([sheet(people, name="People"), sheet(sent, name="Sent")])
    assert layout.log is not None
    events = with_log(read_people(layout), layout.log, layout.sheet).events
    assert events["event"].value_counts().to_dict() == {"asked": 6, "nudged": 1}


def test_counts_below_the_list_are_no_records():
    rows = [
        ["Person", "Works at", "Date emailed"],
        *map(list, zip(PEOPLE, FIRMS, DATES, strict=True)),
        [None] * 3,
    ]
    rows += [["Month", "Emails", "Talks"], ["March", 4, 1], ["April", 5, 2], ["Total", 9, 3]]
    assert len(understand([sheet(rows)]).positions) == len(PEOPLE)


def test_an_example_may_say_so_where_the_others_have_their_number():
    rows = [["No.", "Name", "Employer"], ["Ex.", "Jane Smith", "Acme"]]
    rows += [[str(i), name, firm] for i, (name, firm) in enumerate(zip(PEOPLE, FIRMS, strict=True), 1)]
    assert len(understand([sheet(rows)]).positions) == len(PEOPLE)


@pytest.mark.parametrize("header", ["Where", "Wo", "Dónde", "Dove", "Waar"])
@pytest.mark.parametrize(
    ("values", "field"),
    [
        (
            ["Acme Bank", "Beta Labs", "Gamma Studio", "Acme Bank", "Delta Energy", "Beta Labs"],
            "organization",
        ),
        (["Boston", "Chicago", "Boston", "Denver", "Seattle", "Boston"], "location"),
        (["there", "here", "there", "here", "there", "here"], None),
    ],
)
def test_a_bare_where_is_what_its_values_are(header, values, field):
    found = fields(Name=PEOPLE, **{header: values})
    assert {name for name, headers in found.items() if headers == [header]} == ({field} if field else set())


def test_an_application_asks_nobody_where_messages_have_days():
    applied = ["Yes", "No", "Yes", "Yes", "No", "Yes"]
    assert fields(Name=PEOPLE, **{"Applied?": applied, "Msg sent": DATES})["contacted_on"] == ["Msg sent"]
    assert fields(Name=PEOPLE, **{"Applied?": applied})["contacted_on"] == ["Applied?"]


def test_numbered_nudges_are_all_nudges():
    second = [None, "2026-05-01", None, None, None, "2026-05-02"]
    third = [None, "2026-05-20", None, None, None, None]
    columns = {
        "1st email": DATES,
        "F/U 1": second,
        "F/U 2": third,
        "Nudged?": [None, "x", None, None, None, "x"],
    }
    rows = [["Name", *columns], *map(list, zip(PEOPLE, *columns.values(), strict=True))]
    layout = understand([sheet(rows)])
    assert layout.fields["nudged_on"] == ["F/U 1", "F/U 2"]
    read = read_people(layout)
    assert "F/U 2" in read.contacts
    assert str(read.contacts.at[3, "nudged_on"])[:10] == "2026-05-01"
    nudges = read.events[read.events["event"] == "nudged"]
    assert [str(day)[:10] for day in nudges["date"]] == ["2026-05-01", "2026-05-02", "2026-05-20"]


def test_a_second_column_of_an_event_is_named_by_its_reader():
    again = [None, "2026-06-01", None, None, None, None]
    rows = [["Name", "Met", "Once more"], *map(list, zip(PEOPLE, DATES, again, strict=True))]
    layout = understand([sheet(rows)], columns={"met_on": ["Met", "Once more"]})
    events = read_people(layout).events
    assert (events["name"] == PEOPLE[1]).sum() == 2
    assert (events["event"] == "met").all()


def test_a_remark_below_the_list_is_nobody():
    rows = [["Person", "Works at", "Date emailed"], *map(list, zip(PEOPLE, FIRMS, DATES, strict=True))]
    rows += [[None] * 3, ["Ideas: library association, guild", None, None]]
    assert len(understand([sheet(rows)]).positions) == len(PEOPLE)


def test_a_call_in_the_log_of_somebody_asked_is_a_talk():
    people = [["Name", "Company", "Emailed on"]]
    people += [
        [name, firm, day] for name, firm, day in zip(PEOPLE, FIRMS, [*DATES[:3], *[None] * 3], strict=True)
    ]
    log = [["Date", "Who", "What"], *(["2026-04-01", name, "Called"] for name in PEOPLE)]
    layout = understand([sheet(people, name="People"), sheet(log, name="Log")])
    events = with_log(read_people(layout), layout.log, layout.sheet).events
    called = events[events["date"] == "2026-04-01"]
    assert called["event"].tolist() == ["met"] * 3 + ["asked"] * 3


def test_an_accepted_invitation_is_no_answer_to_the_message():
    invited = {"Name": PEOPLE, "Connection request sent": DATES, "Accepted?": list("YYNYNY")}
    answers = ["Yes", None, None, "No", None, "Yes"]
    assert fields(**invited, Message_response=answers)["response"] == ["Message response"]
    assert fields(Name=PEOPLE, Emailed=DATES, Accepted=list("YYNYNY"))["response"] == ["Accepted"]


def test_one_person_may_have_named_them_all():
    named = ["Prof. Hale", "my uncle", "Career fair", "Prof. Hale", "my uncle", "Prof. Hale"]
    assert fields(Name=PEOPLE, Introduced_by=named)["referred_by"] == ["Introduced by"]
    assert "referred_by" not in fields(Name=PEOPLE, Introduced_by=["email", "phone", "phone"] * 2)


def test_a_place_that_holds_firms_is_the_organization():
    towns = ["London", "Oslo", "Berlin", "London", "Boston", "Seattle"]
    assert fields(Name=PEOPLE, Place=FIRMS)["organization"] == ["Place"]
    assert fields(Name=PEOPLE, Place=towns)["location"] == ["Place"]
    assert fields(Name=PEOPLE, Company=FIRMS, Place=towns)["location"] == ["Place"]
