"""The search index: what the reader's browser needs to rank questions, packed into classic scripts.

The ranking is BM25F (Robertson & Zaragoza 2009): the weighted, length-normalised frequency of a term in the fields of a
question is computed here and kept on a logarithmic scale, one character per posting; saturation, idf and everything
that depends on the query happens in ``web/search``. A small book is one file; a large one keeps its postings in shards
by term and its titles in blocks by question, loaded when a query asks for them.
"""

from __future__ import annotations

import gzip
import json
import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.metadata import version
from itertools import groupby
from pathlib import Path

from . import cache, plain, words
from .books import Book
from .questions import LEVELS, Question

FOLDER = "assets/search/"
BASE = FOLDER + "index.js"

# Weight and length normalisation (BM25F's w and b) of each field.
FIELDS: Mapping[str, tuple[float, float]] = {
    "title": (9.0, 0.2),
    "aliases": (7.0, 0.2),
    "tags": (3.0, 0.2),
    "short": (3.0, 0.4),
    "headings": (3.0, 0.4),
    "body": (1.0, 0.6),
    "code": (0.4, 0.6),
}
# Frequencies are kept in LEVELS_OF_WEIGHT steps between LOWEST and HIGHEST, evenly on a logarithmic scale.
LOWEST, HIGHEST, LEVELS_OF_WEIGHT = 0.05, 64.0, 16
# Up to here the whole index is one file; above it postings and titles are fetched in parts.
WHOLE_UP_TO = 1000
POSTINGS_IN_SHARD = 6000
QUESTIONS_IN_BLOCK = 32
LARGEST_VOCABULARY = 30_000
LONGEST_TERM = 40
# What a body mentions once is listed only if it says something: not what a fair share of the book (and more than a few
# questions) holds, and no word of everyday language, which jieba's dictionary has seen more often than this.
USUAL, FEW, EVERYDAY = 0.05, 5, 100
# In a body, a single mention of these says nothing of what it is about: lone characters (and pairs of them that are no
# word), results of a calculation.
_TRIFLE = re.compile(r"[\u3400-\u9fff]|[0-9]{5,}|[0-9]+\.[0-9]{2,}\w*|[0-9]{2,}\.[0-9]+\w*")
NAMING = ("title", "aliases", "tags", "short", "headings")

# Every printable ASCII character that neither JSON nor HTML nor a template would escape.
ALPHABET = "".join(c for c in map(chr, range(33, 127)) if c not in "\"\\<&'`$")
_HALF = len(ALPHABET) // 2
# The characters of daily use, in GB 2312's own order, which is by sound: a browser can list them too.
_ROWS, _CELLS, _COUNT = range(0xB0, 0xD8), range(0xA1, 0xFF), 3755
_COMMON = bytes(byte for row in _ROWS for cell in _CELLS for byte in (row, cell))[: 2 * _COUNT].decode("gb2312")


@dataclass(frozen=True)
class Posting:
    """One term in one question: weighted frequency, and whether title or aliases hold the term."""

    question: int
    weight: float
    in_title: bool
    in_aliases: bool


@dataclass(frozen=True)
class Index:
    """Postings by term, and what is shown of each question."""

    questions: tuple[Question, ...]
    postings: Mapping[str, tuple[Posting, ...]]
    keys: Mapping[str, tuple[int, ...]]
    # By term: how often jieba's dictionary has seen it, and how many questions hold it.
    often: Mapping[str, int]
    held: Mapping[str, int]


@dataclass(frozen=True)
class Counts:
    """The terms of a question: times by field and term, and how often jieba's dictionary has seen each."""

    fields: Mapping[str, Mapping[str, int]]
    often: Mapping[str, int]


def fields(question: Question) -> dict[str, str]:
    """The searchable text of a question by field: prose without formulas and code, identifiers apart."""
    text = plain.parts(question)
    return {
        "title": question.title,
        "aliases": "\n".join(question.aliases),
        "tags": " ".join(question.tags),
        "short": question.short,
        "headings": "\n".join(text.headings),
        "body": "\n".join(text.sentences),
        "code": "\n".join(text.identifiers),
    }


