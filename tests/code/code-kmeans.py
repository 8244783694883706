"""手写 k-means：与逐点循环的 Lloyd 迭代对拍，小数据上与穷举的最优划分比。"""

import itertools
import math
from typing import Any

import numpy as np


def gap(a: Any, b: Any) -> float:
    return math.fsum((p - q) ** 2 for p, q in zip(a, b, strict=True))


def lloyd(x: Any, centres: list[Any]) -> tuple[list[Any], list[int]]:
    label: list[int] | None = None
    while True:
        new = [min(range(len(centres)), key=lambda j, p=p: gap(p, centres[j])) for p in x]
        if new == label:
            return centres, new
        label = new
        for j in range(len(centres)):
            own = [p for p, z in zip(x, label, strict=True) if z == j]
            assert own, "choose a start without empty clusters"
            centres[j] = sum(own) / len(own)


def best(x: Any, k: int) -> float:
    """The smallest objective over every way to colour the points."""
    found = math.inf
    for colours in itertools.product(range(k), repeat=len(x)):
        groups = [[p for p, z in zip(x, colours, strict=True) if z == j] for j in range(k)]
        found = min(found, math.fsum(gap(p, sum(g) / len(g)) for g in groups if g for p in g))
    return found


def test(ns: dict[str, Any]) -> None:
    rng = np.random.default_rng(32)
    for n, d, k in ((12, 2, 2), (30, 3, 4), (25, 1, 3)):
        x = rng.normal(size=(n, d))
        np.testing.assert_allclose(ns["distances"](x, x[:k]), [[gap(p, q) for q in x[:k]] for p in x], atol=1e-12)
        start = x[rng.permutation(n)[:k]]
        centres, label = lloyd(x, [row.copy() for row in start])
        got, z, history = ns["kmeans"](x, k, rng, start)
        np.testing.assert_allclose(got, centres, atol=1e-12)
        assert z.tolist() == label
        assert math.isclose(history[-1], math.fsum(gap(p, centres[j]) for p, j in zip(x, label, strict=True)))

    for _ in range(4):
        x = rng.normal(size=(8, 2))
        found = ns["best_of"](x, 3, rng, times=40)[2][-1]
        assert math.isclose(found, best(x, 3), rel_tol=1e-9)

    x, counts = np.array([[0.0], [1], [3]]), np.zeros((3, 3))
    for _ in range(6000):
        a, b = ns["plus_plus"](x, 2, rng)[:, 0]
        counts[[0, 1, 3].index(a), [0, 1, 3].index(b)] += 1 / 6000
    squares = (x - x.T) ** 2
    np.testing.assert_allclose(counts, squares / squares.sum(1, keepdims=True) / 3, atol=0.02)
