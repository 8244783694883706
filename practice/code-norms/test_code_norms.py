import numpy as np
from judge import check, frozen, raises, same, slope

ROW, ONE = np.array([[1.0, 2, 3, 6]]), np.ones(4)
RNG = np.random.default_rng(0)
X, DY = frozen(RNG.normal(size=(2, 3, 4))), frozen(RNG.normal(size=(2, 3, 4)))
GAMMA, BETA = frozen(RNG.normal(size=4)), frozen(RNG.normal(size=4))


def test_layer_norm(mine):
    """LayerNorm"""
    y, _ = mine.layer_norm(ROW, ONE, 0 * ONE)
    same(y, [[-1.069043, -0.534522, 0, 1.603566]], "[1, 2, 3, 6] 的 LayerNorm（方差除以 4）", 1e-4)
    y, _ = mine.layer_norm(X, ONE, 0 * ONE)
    same(y.mean(axis=-1), np.zeros((2, 3)), "(2, 3, 4) 的输入，每行标准化以后的均值（沿最后一维）")
    same(y.std(axis=-1), np.ones((2, 3)), "每行标准化以后的标准差", 1e-3)
    same(mine.layer_norm(X, GAMMA, BETA)[0], GAMMA * y + BETA, "乘 gamma、加 beta 以后")


def test_square(mine):
    """方阵"""
    x = RNG.normal(size=(4, 4)) * np.array([[1.0], [2], [3], [4]])
    rows = np.concatenate([mine.layer_norm(x[i : i + 1], ONE, 0 * ONE)[0] for i in range(4)])
    same(mine.layer_norm(x, ONE, 0 * ONE)[0], rows, "4 × 4 的输入，与一行一行算（看看 keepdims）")


def test_constant(mine):
    """一行全都相同"""
    with np.errstate(all="ignore"):
        y, _ = mine.layer_norm(np.full((2, 4), 7.0), ONE, BETA)
    check(np.isfinite(y).all(), "一行全都相同时出现 NaN：方差加 eps")
    tiny = 1e-3 * np.array([[1.0, -1, 1, -1]])
    same(mine.layer_norm(tiny, ONE, 0 * ONE)[0][0, 0], 0.301511, "[1e-3, −1e-3, …] 的 LayerNorm（eps 在根号里）", 1e-4)


def test_backward(mine):
    """LayerNorm 的反向等于中心差分"""
    dx, dgamma, dbeta = mine.layer_norm_backward(DY, mine.layer_norm(X, GAMMA, BETA)[1])
    f = lambda x, gamma, beta: (mine.layer_norm(x, gamma, beta)[0] * DY).sum()  # noqa: E731
    same(dbeta, slope(lambda one: f(X, GAMMA, one), BETA), "dbeta 与中心差分", 1e-5)
    same(dgamma, slope(lambda one: f(X, one, BETA), GAMMA), "dgamma 与中心差分", 1e-5)
    same(dx, slope(lambda one: f(one, GAMMA, BETA), X), "dx 与中心差分（均值和方差都依赖 x）", 1e-5)


def test_rms_norm(mine):
    """RMSNorm"""
    same(
        mine.rms_norm(ROW, ONE), [[0.282843, 0.565685, 0.848528, 1.697056]], "[1, 2, 3, 6] 的 RMSNorm（不减均值）", 1e-4
    )
    same(mine.rms_norm(X, GAMMA), GAMMA * mine.rms_norm(X, ONE), "乘 gamma 以后的 RMSNorm")
    with np.errstate(all="ignore"):
        check(np.isfinite(mine.rms_norm(np.zeros((1, 4)), ONE)).all(), "全是 0 时 RMSNorm 出现 NaN")


def test_batch_norm_training(mine):
    """BatchNorm 训练"""
    bn, x = mine.BatchNorm(3), RNG.normal(2.0, 3.0, size=(8, 3))
    y = bn(x, training=True)
    same(y.mean(axis=0), np.zeros(3), "训练时每一列标准化以后的均值（沿批）")
    same(y.std(axis=0), np.ones(3), "训练时每一列标准化以后的标准差（用有偏的方差）", 1e-3)
    same(bn.mean, 0.1 * x.mean(axis=0), "一步以后的 self.mean（0.9·旧 + 0.1·本批）")
    same(bn.var, 0.9 + 0.1 * x.var(axis=0, ddof=1), "一步以后的 self.var（0.9·旧 + 0.1·本批，用无偏的方差）")


def test_batch_norm_again(mine):
    """BatchNorm 的第二步"""
    bn, x = mine.BatchNorm(3), RNG.normal(2.0, 3.0, size=(2, 8, 3))
    bn(x[0], training=True)
    mean, var = np.array(bn.mean), np.array(bn.var)
    bn(x[1], training=True)
    same(bn.mean, 0.9 * mean + 0.1 * x[1].mean(axis=0), "第二步以后的 self.mean")
    same(bn.var, 0.9 * var + 0.1 * x[1].var(axis=0, ddof=1), "第二步以后的 self.var")
    mine.BatchNorm(3)(x[0, :2], training=True)


def test_batch_norm_inference(mine):
    """BatchNorm 推理"""
    bn = mine.BatchNorm(3)
    for _ in range(5):
        bn(RNG.normal(2.0, 3.0, size=(8, 3)), training=True)
    mean, var, batch = np.array(bn.mean), np.array(bn.var), RNG.normal(size=(5, 3))
    y = bn(batch, training=False)
    same(y, (batch - mean) / np.sqrt(var + 1e-5), "推理时的输出（用存下的均值和方差）")
    same(bn.mean, mean, "推理以后的 self.mean（不更新）")
    same(bn(batch[1:2], training=False), y[1:2], "推理时一条单独算，与成批算")


def test_batch_norm_affine(mine):
    """gamma 和 beta"""
    bn = mine.BatchNorm(3)
    bn.gamma, bn.beta = np.array([1.0, 2, 3]), np.array([4.0, 5, 6])
    y = bn(RNG.normal(size=(16, 3)), training=True)
    same(y.mean(axis=0), [4, 5, 6], "beta 是 4、5、6 时每列的均值")
    same(y.std(axis=0), [1, 2, 3], "gamma 是 1、2、3 时每列的标准差", 1e-3)


def test_one_sample(mine):
    """训练时一批只有一条"""
    raises(ValueError, lambda: mine.BatchNorm(3)(np.ones((1, 3)), training=True), "训练时一批只有一条")
