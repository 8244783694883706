"""Programs of the system that some tests need: where they are missing the test is left out, but never under CI."""

from __future__ import annotations

import os
import shutil

import pytest


def needed(program: str, package: str) -> str:
    """Where the program is."""
    path = shutil.which(program)
    if path is None:
        assert "CI" not in os.environ, f"{program} has to be there: apt-get install {package}"
        pytest.skip(f"没有 {program}；Debian、Ubuntu：sudo apt-get install {package}")
    return path
