"""What the README tells a reader to type is typed here."""

import re
import shlex
import shutil
import subprocess
import sys
import urllib.request
from pathlib import Path

import matplotlib
import pytest
from click.testing import CliRunner

from infoviz.cli import main
from tests.served import Served

ROOT = Path(__file__).parent.parent
TEXT = (ROOT / "README.md").read_text(encoding="utf-8")
INDENTED = re.findall(r"^    (\S.*)$", re.sub(r"```.*?```", "", TEXT, flags=re.DOTALL), flags=re.MULTILINE)
COMMANDS = [line.split("  #")[0].strip() for line in INDENTED]
SNIPPETS = re.findall(r"```python\n(.*?)```", TEXT, flags=re.DOTALL)


@pytest.fixture
def home(tmp_path, monkeypatch):
    """A folder with the sample, and with a copy of it under the reader's own name."""
    (tmp_path / "data").mkdir()
    for name in ("data/sample_tracker.xlsx", "my_tracker.xlsx"):
        shutil.copy(ROOT / "data" / "sample_tracker.xlsx", tmp_path / name)
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("line", [line for line in COMMANDS if "infoviz " in line])
def test_commands(line, home):
    arguments = shlex.split(line.split("infoviz ", 1)[1])
    if arguments[0] in {"lab", "app"}:  # runs until it is interrupted
        server = Served(home, *arguments)
        with urllib.request.urlopen(server.address, timeout=30) as answer:
            assert answer.status == 200
        assert server.end() == 0
        return
    done = CliRunner().invoke(main, arguments, catch_exceptions=False)
    assert done.exit_code == 0, done.stderr


@pytest.mark.parametrize("line", [line for line in COMMANDS if line.startswith("make report")])
def test_make_report(line, home):
    make = shutil.which("make")
    if make is None:
        pytest.skip("make is not on this machine")
    # This environment stands in for .venv: it is not built again.
    built = [f"VENV={sys.prefix}", "-o", f"{sys.prefix}/.core", "-f", str(ROOT / "Makefile")]
    done = subprocess.run(
        [make, *shlex.split(line)[1:], *built], cwd=home, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert "You have asked" in done.stdout
    assert (home / "weekly_report.html").is_file()


def test_every_make_target_is_there():
    targets = set(
        re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), flags=re.MULTILINE)
    )
    named = set(re.findall(r"`?make ([a-z]+)", TEXT))
    assert named
    assert named <= targets


@pytest.mark.parametrize("snippet", SNIPPETS)
def test_snippets(snippet, home, capsys):
    matplotlib.use("agg")
    exec(compile(snippet, "README.md", "exec"), {})
    matplotlib.pyplot.close("all")


def test_every_command_is_in_the_table():
    named = set(re.findall(r"`infoviz ([a-z]+)", TEXT))
    assert set(main.commands) <= named


def test_pictures_are_there():
    for picture in re.findall(r"!\[[^\]]+\]\(([^)]+)\)", TEXT):
        assert (ROOT / picture).is_file()
