"""Tables that a line of paper cannot hold, each with its line: for the PDF, and for `check`, which sets nothing."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator
from functools import partial

from .. import cache
from ..content.questions import Book
from ..maths import mathjax
from ..problems import Problem
from ..rulebook import rule
from ..text.body import Body

# Tables with fewer characters beside each other fit.
_WORTH_MEASURING = 60
_TOGETHER = re.compile(r"\$[^$]*\$|[!-~]+")


def unprintable(book: Book, shown: str, unsound: Container[str]) -> Iterator[Problem]:
    """What is wrong with the tables of all answers but those in files that cannot be written yet."""
    version = cache.key(cache.code("paper"), cache.code("markup"), mathjax.revision())
    for question in book.questions:
        if f"{shown}{question.path}" in unsound:
            continue
        key = cache.key("tables", version, question.body.digest)
        for line, message in cache.value("printable", key, partial(_kept, question.body)):
            yield Problem(f"{shown}{question.path}", line, message)


def _kept(body: Body) -> list[tuple[int, str]]:
    return [*too_wide(body)]


@rule("printed-table", "太宽，纸上放不下", "纸上的一行放不下；缩短格里断不开的词，或拆成几个表")
def too_wide(body: Body) -> Iterator[tuple[int, str]]:
    """Tables whose columns a line of paper cannot hold, each on its first line."""
    for line, table in _tables(body):
        if _at_least(table) > _WORTH_MEASURING:
            for said in _said_as_set(table):
                yield line, f"{said}太宽，纸上放不下；请缩短它，或拆成几个"


def _tables(body: Body) -> Iterator[tuple[int, list[str]]]:
    """The rows of each table, with the line of its first one."""
    written = body.text.split("\n")
    rows: list[str] = []
    for number, (plain, raw) in enumerate(zip([*body.without_code().split("\n"), ""], [*written, ""], strict=True)):
        if plain.lstrip(" >").startswith("|"):
            rows.append(raw.lstrip(" >"))
        elif rows:
            yield body.line + number - len(rows), rows
            rows = []


def _at_least(rows: Iterable[str]) -> float:
    """How many characters beside each other the columns have that cannot be parted, roughly; a formula is one piece."""
    widest: dict[int, int] = {}
    for row in rows:
        for column, cell in enumerate(row.strip().strip("|").split("|")):
            pieces = _TOGETHER.findall(cell)
            widest[column] = max([widest.get(column, 1), *map(len, pieces)])
    return sum(widest.values()) + 2 * len(widest)


def _said_as_set(rows: Iterable[str]) -> list[str]:
    """What the writer of the PDF says of a table."""
    # Only now: few tables are nearly that wide.
    from ..markup import markup
    from . import paper
    from .source import Writer

    medium = paper.Paper(lambda *_: paper.INSIDE, lambda _: paper.INSIDE, drawings=_Unseen(), target="#{}".format)
    writer = Writer(str)
    writer.body(markup.body_html("", Body("\n".join(rows)), medium).html)
    return writer.taken_too_wide()


class _Unseen:
    """Pictures of which only the size counts."""

    def formula(self, drawn: mathjax.Drawing) -> str:
        """Of any formula."""
        return "drawn"

    def file(self, path: str) -> str:
        """Of any picture."""
        return path
