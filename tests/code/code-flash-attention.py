"""手写分块注意力：与逐查询的参考对拍，并检查块大小不改变结果。"""

import math
from typing import Any

import numpy as np


def test(ns: dict[str, Any]) -> None:
    rng = np.random.default_rng(18)
    for n, m in ((6, 6), (2, 5), (5, 3)):
        queries, keys, values = rng.normal(size=(n, 4)), rng.normal(size=(m, 4)), rng.normal(size=(m, 2))
        for causal in (False, True):
            expected, sums = np.zeros((n, 2)), []
            for i in range(n):
                seen = [j for j in range(m) if not causal or j <= i + m - n]
                weights = [math.exp(math.fsum(queries[i] * keys[j]) / 2) for j in seen]
                total = math.fsum(weights)
                sums.append(math.log(total) if seen else -math.inf)
                for j, w in zip(seen, weights, strict=True):
                    expected[i] += w / total * values[j]
            for rows in (1, 2, 3, 8):
                for columns in (1, 2, 4, 8):
                    got, lse = ns["flash_attention"](queries, keys, values, rows, columns, causal)
                    np.testing.assert_allclose(got, expected, atol=1e-12)
                    np.testing.assert_allclose(lse, sums, atol=1e-12)
