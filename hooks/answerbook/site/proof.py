"""What the book knows from runs, and how it is known: what was measured, and on what each answer rests."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from ..checking.evidence import Evidence
from ..content import addresses, measured
from ..content.measured import Finding
from ..content.questions import Book, Topic
from ..markup import markup
from ..markup.medium import Medium
from ..maths import mathjax
from ..text.body import Body
from .views import Measured, NavEntry, Tally


def by_topic(book: Book, medium: Medium) -> Sequence[tuple[Topic, Sequence[Measured]]]:
    """All findings, below the topic of the first answer that tells them."""
    _, shown = told(book, book.findings, medium)
    groups: dict[str, list[Measured]] = {}
    for one in shown:
        groups.setdefault(book.by_id[one.finding.pages[0]].topic, []).append(one)
    return [(topic, groups[topic.id]) for topic in book.topics if topic.id in groups]


def of_topic(book: Book, topic: Topic, medium: Medium, map: str) -> tuple[str, Sequence[Measured]]:
    """The map of a topic as HTML and the findings that any of its answers tells, with one set of glyphs."""
    ids = {question.id for question in topic.questions}
    return told(book, (one for one in book.findings if ids.intersection(one.pages)), medium, map)


def told(book: Book, findings: Iterable[Finding], medium: Medium, above: str = "") -> tuple[str, Sequence[Measured]]:
    """What stands above on the page, and findings with both sentences as HTML: one set of glyphs for all."""
    found = list(findings)
    # The statements first: the glyphs stand in the first formula, and not every page shows the guesses.
    sentences = [*(finding.statement for finding in found), *(finding.guess for finding in found)]
    pieces = [markup.body_html(measured.FILE, Body(text), medium).html for text in sentences]
    above, *shared = mathjax.share_glyphs("\0".join([above, *pieces])).split("\0")
    # A sentence is one paragraph; where it stands has a frame of its own.
    inner = [piece.replace("<p>", "").replace("</p>", "").strip() for piece in shared]
    pages = [tuple(NavEntry(addresses.question_address(id), book.by_id[id].title) for id in one.pages) for one in found]
    statements, guesses = inner[: len(found)], inner[len(found) :]
    return above, [Measured(*one) for one in zip(found, guesses, statements, pages, strict=True)]


def evidence_address(topic: str, id: str = "") -> str:
    """The page that tells on what the answers of a topic rest, or its line on one of them."""
    return f"evidence/{topic}/#{id}" if id else f"evidence/{topic}/"


def tally(found: Collection[Evidence]) -> Tally:
    """How much there is of some answers; a work that two of them cite counts once."""
    works = {source.work.key: source for one in found for source in one.sources}
    return Tally(
        answers=len(found),
        numbers=sum(len(one.numbers) for one in found),
        code=sum(len(one.code) for one in found),
        findings=len({finding.id for one in found for finding in one.findings}),
        facts=len({fact.name for one in found for fact in one.facts}),
        sources=len(works),
        opened=sum(source.opened for source in works.values()),
    )
