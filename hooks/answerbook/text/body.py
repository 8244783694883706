"""A body of Markdown as a value: its text, and what stands in it, looked for once."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from .. import cache
from . import bodies, formulas, links, parts
from .bodies import Fence, Lines, blank
from .formulas import Formula
from .links import Citation, FollowUp, Link
from .parts import Heading


@dataclass(frozen=True)
class Body:
    """One body: a question's, the map of a topic, a cell of a notebook.

    Offsets are those of the text, lines those of the file, of which `line` is the one the text begins on. Nothing is
    looked for before it is asked for; then one pass finds all, and only what it found is kept.
    """

    text: str
    line: int = 1

    def __bool__(self) -> bool:
        """Whether anything is written."""
        return bool(self.text.strip())

    @property
    def fences(self) -> tuple[Fence, ...]:
        """The fenced blocks of code; one that is never closed runs to the end."""
        return self._found.fences

    @property
    def lone_ticks(self) -> tuple[int, ...]:
        """Offsets of backticks that open a code span which nothing closes."""
        return self._found.lone_ticks

    @property
    def formulas(self) -> tuple[Formula, ...]:
        """The formulas outside code."""
        return self._found.formulas

    @property
    def slips(self) -> tuple[tuple[int, str], ...]:
        """What is wrong with the dollars, as (line, sentence)."""
        return self._found.slips

    @property
    def headings(self) -> tuple[Heading, ...]:
        """The headings. Those that begin a part of the guide have its anchor without writing it."""
        return self._found.headings

    @property
    def links(self) -> tuple[Link, ...]:
        """The links and images in the order of their ends."""
        return self._found.links

    @property
    def unfinished(self) -> tuple[int, ...]:
        """Offsets of the [ whose address cannot be read; Markdown may make a link of it all the same."""
        return self._found.unfinished

    @property
    def citations(self) -> tuple[Citation, ...]:
        """The citations of sources."""
        return self._found.citations

    @property
    def anchors(self) -> list[str]:
        """The anchors of the headings that have one."""
        return [heading.anchor for heading in self.headings if heading.anchor]

    @cached_property
    def follow_ups(self) -> tuple[FollowUp, ...]:
        """The items of 追问."""
        span = self.part(parts.FOLLOW_UPS)
        return tuple(links.follow_ups(self.text, span, self.links, self.line_of)) if span else ()

    @property
    def line_of(self) -> Lines:
        """Lines of the file by offsets."""
        return Lines(self.text, self.line)

    @cached_property
    def digest(self) -> bytes:
        """What stands for text and line in keys: the text itself would be read again for each."""
        return cache.key(str(self.line), self.text)

    def searched(self) -> Body:
        """The same, with what it found at hand: for what keeps it."""
        self.follow_ups, self.digest  # noqa: B018 (found, it stays with the body, as does all that it is found by)
        return self

    def part(self, anchor: str) -> tuple[int, int] | None:
        """Where the text below the H2 with this anchor stands, or None."""
        tops = [heading for heading in self.headings if heading.level <= 2]
        for heading, after in zip(tops, [*tops[1:], None], strict=False):
            if heading.anchor == anchor:
                return heading.end, after.start if after else len(self.text)
        return None

    def without_code(self) -> str:
        """The text with code as spaces: the same length, the same lines. Made anew each time."""
        return blank(self.text, self._found.code)

    def plain(self) -> str:
        """The text with code and formulas as spaces: what is left is text and Markdown. Made anew each time."""
        return blank(self.without_code(), [(formula.start, formula.end) for formula in self.formulas])

    @cached_property
    def _found(self) -> _ScanResult:
        line_of = self.line_of
        fences = bodies.fences(self.text, self.line)
        code, lone_ticks = bodies.code(self.text, fences)
        without_code = blank(self.text, code)
        found, slips = formulas.scan(self.text, without_code, line_of)
        plain = blank(without_code, [(formula.start, formula.end) for formula in found])
        linked, unfinished = links.scan(self.text, plain, line_of)
        return _ScanResult(
            tuple(fences),
            tuple(code),
            tuple(lone_ticks),
            tuple(found),
            tuple(slips),
            tuple(parts.headings(self.text, without_code, self.line)),
            tuple(linked),
            tuple(unfinished),
            tuple(links.citations(self.text, plain, line_of)),
        )


@dataclass(frozen=True)
class _ScanResult:
    """What one pass over a body found, each in the order of the text."""

    fences: tuple[Fence, ...]
    code: tuple[tuple[int, int], ...]
    lone_ticks: tuple[int, ...]
    formulas: tuple[Formula, ...]
    slips: tuple[tuple[int, str], ...]
    headings: tuple[Heading, ...]
    links: tuple[Link, ...]
    unfinished: tuple[int, ...]
    citations: tuple[Citation, ...]
