"""The notebooks run again from the first cell to the last and come to what is kept in them."""

from __future__ import annotations

import base64
import json
import re
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from answerbook.checking import checks
from answerbook.content import notebooks
from answerbook.content.notebooks import Cell, Notebook, OutputImage
from answerbook.text.body import Body

from tests.sites import ROOT, SMALL
from tools import driver, notebook

FILES = sorted((ROOT / "docs" / "notebooks").glob("*.ipynb"))
NUMBER = re.compile(r"[-+]?\d+(?:\.\d+)?(?:e[-+]?\d+)?")


def read(path: Path, held: Any) -> Notebook:
    """The notebook as the pages see it."""
    found, sentences = notebooks.parse(f"notebooks/{path.name}", json.dumps(held))
    assert found is not None and not sentences, sentences
    return found


def same(before: str | OutputImage, after: str | OutputImage) -> bool:
    """The same words and, but for the last digits, the same numbers; for a figure, that it was drawn."""
    if isinstance(before, OutputImage) or isinstance(after, OutputImage):
        drawn = isinstance(before, OutputImage) and isinstance(after, OutputImage)
        return drawn and (before.alt, before.name) == (after.alt, after.name)  # type: ignore[union-attr]
    old, new = ([float(number) for number in NUMBER.findall(text)] for text in (before, after))
    return NUMBER.sub("#", before).split() == NUMBER.sub("#", after).split() and np.allclose(old, new, rtol=1e-2)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_notebook_comes_to_the_same_again(path: Path, update_golden: bool) -> None:
    now = notebook.run(path)
    if update_golden:
        notebook.keep(path, now)
    for before, after in zip(read(path, notebook.kept(path)).cells, read(path, now).cells, strict=True):
        assert len(before.outputs) == len(after.outputs), f"第 {before.number} 格"
        for old, new in zip(before.outputs, after.outputs, strict=True):
            assert same(old, new), f"第 {before.number} 格：\n{old}\n{new}"


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_notebook_keeps_nothing_of_the_machine_it_ran_on(path: Path) -> None:
    found = notebook.kept(path)
    assert set(found.metadata) == {"kernelspec", "language_info", notebooks.RAN}
    assert [cell.id for cell in found.cells if set(cell.metadata) - {"tags"}] == []


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_notebook_draws_and_some_answer_leads_to_it(path: Path) -> None:
    assert read(path, notebook.kept(path)).figures
    assert [page for page in (ROOT / "docs").glob("*/*.md") if f"notebooks/{path.name}" in page.read_text("utf-8")]


def cell(**fields: Any) -> dict[str, Any]:
    code = {"cell_type": "code", "source": "1", "execution_count": 1, "metadata": {}, "outputs": []}
    return {**code, **fields}


TITLE = {"cell_type": "markdown", "source": "# 标题\n\n正文", "metadata": {}}
SVG = '<svg viewBox="0 0 300 150"></svg>'


def drawn(data: str, kind: str = "image/svg+xml") -> dict[str, Any]:
    return {"output_type": "display_data", "data": {kind: data}, "metadata": {kind: {"alt": "图"}}}


def whole(*cells: dict[str, Any]) -> str:
    return json.dumps({"cells": cells, "metadata": {}, "nbformat": 4, "nbformat_minor": 4})


def told(*cells: dict[str, Any]) -> list[str]:
    return notebooks.parse("notebooks/a.ipynb", whole(*cells))[1]


