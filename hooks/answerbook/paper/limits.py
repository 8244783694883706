"""What paper cannot hold, seen before anything is set: for the PDF, and for `check`."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from functools import cache as remember
from functools import partial
from pathlib import Path

from .. import cache
from ..content.questions import Book
from ..drawing import fonts
from ..maths import mathjax
from ..problems import Problem
from ..rulebook import rule
from ..text.body import Body

# The width and the height of the text and the size of its letters, in points.
LINE, PAGE, SIZE = (185 - 2 * 21) / 25.4 * 72, (260 - 24 - 20) / 25.4 * 72, 9.6
# Formulas beside Chinese of the same size look small.
SCALE = 1.04
# A formula made smaller than this is too hard to read.
_SMALLEST = 0.62
# What people copy out of other tools' tables most.
_SAID = {"✅✔☑🟢": "是", "❌✘✗☒🔴": "否", "⚠": "注意", "👍": "好", "➡": "→"}


def unprintable(book: Book, docs: Path, shown: str, files: Iterable[str] = ()) -> Iterator[Problem]:
    """What keeps the book and these pictures from being printed, as far as that can be seen without setting them."""
    bodies = {topic.path: Body("") for topic in book.topics if topic.path and topic.questions}
    bodies |= {question.path: question.body for question in book.questions}
    bodies |= {notebook.path: Body("") for notebook in book.notebooks}
    bodies |= {path: Body("") for path in files if path.endswith(".svg")}
    for path, body in bodies.items():
        data = (docs / path).read_bytes()
        key = cache.key(_version(), data, body.digest)
        for line, message in cache.value("printable", key, partial(_found, data, body)):
            yield Problem(f"{shown}{path}", line, message)


def _found(data: bytes, body: Body) -> list[tuple[int, str]]:
    """What is wrong with the text of a file, and with the formulas that are printed of it."""
    # As it is read elsewhere: whatever its lines end with.
    text = io.StringIO(data.decode("utf-8"), newline=None).read()
    return [*_unknown_characters(text), *_wide_formulas(body), *_high_formulas(body)]


@rule("printed-characters", "印书的字体里没有", "纸上印不出那个字符；换一个写法")
def _unknown_characters(text: str) -> Iterator[tuple[int, str]]:
    """Characters that the fonts lack, where they stand first."""
    # Only now: what was looked at before needs no font.
    from . import fontfiles

    for one in sorted(fontfiles.missing(text), key=text.index):
        line = text.count("\n", 0, text.index(one)) + 1
        instead = next((f"，如“{said}”" for signs, said in _SAID.items() if one in signs), "")
        yield line, f"字符“{one}”（U+{ord(one):04X}）在印书的字体里没有；请换一个写法{instead}"


@rule("printed-width", "公式太宽", "纸上的一行放不下；用 aligned 或 split 分成几行")
def _wide_formulas(body: Body) -> Iterator[tuple[int, str]]:
    """Formulas that a line of paper cannot hold."""
    drawn = mathjax.render((formula.tex, formula.display) for formula in body.formulas)
    for one in body.formulas:
        result = drawn[one.tex, one.display]
        if isinstance(result, mathjax.Drawing) and _too_wide(result.width):
            yield one.line, "公式太宽，缩到一行里就看不清了；请用 aligned 或 split 分成几行"


@rule("printed-height", "公式太高", "纸上的一页放不下；拆成几个公式")
def _high_formulas(body: Body) -> Iterator[tuple[int, str]]:
    """Formulas that a page of paper cannot hold."""
    drawn = mathjax.render((formula.tex, formula.display) for formula in body.formulas)
    for one in body.formulas:
        result = drawn[one.tex, one.display]
        if isinstance(result, mathjax.Drawing) and _high(result) > PAGE:
            yield one.line, "公式太高，一页放不下；请拆成几个公式"


def _high(drawn: mathjax.Drawing) -> float:
    """In points, as it is printed."""
    smaller = min(1.0, LINE / (drawn.width * SCALE * SIZE))
    return (drawn.height + drawn.depth) * SCALE * SIZE * smaller


def _too_wide(width: float) -> bool:
    return width * SCALE * SIZE * _SMALLEST > LINE


@remember
def _version() -> bytes:
    return cache.key(cache.code("paper"), mathjax.revision(), fonts.revision(), fonts.revision_of_code())
