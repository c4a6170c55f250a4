"""A column of answers: which answer came, or only whether one came."""

import re
import unicodedata
from collections.abc import Callable
from functools import cache
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from infoviz.grid import Column, Kind
from infoviz.schema.answers.answerwords import WHOLE
from infoviz.schema.answers.meanings import NO as REFUSED
from infoviz.schema.answers.meanings import NOTHING, UNRECOGNISED, YES, Meaning
from infoviz.schema.answers.statuses import answer_in, interpret
from infoviz.schema.expressions import expression
from infoviz.schema.fields import Event, Problem, Response
from infoviz.schema.remembered import remembered
from infoviz.schema.values.dates import Days, Mask, read_dates
from infoviz.schema.values.datetext import Order
from infoviz.schema.values.yesno import BARE, NO, UNKNOWN, Flags, flags_of, yes_or_no
from infoviz.schema.values.yesno import YES as SAID_YES
from infoviz.schema.words import distinct, listed, plain, sample, says_nothing, shown, visible

EXPECTED = "yes, no, bounced, other or withdrawn"

# Words for replying: a yes under them says that an answer came, and a no says no more than that none did.
_REPLYING = (
    r"repl(?:y|ies|ied|ying)\w*|respon(?:d|ds|ded|ding|se|ses|sive)\w*|answer\w*|heard|hear (?:back|from)"
    r"|(?:wrote|write|written|writes|got|get|gets|gotten|came|come|called|calls|messaged|emailed|reached) back"
    r"|back (?:from|to me)|any ?thing back|reaction|reacted|acknowledged|feedback received|revert\w*"
    r"|\w*geantwortet|antwort\w*|beantwortet|ruckmeldung|ruckgemeldet|zuruckgemeldet|zuruckgeschrieben|gemeldet"
    r"|repon\w+|repondu\w*|retour|respond\w+|respuesta\w*|contest\w+|rispost\w+|rispond\w+|riscontro"
    r"|\w*antwoord\w*|reactie|gereageerd|respost\w+|retorno\w*|svar\w*|odpowied\w+|odpis\w+"
    r"|ответ\w*|відпов\w+|odpov\w+|vasta\w+|yanit\w*|cevap\w*"
)
# Where words are not written apart.
_REPLYING_INSIDE = re.compile(
    unicodedata.normalize("NFKD", "回[复覆信應应答]|返[信事答]|답장|회신|응답|답변")
)
# Words for agreeing: a no under them is a refusal.
_AGREEING = (
    r"agree\w*|accept\w*|interest\w*|willing\w*|consent\w*|declin\w*|refus\w*|reject\w*|said yes|open to|which"
    r"|what|outcome|verdict|decision|zugesagt|zusage|einverstanden|d accord|acept\w+|accett\w+|akkoord|aceit\w+"
)
# Nouns for an answer: which of the two they ask, the column's own words tell.
_BARE_HEADER = (
    r"^(?:their |the |his |her |message |email |e mail |linkedin )?"
    r"(?:response|reply|answer|antwort|reponse|respuesta|risposta|antwoord|resposta"
    r"|reaction|reaktion|reaccion|reazione|reactie|reacao|svar|ruckmeldung|feedback|result|outcome|ergebnis"
    r"|resultat|resultado|risultato|resultaat|esito|uitkomst|retour|retorno|devolutiva|riscontro|odpowiedz|odpoved"
    r"|ответ|відповідь|vastaus|yanit|cevap|wynik|sonuc|回复|回覆|回信|返信|返事|返答|회신|답장|응답|답변|结果|結果)s?"
    r"(?P<asks> y n| yes no| j n| ja nein| s n| o n)?$"
)


@cache
def _searcher(words: str) -> Callable[[str], re.Match[str] | None]:
    words = unicodedata.normalize("NFKD", words)
    return re.compile(words if words.startswith("^") else rf"\b(?:{words})\b").search


_SHRUG = "🤷"
_THUMBS = frozenset("👍👎")  # one down refuses, and never says that no answer came


class Responses(NamedTuple):
    """A column of answers, arrays of shape ``(rows,)``.

    Attributes
    ----------
    answers
        The :class:`Response`, None where the cell tells none.
    responded
        1 where an answer came, 0 where the cell says that none did, -1 where it does not say.
    days
        The day where the cell holds a date (a "Responded" column of dates), else NaT.
    meanings
        The :class:`Meaning` of the words, for the other events they prove ("Scheduled"); None where there is none.
    problems
        The cells that were not understood.
    """

    answers: npt.NDArray[np.object_]
    responded: Flags
    days: Days
    meanings: npt.NDArray[np.object_]
    problems: list[Problem]


