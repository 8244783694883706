from itertools import pairwise

import numpy as np
from judge import check, equal, frozen, peak, same

LINE = frozen([[1.0], [2], [9], [10]])
BOX = frozen([[0.0, 0], [0, 1], [4, 0], [4, 1]])


def blobs(seed=0):
    rng = np.random.default_rng(seed)
    return frozen(np.repeat(rng.normal(size=(5, 3)) * 8, 40, axis=0) + rng.normal(size=(200, 3)))


def test_distances(mine):
    """平方距离"""
    same(
        mine.distances(np.array([[0.0, 0], [3, 4]]), np.array([[0.0, 0], [1, 0], [3, 4]])),
        [[0, 1, 25], [25, 20, 0]],
        "平方距离",
    )
    x = blobs()
    same(mine.distances(x, x[:7]), ((x[:, None] - x[:7]) ** 2).sum(axis=2), "200 个点到 7 个中心的平方距离")


def test_distances_are_not_negative(mine):
    """不能有负数"""
    x = np.random.default_rng(1).normal(size=(200, 8)) + 1000
    got = mine.distances(x, x)
    check((np.asarray(got) >= 0).all(), f"最小的平方距离是 {np.min(got):.3g}：舍入得到的负数要夹到 0")


def test_distances_memory(mine):
    """不造 (n, k, d)"""
    x = np.ones((400, 64))
    used = peak(lambda: mine.distances(x, x[:100]))
    check(
        used < 400 * 100 * 64 * 8 / 2,
        f"400 个点、100 个中心、64 维，用了 {used / 1e6:.1f} MB：像是把三维的差都摆了出来",
    )


def test_example(mine):
    """算例"""
    centres, label, history = mine.kmeans(LINE, 2, np.random.default_rng(0), start=LINE[:2])
    same(history, [113, 14, 1], "1、2、9、10 从 1、2 出发，每轮的目标（分配以后记）")
    same(centres, [[1.5], [9.5]], "停下时的中心")
    equal([int(one) for one in label], [0, 0, 1, 1], "停下时的标签")


def test_start(mine):
    """起点不同，结果不同"""
    rng = np.random.default_rng(0)
    same(mine.kmeans(BOX, 2, rng, start=BOX[:2])[2][-1], 16, "长方形的四角从左边两个出发的目标（局部最优）")
    same(mine.kmeans(BOX, 2, rng, start=BOX[[0, 2]])[2][-1], 1, "从左右各一个出发的目标")
    start = np.array(BOX[:2])
    start.setflags(write=False)
    mine.kmeans(BOX + 1, 2, rng, start=start)


def test_integers(mine):
    """整数的起点"""
    centres, _, _ = mine.kmeans(LINE, 2, np.random.default_rng(0), start=np.array([[1], [2]]))
    same(centres, [[1.5], [9.5]], "起点是整数时停下的中心（均值不能取整）")


def test_fixed_point(mine):
    """目标不增，停在不动点"""
    x = blobs()
    for k in (1, 3, 5, 9, 200):
        centres, label, history = mine.kmeans(x, k, np.random.default_rng(k))
        check(
            all(b <= a + 1e-6 for a, b in pairwise(history)),
            f"k = {k} 时目标变大过：{[round(float(one), 2) for one in history[:6]]}",
        )
        d = ((x[:, None] - np.asarray(centres)) ** 2).sum(axis=2)
        same(d[np.arange(200), label], d.min(axis=1), f"k = {k}，停下时各点到自己的中心的距离（应是最近的）")
        for j in set(np.asarray(label).tolist()):
            same(
                centres[j],
                x[np.asarray(label) == j].mean(axis=0),
                f"k = {k}，停下时第 {j} 个中心（应是它那些点的均值）",
            )


def test_empty(mine):
    """空簇"""
    with np.errstate(all="ignore"):
        centres, label, history = mine.kmeans(LINE, 3, np.random.default_rng(0), start=np.array([[1.0], [100], [200]]))
    check(np.isfinite(centres).all(), "没有点的中心成了 NaN")
    check(len(set(np.asarray(label).tolist())) == 3, "两个空簇都应移到点上，最后三个簇都有点")
    apart = np.array([[1.0], [2], [9], [12]])
    _, _, first = mine.kmeans(apart, 3, np.random.default_rng(0), start=np.array([[1.0], [100], [200]]))
    same(first[:2], [186, 41], "1、2、9、12 从 1、100、200 出发前两轮的目标（空的移到最远的点，几个空的各取不同的）")
    same(history[-1], 0.5, "从 1、100、200 出发的目标（空的移到离自己的中心最远的点，各取不同的）")


def test_repeated_points(mine):
    """全是重复的点"""
    with np.errstate(all="ignore"):
        _, _, history = mine.kmeans(np.ones((6, 2)), 3, np.random.default_rng(0))
    same(history[-1], 0.0, "6 个相同的点、k = 3 的目标（距离全是 0 时均匀抽）")


def test_most(mine):
    """轮数的上限"""
    _, _, history = mine.kmeans(blobs(), 9, np.random.default_rng(3), most=2)
    check(len(history) <= 2, f"most = 2，却走了 {len(history)} 轮")


def test_plus_plus(mine):
    """k-means++ 按平方距离的比例抽"""
    rng = np.random.default_rng(0)
    starts = [np.asarray(mine.plus_plus(BOX, 2, rng)) for _ in range(3000)]
    check(starts[0].shape == (2, 2), f"起点的形状是 {starts[0].shape}，应是 (k, d)")
    first = np.mean([one[0, 0] for one in starts]) / 4
    same(first, 0.5, "第一个中心落在右边的比例（均匀抽）", 0.05)
    check(not any((one[0] == one[1]).all() for one in starts), "抽到了已经是中心的点")
    beside = np.mean([one[0, 0] != one[1, 0] and one[0, 1] == one[1, 1] for one in starts])
    same(beside, 16 / 34, "第二个中心是正对面那个角的比例（不是总取最远的）", 0.05)
    apart = np.mean([one[0, 0] != one[1, 0] for one in starts])
    same(apart, 33 / 34, "4 × 1 的长方形四角，两个中心分在左右的比例（按平方距离抽是 33/34）", 0.006)


def test_plus_plus_remembers_all(mine):
    """k-means++ 看的是到所有中心里最近的"""
    points, rng = np.array([[0.0], [100.0], [100.1]]), np.random.default_rng(1)
    third = [sorted(np.asarray(mine.plus_plus(points, 3, rng)).ravel().tolist()) for _ in range(200)]
    check(all(len(set(one)) == 3 for one in third), "三个点取三个中心，却取重了：要用到所有已有中心里最近的那个的距离")
