"""Cells that hold two things at once: a name and a title, a name and a company, a company and a role."""

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from infoviz.schema.expressions import expression
from infoviz.schema.values.lexicon import FIRST_NAMES, ORGANIZATION_WORDS
from infoviz.schema.words import listed, plain, says_nothing

# Words of which a title or a role nearly always has one, and a company or a name hardly ever.
_ROLE_WORDS = listed(
    "accountant actuary administrator advisor adviser advocate agent analyst apprentice architect artist "
    "assistant associate attorney auditor banker biologist biostatistician bookkeeper broker buyer ceo cfo chair "
    "chemist chief cio clerk clinician cmo coach cofounder consultant controller coo coordinator copywriter "
    "counsel counselor cpo cto curator dean designer dev developer devops director doctor economist editor "
    "educator engineer epidemiologist evangelist executive exec fellow founder geologist head hydrologist "
    "illustrator instructor intern investigator investor journalist junior lawyer lead leader lecturer librarian "
    "manager mathematician mentor mgr nurse officer operator organizer owner paralegal partner pharmacist "
    "photographer physician physicist planner postdoc practitioner president principal producer professor "
    "programmer psychologist recruiter representative rep researcher researchers reporter scholar scientist "
    "secretary senior solicitor specialist sr staff statistician strategist student sourcer supervisor surveyor "
    "swe sde teacher technician technologist therapist trader trainee trainer translator treasurer tutor "
    "underwriter ux vet vp writer leiter leiterin entwickler entwicklerin berater beraterin ingenieur ingenieurin "
    "referent referentin directeur directrice ingeniero ingeniera directora gerente analista responsable "
    "consultor consultora chef"
)
_DEGREES = listed("phd md mba msc bsc ma ba jd cpa pe mph jr sr ii iii esq cfa pmp ms bs dphil edd rn")
_SEPARATORS = (" at ", " @ ", "\n", " | ", " / ", " – ", " — ", " - ", "/", ": ", ", ", "; ", "@", "|")
_PARTED = expression(r"[(\n|–—@:/,]| - | at ")
_PARENTHESIS = expression(r"^(?P<before>[^()]+?)\s*\((?P<inside>[^()]+)\)\s*$")

MOST = 0.6
FEW = 0.2


class Split(NamedTuple):
    """A column of two things taken apart; None where a cell does not have the thing.

    Attributes
    ----------
    firsts, seconds
        The two things, one of each per cell: names and titles, names and organizations, or organizations and roles.
    separator
        What stood between them in the sheet (``"("`` for parentheses).
    share
        Share of the filled cells that were taken apart.
    """

    firsts: list[str | None]
    seconds: list[str | None]
    separator: str
    share: float


def is_role(text: str) -> bool:
    """Whether a text has a word that names a position.

    Examples
    --------
    >>> [is_role(text) for text in ("Head of Data", "VP, Product", "Acme Robotics", "Ana Ruiz")]
    [True, True, False, False]
    """
    return not _ROLE_WORDS.isdisjoint(plain(text).split())


def _apart(text: str, separator: str) -> tuple[str, str] | None:
    if separator == "(":
        found = _PARENTHESIS.match(text)
        return (found["before"].strip(), found["inside"].strip()) if found else None
    if separator in (" at ", " @ "):
        found = re.search(re.escape(separator), text, re.IGNORECASE)
        before, after = (text[: found.start()], text[found.end() :]) if found else (text, "")
    else:
        before, _, after = text.partition(separator)
    before, after = before.strip(), after.strip()
    return (before, after) if before and after else None


def _best_separator(texts: Sequence[str], separators: Sequence[str]) -> str | None:
    """Find the separator that takes most of the cells apart, at least half of them."""
    counts = {
        mark: sum(
            _apart(text, mark) is not None
            for text in texts
            if mark in text or mark == " at "  # it may be " AT "
        )
        for mark in separators
    }
    mark = max(counts, key=counts.__getitem__)
    return mark if counts[mark] * 2 >= len(texts) else None


def _filled(texts: Sequence[str | None]) -> list[str]:
    return [text for text in texts if text is not None and not says_nothing(text)]


def split_name_title(texts: Sequence[str | None]) -> Split | None:
    """Take "Ana Ruiz, Head of Data", "Ana Ruiz (Head of Data)" and the like apart.

    Parameters
    ----------
    texts
        The cells of a column, None for a blank one.

    Returns
    -------
    Split or None
        Names and titles; None where the column does not hold both in most of its cells ("Ruiz, Ana" holds one name, and
        "Ana Ruiz, PhD" no title). A cell without a title keeps all of its text as the name.

    Examples
    --------
    >>> split = split_name_title(["Ana Ruiz, Head of Data", "Bo Li, Analyst", "Cy Day"])
    >>> split.firsts, split.seconds
    (['Ana Ruiz', 'Bo Li', 'Cy Day'], ['Head of Data', 'Analyst', None])
    >>> split_name_title(["Ruiz, Ana", "Li, Bo"]) is None
    True
    """
    filled = _filled(texts)
    if not filled:
        return None
    separator = _best_separator(filled, ("(", "\n", " | ", " – ", " — ", " - ", ", ", " / ", "; "))
    if separator is None:
        return None
    pairs = [pair for text in filled if (pair := _apart(text, separator))]
    titled = sum(is_role(after) for _, after in pairs)
    if titled < MOST * len(pairs) or sum(is_role(before) for before, _ in pairs) > FEW * len(pairs):
        return None
    firsts: list[str | None] = []
    seconds: list[str | None] = []
    for text in texts:
        pair = _apart(text, separator) if text else None
        if pair and (set(plain(pair[1]).split()) <= _DEGREES):
            pair = None
        firsts.append(pair[0] if pair else text)
        seconds.append(pair[1] if pair else None)
    return Split(firsts, seconds, separator, len(pairs) / len(filled))


