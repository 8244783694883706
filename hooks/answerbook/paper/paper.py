"""The book without a browser, for PDF and ePub: formulas are pictures, links say where they lead, nothing scrolls."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from html import escape
from pathlib import Path
from typing import Protocol

from ..content import addresses, imprint, measured, pictures, steps
from ..content.glossary import Term
from ..content.imprint import Imprint
from ..content.notebooks import Notebook
from ..content.questions import Book, Question, Topic
from ..markup.medium import Medium
from ..maths import mathjax
from ..problems import Problem
from ..text import form
from ..text.body import Body
from .limits import SCALE

# In front of a link that leads to another place of the same book, until it is known which.
INSIDE = "@"
# Longer ones would fill a running head.
_LONGEST_HEAD = 36
# How large a unit of a picture is, in points: then its words are about as large as the text.
_UNIT = 0.58


@dataclass(frozen=True)
class Selection:
    """What of the book is printed: one topic, or answers in an order of their own; `title` is "" for the whole book."""

    title: str = ""
    topic: str = ""
    ids: tuple[str, ...] = ()
    # Only what is to be known the night before.
    night: bool = False


@dataclass(frozen=True)
class Volume:
    """What is printed: the book, or a selection; `shown` stands before the names of its files in messages."""

    book: Book
    imprint: Imprint
    docs: Path
    shown: str
    # Whether the checks are printed that are closed on screen.
    checks: bool = False
    night: bool = False

    def body(self, question: Question) -> Body:
        """What is printed of an answer."""
        if self.night:
            return form.night(question.body)
        return question.body if self.checks else form.without_checks(question.body)

    def link(self, id: str, fragment: str) -> str:
        """Where an answer is: inside the volume, else on the web, else nowhere."""
        if id in self.book.by_id:
            # Of a figure in steps paper has one moment: whoever asks for another finds the answer.
            return f"{INSIDE}{id}.{fragment}" if fragment and not fragment.startswith(steps.PREFIX) else INSIDE + id
        address = addresses.question_address(id, fragment)
        return self.imprint.url + address if self.imprint.url else INSIDE

    @property
    def leads(self) -> Mapping[str, str]:
        """Files of docs/ that are places in the volume."""
        found = {topic.path: f"{INSIDE}topic.{topic.id}" for topic in self.book.topics if topic.path}
        # What was measured is told on the web alone.
        found[measured.PAGE] = f"{self.imprint.url}{measured.ADDRESS}" if self.imprint.url else INSIDE
        return found | {one.path: INSIDE + notebook_anchor(one) for one in self.book.notebooks}


def volume(
    book: Book, config: Path, docs: Path, shown: str, selection: Selection | None = None, checks: bool = False
) -> Volume:
    """The whole book without its empty topics, or a selection with the notebooks that its answers mention."""
    selection = selection or Selection()
    part = replace(book, topics=tuple(_selected(book, selection)))
    if selection.title:
        bodies = "\n".join(question.body.text for question in part.questions)
        notebooks = tuple(one for one in book.notebooks if one.path.rpartition("/")[2] in bodies)
        part = replace(part, notebooks=() if selection.night else notebooks)
    said = imprint.read(config, part, docs, selection.title)
    return Volume(part, said, docs, shown, checks, selection.night)


def _selected(book: Book, selection: Selection) -> Iterator[Topic]:
    if selection.ids:
        chosen = tuple(book.by_id[id] for id in selection.ids)
        yield Topic("selection", selection.title, "", Body(""), "", chosen)
        return
    for topic in book.topics:
        if topic.questions and selection.topic in ("", topic.id):
            yield replace(topic, body=Body(""), summary="") if selection.night else topic


def notebook_anchor(notebook: Notebook) -> str:
    """The anchor, or file name, of a notebook."""
    return f"notebook.{notebook.path.rpartition('/')[2].removesuffix('.ipynb')}"


class Drawings(Protocol):
    """Where the files of a volume are that it shows: each method gives an address."""

    def formula(self, drawn: mathjax.Drawing) -> str:
        """Of the drawing of a formula."""

    def file(self, path: str) -> str:
        """Of a picture of docs/."""


@dataclass(frozen=True, kw_only=True)
class Paper(Medium):
    """The pages of a volume: nothing scrolls or is loaded, links say where they lead, formulas are pictures.

    `target` is the address of a place in the volume.
    """

    drawings: Drawings
    target: Callable[[str], str]

    def formula(self, drawn: mathjax.Drawing) -> str:
        """A picture, its TeX beside it."""
        low = f"vertical-align:{-drawn.depth * SCALE:.3f}em;" if drawn.depth and not drawn.display else ""
        style = f"{low}width:{drawn.width * SCALE:.3f}em"
        address = self.drawings.formula(drawn)
        return f'<img class="maths" src="{address}" alt="{escape(drawn.tex)}" style="{style}"/>'

    def picture(self, path: str, mark: str, alt: str, title: str) -> str:
        """As large as makes its words about as large as the text."""
        size = pictures.size(self.docs / path) if self.docs else None
        style = f' style="width:{size[0] * _UNIT:.0f}pt"' if size else ""
        return f'<img alt="{escape(alt)}" src="{escape(self.drawings.file(path) + mark)}"{style}/>'

    def leading(self, address: str, text: str, more: str) -> str:
        """Inside the volume the reader turns pages; elsewhere the address is shown, unless the words name it."""
        if address.startswith(INSIDE):
            place = address.removeprefix(INSIDE).partition("#")[0]
            return f'<a class="cross" href="{escape(self.target(place))}"{more}>' if place else ""
        said = shown(address)
        named = said in text or "arXiv:" in text or not re.match("https?://", address)
        return super().leading(address, text, more if named else f'{more} data-shown="{escape(said)}"')


def medium(volume: Volume, drawings: Drawings, target: Callable[[str], str]) -> Paper:
    """The medium of a volume."""
    leads, url = volume.leads, volume.imprint.url

    def asset(path: str) -> str:
        # Data beside an answer are on the web alone.
        return leads.get(path) or (url + path if url else INSIDE)

    return Paper(volume.link, asset, volume.docs, drawings=drawings, target=target)


def symbols(book: Book, medium: Paper) -> Iterator[tuple[str, Term]]:
    """The letters that mean the same in the whole book, drawn, with what they stand for."""
    terms = [term for term in book.glossary if term.symbol]
    drawn = mathjax.render((term.symbol, False) for term in terms)
    for term in terms:
        symbol = drawn[term.symbol, False]
        assert isinstance(symbol, mathjax.Drawing), term.symbol
        yield medium.formula(symbol), term


def broken_pictures(volume: Volume, paths: Iterable[str]) -> Iterator[Problem]:
    """Pictures of docs/ that cannot be shown."""
    for path in paths:
        reason = pictures.broken(volume.docs / path)
        if reason:
            yield Problem(f"{volume.shown}{path}", 0, reason)


def shown(address: str) -> str:
    """An address as it is printed."""
    return re.sub(r"^https?://(?:www\.)?|/$", "", address)


def head(question: Question) -> str:
    """A title that fits into a running head: its first clause, or as much as there is room for."""
    first = re.match("[^？！。；：，]+[？！]?", question.title)
    text = first[0] if first and len(question.title) > _LONGEST_HEAD else question.title
    return text if len(text) <= _LONGEST_HEAD else f"{text[: _LONGEST_HEAD - 1]}…"
