"""The book for e-readers on a phone, where nobody can push a page aside."""

from __future__ import annotations

import zipfile
from pathlib import Path

from answerbook.paper import epub

from tests import sites
from tests.browser.conftest import OpenPage
from tests.volumes import volume

NARROW = 360
# A long name in a table, a table of nine columns, one whose last column takes all it can get; a formula with its comma.
WIDE = rf"""
| 层 | 谁共用 | `model.layers.self_attn.q_proj.weight.data.clone` |
| --- | --- | --- |
| 寄存器 | 一个线程块 | {"每个流式多处理器各有一份，" * 9}见 `torch.nn.functional.scaled_dot_product_attention` |

{"| 合计的 " * 9}|
{"| --- " * 9}|
{"| 0.847 " * 9}|

torch.nn.functional.scaled_dot_product_attention.forward.backward.apply

$s_w s_x\sum_i q_{{w,i}}(q_{{x,i}}-z_x)=s_w s_x\left(\sum_i q_{{w,i}}q_{{x,i}}-z_x\sum_i q_{{w,i}}\right)$，误差更大。
"""


def test_a_page_is_no_wider_than_a_phone_and_a_column_no_narrower_than_two_characters(
    tmp_path: Path, open_page: OpenPage
) -> None:
    docs = sites.copied(tmp_path)
    question = docs / "alpha" / "second-question.md"
    question.write_text(question.read_text("utf-8") + WIDE, "utf-8")
    epub.make(volume(docs), tmp_path / "book.epub")
    with zipfile.ZipFile(tmp_path / "book.epub") as archive:
        archive.extractall(tmp_path)
    page = open_page(NARROW)
    page.goto((tmp_path / "book" / "second-question.xhtml").as_uri())
    assert page.locator("table").count() >= 2
    assert page.evaluate("document.documentElement.scrollWidth") == NARROW
    cells = page.locator("th, td").evaluate_all(
        "all => all.map(one => one.clientWidth / parseFloat(getComputedStyle(one).fontSize))"
    )
    assert min(cells) >= 2
