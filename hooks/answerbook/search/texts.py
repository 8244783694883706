"""Lists of short texts in as few bytes as can be, for ``web/search/texts.js`` to read.

A character is most often one that has followed the last few before: those that did are asked for one by one, the
latest first, after the last three, the last two, the last (symbol ranking, as Fenwick 1997 calls it); what none of them
has seen is told by its place among the characters. Words that the index knows to be in a text (those of a title) are
picked from among themselves.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import chain

from . import coding, words
from .alphabet import eights
from .vocabulary import characters

# So many of those that followed the last three characters, the last two and the last one are asked for.
ASKED = ((3, 1), (2, 1), (1, 2))
LONGEST = ASKED[0][0]
# A text ends with this, and has none of them.
END = "\n"
# Of the words that a text may have, so many can be picked.
PICKED_BITS = 5
MOST_WORDS = 1 << PICKED_BITS
# The contexts, one kind behind the other. Whether it is the character asked for: by the length of the context, how many
# were asked before, how often that one followed, how many others did, and how the character before was found. A
# character's place: by the kind of the one before. Whether a word comes: by what came before and how many are left.
# Which: by how many are left. Whether a letter is large: by that of the one before in the word.
FEW, OTHERS, USUAL = 3, 4, 7
PLACES_AT = LONGEST * (FEW + 1) * (FEW + 1) * (OTHERS + 1) * (LONGEST + 1)
KINDS = 3


# A text, and the words that it probably has in it.
Known = tuple[str, Sequence[str]]


def texts(lists: Sequence[Sequence[str]], others: Sequence[Known], usual: Iterable[str]) -> dict[str, object]:
    """Lists of texts, none empty, and texts of which words are known: coded, with the characters that are not usual."""
    expected = {*usual}
    used = {*chain(END, *chain.from_iterable(lists), *(text for text, _ in others))}
    # In the order of a browser.
    coder = Texts(sorted(used | expected, key=lambda character: character.encode("utf-16-be")))
    for text in chain.from_iterable((*some, "") for some in lists):
        coder.add(text)
    for text, known in others:
        coder.add(text, known)
    return {"texts": eights(coder.finished()), "written": characters(sorted(used - expected))}


class Texts:
    """Writes texts of these characters, sorted."""

    def __init__(self, characters: Sequence[str]) -> None:
        self._places = {character: place for place, character in enumerate(characters)}
        self._bits = len(characters).bit_length()
        self._words_at = PLACES_AT + (KINDS << self._bits)
        self._which_at = self._words_at + KINDS * (USUAL + 1)
        self._large_at = self._which_at + (MOST_WORDS + 1) * MOST_WORDS
        self._coder = coding.Coder(self._large_at + 3)
        # What stands before, as far as it counts.
        self._before = END
        # By what stood before: what followed, the latest last, and how often.
        self._followed: dict[str, dict[str, int]] = {}
        self._found = 0

    def add(self, text: str, known: Sequence[str] = ()) -> None:
        """Code a text, which probably has these words in it: the first of them that stands at a place is picked."""
        left, at, came = [*known[:MOST_WORDS]], 0, 0
        while at < len(text):
            word = next((word for word in left if _stands(word, text, at)), None)
            if left:
                self._coder.flag(word is not None, self._words_at + came * (USUAL + 1) + min(len(left), USUAL))
            if word is None:
                self._character(text[at])
                came, at = 0, at + 1
                continue
            self._coder.number(left.index(word), self._which_at + len(left) * MOST_WORDS, PICKED_BITS)
            end = at + len(word)
            self._letters(word, text[at:end])
            left = [other for other in left if other not in word]
            self._before = text[end - 1]
            came, at = 1 + words.is_han(word), end
        if left:
            self._coder.flag(False, self._words_at + came * (USUAL + 1) + min(len(left), USUAL))
        self._character(END)

    def finished(self) -> bytes:
        """All that has been written."""
        return self._coder.finished()

    def _letters(self, word: str, written: str) -> None:
        """Which letters of a word are large."""
        context = self._large_at
        for letter, here in zip(word, written, strict=True):
            if letter.upper() != letter:
                large = here != letter
                self._coder.flag(large, context)
                context = self._large_at + 1 + large

    def _character(self, character: str) -> None:
        before, followed = self._before, self._followed
        self._found = self._asked(character) or self._told(character)
        for start in range(len(before)):
            context = before[start:]
            here = followed.get(context)
            if here is None:
                followed[context] = {character: 1}
            else:
                here[character] = here.pop(character, 0) + 1
        self._before = (before + character)[-LONGEST:]

    def _asked(self, character: str) -> int:
        """Ask for what followed before; the length of the context in which the character was found, 0 if in none."""
        before, flag, asked = self._before, self._coder.flag, ""
        for length, most in ASKED:
            here = self._followed.get(before[-length:]) if length <= len(before) else None
            if here is None:
                continue
            others, passed = min(len(here), OTHERS), 0
            for other in reversed(here):
                if other in asked:
                    continue
                kind = ((length - 1) * (FEW + 1) + passed) * (FEW + 1) + min(here[other], FEW)
                flag(other == character, (kind * (OTHERS + 1) + others) * (LONGEST + 1) + self._found)
                if other == character:
                    return length
                asked += other
                passed += 1
                if passed == most:
                    break
        return 0

    def _told(self, character: str) -> int:
        last = self._before[-1]
        kind = 2 if words.is_han(last) else int(last.isascii() and last.isalnum())
        self._coder.number(self._places[character], PLACES_AT + (kind << self._bits), self._bits)
        return 0


def _stands(word: str, text: str, at: int) -> bool:
    """Whether a word stands at a place of a text, in letters of any size."""
    here = text[at : at + len(word)]
    return here == word or (
        here.lower() == word and all(one in {letter, letter.upper()} for one, letter in zip(here, word, strict=True))
    )
