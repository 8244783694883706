"""The calculators of /calc/: what each asks, a table of common cases for those without JavaScript, and its data."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from ..arithmetic import caches, serving, texts, training
from ..arithmetic.serving import Machine, WeightFormat
from ..arithmetic.shapes import Shape
from ..arithmetic.sizes import GB, GiB, KiB
from ..content import accelerators
from ..content.calculations import Calculation
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
_CACHES = "calc-caches.js"
_WITH_CARDS = ("calc-models.js", "calc-cards.js")
# Bytes per value of NF4 with blocks of 64, their scales quantised in blocks of 256 (2305.14314 §3).
_NF4 = 0.5 + 1 / 64 + 4 / (64 * 256)


@dataclass(frozen=True)
class Difference:
    """What the real objects of Transformers do otherwise, for which models, in what: params, cache or both."""

    ids: tuple[str, ...]
    what: tuple[str, ...]
    why: str


# How the table was compared with real objects (tests/real); a test holds these to its record.
LIBRARY, CONFIGURATIONS, CLASSES = "Transformers 5.24.0", 137, 50
# Classes whose own defaults, pasted as a config.json, give what is built from them.
READ = 92
DIFFERENCES = (
    Difference(
        ("falcon-40b", "falcon-180b"),
        ("cache",),
        "Falcon-40B、180B：它的实现把 8 个键值头展开成查询头那么多份再缓存，大 16 倍和 29 倍；这里按结构算 8 个头。",
    ),
    Difference(
        ("hunyuan-large",),
        ("params", "cache"),
        "Hunyuan-Large：它没有实现跨层共用键值（CLA），每层各有一份；这里按官方的结构，相邻两层一份。",
    ),
    Difference(
        ("inkling",),
        ("params", "cache"),
        "Inkling：它还有相对位置的投影和每层四个短卷积，模型表里没有这些项；参数差 0.04%，缓存差 3.5%。",
    ),
)


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
    """The calculators of a book: none without a model whose parameters can be counted, some only with cards."""
    known = (one for one in CALCULATORS if book.accelerators or one.data != _WITH_CARDS)
    return tuple(known) if any(counted(book)) else ()


def about(book: Book, questions: Iterable[Question]) -> Iterator[Calculator]:
    """The calculators of what these answers derive."""
    ids = {question.id for question in questions}
    return (one for one in of(book) if ids.intersection(one.answers))


def of_answer(book: Book, id: str) -> Iterator[tuple[Calculator, Calculation]]:
    """The calculators that compute the numbers of an answer, with its inputs."""
    known = {one.id: one for one in of(book)}
    return ((known[one.calculator], one) for one in book.calculations if one.page == id and one.calculator in known)


def counted(book: Book) -> Iterator[tuple[Model, Shape]]:
    """The models whose shape is known."""
    return ((model, model.shape) for model in book.models.values() if model.shape is not None)


def scripts(book: Book) -> dict[str, str]:
    """The data of the calculators by the address of its script: models, those with a cache alone, and cards."""
    if not of(book):
        return {}
    rows, cached = [*counted(book)], [*_cached(book)]
    return {
        "assets/calc-models.js": _script("answerbookModels", [texts.packed(shape) for _, shape in rows]),
        "assets/calc-caches.js": _script("answerbookModels", [texts.packed(shape, _CACHED) for _, shape in cached]),
        "assets/calc-cards.js": _script("answerbookCards", card_rows(book)),
    }


def named(book: Book, calculator: Calculator) -> list[tuple[str, str]]:
    """Id and name of the models of a calculator, in the order of its data."""
    rows = _cached(book) if _CACHES in calculator.data else counted(book)
    return [(model.id, model.name) for model, _ in rows]


def _cached(book: Book) -> Iterator[tuple[Model, Shape]]:
    return ((model, shape) for model, shape in counted(book) if caches.known(shape))


def card_rows(book: Book) -> list[str]:
    """The cards as the scripts read them: id, name, memory, bandwidth and peaks, as far as they are known."""
    numbers = ("memory", "bandwidth", *accelerators.PEAKS)
    known = ((one, (getattr(one, name) for name in numbers)) for one in book.accelerators.values())
    return ["\t".join([one.id, one.name, *(f"{n:g}" if n else "" for n in row)]).rstrip() for one, row in known]


# What a cache needs to be known of a model.
_CACHED = frozenset(
    [f"group.{name}" for name in texts.GROUP.values() if name not in ("gate", "sinks", "shared_kv", "top_k", "rank")]
).difference(f"group.{name}" for name in ("q_rank", "o_rank", "o_groups", "chunked"))


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
    head = ("模型", "每个 token（窗口填满以前）", *(f"{length} 长" for length in lengths))
    return Table("bf16 的 KV Cache，一条序列", head, tuple(rows))


def _params_table(book: Book) -> Table:
    rows = []
    for model, shape in _shown(book):
        parts = shape.components
        experts = parts["routed"] + parts["shared"] + parts["router"]
        tables = parts["embedding"] + (0 if shape.tied or not shape.output else shape.embedding_params)
        shares = (tables, parts["attention"], parts["dense"], experts)
        said = (f"{value / 10**9:.4g} B" if value else "–" for value in shares)
        total = f"{_number(shape.params / 10**9)} B"
        active = f"{_number(shape.active_params / 10**9)} B" if shape.experts else "全部"
        rows.append((model.name, total, active, *said, f"{_number(2 * shape.params / GB)} GB"))
    head = ("模型", "参数", "每个 token 激活", "词嵌入与输出层", "注意力", "稠密前馈", "专家", "bf16 权重")
    return Table("由配置算出的参数", head, tuple(rows))


def _memory_table(book: Book) -> Table:
    ways = (
        training.Plan(),
        training.Plan(stage=3, data=8),
        training.Plan(rank=16),
        training.Plan(rank=16, frozen=_NF4),
    )
    rows = []
    for model, shape in _shown(book):
        totals = (training.memory(shape, way)["total"] / GB for way in ways)
        rows.append((model.name, *(f"{_number(total)} GB" for total in totals)))
    caption = "每张卡的显存，微批 1 条、4096 token，FlashAttention，LoRA 的秩 16"
    return Table(caption, ("模型", "全参，一张卡", "全参，ZeRO-3 八张", "LoRA", "QLoRA"), tuple(rows))


def _inference_table(book: Book) -> Table:
    shown = [book.accelerators[id] for id in ("h100-sxm", "h20", "rtx-4090") if id in book.accelerators]
    held = (("bf16", WeightFormat()), ("fp8", WeightFormat(1 + 4 / 16384)), ("int4", WeightFormat(0.5 + 2.5 / 128)))
    head = ("模型", *(f"{card.name}，{name}" for card in shown for name, _ in held))
    rows = []
    for model, shape in _shown(book, caches.known):
        least = (
            serving.least_cards(shape, kept, caches.DEFAULT, Machine(card.memory * GiB), 8192)
            for card in shown
            for _, kept in held
        )
        rows.append((model.name, *(f"{cards} 张" if cards else "64 张以上" for cards in least)))
    return Table("放下权重和一条 8192 长的请求，至少要几张卡（2 的幂，bf16 的缓存）", head, tuple(rows))


def _flops_table(book: Book) -> Table:
    peak, cards = _peak(book)
    rows = []
    for model, shape in _shown(book):
        forward = 2 * shape.matrix_params + training.attention_flops(shape, 4096)
        run = training.run(shape, 10**12, 4096, 1024, peak, 0.4, 0)
        said = (f"{_number(forward / GB)} G", _power(run["total"]), f"{_number(run['seconds'] / 86400)} 天")
        rows.append((model.name, *said))
    head = ("模型", "每个 token 前向的运算", "训 1 万亿 token 的运算", f"1024 张 {cards}，MFU 0.4")
    return Table("训练的运算量和时间，序列 4096 长", head, tuple(rows))


def _serving_table(book: Book) -> Table:
    card = book.accelerators.get("h100-sxm") or next(iter(book.accelerators.values()))
    rows = []
    for model, shape in _shown(book, caches.known):
        least = serving.least_cards(shape, WeightFormat(), caches.DEFAULT, Machine(card.memory * GiB), 8192)
        if not least:
            continue
        speed = (card.bf16 * 10**12, card.bandwidth * GB)
        machine = Machine(card.memory * GiB, least, peak=speed[0], bandwidth=speed[1])
        stored = caches.CacheFormat(ranks=least)
        first = serving.prefill(shape, machine, 2000)["seconds"]
        alone, together = (serving.decode(shape, WeightFormat(), stored, machine, 2000, batch) for batch in (1, 64))
        said = (f"{_number(first * 1000)} 毫秒", _number(alone["each"]), _number(together["all"]))
        rows.append((model.name, f"{least} 张", *said))
    head = ("模型", "几张卡", "读 2000 token，至少", "一个请求，token/秒至多", "64 个一起，token/秒至多")
    return Table(f"bf16，{card.name}，算力取六成、带宽取八成", head, tuple(rows))


def _number(value: float) -> str:
    """Three digits, all of them before the point."""
    return f"{value:,.0f}" if value >= 100 else f"{value:.3g}"


def _power(value: float) -> str:
    """Operations as the scripts say them: 6.3×10²³."""
    digits, exponent = f"{value:.2e}".split("e+")
    return f"{float(digits):g}×10{''.join('⁰¹²³⁴⁵⁶⁷⁸⁹'[int(one)] for one in exponent)}"


def _peak(book: Book) -> tuple[float, str]:
    card = book.accelerators.get("h100-sxm") or next(iter(book.accelerators.values()))
    return card.bf16 * 10**12, card.name


CALCULATORS = (
    Calculator(
        "kv",
        "KV Cache 计算器",
        "一个模型的 KV Cache 占多少显存：MHA、GQA、MLA、滑动窗口、线性层与混合模型各按各的算，式子里代好您的数。",
        ("kv-cache-size", "kv-cache", "mha-mqa-gqa", "mla", "kv-cache-compression"),
        _cache_table,
        (_CACHES,),
    ),
    Calculator(
        "params",
        "参数量计算器",
        "由配置一项一项算出参数量：词嵌入、注意力、前馈、专家、归一化各占多少，贴 config.json 也行。",
        ("transformer-param-count", "bert-param-count", "mla", "moe-vs-dense"),
        _params_table,
    ),
    Calculator(
        "memory",
        "训练显存计算器",
        "训练一张卡要多少显存：权重、梯度、优化器状态、激活，全参、LoRA、QLoRA，ZeRO、张量并行、流水线、序列并行。",
        (
            "training-memory-breakdown",
            "activation-memory",
            "zero-stages",
            "gradient-checkpointing",
            "lora-principle",
            "qlora",
        ),
        _memory_table,
    ),
    Calculator(
        "inference",
        "推理显存与并发计算器",
        "哪张卡放得下、要几张、同时能服务几条多长的请求，按权重和缓存的精度算，缩放因子也算进去。",
        ("inference-memory", "model-concurrency", "kv-cache-size", "quantization-basics", "gptq-awq-smoothquant"),
        _inference_table,
        _WITH_CARDS,
    ),
    Calculator(
        "flops",
        "训练算力计算器",
        "训一个模型要多少运算、几张卡几天、花多少钱：6·N·D、注意力、MFU，窗口、稀疏和线性层按看到的算。",
        ("transformer-flops", "scaling-laws", "attention-complexity", "gradient-checkpointing"),
        _flops_table,
        _WITH_CARDS,
    ),
    Calculator(
        "serving",
        "服务性能计算器",
        "由屋顶线估速度的界：读输入受算力限，写输出受带宽限，批多大时两者相当，一个负载要几张卡。",
        (
            "serving-capacity",
            "gpu-memory-roofline",
            "prefill-vs-decode",
            "continuous-batching",
            "inference-parallelism",
        ),
        _serving_table,
        _WITH_CARDS,
    ),
)
