"""Figures in steps: what a drawing script writes beside its drawing, the moments in order and a sentence of each.

`merges.svg` is one of the moments, for paper and for those without scripts; `merges.steps.json` has them all. What
several moments show is there once: a moment is the numbers of its parts.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from ..rulebook import rule
from ..text import links
from ..text.body import Body

SUFFIX = ".steps.json"
# How the anchors of moments begin.
PREFIX = "step-"
LONGEST = 90
_AGAIN = "请运行 python3 book.py draw 旁边的脚本，重画一遍"


@dataclass(frozen=True)
class SteppedFigure:
    """A figure in steps; `shown` is the number of the moment that the drawing beside it has, from 1."""

    name: str
    svg: str
    shown: int
    said: tuple[str, ...]
    parts: tuple[str, ...]
    frames: tuple[tuple[int, ...], ...]

    def anchor(self, number: int) -> str:
        """What a moment is called in addresses, from 1."""
        return f"{PREFIX}{self.name}-{number}"

    @property
    def anchors(self) -> tuple[str, ...]:
        """The same of all moments."""
        return tuple(self.anchor(number) for number in range(1, len(self.said) + 1))

    @property
    def drawn(self) -> str:
        """All parts in one drawing, a line each: what may stand in it can be looked at there."""
        return "\n".join((self.svg, *self.parts, "</svg>"))

    @property
    def text(self) -> str:
        """The file."""
        frames = [json.dumps(frame, separators=(",", ":")) for frame in self.frames]
        lists = {"said": map(_said, self.said), "parts": map(_said, self.parts), "frames": frames}
        lines = [f'"svg": {_said(self.svg)},', f'"shown": {self.shown},']
        for name, items in lists.items():
            lines += [f'"{name}": [', ",\n".join(items), "]" if name == "frames" else "],"]
        return "\n".join(("{", *lines, "}")) + "\n"


def beside(picture: Path) -> Path:
    """Where the moments of a drawing are, if it has any."""
    return picture.with_suffix(SUFFIX)


@rule(
    "steps",
    "第……步的话、请运行 python3 book.py draw、与……同名",
    "一步一步看的图由旁边的脚本画出来：每步一句 90 字以内的话，名字全书不重复",
)
def read(path: Path) -> SteppedFigure:
    """What the file holds; ValueError with what is to be done where it is broken."""
    try:
        data = json.loads(path.read_text("utf-8"))
        said, parts = tuple(map(str, data["said"])), tuple(map(str, data["parts"]))
        frames = tuple(tuple(map(int, frame)) for frame in data["frames"])
        found = SteppedFigure(path.name.removesuffix(SUFFIX), str(data["svg"]), int(data["shown"]), said, parts, frames)
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise ValueError(f"不是步进图的数据（{error}）；{_AGAIN}") from error
    if len(frames) != len(said) or not 1 <= found.shown <= len(said):
        raise ValueError(f"有 {len(said)} 句话、{len(frames)} 步，给人先看的是第 {found.shown} 步，对不上；{_AGAIN}")
    if any(not 0 <= part < len(parts) for frame in frames for part in frame):
        raise ValueError(f"有一步用了没有的部分；{_AGAIN}")
    return found


def written(name: str, svg: str, shown: int, moments: Sequence[tuple[str, Sequence[str]]]) -> SteppedFigure:
    """Moments, each a sentence and its parts, with what they share kept once."""
    numbers: dict[str, int] = {}
    frames = tuple(tuple(numbers.setdefault(part, len(numbers)) for part in parts) for _, parts in moments)
    return SteppedFigure(name, svg, shown, tuple(said for said, _ in moments), tuple(numbers), frames)


def files(path: str, body: Body, docs: Path) -> Iterator[Path]:
    """The moments of the pictures of a body; `path` is its file in docs/."""
    if "![" not in body.text:
        return
    for link in body.links:
        if link.image and link.target.endswith(".svg") and not link.scheme:
            file = beside(docs / links.target_path(path, link.target))
            if file.is_file():
                yield file


def _said(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
