"""The models that people are asked about: docs/models.yml, read and checked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields
from datetime import date
from pathlib import Path
from typing import Any

from ..arithmetic.shapes import KINDS, Experts, LayerGroup, Shape
from ..problems import Problem
from ..rulebook import rule
from . import datafiles, model_rules
from .datafiles import DataNode, as_list, as_text
from .model_rules import amount, day, size

FILE = "models.yml"
# Norms of queries and keys that have parameters.
QK_NORMS = {"yes": "head", "whole": "whole"}
# What the count of parameters needs of every group of a kind.
_NEEDED = {
    "mha": ("heads", "kv_heads", "head_dim"),
    "gqa": ("heads", "kv_heads", "head_dim"),
    "mla": ("heads", "kv_rank", "nope_dim", "v_dim"),
    "csa": ("heads", "head_dim", "q_rank", "o_rank", "o_groups"),
    "linear": ("key_heads", "key_dim", "value_heads", "value_dim"),
}


@dataclass(frozen=True)
class Model:
    """A row of the table. What no source gives is "" or 0; `shape` is there when the parameters can be counted."""

    id: str
    name: str
    maker: str
    released: str
    params: str
    active: str
    layers: int
    hidden: int
    heads: int
    kv_heads: int
    head_dim: int
    ffn: int
    vocab: int
    context: int
    groups: tuple[LayerGroup, ...]
    experts: Experts | None
    qk_norm: str
    tied: bool | None
    open: bool
    licence: str
    successor: str
    sources: tuple[str, ...]
    seen: date
    third_hand: tuple[str, ...]
    difference: str
    note: str
    shape: Shape | None
    line: int

    @property
    def stated(self) -> float:
        """The stated total as a number, 0 when there is none."""
        return size(self.params)


@rule("models-file")
def read(path: Path, shown: str, root: Path) -> tuple[Mapping[str, Model], list[Problem]]:
    """The models by their ids, in the file's order, and what is wrong with it."""
    entry, problems = datafiles.read(path, shown, root)
    if entry is None:
        return {}, problems
    if not isinstance(entry.value, dict):
        return {}, [*problems, Problem(shown, entry.line, "应是“编号: 内容”的映射；请以编号（如 llama-3-8b）开头")]
    found = [*model_rules.check(entry.value)]
    # A row that is written wrongly gives no shape; its counts would only add to the noise.
    wrong = {line for line, _ in found}
    models = {id: _model(id, row.line, row.value) for id, row in entry.value.items() if isinstance(row.value, dict)}
    if not wrong:
        found += [*_check_counts(models.values())]
    return models, problems + [Problem(shown, line, message) for line, message in found]


@rule(
    "model-counts",
    "按配置",
    ("参数量由配置算出来：与写着的差得多，先核对配置；不是写错（视觉塔、取整的档位名），在 `difference` 里写明原因"),
)
def _check_counts(models: Iterable[Model]) -> Iterator[tuple[int, str]]:
    """Whether what the configuration adds up to agrees with what the maker states."""
    for model in models:
        if model.shape is None:
            continue
        if model.params:
            yield from _check_total(model, model.shape.params)
        if model.active and not _near_active(model, model.shape):
            counted = _shown(model.shape.active_params)
            message = f"{model.id} 的 active 写 {model.active}，按配置每个 token 激活 {counted}（含两份词嵌入）"
            yield model.line, f"{message}；请核对 experts"


@rule("model-counts")
def _check_total(model: Model, counted: float) -> Iterator[tuple[int, str]]:
    if model_rules.near(counted, model.params) and model.difference:
        yield model.line, f"{model.id} 按配置算出 {_shown(counted)}，与 params 相符；请删去 difference"
    elif not model_rules.near(counted, model.params) and not model.difference:
        message = f"{model.id} 的 params 写 {model.params}，按配置算出来是 {_shown(counted)}"
        yield model.line, f"{message}；请核对配置，或在 difference 里说明为什么"


def _near_active(model: Model, shape: Shape) -> bool:
    """Makers count with both embeddings, one or none; and a single digit hides much."""
    counts = [shape.active_params - copies * shape.embedding_params for copies in (0, 1, 2)]
    stated, half = size(model.active), 0.5 * size(f"1{model.active[-1]}")
    digits = len(model.active[:-1].partition(".")[2])
    most = max(model_rules.ACTIVE * stated, half * 10**-digits)
    return any(abs(count - stated) <= most for count in counts)


