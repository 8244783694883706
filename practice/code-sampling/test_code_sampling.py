import numpy as np
from judge import check, frozen, same

PROBS = np.array([[0.05, 0.3, 0.5, 0.15]])
LOGITS = frozen(np.log(PROBS))


def test_temperature(mine, answer):
    """温度"""
    for temperature in (1.0, 0.5, 2.0):
        got = mine.filtered_probs(LOGITS, temperature)
        same(got, answer.filtered_probs(LOGITS, temperature), f"温度 {temperature} 时的概率")


def test_top_k(mine):
    """top-k"""
    same(mine.filtered_probs(LOGITS, top_k=2), [[0, 0.375, 0.625, 0]], "top_k = 2 时的概率")
    same(mine.filtered_probs(LOGITS, top_k=1), [[0, 0, 1, 0]], "top_k = 1 时的概率")
    for k in (0, 4, 9):
        same(mine.filtered_probs(LOGITS, top_k=k), PROBS, f"top_k = {k}（词表有 4 个）应不截，概率")


def test_top_p(mine):
    """top-p：跨过 p 的那个也留下，散回原位"""
    same(mine.filtered_probs(LOGITS, top_p=0.7), [[0, 0.375, 0.625, 0]], "top_p = 0.7（最大的两个之和是 0.8）时的概率")
    same(mine.filtered_probs(LOGITS, top_p=0.9), [[0, 6 / 19, 10 / 19, 3 / 19]], "top_p = 0.9 时的概率")
    same(mine.filtered_probs(LOGITS, top_p=0.3), [[0, 0, 1, 0]], "top_p = 0.3（最大的一个就超过）时的概率")
    same(mine.filtered_probs(LOGITS, top_p=0.0), [[0, 0, 1, 0]], "top_p = 0（至少留一个）时的概率")
    same(mine.filtered_probs(LOGITS, top_p=1.0), PROBS, "top_p = 1 应不截，概率")


def test_order_of_the_cuts(mine, answer):
    """温度在 top-p 之前"""
    got, want = (one.filtered_probs(LOGITS, 2.0, top_p=0.75) for one in (mine, answer))
    same(got, want, "温度 2、top_p = 0.75 时的概率（累计要用除过温度的概率）")
    got, want = (one.filtered_probs(LOGITS, 1.0, top_k=3, top_p=0.84) for one in (mine, answer))
    same(got, want, "top_k = 3 再 top_p = 0.84 时的概率（top-p 的累计要用 top-k 截过、重新归一的概率）")


def test_rows_are_apart(mine, answer):
    """一批里各行各自截断"""
    logits = frozen(np.random.default_rng(0).normal(size=(6, 11)) * np.linspace(0.5, 4, 6)[:, None])
    for cut in ({"top_k": 3}, {"top_p": 0.8}, {"top_k": 5, "top_p": 0.6}):
        got, want = mine.filtered_probs(logits, 0.8, **cut), answer.filtered_probs(logits, 0.8, **cut)
        same(got, want, f"6 行一批、{cut} 时的概率")
        same(got.sum(axis=-1), np.ones(6), f"{cut} 时每行的和")


def test_ties(mine):
    """并列"""
    got = mine.filtered_probs(np.zeros((1, 4)), top_k=2)
    same(got, np.full((1, 4), 0.25), "四个一样大、top_k = 2 时的概率（与第 k 大并列的都留下）")


def test_large_logits(mine):
    """logits 很大也不溢出"""
    with np.errstate(over="ignore", invalid="ignore"):
        got = mine.filtered_probs(np.array([[1000.0, 999.0, -1000.0]]), top_p=0.99)
    check(np.isfinite(got).all(), "logits 有 1000 时出现 NaN 或无穷：softmax 之前先减每行的最大值")


def test_greedy(mine):
    """温度为 0 取最大"""
    with np.errstate(all="ignore"):
        got = mine.sample(np.concatenate([LOGITS, LOGITS[:, ::-1]]), np.random.default_rng(0), temperature=0)
    same(got, [2, 1], "温度为 0 时抽到的下标")


def test_frequencies(mine, answer):
    """抽十万次的频率与概率相符"""
    many = np.repeat(LOGITS, 100_000, axis=0)
    for cut in ({}, {"top_p": 0.9}, {"top_k": 2}):
        got = np.asarray(mine.sample(many, np.random.default_rng(1), **cut))
        check(got.shape == (100_000,), f"sample 的形状是 {got.shape}，应是 (b,)，即 (100000,)")
        share = np.bincount(got, minlength=4) / len(got)
        want = answer.filtered_probs(LOGITS, **cut)[0]
        never = [int(one) for one in np.flatnonzero((want == 0) & (share > 0))]
        check(not never, f"{cut} 截掉了下标 {never}，却抽到了：抽到的是名次，还是词表里的下标？")
        same(share, want, f"{cut or '不截'} 时抽到的频率", 0.01)
