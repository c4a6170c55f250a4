"""What carries the notebooks: which tracker they open, and how they are laid out and launched."""

import json
import os
import re
import socket
import subprocess
import sys
import webbrowser
from datetime import date
from pathlib import Path
from urllib.parse import urlsplit
from urllib.request import url2pathname

import pytest
from click.testing import CliRunner

import infoviz
from infoviz.cli import main
from infoviz.errors import CannotWrite, UnfitSetting
from infoviz.serving import shipped
from infoviz.serving.copying import copy_notebooks
from infoviz.serving.pages import pages
from infoviz.serving.servers import Dashboard, Lab

ROOT = Path(__file__).parent.parent
SAMPLE = ROOT / "data" / "sample_tracker.xlsx"


@pytest.fixture(autouse=True)
def unset(monkeypatch):
    """The environment of somebody who has set nothing."""
    for name in ("INFOVIZ_TRACKER", "INFOVIZ_AS_OF", "INFOVIZ_COPIES"):
        monkeypatch.delenv(name, raising=False)


def test_the_shipped_files_of_a_checkout_are_its_own():
    assert shipped.notebooks() == ROOT / "notebooks"
    assert shipped.sample() == SAMPLE


def test_without_a_tracker_a_copy_of_the_sample_is_chosen():
    chosen = infoviz.chosen_tracker()
    assert chosen.path != SAMPLE
    assert chosen.path.read_bytes() == SAMPLE.read_bytes()
    assert chosen.as_of == date(2026, 11, 20)
    tracker_file, as_of = chosen
    assert (tracker_file, as_of) == (chosen.path, chosen.as_of)


def test_no_two_calls_share_a_copy_and_the_sample_stays(tmp_path):
    before = SAMPLE.read_bytes()
    first, second = infoviz.chosen_tracker().path, infoviz.chosen_tracker().path
    tracker = infoviz.load(first)
    tracker.edit(tracker.contacts.index[0], notes="Met at the harbour")
    tracker.save()
    assert first.read_bytes() != before
    assert second.read_bytes() == SAMPLE.read_bytes() == before


def test_the_copy_goes_when_python_ends(tmp_path):
    code = "import infoviz; print(infoviz.chosen_tracker().path)"
    surroundings = os.environ | {"INFOVIZ_COPIES": str(tmp_path), "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [sys.executable, "-c", code], env=surroundings, capture_output=True, text=True, check=True
    )
    assert Path(done.stdout.strip()).parent.parent == tmp_path
    assert list(tmp_path.iterdir()) == []


def test_a_tracker_of_ones_own_is_chosen_for_today(monkeypatch, tmp_path):
    monkeypatch.setenv("INFOVIZ_TRACKER", str(tmp_path / "mine.xlsx"))
    before = date.today()
    chosen = infoviz.chosen_tracker()
    assert chosen.path == tmp_path / "mine.xlsx"
    assert before <= chosen.as_of <= date.today()


def test_a_day_of_ones_own(monkeypatch):
    monkeypatch.setenv("INFOVIZ_AS_OF", "2026-10-01")
    assert infoviz.chosen_tracker().as_of == date(2026, 10, 1)
    monkeypatch.setenv("INFOVIZ_TRACKER", "mine.xlsx")
    assert infoviz.chosen_tracker().as_of == date(2026, 10, 1)


def test_a_day_that_is_none_is_refused(monkeypatch):
    monkeypatch.setenv("INFOVIZ_AS_OF", "yesterday")
    with pytest.raises(UnfitSetting, match="INFOVIZ_AS_OF is “yesterday”"):
        infoviz.chosen_tracker()


# ── copying and listing the notebooks ─────────────────────────────────────────────────────────────────────────────────


def test_the_notebooks_are_copied_once_and_what_was_changed_stays(tmp_path):
    folder = tmp_path / "own" / "notebooks"
    names = tuple(sorted(path.name for path in shipped.notebooks().glob("*.ipynb")))
    assert copy_notebooks(folder) == (names, ())
    assert copy_notebooks(folder) == ((), ())
    first, second, *_ = (folder / name for name in names)
    changed = json.loads(first.read_text(encoding="utf-8"))
    changed["cells"][0]["source"] = ["# My own"]
    first.write_text(json.dumps(changed), encoding="utf-8")
    ran = json.loads(second.read_text(encoding="utf-8"))
    ran["cells"][1]["execution_count"] = 7
    second.write_text(json.dumps(ran), encoding="utf-8")
    before = first.read_bytes(), second.read_bytes()
    assert copy_notebooks(folder) == ((), (first.name,))
    assert (first.read_bytes(), second.read_bytes()) == before
    assert copy_notebooks(folder, fresh=True) == (names, ())
    assert first.read_bytes() == (shipped.notebooks() / first.name).read_bytes()


def test_a_notebook_that_cannot_be_read_stays(tmp_path):
    name = min(path.name for path in shipped.notebooks().glob("*.ipynb"))
    (tmp_path / name).write_text("half a noteb", encoding="utf-8")
    assert copy_notebooks(tmp_path).kept == (name,)
    assert (tmp_path / name).read_text(encoding="utf-8") == "half a noteb"


def test_the_checkout_is_not_copied_onto_itself():
    assert copy_notebooks(shipped.notebooks(), fresh=True) == ((), ())


def test_a_folder_that_cannot_be_made_is_refused(tmp_path):
    (tmp_path / "taken").write_text("a file", encoding="utf-8")
    with pytest.raises(CannotWrite, match="taken"):
        copy_notebooks(tmp_path / "taken")


