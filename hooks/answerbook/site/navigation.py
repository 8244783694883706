"""What leads from page to page: the header's places, the list beside a page, its contents, the anchors they lead to."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from ..content import addresses, measured
from ..content.frequencies import FREQUENCIES
from ..content.questions import LEVELS, Book, Question, Topic
from ..markup import markup
from . import calculators
from .site import Site
from .views import NavEntry, Sidebar

# On the page of tags.
FREQUENCY_ANCHORS = dict(zip(FREQUENCIES, ("high", "middle", "low"), strict=True))

SIDEBAR_QUESTIONS = 40


def places(book: Book) -> tuple[NavEntry, ...]:
    """What the header leads to."""
    found = [NavEntry("match/", "面经对照"), NavEntry("practice/", "练习"), NavEntry("tags/", "标签")]
    if book.routes:
        found.append(NavEntry("paths/", "路线"))
    if book.collections:
        found.append(NavEntry("collections/", "题集"))
    if book.glossary:
        found.append(NavEntry("glossary/", "术语"))
    if calculators.of(book):
        found.append(NavEntry(calculators.ADDRESS, "计算器"))
    return tuple(found)


def measured_entry(book: Book) -> NavEntry | None:
    """What the footer leads to: what was measured, where anything was."""
    return NavEntry(measured.ADDRESS, "记忆里的和跑出来的") if book.findings else None


def topic_list(book: Book, current: str = "") -> Sidebar:
    """The list of topics beside a page."""
    entries = (
        NavEntry(addresses.topic_address(topic.id), topic.title, current=topic.id == current)
        for topic in book.topics
        if topic.questions or topic.id == current
    )
    return Sidebar("专题", "#topics", tuple(entries))


def neighbourhood(site: Site, topic: Topic, question: Question) -> Sidebar:
    """The topic's questions around this one: all of them where they are few."""
    count, at = len(topic.questions), site.book.place(question)
    start = max(0, min(at - SIDEBAR_QUESTIONS // 2, count - SIDEBAR_QUESTIONS))
    entries = [site.entries[one.id] for one in topic.questions[start : start + SIDEBAR_QUESTIONS]]
    entries[at - start] = replace(entries[at - start], current=True)
    rest = count - start - len(entries)
    return Sidebar(topic.title, addresses.topic_address(topic.id), tuple(entries), start, rest)


def contents(headings: Sequence[markup.PageHeading]) -> tuple[NavEntry, ...]:
    """The headings that have an anchor, those of the third level below those of the second."""
    found: list[tuple[markup.PageHeading, list[NavEntry]]] = []
    for heading in headings:
        if heading.level == 2 and heading.anchor:
            found.append((heading, []))
        elif heading.level == 3 and heading.anchor and found:
            found[-1][1].append(NavEntry(f"#{heading.anchor}", heading.text))
    return tuple(NavEntry(f"#{top.anchor}", top.text, tuple(inner)) for top, inner in found)


def topic_entry(topic: Topic) -> NavEntry:
    """What leads to a topic."""
    return NavEntry(addresses.topic_address(topic.id), topic.title)


def grade_anchor(frequency: str, level: str) -> str:
    """The anchor of a grade on the page of tags."""
    return f"grade-{FREQUENCIES.index(frequency) + 1}-{LEVELS.index(level) + 1}"


def tag_anchor(tag: str) -> str:
    """An ASCII anchor that depends on the tag alone."""
    return f"tag-{hashlib.sha256(tag.encode()).hexdigest()[:8]}"


def day(book: Book) -> str:
    """When the book last changed; "" while it is empty."""
    return str(latest(book.questions) or "")


def cited_edition(book: Book) -> str:
    """Which edition this is, as one cites it: a released one, or what came after it."""
    last, changed = book.editions[-1] if book.editions else None, latest(book.questions)
    if last is None:
        return f"更新至 {day(book)}"
    return f"{last.name} 版" if changed is None or changed <= last.day else f"{last.name} 版之后，更新至 {changed}"


def edition(book: Book) -> str:
    """Which state of the book this is: how much it holds, and from when."""
    if not book.questions:
        return "还没有问题"
    return f"{len(book.questions)} 题，更新至 {latest(book.questions)}"


def latest(questions: Sequence[Question]) -> date | None:
    """When any of them last changed; None where there are none."""
    return max((question.updated for question in questions), default=None)
