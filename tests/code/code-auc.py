"""手写 AUC 与 GAUC：与两层循环的定义对拍，含大量并列。"""

import math
from typing import Any

import numpy as np


def pairs(scores: Any, labels: Any) -> float:
    positive = [s for s, y in zip(scores, labels, strict=True) if y]
    negative = [s for s, y in zip(scores, labels, strict=True) if not y]
    if not positive or not negative:
        return math.nan
    wins = sum((p > n) + 0.5 * (p == n) for p in positive for n in negative)
    return float(wins / (len(positive) * len(negative)))


def test(ns: dict[str, Any]) -> None:
    rng = np.random.default_rng(21)
    for values in (3, 10, 10**6):
        for _ in range(20):
            n = int(rng.integers(1, 40))
            scores, labels, users = rng.integers(0, values, n), rng.integers(0, 2, n), rng.integers(0, 5, n)
            np.testing.assert_allclose(ns["auc"](scores, labels), pairs(scores, labels))
            total = weight = 0.0
            for user in set(users.tolist()):
                rows = users == user
                value = pairs(scores[rows], labels[rows])
                if not math.isnan(value):
                    total, weight = total + value * rows.sum(), weight + rows.sum()
            np.testing.assert_allclose(ns["gauc"](scores, labels, users), total / weight if weight else math.nan)
