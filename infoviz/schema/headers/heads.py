"""What the head of a header says where a word beside it is unknown: "VC Firm", "Response Notes", "URL de l'offre"."""

import re

from infoviz.schema.expressions import expression
from infoviz.schema.headers.meaning import known_alone, split
from infoviz.schema.headers.vocabulary import FILLER, FOREIGN, SETS
from infoviz.schema.words import listed

HEADED = 0.75
"""The strength of a head with an unknown word beside it: fitting values make it so."""

_FIELDS = ("email", "phone", "link", "location", "role", "organization", "notes", "takeaways", "reflection")
_CUT = listed("of on about de du di da do der des von for from over sur sobre uber")

# Words that make another thing of what the head says: "Previous company", "Zoom link", "Assistant email".
_TURNING = frozenset(
    """
    previous former past ex old careers career parent competitor desired dream hiring meeting meet call zoom teams
    calendar doc gdoc document drive folder video template script my our own from sender assistant resume cv job
    description used
    """.split()  # noqa: SIM905
) | frozenset(
    word for name in ("referred", "referrer", "intro", "sent", "date") for word in SETS[name].split()
)

# What notes are about does not matter: "Reflection on career fit", "Notes about salary".
_ABOUT = expression(r"\s+(?:on|about|regarding|über|zu|sur|sobre|su|over)\s+\S", re.IGNORECASE)
_TELLING = frozenset({"notes", "takeaways", "reflection"})

# Heads that name the thing wanted beside words of the job: "Job Location", "Job URL".
_OF_JOBS = frozenset({"location", "link"})


def head(header: str) -> dict[str, float]:
    """Say which fields the head of a header names, and how surely.

    >>> head("VC Firm"), head("Notes on their salary"), head("Previous company"), head("Firm")
    ({'organization': 0.75}, {'notes': 0.9}, {}, {})
    """
    about = _ABOUT.search(header)
    if about:
        told = _named(split(header[: about.start()])[-1:])
        found = {field: 0.9 for field in told if field in _TELLING}
        if found:
            return found
    own = split(header)
    cut = next((i for i, word in enumerate(own) if i and word in _CUT), len(own))
    weighty = [word for word in own[:cut] if word not in FILLER]
    others = {word for word in own if word not in FILLER and word != (weighty or [""])[-1]}
    if not weighty or not others or FOREIGN & set(own):
        return {}
    turned = others & _TURNING
    return {
        field: HEADED
        for field in _named(weighty[-1:])
        if not turned
        or (turned == {"job"} and field in _OF_JOBS)
        or (field in _TELLING and "job" not in turned)
    }


def _named(words: tuple[str, ...] | list[str]) -> list[str]:
    return [field for field in _FIELDS if words and words[-1] in known_alone(field)]
