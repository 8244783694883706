"""The search index: what the reader's browser needs to rank questions, packed into classic scripts.

The ranking is BM25F (Robertson & Zaragoza 2009): the weighted, length-normalised frequency of a term in the fields of a
question is computed here and kept on a logarithmic scale, one character per posting; saturation, idf and everything
that depends on the query happens in ``web/search``. A small book is one file; a large one keeps its postings in shards
by term and its titles in blocks by question, loaded when a query asks for them.
"""

from __future__ import annotations

import gzip
import math
import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from pathlib import Path

from .. import classic
from ..content.frequencies import FREQUENCIES
from ..content.questions import Book
from . import alphabet, packed, texts, versions, vocabulary, words
from .postings import HIGHEST, LEVELS_OF_WEIGHT, LOWEST, Index, build
from .texts import Known

FOLDER = "assets/search/"
BASE = FOLDER + "index.js"
# Up to here the whole index is one file; above it postings and titles are fetched in parts.
WHOLE_UP_TO = 1000
POSTINGS_IN_SHARD = 6000
QUESTIONS_IN_BLOCK = 32
LARGEST_VOCABULARY = 30_000
# So many questions are offered before anything is typed.
OFFERED = 6


def scripts(book: Book) -> dict[str, str]:
    """The files of the index by their address in the site: classic scripts, since a page from disk cannot fetch."""
    index = build(book)
    # What is coded stands together: gzip loses 3 % where it changes between that and text.
    whole = len(index.questions) <= WHOLE_UP_TO
    coded = _coded(book, index, packed.titles(index) if whole else [])
    base = _base(book, index) | {"coded": coded}
    parts: dict[str, object] = {"index": base}
    if whole:
        # Titles are at hand there, and which terms name an answer stands in the postings.
        coded |= packed.postings(index, list(index.postings))
        base["levels"] = packed.levels(index.questions)
    else:
        shards = _shards(index)
        known = _known(index)
        base |= {"shards": shards, "block": QUESTIONS_IN_BLOCK, "title_idf": packed.title_idf(index)}
        base["named"] = "".join("1" if term in index.named else "0" for term in known)
        base["df"] = "".join(alphabet.varint(index.document_frequency[term]) for term in known)
        parts |= {f"shard-{number}": part for number, part in enumerate(_in_shards(index, shards))}
        parts |= {f"block-{number}": block for number, block in enumerate(_in_blocks(index))}
    parts["english"] = {"plain": " ".join(words.english_plain()), "said": _everyday(index, words.ENGLISH_EVERYDAY)}
    texts = zip(index.questions, index.texts, strict=True)
    packed_parts = {name: classic.packed(part) for name, part in parts.items()}
    packed_parts |= {f"text/{question.id}": text for question, text in texts}
    return {f"{FOLDER}{name}.js": classic.script(name, part) for name, part in packed_parts.items()}


def _base(book: Book, index: Index) -> dict[str, object]:
    """What every query needs."""
    known = _known(index)
    return {
        "count": len(index.questions),
        "shards": 0,
        "block": 0,
        "scale": [LOWEST, HIGHEST, LEVELS_OF_WEIGHT],
        "topics": [len(topic.questions) for topic in book.topics],
        "offered": _most_asked(index),
        **packed.sounds(known),
        "simplified": packed.simplified([*known, *(term for term, _ in words.elsewhere())]),
    }


def _coded(book: Book, index: Index, titles: Sequence[Known]) -> dict[str, object]:
    """The terms that the browser knows, and all texts."""
    known = _known(index)
    readings = words.phrases()
    lists = [
        [*chain.from_iterable((topic.id, topic.title) for topic in book.topics)],
        sorted(words.stop_words()),
        sorted(words.soft_stop_words()),
        [*chain.from_iterable(words.variants())],
        [*chain.from_iterable(_elsewhere(index))],
        [*versions.listed(index.mentioned)],
        [*chain.from_iterable((term, readings[term]) for term in known if term in readings)],
        _everyday(index, words.EVERYDAY),
        _synonyms(book),
    ]
    seen = {term: alphabet.ALPHABET.index(index.log_frequency[term]) for term in known}
    return vocabulary.vocabulary(known, seen) | texts.texts(lists, titles, chain.from_iterable(known))


