import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from infoviz.schema.answers.meanings import (
    ASKED,
    BOUNCED,
    MET,
    NO,
    NOTHING,
    NUDGED,
    ONLY_THANKED,
    OTHER,
    PRESUMED,
    RESPONDED,
    SCHEDULED,
    SILENT,
    THANKED,
    UNASKED,
    UNRECOGNISED,
    WITHDRAWN,
    YES,
    Meaning,
)
from infoviz.schema.answers.statuses import interpret, score_statuses

WORDS = [
    (
        UNASKED,
        """
        To contact; to-contact; To reach out; TODO; to do; Not started; Researching; Drafted; Draft; email
        drafted; Wishlist
        """,
    ),
    (
        UNASKED,
        """
        Not contacted; not contacted yet; Not yet contacted; haven't reached out; to be contacted; Need to
        email; new lead; geplant; noch nicht kontaktiert
        """,
    ),
    (
        NOTHING,
        """
        Warm Contact; Dormant; On hold; Open; Closed; In progress
        """,
    ),
    (
        NOTHING,
        """
        not yet met; to schedule; not scheduled; schedule call; no longer interested
        """,
    ),
    (
        ASKED,
        """
        Sent; SENT!; Emailed; E-mailed; Outreach Sent; Applied; Contacted; Requested; requested intro; Messaged;
        DM sent; reached out
        """,
    ),
    (
        PRESUMED,
        """
        Awaiting reply; Pending; pending response; Waiting; waiting to hear back; waiting for response; under review;
        warte auf Antwort; en attente; To follow up; Follow-Up Due; follow up needed; follow_up
        """,
    ),
    (
        ASKED,
        """
        1st email sent; LinkedIn message sent; left voicemail;
        Interview requested; asked for a meeting; completed application; email done; called; Out of office; OOO;
        auto-reply; Connected; invite accepted
        """,
    ),
    (
        ASKED,
        """
        angeschrieben; Kontaktiert; beworben; contacté; contactado; contattata;
        benaderd
        """,
    ),
    (
        NUDGED,
        """
        Bumped; Nudged; Followed up; followed-up x2; Follow up sent; Final Sent; 2nd email sent; second message;
        reminder sent; Chased; F/U sent
        """,
    ),
    (
        NUDGED,
        """
        nachgefasst; relancé; sent a follow-up; emailed twice; pinged again
        """,
    ),
    (
        RESPONDED,
        """
        Replied; Responded; Answered; heard back; Ongoing; In conversation; got a reply; response received;
        Cancelled
        """,
    ),
    (
        RESPONDED,
        """
        need to reply; got back to me; geantwortet; répondu; ha respondido
        """,
    ),
    (
        OTHER,
        """
        Neutral; not right now; maybe later; busy until May; not available now; check back later; passed me on
        """,
    ),
    (
        YES,
        """
        Accepted; Agreed; Positive; said yes; happy to chat; scheduling; Zugesagt; offer; offer declined
        """,
    ),
    (
        SCHEDULED,
        """
        Scheduled; Booked; Confirmed; meeting set; call scheduled; coffee chat planned; Interview; Rescheduled;
        no-show; no show
        """,
    ),
    (
        SCHEDULED,
        """
        scheduled for March 5; scheduled 3/5; on calendar; Termin vereinbart; agendado
        """,
    ),
    (
        MET,
        """
        Met; Completed; Done; Spoke; spoken; Had call; had a great chat; had coffee; Coffee chat done; call
        completed; Interviewed
        """,
    ),
    (
        MET,
        """
        meeting held; gesprochen; getroffen; incontrato; Thank-you note to send; need to thank; thank you due
        """,
    ),
    (
        THANKED,
        """
        Thanked; thank you sent; thank-you note sent; sent thank you note; sent a thank-you email; gedankt
        """,
    ),
    (
        ONLY_THANKED,
        """
        thank_you; Thank you note
        """,
    ),
    (
        NO,
        """
        Declined; Rejected; rejection; Not interested; No thanks; Negative; Too busy; said no; turned me down;
        can't meet; not a fit
        """,
    ),
    (
        NO,
        """
        Absage; abgelehnt; kein Interesse; refusé; rechazada; geen interesse; they declined; replied - declined
        """,
    ),
    (
        SILENT,
        """
        No response; no reply; No answer yet; never replied; didn't reply; Not replied; Ghosted; Silent; no
        response yet; haven't heard back
        """,
    ),
    (
        SILENT,
        """
        Closed - no response; Emailed, no response; Rejected (no response); unresponsive; keine Antwort; pas de
        réponse; sin respuesta
        """,
    ),
    (
        BOUNCED,
        """
        Bounced; bounced back; Undeliverable; Wrong email; invalid address; email bounced; delivery failed;
        unzustellbar
        """,
    ),
    (
        WITHDRAWN,
        """
        Withdrawn; Cancelled by me; I declined; called off; I withdrew; zurückgezogen
        """,
    ),
]


