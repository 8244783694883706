"""The scanners of a body: formulas, code, headings, links, citations; right on what people write, calm on all else."""

from __future__ import annotations

from itertools import pairwise

import pytest
from answerbook.text import bodies, characters, formulas, prose
from answerbook.text.body import Body
from hypothesis import given
from hypothesis import strategies as st

from tests import sites

# What means something to one of the scanners, and what may stand between.
PIECES = st.sampled_from(
    [
        *("$", "$$", "\\", "`", "``", "```", "~~~", "\n", "\n\n", " ", "    "),
        *("> ", "- ", "1. ", "# ", "## 追问", "{#a}"),
        *("[", "]", "(", ")", "![", "[@a2020b", "](", "<", ">", "|", "|-|", "%", "{", "}", "\\frac", "\\text{"),
        *("x", "中", "\u200b", "é"),
    ]
)
BODIES = st.lists(PIECES, max_size=60).map("".join) | st.text(max_size=200)


def tex(body: str) -> list[tuple[str, bool]]:
    return [(formula.tex, formula.display) for formula in Body(body).formulas]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("a $x$ b $y$", [("x", False), ("y", False)]),
        ("$a$$b$", [("a", False), ("b", False)]),
        (r"\$5 与 $\$5$", [(r"\$5", False)]),
        ("`$x$` 与 ``$`y`$`` 与 $z$", [("z", False)]),
        ("```\n$x$\n```\n$y$", [("y", False)]),
        ("~~~ python\n$x$\n```\n~~~\n$y$", [("y", False)]),
        ("$$\nx\n+y\n$$", [("x\n+y", True)]),
        ("字\n$$\nx\n$$\n字", [("x", True)]),
        ("$$x$$", [("x", True)]),
        ("> $$\n> x\n> $$", [("x", True)]),
        ("$$\na\n> b\n$$", [("a\n> b", True)]),
        ("- 项\n\n    $$\n    x\n    $$", [("x", True)]),
        ("$x\ny$", [("x\ny", False)]),
    ],
)
def test_formulas_are_found(body: str, expected: list[tuple[str, bool]]) -> None:
    assert tex(body) == expected
    assert not Body(body).slips


@pytest.mark.parametrize(
    ("body", "slips"),
    [
        ("5$ 一个", [(1, "$ 没有配对（“5$ 一个”）")]),
        ("$x\n\ny$", [(1, "$ 没有配对（“$x”）"), (3, "$ 没有配对（“y$”）")]),
        ("$$\nx\n\n", [(1, "$$ 没有配对")]),
        # The one dollar that is missing, and none of the formulas behind it.
        ("设 a$ 是头数，$b$ 是\n维度，$c$ 是长度", [(1, "$ 没有配对（“设 a$ 是头数，$b$”）")]),
        ("设 $a 是头数，$b$ 是\n维度，$c$ 是长度", [(1, "$ 没有配对（“设 $a 是头数，$b”）")]),
        ("设 $a$ 是头数，$b$ 是\n维度，$c 是长度", [(2, "$ 没有配对（“维度，$c 是长度”）")]),
        (
            "设 a$ 是 $c$。\n\n另 $d$ 是 e$ 的",
            [(1, "$ 没有配对（“设 a$ 是 $c$。”）"), (3, "$ 没有配对（“$d$ 是 e$ 的”）")],
        ),
        ("字 $$x$$ 字", [(1, "$$ 公式要独占一行")]),
        ("$ x$", [(1, "“$ x$”的 $ 里侧有空白")]),
        ("$$ $$", [(1, "$$ 与 $$ 之间没有公式")]),
        ("$$\n$x$\n$$", [(2, "$$ 公式里又有 $"), (2, "$$ 公式里又有 $")]),
    ],
)
def test_slips_with_dollars_are_named_with_their_lines(body: str, slips: list[tuple[int, str]]) -> None:
    assert [(line, said.partition("；")[0]) for line, said in Body(body).slips] == slips


def test_one_forgotten_dollar_does_not_swallow_the_page() -> None:
    body = Body("好的 $a$。\n\n坏的 $b。\n\n好的 $c$。", 10)
    found, problems = body.formulas, body.slips
    assert [(formula.tex, formula.line) for formula in found] == [("a", 10), ("c", 14)]
    assert [line for line, _ in problems] == [12]


def test_formulas_know_where_they_stand() -> None:
    body = "字 $x$\n\n$$\ny\n$$\n"
    assert [body[formula.start : formula.end] for formula in Body(body).formulas] == ["$x$", "$$\ny\n$$"]


