"""The rules of content: each a generator of what stands there and what to write. All of them see the whole book."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import cache as remember
from functools import partial
from itertools import islice
from pathlib import Path

from . import addresses, bodies, body_rules, book_rules, cache, characters, link_rules
from .contents import Contents, Found, Page, anchors
from .problems import Problem
from .questions import Book

# After so many problems of one kind in one file, the rest would only hide the others.
MOST = 50


def check(contents: Contents) -> Iterator[Problem]:
    """Every problem of the texts, and those that the files have together."""
    for path, text in contents.texts.items():
        yield from _kept(contents, path, cache.key(_version(), "text", text), [partial(_slips, text)])
    settings = repr(contents.book.settings)
    for page in contents.pages:
        key = cache.key(_version(), "body", settings, str(page.question is None), str(page.first_line), page.body)
        yield from _kept(contents, page.path, key, [partial(rule, page, contents) for rule in body_rules.RULES])
        for rule in link_rules.RULES:
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


def _slips(text: str) -> Found:
    return iter(characters.slips(text, bodies.without_code(text)))


def _kept(contents: Contents, path: str, key: bytes, rules: Iterable[Callable[[], Found]]) -> Iterator[Problem]:
    """What these rules, which look at nothing but what the key is made of, say; that it is nothing is kept."""
    if cache.get("sound", key) is not None:
        return
    problems = [problem for rule in rules for problem in _say(contents, path, rule())]
    if not problems:
        cache.put("sound", key, b"")
    yield from problems


@remember
def _version() -> bytes:
    """Other code may find other problems."""
    return cache.key(*(path.read_bytes() for path in sorted(Path(__file__).parent.glob("*.py"))))


def _say(contents: Contents, path: str, found: Found) -> Iterator[Problem]:
    line = 0
    for line, message in islice(found, MOST):
        yield Problem(f"{contents.shown}{path}", line, message)
    if next(found, None):
        yield Problem(f"{contents.shown}{path}", line, "这一类问题后面还有；先改完这些")
