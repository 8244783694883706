"""Markdown → HTML: the same for the site, the PDF, the feed and the ePub. Formulas are drawn, citations numbered."""

from __future__ import annotations

import json
import re
from bisect import bisect
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache as remember
from functools import partial
from html import escape, unescape
from importlib.metadata import version
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import markdown
from markdown.treeprocessors import Treeprocessor
from markdown.util import AMP_SUBSTITUTE

from .. import cache
from ..content import pictures
from ..content.questions import Book, Question
from ..content.references import Reference
from ..maths import mathjax
from ..text import formulas, links
from ..text.parts import PARTS
from ..text.spacing import spaced
from .highlight import Highlighting

# mkdocs.yml names the same, and pymdownx.arithmatex, whose work is done here.
EXTENSIONS: Mapping[str, dict[str, Any]] = {
    "attr_list": {},
    "tables": {},
    "pymdownx.betterem": {},
    "pymdownx.highlight": {"anchor_linenums": False, "pygments_lang_class": True},
    "pymdownx.superfences": {},
}
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

# Marks around what Markdown must leave alone: private characters, which no content may hold.
_OPEN, _CLOSE = "\ue000", "\ue001"
_PRIVATE = re.compile(f"[{_OPEN}{_CLOSE}]")
_MARK = re.compile(f"{_OPEN}([mc])(\\d+){_CLOSE}")
# A mark, or a whole tag with one in it.
_MARK_OR_ITS_TAG = re.compile(f"<[^>{_OPEN}]*{_OPEN}[^>]*>|{_MARK.pattern}")
_ANCHOR = re.compile(r'(\s(?:id="|aria-labelledby="|href="#))([^"]*)')
# The drawings of formulas, most of a page's elements, have none.
_TAG_WITH_ANCHOR = re.compile(r'<(?!/|path|g\b|svg|m)[^<>]*\s(?:id="|aria-labelledby="|href="#)[^>]*>')
_SPACE_BEFORE_CITATION = re.compile(f"[ \t]+(?={_OPEN}c)")
_CJK = r"[\u2e80-\u303f\u3041-\u30ff\u3400-\u9fff\uff00-\uffef\u201c\u201d\u2018\u2019\u2026\u2014]"
_STOP = r"[\u3001\u3002\uff01\uff08\uff09\uff0c\uff1a\uff1b\uff1f]"
# A browser shows a line break as a space, which Chinese has none of.
_BREAK_IN_CHINESE = re.compile(f"(?<={_CJK})\n[ \t]*(?={_CJK})|(?<={_STOP})\n[ \t]*|\n[ \t]*(?={_STOP})")
_BREAK_AFTER_CHINESE = re.compile(f"(?<={_CJK})\n[ \t]*$")
_BREAK_BEFORE_CHINESE = re.compile(f"^\n[ \t]*(?={_CJK})")
_INLINE = ("a", "em", "strong")
# A browser breaks lines beside a drawing even where the punctuation next to it may not begin or end one.
_OPENING, _CLOSING = "（“‘《「『(", "，。；：、？！）”’」』》…,.;:?!)"
# Kinds of marks for formulas: within a line of text, and by themselves.
_INLINE_MATHS, _DISPLAY = "maths", "display"
_CODE = re.compile(r'<div class="([^"]*)\bhighlight"><pre><span></span><code>')
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


def body_html(
    path: str,
    body: str,
    link: Callable[[str, str], str],
    asset: Callable[[str], str],
    docs: Path | None = None,
    draw: Callable[[mathjax.Rendered], str] = on_screen,
) -> Rendered:
    """A body as HTML: `link(id, fragment)` is the address of an answer, `asset(path)` that of another file of docs/.

    Pictures get the sizes they have in `docs`, so that the text does not move when they arrive.
    """
    html, headings, maths = _convert(path, body)
    drawn = mathjax.render(maths)
    before, *rest = html.split(_OPEN)
    pieces = [before]
    for piece in rest:
        mark, _, after = piece.partition(_CLOSE)
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
    for number, citation in enumerate(links.citations(question.body), 1):
        cited.setdefault(citation.key, []).append((number, citation.place))
    items = "".join(
        f'<li id="ref-{key}">{_work(key, book.references.get(key))} {_back_links(places)}</li>'
        for key, places in cited.items()
    )
    return f'<ol class="references">{items}</ol>' if items else ""


def with_prefix(html: str, prefix: str) -> str:
    """The same with its own anchors renamed, so that several answers can stand on one page."""
    return _TAG_WITH_ANCHOR.sub(lambda tag: _ANCHOR.sub(rf"\1{prefix}\2", tag[0]), html)


def _convert(path: str, body: str) -> tuple[str, tuple[Heading, ...], list[tuple[str, bool]]]:
    """The body as HTML with marks for addresses and formulas: depends on nothing but these two, and is kept."""
    key = cache.key(_version(), path, body)
    found = cache.get("markup", key)
    if found is None:
        html, headings, maths = _render(path, body)
        cache.put("markup", key, b"\n".join((json.dumps([headings, maths]).encode(), html.encode())))
    else:
        end = found.index(b"\n")
        html, (headings, maths) = found[end + 1 :].decode(), json.loads(found[:end])
    return html, tuple(Heading(*heading) for heading in headings), [(tex, display) for tex, display in maths]


