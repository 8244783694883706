"""NumPy 版 GPT 前向：与逐位置计算的参考实现对拍，并检查参数量与损失。"""

import math
from typing import Any

import numpy as np


def reference(ids: list[int], params: dict[str, Any], a: int) -> Any:
    """One sequence, one position, one head at a time; returns the logits (s, V)."""
    h = params["wte"].shape[1]
    d_k = h // a

    def norm(x: Any, g: Any, b: Any) -> Any:
        mean = sum(x) / h
        variance = sum((v - mean) ** 2 for v in x) / h
        return np.array([(v - mean) / math.sqrt(variance + 1e-5) for v in x]) * g + b

    def gelu(v: float) -> float:
        return 0.5 * v * (1 + math.tanh(math.sqrt(2 / math.pi) * (v + 0.044715 * v**3)))

    xs = [params["wte"][token] + params["wpe"][place] for place, token in enumerate(ids)]
    for p in params["blocks"]:
        mixed = [norm(x, p["ln1_g"], p["ln1_b"]) @ p["qkv_w"] + p["qkv_b"] for x in xs]
        updated = []
        for t, x in enumerate(xs):
            parts = []
            for head in range(a):
                cut = slice(head * d_k, (head + 1) * d_k)
                query = mixed[t][:h][cut]
                weights = [math.exp(query @ mixed[j][h : 2 * h][cut] / math.sqrt(d_k)) for j in range(t + 1)]
                parts.append(sum(w * mixed[j][2 * h :][cut] for j, w in enumerate(weights)) / sum(weights))
            updated.append(x + np.concatenate(parts) @ p["o_w"] + p["o_b"])
        xs = []
        for x in updated:
            inner = norm(x, p["ln2_g"], p["ln2_b"]) @ p["fc_w"] + p["fc_b"]
            xs.append(x + np.array([gelu(v) for v in inner]) @ p["out_w"] + p["out_b"])
    return np.array([norm(x, params["lnf_g"], params["lnf_b"]) @ params["wte"].T for x in xs])


def test(ns: dict[str, Any]) -> None:
    rng = np.random.default_rng(5)
    V, s_max, h, a, L = 11, 9, 12, 3, 2
    params = ns["init_params"](V, s_max, h, L)
    for block in params["blocks"]:  # leave the symmetric starting point, so that every parameter matters
        for name in block:
            block[name] = block[name] + 0.3 * rng.standard_normal(block[name].shape)
    ids = rng.integers(0, V, (2, 7))
    got = ns["gpt"](ids, params, a)
    for row in range(2):
        np.testing.assert_allclose(got[row], reference(ids[row].tolist(), params, a), atol=1e-10)

    # log-probabilities are normalised
    np.testing.assert_allclose(np.exp(ns["log_softmax"](got)).sum(-1), 1)

    # published sizes of GPT-2 (124M, 355M, 774M, 1558M)
    sizes = {(768, 12): 124.4, (1024, 24): 354.8, (1280, 36): 774.0, (1600, 48): 1557.6}
    for (width, layers), millions in sizes.items():
        assert round(ns["param_count"](50257, 1024, width, layers) / 1e6, 1) == millions
