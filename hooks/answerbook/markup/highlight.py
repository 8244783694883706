"""Code in colours: PyMdown with Pygments, in half the time. What comes out is what they make."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache as remember
from functools import partial
from typing import Any

import pygments
from pygments.formatters.html import HtmlFormatter
from pygments.lexer import Lexer, RegexLexer
from pygments.token import Error, Whitespace
from pymdownx.highlight import Highlight, HighlightExtension

_CLASS = "highlight"
_START = f'<div class="{_CLASS}">'
# What a block may be asked for besides its classes, when it is not asked for.
_NOTHING: tuple[Any, ...] = (None, "", False, -1, [], {})

# A rule of a lexer: how it matches, what it makes of that, and which state comes next.
_Rule = tuple[Callable[[str, int], re.Match[str] | None], Any, Any]
_Token = tuple[int, Any, str]

# Flags for a whole expression, which become those of a part; and what would mean something else as a part.
_FLAGS = re.compile(r"\(\?([ims]+)\)")
_WHOLE_ONLY = re.compile(r"\\[1-9]|\(\?P|\(\?\(")


class Highlighting(HighlightExtension):  # type: ignore[misc]
    """The extension pymdownx.highlight, with its lexers and its formatter made once instead of for every block."""

    def get_pymdownx_highlighter(self) -> type[Highlight]:
        """What makes the blocks."""
        return _Highlight


class _Highlight(Highlight):  # type: ignore[misc]
    def get_lexer(self, src: str, language: str, inline: bool, stripnl: bool) -> tuple[Lexer, str]:
        if (language, stripnl) not in _lexers:
            lexer, name = super().get_lexer(src, language, inline, stripnl)
            if _can_be_joined(lexer):
                lexer.get_tokens_unprocessed = partial(_tokens, lexer, _Joined(lexer))
            _lexers[language, stripnl] = lexer, name
        return _lexers[language, stripnl]

    def highlight(
        self, src: str, language: str, css_class: str = _CLASS, *, classes: Sequence[str] = (), **asked: Any
    ) -> str:
        asked_for = {name for name, value in asked.items() if value not in _NOTHING}
        if css_class != _CLASS or not asked_for <= {"code_block_count"}:
            return str(super().highlight(src, language, css_class, classes=[*classes], **asked))
        lexer, name = self.get_lexer(src, language, False, self.stripnl)
        code = pygments.highlight(src, lexer, _formatter()).removeprefix(_START).strip()
        return f'<div class="{" ".join((f"{self.language_prefix}{name}", *classes, _CLASS))}">{code}'


_lexers: dict[tuple[str, bool], tuple[Lexer, str]] = {}


@remember
def _formatter() -> HtmlFormatter[str]:
    return HtmlFormatter(cssclass=_CLASS, wrapcode=True)


class _State:
    """The rules of a state as one expression, in which the first that matches is found without leaving it."""

    def __init__(self, rules: Sequence[_Rule], flags: int) -> None:
        self.rules: dict[int | None, _Rule] = {}
        parts: list[str] = []
        group = 0
        for rule in rules:
            expression = _expression(rule)
            # An empty group at the end of each: the last group to be closed tells which it was.
            parts.append(f"(?:{_FLAGS.sub('', expression.pattern, count=1)})()")
            if own := _FLAGS.match(expression.pattern):
                parts[-1] = f"(?{own[1]}:{parts[-1]})"
            group += expression.groups + 1
            self.rules[group] = rule
        self.match = re.compile("|".join(parts), flags).match


class _Joined(dict[str, _State]):
    """The states of a lexer by their names, joined when they are first come to."""

    def __init__(self, lexer: RegexLexer) -> None:
        super().__init__()
        self._rules = _rules(lexer)
        self._flags = lexer.flags

    def __missing__(self, name: str) -> _State:
        found = self[name] = _State(self._rules[name], self._flags)
        return found


def _can_be_joined(lexer: Lexer) -> bool:
    if not isinstance(lexer, RegexLexer) or type(lexer).get_tokens_unprocessed is not RegexLexer.get_tokens_unprocessed:
        return False
    return all(rules and all(_is_part(rule, lexer.flags) for rule in rules) for rules in _rules(lexer).values())


def _is_part(rule: _Rule, flags: int) -> bool:
    """Whether a rule's expression means the same within a larger one."""
    expression = _expression(rule)
    if not isinstance(expression, re.Pattern) or _WHOLE_ONLY.search(expression.pattern):
        return False
    own = _FLAGS.match(expression.pattern)
    more = sum(re.RegexFlag[flag.upper()] for flag in set(own[1])) if own else 0
    return not expression.pattern or expression.flags == flags | more | re.UNICODE


def _rules(lexer: RegexLexer) -> Mapping[str, Sequence[_Rule]]:
    return lexer._tokens  # type: ignore[attr-defined, no-any-return]


def _expression(rule: _Rule) -> re.Pattern[str]:
    return getattr(rule[0], "__self__", None)  # type: ignore[return-value]


def _tokens(lexer: RegexLexer, states: _Joined, text: str, stack: Sequence[str] = ("root",)) -> Iterator[_Token]:
    """What RegexLexer.get_tokens_unprocessed yields."""
    names, at = list(stack), 0
    state = states[names[-1]]
    while True:
        found = state.match(text, at)
        if found is None:
            if at >= len(text):
                return
            if text[at] == "\n":
                names = ["root"]
                state = states["root"]
            yield at, Whitespace if text[at] == "\n" else Error, text[at]
            at += 1
            continue
        match, action, after = state.rules[found.lastindex]
        if isinstance(action, tuple):
            yield at, action, found[0]
        elif action is not None:
            yield from action(lexer, match(text, at))
        at = found.end()
        if after is not None:
            _go(names, after)
            state = states[names[-1]]


def _go(names: list[str], after: int | str | tuple[str, ...]) -> None:
    """Enter or leave states; one always stays."""
    if isinstance(after, int):
        del names[max(1, len(names) + after) :]
        return
    for name in after if isinstance(after, tuple) else (after,):
        if name == "#pop":
            del names[max(1, len(names) - 1) :]
        else:
            names.append(names[-1] if name == "#push" else name)