def build(book: Book) -> Index:
    """Count terms per field, weigh them, and collect the postings of every term."""
    questions = book.questions
    counts = [_counted(question) for question in questions]
    lengths = {name: [sum(c.fields[name].values()) for c in counts] for name in FIELDS}
    averages = {name: max(sum(all_) / max(len(all_), 1), 1.0) for name, all_ in lengths.items()}
    held = Counter(term for count in counts for term in {term for found in count.fields.values() for term in found})
    often = {term: times for count in counts for term, times in count.often.items()}
    own = set(words.dictionary())
    usual = max(FEW, len(questions) * USUAL)
    postings: dict[str, list[Posting]] = {}
    for number, by_field in enumerate(count.fields for count in counts):
        weights: dict[str, float] = {}
        for name, (weight, b) in FIELDS.items():
            norm = 1 - b + b * lengths[name][number] / averages[name]
            for term, times in by_field[name].items():
                weights[term] = weights.get(term, 0.0) + weight * times / norm
        named = {term for name in NAMING for term in by_field[name]}
        for term, total in weights.items():
            once = term not in named and by_field["body"].get(term, 0) + by_field["code"].get(term, 0) < 2
            if once and (held[term] > usual or (often[term] > EVERYDAY and term not in own)):
                continue
            posting = Posting(number, total, term in by_field["title"], term in by_field["aliases"])
            postings.setdefault(term, []).append(posting)
    keys: dict[str, list[int]] = {}
    for number, question in enumerate(questions):
        for name in dict.fromkeys(words.key(text) for text in (question.title, *question.aliases)):
            if name:
                keys.setdefault(name, []).append(number)
    return Index(
        questions,
        {term: tuple(found) for term, found in sorted(postings.items())},
        {name: tuple(found) for name, found in sorted(keys.items())},
        often,
        held,
    )


def counts(question: Question) -> Counts:
    """How often each term stands in each field of a question; stop words are left out."""
    stop = words.stop_words()
    found = {name: list(words.terms(text)) for name, text in fields(question).items() if name != "code"}
    found["code"] = [words.joined(name) for name in plain.parts(question).identifiers]
    by_field = {
        name: dict(Counter(term for term in terms if term not in stop and len(term) <= LONGEST_TERM))
        for name, terms in found.items()
    }
    named = {term for name in NAMING for term in by_field[name]}
    by_field["body"] = {
        term: times
        for term, times in by_field["body"].items()
        if term in named
        or times > 1
        or not (_TRIFLE.fullmatch(term) or (words.is_han(term) and not words.frequency(term)))
    }
    return Counts(by_field, {term: words.frequency(term) for found in by_field.values() for term in found})


def _counted(question: Question) -> Counts:
    """The same, kept: jieba takes a second to get ready, which an unchanged book need not wait for."""
    named = (question.title, *question.aliases, "", *question.tags, "", question.short)
    key = cache.key(_version(), *named, question.body)
    found = cache.get("terms", key)
    if found is not None:
        return Counts(*json.loads(found))
    made = counts(question)
    cache.put("terms", key, json.dumps([made.fields, made.often], ensure_ascii=False).encode())
    return made


@lru_cache(maxsize=1)
def _version() -> bytes:
    """Changes with whatever decides which terms a text has."""
    here = Path(words.__file__)
    code = (here.with_name(f"{name}.py") for name in ("bodies", "formulas", "plain", "search_index", "words"))
    sources = (*code, words.DICTIONARY, words.STOP_WORDS)
    return cache.key(version("jieba"), str(LONGEST_TERM), *(path.read_bytes() for path in sources))


def scripts(book: Book) -> dict[str, str]:
    """The files of the index by their address in the site: classic scripts, since a page from disk cannot fetch."""
    index = build(book)
    whole = len(index.questions) <= WHOLE_UP_TO
    terms = list(index.postings)
    total = sum(len(p) for p in index.postings.values())
    shards = 1 if whole else 1 << max(1, math.ceil(math.log2(total / POSTINGS_IN_SHARD)))
    base = {
        "count": len(index.questions),
        "shards": 0 if whole else shards,
        "block": 0 if whole else QUESTIONS_IN_BLOCK,
        "scale": [LOWEST, HIGHEST, LEVELS_OF_WEIGHT],
        "topics": [[t.id, t.title, len(t.questions)] for t in book.topics],
        "mass": _title_mass(index),
        "stop": " ".join(sorted(words.stop_words())),
        "faint": " ".join(sorted(words.faint_words())),
        "variants": " ".join(f"{typed} {written}" for typed, written in words.variants()),
        "synonyms": _synonyms(book),
    }
    files: dict[str, str] = {}
    vocabulary = terms
    if len(vocabulary) > LARGEST_VOCABULARY:
        often = sorted(terms, key=lambda t: (-len(index.postings[t]), t))[:LARGEST_VOCABULARY]
        vocabulary = sorted(often)
    base |= _vocabulary(vocabulary, index)
    base |= _kept_sounds(vocabulary)
    base["simplified"] = _simplified(vocabulary)
    if whole:
        base |= _postings(index, terms)
        base |= _keys(index, list(index.keys))
        base |= _questions(index.questions)
    else:
        base["df"] = "".join(varint(index.held[term]) for term in vocabulary)
        by_shard: list[tuple[list[str], list[str]]] = [([], []) for _ in range(shards)]
        for term in terms:
            by_shard[shard_of(term, shards)][0].append(term)
        for name in index.keys:
            by_shard[shard_of("=" + name, shards)][1].append(name)
        for number, (some_terms, some_keys) in enumerate(by_shard):
            part = {"terms": _front_coded(some_terms)} | _postings(index, some_terms) | _keys(index, some_keys)
            files[f"{FOLDER}shard-{number}.js"] = _script(f"shard-{number}", part)
        for first in range(0, len(index.questions), QUESTIONS_IN_BLOCK):
            number = first // QUESTIONS_IN_BLOCK
            block = _questions(index.questions[first : first + QUESTIONS_IN_BLOCK])
            files[f"{FOLDER}block-{number}.js"] = _script(f"block-{number}", block)
    files[BASE] = _script("index", base)
    for question in index.questions:
        files[f"{FOLDER}text/{question.id}.js"] = _script(f"text/{question.id}", _kept_snippets(question))
    return files


