"""Words that a page said, and says otherwise now: where they stand, and what they have become."""

from __future__ import annotations

import heapq
import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

# As pages write numbers: 1,024, 14{,}080, −0.5, 3e-4.
_SIGNS = "+−-"
_NUMBER = re.compile(rf"(?:(?<![\w)}}\]])[{_SIGNS}])?\d(?:[\d.]|(?:,|\{{,\}})(?=\d{{3}}(?!\d)))*(?<!\.)(?:e-?\d+)?")
_WORD = re.compile("[A-Za-z]+")
# Words that are less like those sought are others; only the lines most like them are looked at closely, and none where
# the words are there with so few other digits.
_ALIKE, _CLOSELY, _SURELY = 0.6, 4, 2


@dataclass(frozen=True)
class Place:
    """The line, the words that stand there now, and the number among them; "" where there is none any more."""

    line: int
    words: str
    number: str


@dataclass(frozen=True)
class _MarkedLine:
    """A line of a page, and the stretches of it that nobody has changed."""

    number: int
    text: str
    kept: tuple[tuple[int, int], ...]

    def changed(self, start: int, end: int) -> bool:
        return not any(first <= start and end <= last for first, last in self.kept)


def find(lines: Sequence[tuple[int, str]], words: str, number: str, kept: Collection[str]) -> Place | None:
    """Where `words` were before somebody changed them, `number` being one of theirs.

    `kept` are words that the page still says: what lies within them was not changed.
    """
    marked = [_MarkedLine(at, text, tuple(_spans(text, kept))) for at, text in lines]
    found = [*_renumbered(marked, words, number)]
    if all(cost > _SURELY for cost, _ in found):
        found += _reworded(marked, words, number)
    return min(found, key=lambda one: one[0], default=(0, None))[1]


def _spans(text: str, kept: Collection[str]) -> Iterator[tuple[int, int]]:
    return (at.span() for words in kept if words in text for at in re.finditer(re.escape(words), text))


def _renumbered(lines: Sequence[_MarkedLine], words: str, number: str) -> Iterator[tuple[int, Place]]:
    """The same words with other numbers, and how many letters are others."""
    before = _NUMBER.findall(words)
    # Looking ahead, since the cells of a table share their borders.
    pattern = re.compile(f"(?=({_NUMBER.pattern.join(map(re.escape, _NUMBER.split(words)))}))")
    for line in lines if before else ():
        for match in pattern.finditer(line.text):
            if line.changed(*match.span(1)):
                now = _NUMBER.findall(match[1])
                cost = sum(_stretch(old, new)[0] for old, new in zip(before, now, strict=False))
                yield cost, Place(line.number, _whole(line.text, match), _became(before, now, number))


def _whole(text: str, match: re.Match[str]) -> str:
    """What was found, to the end of its last word: half a unit is none."""
    rest = _WORD.match(text, match.end(1)) if _WORD.match(match[1][-1:]) else None
    return match[1] + (rest[0] if rest else "")


def _became(before: list[str], now: list[str], number: str) -> str:
    """What a number has become, which may be told without its sign; of several, the one that is another now."""
    told = [(old, new) for old, new in zip(before, now, strict=False) if old == number]
    signed = [(old, new) for old, new in zip(before, now, strict=False) if old[0] in _SIGNS and old[1:] == number]
    told += [(old[1:], new.lstrip(_SIGNS)) for old, new in signed]
    return next((new for old, new in told if new != old), number)


def _reworded(lines: Sequence[_MarkedLine], words: str, number: str) -> Iterator[tuple[int, Place]]:
    """The stretch of a line that takes few changes to be the words, and how many."""
    for line in heapq.nlargest(_CLOSELY, lines, key=lambda line: _common(words, line.text)):
        cost, start, end = _stretch(words, line.text)
        now = line.text[start:end]
        if cost <= (1 - _ALIKE) * len(words) and line.changed(start, end):
            bare = [one.lstrip(_SIGNS) for one in _NUMBER.findall(now)]
            yield cost, Place(line.number, now, number if number.lstrip(_SIGNS) in bare else "")


def _common(words: str, text: str) -> int:
    blocks = SequenceMatcher(None, words, text, autojunk=False).get_matching_blocks()
    return sum(block.size for block in blocks if block.size > 1)


def _stretch(words: str, text: str) -> tuple[int, int, int]:
    """How many letters have to change, and from where to where: Sellers, The theory and computation of evolutionary
    distances, 1980. Numbers and words of letters at the ends are taken whole.
    """
    row = [(0, at) for at in range(len(text) + 1)]
    for letter in words:
        above, row = row, [(row[0][0] + 1, row[0][1])]
        for at, other in enumerate(text):
            cost, start = above[at]
            options = ((cost + (letter != other), start), (above[at + 1][0] + 1, above[at + 1][1]))
            row.append(min(*options, (row[at][0] + 1, row[at][1])))
    cost, end = min((cost, end) for end, (cost, _) in enumerate(row))
    # Half a unit is none either.
    spans = [match.span() for pattern in (_NUMBER, _WORD) for match in pattern.finditer(text)]
    start = row[end][1]
    return (
        cost,
        next((first for first, last in spans if first < start < last), start),
        next((last for first, last in spans if first < end < last), end),
    )
