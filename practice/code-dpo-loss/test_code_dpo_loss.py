import numpy as np
from judge import check, frozen, same, slope

RNG = np.random.default_rng(0)
LOGITS, IDS = frozen(RNG.normal(size=(2, 5, 7))), frozen(RNG.integers(0, 7, (2, 5)))
ANSWER = frozen([[0, 0, 1, 1, 0], [0, 1, 1, 1, 1]])


def one(*values):
    return [np.array([value]) for value in values]


def test_one_token(mine):
    """一个回答的 token"""
    z = np.log(np.array([[[0.2, 0.3, 0.5], [0.1, 0.1, 0.8], [1 / 3, 1 / 3, 1 / 3]]]))
    got = mine.sequence_logp(z, np.array([[0, 1, 2]]), np.array([[0, 1, 0]]))
    same(got, [np.log(0.3)], "回答只有第 2 个 token 时的对数概率（由第 1 个位置预测）")


def test_positions(mine):
    """看的是哪几个位置"""
    base = mine.sequence_logp(LOGITS, IDS, ANSWER)
    check(np.shape(base) == (2,), f"形状是 {np.shape(base)}，应是 (b,)")
    moved = np.array(LOGITS)
    moved[0, [0, 3, 4]] += RNG.normal(size=(3, 7))
    same(
        mine.sequence_logp(moved, IDS, ANSWER)[0],
        base[0],
        "回答是第 3、4 个 token，改了第 1、4、5 个位置的 logits 以后",
    )
    moved[0, 1] += RNG.normal(size=7)
    check(
        abs(mine.sequence_logp(moved, IDS, ANSWER)[0] - base[0]) > 1e-3,
        "回答是第 3 个 token，改了预测它的第 2 个位置，结果却没有变",
    )


def test_sum(mine, answer):
    """求和，不是平均"""
    same(
        mine.sequence_logp(LOGITS, IDS, ANSWER),
        answer.sequence_logp(LOGITS, IDS, ANSWER),
        "两条回答（2 个和 4 个 token）的对数概率（求和，不是平均）",
    )


def test_logits_stable(mine):
    """logits 很大也不溢出"""
    with np.errstate(all="ignore"):
        got = mine.sequence_logp(np.array(LOGITS) * 1000, IDS, ANSWER)
    check(np.isfinite(got).all(), "logits 放大 1000 倍时出现 NaN 或无穷：先减最大值，不要先算概率再取对数")


def test_loss(mine):
    """算例"""
    loss, rewards, accuracy = mine.dpo_loss(*one(-10.0, -12.0, -11.0, -11.5))
    same(rewards[0], [0.1], "好的回答的隐式奖励（beta 乘策略减参考）")
    same(rewards[1], [-0.05], "坏的回答的隐式奖励")
    same(loss, 0.620957, "损失（间隔是 0.15）")
    same(accuracy, 1.0, "排对的比例")


def test_start(mine):
    """策略与参考相同时是 ln 2"""
    loss, _, accuracy = mine.dpo_loss(*one(-3.0, -7.0, -3.0, -7.0))
    same(loss, np.log(2), "策略与参考相同时的损失")
    same(accuracy, 0.0, "两个奖励一样时排对的比例（更高才算）")


def test_mean(mine):
    """一批取平均"""
    given = frozen(RNG.normal(size=(4, 6)) * 3)
    loss, rewards, accuracy = mine.dpo_loss(*given, beta=0.5)
    each = [mine.dpo_loss(*one(*column), beta=0.5) for column in given.T]
    same(loss, np.mean([found[0] for found in each]), "6 对的损失与各自的平均")
    same(accuracy, np.mean([found[2] for found in each]), "6 对里排对的比例")
    check(np.shape(rewards[0]) == (6,), f"奖励的形状是 {np.shape(rewards[0])}，应是 (b,)")


def test_margins(mine):
    """间隔很大也不溢出"""
    with np.errstate(all="ignore"):
        wrong, right = (mine.dpo_loss(*one(good, 0.0, 0.0, 0.0))[0] for good in (-1e5, 1e5))
    check(np.isfinite(wrong), f"间隔是 −10⁴ 时损失是 {wrong}：sigmoid 下溢成 0 再取对数，就是无穷")
    same(wrong, 1e4, "间隔是 −10⁴ 时的损失")
    same(right, 0.0, "间隔是 10⁴ 时的损失")


def test_gradient(mine):
    """梯度的方向和大小"""
    f = lambda z: mine.dpo_loss(z[:1], z[1:], np.array([-11.0]), np.array([-11.5]))[0]  # noqa: E731
    weight = 0.1 / (1 + np.exp(0.15))
    same(slope(f, np.array([-10.0, -12.0])), [-weight, weight], "损失对 good、bad 的梯度", 1e-5)
