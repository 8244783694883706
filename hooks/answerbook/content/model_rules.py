"""What may stand in docs/models.yml: each rule yields the line and a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import fields
from datetime import date

from ..arithmetic.shapes import FORMS, KINDS, Experts, LayerGroup
from ..rulebook import rule
from . import datafiles
from .datafiles import DataNode, as_list, as_text

ID = re.compile(r"[a-z][a-z0-9]*([.-][a-z0-9]+)*", re.ASCII)
SIZE = re.compile(r"[0-9]+(\.[0-9]+)?[MBT]", re.ASCII)
_SCALES = {"M": 10**6, "B": 10**9, "T": 10**12}
_NUMBER = re.compile(r"[1-9][0-9]{0,12}|0", re.ASCII)
_RELEASED = re.compile(r"(19|20)[0-9]{2}(-[0-9]{2}(-[0-9]{2})?)?", re.ASCII)
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", re.ASCII)
_ADDRESS = re.compile(r"https?://[^\s<>\"'`\\]+")
_NUMBERS = ("layers", "hidden", "heads", "kv_heads", "head_dim", "ffn", "ffn_layers", "norms")
FLAGS = ("embedding_norm", "head_bias", "pooler", "mixed")
FEW = ("buckets", "streams")
_MORE_NUMBERS = ("positions", "segments", "vocab", "context", *FEW)
_ANSWERS = ("gated", "tied", "output", "final_norm", "open", *FLAGS)
_CHOICES = {
    "bias": ("none", "qkv", "all"),
    "norm": ("rms", "layer", "none"),
    "qk_norm": ("yes", "whole", "plain", "no"),
}
_WORDS = ("name", "maker", "released", "params", "active", "licence", "successor", "seen", "difference", "note")
TEXTS = (*_WORDS, *_NUMBERS, *_MORE_NUMBERS, *_ANSWERS, *_CHOICES)
_LISTS = ("attention", "sources", "third_hand")
_REQUIRED = ("name", "maker", "released", "open", "sources", "seen")
# How far a count may lie from what the maker states, which is rounded: two percent, more where fewer digits are given.
NEAR, FAR = 0.02, 0.05
# Makers count the active ones with or without embeddings.
ACTIVE = 0.05


def amount(text: str) -> int:
    """A whole number as it is written, 0 for anything else."""
    return int(text) if _NUMBER.fullmatch(text) else 0


def day(text: str) -> date | None:
    """The day of 2026-03-09, written exactly so; None for anything else."""
    try:
        return date.fromisoformat(text) if _DAY.fullmatch(text) else None
    except ValueError:
        return None


@rule(
    "models-file",
    "models.yml 的行",
    "见下面的[模型表](#模型表)；查不到的留空",
)
def check(rows: dict[str, DataNode]) -> Iterator[tuple[int, str]]:
    """What is wrong with the file, row by row."""
    for id, row in rows.items():
        if not ID.fullmatch(id):
            yield row.line, f"编号 {id} 会出现在地址里；请只用小写字母、数字、连字符和点，如 llama-3.1-8b"
        if isinstance(row.value, dict):
            yield from _check_row(id, row.value, rows)
        else:
            yield row.line, f"{id} 的下面应写 name、maker、released 等"


def _check_row(id: str, row: dict[str, DataNode], rows: dict[str, DataNode]) -> Iterator[tuple[int, str]]:
    experts = {name: entry for name, entry in row.items() if name == "experts"}
    rest = {name: entry for name, entry in row.items() if name != "experts"}
    yield from datafiles.check_names(rest, f"{id} ", TEXTS, _LISTS, _REQUIRED)
    for name, entry in rest.items():
        if isinstance(entry.value, str) and entry.value:
            yield from _check_text(id, name, entry)
    yield from check_lists(id, row)
    yield from _check_successor(id, row, rows)
    for entry in experts.values():
        yield from _check_experts(id, entry, amount(as_text(row.get("layers"))))
    yield from _check_groups(id, row)


@rule("models-file")
def _check_text(id: str, name: str, entry: DataNode) -> Iterator[tuple[int, str]]:
    text, where = as_text(entry), f"{id} 的 {name}"
    if name in (*_NUMBERS, *_MORE_NUMBERS) and not _NUMBER.fullmatch(text):
        yield entry.line, f"{where} 写的是“{text}”；请写一个整数，如 4096"
    elif name in _ANSWERS and text not in ("yes", "no"):
        yield entry.line, f"{where} 写的是“{text}”；请写 yes 或 no，不知道就不写"
    elif name in _CHOICES and text not in _CHOICES[name]:
        yield entry.line, f"{where} 写的是“{text}”；请用 {'、'.join(_CHOICES[name])} 之一"
    elif name in ("params", "active") and not SIZE.fullmatch(text):
        yield entry.line, f"{where} 写的是“{text}”；请写成 8.03B、1.6T 或 110M"
    elif name == "released" and not (_RELEASED.fullmatch(text) and day((text + "-01-01")[:10])):
        yield entry.line, f"{where} 写的是“{text}”；请写成 2024-04-18、2024-04 或 2024"
    elif name == "seen" and day(text) is None:
        yield entry.line, f"{where} 写的是“{text}”；请写查看来源的那一天，如 2026-11-29"


@rule(
    "sources-listed",
    "的来源写的是、的 third_hand 提到",
    "来源写打得开的完整地址；`third_hand` 只列这一行里有的项",
)
def check_lists(id: str, row: dict[str, DataNode]) -> Iterator[tuple[int, str]]:
    """What is wrong with the sources of a row, and with the names of what others only pass on."""
    for source in as_list(row.get("sources")):
        if not _ADDRESS.fullmatch(as_text(source)):
            yield source.line, f"{id} 的来源写的是“{as_text(source)}”；请写以 https:// 开头的完整地址"
    for name in as_list(row.get("third_hand")):
        if as_text(name) not in row:
            yield name.line, f"{id} 的 third_hand 提到“{as_text(name)}”，这一行却没有这一项；请删去或补上"


@rule("models-file")
def _check_successor(id: str, row: dict[str, DataNode], rows: dict[str, DataNode]) -> Iterator[tuple[int, str]]:
    successor = as_text(row.get("successor"))
    if successor == id:
        yield row["successor"].line, f"{id} 的后继是它自己；请写下一代的编号或名字"
    elif successor and ID.fullmatch(successor) and successor not in rows:
        near = datafiles.near(successor, rows)
        yield row["successor"].line, f"{id} 的后继 {successor} 不在表里{near}；请补上一行，或写它的名字"


@rule("models-file")
def _check_experts(id: str, entry: DataNode, layers: int) -> Iterator[tuple[int, str]]:
    if not isinstance(entry.value, dict):
        yield entry.line, f"{id} 的 experts 应写成 {{total: 256, active: 8, shared: 1, width: 2048, layers: 58}}"
        return
    names = [each.name for each in fields(Experts)]
    yield from datafiles.check_names(entry.value, f"{id} 的专家", names, (), ("total", "active", "layers"))
    numbers = {name: amount(as_text(value)) for name, value in entry.value.items()}
    flags = {each.name for each in fields(Experts) if each.type == "bool"}
    for name, value in entry.value.items():
        if name in flags and as_text(value) not in ("yes", "no"):
            yield value.line, f"{id} 的专家的 {name} 写的是“{as_text(value)}”；请写 yes 或 no"
        elif name not in flags and isinstance(value.value, str) and not _NUMBER.fullmatch(value.value):
            yield value.line, f"{id} 的专家的 {name} 写的是“{value.value}”；请写一个整数"
    if numbers.get("active", 0) > numbers.get("total", 0) > 0:
        yield entry.line, f"{id} 每个 token 选 {numbers['active']} 个专家，比一共 {numbers['total']} 个还多；请核对"
    if layers and numbers.get("layers", 0) + numbers.get("dense", 0) > layers:
        yield entry.line, f"{id} 有专家的层与开头的稠密层加起来超过 {layers} 层；请核对"


@rule("models-file")
def _check_groups(id: str, row: dict[str, DataNode]) -> Iterator[tuple[int, str]]:
    groups = as_list(row.get("attention"))
    for one in groups:
        if not isinstance(one.value, dict):
            yield one.line, f"{id} 的一组层应写成 {{layers: 32, kind: gqa}}"
            continue
        yield from _check_group(id, one.line, one.value)
    written = [one.value for one in groups if isinstance(one.value, dict)]
    layers = amount(as_text(row.get("layers")))
    # Cross attention stands in layers that are counted already; networks may be layers of their own.
    sizes = [amount(as_text(one.get("layers"))) for one in written if as_text(one.get("part")) != "cross"]
    others = amount(as_text(row.get("ffn_layers")))
    if layers and all(sizes) and sizes and sum(sizes) not in (layers, layers - others):
        line = row["attention"].line
        yield line, f"{id} 有 {layers} 层，attention 各组加起来却是 {sum(sizes)} 层；请核对"


@rule("models-file")
def _check_group(id: str, line: int, group: dict[str, DataNode]) -> Iterator[tuple[int, str]]:
    names = [each.name for each in fields(LayerGroup)]
    yield from datafiles.check_names(group, f"{id} 的一组层", names, (), ("kind",))
    kind, form = as_text(group.get("kind")), as_text(group.get("form"))
    if kind and kind not in KINDS:
        yield line, f"{id} 的 kind 写的是“{kind}”；请用 {'、'.join(KINDS)} 之一"
    if form and form not in FORMS:
        yield line, f"{id} 的 form 写的是“{form}”；请用 {'、'.join(FORMS)} 之一"
    for each in fields(LayerGroup):
        text = as_text(group.get(each.name))
        if text and each.type == "int" and not _NUMBER.fullmatch(text):
            yield group[each.name].line, f"{id} 的一组层的 {each.name} 写的是“{text}”；请写一个整数"
        if text and each.type == "bool" and text not in ("yes", "no"):
            yield group[each.name].line, f"{id} 的一组层的 {each.name} 写的是“{text}”；请写 yes 或 no"


def near(counted: float, text: str) -> bool:
    """Whether a count agrees with a statement such as 8.03B: within NEAR of it, or half its last digit, FAR at most."""
    stated, digits = size(text), len(text[:-1].partition(".")[2])
    half = 0.5 * 10**-digits * stated / float(text[:-1])
    most: float = min(max(NEAR * stated, half), FAR * stated)
    return abs(counted - stated) <= most


def size(text: str) -> float:
    """8.03B as a number; 0 for what is no size."""
    return float(text[:-1]) * _SCALES[text[-1]] if SIZE.fullmatch(text) else 0
