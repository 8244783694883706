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
from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial
from importlib.metadata import version
from itertools import chain, filterfalse, groupby
from pathlib import Path

from .. import cache, classic
from ..content.frequencies import FREQUENCIES
from ..content.questions import LEVELS, Book, Question
from ..text import prose
from . import coding, words

FOLDER = "assets/search/"
BASE = FOLDER + "index.js"

# Weight and length normalisation (BM25F's w and b) of each field; first those that name what a question is about.
FIELDS: Mapping[str, tuple[float, float]] = {
    "title": (9.0, 0.2),
    "aliases": (7.0, 0.2),
    "asks": (4.0, 0.4),
    "tags": (3.0, 0.2),
    "short": (3.0, 0.4),
    "headings": (3.0, 0.4),
    "body": (1.0, 0.6),
    "code": (0.4, 0.6),
}
# Frequencies are kept in LEVELS_OF_WEIGHT steps between LOWEST and HIGHEST, evenly on a logarithmic scale.
LOWEST, HIGHEST, LEVELS_OF_WEIGHT = 0.1, 64.0, 10
# Up to here the whole index is one file; above it postings and titles are fetched in parts.
WHOLE_UP_TO = 1000
POSTINGS_IN_SHARD = 6000
QUESTIONS_IN_BLOCK = 32
LARGEST_VOCABULARY = 30_000
# What only the body or the code mentions, and so often at most (in passing), is listed only if it says something: not
# what more than a few questions hold (or a share of a large book), and no Chinese word but the field's own. Measured on
# the judged queries, those postings decide nothing.
PASSING, USUAL, FEW = 6, 0.006, 2
# What nothing but bodies and code mention is listed up to so many questions: there is no better place to lead to.
MENTIONED = 4
# A turn of phrase that names nothing is not listed where so many questions at most have it (or such a share of few).
IDLE, RARELY = 4, 0.0125
# So many questions are offered before anything is typed.
OFFERED = 6
# Ways of asking are told apart, so many of them at most.
MOST_ASKS = 15
# In a body, a single mention of these says nothing of what it is about: lone characters (and pairs of them that are no
# word), results of a calculation.
_TRIFLE = re.compile(r"[\u3400-\u9fff]|[0-9]{3,}|[0-9]+\.[0-9]+\w*")
_NUMBER = re.compile(r"[0-9.]*[a-zα-ω]{0,2}[0-9]*|[0-9.]+[a-z]{3}")
_TITLE, _ALIASES, _ASKS, _BODY = map([*FIELDS].index, ("title", "aliases", "asks", "body"))
# A mark is the step of a weight, and above it a bit each for title, aliases and ways of asking that hold the term.
_FLAGS = {_TITLE: 1, _ALIASES: 2, _ASKS: 4}
_MARKS = 8 * LEVELS_OF_WEIGHT
_ONCE = (_BODY, 1)
# The contexts of a mark. Its flags (eight, and none before the first) are like those of the mark before, in lists as
# long (up to _MANY) and in the same script; its step is like the one before under the same flags; the number of ways of
# asking goes by the flags.
_FIRST, _MANY = 8, 8
_STEPS_AT = 2 * (_MANY + 1) * (_FIRST + 1) * 8
_WAYS_AT = _STEPS_AT + 8 * (LEVELS_OF_WEIGHT + 1) * 16
_CONTEXTS = _WAYS_AT + 8 * 16
# So many terms are remembered with what jieba's dictionary says of them.
_REMEMBERED = 32_768
# The fields of a question that hold a term, by their places in FIELDS, and how often they do.
Times = tuple[tuple[int, int], ...]

