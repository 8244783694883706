"""The marks [实测 id] of an answer, which stand for a line of docs/measured.yml.

A mark becomes an ordinary link with package, version and month, so that no page writes a version a second time.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from ..text.body import Body
from .measured import PAGE, Finding
from .questions import Book

_BEGIN = "[实测"
_MARK = re.compile(r"\[实测[ \t]+([^\[\]\n]*?)[ \t]*\](?!\()")


@dataclass(frozen=True)
class Mark:
    """[实测 id] in a body."""

    id: str
    line: int
    start: int
    end: int


def marks(body: Body) -> Iterator[Mark]:
    """The marks of a body, outside code and formulas."""
    # Most bodies have none.
    if waits(body):
        line_of = body.line_of
        for match in _MARK.finditer(body.plain()):
            yield Mark(match[1], line_of(match.start()), *match.span())


def waits(body: Body) -> bool:
    """Whether it may have a mark."""
    return _BEGIN in body.text


def without(body: Body) -> str:
    """The text of a body with its marks taken out: what it says, however much of it is measured."""
    pieces, done = [], 0
    for mark in marks(body):
        pieces.append(body.text[done : mark.start].rstrip(" "))
        done = mark.end
    return "".join([*pieces, body.text[done:]])


def filled(book: Book) -> Book:
    """The book with every mark turned into a link to what was measured."""
    known = {finding.id: finding for finding in book.findings}
    topics = tuple(
        replace(
            topic,
            body=_filled(topic.body, known),
            questions=tuple(
                replace(one, body=_filled(one.body, known)) if waits(one.body) else one for one in topic.questions
            ),
        )
        for topic in book.topics
    )
    return replace(book, topics=topics)


def _filled(body: Body, known: Mapping[str, Finding]) -> Body:
    pieces: list[str] = []
    done = 0
    for mark in marks(body):
        if mark.id in known:
            link = f"（[实测：{known[mark.id].label}](../{PAGE}#{mark.id})）"
            pieces += [body.text[done : mark.start].rstrip(" "), link]
            done = mark.end
    return Body("".join([*pieces, body.text[done:]]), body.line) if pieces else body
