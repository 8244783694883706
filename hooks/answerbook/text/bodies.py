"""A body before it is Markdown: its lines, its fenced code, and the same text with code blanked out."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate

_TICKS = re.compile(r"`+")


class Lines:
    """Line numbers of offsets in a text, without counting from the start each time."""

    def __init__(self, text: str, first_line: int = 1) -> None:
        self._text = text
        self._first = first_line

    @cached_property
    def _starts(self) -> list[int]:
        return [0, *accumulate(len(line) + 1 for line in self._text.split("\n")[:-1])]

    def __call__(self, offset: int) -> int:
        """The number of the line on which the offset is."""
        return bisect_right(self._starts, offset) - 1 + self._first

    def start(self, offset: int) -> int:
        """Where the line begins on which the offset is."""
        return self._starts[bisect_right(self._starts, offset) - 1]


@dataclass(frozen=True)
class Fence:
    """A fenced block: what stands after its opening marks, its lines of code, and where it stands."""

    info: str
    code: str
    start: int
    end: int
    line: int
    closed: bool
    # The line of another opening inside it, where its own end is missing; 0 for none.
    opens: int = 0


def fences(text: str, first_line: int = 1) -> list[Fence]:
    """The fenced code blocks in order; one that is never closed runs to the end."""
    if "```" not in text and "~~~" not in text:
        return []
    # Only now: what was looked at before is not parsed again.
    from . import commonmark

    lines = text.split("\n")
    starts = [0, *accumulate(len(line) + 1 for line in lines)]
    found: list[Fence] = []
    for token in commonmark.blocks(text):
        if token.type == "fence" and token.map:
            first, after = token.map
            last = lines[after - 1].lstrip(" \t>") if after - first > 1 else ""
            closed = last.startswith(token.markup) and not last.strip(f"{token.markup[0]} \t")
            span = starts[first], starts[after] - 1
            inner = _opening(lines[first + 1 : after], token.markup)
            opens = first + 1 + inner + first_line if inner is not None else 0
            found.append(Fence(token.info.strip(), token.content, *span, first + first_line, closed, opens))
    return found


def _opening(lines: Sequence[str], markup: str) -> int | None:
    """Which of the lines of a block would open another one: whoever shows such a line fences it with longer marks."""
    opening = re.compile(rf" {{0,3}}{re.escape(markup)}{markup[0]}*[ \t]*[\w.{{][^`~]*")
    return next((number for number, line in enumerate(lines) if opening.fullmatch(line)), None)


def code(text: str, fences: Sequence[Fence]) -> tuple[list[tuple[int, int]], list[int]]:
    """Where code stands, fences and spans, in order; and offsets of backticks that nothing closes."""
    blocks = [(fence.start, fence.end) for fence in fences]
    spans, alone = _ticks(blank(text, blocks))
    return sorted(blocks + spans), alone


def blank(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """The text with these spans (in order, apart) as spaces; line breaks stay."""
    pieces: list[str] = []
    done = 0
    for start, end in spans:
        pieces += [text[done:start], "\n".join(" " * len(line) for line in text[start:end].split("\n"))]
        done = end
    return "".join([*pieces, text[done:]])


def _ticks(text: str) -> tuple[list[tuple[int, int]], list[int]]:
    """Code spans, and backticks without a partner.

    Neither goes on to the next line: what begins that one (a heading, an item, a tag) Markdown would see first.
    """
    spans: list[tuple[int, int]] = []
    alone: list[int] = []
    offset = 0
    for line in text.split("\n") if "`" in text else ():
        runs = [(match.start(), match.end()) for match in _TICKS.finditer(line)]
        later: dict[int, list[int]] = {}
        for index in range(len(runs) - 1, -1, -1):
            later.setdefault(runs[index][1] - runs[index][0], []).append(index)
        index = 0
        while index < len(runs):
            start, end = runs[index]
            if start and _escaped(line, start):
                # A backslash takes the first backtick of the run with it.
                if end - start == 1:
                    index += 1
                    continue
                start += 1
            partners = later.get(end - start, [])
            while partners and partners[-1] <= index:
                partners.pop()
            if partners:
                index = partners[-1]
                spans.append((offset + start, offset + runs[index][1]))
            else:
                alone.append(offset + start)
            index += 1
        offset += len(line) + 1
    return spans, alone


def _escaped(text: str, position: int) -> bool:
    before = position
    while before and text[before - 1] == "\\":
        before -= 1
    return (position - before) % 2 == 1
