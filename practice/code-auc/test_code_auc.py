import numpy as np
from judge import check, frozen, peak, same

S, Y = frozen([0.9, 0.8, 0.7, 0.6]), frozen([1, 0, 1, 0])


def pairs(scores, labels):
    """两两比较。"""
    gap = scores[labels == 1][:, None] - scores[labels == 0]
    return ((gap > 0) + (gap == 0) / 2).mean()


def test_ranks(mine):
    """名次"""
    same(mine.average_ranks(np.array([30, 10, 20])), [3, 1, 2], "[30, 10, 20] 的名次（要的是谁是第几名）")
    same(mine.average_ranks(np.array([3, 1, 3, 2])), [3.5, 1, 3.5, 2], "[3, 1, 3, 2] 的名次（并列取平均）")
    same(mine.average_ranks(np.ones(4)), [2.5] * 4, "四个并列的名次")


def test_example(mine):
    """算例"""
    same(mine.auc(S, Y), 0.75, "分数 [0.9, 0.8, 0.7, 0.6]、标签 [1, 0, 1, 0] 的 AUC")
    same(mine.auc(S, 1 - Y), 0.25, "标签取反的 AUC")
    same(mine.auc(np.array([1.0, 2, 3, 4]), np.array([0, 0, 1, 1])), 1.0, "完全排对的 AUC")


def test_monotone(mine):
    """只看次序"""
    same(mine.auc(np.exp(9 * S), Y), 0.75, "分数做单调变换以后的 AUC")
    same(mine.auc(S - 100, Y), 0.75, "分数都减 100 以后的 AUC")


def test_ties(mine):
    """并列算一半"""
    same(mine.auc(np.ones(5), np.array([1, 0, 0, 1, 0])), 0.5, "分数全部相同的 AUC")
    order = np.array([4, 3, 2, 1, 0])
    scores, labels = np.array([1.0, 1, 2, 2, 3]), np.array([1, 0, 1, 0, 0])
    same(mine.auc(scores, labels), pairs(scores, labels), "有并列的 AUC")
    same(mine.auc(scores[order], labels[order]), pairs(scores, labels), "有并列、样本倒过来放的 AUC")


def test_one_class(mine):
    """只有一类"""
    with np.errstate(all="ignore"):
        for label in (0, 1):
            got = mine.auc(S, np.full(4, label))
            check(np.isnan(got), f"标签全是 {label} 时得到 {got}，应是 NaN：没有一正一负的对")


def test_random(mine):
    """与两两比较一致"""
    rng = np.random.default_rng(0)
    for n in (2, 7, 50):
        scores, labels = rng.integers(0, 8, n).astype(float), np.arange(n) % 2
        same(mine.auc(scores, labels), pairs(scores, labels), f"{n} 个随机样本的 AUC")


def test_memory(mine):
    """不两两比较"""
    rng = np.random.default_rng(0)
    scores, labels = rng.random(4000), np.arange(4000) % 2
    used = peak(lambda: mine.auc(scores, labels))
    check(used < 2_000_000, f"4000 个样本用了 {used / 1e6:.1f} MB：像是摆出了所有的正负对，排一次序就够")


def test_groups(mine):
    """GAUC：跳过只有一类的用户，按样本数加权"""
    users = np.array([0, 0, 0, 0, 1, 1, 2, 2])
    scores, labels = np.array([0.9, 0.8, 0.7, 0.6, 0.1, 0.2, 0.5, 0.4]), np.array([1, 0, 1, 0, 1, 0, 1, 1])
    with np.errstate(all="ignore"):
        got = mine.gauc(scores, labels, users)
        none = mine.gauc(scores[6:], labels[6:], users[6:])
    same(got, (4 * 0.75 + 2 * 0) / 6, "三个用户、一个只有正样本时的 GAUC（样本数 4、2 加权，跳过的不进分母）")
    check(np.isnan(none), f"没有一个用户有两类时得到 {none}，应是 NaN")


def test_groups_are_apart(mine):
    """GAUC 不比较不同用户的分数"""
    users = np.array([7, 7, 3, 3])
    got = mine.gauc(np.array([100.0, 99, 2, 1]), np.array([1, 0, 1, 0]), users)
    same(got, 1.0, "两个用户各自都排对，分数差得远时的 GAUC")
