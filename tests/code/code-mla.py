"""手写 MLA：与逐头、逐对的参考对拍，两种形式都比。"""

import cmath
import math
from typing import Any

import numpy as np


def normed(v: Any) -> Any:
    return v / math.sqrt(math.fsum(v * v) / len(v) + 1e-6)


def turned(v: Any, position: int) -> Any:
    """Each pair of neighbours is a complex number, turned by its own angle."""
    out = []
    for i in range(0, len(v), 2):
        z = complex(v[i], v[i + 1]) * cmath.exp(1j * position * 10000 ** (-i / len(v)))
        out += [z.real, z.imag]
    return np.array(out)


def reference(w: dict[str, Any], x: Any, a: int, r: int) -> Any:
    """The formulas of the paper: every head's keys and values are written out."""
    d_c, d = w["uk"].shape[2], w["uk"].shape[1]
    latent = [normed((row @ w["dkv"])[:d_c]) for row in x]
    shared = [turned((row @ w["dkv"])[d_c:], t) for t, row in enumerate(x)]
    result = []
    for t, row in enumerate(x):
        queries = (normed(row @ w["dq"]) @ w["uq"]).reshape(a, d + r)
        heads = []
        for i, q in enumerate(queries):
            full = np.concatenate([q[:d], turned(q[d:], t)])
            scores = [full @ np.concatenate([w["uk"][i] @ latent[j], shared[j]]) for j in range(t + 1)]
            weights = [math.exp(s / math.sqrt(d + r)) for s in scores]
            heads.append(sum(p * (w["uv"][i] @ latent[j]) for j, p in enumerate(weights)) / math.fsum(weights))
        result.append(np.concatenate(heads) @ w["o"])
    return np.array(result)


def test(ns: dict[str, Any]) -> None:
    rng = np.random.default_rng(24)
    h, d_q, d_c, d, d_v = 8, 5, 6, 3, 2
    x = rng.normal(size=(6, h))
    for a, r in ((1, 2), (2, 4), (5, 6)):
        w = {
            "dq": rng.normal(size=(h, d_q)),
            "uq": rng.normal(size=(d_q, a * (d + r))),
            "dkv": rng.normal(size=(h, d_c + r)),
            "uk": rng.normal(size=(a, d, d_c)),
            "uv": rng.normal(size=(a, d_v, d_c)),
            "o": rng.normal(size=(a * d_v, h)),
        }
        expected = reference(w, x, a, r)
        for absorb in (False, True):
            np.testing.assert_allclose(ns["MLA"](w, a, r)(x, absorb), expected, atol=1e-10)
            layer = ns["MLA"](w, a, r)
            for t in range(len(x)):
                np.testing.assert_allclose(layer(x[t : t + 1], absorb)[0], expected[t], atol=1e-10)
