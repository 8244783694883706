"""The little mathematics of titles: set as such, with the same text."""

from __future__ import annotations

import pytest
from answerbook.checking import checks
from answerbook.markup import plain
from bs4 import BeautifulSoup

from tests.sites import ROOT

UNDER, RAISED, ROOT_SIGN = (f'<span class="mark">{mark}</span>' for mark in "_^√")
OPENED, CLOSED = (f'<span class="mark">{mark}</span>' for mark in "()")
D_K = f"<var>d</var>{UNDER}<sub>k</sub>"
SET = {
    "a<b & c": "a&lt;b &amp; c",
    "W_O": f"<var>W</var>{UNDER}<sub>O</sub>",
    "Σf_i": f"Σ<var>f</var>{UNDER}<sub>i</sub>",
    "xW_g": f"x<var>W</var>{UNDER}<sub>g</sub>",
    "lm_head、set_epoch、log_softmax": "lm_head、set_epoch、log_softmax",
    "除以 √d_k": f'除以 <span class="root"><span>{ROOT_SIGN}{D_K}</span></span>',
    "√(2/n)": f'<span class="root"><span>{ROOT_SIGN}{OPENED}2/n{CLOSED}</span></span>',
    "√12": f'<span class="root"><span>{ROOT_SIGN}12</span></span>',
    "pass^k": f"pass{RAISED}<sup>k</sup>",
    "10^((a−b)/4)": "10^((a−b)/4)",
    "2^10、e^(x)": f"2{RAISED}<sup>10</sup>、e{RAISED}<sup>{OPENED}x{CLOSED}</sup>",
}


@pytest.mark.parametrize("text", SET)
def test_what_is_mathematics_is_set_as_such(text: str) -> None:
    assert plain.html(text) == SET[text]


@pytest.mark.parametrize("text", SET)
def test_its_pieces_are_the_text(text: str) -> None:
    pieces = [*plain.pieces(text)]
    assert "".join(piece for piece, _ in pieces) == text
    assert "".join(plain.html(piece) for piece, _ in pieces) == SET[text]


def test_the_text_stays_what_was_written() -> None:
    book = checks.read(ROOT / "docs", typeset=False)
    texts = [text for question in book.questions for text in (question.title, question.short)]
    assert [text for text in texts if BeautifulSoup(plain.html(text), "html.parser").get_text() != text] == []
