"""Draws in the language of figures: boxes, arrows, bars, grids, curves, words. The scripts beside figures use it."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Sequence
from html import escape
from pathlib import Path

from ..content import steps
from . import figures, fonts

INK, MUTED, PAPER, GRID = "ink", "muted", "paper", "grid"
_PAGE = {INK: figures.INK, MUTED: figures.MUTED, PAPER: figures.PAPER, GRID: figures.GRID, "none": "none"}
_SHIFT = re.compile(r"([_^])(\{[^}]*\}|[^\s{])")
# A root: what is under it, and of the size of the letters how wide its sign is, and its points from the baseline.
_ROOT = re.compile(r"√(?=([A-Za-z]+(?:_\w)?))", re.ASCII)
_SIGN, _SIGN_WIDTH = ((0.05, -0.32), (0.16, -0.38), (0.29, 0.06), (0.5, -0.87)), 0.54
_LEADING = 1.38
# From the middle of a line of words to the line they stand on, in em.
_MIDDLE = 0.36
# How far words reach above and below the line they stand on, in em, and how much they may touch, in pixels.
_HIGH, _LOW, _TOUCH = 0.72, 0.1, 1.5
_HEAD = 8.0
_DASHED = ' stroke-dasharray="5 4"'

Point = tuple[float, float]


class Figure:
    """A drawing of this width and height; `title` names it, `desc` says what is in it."""

    def __init__(self, width: int, height: int, title: str, desc: str) -> None:
        self.width, self.height = width, height
        self.title, self.desc = title, desc
        self.parts: list[str] = []
        self.problems: list[str] = []
        # Where words are: left, right, top, bottom.
        self._words: list[tuple[str, float, float, float, float]] = []

    def box(
        self,
        x: float,
        y: float,
        width: float,
        height: float,
        colour: str = "neutral",
        text: str = "",
        *,
        solid: bool = False,
        dash: bool = False,
        bold: bool = False,
        size: float = figures.SIZE,
        radius: float = 4,
        line: float = 1.5,
        empty: bool = False,
    ) -> None:
        """A box with a tinted ground (`solid`: in full colour; `empty`: none) and words in its middle."""
        fill = "none" if empty else of(colour) if solid else figures.tint(colour)
        edge = "" if solid else f' stroke="{of(colour)}" stroke-width="{_n(line)}"'
        dashed = _DASHED if dash else ""
        rounded = f' rx="{_n(radius)}"' if radius else ""
        look = f'{rounded} fill="{fill}"{edge}{dashed}'
        self.parts.append(f"<rect{_place(x, y, width, height)}{look}/>")
        if text:
            lines = text.split("\n")
            first = y + height / 2 + size * _MIDDLE - (len(lines) - 1) * size * _LEADING / 2
            for one in lines:
                if measured(one, size, bold) > width - 4:
                    self.problems.append(f"“{one}”宽 {measured(one, size, bold):.0f}，框只有 {width:g}")
            said = PAPER if solid else INK
            self.text(x + width / 2, first, text, said, anchor="middle", bold=bold, size=size)

    def text(
        self,
        x: float,
        y: float,
        text: str,
        colour: str = INK,
        *,
        anchor: str = "start",
        bold: bool = False,
        size: float = figures.SIZE,
        code: bool = False,
    ) -> None:
        """Words; y is where they stand.

        A new line begins below; _ and ^ lower and raise: W_O, 10^{-8}; √ covers the name that follows: √d_k.
        """
        attributes = "".join(
            (
                f' text-anchor="{anchor}"' if anchor != "start" else "",
                f' fill="{of(colour)}"' if colour != INK else "",
                ' font-weight="bold"' if bold else "",
                f' font-size="{_n(size)}"' if size != figures.SIZE else "",
                ' font-family="monospace"' if code else "",
            )
        )
        for number, line in enumerate(text.split("\n")):
            here = y + number * size * _LEADING
            self._measure(x, here, line, anchor, size, bold)
            said = escape(line, quote=False) if code else _shifted(line, size)
            self.parts.append(f'<text x="{_n(x)}" y="{_n(here)}"{attributes}>{said}</text>')
            left = x - {"middle": 0.5, "end": 1.0}.get(anchor, 0.0) * measured(line, size, bold)
            for root in _ROOT.finditer(line):
                start, end = (left + measured(line[:at], size, bold) for at in (root.start(), root.end(1)))
                sign = [(start + across * size, here + down * size) for across, down in _SIGN]
                self.line(*sign, (end, sign[-1][1]), colour=colour, width=size * (0.09 if bold else 0.07))

    def line(self, *points: Point, colour: str = INK, dash: bool = False, width: float = 1.6) -> None:
        """A line from point to point."""
        self.parts.append(
            f'<path d="{_d(points)}" fill="none" stroke="{of(colour)}" stroke-width="{_n(width)}"'
            f"{_DASHED if dash else ''}/>"
        )

    def arrow(
        self, *points: Point, colour: str = INK, dash: bool = False, width: float = 1.6, both: bool = False
    ) -> None:
        """A line with a head at its end (`both`: at either end)."""
        points = tuple(points)
        heads = [_head(points[-2], points[-1])] + ([_head(points[1], points[0])] if both else [])
        line = [*points[:-1], _short(points[-2], points[-1])]
        if both:
            line[0] = _short(points[1], points[0])
        self.line(*line, colour=colour, dash=dash, width=width)
        self.parts.append(f'<path d="{"".join(heads)}" fill="{of(colour)}"/>')

    def area(self, *points: Point, colour: str, solid: bool = False, edge: bool = False) -> None:
        """A polygon."""
        fill = of(colour) if solid else figures.tint(colour)
        stroke = f' stroke="{of(colour)}" stroke-width="1.5"' if edge else ""
        self.parts.append(f'<path d="{_d(points)}z" fill="{fill}"{stroke}/>')

    def dot(self, x: float, y: float, colour: str = INK, radius: float = 4, *, empty: bool = False) -> None:
        """A dot, or a ring."""
        look = f'fill="{figures.PAPER}" stroke="{of(colour)}" stroke-width="1.5"' if empty else f'fill="{of(colour)}"'
        self.parts.append(f'<circle cx="{_n(x)}" cy="{_n(y)}" r="{_n(radius)}" {look}/>')

    def circle(self, x: float, y: float, radius: float, colour: str = "neutral", text: str = "") -> None:
        """A circle with a tinted ground and a sign in its middle."""
        self.parts.append(
            f'<circle cx="{_n(x)}" cy="{_n(y)}" r="{_n(radius)}" fill="{figures.tint(colour)}"'
            f' stroke="{of(colour)}" stroke-width="1.5"/>'
        )
        if text:
            self.text(x, y + figures.SIZE * _MIDDLE, text, anchor="middle")

    def cells(
        self, x: float, y: float, width: float, height: float, rows: Iterable[Sequence[str | None]], *, gap: float = 0
    ) -> None:
        """A grid of cells of this size: each a colour, "+colour" for a full one, "" for an empty one, None for none."""
        for number, row in enumerate(rows):
            for place, cell in enumerate(row):
                if cell is not None:
                    colour = cell.lstrip("+")
                    fill = of(colour) if cell.startswith("+") else figures.tint(colour) if cell else "none"
                    here = _place(x + place * (width + gap), y + number * (height + gap), width, height)
                    edge = PAPER if cell.startswith("+") else colour or GRID
                    self.parts.append(f'<rect{here} fill="{fill}" stroke="{of(edge)}"/>')

    def bars(self, x: float, y: float, height: float, pieces: Iterable[tuple[str, float]]) -> float:
        """Pieces of a bar one after the other, each a colour and a width; where the bar ends."""
        for colour, width in pieces:
            self.parts.append(f'<rect{_place(x, y, width, height)} fill="{of(colour)}"/>')
            x += width
        return x

    def formats(self, y: float, rows: Iterable[tuple[str, tuple[int, int], str]], bit: float = 14) -> None:
        """Floating-point formats below one another: sign, exponent and mantissa, each bit `bit` wide.

        A row is the name, how many bits the exponent and the mantissa have, and a note for the right edge.
        """
        self.legend(16, y - 20, [("neutral", "符号"), ("accent", "指数（管范围）"), ("weight", "尾数（管精度）")])
        for number, (name, (exponent, mantissa), note) in enumerate(rows):
            top = y + 58 * number
            self.text(16, top + 14, name, bold=True)
            self.text(self.width - 16, top + 14, note, "muted", anchor="end")
            self.box(16, top + 21, bit, 26, "neutral", solid=True, radius=0)
            for start, long, colour in ((1, exponent, "accent"), (1 + exponent, mantissa, "weight")):
                self.box(16 + bit * start, top + 21, bit * long, 26, colour, str(long), bold=True, radius=0, line=1)
                for place in range(1, long):
                    x = 16 + bit * (start + place)
                    self.line((x, top + 42), (x, top + 47), colour=colour, width=1)

    def legend(self, x: float, y: float, entries: Iterable[tuple[str, str]], *, solid: bool = True) -> float:
        """Squares with what their colours stand for, in a row that stands on y; where the row ends."""
        for colour, text in entries:
            look = f'fill="{of(colour)}"' if solid else f'fill="{figures.tint(colour)}" stroke="{of(colour)}"'
            self.parts.append(f'<rect x="{_n(x)}" y="{_n(y - 12)}" width="13" height="13" {look}/>')
            self.text(x + 19, y, text)
            x += 19 + measured(text) + 18
        return x

    def save(self, script: str) -> Path:
        """Write the drawing beside the script that made it."""
        path = Path(script).with_suffix(".svg")
        path.write_text(self.svg(), encoding="utf-8", newline="\n")
        for problem in self.problems:
            sys.stderr.write(f"{path.name}：{problem}\n")
        return path

    def svg(self) -> str:
        """The file."""
        return "\n".join((self.head, *self.parts, "</svg>")) + "\n"

    @property
    def head(self) -> str:
        """The beginning of the file, before anything is drawn."""
        opened = (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {self.width} {self.height}" role="img"'
            f' font-family="sans-serif" font-size="{figures.SIZE}" fill="{figures.INK}">'
        )
        return "\n".join((opened, f"<title>{escape(self.title)}</title>", f"<desc>{escape(self.desc)}</desc>"))

    def _measure(self, x: float, y: float, text: str, anchor: str, size: float, bold: bool) -> None:
        long = measured(text, size, bold)
        left = x - {"middle": long / 2, "end": long}.get(anchor, 0)
        if left < 0 or left + long > self.width or y > self.height - 3 or y < size * 0.8:
            self.problems.append(f"“{text}”超出了图的边：{left:.0f}–{left + long:.0f}，y {y:.0f}")
        here = (left, left + long, y - size * _HIGH, y + size * _LOW)
        for other, *there in self._words:
            if _overlap(here, there):
                self.problems.append(f"“{text}”和“{other}”叠在一起；请挪开")
        if text.strip():
            self._words.append((text, *here))


class Steps:
    """A figure in steps: drawings of one size, each with a sentence; `desc` says what is in the one on paper."""

    def __init__(self, width: int, height: int, title: str, desc: str) -> None:
        self.made = (width, height, title, desc)
        self.moments: list[tuple[str, Figure]] = []

    def step(self, said: str) -> Figure:
        """The next moment, to be drawn on; `said` is what happens in it."""
        figure = Figure(*self.made)
        self.moments.append((said, figure))
        return figure

    def save(self, script: str, shown: int) -> Path:
        """Write the moments beside the script that made them, and moment `shown` (from 1) as the drawing on paper."""
        path = Path(script)
        for _, figure in self.moments:
            for problem in figure.problems:
                sys.stderr.write(f"{path.name}：{problem}\n")
        steps.beside(path).write_text(self.steps(script, shown).text, encoding="utf-8", newline="\n")
        return self.moments[shown - 1][1].save(script)

    def steps(self, script: str, shown: int) -> steps.SteppedFigure:
        """What is written."""
        _, first = self.moments[0]
        parts = [(said, figure.parts) for said, figure in self.moments]
        return steps.written(Path(script).stem, first.head, shown, parts)


class Axes:
    """A pair of axes: `at` turns values into places."""

    def __init__(
        self,
        figure: Figure,
        x: tuple[float, float],
        y: tuple[float, float],
        *,
        left: float = 56,
        top: float = 40,
        right: float = 16,
        bottom: float = 52,
    ) -> None:
        self.figure, self.x, self.y = figure, x, y
        self.left, self.top = left, top
        self.right, self.bottom = figure.width - right, figure.height - bottom

    def at(self, x: float, y: float) -> Point:
        """Where a pair of values is."""
        across = (x - self.x[0]) / (self.x[1] - self.x[0])
        up = (y - self.y[0]) / (self.y[1] - self.y[0])
        return self.left + across * (self.right - self.left), self.bottom - up * (self.bottom - self.top)

    def draw(
        self, xs: Iterable[tuple[float, str]], ys: Iterable[tuple[float, str]], across: str = "", up: str = ""
    ) -> None:
        """The lines, their ticks (value and words), and what they measure."""
        figure = self.figure
        for value, words in ys:
            _, y = self.at(self.x[0], value)
            if value != self.y[0]:
                figure.line((self.left, y), (self.right, y), colour=GRID, width=1)
            figure.text(self.left - 8, y + figures.SIZE * _MIDDLE, words, MUTED, anchor="end")
        for value, words in xs:
            x, _ = self.at(value, self.y[0])
            figure.line((x, self.bottom), (x, self.bottom + 5), colour="neutral", width=1.2)
            figure.text(x, self.bottom + 22, words, MUTED, anchor="middle")
        figure.line(
            (self.left, self.top), (self.left, self.bottom), (self.right, self.bottom), colour="neutral", width=1.2
        )
        figure.text((self.left + self.right) / 2, self.bottom + 45, across, anchor="middle")
        figure.text(self.left - 40 if self.left > 50 else 8, self.top - 14, up)

    def curve(self, points: Iterable[Point], colour: str, *, dash: bool = False, width: float = 2.2) -> None:
        """A curve through values."""
        self.figure.line(*(self.at(*point) for point in points), colour=colour, dash=dash, width=width)


def of(colour: str) -> str:
    """A colour by its name, as it is written in files; ValueError names those there are."""
    if colour in _PAGE:
        return _PAGE[colour]
    names = {one.name: one.light for one in figures.MEANINGS}
    name = colour.removesuffix("-2")
    if name not in names:
        raise ValueError(f"没有颜色 {colour}；有 {'、'.join([*names, *_PAGE])}，浅的在后面加 -2")
    return names[name] if name == colour else figures.tint(name)


def measured(text: str, size: float = figures.SIZE, bold: bool = False) -> float:
    """How wide words are."""
    text, roots = _ROOT.subn("", text)
    weight = fonts.BOLD if bold else fonts.REGULAR
    long, done = 0.0, 0
    for shift in _SHIFT.finditer(text):
        long += sum(fonts.width(one, weight) for one in text[done : shift.start()])
        long += 0.72 * sum(fonts.width(one, weight) for one in shift[2].strip("{}"))
        done = shift.end()
    return size * (long + sum(fonts.width(one, weight) for one in text[done:]) + roots * _SIGN_WIDTH)


def _shifted(text: str, size: float) -> str:
    """Words with their sub- and superscripts; each says how far it is from the one before."""
    pieces, done, now = [], 0, 0.0
    for shift in _SHIFT.finditer(text):
        if before := text[done : shift.start()]:
            pieces.append(_piece(before, -now))
            now = 0
        wanted = size * (0.25 if shift[1] == "_" else -0.4)
        pieces.append(_piece(shift[2].strip("{}"), wanted - now, size * 0.72))
        now, done = wanted, shift.end()
    return "".join([*pieces, _piece(text[done:], -now) if text[done:] else ""])


def _piece(text: str, down: float, size: float = 0) -> str:
    # The sign of a root is drawn: fonts leave its bar to us, and each has it in another place.
    said, *rooted = (escape(one, quote=False) for one in _ROOT.split(text)[::2])
    said += "".join(f'<tspan dx="{_SIGN_WIDTH}em">{one}</tspan>' for one in rooted)
    if not down and not size:
        return said
    smaller = f' font-size="{_n(size)}"' if size else ""
    return f'<tspan dy="{_n(down)}"{smaller}>{said}</tspan>'


def _place(x: float, y: float, width: float, height: float) -> str:
    return f' x="{_n(x)}" y="{_n(y)}" width="{_n(width)}" height="{_n(height)}"'


def _d(points: Iterable[Point]) -> str:
    (x, y), *rest = points
    return f"M{_n(x)} {_n(y)}" + "".join(f"L{_n(a)} {_n(b)}" for a, b in rest)


def _short(start: Point, end: Point) -> Point:
    """The end of a line that leaves room for its head."""
    long = max(1e-6, ((end[0] - start[0]) ** 2 + (end[1] - start[1]) ** 2) ** 0.5)
    share = max(0.0, (long - _HEAD * 0.8) / long)
    return start[0] + (end[0] - start[0]) * share, start[1] + (end[1] - start[1]) * share


def _head(start: Point, end: Point) -> str:
    across, down = end[0] - start[0], end[1] - start[1]
    long = max(1e-6, (across**2 + down**2) ** 0.5)
    across, down = across / long, down / long
    back = (end[0] - across * _HEAD, end[1] - down * _HEAD)
    side = (-down * _HEAD / 2, across * _HEAD / 2)
    return _d((end, (back[0] + side[0], back[1] + side[1]), (back[0] - side[0], back[1] - side[1]))) + "z"


def _overlap(one: Sequence[float], other: Sequence[float]) -> bool:
    """Whether two places, each (left, right, top, bottom), share more than an edge."""
    across = min(one[1], other[1]) - max(one[0], other[0])
    down = min(one[3], other[3]) - max(one[2], other[2])
    return across > _TOUCH and down > _TOUCH


def _n(number: float) -> str:
    return f"{round(number, 1):g}"
