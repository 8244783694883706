"""Markdown → HTML: the same for the site, the PDF, the feed and the ePub. Formulas are drawn, citations numbered."""

from __future__ import annotations

import json
import re
import unicodedata
from bisect import bisect
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache as remember
from functools import partial
from html import escape, unescape
from importlib.metadata import version
from math import ceil
from pathlib import Path
from typing import Any

from markdown_it.renderer import RendererHTML
from markdown_it.token import Token

from .. import cache
from ..content import pictures
from ..content.questions import Book, Question
from ..content.references import Reference
from ..maths import mathjax
from ..text import commonmark, form, formulas, links
from ..text.body import Body
from ..text.commonmark import CLOSE, DISPLAY, OPEN
from ..text.parts import PARTS
from . import highlight, shapes

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
# A mark, or a whole tag with one in it.
_MARK_OR_ITS_TAG = re.compile(f"<[^>{OPEN}]*{OPEN}[^>]*>|{_MARK.pattern}")
_PRIVATE = re.compile(f"[{OPEN}{CLOSE}]")
_ANCHOR = re.compile(r'(\s(?:id="|aria-labelledby="|href="#))([^"]*)')
# Drawings, most of a page's elements, have none, or names of their own.
_TAG_WITH_ANCHOR = re.compile(
    r'<(?!/|path|g\b|svg|m|clipPath|use|rect)[^<>]*\s(?:id="|aria-labelledby="|href="#)[^>]*>'
)
_PICTURE = re.compile(f'<img alt="([^"]*)" (?:[^<>]* )?src="{OPEN}file:([^"{CLOSE}]*){CLOSE}"[^<>]*>')
_SPACE_BEFORE_CITATION = re.compile(f"[ \t]+(?={OPEN}c)")
_CJK = r"[\u2e80-\u303f\u3041-\u30ff\u3400-\u9fff\uff00-\uffef\u201c\u201d\u2018\u2019\u2026\u2014]"
_STOP = r"[\u3001\u3002\uff01\uff08\uff09\uff0c\uff1a\uff1b\uff1f]"
_CHINESE, _STOPS = re.compile(_CJK), re.compile(_STOP)
# What has words of its own.
_SAID = ("text", "text_special", "code_inline")
# What a line of text goes on through: 中文⏎**强调** is joined, too.
_GOES_ON = ("text", "text_special", "em", "strong", "s", "link")
_HEADING_ANCHOR = re.compile(r"[ \t]\{#([^\s{}]+)\}\Z")
# A browser breaks lines beside a drawing even where the punctuation next to it may not begin or end one.
_OPENING, _CLOSING = "（“‘《「『(", "，。；：、？！）”’」』》…,.;:?!)"
# Kinds of marks for formulas: within a line of text, and by themselves.
_INLINE_MATHS, _DISPLAY = "maths", "display"
# What stands after the language of a code block is for other tools; {.python .torch} says it with its kinds.
_INFO = re.compile(r"\{[ \t]*((?:\.[\w+#-]+[ \t]*)+)[^\n]*|\{?[ \t]*([\w+#-]*)")
# Pygments marks spaces and plain names too, which nothing colours: a third of a code block's bytes.
_PLAIN_CODE = re.compile(r'<span class="[nw]">([^<]*)</span>')


@dataclass(frozen=True)
class Heading:
    """A heading of the page; `anchor` is "" where nothing leads to it."""

    level: int
    text: str
    anchor: str


@dataclass(frozen=True)
class Rendered:
    """A body as HTML, and its headings."""

    html: str
    headings: tuple[Heading, ...]


def on_screen(formula: mathjax.Rendered) -> str:
    """A formula for a page of the site."""
    return formula.html


def as_file(path: Path, alt: str) -> str | None:
    """A picture that stays a file beside the page."""
    return None


