"""The stylesheet of every page: of the theme's rules those that a page of ours can need, in a layer below our own.

What only one kind of page needs has a stylesheet of its own, which the others do not ask for.
"""

from __future__ import annotations

import hashlib
import json
import re
from pathlib import Path

from .. import cache, node, places
from ..drawing import figures

_SCRIPT = Path(__file__).with_name("styles.mjs")
_OURS = ("book.css", "search.css")
# Where the names stand that pages use: a rule for any other name is left out.
_USED = ("overrides/**/*.html", "web/**/*.js", "hooks/**/*.py")


# The font of code: the one that the PDF is set in, too. Its characters are those of the package's own stylesheet.
_FONT = places.NODE_MODULES / "@fontsource" / "source-code-pro"
_FONT_FILE = _FONT / "files" / "source-code-pro-latin-400-normal.woff2"
_FONT_RANGE = "U+0-FF,U+131,U+152-153,U+2BB-2BC,U+2C6,U+2DA,U+2DC,U+2000-206F,U+20AC,U+2122,U+2191,U+2193,U+2212,U+2215"


def code_font() -> dict[str, bytes]:
    """The file of the font by its name, which changes with its content, and the licence that goes with it."""
    content = _FONT_FILE.read_bytes()
    name = f"code.{hashlib.sha256(content).hexdigest()[:8]}.woff2"
    return {name: content, "code.LICENSE.txt": (_FONT / "LICENSE").read_bytes()}


def stylesheet(theme: str) -> str:
    """All rules, as small as they can be written; `theme` is the theme's main stylesheet."""
    theme = re.sub(r'^@charset "UTF-8";|/\*# sourceMappingURL=.*?\*/', "", theme)
    sheets = ((places.OVERRIDES / "styles" / name).read_text("utf-8") for name in _OURS)
    ours = "\n".join((_face(), figures.stylesheet(), *sheets))
    used = [path.read_text("utf-8") for pattern in _USED for path in sorted(places.ROOT.glob(pattern))]
    return _made({"theme": theme, "ours": ours, "used": used})


def apart() -> dict[str, str]:
    """The stylesheets of single kinds of pages by name, from overrides/styles/pages/."""
    files = sorted((places.OVERRIDES / "styles" / "pages").glob("*.css"))
    return {path.stem: _made({"theme": "", "ours": path.read_text("utf-8"), "used": []}) for path in files}


def _face() -> str:
    """Whoever comes for the first time, over a slow line, reads code in a font of the system: nothing moves later."""
    source = f'src:url("{next(iter(code_font()))}") format("woff2")'
    return f'@font-face{{font-family:"Source Code Pro";font-display:optional;{source};unicode-range:{_FONT_RANGE}}}'


def _made(texts: dict[str, str | list[str]]) -> str:
    tools = [path.read_bytes() for path in (_SCRIPT, places.PACKAGE_LOCK)]
    given = json.dumps(texts)
    key = cache.key(given, *tools)
    found = cache.get("styles", key)
    if found is None:
        found = node.run(_SCRIPT, given).encode()
        cache.put("styles", key, found)
    return found.decode()
