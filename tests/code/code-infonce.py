"""手写 InfoNCE：与逐对的参考对拍。"""

import math
from typing import Any

import numpy as np


def cosine(a: Any, b: Any) -> float:
    return math.fsum(a * b) / math.sqrt(math.fsum(a * a) * math.fsum(b * b))


def reference(queries: Any, keys: Any, tau: float) -> float:
    total = 0.0
    for i, q in enumerate(queries):
        scores = [math.exp(cosine(q, k) / tau) for k in keys]
        total -= math.log(scores[i] / math.fsum(scores))
    return total / len(queries)


def test(ns: dict[str, Any]) -> None:
    rng = np.random.default_rng(14)
    u, v, hard = rng.normal(size=(6, 5)), rng.normal(size=(6, 5)), rng.normal(size=(4, 5))
    for tau in (0.05, 0.5, 2.0):
        assert math.isclose(ns["info_nce"](u, v, tau), reference(u, v, tau))
        assert math.isclose(ns["info_nce"](u, v, tau, hard), reference(u, np.concatenate([v, hard]), tau))
        assert math.isclose(ns["clip_loss"](u, v, tau), (reference(u, v, tau) + reference(v, u, tau)) / 2)

    z = rng.normal(size=(4, 6))  # the gradient is softmax minus the diagonal, over N
    p = np.exp(z) / np.exp(z).sum(1, keepdims=True)
    for i, j in np.ndindex(z.shape):
        d = np.zeros_like(z)
        d[i, j] = 1e-5
        slope = (ns["diagonal_ce"](z + d) - ns["diagonal_ce"](z - d)) / 2e-5
        assert abs(slope - (p[i, j] - (i == j)) / 4) < 1e-9
