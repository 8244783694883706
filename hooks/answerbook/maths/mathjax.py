"""Formulas → SVG with MathML beside it, typeset by MathJax in Node.js when the book is built."""

from __future__ import annotations

import json
import os
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache as remember
from functools import cached_property, lru_cache
from html import escape
from itertools import chain
from pathlib import Path

from .. import cache, node, places
from ..problems import Problem
from ..rulebook import rule
from ..text.formulas import Formula

_SCRIPT = Path(__file__).with_name("typeset.mjs")
# A process takes 0.4 s to start, 8 ms for each of the first formulas and 2 ms later on: for fewer than these another
# one is not worth its while.
_WORTH_SHARING = 4000
# To compile anew, for speed, pays from here on: without it 400 take 1.0 s of CPU instead of 1.4, 2900 the same.
_WORTH_OPTIMISING = 2500
# So many drawings stay at hand, about 10 kB each: most texts write the same few symbols again and again.
_AT_HAND = 2048
# The line of a phone 320 px wide holds about this many em of formula.
_WIDE = 15.0

_COMMAND = re.compile(r"\\[A-Za-z]+")
# How the answer to a wrong formula begins.
_ERROR = b'{"error"'
# The page's style sheet says of lines what each drawing would say of its own.
_LINES = '<g stroke="currentColor" fill="currentColor" stroke-width="0" ', '<g fill="currentColor" '
# Nobody sees how the MathML of a drawing is drawn.
_STRETCHING = ' stretchy="false"'
# In thousandths of an em: less than one is not seen. A pattern that begins with a word is looked for by it, and in a
# drawing there is much else.
_MOVE, _VIEW, _FRACTION = re.compile(r"translate\([^)]*"), re.compile(r'viewBox="[^"]*'), re.compile(r"-?\d+\.\d+")
# What moves a glyph, which is shorter where the glyph is only used.
_MOVED = re.compile(r' transform="translate\((-?\d+)(?:,(-?\d+))?\)"/>')
# How the drawing of a glyph begins.
_PATH = '<path d="'

# MathJax's sentences; what stands in their place is \1, \2.
_MESSAGES = (
    (r"Missing close brace", "缺右花括号"),
    (r"Extra close brace or missing open brace", "多了右花括号，或者缺左花括号"),
    (r"Extra open brace or missing close brace", "多了左花括号，或者缺右花括号"),
    (r"Extra close brace while looking for (.+)", r"还没有等到 \1 就出现了右花括号"),
    (r"Undefined control sequence (.+)", r"里的 \1 没有定义"),
    (r"Double subscripts?: use braces to clarify", "有两个连着的下标，请用花括号分清"),
    (r"(?:Prime causes d|D)ouble exponent: use braces to clarify", "有两个连着的上标，请用花括号分清"),
    (r"Missing superscript or subscript argument", "的上标或下标后面缺内容"),
    (r"Missing argument for (.+)", r"里 \1 后面缺参数"),
    (r"Extra \\left or missing \\right", r"里 \\left 与 \\right 不成对，缺 \\right"),
    (r"Missing \\left or extra \\right", r"里 \\left 与 \\right 不成对，缺 \\left"),
    (r"Extra \\middle", r"里的 \\middle 不在 \\left 与 \\right 之间"),
    (r"Missing or unrecognized delimiter for (.+)", r"里 \1 后面要跟括号一类的定界符"),
    (r"Missing \\end\{(.+)\}", r"缺 \\end{\1}"),
    (r"\\begin\{(.+)\} ended with \\end\{(.+)\}", r"以 \\begin{\1} 开头，却以 \\end{\2} 结尾"),
    (r"Missing \\begin\{(.+)\} or extra \\end\{.+\}", r"多了 \\end{\1}，或者缺 \\begin{\1}"),
    (r"Unknown environment '(.+)'", r"里没有 \1 这种环境"),
    (r"Misplaced '?(.+?)'?", r"里的 \1 放错了位置"),
    (r"(.+) is allowed only on operators", r"里的 \1 只能跟在运算符后面"),
    (r"You can't use 'macro parameter character #' in math mode", r"里不能直接写 #，请写 \\#"),
    (r"Could not find closing '\]' for argument to (.+)", r"里 \1 的方括号没有右半边"),
    (r"Missing dimension or its units for (.+)", r"里 \1 后面缺长度或单位"),
    (r"Math mode is not properly terminated", r"里 \\text{} 中的 $ 没有配对"),
    (r"'?(.+?)'? allowed only in math mode|(.+) is only supported in math mode", r"里的 \1\2 不能写在 \\text{} 中"),
    (r"Formula without a width", "没有固定的宽度，放不进页面"),
)


