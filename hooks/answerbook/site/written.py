"""Files of a site that an earlier build of this process has written just so: while the book is served, most of them."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

# By address: what decided the file, and where it is.
_written: dict[str, tuple[bytes, str]] = {}


def again(site: Path, address: str, decided: bytes) -> bool:
    """Whether the last build decided this file by the same; then it is one file in both sites, which never change."""
    known, place = _written.get(address, (b"", ""))
    if known != decided:
        return False
    # Not as a Path: this is asked for every file of the site.
    path = f"{site}/{address}"
    # Gone with its site, or on a system without links: it is written anew.
    with suppress(OSError):
        os.makedirs(path.rpartition("/")[0], exist_ok=True)  # noqa: PTH103
        os.link(place, path)
        _written[address] = decided, path
        return True
    return False


def write(site: Path, address: str, decided: bytes, content: bytes) -> None:
    """Write a file, and keep in mind what decided it."""
    path = site / address
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    _written[address] = decided, str(path)
