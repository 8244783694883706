"""The parts of an index as the short strings that ``web/search/packed.js`` reads."""

from __future__ import annotations

import math
from bisect import bisect
from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby

from ..content.questions import LEVELS, Question
from . import coding, words
from .alphabet import ALPHABET, eights, interpolative, sixes
from .counting import MOST_ASKS, MOST_NAMES
from .postings import IN_ASKS, IN_NAMES, IN_TITLE, LEVELS_OF_WEIGHT, MARKS, Index
from .texts import Known
from .vocabulary import COMMON

# A word inside a longer one (显存, in 显存占用) stands wherever that does, so the longer terms are coded first; shorter
# words than these are in too many others.
_SHORTEST = {True: 2, False: 3}
# Up to so many questions, lists that are as long are alike; up to so many characters, terms are.
_MANY, _LONG = 8, 4
# The contexts, one kind behind the other. The flags of a mark (sixteen, and none before the first) are like those of
# the mark before, in lists as long and in the same script, or like those of the longer terms in the same question; its
# step is like the one before under the same flags; the number of ways of asking goes by the flags; the names that hold
# the term are like those of other terms in the same script; whether a question with a longer term lists it goes by
# script and length; whether the ways of asking are those of the longer terms is like that of other terms.
_FIRST = 16
_HINTED_AT = 2 * (_MANY + 1) * (_FIRST + 1) * 16
_STEPS_AT = _HINTED_AT + 16 * 16
_WAYS_AT = _STEPS_AT + 16 * (LEVELS_OF_WEIGHT + 1) * 16
_NAMES_AT = _WAYS_AT + 16 * 16
_LISTED_AT = _NAMES_AT + 2 * (1 << MOST_NAMES)
_SAME_AT = _LISTED_AT + 2 * 2 * (_LONG + 1)
_CONTEXTS = _SAME_AT + 2
# The contexts of the number of questions that list a term (by its script) and of that of the others that hold it.
_UNLISTED_AT = 2 * coding.ANY_SIZE


def postings(index: Index, terms: Sequence[str]) -> dict[str, str]:
    """Counts in the order of the terms; then, the longest term first, the questions that list each and their marks."""
    lists = _Lists(index, terms)
    for term in by_length(terms):
        lists.add(term)
    return {
        "counts": _counts(index, terms),
        "listed": sixes("".join(lists.listed)),
        "marks": eights(lists.coder.finished()),
    }


def by_length(terms: Iterable[str]) -> list[str]:
    """The longest first."""
    return sorted(terms, key=lambda term: -len(term))


