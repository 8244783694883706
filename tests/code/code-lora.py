"""手写 LoRA：与稠密权重 W0 + (α/r)·AB 的线性层对拍，包括训练几步。"""

from typing import Any

import numpy as np


def test(ns: dict[str, Any]) -> None:
    rng = np.random.default_rng(13)
    w0, x, target = rng.normal(size=(7, 5)), rng.normal(size=(20, 7)), rng.normal(size=(20, 5))
    for r, alpha in ((1, 1), (2, 8), (5, 10)):
        layer = ns["LoRALinear"](w0, r, alpha, np.random.default_rng(1))
        assert layer.A.shape == (7, r) and layer.B.shape == (r, 5)
        losses = []
        for _ in range(60):
            y = layer.forward(x)
            dense = w0 + alpha / r * layer.A @ layer.B
            np.testing.assert_allclose(y, x @ dense)
            g = (y - target) / len(x)
            losses.append(float(((y - target) ** 2).sum()))
            grads, dx = layer.backward(g)
            whole = x.T @ g  # the gradient of the dense weight carries to the factors by the chain rule
            np.testing.assert_allclose(grads["A"], alpha / r * whole @ layer.B.T, atol=1e-12)
            np.testing.assert_allclose(grads["B"], alpha / r * layer.A.T @ whole, atol=1e-12)
            np.testing.assert_allclose(dx, g @ dense.T, atol=1e-12)
            layer.A -= 0.02 * grads["A"]
            layer.B -= 0.02 * grads["B"]
        assert losses[-1] < losses[0] and np.array_equal(layer.W, w0)
        layer.merge()
        np.testing.assert_allclose(layer.W, w0 + alpha / r * layer.A @ layer.B)
        assert np.linalg.matrix_rank(layer.W - w0, tol=1e-9) <= r
        layer.merge(on=False)
        np.testing.assert_allclose(layer.W, w0)
