import numpy as np
from judge import check, frozen, same, slope, steps

RNG = np.random.default_rng(0)
Z, TARGET = frozen(RNG.normal(size=(5, 4))), frozen([0, 2, -100, 3, 1])


def test_log_softmax(mine):
    """log-softmax 的值"""
    same(mine.log_softmax(np.array([[2.0, 1, 0]])), [[-0.407606, -1.407606, -2.407606]], "log_softmax([2, 1, 0])")
    got = mine.log_softmax(Z)
    same(np.exp(got).sum(axis=-1), np.ones(5), "每行概率的和")


def test_axis(mine):
    """axis 不是最后一维"""
    same(mine.log_softmax(Z, axis=0), mine.log_softmax(Z.T).T, "axis = 0 的结果")


def test_stable(mine):
    """不溢出，也不下溢"""
    with np.errstate(all="ignore"):
        large = mine.log_softmax(np.array([[1e4, 0.0], [0.0, 1e4]]))
        apart = mine.log_softmax(np.array([[0.0, 1.0], [900.0, 901.0]]))
    check(np.isfinite(large[[0, 1], [0, 1]]).all(), "输入是 1e4 时溢出了：先减最大值")
    same(large, [[0, -1e4], [-1e4, 0]], "输入是 1e4 时的 log_softmax（概率下溢成 0 再取对数，就是负无穷）")
    same(apart, [[-1.313262, -0.313262]] * 2, "两行相差 900 时的 log_softmax（最大值按行取）")


def test_loss(mine):
    """平均损失"""
    loss, _ = mine.cross_entropy(np.array([[2.0, 1, 0]]), np.array([0]))
    same(loss, 0.407606, "一行时的损失")
    rows = [0, 1, 3, 4]
    want = -mine.log_softmax(Z)[rows, TARGET[rows]].mean()
    same(mine.cross_entropy(Z, TARGET)[0], want, "5 行里有 1 行被忽略时的损失（对 4 行取平均）")
    same(mine.cross_entropy(Z, np.full(5, 1), ignore=1)[0], 0.0, "全部被忽略时的损失")


def test_gradient(mine):
    """梯度等于中心差分"""
    everyone = np.array([0, 2, 1, 3, 1])
    got, want = mine.cross_entropy(Z, everyone)[1], slope(lambda z: mine.cross_entropy(z, everyone)[0], Z)
    same(got.sum(axis=1), np.zeros(5), "梯度每行的和（概率减 one-hot，和是 0）")
    same(got, want, "对 logits 的梯度与中心差分（前向取了平均）")
    got, want = mine.cross_entropy(Z, TARGET)[1], slope(lambda z: mine.cross_entropy(z, TARGET)[0], Z)
    same(got[2], np.zeros(4), "被忽略的那一行的梯度")
    same(got, want, "有一行被忽略时的梯度与中心差分")


def test_inputs_stay(mine):
    """不改动输入"""
    before = np.array(Z)
    mine.cross_entropy(before, np.array(TARGET))
    same(before, Z, "调用以后的 logits")


def test_online(mine):
    """在线 softmax"""
    rows = {
        "升序": [1.0, 2, 3],
        "降序": [3.0, 2, 1],
        "全是负的": [-800.0, -801],
        "很大": [1000.0, 0, 1001],
        "一个数": [5.0],
    }
    for name, row in rows.items():
        with np.errstate(all="ignore"):
            got = mine.online_softmax(np.array(row))
        same(got, np.exp(mine.log_softmax(np.array(row))), f"{name}的一行 {row} 的 online_softmax")


def test_online_reads_one_by_one(mine):
    """一次读一个数"""
    few, many = (steps(lambda n=n: mine.online_softmax(np.arange(float(n)))) for n in (10, 110))
    check(many - few >= 100, "online_softmax 没有逐个读：长了 100 个数，走的步数几乎没变")
    check(many - few <= 1500, "online_softmax 不止读了一遍：每多一个数，应只多常数步")