def body_html(
    path: str,
    body: Body,
    link: Callable[[str, str], str],
    asset: Callable[[str], str],
    docs: Path | None = None,
    draw: Callable[[mathjax.Rendered], str] = on_screen,
    show: Callable[[Path, str], str | None] = as_file,
) -> Rendered:
    """A body as HTML: `link(id, fragment)` is the address of an answer, `asset(path)` that of another file of docs/.

    Pictures get the sizes they have in `docs`, so that the text does not move when they arrive;
    `show(file, alt)` makes one a part of the page instead.
    """
    html, headings, maths = _convert(path, body)
    if docs is not None and show is not as_file:
        html = _PICTURE.sub(partial(_shown, docs, show), html)
    drawn = mathjax.render(maths)
    before, *rest = html.split(OPEN)
    pieces = [before]
    for piece in rest:
        mark, _, after = piece.partition(CLOSE)
        kind, _, leads = mark.partition(":")
        if kind in (_INLINE_MATHS, _DISPLAY):
            tex, display = maths[int(leads)]
            result = drawn[tex, display]
            # A checked book has no wrong formulas; a draft shows the TeX.
            pieces += [draw(result) if isinstance(result, mathjax.Rendered) else f"<code>{escape(tex)}</code>", after]
            before = after
            continue
        name, sharp, fragment = leads.partition("#")
        name, fragment = unescape(name), unescape(fragment)
        pieces.append(escape(link(name, fragment) if kind == "link" else asset(name) + sharp + fragment))
        if docs is not None and before.endswith(' src="') and after.startswith('"'):
            pieces.append(_size(docs / name))
        pieces.append(after)
        before = after
    return Rendered("".join(pieces), headings)


def references_html(question: Question, book: Book) -> str:
    """The works that an answer cites, in the order of their first citation; "" when it cites none."""
    cited: dict[str, list[tuple[int, str]]] = {}
    for number, citation in enumerate(question.body.citations, 1):
        cited.setdefault(citation.key, []).append((number, citation.place))
    items = "".join(
        f'<li id="ref-{key}">{_work(key, book.references.get(key))} {_back_links(places)}</li>'
        for key, places in cited.items()
    )
    return f'<ol class="references">{items}</ol>' if items else ""


def with_prefix(html: str, prefix: str) -> str:
    """The same with its own anchors renamed, so that several answers can stand on one page."""
    return _TAG_WITH_ANCHOR.sub(lambda tag: _ANCHOR.sub(rf"\1{prefix}\2", tag[0]), html)


def _convert(path: str, body: Body) -> tuple[str, tuple[Heading, ...], list[tuple[str, bool]]]:
    """The body as HTML, with marks where addresses and formulas belong: depends on these two alone, and is kept."""
    key = cache.key(_version(), path, body.text)
    found = cache.get("markup", key)
    if found is None:
        # What was found in the body serves again; only hostile text has to be read anew.
        clean = Body(_PRIVATE.sub("", body.text)) if _PRIVATE.search(body.text) else body
        html, headings, maths = _render(path, clean)
        cache.put("markup", key, b"\n".join((json.dumps([headings, maths]).encode(), html.encode())))
    else:
        end = found.index(b"\n")
        html, (headings, maths) = found[end + 1 :].decode(), json.loads(found[:end])
    return html, tuple(Heading(*heading) for heading in headings), [(tex, display) for tex, display in maths]


def _render(path: str, body: Body) -> tuple[str, list[tuple[int, str, str]], list[tuple[str, bool]]]:
    maths, citations = body.formulas, body.citations
    starts = [citation.start for citation in citations]

    def cited(formula: formulas.Formula) -> bool:
        before = bisect(starts, formula.start)
        return before > 0 and formula.start < citations[before - 1].end

    spans = [
        *((one.start, one.end, _name(one, number)) for number, one in enumerate(maths) if not cited(one)),
        *((citation.start, citation.end, f"c{number}") for number, citation in enumerate(citations)),
    ]
    page = _Structure(path)
    tokens = page.framed(commonmark.parse(commonmark.marked(body.text, sorted(spans))))
    html = _PAGE.render(tokens, commonmark.options(), {}).rstrip("\n")
    html = _PLAIN_CODE.sub(r"\1", _SPACE_BEFORE_CITATION.sub("\u00a0", html))
    headings = [
        (level, _MARK.sub(partial(_source, maths, citations), text), anchor) for level, text, anchor in page.headings
    ]
    shown = [(formula.tex, formula.display) for formula in maths]
    return _together(_filled(html, maths, citations, shown)), headings, shown


