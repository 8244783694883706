"""A body as plain text: headings, sentences and the identifiers in its code, for search, snippets and copies."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from markdown_it.token import Token

from . import commonmark, reading
from .body import Body
from .commonmark import CLOSE, OPEN
from .parts import PARTS

# Names of libraries, modules, attributes and what is called; a script's own short variables are of no use to anybody.
_IDENTIFIER = re.compile(
    r"(?<=\.)[A-Za-z_]\w{3,}|\b[A-Za-z_]\w{3,}(?=\(|\s*=\s*(?:True|False|None)\b)|(?<=import )\w{3,}"
)
# What the code itself defines is its own affair.
_OWN = re.compile(r"\b(?:def|class) (\w+)")
_ANCHOR = re.compile(r"\s*\{[:#.][^}\n]*\}\s*$")
# A citation leaves no blank where it stood.
_MARK = re.compile(f"{OPEN}([a-z])(\\d+){CLOSE}|\\s*{OPEN}c\\d+{CLOSE}")
# What Markdown reads as it is written: a line without a mark, which begins with a letter.
_PLAIN = re.compile(r"[^\W\d_][^\\`*_{}\[\]<>&~|$#!:@\n\r\0\ue000-\uf8ff]*")
# So many formulas are remembered as read: the same few letters come again and again.
_REMEMBERED = 16_384
_WRONG_HALF = re.compile(r"错：.*?[。？！”](?=\s*对：)")
_SENTENCE_END = re.compile(r"(?<=[。！？；])(?![”’」』）】])|(?<=[”’」』])(?<=[。！？].)")
# What makes a short formula readable as text: \sqrt{d_k} → √d_k.
_SYMBOLS = {
    re.compile(r"\\sqrt\{([^{}]*)\}"): r"√\1",
    re.compile(r"\\(?:mathrm|text|mathbf|operatorname)\{([^{}]*)\}"): r"\1",
    re.compile(r"\\times"): "×",
    re.compile(r"\\cdot"): "·",
    re.compile(r"\\approx"): "≈",
    re.compile(r"\\leq?\b"): "≤",
    re.compile(r"\\geq?\b"): "≥",
    re.compile(r"\\ll\b"): "≪",
    re.compile(r"\\to\b|\\rightarrow"): "→",
    re.compile(r"\\top\b"): "T",
    re.compile(r"\\(alpha|beta|gamma|theta|lambda|sigma|eta|mu|epsilon|tau|pi)\b"): r"\1",
    re.compile(r"\\[,;:! ]|~"): " ",
    re.compile(r"\{([^{}]*)\}"): r"\1",
    re.compile(r"[{}]"): "",
}
# In a piece of a line besides.
_ALSO = {
    re.compile(r"\\binom\{([^{}]*)\}\{([^{}]*)\}"): r"C(\1,\2)",
    re.compile(r"\\sqrt\s*(\w)"): r"√\1",
    re.compile(r"\\div(?![A-Za-z])"): "÷",
    re.compile(r"\\geq?(?![A-Za-z])"): "≥",
    re.compile(r"\\mid(?![A-Za-z])"): "|",
    re.compile(r"\\partial(?![A-Za-z])\s*"): "∂",
    re.compile(r"\\ell(?![A-Za-z])\s*"): "ℓ",
    re.compile(r"\\(?:long)?rightarrow(?![A-Za-z])"): "→",
    re.compile(r"\\l(ceil|floor)\b|\\r(ceil|floor)\b"): "",
    re.compile(r"\\hat\s*"): "",
    re.compile(r"\\(text|mathrm|mathbf|operatorname)\s*(?:\{([^{}]*)\}?|(?=\w))"): r"\2",
    re.compile(r"\\(?:left|right|big|Big|bigl|bigr|Bigl|Bigr|qquad|quad|mathcal)(?![A-Za-z])\s*"): "",
    re.compile(r"\\(log|ln|exp|cos|sin|tanh|max|min)(?![A-Za-z])\s*"): r"\1 ",
    re.compile(r"\\([%#&_$])"): r"\1",
    re.compile(r"\\dots\b|\\cdots\b"): "…",
}
_FRACTION = re.compile(r"\\[dt]?frac\s*(?:\{([^{}]*)\}|(\w))\s*(?:\{([^{}]*)\}|(\w))")
_FRAGMENT_MARK = re.compile(r"\*\*|`|\s*\[@[^\]]*\]|^[^\[\]]*\](?=\s*\|)|\{[#.:][^{}]*\}$")
_GREEK_LETTER = re.compile(r"\\([a-z]+)(?![A-Za-z])\s*")
_CELLS = re.compile(r"\s*\|\s*")
_GREEK = {
    "alpha": "α",
    "beta": "β",
    "gamma": "γ",
    "theta": "θ",
    "lambda": "λ",
    "epsilon": "ε",
    "eta": "η",
    "mu": "μ",
    "tau": "τ",
    "pi": "π",
    "sigma": "σ",
}
_GREEK_NAME = re.compile("|".join(_GREEK))


@dataclass(frozen=True)
class Parts:
    """What a question's body says without its markup."""

    headings: tuple[str, ...]
    sentences: tuple[str, ...]
    identifiers: tuple[str, ...]


