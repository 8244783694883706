"""What the letters of formulas mean in the whole book, for who presses a formula: loaded then."""

from __future__ import annotations

import re
import unicodedata

from .. import classic
from ..content.questions import Book

ADDRESS = "assets/symbols.js"
# What stands over a letter, as the character that joins it.
_OVER = {"hat": "\u0302", "bar": "\u0304", "tilde": "\u0303"}
# What is no letter's name, or another way to write one.
_OTHERS = {"ell": "ℓ", "varphi": "φ", "varnothing": "∅"}


def script(book: Book) -> str:
    """Each symbol in TeX, as plain text, what it means, and the topics where it does, if not in all."""
    rows = [
        (one.symbol, plain(one.symbol), _meaning(one.zh, one.note), *([one.topics] if one.topics else []))
        for one in book.glossary
        if one.symbol
    ]
    return classic.script("symbols", classic.packed(rows))


def plain(tex: str) -> str:
    """A symbol as titles write it: Greek letters as such, hats upon theirs."""
    written = re.sub(r"\^\{(\w{2,})\}", r"^(\1)", tex)
    written = re.sub(r"\\(?:mathcal|mathbf) |[{}]", "", written)
    written = re.sub(rf"\\(?!{'|'.join(_OVER)})([A-Za-z]+)", lambda name: _greek(name[1]), written)
    return re.sub(
        rf"\\({'|'.join(_OVER)}) ?(\w)", lambda found: unicodedata.normalize("NFC", found[2] + _OVER[found[1]]), written
    )


def _greek(name: str) -> str:
    if name in _OTHERS:
        return _OTHERS[name]
    case = "CAPITAL" if name[0].isupper() else "SMALL"
    try:
        return unicodedata.lookup(f"GREEK {case} LETTER {name.upper().replace('LAMBDA', 'LAMDA')}")
    except KeyError:
        return name


def _meaning(name: str, note: str) -> str:
    return f"{name}（{note}）" if note else name
