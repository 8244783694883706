"""Tables of models in pages: what a block becomes."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from answerbook.arithmetic.shapes import LayerGroup
from answerbook.checking import checks
from answerbook.content import model_tables, models
from answerbook.markup import markup
from answerbook.markup.medium import Screen

ROWS = """\
deepseek-v3:
  name: DeepSeek-V3
  maker: 深度求索
  released: 2024-12-26
  params: 671B
  active: 37B
  layers: 61
  heads: 128
  attention:
    - {layers: 61, kind: mla, kv_rank: 512, rope_dim: 64}
  experts: {total: 256, active: 8, shared: 1, width: 2048, layers: 58, dense: 3}
  context: 131072
  open: yes
  sources: [https://arxiv.org/abs/2412.19437]
  seen: 2026-11-01
  third_hand: [active]
gpt-5:
  name: GPT-5
  maker: OpenAI
  released: 2025-08
  open: no
  sources: [https://platform.openai.com/docs/models]
  seen: 2026-11-29
"""
PAGE = """\
---
title: 有哪些模型？
short: 有两个。
level: 基础
frequency: 高
updated: 2026-03-09
---
## 详解

```models
模型: deepseek-v3、gpt-5
列: 机构、参数、注意力、专家、上下文、权重
```

```models
模型: deepseek-v3、gpt-5
列: 权重、发布
```

后面的话。
"""
EXPERTS = "256 选 8，另 1 共享，宽 2048"
SOURCES = "[DeepSeek-V3](https://arxiv.org/abs/2412.19437)、[GPT-5](https://platform.openai.com/docs/models)"
TABLE = f"""\
| 模型 | 机构 | 参数 | 注意力 | 专家 | 上下文 | 权重 |
| --- | --- | --- | --- | --- | --- | --- |
| DeepSeek-V3 | 深度求索 | 671B / 37B† | MLA（512+64） | {EXPERTS} | 128K | 开放 |
| GPT-5 | OpenAI | — | — | — | — | 闭源 |

来源：{SOURCES}。核对于 2026-11-01 至 2026-11-29。带 † 的数由别人转述。

| 模型，发布 | 权重 |
| --- | --- |
| DeepSeek-V3，2024-12 | 开放 |
| GPT-5，2025-08 | 闭源 |

来源：{SOURCES}。核对于 2026-11-01 至 2026-11-29。
"""


def test_a_block_becomes_a_table(tmp_path: Path) -> None:
    (tmp_path / "t").mkdir()
    (tmp_path / "models.yml").write_text(ROWS, encoding="utf-8")
    (tmp_path / "t" / "a.md").write_text(PAGE, encoding="utf-8")
    body = checks.read(tmp_path, typeset=False).by_id["a"].body
    assert body.text == f"## 详解\n\n{TABLE}\n后面的话。\n"
    html = markup.body_html("t/a.md", body, Screen(lambda id, _: id, str)).html
    assert html.count("<tr>") == 6


@pytest.mark.parametrize(
    ("tokens", "shown"),
    [(0, ""), (512, "512"), (131072, "128K"), (202752, "198K"), (1048576, "1M"), (10485760, "10M"), (1050000, "1.05M"),
     (128000, "128K"), (1024000, "1.024M")],
)  # fmt: skip
def test_lengths_as_people_say_them(tokens: int, shown: str) -> None:
    assert model_tables.length(tokens) == shown


GQA, WINDOW = LayerGroup(24, "gqa", kv_heads=8), LayerGroup(12, "gqa", kv_heads=8, window=128)
ONE_HEAD, LINEAR = LayerGroup(0, "gqa", kv_heads=1), LayerGroup(45, "linear", form="gated-deltanet")
SPARSE = LayerGroup(61, "mla", kv_rank=512, rope_dim=64, compress=4, top_k=2048)


@pytest.mark.parametrize(
    ("groups", "shown"),
    [
        ((), ""),
        # How many layers is said only where there are others, and where it is known.
        ((GQA,), "GQA"),
        ((GQA, WINDOW), "24 层 GQA，12 层 GQA（窗口 128）"),
        ((LINEAR, ONE_HEAD), "45 层 Gated DeltaNet，MQA"),
        ((SPARSE,), "MLA（512+64，4 压 1，选 2048）"),
        # Cross attention stands in layers that are counted already.
        ((GQA, LayerGroup(24, "gqa", part="cross")), "GQA"),
    ],
)
def test_attention_as_it_is_said_in_a_cell(groups: tuple[LayerGroup, ...], shown: str, tmp_path: Path) -> None:
    (tmp_path / "models.yml").write_text(ROWS, encoding="utf-8")
    found, _ = models.read(tmp_path / "models.yml", "models.yml", tmp_path)
    write, _ = model_tables.COLUMNS["注意力"]
    assert write(replace(found["gpt-5"], groups=groups)) == shown
