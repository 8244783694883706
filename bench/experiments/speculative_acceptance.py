"""Acceptance of speculative sampling against the divergence of draft and target, by running the algorithm. NumPy."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from saved import Row, save

SEED, TOKENS, CONTEXTS, ROUNDS, DRAFTED = 0, 500, 200, 20, 4


def softmax(logits: NDArray[np.float64]) -> NDArray[np.float64]:
    """Probabilities of logits (contexts, tokens)."""
    exp = np.exp(logits - logits.max(-1, keepdims=True))
    shares: NDArray[np.float64] = exp / exp.sum(-1, keepdims=True)
    return shares


def rounds(rng: np.random.Generator, target: NDArray[np.float64], draft: NDArray[np.float64]) -> float:
    """Mean number of tokens that one call of the target model yields, each position with a context of its own."""
    produced = 0
    for _ in range(ROUNDS * CONTEXTS):
        for _ in range(DRAFTED):
            place = rng.integers(CONTEXTS)
            p, q = target[place], draft[place]
            token = rng.choice(TOKENS, p=q)
            produced += 1
            if rng.random() >= min(1.0, p[token] / q[token]):
                break  # this token is drawn anew from max(p - q, 0): one token all the same
        else:
            produced += 1
    return produced / (ROUNDS * CONTEXTS)


def measure() -> list[Row]:
    """A row for each noise: divergence in nats, acceptance, tokens a call (2211.17192 §3 for the formula)."""
    rng = np.random.default_rng(SEED)
    logits = 3 * rng.standard_normal((CONTEXTS, TOKENS))
    target = softmax(logits)
    rows: list[Row] = []
    for noise in (0.1, 0.3, 0.5, 1.0, 1.5, 2.0):
        draft = softmax(logits + noise * rng.standard_normal(logits.shape))
        accept = float(np.minimum(target, draft).sum(-1).mean())
        kl = float((target * np.log(target / draft)).sum(-1).mean())
        same = float((target.argmax(-1) == draft.argmax(-1)).mean())
        formula = (1 - accept ** (DRAFTED + 1)) / (1 - accept)
        figures = {"noise": noise, "kl": kl, "acceptance": accept, "greedy_agreement": same}
        figures |= {"tokens_per_call": rounds(rng, target, draft), "by_formula": formula}
        rows.append({name: round(value, 3) for name, value in figures.items()})
    return rows


if __name__ == "__main__":
    rows = measure()
    near, middle, far = rows[1], rows[3], rows[-1]
    save(
        "speculative_acceptance",
        "投机解码的接受率随草稿和目标的差别怎样下降？",
        "KL 0.1 时接受率 0.83，KL 1 时 0.5。",
        f"KL 为 {near['kl']}、{middle['kl']}、{far['kl']} 时接受率是 {near['acceptance']}、"
        f"{middle['acceptance']}、{far['acceptance']}；"
        f"每次草拟 {DRAFTED} 个，目标模型一次得 {near['tokens_per_call']}、{middle['tokens_per_call']}、"
        f"{far['tokens_per_call']} 个 token，"
        f"独立同分布的公式给 {near['by_formula']}、{middle['by_formula']}、{far['by_formula']}。",
        SEED,
        rows,
    )
