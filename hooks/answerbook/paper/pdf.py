"""The book on paper: one HTML document, set by WeasyPrint into a PDF that is tagged and the same bytes each time."""

from __future__ import annotations

import logging
import re
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import jinja2

from .. import cache, outputs, places
from ..content.connections import connect
from ..content.notebooks import Figure, Notebook
from ..content.questions import Question, Topic
from ..markup import markup
from ..maths import mathjax
from ..problems import ContentError, Problem
from ..text import linebreaks
from ..text.body import Body
from . import fontfiles, paper, terms
from .paper import Volume

_FOLDER = Path(__file__).parent / "templates"
_LOGO = places.OVERRIDES / "assets" / "logo.svg"
# The text's width and size in pdf.css, in points.
_LINE, _SIZE = (185 - 2 * 21) / 25.4 * 72, 9.6
# A formula made smaller than this is too hard to read.
_SMALLEST = 0.62
# Rounding, in CSS pixels.
_TOLERANCE = 1.5


@dataclass(frozen=True)
class Report:
    """How the making went."""

    pages: int
    bytes: int
    seconds: float
    # The most memory this process has had, in MB; 0 where the system does not say.
    memory: int


def make(volume: Volume, output: Path, say: Callable[[str], None]) -> Report:
    """Print the volume into `output`, which appears only when it is whole; raises ContentError when it cannot."""
    start = time.monotonic()
    say("排版公式、正文和代码")
    pictures = _Pictures(volume.docs)
    html = _html(volume, pictures)
    broken = paper.broken_pictures(volume, pictures.files.values())
    problems = [*_unknown_characters(volume, pictures.files.values()), *_wide_formulas(volume), *broken]
    if problems:
        raise ContentError(problems)
    fontfiles.use(fontfiles.prepare("".join([html, (_FOLDER / "pdf.css").read_text("utf-8"), *pictures.texts()])))
    document = _lay_out(html, pictures, say)
    problems = [*_too_wide(document, volume)]
    if problems:
        raise ContentError(problems)
    say(f"写入 {len(document.pages)} 页")
    identifier = cache.key(html).hex()[:32].encode()
    data = document.write_pdf(pdf_variant="pdf/ua-1", pdf_identifier=identifier)
    outputs.put(output, data, volume.imprint.updated)
    return Report(len(document.pages), len(data), time.monotonic() - start, _peak())


class _Pictures:
    """What the document shows, by address: nothing comes from the network, nor from elsewhere on the disk."""

    def __init__(self, docs: Path) -> None:
        self._docs = docs
        self._formulas: dict[tuple[str, bool], str] = {}
        self._svg: dict[str, str] = {"book:logo": _LOGO.read_text("utf-8")}
        self._figures: dict[str, Figure] = {}
        self.files: dict[str, str] = {}

    def formula(self, formula: mathjax.Rendered) -> str:
        key = (formula.tex, formula.display)
        if key not in self._formulas:
            address = f"book:maths/{len(self._formulas)}"
            self._formulas[key] = address
            self._svg[address] = formula.svg.replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ', 1)
        return self._formulas[key]

    def file(self, path: str) -> str:
        address = f"book:docs/{path}"
        self.files[address] = path
        return address

    def figure(self, anchor: str, figure: Figure) -> None:
        self._figures[f"book:figure/{anchor}/{figure.name}"] = figure

    def texts(self) -> Iterator[str]:
        """The drawings that may hold words."""
        yield from self._svg.values()
        yield from ((self._docs / path).read_text("utf-8") for path in self.files.values() if path.endswith(".svg"))
        yield from (one.content.decode() for one in self._figures.values() if one.name.endswith(".svg"))

    def fetch(self, address: str) -> Any:
        """What WeasyPrint asks for."""
        from weasyprint.urls import URLFetcherResponse

        if address in self._svg:
            data = self._svg[address].encode()
        elif address in self._figures:
            data = self._figures[address].content
        elif address in self.files:
            data = (self._docs / self.files[address]).read_bytes()
        else:
            raise ValueError(f"{address} 不在书里")
        kind = "image/svg+xml" if data.lstrip()[:4] in (b"<svg", b"<?xm") else "application/octet-stream"
        return URLFetcherResponse(address, body=data, headers={"Content-Type": kind})


