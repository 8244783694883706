"""手写 beam search：束够宽时与穷举对拍，束为 1 时与贪心对拍。"""

import math
from itertools import product
from typing import Any

import numpy as np


def test(ns: dict[str, Any]) -> None:
    for seed in range(6):
        table: dict[tuple[int, ...], Any] = {}
        rng = np.random.default_rng(seed)

        def model(prefix: tuple[int, ...], table: dict[tuple[int, ...], Any] = table, rng: Any = rng) -> Any:
            if prefix not in table:
                chance = rng.dirichlet(np.ones(4))
                table[prefix] = np.log(chance)
            return table[prefix]

        for alpha in (0.0, 0.8, 2.0):
            scores = {}
            for n in range(5):
                for body in product((1, 2, 3), repeat=n):
                    whole = (*body, 0)
                    total = math.fsum(model(whole[:t])[whole[t]] for t in range(len(whole)))
                    scores[whole] = total / ((5 + len(whole)) / 6) ** alpha
            best, score = ns["beam_search"](model, 0, 400, 5, alpha)
            assert best == max(scores, key=lambda w: scores[w]) and math.isclose(score, scores[best])
            narrow, reached = ns["beam_search"](model, 0, 3, 5, alpha)
            assert narrow not in scores or reached <= scores[best] + 1e-12

    def chain(prefix: tuple[int, ...]) -> Any:
        return np.log(np.array([0.05, 0.7, 0.25]) if len(prefix) < 3 else np.array([0.9, 0.05, 0.05]))

    assert ns["beam_search"](chain, 0, 1, 8, 2.0)[0] == (1, 1, 1, 0)