def snippets(question: Question) -> list[str]:
    """The sentences a result may show: the short answer first, then the prose of the body."""
    sentences = [question.short, *plain.parts(question).sentences]
    return [s if len(s) <= 160 else s[:159] + "…" for s in sentences]


def _kept_snippets(question: Question) -> list[str]:
    key = cache.key(_version(), question.short, question.body)
    found = cache.get("snippets", key)
    if found is not None:
        return json.loads(found)  # type: ignore[no-any-return]
    made = snippets(question)
    cache.put("snippets", key, json.dumps(made, ensure_ascii=False).encode())
    return made


def shard_of(term: str, shards: int) -> int:
    """The shard that holds a term: FNV-1a over its UTF-16 code units, as ``web/search/packed.js`` computes it."""
    return _hash(term) % shards


def varint(number: int) -> str:
    """A non-negative integer in the index's alphabet, lowest digits first; the upper half says that more follow."""
    digits = []
    while number >= _HALF:
        digits.append(ALPHABET[_HALF + number % _HALF])
        number //= _HALF
    return "".join(digits) + ALPHABET[number]


def _hash(text: str) -> int:
    value = 0x811C9DC5
    units = text.encode("utf-16-le")
    for low, high in zip(units[::2], units[1::2], strict=True):
        value = (value ^ (low | high << 8)) * 0x01000193 & 0xFFFFFFFF
    return value