def _render(path: str, body: str) -> tuple[str, list[tuple[int, str, str]], list[tuple[str, bool]]]:
    body = spaced(_PRIVATE.sub("", body))
    maths, _ = formulas.scan(body)
    citations = links.citations(body)
    starts = [citation.start for citation in citations]

    def cited(formula: formulas.Formula) -> bool:
        before = bisect(starts, formula.start)
        return before > 0 and formula.start < citations[before - 1].end

    spans = [
        *((formula.start, formula.end, f"m{number}") for number, formula in enumerate(maths) if not cited(formula)),
        *((citation.start, citation.end, f"c{number}") for number, citation in enumerate(citations)),
    ]
    converter = _markdown()
    converter.reset()
    structure = _structure(converter)
    structure.begin(path, {f"m{number}" for number, formula in enumerate(maths) if formula.display})
    html = converter.convert(_marked(body, sorted(spans)))
    html = _PLAIN_CODE.sub(r"\1", _CODE.sub(_code, _SPACE_BEFORE_CITATION.sub("\u00a0", html)))
    headings = [
        (level, _MARK.sub(partial(_source, maths, citations), text), anchor)
        for level, text, anchor in structure.headings
    ]
    shown = [(formula.tex, formula.display) for formula in maths]
    return _together(_filled(html, maths, citations, shown)), headings, shown


def _together(html: str) -> str:
    """The page with each formula of the text held together with the punctuation that clings to it."""
    text, *formulas = html.split(f"{_OPEN}{_INLINE_MATHS}:")
    pieces: list[str] = []
    for formula in formulas:
        number, end, after = formula.partition(_CLOSE)
        before, rest = text.rstrip(_OPENING), after.lstrip(_CLOSING)
        opening, closing = text[len(before) :], after[: len(after) - len(rest)]
        whole = f"{_OPEN}{_INLINE_MATHS}:{number}{end}"
        pieces += [before, f'<span class="together">{opening}{whole}{closing}</span>' if opening or closing else whole]
        text = rest
    return "".join([*pieces, text])


def _marked(body: str, spans: Sequence[tuple[int, int, str]]) -> str:
    pieces, done = [], 0
    for start, end, name in spans:
        pieces += [body[done:start], _OPEN, name, _CLOSE]
        done = end
    return "".join([*pieces, body[done:]])


def _filled(
    html: str,
    maths: Sequence[formulas.Formula],
    citations: Sequence[links.Citation],
    shown: list[tuple[str, bool]],
) -> str:
    """The page with its citations in place of their marks; in an attribute, they and formulas are text."""
    numbers = {key: number for number, key in enumerate(dict.fromkeys(c.key for c in citations), 1)}

    def formula(number: int) -> str:
        return f"{_OPEN}{_DISPLAY if maths[number].display else _INLINE_MATHS}:{number}{_CLOSE}"

    def citation(number: int) -> str:
        cited = citations[number]
        place = f", {_place(cited.place, shown)}" if cited.place else ""
        return f'<a class="citation" id="cite-{number + 1}" href="#ref-{cited.key}">[{numbers[cited.key]}{place}]</a>'

    def fill(match: re.Match[str]) -> str:
        if match[1] is None:
            return _MARK.sub(lambda mark: escape(_source(maths, citations, mark)), match[0])
        return formula(int(match[2])) if match[1] == "m" else citation(int(match[2]))

    return _MARK_OR_ITS_TAG.sub(fill, html)


def _source(maths: Sequence[formulas.Formula], citations: Sequence[links.Citation], mark: re.Match[str]) -> str:
    """What a mark stands for, as plain text."""
    number = int(mark[2])
    return maths[number].tex if mark[1] == "m" else f"[{citations[number].key}]"


def _place(text: str, shown: list[tuple[str, bool]]) -> str:
    """A place in a source, where a formula may stand (Eq. $(3)$)."""
    pieces, done = [], 0
    for formula in formulas.scan(text)[0]:
        kind = _DISPLAY if formula.display else _INLINE_MATHS
        pieces += [escape(text[done : formula.start]), f"{_OPEN}{kind}:{len(shown)}{_CLOSE}"]
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


def _code(match: re.Match[str]) -> str:
    """A code block that the keyboard can scroll, with the name of its language."""
    classes = match[1].split()
    names = [name.removeprefix("language-") for name in classes if name.startswith("language-")]
    said = [_LANGUAGES.get(name, name) for name in names if name != "text"]
    said += [_KINDS[name] for name in classes if name in _KINDS]
    label = f'<span class="language">{escape(" · ".join(said))}</span>' if said else ""
    return f'<div class="{match[1]}highlight">{label}<pre tabindex="0"><code>'


def _size(path: Path) -> str:
    size = pictures.size(path)
    return f'" width="{size[0]}" height="{size[1]}' if size else ""