class _Question(NamedTuple):
    whether: bool  # whether an answer came, not which
    open: bool  # the header alone does not settle it

    @property
    def which(self) -> bool:
        """Whether the header asks for the answer, whatever the column holds."""
        return not (self.whether or self.open)


def _question(header: str) -> _Question:
    words = plain(header)
    bare = _searcher(_BARE_HEADER)(words)
    if bare:
        return _Question(whether=bare["asks"] is not None or header.strip().endswith("?"), open=True)
    agreeing, replying = _searcher(_AGREEING), _searcher(_REPLYING)
    told = replying(words) or _REPLYING_INSIDE.search(words)
    return _Question(whether=not agreeing(words) and told is not None, open=False)


def asks_whether(header: str, flags: Flags | None = None, responded_on: Days | None = None) -> bool:
    """Whether a column of yes and no tells that an answer came, rather than which answer it was.

    "Responded?", "Heard from?" and "Wrote back" ask whether, in any form and language; "Decision" and "Accepted?" ask
    which. A bare "Response" or "Outcome" is settled by what stands in the sheet. A no that has a day of answer is an
    answer; where every yes is dated and no no is, a no means that none came. Without such days "Response?" and
    "Response (Y/N)" ask whether. So does "Response" where every cell says yes or no, of five or more: none is left
    blank for those who have not answered yet, so that they must be among the noes.

    Parameters
    ----------
    header
        The column's header.
    flags
        The column read as yes (1) and no (0), else -1.
    responded_on
        The day of the answer in another column.

    Examples
    --------
    >>> [asks_whether(header) for header in ("Responded?", "Wrote back", "Response", "Reply (Y/N)", "Accepted?")]
    [True, True, False, True, False]
    """
    question = _question(header)
    if not question.open or flags is None:
        return question.whether
    if responded_on is not None:
        dated = ~np.isnat(responded_on)
        if (dated & (flags == NO)).any():
            return False
        if (dated & (flags == SAID_YES)).any() and (flags == NO).any():
            return True
    full = len(flags) >= FULL and bool((flags != UNKNOWN).all())
    return question.whether or (full and bool((flags == NO).any()))


FULL = 5


@remembered
def read_responses(
    column: Column,
    header: str,
    *,
    among: Mask | None = None,
    responded_on: Days | None = None,
    date1904: bool = False,
    order: Order | None = None,
) -> Responses:
    """Read a column that holds answers: yes and no, words for answers, or the day an answer came.

    Parameters
    ----------
    column
        The column.
    header
        Its header, which tells whether a yes means "they said yes" or "they answered" (see :func:`asks_whether`).
    among
        The positions to look at, shape ``(rows,)``; all if not given.
    responded_on
        The day of the answer in another column, to settle a bare "Response".
    date1904, order
        As for :func:`infoviz.schema.values.dates.read_dates`.
    """
    rows = len(column.kinds)
    looked = np.ones(rows, dtype=np.bool_) if among is None else among
    ticks = (column.kinds == Kind.NUMBER) & np.isin(column.numbers, (0, 1))
    dated = read_dates(column, among=looked & ~ticks, date1904=date1904, order=order)
    flags = flags_of(column, looked & (column.kinds != Kind.DATE))
    question = _question(header)
    meanings, words = _meanings(column, looked, noun=question.open and not question.whether)
    worded = np.array([meaning is not None for meaning in meanings], dtype=np.bool_)
    flags[worded] = UNKNOWN
    minus = _minuses(column, looked)
    flags[minus] = NO
    signed = question.open and bool(minus.any() and (flags[looked] == UNKNOWN).any())
    came = ~np.isnat(dated.days) | dated.undated
    answers = np.full(rows, None, dtype=np.object_)
    responded = np.where(came, SAID_YES, UNKNOWN).astype(np.int8)
    responded = np.where(flags != UNKNOWN, flags, responded)
    proven = responded_on is not None and bool((~np.isnat(responded_on) & looked & (flags == NO)).any())
    whether = asks_whether(header, flags[looked], None if responded_on is None else responded_on[looked])
    whether |= question.open and _only_ticks(column, looked & (flags != UNKNOWN))
    if (
        signed
        or words.answers
        or (question.open and (words.nothing or (words.silence and not question.whether)))
    ):
        whether = False
    if question.which or not whether:
        answers[flags == SAID_YES] = Response.YES
        refused = (flags == NO) & ~_unticked(column)
        if question.which or signed or proven or words.refusing or words.silent or not words.refusal:
            answers[refused], responded[refused] = Response.NO, SAID_YES
    for position in np.flatnonzero(worded).tolist():
        meaning: Meaning = meanings[position]
        answers[position] = meaning.response
        if Event.RESPONDED in meaning.events:
            responded[position] = SAID_YES
        elif meaning.response is None and (meaning.silence or not came[position]):
            responded[position] = NO
    understood = came | (flags != UNKNOWN) | worded
    of_dates = [problem for problem in dated.problems if not worded[problem.position]]
    return Responses(
        answers, responded, dated.days, meanings, _problems(column, looked & ~understood, of_dates)
    )


