"""What the book knows from runs, and how it is known: what was measured, and on what each answer rests."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence

from ..checking.evidence import Evidence
from ..content import addresses, measured
from ..content.measured import Finding
from ..content.questions import Book, Topic
from ..markup import markup
from ..markup.markup import Passage, Rendered
from ..markup.medium import Medium
from ..text.body import Body
from .views import Measured, NavEntry, Tally


def by_topic(book: Book, medium: Medium) -> Sequence[tuple[Topic, Sequence[Measured]]]:
    """All findings, below the topic of the first answer that tells them."""
    _, shown = _told(book, book.findings, medium)
    groups: dict[str, list[Measured]] = {}
    for one in shown:
        groups.setdefault(book.by_id[one.finding.pages[0]].topic, []).append(one)
    return [(topic, groups[topic.id]) for topic in book.topics if topic.id in groups]


def of_topic(
    book: Book, topic: Topic, medium: Medium, *above: Passage
) -> tuple[Sequence[Rendered], Sequence[Measured]]:
    """What stands above on the page of a topic, and the findings that any of its answers tells."""
    ids = {question.id for question in topic.questions}
    return _told(book, (one for one in book.findings if ids.intersection(one.pages)), medium, *above)


def in_brief(findings: Iterable[Finding], medium: Medium) -> Mapping[str, str]:
    """What each finding says first, as HTML, by its id."""
    found = list(findings)
    passages = [Passage(measured.FILE, Body(one.brief), medium, sentence=True) for one in found]
    return {one.id: written.html for one, written in zip(found, markup.page_html(passages), strict=True)}


def _told(
    book: Book, findings: Iterable[Finding], medium: Medium, *above: Passage
) -> tuple[Sequence[Rendered], Sequence[Measured]]:
    found = list(findings)
    # The statements first: the glyphs stand in the first formula, and not every page shows the guesses.
    sentences = [*(finding.statement for finding in found), *(finding.guess for finding in found)]
    passages = [Passage(measured.FILE, Body(text), medium, sentence=True) for text in sentences]
    written = markup.page_html([*above, *passages])
    inner = [one.html for one in written[len(above) :]]
    pages = [tuple(NavEntry(addresses.question_address(id), book.by_id[id].title) for id in one.pages) for one in found]
    statements, guesses = inner[: len(found)], inner[len(found) :]
    return written[: len(above)], [Measured(*one) for one in zip(found, guesses, statements, pages, strict=True)]


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
