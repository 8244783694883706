"""Data as classic scripts: a page that is opened from disk may run them, and may fetch nothing else."""

from __future__ import annotations

import json


def script(name: str, packed: str) -> str:
    """The script that leaves data under this name, where web/parts.js looks for it."""
    return f"(window.answerbookParts??={{}})[{json.dumps(name)}]={packed}\n"


def packed(data: object) -> str:
    """Data as JSON that is an expression of JavaScript, too, and harmless inside a page."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    # U+2028 and U+2029 end a line in older JavaScript; "</" would end the script if a page ever inlined it.
    return text.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029").replace("</", "<\\/")
