"""What whole phrases of a header say that its words one by one do not: who named whom, and what is still to be done."""

import re

from infoviz.schema.expressions import expression

_TALK = r"(?:talk|speak|contact|call|ring|phone|reach|meet|see|chat|write|e-?mail|message|try)\b"
# "They said to talk to", "Suggested I ring", "Indicou quem": whom they named.
_NAMED = expression(
    rf"\b(?:they|he|she)\s+(?:said|told|asked|advised)\s+(?:me\s+)?(?:i\s+should\s+|to\s+){_TALK}"
    rf"|^\W*(?:suggested|recommended|advised|told\s+me|said)\s+(?:that\s+)?i\s+(?:should\s+)?{_TALK}"
    r"|^\W*(?:indicou|recomendou|sugeriu|apresentou|recomend[oó]|sugiri[oó]|present[oó])\s+(?:a\s+)?(?:quem|qui[eé]n)\b",
    re.IGNORECASE,
)
_TO_ME = expression(r"\b(?:introduced|referred|recommended|passed|sent)\s+to\s+(?:me|us)\b", re.IGNORECASE)
# "Reading they recommended", "Books": things, and nobody's names.
_THINGS = expression(
    r"\b(?:books?|reading|reads|resources?|courses?|articles?|podcasts?|tools?|websites?|films?|movies?|videos?"
    r"|certificat\w+|trainings?|bücher|lektüre|literatur|livres?|lectures?|libros?|lecturas?|livros?|leituras?|libri"
    r"|letture|boeken|böcker|bøger|bøker|książk\w+)\b",
    re.IGNORECASE,
)
# "Chase again", "To be followed up on": a plan; "Chased again", "Followed up on": done.
_STILL_TO_DO = expression(
    r"^\W*(?:to\s+)?(?:chase|ring|phone|call|ping|nudge|poke|e-?mail|mail|message|text|write|contact|speak|talk|chat|try"
    r"|ask)(?:\s+(?:them|him|her|up|to|with))*\s+again\b"
    r"|^\W*(?:to|must|should)\s+be\s+(?:followed|chased|contacted|called|rung|nudged|e-?mailed|written|spoken|reminded)\b",
    re.IGNORECASE,
)
# "Tackade ja?": they accepted, with thanks.
_WITH_THANKS = expression(
    r"\b(?:tackade|tackat|tackar|takket|takkede|takker)\s+(?:ja|nej|nei)\b", re.IGNORECASE
)
_DONE = ("contacted_on", "nudged_on", "responded_on", "met_on", "thanked_on")
SURE = 0.95


def reworded(header: str, found: dict[str, float]) -> dict[str, float]:
    """Give the strengths of a header's words anew where a phrase of it tells more.

    >>> reworded("Chase again", {"nudged_on": 0.95}), reworded("Books they recommended", {"introductions": 0.95})
    ({'follow_up_on': 0.95}, {})
    """
    taken: set[str] = set()
    given: dict[str, float] = {}
    if _NAMED.search(header):
        taken, given = {"referred_by"}, {"introductions": SURE}
    elif _TO_ME.search(header):
        taken, given = {"introductions"}, {"referred_by": SURE}
    elif _STILL_TO_DO.search(header):
        taken, given = set(_DONE), {"follow_up_on": SURE}
    elif _WITH_THANKS.search(header):
        taken, given = {"thanked_on"}, {"response": SURE}
    elif _THINGS.search(header):
        taken = {"introductions", "referred_by"}
    return {field: score for field, score in found.items() if field not in taken} | given
