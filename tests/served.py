"""``infoviz lab`` and ``infoviz app`` as somebody starts them, apart from the Jupyter settings of this machine."""

import json
import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).parent.parent
SECONDS = 60
# So that a test can ask JupyterLab and Notebook what is in a cell. Readers have no use for it.
EXPOSED = {"LabApp": {"expose_app_in_browser": True}, "JupyterNotebookApp": {"expose_app_in_browser": True}}


def apart(folder: Path) -> dict[str, str]:
    """The environment of a machine on which nobody has used Jupyter; what is written goes into the folder."""
    variables = (
        "JUPYTER_CONFIG_DIR", "JUPYTER_DATA_DIR", "JUPYTER_RUNTIME_DIR", "JUPYTERLAB_SETTINGS_DIR",
        "JUPYTERLAB_WORKSPACES_DIR", "IPYTHONDIR", "MPLCONFIGDIR", "TMPDIR", "TEMP", "TMP",
    )  # fmt: skip
    own = {name: str(folder / name.lower()) for name in variables}
    for path in own.values():
        Path(path).mkdir(parents=True, exist_ok=True)
    config = Path(own["JUPYTER_CONFIG_DIR"]) / "jupyter_server_config.json"
    config.write_text(json.dumps(EXPOSED), encoding="utf-8")
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("JUPYTER", "INFOVIZ_"))}
    return kept | own | {"PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"}


def free_port() -> int:
    """A port on which nothing listens."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        return int(listener.getsockname()[1])


@contextmanager
def heard_ctrl_c() -> Iterator[None]:
    """Start what hears Ctrl+C, although the tests may run in the background, where a shell has it ignored."""
    before = signal.signal(signal.SIGINT, signal.SIG_DFL)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


class Served:
    """A server that a command has started.

    Parameters
    ----------
    folder
        Where the command runs and where it leaves its traces.
    arguments
        What follows ``infoviz``, such as ``"lab"``.

    Attributes
    ----------
    process
        The command.
    address
        The address that it has printed, token and all.
    origin, token
        The parts of that.
    """

    def __init__(self, folder: Path, *arguments: object) -> None:
        self.said = folder / "said.txt"
        command = [
            sys.executable,
            "-m",
            "infoviz",
            *map(str, arguments),
            "--no-browser",
            f"--port={free_port()}",
        ]
        with self.said.open("wb") as said, heard_ctrl_c():
            self.process = subprocess.Popen(
                command,
                cwd=folder,
                env=apart(folder / "apart"),
                stdout=said,
                stderr=said,
                stdin=subprocess.DEVNULL,
            )
        until = time.monotonic() + SECONDS
        while "Ctrl+C ends it." not in self.words():
            assert self.process.poll() is None, self.words()
            assert time.monotonic() < until, self.words()
            time.sleep(0.05)
        self.address, self.origin, self.token = re.search(
            r"((http://127\.0\.0\.1:\d+)/\S*\?token=(\S+))", self.words()
        ).groups()

    def words(self) -> str:
        """What the command has printed so far."""
        return self.said.read_text(encoding="utf-8")

    def at(self, path: str) -> str:
        """The address of a page, with the token."""
        return f"{self.origin}{path}{'&' if '?' in path else '?'}token={self.token}"

    def end(self) -> int:
        """Press Ctrl+C, and give the exit code."""
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGINT if os.name == "posix" else signal.SIGTERM)
        return self.process.wait(SECONDS)
