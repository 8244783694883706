"""Code in colours: in less time, and nothing else is different from what Pygments makes."""

from __future__ import annotations

import re
from functools import partial

import pygments
import pytest
from answerbook.markup import highlight
from hypothesis import given
from hypothesis import strategies as st
from pygments.formatters.html import HtmlFormatter
from pygments.lexer import Lexer, RegexLexer
from pygments.lexers import get_lexer_by_name

PYTHON = '''\
#!/usr/bin/env python
"""Text."""
from torch.nn import functional as F


@torch.no_grad()
class Norm(nn.Module):
    async def forward(self, x: torch.Tensor, *, eps=1e-6) -> "Tensor":
        """One line
        and another."""
        name = rf"{x!r:>{width}} {{}}" + b"\\x00" + 'it\\'s'
        return x @ y if x is not None and 0x1F < 1_000.5j else lambda: print("<&>", é)
'''
UNFINISHED = 'def f(:\n    \'no end\n\x0c`$? = """\nnever'


@pytest.mark.parametrize("name", ["python", "javascript", "sql"])
@pytest.mark.parametrize("code", [PYTHON, UNFINISHED, "", "\n\n", "a"])
def test_joined_rules_find_the_same_tokens(name: str, code: str) -> None:
    assert [*_joined(name).get_tokens(code)] == [*get_lexer_by_name(name).get_tokens(code)]


@given(st.text("ab_1 \n\t#'\"`$*[](){}|@!<>&-=~:;,.\\rfé中", max_size=60))
def test_joined_rules_find_the_same_tokens_in_any_text(code: str) -> None:
    assert [*PYTHON_JOINED.get_tokens(code)] == [*PYTHON_LEXER.get_tokens(code)]


@pytest.mark.parametrize("name", ["bash", "json", "cpp", "text"])
def test_rules_that_refer_back_and_lexers_of_their_own_kind_are_left_alone(name: str) -> None:
    assert not highlight._can_be_joined(get_lexer_by_name(name))


@pytest.mark.parametrize("name", ["python", "text", "bash", "py", "json"])
@pytest.mark.parametrize("code", ["x = 1 < 2\n\n  y\n", PYTHON, UNFINISHED, "", "\n\n", "a"])
def test_a_block_is_the_one_that_pygments_makes_but_for_what_nothing_colours(name: str, code: str) -> None:
    made = pygments.highlight(code, get_lexer_by_name(name), HtmlFormatter(nowrap=True))
    expected = re.sub(r'<span class="[nw]">([^<]*)</span>', r"\1", made)
    assert highlight.html(code, name) == (expected, name)


@pytest.mark.parametrize("name", ["", "没有这种语言"])
def test_a_language_that_nobody_knows_is_text(name: str) -> None:
    assert highlight.html("x = 1\n", name) == ("x = 1\n", "text")


def _joined(name: str) -> Lexer:
    lexer = get_lexer_by_name(name)
    assert isinstance(lexer, RegexLexer) and highlight._can_be_joined(lexer)
    lexer.get_tokens_unprocessed = partial(  # type: ignore[method-assign]
        highlight._tokens, lexer, highlight._Joined(lexer)
    )
    return lexer


PYTHON_LEXER, PYTHON_JOINED = get_lexer_by_name("python"), _joined("python")
