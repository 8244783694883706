import numpy as np
from judge import check, frozen, same, slope

RNG = np.random.default_rng(0)
U, V = (frozen(one) for one in RNG.normal(size=(2, 6, 5)))
SCORES = np.array([[0.8, 0.2], [0.4, 0.6]]) / 0.5


def test_normalize(mine):
    """归一化"""
    same(mine.normalize(np.array([[3.0, 4.0]])), [[0.6, 0.8]], "[3, 4] 归一化")
    same(np.linalg.norm(mine.normalize(U), axis=1), np.ones(6), "各行归一化以后的长度")
    with np.errstate(all="ignore"):
        check(np.isfinite(mine.normalize(np.zeros((1, 3)))).all(), "全是 0 的一行归一化成了 NaN")


def test_cross_entropy(mine):
    """对角线上的交叉熵"""
    same(mine.diagonal_ce(SCORES), 0.388041, "算例按行的交叉熵（取平均）", 1e-4)
    same(mine.diagonal_ce(SCORES.T), 0.371101, "算例按列的交叉熵", 1e-4)
    wide = np.array([[2.0, 1.0, 0.0], [0.0, 2.0, 1.0]])
    same(mine.diagonal_ce(wide), 0.407606, "2 行 3 列时的交叉熵（第 i 行的正确列是 i）")


def test_stable(mine):
    """分数很大也不溢出"""
    with np.errstate(all="ignore"):
        got = (
            mine.diagonal_ce(np.array([[5000.0, 0.0], [0.0, 5000.0]])),
            mine.diagonal_ce(np.array([[0.0, 5000.0], [5000.0, 0.0]])),
        )
    check(np.isfinite(got).all(), f"分数是 5000 时得到 {got}：先减每行的最大值，也不要先算概率再取对数")
    same(got, [0.0, 5000.0], "分数是 5000 时的交叉熵")


def test_lengths_do_not_matter(mine):
    """只看方向"""
    same(mine.info_nce(U * 9, V), mine.info_nce(U, V), "查询放大 9 倍以后的损失（余弦与长度无关）")
    stretched = V * np.arange(1, 7)[:, None]
    same(mine.info_nce(U, stretched), mine.info_nce(U, V), "各个 key 放大不同倍数以后的损失（余弦与长度无关）")


def test_temperature(mine, answer):
    """温度"""
    for tau in (1.0, 0.5, 0.07):
        same(mine.info_nce(U, V, tau), answer.info_nce(U, V, tau), f"τ = {tau} 时的损失（相似度除以 τ）")
    same(mine.info_nce(U, V), mine.info_nce(U, V, 0.07), "不写 τ 时的损失（缺省 0.07）")
    same(mine.clip_loss(U, V), mine.clip_loss(U, V, 0.07), "不写 τ 时的 clip_loss（缺省 0.07）")
    check(mine.info_nce(U, U, 0.02) < 1e-3, "查询与 key 相同、τ = 0.02 时损失应接近 0")


def test_random_start(mine):
    """随机起点约为 ln N"""
    u, v = RNG.normal(size=(2, 256, 2048))
    got = mine.info_nce(u, v, 1.0)
    check(
        abs(got - np.log(256)) < 0.05,
        f"256 对随机向量、τ = 1 时损失是 {got:.3f}，应约为 ln 256 = 5.545（对 N 行取平均）",
    )


def test_order(mine):
    """正对跟着行走"""
    order = RNG.permutation(6)
    same(mine.info_nce(U[order], V[order]), mine.info_nce(U, V), "两边一起打乱以后的损失")
    check(abs(mine.info_nce(U, V[::-1]) - mine.info_nce(U, V)) > 1e-3, "只打乱一边，损失却没有变")


def test_hard(mine, answer):
    """难负例"""
    hard = frozen(U[:2] + V[:2])
    same(
        mine.info_nce(U, V, 0.5, hard),
        answer.info_nce(U, V, 0.5, hard),
        "有两个难负例时的损失（对每个查询都是负例，也要归一化）",
    )
    check(mine.info_nce(U, V, 0.5, hard) > mine.info_nce(U, V, 0.5), "加了难负例，损失应变大")


def test_symmetric(mine):
    """两个方向"""
    got = mine.clip_loss(U, V, 0.3)
    same(got, mine.clip_loss(V, U, 0.3), "交换两边以后的 clip_loss")
    same(got, (mine.info_nce(U, V, 0.3) + mine.info_nce(V, U, 0.3)) / 2, "clip_loss（两个方向的平均）")


def test_gradient_pulls_pairs_together(mine):
    """梯度把正对拉近"""
    pull = -slope(lambda u: mine.info_nce(u, V, 0.5), U)
    moved = U + 0.1 * pull
    check(mine.info_nce(moved, V, 0.5) < mine.info_nce(U, V, 0.5), "沿负梯度走一小步，损失没有下降")
