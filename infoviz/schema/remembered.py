"""What was read of a column is kept as long as the column is: after an edit, the other columns need no second look."""

from collections.abc import Callable, Hashable
from dataclasses import fields, is_dataclass
from functools import wraps
from hashlib import blake2b
from typing import Any, ParamSpec, TypeVar
from weakref import WeakKeyDictionary

import numpy as np

from infoviz.grid import Column

MOST = 4
"""How many results of one function are kept for a column: for other rows, or another order of its dates."""

P = ParamSpec("P")
Result = TypeVar("Result")

_KNOWN: WeakKeyDictionary[Column, dict[str, dict[Hashable, Any]]] = WeakKeyDictionary()


def remembered(function: Callable[P, Result]) -> Callable[P, Result]:
    """Remember what a pure function of a column gave; its first argument is the column, which is never changed.

    The other arguments are arrays of numbers, or can be hashed. What comes back is shared, and its arrays read-only.

    Examples
    --------
    >>> from infoviz.grid import Column, Kind
    >>> texts = np.array(["a", "b"], dtype=object)
    >>> column = Column("A", np.full(2, Kind.TEXT, np.uint8), np.full(2, np.nan), texts, np.zeros(2, bool))
    >>> @remembered
    ... def length(column, among):
    ...     print("looked at")
    ...     return int(among.sum())
    >>> length(column, np.ones(2, bool)), length(column, np.ones(2, bool)), length(column, np.zeros(2, bool))
    looked at
    looked at
    (2, 2, 0)
    """
    name = f"{function.__module__}.{function.__qualname__}"

    @wraps(function)
    def known(*args: P.args, **kwargs: P.kwargs) -> Result:
        column: Any = args[0]
        key = (*map(_key, args[1:]), *((word, _key(value)) for word, value in kwargs.items()))
        results = _KNOWN.setdefault(column, {}).setdefault(name, {})
        if key not in results:
            found = _frozen(function(*args, **kwargs))
            if len(results) >= MOST:
                del results[next(iter(results))]
            results[key] = found
        result: Result = results[key]
        return result

    return known


def _key(argument: object) -> Hashable:
    """Give what two equal arguments have in common."""
    if isinstance(argument, np.ndarray):
        dense = np.packbits(argument) if argument.dtype == np.bool_ else np.ascontiguousarray(argument)
        return argument.dtype.str, argument.size, blake2b(dense.tobytes(), digest_size=16).digest()
    if not isinstance(argument, Hashable):
        raise TypeError(argument)
    return argument


def _frozen(result: Result) -> Result:
    """Keep the arrays of a result from being written."""
    if isinstance(result, np.ndarray):
        result.setflags(write=False)
    elif is_dataclass(result):
        for one in fields(result):
            _frozen(getattr(result, one.name))
    return result