# Every printable ASCII character that neither JSON nor HTML nor a template would escape.
ALPHABET = "".join(c for c in map(chr, range(33, 127)) if c not in "\"\\<&'`$")
_HALF = len(ALPHABET) // 2
# The characters of daily use, in GB 2312's own order, which is by sound: a browser can list them too.
_ROWS, _CELLS, _COUNT = range(0xB0, 0xD8), range(0xA1, 0xFF), 3755
_COMMON = bytes(byte for row in _ROWS for cell in _CELLS for byte in (row, cell))[: 2 * _COUNT].decode("gb2312")


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
        "asks": "\n".join(question.asks),
        "tags": " ".join(question.tags),
        "short": question.short,
        "headings": "\n".join(text.headings),
        "body": "\n".join(text.sentences),
    }


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
        text, seen, asked, aside, groups = _kept(question).split(b"\n", 4)
        found: list[str] = []
        length = [0] * len(FIELDS)
        for mentions, terms in _groups(groups):
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
        sizes = zip(FIELDS.values(), length, averages, strict=True)
        scales = [(weight, 1 - b + b * size / average) for (weight, b), size, average in sizes]
        title: list[str] = []
        for mentions, terms in _groups(groups):
            if mentions.everyday:
                continue
            mark = _mark(mentions.times, scales)
            names = mark // LEVELS_OF_WEIGHT & (_FLAGS[_TITLE] | _FLAGS[_ALIASES])
            idle = _is_pair if mark // LEVELS_OF_WEIGHT & _FLAGS[_ASKS] else _is_phrase
            for term in terms:
                if held[term] == 1 and not names and idle(term):
                    continue
                if not (mentions.passing and term in common):
                    postings[term].append(number * _MARKS + mark)
            if names & _FLAGS[_TITLE]:
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


def counts(question: Question, text: prose.Parts) -> dict[Times, list[str]]:
    """The terms of a question, those together that stand equally often in the same fields."""
    found: dict[str, Iterable[str]] = {name: words.terms(said) for name, said in fields(question, text).items()}
    found["asks"] = chain.from_iterable(map(_telling, question.asks[:MOST_ASKS]))
    found["code"] = filter(words.is_term, map(words.joined, text.identifiers))
    places: dict[str, Times] = {}
    for place, name in enumerate(FIELDS):
        counted = Counter(found[name])
        # Most terms share these few.
        here = {times: ((place, times),) for times in {*counted.values()}}
        for term, times in counted.items():
            places[term] = places[term] + here[times] if term in places else here[times]
    groups: defaultdict[Times, list[str]] = defaultdict(list)
    for term, where in places.items():
        # The body is the first to mention it: nothing names the question so.
        if where[0] == _ONCE and _is_trifle(term):
            where = where[1:]
        groups[where].append(term)
    groups.pop((), None)
    return groups


def _telling(way: str) -> Iterator[str]:
    """The terms of a way of asking: how it is asked says nothing of what is asked."""
    return (term for term in words.terms(way) if term not in words.faint_words())


def _kept(question: Question) -> bytes:
    """What the index needs of a question, kept: cutting Chinese takes time.

    A line of sentences, packed; a line with a character for each term (see `_often`); a line with the terms of each
    way of asking; a line of what it mentions without being about it; a line for each group of terms.
    """
    named = (question.title, *question.aliases, "", *question.asks, "", *question.tags, "", question.short)
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
        often = "".join(map(_often, chain.from_iterable(groups.values())))
        asked = "\t".join(" ".join(_telling(way)) for way in question.asks[:MOST_ASKS])
        aside = "\t".join(term for term in words.elsewhere() if term in question.body.text)
        kept = "\n".join([classic.packed(snippets(question, text)), often, asked, aside, *lines, ""]).encode()
        cache.put("terms", key, kept)
    return kept


def _groups(kept: bytes) -> Iterator[tuple[Mentions, list[str]]]:
    for line in kept.decode().splitlines():
        where, *terms = line.split(" ")
        yield _mentions(where), terms


