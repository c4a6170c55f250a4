"""Files, sheets and cells: read with their addresses, patched without touching anything else."""

from infoviz.workbook.book import Workbook, open
from infoviz.workbook.limits import Limits
from infoviz.workbook.reading.cells import Cell, Cells
from infoviz.workbook.receipt import Receipt

__all__ = ["Cell", "Cells", "Limits", "Receipt", "Workbook", "open"]
