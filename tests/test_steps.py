"""Figures in steps: what each moment shows is what an independent computation says, and all of it is light."""

from __future__ import annotations

import gzip
import re
from collections import Counter
from functools import cache
from html import unescape
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from answerbook.content import steps
from answerbook.content.questions import Question
from answerbook.content.steps import Steps
from answerbook.drawing import figures
from answerbook.drawing.canvas import Steps as Drawn
from answerbook.site import browser, stepping

from tests import pages_code
from tests.sites import ROOT

FILES = sorted((ROOT / "docs").glob("*/*/*.steps.json"))
# kB, compressed by gzip: what a figure may cost with the script that takes its moments one by one.
HEAVIEST = 15


@cache
def read(name: str) -> Steps:
    return next(steps.read(file) for file in FILES if file.name == f"{name}{steps.SUFFIX}")


def parts(name: str, number: int) -> list[str]:
    """The parts of a moment, counted from 1 as readers do."""
    found = read(name)
    return [found.parts[part] for part in found.frames[number - 1]]


def words(name: str, number: int) -> list[str]:
    """The words of a moment in the order they were drawn."""
    return [
        unescape(re.sub(r"<[^>]*>", "", part)) for part in parts(name, number) if part.startswith(("<text", "<tspan"))
    ]


def said(name: str, number: int) -> str:
    return read(name).said[number - 1]


@cache
def page(id: str) -> dict[str, Any]:
    """What the code of a page leaves."""
    return pages_code.run(next(one for one in pages_code.questions() if one.id == id))


def figure(tmp_path: Path, *sentences: str) -> Path:
    """A figure in steps, written as its script would."""
    drawn = Drawn(480, 100, "图", "说明")
    for number, sentence in enumerate(sentences):
        moment = drawn.step(sentence)
        moment.text(10, 30, "一直在")
        moment.box(10 + 40 * number, 50, 30, 30, "weight", f"{number}")
    return drawn.save(str(tmp_path / "walk.py"), 2)


def test_moments_are_written_beside_the_drawing_and_read_again(tmp_path: Path) -> None:
    picture = figure(tmp_path, "先", "再", "完")
    found = steps.read(steps.beside(picture))
    assert (found.name, found.shown, found.said) == ("walk", 2, ("先", "再", "完"))
    assert found.anchors == ("step-walk-1", "step-walk-2", "step-walk-3")
    # What all moments show is there once.
    assert sum("一直在" in part for part in found.parts) == 1
    shown = [found.parts[part] for part in found.frames[1]]
    assert picture.read_text("utf-8") == "\n".join((found.svg, *shown, "</svg>")) + "\n"
    assert found.text == steps.beside(picture).read_text("utf-8")


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        ('"shown": 2', '"shown": 4', "第 4 步，对不上"),
        ('"再",\n', "", "有 2 句话、3 步"),
        ("[0,1,2]", "[0,1,99]", "用了没有的部分"),
        ('"said"', '"saying"', "不是步进图的数据"),
        ("{", "", "不是步进图的数据"),
    ],
)
def test_a_broken_file_says_how_to_mend_it(tmp_path: Path, old: str, new: str, sentence: str) -> None:
    file = steps.beside(figure(tmp_path, "先", "再", "完"))
    file.write_text(file.read_text("utf-8").replace(old, new, 1), encoding="utf-8")
    with pytest.raises(ValueError, match=f"{sentence}.*book.py draw"):
        steps.read(file)


def test_a_page_has_a_place_for_every_moment_and_the_words_of_the_one_it_shows(tmp_path: Path) -> None:
    picture = figure(tmp_path, "先", "再 <b>", "完")
    html = stepping.shown(picture, "替代文字")
    assert html and 'data-steps="walk" data-shown="2" data-count="3"' in html
    assert all(f'<span id="step-walk-{number}"></span>' in html for number in (1, 2, 3))
    assert '<b class="steps__count">2 / 3</b> <span>再 &lt;b&gt;</span>' in html
    steps.beside(picture).unlink()
    assert stepping.shown(picture, "替代文字") == figures.inlined(picture, "替代文字")


def test_there_are_figures_in_steps() -> None:
    assert {file.name.removesuffix(steps.SUFFIX) for file in FILES} >= {"bpe", "softmax"}


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name.removesuffix(steps.SUFFIX))
def test_every_moment_keeps_to_the_language_and_all_are_light(file: Path) -> None:
    found = steps.read(file)
    assert not list(figures.check(found.drawn))
    assert all(0 < len(sentence) <= steps.LONGEST for sentence in found.said)
    assert len(set(found.frames)) == len(found.frames) >= 5
    (question,) = (one for one in pages_code.questions() if file in steps.files(one.path, one.body, ROOT / "docs"))
    (script,) = stepping.scripts(_moving(question)).values()
    size = len(gzip.compress(script.encode(), 9)) + len(gzip.compress(browser.scripts()["steps.js"].encode(), 9))
    assert size <= HEAVIEST * 1000