def _name(formula: formulas.Formula, number: int) -> str:
    return f"{DISPLAY if formula.display else 'm'}{number}"


def _together(html: str) -> str:
    """The page with each formula of the text held together with the punctuation that clings to it."""
    text, *formulas = html.split(f"{OPEN}{_INLINE_MATHS}:")
    pieces: list[str] = []
    for formula in formulas:
        number, end, after = formula.partition(CLOSE)
        before, rest = text.rstrip(_OPENING), after.lstrip(_CLOSING)
        opening, closing = text[len(before) :], after[: len(after) - len(rest)]
        whole = f"{OPEN}{_INLINE_MATHS}:{number}{end}"
        pieces += [before, f'<span class="together">{opening}{whole}{closing}</span>' if opening or closing else whole]
        text = rest
    return "".join([*pieces, text])


def _filled(
    html: str,
    maths: Sequence[formulas.Formula],
    citations: Sequence[links.Citation],
    shown: list[tuple[str, bool]],
) -> str:
    """The page with its citations in place of their marks; in an attribute, they and formulas are text."""
    numbers = {key: number for number, key in enumerate(dict.fromkeys(c.key for c in citations), 1)}

    def formula(number: int) -> str:
        return f"{OPEN}{_DISPLAY if maths[number].display else _INLINE_MATHS}:{number}{CLOSE}"

    def citation(number: int) -> str:
        cited = citations[number]
        place = f", {_place(cited.place, shown)}" if cited.place else ""
        if len(cited.place) <= _SHORT_PLACE:
            place = place.replace(" ", "\u00a0")
        return f'<a class="citation" id="cite-{number + 1}" href="#ref-{cited.key}">[{numbers[cited.key]}{place}]</a>'

    def fill(match: re.Match[str]) -> str:
        if match[1] is None:
            return _MARK.sub(lambda mark: escape(_source(maths, citations, mark)), match[0])
        return citation(int(match[2])) if match[1] == "c" else formula(int(match[2]))

    return _MARK_OR_ITS_TAG.sub(fill, html)


def _source(maths: Sequence[formulas.Formula], citations: Sequence[links.Citation], mark: re.Match[str]) -> str:
    """What a mark stands for, as plain text."""
    number = int(mark[2])
    return f"[{citations[number].key}]" if mark[1] == "c" else maths[number].tex


def _place(text: str, shown: list[tuple[str, bool]]) -> str:
    """A place in a source, where a formula may stand (Eq. $(3)$)."""
    pieces, done = [], 0
    for formula in Body(text).formulas:
        kind = _DISPLAY if formula.display else _INLINE_MATHS
        pieces += [escape(text[done : formula.start]), f"{OPEN}{kind}:{len(shown)}{CLOSE}"]
        shown.append((formula.tex, formula.display))
        done = formula.end
    return "".join([*pieces, escape(text[done:])])


def _work(key: str, work: Reference | None) -> str:
    if work is None:
        return escape(key)
    # A venue is mostly written with its year.
    year = "" if re.search("[0-9]{4}", work.venue) else str(work.year or "")
    published = "，".join(filter(None, (work.venue, year)))
    parts = [escape(work.authors).rstrip("."), f"<cite>{escape(work.title).rstrip('.')}</cite>", escape(published)]
    said = f"arXiv:{work.arxiv}" if work.arxiv else re.sub(r"^https?://(?:www\.)?|/$", "", work.url)
    if work.address:
        parts.append(f'<a href="{escape(work.address)}">{escape(said)}</a>')
    return ". ".join(filter(None, parts))


def _back_links(places: Sequence[tuple[int, str]]) -> str:
    backs = [
        f'<a href="#cite-{number}" aria-label="回到第 {count} 处引用">↑{count if len(places) > 1 else ""}</a>'
        for count, (number, _) in enumerate(places, 1)
    ]
    return f'<span class="back">{" ".join(backs)}</span>'


