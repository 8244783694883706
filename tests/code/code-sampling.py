"""手写采样：与逐 token 的参考对拍，并用频率检验。"""

import math
from typing import Any

import numpy as np


def reference(row: list[float], temperature: float, top_k: int, top_p: float) -> list[float]:
    """One row: walk down the ranking and stop when the nucleus is full."""
    weights = [math.exp((v - max(row)) / temperature) for v in row]
    ranking = sorted(range(len(row)), key=lambda i: -weights[i])[: top_k or None]
    total = math.fsum(weights[i] for i in ranking)
    kept: list[int] = []
    for i in ranking:
        if kept and math.fsum(weights[j] for j in kept) / total >= top_p:
            break
        kept.append(i)
    mass = math.fsum(weights[i] for i in kept)
    return [weights[i] / mass if i in kept else 0.0 for i in range(len(row))]


def test(ns: dict[str, Any]) -> None:
    rng = np.random.default_rng(2)
    logits = rng.normal(0, 2, size=(5, 9))
    for temperature in (0.3, 1.0, 2.0):
        for top_k in (0, 1, 4, 50):
            for top_p in (0.1, 0.5, 0.93, 1.0):
                got = ns["filtered_probs"](logits, temperature, top_k, top_p)
                for row, probabilities in zip(logits, got, strict=True):
                    np.testing.assert_allclose(
                        probabilities, reference(row.tolist(), temperature, top_k, top_p), atol=1e-12
                    )

    n = 40_000
    for cut in ({}, {"top_k": 3}, {"top_p": 0.6}):
        expected = ns["filtered_probs"](logits[:1], 0.8, **cut)[0]
        drawn = ns["sample"](np.repeat(logits[:1], n, axis=0), rng, 0.8, **cut)
        share = np.bincount(drawn, minlength=9) / n
        assert np.abs(share - expected).max() < 0.015 and not share[expected == 0].any()
    assert np.array_equal(ns["sample"](logits, rng, 0), logits.argmax(-1))
