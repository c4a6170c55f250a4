"""Who is who: the key under which a person is counted once, and cells that hold a name and more."""

import unicodedata
from collections.abc import Sequence
from functools import lru_cache

import numpy as np
import pandas as pd

from infoviz.schema.expressions import expression
from infoviz.schema.lines import in_one_go

_STOPS = expression(r"[.,;]+(?=\s|$)|(?<=\b\w)\.")
_TITLE = ("dr", "prof", "professor", "mr", "mrs", "ms", "miss", "mx", "herr", "frau", "sr", "sra")
_BEGINNINGS = frozenset(title[:2] for title in _TITLE)
_TITLES = expression(rf"^(?:(?:{'|'.join(_TITLE)})\.?\s+)+(?=\S)")


@lru_cache(maxsize=262_144)
def folded(text: str) -> str:
    """Give a name in the form in which names are compared: NFKC, case folded, blanks and stops collapsed.

    Examples
    --------
    >>> folded("  Ｊane   Q.  DOE ")
    'jane q doe'
    """
    if text.isascii():
        text = text.lower()
    else:
        text = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text).casefold())
    return " ".join(_without_stops(text).split())


def _without_stops(text: str) -> str:
    return _STOPS.sub(" ", text) if "." in text or "," in text or ";" in text else text


@lru_cache(maxsize=262_144)
def name_key(name: str) -> str:
    """Give the key by which a name is found again, titles left aside.

    Examples
    --------
    >>> name_key("Dr. Ana Ruiz") == name_key("ana  ruiz")
    True
    """
    return _untitled(folded.__wrapped__(name))  # which need not keep what is kept here


def _untitled(key: str) -> str:
    return _TITLES.sub("", key) if key[:2] in _BEGINNINGS else key


@lru_cache(maxsize=2)
def name_keys(names: tuple[str, ...]) -> tuple[str, ...]:
    """Give the keys of many names, as :func:`name_key` does; the last are kept.

    Examples
    --------
    >>> name_keys(("Dr. Ana Ruiz", "José  Díaz"))
    ('ana ruiz', 'josé díaz')
    """
    return tuple(map(_untitled, all_folded(names)))


def all_folded(texts: Sequence[str]) -> list[str]:
    """Give many names as :func:`folded` does, those in plain letters all in one go.

    Examples
    --------
    >>> all_folded(["Acme, Inc.", "Ünited  Ltd"])
    ['acme inc', 'ünited ltd']
    """
    simple = all(map(str.isascii, texts))
    lines = in_one_go(
        texts if simple else [text if text.isascii() else "" for text in texts],
        lambda text: _without_stops(text.lower()),
    )
    if simple:
        return lines
    return [line if text.isascii() else folded(text) for text, line in zip(texts, lines, strict=True)]


def person_key(name: str | None, organization: str | None, role: str | None = None) -> str:
    """Give the key under which a person is counted once: the name and the organization.

    Without a name the organization and the role stand for the person; without anything the key is empty.

    Examples
    --------
    >>> person_key("Ana Ruiz", "Acme") == person_key("ana  RUIZ", "ACME ")
    True
    >>> person_key("Ana Ruiz", "Acme") == person_key("Ana Ruiz", "Globex")
    False
    >>> person_key(None, None)
    ''
    """
    who, where = name_key(name or ""), folded(organization or "")
    if who:
        return f"{who}\x1f{where}"
    what = folded(role or "")
    return f"\x1f{where}\x1f{what}" if where else ""


def person_keys(contacts: pd.DataFrame) -> "pd.Series[str]":
    """Give every row of ``contacts`` its person's key; a row without name and organization has a key of its own.

    Parameters
    ----------
    contacts
        Any frame with some of the columns ``name``, ``organization`` and ``role``.
    """
    parts = [
        contacts[field].fillna("").astype(str).tolist() if field in contacts else [""] * len(contacts)
        for field in ("name", "organization", "role")
    ]
    keys = [
        person_key(name, organization, role) or f"\x1f\x1f\x1f{position}"
        for position, (name, organization, role) in enumerate(zip(*parts, strict=True))
    ]
    return pd.Series(np.array(keys, dtype=np.object_), index=contacts.index, dtype="str")