def _shown(count: float) -> str:
    return f"{count / 1e9:.4g}B" if count < 1e12 else f"{count / 1e12:.4g}T"


def _model(id: str, line: int, row: dict[str, DataNode]) -> Model:
    texts = {name: as_text(row.get(name)) for name in model_rules.TEXTS}
    numbers = {name: amount(texts[name]) for name in ("layers", "hidden", "heads", "kv_heads", "head_dim", "ffn")}
    groups = tuple(_group(one.value, numbers) for one in as_list(row.get("attention")) if isinstance(one.value, dict))
    experts = _experts(row.get("experts"))
    return Model(
        id=id,
        name=texts["name"],
        maker=texts["maker"],
        released=texts["released"],
        params=texts["params"],
        active=texts["active"],
        layers=numbers["layers"],
        hidden=numbers["hidden"],
        heads=numbers["heads"],
        kv_heads=numbers["kv_heads"],
        head_dim=numbers["head_dim"],
        ffn=numbers["ffn"],
        vocab=amount(texts["vocab"]),
        context=amount(texts["context"]),
        groups=groups,
        experts=experts,
        qk_norm=texts["qk_norm"],
        tied=_yes(texts["tied"]),
        open=texts["open"] == "yes",
        licence=texts["licence"],
        successor=texts["successor"],
        sources=tuple(as_text(one) for one in as_list(row.get("sources"))),
        seen=day(texts["seen"]) or date.min,
        third_hand=tuple(as_text(one) for one in as_list(row.get("third_hand"))),
        difference=texts["difference"],
        note=texts["note"],
        shape=_shape(texts, groups, experts),
        line=line,
    )


def _yes(text: str) -> bool | None:
    return text == "yes" if text else None


def _group(written: dict[str, DataNode], whole: Mapping[str, int]) -> LayerGroup:
    """A group; heads and their widths are the model's where it says nothing else."""
    values: dict[str, int | str | bool] = {}
    for each in fields(LayerGroup):
        text = as_text(written.get(each.name))
        if each.type == "int":
            inherits = each.name in ("heads", "kv_heads", "head_dim") and as_text(written.get("kind")) != "linear"
            values[each.name] = amount(text) or (whole[each.name] if inherits else 0)
        else:
            values[each.name] = text == "yes" if each.type == "bool" else text
    return LayerGroup(**values)  # type: ignore[arg-type]


def _experts(entry: DataNode | None) -> Experts | None:
    if entry is None or not isinstance(entry.value, dict):
        return None
    texts = {each.name: as_text(entry.value.get(each.name)) for each in fields(Experts)}
    flags = {each.name for each in fields(Experts) if each.type == "bool"}
    values: dict[str, Any] = {name: text == "yes" if name in flags else amount(text) for name, text in texts.items()}
    return Experts(**values)


def _shape(texts: Mapping[str, str], groups: tuple[LayerGroup, ...], experts: Experts | None) -> Shape | None:
    """The shape, when enough of it is known to count its parameters."""
    needed = ("layers", "hidden", "vocab", "gated", "bias", "norm", "tied")
    if not groups or not all(texts[name] for name in needed) or not all(map(_whole, groups)):
        return None
    if not (texts["ffn"] if experts is None else experts.width):
        return None
    numbers: dict[str, Any] = {
        name: amount(texts[name]) for name in ("layers", "hidden", "vocab", "ffn", "ffn_layers", *model_rules.FEW)
    }
    flags = {name: texts[name] == "yes" for name in ("gated", "tied", *model_rules.FLAGS)}
    return Shape(
        groups=groups,
        experts=experts,
        **numbers,
        **flags,
        bias=texts["bias"],
        norm=texts["norm"],
        norms=amount(texts["norms"]) or 2,
        output=texts["output"] != "no",
        final_norm=texts["final_norm"] != "no",
        rows=amount(texts["positions"]) + amount(texts["segments"]),
        qk_norm=QK_NORMS.get(texts["qk_norm"], ""),
    )


def _whole(group: LayerGroup) -> bool:
    return group.kind in KINDS and group.layers > 0 and all(getattr(group, name) for name in _NEEDED[group.kind])


def older_than(models: Mapping[str, Model], today: date, days: int) -> tuple[Model, ...]:
    """The rows that were last looked up more than so many days ago."""
    return tuple(model for model in models.values() if (today - model.seen).days > days)
