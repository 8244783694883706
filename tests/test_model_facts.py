"""What pages say about a model in the table is what the table says: in a clause after its name, and in tables."""

from __future__ import annotations

from pathlib import Path

import pytest
from answerbook.checking import checks
from answerbook.checking.claim_rules import Claim, Reader
from answerbook.content import models

from tests import pages_code

MODELS, _ = models.read(pages_code.DOCS / models.FILE, models.FILE, pages_code.DOCS)
READER = Reader(MODELS)


def claims(text: str) -> list[Claim]:
    return [one for one in READER.claims(text) if getattr(MODELS[one.model], one.field)]


def holds(claim: Claim) -> bool:
    return claim.holds(MODELS[claim.model])


def test_the_pages_say_much_of_models() -> None:
    assert sum(len(claims(path.read_text("utf-8"))) for path in pages_code.DOCS.glob("*/*.md")) >= 40


@pytest.mark.parametrize(
    ("text", "field", "value"),
    [
        ("Llama 3 8B 有 32 层，", "layers", 32),
        ("Llama 3 8B（8 个 KV 头）", "kv_heads", 8),
        ("Llama 3 8B 有 32 个头，每个头 128 维", "heads", 32),
        ("LLaMA-7B 的词表 32,000", "vocab", 32000),
        ("Qwen3-8B 的隐藏维是 4096", "hidden", 4096),
        ("Llama 3 8B（bf16，$L=32$，$g=8$）", "layers", 32),
        ("Llama 3 8B（bf16，$L=32$，$g=8$）", "kv_heads", 8),
        ("Llama 3 8B：$d_k=128$", "head_dim", 128),
        ("| 模型 | 层数 | $h$ |\n| --- | --- | --- |\n| GPT-3 175B | 96 | 12288 |", "layers", 96),
        ("| | BLOOM-176B |\n| --- | --- |\n| 层数，$h$，头数 | 70，14336，112 |", "heads", 112),
    ],
)
def test_a_claim_is_seen(text: str, field: str, value: int) -> None:
    found = claims(text)
    assert [one for one in found if (one.field, one.value) == (field, value)]
    assert all(map(holds, found))


@pytest.mark.parametrize(
    "text",
    [
        "Llama 3 8B 有 33 层",
        "Qwen3-8B：4 个 KV 头",
        "Qwen3-8B 有 40 个头",
        "LLaMA 7B 的词表 128,256",
        "Llama 3 8B 的词表 126,000",
        "Llama 3 70B（bf16，$L=82$，",
        "Qwen3-8B 的 $a = 40$",
    ],
)
def test_a_wrong_claim_is_seen(text: str) -> None:
    assert [holds(one) for one in claims(text)] == [False]


@pytest.mark.parametrize(
    ("text", "models"),
    [
        ("Llama 3 8B 与 GPT-3 175B 的 96 层", ["gpt-3"]),
        ("Llama 3 8B。另一个 60 层", []),
        # A product is no head, and neither are so many thousands.
        ("Llama 3 8B：$g\\,d_k=1024$，$L=33k$", []),
        ("GPT-2 XL 有 48 层", ["gpt-2-xl"]),
    ],
)
def test_another_model_is_not_blamed(text: str, models: list[str]) -> None:
    found = claims(text)
    assert [one.model for one in found] == models
    assert all(map(holds, found))


def test_a_contributor_reads_which_line_and_where_the_table_has_it(tmp_path: Path) -> None:
    docs = tmp_path / "docs"
    (docs / "t").mkdir(parents=True)
    (docs / models.FILE).write_text((pages_code.DOCS / models.FILE).read_text("utf-8"), "utf-8")
    head = "---\ntitle: 一个问题？\nshort: 一句话。\nlevel: 基础\nfrequency: 高\nupdated: 2026-03-09\n---\n"
    page = head + "## 详解\n\nLlama 3 8B 有 33 层。\n\n| 模型 | 层数 |\n| --- | --- |\n| GPT-3 175B | 95 |\n"
    (docs / "t" / "a.md").write_text(page, "utf-8")
    _, problems = checks.examine(docs, None, tmp_path, typeset=False)
    told = [str(one) for one in problems if "模型表里是" in str(one)]
    place = {one.name: f"（docs/models.yml:{one.line}）；请改这里，或改表" for one in MODELS.values()}
    assert told == [
        f"docs/t/a.md:10: Llama 3 8B 的层数写的是 33，模型表里是 32{place['Llama 3 8B']}",
        f"docs/t/a.md:14: GPT-3 175B 的层数写的是 95，模型表里是 96{place['GPT-3 175B']}",
    ]
