"""The room of statistics hands on what it names, loads nothing heavy for it, and shadows none of its modules."""

import subprocess
import sys
from pathlib import Path

import infoviz.stats


def test_every_public_name_is_there():
    for name in infoviz.stats.__all__:
        assert getattr(infoviz.stats, name) is not None


def test_no_function_bears_the_name_of_a_module():
    modules = {path.stem for path in Path(infoviz.stats.__file__).parent.glob("*.py")}
    assert not modules & set(infoviz.stats.__all__)


def test_importing_the_room_loads_nothing_heavy():
    code = "import infoviz.stats, sys; print(*{'pandas', 'numpy', 'scipy'} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert not done.stdout.strip()
