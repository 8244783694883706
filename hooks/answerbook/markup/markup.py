"""Markdown → HTML. What depends on where it is shown, the writer asks a medium for; the rest is kept.

What is kept of a body is HTML with marks, and for each mark a question to the medium: one of its methods, and what it
is given.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache as remember
from functools import partial
from html import escape
from importlib.metadata import version
from typing import Any

from markdown_it.renderer import RendererHTML
from markdown_it.token import Token

from .. import cache
from ..content import references
from ..content.questions import Book, Question
from ..content.references import Reference
from ..maths import mathjax
from ..text import commonmark, form, linebreaks, links, reading
from ..text.body import Body
from ..text.commonmark import CLOSE, DISPLAY, OPEN
from . import answer_parts, highlight, plain
from .medium import Medium, Screen
from .structure import Structure, words

_LANGUAGES = {
    "bash": "Shell",
    "cpp": "C++",
    "json": "JSON",
    "python": "Python",
    "sh": "Shell",
    "toml": "TOML",
    "yaml": "YAML",
}
_KINDS = {"torch": "PyTorch", "norun": "示意"}

_MARK = re.compile(f"{OPEN}([m{DISPLAY}c])(\\d+){CLOSE}")
_PRIVATE = re.compile(f"[{OPEN}{CLOSE}]")
_SPACE_BEFORE_CITATION = re.compile(f"[ \t]+(?={OPEN}c)")
# A browser breaks lines beside a drawing even where the punctuation next to it may not begin or end one.
_OPENING, _CLOSING = "（“‘《「『(", "，。；：、？！）”’」』》…,.;:?!)"
_CLINGING = re.compile(f"([{re.escape(_OPENING)}]*){OPEN}(\\d+){CLOSE}([{re.escape(_CLOSING)}]*)")
# A mark, or the text between two without what may cling to them.
_BESIDE = re.escape(_OPENING + _CLOSING) + r"\s"
_PIECE = re.compile(f"{OPEN}[^{CLOSE}]*{CLOSE}|[^{OPEN}{_BESIDE}](?:[^{OPEN}]*[^{OPEN}{_BESIDE}])?")
_HAN = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff]")
# Two questions that are none to the medium: a formula is drawn first, and a link ends only where it began.
_FORMULA, _END = "formula", "end"
_LINKS = ("answer", "file", "web", "here")
# Where the renderer finds the questions.
_ASKED = "asked"
# What stands after the language of a code block is for other tools; {.python .torch} says it with its kinds.
_INFO = re.compile(r"\{[ \t]*((?:\.[\w+#-]+[ \t]*)+)[^\n]*|\{?[ \t]*([\w+#-]*)")


@dataclass(frozen=True)
class PageHeading:
    """A heading of the page; `anchor` is "" where nothing leads to it."""

    level: int
    text: str
    anchor: str


@dataclass(frozen=True)
class Rendered:
    """A body as HTML, and its headings."""

    html: str
    headings: tuple[PageHeading, ...]


class _DeferredCalls:
    """The questions to a medium: each a method of it and what that is given; a formula's are its TeX and its kind."""

    def __init__(self, body: Body) -> None:
        self._maths, self._citations = body.formulas, body.citations
        # The first are the formulas, in the order of the text.
        self.all: list[Sequence[Any]] = [(_FORMULA, one.tex, one.display) for one in body.formulas]

    def mark(self, method: str, *given: Any) -> str:
        """One more, as the mark that stands where its answer belongs."""
        self.all.append((method, *given))
        return f"{OPEN}{len(self.all) - 1}{CLOSE}"

    def said(self, text: str) -> str:
        """The text with what its formulas and citations are in the source."""
        return _MARK.sub(self.source, text)

    def source(self, mark: re.Match[str]) -> str:
        """What a mark stands for, as plain text."""
        number = int(mark[2])
        return f"[{self._citations[number].key}]" if mark[1] == "c" else self._maths[number].tex


@dataclass(frozen=True)
class Passage:
    """A body and what it is written for; `path` is its file in docs/. A sentence is written without its paragraph."""

    path: str
    body: Body
    medium: Medium
    sentence: bool = False


def body_html(path: str, body: Body, medium: Medium) -> Rendered:
    """A body as HTML for this medium; `path` is its file in docs/."""
    return passage_html(Passage(path, body, medium))


