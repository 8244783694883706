"""The stylesheet of every page: of the theme's rules those that a page of ours can need, in a layer below our own.

What only one kind of page needs has a stylesheet of its own, which the others do not ask for.
"""

from __future__ import annotations

import json
import re
from pathlib import Path

from .. import cache, node, places
from ..drawing import figures

_SCRIPT = Path(__file__).with_name("styles.mjs")
_OURS = ("book.css", "search.css")
# Where the names stand that pages use: a rule for any other name is left out.
_USED = ("overrides/**/*.html", "web/**/*.js", "hooks/**/*.py")


def stylesheet(theme: str) -> str:
    """All rules, as small as they can be written; `theme` is the theme's main stylesheet."""
    theme = re.sub(r'^@charset "UTF-8";|/\*# sourceMappingURL=.*?\*/', "", theme)
    sheets = ((places.OVERRIDES / "styles" / name).read_text("utf-8") for name in _OURS)
    ours = "\n".join((figures.stylesheet(), *sheets))
    used = [path.read_text("utf-8") for pattern in _USED for path in sorted(places.ROOT.glob(pattern))]
    return _made({"theme": theme, "ours": ours, "used": used})


def apart() -> dict[str, str]:
    """The stylesheets of single kinds of pages by name, from overrides/styles/pages/."""
    files = sorted((places.OVERRIDES / "styles" / "pages").glob("*.css"))
    return {path.stem: _made({"theme": "", "ours": path.read_text("utf-8"), "used": []}) for path in files}


def _made(texts: dict[str, str | list[str]]) -> str:
    tools = [path.read_bytes() for path in (_SCRIPT, places.PACKAGE_LOCK)]
    given = json.dumps(texts)
    key = cache.key(given, *tools)
    found = cache.get("styles", key)
    if found is None:
        found = node.run(_SCRIPT, given).encode()
        cache.put("styles", key, found)
    return found.decode()
