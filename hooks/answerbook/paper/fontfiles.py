"""The fonts of the printed book as a folder of files, each with a family of its own: nothing of the system is seen.

What the packages lack and the book needs is drawn here out of their glyphs: small figures, and a few rare characters.
"""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import tempfile
import time
import unicodedata
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from functools import cache as remember
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from .. import cache
from ..drawing import fonts

if TYPE_CHECKING:
    from fontTools.pens.recordingPen import DecomposingRecordingPen
    from fontTools.ttLib import TTFont

TEXT, CODE, MATHS, EXTRA = "Noto Sans SC", "Source Code Pro", "Noto Sans Math", "Answerbook Extra"
_CODE_SLICES = ("latin", "latin-ext", "greek")
_WEIGHTS = {fonts.REGULAR: "Regular", fonts.BOLD: "Bold"}
_UNITS = 1000
# So many folders are kept, and longer what was used within so many seconds: somebody may be printing from it.
_KEPT, _IN_USE = 20, 3600
# A sign that only the font for mathematics has.
_MATHEMATICAL = "∑"


@dataclass(frozen=True)
class Fonts:
    """A folder of fonts, and the families in the order in which characters are looked for, in text and in code."""

    folder: Path
    text: tuple[str, ...]
    code: tuple[str, ...]


class _Part(NamedTuple):
    """A glyph in another one: how much narrower and lower, and where its lower left corner goes, in em / 1000."""

    character: str
    wide: float
    high: float
    right: float
    up: float


_COMPOSED = {
    "𠮷": (_Part("土", 0.96, 0.58, 20, 400), _Part("口", 0.86, 0.5, 70, -20)),
    "🙂": (
        _Part("○", 1, 1, 0, 0),
        _Part("·", 1, 1, 250, 90),
        _Part("·", 1, 1, 450, 90),
        _Part("︶", 0.5, 0.6, 250, 100),
    ),
}
_SHIFTED = {"<sub>": (0.62, -160), "<super>": (0.62, 340)}


def missing(text: str) -> list[str]:
    """The characters that no font of the printed book has."""
    return sorted(character for character in set(text) if not character.isspace() and not _known(character))


def _known(character: str) -> bool:
    return bool(fonts.source(character) or _parts(character)) or ord(character) in _of_code()


@remember
def _of_code() -> frozenset[int]:
    """What the font of code has: letters that the others lack (Ġ) are set in it, also in text."""
    return frozenset(code for name in _CODE_SLICES for code in fonts.covered(_code_file(name, fonts.REGULAR)))


def _code_file(name: str, weight: int) -> Path:
    return fonts.folder(fonts.CODE) / "files" / f"{fonts.CODE}-{name}-{weight}-normal.woff"


def prepare(text: str) -> Fonts:
    """The fonts that this text needs, and always the one for mathematics: Typst sets no formula without it."""
    characters = {character for character in text + _MATHEMATICAL if not character.isspace()}
    sources = sorted({path for c in characters for weight in _WEIGHTS if (path := fonts.source(c, weight))})
    extra = "".join(sorted(c for c in characters if not fonts.source(c) and _parts(c)))
    key = cache.key(_revision(), extra, *(path.name for path in sources))
    folder = cache.folder("fontfiles") / hashlib.sha256(key).hexdigest()[:20]
    if not folder.exists():
        aside = Path(tempfile.mkdtemp(dir=folder.parent, prefix="."))
        _write(aside, sources, extra)
        try:
            aside.replace(folder)
        except OSError:
            # Another process was faster.
            if not folder.exists():
                raise
        _throw_away(folder.parent)
    with suppress(OSError):
        os.utime(folder)
    found = {_family(path) for path in sources} - {TEXT, MATHS}
    families = (TEXT, MATHS, *sorted(found), *([EXTRA] if extra else []))
    code = (CODE, *(f"{CODE} {name}" for name in _CODE_SLICES[1:]))
    return Fonts(folder, (*families, *code), (*code, *families))


def _throw_away(parent: Path) -> None:
    """What was not used for longest goes, and what a run that was killed has left."""
    used = sorted(((one.stat().st_mtime, one) for one in parent.iterdir()), reverse=True)
    for when, one in used[_KEPT:]:
        if when < time.time() - _IN_USE:
            shutil.rmtree(one, ignore_errors=True)


