"""The little mathematics of titles: set as such, with the same text."""

from __future__ import annotations

import pytest
from answerbook.checking import checks
from answerbook.markup import plain
from bs4 import BeautifulSoup

from tests.sites import ROOT

SET = {
    "a<b & c": "a&lt;b &amp; c",
    "W_O": '<var>W</var><span class="mark">_</span><sub>O</sub>',
    "Σf_i": 'Σ<var>f</var><span class="mark">_</span><sub>i</sub>',
    "xW_g": 'x<var>W</var><span class="mark">_</span><sub>g</sub>',
    "lm_head、set_epoch、log_softmax": "lm_head、set_epoch、log_softmax",
    "除以 √d_k": '除以 <span class="root"><span><span class="mark">√</span><var>d</var><span class="mark">_</span><sub>k</sub></span></span>',
    "√(2/n)": '<span class="root"><span><span class="mark">√</span><span class="mark">(</span>2/n<span class="mark">)</span></span></span>',
    "√r 和 √12": '<span class="root"><span><span class="mark">√</span>r</span></span> 和 <span class="root"><span><span class="mark">√</span>12</span></span>',
    "pass^k": 'pass<span class="mark">^</span><sup>k</sup>',
    "10^((a−b)/4)": "10^((a−b)/4)",
    "2^10、e^(x)": '2<span class="mark">^</span><sup>10</sup>、e<span class="mark">^</span><sup>'
    '<span class="mark">(</span>x<span class="mark">)</span></sup>',
}


@pytest.mark.parametrize("text", SET)
def test_what_is_mathematics_is_set_as_such(text: str) -> None:
    assert plain.html(text) == SET[text]


def test_the_text_stays_what_was_written() -> None:
    book = checks.read(ROOT / "docs", typeset=False)
    texts = [text for question in book.questions for text in (question.title, question.short)]
    assert [text for text in texts if BeautifulSoup(plain.html(text), "html.parser").get_text() != text] == []
