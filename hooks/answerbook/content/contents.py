"""What the rules see: every body with what stands in it, and the whole of the book around it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from .. import cache
from ..text import bodies, parts
from ..text.bodies import Lines
from ..text.body import Body
from . import datafiles, steps
from .questions import Book, Head, Question

if TYPE_CHECKING:
    from markdown_it.token import Token

# What a rule yields: the line and the sentence.
Found = Iterator[tuple[int, str]]


@dataclass(frozen=True)
class Line:
    """A line of text: not one inside a code block or a displayed formula."""

    number: int
    raw: str
    # Whether the line above is text as well.
    after_text: bool


@dataclass(frozen=True)
class Page:
    """One body as a rule sees it: a question's, or the map of a topic (`question` is None then)."""

    path: str
    body: Body
    question: Question | None

    @cached_property
    def line_of(self) -> Lines:
        """Line numbers in the file, from offsets in the body."""
        return self.body.line_of

    @cached_property
    def tokens(self) -> list[Token]:
        """The blocks as Markdown sees them, their text taken apart; formulas and citations are marks.

        Their lines are those of `marked_lines`; `line` makes lines of the file of them.
        """
        # Only now, here and below: most pages were looked at before.
        from ..text import reading

        return reading.tokens(self.body)

    @cached_property
    def marked_lines(self) -> list[str]:
        """The lines of the body in which formulas and citations are marks."""
        from ..text import commonmark

        return commonmark.marked(self.body.text, self._marks).split("\n")

    @cached_property
    def _marks(self) -> list[tuple[int, int, str]]:
        from ..text import reading

        return reading.marks(self.body)

    @cached_property
    def _origins(self) -> list[int]:
        from ..text import commonmark

        return commonmark.origins(self.body.text, self._marks)

    @cached_property
    def _raw(self) -> list[str]:
        return self.body.text.split("\n")

    def line(self, marked: int) -> int:
        """The line in the file of a line of `marked_lines`."""
        return self._origins[min(marked, len(self._origins) - 1)] + self.body.line

    def raw(self, line: int) -> str:
        """What stands on this line of the file."""
        return self._raw[line - self.body.line]

    @cached_property
    def prose(self) -> str:
        """The body with code as spaces."""
        return self.body.without_code()

    @cached_property
    def plain(self) -> str:
        """The body with code and formulas as spaces."""
        return self.body.plain()

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """The lines of the body without those of code blocks and displayed formulas; blank ones are among them."""
        found: list[Line] = []
        offset, above = 0, False
        for number, raw in enumerate(self.body.text.split("\n"), self.body.line):
            # A line of code or of a formula has nothing left in the plain text; one of spans alone begins in them.
            end = offset + len(raw)
            plain = self._outside_blocks[offset:end]
            if not raw.strip() or plain.strip():
                found.append(Line(number, raw, above))
                above = bool(raw.strip())
            else:
                above = False
            offset = end + 1
        return tuple(found)

    @cached_property
    def _outside_blocks(self) -> str:
        blocks = [(fence.start, fence.end) for fence in self.body.fences]
        displayed = [(one.start, one.end) for one in self.body.formulas if one.display]
        return bodies.blank(bodies.blank(self.body.text, blocks), displayed)


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
    published_lines: Mapping[str, int]
    retired_lines: Mapping[str, int]
    # Which data files there are; a rule about a file that is not there is off.
    data: frozenset[str]
    # Those that are there and could not be read.
    unread: frozenset[str] = frozenset()
    # What was found wrong with each drawing when its file was read; digests of these files and of the texts.
    drawings: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    digests: Mapping[str, bytes] = field(default_factory=dict)

    @cached_property
    def pages(self) -> tuple[Page, ...]:
        """Every body there is: those of questions, then the maps of topics."""
        questions = (Page(q.path, q.body, q) for q in self.book.questions)
        topics = (Page(t.path, t.body, None) for t in self.book.topics if t.path)
        return (*questions, *topics)

    @cached_property
    def anchors(self) -> Mapping[str, frozenset[str]]:
        """What can be linked to on each page, by path."""
        return {page.path: frozenset({*anchors(page), *self._moments(page)}) for page in self.pages}

    def _moments(self, page: Page) -> Iterator[str]:
        """The anchors of its figures in steps; a file that cannot be read has its own problem."""
        for file in steps.files(page.path, page.body, self.docs):
            with suppress(ValueError):
                yield from steps.read(file).anchors

    def digest(self, file: Path) -> bytes:
        """The digest of a file in docs/, of which it may be known; "" for one that cannot be read."""
        known = self.digests.get(datafiles.below(file, self.docs))
        if known is not None:
            return known
        try:
            return cache.key(file.read_bytes())
        except OSError:
            return b""

    @cached_property
    def paths_of(self) -> Mapping[str, list[str]]:
        """The files of each id; more than one is a mistake."""
        found: dict[str, list[str]] = {}
        for path, id in sorted(self.ids.items()):
            found.setdefault(id, []).append(path)
        return found

    @cached_property
    def pictures(self) -> dict[str, tuple[str, ...]]:
        """What was found wrong with each picture, by path: pictures are looked at once."""
        return {**self.drawings}


def anchors(page: Page) -> Iterator[str]:
    """The anchors that the page answers to: those of its headings, and those made for every answer."""
    yield from (heading.anchor for heading in page.body.headings if heading.anchor)
    if page.question is not None:
        yield parts.SHORT
        if page.body.citations:
            yield parts.REFERENCES
        if page.question.corrections:
            yield parts.CORRECTIONS


def short(text: str, longest: int = 20) -> str:
    """The text on one line, cut where it would be too long for a sentence."""
    text = " ".join(text.split())
    return text if len(text) <= longest else text[: longest - 1] + "…"
