"""手写归一化：与逐元素循环的参考对拍，反向与中心差分对拍。"""

import math
from typing import Any

import numpy as np
import pytest


def reference(row: list[float], eps: float, centred: bool) -> list[float]:
    """One row, one number at a time."""
    mean = math.fsum(row) / len(row) if centred else 0.0
    scale = math.sqrt(math.fsum((v - mean) ** 2 for v in row) / len(row) + eps)
    return [(v - mean) / scale for v in row]


def test(ns: dict[str, Any]) -> None:
    rng = np.random.default_rng(4)
    x, dy = rng.normal(3, 5, size=(2, 3, 6)), rng.normal(size=(2, 3, 6))
    gamma, beta = rng.normal(size=6), rng.normal(size=6)
    y, cache = ns["layer_norm"](x, gamma, beta)
    rms = ns["rms_norm"](x, gamma)
    for i, j in np.ndindex(2, 3):
        np.testing.assert_allclose(y[i, j], np.array(reference(x[i, j].tolist(), 1e-5, True)) * gamma + beta)
        np.testing.assert_allclose(rms[i, j], np.array(reference(x[i, j].tolist(), 1e-6, False)) * gamma)

    got = ns["layer_norm_backward"](dy, cache)
    for grad, which in zip(got, range(3), strict=True):
        inputs = [x, gamma, beta]
        for place in np.ndindex(inputs[which].shape):
            sides = []
            for step in (1e-5, -1e-5):
                moved = [v.copy() for v in inputs]
                moved[which][place] += step
                sides.append((ns["layer_norm"](*moved)[0] * dy).sum())
            assert abs((sides[0] - sides[1]) / 2e-5 - grad[place]) < 1e-7

    bn = ns["BatchNorm"](2)
    batch = rng.normal(size=(7, 2))
    out = bn(batch, training=True)
    for column in range(2):
        values = batch[:, column].tolist()
        np.testing.assert_allclose(out[:, column], reference(values, 1e-5, True))
        mean = math.fsum(values) / 7
        assert math.isclose(bn.mean[column], 0.1 * mean)
        assert math.isclose(bn.var[column], 0.9 + 0.1 * math.fsum((v - mean) ** 2 for v in values) / 6)
    with pytest.raises(ValueError, match="两条"):
        bn(batch[:1], training=True)
    kept = bn.mean.copy()
    bn(batch, training=False)
    assert np.array_equal(kept, bn.mean)
