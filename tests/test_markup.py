"""Markdown → HTML, one component per case; formulas stand as [[TeX]] so that a person can read the expected text."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterable
from datetime import date
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from answerbook import places
from answerbook.checking import checks, rules
from answerbook.content import contents, question_files
from answerbook.content.questions import Book, Question, Topic
from answerbook.content.references import Reference
from answerbook.content.settings import Settings
from answerbook.drawing import figures
from answerbook.machines import portable
from answerbook.markup import markup
from answerbook.markup.medium import Screen
from answerbook.maths import mathjax
from answerbook.text.body import Body
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

CASES = Path(__file__).parent / "cases" / "markup"
DOCS = places.ROOT / "docs"
WORKS = (
    Reference("vaswani2017attention", "Vaswani 等", "Attention <Is> All", 2017, "NeurIPS 2017", "1706.03762", "", 1),
    Reference("yang2022tensor", "Yang 等", "Tensor Programs V", 2022, "", "", "https://www.example.org/a?b&c/", 5),
)
BOOK = Book((), {work.key: work for work in WORKS}, (), (), frozenset(), {}, Settings())


def _address(id: str, fragment: str) -> str:
    return f"/q/{id}/" + (f"#{fragment}" if fragment else "")


SCREEN = Screen(_address, "/files/{}".format)


@pytest.fixture
def readable(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """No drawings, and nothing from the cache."""

    def render(pairs: Iterable[tuple[str, bool]]) -> dict[tuple[str, bool], mathjax.Drawing | mathjax.MathError]:
        return {pair: mathjax.Drawing(*pair, f"[[{pair[0]}]]", "", 1, 1, 0) for pair in pairs}

    monkeypatch.setenv("ANSWERBOOK_CACHE", str(tmp_path))
    monkeypatch.setattr(mathjax, "render", render)
    monkeypatch.setattr(mathjax.Drawing, "html", property(lambda formula: formula.svg))


@pytest.mark.usefixtures("readable")
@pytest.mark.parametrize("case", sorted(CASES.iterdir()))
def test_a_body_becomes(case: Path, update_golden: bool) -> None:
    question = _question((case / "body.md").read_text(encoding="utf-8"))
    seen = _html(question, case / "docs").html + "\n"
    references = markup.references_html(question, BOOK, SCREEN)
    if references:
        seen += f"<!-- 参考 -->\n{references}\n"
    golden = case / "body.html"
    if update_golden:
        golden.write_text(seen, encoding="utf-8", newline="\n")
    assert seen == golden.read_text(encoding="utf-8")


@pytest.mark.usefixtures("readable")
def test_headings_come_with_the_anchors_that_lead_to_them() -> None:
    body = (CASES / "标题与锚点" / "body.md").read_text(encoding="utf-8")
    assert _html(_question(body)).headings == (
        markup.PageHeading(2, "详解", "details"),
        markup.PageHeading(3, "方差推导", "variance"),
        markup.PageHeading(4, "没有锚点的小节", ""),
        markup.PageHeading(3, "A&B 与 d_k", "a-and-b"),
        markup.PageHeading(2, "易错点", "pitfalls"),
    )


@pytest.mark.usefixtures("readable")
def test_two_answers_on_one_page_keep_their_anchors_apart() -> None:
    question = _question("## 详解\n\n见 [@yang2022tensor]，[别处](a.md#b)，[前面](#details)。\n")
    medium = dataclasses.replace(SCREEN, prefix="lora.", lower=1)
    html = markup.body_html(question.path, question.body, medium).html
    assert '<h3 id="lora.details"><a href="#lora.details">详解</a>' in html and html.count('href="#lora.details"') == 2
    assert 'id="lora.cite-1" href="#lora.ref-yang2022tensor"' in html
    assert 'href="/q/a/#b"' in html
    references = markup.references_html(question, BOOK, medium)
    assert '<li id="lora.ref-yang2022tensor">' in references and 'href="#lora.cite-1"' in references


@pytest.mark.usefixtures("readable")
def test_a_part_is_found_under_the_anchors_that_it_had_before() -> None:
    question = _question("## 详解\n\n## 易错点\n")
    html = markup.body_html(question.path, question.body, dataclasses.replace(SCREEN, former={"details": ["old"]})).html
    assert html.count('<span id="old"></span>') == 1
    assert '<h2 id="details"><span id="old"></span><a href="#details">详解' in html


@pytest.mark.usefixtures("readable")
def test_words_whose_link_has_no_address_are_words() -> None:
    question = _question('见 [**别**处](a.md#b) 和 [文件](x.txt)，[网站](https://e.org/ "题")。\n')
    medium = Screen(lambda *_: "", lambda _: "")
    assert markup.body_html(question.path, question.body, medium).html == (
        '<p>见 <strong>别</strong>处 和 文件，<a href="https://e.org/" title="题">网站</a>。</p>'
    )


def test_every_formula_that_was_scanned_is_drawn_and_nothing_else() -> None:
    book, _ = checks.examine(DOCS, typeset=False)
    for question in book.questions[:25]:
        drawn = re.findall(r'<mjx-container\b[^>]*data-tex="([^"]*)"', _html(question, DOCS).html)
        assert len(drawn) == len(question.body.formulas), question.path


def test_a_page_made_from_the_cache_is_the_page(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("ANSWERBOOK_CACHE", str(tmp_path))
    question = _question("## 详解\n\n$a+b$，见 [@yang2022tensor §2]。\n")
    fresh = _html(question)
    monkeypatch.setattr(markup, "_render", _not_again)
    assert _html(question) == fresh


@pytest.mark.usefixtures("readable")
@settings(max_examples=300, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text('ab1 \n#$`*[](){}|@!<>&-=~:\\"。中，\ue000\ue001', max_size=60))
def test_no_text_leaves_a_mark_on_the_page(body: str) -> None:
    html = _html(dataclasses.replace(_question(""), body=Body(body)), DOCS).html
    assert not re.search("[\ue000\ue001]", html)


# What means something to Markdown, to browsers, or to one of the rules, and what may stand between.
HOSTILE = st.sampled_from(
    [
        *("[", "]", "(", ")", "![", "](", "<", ">", "\\", "`", "``", "```", "~~~", "\n", "\n\n", " ", "    ", "> "),
        *("- ", "# ", "## a", "{#a}", "{", "}", "{:", "=", '"', "'", "|", "|-|", "*", "_", "x", "中", ":", "/", ";"),
        *("#x", "onclick=alert(1)", "style=x", "javascript:alert(1)", "data:text/html,", "java\tscript:"),
        *("&#106;avascript:", "<script>", "</script>", "<script", "<!--", "-->", "<!", "<?", "<![CDATA[", "]]>", "</"),
        *("<b", "<br", "<sub>", "</sub>", "<a@b.c>", "<x:y>", "<javascript:x>", "&lt;", "&#x3c;", "//e.org"),
        *("https://e.org", "a.md", "]: "),
    ]
)
TAGS = {
    *("a", "blockquote", "br", "code", "div", "em", "figcaption", "figure", "h2", "h3", "h4", "hr", "img", "kbd", "li"),
    *("ol", "p", "pre", "s", "span", "strong", "sub", "sup", "table", "tbody", "td", "th", "thead", "tr", "ul"),
}


@settings(max_examples=300, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(HOSTILE, min_size=1, max_size=14).map("".join))
def test_whatever_the_rules_let_through_is_harmless(readable: None, body: str) -> None:
    question = dataclasses.replace(_question(""), body=Body(body))
    topic = Topic("transformer", "题", "", Body(""), "", (question,))
    book = dataclasses.replace(BOOK, topics=(topic,))
    path = question.path
    found = contents.Contents(DOCS, book, "", "", "", {path: question.id}, {}, {path: body}, {}, {}, frozenset())
    if [*rules.check(found)]:
        return
    page = Tags()
    page.feed(_html(question).html)
    page.close()
    assert not page.strange


class Tags(HTMLParser):
    """What in a page is neither an element of Markdown nor an attribute that only says where it leads or looks."""

    def __init__(self) -> None:
        super().__init__()
        self.strange: list[object] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            leads = name in ("href", "src") and not re.match(r"https?://|mailto:|[/#]", value or "")
            if leads or name.startswith("on") or name in ("srcdoc", "formaction"):
                self.strange.append((tag, name, value))
        self.strange += [] if tag in TAGS else [tag]

    def handle_comment(self, data: str) -> None:
        self.strange.append(data)

    def handle_decl(self, decl: str) -> None:
        self.strange.append(decl)

    handle_pi = unknown_decl = handle_comment


def _not_again(*_: object) -> None:
    raise AssertionError("rendered again")


def _question(body: str) -> Question:
    text = "short: 结论。\nlevel: 基础\nfrequency: 高\nupdated: 2026-03-09\n"
    question, _ = question_files.draft("transformer/attention-scaling.md", f"---\ntitle: 标题？\n{text}---\n{body}")
    assert question is not None and question.updated == date(2026, 3, 9)
    return question


def _html(question: Question, docs: Path | None = None) -> markup.Rendered:
    return markup.body_html(question.path, question.body, dataclasses.replace(SCREEN, docs=docs))


def test_a_figure_becomes_part_of_the_page_and_a_picture_stays_one(tmp_path: Path) -> None:
    (tmp_path / "transformer").mkdir()
    drawing = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0" fill="{}"/></svg>'
    (tmp_path / "transformer/in.svg").write_text(drawing.format("#2a6496"), encoding="utf-8")
    (tmp_path / "transformer/out.svg").write_text(drawing.format("#123456"), encoding="utf-8")
    body = Body('![一 "二"](in.svg "说 $x$")\n\n![三](out.svg "四")\n\n![五](no.svg)\n')

    def shown(**how: Any) -> str:
        medium = dataclasses.replace(SCREEN, docs=tmp_path, **how)
        return markup.body_html("transformer/a.md", body, medium).html

    inline = shown(show=figures.inlined)
    assert '<figure><svg class="drawing" role="img" aria-label="一 &quot;二&quot;" viewBox="0 0 9 9"' in inline
    assert 'fill="var(--figure-weight)"' in inline and "in.svg" not in inline
    assert 'src="/files/transformer/out.svg" width="9" height="9"' in inline and "no.svg" in inline
    assert [*re.findall(r'figure-number">(图 \d)</span>\u2003(?:说 <mjx-container|四)', inline)] == ["图 1", "图 2"]
    assert shown().count("<img ") == 3


@pytest.mark.parametrize(
    ("authors", "title", "line"),
    [
        (
            "Kalai 等.",
            "Why Do They Hallucinate?",
            "Kalai 等. Why Do They Hallucinate? 2025. https://arxiv.org/abs/2509.1",
        ),
        ("Yang 等", "Tensor Programs.", "Yang 等. Tensor Programs. 2025. https://arxiv.org/abs/2509.1"),
    ],
)
def test_a_work_is_named_with_one_mark_after_each_part(authors: str, title: str, line: str) -> None:
    work = Reference("a", authors, title, 2025, "", "2509.1", "", 1)
    assert portable.source(work) == line
    question = _question("见 [@a]。\n")
    html = markup.references_html(question, dataclasses.replace(BOOK, references={"a": work}), SCREEN)
    assert "?." not in html and f"</cite>{' ' if title.endswith('?') else '. '}2025. <a" in html


def test_lines_of_cells_and_captions_end_between_phrases() -> None:
    table = "| 做法 | 梯度超出上限 |\n| --- | --- |\n| 无 | 裁剪范围（$x$）以外的**全部损失**，见 1 < 2 |"
    text = f'段落里没有。\n\n{table}\n\n![甲](t/b.png "参数怎样更新")'

    def cut(run: str) -> list[str]:
        return [run[at : at + 2] for at in range(0, len(run), 2)]

    html = markup.body_html("t/a.md", Body(text), Screen(_address, str, cut=cut)).html
    for piece in ("梯度<wbr>超出<wbr>上限", "全部<wbr>损失", "参数<wbr>怎样<wbr>更新", "段落里没有", "见 1 &lt; 2"):
        assert piece in html
    # What clings to a formula stays beside it.
    assert re.search(
        r'裁剪<wbr>范围<span class="together">（<mjx-container.*?</mjx-container>）</span>以外的<strong>', html
    )
    assert "<wbr>" not in markup.body_html("t/a.md", Body(text), SCREEN).html


def test_in_a_cell_the_name_of_a_program_breaks_between_its_parts() -> None:
    code = "`PeftModel.from_pretrained(a<b)`"
    text = f"{code}\n\n| 调用 | 出处 |\n| --- | --- |\n| {code} | 见 get_peft_model [@a load_adapter_weights] |"
    html = markup.body_html("t/a.md", Body(text), SCREEN).html
    assert "<p><code>PeftModel.from_pretrained(a&lt;b)</code></p>" in html
    assert "<code>Peft<wbr>Model.<wbr>from_<wbr>pretrained(a&lt;b)</code>" in html
    broken = markup.body_html("t/a.md", Body(text), Screen(_address, str, cut=list)).html
    assert "get_<wbr>peft_<wbr>model" in broken and "load_<wbr>adapter_<wbr>weights]" in broken
