"""What a reader's browser keeps when they want the book without a network: pages, scripts, styles and pictures."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from pathlib import Path

from ..content import measured

# Where the scripts ask for it.
PLAN, WORKER = "keep.json", "sw.js"
# Every answer has a page of its own; these hold them again: of all, the short pages of the night before are worth their
# bytes on the way there. Frames are for other sites.
_AGAIN = ("all", "embed", "downloads")
_KINDS = (".html", ".js", ".css", ".svg", ".woff2", ".png", ".webp", ".jpg")


def plan(site: Path) -> str:
    """The addresses from the root, their size in bytes, and a version that changes with any of them."""
    files = sorted(_files(site))
    digest = hashlib.sha256()
    for path in files:
        digest.update(path.relative_to(site).as_posix().encode() + b"\0" + path.read_bytes())
    listed = [path.relative_to(site).as_posix().removesuffix("index.html") for path in files]
    size = sum(path.stat().st_size for path in files)
    return json.dumps({"version": digest.hexdigest()[:8], "bytes": size, "files": listed}, ensure_ascii=False)


def _files(site: Path) -> Iterator[Path]:
    for path in site.rglob("*"):
        inner = path.relative_to(site)
        # The programs of what was measured are texts.
        kind = path.suffix in _KINDS or inner.as_posix().startswith(measured.ADDRESS)
        wanted = kind and path.name not in ("card.png", WORKER, "404.html")
        if path.is_file() and wanted and not set(inner.parts[:-1]) & set(_AGAIN):
            yield path
