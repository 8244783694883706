"""Formulas → SVG: what a wrong formula is told, what a right one contains, and that nothing depends on the others."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path
from typing import Any

import pytest
from answerbook import cache, node
from answerbook.checking import checks
from answerbook.maths import mathjax
from answerbook.text.body import Body

from tests import sites

MISTAKES = {
    r"\frac{a}{b": "缺右花括号（Missing close brace）",
    r"a}": "多了右花括号，或者缺左花括号（Extra close brace or missing open brace）",
    r"{a": "多了左花括号，或者缺右花括号（Extra open brace or missing close brace）",
    r"\sqrt[}{a}": "还没有等到 ']' 就出现了右花括号（Extra close brace while looking for ']'）",
    r"\softmax x": r"里的 \softmax 没有定义（Undefined control sequence \softmax）",
    r"a_b_c": "有两个连着的下标，请用花括号分清（Double subscripts: use braces to clarify）",
    r"a^b^c": "有两个连着的上标，请用花括号分清（Double exponent: use braces to clarify）",
    r"a^": "的上标或下标后面缺内容（Missing superscript or subscript argument）",
    r"\sqrt": r"里 \sqrt 后面缺参数（Missing argument for \sqrt）",
    r"\left( a": r"里 \left 与 \right 不成对，缺 \right（Extra \left or missing \right）",
    r"a \right)": r"里 \left 与 \right 不成对，缺 \left（Missing \left or extra \right）",
    r"\left a": r"里 \left 后面要跟括号一类的定界符（Missing or unrecognized delimiter for \left）",
    r"\begin{aligned} a": r"缺 \end{aligned}（Missing \end{aligned}）",
    r"a \end{aligned}": r"多了 \end{aligned}，或者缺 \begin{aligned}（Missing \begin{aligned} or extra \end{aligned}）",
    r"\begin{matrix}a\end{pmatrix}": (
        r"以 \begin{matrix} 开头，却以 \end{pmatrix} 结尾（\begin{matrix} ended with \end{pmatrix}）"
    ),
    r"\begin{softmax}\end{softmax}": "里没有 softmax 这种环境（Unknown environment 'softmax'）",
    r"a & b": "里的 & 放错了位置（Misplaced &）",
    r"a # b": r"里不能直接写 #，请写 \#（You can't use 'macro parameter character #' in math mode）",
    r"x \limits": r"里的 \limits 只能跟在运算符后面（\limits is allowed only on operators）",
    r"\sqrt[3{x}": r"里 \sqrt 的方括号没有右半边（Could not find closing ']' for argument to \sqrt）",
}


def test_a_wrong_formula_is_told_why_in_chinese() -> None:
    results = mathjax.render((tex, False) for tex in MISTAKES)
    wrong = {tex: result for (tex, _), result in results.items() if isinstance(result, mathjax.MathError)}
    assert {tex: result.message for tex, result in wrong.items()} == MISTAKES


def test_a_formula_as_wide_as_the_page_is_refused() -> None:
    result = mathjax.render([(r"a \tag{1}", True)])[r"a \tag{1}", True]
    assert isinstance(result, mathjax.MathError)
    assert result.message == "没有固定的宽度，放不进页面（Formula without a width）"


def test_what_could_not_be_loaded_is_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """MathJax by itself would go on without its output, and say so where nobody reads it."""
    hook = (
        "export const load = async (url, context, next) => url.endsWith('/output/svg.js') ? bad() : next(url, context)"
    )
    (tmp_path / "hook.mjs").write_text(f"const bad = () => {{ throw new Error('EMFILE') }}\n{hook}")
    register = tmp_path / "register.mjs"
    register.write_text("import { register } from 'node:module'\nregister('./hook.mjs', import.meta.url)")
    monkeypatch.setenv("NODE_OPTIONS", f"--import={register.as_uri()}")
    monkeypatch.setenv("ANSWERBOOK_CACHE", str(tmp_path / "cache"))
    with pytest.raises(node.NodeError) as stopped:
        # No other test draws it: nothing of it is at hand.
        mathjax.render([("x_{4711}", False)])
    assert "output/svg.js" in str(stopped.value) and "EMFILE" in str(stopped.value)
    assert len(str(stopped.value)) < 2000


def test_a_sentence_that_is_not_in_the_table_is_still_shown() -> None:
    result = mathjax.render([(r"\hskip x", False)])[r"\hskip x", False]
    assert isinstance(result, mathjax.MathError)
    assert result.message == r"里 \hskip 后面缺长度或单位（Missing dimension or its units for \hskip）"
    assert mathjax._explain("Something new") == "不能排版（Something new）"


def test_a_problem_names_the_file_and_the_line() -> None:
    body = "## 详解\n\n设 $x$。\n\n$$\n\\frac{a}{b\n$$\n"
    found = Body(body, 12).formulas
    assert [str(problem) for problem in mathjax.check([("docs/x.md", found)])] == [
        r"docs/x.md:17: 公式 \frac{a}{b 缺右花括号（Missing close brace）"
    ]


@pytest.mark.parametrize(
    "tex",
    [r"\href{javascript:alert(1)}{x}", r"\class{a}{x}", r"\style{color:red}{x}", r"\require{html} x", r"\color{red} x"],
)
def test_a_formula_can_be_nothing_but_mathematics(tex: str) -> None:
    assert isinstance(mathjax.render([(tex, False)])[tex, False], mathjax.MathError)


@pytest.mark.parametrize(
    "tex", [r"\mmlToken{mi}[class=a, id=b]{x}", r"\ref{a}", r"\text{a<b \& 'c'}", r"\bm{W}_{\text{中文}}"]
)
def test_a_drawing_holds_no_more_than_it_needs(tex: str) -> None:
    drawn = _drawn(tex)
    inside = drawn.svg.replace(' style="vertical-align:', "") + drawn.mathml
    assert not re.search(r"\s(?:class|id|style|href|xmlns|on\w+|data-[\w-]+)=", inside)
    assert drawn.svg.startswith("<svg ") and drawn.mathml.startswith("<math>")


def test_the_tex_can_be_copied() -> None:
    assert ' data-tex="a&lt;b"' in _drawn("a<b").html


def test_sizes_do_not_depend_on_the_readers_font() -> None:
    svg = _drawn("x_i").svg
    assert re.match(r'<svg width="[\d.]+em" height="[\d.]+em" viewBox="[-\d. ]+" style="vertical-align:-[\d.]+em"', svg)


def test_chinese_takes_the_width_it_has_on_the_page() -> None:
    assert _drawn(r"\text{中文}").width == pytest.approx(2 * 0.884)


def test_only_a_long_formula_of_the_text_may_break() -> None:
    long = "a+b=" * 8 + "c"
    assert "<mjx-break" in _drawn(long).html
    assert "<mjx-break" not in _drawn(long).svg
    assert "<mjx-break" not in _drawn("a+b=c").html
    assert "<mjx-break" not in _drawn(long, display=True).html


def test_no_line_ends_after_the_sign_of_a_number() -> None:
    assert _drawn("(-a)+(-b)+(-c)+(-d)").broken.count("<mjx-break") == 3


def test_a_wide_display_can_be_scrolled_by_the_keyboard() -> None:
    assert 'tabindex="0"' in _drawn("a+b=" * 12 + "c", display=True).html
    assert "tabindex" not in _drawn("a+b=c", display=True).html
    assert "tabindex" not in _drawn("a+b=" * 12 + "c").html


def test_a_drawing_is_written_in_few_bytes() -> None:
    for place, written in {"10.4,-20.6": 'x="10" y="-21"', "10.4,0.2": 'x="10"'}.items():
        svg = f'<svg><path d="M1 2" transform="translate({place})"/></svg>'
        drawn = mathjax.Drawing("x", False, svg, "", 1.0, 1.0, 0.0)
        assert f'<use href="#a" {written}/>' in drawn.sharing({"M1 2": "a"})


def test_rules_of_arrays_are_drawn_as_they_are_written() -> None:
    lines = {tex: _drawn(rf"\begin{{array}}{{c{tex}c}}a&b\end{{array}}").svg for tex in ("|", ":")}
    assert 'stroke-width="70"' in lines["|"] and "stroke-dasharray" not in lines["|"]
    assert 'stroke-dasharray="140"' in lines[":"]


def test_each_of_several_processes_answers_for_its_share(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("ANSWERBOOK_CACHE", str(tmp_path))
    monkeypatch.setattr(mathjax, "_WORTH_SHARING", 2)
    mathjax._kept.cache_clear()
    results = mathjax.render((f"x_{number}", False) for number in range(5))
    assert [f"<mn>{number}</mn>" in _right(results[f"x_{number}", False]).mathml for number in range(5)] == [True] * 5


def test_only_many_formulas_are_worth_code_compiled_anew(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    commands: list[list[str]] = []
    start = subprocess.Popen

    def started(command: list[str], **streams: Any) -> subprocess.Popen[bytes]:
        commands.append(command)
        return start(command, **streams)

    monkeypatch.setattr(subprocess, "Popen", started)
    monkeypatch.setattr(mathjax, "_WORTH_OPTIMISING", 2)
    written = []
    for name, formulas in (("few", [("a+b", True)]), ("many", [("a+b", True), ("c", False)])):
        monkeypatch.setenv("ANSWERBOOK_CACHE", str(tmp_path / name))
        mathjax._kept.cache_clear()
        written.append(mathjax.render(formulas)["a+b", True])
    mathjax._kept.cache_clear()
    assert ["--no-opt" in command for command in commands] == [True, False]
    assert written[0] == written[1]


def test_a_formula_is_typeset_once(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("ANSWERBOOK_CACHE", str(tmp_path))
    mathjax._kept.cache_clear()
    fresh = mathjax.render([("a+b", True), (r"\sqrt", False)])
    monkeypatch.setattr(node, "side_by_side", _not_again)
    assert mathjax.render([("a+b", True), (r"\sqrt", False)]) == fresh
    mathjax._kept.cache_clear()


def test_what_is_wrong_with_a_formula_is_found_again_without_typesetting(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("ANSWERBOOK_CACHE", str(tmp_path))
    right, wrong = (("docs/x.md", Body(body).formulas) for body in ("$a_1$\n", "一\n\n$a_1$ 与 $b^$\n"))
    problems = mathjax.check([right, wrong])
    assert [(one.path, one.line) for one in problems] == [("docs/x.md", 3)]
    monkeypatch.setattr(node, "side_by_side", _not_again)
    assert mathjax.check([right, wrong]) == problems


def test_drawings_that_nobody_asked_for_because_their_texts_are_as_they_were_stay(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("ANSWERBOOK_CACHE", str(tmp_path))
    mathjax.check([("docs/x.md", Body("$a_9$ 与 $z_9$\n").formulas)])
    for _ in range(cache.UNUSED + 1):
        book = checks.read(sites.SMALL)
        cache.count_build.__wrapped__()
    monkeypatch.setattr(node, "side_by_side", _not_again)
    mathjax._kept.cache_clear()
    assert mathjax.render((one.tex, one.display) for question in book.questions for one in question.body.formulas)
    with pytest.raises(AssertionError):
        mathjax.render([("z_9", False)])
    mathjax._kept.cache_clear()


def test_shared_glyphs_are_the_same_drawings() -> None:
    drawings = [_drawn(tex) for tex in ("d_k", r"\sqrt{d_k}", "d")]
    glyphs = mathjax.Glyphs(drawings)
    page, shared = "".join(one.html for one in drawings), "".join(map(glyphs.html, drawings))
    assert shared.startswith('<svg class="glyphs"')
    outlines = dict(re.findall(r'<path id="(mjx-\d+)" d="([^"]*)"/>', shared))
    assert len(shared) < len(page) and len(outlines) == 2
    unshared = re.sub(r'<use href="#(mjx-\d+)"', lambda use: f'<path d="{outlines[use[1]]}"', shared)
    assert re.sub(r'<svg class="glyphs".*?</svg>', "", unshared) == page


def test_a_page_that_repeats_no_glyph_stays_as_it_is() -> None:
    drawn = _drawn("x")
    assert mathjax.Glyphs([drawn]).html(drawn) == drawn.html


def test_without_node_one_sentence_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("shutil.which", lambda name: None)
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None)
    with pytest.raises(node.NodeError, match=r"没有找到 Node.js；请运行 python3 book.py build"):
        node.executable()


def _not_again(script: str, texts: object, *, short: bool) -> str:
    raise AssertionError("typeset again")


def _drawn(tex: str, display: bool = False) -> mathjax.Drawing:
    return _right(mathjax.render([(tex, display)])[tex, display])


def _right(result: mathjax.Drawing | mathjax.MathError) -> mathjax.Drawing:
    assert isinstance(result, mathjax.Drawing), result
    return result
