"""A body before it is Markdown: its lines, its fenced code, and the same text with code blanked out."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate

_TICKS = re.compile(r"`+")
# A line that opens a block at the margin, and nothing else.
_OPENS = re.compile(r"(`{3,}|~{3,})([^`~|]*)")
# So deep Markdown may stop nesting, and leave out what comes after.
_DEEP = re.compile(r"^[ \t>*+\-0-9.)]{24}", re.MULTILINE)


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
    lines = text.split("\n")
    starts = [0, *accumulate(len(line) + 1 for line in lines)]
    blocks = None if _DEEP.search(text) else _at_margin(lines)
    if blocks is None:
        blocks = _parsed(text)
    found: list[Fence] = []
    for markup, info, content, first, after in blocks:
        last = lines[after - 1].lstrip(" \t>") if after - first > 1 else ""
        closed = last.startswith(markup) and not last.strip(f"{markup[0]} \t")
        span = starts[first], starts[after] - 1
        inner = _opening(lines[first + 1 : after], markup)
        opens = first + 1 + inner + first_line if inner is not None else 0
        found.append(Fence(info.strip(), content, *span, first + first_line, closed, opens))
    return found


# Its marks, what stands after them, its lines of code, its first line and the one after its last, from 0.
_Block = tuple[str, str, str, int, int]


def _parsed(text: str) -> list[_Block]:
    """The fenced blocks wherever they stand, in lists and quotations, too."""
    # Only now: what was looked at before is not parsed again.
    from . import commonmark

    tokens = (token for token in commonmark.blocks(text) if token.type == "fence" and token.map)
    return [(one.markup, one.info, one.content, *(one.map or (0, 0))) for one in tokens]


def _at_margin(lines: Sequence[str]) -> list[_Block] | None:
    """The same where all of them begin at the margin, so that nothing else can hold them, and end: without a parser.

    None where that cannot be seen line by line.
    """
    found: list[_Block] = []
    number = 0
    while number < len(lines):
        line = lines[number]
        if "```" in line or "~~~" in line:
            opening = _OPENS.fullmatch(line)
            end = _end(lines, number, opening[1]) if opening else None
            if opening is None or end is None:
                return None
            code = "".join(f"{one}\n" for one in lines[number + 1 : end])
            found.append((opening[1], opening[2], code, number, end + 1))
            number = end
        number += 1
    return found


def _end(lines: Sequence[str], first: int, markup: str) -> int | None:
    """The line that closes the block which these marks on the line `first` open."""
    closing = re.compile(rf" {{0,3}}{markup}{markup[0]}*[ \t]*")
    return next(
        (at for at in range(first + 1, len(lines)) if markup in lines[at] and closing.fullmatch(lines[at])), None
    )


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
