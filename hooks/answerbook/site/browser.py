"""The browser's scripts, bundled: one for every page, search and match loaded on use, others on their own pages."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

from .. import cache, node, places

_SCRIPT = Path(__file__).with_name("bundle.mjs")


def scripts(*names: str) -> dict[str, str]:
    """The bundled scripts by file name (answerbook.js, search.js, …): all, or those named, without the ending.

    NodeError says what esbuild does not take.
    """
    key = cache.key(_sources(), *names)
    found = cache.get("scripts", key)
    if found is None:
        found = node.run(_SCRIPT, "", *names).encode()
        cache.put("scripts", key, found)
    bundles: dict[str, str] = json.loads(found)
    return bundles


def _sources() -> bytes:
    """A digest of everything that decides the bundles."""
    digest = hashlib.sha256()
    for path in [*sorted(places.WEB.rglob("*.js")), _SCRIPT, places.PACKAGE_LOCK]:
        digest.update(path.relative_to(places.ROOT).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.digest()
