"""Code in colours: Pygments, in half the time. What comes out is what it makes, without marks that nothing colours."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache as remember
from functools import partial
from html import escape
from typing import Any

from pygments.lexer import Lexer, RegexLexer
from pygments.lexers import get_lexer_by_name
from pygments.token import STANDARD_TYPES, Error, Whitespace
from pygments.util import ClassNotFound

# A rule of a lexer: how it matches, what it makes of that, and which state comes next.
_Rule = tuple[Callable[[str, int], re.Match[str] | None], Any, Any]
_Token = tuple[int, Any, str]

# Flags for a whole expression, which become those of a part; and what would mean something else as a part.
_FLAGS = re.compile(r"\(\?([ims]+)\)")
_WHOLE_ONLY = re.compile(r"\\[1-9]|\(\?P|\(\?\(")
# The classes of spaces and plain names: a third of a code block's bytes.
_PLAIN = ("n", "w")
_CLOSE = "</span>"


def html(code: str, language: str) -> tuple[str, str]:
    """The code with its parts marked, and the language that it was taken for: text if it is not known."""
    lexer, name = _lexer(language)
    return "".join(_pieces(lexer.get_tokens(code))), name


@remember
def _lexer(language: str) -> tuple[Lexer, str]:
    try:
        lexer = get_lexer_by_name(language)
    except ClassNotFound:
        return get_lexer_by_name("text"), "text"
    if _can_be_joined(lexer):
        lexer.get_tokens_unprocessed = partial(  # type: ignore[method-assign]
            _tokens,
            lexer,  # type: ignore[arg-type]
            _Joined(lexer),  # type: ignore[arg-type]
        )
    return lexer, language


def _pieces(tokens: Iterable[tuple[Any, str]]) -> Iterator[str]:
    """The code as HTML: an element for neighbours of one kind, none that goes on to the next line."""
    opened = ""
    for kind, value in tokens:
        opening = _OPENINGS[kind]
        for number, line in enumerate(escape(value, quote=False).split("\n")):
            if number:
                yield f"{_CLOSE}\n" if opened else "\n"
                opened = ""
            if line:
                if opening != opened:
                    yield _CLOSE + opening if opened else opening
                    opened = opening
                yield line
    if opened:
        yield _CLOSE


class _Openings(dict[Any, str]):
    """How the element of each kind of token begins, "" where it has none."""

    def __missing__(self, kind: Any) -> str:
        known = kind
        while known not in STANDARD_TYPES:
            known = known.parent
        name = STANDARD_TYPES[known]
        found = self[kind] = f'<span class="{name}">' if name and name not in _PLAIN else ""
        return found


_OPENINGS = _Openings()


class _LexerState:
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


class _Joined(dict[str, _LexerState]):
    """The states of a lexer by their names, joined when they are first come to."""

    def __init__(self, lexer: RegexLexer) -> None:
        super().__init__()
        self._rules = _rules(lexer)
        self._flags = lexer.flags

    def __missing__(self, name: str) -> _LexerState:
        found = self[name] = _LexerState(self._rules[name], self._flags)
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
