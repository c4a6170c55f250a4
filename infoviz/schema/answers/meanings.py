"""What a status word or an answer proves."""

from typing import NamedTuple

from infoviz.schema.fields import Event, Response


class Meaning(NamedTuple):
    """What a status word proves.

    Attributes
    ----------
    events
        What has happened; the word tells no day.
    response
        How the ask ended, where the word tells.
    silence
        Whether the word says that no answer came.
    recognised
        Whether the word is understood at all; one that is may prove nothing ("On hold").
    presumed
        Whether the word only takes an ask for granted ("Pending", "Follow up") and does not say that there was one.
    unasked
        Whether the word says that nothing has been sent yet ("To contact").
    """

    events: frozenset[Event] = frozenset()
    response: Response | None = None
    silence: bool = False
    recognised: bool = True
    presumed: bool = False
    unasked: bool = False


UNRECOGNISED = Meaning(recognised=False)

_A, _N, _R, _S, _M, _T = (
    Event.ASKED,
    Event.NUDGED,
    Event.RESPONDED,
    Event.SCHEDULED,
    Event.MET,
    Event.THANKED,
)
NOTHING = Meaning()
UNASKED = Meaning(unasked=True)
PRESUMED = Meaning(frozenset({_A}), presumed=True)
ASKED = Meaning(frozenset({_A}))
SILENT = Meaning(frozenset({_A}), silence=True)
NUDGED = Meaning(frozenset({_A, _N}))
RESPONDED = Meaning(frozenset({_A, _R}))
OTHER = Meaning(frozenset({_A, _R}), Response.OTHER)
YES = Meaning(frozenset({_A, _R}), Response.YES)
NO = Meaning(frozenset({_A, _R}), Response.NO)
BOUNCED = Meaning(frozenset({_A}), Response.BOUNCED)
WITHDRAWN = Meaning(frozenset({_A}), Response.WITHDRAWN)
SCHEDULED = Meaning(frozenset({_A, _R, _S}), Response.YES)
MET = Meaning(frozenset({_A, _R, _M}), Response.YES)
THANKED = Meaning(frozenset({_A, _R, _M, _T}), Response.YES)
ONLY_THANKED = Meaning(frozenset({_T}))
