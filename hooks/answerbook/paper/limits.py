"""What paper cannot hold, seen before anything is set: for the PDF, and for `check`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache as remember
from pathlib import Path

from .. import cache
from ..content.questions import Book
from ..drawing import fonts
from ..maths import mathjax
from ..problems import Problem
from ..rulebook import rule
from ..text.body import Body

# The width of the text and the size of its letters, in points.
LINE, SIZE = (185 - 2 * 21) / 25.4 * 72, 9.6
# Formulas beside Chinese of the same size look small.
SCALE = 1.04
# A formula made smaller than this is too hard to read.
_SMALLEST = 0.62


def unprintable(book: Book, docs: Path, shown: str, files: Iterable[str] = ()) -> Iterator[Problem]:
    """What keeps the book and these pictures from being printed, as far as that can be seen without setting them."""
    paths = [topic.path for topic in book.topics if topic.path and topic.questions]
    paths += [question.path for question in book.questions]
    paths += [notebook.path for notebook in book.notebooks]
    paths += [path for path in files if path.endswith(".svg")]
    for path in paths:
        for line, message in _unknown_characters((docs / path).read_text("utf-8")):
            yield Problem(f"{shown}{path}", line, message)
    for question in book.questions:
        for line, message in _wide_formulas(question.body):
            yield Problem(f"{shown}{question.path}", line, message)


@rule("printed-characters", "印书的字体里没有", "纸上印不出那个字符；换一个写法")
def _unknown_characters(text: str) -> list[tuple[int, str]]:
    """Characters that the fonts lack, where they stand first."""

    def found() -> list[tuple[int, str]]:
        # Only now: what was looked at before needs no font.
        from . import fontfiles

        return [(text.count("\n", 0, text.index(one)) + 1, _unknown(one)) for one in fontfiles.missing(text)]

    return cache.value("printable", cache.key(_version(), "characters", text), found)


@rule("printed-characters")
def _unknown(character: str) -> str:
    return f"字符“{character}”（U+{ord(character):04X}）在印书的字体里没有；请换一个写法"


@rule("printed-width", "公式太宽", "纸上的一行放不下；用 aligned 或 split 分成几行")
def _wide_formulas(body: Body) -> list[tuple[int, str]]:
    """Formulas that a line of paper cannot hold."""
    message = "公式太宽，缩到一行里就看不清了；请用 aligned 或 split 分成几行"

    def found() -> list[tuple[int, str]]:
        drawn = mathjax.render((formula.tex, formula.display) for formula in body.formulas)
        widths = ((one.line, drawn[one.tex, one.display]) for one in body.formulas)
        drawings = ((line, result.width) for line, result in widths if isinstance(result, mathjax.Drawing))
        return [(line, message) for line, width in drawings if _too_wide(width)]

    key = cache.key(_version(), mathjax.revision(), "formulas", str(body.line), body.text)
    return cache.value("printable", key, found)


def _too_wide(width: float) -> bool:
    return width * SCALE * SIZE * _SMALLEST > LINE


@remember
def _version() -> bytes:
    return cache.key(cache.code("paper"), fonts.revision(), fonts.revision_of_code())
