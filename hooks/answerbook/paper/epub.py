"""The book for e-readers: ePub 3, its formulas as PNG pictures with their LaTeX beside, which every reader can show."""

from __future__ import annotations

import hashlib
import io
import posixpath
import uuid
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import jinja2
import resvg_py
import tinyhtml5
from PIL import Image, ImageDraw

from .. import cache, outputs
from ..content import glossary, pictures
from ..content.imprint import Imprint
from ..content.notebooks import Notebook, OutputImage
from ..drawing import fonts
from ..markup import markup
from ..maths import mathjax
from ..problems import ContentError, Problem
from ..text import linebreaks
from . import fontfiles, paper
from .paper import Paper, Volume

_FOLDER = Path(__file__).parent / "templates" / "epub"
_XHTML, _OPS = "http://www.w3.org/1999/xhtml", "http://www.idpf.org/2007/ops"
# Phones show three pixels for each of CSS, sixteen of which are an em.
_PIXELS = 48
# A unit of a drawing in pixels, and the units of one that does not say how wide it is.
_ZOOM, _WIDTH = 2, 720
_KINDS = {".png": "image/png", ".jpg": "image/jpeg", ".jpeg": "image/jpeg", ".gif": "image/gif"}
_COVER = (1600, 2400)
_CONTAINER = """\
<?xml version="1.0" encoding="utf-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
  <rootfiles><rootfile full-path="book/package.opf" media-type="application/oebps-package+xml"/></rootfiles>
</container>
"""


@dataclass(frozen=True)
class TocEntry:
    """A line of the table of contents."""

    title: str
    name: str
    inner: tuple[TocEntry, ...] = ()


def make(volume: Volume, output: Path) -> None:
    """Write the ePub, which appears only when it is whole; raises ContentError for a picture that is broken."""
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(_FOLDER),
        undefined=jinja2.StrictUndefined,
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["shown"] = paper.shown
    shown = _EpubPictures(volume)
    entries = tuple(_entries(volume))
    pages = {
        name: _xhtml(environment.get_template("page.xhtml").render(imprint=volume.imprint, **content))
        for name, content in _pages(volume, entries, shown)
    }
    known = {
        "imprint": volume.imprint,
        "entries": entries,
        "identifier": _identifier(volume.imprint),
        "pages": list(pages),
        "pictures": [(name, _KINDS[posixpath.splitext(name)[1]]) for name in shown.made],
    }
    files = {
        "package.opf": environment.get_template("package.opf").render(known).encode(),
        "toc.ncx": environment.get_template("toc.ncx").render(known).encode(),
        "style.css": (_FOLDER / "style.css").read_bytes(),
        "cover.png": _cover(volume.imprint),
        **pages,
        **shown.made,
    }
    packed = [("mimetype", b"application/epub+zip"), ("META-INF/container.xml", _CONTAINER.encode())]
    packed += [(f"book/{name}", data) for name, data in files.items()]
    outputs.put(output, outputs.archive(packed, stored=frozenset(["mimetype"])), volume.imprint.updated)


def _identifier(imprint: Imprint) -> str:
    """The same in every edition: readers then know that a new one takes the place of the old."""
    return uuid.uuid5(uuid.NAMESPACE_URL, imprint.url or imprint.title).urn