def _moving(question: Question) -> dict[str, stepping.Moving]:
    (moving,) = stepping.of(question, ROOT / "docs")
    return {moving.steps.name: moving}


COUNTS = {"rain": 5, "train": 4, "trail": 3, "tail": 2}


def pieces(shown: list[str], label: str, letters: str) -> list[str]:
    """What follows a label, as long as it goes on with the letters of its word."""
    found: list[str] = []
    for piece in shown[shown.index(label) + 1 :]:
        if "".join(found) == letters:
            break
        found.append(piece)
    assert "".join(found) == letters
    return found


@pytest.mark.parametrize("done", range(5))
def test_bpe_merges_what_the_code_of_the_page_merges(done: int) -> None:
    code = page("bpe-algorithm")
    merges = code["train"](COUNTS, 4)
    shown = words("bpe", done + 1)
    now = {word: code["encode"](word, merges[:done]) for word in COUNTS}
    assert {word: pieces(shown, f"{word}（{count}）", word) for word, count in COUNTS.items()} == now
    assert [word for word in shown if re.match(r"\d ", word)] == [
        f"{number} {''.join(pair)}" for number, pair in enumerate(merges[:done], 1)
    ]
    pairs = Counter("+".join(pair) for word, cut in now.items() for pair in pairwise(cut) for _ in range(COUNTS[word]))
    counted = {name: int(times) for name, times in pairwise(shown) if "+" in name}
    assert len(counted) == (4 if done < 4 else 0)
    assert all(pairs[name] == times for name, times in counted.items())
    if done < 4:
        assert next(iter(counted)) == "+".join(merges[done]) and max(pairs.values()) == next(iter(counted.values()))


def test_bpe_encodes_as_the_code_of_the_page_does() -> None:
    code = page("bpe-algorithm")
    merges = code["train"](COUNTS, 4)
    for done in range(4):
        cut = code["encode"]("brain", merges[:done])
        assert pieces(words("bpe", 6 + done), f"{done} 次合并", "brain") == cut
        assert "·".join(cut) in said("bpe", 6 + done)
    last = words("bpe", 11)
    assert last[-2:] == ["1 bc", "2 ab"]
    assert pieces(last, "合并后", "abc") == code["encode"]("abc", [("b", "c"), ("a", "b")])


def test_the_online_softmax_ends_where_the_whole_one_does() -> None:
    names = ("最大 m", "分母 ℓ", "输出 o")
    scores, values = np.array([1, 2, 3, 4, 2, 1.0]), np.array([10, 20, 30, 40, 50, 60.0])

    def kept(places: slice) -> list[float]:
        """Maximum, denominator and undivided output of some scores, all at once."""
        weights = np.exp(scores[places] - scores[places].max())
        return [scores[places].max(), weights.sum(), weights @ values[places]]

    def row(number: int, name: str) -> list[float]:
        shown = words("softmax", number)
        found = []
        for word in shown[shown.index(name) + 1 :]:
            if word in names or re.match("[×绿]", word):
                break
            found += [float(word.strip("+ "))] if re.fullmatch(r"(\+ )?[\d.]+", word) else []
        return found

    for number, end in ((2, 2), (4, 4), (5, 6)):
        assert [row(number, name)[-1] for name in names] == pytest.approx(kept(slice(end)), abs=0.005)
    # Only the base has changed: what was kept of the first block, times e to the difference.
    rebased = np.exp(2 - 4) * np.array(kept(slice(2))[1:])
    assert [row(3, name)[-1] for name in names[1:]] == pytest.approx(rebased, abs=0.005)
    whole = np.exp(scores) / np.exp(scores).sum() @ values
    assert f"o / ℓ = {whole:.2f}" in words("softmax", 6)
    assert f"{np.exp(scores[:4]) / np.exp(scores[:4]).sum() @ values[:4]:.2f}" in said("softmax", 4)
    for line, value in zip(names, kept(slice(6)), strict=True):
        assert row(8, line)[-2:] == pytest.approx([value, value], abs=0.005)
    # The mistake gives what no average of these values can be.
    wrong = kept(slice(2))[2] + np.exp(scores[2:4] - 4) @ values[2:4]
    assert f"{wrong:.2f}" in words("softmax", 7) and f"{wrong / kept(slice(4))[1]:.2f}" in said("softmax", 7)
    assert wrong / kept(slice(4))[1] > values[:4].max()
