"""Code in colours: in less time, and nothing else is different from what Pygments and PyMdown make."""

from __future__ import annotations

from functools import partial

import markdown
import pytest
from answerbook.markup import highlight
from hypothesis import given
from hypothesis import strategies as st
from pygments.lexer import Lexer, RegexLexer
from pygments.lexers import get_lexer_by_name

OPTIONS = {"anchor_linenums": False, "pygments_lang_class": True}
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


@pytest.mark.parametrize(
    "opening",
    [
        *("python", "{.python .torch}", "", "text", "unknown", "bash", "py"),
        *('python hl_lines="1"', 'python linenums="1"', 'python title="名字"', "{.python #id data-a=b}"),
    ],
)
def test_a_block_is_the_one_that_pymdown_makes(opening: str) -> None:
    body = f"文字\n\n```{opening}\nx = 1 < 2\n\n  y\n```\n\n- 列\n\n    ```python\n    z\n    ```\n"
    plain = markdown.Markdown(
        extensions=["attr_list", "pymdownx.highlight", "pymdownx.superfences"],
        extension_configs={"pymdownx.highlight": OPTIONS},
    )
    ours = markdown.Markdown(extensions=["attr_list", highlight.Highlighting(**OPTIONS), "pymdownx.superfences"])
    assert ours.convert(body) == plain.convert(body)


def _joined(name: str) -> Lexer:
    lexer = get_lexer_by_name(name)
    assert isinstance(lexer, RegexLexer) and highlight._can_be_joined(lexer)
    lexer.get_tokens_unprocessed = partial(  # type: ignore[method-assign]
        highlight._tokens, lexer, highlight._Joined(lexer)
    )
    return lexer


PYTHON_LEXER, PYTHON_JOINED = get_lexer_by_name("python"), _joined("python")
