"""手写 DPO：与逐 token 的参考对拍。"""

import math
from typing import Any

import numpy as np


def test(ns: dict[str, Any]) -> None:
    rng = np.random.default_rng(12)
    b, s, vocab = 4, 6, 9
    answer = (np.arange(s) >= np.array([1, 2, 4, 5])[:, None]) & (np.arange(s) < np.array([6, 5, 6, 6])[:, None])
    values = []
    for _ in range(4):
        logits, ids = rng.normal(size=(b, s, vocab)) * 4, rng.integers(0, vocab, (b, s))
        got = ns["sequence_logp"](logits, ids, answer.astype(float))
        for i in range(b):
            expected = 0.0
            for t in range(1, s):
                if answer[i, t]:
                    row = logits[i, t - 1].tolist()
                    expected += row[ids[i, t]] - math.log(math.fsum(math.exp(v) for v in row))
            assert math.isclose(got[i], expected)
        values.append(got)
    for beta in (0.05, 0.5):
        loss, (good, bad), share = ns["dpo_loss"](*values, beta=beta)
        margins = [beta * ((w - rw) - (z - rz)) for w, z, rw, rz in zip(*values, strict=True)]
        assert math.isclose(loss, sum(-math.log(1 / (1 + math.exp(-m))) for m in margins) / b)
        np.testing.assert_allclose(good - bad, margins)
        assert share == sum(m > 0 for m in margins) / b
    assert math.isclose(ns["dpo_loss"](*values, beta=0.0)[0], math.log(2))