def _write(folder: Path, sources: Iterable[Path], extra: str) -> None:
    for path in sources:
        _save(path, _family(path), int(path.stem.split("-")[-2]), folder)
    for name in _CODE_SLICES:
        family = CODE if name == _CODE_SLICES[0] else f"{CODE} {name}"
        for weight in _WEIGHTS:
            _save(_code_file(name, weight), family, weight, folder)
    if extra:
        _draw(extra, folder / "extra.ttf")


def _family(path: Path) -> str:
    """Of two files with the same family and weight Typst sees one: the slices of rare characters are numbered."""
    if "math" in path.name:
        return MATHS
    number = re.search(r"-sc-(\d+)-", path.name)
    return f"{TEXT} {number[1]}" if number else TEXT


def _save(path: Path, family: str, weight: int, folder: Path) -> None:
    """The same font unpacked, with the names that it should have: all weights of Noto Sans SC are called Thin."""
    # Only now, here and below: a check opens no font, it knows what is in them.
    from fontTools.ttLib import TTFont

    with TTFont(path, recalcTimestamp=False) as font:
        font.flavor = font.flavorData = None
        style = _WEIGHTS[weight]
        font["OS/2"].usWeightClass = weight
        names = {1: family, 2: style, 3: path.stem, 4: f"{family} {style}", 6: f"{family.replace(' ', '')}-{style}"}
        font["name"].names = []
        for number, name in names.items():
            font["name"].setName(name, number, 3, 1, 0x409)
        font.save(folder / f"{path.stem}.ttf")


def _draw(characters: str, path: Path) -> None:
    from fontTools.fontBuilder import FontBuilder
    from fontTools.pens.transformPen import TransformPen
    from fontTools.pens.ttGlyphPen import TTGlyphPen

    builder = FontBuilder(_UNITS, isTTF=True)
    names = {ord(character): f"u{ord(character):05X}" for character in characters}
    builder.setupGlyphOrder([".notdef", *names.values()])
    builder.setupCharacterMap(names)
    glyphs, widths = {".notdef": TTGlyphPen(None).glyph()}, {".notdef": _UNITS}
    for character in characters:
        pen = TTGlyphPen(None)
        width = 0.0
        for part in _parts(character):
            drawing, scale, advance = _glyph(part.character)
            shape = (scale * part.wide, 0, 0, scale * part.high, part.right, part.up)
            drawing.replay(TransformPen(pen, shape))
            width = max(width, advance * scale * part.wide)
        glyphs[names[ord(character)]] = pen.glyph()
        widths[names[ord(character)]] = round(width) if len(_parts(character)) == 1 else _UNITS
    builder.setupGlyf(glyphs)
    builder.setupHorizontalMetrics({name: (width, getattr(glyphs[name], "xMin", 0)) for name, width in widths.items()})
    builder.setupHorizontalHeader(ascent=1160, descent=-288)
    builder.setupNameTable({"familyName": EXTRA, "styleName": "Regular", "psName": "AnswerbookExtra-Regular"})
    builder.setupOS2(sTypoAscender=880, sTypoDescender=-120, usWinAscent=1160, usWinDescent=288)
    builder.setupPost()
    builder.font["head"].created = builder.font["head"].modified = 0
    builder.font.recalcTimestamp = False
    builder.save(path)


def _glyph(character: str) -> tuple[DecomposingRecordingPen, float, int]:
    """A character's outline, the scale that brings it to our units, its width."""
    from fontTools.pens.recordingPen import DecomposingRecordingPen

    path = fonts.source(character)
    assert path is not None, character
    font = _opened(path)
    name, glyphs = font.getBestCmap()[ord(character)], font.getGlyphSet()
    drawing = DecomposingRecordingPen(glyphs)
    glyphs[name].draw(drawing)
    return drawing, _UNITS / font["head"].unitsPerEm, font["hmtx"][name][0]


def _parts(character: str) -> tuple[_Part, ...]:
    """What a character without a glyph can be drawn from."""
    if character in _COMPOSED:
        return _COMPOSED[character]
    kind, _, code = unicodedata.decomposition(character).partition(" ")
    if kind not in _SHIFTED or " " in code or not fonts.source(chr(int(code, 16))):
        return ()
    size, up = _SHIFTED[kind]
    return (_Part(chr(int(code, 16)), size, size, 0, up),)


@remember
def _opened(path: Path) -> TTFont:
    from fontTools.ttLib import TTFont

    return TTFont(path)


@remember
def _revision() -> bytes:
    return cache.key(fonts.revision(), fonts.revision_of_code(), cache.code("paper"))
