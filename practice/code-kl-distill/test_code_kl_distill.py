import numpy as np
from judge import check, frozen, same, slope

RNG = np.random.default_rng(0)
S, T_, Y = frozen(RNG.normal(size=(4, 6))), frozen(RNG.normal(size=(4, 6))), frozen(RNG.integers(0, 6, 4))
MASK = frozen([1.0, 1, 0, 1])
TEACHER, STUDENT = np.log([[0.7, 0.2, 0.1]]), np.log([[0.5, 0.3, 0.2]])
ONE = (np.array([0]), np.ones(1))


def test_log_softmax(mine):
    """log-softmax"""
    same(np.exp(mine.log_softmax(S)).sum(axis=-1), np.ones(4), "每行概率的和")
    with np.errstate(all="ignore"):
        got = mine.log_softmax(np.array([[1e4, 0.0]]))
    check(np.isfinite(got).all(), "logits 是 1e4 时出现 NaN 或无穷")


def test_kl(mine):
    """KL 的值和方向"""
    same(mine.kl(TEACHER, STUDENT), [0.085123], "KL(教师‖学生)，教师 [0.7, 0.2, 0.1]、学生 [0.5, 0.3, 0.2]", 1e-4)
    same(mine.kl(STUDENT, TEACHER), [0.092033], "KL(学生‖教师)", 1e-4)
    same(mine.kl(STUDENT, STUDENT), [0.0], "自己对自己的 KL")


def test_soft(mine):
    """软目标"""
    loss, grad = mine.distill_loss(STUDENT, TEACHER, *ONE, T=1.0, alpha=1.0)
    same(loss, 0.085123, "T = 1、alpha = 1 的损失（KL(教师‖学生)）", 1e-4)
    same(grad, [[-0.2, 0.1, 0.1]], "它的梯度")
    loss, _ = mine.distill_loss(STUDENT, TEACHER, *ONE, T=1.0, alpha=1.0, reverse=True)
    same(loss, 0.092033, "reverse 时的损失（KL(学生‖教师)）", 1e-4)


def test_same(mine):
    """师生相同"""
    for reverse in (False, True):
        loss, grad = mine.distill_loss(T_, T_, Y, MASK, alpha=1.0, reverse=reverse)
        same(loss, 0.0, f"师生相同、alpha = 1、reverse = {reverse} 的损失（温度两边都除）")
        same(grad, np.zeros((4, 6)), f"师生相同、reverse = {reverse} 的梯度")


def test_hard(mine, answer):
    """硬目标"""
    loss, grad = mine.distill_loss(S, T_, Y, MASK, alpha=0.0)
    same(
        loss,
        answer.distill_loss(S, T_, Y, MASK, alpha=0.0)[0],
        "alpha = 0 的损失（学生的交叉熵，不除温度，对 3 个有效的取平均）",
    )
    same(grad, np.zeros((4, 6)), "alpha = 0 时软目标部分的梯度")


def test_temperature(mine, answer):
    """温度"""
    for T in (1.0, 2.0, 4.0):
        got, want = (one.distill_loss(S, T_, Y, np.ones(4), T=T, alpha=1.0)[0] for one in (mine, answer))
        same(got, want, f"T = {T}、alpha = 1 的损失（两边都除 T，再乘 T²）")
    default, told = mine.distill_loss(S, T_, Y, MASK), mine.distill_loss(S, T_, Y, MASK, T=2.0, alpha=0.5)
    same(default[0], told[0], "不写 T 和 alpha 时的损失（缺省 2 和 0.5）")
    size = [np.abs(mine.distill_loss(S, T_, Y, np.ones(4), T=T, alpha=1.0)[1]).sum() for T in (10.0, 100.0)]
    check(
        0.8 < size[0] / size[1] < 1.25,
        f"T 从 10 到 100，梯度的大小从 {size[0]:.3g} 到 {size[1]:.3g}：乘 T² 就不该随温度缩小",
    )


def test_mask(mine):
    """掩码"""
    loss, grad = mine.distill_loss(S, T_, Y, MASK)
    check(not np.asarray(grad)[2].any(), "被掩掉的 token 有梯度")
    keep = MASK > 0
    same(
        loss, mine.distill_loss(S[keep], T_[keep], Y[keep], np.ones(3))[0], "掩掉一个与只留三个的损失（除以有效的个数）"
    )
    with np.errstate(all="ignore"):
        loss, grad = mine.distill_loss(S, T_, Y, np.zeros(4))
    check(np.isfinite(loss) and np.isfinite(grad).all(), "全部掩掉时出现 NaN")


def test_gradient(mine):
    """梯度等于中心差分"""
    for reverse in (False, True):
        f = lambda z: mine.distill_loss(z, T_, Y, MASK, T=3.0, alpha=1.0, reverse=reverse)  # noqa: B023, E731
        same(f(S)[1], slope(lambda z: f(z)[0], S), f"T = 3、reverse = {reverse} 时梯度与中心差分", 1e-5)  # noqa: B023
    half, whole = (mine.distill_loss(S, T_, Y, MASK, alpha=alpha)[1] for alpha in (0.5, 1.0))
    same(half, whole / 2, "alpha = 0.5 与 1 的梯度（软目标部分带 alpha）")


def test_extreme(mine):
    """概率极小也不出 NaN"""
    with np.errstate(all="ignore"):
        loss, grad = mine.distill_loss(np.array([[0.0, 2000.0]]), np.array([[2000.0, 0.0]]), *ONE, T=1.0, alpha=1.0)
    check(np.isfinite(loss) and np.isfinite(grad).all(), "师生的 logits 相差 2000 时出现 NaN 或无穷：用对数概率算")
