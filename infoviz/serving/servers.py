"""The two servers that show the notebooks: what each is called, and what it is told."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from infoviz.serving.pages import pages

TEMPLATES = Path(__file__).parent / "jupyter"
HOST = "127.0.0.1"

# A browser holds a dashboard to this, whatever a cell of the spreadsheet says: nothing comes from elsewhere.
STAY_HERE = (
    "default-src 'self' data: blob: 'unsafe-inline' 'unsafe-eval'; connect-src 'self' data: blob: ws://{host}; "
    "form-action 'self'; base-uri 'self'; object-src 'none'; frame-ancestors 'self'"
)

# Only these are loaded into a dashboard: extensions made for JupyterLab alone break it.
EXTENSIONS = ["@jupyter-widgets/jupyterlab-manager", "@voila-dashboards/widgets-manager8", "anywidget"]

WARMING = "infoviz.widgets.warming"


class Lab:
    """JupyterLab on a folder of notebooks.

    Parameters
    ----------
    folder
        The folder; its first notebook is opened.

    Raises
    ------
    NoNotebooks
        It has none.
    """

    name = "JupyterLab"
    extra = "lab"
    packages = ("jupyterlab", "ipykernel")
    usual_port = 8888
    probe = "/api/status"

    def __init__(self, folder: Path) -> None:
        self.folder = folder.absolute()
        self.pages = pages(folder)

    @property
    def page(self) -> str:
        """Where a browser begins."""
        return f"/lab/tree/{self.pages[0].file}"

    def arguments(self, port: int) -> list[str]:
        """Give what follows the interpreter on the command line."""
        return [
            "-m", "jupyterlab", "--no-browser", f"--ServerApp.ip={HOST}", f"--ServerApp.port={port}",
            "--ServerApp.port_retries=0", "--ServerApp.answer_yes=True", "--ServerApp.log_level=WARN",
            "--allow-root",  # in a container there may be nobody else; the server listens on this machine only
            "--LabApp.news_url=None", "--LabApp.check_for_updates_class=jupyterlab.NeverCheckForUpdate",
            "--LabApp.extension_manager=readonly", f"--ServerApp.root_dir={self.folder}",
        ]  # fmt: skip

    def settings(self, port: int, token: str, tracker: Path | None) -> Mapping[str, Any]:
        """Give what is kept from the command line, which everybody on the machine can read, by file."""
        quiet = {"fetchNews": "false", "checkForUpdates": False}
        return {
            "jupyter_server_config.json": {"IdentityProvider": {"token": token}},
            "labconfig/default_setting_overrides.json": {
                "@jupyterlab/apputils-extension:notification": quiet
            },
        }


class Dashboard:
    """A folder of notebooks as dashboards: what they show, without their code.

    Parameters
    ----------
    folder
        The folder.

    Raises
    ------
    NoNotebooks
        It has none.
    """

    name = "Voilà"
    extra = "app"
    packages = ("voila", "ipykernel")
    usual_port = 8866
    probe = "/"

    def __init__(self, folder: Path) -> None:
        self.folder = folder.absolute()
        self.pages = pages(folder)

    @property
    def page(self) -> str:
        """Where a browser begins."""
        return "/"

    def arguments(self, port: int) -> list[str]:
        """Give what follows the interpreter on the command line."""
        return [
            "-m", "voila", "--no-browser", f"--Voila.ip={HOST}", f"--Voila.port={port}", "--Voila.port_retries=0",
            "--Voila.log_level=WARN", "--template=infoviz", "--classic-tree", "--progressive_rendering=True",
            "--show_tracebacks=True", "--VoilaConfiguration.allow_template_override=NO",
"--VoilaConfiguration.allow_theme_override=NO",
            "--VoilaConfiguration.file_denylist=.*", str(self.folder),
        ]  # fmt: skip

    def settings(self, port: int, token: str, tracker: Path | None) -> Mapping[str, Any]:
        """Give what is kept from the command line, which everybody on the machine can read, by file."""
        shown = [page._asdict() for page in self.pages]
        name = "The sample, with invented people" if tracker is None else tracker.name
        headers = {"Content-Security-Policy": STAY_HERE.format(host=f"{HOST}:{port}")}
        voila = {
            "Voila": {
                "token": token,
                "tornado_settings": {
                    "headers": headers,
                    "jinja_template_vars": {"pages": shown, "tracker": name},
                },
            },
            "VoilaConfiguration": {"extension_allowlist": EXTENSIONS, "resources": {"pages": shown}},
        }
        return {"voila.json": voila, "kernels/python3/kernel.json": _warming_kernel()}


def _warming_kernel() -> dict[str, Any]:
    """Describe the kernel that is there, but for what it loads while it waits for the page."""
    from ipykernel.kernelspec import get_kernel_dict

    found: dict[str, Any] = get_kernel_dict([f"--InteractiveShellApp.extra_extensions={WARMING}"])
    return found
