"""A process of its own that reads one old or foreign workbook: standard input to JSON on standard output.

The library that knows these formats ends the whole process on some hostile files; here that costs nothing.
It is run by its path, so that it imports nothing of infoviz.
"""

import contextlib
import io
import json
import sys
from datetime import date, datetime, time, timedelta

try:
    import resource
except ImportError:  # Windows
    resource = None  # type: ignore[assignment]

EPOCH = datetime(1970, 1, 1)  # noqa: DTZ001  dates of a spreadsheet are local calendar dates
DAY = timedelta(days=1)


def limit_memory(size: int) -> None:
    """Keep this process from taking more memory, where the system can do that."""
    if resource is not None:
        with contextlib.suppress(OSError, ValueError):
            resource.setrlimit(resource.RLIMIT_AS, (size, size))


def encoded(value: object) -> object:
    """Turn a value into JSON: text, number and boolean as they are, a date or a time with its kind."""
    if isinstance(value, datetime):
        return ["date", (value - EPOCH) / DAY]
    if isinstance(value, date):
        return ["date", (datetime(value.year, value.month, value.day) - EPOCH) / DAY]  # noqa: DTZ001
    if isinstance(value, time):
        return ["time", (datetime.combine(EPOCH, value) - EPOCH) / DAY]
    if isinstance(value, timedelta):
        days = value / DAY
        return ["time", days] if 0 <= days < 1 else days
    return None if value == "" else value


def main() -> None:
    """Read the workbook."""
    limit_memory(int(sys.argv[1]))
    from python_calamine import CalamineError, CalamineWorkbook, SheetVisibleEnum

    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(sys.stdin.buffer.read()))
        sheets = []
        for about in book.sheets_metadata:
            sheet = book.get_sheet_by_name(about.name)
            rows = [[encoded(value) for value in row] for row in sheet.to_python()]
            hidden = about.visible != SheetVisibleEnum.Visible
            sheets.append({"name": about.name, "hidden": hidden, "start": sheet.start, "rows": rows})
    except (CalamineError, OSError, ValueError, MemoryError) as error:
        json.dump({"error": f"{type(error).__name__}: {error}"}, sys.stdout)
    else:
        json.dump({"sheets": sheets}, sys.stdout)


if __name__ == "__main__":
    main()
