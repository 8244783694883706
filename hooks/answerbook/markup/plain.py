"""Plain text as HTML: the little mathematics that titles and short answers hold (√d_k, W_O, x^k) is set as such.

The text of the HTML is the plain text, so what is copied, searched or read aloud is what the author wrote. The same
rules are in web/plain.js, for what scripts list.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape

from ..text import linebreaks

_LETTER = "A-Za-zΑ-Ωα-ω"
# A letter of its own, or after another one (xW_g): lm_head and set_epoch are names.
_LOWERED = re.compile(rf"(?<![A-Za-z0-9_]{{2}})(?<!_)([{_LETTER}])_([{_LETTER}0-9]{{1,3}})(?![A-Za-z0-9_])")
_RAISED = re.compile(rf"\^(?:([{_LETTER}]|\d+)(?![A-Za-z0-9_])|(\()([^()]*)(\)))")
_ROOT = re.compile(rf"√(?:(\()([^()]*)(\))|((?:[{_LETTER}](?:_[{_LETTER}0-9]{{1,3}})?|\d+)(?![A-Za-z0-9_])))")
_ANY = re.compile("|".join(one.pattern for one in (_ROOT, _LOWERED, _RAISED)))
# Before a mark that begins no line, a root, which is drawn as a box, would end one.
_CLINGING = re.compile('(<span class="root">(?:(?!<span class="root">).)*?</span></span>)([，。、；：？！）》」』”’]+)')


def html(text: str) -> str:
    """The text, escaped, roots, indices and exponents as they are written by hand."""
    escaped = escape(text, quote=False)
    if not re.search("[√_^]", escaped):
        return escaped
    escaped = _ROOT.sub(_root, escaped)
    escaped = _LOWERED.sub(rf"<var>\1</var>{_hidden('_')}<sub>\2</sub>", escaped)
    return _CLINGING.sub(r'<span class="together">\1\2</span>', _RAISED.sub(_raised, escaped))


def running(text: str) -> str:
    """The same of a whole sentence: no line ends in a name with a hyphen (GPT-4)."""
    return linebreaks.held(html(text))


def pieces(text: str) -> Iterator[tuple[str, bool]]:
    """The text in pieces, each with whether it is mathematics."""
    end = 0
    for found in _ANY.finditer(text) if re.search("[√_^]", text) else ():
        yield text[end : found.start()], False
        yield found[0], True
        end = found.end()
    yield text[end:], False


def _hidden(mark: str) -> str:
    """A mark of the notation: copied, not shown."""
    return f'<span class="mark">{mark}</span>'


def _root(found: re.Match[str]) -> str:
    bracket, inside, end, alone = found.groups()
    below = alone if bracket is None else _hidden(bracket) + inside + _hidden(end)
    return f'<span class="root"><span>{_hidden("√")}{below}</span></span>'


def _raised(found: re.Match[str]) -> str:
    alone, bracket, inside, end = found.groups()
    above = alone if bracket is None else _hidden(bracket) + inside + _hidden(end)
    return f"{_hidden('^')}<sup>{above}</sup>"