def _html(volume: Volume, pictures: _Pictures) -> str:
    book = volume.book
    loader = jinja2.FileSystemLoader(_FOLDER)
    environment = jinja2.Environment(
        loader=loader, undefined=jinja2.StrictUndefined, autoescape=True, trim_blocks=True, lstrip_blocks=True
    )
    environment.filters["shown"] = paper.shown
    environment.filters["clauses"] = linebreaks.clauses
    collected = connect(book).collected
    leads = volume.leads
    draw = partial(paper.formula, pictures.formula)

    def asset(path: str) -> str:
        return leads.get(path) or pictures.file(path)

    def body(path: str, written: Body, prefix: str) -> str:
        html = markup.body_html(path, written, volume.link, asset, volume.docs, draw).html
        return paper.joined(paper.lowered(paper.adapted(html)), prefix)

    def answer(topic_number: int, number: int, question: Question) -> dict[str, Any]:
        references = paper.adapted(markup.references_html(question, book))
        return {
            "number": f"{topic_number}.{number}",
            "question": question,
            "head": paper.head(question),
            "address": volume.imprint.address(question),
            "body": body(question.path, volume.body(question), f"{question.id}."),
            "references": paper.joined(references, f"{question.id}."),
            "asked": [collected[key] for key in question.asked_in if key in collected],
        }

    def part(number: int, topic: Topic) -> dict[str, Any]:
        return {
            "id": topic.id,
            "path": topic.path,
            "title": topic.title,
            "number": str(number),
            "summary": topic.summary,
            "map": body(topic.path, topic.body, f"topic.{topic.id}.") if topic.body else "",
            "answers": [answer(number, *numbered) for numbered in enumerate(topic.questions, 1)],
        }

    topics = [part(*numbered) for numbered in enumerate(book.topics, 1)]
    glossary = [term for term in book.glossary if term.id in book.by_id]
    index = terms.index(book)
    shown = [("笔记本", "notebooks", volume.book.notebooks), ("术语", "glossary", glossary), ("索引", "index", index)]
    return environment.get_template("pdf.html").render(
        imprint=volume.imprint,
        topics=topics,
        notebooks=[_notebook(one, body, pictures) for one in volume.book.notebooks],
        symbols=list(paper.symbols(book, pictures.formula)),
        terms=sorted(glossary, key=lambda term: term.en.casefold()),
        index=index,
        extras=[(title, anchor) for title, anchor, content in shown if content],
    )


def _notebook(notebook: Notebook, body: Callable[[str, Body, str], str], pictures: _Pictures) -> dict[str, Any]:
    anchor = paper.notebook_anchor(notebook)
    for figure in notebook.figures:
        pictures.figure(anchor, figure)
    return {
        "anchor": anchor,
        "path": notebook.path,
        "title": notebook.title,
        "cells": [(cell, body(notebook.path, cell.markdown, f"{anchor}.{cell.number}.")) for cell in notebook.cells],
    }


def _lay_out(html: str, pictures: _Pictures, say: Callable[[str], None]) -> Any:
    """The pages. What WeasyPrint complains of is a problem of the book: a picture, a character."""
    # Only now: it looks for fonts as soon as it is imported.
    from weasyprint import CSS, HTML
    from weasyprint.text.fonts import FontConfiguration


    progress, heard = _Progress(say), _Complaints(pictures.files)
    loggers = [(logging.getLogger("weasyprint.progress"), progress), (logging.getLogger("weasyprint"), heard)]
    for logger, handler in loggers:
        logger.setLevel(logging.INFO if handler is progress else logging.WARNING)
        logger.addHandler(handler)
    try:
        fonts = FontConfiguration()
        css = CSS(_FOLDER / "pdf.css", font_config=fonts)
        document = HTML(string=html, base_url="book:/", url_fetcher=pictures.fetch, media_type="print").render(
            stylesheets=[css], font_config=fonts
        )
    finally:
        for logger, handler in loggers:
            logger.removeHandler(handler)
    if heard.problems:
        raise ContentError(heard.problems)
    return document


