"""Blank lines that people leave out and Python-Markdown needs."""

from __future__ import annotations

import re

from .bodies import Lines, fences
from .formulas import scan

_ITEM = re.compile(r"[ \t]*(?:[-*+]|\d{1,9}\.)[ \t]+\S")
_TABLE_RULE = re.compile(r"[-| \t:]+")


def spaced(body: str) -> str:
    """The body with blank lines before its lists and tables, and around its code blocks and displayed formulas.

    Other tools understand them without; Python-Markdown takes them for more of the paragraph.
    """
    inside, firsts, lasts = _blocks(body)
    lines = body.split("\n")
    apart: list[str] = []
    in_list = False
    for number, (line, below) in enumerate(zip(lines, [*lines[1:], ""], strict=True), 1):
        is_item = number not in inside and _ITEM.match(line) is not None
        begins = number not in inside and ((is_item and not in_list) or ("|" in line and _is_table_rule(below)))
        if line.strip() and (begins or number in firsts or number - 1 in lasts) and apart and apart[-1].strip():
            apart.append("")
        if is_item:
            in_list = True
        elif line.strip() and not line[0].isspace() and (number in firsts or not "".join(apart[-1:]).strip()):
            in_list = False
        apart.append(line)
    return "\n".join(apart)


def _blocks(body: str) -> tuple[set[int], set[int], set[int]]:
    """The lines inside code blocks and displayed formulas; the first and last lines of those outside lists."""
    line_of = Lines(body)
    spans = [(fence.start, fence.end) for fence in fences(body)]
    spans += [(formula.start, formula.end) for formula in scan(body)[0] if formula.display]
    inside: set[int] = set()
    firsts: set[int] = set()
    lasts: set[int] = set()
    for start, end in spans:
        first, last = line_of(start), line_of(max(start, end - 1))
        inside.update(range(first, last + 1))
        if line_of.start(start) == start and body[start] in "`~$":
            firsts.add(first)
            lasts.add(last)
    return inside, firsts, lasts


def _is_table_rule(line: str) -> bool:
    return "-" in line and _TABLE_RULE.fullmatch(line) is not None
