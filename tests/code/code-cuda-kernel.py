"""手写 GPU kernel：逐线程的模拟与标量的参考对拍；页面上的 CUDA 源码守住同步与越界的规矩。"""

import math
import re
from typing import Any

import numpy as np
from answerbook import places

PAGE = places.ROOT / "docs/coding/code-cuda-kernel.md"


def test(ns: dict[str, Any]) -> None:
    rng = np.random.default_rng(33)
    for cols in (1, 2, 40, 63, 65, 200):
        x = rng.normal(size=cols) * 10
        x[rng.random(cols) < 0.2] = -math.inf
        x[rng.integers(cols)] = 3.0
        e = [math.exp(v - 3) for v in x]
        for threads in (32, 96, 512):
            got = ns["softmax_block"](x, threads)
            np.testing.assert_allclose(got, [v / math.fsum(e) for v in e], rtol=1e-12, atol=1e-300)
    states = [(np.array([m]), np.array([s])) for m, s in ((-math.inf, 0.0), (1.0, 2.0), (-700.0, 1.0), (1.0, 0.5))]
    for a in states:
        for b in states:
            for c in states:  # in any order and grouping
                left, right = ns["merge"](ns["merge"](a, b), c), ns["merge"](c, ns["merge"](b, a))
                assert left[0] == right[0]
                np.testing.assert_allclose(left[1], right[1], rtol=1e-12)
    sources()


def sources() -> None:
    """No __syncthreads inside an if, no early return from a kernel, two barriers per tile."""
    blocks = re.findall(r"^```cpp\n(.*?)^```$", PAGE.read_text("utf-8"), re.M | re.S)
    kernels = {m[1]: m[0] for b in blocks for m in re.finditer(r"__global__ void (\w+)\(.*?^}", b, re.M | re.S)}
    assert set(kernels) == {"sum", "softmax", "matmul"}
    for code in kernels.values():
        assert "return" not in re.sub(r"//.*", "", code)
        for inside in re.findall(r"if \([^{]*\{(.*?)\n    \}", code, re.S):
            assert "__syncthreads" not in inside
    assert kernels["matmul"].count("__syncthreads();") == 2
    assert kernels["sum"].count("__syncthreads();") == kernels["softmax"].count("__syncthreads();") == 1
