"""What paper cannot hold, seen before anything is set: for the PDF, and for `check`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..maths import mathjax
from ..problems import Problem
from ..rulebook import rule
from . import fontfiles, paper
from .paper import Volume

# The width of the text and the size of its letters, in points.
LINE, SIZE = (185 - 2 * 21) / 25.4 * 72, 9.6
# A formula made smaller than this is too hard to read.
_SMALLEST = 0.62


def unprintable(volume: Volume, files: Iterable[str] = ()) -> Iterator[Problem]:
    """What keeps the volume and these pictures from being printed, as far as that can be seen without setting it."""
    yield from _unknown_characters(volume, files)
    yield from _wide_formulas(volume)


@rule("printed-characters", "印书的字体里没有", "纸上印不出那个字符；换一个写法")
def _unknown_characters(volume: Volume, files: Iterable[str]) -> Iterator[Problem]:
    """Characters that the fonts lack, where they stand."""
    paths = [topic.path for topic in volume.book.topics if topic.path]
    paths += [question.path for question in volume.book.questions]
    paths += [notebook.path for notebook in volume.book.notebooks]
    paths += [path for path in files if path.endswith(".svg")]
    texts = {path: (volume.docs / path).read_text("utf-8") for path in paths}
    lacking = set(fontfiles.missing("".join(set().union(*texts.values()))))
    for path, text in texts.items() if lacking else ():
        for character in sorted(lacking.intersection(text)):
            line = text.count("\n", 0, text.index(character)) + 1
            message = f"字符“{character}”（U+{ord(character):04X}）在印书的字体里没有；请换一个写法"
            yield Problem(f"{volume.shown}{path}", line, message)


@rule("printed-width", "公式太宽", "纸上的一行放不下；用 aligned 或 split 分成几行")
def _wide_formulas(volume: Volume) -> Iterator[Problem]:
    for question in volume.book.questions:
        found = question.body.formulas
        drawn = mathjax.render((formula.tex, formula.display) for formula in found)
        for formula in found:
            result = drawn[formula.tex, formula.display]
            if isinstance(result, mathjax.Rendered) and result.width * paper.SCALE * SIZE * _SMALLEST > LINE:
                message = "公式太宽，缩到一行里就看不清了；请用 aligned 或 split 分成几行"
                yield Problem(f"{volume.shown}{question.path}", formula.line, message)
