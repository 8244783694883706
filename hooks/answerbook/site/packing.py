"""The parts of a figure in steps as they are sent: what several have in common is there once.

A part is the number of its shape and, behind bars, what fills the holes of that shape; what the fillings repeat is one
sign. web/steps.js puts them together again.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

HOLE, BAR = "§", "|"
# What may differ between parts of one shape: an attribute with numbers, and words.
_DIFFERS = re.compile(r'(?<=")[^"]*\d[^"]*(?=")|(?<=>)[^<]+(?=<)')
# A place that is moved to, and the outline of an area behind the first number of where it begins.
_REPEATED = re.compile(r"translate\([^)]*\)|(?: [\d.]+)?(?:[a-z]-?[\d. ]+)+z")
_SIGNS = "!#$%&*+/:;=?@^`~{}"
_OFTEN = 4


@dataclass(frozen=True)
class Packed:
    """Parts, a line each, with the shapes that they are of and what stands for what in them."""

    shapes: tuple[str, ...]
    parts: str
    signs: Mapping[str, str]


def packed(parts: Sequence[str]) -> Packed:
    """The parts, packed; a part holds neither a hole nor a bar."""
    assert not any(sign in part for part in parts for sign in (HOLE, BAR, "\n"))
    outlines = [_DIFFERS.sub(HOLE, part) for part in parts]
    fillings = [_DIFFERS.findall(part) for part in parts]
    columns: dict[str, list[list[str]]] = {}
    for outline, filling in zip(outlines, fillings, strict=True):
        columns.setdefault(outline, []).append(filling)
    fixed = {outline: [len({*column}) == 1 for column in zip(*rows, strict=True)] for outline, rows in columns.items()}
    shapes = {outline: _shape(outline, rows[0], fixed[outline]) for outline, rows in columns.items()}
    numbers = {outline: str(number) for number, outline in enumerate(shapes)}
    lines = [
        BAR.join([numbers[outline], *(value for value, same in zip(filling, fixed[outline], strict=True) if not same)])
        for outline, filling in zip(outlines, fillings, strict=True)
    ]
    text = "\n".join(lines)
    signs = dict(_signs(text))
    for sign, words in signs.items():
        text = text.replace(words, sign)
    return Packed(tuple(shapes.values()), text, signs)


def runs(frame: Sequence[int]) -> str:
    """Numbers of parts as runs: 0-12 15 20-30."""
    found: list[list[int]] = []
    for number in frame:
        if found and number == found[-1][1] + 1:
            found[-1][1] = number
        else:
            found.append([number, number])
    return " ".join(str(first) if first == last else f"{first}-{last}" for first, last in found)


def _shape(outline: str, filling: Sequence[str], fixed: Sequence[bool]) -> str:
    """The outline with the holes filled that all its parts fill alike."""
    first, *rest = outline.split(HOLE)
    filled = (value if same else HOLE for value, same in zip(filling, fixed, strict=True))
    return first + "".join(value + part for value, part in zip(filled, rest, strict=True))


def _signs(text: str) -> Iterator[tuple[str, str]]:
    """Signs that stand nowhere in the text, for what is repeated in it; the longest first, none within another."""
    often = [words for words, times in Counter(_REPEATED.findall(text)).items() if times >= _OFTEN]
    free = [sign for sign in _SIGNS if sign not in text]
    return zip(free, sorted(often, key=lambda words: (-len(words), words)), strict=False)
