"""The accelerators that calculators know: docs/cards.yml, read and checked."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from ..problems import Problem
from ..rulebook import rule
from . import datafiles, model_rules
from .datafiles import DataNode, as_list, as_text

FILE = "cards.yml"
PEAKS = ("bf16", "fp8", "int8", "fp4")
_NUMBERS = ("memory", "bandwidth", *PEAKS)
_TEXTS = ("name", "maker", *_NUMBERS, "seen", "note")
_LISTS = ("sources", "third_hand")
_REQUIRED = ("name", "maker", "memory", "bandwidth", "bf16", "sources", "seen")
_NUMBER = re.compile(r"[0-9]{1,6}(\.[0-9]{1,3})?", re.ASCII)


@dataclass(frozen=True)
class Accelerator:
    """A card: memory in GB, bandwidth in GB/s, dense peaks in TFLOPS; 0 for what it has not or no source gives."""

    id: str
    name: str
    maker: str
    memory: float
    bandwidth: float
    bf16: float
    fp8: float
    int8: float
    fp4: float
    sources: tuple[str, ...]
    seen: date
    third_hand: tuple[str, ...]
    note: str
    line: int


@rule(
    "cards-file",
    "cards.yml 的行",
    "见下面的[显卡表与“算一遍”](#显卡表与算一遍)；查不到的不写，转述的列进 `third_hand`",
)
def read(path: Path, shown: str, root: Path) -> tuple[Mapping[str, Accelerator], list[Problem]]:
    """The accelerators by their ids, in the file's order, and what is wrong with it."""
    entry, problems = datafiles.read(path, shown, root)
    if entry is None:
        return {}, problems
    if not isinstance(entry.value, dict):
        return {}, [*problems, Problem(shown, entry.line, "应是“编号: 内容”的映射；请以编号（如 h100-sxm）开头")]
    found = [*_check(entry.value)]
    accelerators = {
        id: _accelerator(id, row.line, row.value) for id, row in entry.value.items() if isinstance(row.value, dict)
    }
    return accelerators, problems + [Problem(shown, line, message) for line, message in found]


def _accelerator(id: str, line: int, row: dict[str, DataNode]) -> Accelerator:
    texts = {name: as_text(row.get(name)) for name in _TEXTS}
    numbers = {name: _number(texts[name]) for name in _NUMBERS}
    return Accelerator(
        id=id,
        name=texts["name"],
        maker=texts["maker"],
        **numbers,
        sources=tuple(as_text(one) for one in as_list(row.get("sources"))),
        seen=model_rules.day(texts["seen"]) or date.min,
        third_hand=tuple(as_text(one) for one in as_list(row.get("third_hand"))),
        note=texts["note"],
        line=line,
    )


def _number(text: str) -> float:
    return float(text) if _NUMBER.fullmatch(text) else 0


@rule("cards-file")
def _check(rows: dict[str, DataNode]) -> Iterator[tuple[int, str]]:
    for id, row in rows.items():
        if not model_rules.ID.fullmatch(id):
            yield row.line, f"编号 {id} 会出现在地址里；请只用小写字母、数字、连字符和点，如 h100-sxm"
        if isinstance(row.value, dict):
            yield from datafiles.check_names(row.value, f"{id} ", _TEXTS, _LISTS, _REQUIRED)
            yield from _check_row(id, row.value)
        else:
            yield row.line, f"{id} 的下面应写 name、maker、memory 等"


@rule("cards-file")
def _check_row(id: str, row: dict[str, DataNode]) -> Iterator[tuple[int, str]]:
    for name, entry in row.items():
        text, where = as_text(entry), f"{id} 的 {name}"
        if name in _NUMBERS and text and not (_NUMBER.fullmatch(text) and float(text) > 0):
            yield entry.line, f"{where} 写的是“{text}”；请写一个数，如 {_EXAMPLES.get(name, '989.4')}，没有就不写"
        elif name == "seen" and text and model_rules.day(text) is None:
            yield entry.line, f"{where} 写的是“{text}”；请写查看来源的那一天，如 2026-11-29"
    yield from model_rules.check_lists(id, row)
    sizes = [_number(as_text(row.get(name))) for name in PEAKS]
    if 0 < sizes[1] < sizes[0]:
        yield row["fp8"].line, f"{id} 的 fp8 比 bf16 还小；请核对是不是一个写了稀疏、一个没有"


_EXAMPLES = {"memory": "80", "bandwidth": "3350"}
