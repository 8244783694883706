"""手写蒸馏损失：与逐 token 的参考对拍。"""

import math
from typing import Any

import numpy as np


def soften(row: list[float], temperature: float) -> list[float]:
    weights = [math.exp(v / temperature) for v in row]
    return [w / math.fsum(weights) for w in weights]


def test(ns: dict[str, Any]) -> None:
    rng = np.random.default_rng(19)
    student, teacher = rng.normal(size=(5, 7)) * 2, rng.normal(size=(5, 7)) * 2
    target, mask = rng.integers(0, 7, 5), np.array([1.0, 0, 1, 1, 0])
    for temperature in (0.5, 1.0, 4.0):
        for alpha in (0.0, 0.3, 1.0):
            for reverse in (False, True):
                total = 0.0
                for i in range(5):
                    if mask[i]:
                        p = soften(teacher[i].tolist(), temperature)
                        q = soften(student[i].tolist(), temperature)
                        a, b = (q, p) if reverse else (p, q)
                        soft = math.fsum(x * math.log(x / y) for x, y in zip(a, b, strict=True))
                        hard = -math.log(soften(student[i].tolist(), 1.0)[target[i]])
                        total += alpha * temperature**2 * soft + (1 - alpha) * hard
                loss, _ = ns["distill_loss"](student, teacher, target, mask, temperature, alpha, reverse)
                assert math.isclose(loss, total / 3)
