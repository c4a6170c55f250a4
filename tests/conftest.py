"""What every test may use: outside programs, or a plain word that they are missing."""

import os
import shutil

import pytest


def _program(*names: str) -> str:
    for name in names:
        found = shutil.which(name)
        if found:
            return found
    sentence = f"{names[0]} is not on this machine (scripts/install_debian.sh installs it)"
    if os.environ.get("INFOVIZ_NO_SKIPS"):
        pytest.fail(sentence)
    pytest.skip(sentence)


@pytest.fixture(scope="session")
def soffice() -> str:
    """Path of LibreOffice; the test is skipped, saying so, where there is none."""
    return _program("soffice", "libreoffice")


@pytest.fixture(scope="session")
def chromium() -> str:
    """Path of a Chromium; the test is skipped, saying so, where there is none."""
    return _program("chromium", "chromium-browser", "google-chrome")
