"""What the reader can say to each calculator: the fields of its form, and what they are when nothing is said.

Addresses hold them for ever: a name keeps its meaning, a value that is not said never changes. When a field means
nothing the scripts of web/calc/ hide it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass
from types import MappingProxyType
from typing import Any

from ..content.questions import Book

_CARD = "h100-sxm"
_MOST = 10**15


@dataclass(frozen=True)
class FormField:
    """One of the choices, yes or no, or a number, by the type of its value."""

    name: str  # in the address
    label: str
    value: str | bool | int | float
    unit: str = ""
    choices: tuple[tuple[str, str], ...] = ()  # what the address holds, what the reader sees
    least: float = 0
    most: float = _MOST
    fraction: bool = False  # whether the number need not be whole
    assumed: bool = False  # stands among the assumptions
    note: str = ""

    @property
    def kind(self) -> str:
        """What stands in the form: choice, flag or number."""
        return "choice" if self.choices else "flag" if isinstance(self.value, bool) else "number"


def of(id: str, book: Book) -> tuple[FormField, ...]:
    """The fields of a calculator."""
    return _FIELDS[id](book)


def as_read(fields: tuple[FormField, ...]) -> list[dict[str, Any]]:
    """The fields as the scripts read them out of the form."""
    return [{**asdict(field), "choices": field.choices or None} for field in fields]


# How a cache is kept: the same wherever one is counted.
_CACHE = (
    FormField(
        "d",
        "缓存的精度",
        "bf16",
        choices=(
            ("bf16", "bf16 或 fp16，2 字节"),
            ("fp8", "fp8，1 字节"),
            ("int8", "int8，1 字节加缩放因子"),
            ("int4", "int4，半字节加缩放因子和零点"),
            ("fp32", "fp32，4 字节"),
        ),
    ),
    FormField(
        "qb",
        "每组的缩放因子和零点",
        0,
        unit="字节",
        most=64,
        fraction=True,
        assumed=True,
        note="0：int8 记 2，int4 记 4",
    ),
    FormField("qg", "一组多少个数", 0, most=65536, assumed=True, note="0：int8 按 128，int4 按 64"),
    FormField("w", "窗口层只留窗口里的", True, assumed=True, note="有的引擎给每层都留整个长度"),
    FormField("la", "MLA 存隐向量，不存展开的键和值", True, assumed=True),
    FormField(
        "st",
        "线性层的状态每个数",
        "0",
        choices=(
            ("0", "照实现：fp32，Lightning 用 bf16"),
            ("4", "fp32，4 字节"),
            ("2", "bf16，2 字节"),
        ),
        assumed=True,
    ),
    FormField(
        "k",
        "按块分配，每块",
        1,
        unit="token",
        least=1,
        most=4096,
        assumed=True,
        note="PagedAttention 常用 16；1 是不按块",
    ),
    FormField("t", "张量并行，几张卡分键值头", 1, least=1, most=1024, assumed=True),
    FormField("e", "编码器的长度", 512, unit="token", most=10**8, assumed=True),
)
_SPLIT, _ENCODER = "t", "e"
# Cards, and how weights are kept on them.
_MEMORY = FormField("cm", "每张卡的显存", 80, unit="GB", least=1, most=10**5, fraction=True)
_BANDWIDTH = FormField("cb", "每张卡的显存带宽", 3350, unit="GB/s", least=1, most=10**7, fraction=True)
_PEAK = FormField("cf", "每张卡的稠密算力", 989.4, unit="TFLOPS", least=0.1, most=10**7, fraction=True)
_WEIGHT = FormField(
    "wd",
    "权重的精度",
    "bf16",
    choices=(
        ("bf16", "bf16 或 fp16"),
        ("fp8", "fp8，128×128 一块"),
        ("int8", "int8，每个通道一个因子"),
        ("int4", "int4，128 个一组（GPTQ、AWQ）"),
        ("mxfp4", "MXFP4，32 个一组"),
        ("nvfp4", "NVFP4，16 个一组"),
        ("fp32", "fp32"),
    ),
)
_OTHER = FormField("qe", "词嵌入和输出层也量化", False, assumed=True)
# What of the memory an engine may take.
_ENGINE = (
    FormField(
        "u",
        "引擎可用的显存",
        0.9,
        unit="比例",
        least=0.01,
        most=1,
        fraction=True,
        assumed=True,
        note="vLLM 的 gpu_memory_utilization，缺省 0.9",
    ),
    FormField("oh", "每张卡的运行时、激活、CUDA 图", 2, unit="GiB", most=1000, fraction=True, assumed=True),
    FormField("gi", "标称的 GB 按 GiB（2^30 字节）算", True, assumed=True, note="标 80 GB 的卡实有约 80 GiB"),
)


def _card(book: Book) -> FormField:
    cards = tuple((card.id, card.name) for card in book.accelerators.values())
    first = _CARD if _CARD in book.accelerators else cards[0][0]
    return FormField("c", "显卡", first, choices=(*cards, ("own", "别的卡，自己填")))


def _cache(*without: str) -> tuple[FormField, ...]:
    return tuple(field for field in _CACHE if field.name not in without)


def _kv(_: Book) -> tuple[FormField, ...]:
    return (
        FormField("s", "每条序列的长度", 8192, unit="token", least=1, most=10**9),
        FormField("b", "同时几条", 1, least=1, most=10**7),
        *_CACHE,
    )


def _params(_: Book) -> tuple[FormField, ...]:
    return (
        FormField(
            "d",
            "每个参数",
            "2",
            choices=(
                ("2", "bf16 或 fp16，2 字节"),
                ("1", "fp8 或 int8，1 字节"),
                ("0.5", "int4，半字节（不含缩放因子）"),
                ("4", "fp32，4 字节"),
            ),
        ),
    )


_OPTIMIZERS = (
    ("adam16", "混合精度 AdamW：2+2+12 字节"),
    ("adam18", "同上，梯度用 fp32：2+4+12"),
    ("fp32", "fp32 AdamW（autocast）：4+4+8"),
    ("adam8", "8 位 AdamW：2+2+6"),
    ("bf16", "纯 bf16 AdamW：2+2+4"),
    ("sgd", "混合精度 SGD：2+2+4"),
)
_ACTIVATIONS = (("flash", "FlashAttention 或选择性重算"), ("eager", "全存，连 s×s 的分数"), ("full", "整层重算"))
_ZERO = (
    ("0", "不切"),
    ("1", "ZeRO-1：切优化器状态"),
    ("2", "ZeRO-2：再切梯度"),
    ("3", "ZeRO-3、FSDP：再切权重"),
)
_ADAPTED = (("all", "所有线性层（路由专家除外）"), ("attention", "注意力的矩阵"), ("qv", "q 和 v"))
# Bytes that software decides.
_LOGIT = FormField(
    "lg",
    "每个 logit",
    8,
    unit="字节",
    most=64,
    fraction=True,
    assumed=True,
    note="fp32 的 logits 和它的梯度；融合的损失可以到 0",
)
_ADAPTER = FormField(
    "ad",
    "LoRA 每个参数",
    16,
    unit="字节",
    most=64,
    fraction=True,
    assumed=True,
    note="fp32 的权重、梯度、两个矩",
)


def _training(_: Book) -> tuple[FormField, ...]:
    return (
        FormField("f", "怎么训", "full", choices=(("full", "全参"), ("lora", "LoRA"), ("qlora", "QLoRA（底座 NF4）"))),
        FormField("s", "序列长度", 4096, unit="token", least=1, most=10**8),
        FormField("b", "每张卡的微批", 1, unit="条", least=1, most=10**5),
        FormField("o", "优化器与精度", "adam16", choices=_OPTIMIZERS),
        FormField("r", "激活", "flash", choices=_ACTIVATIONS),
        FormField("z", "ZeRO / FSDP", "0", choices=_ZERO),
        FormField("n", "数据并行几份", 1, least=1, most=10**6),
        FormField("t", "张量并行", 1, unit="卡", least=1, most=1024),
        FormField("p", "流水线", 1, unit="级", least=1, most=1024),
        FormField("k", "LoRA 的秩", 16, least=1, most=65536),
        FormField("g", "LoRA 加在", "all", choices=_ADAPTED),
        FormField("e", "专家并行（含在数据并行里）", 1, least=1, most=10**5, assumed=True),
        FormField("sp", "张量并行时也切序列（SP）", True, assumed=True),
        FormField("mb", "同时在流水线里的微批", 8, least=1, most=10**5, assumed=True, note="1F1B 的第一级最多存 p 份"),
        _LOGIT,
        _ADAPTER,
    )


def _inference(book: Book) -> tuple[FormField, ...]:
    return (
        _card(book),
        _MEMORY,
        FormField("n", "几张卡（张量并行）", 1, least=1, most=1024),
        _WEIGHT,
        FormField("s", "每条请求的长度（输入加输出）", 8192, unit="token", least=1, most=10**9),
        _OTHER,
        *_cache(_SPLIT),
        *_ENGINE,
    )


def _flops(book: Book) -> tuple[FormField, ...]:
    return (
        FormField("D", "训练的 token", 1000, unit="十亿", least=1e-06, most=10**9, fraction=True),
        FormField("s", "序列长度", 4096, unit="token", least=1, most=10**8),
        _card(book),
        _PEAK,
        FormField("n", "几张卡", 1024, least=1, most=10**8, fraction=True),
        FormField("d", "矩阵乘的精度", "bf16", choices=(("bf16", "bf16"), ("fp8", "fp8"))),
        FormField(
            "u",
            "MFU",
            0.4,
            unit="比例",
            least=0.001,
            most=1,
            fraction=True,
            assumed=True,
            note="模型的运算量 ÷（卡的峰值 × 时间）；大模型常见 0.35 到 0.5",
        ),
        FormField("a", "整层重算", False, assumed=True, note="硬件多算一遍前向；MFU 只计模型要的"),
        FormField("y", "一张卡一小时的价钱", 15, unit="元", most=10**5, fraction=True, assumed=True),
    )


def _serving(book: Book) -> tuple[FormField, ...]:
    return (
        _card(book),
        _MEMORY,
        _BANDWIDTH,
        _PEAK,
        FormField("n", "几张卡一份模型", 1, least=1, most=1024),
        _WEIGHT,
        FormField("i", "输入", 2000, unit="token", least=1, most=10**8),
        FormField("o", "输出", 500, unit="token", least=1, most=10**8),
        FormField("b", "同时写的请求", 16, least=1, most=65536),
        FormField("q", "每秒来几个请求", 1, most=10**7, fraction=True),
        FormField("ec", "矩阵乘达到峰值的", 0.6, unit="比例", least=0.01, most=1, fraction=True, assumed=True),
        FormField("eb", "读显存达到带宽的", 0.8, unit="比例", least=0.01, most=1, fraction=True, assumed=True),
        FormField(
            "ut",
            "一份模型忙的时间",
            0.7,
            unit="比例",
            least=0.01,
            most=1,
            fraction=True,
            assumed=True,
            note="留余量给高峰",
        ),
        _OTHER,
        *_cache(_SPLIT, _ENCODER),
        *_ENGINE,
    )


_FIELDS: Mapping[str, Callable[[Book], tuple[FormField, ...]]] = MappingProxyType(
    {
        "kv": _kv,
        "params": _params,
        "memory": _training,
        "inference": _inference,
        "flops": _flops,
        "serving": _serving,
    }
)
