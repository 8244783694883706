"""The content security policy of a page: what its browser may load and run."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterable

_SCRIPT = re.compile(r"<script>(.*?)</script>", re.DOTALL)


def of(inlined: Iterable[str], *, disk: bool) -> str:
    """For a page whose templates inline these scripts; no other inline script runs in it, and nothing comes from afar.

    From disk some browsers do not count the file next door as 'self'.
    """
    own = "'self' file:" if disk else "'self'"
    hashes = "".join(f" 'sha256-{_digest(script)}'" for text in inlined for script in _SCRIPT.findall(text))
    rules = {
        "default-src": "'none'",
        "script-src": own + hashes,
        "style-src": own,
        # Attributes only: the height of formulas above the line, the alignment of table columns.
        "style-src-attr": "'unsafe-inline'",
        "font-src": own,
        "img-src": f"{own} data:",
        "connect-src": "'self'",
        "base-uri": "'none'",
        "form-action": "'none'",
    }
    return "; ".join(f"{name} {sources}" for name, sources in rules.items())


def _digest(script: str) -> str:
    return base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
