"""手写 RoPE：与逐对旋转矩阵的参考对拍，检查相对位置。"""

import math
from typing import Any

import numpy as np


def rotate(vector: Any, position: int, pairs: list[tuple[int, int]], base: float) -> Any:
    """One vector, one pair at a time, with the matrix of the paper."""
    out, d = np.array(vector), len(vector)
    for i, (a, b) in enumerate(pairs):
        angle = position / base ** (2 * i / d)
        turn = np.array([[math.cos(angle), -math.sin(angle)], [math.sin(angle), math.cos(angle)]])
        out[[a, b]] = turn @ vector[[a, b]]
    return out


def test(ns: dict[str, Any]) -> None:
    rng = np.random.default_rng(9)
    d, positions = 10, [0, 1, 7, 4096, 100_003]
    halves = [(i, i + d // 2) for i in range(d // 2)]
    neighbours = [(2 * i, 2 * i + 1) for i in range(d // 2)]
    x = rng.normal(size=(2, len(positions), d))
    for base in (10000.0, 500000.0):
        cos, sin = ns["rope_tables"](positions, d, base)
        assert cos.shape == sin.shape == (len(positions), d // 2)
        for name, pairs in (("rope", halves), ("rope_adjacent", neighbours)):
            got = ns[name](x, cos, sin)
            for head, t in np.ndindex(2, len(positions)):
                np.testing.assert_allclose(got[head, t], rotate(x[head, t], positions[t], pairs, base), atol=1e-9)
            # gradient: a rotation carries it back by the opposite angle
            np.testing.assert_allclose(ns[name](got, cos, -sin), x, atol=1e-12)

    q, k = rng.normal(size=(2, 1, d))
    turned = {
        m: (ns["rope"](q, *ns["rope_tables"]([m], d)), ns["rope"](k, *ns["rope_tables"]([m], d))) for m in range(30)
    }
    for m in range(20):
        for n in range(20):
            assert np.isclose((turned[m][0] @ turned[n][1].T)[0, 0], (turned[m + 10][0] @ turned[n + 10][1].T)[0, 0])
