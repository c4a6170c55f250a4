"""The paper trail: what happened with whom on which day."""

import numpy as np
import pandas as pd
from pandas.api.extensions import ExtensionArray

from infoviz.schema.dates import Days
from infoviz.schema.fields import EVENT_OF, Event, Field


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
    named = next((name for name in ("name", "organization") if name in contacts), None)
    names = _nothing(contacts) if named is None else contacts[named].array
    frames = []
    for event, days in [*trail, *more]:
        there = ~np.isnat(days)
        detail = _detail(contacts, event)
        frames.append(
            pd.DataFrame(
                {
                    "date": days[there],
                    "row": contacts.index.to_numpy(dtype=np.int64)[there],
                    "name": names[there],
                    "event": pd.array([event.value] * int(there.sum()), dtype="str"),
                    "detail": detail[there],
                }
            )
        )
    return tidy_events(frames)


def _nothing(contacts: pd.DataFrame) -> ExtensionArray:
    return pd.array([""] * len(contacts), dtype="str")


def _detail(contacts: pd.DataFrame, event: Event) -> ExtensionArray:
    source = {Event.RESPONDED: Field.RESPONSE, Event.ASKED: Field.CHANNEL, Event.MET: Field.MODE}.get(event)
    if source is not None and source.value in contacts:
        found: ExtensionArray = contacts[source.value].fillna("").array
        return found
    return _nothing(contacts)


def tidy_events(frames: list[pd.DataFrame]) -> pd.DataFrame:
    """Put events in order and drop those told twice: unique by row, event and date."""
    kinds = {"date": "datetime64[us]", "row": "int64", "name": "str", "event": "str", "detail": "str"}
    frames = [frame for frame in frames if len(frame)]
    if not frames:
        return pd.DataFrame({name: pd.Series(dtype=kind) for name, kind in kinds.items()})
    every = pd.concat(frames, ignore_index=True).astype(kinds)
    every["name"] = every["name"].fillna("")
    order = pd.Categorical(every["event"], categories=[event.value for event in Event], ordered=True).codes
    every = every.assign(_order=order, _silent=every["detail"] == "").sort_values(
        ["date", "row", "_order", "_silent"], kind="stable"
    )
    every = every.drop_duplicates(["row", "event", "date"]).drop(columns=["_order", "_silent"])
    return every.reset_index(drop=True)
