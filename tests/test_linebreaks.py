"""Lines of Chinese end where they may, and no line is a lone character."""

from __future__ import annotations

from itertools import pairwise

import pytest
from answerbook.text.linebreaks import SHORTEST_END, wrap
from hypothesis import given
from hypothesis import strategies as st

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
