"""A text for a column that is no field, taken for what the column holds."""

from datetime import date

from infoviz.editing.spelling import Spelling, day_value
from infoviz.grid import Kind, Value


def typed_value(column: Spelling, text: str) -> Value:
    """Take a text for what its column holds: a number among numbers, a day among days, a tick among ticks."""
    held = column.holds()
    if held["cells"] > len(column.texts) or (held["text"] and column.day_text is not None):
        try:
            return day_value(column, date.fromisoformat(text.strip()), [])
        except ValueError:
            return text
    if column.counts[Kind.BOOLEAN] > len(column.texts) and text.strip().casefold() in ("true", "false"):
        return text.strip().casefold() == "true"
    if column.counts[Kind.NUMBER] > len(column.texts):
        try:
            return float(text) if "." in text else int(text)
        except ValueError:
            return text
    return text
