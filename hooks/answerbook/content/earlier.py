"""What an answer said before a correction: docs/earlier.yml, kept there because a checkout may know no history."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from ..problems import Problem
from ..rulebook import rule
from . import datafiles
from .datafiles import as_text
from .dates import parse_date

FILE = "earlier.yml"
# Numbers and links that mean something only in the body that they stand in.
_MARKS = re.compile(r"[ \t]*\[(?:@|实测 )[^\[\]\n]*\](?!\()")
# A displayed formula, on one line as well.
_DISPLAYED = re.compile(r"\s*\$\$((?:[^$\\]|\\.)+)\$\$\s*", re.DOTALL)
_FIELDS = ("page", "day", "said", "says", "why")


@dataclass(frozen=True)
class EarlierPassage:
    """A passage that was corrected: on which page and day, what it said, what it says since, and why; Markdown."""

    page: str
    day: date
    said: str
    says: str
    why: str
    line: int


@rule(
    "earlier-file",
    "earlier.yml 的行",
    "更正以前的原文：page、day、said、says、why 五项，一处一条",
)
def read(path: Path, shown: str, root: Path) -> tuple[tuple[EarlierPassage, ...], list[Problem]]:
    """The passages in the file's order, and what is wrong with it."""
    entry, problems = datafiles.read(path, shown, root)
    if entry is None:
        return (), problems
    if not isinstance(entry.value, tuple):
        return (), [*problems, Problem(shown, entry.line, "应是列表；每处以“- page: 编号”开头")]
    found: list[EarlierPassage] = []
    for one in entry.value:
        fields = one.value if isinstance(one.value, dict) else {}
        texts = {name: as_text(fields.get(name)) for name in _FIELDS}
        day = parse_date(texts.pop("day"))
        slips = [*datafiles.check_names(fields, "一处更正", _FIELDS, required=_FIELDS)] if fields else []
        if not fields:
            slips.append((one.line, f"一处更正应写成 {'、'.join(_FIELDS)} 几项"))
        elif day is None and as_text(fields.get("day")):
            slips.append((fields["day"].line, f"day 写的是“{as_text(fields['day'])}”；请写成 2026-03-09 这样的日期"))
        problems += [Problem(shown, line, message) for line, message in slips]
        if not slips and day is not None:
            found.append(EarlierPassage(day=day, line=one.line, **{name: _block(told) for name, told in texts.items()}))
    return tuple(found), problems


def _block(text: str) -> str:
    """What is but a displayed formula, in the form that bodies have it in."""
    alone = _DISPLAYED.fullmatch(text)
    return f"$$\n{alone[1].strip()}\n$$" if alone else text


def of_page(passages: tuple[EarlierPassage, ...], id: str) -> Iterator[EarlierPassage]:
    """Those of one answer."""
    return (one for one in passages if one.page == id)


def quoted(text: str) -> str:
    """A passage as Markdown that stands by itself: without citations, the row of a table as a sentence."""
    text = _MARKS.sub("", text)
    return "；".join(cell.strip() for cell in text.strip("| ").split(" | ")) if text.startswith("| ") else text
