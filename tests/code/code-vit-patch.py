"""手写图块嵌入（NumPy）：与逐块、逐像素的参考对拍。"""

from typing import Any

import numpy as np


def test(ns: dict[str, Any]) -> None:
    rng = np.random.default_rng(28)
    for b, c, p, rows, cols, h in ((1, 1, 1, 2, 3, 2), (2, 3, 2, 3, 2, 4), (3, 2, 4, 1, 5, 3)):
        x, kernel = rng.normal(size=(b, c, rows * p, cols * p)), rng.normal(size=(h, c, p, p))
        bias, cls, pos = rng.normal(size=h), rng.normal(size=h), rng.normal(size=(rows * cols + 1, h))
        got, tokens = ns["embed"](x, p, kernel, bias, cls, pos), ns["patchify"](x, p)
        assert got.shape == (b, rows * cols + 1, h)
        for n in range(b):
            np.testing.assert_allclose(got[n, 0], cls + pos[0])
            for block in range(rows * cols):
                top, left = block // cols * p, block % cols * p
                pixels = [(k, i, j) for k in range(c) for i in range(p) for j in range(p)]
                assert tokens[n, block].tolist() == [x[n, k, top + i, left + j] for k, i, j in pixels]
                for out in range(h):
                    total = sum(x[n, k, top + i, left + j] * kernel[out, k, i, j] for k, i, j in pixels)
                    np.testing.assert_allclose(got[n, block + 1, out], total + bias[out] + pos[block + 1, out])
        assert np.array_equal(ns["unpatchify"](tokens, p, c, rows * p, cols * p), x)

    z = np.arange(2 * 10).reshape(2, 10, 1)
    seen = np.zeros(10)
    for _ in range(400):
        kept, mask, restore = ns["random_mask"](z, 3, rng)
        for n in range(2):
            assert set(kept[n, :, 0]) == set(z[n, mask[n] == 0, 0]) and mask[n].sum() == 7
            order = np.argsort(restore[n])
            assert kept[n, :, 0].tolist() == z[n, order[:3], 0].tolist()
        seen += mask[0] == 0
    assert np.abs(seen / 400 - 0.3).max() < 0.09  # every patch is kept equally often
