"""Figures in steps: what each moment shows is what an independent computation says, and all of it is light."""

from __future__ import annotations

import json
import re
from collections import Counter
from functools import cache
from html import unescape
from itertools import pairwise
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import numpy as np
import pytest
from answerbook import node
from answerbook.checking import rules
from answerbook.content import steps
from answerbook.content.contents import Contents
from answerbook.content.questions import Question
from answerbook.content.steps import SteppedFigure
from answerbook.drawing import figures
from answerbook.drawing.canvas import Steps as Drawn
from answerbook.paper import paper
from answerbook.site import browser, stepping

from tests import pages_code
from tests.sites import ROOT

FILES = sorted((ROOT / "docs").glob("*/*/*.steps.json"))
# kB as they are, before anything compresses them: what a figure may cost with the script that takes its moments one by
# one.
HEAVIEST = 15


@cache
def read(name: str) -> SteppedFigure:
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


def test_contributors_hear_of_figures_that_cannot_be_shown(tmp_path: Path) -> None:
    for folder, sentence in (("a", "先"), ("b", "长" * 91), ("c", "再")):
        (tmp_path / "docs" / "topic" / folder).mkdir(parents=True)
        figure(tmp_path / "docs" / "topic" / folder, sentence, "完")
    broken, strange = tmp_path / "docs/topic/b/broken.steps.json", tmp_path / "docs/topic/c/walk.steps.json"
    broken.write_text("{", encoding="utf-8")
    strange.write_text(strange.read_text("utf-8").replace("#2a6496", "#2a6497"), encoding="utf-8")
    contents = cast("Contents", SimpleNamespace(docs=tmp_path / "docs", shown="docs/"))
    heard = [str(problem) for problem in rules.check_steps(contents)]
    assert [said.split("；")[0].split("（")[0] for said in heard] == [
        "docs/topic/b/broken.steps.json: 不是步进图的数据",
        "docs/topic/b/walk.steps.json: 第 1 步的话有 91 字",
        "docs/topic/b/walk.steps.json: 与 topic/a/walk.steps.json 同名，名字在地址里",
        "docs/topic/c/walk.steps.json: 颜色 #2a6497 不在图的颜色里",
        "docs/topic/c/walk.steps.json: 与 topic/b/walk.steps.json 同名，名字在地址里",
    ]


def test_a_page_has_a_place_for_every_moment_and_the_words_of_the_one_it_shows(tmp_path: Path) -> None:
    picture = figure(tmp_path, "先", "再 <b>", "完")
    html = stepping.shown(picture, "替代文字")
    assert html and 'data-steps="walk" data-shown="2" data-count="3"' in html
    assert all(f'<span id="step-walk-{number}"></span>' in html for number in (1, 2, 3))
    assert '<b class="steps__count">2 / 3</b> <span>再 &lt;b&gt;</span>' in html
    steps.beside(picture).unlink()
    assert stepping.shown(picture, "替代文字") == figures.inlined(picture, "替代文字")


def test_on_paper_a_link_to_a_moment_leads_to_the_answer() -> None:
    book, imprint = SimpleNamespace(by_id={"rope-principle": None}), SimpleNamespace(url="https://example.org/")
    volume = paper.Volume(cast(Any, book), cast(Any, imprint), Path(), "docs/")
    inside = volume.link("rope-principle", "")
    assert volume.link("rope-principle", "step-rope-5") == inside
    assert volume.link("rope-principle", "limits") == f"{inside}.limits"
    assert volume.link("bpe-algorithm", "step-bpe-2") == "https://example.org/q/bpe-algorithm/#step-bpe-2"


def test_there_are_figures_in_steps() -> None:
    names = {"bpe", "masks", "pipeline", "rope", "sampling", "softmax"}
    assert {file.name.removesuffix(steps.SUFFIX) for file in FILES} >= names


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name.removesuffix(steps.SUFFIX))
def test_every_moment_keeps_to_the_language_and_all_are_light(file: Path) -> None:
    found = steps.read(file)
    assert not list(figures.check(found.drawn))
    assert all(0 < len(sentence) <= steps.LONGEST for sentence in found.said)
    assert len(set(found.frames)) == len(found.frames) >= 5
    (question,) = (one for one in pages_code.questions() if file in steps.files(one.path, one.body, ROOT / "docs"))
    (script,) = stepping.scripts(_moving(question)).values()
    assert len(script.encode()) + len(browser.scripts()["steps.js"].encode()) <= HEAVIEST * 1000


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name.removesuffix(steps.SUFFIX))
def test_what_is_sent_draws_what_was_drawn(file: Path) -> None:
    found = steps.read(file)
    (question,) = (one for one in pages_code.questions() if file in steps.files(one.path, one.body, ROOT / "docs"))
    (script,) = stepping.scripts(_moving(question)).values()
    shown = json.loads(node.run(ROOT / "tests" / "moments.mjs", script.partition("]=")[2]))
    pieces = figures.pieces(found.drawn, f"{found.name}-")
    assert pieces
    drawn = [piece.replace(" />", "/>") for piece in pieces]
    assert shown == ["".join(drawn[part] for part in frame) for frame in found.frames]


