"""The notebooks run from top to bottom on the sample and are stored bare; their last cell works as it says."""

import re
from datetime import date
from pathlib import Path

import matplotlib.pyplot as plt
import nbformat
import openpyxl
import pytest
from nbclient import NotebookClient
from nbformat import NotebookNode
from nbformat.v4 import new_code_cell, new_notebook

ROOT = Path(__file__).resolve().parent.parent
SAMPLE = ROOT / "data" / "sample_tracker.xlsx"
NOTEBOOKS = sorted((ROOT / "notebooks").glob("*.ipynb"))

OWN = (
    ("Ada Example", "Little Press", date(2026, 3, 2), "yes"),
    ("Bo Example", "Big Press", date(2026, 3, 9), "no"),
    ("Cy Example", None, date(2026, 3, 16), None),
)

every_notebook = pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)


def read(path: Path) -> NotebookNode:
    return nbformat.read(path, as_version=4)


def code_cells(notebook: NotebookNode) -> list[NotebookNode]:
    return [cell for cell in notebook.cells if cell.cell_type == "code"]


def test_there_are_notebooks() -> None:
    assert [path.stem[:2] for path in NOTEBOOKS] == ["01", "02", "03", "04", "05"]


@every_notebook
def test_stored_without_output(path: Path) -> None:
    notebook = read(path)
    nbformat.validate(notebook)
    assert notebook.metadata.kernelspec.name == "python3"
    for cell in code_cells(notebook):
        assert cell.outputs == []
        assert cell.execution_count is None
        assert set(cell.metadata) <= {"tags"}


@every_notebook
def test_every_question_is_explained(path: Path) -> None:
    kinds = [cell.cell_type for cell in read(path).cells]
    assert kinds[0] == kinds[-1] == "markdown"
    assert "code code code" not in " ".join(kinds)


@every_notebook
def test_runs_from_top_to_bottom(path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "notebooks"
    folder.mkdir()
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    monkeypatch.setenv("IPYTHONDIR", str(tmp_path / "ipython"))
    notebook = read(path)
    client = NotebookClient(
        notebook, timeout=60, kernel_name="python3", resources={"metadata": {"path": folder}}
    )
    before = SAMPLE.read_bytes()
    client.execute()
    assert SAMPLE.read_bytes() == before
    outputs = [output for cell in code_cells(notebook) for output in cell.outputs]
    assert [output for output in outputs if output.output_type == "error"] == []
    assert [output.text for output in outputs if output.get("name") == "stderr"] == []
    assert shows_everything(notebook)


def test_a_refusal_is_a_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    monkeypatch.setenv("IPYTHONDIR", str(tmp_path / "ipython"))
    notebook = new_notebook(cells=[new_code_cell("import infoviz\ninfoviz.load('nowhere.xlsx')")])
    NotebookClient(notebook, timeout=60, kernel_name="python3", allow_errors=True).execute()
    (output,) = notebook.cells[0].outputs
    assert output.traceback == [
        "FileMissing: nowhere.xlsx: there is no such file. Check the spelling and the folder."
    ]


def shows_everything(notebook: NotebookNode) -> bool:
    """Whether every cell that ends in an expression shows something, charts as pictures."""
    for cell in code_cells(notebook):
        shown = "".join(output.get("data", {}).get("text/html", "") for output in cell.outputs)
        if "infoviz.chart(" in cell.source and 'role="img"' not in shown:
            return False
        if (
            not re.search(r"^([\w, ]+ = |from |import ).*\Z", cell.source.splitlines()[-1])
            and not cell.outputs
        ):
            return False
    return True


@every_notebook
def test_own_tracker(path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    book = openpyxl.Workbook()
    for row in [("Name", "Company", "Date contacted", "Reply?"), *OWN]:
        book.active.append(row)
    book.save("my_tracker.xlsx")
    notebook = read(path)
    first, *others = (cell.source for cell in code_cells(notebook))
    (snippet,) = re.findall(r"```python\n(.*?)```", notebook.cells[-1].source, flags=re.DOTALL)
    assert 'tracker_file, as_of = "my_tracker.xlsx", date.today()' in snippet
    names: dict[str, object] = {}
    for source in (first, snippet, *others):
        exec(source, names)
    plt.close("all")
    assert len(names["contacts"]) == len(OWN)
