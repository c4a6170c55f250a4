"""A report as one self-contained page: no network, no script, every word of the tracker escaped."""

import base64
import hashlib
from collections.abc import Sequence
from importlib.metadata import version
from importlib.resources import files

from jinja2 import Environment, PackageLoader, StrictUndefined

from infoviz.reporting.sections import Section


def render_page(
    *,
    title: str,
    source: str,
    sheet: str,
    as_of: str,
    within: int,
    headline: str,
    tiles: Sequence[tuple[str, str]],
    sections: Sequence[Section],
) -> str:
    """Render the page.

    Parameters
    ----------
    title, source, sheet, as_of
        What the page is about.
    within
        The window of its rates, in days.
    headline
        The sentence at the top.
    tiles
        Counts with their words.
    sections
        What stands below.

    Returns
    -------
    str
        HTML under a Content-Security-Policy that allows nothing but the page's own style sheet.
    """
    style = files("infoviz.reporting").joinpath("page.css").read_text(encoding="utf-8")
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    environment = Environment(
        loader=PackageLoader("infoviz", "reporting"), autoescape=True, undefined=StrictUndefined
    )
    return environment.get_template("page.html.jinja").render(
        title=title,
        source=source,
        sheet=sheet,
        as_of=as_of,
        within=within,
        headline=headline,
        tiles=tiles,
        sections=sections,
        style=style,
        style_hash=f"sha256-{digest}",
        version=version("infoviz"),
    )