def _known(index: Index) -> list[str]:
    """The terms that the browser knows from the start, sorted: all, or those that most questions list."""
    terms = list(index.postings)
    if len(terms) <= LARGEST_VOCABULARY:
        return terms
    return sorted(sorted(terms, key=lambda t: (-len(index.postings[t]), t))[:LARGEST_VOCABULARY])


def _shards(index: Index) -> int:
    """How many shards a large book has, a power of two."""
    total = sum(len(found) for found in index.postings.values())
    return 1 << max(1, math.ceil(math.log2(total / POSTINGS_IN_SHARD)))


def _in_shards(index: Index, shards: int) -> Iterator[dict[str, str]]:
    """The postings of a large book, by term."""
    by_shard: list[list[str]] = [[] for _ in range(shards)]
    for term in index.postings:
        by_shard[shard_of(term, shards)].append(term)
    for terms in by_shard:
        yield {"terms": alphabet.front_coded(terms)} | packed.postings(index, terms)


def _in_blocks(index: Index) -> Iterator[dict[str, list[object]]]:
    """The titles of a large book, some questions at a time."""
    for first in range(0, len(index.questions), QUESTIONS_IN_BLOCK):
        yield packed.questions(index.questions[first : first + QUESTIONS_IN_BLOCK])


def shard_of(term: str, shards: int) -> int:
    """The shard that holds a term."""
    return alphabet.hashed(term) % shards


def _synonyms(book: Book) -> list[str]:
    """What search treats as one word: the glossary's Chinese, English and short names, and general English words."""
    groups = ["|".join(group) for group in words.english()]
    for term in book.glossary:
        names = [n for n in dict.fromkeys([term.zh, term.en, *term.abbr]) if n]
        if len(names) > 1:
            groups.append("|".join(names))
    return groups


def _most_asked(index: Index) -> list[int]:
    """The questions that are asked most, of topics that differ: what the empty box offers."""
    most = min((question.frequency for question in index.questions), key=FREQUENCIES.index, default="")
    often = [number for number, question in enumerate(index.questions) if question.frequency == most]
    return often[:: max(len(often) // OFFERED, 1)][:OFFERED]


def _everyday(index: Index, path: Path) -> list[str]:
    """What people say, and the terms that name answers of this book and may be meant: ``said|term|term``."""
    groups = ((said, [t for t in meant if _names(index, t)]) for said, meant in words.everyday(path))
    return ["|".join([said, *meant]) for said, meant in groups if meant]


def _elsewhere(index: Index) -> Iterator[tuple[str, str]]:
    """The terms that no title, alias or way of asking has in it, each with the number of answers that mention it."""
    names = words.fold("\n".join(chain.from_iterable((q.title, *q.aliases, *q.asks) for q in index.questions)))
    yield from ((term, str(index.mentioned[term])) for term, _ in words.elsewhere() if term not in names)


def _names(index: Index, term: str) -> bool:
    """Whether a term, or each of its parts (loss-mask), stands in a title or an alias."""
    return index.named.issuperset(words.terms(term)) or index.named.issuperset(words.terms(term.replace("-", " ")))


def size(files: Mapping[str, str]) -> str:
    """One line on how large the index is, for the build's log."""
    first = len(gzip.compress(files[BASE].encode(), 9, mtime=0)) / 1000
    rest = [name for name in files if not re.search(r"/text/|/index\.js$", name)]
    return f"搜索索引：首个结果之前要下载 {first:.1f} kB（gzip），另有分片 {len(rest)} 个"