def _code(code: str, info: str = "") -> str:
    """A code block that the keyboard can scroll, with the name of its language."""
    said = _INFO.match(info.strip())
    assert said is not None
    language, *kinds = said[1].replace(".", " ").split() if said[1] else [said[2]]
    marked, name = highlight.html(code, language)
    shown = [] if name == "text" else [_LANGUAGES.get(name, name)]
    shown += [_KINDS[kind] for kind in kinds if kind in _KINDS]
    # Empty it is still the row of the button that copies.
    label = f'<span class="language">{escape(" · ".join(shown))}</span>'
    classes = " ".join((f"language-{name}", *kinds, "highlight"))
    return f'<div class="{escape(classes)}">{label}<pre tabindex="0"><code>{marked}</code></pre></div>\n'


def _shown(docs: Path, show: Callable[[Path, str], str | None], picture: re.Match[str]) -> str:
    return show(docs / unescape(picture[2]), unescape(picture[1])) or picture[0]


def _size(path: Path) -> str:
    size = pictures.size(path)
    return f'" width="{size[0]}" height="{size[1]}' if size else ""


# A place in a work that is no longer stays on one line with its number.
_SHORT_PLACE = 16
# em: a cell as short needs no say in how wide its column is; a longer one is not broken into lines shorter than this.
_SHORT_CELL, _LONG_CELL = 4, 9