def passage_html(passage: Passage) -> Rendered:
    """A passage that stands by itself."""
    return _Draft(passage).written(passage.medium)


def page_html(passages: Sequence[Passage]) -> list[Rendered]:
    """The passages of one page of the site, in the order in which they stand there, with one set of glyphs."""
    drafts = [_Draft(one) for one in passages]
    glyphs = mathjax.Glyphs(drawn for draft in drafts for drawn in draft.drawings())
    return [draft.written(draft.screen(glyphs)) for draft in drafts]


class _Draft:
    """A passage before the medium was asked: HTML with marks, and the drawings of its formulas."""

    def __init__(self, passage: Passage) -> None:
        self._medium = passage.medium
        html, self._headings, self._asked = _convert(passage.path, passage.body, passage.sentence)
        self._drawn = mathjax.render((one[1], one[2]) for one in self._asked if one[0] == _FORMULA)
        self._first, *rest = html.split(OPEN)
        # The number of each question, and what stands between it and the next.
        self._rest = [(int(number), after) for number, _, after in (piece.partition(CLOSE) for piece in rest)]

    def drawings(self) -> Iterator[mathjax.Drawing]:
        """Those of the formulas, in the order of the page."""
        for number, _ in self._rest:
            method, *given = self._asked[number]
            if method == _FORMULA:
                drawn = self._drawn[given[0], given[1]]
                if isinstance(drawn, mathjax.Drawing):
                    yield drawn

    def screen(self, glyphs: mathjax.Glyphs) -> Medium:
        """Its medium, a screen, with the glyphs of the page."""
        assert isinstance(self._medium, Screen)
        return replace(self._medium, glyphs=glyphs)

    def written(self, medium: Medium) -> Rendered:
        """The passage, with the answers of the medium in place of the marks."""
        pieces, closing = [self._first], ""
        for number, after in self._rest:
            method, *given = self._asked[number]
            if method == _FORMULA:
                written = _formula(medium, self._drawn[given[0], given[1]], given[0])
            elif method == _END:
                written = closing
            else:
                written = getattr(medium, method)(*given)
            if method in _LINKS:
                closing = "</a>" if written else ""
            pieces += [written, after]
        return Rendered("".join(pieces), self._headings)


def references_html(question: Question, book: Book, medium: Medium) -> str:
    """The works that an answer cites, in the order of their first citation; "" when it cites none."""
    cited: dict[str, list[int]] = {}
    for number, citation in enumerate(question.body.citations, 1):
        cited.setdefault(citation.key, []).append(number)
    items = "".join(
        f'<li id="{medium.prefix}ref-{key}">{_work(key, book.references.get(key), medium)}{medium.citing(numbers)}</li>'
        for key, numbers in cited.items()
    )
    return f'<ol class="references">{items}</ol>' if items else ""


def _formula(medium: Medium, drawn: mathjax.Drawing | mathjax.MathError, tex: str) -> str:
    # A checked book has no wrong formulas; a draft shows the TeX.
    return medium.formula(drawn) if isinstance(drawn, mathjax.Drawing) else f"<code>{escape(tex)}</code>"


def prepare(path: str, body: Body) -> None:
    """Do, and keep, what does not depend on any medium."""
    _convert(path, body, sentence=False)


def _convert(path: str, body: Body, sentence: bool) -> tuple[str, tuple[PageHeading, ...], Sequence[Sequence[Any]]]:
    """The body as HTML with marks, its headings, and the questions: it depends on these alone, and is kept."""
    key = cache.key(_version(), path, body.text, "sentence" if sentence else "")
    found = cache.get("markup", key)
    if found is None:
        # What was found in the body serves again; only hostile text has to be looked through anew.
        clean = Body(_PRIVATE.sub("", body.text)) if OPEN in body.text or CLOSE in body.text else body
        html, headings, asked = _render(path, clean, sentence)
        about = json.dumps([headings, asked], ensure_ascii=False)
        cache.put("markup", key, f"{about}\n{html}".encode())
    else:
        about, _, html = found.decode().partition("\n")
        headings, asked = json.loads(about)
    return html, tuple(PageHeading(*heading) for heading in headings), asked


