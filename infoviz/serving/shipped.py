"""Where what is shipped beside the package is found: the notebooks and the sample."""

from importlib import resources
from pathlib import Path

SAMPLE = "sample_tracker.xlsx"


def notebooks() -> Path:
    """Find the folder of the notebooks, which are not to be changed where the package is installed.

    Returns
    -------
    Path
        In an installed package a folder of its own, in a checkout ``notebooks``.
    """
    return _shipped("notebooks")


def sample() -> Path:
    """Find the sample tracker, which is not to be changed."""
    return _shipped("data") / SAMPLE


def _shipped(folder: str) -> Path:
    package = Path(str(resources.files("infoviz")))
    installed = package / "shipped"
    return (installed if installed.is_dir() else package.parent) / folder
