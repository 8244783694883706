"""手写 GAE：与定义里的求和逐项对拍。"""

import math
from typing import Any

import numpy as np


def test(ns: dict[str, Any]) -> None:
    rng = np.random.default_rng(15)
    lengths = [7, 3, 1, 5]
    rewards, values, last = rng.normal(size=(4, 7)), rng.normal(size=(4, 7)), rng.normal(size=4)
    mask = (np.arange(7) < np.array(lengths)[:, None]).astype(float)
    for gamma, lam in ((1.0, 0.95), (0.9, 0.5), (0.99, 1.0), (0.9, 0.0)):
        for after in (None, last):
            adv, returns = ns["gae"](rewards, values, mask, gamma, lam, after)
            for i, n in enumerate(lengths):
                v = [*values[i, :n], 0.0 if after is None else after[i]]
                deltas = [rewards[i, t] + gamma * v[t + 1] - v[t] for t in range(n)]
                for t in range(n):
                    expected = math.fsum((gamma * lam) ** (k - t) * deltas[k] for k in range(t, n))
                    assert math.isclose(adv[i, t], expected, abs_tol=1e-12)
                    assert math.isclose(returns[i, t], expected + v[t], abs_tol=1e-12)
                assert not adv[i, n:].any() and not returns[i, n:].any()
    flat = [adv[i, t] for i, n in enumerate(lengths) for t in range(n)]
    mean = math.fsum(flat) / len(flat)
    std = math.sqrt(math.fsum((x - mean) ** 2 for x in flat) / len(flat))
    white = ns["whiten"](adv, mask)
    got = [white[i, t] for i, n in enumerate(lengths) for t in range(n)]
    np.testing.assert_allclose(got, [(x - mean) / std for x in flat], rtol=1e-6)
