"""The fonts that the build brings along for what it draws itself: which file has a character, how wide it is there."""

from __future__ import annotations

import json
import unicodedata
from array import array
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache as remember
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

from .. import cache, node, places

if TYPE_CHECKING:
    from PIL import ImageFont

_FONTS = places.NODE_MODULES / "@fontsource"
REGULAR, BOLD = 400, 700
_CHINESE, _MATHS, CODE = "noto-sans-sc", "noto-sans-math", "source-code-pro"
# Sub- and superscripts are their characters, smaller, lower or higher: (size, rise), in em.
_SHIFTED = {"<sub>": (0.62, -0.16), "<super>": (0.62, 0.34)}
# The font with Greek and signs has one weight; where the others are bold, its lines are thickened by this, in em.
_THICKER = 0.02
_EM = 100


@dataclass(frozen=True)
class Face:
    """A font file, and how much thicker than there its lines are drawn, in em."""

    path: Path
    thicker: float = 0.0


@dataclass(frozen=True)
class Run:
    """Characters that are drawn in one go; size and rise in em."""

    text: str
    face: Face
    size: float = 1.0
    rise: float = 0.0


def missing(text: str) -> list[str]:
    """The characters that no font has."""
    return sorted({character for character in text if character != " " and _run(character, REGULAR) is None})


def runs(text: str, weight: int) -> Iterator[Run]:
    """The text in pieces of one font each; what no font has is left out."""
    found = (run for character in text if (run := _run(character, weight)))
    for (face, size, rise), group in groupby(found, lambda run: (run.face, run.size, run.rise)):
        yield Run("".join(run.text for run in group), face, size, rise)


@remember
def width(character: str, weight: int) -> float:
    """How wide one character is, in em."""
    run = _run(character, weight)
    return opened(run.face, _EM).getlength(run.text) * run.size / _EM if run else 0.0


@remember
def source(character: str, weight: int = REGULAR) -> Path | None:
    """The file that has the character as it is."""
    face = _face(character, weight)
    return face.path if face else None


@remember
def opened(face: Face, size: float) -> ImageFont.FreeTypeFont:
    """The font at a size, ready to draw."""
    # Only now, here and below: a check of what was checked before opens no font.
    from PIL import ImageFont

    return ImageFont.truetype(str(face.path), size)


@remember
def revision() -> bytes:
    """Other fonts, or another version of them, make other pictures."""
    return cache.key(*map(_package, (_CHINESE, _MATHS)))


@remember
def revision_of_code() -> bytes:
    """The same of the font of code, which only the printed book asks for."""
    return cache.key(_package(CODE))


def _package(name: str) -> bytes:
    return (folder(name) / "package.json").read_bytes()


@remember
def _run(character: str, weight: int) -> Run | None:
    face = _face(character, weight)
    if face is not None:
        return Run(character, face)
    kind, _, code = unicodedata.decomposition(character).partition(" ")
    if kind not in _SHIFTED or " " in code:
        return None
    base = _run(chr(int(code, 16)), weight)
    return Run(base.text, base.face, *_SHIFTED[kind]) if base else None


def _face(character: str, weight: int) -> Face | None:
    return next((face for face in _faces(character, weight) if ord(character) in covered(face.path)), None)


def _faces(character: str, weight: int) -> Iterator[Face]:
    """Common characters are in one file, Greek and mathematics in another font, rare characters in many small files."""
    yield _chinese("chinese-simplified", weight)
    yield _maths(weight)
    yield from (_chinese(name.strip("[]"), weight) for name in _slices(character))


# Each is there once: what is the same thing is not compared.
@remember
def _chinese(name: str, weight: int) -> Face:
    return Face(folder(_CHINESE) / "files" / f"{_CHINESE}-{name}-{weight}-normal.woff")


@remember
def _maths(weight: int) -> Face:
    path = folder(_MATHS) / "files" / f"{_MATHS}-latin-{REGULAR}-normal.woff"
    return Face(path, _THICKER if weight == BOLD else 0.0)


def _slices(character: str) -> list[str]:
    """The small files that say they have this character."""
    return [name for name, ranges in _ranges() if any(ord(character) in one for one in ranges)]


@remember
def _ranges() -> list[tuple[str, list[range]]]:
    named: dict[str, str] = json.loads((folder(_CHINESE) / "unicode.json").read_text("utf-8"))
    found = []
    for name, text in named.items():
        ends = [one.strip().removeprefix("U+").split("-") for one in text.split(",")]
        found.append((name, [range(int(pair[0], 16), int(pair[-1], 16) + 1) for pair in ends]))
    return found


@remember
def covered(path: Path) -> frozenset[int]:
    """What the font really has; reading that from the file takes a while."""
    key = cache.key(revision(), revision_of_code(), path.name)
    found = cache.get("fonts", key)
    if found is None:
        from fontTools.ttLib import TTFont

        with TTFont(path, lazy=True) as font:
            found = array("I", sorted(font.getBestCmap())).tobytes()
        cache.put("fonts", key, found)
    return frozenset(array("I", found))


def folder(name: str) -> Path:
    """The folder of a font's package; NodeError where it is not installed."""
    found = _FONTS / name
    if not found.is_dir():
        raise node.NodeError(f"没有找到字体 {name}；{node.SET_UP}")
    return found
