"""手写带缓存的 GQA：与逐查询、逐头的参考对拍。"""

import math
from typing import Any

import numpy as np


def reference(x: Any, w: dict[str, Any], a: int, g: int) -> Any:
    d_k = w["q"].shape[1] // a
    result = []
    for t in range(len(x)):
        heads = []
        for head in range(a):
            own, group = slice(head * d_k, (head + 1) * d_k), head * g // a
            shared = slice(group * d_k, (group + 1) * d_k)
            query = (x[t] @ w["q"])[own]
            weights = [math.exp(query @ (x[j] @ w["k"])[shared] / math.sqrt(d_k)) for j in range(t + 1)]
            heads.append(sum(p * (x[j] @ w["v"])[shared] for j, p in enumerate(weights)) / sum(weights))
        result.append(np.concatenate(heads) @ w["o"])
    return np.array(result)


def test(ns: dict[str, Any]) -> None:
    rng = np.random.default_rng(11)
    h, a, d_k = 10, 6, 3
    x = rng.normal(size=(6, h))
    for g in (1, 2, 3, 6):
        w = {
            "q": rng.normal(size=(h, a * d_k)) / 3,
            "k": rng.normal(size=(h, g * d_k)) / 3,
            "v": rng.normal(size=(h, g * d_k)),
            "o": rng.normal(size=(a * d_k, h)),
        }
        expected = reference(x, w, a, g)
        for sizes in ([6], [1] * 6, [4, 1, 1], [2, 3, 1]):
            layer = ns["CachedGQA"](w, a, g, 9)
            start = 0
            for size in sizes:
                np.testing.assert_allclose(layer(x[start : start + size]), expected[start : start + size], atol=1e-10)
                start += size
