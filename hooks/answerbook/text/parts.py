"""The parts of an answer: its headings and the fixed anchors they answer to."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

from .bodies import REMEMBERED, without_code

SHORT = "short"
SPOKEN = "spoken"
DETAILS = "details"
CODE = "code"
PITFALLS = "pitfalls"
FOLLOW_UPS = "follow-ups"
GRADING = "grading"
REFERENCES = "references"
ASKED_IN = "asked-in"
RELATED = "related"
CORRECTIONS = "corrections"

# The parts an author writes, in the order of the guide.
PARTS: Mapping[str, str] = {
    "口述": SPOKEN,
    "详解": DETAILS,
    "代码": CODE,
    "易错点": PITFALLS,
    "追问": FOLLOW_UPS,
    "评分": GRADING,
}
# The parts made for every answer; nobody writes them.
MADE: Mapping[str, str] = {
    "速答": SHORT,
    "参考": REFERENCES,
    "收录于": ASKED_IN,
    "相关问题": RELATED,
    "更正": CORRECTIONS,
}

# Python-Markdown takes any # at the start of a line for a heading, with or without a space after it.
_HEADING = re.compile(r"^(#{1,6})(.*)$", re.MULTILINE)
_ANCHOR = re.compile(r"(?<=[ \t])\{#([^\s{}]+)\}\Z")


@dataclass(frozen=True, slots=True)
class Heading:
    """One heading as written; `anchor` is "" where it has none. The span is that of its line."""

    level: int
    text: str
    anchor: str
    line: int
    start: int
    end: int
    explicit: bool


def headings(body: str, first_line: int = 1) -> list[Heading]:
    """The headings in order. Those that begin a part of the guide have its anchor without writing it."""
    more = first_line - 1
    found = _headings(body)
    return [replace(one, line=one.line + more) for one in found] if more else list(found)


@lru_cache(maxsize=REMEMBERED)
def _headings(body: str) -> tuple[Heading, ...]:
    found: list[Heading] = []
    line, done = 1, 0
    for match in _HEADING.finditer(without_code(body)):
        line, done = line + body.count("\n", done, match.start()), match.start()
        # From the body itself: code in a heading is blank in what was searched.
        text = body[match.start(2) : match.end(2)].rstrip()
        anchored = _ANCHOR.search(text, max(0, text.rfind("{")))
        text = (text[: anchored.start()] if anchored else text).strip()
        text = text.rstrip("#").rstrip()
        level = len(match[1])
        anchor = anchored[1] if anchored else PARTS.get(text, "") if level == 2 else ""
        found.append(Heading(level, text, anchor, line, match.start(), match.end(), anchored is not None))
    return tuple(found)


def anchors(body: str) -> list[str]:
    """The anchors of the headings that have one, in order."""
    return [heading.anchor for heading in headings(body) if heading.anchor]


def part(body: str, anchor: str) -> tuple[int, int] | None:
    """Where the text below the H2 with this anchor stands, or None."""
    tops = [heading for heading in headings(body) if heading.level <= 2]
    for heading, after in zip(tops, [*tops[1:], None], strict=False):
        if heading.anchor == anchor:
            return heading.end, after.start if after else len(body)
    return None