class _Progress(logging.Handler):
    """Tells of every hundredth page; pages are set again until all page numbers are right."""

    def __init__(self, say: Callable[[str], None]) -> None:
        super().__init__()
        self._say = say
        self._round, self._page = 1, 0

    def emit(self, record: logging.LogRecord) -> None:
        found = re.search(r"Page (\d+)", record.getMessage())
        page = int(found[1]) if found else self._page
        if page < self._page:
            self._round += 1
        if page > self._page and page % 100 == 0:
            self._say(f"第 {self._round} 遍，排到第 {page} 页")
        self._page = page


class _Complaints(logging.Handler):
    """Pictures that cannot be shown, and whatever else WeasyPrint warns of."""

    def __init__(self, files: Mapping[str, str]) -> None:
        super().__init__()
        self._files = files
        self.problems: list[Problem] = []

    def emit(self, record: logging.LogRecord) -> None:
        message = record.getMessage()
        if record.name != "weasyprint":
            return
        file = next((path for address, path in self._files.items() if address in message), None)
        if file is not None:
            self.problems.append(Problem(file, 0, f"是坏的，印不出来；请重新导出（{message}）"))
        else:
            self.problems.append(Problem("pdf", 0, message))


def _unknown_characters(volume: Volume, files: Iterable[str]) -> Iterator[Problem]:
    """Characters that the fonts lack, where they stand."""
    paths = [topic.path for topic in volume.book.topics if topic.path]
    paths += [question.path for question in volume.book.questions]
    paths += [notebook.path for notebook in volume.book.notebooks]
    paths += [path for path in files if path.endswith(".svg")]
    for path in paths:
        text = (volume.docs / path).read_text("utf-8")
        for character in fontfiles.missing(text):
            line = text.count("\n", 0, text.index(character)) + 1
            message = f"字符“{character}”（U+{ord(character):04X}）在印书的字体里没有；请换一个写法"
            yield Problem(f"{volume.shown}{path}", line, message)


def _wide_formulas(volume: Volume) -> Iterator[Problem]:
    for question in volume.book.questions:
        found = question.body.formulas
        drawn = mathjax.render((formula.tex, formula.display) for formula in found)
        for formula in found:
            result = drawn[formula.tex, formula.display]
            if isinstance(result, mathjax.Rendered) and result.width * paper.SCALE * _SIZE * _SMALLEST > _LINE:
                message = "公式太宽，缩到一行里就看不清了；请用 aligned 或 split 分成几行"
                yield Problem(f"{volume.shown}{question.path}", formula.line, message)


def _too_wide(document: Any, volume: Volume) -> Iterator[Problem]:
    """What sticks out of the text on a page."""
    seen = set()
    for number, page in enumerate(document.pages, 1):
        box = page._page_box
        edge = box.content_box_x() + box.width + _TOLERANCE
        for path, what in _sticking_out(box, edge, ""):
            if path and (path, what) not in seen:
                seen.add((path, what))
                message = f"PDF 第 {number} 页的{what}太宽，纸上放不下；请缩短它，或拆成几个"
                yield Problem(f"{volume.shown}{path}", _line(volume, path, what), message)


def _sticking_out(box: Any, edge: float, path: str) -> Iterator[tuple[str, str]]:
    for child in getattr(box, "children", ()):
        if type(child).__name__ == "MarginBox":
            continue
        element = getattr(child, "element", None)
        here = element.get("data-path") or path if element is not None else path
        if child.position_x + child.margin_width() > edge and type(child).__name__ in _SOLID:
            yield here, _described(child)
        else:
            yield from _sticking_out(child, edge, here)


_SOLID = {"TableBox", "InlineReplacedBox", "BlockReplacedBox", "TextBox"}


def _described(box: Any) -> str:
    text = getattr(box, "text", None) or (box.element.get("alt") if box.element is not None else "") or ""
    if type(box).__name__ == "TableBox":
        cell = next((one for one in box.element.iter("th")), None)
        return f"表“{''.join(cell.itertext()) if cell is not None else ''}”"
    return f"“{text[:24]}”"


def _line(volume: Volume, path: str, what: str) -> int:
    """Where the words first stand in the file; 0 when they cannot be found."""
    words = what.partition("“")[2].rstrip("”").strip()
    text = (volume.docs / path).read_text("utf-8")
    return text.count("\n", 0, text.index(words)) + 1 if words and words in text else 0


def _peak() -> int:
    try:
        import resource
    except ImportError:  # Windows
        return 0
    used = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return used // (1 << 20 if sys.platform == "darwin" else 1 << 10)
