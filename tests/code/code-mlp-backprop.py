"""手写两层网络：与逐元素循环的前向、复数步长的梯度对拍。"""

import math
from typing import Any

import numpy as np


def loss(p: dict[str, Any], inputs: Any, y: Any) -> Any:
    """One sample and one unit at a time, written so that it also takes complex parameters."""
    total = 0
    for x, label in zip(inputs, y, strict=True):
        hidden = []
        for j in range(p["W1"].shape[1]):
            z = sum(x[i] * p["W1"][i, j] for i in range(len(x))) + p["b1"][j]
            hidden.append(z if z.real > 0 else 0)
        logits = [
            sum(hidden[j] * p["W2"][j, c] for j in range(len(hidden))) + p["b2"][c] for c in range(p["W2"].shape[1])
        ]
        total = total + np.log(sum(np.exp(v) for v in logits)) - logits[label]
    return total / len(y)


def test(ns: dict[str, Any]) -> None:
    rng = np.random.default_rng(8)
    p = ns["init"](4, 6, 3, rng)
    p["b1"], p["b2"] = rng.normal(size=6), rng.normal(size=3)
    inputs, y = rng.normal(size=(5, 4)), rng.integers(0, 3, 5)
    value, grads = ns["loss_and_grads"](p, inputs, y)
    assert math.isclose(value, loss(p, inputs, y).real)
    for name in p:
        for place in np.ndindex(p[name].shape):
            tilted = {key: v.astype(complex) for key, v in p.items()}
            tilted[name][place] += 1e-30j
            assert math.isclose(grads[name][place], loss(tilted, inputs, y).imag / 1e-30, rel_tol=1e-9, abs_tol=1e-14)

    # shifting every logit of a sample changes nothing; huge ones stay finite
    huge = {**p, "b2": p["b2"] + 1e4}
    assert math.isclose(ns["loss_and_grads"](huge, inputs, y)[0], value, rel_tol=1e-9)

    w, target = rng.normal(size=4), rng.integers(0, 2, 5)
    moved, before = ns["logistic_step"](w, inputs, target, 1.0)

    def plain(v: Any) -> Any:
        chance = 1 / (1 + np.exp(-(inputs @ v)))
        return -np.mean(target * np.log(chance) + (1 - target) * np.log(1 - chance))

    assert math.isclose(before, plain(w))
    for i in range(4):
        tilted_w = w.astype(complex)
        tilted_w[i] += 1e-30j
        assert math.isclose(w[i] - moved[i], plain(tilted_w).imag / 1e-30, rel_tol=1e-9)