@pytest.mark.parametrize(
    ("cells", "sentence"),
    [
        ([cell()], "第 1 格应是以“# 标题”开头的文字"),
        ([TITLE, cell(execution_count=None)], "第 2 格没有运行过；请从头运行一遍再保存"),
        (
            [TITLE, cell(outputs=[{"output_type": "error", "ename": "KeyError", "evalue": "", "traceback": []}])],
            "第 2 格运行时出错（KeyError）；请改好再从头运行",
        ),
        (
            [TITLE, cell(outputs=[{"output_type": "stream", "name": "stderr", "text": "注意"}])],
            "第 2 格有警告输出；请改掉它的原因再从头运行",
        ),
        (
            [TITLE, cell(outputs=[{"output_type": "display_data", "data": {"text/html": "<b>"}, "metadata": {}}])],
            "第 2 格的输出不能显示；请用 print 输出文字，用 show 输出图",
        ),
        (
            [TITLE, cell(outputs=[{"output_type": "display_data", "data": {"image/svg+xml": SVG}, "metadata": {}}])],
            "第 2 格的图没有替代文字或尺寸；请用 drawing.py 的 show 输出，写上图里有什么",
        ),
        (
            [TITLE, cell(outputs=[drawn(SVG.replace("><", "><script/><"))])],
            "第 2 格的图里有 <script>；图片不能带脚本或网页，请删去",
        ),
        (
            [TITLE, cell(outputs=[drawn(base64.b64encode(b"<html>" * 9).decode(), "image/png")])],
            "第 2 格的图的内容不是 PNG；请从头运行一遍再保存",
        ),
        ([TITLE, cell(source="\ud800")], "第 2 格有多数设备显示不出的字符（U+D800）；请改用通用的字"),
        (
            [TITLE, cell(outputs=[{"output_type": "stream", "name": "stdout", "text": "\x1b[31m"}])],
            "第 2 格有控制字符（U+001B）；请删去",
        ),
        (
            [TITLE, {"cell_type": "code"}],
            "第 2 格不合笔记本的格式（缺少 metadata、source、outputs、execution_count）；请用 Jupyter 重新保存",
        ),
        ([TITLE, cell(source=5)], "第 2 格不合笔记本的格式（source 写得不对）；请用 Jupyter 重新保存"),
        ([TITLE, cell(colour="red")], "第 2 格不合笔记本的格式（多了 colour）；请用 Jupyter 重新保存"),
        (
            [TITLE, cell(outputs=[{"output_type": "stream", "name": "stdout"}])],
            "第 2 格的第 1 个输出不合笔记本的格式（缺少 text）；请用 Jupyter 重新保存",
        ),
    ],
)
def test_what_keeps_a_notebook_from_being_shown(cells: list[dict[str, Any]], sentence: str) -> None:
    assert told(*cells) == [sentence]


# Nested without end, and sizes beyond all numbers.
DEEP, HUGE = "[" * 200_000, whole(TITLE, cell(outputs=[drawn('<svg viewBox="0 0 1.1.1 1">')]))


@pytest.mark.parametrize("text", [DEEP, HUGE, "", "[]", '{"cells": [1]}', '{"cells": {}}', '{"nbformat": 4}', "\0"])
def test_a_file_that_is_no_notebook_is_told_so(text: str) -> None:
    found, sentences = notebooks.parse("notebooks/a.ipynb", text)
    assert found is None and len(sentences) == 1


@pytest.mark.parametrize("source", ["# a" + " " * 200_000 + "b", "# a\n\n" + "<svg viewBox=" * 10_000])
def test_a_hostile_notebook_costs_its_length_and_no_more(source: str) -> None:
    title = {**TITLE, "source": source}
    assert told(title, cell(outputs=[drawn(source.replace("#", "<svg ") + "<svg " * 100_000)]))


def test_a_notebook_is_read_with_its_figures_numbered() -> None:
    figure = {
        "output_type": "display_data",
        "data": {"image/svg+xml": [SVG]},
        "metadata": {"image/svg+xml": {"alt": "图"}},
    }
    text = whole(TITLE, cell(outputs=[figure, figure]))
    found, sentences = notebooks.parse("notebooks/a.ipynb", text)
    assert found is not None and not sentences
    assert found.title == "标题" and found.cells[0] == Cell(1, False, Body("\n正文"), ())
    assert [(one.name, one.width, one.height) for one in found.figures] == [
        ("figure-1.svg", 300, 150),
        ("figure-2.svg", 300, 150),
    ]


def test_formulas_of_notebooks_are_checked_with_their_cell(tmp_path: Path) -> None:
    wrong = {"cell_type": "markdown", "source": r"$\frac{a}{b$", "metadata": {}}
    file = tmp_path / "notebooks" / "a.ipynb"
    file.parent.mkdir()
    file.write_text(whole(TITLE, wrong), "utf-8")
    _, problems = checks.examine(tmp_path, None, tmp_path)
    assert [str(problem) for problem in problems] == [
        "notebooks/a.ipynb（第 2 格）: 公式 \\frac{a}{b 缺右花括号（Missing close brace），“{b”的左花括号没有收尾"
    ]


def test_settings_that_leave_out_the_notebooks_are_told_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ANSWERBOOK_DOCS", str(SMALL))
    (said,) = driver.build(ROOT / "mkdocs.yml", "build", site_dir=str(tmp_path / "site"), plugins=[])
    assert said.startswith("mkdocs.yml: 插件 mkdocs-jupyter 没有认出 notebooks/tiny.ipynb；请在 plugins 里列出它")
    assert not (tmp_path / "site").exists()
