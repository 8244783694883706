"""The terms of a question: in which of its fields they stand, and how often.

Cutting Chinese takes time, so what has been counted is kept.
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.metadata import version
from itertools import chain, filterfalse

from .. import cache, classic
from ..content.questions import Question
from ..text import prose
from . import versions, words
from .alphabet import ALPHABET

# Weight and length normalisation (BM25F's w and b) of each field; first those that name what a question is about.
FIELDS: Mapping[str, tuple[float, float]] = {
    "title": (9.0, 0.2),
    "names": (4.0, 0.2),
    "aliases": (7.0, 0.2),
    "asks": (4.0, 0.4),
    "tags": (3.0, 0.2),
    "short": (3.0, 0.4),
    "headings": (3.0, 0.4),
    "body": (1.0, 0.6),
    "code": (0.4, 0.6),
}
# What only the body or the code mentions, and so often at most, is mentioned in passing.
PASSING = 6
# So many aliases name what a question is about; more of them name what it mentions. Its id does, too.
MAIN_ALIASES = 5
MOST_NAMES = MAIN_ALIASES + 1
# Longer names are hardly ever said whole.
MOST_IN_NAME = 2
# Ways of asking are told apart, so many of them at most.
MOST_ASKS = 20
# In a body, a single mention of these says nothing of what it is about: lone characters (and pairs of them that are no
# word), results of a calculation.
_TRIFLE = re.compile(r"[\u3400-\u9fff]|[0-9]{3,}|[0-9]+\.[0-9]+\w*")
_NUMBER = re.compile(r"[0-9.]*[a-zα-ω]{0,2}[0-9]*|[0-9.]+[a-z]{3}")
_BODY = [*FIELDS].index("body")
_ONCE = (_BODY, 1)
# So many terms are remembered with what jieba's dictionary says of them.
_REMEMBERED = 32_768
# The fields of a question that hold a term, by their places in FIELDS, and how often they do.
Times = tuple[tuple[int, int], ...]


@dataclass(frozen=True)
class Mentions:
    """Where some terms of a question stand."""

    times: Times
    # Only the body or the code, and not often.
    passing: bool
    # Only there, and the terms are Chinese words of everyday language.
    everyday: bool


def fields(question: Question, text: prose.Parts) -> dict[str, str]:
    """The searchable prose of a question by field, without formulas and code; `text` is what its body says."""
    return {
        "title": question.title,
        "aliases": "\n".join(question.aliases),
        "tags": " ".join(question.tags),
        "short": question.short,
        "headings": "\n".join(text.headings),
        "body": "\n".join(text.sentences),
    }


def snippets(question: Question, text: prose.Parts) -> list[str]:
    """The sentences a result may show: the short answer first, then the prose of the body."""
    sentences = [question.short, *text.sentences]
    return [s if len(s) <= 160 else s[:159] + "…" for s in sentences]


def counts(question: Question, text: prose.Parts) -> dict[Times, list[str]]:
    """The terms of a question, those together that stand equally often in the same fields."""
    found: dict[str, Iterable[str]] = {name: words.terms(said) for name, said in fields(question, text).items()}
    found["names"] = chain.from_iterable(name for name in names(question) if len(name) == 1)
    found["asks"] = chain.from_iterable(map(_telling, question.asks[:MOST_ASKS]))
    found["code"] = filter(words.is_term, map(words.joined, text.identifiers))
    places: dict[str, Times] = {}
    for place, name in enumerate(FIELDS):
        here = Counter(found[name])
        # Most terms share these few.
        stands = {times: ((place, times),) for times in {*here.values()}}
        for term, times in here.items():
            places[term] = places[term] + stands[times] if term in places else stands[times]
    groups: defaultdict[Times, list[str]] = defaultdict(list)
    for term, where in places.items():
        # The body is the first to mention it: nothing names the question so.
        if where[0] == _ONCE and _is_trifle(term):
            where = where[1:]
        groups[where].append(term)
    groups.pop((), None)
    return groups


def counted(question: Question) -> bytes:
    """What the index needs of a question, kept: cutting Chinese takes time.

    A line of sentences, packed; a line with a character for each term (see `_log_frequency`); a line with the terms of
    each way of asking, one with those of each name; a line of what it mentions without being about it, and of
    the generations of models that it speaks of; a line for each
    group of terms.
    """
    named = (question.id, question.title, *question.aliases, "", *question.asks, "", *question.tags, "", question.short)
    key = cache.key(_version(), *named, question.body.text)
    kept = cache.get("terms", key)
    if kept is None:
        text = prose.parts(question.body)
        groups: dict[str, list[str]] = {}
        for times, terms in counts(question, text).items():
            where = ",".join(f"{place}:{count}" for place, count in times)
            groups[where] = terms
            if _passing(times) and (everyday := [*filter(_is_everyday, terms)]):
                groups[f"{where}!"] = everyday
                groups[where] = [*filterfalse({*everyday}.__contains__, terms)]
        lines = (" ".join([where, *terms]) for where, terms in groups.items() if terms)
        frequencies = "".join(map(_log_frequency, chain.from_iterable(groups.values())))
        asked = "\t".join(" ".join(_telling(way)) for way in question.asks[:MOST_ASKS])
        called = "\t".join(map(" ".join, names(question)))
        told = "。".join([question.title, *question.aliases, *question.asks, question.short, question.body.text])
        aside = "\t".join([*_aside(question.body.text), *sorted(versions.mentioned(told))])
        kept = "\n".join(
            [classic.packed(snippets(question, text)), frequencies, asked, called, aside, *lines, ""]
        ).encode()
        cache.put("terms", key, kept)
    return kept


def grouped(kept: bytes) -> Iterator[tuple[Mentions, list[str]]]:
    """The groups of terms that `counted` has kept (the last of its lines), each with where they stand."""
    for line in kept.decode().splitlines():
        where, *terms = line.split(" ")
        yield _mentions(where), terms


def names(question: Question) -> list[tuple[str, ...]]:
    """The names of what the question is about, MOST_NAMES at most, in terms: its first aliases, and its id in words.

    Later aliases name what else it holds (NDCG, in how retrieval is evaluated) rather than what it is about. An id does
    not count where the question nowhere says a word of it; how it is asked (原理, 方法) is no part of a name.
    """
    known = {*words.terms("\n".join([question.title, *question.aliases, *question.asks, question.short]))}
    called = (*question.aliases[:MAIN_ALIASES], question.id.replace("-", " "))
    found = dict.fromkeys(tuple(dict.fromkeys(_whole(name))) for name in called)
    return [name for name in found if 0 < len(name) <= MOST_IN_NAME and known.issuperset(name)]


def _whole(name: str) -> Iterator[str]:
    """The terms of a name, none within another."""
    for run in words.runs(name):
        whole = words.plain_cut(run) if words.is_han(run) else [words.joined(run)]
        yield from (term for term in whole if words.is_term(term) and term not in words.soft_stop_words())


def _aside(body: str) -> Iterator[str]:
    """The terms that a book may have no answer about, and this body mentions."""
    characters = {*body}
    # Most have a character that is nowhere in the text.
    return (term for term, needed in words.elsewhere() if needed <= characters and term in body)


def _telling(way: str) -> Iterator[str]:
    """The terms of a way of asking: how it is asked says nothing of what is asked."""
    return (term for term in words.terms(way) if term not in words.soft_stop_words())


@lru_cache(maxsize=_REMEMBERED)
def _mentions(where: str) -> Mentions:
    pairs = (pair.split(":") for pair in where.removesuffix("!").split(","))
    times = tuple((int(place), int(count)) for place, count in pairs)
    return Mentions(times, _passing(times), where.endswith("!"))


def _passing(times: Times) -> bool:
    return times[0][0] >= _BODY and sum(count for _, count in times) <= PASSING


@lru_cache(maxsize=_REMEMBERED)
def _is_trifle(term: str) -> bool:
    return bool(_TRIFLE.fullmatch(term)) or (words.is_han(term) and not words.frequency(term))


@lru_cache(maxsize=_REMEMBERED)
def _is_everyday(term: str) -> bool:
    return _NUMBER.fullmatch(term) is not None or (words.is_han(term) and term not in words.dictionary())


@lru_cache(maxsize=_REMEMBERED)
def _log_frequency(term: str) -> str:
    """How often jieba's dictionary has seen a term, in powers of four, as a character."""
    return ALPHABET[min(int(math.log2(words.frequency(term) + 1)) // 2, 15)]


@lru_cache(maxsize=1)
def _version() -> bytes:
    """Changes with whatever decides which terms a text has."""
    return cache.key(version("jieba"), version("rjieba"), cache.code("search"))