@dataclass(frozen=True)
class Drawing:
    """A typeset formula: its drawing, the MathML that is read aloud, and its measures in em.

    `broken` is the drawing of a long formula of the text in pieces, between which a line may end.
    """

    tex: str
    display: bool
    svg: str
    mathml: str
    width: float
    height: float
    depth: float
    broken: str = ""

    @property
    def html(self) -> str:
        """The formula for a page. The TeX goes along, so that it can be copied."""
        return self.sharing({})

    def sharing(self, names: Mapping[str, str]) -> str:
        """The same where the page has some outlines elsewhere, by these names."""
        before, glyphs, after = self._pieces
        drawn = [
            f'<use href="#{name}"{used}' if (name := names.get(outline)) else f'{_PATH}{outline}"{rest}'
            for outline, rest, used in glyphs
        ]
        return "".join([before, *drawn, after])

    @cached_property
    def outlines(self) -> Sequence[str]:
        """The outlines of its glyphs, one after the other."""
        return [outline for outline, _, _ in self._pieces[1]]

    @property
    def file(self) -> str:
        """The drawing as a file of its own."""
        return self.svg.replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ', 1)

    @cached_property
    def _pieces(self) -> tuple[str, Sequence[tuple[str, str, str]], str]:
        """What stands before the first outline and after the last; each, and what follows it where drawn and used."""
        attributes = ' display="true"' if self.display else ""
        if self.display and self.width > _WIDE:
            attributes += ' tabindex="0" role="group" aria-label="公式，可以左右滚动"'
        drawn = _VIEW.sub(_rounded, _MOVE.sub(_rounded, self.broken or self.svg)).replace(*_LINES)
        before, *pieces = drawn.split(_PATH)
        divided = (piece.partition('"') for piece in pieces)
        return (
            f'<mjx-container{attributes} data-tex="{escape(self.tex)}">{before}',
            # Formulas share their glyphs, and a page looks up each of them.
            [(sys.intern(outline), after, _used(after)) for outline, _, after in divided],
            f"<mjx-assistive-mml>{self.mathml.replace(_STRETCHING, '')}</mjx-assistive-mml></mjx-container>",
        )


def _rounded(places: re.Match[str]) -> str:
    """The same places in fewer bytes."""
    return _FRACTION.sub(lambda number: str(round(float(number[0]))), places[0]).removesuffix(",0")


def _used(after: str) -> str:
    """What follows the outline of a glyph, in fewer bytes."""
    found = _MOVED.match(after)
    if found is None:
        return after
    return f' x="{found[1]}"' + (f' y="{found[2]}"/>' if found[2] else "/>") + after[found.end() :]


class Glyphs:
    """The glyphs that the formulas of a page draw more than once: each is there once, before the first formula.

    It is made from all drawings of the page, and asked for each when it is written, in the same order.
    """

    def __init__(self, drawings: Iterable[Drawing]) -> None:
        times = Counter(chain.from_iterable(drawn.outlines for drawn in drawings))
        repeated = [outline for outline, count in times.items() if count > 1]
        self._names = {outline: f"mjx-{number}" for number, outline in enumerate(repeated, 1)}
        self._defined = not repeated

    def html(self, drawn: Drawing) -> str:
        """The formula for the page; the first one brings the glyphs along."""
        # Not at the very front of the page, where a style may look for the first element of the text.
        glyphs = "" if self._defined else self._definitions()
        self._defined = True
        return glyphs + drawn.sharing(self._names)

    def _definitions(self) -> str:
        outlines = "".join(f'<path id="{name}" d="{outline}"/>' for outline, name in self._names.items())
        return f'<svg class="glyphs" width="0" height="0" aria-hidden="true"><defs>{outlines}</defs></svg>'


@dataclass(frozen=True)
class MathError:
    """Why a formula cannot be typeset: a Chinese predicate, MathJax's own words in brackets."""

    message: str


def render(formulas: Iterable[tuple[str, bool]]) -> dict[tuple[str, bool], Drawing | MathError]:
    """Each (tex, display) with what became of it; NodeError where MathJax cannot be run at all."""
    results: dict[tuple[str, bool], Drawing | MathError] = {}
    missing: list[tuple[str, bool]] = []
    for tex, display in dict.fromkeys(formulas):
        try:
            results[tex, display] = _kept(tex, display)
        except LookupError:
            missing.append((tex, display))
    for (tex, display), answer in _typeset(missing):
        results[tex, display] = _result(tex, display, answer)
    return results


def check(documents: Iterable[tuple[str, Sequence[Formula]]]) -> list[Problem]:
    """What is wrong with the formulas of all these (path, formulas), found in one go."""
    given = [*documents]
    errors = _errors((formula.tex, formula.display) for _, formulas in given for formula in formulas)
    return [problem for path, formulas in given for problem in _problems(path, formulas, errors)]


def drawings(formulas: Iterable[Formula]) -> bytes:
    """What `still_used` takes: which drawings these are."""
    return b"".join(sorted({_key(formula.tex, formula.display) for formula in formulas}))