def _render(path: str, body: Body, sentence: bool) -> tuple[str, list[tuple[int, str, str]], Sequence[Sequence[Any]]]:
    asked = _DeferredCalls(body)
    page = Structure(path, asked.said)
    tokens = page.framed(reading.taken(body))
    if sentence:
        for token in tokens:
            token.hidden |= token.level == 0 and token.type in ("paragraph_open", "paragraph_close")
    html = _PAGE.render(tokens, commonmark.options(), {_ASKED: asked}).rstrip("\n")
    html = _SPACE_BEFORE_CITATION.sub("\u00a0", html)
    return _together(_filled(html, body.citations, asked), asked), page.headings, asked.all


def _together(html: str, asked: _DeferredCalls) -> str:
    """The page with each formula of the text held together with the punctuation that clings to it."""

    def held(match: re.Match[str]) -> str:
        method, *given = asked.all[int(match[2])]
        inline = (method == _FORMULA and not given[1]) or (method == "words" and given[0].startswith("√"))
        return f'<span class="together">{match[0]}</span>' if inline and (match[1] or match[3]) else match[0]

    return _CLINGING.sub(held, html)


def _filled(html: str, citations: Sequence[links.Citation], asked: _DeferredCalls) -> str:
    """The page with questions in place of the marks of formulas and citations; in an attribute, both are text."""
    numbers = {key: number for number, key in enumerate(dict.fromkeys(c.key for c in citations), 1)}

    def citation(number: int) -> str:
        cited = citations[number]
        place = f", {_place(cited.place, asked)}" if cited.place else ""
        if len(cited.place) <= _SHORT_PLACE:
            place = place.replace(" ", "\u00a0")
        return f"{asked.mark('citation', number + 1, cited.key)}[{numbers[cited.key]}{place}]</a>"

    def fill(mark: re.Match[str]) -> str:
        # What opened last before it is a tag.
        if html.rfind("<", 0, mark.start()) > html.rfind(">", 0, mark.start()):
            return escape(asked.source(mark))
        return citation(int(mark[2])) if mark[1] == "c" else f"{OPEN}{mark[2]}{CLOSE}"

    return _MARK.sub(fill, html)


def _phrases(asked: _DeferredCalls, text: str) -> str:
    """The text of a cell or a caption: the medium says where its lines end."""

    def piece(found: re.Match[str]) -> str:
        if found[0].startswith(OPEN):
            return found[0]
        breaks = "-" in found[0] or _HAN.search(found[0])
        return asked.mark("phrases", found[0]) if breaks else escape(found[0], quote=False)

    return _PIECE.sub(piece, text)


def _names(asked: _DeferredCalls, text: str) -> str:
    """Running text: the medium says how a name with a hyphen is held together."""
    if "-" not in text:
        return escape(text, quote=False)
    pieces = linebreaks.hyphened(text)
    return "".join(asked.mark("name", one) if held else escape(one, quote=False) for one, held in pieces)


def _place(text: str, asked: _DeferredCalls) -> str:
    """A place in a source, where a formula may stand (Eq. $(3)$), or the name of a function."""

    def words(said: str) -> str:
        return asked.mark("phrases", said) if len(linebreaks.parts(said, code=False)) > 1 else escape(said)

    pieces, done = [], 0
    for formula in Body(text).formulas:
        pieces += [words(text[done : formula.start]), asked.mark(_FORMULA, formula.tex, formula.display)]
        done = formula.end
    return "".join([*pieces, words(text[done:])])


def _work(key: str, work: Reference | None, medium: Medium) -> str:
    if work is None:
        return escape(key)
    said = f"arXiv:{work.arxiv}" if work.arxiv else re.sub(r"^https?://(?:www\.)?|/$", "", work.url)
    address = f"{medium.web(work.address, said, '')}{escape(said)}</a>" if work.address else ""
    title = f"<cite>{medium.title(escape(work.title, quote=False).rstrip('.'))}</cite>"
    return references.joined(escape(work.authors), title, escape(work.published), address)


def _code(asked: _DeferredCalls, code: str, info: str = "") -> str:
    """A code block with the name of its language."""
    said = _INFO.match(info.strip())
    assert said is not None
    language, *kinds = said[1].replace(".", " ").split() if said[1] else [said[2]]
    marked, name = highlight.html(code, language)
    shown = [] if name == "text" else [_LANGUAGES.get(name, name)]
    shown += [_KINDS[kind] for kind in kinds if kind in _KINDS]
    # Empty it is still the row of the button that copies.
    label = f'<span class="language">{escape(" · ".join(shown))}</span>'
    classes = " ".join((f"language-{name}", *kinds, "highlight"))
    return f'<div class="{escape(classes)}">{label}{asked.mark("code")}<code>{marked}</code></pre></div>\n'


