"""Which questions a term leads to, and how strongly: counted for the whole book, weighed, thinned out.

The weight of a term in a question is BM25F's frequency (Robertson & Zaragoza 2009), weighted and length-normalised by
field, on a logarithmic scale.
"""

from __future__ import annotations

import math
from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from itertools import chain

from ..content.questions import Book, Question
from . import counting, words
from .counting import Times

# Frequencies are kept in LEVELS_OF_WEIGHT steps between LOWEST and HIGHEST, evenly on a logarithmic scale.
LOWEST, HIGHEST, LEVELS_OF_WEIGHT = 0.1, 64.0, 10
# What is mentioned in passing is listed only if it says something: not what more than a few questions hold (or a share
# of a large book), and no Chinese word but the field's own. Measured on the judged queries, those postings decide
# nothing.
USUAL, FEW = 0.003, 1
# What nothing but bodies and code mention is listed up to so many questions: there is no better place to lead to.
MENTIONED = 3
# A turn of phrase that names nothing is not listed where so many questions at most have it (or such a share of few).
IDLE, RARELY = 4, 0.0125
# A mark is the step of a weight, and above it a bit each for title, aliases and ways of asking that hold the term, and
# for names that do.
IN_TITLE, IN_ALIASES, IN_ASKS, IN_NAMES = 1, 2, 4, 8
FLAGS = {"title": IN_TITLE, "aliases": IN_ALIASES, "asks": IN_ASKS}
_FLAGS = {[*counting.FIELDS].index(name): flag for name, flag in FLAGS.items()}
MARKS = 16 * LEVELS_OF_WEIGHT


@dataclass(frozen=True)
class Index:
    """Postings by term, and what is shown of each question."""

    questions: tuple[Question, ...]
    # By question: its sentences, packed, the terms of its title, and those of each way of asking and of each name.
    texts: tuple[str, ...]
    titles: tuple[tuple[str, ...], ...]
    asks: tuple[tuple[tuple[str, ...], ...], ...]
    names: tuple[tuple[tuple[str, ...], ...], ...]
    # By term: for each question that lists it, the question's number and the term's mark there, as one number.
    postings: Mapping[str, array[int]]
    # By term: how often jieba's dictionary has seen it (see `_log_frequency`), and how many questions hold it.
    log_frequency: Mapping[str, str]
    document_frequency: Mapping[str, int]
    # The terms of all titles and aliases.
    named: frozenset[str]
    # Of the terms that a book may have no answer about, and of generations of models, how many answers mention each.
    mentioned: Mapping[str, int]


@dataclass
class _Counts:
    """What has been counted of all questions, before anything is weighed."""

    # By question.
    texts: list[str] = field(default_factory=list)
    asks: list[tuple[tuple[str, ...], ...]] = field(default_factory=list)
    names: list[tuple[tuple[str, ...], ...]] = field(default_factory=list)
    # Read twice, since weights ask for the average lengths: as counts, a large book would take a gigabyte.
    groups: list[bytes] = field(default_factory=list)
    # By question, then by field, in terms.
    lengths: list[list[int]] = field(default_factory=list)
    document_frequency: Counter[str] = field(default_factory=Counter)
    # What some question does more than mention in passing.
    told: set[str] = field(default_factory=set)
    log_frequency: dict[str, str] = field(default_factory=dict)
    mentioned: Counter[str] = field(default_factory=Counter)

    def add(self, question: Question) -> None:
        """Count one question more."""
        text, seen, asked, called, aside, groups = counting.counted(question).split(b"\n", 5)
        found: list[str] = []
        length = [0] * len(counting.FIELDS)
        for mentions, terms in counting.grouped(groups):
            found += terms
            if not mentions.passing:
                self.told.update(terms)
            for place, times in mentions.times:
                length[place] += times * len(terms)
        self.texts.append(text.decode())
        self.asks.append(_split(asked))
        self.names.append(_split(called))
        self.groups.append(groups)
        self.lengths.append(length)
        self.mentioned.update(aside.decode().split("\t") if aside else ())
        self.document_frequency.update(found)
        self.log_frequency.update(zip(found, seen.decode(), strict=True))

    def common(self) -> set[str]:
        """The terms that are not worth listing where they are mentioned in passing."""
        usual = max(FEW, len(self.texts) * USUAL)
        return {
            term
            for term, count in self.document_frequency.items()
            if count > (usual if term in self.told else MENTIONED)
        }

    def scales(self) -> Iterator[list[tuple[float, float]]]:
        """For each question the weights of its fields, and by what its counts there are divided for their length."""
        averages = [max(sum(all_) / max(len(all_), 1), 1.0) for all_ in zip(*self.lengths, strict=True)]
        for length in self.lengths:
            sizes = zip(counting.FIELDS.values(), length, averages, strict=True)
            yield [(weight, 1 - b + b * size / average) for (weight, b), size, average in sizes]


@dataclass
class _Listed:
    """What is listed, question by question."""

    counts: _Counts
    postings: defaultdict[str, array[int]] = field(default_factory=lambda: defaultdict(partial(array, "I")))
    titles: list[tuple[str, ...]] = field(default_factory=list)
    named: set[str] = field(default_factory=set)

    def fill(self) -> None:
        """List the terms of every question, and drop those that lead nowhere."""
        common = self.counts.common()
        for number, (groups, scales) in enumerate(zip(self.counts.groups, self.counts.scales(), strict=True)):
            title: list[str] = []
            called = {*chain.from_iterable(self.counts.names[number])}
            for mentions, terms in counting.grouped(groups):
                if mentions.everyday:
                    continue
                mark = _mark(mentions.times, scales)
                listed = [term for term in terms if not self._is_alone(term, mark)]
                for term in listed:
                    if not (mentions.passing and term in common):
                        own = mark + LEVELS_OF_WEIGHT * IN_NAMES * (term in called)
                        self.postings[term].append(number * MARKS + own)
                if mark // LEVELS_OF_WEIGHT & IN_TITLE:
                    title += terms
                if mark // LEVELS_OF_WEIGHT & (IN_TITLE | IN_ALIASES):
                    self.named.update(terms)
            self.titles.append(tuple(title))
        few = min(IDLE, len(self.counts.texts) * RARELY)
        for term in [t for t, found in self.postings.items() if len(found) <= few and _is_idle(t, found)]:
            del self.postings[term]

    def _is_alone(self, term: str, mark: int) -> bool:
        """A turn of phrase that a single question has, and not as a name."""
        flags = mark // LEVELS_OF_WEIGHT
        if self.counts.document_frequency[term] > 1 or flags & (IN_TITLE | IN_ALIASES):
            return False
        return _is_pair(term) if flags & IN_ASKS else _is_phrase(term)


def build(book: Book) -> Index:
    """Count terms per field, weigh them, and collect the postings of every term."""
    counts = _Counts()
    for question in book.questions:
        counts.add(question)
    listed = _Listed(counts)
    listed.fill()
    return Index(
        book.questions,
        tuple(counts.texts),
        tuple(listed.titles),
        tuple(counts.asks),
        tuple(counts.names),
        dict(sorted(listed.postings.items())),
        counts.log_frequency,
        counts.document_frequency,
        frozenset(listed.named),
        counts.mentioned,
    )


def _split(kept: bytes) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(terms.split(" ")) for terms in kept.decode().split("\t")) if kept else ()


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
    return _is_phrase(term) and not any(mark % MARKS // LEVELS_OF_WEIGHT for mark in marks)


def _is_pair(term: str) -> bool:
    """Two characters that no word holds, next to each other."""
    return _is_phrase(term) and not words.frequency(term)
