"""How wide what stands in a table is: the widths of its columns, and where a line of it may end."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from .elements import SPACE, Element, class_names, style
from .limits import LINE

_HAN = re.compile(r"[\u2e80-\u303f\u3041-\u30ff\u3400-\u9fff\uff00-\uffef“”‘’…]")
# Between the columns of a table, and how much wider a column is than was measured, in em.
_GAP, _SPARE = 0.7, 0.15
# How wide characters are in the fonts of the text and of code, in em.
_LATIN, _CODE, _BLANK = 0.56, 0.54, 0.25
# Long words without a blank may break behind their own punctuation, else anywhere.
_LONG = re.compile("[!-~]{32,}")
_PIECE = re.compile("[^/_.,;=&?-]{0,23}[/_.,;=&?-]|[^/_.,;=&?-]{1,24}")
# So may pieces of code that are joined by a mark without a blank, as they stand or between quotes.
_JOINT = re.compile("(?<=[,;])(?=[“‘]|$)")
# "（第 123 页）" behind a link into the book.
_PAGE = 4.0


def columns(rows: Sequence[Sequence[tuple[float, float]]], size: float) -> list[float]:
    """The widths of a table's columns in em, from each cell's width on one line and its widest piece, both in em.

    `size` is that of the letters, in points.
    Columns that need little get it, the others share what is left by what they would need for one line.
    """
    count = max(map(len, rows))
    most, least = [0.0] * count, [0.0] * count
    for row in rows:
        for place, (whole, piece) in enumerate(row):
            most[place], least[place] = max(most[place], whole), max(least[place], piece)
    most, least = ([one + _GAP + _SPARE for one in side] for side in (most, least))
    width = LINE / size
    if sum(most) <= width:
        return [one + (width - sum(most)) * one / sum(most) for one in most]
    if sum(least) >= width:
        return least
    needs = [max(whole - piece, 0.0) for whole, piece in zip(most, least, strict=True)]
    left = width - sum(least)
    return [piece + left * need / sum(needs) for piece, need in zip(least, needs, strict=True)]


def measured(cell: Element) -> tuple[float, float]:
    """How wide a cell is on one line, and its widest piece that cannot be broken, in em."""
    whole = widest = run = 0.0

    def text(said: str | None, code: bool) -> None:
        nonlocal whole, widest, run
        cut = pieces if code else joined
        for number, part in enumerate(cut(SPACE.sub(" ", said or ""))):
            widest, run = (max(widest, run), 0.0) if number else (widest, run)
            for character in part:
                han = bool(_HAN.match(character))
                wide = 1.0 if han else _BLANK if character == " " else _CODE if code else _LATIN
                whole += wide
                if han or character == " ":
                    widest, run = max(widest, run, wide), 0.0
                else:
                    run += wide

    def walk(element: Any, code: bool) -> None:
        nonlocal whole, widest, run
        text(element.text, code)
        for child in element:
            if child.tag == "img":
                wide = float(style(child, "width", "em") or 4)
                whole += wide
                run += wide
            else:
                walk(child, code or child.tag == "code")
            if "cross" in class_names(child):
                whole += _PAGE
            text(child.tail, code)

    walk(cell, False)
    return whole, max(widest, run)


def joined(text: str) -> list[str]:
    """Text beside other elements, in pieces after which a line may end; the last is empty where it ends in a joint."""
    return [piece for part in pieces(text) for piece in _JOINT.split(part)]


def pieces(text: str) -> list[str]:
    """A text in pieces between which a line may end: words longer than a column would stick out of it."""
    found, done = [], 0
    for word in _LONG.finditer(text):
        for piece in _PIECE.finditer(text, *word.span()):
            found.append(text[done : piece.end()])
            done = piece.end()
    return [piece for piece in (*found, text[done:]) if piece] or [text]
