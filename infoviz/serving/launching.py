"""Starting a server on the notebooks, and ending it."""

import http.client
import importlib.util
import json
import os
import secrets
import signal
import socket
import subprocess
import sys
import tempfile
import time
import webbrowser
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import IO

from infoviz.errors import PackageMissing, PortTaken, ServerStopped
from infoviz.serving.chosen import AS_OF, COPIES, TRACKER
from infoviz.serving.servers import HOST, TEMPLATES, Dashboard, Lab

GRACE = 15  # seconds in which a server may shut its kernels down
SLOW = 10  # seconds in which it may answer
REDIRECT = '<!DOCTYPE html><meta charset="utf-8"><meta http-equiv="refresh" content="0;url={0}"><a href="{0}">{0}</a>\n'


def require(server: type[Lab | Dashboard]) -> None:
    """Refuse unless what the server needs is installed.

    Raises
    ------
    PackageMissing
        Something is missing.
    """
    if not all(importlib.util.find_spec(package) for package in server.packages):
        raise PackageMissing(server.name, server.extra)


def launch(
    server: Lab | Dashboard,
    tell: Callable[[str], None],
    *,
    tracker: Path | None = None,
    as_of: date | None = None,
    port: int | None = None,
    open_browser: bool = True,
    verbose: bool = False,
) -> None:
    """Run a server on this machine until it is interrupted.

    Parameters
    ----------
    server
        What to run.
    tell
        Takes the address when the server is there.
    tracker, as_of
        What :func:`chosen_tracker` will say in the notebooks.
    port
        Where it listens; the usual place, or any other, if not given.
    open_browser
        Whether to open the first page.
    verbose
        Whether the server and its kernels write to this terminal. They say much that only their makers understand,
        such as a traceback when a page is left before it is full.

    Raises
    ------
    PackageMissing, PortTaken, ServerStopped
        It cannot be started, or has ended by itself.
    """
    require(type(server))
    port = _free_port(server.usual_port) if port is None else _checked_port(port)
    token = secrets.token_urlsafe(24)
    with tempfile.TemporaryDirectory(prefix="infoviz-", ignore_cleanup_errors=True) as folder:
        scratch = Path(folder)
        for name, content in server.settings(port, token, tracker).items():
            path = scratch / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(json.dumps(content), encoding="utf-8")
        address = f"http://{HOST}:{port}{server.page}?token={token}"
        command = [sys.executable, *server.arguments(port)]
        with (
            _interrupted_by_any_end(),
            (scratch / "said.txt").open("w+b") as said,
            subprocess.Popen(  # noqa: S603  our own interpreter, no shell
                command,
                cwd=scratch,
                env=_environment(scratch, tracker, as_of),
                stdin=subprocess.DEVNULL,
                stdout=None if verbose else said,
                stderr=None if verbose else said,
                start_new_session=True,  # so that Ctrl+C reaches this process alone, and the server is told but once
            ) as process,
        ):
            try:
                if _is_there(process, server, port, token):
                    tell(f"{server.name} is at {address}\nCtrl+C ends it.")
                    if open_browser:
                        _open(address, scratch)
                process.wait()
            except KeyboardInterrupt:
                _end(process)
                tell("\nEnded.")
                return
            if process.returncode:
                raise ServerStopped(server.name, process.returncode, _last_line(said))


def _last_line(said: IO[bytes]) -> str:
    said.seek(0)
    lines = said.read().decode("utf-8", "replace").split("\n")
    return next((line.strip() for line in reversed(lines) if line.strip()), "")


@contextmanager
def _interrupted_by_any_end() -> Iterator[None]:
    """Take the request to end, and the closing of the terminal, as Ctrl+C."""
    ends = [getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name)]
    before = {end: signal.signal(end, signal.default_int_handler) for end in ends}
    try:
        yield
    finally:
        for end, handler in before.items():
            signal.signal(end, handler)


def _environment(scratch: Path, tracker: Path | None, as_of: date | None) -> Mapping[str, str]:
    """Build the server's environment; its kernels inherit it."""
    surroundings = os.environ | {COPIES: str(scratch)}
    for name, ours in (("JUPYTER_CONFIG_PATH", [scratch]), ("JUPYTER_PATH", [scratch, TEMPLATES])):
        theirs = os.environ.get(name)
        surroundings[name] = os.pathsep.join([*map(str, ours), *([theirs] if theirs else [])])
    surroundings.setdefault(
        "JUPYTER_PREFER_ENV_PATH", "1"
    )  # kernels of this interpreter, not of the user's at large
    if tracker is not None:
        surroundings[TRACKER] = str(tracker.absolute())
    if as_of is not None:
        surroundings[AS_OF] = as_of.isoformat()
    return surroundings


def _free_port(usual: int) -> int:
    try:
        return _checked_port(usual)
    except PortTaken:
        with socket.create_server((HOST, 0)) as listener:
            return int(listener.getsockname()[1])


def _checked_port(port: int) -> int:
    try:
        socket.create_server((HOST, port)).close()
    except OSError as error:
        raise PortTaken(port) from error
    return port


def _is_there(process: subprocess.Popen[bytes], server: Lab | Dashboard, port: int, token: str) -> bool:
    """Wait until the server answers or has ended."""
    while process.poll() is None:
        if _answers(server.probe, port, token):
            return True
        time.sleep(0.05)
    return False


def _answers(probe: str, port: int, token: str) -> bool:
    """Whether a server with this token is there, and no other in its place."""
    connection = http.client.HTTPConnection(HOST, port, timeout=SLOW)
    try:
        connection.request("GET", probe, headers={"Authorization": f"token {token}"})
        return connection.getresponse().status == http.client.OK
    except (OSError, http.client.HTTPException):
        return False
    finally:
        connection.close()


def _open(address: str, scratch: Path) -> None:
    """Open a browser by way of a private page, as a command line with the token could be read by others."""
    page = scratch / "open.html"
    page.write_text(REDIRECT.format(address), encoding="utf-8")
    webbrowser.open(page.as_uri())


def _end(process: subprocess.Popen[bytes]) -> None:
    """Have the server shut its kernels down and end."""
    if os.name == "posix":  # on Windows Ctrl+C has reached it as well, and to terminate it would cut it off
        process.terminate()
    try:
        process.wait(GRACE)
    except (subprocess.TimeoutExpired, KeyboardInterrupt):
        process.kill()
