"""Share of the weights that an AdamW step leaves as they are in pure bf16, while a small network learns. NumPy.

A language model of two layers (embedding, hidden layer, output) on a Markov chain of 64 symbols. bf16 is rounded to
nearest even; the moments stay in float32, which favours bf16.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray
from saved import Row, save

Array = NDArray[Any]

SEED, SYMBOLS, WIDTH, STEPS, BATCH = 0, 64, 128, 400, 256


def bf16(x: Array) -> Array:
    """float32 rounded to the nearest bf16, ties to even; any shape."""
    bits = x.astype(np.float32).view(np.uint32)
    bits = (bits + 0x7FFF + ((bits >> 16) & 1)) & np.uint32(0xFFFF0000)
    return bits.view(np.float32)


def stochastic(rng: np.random.Generator, x: Array) -> Array:
    """float32 rounded to one of its two neighbours in bf16, the nearer one likelier; any shape."""
    bits = x.astype(np.float32).view(np.uint32) + rng.integers(0, 1 << 16, x.shape, dtype=np.uint32)
    return (bits & np.uint32(0xFFFF0000)).view(np.float32)


def gradients(weights: Sequence[Array], symbols: Array, following: Array) -> tuple[float, tuple[Array, ...]]:
    """Mean loss in nats and the gradients of the weights; `symbols` and those `following` them are (BATCH,)."""
    embedding, hidden, output = weights
    x = embedding[symbols]
    h = np.maximum(x @ hidden, 0)
    logits = h @ output
    p = np.exp(logits - logits.max(1, keepdims=True))
    p /= p.sum(1, keepdims=True)
    loss = float(-np.log(p[np.arange(BATCH), following]).mean())
    p[np.arange(BATCH), following] -= 1
    p /= BATCH
    back = (p @ output.T) * (h > 0)
    table = np.zeros_like(embedding)
    np.add.at(table, symbols, back @ hidden.T)
    return loss, (table, x.T @ back, h.T @ p)


def train(rate: float, rounding: str) -> tuple[float, float, float]:
    """Per cent of the weights unmoved per step, in the first and the last 50 steps, and the loss at the end."""
    rng = np.random.default_rng(SEED)
    chain = rng.dirichlet(np.full(SYMBOLS, 0.1), SYMBOLS)
    shapes = ((SYMBOLS, WIDTH), (WIDTH, WIDTH), (WIDTH, SYMBOLS))
    ways: dict[str, Callable[[Array], Array]] = {
        "float32": np.asarray,
        "nearest": bf16,
        "stochastic": lambda x: stochastic(rng, x),
    }
    put = ways[rounding]
    weights = [bf16((rng.standard_normal(shape) * (2 / shape[0]) ** 0.5).astype(np.float32)) for shape in shapes]
    moments = [(np.zeros(shape), np.zeros(shape)) for shape in shapes]
    unmoved, losses = [], []
    for step in range(1, STEPS + 1):
        symbols = rng.integers(SYMBOLS, size=BATCH)
        following = (chain[symbols].cumsum(1) > rng.random((BATCH, 1))).argmax(1)
        loss, slopes = gradients(weights, symbols, following)
        still = 0
        for n, slope in enumerate(slopes):
            first, second = (0.9 * moments[n][0] + 0.1 * slope, 0.999 * moments[n][1] + 0.001 * slope**2)
            moments[n] = (first, second)
            change = rate * (first / (1 - 0.9**step)) / (np.sqrt(second / (1 - 0.999**step)) + 1e-8)
            new = put((weights[n] - change).astype(np.float32))
            still += int((new == weights[n]).sum())
            weights[n] = new
        unmoved.append(100 * still / sum(w.size for w in weights))
        losses.append(loss)
    return float(np.mean(unmoved[:50])), float(np.mean(unmoved[-50:])), float(np.mean(losses[-50:]))


def measure() -> list[Row]:
    """A row for each learning rate and way of rounding: per cent unmoved, mean loss in nats."""
    rows: list[Row] = []
    for rate in (1e-6, 1e-5, 3e-5, 1e-4, 1e-3):
        for rounding in ("float32", "nearest", "stochastic"):
            first, last, loss = train(rate, rounding)
            row = {"rate": rate, "rounding": rounding, "unmoved_first": round(first, 1), "unmoved_last": round(last, 1)}
            rows.append(row | {"loss": round(loss, 3)})
    return rows


if __name__ == "__main__":
    rows = measure()
    at = {(row["rate"], row["rounding"]): row for row in rows}
    low, middle, high = (at[rate, "nearest"] for rate in (1e-5, 1e-4, 1e-3))
    save(
        "bf16_unmoved",
        "纯 bf16 训练时，一步里有多少权重没有动？",
        "学习率 1e-5 时 85%，1e-4 时 20%，1e-3 时 1%；1e-5 的纯 bf16 只有 fp32 进步的十分之一。",
        f"学习率 1e-5、1e-4、1e-3 时，最后 50 步里每步有 {low['unmoved_last']}%、{middle['unmoved_last']}%、"
        f"{high['unmoved_last']}% 的权重不动；"
        f"{STEPS} 步后的损失，fp32、就近舍入、随机舍入在 1e-5 是 {at[1e-5, 'float32']['loss']}、{low['loss']}、"
        f"{at[1e-5, 'stochastic']['loss']}，"
        f"在 1e-4 是 {at[1e-4, 'float32']['loss']}、{middle['loss']}、{at[1e-4, 'stochastic']['loss']}。",
        SEED,
        rows,
    )