class _Structure(Treeprocessor):
    """Gives headings their anchors, tables and pictures their frames, links their marks."""

    def begin(self, path: str, display: set[str]) -> None:
        """Forget the last page."""
        self.path = path
        self.display = display
        self.headings: list[tuple[int, str, str]] = []
        self.tables = 0

    def run(self, root: ElementTree.Element) -> None:
        """Change the tree of one page."""
        self._visit(root)

    def _visit(self, parent: ElementTree.Element) -> None:
        if parent.tag in ("code", "pre"):
            return
        _join_lines(parent)
        for place, child in enumerate(list(parent)):
            self._visit(child)
            if re.fullmatch("h[1-6]", child.tag):
                self._heading(child)
            elif child.tag == "a" and child.get("href"):
                child.set("href", self._target(child.get("href", "")))
            elif child.tag == "img":
                child.set("src", self._target(child.get("src", "")))
                child.set("loading", "lazy")
            elif child.tag == "table":
                parent[place] = self._table(child)
            elif child.tag == "p":
                self._paragraph(child)

    def _heading(self, heading: ElementTree.Element) -> None:
        text = unescape("".join(heading.itertext()).replace(AMP_SUBSTITUTE, "&")).strip()
        level = int(heading.tag[1])
        anchor = heading.get("id") or (PARTS.get(text, "") if level == 2 else "")
        self.headings.append((level, text, anchor))
        if anchor:
            heading.set("id", anchor)
            mark = ElementTree.SubElement(heading, "a", {"class": "headerlink", "href": f"#{anchor}"})
            mark.set("aria-label", f"“{text}”的链接")
            mark.text = "#"

    def _target(self, target: str) -> str:
        path, _, fragment = target.partition("#")
        if not path or re.match(r"[A-Za-z][A-Za-z0-9+.-]*:|/", path):
            return target
        mark = f"#{fragment}" if fragment else ""
        id = links.target_id(path)
        if id:
            return f"{_OPEN}link:{id}{mark}{_CLOSE}"
        return f"{_OPEN}file:{links.target_path(self.path, path)}{mark}{_CLOSE}"

    def _table(self, table: ElementTree.Element) -> ElementTree.Element:
        self.tables += 1
        names = ["".join(cell.itertext()).strip() for cell in table.iter("th")]
        frame = ElementTree.Element("div", {"class": "table", "role": "region", "tabindex": "0"})
        frame.set("aria-label", f"表 {self.tables}：{'、'.join(filter(None, names))}")
        for cell in list(table.iter("th")):
            if len(cell) or (cell.text or "").strip():
                cell.set("scope", "col")
            else:
                # The corner of a table is no heading.
                cell.tag = "td"
        frame.tail, table.tail = table.tail, None
        frame.append(table)
        return frame

    def _paragraph(self, paragraph: ElementTree.Element) -> None:
        """A paragraph of nothing but a formula or a picture is its frame."""
        text = (paragraph.text or "").strip()
        children = list(paragraph)
        if not children and text[1:-1] in self.display and _MARK.fullmatch(text):
            paragraph.tag = "div"
            paragraph.set("class", "formula")
        elif len(children) == 1 and children[0].tag == "img" and not text and not (children[0].tail or "").strip():
            paragraph.tag = "figure"
            title = children[0].attrib.pop("title", "")
            if title:
                ElementTree.SubElement(paragraph, "figcaption").text = title


def _join_lines(parent: ElementTree.Element) -> None:
    """Take away the line breaks between Chinese characters, also where bold text or a link begins or ends there."""
    before = parent.text = _BREAK_IN_CHINESE.sub("", parent.text or "")
    for place, child in enumerate(parent):
        inside = "".join(child.itertext()) if child.tag in _INLINE else ""
        if re.match(_CJK, inside):
            before = _BREAK_AFTER_CHINESE.sub("", before)
            if place == 0:
                parent.text = before
            else:
                parent[place - 1].tail = before
        child.tail = _BREAK_IN_CHINESE.sub("", child.tail or "")
        if re.match(_CJK, inside[-1:]):
            child.tail = _BREAK_BEFORE_CHINESE.sub("", child.tail)
        before = child.tail


@remember
def _markdown() -> markdown.Markdown:
    hastened = Highlighting(**EXTENSIONS["pymdownx.highlight"])
    extensions = [hastened if name == "pymdownx.highlight" else name for name in EXTENSIONS]
    converter = markdown.Markdown(extensions=extensions, extension_configs=dict(EXTENSIONS))
    converter.ESCAPED_CHARS.append("$")
    # <a@b> is no address here, and turned into one it would swallow a mark.
    converter.inlinePatterns.deregister("automail")
    # Last of all, when nothing is left to be made into elements.
    converter.treeprocessors.register(_Structure(converter), "answerbook", -10)
    return converter


def _structure(converter: markdown.Markdown) -> _Structure:
    found = converter.treeprocessors["answerbook"]
    assert isinstance(found, _Structure)
    return found


@remember
def _version() -> bytes:
    """Other code or other libraries make other HTML."""
    libraries = ("Markdown", "pymdown-extensions", "Pygments")
    return cache.key(cache.code("markup"), *map(version, libraries))
