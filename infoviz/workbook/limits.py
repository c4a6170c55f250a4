"""How much a file may ask of the machine before it is refused."""

from dataclasses import dataclass

MEBIBYTE = 1 << 20


@dataclass(frozen=True, slots=True)
class Limits:
    """What a workbook may ask of the machine; pass a larger one to open a file that you trust.

    Attributes
    ----------
    file
        Size of the file, in bytes.
    expanded
        Size of all parts that are read, once inflated, in bytes.
    ratio
        A part of more than 1 MiB may not be packed tighter than this (packed bytes / inflated bytes).
    entries
        Number of entries in the package.
    markup
        Size of one small part (styles, workbook, relationships, tables), in bytes.
    elements
        Number of elements in one part that is parsed element by element.
    cells
        Number of cells in a sheet; the rectangle of its filled rows and columns may be four times that.
    depth
        Depth to which elements may be nested.
    characters
        Length of the text of a cell that is written.

    Examples
    --------
    >>> Limits().cells
    5000000
    >>> Limits(file=200 * MEBIBYTE, expanded=1024 * MEBIBYTE, cells=20_000_000).entries
    1000
    """

    file: int = 64 * MEBIBYTE
    expanded: int = 256 * MEBIBYTE
    ratio: float = 0.01
    entries: int = 1_000
    markup: int = 32 * MEBIBYTE
    elements: int = 4_000_000
    cells: int = 5_000_000
    depth: int = 100
    characters: int = 32_767


DEFAULT = Limits()