def _script(name: str, data: object) -> str:
    packed = json.dumps(data, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    # U+2028 and U+2029 end a line in older JavaScript; "</" would end the script if a page ever inlined it.
    packed = packed.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029").replace("</", "<\\/")
    return f"(window.answerbookParts??={{}})[{json.dumps(name)}]={packed}\n"


def _vocabulary(terms: Sequence[str], index: Index) -> dict[str, object]:
    """Terms front-coded, how often jieba's dictionary has seen them (for segmentation), and which name questions."""
    often = "".join(ALPHABET[min(int(math.log2(index.often[t] + 1)), len(ALPHABET) - 1)] for t in terms)
    return {
        "vocabulary": _front_coded(terms),
        "often": often,
        "named": "".join(_named(index.postings[t]) for t in terms),
    }


def _named(postings: Iterable[Posting]) -> str:
    return "1" if any(p.in_title or p.in_aliases for p in postings) else "0"


def _front_coded(terms: Sequence[str]) -> str:
    """Sorted terms, each as the number of characters shared with the one before and the rest; a space ends a term."""
    coded, before = [], ""
    for term in terms:
        shared = 0
        while shared < min(len(term), len(before), len(ALPHABET) - 1) and term[shared] == before[shared]:
            shared += 1
        coded.append(ALPHABET[shared] + term[shared:])
        before = term
    return " ".join(coded)


def _postings(index: Index, terms: Sequence[str]) -> dict[str, str]:
    counts, unlisted, gaps, weights = [], [], [], []
    for term in terms:
        postings = index.postings[term]
        counts.append(varint(len(postings)))
        unlisted.append(varint(index.held[term] - len(postings)))
        before = -1
        for posting in postings:
            gaps.append(varint(posting.question - before - 1))
            before = posting.question
            flags = posting.in_title + 2 * posting.in_aliases
            weights.append(ALPHABET[_level(posting.weight) + LEVELS_OF_WEIGHT * flags])
    lists = {"counts": counts, "unlisted": unlisted, "gaps": gaps, "weights": weights}
    return {name: "".join(packed) for name, packed in lists.items()}


def _level(weight: float) -> int:
    level = math.log(max(weight, LOWEST) / LOWEST) / math.log(HIGHEST / LOWEST) * (LEVELS_OF_WEIGHT - 1)
    return min(round(level), LEVELS_OF_WEIGHT - 1)


def _keys(index: Index, names: Iterable[str]) -> dict[str, str]:
    """Whole titles and aliases: for each question in order, how far it is from the one before, and a hash."""
    found = sorted((question, _short_hash(name)) for name in names for question in index.keys[name])
    before = [0, *(question for question, _ in found)]
    packed = (varint(question - last) + code for last, (question, code) in zip(before, found, strict=False))
    return {"keys": "".join(packed)}


def _short_hash(name: str) -> str:
    """Four characters are enough for a title among some ten thousand."""
    value, size = _hash("=" + name), len(ALPHABET)
    return "".join(ALPHABET[value // size**place % size] for place in range(4))


def _questions(questions: Iterable[Question]) -> dict[str, list[object]]:
    return {"questions": [[q.id, q.title, LEVELS.index(q.level)] for q in questions]}


def _title_mass(index: Index) -> str:
    """The summed idf of each title's words, in half units: how much of a title a query has still not said."""
    n = len(index.questions)
    mass = [0.0] * n
    for postings in index.postings.values():
        idf = math.log(1 + (n - len(postings) + 0.5) / (len(postings) + 0.5))
        for posting in postings:
            if posting.in_title:
                mass[posting.question] += idf
    return "".join(ALPHABET[min(round(m), len(ALPHABET) - 1)] for m in mass)


def _synonyms(book: Book) -> list[str]:
    """What search treats as one word: the glossary's Chinese, English and short names, and general English words."""
    groups = ["|".join(group) for group in words.english()]
    for term in book.glossary:
        names = [n for n in dict.fromkeys([term.zh, term.en, *term.abbr]) if n]
        if len(names) > 1:
            groups.append("|".join(names))
    return groups


def _kept_sounds(terms: Sequence[str]) -> dict[str, object]:
    """The same, kept: pypinyin takes a second to get ready, too."""
    key = cache.key(_version(), words.READINGS.read_bytes(), version("pypinyin"), *terms)
    found = cache.get("sounds", key)
    if found is not None:
        return json.loads(found)  # type: ignore[no-any-return]
    made = _sounds(terms)
    cache.put("sounds", key, json.dumps(made, ensure_ascii=False).encode())
    return made


def _sounds(terms: Iterable[str]) -> dict[str, object]:
    """Pinyin without tones: the usual reading of each character, and of the words that are read otherwise."""
    from pypinyin import lazy_pinyin, load_phrases_dict

    load_phrases_dict({word: [[sound] for sound in sounds] for word, sounds in words.readings().items()})
    han = [t for t in terms if words.is_han(t)]
    usual = {c: lazy_pinyin(c)[0] for c in sorted({*_COMMON, *(c for t in han for c in t)})}
    other = {}
    for term in han:
        syllables = lazy_pinyin(term)
        if len(syllables) == len(term) and any(usual[c] != s for c, s in zip(term, syllables, strict=True)):
            other[term] = " ".join(syllables)
    by_sound: dict[str, list[str]] = {}
    for character in sorted(usual.keys() - set(_COMMON)):
        by_sound.setdefault(usual[character], []).append(character)
    return {
        "common": " ".join(f"{sound}{len(list(run))}" for sound, run in groupby(_COMMON, usual.__getitem__)),
        "sounds": " ".join(f"{sound}{''.join(chars)}" for sound, chars in sorted(by_sound.items())),
        "readings": other,
    }


def _simplified(terms: Iterable[str]) -> str:
    """Traditional characters and the simplified ones of the vocabulary they stand for, alternating."""
    import opencc

    used = {c for t in terms for c in t if words.is_han(c)}
    return "".join(trad + simple for trad, simple in _traditional(opencc.OpenCC("t2s")) if simple in used)


def _traditional(converter: object) -> Iterator[tuple[str, str]]:
    for code in range(0x4E00, 0xA000):
        simple = converter.convert(chr(code))  # type: ignore[attr-defined]
        if simple != chr(code) and len(simple) == 1:
            yield chr(code), simple


def size(files: Mapping[str, str]) -> str:
    """One line on how large the index is, for the build's log."""
    first = len(gzip.compress(files[BASE].encode(), 9, mtime=0)) / 1000
    rest = [name for name in files if not re.search(r"/text/|/index\.js$", name)]
    return f"搜索索引：首个结果之前要下载 {first:.1f} kB（gzip），另有分片 {len(rest)} 个"
