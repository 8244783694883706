"""A body for paper: nothing that only a screen can do; links lead into the volume, to the web or nowhere."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from answerbook.checking import checks
from answerbook.markup import markup
from answerbook.maths import mathjax
from answerbook.paper import limits, paper, pdf, wide_tables, widths
from answerbook.paper.elements import parse
from answerbook.paper.paper import INSIDE, Paper
from answerbook.paper.source import Writer
from answerbook.text.body import Body

from tests.sites import SMALL
from tests.volumes import volume

EVERYTHING = """\
## 口述

一句话。

## 详解

### 为什么除以 √d_k {#why}

| 甲 | 乙 |
| --- | --- |
| $a$ | [@vaswani2017attention §3] |

```python
x = 1
```

```python {.check}
assert x == 1
```

![图](a/figure.svg "图注")
"""
# What a screen has for the keyboard, the mouse and the browser.
OF_SCREENS = ("tabindex", "loading=", "role=", "aria-label", "back", "cite-")


class Named:
    """Files by the name of what they show."""

    def formula(self, drawn: mathjax.Drawing) -> str:
        return f"{drawn.tex}.svg"

    def file(self, path: str) -> str:
        return f"files/{path}"


LINKS: Mapping[str, str] = {"here": f"{INSIDE}here", "there": "https://e.org/q/there/"}
MEDIUM = Paper(
    lambda id, fragment: LINKS.get(id, INSIDE), Named().file, drawings=Named(), target="#{}".format, prefix="me."
)


def test_what_only_a_screen_can_do_is_not_written(tmp_path: Path) -> None:
    (tmp_path / "t/a").mkdir(parents=True)
    drawing = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 50" width="100" height="50"></svg>'
    (tmp_path / "t/a/figure.svg").write_text(drawing, encoding="utf-8")
    html = markup.body_html("t/a.md", Body(EVERYTHING), replace(MEDIUM, docs=tmp_path, lower=1)).html
    assert not [one for one in OF_SCREENS if one in html]
    assert '<h4 id="me.why">为什么除以 √d_k</h4>' in html
    assert '<img alt="图" src="files/t/a/figure.svg" style="width:58pt"/>' in html
    assert '<img class="maths" src="a.svg" alt="a"' in html and "<mjx" not in html and "<svg" not in html


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("[别处](here.md)", '<a class="cross" href="#here">别处</a>'),
        ("[网上](there.md)", '<a href="https://e.org/q/there/" data-shown="e.org/q/there">网上</a>'),
        ("[没有](nowhere.md#x)", "没有"),
        ("[上面](#why)", '<a href="#me.why">上面</a>'),
        ("[网站](https://www.e.org/a/)", '<a href="https://www.e.org/a/" data-shown="e.org/a">网站</a>'),
        ("[见 e.org/a](https://e.org/a/)", '<a href="https://e.org/a/">见 e.org/a</a>'),
        ("[《甲》，arXiv:1](https://a.org/abs/1)", '<a href="https://a.org/abs/1">《甲》，arXiv:1</a>'),
        ("<https://e.org/a>", '<a href="https://e.org/a">https://e.org/a</a>'),
    ],
)
def test_a_link_says_where_it_leads(text: str, html: str) -> None:
    assert markup.body_html("t/me.md", Body(text), MEDIUM).html == f"<p>{html}</p>"


def test_the_works_of_an_answer_have_no_way_back() -> None:
    book = checks.read(SMALL, typeset=False)
    (question, *_) = (one for one in book.questions if one.body.citations)
    html = markup.references_html(question, book, MEDIUM)
    key = question.body.citations[0].key
    assert f'<li id="me.ref-{key}">' in html and not [one for one in ("↑", *OF_SCREENS) if one in html]


@pytest.mark.parametrize(
    ("html", "typst"),
    [
        ('<ol start="3"><li>甲</li><li>乙</li></ol>', '#enum(start:3,[#"甲";],[#"乙";])\n\n'),
        ("<ol><li>甲</li></ol>", '#enum([#"甲";])\n\n'),
        ('<ol class="references" start="3"><li>甲</li></ol>', '#references([#"甲";])\n\n'),
        ("<h3>甲</h3>", '#heading(level:3)[#"甲";]\n\n'),
        ('<h4 id="a">甲</h4>', '#heading(level:4,bookmarked:false,outlined:false)[#"甲";]#label("a")\n\n'),
        (
            '<div class="highlight"><span class="language">X</span><pre>a\n\nb\n\n\n</pre></div>',
            '#code("X","a\\n\\nb",([#t_("a");],[],[#t_("b");],))\n\n',
        ),
    ],
)
def test_each_element_is_a_function_of_the_template(html: str, typst: str) -> None:
    assert Writer(str).body(html) == typst


@pytest.mark.parametrize(("columns", "size"), [(2, 8.3), (5, 8.3), (6, 7.5)])
def test_a_table_of_many_columns_has_smaller_letters(columns: int, size: float) -> None:
    table = f"<table><tr>{'<th>甲</th>' * columns}</tr><tr>{'<td>1</td>' * columns}</tr></table>"
    assert Writer(str).body(f'<div class="table">{table}</div>').startswith(f"#tab({size}pt,false,(")


def test_a_link_to_another_answer_needs_room_for_its_page() -> None:
    plain, cross = (parse(f'<a class="{name}" href="#x">甲</a>') for name in ("", "cross"))
    assert widths.measured(cross)[0] == widths.measured(plain)[0] + 4


def test_columns_share_what_is_left_and_none_is_narrower_than_its_widest_piece() -> None:
    line = widths.columns([[(1, 1), (1, 1)]], 8)
    assert line[0] == line[1] and sum(line) == pytest.approx(limits.LINE / 8)
    narrow = widths.columns([[(900, 5), (300, 5)]], 8)
    assert narrow[0] > narrow[1] > 5 and sum(narrow) == pytest.approx(limits.LINE / 8)
    least = widths.columns([[(100, 40), (100, 30)]], 8)
    assert least == pytest.approx([40.85, 30.85])


def test_a_running_head_is_a_clause_or_as_much_as_there_is_room_for() -> None:
    question = checks.read(SMALL, typeset=False).questions[0]
    titles = ("短的，不截", "一" * 20 + "？" + "二" * 20, "长" * 37, "长" * 36)
    heads = [paper.head(replace(question, title=title)) for title in titles]
    assert heads == ["短的，不截", "一" * 20 + "？", "长" * 35 + "…", "长" * 36]


def test_the_night_before_needs_no_notebooks() -> None:
    ids = tuple(question.id for question in checks.read(SMALL, typeset=False).questions)
    assert volume(SMALL, paper.Selection("我的题", ids=ids)).book.notebooks
    assert not volume(SMALL, paper.Selection("我的题", ids=ids, night=True)).book.notebooks


def test_words_of_drawings_are_in_the_fonts_of_the_book() -> None:
    drawing = b'<svg><text font-family="sans-serif">a</text><text font-family="ui-monospace">b</text></svg>'
    families = '<svg><text font-family="Noto Sans SC">a</text><text font-family="Source Code Pro">b</text></svg>'
    assert pdf._in_our_fonts("a.svg", drawing).decode() == families
    assert pdf._in_our_fonts("a.png", drawing) == drawing


def test_the_last_three_lines_of_a_list_stay_together() -> None:
    book = volume(SMALL)
    topic = book.book.topics[0]
    topic = replace(topic, questions=topic.questions[:1] * 5, body=Body(""))
    said = pdf._opener(1, topic, pdf._Bodies(book, pdf._TypstPictures(SMALL), Writer(str)))
    together = [line.endswith(",true)") for line in said.splitlines() if line.startswith("#within(")]
    assert together == [False, False, True, True, False]


def test_a_formula_that_is_made_smaller_is_less_high() -> None:
    small, wide = (mathjax.Drawing("", True, "", "", width, 12.0, 8.0) for width in (1.0, 100.0))
    assert limits._high(small) == pytest.approx(20 * limits.SCALE * limits.SIZE)
    assert limits._high(wide) == pytest.approx(20 * limits.LINE / 100)


def test_characters_that_paper_lacks_are_named_in_the_order_of_the_text_with_what_to_write() -> None:
    assert [*limits._unknown_characters("第一行 🚀\n第二行 ✅\n第三行 ❌ 🚀\n")] == [
        (1, "字符“🚀”（U+1F680）在印书的字体里没有；请换一个写法"),
        (2, "字符“✅”（U+2705）在印书的字体里没有；请换一个写法，如“是”"),
        (3, "字符“❌”（U+274C）在印书的字体里没有；请换一个写法，如“否”"),
    ]


def test_what_announces_a_block_goes_to_its_page_and_a_reply_stays_with_its_question() -> None:
    writer = Writer(str)
    assert writer.body("<p>一共三步：</p><ul><li>甲</li></ul>").startswith('#announcing[#"一共三步：";]')
    assert "#announcing" not in writer.body("<p>没有下文：</p>") + writer.body("<p>一句。</p><ul><li>甲</li></ul>")
    asked = "<ul><li><p>为什么？</p><div class='reply'><p>因为。</p></div></li></ul>"
    assert writer.body(asked).startswith("#list([#slip(false)[")
    assert "#slip" not in writer.body("<ul><li><p>为什么？</p></li></ul>")


def test_check_finds_the_tables_that_a_line_cannot_hold_without_setting_the_book() -> None:
    wide = "| 甲 | 乙 |\n| --- | --- |\n" + "| " + " | ".join(["`" + "abcdefgh_" * 9 + "`"] * 2) + " |"
    many = "| " + " | ".join(["丙"] * 70) + " |\n|" + " --- |" * 70
    code = f"```text\n{many}\n```"
    long = "| 丁 |\n| --- |\n| " + "很长的一句话，可以断开。" * 30 + " |"
    found = list(wide_tables.too_wide(Body(f"一句。\n\n{wide}\n\n{code}\n\n{long}\n\n{many}\n", 10)))
    assert found == [(25, "表“丙”太宽，纸上放不下；请缩短它，或拆成几个")]
    formulas = "| 戊 | 己 |\n| --- | --- |\n| " + " | ".join([f"${'a+' * 40}b$"] * 2) + " |"
    assert [line for line, _ in wide_tables.too_wide(Body(formulas, 5))] == [5]


def test_a_table_of_few_letters_that_are_wide_is_measured_too() -> None:
    wide = f"| ${'W' * 30}$ | ${'W' * 30}$ |\n| --- | --- |\n| a | b |\n"
    assert [line for line, _ in wide_tables.too_wide(Body(wide, 5))] == [5]
