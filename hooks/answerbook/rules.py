"""The rules of content: each a generator of what stands there and what to write. All of them see the whole book."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from . import addresses, bodies, body_rules, book_rules, characters, link_rules
from .contents import Contents, Found, Page, anchors
from .problems import Problem
from .questions import Book

# After so many problems of one kind in one file, the rest would only hide the others.
MOST = 50


def check(contents: Contents) -> Iterator[Problem]:
    """Every problem of the texts, and those that the files have together."""
    for path, text in contents.texts.items():
        yield from _say(contents, path, iter(characters.slips(text, bodies.without_code(text))))
    for page in contents.pages:
        for rule in (*body_rules.RULES, *link_rules.RULES):
            yield from _say(contents, page.path, rule(page, contents))
    for across in book_rules.RULES:
        yield from across(contents)


def address_list(book: Book) -> list[str]:
    """The addresses that this book answers at, for published.txt: answers, their parts, topics, collections."""
    found: list[str] = []
    for question in book.questions:
        page = Page(question.path, question.body, question.body_line, question)
        found += [addresses.question_address(question.id, anchor) for anchor in ("", *sorted(anchors(page)))]
    for topic in book.topics:
        if topic.questions:
            found += [addresses.topic_address(topic.id), addresses.topic_all_address(topic.id)]
    found += [addresses.collection_address(collection.key) for collection in book.collections]
    return found


def _say(contents: Contents, path: str, found: Found) -> Iterator[Problem]:
    line = 0
    for line, message in islice(found, MOST):
        yield Problem(f"{contents.shown}{path}", line, message)
    if next(found, None):
        yield Problem(f"{contents.shown}{path}", line, "这一类问题后面还有；先改完这些")
