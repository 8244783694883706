"""The form of an answer, read as text."""

from __future__ import annotations

from dataclasses import replace

import pytest
from answerbook.checking import form_rules
from answerbook.content import books
from answerbook.content.contents import Page
from answerbook.text import form, prose
from answerbook.text.body import Body

from tests.sites import SMALL

BODY = """\
## 详解

一句。二是 **8 个**[@a2020b]；又是 **8 个**。**H100** 与 **第 2 层** 不算，
$x$ 是 **$3\\times10^{2}$**。

**粗体说完一句。** 下一句是 **70%**。

| 名字 | 大 | 小 |
| --- | --- | --- |
| 甲 | 1 | **9** |

## 代码

```{.python .check}
# 验证：一
assert 1
```

## 易错点

- 错：是 **7**。对：不是。
"""


def test_numbers_to_remember_stand_in_what_is_said_of_them() -> None:
    assert [number for _, number in form.bold_numbers(Body(BODY))] == ["8 个", r"$3\times10^{2}$", "70%", "9", "7"]
    assert form.to_remember(Body(BODY)) == [
        "二是 **8 个**[@a2020b]；又是 **8 个**。",
        r"**H100** 与 **第 2 层** 不算， $x$ 是 **$3\times10^{2}$**。",
        "下一句是 **70%**。",
        "甲（小）：**9**",
    ]


def test_numbers_of_mistakes_follow_ups_and_grades_stand_where_they_are_told() -> None:
    told = {
        "易错点": "- 错：要 **4** 张。对：要 **5** 张。",
        "追问": "- 多久？：**6** 天。",
        "评分": "- 及格：说出 **7**。",
    }
    sections = "\n\n".join(f"## {name}\n\n{text}" for name, text in told.items())
    body = Body(f"## 详解\n\n一共 **3** 步。\n\n{sections}\n")
    assert [number for _, number in form.bold_numbers(body)] == ["3", "4", "5", "6", "7"]
    assert form.to_remember(body) == ["一共 **3** 步。"]
    night = form.night(Body(f"## 口述\n\n先说三步。\n\n{body.text}"))
    assert [heading.text for heading in night.headings] == ["口述", form.NUMBERS, "易错点", "追问"]


def test_a_number_in_the_first_column_is_named_by_its_heading() -> None:
    assert form.to_remember(Body("| 知识 | 代码 |\n| --- | --- |\n| **50%** | 17% |\n")) == ["知识：**50%**"]
    assert form.to_remember(Body("| | 代码 |\n| --- | --- |\n| `a\\|b` | **17** |\n")) == ["`a\\|b`（代码）：**17**"]


def test_paper_leaves_out_checks_and_the_part_that_held_nothing_else() -> None:
    left = form.without_checks(Body(BODY)).text
    assert "assert" not in left and "## 代码" not in left
    assert left.index("**9**") < left.index("## 易错点")
    assert "## 代码" in form.without_checks(Body(BODY.replace("## 代码\n", "## 代码\n\n有话。\n"))).text


@pytest.mark.parametrize(
    ("item", "expected"),
    [
        ("错：一。二。对：三。", form.Slip("一。二。", "三。")),
        ("错：“一”对：二。", form.Slip("“一”", "二。")),
        ("错：一对：二。", None),
        ("“一”：错。对：二。", None),
        ("错：一。对：", None),
    ],
)
def test_a_mistake_has_two_halves(item: str, expected: form.Slip | None) -> None:
    assert form.slip(item) == expected


def test_the_time_to_say_it_grows_with_characters_and_words() -> None:
    assert form.seconds("字" * 42) == 10
    assert form.seconds("word " * 21) == 10


@pytest.mark.parametrize(
    ("topic", "lines", "said"), [("t", 25, False), ("t", 26, True), (form_rules.CODING, 26, False)]
)
def test_handwritten_code_may_be_longer_than_what_is_shown_elsewhere(topic: str, lines: int, said: bool) -> None:
    contents, _ = books.read(SMALL)
    code = "x = 1\n" * lines
    body = Body(f"## 口述\n\n一句。\n\n## 代码\n\n```python\n{code}```\n")
    question = replace(contents.book.questions[0], topic=topic, body=body)
    found = [*form_rules._check_shown_code(Page("t/a.md", body, question), contents)]
    assert [message.partition("；")[0] for _, message in found] == (["露在外面的 Python 有 26 行"] if said else [])


def test_the_time_to_read_it_is_that_of_what_is_shown() -> None:
    shown = "字" * (2 * form.A_MINUTE)
    for more in ("", "[](https://e.org/x_(y)_and_more_of_it)" * 99, "[@a2020b §1 and more]" * 99, "$a + b$" * 99):
        assert form.minutes(Body(shown + more)) == 2
    assert form.minutes(Body(f"{shown}[{shown}](x.md)")) == 4
    assert form.minutes(Body("字")) == 1


def test_a_wrong_half_is_one_sentence_behind_its_label() -> None:
    said = prose.parts(Body("- 错：一。二！ 对：三。四。\n- 五。六。\n")).sentences
    assert said == ("错：一。二！", "对：三。", "四。", "五。", "六。")