@pytest.mark.parametrize(
    ("tex", "part"),
    [
        (r"\frac{a}{b", "缺右花括号"),
        ("a}b", "多了一个右花括号"),
        ("50%", "里有 %"),
        ("x=显存", "中文“显存”"),
        ("a，b", "中文“，”"),
        (r"\text{显存}中", "中文“中”"),
        (r"\def\x{1}", r"不能用 \def"),
        ("x" * 4000, "4000 个字符"),
        ("{" * 60 + "}" * 60, "套了 60 层"),
    ],
)
def test_formulas_are_checked_without_typesetting(tex: str, part: str) -> None:
    assert any(part in message for _, message in formulas.check(tex))


@pytest.mark.parametrize("tex", [r"50\%", r"\left\{a\right\}", r"\text{显存 {大}}", r"a\\b", r"\alpha"])
def test_sound_formulas_pass(tex: str) -> None:
    assert list(formulas.check(tex)) == []


def test_code_is_kept_with_what_its_fence_says() -> None:
    body = "- 项\n\n    ```{.python .torch}\n    x = 1\n      y\n    ```\n\n~~~\nz\n"
    first, second = Body(body, 5).fences
    assert (first.info, first.code, first.line, first.closed) == ("{.python .torch}", "x = 1\n  y\n", 7, True)
    assert (second.code, second.closed) == ("z\n", False)


LINES = st.sampled_from(
    [
        *("```", "```python", "``` {.python .check}", "````", "~~~", "~~~ py", "~~~~", "```x~y", "```a|b", "`a` b"),
        *("   ```", "    ```", "\t```", "```  ", "  ~~~", "- ```", "> ```", "```\u00a0", "```\t"),
        *("- a", "1. b", "  c", "    d", "> q", ">", "> - x", "+", "a | b", "|---|---|", "| c | d |", "---", "==="),
        *("", "", "字", "# 标题", "$$", "<div>", "[a]: b", "* * *", "\\", "\tz"),
    ]
)


@given(st.lists(LINES, max_size=16).map("\n".join))
def test_code_that_is_seen_line_by_line_is_what_markdown_sees(body: str) -> None:
    seen = bodies._at_margin(body.split("\n"))
    assert seen is None or seen == bodies._parsed(body)


