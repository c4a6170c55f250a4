"""What the head of a header says, and which headers it must leave alone."""

import pytest

from infoviz.schema.headers.heads import HEADED, head


@pytest.mark.parametrize(
    ("header", "field"),
    [
        ("VC Firm", "organization"),
        ("Job Location", "location"),
        ("Listing URL", "link"),
        ("URL de l'offre", "link"),
        ("Lab website", "link"),
        ("Response Notes", "notes"),
        ("Alum employer", "organization"),
        ("Recruiter email", "email"),
        ("Post-Interview Reflection", "reflection"),
    ],
)
def test_a_head_with_an_unknown_word_beside_it(header, field):
    assert head(header) == {field: HEADED}


@pytest.mark.parametrize(
    "header", ["Notes on their salary", "Reflection about career fit", "Notes sur le poste"]
)
def test_what_notes_are_about_does_not_matter(header):
    assert list(head(header).values()) == [0.9]


@pytest.mark.parametrize(
    "header",
    [
        "Previous company",
        "Zoom link",
        "From email",
        "Resume link",
        "Company size",
        "Referrer email",
        "Firm",
        "Notes",
        "",
    ],
)
def test_what_turns_a_head_away(header):
    assert head(header) == {}
