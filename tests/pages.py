"""Pages of a PDF as they are drawn: whether something runs out of the room that the text has."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pypdfium2
from PIL import Image

# Of the paper, in millimetres; the foot has the page number alone, in the middle.
_WIDE, _HIGH, _SIDE, _FOOT = 185, 260, 21, 18
# Pixels to a millimetre, and how far letters may reach beyond an edge.
_FINE, _SPARE = 1.6, 1.5


def sticking_out(path: Path) -> Iterator[str]:
    """“page 7: right”, for every page after the cover and each edge that ink lies beyond."""
    document = pypdfium2.PdfDocument(path)
    for number in range(1, len(document)):
        page = document[number].render(scale=_FINE * 25.4 / 72, grayscale=True).to_pil().convert("L")
        for edge, box in _MARGINS.items():
            if _inked(page.crop(tuple(round(one * _FINE) for one in box))):
                yield f"page {number + 1}: {edge}"


_MARGINS = {
    "left": (0, 0, _SIDE - _SPARE, _HIGH),
    "right": (_WIDE - _SIDE + _SPARE, 0, _WIDE, _HIGH),
    "foot": (0, _HIGH - _FOOT, _WIDE / 2 - 8, _HIGH),
}


def _inked(picture: Image.Image) -> bool:
    darkest = picture.getextrema()[0]
    assert isinstance(darkest, int)
    return darkest < 200