def split_name_organization(texts: Sequence[str | None]) -> Split | None:
    """Take "Ana Ruiz (Acme)", "Ana Ruiz - Acme", "Acme: Ana Ruiz" apart, in the order that the column keeps.

    Parameters
    ----------
    texts
        The cells of a column, None for a blank one.

    Returns
    -------
    Split or None
        Names and organizations; None where the column does not hold both in most of its cells. A cell that does not
        come apart keeps all of its text as the name.

    Examples
    --------
    >>> split = split_name_organization(["Ana Ruiz (Acme)", "Ben Li (Globex)", "Carl Day"])
    >>> split.firsts, split.seconds
    (['Ana Ruiz', 'Ben Li', 'Carl Day'], ['Acme', 'Globex', None])
    >>> split_name_organization(["Ruiz, Ana", "Li, Ben"]) is None
    True
    """
    filled = _filled(texts)
    if sum(_PARTED.search(text) is not None for text in filled) * 2 < max(len(filled), 1):
        return None
    separator = _best_separator(
        filled, ("(", "\n", " | ", " – ", " — ", " - ", " @ ", " at ", ": ", " / ", "/", ", ")
    )
    if separator is None:
        return None
    pairs = [pair for text in filled if (pair := _apart(text, separator))]
    if sum(is_role(after) for _, after in pairs) > FEW * len(pairs):
        return None
    ahead, behind = (sum(_is_called(pair[at]) for pair in pairs) for at in (0, 1))
    if separator == ", " and sum(_is_house(pair[0 if behind > ahead else 1]) for pair in pairs) < FEW * len(
        pairs
    ):
        return None  # "Ruiz, Ana"
    if abs(ahead - behind) < FEW * len(pairs):
        return None
    firsts: list[str | None] = []
    seconds: list[str | None] = []
    for text in texts:
        pair = _apart(text, separator) if text else None
        name, organization = pair[:: 1 if ahead > behind else -1] if pair else (text, None)
        firsts.append(name)
        seconds.append(organization)
    return Split(firsts, seconds, separator, len(pairs) / len(filled))


def _is_called(text: str) -> bool:
    return plain(text).split(" ")[0] in FIRST_NAMES and not _is_house(text)


def _is_house(text: str) -> bool:
    return not ORGANIZATION_WORDS.isdisjoint(plain(text).split())


def split_pair(texts: Sequence[str | None], fields: Iterable[str]) -> Split | None:
    """Take a column apart that feeds two fields."""
    both = set(fields)
    if both == {"name", "organization"}:
        return split_name_organization(texts)
    return split_name_title(texts) if "name" in both else split_company_role(texts)


def half_of(texts: Sequence[str | None], field: str, fields: Iterable[str]) -> Sequence[str | None]:
    """Give what the cells of a column that feeds two fields say of one of them.

    >>> half_of(["Ana Ruiz (Acme)", "Ben Li (Globex)"], "organization", ("name", "organization"))
    ['Acme', 'Globex']
    """
    both = set(fields)
    keeper = "name" if "name" in both else "organization"
    split = split_pair(texts, both)
    if split is None:
        return texts if field == keeper else [None] * len(texts)
    return split.firsts if field == keeper else split.seconds


def split_company_role(texts: Sequence[str | None]) -> Split | None:
    """Take "Acme / Analyst", "Analyst at Acme", "Acme - Analyst" apart, in the order that the column keeps.

    Parameters
    ----------
    texts
        The cells of a column, None for a blank one.

    Returns
    -------
    Split or None
        Organizations and roles; None where the column does not hold both in most of its cells, or its order cannot be
        told. A cell that does not come apart is a role where it names a position, else an organization.

    Examples
    --------
    >>> split = split_company_role(["Analyst @ Acme", "Head of Data @ Globex", "Initech"])
    >>> split.firsts, split.seconds
    (['Acme', 'Globex', 'Initech'], ['Analyst', 'Head of Data', None])
    """
    filled = _filled(texts)
    if not filled:
        return None
    separator = _best_separator(filled, (*_SEPARATORS, "("))
    if separator is None:
        return None
    pairs = [pair for text in filled if (pair := _apart(text, separator))]
    before = sum(is_role(pair[0]) for pair in pairs) / len(pairs)
    after = sum(is_role(pair[1]) for pair in pairs) / len(pairs)
    if separator in (" at ", " @ ", "@"):
        role_first = before >= after
    elif before >= MOST and after <= FEW:
        role_first = True
    elif after >= MOST and before <= FEW:
        role_first = False
    else:
        return None
    organizations: list[str | None] = []
    roles: list[str | None] = []
    for text in texts:
        organization, role = _company_and_role(text, separator, role_first=role_first)
        organizations.append(organization)
        roles.append(role)
    return Split(organizations, roles, separator, len(pairs) / len(filled))


def _company_and_role(text: str | None, separator: str, *, role_first: bool) -> tuple[str | None, str | None]:
    if text is None or says_nothing(text):
        return None, None
    pair = _apart(text, separator)
    if pair is None:
        return (None, text) if is_role(text) else (text, None)
    return (pair[1], pair[0]) if role_first else pair
