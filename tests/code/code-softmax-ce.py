"""手写 softmax 与交叉熵：与逐元素的高精度十进制计算对拍，梯度与中心差分对拍。"""

from decimal import Decimal, getcontext
from typing import Any

import numpy as np


def reference(row: list[float]) -> list[Decimal]:
    """ln softmax of one row with sixty digits, without any trick."""
    getcontext().prec = 60
    values = [Decimal(v) for v in row]
    total = sum((v.exp() for v in values), Decimal(0)).ln()
    return [v - total for v in values]


def test(ns: dict[str, Any]) -> None:
    rng = np.random.default_rng(3)
    for scale in (1e-3, 1.0, 50.0, 700.0):
        z = rng.normal(size=(6, 7)) * scale
        expected = np.array([[float(v) for v in reference(row.tolist())] for row in z])
        np.testing.assert_allclose(ns["log_softmax"](z), expected, rtol=1e-12, atol=1e-12)
        for row, logs in zip(z, expected, strict=True):
            np.testing.assert_allclose(ns["online_softmax"](row), np.exp(logs), rtol=1e-10, atol=1e-300)

    z, target = rng.normal(size=(5, 4)), np.array([3, -100, 0, 1, -100])
    loss, grad = ns["cross_entropy"](z, target)
    kept = [i for i in range(5) if target[i] != -100]
    assert np.isclose(loss, -sum(float(reference(z[i].tolist())[target[i]]) for i in kept) / len(kept))
    for i, j in np.ndindex(z.shape):
        up, down = z.copy(), z.copy()
        up[i, j] += 1e-5
        down[i, j] -= 1e-5
        slope = (ns["cross_entropy"](up, target)[0] - ns["cross_entropy"](down, target)[0]) / 2e-5
        assert abs(slope - grad[i, j]) < 1e-9
    np.testing.assert_allclose(grad.sum(1), 0, atol=1e-15)
    assert np.isfinite(ns["cross_entropy"](z * 1e6, target)[0])
