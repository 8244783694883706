"""手写 MoE：与逐 token 循环的参考对拍，均衡损失与定义对拍。"""

import math
from typing import Any

import numpy as np


def test(ns: dict[str, Any]) -> None:
    rng = np.random.default_rng(20)
    n, h, count = 9, 5, 6
    x, router = rng.normal(size=(n, h)), rng.normal(size=(h, count))
    weights = rng.normal(size=(count, h, h))
    experts = [lambda z, w=w: np.maximum(z @ w, 0) for w in weights]
    for k in (1, 2, 3, 6):
        y, loss = ns["moe"](x, router, experts, k)
        chosen_times, mean = [0] * count, [0.0] * count
        for t in range(n):
            raw = [math.exp(v) for v in x[t] @ router]
            p = [v / math.fsum(raw) for v in raw]
            top = sorted(range(count), key=lambda e: -p[e])[:k]
            expected = sum(p[e] / math.fsum(p[i] for i in top) * np.maximum(x[t] @ weights[e], 0) for e in top)
            np.testing.assert_allclose(y[t], expected, atol=1e-12)
            for e in range(count):
                chosen_times[e] += e in top
                mean[e] += p[e] / n
        assert math.isclose(loss, count * math.fsum(c / (n * k) * m for c, m in zip(chosen_times, mean, strict=True)))
