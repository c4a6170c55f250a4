from infoviz.schema.fields import DATE_FIELDS, EVENT_OF, EVENTS, RESPONSES, Content, Event, Field


def test_every_field_says_what_it_is():
    for field in Field:
        assert field.description
        assert field.content in Content
    assert len({field.description for field in Field}) == len(Field)


def test_the_fields_are_the_words_of_the_house():
    assert " ".join(Field) == (
        "name organization role email phone link location source channel template hypothesis tags referred_by "
        "contacted_on nudged_on response responded_on mode minutes scheduled_on met_on thanked_on follow_up_on "
        "last_touch_on cadence_days introductions promised acknowledged_on reflection takeaways outcome notes status"
    )


def test_each_date_field_but_the_plan_stands_for_an_event():
    assert set(DATE_FIELDS) - set(EVENT_OF) == {Field.FOLLOW_UP_ON}
    assert EVENT_OF[Field.LAST_TOUCH_ON] == Event.TOUCHED
    assert all(field.event is None for field in Field if field.content != Content.DATE)


def test_events_and_responses_are_plain_words():
    assert EVENTS == (
        "asked", "nudged", "responded", "scheduled", "met", "thanked", "touched", "introduced", "acknowledged", "noted",
    )  # fmt: skip
    assert RESPONSES == ("yes", "no", "bounced", "other", "withdrawn")
