"""手写 int8 量化：与逐个数找最近格子的参考、分数精确的矩阵乘对拍。"""

from fractions import Fraction
from typing import Any

import numpy as np


def nearest(value: float, step: Fraction, low: int, high: int) -> set[int]:
    """The whole numbers k that bring k * step closest to the value: two when it lies in the middle."""
    gaps = {k: abs(Fraction(value) - k * step) for k in range(low, high + 1)}
    return {k for k, gap in gaps.items() if gap - min(gaps.values()) <= Fraction(1, 10**12)}


def test(ns: dict[str, Any]) -> None:
    rng = np.random.default_rng(27)
    x, w = rng.normal(size=(5, 8)) * 10.0 ** rng.integers(-3, 3, (5, 1)), rng.normal(size=(4, 8))
    for axis in (None, 0, 1):
        for bits in (8, 4):
            top = 2 ** (bits - 1) - 1
            q, s = ns["quantize"](x, axis, bits)
            assert q.dtype == np.int8 and np.abs(q).max() == top
            steps = np.broadcast_to(s, x.shape)
            for i, j in np.ndindex(x.shape):
                line = x if axis is None else x[:, j] if axis == 0 else x[i]
                assert np.isclose(steps[i, j], np.abs(line).max() / top)
                assert int(q[i, j]) in nearest(x[i, j], Fraction(steps[i, j]), -top, top)
    restored = ns["grouped"](x, 4)
    for i, j in np.ndindex(x.shape):
        group = np.abs(x[i, j // 4 * 4 : j // 4 * 4 + 4]).max()
        assert abs(restored[i, j] - x[i, j]) <= group / 254 * (1 + 1e-9)

    (qx, sx), (qw, sw) = ns["quantize"](x, 1), ns["quantize"](w, 1)
    ax, ss, zz = ns["quantize_affine"](x, 1)
    plain, affine = ns["w8a8"](x, w), ns["w8a8_affine"](x, w)
    for i in range(5):
        for j in range(4):
            whole = sum(int(a) * int(b) for a, b in zip(qx[i], qw[j], strict=True))
            assert np.isclose(plain[i, j], whole * sx[i, 0] * sw[j, 0])
            moved = sum((int(a) - int(zz[i, 0])) * int(b) for a, b in zip(ax[i], qw[j], strict=True))
            assert np.isclose(affine[i, j], moved * ss[i, 0] * sw[j, 0])