def parts(body: Body) -> Parts:
    """The body's headings (those that say more than the name of a part), sentences, and code identifiers."""
    headings: list[str] = []
    sentences: list[str] = []
    for _, kind, text in _blocks(reading.tokens(body), body):
        if kind == "heading":
            headings.append(text)
        else:
            sentences += _sentences(text)
    own = {name for fence in body.fences for name in _OWN.findall(fence.code)}
    named = (name for fence in body.fences for name in _IDENTIFIER.findall(fence.code) if name not in own)
    return Parts(
        tuple(h for h in headings if h not in PARTS),
        tuple(sentences),
        tuple(dict.fromkeys(named)),
    )


def _sentences(text: str) -> Iterator[str]:
    """The sentences in order. What is wrong stays whole behind the word that says so: each may be shown alone."""
    wrong = _WRONG_HALF.match(text)
    if wrong:
        yield wrong[0]
        text = text[wrong.end() :]
    yield from filter(None, (sentence.strip() for sentence in _SENTENCE_END.split(text)))


def text(markdown: str) -> str:
    """Inline Markdown as one line of plain text."""
    if not markdown or _PLAIN.fullmatch(markdown):
        return " ".join(markdown.split())
    return " ".join(said for _, said in blocks(Body(markdown)))


@lru_cache(maxsize=_REMEMBERED)
def formula(tex: str) -> str:
    """A formula as text where that can be read, else an ellipsis."""
    said = _written(tex)
    return said if len(said) <= 32 else "…"


def _written(tex: str) -> str:
    for pattern, written in _SYMBOLS.items():
        tex = pattern.sub(written, tex)
    tex = " ".join(_GREEK_NAME.sub(lambda match: _GREEK[match[0]], tex).split())
    return "…" if "\\" in tex or "&" in tex else tex


def fragment(markdown: str) -> str:
    """A piece cut from a line of Markdown as plain text: of formulas cut in two too, and of rows of a table."""
    pieces = _FRAGMENT_MARK.sub("", markdown).split("$")
    # Of an odd number of $ one lies outside: it closed a formula, or opened one.
    inside = 0 if (len(pieces) % 2 == 0 and "\\" in pieces[0]) or (len(pieces) == 1 and "\\" in markdown) else 1
    said = [_readable(one) if at % 2 == inside else _CELLS.sub("｜", one) for at, one in enumerate(pieces)]
    return "".join(said).strip(" ｜,")


def _readable(tex: str) -> str:
    for pattern, written in _ALSO.items():
        tex = pattern.sub(written, tex)
    tex = _FRACTION.sub(lambda found: "/".join(_bracketed(one) for one in found.groups() if one), tex)
    return _written(_GREEK_LETTER.sub(lambda found: _letter(found[1]) or found[0], tex))


def _bracketed(term: str) -> str:
    return term if re.fullmatch(r"[\w.]+", term) else f"({term})"


def _letter(name: str) -> str:
    try:
        return unicodedata.lookup(f"GREEK SMALL LETTER {name.replace('lambda', 'lamda').upper()}")
    except KeyError:
        return ""


def blocks(body: Body) -> Iterator[tuple[str, str]]:
    """("heading", …) and ("text", …) in order: paragraphs, list items, rows of tables, without code and displays."""
    tokens = commonmark.parse(commonmark.marked(body.text, reading.marks(body)))
    return ((kind, text) for _, kind, text in _blocks(tokens, body))


def below(body: Body) -> Mapping[str, Sequence[tuple[str, str]]]:
    """The same below each part's heading, by its anchor."""
    found: dict[str, list[tuple[str, str]]] = {}
    anchor = ""
    for tag, kind, text in _blocks(reading.tokens(body), body):
        if tag == "h2":
            anchor = PARTS.get(text, "")
        else:
            found.setdefault(anchor, []).append((kind, text))
    return found


def _blocks(tokens: Iterable[Token], body: Body) -> Iterator[tuple[str, str, str]]:
    """Each of `blocks` with the element that it is ("" for text)."""
    heading, row = "", False
    cells: list[str] = []
    for token in tokens:
        if token.type == "inline":
            if row:
                cells.append(_inline(token, body))
            elif heading:
                yield heading, "heading", _ANCHOR.sub("", _inline(token, body))
            else:
                yield from _said(_inline(token, body))
        elif token.type in ("heading_open", "heading_close"):
            heading = token.tag if token.nesting > 0 else ""
        elif token.type == "tr_open":
            row = True
        elif token.type == "tr_close":
            yield from _said(" · ".join(filter(None, cells)))
            row, cells = False, []


def _said(text: str) -> Iterator[tuple[str, str, str]]:
    if text:
        yield "", "text", text


def _inline(token: Token, body: Body) -> str:
    """A line of text without its markup."""
    said = "".join(map(_word, token.children or ()))
    return " ".join(_MARK.sub(lambda mark: _shown(mark, body), said).split())


def _word(child: Token) -> str:
    if child.type in ("softbreak", "hardbreak", "html_inline"):
        return " " if child.type != "html_inline" or child.content.startswith("<br") else ""
    if child.type == "image":
        return "".join(map(_word, child.children or ()))
    return child.content


def _shown(mark: re.Match[str], body: Body) -> str:
    return formula(body.formulas[int(mark[2])].tex) if mark[1] == "m" else ""
