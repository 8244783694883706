"""What the rules see: every body with what stands in it, and the whole of the book around it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from . import addresses, bodies, formulas, links
from .bodies import Lines
from .links import Link
from .parts import Heading, headings
from .questions import Book, Head, Question

# What a rule yields: the line and the sentence.
Found = Iterator[tuple[int, str]]


@dataclass(frozen=True)
class Page:
    """One body as a rule sees it: a question's, or the map of a topic (`question` is None then)."""

    path: str
    body: str
    first_line: int
    question: Question | None

    @cached_property
    def line_of(self) -> Lines:
        return Lines(self.body, self.first_line)

    @cached_property
    def prose(self) -> str:
        return bodies.without_code(self.body)

    @cached_property
    def plain(self) -> str:
        return formulas.plain(self.body)

    @cached_property
    def headings(self) -> list[Heading]:
        return headings(self.body, self.first_line)

    @cached_property
    def links(self) -> list[Link]:
        return links.links(self.body, self.first_line)


@dataclass(frozen=True)
class Contents:
    """All that was read, also what cannot be published: the rules look across it."""

    docs: Path
    book: Book
    # As contributors write them: the folder of content, published.txt, retired.yml.
    shown: str
    shown_published: str
    shown_retired: str
    # Every question file by its path, readable or not, with its id.
    ids: Mapping[str, str]
    heads: Mapping[str, Head]
    texts: Mapping[str, str]
    retired_lines: Mapping[str, int]
    # Which data files there are; a rule about a file that is not there is off.
    data: frozenset[str]

    @cached_property
    def pages(self) -> tuple[Page, ...]:
        questions = (Page(q.path, q.body, q.body_line, q) for q in self.book.questions)
        topics = (Page(t.path, t.body, t.body_line, None) for t in self.book.topics if t.path)
        return (*questions, *topics)

    @cached_property
    def anchors(self) -> Mapping[str, frozenset[str]]:
        """What can be linked to on each page, by path."""
        return {page.path: frozenset(anchors(page)) for page in self.pages}

    @cached_property
    def paths_of(self) -> Mapping[str, list[str]]:
        found: dict[str, list[str]] = {}
        for path, id in sorted(self.ids.items()):
            found.setdefault(id, []).append(path)
        return found

    @cached_property
    def pictures(self) -> dict[str, str | None]:
        """What was found wrong with each picture, by path: pictures are looked at once."""
        return {}


def anchors(page: Page) -> Iterator[str]:
    """The anchors that the page answers to: those of its headings, and those made for every answer."""
    yield from (heading.anchor for heading in page.headings if heading.anchor)
    if page.question is not None:
        yield addresses.SHORT
        if links.citations(page.body):
            yield addresses.REFERENCES
        if page.question.corrections:
            yield addresses.CORRECTIONS