@dataclass
class _EpubPictures:
    """The pictures that the pages show, by their names in the book; drawings become PNG."""

    volume: Volume
    made: dict[str, bytes] = field(default_factory=dict)

    def formula(self, drawn: mathjax.Drawing) -> str:
        """The picture of a formula."""
        svg = drawn.file
        name = f"maths-{hashlib.sha256(svg.encode()).hexdigest()[:16]}.png"
        if name not in self.made:
            key = cache.key(_revision(), svg)
            found = cache.get("maths-png", key)
            if found is None:
                found = _small(self._drawn(svg, max(1, round(drawn.width * _PIXELS))))
                cache.put("maths-png", key, found)
            self.made[name] = found
        return name

    def file(self, path: str) -> str:
        """A picture of docs/."""
        name = path.replace("/", "-")
        file = self.volume.docs / path
        if file.suffix != ".svg":
            problems = [*paper.broken_pictures(self.volume, [path])]
            if problems:
                raise ContentError(problems)
            self.made[name] = file.read_bytes()
            return name
        name = f"{name.removesuffix('.svg')}.png"
        width, _ = pictures.size(file) or (_WIDTH, 0)
        self.made[name] = self._figure(file.read_text("utf-8"), width, f"{self.volume.shown}{path}")
        return name

    def figure(self, anchor: str, figure: OutputImage) -> str:
        """A picture that a notebook drew."""
        name = f"{anchor}-{figure.name.removesuffix('.svg').removesuffix('.png')}.png"
        svg = figure.name.endswith(".svg")
        self.made[name] = self._figure(figure.content.decode(), figure.width, anchor) if svg else figure.content
        return name

    def _figure(self, svg: str, width: int, shown: str) -> bytes:
        key = cache.key(_revision(), svg)
        found = cache.get("figures-png", key)
        if found is None:
            try:
                found = _flat(self._drawn(svg, width * _ZOOM))
            except ValueError as error:
                raise ContentError([Problem(shown, 0, f"是坏的，画不出来；请重新导出（{error}）")]) from error
            cache.put("figures-png", key, found)
        return found

    def _drawn(self, svg: str, width: int) -> bytes:
        return bytes(
            resvg_py.svg_to_bytes(
                svg_string=svg,
                width=width,
                dpi=96,
                background="#ffffff",
                skip_system_fonts=True,
                font_dirs=[str(fontfiles.prepare(svg).folder)] if "<text" in svg else [],
                sans_serif_family=fontfiles.TEXT,
                serif_family=fontfiles.TEXT,
                font_family=fontfiles.TEXT,
                monospace_family=fontfiles.CODE,
            )
        )


def _entries(volume: Volume) -> Iterator[TocEntry]:
    yield TocEntry("关于这本书", "about.xhtml")
    for topic in volume.book.topics:
        inner = tuple(TocEntry(question.title, f"{question.id}.xhtml") for question in topic.questions)
        yield TocEntry(topic.title, f"topic.{topic.id}.xhtml", inner)
    if volume.book.notebooks:
        inner = tuple(TocEntry(one.title, f"{paper.notebook_anchor(one)}.xhtml") for one in volume.book.notebooks)
        yield TocEntry("笔记本", inner[0].name, inner)
    if volume.book.glossary:
        yield TocEntry("术语", "glossary.xhtml")


def _pages(
    volume: Volume, entries: tuple[TocEntry, ...], shown: _EpubPictures
) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """The pages in their order, each with what its template shows."""
    book = volume.book
    # An anchor may not begin with a digit.
    medium = replace(paper.medium(volume, shown, _file), prefix="at-")

    yield "cover.xhtml", {"kind": "cover", "title": volume.imprint.title}
    yield "about.xhtml", {"kind": "about", "title": volume.imprint.title}
    yield "contents.xhtml", {"kind": "contents", "title": "目录", "entries": entries}
    for topic in book.topics:
        map = markup.body_html(topic.path, topic.body, medium).html if topic.body else ""
        yield f"topic.{topic.id}.xhtml", {"kind": "topic", "title": topic.title, "topic": topic, "map": map}
        for question in topic.questions:
            shows = {
                "kind": "question",
                "title": question.title,
                "question": question,
                "address": volume.imprint.address(question),
                "body": markup.body_html(question.path, volume.body(question), medium).html,
                "references": markup.references_html(question, book, medium),
            }
            yield f"{question.id}.xhtml", shows
    for notebook in book.notebooks:
        cells = [*_cells(notebook, medium, shown)]
        name = f"{paper.notebook_anchor(notebook)}.xhtml"
        yield name, {"kind": "notebook", "title": notebook.title, "cells": cells}
    if book.glossary:
        terms = glossary.by_english(book.glossary)
        symbols = list(paper.symbols(book, medium))
        titles = {question.id: question.title for question in book.questions}
        words = {"terms": terms, "titles": titles, "symbols": symbols}
        yield "glossary.xhtml", {"kind": "glossary", "title": "术语", **words}


