"""A body as plain text: headings, sentences and the identifiers in its code, for search, snippets and copies."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from . import bodies, formulas
from .parts import PARTS

# Names of libraries, modules, attributes and what is called; a script's own short variables are of no use to anybody.
_IDENTIFIER = re.compile(
    r"(?<=\.)[A-Za-z_]\w{3,}|\b[A-Za-z_]\w{3,}(?=\(|\s*=\s*(?:True|False|None)\b)|(?<=import )\w{3,}"
)
_CITATION = re.compile(r"\s*\[@[^\]\n]*\]")
_IMAGE = re.compile(r"!\[([^\]\n]*)\]\([^)\n]*\)")
_LINK = re.compile(r"\[([^\]\n]*)\]\([^)\n]*\)")
_ATTRIBUTES = re.compile(r"\s*\{[:#.][^}\n]*\}")
_HEADING = re.compile(r"#{1,6}\s+(.*)")
_RULE = re.compile(r"[\s|:\-*_=]*")
_START = re.compile(r"\s*(?:[-*+]|\d+[.)])\s+|\s*\||\s*>")
_BULLET = re.compile(r"^\s*(?:[-*+]|\d+[.)]|>)\s+")
_EMPHASIS = re.compile(r"\*\*([^*]+)\*\*|(?<![\w*])\*([^*\s][^*]*)\*(?![\w*])")
_CODE = re.compile(r"`+([^`]*)`+")
_ESCAPED = re.compile(r"\\([\\`*_{}\[\]()#+\-.!$|<>])")
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


def parts(body: str) -> Parts:
    """The body's headings (those that say more than the name of a part), sentences, and code identifiers."""
    return _parts(body)


# One question at a time is taken apart, by several who need it.
@lru_cache(maxsize=1)
def _parts(body: str) -> Parts:
    headings: list[str] = []
    sentences: list[str] = []
    for kind, text in blocks(body):
        if kind == "heading":
            headings.append(text)
        else:
            sentences += [s for s in (part.strip() for part in _SENTENCE_END.split(text)) if s]
    named = (name for fence in bodies.fences(body) for name in _IDENTIFIER.findall(fence.code))
    return Parts(
        tuple(h for h in headings if h not in PARTS),
        tuple(sentences),
        tuple(dict.fromkeys(named)),
    )


def text(markdown: str) -> str:
    """Inline Markdown as one line of plain text."""
    return " ".join(part for _, part in blocks(markdown))


@lru_cache(maxsize=bodies.REMEMBERED)
def formula(tex: str) -> str:
    """A formula as text where that can be read, else an ellipsis."""
    for pattern, written in _SYMBOLS.items():
        tex = pattern.sub(written, tex)
    tex = _GREEK_NAME.sub(lambda match: _GREEK[match[0]], tex)
    tex = " ".join(tex.split())
    return tex if len(tex) <= 32 and "\\" not in tex and "&" not in tex else "…"


def blocks(body: str) -> Iterator[tuple[str, str]]:
    """Headings and paragraphs (a list item or table row is a paragraph of its own) in order."""
    prose = _prose(body)
    paragraph: list[str] = []
    for line in [*prose.split("\n"), ""]:
        heading = _HEADING.fullmatch(line.strip())
        starts = _START.match(line)
        if paragraph and (not line.strip() or heading or starts):
            yield "text", _inline(" ".join(paragraph))
            paragraph = []
        if heading:
            yield "heading", _inline(heading[1])
        elif line.strip() and not _RULE.fullmatch(line):
            paragraph.append(_BULLET.sub("", line).strip())


def _prose(body: str) -> str:
    """The body without fenced code and displayed formulas, its inline formulas as text."""
    fences = [(fence.start, fence.end, "\n\n") for fence in bodies.fences(body)]
    found = [(f.start, f.end, "\n\n" if f.display else formula(f.tex)) for f in formulas.scan(body)[0]]
    pieces: list[str] = []
    done = 0
    for start, end, written in sorted(fences + found):
        pieces += [body[done:start], written]
        done = end
    return "".join([*pieces, body[done:]])


def _inline(line: str) -> str:
    line = _CITATION.sub("", line)
    line = _LINK.sub(r"\1", _IMAGE.sub(r"\1", line))
    line = _ATTRIBUTES.sub("", line)
    if line.startswith("|"):
        line = " · ".join(cell.strip() for cell in line.strip("|").split("|") if cell.strip())
    line = _EMPHASIS.sub(lambda m: m[1] or m[2], line)
    line = _CODE.sub(r"\1", line)
    line = _ESCAPED.sub(r"\1", line)
    return " ".join(line.split())
