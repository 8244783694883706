"""What the pages say in numbers: docs/numbers.yml computes each anew, docs/facts.yml says how one fact is written."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from ..problems import Problem
from ..rulebook import rule
from . import datafiles
from .datafiles import DataNode, as_list, as_text

FILE, FACTS = "numbers.yml", "facts.yml"
_NUMBER = ("page", "quote", "shows", "value")
_FACT = ("fact", "pattern")


@dataclass(frozen=True)
class Number:
    """A number on a page: the words around it, the number in them, the expression that computes it and its line."""

    page: str
    quote: str
    shows: str
    value: str
    line: int
    value_line: int = 0


@dataclass(frozen=True)
class Fact:
    """A fact that several pages state: where the pattern finds it, its first group is one of `allowed`."""

    name: str
    pattern: re.Pattern[str]
    allowed: tuple[str, ...]
    line: int


@rule(
    "numbers-file",
    "numbers.yml 的行、facts.yml 的行",
    "一个数写 page、quote（原文）、shows（数）、value（式子），一件事写 fact、pattern、allowed",
)
def read(path: Path, shown: str, root: Path) -> tuple[tuple[Number, ...], list[Problem]]:
    """The numbers in the file's order, and what is wrong with it."""
    entries, problems = _entries(path, shown, root, "每个数以“- page: 编号”开头")
    found: list[Number] = []
    for line, fields in entries:
        said = {name: as_text(fields.get(name)) for name in _NUMBER}
        slips = [*datafiles.check_names(fields, "一个数", _NUMBER, required=_NUMBER)]
        if not slips and said["shows"] not in said["quote"]:
            slips = [(fields["shows"].line, f"quote“{said['quote']}”里没有 shows“{said['shows']}”；照页面上的原文写")]
        problems += [Problem(shown, at, message) for at, message in slips]
        # What a backslash has become something else in was told of, and stands on no page.
        misread = min(said["quote"], default=" ") < " "
        found += [] if slips or misread else [Number(**said, line=line, value_line=fields["value"].line)]
    return tuple(found), problems


@rule("numbers-file")
def read_facts(path: Path, shown: str, root: Path) -> tuple[tuple[Fact, ...], list[Problem]]:
    """The facts in the file's order, and what is wrong with it."""
    entries, problems = _entries(path, shown, root, "每件事以“- fact: …”开头")
    found: list[Fact] = []
    for line, fields in entries:
        slips = [*datafiles.check_names(fields, "一件事", _FACT, ("allowed",), (*_FACT, "allowed"))]
        try:
            pattern = re.compile(as_text(fields.get("pattern")))
        except re.error as error:
            slips.append((fields["pattern"].line, f"pattern 不是正则表达式（{error}）；请检查括号和反斜杠"))
        else:
            if not slips and pattern.groups < 1:
                slips.append((fields["pattern"].line, "pattern 里没有括号；请用一对括号括住要核对的写法"))
        problems += [Problem(shown, at, message) for at, message in slips]
        if not slips:
            allowed = tuple(as_text(one) for one in as_list(fields["allowed"]))
            found.append(Fact(as_text(fields["fact"]), pattern, allowed, line))
    return tuple(found), problems


@rule("numbers-file")
def _entries(
    path: Path, shown: str, root: Path, form: str
) -> tuple[Iterator[tuple[int, dict[str, DataNode]]], list[Problem]]:
    entry, problems = datafiles.read(path, shown, root)
    if entry is None:
        return iter(()), problems
    if not isinstance(entry.value, tuple):
        return iter(()), [*problems, Problem(shown, entry.line, f"应是列表；{form}")]
    problems += [
        Problem(shown, one.line, f"应写成几项；{form}") for one in entry.value if not isinstance(one.value, dict)
    ]
    return ((one.line, one.value) for one in entry.value if isinstance(one.value, dict)), problems