def _moving(question: Question) -> dict[str, stepping.PlacedFigure]:
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


def bars(name: str, number: int) -> list[list[float | None]]:
    """The probabilities of the two panels of a moment, left and right; None is a word that is cut."""
    found: dict[int, dict[int, float | None]] = {}
    for part in parts(name, number):
        shown = re.match(r'<text x="([\d.]+)" y="([\d.]+)".*>(\.\d{3}|1|截掉)</text>', part)
        if shown and float(shown[2]) <= 170:
            x, word = float(shown[1]), shown[3]
            panel, place = int(x > 240), int((x - (266 if x > 240 else 12)) // 50)
            found.setdefault(panel, {})[place] = None if word == "截掉" else float(word)
    return [[found[panel][place] for place in range(4)] for panel in sorted(found)]


def shares(temperature: float, *cuts: tuple[str, float], last: float = 1) -> list[float | None]:
    """Probabilities of scores 3, 2, 1, 0 after a temperature, cuts one after the other, and a last temperature."""
    logits = np.array([3, 2, 1, 0.0]) / temperature
    for kind, value in cuts:
        weights = np.exp(logits)
        order = np.cumsum(weights / weights.sum())
        if kind == "k":
            keep = np.arange(4) < value
        elif kind == "p":
            keep = np.arange(4) <= np.searchsorted(order, value)
        else:
            keep = weights >= value * weights.max()
        logits = np.where(keep, logits, -np.inf)
    weights = np.exp(logits / last)
    return [None if weight == 0 else float(weight / weights.sum()) for weight in weights]


T_HALF, TOP_P, TOP_K = 0.5, ("p", 0.9), ("k", 3)


@pytest.mark.parametrize(
    ("number", "panels"),
    [
        (2, [shares(1), shares(T_HALF)]),
        (3, [shares(1), shares(2)]),
        (4, [shares(1), shares(1, TOP_K)]),
        (5, [shares(1), shares(1, TOP_P)]),
        (6, [shares(2), shares(2, TOP_P)]),
        (7, [shares(T_HALF), shares(T_HALF, TOP_P)]),
        (8, [shares(T_HALF, TOP_P), shares(1, TOP_P, last=T_HALF)]),
        (9, [shares(1, TOP_K), shares(1, TOP_K, TOP_P)]),
        (10, [shares(1), shares(1, ("min", 0.1))]),
        (11, [shares(T_HALF), [1, None, None, None]]),
    ],
)
def test_sampling_keeps_what_another_computation_keeps(number: int, panels: list[list[float | None]]) -> None:
    drawn = bars("sampling", number)
    assert [[value is None for value in panel] for panel in drawn] == [[v is None for v in panel] for panel in panels]
    for panel, expected in zip(drawn, panels, strict=True):
        kept = [value for value in expected if value is not None]
        assert [value for value in panel if value is not None] == pytest.approx(kept, abs=0.0006)


def test_sampling_keeps_what_the_code_of_the_page_draws() -> None:
    sample, rng, logits = page("sampling-parameters")["sample"], np.random.default_rng(0), np.array([3, 2, 1, 0.0])
    for number, panel, settings in (
        (4, 1, {"top_k": 3}),
        (5, 1, {"top_p": 0.9}),
        (6, 1, {"temperature": 2, "top_p": 0.9}),
        (7, 1, {"temperature": 0.5, "top_p": 0.9}),
        (8, 0, {"temperature": 0.5, "top_p": 0.9}),
        (9, 1, {"top_k": 3, "top_p": 0.9}),
    ):
        seen = {sample(logits, rng=rng, **settings) for _ in range(2000)}
        drawn = bars("sampling", number)[panel]
        assert seen == {place for place, value in enumerate(drawn) if value is not None}, number


def mask(number: int, queries: int = 6) -> np.ndarray[Any, np.dtype[np.bool_]]:
    """What is seen in a moment of the masks: full cells, in their rows and columns."""
    seen = np.zeros((queries, 6), dtype=bool)
    cells = [
        re.match(r'<rect x="([\d.]+)" y="([\d.]+)" width="34".* fill="(\S+)"', part) for part in parts("masks", number)
    ]
    found = [cell for cell in cells if cell]
    assert len(found) == 6 * queries
    full = [one.light for one in figures.MEANINGS]
    for cell in found:
        seen[round((float(cell[2]) - 62) / 34), round((float(cell[1]) - 62) / 34)] = cell[3] in full
    return seen


def test_masks_are_what_their_formulas_say() -> None:
    row, column = np.arange(6)[:, None], np.arange(6)
    causal = row >= column
    real, sample = np.array([0, 0, 1, 1, 1, 1], dtype=bool), np.repeat([0, 1], 3)
    assert (mask(1) == np.ones((6, 6), dtype=bool)).all() and (mask(2) == causal).all()
    assert (mask(3) == (causal & real[::-1])).all() and (mask(4) == (causal & real)).all()
    # Every row of real tokens is as without padding, also where the padding comes first.
    assert (mask(3)[:4, :4] == causal[:4, :4]).all() and (mask(4)[2:, 2:] == causal[:4, :4]).all()
    assert not mask(4)[:2].any() and "NaN" in "".join(words("masks", 4))
    assert (mask(5) == causal).all() and (mask(6) == (causal & (sample[:, None] == sample))).all()
    for number in range(1, 7):
        assert f"看得见 {mask(number).sum()} / 36 格" in words("masks", number)
    # Aligned top left, as is_causal does it, and bottom right, as it is to be.
    assert (mask(7, 2) == np.tril(np.ones((2, 6), dtype=bool))).all()
    assert (mask(8, 2) == causal[-2:]).all() and (mask(9, 1) == causal[-1:]).all()


def test_masks_are_those_of_the_code_of_the_page() -> None:
    attention = page("causal-mask")["causal_attention"]
    keys = np.random.default_rng(0).standard_normal((6, 4))
    for number, queries in ((2, 6), (8, 2), (9, 1)):
        assert ((attention(keys[-queries:], keys, keys)[1] > 0) == mask(number, queries)).all()


def test_rope_keeps_the_product_as_long_as_the_distance_is_the_same() -> None:
    rope = page("rope-principle")["rope"]
    for number, pairs in ((1, [(3, 1)]), (2, [(3, 1), (5, 3)]), (3, [(3, 1), (103, 101)]), (4, [(3, 1), (3, 2)])):
        shown = words("rope", number)
        told = [word for word in shown if word.startswith("夹角")]
        assert len(told) == len(pairs)
        for (query, key), sentence in zip(pairs, told, strict=True):
            assert {f"q（{query}）", f"k（{key}）"} <= set(shown)
            turned = [rope(np.array([[1.0, 0.0]]), np.array([position])) for position in (query, key)]
            product = f"{(turned[0] @ turned[1].T).item():.2f}".replace("-", "−")
            assert sentence == f"夹角 {query - key}，内积 {product}"


@pytest.mark.parametrize(
    ("number", "length", "name"),
    [(5, 4096, "theta"), (6, 16384, "theta"), (7, 16384, "pi"), (8, 16384, "ntk"), (9, 16384, "yarn")],
)
def test_rope_turns_as_the_code_of_the_page_on_longer_contexts_says(number: int, length: int, name: str) -> None:
    code = page("rope-context-extension")
    theta = code["frequencies"]()
    speeds = {
        "theta": theta,
        "pi": code["position_interpolation"](theta, 4),
        "ntk": code["ntk_aware"](4),
        "yarn": code["yarn"](theta, 4, 4096)[0],
    }[name]
    shown = words("rope", number)
    assert f"相邻差 {np.degrees(speeds[0]):.0f}°" in shown
    turned = [f"转到 {np.degrees(speeds[group] * length):.0f}°" for group in (46, 63)]
    assert [word for word in shown if word.startswith("转到")] == turned
    beyond = [speeds[group] * length > theta[group] * 4096 * (1 + 1e-9) for group in (46, 63)]
    assert shown.count("没见过") == sum(beyond) and sum(word.startswith("见过") for word in shown) == 2 - sum(beyond)


SCHEDULES = ("gpipe", "1f1b", "interleaved", "zb")
# Unit of time and height of a row in the figure, and where the first row begins.
UNIT, ROW, FIRST = 11, 32, 66
KINDS = {figures.MEANINGS[number].light: kind for number, kind in ((3, "F"), (1, "B"), (2, "W"))}


def work(number: int) -> list[list[tuple[float, float, str]]]:
    """What each stage does in a moment of the timelines: from, to, F, B or W."""
    found: list[list[tuple[float, float, str]]] = [[], [], [], []]
    for part in parts("pipeline", number):
        shown = re.match(r'<path transform="translate\(58 (\d+)\)" d="([^"]+)".* stroke="(#\w+)"/>', part)
        if not shown:
            continue
        fill = re.search(r'fill="(#\w+)"', part)
        assert fill
        kind = KINDS.get(fill[1]) or KINDS[shown[3]]
        for start, wide in re.findall(r"M([\d.]+) 0h([\d.]+)v", shown[2]):
            begin = float(start) / UNIT
            found[(int(shown[1]) - FIRST) // ROW].append((begin, begin + float(wide) / UNIT, kind))
    return [sorted(stage) for stage in found]


def orders(code: dict[str, Any], name: str) -> tuple[float, float]:
    """Length, and the most that the first stage keeps, by the code that proves the table of the page."""
    plain = [[(kind, micro, 0) for kind, micro in tasks] for tasks in code["one_f_one_b"](4, 8)]
    made = {
        "gpipe": lambda: code["run"](code["gpipe"], code["whole"]),
        "1f1b": lambda: code["run"](plain, code["whole"]),
        "interleaved": lambda: code["run"](code["interleaved"](4, 8, 2), {"F": 0.5, "B": 1}, v=2),
        "zb": lambda: code["run"](code["zero_bubble"](4, 8), {"F": 1, "B": 1, "W": 1}, last="W"),
    }
    length, peak = made[name]()
    return float(length), float(peak)


@pytest.mark.parametrize("name", SCHEDULES)
def test_pipelines_take_as_long_and_wait_as_long_as_the_formulas_say(name: str) -> None:
    first = 1 + 3 * SCHEDULES.index(name)
    stages, (length, peak) = work(first + 2), orders(page("pipeline-parallelism"), name)
    bubble = {"gpipe": 3 * (1 + 2), "1f1b": 3 * (1 + 2), "interleaved": 3 * (1 + 2) / 2, "zb": 3 * (1 + 2 - 2 * 1)}[
        name
    ]
    assert max(stage[-1][1] for stage in stages) == length == 24 + bubble
    for stage in stages:
        # Nothing overlaps, everything is done: eight micro-batches of three units.
        assert all(before[1] <= after[0] for before, after in pairwise(stage))
        assert sum(end - start for start, end, _ in stage) == 24
    shown = words("pipeline", first + 2)
    assert f"到现在每卡闲了 {'、'.join(4 * [f'{bubble:g}'])} 格" in shown and f"t = {length:g}" in shown
    assert f"{bubble:g} 格" in said("pipeline", first + 2)
    if name != "1f1b":
        assert f"{100 * bubble / 24:g}%" in said("pipeline", first + 2)
    if name != "gpipe":
        assert f"{peak:g} 份" in said("pipeline", first + (2 if name == "zb" else 1))


@pytest.mark.parametrize("number", range(1, 13))
def test_a_moment_of_a_pipeline_is_its_end_cut_off(number: int) -> None:
    end, shown = work(3 * ((number + 2) // 3)), words("pipeline", number)
    (now,) = (float(word.removeprefix("t = ")) for word in shown if word.startswith("t = "))
    cut = [[(start, min(end, now), kind) for start, end, kind in stage if start < now] for stage in end]
    assert work(number) == cut
    # What is waited for before anything else may happen: the stages before it.
    scale = 0.5 if number in (7, 8, 9) else 1
    assert [stage[0][0] for stage in end] == [0, scale, 2 * scale, 3 * scale]
    waited = [now - sum(until - start for start, until, _ in stage) for stage in cut]
    assert f"到现在每卡闲了 {'、'.join(f'{one:g}' for one in waited)} 格" in shown
    # What a stage keeps has begun forward and is not done with backward.
    last = "W" if number >= 10 else "B"
    kept = [
        scale * (sum(k == "F" for *_, k in stage) - sum(k == last and until <= now for (_, until, k) in whole))
        for stage, whole in zip(cut, end, strict=True)
    ]
    drawn = re.findall(r'<text x="464" [^>]*font-weight="bold">([^<]*)<', "".join(parts("pipeline", number)))
    assert drawn == [f"{one:g}" for one in kept]
