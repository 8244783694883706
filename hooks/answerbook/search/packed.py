"""The parts of an index as the short strings that ``web/search/packed.js`` reads."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from itertools import groupby

from ..content.questions import LEVELS, Question
from . import coding, words
from .alphabet import ALPHABET, interpolative, sixes
from .counting import MOST_ASKS, MOST_NAMES
from .postings import IN_ASKS, IN_NAMES, LEVELS_OF_WEIGHT, MARKS, Index
from .vocabulary import COMMON

# The contexts of a mark. Its flags (sixteen, and none before the first) are like those of the mark before, in lists as
# long (up to _MANY) and in the same script; its step is like the one before under the same flags; the number of ways of
# asking goes by the flags; the names that hold the term are like those of other terms in the same script.
_FIRST, _MANY = 16, 8
_STEPS_AT = 2 * (_MANY + 1) * (_FIRST + 1) * 16
_WAYS_AT = _STEPS_AT + 16 * (LEVELS_OF_WEIGHT + 1) * 16
_NAMES_AT = _WAYS_AT + 16 * 16
_CONTEXTS = _NAMES_AT + 2 * (1 << MOST_NAMES)
# The contexts of the number of questions that list a term (by its script) and of that of the others that hold it.
_UNLISTED_AT = 2 * coding.ANY_SIZE


def postings(index: Index, terms: Sequence[str]) -> dict[str, str]:
    """Counts in the order of the terms; questions and weights by count, since lists equally long look alike."""
    lists = [index.postings[term] for term in terms]
    by_count = sorted(zip(terms, lists, strict=True), key=lambda pair: len(pair[1]))
    listed, coder = [], coding.Coder(_CONTEXTS)
    for term, found in by_count:
        listed.append(interpolative([posting // MARKS for posting in found], 0, len(index.questions) - 1))
        _code(coder, term, found, index)
    return {
        "counts": _counts(index, terms),
        "listed": sixes("".join(listed)),
        "marks": sixes("".join(f"{byte:08b}" for byte in coder.finished())),
    }


def _code(coder: coding.Coder, term: str, found: Sequence[int], index: Index) -> None:
    """The marks of a term, one after the other: flags, step, which ways of asking and which names hold the term."""
    flags, step = _FIRST, LEVELS_OF_WEIGHT
    like = 2 * min(len(found), _MANY) + words.is_han(term)
    for posting in found:
        context, before = ((_FIRST + 1) * like + flags) * 16, step
        flags, step = divmod(posting % MARKS, LEVELS_OF_WEIGHT)
        coder.number(flags, context, 4)
        coder.number(step, _STEPS_AT + ((LEVELS_OF_WEIGHT + 1) * flags + before) * 16, 4)
        if flags & IN_ASKS:
            ways = _holding(term, index.asks[posting // MARKS])
            coder.number(ways.bit_count(), _WAYS_AT + flags * 16, 4)
            coder.chosen(ways, ways.bit_count(), MOST_ASKS)
        if flags & IN_NAMES:
            called = _holding(term, index.names[posting // MARKS])
            coder.number(called, _NAMES_AT + (words.is_han(term) << MOST_NAMES), MOST_NAMES)


def _holding(term: str, some: Iterable[Sequence[str]]) -> int:
    """Which of these hold a term, a bit each."""
    return sum((term in one) << place for place, one in enumerate(some))


def _counts(index: Index, terms: Sequence[str]) -> str:
    """How many questions list each term, and roughly how many more hold it: a power of four says how rare it is."""
    coder = coding.Coder(_UNLISTED_AT + 2 * 16 * 8)
    for term in terms:
        listed, han = len(index.postings[term]), words.is_han(term)
        coder.any_size(listed, han * coding.ANY_SIZE)
        rough = (index.document_frequency[term] - listed).bit_length() + 1 >> 1
        coder.number(min(rough, 7), _UNLISTED_AT + 8 * (16 * han + listed.bit_length()), 3)
    return sixes("".join(f"{byte:08b}" for byte in coder.finished()))


def questions(some: Iterable[Question]) -> dict[str, list[object]]:
    """The id, the title and the level (its place in LEVELS) of each."""
    return {"questions": [[q.id, q.title, LEVELS.index(q.level)] for q in some]}


def title_idf(index: Index) -> str:
    """The summed idf of each title's words: how much of a title a query has still not said."""
    sums = (sum(_idf(index, len(index.postings[term])) for term in sorted(title)) for title in index.titles)
    return "".join(ALPHABET[min(round(total), len(ALPHABET) - 1)] for total in sums)


def _idf(index: Index, count: int) -> float:
    return math.log(1 + (len(index.questions) - count + 0.5) / (count + 0.5))


def sounds(terms: Iterable[str]) -> dict[str, object]:
    """Pinyin without tones: the usual reading of each character, and of the words that are read otherwise."""
    usual, otherwise = words.sounds(), words.phrases()
    by_sound: dict[str, list[str]] = {}
    for character in sorted({c for t in terms if words.is_han(t) for c in t} - set(COMMON)):
        by_sound.setdefault(usual.get(character, character), []).append(character)
    return {
        "common": " ".join(f"{sound}{len(list(run))}" for sound, run in groupby(COMMON, usual.__getitem__)),
        "sounds": " ".join(f"{sound}{''.join(chars)}" for sound, chars in sorted(by_sound.items())),
        "readings": {term: otherwise[term] for term in terms if term in otherwise},
    }


def simplified(terms: Iterable[str]) -> str:
    """Traditional characters and the simplified ones of the vocabulary they stand for, alternating."""
    used = {c for t in terms for c in t}
    return "".join(trad + simple for trad, simple in words.traditional() if simple in used)
