import numpy as np
from judge import check, frozen, same

RNG = np.random.default_rng(0)
R, V = (frozen(one) for one in RNG.normal(size=(2, 4, 6)))
FULL = frozen(np.ones((4, 6)))
MASK = frozen((np.arange(6) < np.array([6, 4, 1, 3])[:, None]).astype(float))


def test_example(mine):
    """算例"""
    r, v = np.array([[0.0, 0, 1]]), np.array([[0.5, 0.6, 0.8]])
    adv, ret = mine.gae(r, v, np.ones((1, 3)))
    same(np.asarray(adv)[:, -1], [0.2], "最后一个位置的优势（奖励 1、价值 0.8、之后是 0）")
    same(adv, [[0.4705, 0.39, 0.2]], "奖励 [0, 0, 1]、价值 [0.5, 0.6, 0.8] 的优势")
    same(ret, [[0.9705, 0.99, 1.0]], "它的回报（优势加价值）")


def test_lambda_one(mine):
    """λ = 1 是蒙特卡洛"""
    to_go = np.array([[sum(0.9 ** (k - t) * row[k] for k in range(t, 6)) for t in range(6)] for row in R])
    same(mine.gae(R, V, FULL, 0.9, 1.0)[0], to_go - V, "γ = 0.9、λ = 1 的优势（折扣后的奖励之和减价值）")


def test_lambda_zero(mine):
    """λ = 0 是一步误差"""
    after = np.concatenate([V[:, 1:], np.zeros((4, 1))], axis=1)
    same(mine.gae(R, V, FULL, 0.9, 0.0)[0], R + 0.9 * after - V, "γ = 0.9、λ = 0 的优势（一步的误差）")


def test_middle(mine, answer):
    """λ 在中间"""
    got, want = mine.gae(R, V, FULL, 0.9, 0.8), answer.gae(R, V, FULL, 0.9, 0.8)
    same(got[0], want[0], "γ = 0.9、λ = 0.8 的优势（递推乘的是 γλ）")


def test_padding(mine, answer):
    """填充不进递推"""
    alone = answer.gae(R[1:2, :4], V[1:2, :4], np.ones((1, 4)))
    adv, ret = mine.gae(R, V, MASK)
    check(not np.asarray(adv)[MASK == 0].any(), "填充处的优势应是 0")
    check(not np.asarray(ret)[MASK == 0].any(), "填充处的回报应是 0")
    same(np.asarray(adv)[1:2, :4], alone[0], "6 格里 4 格有效的一条，与只有 4 格时的优势（填充的价值混进来了？）")
    same(np.asarray(ret)[1:2, :4], alone[1], "6 格里 4 格有效的一条的回报")
    dirty = np.where(MASK > 0, R, 99.0), np.where(MASK > 0, V, -99.0)
    same(mine.gae(*dirty, MASK)[0], adv, "填充里放上 99 和 −99 以后的优势")


def test_truncated(mine, answer):
    """截断处用 last"""
    got = mine.gae(R, V, FULL, 0.9, 0.8, last=np.ones(4))[0]
    same(np.asarray(got)[:, -1], R[:, -1] + 0.9 - V[:, -1], "截断、last = 1、γ = 0.9 时最后一个位置的优势")
    last = frozen([1.0, 2, 3, 4])
    same(
        mine.gae(R, V, MASK, 0.9, 0.8, last)[0],
        answer.gae(R, V, MASK, 0.9, 0.8, last)[0],
        "有填充、有 last 时的优势（last 接在最后一个有效位置之后）",
    )


def test_whiten(mine):
    """白化"""
    adv = np.where(MASK > 0, RNG.normal(2.0, 3.0, (4, 6)), 50.0)
    got = np.asarray(mine.whiten(frozen(adv), MASK))
    inside = got[MASK > 0]
    check(not got[MASK == 0].any(), "填充处白化以后应是 0")
    same(inside.mean(), 0.0, "白化以后有效位置的均值（填充里放了 50）")
    same(inside.std(), 1.0, "白化以后有效位置的标准差（方差除以个数）")


def test_whiten_constant(mine):
    """全都一样也不除以 0"""
    with np.errstate(all="ignore"):
        got = mine.whiten(np.ones((1, 3)), np.ones((1, 3)))
    check(np.isfinite(got).all(), "优势全都一样时白化出现 NaN：方差加 eps")