def notebook(source, kind="markdown"):
    return json.dumps({"cells": [{"cell_type": kind, "source": source}]})


@pytest.mark.parametrize(
    ("content", "title", "about"),
    [
        (notebook(["# 1 · Two\n", "\n", "*What* it\n", "is [for](x).\n", "\n", "More."]), "1 · Two", "What it is for."),
        (notebook("# Only a title"), "Only a title", ""),
        (notebook("no heading"), "mine", ""),
        (notebook("# a comment", kind="code"), "mine", ""),
        ('{"cells": []}', "mine", ""),
        ("half a noteb", "mine", ""),
    ],
)  # fmt: skip
def test_a_notebook_is_listed_by_its_heading(tmp_path, content, title, about):
    (tmp_path / "mine.ipynb").write_text(content, encoding="utf-8")
    assert pages(tmp_path) == [("mine.ipynb", title, about)]


# ── the commands ──────────────────────────────────────────────────────────────────────────────────────────────────────


def call(*arguments):
    return CliRunner().invoke(main, [str(argument) for argument in arguments], catch_exceptions=False)


def refusal(*arguments):
    """The one sentence with which a command is refused."""
    done = call(*arguments)
    assert done.exit_code == 1
    assert done.stdout == ""
    (sentence,) = done.stderr.splitlines()
    return sentence


@pytest.fixture
def stand_in(monkeypatch, tmp_path):
    """In the place of JupyterLab and of Voilà, a program of ours; the commands run in a folder of their own."""

    def put(*program):
        for server in (Lab, Dashboard):
            monkeypatch.setattr(
                server,
                "arguments",
                lambda self, port: [str(part).replace("PORT", str(port)) for part in program],
            )

    monkeypatch.chdir(tmp_path)
    put("-c", "raise SystemExit('Nothing is to be started here.')")
    return put


@pytest.mark.parametrize("command", ["lab", "app"])
def test_what_is_wrong_is_said_before_anything_starts(command, stand_in, tmp_path, monkeypatch):
    (tmp_path / "broken.xlsx").write_bytes(b"PK\x03\x04 and then nothing")
    (tmp_path / "apples.csv").write_text("apples,pears\n1,2\n", encoding="utf-8")
    (tmp_path / "empty").mkdir()
    assert "there is no such file" in refusal(command, "nowhere.xlsx")
    assert "broken.xlsx" in refusal(command, "broken.xlsx")
    assert 'infoviz check "apples.csv" --column' in refusal(command, "apples.csv")
    assert not (tmp_path / "infoviz_notebooks").exists()
    with socket.create_server(("127.0.0.1", 0)) as listener:
        assert "is taken" in refusal(
            command, "--port", listener.getsockname()[1], "--folder", shipped.notebooks()
        )
    assert call(command, "--port", 0).exit_code == call(command, "--as-of", "soon").exit_code == 2
    monkeypatch.setattr(Lab, "packages", ("no_such_package",))
    monkeypatch.setattr(Dashboard, "packages", ("no_such_package",))
    assert f'pip install "infoviz[{command}]"' in refusal(command, SAMPLE)


def test_a_folder_without_notebooks_makes_no_dashboards(stand_in, tmp_path):
    assert "no notebooks" in refusal("app", "--folder", tmp_path)


@pytest.mark.parametrize("command", ["lab", "app"])
def test_a_server_that_ends_by_itself_has_the_last_word(command, stand_in):
    stand_in("-c", "raise SystemExit('I have no disk.')")
    assert "(exit code 1). Its last words: I have no disk." in refusal(
        command, "--folder", shipped.notebooks()
    )


@pytest.mark.parametrize("command", ["lab", "app"])
def test_the_browser_is_sent_to_the_address_by_way_of_a_private_page(command, stand_in, monkeypatch):
    seen = {}

    def opened(uri):
        page = Path(url2pathname(urlsplit(uri).path))
        seen.update(
            text=page.read_text(encoding="utf-8"), folder=page.parent, mode=page.parent.stat().st_mode
        )
        raise KeyboardInterrupt

    monkeypatch.setattr(webbrowser, "open", opened)
    monkeypatch.setattr(Lab, "probe", "/")  # what stands in knows one page
    stand_in("-m", "http.server", "PORT", "--bind", "127.0.0.1")
    done = call(command, "--folder", shipped.notebooks())
    assert done.exit_code == 0
    address = re.search(r"http://127\.0\.0\.1:\d+/\S*\?token=\S{20,}", done.stderr).group()
    assert f'url={address}"' in seen["text"]
    assert os.name != "posix" or seen["mode"] & 0o077 == 0
    assert not seen["folder"].exists()


def test_what_the_notebooks_open_is_handed_on(stand_in, tmp_path):
    (tmp_path / "mine.csv").write_text("Name,Company\nAda Example,Little Press\n", encoding="utf-8")
    code = "import infoviz; print(*infoviz.chosen_tracker(), sep=' on '); raise SystemExit(3)"
    stand_in("-c", code)
    said = refusal("app", "mine.csv", "--as-of", "2026-04-01")
    assert said.endswith(f"Its last words: {tmp_path / 'mine.csv'} on 2026-04-01")
    assert refusal("app").endswith("sample_tracker.xlsx on 2026-11-20")
    assert refusal("app", "--as-of", "2026-10-01").endswith("sample_tracker.xlsx on 2026-10-01")
