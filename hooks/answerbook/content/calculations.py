"""Which calculator computes the number of an answer, with which inputs: docs/calculations.yml, read and checked."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from ..problems import Problem
from ..rulebook import rule
from . import datafiles
from .datafiles import DataNode, as_text

FILE = "calculations.yml"
# The calculators' places below calc/.
CALCULATORS = ("kv", "params", "memory", "inference", "flops", "serving")
_FIELDS = ("page", "calculator", "query", "says")
_QUERY = re.compile(r"[a-zA-Z]+=[\w.,-]+(&[a-zA-Z]+=[\w.,-]+)*", re.ASCII)
LONGEST = 40


@dataclass(frozen=True)
class Calculation:
    """A link of an answer to a calculator: the query holds the inputs, `says` what they are."""

    page: str
    calculator: str
    query: str
    says: str
    line: int

    @property
    def model(self) -> str:
        """The model that the query names, "" for none."""
        return dict(part.split("=", 1) for part in self.query.split("&")).get("m", "")


@rule(
    "calculations-file",
    "calculations.yml 的行",
    "见下面的[显卡表与“算一遍”](#显卡表与算一遍)",
)
def read(path: Path, shown: str, root: Path) -> tuple[tuple[Calculation, ...], list[Problem]]:
    """The calculations in the file's order, and what is wrong with it."""
    entry, problems = datafiles.read(path, shown, root)
    if entry is None:
        return (), problems
    if not isinstance(entry.value, tuple):
        return (), [*problems, Problem(shown, entry.line, "应是列表；每条以“- page: 编号”开头")]
    found: list[Calculation] = []
    for one in entry.value:
        slips = [*_check(one)]
        problems += [Problem(shown, line, message) for line, message in slips]
        if not slips and isinstance(one.value, dict):
            found.append(Calculation(**{name: as_text(one.value[name]) for name in _FIELDS}, line=one.line))
    return tuple(found), problems


@rule("calculations-file")
def _check(one: DataNode) -> Iterator[tuple[int, str]]:
    if not isinstance(one.value, dict):
        yield one.line, "应写成几项；每条以“- page: 编号”开头"
        return
    yield from datafiles.check_names(one.value, "一条计算", _FIELDS, required=_FIELDS)
    said = {name: as_text(one.value.get(name)) for name in _FIELDS}
    if said["calculator"] and said["calculator"] not in CALCULATORS:
        line = one.value["calculator"].line
        yield line, f"calculator 写的是“{said['calculator']}”；请用 {'、'.join(CALCULATORS)} 之一"
    if said["query"] and not _QUERY.fullmatch(said["query"]):
        yield one.value["query"].line, f"query 写的是“{said['query']}”；请照地址里问号后面的写，如 m=llama-3-8b&s=8192"
    if len(said["says"]) > LONGEST:
        yield one.value["says"].line, f"says 有 {len(said['says'])} 字；请缩到 {LONGEST} 字以内"
