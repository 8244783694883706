"""手写 PPO-clip 与 GRPO 损失：与逐 token 的参考和复数步长的梯度对拍。"""

import cmath
import math
from typing import Any

import numpy as np


def token(new: complex, old: float, ref: float, adv: float, eps: float, beta: float) -> complex:
    """The objective of one token, following the case distinction instead of min and clip."""
    ratio = cmath.exp(new - old)
    if adv >= 0:
        gain = adv * ratio if ratio.real <= 1 + eps else adv * (1 + eps)
    else:
        gain = adv * ratio if ratio.real >= 1 - eps else adv * (1 - eps)
    return gain - beta * (cmath.exp(ref - new) - (ref - new) - 1)


def loss(new: Any, old: Any, ref: Any, adv: Any, mask: Any, by_token: bool) -> complex:
    rows = []
    for i in range(len(mask)):
        kept = [j for j in range(mask.shape[1]) if mask[i, j]]
        rows.append([token(new[i, j], old[i, j], ref[i, j], adv[i], 0.2, 0.04) for j in kept])
    if by_token:
        return -sum(sum(row) for row in rows) / sum(len(row) for row in rows)
    return -sum(sum(row) / len(row) for row in rows) / len(rows)


def test(ns: dict[str, Any]) -> None:
    rng = np.random.default_rng(10)
    G, n = 5, 6
    new = -rng.random((G, n)) * 3
    old, ref = new + rng.normal(size=(G, n)) * 0.4, new + rng.normal(size=(G, n)) * 0.4
    mask = (np.arange(n) < np.array([6, 1, 3, 5, 2])[:, None]).astype(float)
    rewards = rng.random((3, G))
    adv = ns["group_advantages"](rewards)
    for row, got in zip(rewards, adv, strict=True):
        mean = math.fsum(row) / G
        std = math.sqrt(math.fsum((v - mean) ** 2 for v in row) / G)
        np.testing.assert_allclose(got, (row - mean) / (std + 1e-6))
    for by_token in (False, True):
        value, grad = ns["grpo_loss"](new, old, ref, adv[0], mask, by_token=by_token)
        assert math.isclose(value, loss(new, old, ref, adv[0], mask, by_token).real)
        for place in np.ndindex(G, n):
            tilted = new.astype(complex)
            tilted[place] += 1e-30j
            slope = loss(tilted, old, ref, adv[0], mask, by_token).imag / 1e-30
            assert math.isclose(grad[place], slope, rel_tol=1e-9, abs_tol=1e-14)
    assert not ns["group_advantages"](np.full((2, 4), 0.3)).any()
