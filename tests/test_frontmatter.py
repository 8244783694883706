"""The reader of front matter: text and lines, whatever the text."""

from __future__ import annotations

import pytest
import yaml
from answerbook.content import datafiles, frontmatter
from answerbook.text.body import Body
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st


def fields(head: str) -> dict[str, str | list[str]]:
    document, problems = frontmatter.read(f"---\n{head}\n---\n正文\n")
    assert document is not None and problems == []
    return {
        name: field.text if field.items is None else [text for _, text in field.items]
        for name, field in document.fields.items()
    }


def complaints(head: str) -> list[tuple[int, str]]:
    return frontmatter.read(f"---\n{head}\n---\n正文\n")[1]


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ("id: 0042", {"id": "0042"}),
        ("answer: no", {"answer": "no"}),
        ("title: a：b，c", {"title": "a：b，c"}),
        ("title: 为什么？   # 注释", {"title": "为什么？"}),
        ("title: 用 C# 写", {"title": "用 C# 写"}),
        ('title: "a: b # c"  # 注释', {"title": "a: b # c"}),
        ("title: '它''s'", {"title": "它's"}),
        (r'title: "\"\\d_k\""', {"title": r'"\d_k"'}),
        ("title:", {"title": ""}),
        ("tags: []", {"tags": []}),
        ("tags: [a, 'b, c', \"d]\", e f]  # 注释", {"tags": ["a", "b, c", "d]", "e f"]}),
        ("tags: [a,\n  b,  # 注释\n  c]", {"tags": ["a", "b", "c"]}),
        ("tags:\n  - a\n  # 注释\n\n  - b: c".replace("b: c", '"b: c"'), {"tags": ["a", "b: c"]}),
        ("tags:\n- a\n- b\nlevel: 基础", {"tags": ["a", "b"], "level": "基础"}),
        ("# 整行注释\n\nlevel:\t基础", {"level": "基础"}),
    ],
)
def test_values_are_text(head: str, expected: dict[str, object]) -> None:
    assert fields(head) == expected


@pytest.mark.parametrize(
    ("head", "line", "part"),
    [
        ("title: a\ntitle: b", 3, "title 写了两次（第 2 行已有）"),
        ("title: a\n  level: b", 3, "前面有空白"),
        ("title： a", 2, "全角冒号"),
        ("title:a", 2, "少一个空格"),
        ("- a", 2, "不属于任何一项"),
        ("正文", 2, "读不懂"),
        ("title: a: b", 2, "半角冒号"),
        ("title: a #b", 2, "当作注释"),
        ("title: &a b", 2, "以“&”开头"),
        ('title: "a', 2, "没有配对"),
        ('title: "a" b', 2, "引号后面还有“b”"),
        (r'title: "\d"', 2, r"双引号里有 \d"),
        ("tags: [a", 2, "没有收尾"),
        ("tags: [a] b", 2, "方括号后面还有“b”"),
        ("tags: [a, [b]]", 2, "只能有一层"),
        ("tags: [a,, b]", 2, "有一项是空的"),
        ("tags: ['a' 'b']", 2, "少一个半角逗号"),
        ("tags:\n  - a\n  - 'b", 4, "没有配对"),
        ("tags: a\n  - b", 3, "只留一种"),
        ("short: >\n  a\n  b", 2, "多行写法"),
    ],
)
def test_slips_are_named_with_their_line(head: str, line: int, part: str) -> None:
    assert [(number, part in message) for number, message in complaints(head)] == [(line, True)]


@pytest.mark.parametrize(
    ("name", "known", "meant"),
    [
        ("gpt-5", ["gpt-4"], ""),
        ("lamma-3-8b", ["llama-3-70b", "llama-3-8b"], "llama-3-8b"),
        ("lamma-3-8b", ["llama-3-70b", "llama-2-7b"], ""),
        ("H1000", ["H100", "H200"], ""),
        # The nearest three are other models: the fourth is meant.
        ("qwen3-8", ["qwen1-8b", "qwen2-8b", "qwen3-4b", "qwen3-8b"], "qwen3-8b"),
        ("vaswani2018attention", ["vaswani2017attention"], "vaswani2017attention"),
        ("rmsnrom", ["rmsnorm"], "rmsnorm"),
    ],
)
def test_a_name_with_another_number_is_no_slip_but_for_a_year(name: str, known: list[str], meant: str) -> None:
    assert datafiles.near(name, known) == (f"（是不是 {meant}？）" if meant else "")


def test_the_body_keeps_its_line() -> None:
    document, _ = frontmatter.read("---\ntitle: a\n---\n\n## 详解\n")
    assert document is not None
    assert document.body == Body("\n## 详解\n", 4)


def test_line_ends_do_not_matter() -> None:
    assert frontmatter.read("---\r\ntitle: a\r\n---\r\nb\r\n") == frontmatter.read("---\ntitle: a\n---\nb\n")


VALUES = st.text(alphabet=st.sampled_from("ab：:- #[]\"',\\&*|>~中。"), max_size=20)
ENTRIES = st.lists(st.tuples(st.sampled_from(["title: ", "tags: [", "tags:\n  - ", "  - ", "# "]), VALUES), max_size=4)
LINES = ENTRIES.map(lambda entries: "\n".join(start + value for start, value in entries))
HEADS = LINES | st.text(alphabet=st.sampled_from("ab：:- #[]\"',\\\n\t&*|>~中。"), max_size=200)


@given(st.text() | HEADS | HEADS.map(lambda head: f"---\n{head}\n---\n正文"))
def test_whatever_the_text_there_is_an_answer(text: str) -> None:
    document, problems = frontmatter.read(text)
    assert document is not None or problems
    last = text.replace("\r\n", "\n").replace("\r", "\n").count("\n") + 1
    assert all(1 <= line <= last and message for line, message in problems)


@settings(suppress_health_check=[HealthCheck.filter_too_much])
@given(HEADS)
def test_what_is_read_is_what_yaml_reads(head: str) -> None:
    """Other tools read the same files as YAML: what we take must mean the same there."""
    document, problems = frontmatter.read(f"---\n{head}\n---\n")
    # YAML forbids tabs in places where they do no harm.
    assume(document is not None and not problems and "\t" not in head)
    assert document is not None
    read = yaml.load(head.split("\n---\n")[0], Loader=yaml.BaseLoader) or {}
    for name, field in document.fields.items():
        ours = field.text if field.items is None else [text for _, text in field.items]
        assert read[name] == ours