def still_used(drawings: bytes) -> None:
    """Let the cache keep these drawings, though nobody asks for them while the pages that show them are kept, too."""
    size = len(_key("", False))
    cache.touch("maths", (drawings[at : at + size] for at in range(0, len(drawings), size)))


@rule(
    "formula-tex",
    "缺右花括号、没有定义、不成对、这种环境",
    (
        r"括号里是 MathJax 的原话，前面是它的意思：多半是花括号、`\left` 与 `\right`、`\begin` 与 `\end` 没有"
        "配对，或命令拼错"
    ),
)
def _problems(
    path: str, formulas: Iterable[Formula], errors: Mapping[tuple[str, bool], MathError]
) -> Iterator[Problem]:
    for formula in formulas:
        error = errors.get((formula.tex, formula.display))
        if error is not None:
            line = formula.line_at(_place(error.message, formula.tex))
            yield Problem(path, line, f"公式 {_short(formula.tex)} {error.message}")


def _place(message: str, tex: str) -> int:
    """Where in the TeX the words are that MathJax says something of; 0, its beginning, for what says nothing of any."""
    said = message.rpartition("（")[2].rstrip("）")
    for pattern, _ in _MESSAGES:
        if match := re.fullmatch(pattern, said):
            named = [one for one in match.groups() if one and one.strip()] or _COMMAND.findall(said)
            # A command ends where its letters do; of an environment, its beginning or end is meant.
            ends = ((one, r"(?![A-Za-z])" if one[-1:].isalpha() and one[:1] == "\\" else "") for one in named)
            found = (re.search(re.escape(one) + end, tex) for one, end in ends)
            return next((one.start() for one in found if one), 0)
    return 0


def _errors(formulas: Iterable[tuple[str, bool]]) -> dict[tuple[str, bool], MathError]:
    """Those that cannot be typeset. The drawings of the others, too many for the memory, only go into the cache."""
    found: dict[tuple[str, bool], MathError] = {}
    missing: list[tuple[str, bool]] = []
    for tex, display in dict.fromkeys(formulas):
        known = cache.get("maths", _key(tex, display))
        if known is None:
            missing.append((tex, display))
        elif known.startswith(_ERROR):
            found[tex, display] = _error(json.loads(known))
    for pair, answer in _typeset(missing):
        if "error" in answer:
            found[pair] = _error(answer)
    return found


@lru_cache(maxsize=_AT_HAND)
def _kept(tex: str, display: bool) -> Drawing | MathError:
    """What the cache holds of a formula; a LookupError, which is not remembered, says that it holds nothing."""
    known = cache.get("maths", _key(tex, display))
    if known is None:
        raise LookupError(tex)
    return _result(tex, display, json.loads(known))


def _error(answer: Mapping[str, str | float]) -> MathError:
    return MathError(_explain(str(answer["error"])))


def _result(tex: str, display: bool, answer: dict[str, str | float]) -> Drawing | MathError:
    if "error" in answer:
        return _error(answer)
    width, height, depth = (float(answer[name]) for name in ("width", "height", "depth"))
    svg, mathml, broken = (str(answer.get(name, "")) for name in ("svg", "mathml", "broken"))
    return Drawing(tex, display, svg, mathml, width, height, depth, broken)


@rule("formula-tex")
def _explain(message: str) -> str:
    for pattern, chinese in _MESSAGES:
        match = re.fullmatch(pattern, message)
        if match:
            return f"{match.expand(chinese)}（{message}）"
    return f"不能排版（{message}）"


def _typeset(formulas: Sequence[tuple[str, bool]]) -> Iterator[tuple[tuple[str, bool], dict[str, str | float]]]:
    """Each with MathJax's answer, which goes into the cache."""
    if not formulas:
        return
    count = min(os.cpu_count() or 1, 1 + len(formulas) // _WORTH_SHARING)
    shares = [formulas[first::count] for first in range(count)]
    written = node.side_by_side(_SCRIPT, [*map(json.dumps, shares)], short=len(shares[0]) < _WORTH_OPTIMISING)
    for share, answers in zip(shares, written, strict=True):
        for pair, answer in zip(share, answers, strict=True):
            cache.put("maths", _key(*pair), answer.rstrip().encode())
            yield pair, json.loads(answer)


def _key(tex: str, display: bool) -> bytes:
    return cache.key(revision(), tex, str(display))


@remember
def revision() -> bytes:
    """Another script, another MathJax, another font: another drawing."""
    packages = json.loads(places.PACKAGE_LOCK.read_text(encoding="utf-8"))["packages"]
    versions = [packages[f"node_modules/{name}"]["version"] for name in ("mathjax", "@mathjax/mathjax-newcm-font")]
    return cache.key(_SCRIPT.read_bytes(), *versions)


def _short(tex: str) -> str:
    tex = " ".join(tex.split())
    return tex if len(tex) <= 40 else tex[:39] + "…"