class _Lists:
    """Codes the questions and marks of one term after another; ``listed``: the questions that no longer term tells."""

    def __init__(self, index: Index, terms: Sequence[str]) -> None:
        self.coder = coding.Coder(_CONTEXTS)
        self.listed: list[str] = []
        self._index = index
        # By term, then by question: the flags and the ways of asking of the longer terms that hold it, all together.
        self._hints: dict[str, dict[int, tuple[int, int]]] = {term: {} for term in terms}

    def add(self, term: str) -> None:
        """Code the questions of a term, then their marks; the terms inside it stand in these questions, too."""
        found, hinted = self._index.postings[term], sorted(self._hints[term])
        held = [posting // MARKS for posting in found]
        like = _LISTED_AT + 2 * (words.is_han(term) + 2 * min(len(term), _LONG))
        left = {*held}
        for question in hinted:
            if left:
                self.coder.number(question in left, like, 1)
                left.discard(question)
        # They are counted among those that no longer term tells.
        rest = [question - bisect(hinted, question) for question in held if question not in self._hints[term]]
        self.listed.append(interpolative(rest, 0, len(self._index.questions) - len(hinted) - 1))
        self._tell(term, self._code(term, found))
        del self._hints[term]

    def _code(self, term: str, found: Sequence[int]) -> dict[int, tuple[int, int]]:
        """The marks of a term, one after the other: flags, step, which ways of asking and which names hold the term."""
        flags, step = _FIRST, LEVELS_OF_WEIGHT
        like = 2 * min(len(found), _MANY) + words.is_han(term)
        marked: dict[int, tuple[int, int]] = {}
        for posting in found:
            question = posting // MARKS
            hint = self._hints[term].get(question)
            context = ((_FIRST + 1) * like + flags) * 16 if hint is None else _HINTED_AT + 16 * hint[0]
            before = step
            flags, step = divmod(posting % MARKS, LEVELS_OF_WEIGHT)
            self.coder.number(flags, context, 4)
            self.coder.number(step, _STEPS_AT + ((LEVELS_OF_WEIGHT + 1) * flags + before) * 16, 4)
            ways = self._ways(term, question, flags, hint) if flags & IN_ASKS else 0
            if flags & IN_NAMES:
                called = _holding(term, self._index.names[question])
                self.coder.number(called, _NAMES_AT + (words.is_han(term) << MOST_NAMES), MOST_NAMES)
            marked[question] = flags, ways
        return marked

    def _ways(self, term: str, question: int, flags: int, hint: tuple[int, int] | None) -> int:
        ways = _holding(term, self._index.asks[question])
        if hint is not None and hint[1]:
            self.coder.number(ways == hint[1], _SAME_AT, 1)
        if hint is None or ways != hint[1]:
            self.coder.number(ways.bit_count(), _WAYS_AT + flags * 16, 4)
            self.coder.chosen(ways, ways.bit_count(), MOST_ASKS)
        return ways

    def _tell(self, term: str, marked: Mapping[int, tuple[int, int]]) -> None:
        """What a term says of those inside it."""
        for part in _inside(term):
            hints = self._hints.get(part)
            if hints is None:
                continue
            for question, (flags, ways) in marked.items():
                before = hints.get(question, (0, 0))
                hints[question] = before[0] | flags, before[1] | ways


def _inside(term: str) -> set[str]:
    """What a term has in it and is not too short to tell."""
    least, length = _SHORTEST[words.is_han(term)], len(term)
    pieces = {term[start:end] for start in range(length) for end in range(start + least, length + 1)}
    return pieces - {term}


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
    return eights(coder.finished())


def questions(some: Iterable[Question]) -> dict[str, list[object]]:
    """The id, the title and the level (its place in LEVELS) of each."""
    return {"questions": [[q.id, q.title, LEVELS.index(q.level)] for q in some]}


def titles(index: Index) -> list[Known]:
    """Every title, then every id, each with words of its question's postings, the longest first.

    A title has those that they say it has, an id probably the Latin ones among those that name it or ask for it.
    """
    titles: list[list[str]] = [[] for _ in index.questions]
    ids: list[list[str]] = [[] for _ in index.questions]
    for term in by_length(index.postings):
        latin = len(term) > 1 and not words.is_han(term)
        for posting in index.postings[term]:
            question, mark = divmod(posting, MARKS)
            flags = mark // LEVELS_OF_WEIGHT
            if flags & IN_TITLE:
                titles[question].append(term)
            if flags and latin:
                ids[question].append(term)
    named = zip((q.title for q in index.questions), titles, strict=True)
    return [*named, *zip((q.id for q in index.questions), ids, strict=True)]


def levels(some: Iterable[Question]) -> str:
    """The level of each."""
    return "".join(ALPHABET[LEVELS.index(question.level)] for question in some)


def title_idf(index: Index) -> str:
    """The summed idf of each title's words: how much of a title a query has still not said."""
    sums = (sum(_idf(index, len(index.postings[term])) for term in sorted(title)) for title in index.titles)
    return "".join(ALPHABET[min(round(total), len(ALPHABET) - 1)] for total in sums)


def _idf(index: Index, count: int) -> float:
    return math.log(1 + (len(index.questions) - count + 0.5) / (count + 0.5))


def sounds(terms: Iterable[str]) -> dict[str, object]:
    """Pinyin without tones: the usual reading of each character."""
    usual = words.sounds()
    by_sound: dict[str, list[str]] = {}
    for character in sorted({c for t in terms if words.is_han(t) for c in t} - set(COMMON)):
        by_sound.setdefault(usual.get(character, character), []).append(character)
    return {
        "common": " ".join(f"{sound}{len(list(run))}" for sound, run in groupby(COMMON, usual.__getitem__)),
        "sounds": " ".join(f"{sound}{''.join(chars)}" for sound, chars in sorted(by_sound.items())),
    }


def simplified(terms: Iterable[str]) -> str:
    """Traditional characters and the simplified ones of the vocabulary they stand for, alternating."""
    used = {c for t in terms for c in t}
    return "".join(trad + simple for trad, simple in words.traditional() if simple in used)
