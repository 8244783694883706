import numpy as np
from judge import check, frozen, same, slope

RNG = np.random.default_rng(0)
X, Y = frozen(RNG.normal(size=(6, 3))), frozen([0, 1, 2, 3, 1, 0])
SHAPES = {"W1": (3, 5), "b1": (5,), "W2": (5, 4), "b2": (4,)}
P = {name: frozen(RNG.normal(size=shape)) for name, shape in SHAPES.items()}


def test_init(mine):
    """初始化"""
    p = mine.init(3, 5, 4, np.random.default_rng(0))
    check(set(p) == set(SHAPES), f"有 {sorted(p)}，应有 {sorted(SHAPES)}")
    for name, shape in SHAPES.items():
        check(np.shape(p[name]) == shape, f"{name} 的形状是 {np.shape(p[name])}，应是 {shape}")
    check(not p["b1"].any() and not p["b2"].any(), "偏置起步应是 0")
    big = mine.init(500, 400, 300, np.random.default_rng(0))
    same(big["W1"].std() / np.sqrt(2 / 500), 1.0, "W1 的标准差是 √(2/n) 的几倍（n = 500，He 初始化）", 0.02)
    same(big["W2"].std() / np.sqrt(2 / 400), 1.0, "W2 的标准差是 √(2/h) 的几倍（h = 400，看的是它的输入维度）", 0.02)


def test_loss(mine, answer):
    """损失"""
    zero = {name: np.zeros(shape) for name, shape in SHAPES.items()}
    same(mine.loss_and_grads(zero, X, Y)[0], np.log(4), "权重全是 0、四类时的损失")
    same(mine.loss_and_grads(P, X, Y)[0], answer.loss_and_grads(P, X, Y)[0], "随机权重时的损失（对一批取平均）")


def test_large(mine):
    """logits 很大也不溢出"""
    large = {name: np.array(value) * 100 for name, value in P.items()}
    with np.errstate(all="ignore"):
        loss, grads = mine.loss_and_grads(large, X, Y)
    fine = np.isfinite(loss) and all(np.isfinite(one).all() for one in grads.values())
    check(fine, "权重放大 100 倍时出现 NaN 或无穷：softmax 先减每行的最大值，损失用对数概率")


def test_gradients(mine):
    """梯度等于中心差分"""
    _, grads = mine.loss_and_grads(P, X, Y)
    hints = {
        "b2": "最后一层的偏置：概率减 one-hot，沿批求和，除以批大小",
        "W2": "最后一层的权重：乘的是 ReLU 之后的值",
        "b1": "第一层的偏置：先过 W2，再看 ReLU 之前的值是否大于 0",
        "W1": "第一层的权重",
    }
    for name, hint in hints.items():
        check(
            np.shape(grads[name]) == SHAPES[name], f"{name} 的梯度形状是 {np.shape(grads[name])}，应是 {SHAPES[name]}"
        )
        want = slope(lambda value, name=name: mine.loss_and_grads(P | {name: value}, X, Y)[0], P[name])
        same(grads[name], want, f"{name} 的梯度与中心差分（{hint}）", 1e-5)


def test_batch_size(mine):
    """与批大小无关"""
    twice = mine.loss_and_grads(P, np.concatenate([X, X]), np.concatenate([Y, Y]))[1]
    for name, grad in mine.loss_and_grads(P, X, Y)[1].items():
        same(twice[name], grad, f"同样的样本放两遍以后 {name} 的梯度（损失取了平均，不该变）")


def test_inputs_stay(mine):
    """不改动权重和输入"""
    before = {name: np.array(value) for name, value in P.items()}
    mine.loss_and_grads(before, np.array(X), np.array(Y))
    for name, value in before.items():
        same(value, P[name], f"loss_and_grads 以后的 {name}")


def test_train(mine):
    """学得会异或"""
    points, labels = np.array([[0.0, 0], [0, 1], [1, 0], [1, 1]]), np.array([0, 1, 1, 0])
    p = mine.init(2, 16, 2, np.random.default_rng(1))
    before = {name: np.array(value) for name, value in p.items()}
    loss = mine.train(p, points, labels, 0.5, 400)
    check(any((p[name] != before[name]).any() for name in p), "train 以后 p 没有变：要原地更新")
    check(loss is not None and loss < 0.05, f"400 步以后异或的损失是 {loss}，应小于 0.05")


def test_logistic(mine):
    """逻辑回归的一步"""
    w, labels = frozen(RNG.normal(size=3)), np.array([0.0, 1, 1, 0, 1, 0])
    new, loss = mine.logistic_step(w, X, labels, 0.1)
    z = X @ w
    same(loss, np.mean(np.log1p(np.exp(z)) - z * labels), "逻辑回归的损失（对一批取平均）")
    want = slope(lambda v: mine.logistic_step(v, X, labels, 0.0)[1], w)
    same((w - np.asarray(new)) / 0.1, want, "一步走的方向（应是损失的梯度）", 1e-5)


def test_logistic_stable(mine):
    """逻辑回归不溢出"""
    with np.errstate(over="raise", divide="ignore", invalid="ignore"):
        try:
            new, loss = mine.logistic_step(np.array([1.0]), np.array([[2000.0], [-2000.0]]), np.array([0.0, 1.0]), 0.1)
        except FloatingPointError:
            new, loss = np.array([np.nan]), np.nan
    check(np.isfinite(loss) and np.isfinite(new).all(), "X w 是 ±2000 时溢出了")
    same(loss, 2000.0, "X w 是 ±2000、全都错时的损失")
