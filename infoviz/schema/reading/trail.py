"""The paper trail: what happened with whom on which day."""

import numpy as np
import numpy.typing as npt
import pandas as pd

from infoviz.schema.fields import EVENT_OF, Event, Field
from infoviz.schema.values.dates import Days

KINDS = {"date": "datetime64[us]", "row": "int64", "name": "str", "event": "str", "detail": "str"}

_EVENTS = pd.Index([event.value for event in Event], dtype="str")
_PLACE = {event: place for place, event in enumerate(Event)}

Objects = npt.NDArray[np.object_]


def events_of(contacts: pd.DataFrame, more: list[tuple[Event, Days]]) -> pd.DataFrame:
    """List what the date columns say happened, day by day.

    Parameters
    ----------
    contacts
        The contacts.
    more
        Further days, one array over the contacts' rows for each.
    """
    trail = [
        (event, contacts[name.value].to_numpy(dtype="datetime64[us]"))
        for name, event in EVENT_OF.items()
        if name.value in contacts
    ]
    named = next((name for name in ("name", "organization") if name in contacts), "")
    names, rows = _texts(contacts, named), contacts.index.to_numpy(dtype=np.int64)
    told = []
    for event, days in [*trail, *more]:
        there = np.flatnonzero(~np.isnat(days))
        events = np.full(len(there), _PLACE[event])
        source = {Event.RESPONDED: Field.RESPONSE, Event.ASKED: Field.CHANNEL, Event.MET: Field.MODE}
        details = _texts(contacts, source.get(event, ""))[there]
        told.append((days[there], rows[there], names[there], events, details))
    return _tidied(*map(np.concatenate, zip(*told, strict=True))) if told else _nothing()


def _texts(contacts: pd.DataFrame, column: str) -> Objects:
    """Give a column's texts, empty where there is none."""
    if column not in contacts:
        return np.full(len(contacts), "", dtype=np.object_)
    return contacts[column].fillna("").to_numpy(dtype=np.object_)


def tidy_events(frames: list[pd.DataFrame]) -> pd.DataFrame:
    """Put events in order and drop those told twice: unique by row, event and date."""
    frames = [frame for frame in frames if len(frame)]
    if not frames:
        return _nothing()
    every = pd.concat([frame[list(KINDS)] for frame in frames], ignore_index=True)
    return _tidied(
        every["date"].to_numpy(dtype="datetime64[us]"),
        every["row"].to_numpy(dtype=np.int64),
        _texts(every, "name"),
        _EVENTS.get_indexer(pd.Index(every["event"])),
        _texts(every, "detail"),
    )


def _nothing() -> pd.DataFrame:
    return pd.DataFrame({name: pd.Series(dtype=kind) for name, kind in KINDS.items()})


def _tidied(
    dates: Days, rows: npt.NDArray[np.int64], names: Objects, events: npt.NDArray[np.intp], details: Objects
) -> pd.DataFrame:
    """Sort by date, row and event; of the same told twice the one with a detail stays."""
    order = np.lexsort((details == "", events, rows, dates))
    dates, rows, events = dates[order], rows[order], events[order]
    first = np.ones(len(order), dtype=np.bool_)
    first[1:] = (dates[1:] != dates[:-1]) | (rows[1:] != rows[:-1]) | (events[1:] != events[:-1])
    kept = order[first]
    return pd.DataFrame(
        {
            "date": dates[first],
            "row": rows[first],
            "name": pd.array(names[kept], dtype="str"),
            "event": _EVENTS.array.take(events[first]),
            "detail": pd.array(details[kept], dtype="str"),
        }
    )
