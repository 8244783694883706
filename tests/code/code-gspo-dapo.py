"""手写 GSPO 与 DAPO：与逐条、逐 token 的标量参考对拍。"""

import math
from typing import Any

import numpy as np


def capped(ratio: float, a: float, low: float, high: float) -> float:
    return min(ratio * a, min(max(ratio, 1 - low), 1 + high) * a)


def test(ns: dict[str, Any]) -> None:
    rng = np.random.default_rng(26)
    lengths = [4, 1, 6, 2, 5]
    logp, old, adv = -rng.random((5, 6)), -rng.random((5, 6)), rng.normal(size=5)
    mask = (np.arange(6) < np.array(lengths)[:, None]).astype(float)
    for low, high in ((3e-4, 4e-4), (0.2, 0.28), (0.05, 0.5)):
        whole, tokens = [], []
        for i, n in enumerate(lengths):
            steps = [math.exp(logp[i, t] - old[i, t]) for t in range(n)]
            whole.append(capped(math.prod(steps) ** (1 / n), adv[i], low, high))
            tokens += [capped(r, adv[i], low, high) for r in steps]
        assert math.isclose(ns["gspo_loss"](logp, old, adv, mask, low, high)[0], -math.fsum(whole) / 5)
        assert math.isclose(ns["dapo_loss"](logp, old, adv, mask, low, high)[0], -math.fsum(tokens) / sum(lengths))

    for length in (0, 5999, 6000, 7000, 9999, 10000, 12345):
        expected = 0.0 if length <= 6000 else -1.0 if length > 10000 else (6000 - length) / 4000
        assert math.isclose(ns["overlong"](length, 10000, 4000), expected)

    groups = iter([[1, 1, 1], [0, 0, 0], [1, 0, 0], [1, 1, 1], [1, 0, 1]])
    advantages, tried = ns["dynamic_batch"](lambda: (np.array(next(groups), bool), np.full(3, 10)), 2, 9)
    assert tried == 5
    np.testing.assert_allclose(advantages, [np.array([2, -1, -1]) / 2**0.5, np.array([1, -2, 1]) / 2**0.5], rtol=1e-5)
