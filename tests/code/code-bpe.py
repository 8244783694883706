"""手写 BPE：与逐条重放合并的另一种写法对拍。"""

import random
from typing import Any


def replay(word: str, ranks: dict[tuple[bytes, bytes], int]) -> list[bytes]:
    """Apply every merge in the order in which it was learned, over the whole word."""
    symbols = [bytes([c]) for c in word.encode()]
    for left, right in sorted(ranks, key=lambda pair: ranks[pair]):
        i = 0
        while i + 1 < len(symbols):
            if symbols[i] == left and symbols[i + 1] == right:
                symbols[i : i + 2] = [left + right]
            i += 1
    return symbols


def test(ns: dict[str, Any]) -> None:
    rng = random.Random(16)
    for alphabet in ("ab", "abcd", "模型a"):
        words = {"".join(rng.choices(alphabet, k=rng.randint(1, 9))): rng.randint(1, 9) for _ in range(30)}
        ranks = ns["train"](words, 25)
        assert sorted(ranks.values()) == list(range(len(ranks)))
        learned: dict[tuple[bytes, bytes], int] = {}
        for pair, rank in ranks.items():  # each merge is the heaviest pair at its time
            counts: dict[tuple[bytes, bytes], int] = {}
            for word, n in words.items():
                symbols = replay(word, learned)
                for i in range(len(symbols) - 1):
                    at = (symbols[i], symbols[i + 1])
                    counts[at] = counts.get(at, 0) + n
            assert counts[pair] == max(counts.values())
            learned[pair] = rank
        for _ in range(100):
            word = "".join(rng.choices(alphabet, k=rng.randint(0, 12)))
            assert ns["encode"](word, ranks) == replay(word, ranks)
