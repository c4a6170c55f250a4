"""What every result can do in a notebook."""

from dataclasses import dataclass
from typing import Any

import pandas as pd

from infoviz.stats.result import Result


@dataclass(frozen=True, slots=True)
class Shares(Result):
    shares: tuple[float, ...]
    names: tuple[str, ...]

    def to_frame(self) -> pd.DataFrame:
        return pd.DataFrame({"name": self.names, "share": self.shares})

    def to_dict(self) -> dict[str, Any]:
        return {"shares": list(self.shares)}

    def __str__(self) -> str:
        return "Shares of <somebody>."


def test_a_notebook_shows_the_sentence_and_an_escaped_table():
    html = Shares((0.123456, 3.0, float("nan")), ("<b>Ada</b>", "Bo", "Cy"))._repr_html_()
    assert html.startswith("<p>Shares of &lt;somebody&gt;.</p><table")
    assert "&lt;b&gt;Ada&lt;/b&gt;" in html
    assert "<td>0.12</td>" in html
    assert "<td>3</td>" in html
    assert "nan" not in html.lower()
