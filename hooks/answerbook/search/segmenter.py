"""Chinese cut into words as jieba does it; of its dictionary, only what a text asks for is read."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from importlib.metadata import distribution
from math import inf, log
from pathlib import Path

# How often all the words of jieba's dictionary were seen together.
TOTAL = 60_101_967
# A word that is added counts as seen so often at least.
LEAST = 200
# jieba knows these characters; any other stands by itself.
_BLOCK = re.compile("[\u4e00-\u9fd5]+|.")
_SAME_CHARACTER = re.compile(r"^(.).*\n(?:\1.*\n)*", re.MULTILINE)
# So many beginnings of words are remembered.
REMEMBERED = 65_536
# How likely the first character of a beginning is alone, how long the words that begin so are, how often each was seen.
_Beginning = tuple[float, tuple[int, ...], Mapping[str, int]]
_NONE: Mapping[str, int] = {}


class Segmenter:
    """Cuts as jieba does without its guesses at new words (HMM), which depend on what stands around them."""

    def __init__(self, words: Iterable[str] = ()) -> None:
        # Parsed as a whole, the dictionary would take ten times the room and the time.
        self._lines: dict[str, str] = {}
        for match in _SAME_CHARACTER.finditer(_file().read_text("utf-8")):
            self._lines[match[1]] = self._lines.get(match[1], "\n") + match[0]
        self._added: dict[str, dict[str, int]] = {}
        self._total = TOTAL
        self._beginnings: dict[str, _Beginning] = {}
        for word in words:
            self._add(word)

    def frequency(self, word: str) -> int:
        """How often a word was seen; 0 when it is not known."""
        return self._beginning(word[:2])[2].get(word, 0)

    def cut(self, run: str) -> list[str]:
        """The likeliest words of a Han run, each character in exactly one."""
        return [word for block in _BLOCK.findall(run) for word in self._likeliest(block)]

    def cut_for_search(self, run: str) -> list[str]:
        """The same words, and before each those of two and of three characters inside it."""
        found: list[str] = []
        for word in self.cut(run):
            for length in (2, 3):
                if len(word) > length:
                    inside = (word[at : at + length] for at in range(len(word) - length + 1))
                    found += (part for part in inside if self.frequency(part))
            found.append(word)
        return found

    def _likeliest(self, block: str) -> list[str]:
        size, total = len(block), log(self._total)
        # By place, from the end: how likely the rest is at best, and where its first word ends.
        rest, ends = [0.0] * (size + 1), [0] * size
        for at in range(size - 1, -1, -1):
            alone, lengths, seen = self._beginning(block[at : at + 2])
            best, end = alone + rest[at + 1], at + 1
            for length in lengths:
                if at + length > size:
                    break
                times = seen.get(block[at : at + length])
                if times:
                    likely = log(times) - total + rest[at + length]
                    # Of two that are equally likely, the longer.
                    if likely >= best:
                        best, end = likely, at + length
            rest[at], ends[at] = (best, end) if best > -inf else (-total + rest[end], end)
        words, at = [], 0
        while at < size:
            words.append(block[at : ends[at]])
            at = ends[at]
        return words

    def _beginning(self, start: str) -> _Beginning:
        """What is known of words that begin with one or two characters; a single one is the whole word."""
        known = self._beginnings.get(start)
        if known is None:
            if len(self._beginnings) >= REMEMBERED:
                self._beginnings.clear()
            seen = self._read(start)
            if len(start) == 2:
                alone = self._beginning(start[0])[0]
            else:
                alone = log(seen[start]) - log(self._total) if seen else -inf
            known = self._beginnings[start] = (alone, tuple(sorted({*map(len, seen)})) if seen else (), seen)
        return known

    def _read(self, start: str) -> Mapping[str, int]:
        lines = self._lines.get(start[0], "")
        before = f"\n{start}" if len(start) == 2 else f"\n{start} "
        at = lines.find(before)
        if at < 0:
            return self._added.get(start, _NONE)
        seen: dict[str, int] = {}
        while at >= 0:
            end = lines.find(" ", at)
            seen[lines[at + 1 : end]] = int(lines[end + 1 : lines.find(" ", end + 1)])
            at = lines.find(before, end)
        return seen | self._added.get(start, {})

    def _add(self, word: str) -> None:
        """Add a word, as likely as what it would be cut into (jieba's ``suggest_freq``)."""
        share = 1.0
        for part in self.cut(word):
            share *= (self.frequency(part) or 1) / self._total
        times = max(int(share * self._total) + 1, self.frequency(word), LEAST)
        self._added.setdefault(word[:2], {})[word] = times
        self._total += times
        self._beginnings.clear()


def _file() -> Path:
    """The dictionary itself: jieba would take a second to get ready."""
    return Path(str(distribution("jieba").locate_file("jieba/dict.txt")))
