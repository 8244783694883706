"""The parts of an answer: its headings and the fixed anchors they answer to."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

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

# Without a space after it a # is no heading, but was meant as one: check says so.
_HEADING = re.compile(r"^(#{1,6})(.*)$", re.MULTILINE)
_PART_LEVEL = 2
_ANCHOR = re.compile(r"(?<=[ \t])\{#([^\s{}]+)\}\Z")


@dataclass(frozen=True)
class Heading:
    """One heading as written; `anchor` is "" where it has none. The span is that of its line."""

    level: int
    text: str
    anchor: str
    line: int
    start: int
    end: int
    explicit: bool


def headings(text: str, without_code: str, first_line: int = 1) -> list[Heading]:
    """The headings in order. Those that begin a part of the guide have its anchor without writing it."""
    found: list[Heading] = []
    line, done = first_line, 0
    for match in _HEADING.finditer(without_code):
        line, done = line + text.count("\n", done, match.start()), match.start()
        # From the text itself: code in a heading is blank in what was searched.
        said = text[match.start(2) : match.end(2)].rstrip()
        anchored = _ANCHOR.search(said, max(0, said.rfind("{")))
        said = (said[: anchored.start()] if anchored else said).strip()
        said = said.rstrip("#").rstrip()
        level = len(match[1])
        anchor = anchored[1] if anchored else PARTS.get(said, "") if level == 2 else ""
        found.append(Heading(level, said, anchor, line, match.start(), match.end(), anchored is not None))
    return found


def mislevelled(text: str, found: Sequence[Heading]) -> list[Heading]:
    """The headings of a text that would begin a part, were they of its level: “# 详解”, “### 详解”; or had a blank.

    A section of the same name has an anchor of its own, or the part is there as well.
    """
    begun = {heading.text for heading in found if heading.level == _PART_LEVEL}
    return [
        heading
        for heading in found
        if heading.text in PARTS
        and (
            (heading.level != _PART_LEVEL and not heading.explicit and heading.text not in begun)
            or text[heading.start + heading.level : heading.start + heading.level + 1].strip()
        )
    ]