@pytest.mark.parametrize(
    ("word", "meaning"),
    [(" ".join(word.split()), meaning) for meaning, words in WORDS for word in words.split(";")],
)
def test_what_a_word_proves(word, meaning):
    assert interpret(word) == meaning


@pytest.mark.parametrize(
    "form",
    [
        "{}",
        "  {} ",
        "{}!",
        "3 - {}",
        "2. {}",
        "✅ {}",
        "{} 👍",
        "[{}]",
        "#4 {}",
        "{} 3/4/2026",
        "{} (2x)",
        "_{}_",
    ],
)
@pytest.mark.parametrize(
    ("word", "meaning"), [("replied", RESPONDED), ("Met", MET), ("NO RESPONSE", SILENT), ("Declined", NO)]
)
def test_dress_does_not_matter(form, word, meaning):
    assert interpret(form.format(word)) == meaning


@pytest.mark.parametrize(
    ("typed", "meaning"),
    [
        ("Contcated", ASKED),
        ("Repleid", RESPONDED),
        ("scheduld", SCHEDULED),
        ("complated", MET),
        ("Rejceted", NO),
        ("no respons", UNRECOGNISED),
    ],
)
def test_slips_of_the_finger(typed, meaning):
    assert interpret(typed) == meaning


@pytest.mark.parametrize(
    "text",
    [
        "",
        "n/a",
        "-",
        "?",
        "warp drive",
        "Replied?",
        "met?",
        "not accepted",
        "never met",
        "not confirmed",
        "Contracted",
        "relied",
        "had no call",
        "call never happened",
        "met on LinkedIn",
        "spoke at a fair",
        "waiting for interview",
        "Email",
        "Met at a conference",
        "Yes/No",
        "Positive/Negative",
        "waiting for NDA",
        "referral_pending",
        "needs_manual",
        "blocked",
        "will reply",
        "Ana Ruiz",
        "2026-03-04",
        "✅",
        "Product Manager",
        "Berlin",
        "She told me at length how she had replied to someone who was rejected and had met nobody since",
    ],
)
def test_what_proves_nothing_is_not_recognised(text):
    assert interpret(text) == UNRECOGNISED


@pytest.mark.parametrize(
    ("text", "meaning"),
    [
        ("Rejected - interview", Meaning(SCHEDULED.events, NO.response)),
        ("Accepted, then declined", NO),
        ("Declined, then accepted", YES),
        ("Emailed; bounced", BOUNCED),
        ("Met, thanked", THANKED),
        ("Met – no follow up yet", MET),
        ("Met / Thanked", THANKED),
        ("replied but no response since", RESPONDED),
        ("Contacted - waiting", ASKED),
        ("Emailed/LinkedIn", ASKED),
    ],
)
def test_clauses_are_taken_together(text, meaning):
    assert interpret(text) == meaning


def test_score():
    assert score_statuses(["Sent", "Met", "", "n/a"]) == 1
    assert score_statuses(["Sent", "Berlin", "Ana", "Bo"]) == 0.25
    assert score_statuses([]) == 0


@settings(derandomize=True, deadline=None)
@given(
    st.text()
    | st.lists(st.sampled_from([*"/-,;()?! \n", "no", "not", "met", "replied", "ſent", "İ"])).map(" ".join)
)
def test_no_text_upsets_the_reading(text):
    meaning = interpret(text)
    assert meaning.recognised or meaning == UNRECOGNISED
    assert not (meaning.silence and meaning.response)
