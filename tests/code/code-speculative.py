"""手写投机解码：把随机数换成穷举，逐条路径精确地加出分布，与大模型的分布相等。"""

from collections.abc import Callable
from fractions import Fraction
from itertools import product
from math import lcm
from typing import Any

import numpy as np


class Script:
    """Gives the numbers it was told to, in order."""

    def __init__(self, numbers: tuple[float, ...]) -> None:
        self.numbers = list(numbers)

    def random(self) -> float:
        return self.numbers.pop(0)


def rows(after: Callable[[int], list[int]], first: list[int]) -> Callable[[list[int]], Any]:
    """A model in tenths: `first` after the prompt of one token, then what depends on the last token."""
    return lambda ids: np.array([first, *(after(x) for x in ids[1:])]) / 10


def test(ns: dict[str, Any]) -> None:
    # Whole tenths: with this many equally spaced numbers per draw every branch is hit exactly as often as it is likely.
    p = {(): [6, 3, 1], (0,): [2, 3, 5], (1,): [1, 8, 1], (2,): [4, 4, 2]}
    for q in ([3, 5, 2], [1, 1, 8], [6, 3, 1], [9, 1, 0]):
        likely, guess = rows(lambda x: p[(x,)], p[()]), rows(lambda _, q=q: q, q)
        rest = sum(max(a - b, 0) for a, b in zip(p[()], q, strict=True)) or 1
        grids = (10, lcm(*(x for x in q if x)), lcm(10, rest))
        found: dict[tuple[int, ...], Fraction] = {}
        for places in product(*map(range, grids)):
            script = Script(tuple((place + 0.5) / size for place, size in zip(places, grids, strict=True)))
            out = tuple(ns["one_round"](likely, guess, [0], 1, script))
            assert not script.numbers
            found[out] = found.get(out, Fraction(0)) + Fraction(1, int(np.prod(grids)))
        accepted = {x: sum(v for k, v in found.items() if len(k) == 2 and k[0] == x) for x in range(3)}
        for x in range(3):
            assert sum(v for k, v in found.items() if k[0] == x) == Fraction(p[()][x], 10)
            assert accepted[x] == Fraction(min(p[()][x], q[x]), 10)
            for y in range(3):
                assert found.get((x, y), Fraction(0)) == accepted[x] * Fraction(p[(x,)][y], 10)

    best = np.array([[0.1, 0.9], [0.8, 0.2], [0.3, 0.7]])
    for drafts, expected in (((1, 0), [1, 0, 1]), ((1, 1), [1, 0]), ((0, 0), [1])):
        assert ns["greedy_round"](lambda ids: best, [0, *drafts], 2) == expected
