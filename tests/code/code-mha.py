"""手写多头注意力（NumPy）与逐元素循环的参考实现对拍。"""

from typing import Any

import numpy as np


def reference(layer: Any, x: Any, memory: Any, causal: bool, valid: Any) -> Any:
    """One query, one head, one key at a time."""
    b, q, h = x.shape
    k = memory.shape[1]
    d_k = h // layer.a
    heads = np.zeros((b, q, h))
    for n in range(b):
        for i in range(q):
            for head in range(layer.a):
                part = slice(head * d_k, (head + 1) * d_k)
                query = (x[n, i] @ layer.W_Q + layer.b_Q)[part]
                seen = [j for j in range(k) if (valid is None or valid[n, j]) and not (causal and j > i + k - q)]
                if not seen:
                    continue
                scores = np.array([query @ (memory[n, j] @ layer.W_K + layer.b_K)[part] / d_k**0.5 for j in seen])
                weights = np.exp(scores) / np.exp(scores).sum()
                for weight, j in zip(weights, seen, strict=True):
                    heads[n, i, part] += weight * (memory[n, j] @ layer.W_V + layer.b_V)[part]
    return heads @ layer.W_O + layer.b_O


def test(ns: dict[str, Any]) -> None:
    rng = np.random.default_rng(7)
    layer = ns["MultiHeadAttention"](12, 3, seed=3)
    layer.b_Q, layer.b_K, layer.b_V, layer.b_O = rng.standard_normal((4, 12))
    x = rng.standard_normal((2, 5, 12))
    memory = rng.standard_normal((2, 7, 12))
    right = np.array([[1, 1, 1, 1, 1], [1, 1, 1, 0, 0]], dtype=bool)
    left = np.array([[0, 0, 1, 1, 1], [1, 1, 1, 1, 1]], dtype=bool)

    for causal in (False, True):
        for valid in (None, right, left):
            got, weights = layer(x, causal=causal, valid=valid)
            np.testing.assert_allclose(got, reference(layer, x, x, causal, valid), atol=1e-12)
            assert np.all(np.isclose(weights.sum(-1), 1) | np.isclose(weights.sum(-1), 0))

    got, _ = layer(x, memory)
    np.testing.assert_allclose(got, reference(layer, x, memory, False, None), atol=1e-12)

    # the last two positions computed on their own against all keys: the mask is aligned to the end
    whole, _ = layer(x, causal=True)
    tail, _ = layer(x[:, 3:], x, causal=True)
    np.testing.assert_allclose(tail, whole[:, 3:], atol=1e-12)

    # finite differences: the output at t has no derivative with respect to later inputs, and has one to earlier ones
    eps = 1e-6
    for j in range(5):
        moved = x.copy()
        moved[0, j, 0] += eps
        slope = np.abs(layer(moved, causal=True)[0][0] - whole[0]).max(axis=-1) / eps
        assert np.all(slope[:j] == 0) and np.all(slope[j:] > 1e-4)
