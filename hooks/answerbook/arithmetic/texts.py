"""A shape as a short text that may stand in an address: h4096_v128256_f14336.gqa_l32_a32_k8_d128

Words are divided by dots: the model's numbers, then each group of layers, then the experts. Within a word each part
is a code and a number, 1 where there is none; an S behind a number stands for · 128, and the line before a part may be
missing behind a number. Query heads left out are hidden / head_dim, in MHA as many as key-value heads; layers with
experts left out are all but the dense ones. web/calc/shapes.js reads the same; codes once used keep their meaning,
because addresses hold them.
"""

from __future__ import annotations

import re
from collections.abc import Container, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Any

from .shapes import FORMS, KINDS, Experts, LayerGroup, Shape

# What stands for 1, 2, … where a field is a word.
_WORDS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "bias": ("qkv", "all"),
        "norm": ("layer", "none"),
        "qk_norm": ("head", "whole"),
        "gate": ("full", "low-rank"),
        "part": ("encoder", "decoder", "cross"),
        "form": ("gated-deltanet", "kda", "lightning", "mamba-2", "mamba-1"),
    }
)
_DEFAULTS: Mapping[str, Any] = MappingProxyType(
    {"gated": True, "output": True, "final_norm": True, "bias": "none", "norm": "rms", "norms": 2}
)
SHAPE: Mapping[str, str] = MappingProxyType(
    {
        "h": "hidden", "v": "vocab", "f": "ffn", "n": "layers", "fl": "ffn_layers", "ug": "gated", "b": "bias",
        "nm": "norm", "ns": "norms", "t": "tied", "no": "output", "r": "rows", "q": "qk_norm", "en": "embedding_norm",
        "nf": "final_norm", "hb": "head_bias", "pl": "pooler", "bk": "buckets", "hc": "streams", "hm": "mixed",
    }
)  # fmt: skip
GROUP: Mapping[str, str] = MappingProxyType(
    {
        "l": "layers", "a": "heads", "k": "kv_heads", "d": "head_dim", "vd": "v_dim", "w": "window", "c": "chunked",
        "tk": "top_k", "cp": "compress", "qr": "q_rank", "kr": "kv_rank", "nd": "nope_dim", "rd": "rope_dim",
        "or": "o_rank", "og": "o_groups", "ih": "index_heads", "id": "index_dim", "il": "index_layers", "g": "gate",
        "s": "shared_kv", "sl": "shared_kv_layers", "sk": "sinks", "p": "part", "fm": "form", "kh": "key_heads",
        "kd": "key_dim", "vh": "value_heads", "vv": "value_dim", "cv": "conv", "rk": "rank",
    }
)  # fmt: skip
EXPERTS: Mapping[str, str] = MappingProxyType(
    {
        "e": "total", "k": "active", "s": "shared", "w": "width", "l": "layers", "d": "dense", "sw": "shared_width",
        "lt": "latent", "bs": "beside", "g": "gate", "rb": "router_bias", "rs": "router_scale",
    }
)  # fmt: skip
_PART = re.compile(r"([a-z]+)([0-9]*)(S?)(?:_|(?<=[0-9S])(?=[a-z])|$)", re.ASCII)
_UNIT = 128
assert set(_WORDS["form"]) == set(FORMS)


def write(shape: Shape, only: Container[str] | None = None) -> str:
    """The text of a shape; `only` names the fields (such as "group.window") that are wanted, None wants all."""
    words = ["_".join(_parts(shape, SHAPE, only, "shape"))]
    words += ["_".join([group.kind, *_parts(group, GROUP, only, "group")]) for group in shape.groups]
    if shape.experts and (only is None or "experts.total" in only):
        words.append("_".join(["moe", *_parts(shape.experts, EXPERTS, only, "experts")]))
    return ".".join(words)


def packed(shape: Shape, only: Container[str] | None = None) -> str:
    """The shortest text that `read` makes the same shape of."""
    words = (replace(group, heads=0) if group.heads == _heads(group, shape.hidden) else group for group in shape.groups)
    experts = shape.experts
    if experts and experts.layers == shape.layers - experts.dense:
        experts = replace(experts, layers=0)
    lean = replace(shape, groups=tuple(words) if only is None else shape.groups, experts=experts)
    text = re.sub("[0-9]+", lambda found: _counted(int(found[0])), write(lean, only))
    return re.sub("(?<=[0-9S])_(?=[a-z])", "", text)


def _counted(number: int) -> str:
    return f"{number // _UNIT}S" if number and number % _UNIT == 0 else str(number)


def read(text: str) -> Shape:
    """The shape that a text stands for; ValueError for anything else."""
    first, *rest = text.split(".")
    groups = tuple(_group(word) for word in rest if not word.startswith("moe_"))
    none = dict.fromkeys(("total", "active", "shared", "width", "layers"), 0)
    values = {"hidden": 0, "vocab": 0, "layers": _depth(groups)} | _fields(first, SHAPE)
    groups = tuple(replace(group, heads=group.heads or _heads(group, values["hidden"])) for group in groups)
    experts = [Experts(**none | _fields(word[4:], EXPERTS)) for word in rest if word.startswith("moe_")]
    experts = [replace(one, layers=one.layers or values["layers"] - one.dense) for one in experts]
    return Shape(groups=groups, experts=experts[0] if experts else None, **values)


def _heads(group: LayerGroup, hidden: int) -> int:
    """Query heads where none are said."""
    if group.kind not in ("mha", "gqa") or not group.head_dim:
        return 0
    return group.kv_heads if group.kind == "mha" else hidden // group.head_dim


def _depth(groups: tuple[LayerGroup, ...]) -> int:
    return sum(group.layers for group in groups if group.part != "cross")


def _parts(value: object, codes: Mapping[str, str], only: Container[str] | None, where: str) -> list[str]:
    found = []
    for code, name in codes.items():
        held = getattr(value, name)
        if (only is not None and f"{where}.{name}" not in only) or held == _DEFAULTS.get(name, _nothing(held)):
            continue
        if name == "layers" and isinstance(value, Shape) and held == _depth(value.groups):
            continue
        number = _WORDS[name].index(held) + 1 if isinstance(held, str) else int(held)
        found.append(code if isinstance(held, bool) else f"{code}{number}")
    return found


def _nothing(held: object) -> object:
    return type(held)()


def _group(word: str) -> LayerGroup:
    kind, _, parts = word.partition("_")
    if kind not in KINDS:
        raise ValueError(word)
    fields: dict[str, Any] = {"layers": 0, "kind": kind} | _fields(parts, GROUP)
    return LayerGroup(**fields)


def _fields(text: str, codes: Mapping[str, str]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    at = 0
    while at < len(text):
        match = _PART.match(text, at)
        if match is None or match[1] not in codes or (match[3] and not match[2]):
            raise ValueError(text[at:])
        name = codes[match[1]]
        found[name] = _value(name, int(match[2]) * (_UNIT if match[3] else 1) if match[2] else None)
        at = match.end()
    return found


def _value(name: str, number: int | None) -> Any:
    if name in _WORDS and number is not None:
        return _WORDS[name][number - 1]
    return not _DEFAULTS.get(name, False) if number is None else number
