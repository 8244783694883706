"""The terms of a book in as few bytes as can be, for ``web/search/vocabulary.js`` to read.

They are sorted, so that a term says only how much it shares with the one before and how it goes on. Where it first
differs its character is a later one: a Chinese one is told by how many of the book's characters lie between. All other
characters are coded by how often they stand there, a Latin one by the one before it.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from . import coding, words
from .alphabet import eights, interpolative, sixes

# The characters of daily use, in GB 2312's own order, which is by sound: a browser can list them too.
_ROWS, _CELLS, _COUNT = range(0xB0, 0xD8), range(0xA1, 0xFF), 3755
COMMON = bytes(byte for row in _ROWS for cell in _CELLS for byte in (row, cell))[: 2 * _COUNT].decode("gb2312")
_PLACES = {character: place for place, character in enumerate(COMMON)}
# A term shares so many characters at most with the one before, and of those of lengths above it all are alike.
MOST = 15
# The contexts, one kind behind the other: of the number of characters shared; of whether there is another (in Latin, in
# Chinese); of the log frequency of a term; of a step between characters, by its place: first, second, later.
ENDS_AT = (MOST + 1) ** 2
FREQUENCIES_AT = ENDS_AT + 4 * (MOST + 1)
STEPS_AT = FREQUENCIES_AT + 2 * (MOST + 1) * 16
CHARACTERS_AT = STEPS_AT + 3 * coding.ANY_SIZE


def vocabulary(terms: Sequence[str], log_frequency: Mapping[str, int]) -> dict[str, object]:
    """The characters of sorted terms and the terms, coded: of one script each, and the Latin ones first.

    With each goes the log of its frequency in jieba's dictionary, which segmentation asks for: a number below 16.
    """
    used = sorted({character for term in terms for character in term})
    return {
        "characters": characters(used),
        "sizes": [sum(not words.is_han(term) for term in terms), len(terms)],
        "vocabulary": eights(_Terms(used).coded(terms, log_frequency)),
    }


def characters(some: Collection[str]) -> list[object]:
    """Characters: of how many it is told by their places among those of daily use, these places, and the others."""
    picked = sorted(_PLACES[character] for character in some if character in _PLACES)
    return [
        len(picked),
        sixes(interpolative(picked, 0, _COUNT - 1)),
        "".join(character for character in some if character not in _PLACES),
    ]


class _Terms:
    """Codes terms that have no characters but these."""

    def __init__(self, characters: Sequence[str]) -> None:
        self._places = {character: place for place, character in enumerate(characters)}
        self._letters = sum(not words.is_han(character) for character in characters)
        self._letter_bits = self._letters.bit_length()
        self._han_bits = (len(characters) - self._letters).bit_length()
        self._han_at = CHARACTERS_AT + (self._letters + 1 << self._letter_bits)
        self._coder = coding.Coder(self._han_at + (1 << self._han_bits))

    def coded(self, terms: Sequence[str], log_frequency: Mapping[str, int]) -> bytes:
        before = ""
        for term in terms:
            self._term(term, before)
            self._coder.number(log_frequency[term], FREQUENCIES_AT + 16 * _like(term), 4)
            before = term
        return self._coder.finished()

    def _term(self, term: str, before: str) -> None:
        known = min(len(before), MOST)
        shared = 0
        while shared < min(known, len(term)) and term[shared] == before[shared]:
            shared += 1
        self._coder.number(shared, (MOST + 1) * known, 4)
        han = words.is_han(term)
        for place, character in enumerate(term[shared:], shared):
            if place > shared:
                self._goes_on(True, term[:place])
            if not han:
                last = self._places[term[place - 1]] if place else self._letters
                self._coder.number(
                    self._places[character], CHARACTERS_AT + (last << self._letter_bits), self._letter_bits
                )
            elif place == shared < known:
                step = self._places[character] - max(self._places[before[place]], self._letters - 1) - 1
                self._coder.any_size(step, STEPS_AT + coding.ANY_SIZE * min(place, 2))
            else:
                self._coder.number(self._places[character] - self._letters, self._han_at, self._han_bits)
        self._goes_on(False, term)

    def _goes_on(self, more: bool, so_far: str) -> None:
        self._coder.number(more, ENDS_AT + 2 * _like(so_far), 1)


def _like(term: str) -> int:
    """Which terms it is like: those of its script that are as long."""
    return (MOST + 1) * words.is_han(term) + min(len(term), MOST)
