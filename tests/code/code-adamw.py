"""手写 AdamW：与把滑动平均展开成加权和的参考对拍。"""

import math
from typing import Any

import numpy as np


def test(ns: dict[str, Any]) -> None:
    rng = np.random.default_rng(17)
    lr, b1, b2, eps, decay = 0.02, 0.8, 0.95, 1e-6, 0.1
    start = {"w": rng.normal(size=(3, 2)), "b": rng.normal(size=2)}
    grads = [{k: rng.normal(size=v.shape) * 10.0 ** rng.integers(-3, 3) for k, v in start.items()} for _ in range(12)]
    params = {k: v.copy() for k, v in start.items()}
    optimizer = ns["AdamW"](params, lr, (b1, b2), eps, decay, skip=("b",))
    for g in grads:
        optimizer.step(g)
    for name, first in start.items():
        for place in np.ndindex(first.shape):
            x = float(first[place])
            for t in range(1, len(grads) + 1):
                seen = [float(g[name][place]) for g in grads[:t]]
                weights = [b1 ** (t - 1 - i) for i in range(t)], [b2 ** (t - 1 - i) for i in range(t)]
                mean = math.fsum(w * v for w, v in zip(weights[0], seen, strict=True)) / math.fsum(weights[0])
                square = math.fsum(w * v * v for w, v in zip(weights[1], seen, strict=True)) / math.fsum(weights[1])
                x -= lr * (mean / (math.sqrt(square) + eps) + (decay if name == "w" else 0) * x)
            assert math.isclose(params[name][place], x, rel_tol=1e-9)
