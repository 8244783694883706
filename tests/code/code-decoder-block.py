"""手写解码器层：与逐 token、逐头的参考对拍，并检查梯度只向后传。"""

import math
from typing import Any

import numpy as np


def rotate(vector: Any, position: int) -> Any:
    d = len(vector)
    out = np.array(vector)
    for i in range(d // 2):
        angle = position / 10000 ** (2 * i / d)
        u, v = vector[i], vector[i + d // 2]
        out[i] = u * math.cos(angle) - v * math.sin(angle)
        out[i + d // 2] = v * math.cos(angle) + u * math.sin(angle)
    return out


def norm(row: Any, gain: Any) -> Any:
    return row / math.sqrt(math.fsum(v * v for v in row) / len(row) + 1e-5) * gain


def reference(x: Any, p: dict[str, Any], a: int, g: int) -> Any:
    """One position and one head at a time."""
    d_k = p["q"].shape[1] // a
    normed = [norm(row, p["norm1"]) for row in x]
    result = []
    for t, row in enumerate(x):
        heads = []
        for head in range(a):
            own = slice(head * d_k, (head + 1) * d_k)
            group = head // (a // g)
            shared = slice(group * d_k, (group + 1) * d_k)
            query = rotate((normed[t] @ p["q"])[own], t)
            keys = [rotate((normed[j] @ p["k"])[shared], j) for j in range(t + 1)]
            weights = [math.exp(query @ key / math.sqrt(d_k)) for key in keys]
            values = [(normed[j] @ p["v"])[shared] for j in range(t + 1)]
            heads.append(sum(w * v for w, v in zip(weights, values, strict=True)) / sum(weights))
        u = row + np.concatenate(heads) @ p["o"]
        n = norm(u, p["norm2"])
        gate = np.array([z / (1 + math.exp(-z)) for z in n @ p["gate"]])
        result.append(u + (gate * (n @ p["up"])) @ p["down"])
    return np.array(result)


def test(ns: dict[str, Any]) -> None:
    rng = np.random.default_rng(6)
    h, a, d_k, f = 12, 6, 4, 10
    x = rng.normal(size=(5, h))
    for g in (1, 2, 3, 6):
        p = {
            "q": rng.normal(size=(h, a * d_k)),
            "k": rng.normal(size=(h, g * d_k)),
            "v": rng.normal(size=(h, g * d_k)),
            "o": rng.normal(size=(a * d_k, h)),
            "gate": rng.normal(size=(h, f)),
            "up": rng.normal(size=(h, f)),
            "down": rng.normal(size=(f, h)),
            "norm1": rng.normal(size=h),
            "norm2": rng.normal(size=h),
        }
        p = {name: value * 0.4 for name, value in p.items()}
        y = ns["decoder_block"](x, p, a, g)
        np.testing.assert_allclose(y, reference(x, p, a, g), atol=1e-10)
        moved = x.copy()
        moved[3, 0] += 1e-6
        slope = np.abs(ns["decoder_block"](moved, p, a, g) - y).max(axis=-1) / 1e-6
        assert not slope[:3].any() and (slope[3:] > 1e-5).all()