def test_code_below_more_levels_than_markdown_has_is_left_to_it() -> None:
    body = "\n".join([*("\t" * (depth // 2) + "- a" for depth in range(120)), "```", "x", "```"])
    assert bodies.fences(body) == bodies.fences(body + "\n")
    assert len(bodies.fences(body)) == len(bodies._parsed(body))


def test_the_book_is_seen_line_by_line() -> None:
    """Nearly all of its code stands at the margin, where no parser has to be asked."""
    texts = [path.read_text("utf-8") for path in sorted((sites.ROOT / "docs").glob("*/*.md"))]
    coded = [text for text in texts if "```" in text]
    assert sum(bodies._at_margin(text.split("\n")) is not None for text in coded) > 0.9 * len(coded)


def test_headings_have_fixed_anchors_or_their_own() -> None:
    body = "## 详解\n\n### 方差 {#variance}\n\n## 背景\n\n```\n# 注释\n```\n\n## 易错点 ##\n"
    assert [(heading.level, heading.text, heading.anchor, heading.line) for heading in Body(body, 12).headings] == [
        (2, "详解", "details", 12),
        (3, "方差", "variance", 14),
        (2, "背景", "", 16),
        (2, "易错点", "pitfalls", 22),
    ]
    assert Body(body).anchors == ["details", "variance", "pitfalls"]


def test_citations_have_key_and_place() -> None:
    body = "甲 [@vaswani2017attention §3.2.1]。`[@no]` 与 [@a2020b]，[@a2020b 式 $(3)$]。"
    found = [(citation.key, citation.place) for citation in Body(body).citations]
    assert found == [("vaswani2017attention", "§3.2.1"), ("a2020b", ""), ("a2020b", "式 $(3)$")]


def test_links_and_images() -> None:
    body = '[甲](a.md#b) ![图 [1]](a/b.svg "题") [带 $x$](<c d.md>) `[no](x)` <https://e.org/f> [(](g_(h).md)'
    found = [(link.text, link.target, link.fragment, link.image) for link in Body(body).links]
    assert found == [
        ("甲", "a.md", "b", False),
        ("图 [1]", "a/b.svg", "", True),
        ("带 $x$", "c d.md", "", False),
        ("https://e.org/f", "https://e.org/f", "", False),
        ("(", "g_(h).md", "", False),
    ]


@pytest.mark.parametrize(
    "target", ["javascript:x", "JavaScript:x", "java&#115;cript:x", "%6aavascript:x", "&Tab;javascript:x"]
)
def test_a_scheme_is_seen_through_its_disguises(target: str) -> None:
    (link,) = Body(f"[甲]({target})").links
    assert link.scheme == "javascript"


def test_follow_ups_are_links_or_plain_text_each_with_its_answer() -> None:
    body = "## 详解\n\n- [不是](a.md)\n\n## 追问\n\n"
    body += "- [为什么？](../peft/lora-rank.md)\n- 还没有写的？\n- [外面](https://e.org)\n"
    body += "- [多大？](b.md)：$d_k$ 是 80，见 [表](c.md#t)。\n- 比例是 1：3 吗？：不是，\n  是 [1：4](d.md)。\n"
    found = Body(body, 3).follow_ups
    assert [(one.text, one.id, one.answer) for one in found] == [
        ("为什么？", "lora-rank", ""),
        ("还没有写的？", None, ""),
        ("外面", None, ""),
        ("多大？", "b", "$d_k$ 是 80，见 [表](c.md#t)。"),
        ("比例是 1：3 吗？", None, "不是， 是 [1：4](d.md)。"),
    ]
    assert [one.line for one in found] == [9, 10, 11, 12, 13]


def test_greek_symbols_and_foreign_words_are_no_slips() -> None:
    assert list(characters.alike("μP、β1、Δx、α-entmax、Москва、naïve、Łukasz、“引号”、①、㎏、→、√d_k、x²、½")) == []


@given(text=BODIES)
def test_scanners_answer_whatever_the_body(text: str) -> None:
    body = Body(text, 3)
    assert all(3 <= line <= 3 + text.count("\n") for line, _ in body.slips)
    assert all(text[formula.start] == "$" == text[formula.end - 1] for formula in body.formulas)
    assert all(first.end <= second.start for first, second in pairwise(body.formulas))
    for formula in body.formulas:
        list(formulas.check(formula.tex))
    for blank in (body.without_code(), body.plain()):
        assert len(blank) == len(text)
        assert [i for i, c in enumerate(blank) if c == "\n"] == [i for i, c in enumerate(text) if c == "\n"]
    assert all(text.startswith("[@", citation.start) for citation in body.citations)
    assert all(0 <= link.start < link.end <= len(text) and isinstance(link.scheme, str) for link in body.links)
    assert all(text.startswith("#", heading.start) for heading in body.headings)
    assert all(one.line >= 3 for one in body.follow_ups)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[甲](https://e.org/x_(y)) 后", "甲 后"),
        ("![图](f(1).svg)", "图"),
        ("`[甲](乙)`", "[甲](乙)"),
        ("结论 [@a2020b §3] 之后，$\\sqrt{d_k}$ 与 $x$。", "结论 之后，√d_k 与 x。"),
        ("**注意：**后面 \\*不是\\*", "注意：后面 *不是*"),
        ("| 甲 | $a$ |\n|---|---|\n| 乙 | |\n", "甲 · a / 乙"),
        ("- 一\n  - 二\n\n```\n码\n```\n\n$$\nx\n$$\n", "一 / 二"),
    ],
)
def test_a_body_says_without_its_markup(text: str, said: str) -> None:
    assert " / ".join(words for _, words in prose.blocks(Body(text))) == said


def test_one_missing_dollar_leaves_the_other_formulas_of_its_paragraph() -> None:
    body = Body("设 a$ 是头数，$b$ 是维度，$c$ 是长度")
    assert [one.tex for one in body.formulas] == ["b", "c"]
    # A formula that ends on the line of the next one is no slip of the first.
    assert [one.tex for one in Body("$a$$b$ 与 $c$").formulas] == ["a", "b", "c"]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("$$\na \\\\\n\\frac{b}{c\n$$", 3),
        ("$$\na \\\\\nb}\n$$", 3),
        ("$$\na \\\\\n甲\n$$", 3),
        ("- $$\n  a\n  \\kern{b}\n  $$", 3),
        ("$$ a \\href{b} $$", 1),
        ("字\n$\\href{b}$", 2),
    ],
)
def test_what_is_wrong_with_a_formula_is_said_on_its_line(text: str, line: int) -> None:
    (formula,) = Body(text).formulas
    ((place, _),) = formulas.check(formula.tex)
    assert formula.line_at(place) == line