class _Words(NamedTuple):
    """What the words of a column are for."""

    answers: bool = False  # some tell an answer that is no plain yes or no: the column keeps answers
    refusal: bool = False  # some refuse without a no: a plain no then says less
    refusing: bool = False  # some say why after a no: a no refuses
    silence: bool = False  # some tell that no answer came, or is awaited: a yes then says which answer
    silent: bool = False  # some tell that none came: a no then is one
    nothing: bool = False  # some say "nothing": a no beside them is more than that

    def with_(self, meaning: Meaning, *, led: int) -> "_Words":
        """Take another answer's words in, and the plain yes (1) or no (0) that leads them, if any (-1)."""
        refuses = meaning.response == Response.NO
        told = meaning.response not in (None, Response.BOUNCED)
        return _Words(
            self.answers or (told and meaning.events.isdisjoint({Event.SCHEDULED, Event.MET})),
            self.refusal or (refuses and led != NO),  # "Y - said no": refusals are told after a yes
            self.refusing or (refuses and led == NO),
            self.silence or meaning.silence or meaning.presumed,
            self.silent or meaning.silence,
            self.nothing,
        )


def _meanings(column: Column, looked: Mask, *, noun: bool) -> tuple[npt.NDArray[np.object_], _Words]:
    """Meanings of the words that are more than a plain yes or no; under a noun, of a yes or no with a remark too."""
    found = np.full(len(column.kinds), None, dtype=np.object_)
    texts = distinct(column, looked)
    meanings = np.full(len(texts.texts), None, dtype=np.object_)
    words = _Words()
    for code, text in enumerate(texts.texts):
        rest = _after_a_bare_word(text)
        meaning = _meaning(text, rest)
        if plain(text) in _NOTHING_CAME:
            words = words._replace(nothing=True)
        if text.lstrip()[:1] in _THUMBS:
            words = words._replace(answers=True, refusing=True)
        if meaning.recognised:
            words = words.with_(meaning, led=UNKNOWN if rest == text else yes_or_no(text))
        elif noun and rest != text and plain(rest) and yes_or_no(text) != UNKNOWN:
            meaning = YES if yes_or_no(text) == SAID_YES else REFUSED
        if meaning.recognised:
            meanings[code] = meaning
    texts.spread(meanings, into=found)
    return found, words


def _meaning(text: str, rest: str) -> Meaning:
    words = plain(text)
    if not words and text.lstrip()[:1] == _SHRUG:
        return NOTHING
    if words and words in BARE:
        return UNRECOGNISED
    known = WHOLE.get(words) or WHOLE.get(plain(rest))
    if known is not None:
        return known
    meaning = interpret(rest)
    if meaning.response is None:  # "Interested - wants a demo"
        meaning = WHOLE.get(plain(_LEAD.split(text, maxsplit=1)[0]), meaning)
    but = " but " in words
    if meaning.recognised and not (but and meaning.response == Response.YES):
        return meaning
    told = answer_in(rest)
    if told.response == Response.OTHER and rest != text and not but and yes_or_no(text) == SAID_YES:
        return UNRECOGNISED  # "Yes, in the fall" is a yes
    return told if told.recognised else meaning


_NOTHING_CAME = listed("nothing nichts rien nada niente niets ingenting intet")
_LEAD = expression(r"\s*[,:;]\s|\s+[-–—]+\s+")
_UNTICKED = frozenset("☐□⬜")


def _minuses(column: Column, looked: Mask) -> Mask:
    """Tell where a minus stands that says no, as it does where others say yes by a plus."""
    found: Mask = np.zeros(len(column.kinds), dtype=np.bool_)
    texts = distinct(column, looked)
    signs = [visible(text) for text in texts.texts]
    if "+" in signs:
        found[texts.positions] = np.array([sign in _MINUSES for sign in signs], dtype=np.bool_)[texts.codes]
    return found


_MINUSES = frozenset("-−–")


def _unticked(column: Column) -> Mask:
    """Tell where a box stands unticked: it says that nothing is, and never a no."""
    found: Mask = (column.kinds == Kind.BOOLEAN) & (column.numbers == 0)
    texts = distinct(column)
    boxes = [visible(text) in _UNTICKED or plain(text) == "false" for text in texts.texts]
    found[texts.positions] |= np.array(boxes, dtype=np.bool_)[texts.codes]
    return found