# A place in a work that is no longer stays on one line with its number.
_SHORT_PLACE = 16


class _MarkRenderer(RendererHTML):
    """The tokens as HTML with marks; `env` holds the questions."""

    def text(self, tokens: Sequence[Token], idx: int, options: Any, env: Any) -> str:
        """As little as possible in other characters; the medium's where it holds a little mathematics."""
        asked = _asked(env)
        pieces = plain.pieces(tokens[idx].content)
        write = partial(_phrases if "phrases" in tokens[idx].meta else _names, asked)
        return "".join(asked.mark("words", one) if maths else write(one) for one, maths in pieces)

    text_special = text

    def code_inline(self, tokens: Sequence[Token], idx: int, options: Any, env: Any) -> str:
        """The same in code; in a cell, the medium says where its lines end."""
        code = tokens[idx].content
        parted = "parts" in tokens[idx].meta and len(linebreaks.parts(code, code=True)) > 1
        return f"<code>{_asked(env).mark('identifier', code) if parted else escape(code, quote=False)}</code>"

    def fence(self, tokens: Sequence[Token], idx: int, options: Any, env: Any) -> str:
        """Code in colours."""
        block = _code(_asked(env), tokens[idx].content, tokens[idx].info)
        return answer_parts.closed(block, tokens[idx].content) if form.is_check(tokens[idx].info) else block

    def code_block(self, tokens: Sequence[Token], idx: int, options: Any, env: Any) -> str:
        """Code that is only indented."""
        return _code(_asked(env), tokens[idx].content)

    def formula(self, tokens: Sequence[Token], idx: int, options: Any, env: Any) -> str:
        """The frame of a formula."""
        return f'<div class="formula">{tokens[idx].content}</div>\n'

    def heading_open(self, tokens: Sequence[Token], idx: int, options: Any, env: Any) -> str:
        """The medium's."""
        hidden = idx > 0 and tokens[idx - 1].hidden
        return ("\n" if hidden else "") + _asked(env).mark(*tokens[idx].meta["asks"])

    def heading_close(self, tokens: Sequence[Token], idx: int, options: Any, env: Any) -> str:
        """The medium's."""
        return f"{_asked(env).mark(*tokens[idx].meta['asks'])}\n"

    def link_open(self, tokens: Sequence[Token], idx: int, options: Any, env: Any) -> str:
        """The medium's, which is told the words of the link."""
        token, asked = tokens[idx], _asked(env)
        end = next(place for place in range(idx, len(tokens)) if tokens[place].type == "link_close")
        token.attrs = {name: asked.said(str(value)) for name, value in token.attrs.items()}
        return asked.mark(*token.meta["asks"], asked.said(words(tokens[idx:end])), self.renderAttrs(token))

    def link_close(self, tokens: Sequence[Token], idx: int, options: Any, env: Any) -> str:
        """Where the link has a beginning."""
        return _asked(env).mark(_END)

    def image(self, tokens: Sequence[Token], idx: int, options: Any, env: Any) -> str:
        """The medium's, where it is a file of docs/."""
        token, asked = tokens[idx], _asked(env)
        alt = asked.said(self.renderInlineAsText(token.children, options, env))
        method, path, *mark = token.meta["asks"]
        if method == "file":
            return asked.mark("picture", path, *mark, alt, asked.said(str(token.attrs.get("title", ""))))
        return f'<img alt="{escape(alt)}" src="{escape(path)}" />'

    def table_open(self, tokens: Sequence[Token], idx: int, options: Any, env: Any) -> str:
        """The medium's frame of a table."""
        return f"{_asked(env).mark(*tokens[idx].meta['asks'])}\n"

    def table_close(self, tokens: Sequence[Token], idx: int, options: Any, env: Any) -> str:
        """Its end."""
        return "</table></div>\n"


_PAGE = _MarkRenderer()


def _asked(env: Any) -> _DeferredCalls:
    found = env[_ASKED]
    assert isinstance(found, _DeferredCalls)
    return found


@remember
def _version() -> bytes:
    """Other code or other libraries make other HTML."""
    return cache.key(cache.code("markup"), *map(version, ("markdown-it-py", "Pygments")))
