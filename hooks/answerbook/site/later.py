"""Files that are made when somebody asks for them: while the book is served, most of its builds are asked for none."""

from __future__ import annotations

import re
import threading
from collections.abc import Callable, Iterable
from pathlib import Path

# Addresses from the root, each with its file in pieces.
Files = Iterable[tuple[str, Iterable[str]]]


class Later:
    """What a site lacks: what the addresses look like of files that are made together, and how they are made."""

    def __init__(self) -> None:
        self._groups: dict[str, Callable[[], Files]] = {}
        self._one = threading.Lock()

    def add(self, addresses: str, make: Callable[[], Files]) -> None:
        """Leave files for later; `addresses` is a regular expression that matches those of theirs."""
        self._groups[addresses] = make

    def make(self, site: Path, address: str | None = None) -> None:
        """Write the files that may have this address, or all; who asks meanwhile waits."""
        with self._one:
            for addresses, make in list(self._groups.items()):
                if address is None or re.fullmatch(addresses, address):
                    write(site, make())
                    del self._groups[addresses]


def write(site: Path, files: Files) -> None:
    """Write files into a site, each before the next is made."""
    for address, pieces in files:
        path = site / address
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("w", encoding="utf-8", newline="") as file:
            file.writelines(pieces)
