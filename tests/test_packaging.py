"""The README's plain pip commands: a fresh environment, the package as it is built, the first report.

The packages it depends on are those of this environment, so that the test asks no network for anything.
"""

import shutil
import subprocess
import sys
import sysconfig
import venv
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def installed(tmp_path_factory) -> Path:
    """The folder of programs of a fresh environment into which the package was built and installed."""
    folder = tmp_path_factory.mktemp("fresh")
    venv.create(folder / ".venv", with_pip=False)
    programs = folder / ".venv" / ("Scripts" if sys.platform == "win32" else "bin")
    site = next((folder / ".venv").rglob("site-packages"))
    (site / "dependencies.pth").write_text(sysconfig.get_paths()["purelib"], encoding="utf-8")
    source = folder / "source"
    ignored = shutil.ignore_patterns(".*", "__pycache__", "tests", "benchmarks")
    shutil.copytree(ROOT, source, ignore=ignored)
    install = (
        "-m",
        "pip",
        "install",
        "--quiet",
        "--no-deps",
        "--no-build-isolation",
        "--ignore-installed",
        str(source),
    )
    subprocess.run([programs / "python", *install], check=True, cwd=folder)
    return programs


def run(programs: Path, folder: Path, *arguments: str) -> str:
    done = subprocess.run(
        [programs / "infoviz", *arguments],
        cwd=folder,
        capture_output=True,
        text=True,
        check=True,
        encoding="utf-8",
    )
    return done.stdout


def test_the_installed_package_reports_on_a_tracker(installed, tmp_path):
    shutil.copy(ROOT / "data" / "sample_tracker.xlsx", tmp_path / "my_tracker.xlsx")
    run(installed, tmp_path, "report", "my_tracker.xlsx", "-o", "report.html", "--as-of", "2026-11-20")
    assert (tmp_path / "report.html").stat().st_size > 100_000


def test_the_installed_package_begins_a_tracker(installed, tmp_path):
    run(installed, tmp_path, "new", "mine.xlsx")
    assert '"records": 0' in run(installed, tmp_path, "check", "mine.xlsx", "--json")


def test_the_installed_package_has_the_notebooks_and_the_sample(installed, tmp_path):
    code = (
        "from infoviz.serving import shipped; import infoviz; print(shipped.notebooks());"
        "from infoviz.serving.servers import TEMPLATES; assert list(TEMPLATES.rglob('index.html.j2'));"
        "print(shipped.sample()); print(infoviz.load(infoviz.chosen_tracker().path).path.name)"
    )
    done = subprocess.run(
        [installed / "python", "-I", "-c", code], cwd=tmp_path, capture_output=True, text=True, check=True
    )
    notebooks, sample, name = done.stdout.splitlines()
    assert str(installed.parent) in notebooks
    assert {path.name for path in Path(notebooks).iterdir()} == {
        path.name for path in (ROOT / "notebooks").glob("*.ipynb")
    }
    assert Path(sample).read_bytes() == (ROOT / "data" / "sample_tracker.xlsx").read_bytes()
    assert name == "sample_tracker.xlsx"


def test_the_installed_package_is_not_this_checkout(installed, tmp_path):
    code = "import infoviz; print(infoviz.__path__[0])"
    done = subprocess.run(
        [installed / "python", "-I", "-c", code], cwd=tmp_path, capture_output=True, text=True, check=True
    )
    assert str(installed.parent) in done.stdout
