"""The words of the field: what a tracker may record, of which kind, and what a date in it stands for."""

from enum import StrEnum
from typing import NamedTuple


class Content(StrEnum):
    """What the cells of a field hold."""

    TEXT = "text"
    DATE = "date"
    RESPONSE = "response"
    STATUS = "status"
    NUMBER = "number"
    LIST = "list"


class Event(StrEnum):
    """What can happen between me and a contact."""

    ASKED = "asked"
    NUDGED = "nudged"
    RESPONDED = "responded"
    SCHEDULED = "scheduled"
    MET = "met"
    THANKED = "thanked"
    TOUCHED = "touched"
    INTRODUCED = "introduced"
    ACKNOWLEDGED = "acknowledged"
    NOTED = "noted"


class Response(StrEnum):
    """How an ask ended; nothing yet is no value at all."""

    YES = "yes"
    NO = "no"
    BOUNCED = "bounced"
    OTHER = "other"
    WITHDRAWN = "withdrawn"


class Field(StrEnum):
    """One thing a tracker may record of a contact; its value is the column's name in ``contacts``."""

    NAME = "name"
    ORGANIZATION = "organization"
    ROLE = "role"
    EMAIL = "email"
    PHONE = "phone"
    LINK = "link"
    LOCATION = "location"
    SOURCE = "source"
    CHANNEL = "channel"
    TEMPLATE = "template"
    HYPOTHESIS = "hypothesis"
    TAGS = "tags"
    REFERRED_BY = "referred_by"
    CONTACTED_ON = "contacted_on"
    NUDGED_ON = "nudged_on"
    RESPONSE = "response"
    RESPONDED_ON = "responded_on"
    MODE = "mode"
    MINUTES = "minutes"
    SCHEDULED_ON = "scheduled_on"
    MET_ON = "met_on"
    THANKED_ON = "thanked_on"
    FOLLOW_UP_ON = "follow_up_on"
    LAST_TOUCH_ON = "last_touch_on"
    CADENCE_DAYS = "cadence_days"
    INTRODUCTIONS = "introductions"
    PROMISED = "promised"
    ACKNOWLEDGED_ON = "acknowledged_on"
    REFLECTION = "reflection"
    TAKEAWAYS = "takeaways"
    OUTCOME = "outcome"
    NOTES = "notes"
    STATUS = "status"

    @property
    def content(self) -> Content:
        """What the field's cells hold."""
        return _ABOUT[self].content

    @property
    def description(self) -> str:
        """The field in plain words."""
        return _ABOUT[self].description

    @property
    def event(self) -> Event | None:
        """The event that a date in the field stands for; None for a plan (``follow_up_on``) and for no date.

        Examples
        --------
        >>> Field.CONTACTED_ON.event
        <Event.ASKED: 'asked'>
        >>> Field.FOLLOW_UP_ON.event is None
        True
        """
        return _ABOUT[self].event


class Problem(NamedTuple):
    """A cell not understood: its position in the column (0-based), what it shows, what was expected."""

    position: int
    value: str
    expected: str


class _About(NamedTuple):
    content: Content
    description: str
    event: Event | None = None


_ABOUT = {
    Field.NAME: _About(Content.TEXT, "the person's full name"),
    Field.ORGANIZATION: _About(Content.TEXT, "the company, school or other organization they belong to"),
    Field.ROLE: _About(Content.TEXT, "their position or job title"),
    Field.EMAIL: _About(Content.TEXT, "their e-mail address"),
    Field.PHONE: _About(Content.TEXT, "their telephone number"),
    Field.LINK: _About(Content.TEXT, "a page about them, such as a LinkedIn profile"),
    Field.LOCATION: _About(Content.TEXT, "where they live or work"),
    Field.SOURCE: _About(Content.TEXT, "how I found them"),
    Field.CHANNEL: _About(Content.TEXT, "how I asked: e-mail, LinkedIn, phone, in person"),
    Field.TEMPLATE: _About(Content.TEXT, "which form letter I sent"),
    Field.HYPOTHESIS: _About(Content.TEXT, "the career guess this person helps to test"),
    Field.TAGS: _About(Content.LIST, "labels of my own"),
    Field.REFERRED_BY: _About(Content.TEXT, "who suggested this person"),
    Field.CONTACTED_ON: _About(Content.DATE, "the day of the first message", Event.ASKED),
    Field.NUDGED_ON: _About(Content.DATE, "the day I asked again", Event.NUDGED),
    Field.RESPONSE: _About(Content.RESPONSE, "the answer: yes, no, bounced, other or withdrawn"),
    Field.RESPONDED_ON: _About(Content.DATE, "the day the answer came", Event.RESPONDED),
    Field.MODE: _About(Content.TEXT, "how we met: in person, phone, video"),
    Field.MINUTES: _About(Content.NUMBER, "how long the interview lasted, in minutes"),
    Field.SCHEDULED_ON: _About(Content.DATE, "the day the interview is set for", Event.SCHEDULED),
    Field.MET_ON: _About(Content.DATE, "the day of the interview", Event.MET),
    Field.THANKED_ON: _About(Content.DATE, "the day I said thanks", Event.THANKED),
    Field.FOLLOW_UP_ON: _About(Content.DATE, "the day on which I mean to be in touch next"),
    Field.LAST_TOUCH_ON: _About(Content.DATE, "the day of the last real contact, either way", Event.TOUCHED),
    Field.CADENCE_DAYS: _About(Content.NUMBER, "how often I want to be in touch, in days"),
    Field.INTRODUCTIONS: _About(Content.LIST, "people they promised or gave me an introduction to"),
    Field.PROMISED: _About(Content.TEXT, "anything else promised, by them or by me"),
    Field.ACKNOWLEDGED_ON: _About(
        Content.DATE, "the day I told them what came of their help", Event.ACKNOWLEDGED
    ),
    Field.REFLECTION: _About(Content.TEXT, "how the interview felt, from inspired to icky"),
    Field.TAKEAWAYS: _About(Content.TEXT, "what I learned"),
    Field.OUTCOME: _About(Content.TEXT, "what came of it"),
    Field.NOTES: _About(Content.TEXT, "anything else"),
    Field.STATUS: _About(Content.STATUS, "where it stands, in my own words"),
}

EVENTS: tuple[Event, ...] = tuple(Event)
RESPONSES: tuple[Response, ...] = tuple(Response)
DATE_FIELDS: tuple[Field, ...] = tuple(field for field in Field if field.content == Content.DATE)
EVENT_OF: dict[Field, Event] = {field: field.event for field in DATE_FIELDS if field.event is not None}
