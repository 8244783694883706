"""Lines of Chinese end where they may, and no line is a lone character."""

from __future__ import annotations

import json
from itertools import pairwise

import pytest
from answerbook import node
from answerbook.search import words
from answerbook.text.linebreaks import (
    LONGEST_IN_CELL,
    SHORTEST_END,
    breakable,
    hyphened,
    lines_needed,
    parts,
    phrases,
    wrap,
)
from hypothesis import given
from hypothesis import strategies as st

from tests import pages_code
from tests.sites import ROOT

CHARACTERS = "一二，。？！、；：（）《》“”—…·aB1_-/ √"


def width(character: str) -> float:
    return 1.0 if ord(character) > 0x2000 else 0.5


@pytest.mark.parametrize(
    ("text", "room", "lines"),
    [
        ("", 5, []),
        ("一行", 5, ["一行"]),
        # A closing mark takes the character before it along; an opening one goes with what follows.
        ("一二三四五六七八九十。", 10, ["一二三四五", "六七八九十。"]),
        ("一二三四（五六七）", 5, ["一二三四", "（五六七）"]),
        ("一二三四“五六”", 5, ["一二三四", "“五六”"]),
        # A Latin word stays whole, also with what belongs to it.
        ("一二三 softmax", 5, ["一二三", "softmax"]),
        ("除以 √d_k 才行", 5, ["除以", "√d_k 才行"]),
        # One that is too long for any line does not.
        ("abcdefghij", 3, ["abcde", "fghij"]),
        # Dashes and dots that belong together are not parted.
        ("一二三——四五六", 4, ["一二", "三——", "四五六"]),
        ("一二三……四五六", 4, ["一二", "三……", "四五六"]),
    ],
)
def test_lines_end_where_they_may(text: str, room: float, lines: list[str]) -> None:
    assert wrap(text, room, width, even=True) == lines


HYPHENED = [
    ("GPT-4 和 U-Net。", ["GPT-4", "U-Net"]),
    ("取 top-k，DeepSeek-V3.2。", ["top-k", "DeepSeek-V3.2"]),
    ("x^(n-1)", ["n-1"]),
    # A date, and not what only begins like one.
    ("2023-03、2026-11-22 以后", ["2023-03", "2026-11-22"]),
    ("2023-2025、12023-03、2023-03-012、arXiv/2023-03", []),
    # Both pieces are words: a line may end between them.
    ("encoder-decoder", []),
    # No narrow line has room for it.
    ("Plan-and-Execute-Again", []),
    ("1e-5、--no-cache、https://a.b/c-d、a-b/c-d", []),
]


@pytest.mark.parametrize(("text", "held"), HYPHENED)
def test_no_line_ends_in_a_name_with_a_short_piece(text: str, held: list[str]) -> None:
    pieces = list(hyphened(text))
    assert "".join(one for one, _ in pieces) == text
    assert [one for one, whole in pieces if whole] == held


def test_a_cell_holds_only_what_is_short() -> None:
    found = breakable("2023-03 的 U-Net 与 Megatron-LM", words.plain_cut, LONGEST_IN_CELL)
    whole = '<span class="together">{}</span>'.format
    assert found == f"{whole('2023-03')} 的 {whole('U-Net')} 与 Megatron-LM"


def test_titles_that_scripts_list_hold_the_same_names_together() -> None:
    texts = [text for text, _ in HYPHENED] + [question.title for question in pages_code.questions()]
    found = [[one for one, whole in hyphened(text) if whole] for text in texts]
    assert json.loads(node.run(ROOT / "tests" / "held.mjs", json.dumps(texts))) == found
    assert ["Megatron-LM"] in found


def test_the_last_line_is_not_a_lone_character() -> None:
    for count in range(11, 60):
        assert len(wrap("一" * count, 10, width)[-1]) >= min(SHORTEST_END, count)


