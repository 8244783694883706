"""The calculators of /calc/: what each asks, a table of common cases for those without JavaScript, and its data."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from ..arithmetic import caches, texts
from ..arithmetic.shapes import Shape
from ..arithmetic.sizes import GB, GiB, KiB
from ..content.models import Model
from ..content.questions import Book, Question

ADDRESS = "calc/"
# The models of the tables: those that are asked about, with every kind of attention.
_COMMON = (
    "llama-2-7b", "llama-3-8b", "llama-3-70b", "qwen3-8b", "qwen3-32b", "qwen3-235b-a22b", "qwen3-next-80b-a3b",
    "mixtral-8x7b", "gpt-oss-20b", "gpt-oss-120b", "gemma-3-27b", "deepseek-v3", "deepseek-v3.2", "deepseek-v4-flash",
    "kimi-k2", "glm-4.5", "minimax-text-01",
)  # fmt: skip
_FEWEST = 8


@dataclass(frozen=True)
class Table:
    """A plain table: what it shows, its head, its rows."""

    caption: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class Calculator:
    """A calculator: its place below calc/, what it is called and for, the answers that derive what it computes."""

    id: str
    title: str
    about: str
    answers: tuple[str, ...]
    table: Callable[[Book], Table]
    # Scripts that hold its data.
    data: tuple[str, ...] = ("calc-models.js",)

    @property
    def address(self) -> str:
        """Where it stands."""
        return f"{ADDRESS}{self.id}/"


def of(book: Book) -> tuple[Calculator, ...]:
    """The calculators of a book: none without a model whose parameters can be counted."""
    return CALCULATORS if any(counted(book)) else ()


def about(book: Book, questions: Iterable[Question]) -> Iterator[Calculator]:
    """The calculators of what these answers derive."""
    ids = {question.id for question in questions}
    return (one for one in of(book) if ids.intersection(one.answers))


def counted(book: Book) -> Iterator[tuple[Model, Shape]]:
    """The models whose shape is known."""
    return ((model, model.shape) for model in book.models.values() if model.shape is not None)


def scripts(book: Book) -> dict[str, str]:
    """The data of the calculators by the address of its script: the models, all of them and those with a cache."""
    if not of(book):
        return {}
    rows = [*counted(book)]
    cached = [(model, shape) for model, shape in rows if caches.known(shape)]
    return {
        "assets/calc-models.js": _script("answerbookModels", [_row(*row, None) for row in rows]),
        "assets/calc-caches.js": _script("answerbookModels", [_row(*row, _CACHED) for row in cached]),
    }


# What a cache needs to be known of a model.
_CACHED = frozenset(
    [f"group.{name}" for name in texts.GROUP.values() if name not in ("gate", "sinks", "shared_kv", "top_k", "rank")]
).difference(f"group.{name}" for name in ("q_rank", "o_rank", "o_groups", "chunked"))


def _row(model: Model, shape: Shape, only: frozenset[str] | None) -> str:
    return f"{model.id}\t{model.name}\t{texts.write(shape, only)}"


def _script(name: str, rows: Sequence[str]) -> str:
    return f"window.{name}={json.dumps(chr(10).join(rows), ensure_ascii=False)}\n"


def _shown(book: Book, wanted: Callable[[Shape], bool] = lambda shape: True) -> list[tuple[Model, Shape]]:
    """The models of a table; in a book that has others, the first few."""
    found = [(model, shape) for model, shape in counted(book) if wanted(shape)]
    return [row for row in found if row[0].id in _COMMON] or found[:_FEWEST]


def _cache_table(book: Book) -> Table:
    lengths = (8192, 32768, 131072)
    rows = []
    for model, shape in _shown(book, caches.known):
        each = caches.token_bytes(shape, 100) / KiB
        sizes = (caches.sequence_bytes(shape, length) / GiB for length in lengths)
        rows.append((model.name, f"{each:.4g} KiB", *(f"{size:.3g} GiB" for size in sizes)))
    head = ("模型", "每个 token（窗口填满以前）", *(f"一条 {length} 长" for length in lengths))
    return Table("bf16 的 KV Cache，一条序列", head, tuple(rows))


def _params_table(book: Book) -> Table:
    rows = []
    for model, shape in _shown(book):
        parts = shape.components
        experts = parts["routed"] + parts["shared"] + parts["router"]
        tables = parts["embedding"] + (0 if shape.tied or not shape.output else shape.embedding_params)
        shares = (tables, parts["attention"], parts["dense"], experts)
        said = (f"{value / 10**9:.4g} B" if value else "–" for value in shares)
        total = f"{shape.params / 10**9:.4g} B"
        active = f"{shape.active_params / 10**9:.4g} B" if shape.experts else "全部"
        rows.append((model.name, total, active, *said, f"{2 * shape.params / GB:.4g} GB"))
    head = ("模型", "参数", "每个 token 激活", "词嵌入与输出层", "注意力", "稠密前馈", "专家", "bf16 权重")
    return Table("由配置算出的参数", head, tuple(rows))


CALCULATORS = (
    Calculator(
        "kv",
        "KV Cache 计算器",
        "一个模型的 KV Cache 占多少显存：MHA、GQA、MLA、滑动窗口、线性层与混合模型各按各的算，式子里代好您的数。",
        ("kv-cache-size", "kv-cache", "mha-mqa-gqa", "mla", "kv-cache-compression"),
        _cache_table,
        ("calc-caches.js",),
    ),
    Calculator(
        "params",
        "参数量计算器",
        "由配置一项一项算出参数量：词嵌入、注意力、前馈、专家、归一化各占多少，贴 config.json 也行。",
        ("transformer-param-count", "bert-param-count", "mla", "moe-vs-dense"),
        _params_table,
    ),
)
BY_ID: Mapping[str, Calculator] = {calculator.id: calculator for calculator in CALCULATORS}
