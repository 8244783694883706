"""Length and difficulty bias of GRPO, on a policy that only chooses when to stop. NumPy."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from saved import Row, save

SEED, GROUP, QUESTIONS, UPDATES, RATE, LONGEST, RUNS, START = 0, 8, 256, 200, 0.5, 400, 8, 2.0


def advantages(rewards: NDArray[np.float64], std: bool) -> NDArray[np.float64]:
    """Those of GRPO (2402.03300 §4.1): rewards (questions, group) less their group's mean, by its deviation."""
    centred: NDArray[np.float64] = rewards - rewards.mean(1, keepdims=True)
    return np.divide(centred, rewards.std(1, ddof=1, keepdims=True) + 1e-4) if std else centred


def length_after(rng: np.random.Generator, right: float, slope: float, per_sequence: bool) -> float:
    """Mean length after training; slope says how the log-odds of a right answer change with the log of its length."""
    logit, seen = START, []  # of going on; the mean length is 1 + e to the logit, 8.4 at the start
    for _ in range(UPDATES):
        stop = 1 / (1 + np.exp(logit))
        length = np.minimum(rng.geometric(stop, (QUESTIONS, GROUP)), LONGEST)
        odds = np.log(right / (1 - right)) + slope * np.log(length / 8.4)
        advantage = advantages((rng.random(length.shape) < 1 / (1 + np.exp(-odds))).astype(float), std=True)
        score = (length - 1) * stop - (1 - stop)  # d log p(length) / d logit
        weight = 1 / length if per_sequence else 1 / length.mean()
        logit += RATE * float((advantage * weight * score).mean())
        seen.append(float(length.mean()))
    return float(np.mean(seen[-10:]))


def difficulty(rng: np.random.Generator, right: float) -> dict[str, float]:
    """Mean size of the advantages of one question, with and without division by the standard deviation."""
    rewards = (rng.random((100_000, GROUP)) < right).astype(float)
    divided, centred = np.abs(advantages(rewards, std=True)).mean(), np.abs(advantages(rewards, std=False)).mean()
    return {"divided": divided, "centred": centred, "groups_without_signal": (rewards.std(1) == 0).mean()}


def measure() -> list[Row]:
    """Rows of the length after training by chance and slope, then of the advantages by chance."""
    rng = np.random.default_rng(SEED)
    rows: list[Row] = []
    for right in (0.2, 0.5, 0.8):
        for slope in (-0.5, 0.0, 0.5):
            runs = [[length_after(rng, right, slope, kind) for _ in range(RUNS)] for kind in (True, False)]
            figures: Row = {
                "right": right,
                "slope": slope,
                "divided_by_own_length": np.mean(runs[0]),
                "std_of_it": np.std(runs[0]),
            }
            figures |= {"summed_over_tokens": np.mean(runs[1]), "std_of_that": np.std(runs[1])}
            rows.append({name: round(float(value), 3) for name, value in figures.items()})
    for right in (0.05, 0.2, 0.5):
        rows.append({"right": right} | {name: round(float(value), 3) for name, value in difficulty(rng, right).items()})
    return rows


if __name__ == "__main__":
    rows = measure()
    shorter, neutral, longer, hard, even = rows[0], rows[1], rows[2], rows[9], rows[11]
    save(
        "grpo_bias",
        "GRPO 按长度平均、除以标准差，各带来多大的偏差？",
        "答对率 20%、对错与长度无关时，除以各自长度让平均长度多三成，按 token 求和不变；除以标准差让难题的优势大一倍。",
        f"起初平均 8.4 个 token、答对率约 20%，以同样的学习率训练 {UPDATES} 步后：对错与长度无关时，"
        f"除以自己的长度得 {neutral['divided_by_own_length']}"
        f"（各次标准差 {neutral['std_of_it']}），按 token 求和得 {neutral['summed_over_tokens']}，都没有系统的漂移；"
        f"长一些更对时是 {longer['divided_by_own_length']} 和 {longer['summed_over_tokens']}，短一些更对时是 "
        f"{shorter['divided_by_own_length']} 和 {shorter['summed_over_tokens']}。除以标准差后，答对率 5% "
        f"的题优势的平均大小是 50% 的题的 "
        f"{hard['divided'] / even['divided']:.2f} 倍（不除是 {hard['centred'] / even['centred']:.2f} 倍），"
        f"它有 {100 * hard['groups_without_signal']:.0f}% 的组没有信号。",
        SEED,
        rows,
    )
