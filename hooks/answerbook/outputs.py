"""Files that readers download: each appears when it is whole, and an archive of the same files is the same bytes."""

from __future__ import annotations

import json
import os
import tempfile
import zipfile
from collections.abc import Iterable
from datetime import UTC, date, datetime
from io import BytesIO
from pathlib import Path

# How many pages the PDFs beside it have, by their names.
PAGES = "pages.json"
# The first moment a zip archive can name.
_ALWAYS = (1980, 1, 1, 0, 0, 0)


def put(path: Path, data: bytes, day: date) -> None:
    """Write the file aside and put it in its place in one step.

    Its date is that of what it holds: the home page tells it, and has to be the same whenever the file was made.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, aside = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}-")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        Path(aside).chmod(0o644)
        seconds = datetime(day.year, day.month, day.day, tzinfo=UTC).timestamp()
        os.utime(aside, (seconds, seconds))
        Path(aside).replace(path)
    finally:
        Path(aside).unlink(missing_ok=True)


def note_pages(path: Path, pages: int, day: date) -> None:
    """Remember how many pages a PDF has, for the pages of the site that link it: the site reads no PDF."""
    notes = path.parent / PAGES
    try:
        known = json.loads(notes.read_text("utf-8"))
    except (OSError, ValueError):
        known = {}
    put(notes, json.dumps(dict(sorted({**known, path.name: pages}.items())), indent=1).encode() + b"\n", day)


def archive(files: Iterable[tuple[str, bytes]], stored: frozenset[str] = frozenset()) -> bytes:
    """A zip of these (name, content), in this order; names in `stored` are not compressed."""
    memory = BytesIO()
    with zipfile.ZipFile(memory, "w") as packed:
        for name, data in files:
            entry = zipfile.ZipInfo(name, _ALWAYS)
            entry.external_attr = 0o644 << 16
            entry.create_system = 3
            entry.compress_type = zipfile.ZIP_STORED if name in stored else zipfile.ZIP_DEFLATED
            packed.writestr(entry, data, compresslevel=9)
    return memory.getvalue()