def _cells(notebook: Notebook, medium: Paper, shown: _EpubPictures) -> Iterator[tuple[str, list[Any]]]:
    """Each cell as HTML, with its outputs: text, or a picture's file and what it shows."""
    anchor = paper.notebook_anchor(notebook)
    for cell in notebook.cells:
        outputs = [
            (shown.figure(anchor, one), one.alt) if isinstance(one, OutputImage) else one for one in cell.outputs
        ]
        yield markup.body_html(notebook.path, cell.markdown, medium).html, outputs


def _file(place: str) -> str:
    """The address of a place in the volume: every answer is a file of its own."""
    name, _, part = place.partition(".")
    if name in ("topic", "notebook"):
        return f"{place}.xhtml"
    return f"{name}.xhtml#at-{part}" if part else f"{name}.xhtml"


def _xhtml(html: str) -> bytes:
    """HTML as XML."""
    tree = tinyhtml5.parse(html, namespace_html_elements=True)
    for element in tree.iter():
        for name in [name for name in element.attrib if name.startswith("epub:")]:
            element.set(f"{{{_OPS}}}{name[5:]}", element.attrib.pop(name))
        if element.tag == f"{{{_XHTML}}}meta" and "charset" in element.attrib:
            element.set("charset", "utf-8")
    ElementTree.register_namespace("", _XHTML)
    ElementTree.register_namespace("epub", _OPS)
    return f"<!DOCTYPE html>\n{ElementTree.tostring(tree, encoding='unicode')}\n".encode()


def _flat(png: bytes) -> bytes:
    """The same figure with a palette: our figures have few colours, and half of the bytes say one of them again."""
    with Image.open(io.BytesIO(png)) as picture:
        coloured = picture.convert("RGB").quantize(256, dither=Image.Dither.NONE)
    packed = io.BytesIO()
    coloured.save(packed, "png", optimize=True)
    return packed.getvalue()


def _small(png: bytes) -> bytes:
    """The same picture in sixteen greys, which is all that a formula needs."""
    with Image.open(io.BytesIO(png)) as picture:
        grey = picture.convert("L").quantize(16)
    packed = io.BytesIO()
    grey.save(packed, "png", optimize=True, bits=4)
    return packed.getvalue()


def _cover(imprint: Imprint) -> bytes:
    width, height = _COVER
    cover = Image.new("RGB", _COVER, "#1d4f73")
    draw = ImageDraw.Draw(cover)
    draw.rectangle((180, 640, 340, 650), fill="#e2a58f")

    def write(text: str, top: float, size: int, weight: int) -> float:
        measure = lambda one: fonts.width(one, weight) * size  # noqa: E731
        for line in linebreaks.wrap(text, width - 360, measure, even=True):
            left = 180.0
            for run in fonts.runs(line, weight):
                face = fonts.opened(run.face, size * run.size)
                draw.text((left, top - run.rise * size), run.text, fill="#fffdf8", font=face, anchor="ls")
                left += sum(map(measure, run.text))
            top += size * 1.6
        return top

    write(imprint.title, 830, 150, fonts.BOLD)
    write(imprint.description, 1330, 58, fonts.REGULAR)
    write(f"{imprint.size}，更新至 {imprint.updated}", height - 240, 48, fonts.REGULAR)
    packed = io.BytesIO()
    cover.quantize(32).save(packed, "png", optimize=True)
    return packed.getvalue()


def _revision() -> bytes:
    return cache.key(resvg_py.__version__, fonts.revision(), fonts.revision_of_code(), cache.code("paper"))
