"""The notebooks in JupyterLab and in Notebook 7: all cells run, nothing fails, nothing leaves the machine."""

import nbformat
import psutil
import pytest
from nbformat.v4 import new_code_cell, new_notebook
from playwright.sync_api import expect

from tests.browser.jupyter import CURRENT, MINUTE, NOTEBOOKS, Notebook
from tests.served import Served

TRACKER = "Name,Company,Date contacted,Reply?\nAda Example,Little Press,2026-03-02,yes\n"
CODE = """import infoviz
file, as_of = infoviz.chosen_tracker()
print(file, as_of, *infoviz.load(file).contacts["name"])"""


@pytest.mark.browser
@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_every_notebook_runs_in_jupyterlab(path, lab_server, visit):
    notebook = Notebook(visit.page, lab_server.at(f"/doc/tree/{path.name}?reset"))
    notebook.run_all()
    assert notebook.errors() == []
    assert notebook.text()


@pytest.mark.browser
@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_every_notebook_runs_in_notebook_7(path, notebook_server, visit):
    notebook = Notebook(visit.page, notebook_server.at(f"/notebooks/{path.name}"))
    notebook.run_all()
    assert notebook.errors() == []
    assert notebook.text()


@pytest.mark.browser
def test_lab_opens_the_tracker_that_it_was_given_and_leaves_nothing_behind(visit, tmp_path):
    mine = tmp_path / "mine.csv"
    mine.write_text(TRACKER, encoding="utf-8")
    folder = tmp_path / "own" / "notebooks"
    folder.mkdir(parents=True)
    own = new_notebook(cells=[new_code_cell(CODE)])
    own.metadata.kernelspec = {"name": "python3", "language": "python", "display_name": "Python 3"}
    nbformat.write(own, folder / "00_mine.ipynb")

    server = Served(tmp_path, "lab", "mine.csv", "--as-of", "2026-04-01", "--folder", "own/notebooks")
    names = {path.name for path in folder.glob("*.ipynb")}
    assert names == {"00_mine.ipynb", *(path.name for path in NOTEBOOKS)}
    notebook = Notebook(visit.page, server.at("/doc/tree/00_mine.ipynb?reset"))
    notebook.run_all()
    assert notebook.errors() == []
    assert notebook.text().strip() == f"{mine} 2026-04-01 Ada Example"

    started = psutil.Process(server.process.pid).children(recursive=True)
    assert len(started) > 1  # the server and a kernel
    assert not any(server.token in word for one in started for word in one.cmdline())
    assert server.end() == 0
    assert psutil.wait_procs(started, timeout=10)[1] == []
    assert list((tmp_path / "apart" / "tmpdir").iterdir()) == []


@pytest.mark.browser
@pytest.mark.parametrize("fate", ["shutdown", "restart"])
def test_a_view_says_that_python_is_gone(lab_server, visit, fate):
    notebook = Notebook(visit.page, lab_server.at("/doc/tree/02_weekly_progress.ipynb?reset"))
    notebook.run_all()
    goal = visit.page.get_by_label("Interviews a week I aim for")
    goal.fill("2")
    goal.press("Tab")
    silence = visit.page.get_by_role("alert").filter(has_text="Python does not answer")
    expect(visit.page.locator("figcaption", has_text="the goal of 2").first).to_be_visible(timeout=MINUTE)
    expect(silence).to_be_hidden()
    visit.page.evaluate(f"async () => {{ await {CURRENT}.sessionContext.session.kernel.{fate}(); }}")
    goal.fill("3")
    goal.press("Tab")
    expect(silence).to_be_visible(timeout=MINUTE)
