"""手写交叉注意力（NumPy）：与逐头、逐对的参考对拍。"""

import math
from typing import Any

import numpy as np


def test(ns: dict[str, Any]) -> None:
    rng = np.random.default_rng(25)
    for b, n_q, n_k, h, h_c, a in ((1, 1, 4, 6, 3, 2), (2, 5, 3, 8, 10, 4), (3, 4, 4, 3, 3, 1)):
        x, ctx = rng.normal(size=(b, n_q, h)), rng.normal(size=(b, n_k, h_c))
        w_q, w_o = rng.normal(size=(2, h, h))
        w_k, w_v = rng.normal(size=(2, h_c, h))
        valid = rng.random((b, n_k)) < 0.6
        valid[:, 0] = True
        for mask in (None, valid):
            got, weights = ns["cross_attention"](x, ns["remember"](ctx, w_k, w_v, a), w_q, w_o, mask)
            for n in range(b):
                seen = [j for j in range(n_k) if mask is None or mask[n, j]]
                for i in range(n_q):
                    heads = []
                    for head in range(a):
                        part = slice(head * h // a, (head + 1) * h // a)
                        query = (x[n, i] @ w_q)[part]
                        e = {j: math.exp(query @ (ctx[n, j] @ w_k)[part] / math.sqrt(h // a)) for j in seen}
                        total = math.fsum(e.values())
                        for j in range(n_k):
                            assert math.isclose(weights[n, head, i, j], e.get(j, 0) / total, abs_tol=1e-12)
                        heads.append(sum(e[j] / total * (ctx[n, j] @ w_v)[part] for j in seen))
                    np.testing.assert_allclose(got[n, i], np.concatenate(heads) @ w_o, atol=1e-10)
