"""The language of figures: its colours can be read, a page holds nothing but drawings, scripts draw what is kept."""

from __future__ import annotations

import re
import runpy
from pathlib import Path

import pytest
from answerbook.content import steps
from answerbook.drawing import canvas, figures

from tests.sites import ROOT

SCRIPTS = sorted((ROOT / "docs").glob("*/*/*.py"))
HEAD = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 480 100" font-family="sans-serif">'


def whole(inside: str) -> str:
    return f"{HEAD}<title>名</title><desc>说明</desc>{inside}</svg>"


def said(inside: str) -> list[str]:
    return [sentence for _, sentence in figures.check(whole(inside))]


def luminance(colour: str) -> float:
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("colour", figures.MEANINGS, ids=lambda colour: colour.name)
def test_words_can_be_read_in_each_colour_and_on_each_ground(colour: figures.Colour) -> None:
    css = figures.stylesheet()
    light, dark = (re.search(rf"--figure-{colour.name}-2:(#\w+)", part) for part in css.split("@media"))
    assert light and dark
    assert light[1] == figures.tint(colour.name)
    assert contrast(colour.light, "#fefdfa") >= 4.5 and contrast(colour.dark, "#17191c") >= 4.5
    assert contrast("#23272b", light[1]) >= 7 and contrast("#d8d5ce", dark[1]) >= 7
    assert contrast(colour.light, light[1]) >= 4.5 and contrast(colour.dark, dark[1]) >= 4.5


def test_a_page_shows_a_drawing_in_its_own_colours_and_font() -> None:
    weight = figures.MEANINGS[0]
    drawing = whole(f'<rect id="a" x="1" width="5" fill="{weight.light}"/>\n<text y="30">字 <tspan>x</tspan></text>')
    assert figures.as_html(drawing, '一个"方块"', "q-") == (
        '<svg class="drawing" role="img" aria-label="一个&quot;方块&quot;" viewBox="0 0 480 100"'
        ' width="480" height="100">'
        '<rect id="q-a" x="1" width="5" fill="var(--figure-weight)" /><text y="30">字 <tspan>x</tspan></text></svg>'
    )


@pytest.mark.parametrize(
    "inside",
    [
        "<script>alert(1)</script>",
        "<style>a{}</style>",
        '<rect onclick="alert(1)"/>',
        '<rect style="fill:red"/>',
        '<rect class="drawer"/>',
        '<rect fill="red"/>',
        '<rect fill="url(https://evil.example)"/>',
        '<g clip-path="URL(//evil.example)"/>',
        '<use href="https://evil.example#x"/>',
        '<a href="https://evil.example"><rect/></a>',
        '<image href="#x"/>',
        "<foreignObject/>",
        '<set attributeName="href" to="x"/>',
        '<text font-family="Comic Sans MS"/>',
    ],
)
def test_a_page_holds_nothing_but_drawings(inside: str) -> None:
    assert figures.as_html(whole(inside), "图", "") is None
    assert said(inside)


@pytest.mark.parametrize(
    "broken", ["", "<svg", "<p/>", "<!DOCTYPE svg>" + whole(""), HEAD.replace("480", "0") + "</svg>"]
)
def test_what_is_no_drawing_stays_a_picture(broken: str) -> None:
    assert figures.as_html(broken, "图", "") is None


def test_a_file_that_is_shown_by_itself_lies_on_paper(tmp_path: Path) -> None:
    drawing, picture = tmp_path / "a.svg", tmp_path / "b.svg"
    drawing.write_text(whole("<path/>"), encoding="utf-8")
    picture.write_text(whole('<path fill="red"/>'), encoding="utf-8")
    alone = figures.alone(drawing)
    assert alone and f'sans-serif"><rect width="100%" height="100%" fill="{figures.PAPER}"/><title>' in alone
    assert figures.alone(picture) is figures.alone(tmp_path / "c.svg") is figures.alone(tmp_path / "d.png") is None


def test_the_helper_draws_in_the_language() -> None:
    figure = canvas.Figure(480, 300, "图", "说明")
    figure.box(20, 20, 120, 50, "weight", "W_O\n权重", bold=True)
    figure.box(160, 20, 120, 50, "kv", "KV", solid=True)
    figure.arrow((20, 100), (200, 100), (200, 160), colour="gradient", dash=True, both=True)
    figure.cells(300, 20, 20, 20, [["weight", "+data", ""], ["", "neutral", "kv"]])
    figure.legend(20, 200, [("optimizer", "优化器"), ("activation", "激活")])
    figure.text(20, 240, "10^{-8} a_i^2 <x>", "muted", size=15)
    figure.text(60, 270, "÷ √d_k 和 √KL", anchor="middle")
    # A font leaves the bar of a root to us: both are drawn, and the letters leave their sign room.
    assert figure.svg().count("√") == 0 and [part[:6] for part in figure.parts[-3:]] == ["<text ", "<path ", "<path "]
    figure.circle(300, 200, 14, "accent", "+")
    assert not list(figures.check(figure.svg())) and figures.as_html(figure.svg(), "图", "")
    assert not figure.problems
    figure.box(200, 250, 30, 20, text="放不下的字")
    figure.text(470, 290, "出去了")
    figure.text(200, 8, "太高了")
    figure.text(30, 244, "叠在上面")
    assert len(figure.problems) == 4
    assert figure.problems[-1] == "“叠在上面”和“10^{-8} a_i^2 <x>”叠在一起；请挪开"


def test_words_that_are_turned_may_begin_anywhere() -> None:
    words = '<text x="-90" y="-9"{}>字</text>'
    assert said(words.format("")) == ["文字“字”超出了图的边；请挪动或换短些"]
    assert said(words.format(' transform="rotate(-90)"')) == []
    assert said(f'<g transform="rotate(-90)">{words.format("")}</g>') == []


def test_axes_place_values() -> None:
    axes = canvas.Axes(canvas.Figure(480, 300, "图", "说明"), (0, 10), (0, 1), left=60, top=20, right=20, bottom=40)
    assert axes.at(0, 0) == (60, 260) and axes.at(10, 1) == (460, 20)


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda script: f"{script.parent.name}/{script.stem}")
def test_a_script_draws_what_is_kept(script: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    drawn: list[tuple[str, list[str]]] = []
    moments: list[tuple[str, list[str]]] = []

    def walk(figure: canvas.Steps, file: str, shown: int) -> None:
        figure.moments[shown - 1][1].save(file)
        moments.append((figure.steps(file, shown).text, [said for _, one in figure.moments for said in one.problems]))

    monkeypatch.setattr(canvas.Figure, "save", lambda figure, file: drawn.append((figure.svg(), figure.problems)))
    monkeypatch.setattr(canvas.Steps, "save", walk)
    runpy.run_path(str(script), run_name="__main__")
    assert drawn == [(script.with_suffix(".svg").read_text("utf-8"), [])]
    kept = steps.beside(script)
    assert moments == ([(kept.read_text("utf-8"), [])] if kept.exists() else [])


def test_contributors_are_told_the_colours_there_are() -> None:
    told = re.findall(
        r"\| (\w+) \| [^|]+ \| `(#\w{6})` \| `(#\w{6})` \|", (ROOT / "CONTRIBUTING.md").read_text("utf-8")
    )
    assert told == [(one.name, one.light, figures.tint(one.name)) for one in figures.MEANINGS]