@lru_cache(maxsize=_REMEMBERED)
def _mentions(where: str) -> Mentions:
    pairs = (pair.split(":") for pair in where.removesuffix("!").split(","))
    times = tuple((int(place), int(count)) for place, count in pairs)
    return Mentions(times, _passing(times), where.endswith("!"))


def _passing(times: Times) -> bool:
    return times[0][0] >= _BODY and sum(count for _, count in times) <= PASSING


def _mark(times: Times, scales: Sequence[tuple[float, float]]) -> int:
    total, flags = 0.0, 0
    for place, count in times:
        weight, norm = scales[place]
        total += weight * count / norm
        flags += _FLAGS.get(place, 0)
    return _level(total) + LEVELS_OF_WEIGHT * flags


@lru_cache(maxsize=_REMEMBERED)
def _is_trifle(term: str) -> bool:
    return bool(_TRIFLE.fullmatch(term)) or (words.is_han(term) and not words.frequency(term))


def _is_phrase(term: str) -> bool:
    """A Chinese word that is none of the book's own: said once in a whole book, a turn of phrase (两三步, 劈成)."""
    return words.is_han(term) and term not in words.dictionary()


def _is_idle(term: str, marks: Iterable[int]) -> bool:
    """A turn of phrase that neither a title nor an alias nor a way of asking holds: it leads nowhere."""
    return _is_phrase(term) and not any(mark // LEVELS_OF_WEIGHT % 8 for mark in marks)


def _is_pair(term: str) -> bool:
    """Two characters that no word holds, next to each other."""
    return _is_phrase(term) and not words.frequency(term)


@lru_cache(maxsize=_REMEMBERED)
def _is_everyday(term: str) -> bool:
    return _NUMBER.fullmatch(term) is not None or (words.is_han(term) and term not in words.dictionary())


@lru_cache(maxsize=_REMEMBERED)
def _often(term: str) -> str:
    """How often jieba's dictionary has seen a term, in powers of four (as the power of two), as a character."""
    return ALPHABET[min(int(math.log2(words.frequency(term) + 1)) // 2 * 2, len(ALPHABET) - 1)]


@lru_cache(maxsize=1)
def _version() -> bytes:
    """Changes with whatever decides which terms a text has."""
    return cache.key(version("jieba"), cache.code("search"))


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
        "everyday": _everyday(index, words.EVERYDAY),
        "elsewhere": _elsewhere(index),
        "offered": _most_asked(index),
    }
    files: dict[str, str] = {}
    vocabulary = terms
    if len(vocabulary) > LARGEST_VOCABULARY:
        often = sorted(terms, key=lambda t: (-len(index.postings[t]), t))[:LARGEST_VOCABULARY]
        vocabulary = sorted(often)
    base |= _vocabulary(vocabulary, index)
    names = list(index.keys)
    base |= _sounds(vocabulary)
    base["simplified"] = _simplified([*vocabulary, *words.elsewhere()])
    if whole:
        base |= _postings(index, terms)
        # Titles are at hand there, and which terms name an answer stands in the postings.
        titles = {words.key(question.title) for question in index.questions}
        # The words of a longer alias tell it from others as well as the whole of it does.
        base |= _keys(index, [name for name in names if name not in titles and len({*words.terms(name)}) <= 1])
        base |= _questions(index.questions)
    else:
        base["named"] = "".join("1" if term in index.named else "0" for term in vocabulary)
        base["df"] = "".join(varint(index.held[term]) for term in vocabulary)
        by_shard: list[tuple[list[str], list[str]]] = [([], []) for _ in range(shards)]
        for term in terms:
            by_shard[shard_of(term, shards)][0].append(term)
        for name in names:
            by_shard[shard_of("=" + name, shards)][1].append(name)
        for number, (some_terms, some_keys) in enumerate(by_shard):
            part = {"terms": _front_coded(some_terms)} | _postings(index, some_terms) | _keys(index, some_keys)
            files[f"{FOLDER}shard-{number}.js"] = classic.script(f"shard-{number}", classic.packed(part))
        for first in range(0, len(index.questions), QUESTIONS_IN_BLOCK):
            number = first // QUESTIONS_IN_BLOCK
            block = _questions(index.questions[first : first + QUESTIONS_IN_BLOCK])
            files[f"{FOLDER}block-{number}.js"] = classic.script(f"block-{number}", classic.packed(block))
    files[BASE] = classic.script("index", classic.packed(base))
    english = {"plain": " ".join(words.english_plain()), "said": _everyday(index, words.ENGLISH_EVERYDAY)}
    files[f"{FOLDER}english.js"] = classic.script("english", classic.packed(english))
    for question, text in zip(index.questions, index.texts, strict=True):
        files[f"{FOLDER}text/{question.id}.js"] = classic.script(f"text/{question.id}", text)
    return files


def snippets(question: Question, text: prose.Parts) -> list[str]:
    """The sentences a result may show: the short answer first, then the prose of the body."""
    sentences = [question.short, *text.sentences]
    return [s if len(s) <= 160 else s[:159] + "…" for s in sentences]


def shard_of(term: str, shards: int) -> int:
    """The shard that holds a term: FNV-1a over its UTF-16 code units, as ``web/fnv1a.js`` computes it."""
    return _hash(term) % shards


@lru_cache(maxsize=_REMEMBERED)
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


def _vocabulary(terms: Sequence[str], index: Index) -> dict[str, object]:
    """Terms front-coded, and how often jieba's dictionary has seen them (for segmentation)."""
    return {"vocabulary": _front_coded(terms), "often": "".join(index.often[t] for t in terms)}


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
    """Counts in the order of the terms; questions and weights by count, since lists equally long look alike."""
    lists = [index.postings[term] for term in terms]
    unlisted = (index.held[term] - len(found) for term, found in zip(terms, lists, strict=True))
    by_count = sorted(zip(terms, lists, strict=True), key=lambda pair: len(pair[1]))
    listed, coder = [], coding.Coder(_CONTEXTS)
    for term, found in by_count:
        listed.append(interpolative([posting // _MARKS for posting in found], 0, len(index.questions) - 1))
        _code(coder, term, found, index.asks)
    return {
        "counts": "".join(varint(len(found)) for found in lists),
        "unlisted": "".join(varint(_rough(count)) for count in unlisted),
        "listed": _sixes("".join(listed)),
        "marks": _sixes("".join(f"{byte:08b}" for byte in coder.finished())),
    }


def _code(coder: coding.Coder, term: str, found: Sequence[int], asks: Sequence[Sequence[Sequence[str]]]) -> None:
    """The marks of a term, one after the other: its flags, its step, and which of the ways of asking hold the term."""
    flags, step = _FIRST, LEVELS_OF_WEIGHT
    like = 2 * min(len(found), _MANY) + words.is_han(term)
    for posting in found:
        context, before = ((_FIRST + 1) * like + flags) * 8, step
        flags, step = divmod(posting % _MARKS, LEVELS_OF_WEIGHT)
        coder.number(flags, context, 3)
        coder.number(step, _STEPS_AT + ((LEVELS_OF_WEIGHT + 1) * flags + before) * 16, 4)
        if flags & _FLAGS[_ASKS]:
            ways = [term in way for way in asks[posting // _MARKS]]
            coder.number(sum(ways), _WAYS_AT + flags * 16, 4)
            coder.chosen(sum(holds << way for way, holds in enumerate(ways)), sum(ways), MOST_ASKS)


def _rough(number: int) -> int:
    """A power of four is enough to say how rare a term is."""
    return 4 ** ((number.bit_length() - 1) // 2) if number else 0


def interpolative(numbers: Sequence[int], low: int, high: int) -> str:
    """Rising numbers between ``low`` and ``high`` (both included) as zeros and ones.

    The middle one first, which splits the others and what they may be (Moffat & Stuiver 2000).
    """
    if not numbers or high - low + 1 == len(numbers):
        return ""
    middle = len(numbers) // 2
    value, least = numbers[middle], low + middle
    room = high - (len(numbers) - 1 - middle) - least + 1
    before = interpolative(numbers[:middle], low, value - 1)
    return _binary(value - least, room) + before + interpolative(numbers[middle + 1 :], value + 1, high)


def _binary(number: int, room: int) -> str:
    """One of ``room`` numbers from 0 on, in as few bits as there can be: the first of them in one bit less."""
    low = room.bit_length() - 1
    short = (2 << low) - room
    return f"{number:0{low}b}"[-low:] * (low > 0) if number < short else f"{number + short:0{low + 1}b}"


def _sixes(bits: str) -> str:
    """Six bits to a character."""
    return "".join(ALPHABET[int(bits[at : at + 6].ljust(6, "0"), 2)] for at in range(0, len(bits), 6))


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
    """Two characters: what has another name's by chance is not about the query (see ``rank.js``)."""
    value, size = _hash("=" + name), len(ALPHABET)
    return "".join(ALPHABET[value // size**place % size] for place in range(2))


def _questions(questions: Iterable[Question]) -> dict[str, list[object]]:
    return {"questions": [[q.id, q.title, LEVELS.index(q.level)] for q in questions]}


def _title_mass(index: Index) -> str:
    """The summed idf of each title's words: how much of a title a query has still not said."""
    masses = (sum(_idf(index, len(index.postings[term])) for term in sorted(title)) for title in index.titles)
    return "".join(ALPHABET[min(round(mass), len(ALPHABET) - 1)] for mass in masses)


def _idf(index: Index, count: int) -> float:
    return math.log(1 + (len(index.questions) - count + 0.5) / (count + 0.5))


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


def _elsewhere(index: Index) -> str:
    """The terms that no title, alias or way of asking has in it, each with the number of answers that mention it."""
    names = words.fold("\n".join(chain.from_iterable((q.title, *q.aliases, *q.asks) for q in index.questions)))
    return " ".join(f"{term} {index.mentioned[term]}" for term in words.elsewhere() if term not in names)


def _names(index: Index, term: str) -> bool:
    """Whether a term, or each of its parts (loss-mask), stands in a title or an alias."""
    return index.named.issuperset(words.terms(term)) or index.named.issuperset(words.terms(term.replace("-", " ")))


def _sounds(terms: Iterable[str]) -> dict[str, object]:
    """Pinyin without tones: the usual reading of each character, and of the words that are read otherwise."""
    usual, otherwise = words.sounds(), words.phrases()
    by_sound: dict[str, list[str]] = {}
    for character in sorted({c for t in terms if words.is_han(t) for c in t} - set(_COMMON)):
        by_sound.setdefault(usual.get(character, character), []).append(character)
    return {
        "common": " ".join(f"{sound}{len(list(run))}" for sound, run in groupby(_COMMON, usual.__getitem__)),
        "sounds": " ".join(f"{sound}{''.join(chars)}" for sound, chars in sorted(by_sound.items())),
        "readings": {term: otherwise[term] for term in terms if term in otherwise},
    }


def _simplified(terms: Iterable[str]) -> str:
    """Traditional characters and the simplified ones of the vocabulary they stand for, alternating."""
    used = {c for t in terms for c in t}
    return "".join(trad + simple for trad, simple in words.traditional() if simple in used)


def size(files: Mapping[str, str]) -> str:
    """One line on how large the index is, for the build's log."""
    first = len(gzip.compress(files[BASE].encode(), 9, mtime=0)) / 1000
    rest = [name for name in files if not re.search(r"/text/|/index\.js$", name)]
    return f"搜索索引：首个结果之前要下载 {first:.1f} kB（gzip），另有分片 {len(rest)} 个"