def test_even_lines_end_with_a_clause() -> None:
    assert wrap("为什么要这样做？还有别的办法吗？", 12, width, even=True) == ["为什么要这样做？", "还有别的办法吗？"]


@given(st.text(CHARACTERS, max_size=60), st.integers(4, 20), st.booleans())
def test_nothing_is_lost_and_no_rule_is_broken(text: str, room: int, even: bool) -> None:
    lines = wrap(text, room, width, even=even)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    for line, after in pairwise(lines):
        assert not line.endswith(tuple("（《“"))
        assert not after.startswith(tuple("，。？！、；：）》”—…·"))


@given(st.text(CHARACTERS, max_size=60), st.integers(1, 20), st.booleans())
def test_lines_are_counted_as_they_are_made(text: str, room: int, even: bool) -> None:
    lines = wrap(text, room, width, even=even)
    counted = lines_needed(text, room, width)
    assert counted is None or (counted == len(lines) and all(sum(map(width, line)) <= room for line in lines))
    even_text = "一" * (len(text) + 1)
    assert lines_needed(even_text, room, width) == len(wrap(even_text, room, width, even=even))
    assert lines_needed("甲" + "？" * room, room, width) is None


@pytest.mark.parametrize(
    ("cut", "joined"),
    [
        (["自注意力", "里", "为什么", "要", "除以"], ["自注意力里", "为什么", "要除以"]),
        (["各", "改", "了", "什么"], ["各改了", "什么"]),
        # What stands alone at the end would be a lone character on a line.
        (["怎么", "做"], ["怎么做"]),
        (["和", "并行"], ["和并行"]),
        # A long phrase is not made longer.
        (["在", "量化感知训练", "中"], ["在", "量化感知训练中"]),
    ],
)
def test_words_of_one_character_belong_to_a_neighbour(cut: list[str], joined: list[str]) -> None:
    assert phrases(cut) == joined


@pytest.mark.parametrize(
    ("name", "broken"),
    [
        ("stage3_param_persistence_threshold", "stage3_|param_|persistence_|threshold"),
        ("Dataset.__getitem__", "Dataset.|__getitem__"),
        ('task_type="SEQ_CLS"', 'task_|type=|"SEQ_|CLS"'),
        # Nothing short stands alone.
        ("lm_head", "lm_head"),
        ("q_proj", "q_proj"),
        ("1.024", "1.024"),
    ],
)
def test_the_name_of_a_program_breaks_after_what_joins_its_parts(name: str, broken: str) -> None:
    assert parts(name, code=True) == parts(name, code=False) == broken.split("|")


def test_in_code_capitals_begin_a_part_and_in_text_they_do_not() -> None:
    assert parts("functionResponse", code=True) == ["function", "Response"]
    assert parts("DeepSeek", code=False) == ["DeepSeek"]


def test_a_title_breaks_between_its_phrases() -> None:
    html = '自注意力里为什么要除以 <span class="root">√d</span>，换成别的行不行？'
    broken = breakable(html, words.plain_cut)
    assert "自注意力里<wbr>为什么<wbr>要除以 <span" in broken
    assert broken.replace("<wbr>", "") == html
    # Letters in a row, and a number with what it counts, are in one piece.
    assert breakable("用 Q、K、V 和 8 张卡", words.plain_cut) == (
        '用 <span class="together">Q、K、V</span> 和 <span class="together">8 张</span>卡'
    )
    assert "together" not in breakable("MHA、GQA 和 LLaMA 4 各 3 题", words.plain_cut)
    # A name with a hyphen, also one set as mathematics; nothing inside a tag.
    assert breakable("Megatron-LM 与 <b id=a-b>2023-03</b>", words.plain_cut) == (
        '<span class="together">Megatron-LM</span> 与 <b id=a-b><span class="together">2023-03</span></b>'
    )
    # A term of the book is one word.
    assert breakable("自注意力", words.plain_cut) == "自注意力"
