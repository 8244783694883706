"""Figures in steps: in an answer, with the place of their controls; by themselves, for frames; and their moments."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from html import escape
from pathlib import Path

from ..content import steps
from ..content.questions import Book, Question
from ..content.steps import SteppedFigure
from ..drawing import figures
from ..text import links
from . import packing


@dataclass(frozen=True)
class PlacedFigure:
    """A figure in steps: the answer that it stands in, its picture, what that shows, its caption, its moments."""

    question: Question
    picture: Path
    alt: str
    caption: str
    steps: SteppedFigure

    @property
    def html(self) -> str:
        """The figure on a page."""
        return shown(self.picture, self.alt) or ""

    @property
    def basis(self) -> tuple[str, str, SteppedFigure]:
        """What decides it."""
        return (self.alt, self.caption, self.steps)


def found(book: Book, docs: Path) -> Mapping[str, PlacedFigure]:
    """The figures in steps of a book by name."""
    return {moving.steps.name: moving for question in book.questions for moving in of(question, docs)}


def shown(picture: Path, alt: str) -> str | None:
    """A picture as a part of a page; one in steps with a sentence, and a place for every moment to be linked to."""
    drawing, file = figures.inlined(picture, alt), steps.beside(picture)
    if drawing is None or not file.is_file():
        return drawing
    read = steps.read(file)
    places = "".join(f'<span id="{anchor}"></span>' for anchor in read.anchors)
    count = f'<b class="steps__count">{read.shown} / {len(read.said)}</b>'
    said = f'<p class="steps__said">{count} <span>{escape(read.said[read.shown - 1], quote=False)}</span></p>'
    about = f'data-steps="{read.name}" data-shown="{read.shown}" data-count="{len(read.said)}"'
    return f'<div class="steps" {about}>{places}{drawing}{said}</div>'


def scripts(found: Mapping[str, PlacedFigure]) -> dict[str, str]:
    """The moments of each figure by the address of their script."""
    return {f"assets/steps-{name}.js": _script(moving.steps) for name, moving in found.items()}


def of(question: Question, docs: Path) -> list[PlacedFigure]:
    """Those of one answer."""
    files = {*steps.files(question.path, question.body, docs)}
    pictures = [
        (docs / links.target_path(question.path, link.target), link)
        for link in (question.body.links if files else ())
        if link.image
    ]
    make = partial(PlacedFigure, question)
    return [
        make(picture, link.text, link.title, steps.read(steps.beside(picture)))
        for picture, link in pictures
        if steps.beside(picture) in files
    ]


def _script(read: SteppedFigure) -> str:
    pieces = figures.pieces(read.drawn, f"{read.name}-")
    # The title and the description of the file come first.
    assert pieces is not None and len(pieces) == len(read.parts)
    found = packing.packed([piece.replace(" />", "/>") for piece in pieces])
    frames = [packing.runs(frame) for frame in read.frames]
    data = {"said": read.said, "shapes": found.shapes, "parts": found.parts, "signs": found.signs, "frames": frames}
    made = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return f'(window.answerbookSteps??={{}})["{read.name}"]={made}\n'