def _only_ticks(column: Column, said: Mask) -> bool:
    """Whether all that the column says of yes and no is marks: boxes, check marks, crosses."""
    boxes = column.kinds == Kind.BOOLEAN
    marks = [
        plain(text) in {"", "x", "xx", "true", "false"} or visible(text).casefold() in {"x", "×"}
        for text in distinct(column, said).texts
    ]
    return bool(said.any()) and all(marks) and bool((boxes | (column.kinds == Kind.TEXT))[said].all())


_BARE_WORD = expression(r"\s*(\w+)\s*(?=[^\w\s])")


def _after_a_bare_word(text: str) -> str:
    """Give what follows a plain yes or no: "by mail" of "Yes - by mail"."""
    found = _BARE_WORD.match(text)
    return text[found.end() :].lstrip(" -–—,:;(") if found and plain(found[1]) in BARE else text


def _problems(column: Column, unread: Mask, of_dates: list[Problem]) -> list[Problem]:
    """Collect the dates that could not be settled, and the cells that hold neither a date nor an answer."""
    unread = unread & (column.kinds != Kind.BLANK)
    texts = distinct(column, unread)
    nothing = np.array([says_nothing(text) for text in texts.texts], dtype=np.bool_)
    unread[texts.positions[nothing[texts.codes]]] = False
    problems = [problem for problem in of_dates if not unread[problem.position]]
    problems += [
        Problem(position, shown(column, position), EXPECTED) for position in np.flatnonzero(unread).tolist()
    ]
    return sorted(problems)


def score_responses(column: Column, among: Mask | None = None) -> float:
    """Share of the cells that say anything which read as an answer; over an even sample, 0 for an empty column."""
    chosen = np.zeros(len(column.kinds), dtype=np.bool_)
    chosen[sample(column, among)] = True
    read = read_responses(column, "", among=chosen)
    understood = int(((read.responded != UNKNOWN) & np.isnat(read.days)).sum())
    said = int((read.responded != UNKNOWN).sum()) + len(read.problems)
    return understood / said if said else 0.0


# A word for the end of an approach that people also give to silence, and a "no" that may mean "none came".
_FILED = frozenset(
    {"rejected", "rejection", "closed", "unsuccessful", "dead", "dead end", "not successful", "abgelehnt"}
)
_BARE_NO = frozenset({"no", "n", "negative", "false", "0", "nein", "non", "nao"})
RECORDED = 0.8  # share of the answers that must be dated before a missing date says anything
ENOUGH = 3


def refusals_that_are_silence(
    words: npt.NDArray[np.object_],
    responses: npt.NDArray[np.object_],
    responded_on: Days,
    *,
    proven: Mask | None = None,
) -> Mask:
    """Find refusals that nobody uttered: people file silence as "Rejected" when they give up.

    A tracker that dates its answers tells the two apart. Where at least three answers are dated, and at least four in
    five of all answers that are not in doubt, an undated "Rejected" (or another word for the end of an
    approach) is silence. An undated plain "No" is silence only where at least three are undated and not one is dated,
    so that a date somebody forgot makes no silence. A refusal in so many words ("declined", "too busy") is never in
    doubt.

    Parameters
    ----------
    words
        What the cell says in the person's own words, None where nothing.
    responses
        The response read from it (:class:`Response` or None).
    responded_on
        The day of the answer, NaT where none.
    proven
        True where something else proves an answer (a scheduled or held interview).

    Returns
    -------
    ndarray of bool
        True where the refusal is silence; it should be reported, and counted as no response.
    """
    dated = ~np.isnat(responded_on)
    refused = np.asarray(responses == Response.NO, dtype=np.bool_)
    answered = refused | np.asarray(
        (responses == Response.YES) | (responses == Response.OTHER), dtype=np.bool_
    )
    where = np.flatnonzero(refused)
    keys = [plain(word) if isinstance(word, str) else "" for word in words[where].tolist()]
    of_filing, of_no = np.zeros(len(words), dtype=np.bool_), np.zeros(len(words), dtype=np.bool_)
    of_filing[where], of_no[where] = [key in _FILED for key in keys], [key in _BARE_NO for key in keys]
    undated = refused & ~dated & (~proven if proven is not None else True)
    filed, bare = undated & of_filing, undated & of_no
    certain = answered & ~filed & ~bare
    recorded = int((answered & dated).sum())
    if recorded < ENOUGH or recorded < RECORDED * int((certain | (answered & dated)).sum()):
        return np.zeros(len(words), dtype=np.bool_)
    bare_dated = refused & dated & of_no
    if bare.sum() < ENOUGH or bare_dated.any():
        bare[:] = False
    return filed | bare
