"""Which questions a term leads to, and how strongly: counted for the whole book, weighed, thinned out.

The weight of a term in a question is BM25F's frequency (Robertson & Zaragoza 2009), weighted and length-normalised by
field, on a logarithmic scale.
"""

from __future__ import annotations

import math
from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from ..content.questions import Book, Question
from . import counting, words
from .counting import Times

# Frequencies are kept in LEVELS_OF_WEIGHT steps between LOWEST and HIGHEST, evenly on a logarithmic scale.
LOWEST, HIGHEST, LEVELS_OF_WEIGHT = 0.1, 64.0, 10
# What is mentioned in passing is listed only if it says something: not what more than a few questions hold (or a share
# of a large book), and no Chinese word but the field's own. Measured on the judged queries, those postings decide
# nothing.
USUAL, FEW = 0.006, 2
# What nothing but bodies and code mention is listed up to so many questions: there is no better place to lead to.
MENTIONED = 4
# A turn of phrase that names nothing is not listed where so many questions at most have it (or such a share of few).
IDLE, RARELY = 4, 0.0125
# A mark is the step of a weight, and above it a bit each for title, aliases and ways of asking that hold the term.
IN_TITLE, IN_ALIASES, IN_ASKS = 1, 2, 4
_FLAGS = dict(
    zip(map([*counting.FIELDS].index, ("title", "aliases", "asks")), (IN_TITLE, IN_ALIASES, IN_ASKS), strict=True)
)
MARKS = 8 * LEVELS_OF_WEIGHT


@dataclass(frozen=True)
class Index:
    """Postings by term, and what is shown of each question."""

    questions: tuple[Question, ...]
    # By question: its sentences, packed, the terms of its title, and those of each way of asking.
    texts: tuple[str, ...]
    titles: tuple[tuple[str, ...], ...]
    asks: tuple[tuple[tuple[str, ...], ...], ...]
    # By term: for each question that lists it, the question's number and the term's mark there, as one number.
    postings: Mapping[str, array[int]]
    keys: Mapping[str, tuple[int, ...]]
    # By term: how often jieba's dictionary has seen it (see `_often`), and how many questions hold it.
    often: Mapping[str, str]
    held: Mapping[str, int]
    # The terms of all titles and aliases.
    named: frozenset[str]
    # Of the terms that a book may have no answer about, how many bodies mention each.
    mentioned: Mapping[str, int]


def build(book: Book) -> Index:
    """Count terms per field, weigh them, and collect the postings of every term."""
    questions = book.questions
    texts: list[str] = []
    # Read twice, since weights ask for the average lengths: as counts, a large book would take a gigabyte.
    kept: list[bytes] = []
    asks: list[tuple[tuple[str, ...], ...]] = []
    lengths: list[list[int]] = []
    held: Counter[str] = Counter()
    # What some question does more than mention in passing.
    told: set[str] = set()
    often: dict[str, str] = {}
    mentioned: Counter[str] = Counter()
    for question in questions:
        text, seen, asked, aside, groups = counting.counted(question).split(b"\n", 4)
        found: list[str] = []
        length = [0] * len(counting.FIELDS)
        for mentions, terms in counting.grouped(groups):
            found += terms
            if not mentions.passing:
                told.update(terms)
            for place, times in mentions.times:
                length[place] += times * len(terms)
        texts.append(text.decode())
        asks.append(tuple(tuple(way.split(" ")) for way in asked.decode().split("\t")) if asked else ())
        mentioned.update(aside.decode().split("\t") if aside else ())
        kept.append(groups)
        lengths.append(length)
        held.update(found)
        often.update(zip(found, seen.decode(), strict=True))
    averages = [max(sum(all_) / max(len(all_), 1), 1.0) for all_ in zip(*lengths, strict=True)]
    usual = max(FEW, len(questions) * USUAL)
    common = {term for term, count in held.items() if count > (usual if term in told else MENTIONED)}
    postings: defaultdict[str, array[int]] = defaultdict(partial(array, "I"))
    titles: list[tuple[str, ...]] = []
    named: set[str] = set()
    for number, (groups, length) in enumerate(zip(kept, lengths, strict=True)):
        sizes = zip(counting.FIELDS.values(), length, averages, strict=True)
        scales = [(weight, 1 - b + b * size / average) for (weight, b), size, average in sizes]
        title: list[str] = []
        for mentions, terms in counting.grouped(groups):
            if mentions.everyday:
                continue
            mark = _mark(mentions.times, scales)
            names = mark // LEVELS_OF_WEIGHT & (IN_TITLE | IN_ALIASES)
            idle = _is_pair if mark // LEVELS_OF_WEIGHT & IN_ASKS else _is_phrase
            for term in terms:
                if held[term] == 1 and not names and idle(term):
                    continue
                if not (mentions.passing and term in common):
                    postings[term].append(number * MARKS + mark)
            if names & IN_TITLE:
                title += terms
            if names:
                named.update(terms)
        titles.append(tuple(title))
    few = min(IDLE, len(questions) * RARELY)
    for term in [term for term, found in postings.items() if len(found) <= few and _is_idle(term, found)]:
        del postings[term]
    keys: dict[str, list[int]] = {}
    for number, question in enumerate(questions):
        for name in dict.fromkeys(words.key(text) for text in (question.title, *question.aliases)):
            if name:
                keys.setdefault(name, []).append(number)
    return Index(
        questions,
        tuple(texts),
        tuple(titles),
        tuple(asks),
        dict(sorted(postings.items())),
        {name: tuple(found) for name, found in sorted(keys.items())},
        often,
        held,
        frozenset(named),
        mentioned,
    )


def _mark(times: Times, scales: Sequence[tuple[float, float]]) -> int:
    total, flags = 0.0, 0
    for place, count in times:
        weight, norm = scales[place]
        total += weight * count / norm
        flags += _FLAGS.get(place, 0)
    return _level(total) + LEVELS_OF_WEIGHT * flags


def _level(weight: float) -> int:
    level = math.log(max(weight, LOWEST) / LOWEST) / math.log(HIGHEST / LOWEST) * (LEVELS_OF_WEIGHT - 1)
    return min(round(level), LEVELS_OF_WEIGHT - 1)


def _is_phrase(term: str) -> bool:
    """A Chinese word that is none of the book's own: said once in a whole book, a turn of phrase (两三步, 劈成)."""
    return words.is_han(term) and term not in words.dictionary()


def _is_idle(term: str, marks: Iterable[int]) -> bool:
    """A turn of phrase that neither a title nor an alias nor a way of asking holds: it leads nowhere."""
    return _is_phrase(term) and not any(mark // LEVELS_OF_WEIGHT % 8 for mark in marks)


def _is_pair(term: str) -> bool:
    """Two characters that no word holds, next to each other."""
    return _is_phrase(term) and not words.frequency(term)
