"""The stylesheet of every page: of the theme's rules those that a page of ours can need, in a layer below our own.

What only one kind of page needs has a stylesheet of its own, which the others do not ask for.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping, Sequence
from pathlib import Path

from .. import cache, node, places
from ..drawing import figures

_SCRIPT = Path(__file__).with_name("styles.mjs")
_OURS = ("book.css", "search.css")
# What a stylesheet is made of: the theme's rules ("" for one that goes without), ours, and the texts that name what
# pages hold.
_Sheet = dict[str, str | list[str]]
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


def sheets(theme: str, more: Mapping[str, str] = {}) -> dict[str, str]:
    """The stylesheets by name, as small as they can be written; `theme` is the theme's main stylesheet.

    `book` is that of every page, the others, from overrides/styles/pages/, are those of single kinds of pages; to these
    `more` adds rules, by name.
    NodeError says what the tool that writes them does not take.
    """
    theme = re.sub(r'^@charset "UTF-8";|/\*# sourceMappingURL=.*?\*/', "", theme)
    ours = ((places.OVERRIDES / "styles" / name).read_text("utf-8") for name in _OURS)
    used = [path.read_text("utf-8") for pattern in _USED for path in sorted(places.ROOT.glob(pattern))]
    given: dict[str, _Sheet] = {
        "book": {"theme": theme, "ours": "\n".join((_face(), figures.stylesheet(), *ours)), "used": used}
    }
    for path in sorted((places.OVERRIDES / "styles" / "pages").glob("*.css")):
        given[path.stem] = {"theme": "", "ours": path.read_text("utf-8") + more.get(path.stem, ""), "used": []}
    return dict(zip(given, _made([*given.values()]), strict=True))


def _face() -> str:
    """Whoever comes for the first time, over a slow line, reads code in a font of the system: nothing moves later."""
    source = f'src:url("{next(iter(code_font()))}") format("woff2")'
    return f'@font-face{{font-family:"Source Code Pro";font-display:optional;{source};unicode-range:{_FONT_RANGE}}}'


def _made(sheets: Sequence[_Sheet]) -> list[str]:
    """What is not kept is made by one process: it takes longer to start than to work."""
    tools = [path.read_bytes() for path in (_SCRIPT, places.PACKAGE_LOCK)]
    keys = [cache.key(json.dumps(sheet), *tools) for sheet in sheets]
    found = {key: cache.get("styles", key) for key in keys}
    waiting = {key: sheet for key, sheet in zip(keys, sheets, strict=True) if found[key] is None}
    if waiting:
        made: list[str] = json.loads(node.run(_SCRIPT, json.dumps([*waiting.values()])))
        for key, css in zip(waiting, made, strict=True):
            found[key] = css.encode()
            cache.put("styles", key, css.encode())
    return [(found[key] or b"").decode() for key in keys]
