"""Chinese cut into words as jieba does it, by its twin in Rust; how often a word was seen stands in its dictionary."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cached_property
from importlib.metadata import distribution
from pathlib import Path
from types import ModuleType

# How often all the words of jieba's dictionary were seen together.
TOTAL = 60_101_967
# A word that is added counts as seen so often at least.
LEAST = 200
_SAME_CHARACTER = re.compile(r"^(.).*\n(?:\1.*\n)*", re.MULTILINE)


class Segmenter:
    """Cuts as jieba does without its guesses at new words (HMM), which depend on what stands around them.

    A process has one of these: the words that are added go into the library's own dictionary.
    """

    def __init__(self, words: Iterable[str]) -> None:
        self._words = dict.fromkeys(words)
        # Parsed as a whole, the dictionary would take ten times the room and the time.
        self._lines: dict[str, str] = {}
        for match in _SAME_CHARACTER.finditer(_file().read_text("utf-8")):
            self._lines[match[1]] = self._lines.get(match[1], "\n") + match[0]

    def frequency(self, word: str) -> int:
        """How often a word was seen; 0 when it is not known."""
        return self._ready[1][word] if word in self._words else self._seen(word)

    def cut(self, run: str) -> list[str]:
        """The likeliest words of a Han run, each character in exactly one."""
        words: list[str] = self._ready[0].cut(run, False)
        return words

    def cut_for_search(self, run: str) -> list[str]:
        """The same words, and before each those of two and of three characters inside it."""
        words: list[str] = self._ready[0].cut_for_search(run, False)
        return words

    @cached_property
    def _ready(self) -> tuple[ModuleType, Mapping[str, int]]:
        """The library with our words, and how often each of them counts as seen.

        Only now: its dictionary takes a moment to read, and most builds know how their texts are cut.
        """
        import rjieba

        times: dict[str, int] = {}
        total = TOTAL
        for word in self._words:
            # As likely as what it would be cut into (jieba's `suggest_freq`).
            share = 1.0
            for part in rjieba.cut(word, False):
                share *= (times.get(part) or self._seen(part) or 1) / total
            times[word] = max(int(share * total) + 1, self._seen(word), LEAST)
            rjieba.add_word(word, times[word], "n")
            total += times[word]
        return rjieba, times

    def _seen(self, word: str) -> int:
        lines = self._lines.get(word[:1], "")
        at = lines.find(f"\n{word} ")
        return int(lines[at + len(word) + 2 : lines.find(" ", at + len(word) + 2)]) if at >= 0 else 0


def _file() -> Path:
    """The dictionary itself: jieba would take a second to get ready."""
    return Path(str(distribution("jieba").locate_file("jieba/dict.txt")))
