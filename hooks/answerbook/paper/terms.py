"""The index at the end of the printed book: every term that names a thing, and the answers that speak of it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from pypinyin import lazy_pinyin

from ..content.questions import Book

LONGEST = 24
_OTHER = "0–9"
# What people type is not always a term: whole questions are left to the search.
_QUESTION = re.compile("[？?]|为什么|怎么|怎样|如何|什么|哪|吗|是否|区别|对比|vs", re.IGNORECASE)


@dataclass(frozen=True)
class IndexEntry:
    """A term and the ids of its answers, in reading order."""

    term: str
    ids: tuple[str, ...]


def index(book: Book) -> list[tuple[str, list[IndexEntry]]]:
    """The entries in the order of the Latin alphabet, Chinese by its pinyin, letter by letter."""
    found: dict[str, tuple[str, dict[str, None]]] = {}
    for term, id in _mentions(book):
        found.setdefault(term.casefold(), (term, {}))[1][id] = None
    order = {question.id: place for place, question in enumerate(book.questions)}
    entries = [IndexEntry(term, tuple(sorted(ids, key=order.__getitem__))) for term, ids in found.values()]
    entries.sort(key=_key)
    return [(letter, list(group)) for letter, group in groupby(entries, lambda entry: _letter(entry.term))]


def _mentions(book: Book) -> Iterator[tuple[str, str]]:
    for term in book.glossary:
        if term.id in book.by_id:
            yield from ((name, term.id) for name in (term.zh, term.en, *term.abbr))
    for question in book.questions:
        yield from ((name, question.id) for name in _named((*question.tags, *question.aliases)))


def _named(texts: Iterable[str]) -> Iterator[str]:
    return (text for text in texts if len(text) <= LONGEST and not _QUESTION.search(text))


def _key(entry: IndexEntry) -> tuple[bool, list[str], str]:
    return (_letter(entry.term) != _OTHER, [part.casefold() for part in lazy_pinyin(entry.term)], entry.term)


def _letter(term: str) -> str:
    first = "".join(lazy_pinyin(term)).upper()[:1]
    return first if "A" <= first <= "Z" else _OTHER