class _Structure:
    """Gives headings their anchors, tables and pictures their frames, links their marks."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.headings: list[tuple[int, str, str]] = []
        self.tables = self.figures = 0

    def framed(self, tokens: list[Token]) -> list[Token]:
        """The tokens of one page, changed."""
        for place, token in enumerate(tokens):
            if token.children:
                self._targets(token.children)
                _join_lines(token.children)
            if token.type == "heading_open":
                self._heading(token, tokens[place + 1])
            elif token.type == "table_open":
                self._table(token, tokens[place:])
            elif token.type == "paragraph_open":
                self._figure(token, tokens[place + 1], tokens[place + 2])
        return shapes.shaped(tokens)

    def _heading(self, heading: Token, inline: Token) -> None:
        assert inline.children is not None
        own = _HEADING_ANCHOR.search(inline.content)
        if own and inline.children and inline.children[-1].content.endswith(own[0]):
            inline.children[-1].content = inline.children[-1].content.removesuffix(own[0])
        text = _text(inline).strip()
        level = int(heading.tag[1])
        anchor = own[1] if own else PARTS.get(text, "") if level == 2 else ""
        self.headings.append((level, text, anchor))
        if anchor:
            heading.attrSet("id", anchor)
            label = escape(f"“{text}”的链接")
            mark = Token("html_inline", "", 0)
            mark.content = f'<a aria-label="{label}" class="headerlink" href="#{escape(anchor)}">#</a>'
            inline.children.append(mark)

    def _targets(self, children: Sequence[Token]) -> None:
        for child in children:
            if child.type == "link_open":
                child.attrs["href"] = self._target(str(child.attrs["href"]))
            elif child.type == "image":
                # The address comes last: the size of the picture follows it.
                source = self._target(str(child.attrs.pop("src")))
                child.attrs |= {"loading": "lazy", "src": source}

    def _target(self, target: str) -> str:
        path, _, fragment = target.partition("#")
        if not path or re.match(r"[A-Za-z][A-Za-z0-9+.-]*:|/", path):
            return target
        mark = f"#{fragment}" if fragment else ""
        id = links.target_id(path)
        if id:
            return f"{OPEN}link:{id}{mark}{CLOSE}"
        return f"{OPEN}file:{links.target_path(self.path, path)}{mark}{CLOSE}"

    def _table(self, table: Token, tokens: Sequence[Token]) -> None:
        self.tables += 1
        rows = _rows(tokens)
        names = [_text(inline).strip() for _, inline, _ in rows[0]]
        for column, (opening, _, closing) in enumerate(rows[0]):
            longest = max(_width(_text(row[column][1])) for row in rows if column < len(row))
            if longest > _SHORT_CELL:
                style = f"min-width:{min(longest, _LONG_CELL)}em"
                opening.attrs["style"] = ";".join(filter(None, (str(opening.attrs.get("style", "")), style)))
            if names[column]:
                opening.attrs = {"scope": "col", **opening.attrs}
            else:
                # The corner of a table is no heading.
                opening.tag = closing.tag = "td"
        table.meta["label"] = f"表 {self.tables}：{'、'.join(filter(None, names))}"

    def _figure(self, opening: Token, inline: Token, closing: Token) -> None:
        """A paragraph of nothing but a picture is its frame; one with a caption has a number."""
        assert inline.children is not None
        seen = [child for child in inline.children if child.type != "text" or child.content.strip()]
        if len(seen) != 1 or seen[0].type != "image":
            return
        opening.tag = closing.tag = "figure"
        opening.hidden = closing.hidden = False
        title = seen[0].attrs.pop("title", "")
        if title:
            self.figures += 1
            number = f'<span class="figure-number">图 {self.figures}</span>'
            caption = Token("html_inline", "", 0)
            caption.content = f"<figcaption>{number}\u2003{escape(str(title), quote=False)}</figcaption>"
            inline.children.append(caption)


class _Page(RendererHTML):
    """The tokens as HTML."""

    def text(self, tokens: Sequence[Token], idx: int, options: Any, env: Any) -> str:
        """As little as possible in other characters."""
        return escape(tokens[idx].content, quote=False)

    text_special = text

    def code_inline(self, tokens: Sequence[Token], idx: int, options: Any, env: Any) -> str:
        """The same in code."""
        return f"<code>{escape(tokens[idx].content, quote=False)}</code>"

    def fence(self, tokens: Sequence[Token], idx: int, options: Any, env: Any) -> str:
        """Code in colours."""
        block = _code(tokens[idx].content, tokens[idx].info)
        return shapes.closed(block, tokens[idx].content) if form.is_check(tokens[idx].info) else block

    def code_block(self, tokens: Sequence[Token], idx: int, options: Any, env: Any) -> str:
        """Code that is only indented."""
        return _code(tokens[idx].content)

    def formula(self, tokens: Sequence[Token], idx: int, options: Any, env: Any) -> str:
        """The frame of a formula."""
        return f'<div class="formula">{tokens[idx].content}</div>\n'

    def table_open(self, tokens: Sequence[Token], idx: int, options: Any, env: Any) -> str:
        """The frame of a table, which scrolls by itself."""
        label = escape(tokens[idx].meta["label"])
        return f'<div aria-label="{label}" class="table" role="region" tabindex="0"><table>\n'

    def table_close(self, tokens: Sequence[Token], idx: int, options: Any, env: Any) -> str:
        """Its end."""
        return "</table></div>\n"


_PAGE = _Page()


def _text(inline: Token) -> str:
    """The text of a line without its markup."""
    return "".join(child.content for child in inline.children or () if child.type in _SAID)


def _rows(tokens: Sequence[Token]) -> list[list[tuple[Token, Token, Token]]]:
    """The cells of the table that begins here, row by row, the headings first: opening, content, closing."""
    rows: list[list[tuple[Token, Token, Token]]] = []
    for place, token in enumerate(tokens):
        if token.type == "table_close":
            break
        if token.type == "tr_open":
            rows.append([])
        elif token.type in ("th_open", "td_open"):
            rows[-1].append((token, tokens[place + 1], tokens[place + 2]))
    return rows


def _width(text: str) -> int:
    """About how wide a text is, in em."""
    return ceil(sum(1 if unicodedata.east_asian_width(one) in "WF" else 0.55 for one in text))


def _join_lines(children: list[Token]) -> None:
    """Take away the line breaks beside Chinese: a browser shows them as spaces, which Chinese has none of."""
    for place, child in enumerate(children):
        if child.type == "softbreak":
            before, after = _beside(children[place - 1 :: -1] if place else (), -1), _beside(children[place + 1 :], 0)
            chinese = _CHINESE.match(before) and _CHINESE.match(after)
            if chinese or _STOPS.match(before) or _STOPS.match(after):
                child.type, child.content = "text", ""


def _beside(tokens: Sequence[Token], end: int) -> str:
    """The character that a line break stands beside, "" where that is not one of the text."""
    for token in tokens:
        if token.type.removesuffix("_open").removesuffix("_close") not in _GOES_ON:
            return ""
        if token.content:
            return token.content[end]
    return ""


@remember
def _version() -> bytes:
    """Other code or other libraries make other HTML."""
    return cache.key(cache.code("markup"), *map(version, ("markdown-it-py", "Pygments")))
