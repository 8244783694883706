import numpy as np
from judge import check, frozen, peak, same, slope

RNG = np.random.default_rng(0)
W0, X, G = frozen(RNG.normal(size=(5, 4))), frozen(RNG.normal(size=(3, 5))), frozen(RNG.normal(size=(3, 4)))


def made(mine, trained=True, alpha=8):
    layer = mine.LoRALinear(W0, 2, alpha, np.random.default_rng(1))
    if trained:
        rng = np.random.default_rng(2)
        layer.A, layer.B = rng.normal(size=(5, 2)), rng.normal(size=(2, 4))
    return layer


def test_shapes(mine):
    """A、B 的形状"""
    layer = made(mine, trained=False)
    for name, want in (("A", (5, 2)), ("B", (2, 4)), ("W", (5, 4))):
        check(
            np.shape(getattr(layer, name)) == want,
            f"self.{name} 的形状是 {np.shape(getattr(layer, name))}，应是 {want}",
        )


def test_start(mine):
    """起步不改变原模型，又学得动"""
    layer = made(mine, trained=False)
    same(layer.forward(X), X @ W0, "起步的输出（应与原来的层相同）")
    grads, _ = layer.backward(G)
    check(np.any(grads["B"]), "起步时 B 的梯度是 0：A 也置零了，两个都不会动")
    check(not np.any(grads["A"]), "起步时 A 的梯度应是 0（B 是 0）")


def test_forward(mine):
    """前向"""
    toy = mine.LoRALinear(np.eye(2), 1, 2, np.random.default_rng(0))
    toy.A, toy.B = np.array([[1.0], [1]]), np.array([[0.5, 0]])
    same(
        toy.forward(np.array([[1.0, 2]])),
        [[4, 2]],
        "W 是单位阵、A = [1, 1]ᵀ、B = [0.5, 0]、alpha 2、r 1 时 [1, 2] 的输出（乘 alpha / r）",
    )
    layer = made(mine)
    same(layer.forward(X), X @ W0 + 4 * X @ layer.A @ layer.B, "r = 2、alpha = 8 的输出（乘 alpha / r）")


def test_gradients(mine):
    """梯度等于中心差分"""
    layer = made(mine)
    layer.forward(X)
    grads, dx = layer.backward(G)
    check(set(grads) == {"A", "B"}, f"有梯度的是 {sorted(grads)}，应只有 A 和 B：W 是冻结的")
    for name in "BA":
        value = getattr(layer, name)

        def loss(new, name=name):
            setattr(layer, name, new)
            return (layer.forward(X) * G).sum()

        want = slope(loss, value)
        setattr(layer, name, value)
        same(grads[name], want, f"{name} 的梯度与中心差分", 1e-5)
    same(dx, slope(lambda x: (layer.forward(x) * G).sum(), X), "x 的梯度与中心差分（原来的层和支路两条）", 1e-5)


def test_merge(mine):
    """合并以后结果不变"""
    layer = made(mine)
    before = layer.forward(X)
    layer.merge()
    same(X @ layer.W, before, "合并以后的 x W（增量要乘 alpha / r）")
    same(layer.forward(X), before, "合并以后的输出（支路要关）")


def test_merge_twice(mine):
    """重复合并"""
    layer = made(mine)
    before = layer.forward(X)
    layer.merge()
    layer.merge()
    same(layer.forward(X), before, "合并两次以后的输出")


def test_unmerge(mine):
    """拆出来"""
    layer = made(mine)
    before = layer.forward(X)
    layer.merge(on=False)
    same(layer.W, W0, "没有合并就拆以后的 W")
    layer.merge()
    layer.merge(on=False)
    same(layer.W, W0, "合并再拆以后的 W")
    same(layer.forward(X), before, "合并再拆以后的输出")


def test_the_given_weight_stays(mine):
    """不改动传进来的权重"""
    given = np.array(W0)
    layer = mine.LoRALinear(given, 2, 8, np.random.default_rng(1))
    layer.B = np.ones((2, 4))
    layer.merge()
    same(given, W0, "合并以后，外面传进来的 W0")


def test_no_large_product(mine):
    """前向不造 n × m 的矩阵"""
    layer = mine.LoRALinear(np.zeros((400, 400)), 2, 2, np.random.default_rng(0))
    x = np.ones((1, 400))
    used = peak(lambda: layer.forward(x))
    check(used < 400 * 400 * 8 / 2, f"n = m = 400、一条样本，前向用了 {used / 1e6:.2f} MB：像是先算了 A B")
