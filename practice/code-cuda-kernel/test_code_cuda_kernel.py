import numpy as np
from judge import check, same, steps

EMPTY = -np.inf
RNG = np.random.default_rng(0)


def pair(m, s):
    return np.array(m, dtype=float), np.array(s, dtype=float)


def stats(values):
    """The statistics of some numbers, one after the other."""
    m = np.max(values)
    return m, np.exp(values - m).sum()


def softmax(x):
    e = np.exp(x - x.max())
    return e / e.sum()


def test_merge(mine):
    """合并两组统计"""
    m, s = mine.merge(pair([1.0, 5.0], [1.0, 1.0]), pair([2.0, 4.0], [1.0, 1.0]))
    same(m, [2, 5], "最大值 1 与 2、5 与 4 合并以后的最大值")
    same(s, [1.367879, 1.367879], "它们的指数和（各换到新的基准）")
    _, s = mine.merge(pair([3.0], [2.0]), pair([3.0], [0.5]))
    same(s, [2.5], "最大值相同、指数和 2 与 0.5 合并以后")


def test_merge_empty(mine):
    """空的统计"""
    with np.errstate(all="ignore"):
        m, s = mine.merge(pair([EMPTY, EMPTY], [0.0, 0.0]), pair([-7.0, EMPTY], [1.5, 0.0]))
    same(s[:1], [1.5], "空的与一组合并以后的指数和")
    same(m[:1], [-7.0], "空的与一组合并以后的最大值（不能从 0 开始）")
    check(not np.isnan(m[1]) and not np.isnan(s[1]), "两边都是空的，合并成了 NaN：负无穷减负无穷")
    same(s[1], 0.0, "两边都是空的，合并以后的指数和")


def test_merge_large(mine):
    """指数不溢出"""
    with np.errstate(all="ignore"):
        _, s = mine.merge(pair([5000.0, -5000.0], [1.0, 1.0]), pair([4999.0, -5000.0], [1.0, 1.0]))
    same(s, [1.367879, 2.0], "最大值是 ±5000 时的指数和")


def test_warp(mine):
    """一个 warp"""
    x = RNG.normal(size=32) * 3
    m, s = mine.warp_merge((x.copy(), np.ones(32)))
    want_m, want_s = stats(x)
    same(np.asarray(m)[0], want_m, "线程 0 的最大值")
    same(m, np.full(32, want_m), "各线程的最大值（蝶形交换以后人人都有）")
    same(s, np.full(32, want_s), "各线程的指数和（每个数只算一遍）")


def test_warps_are_apart(mine):
    """各 warp 互不相干"""
    x = RNG.normal(size=96)
    m, s = mine.warp_merge((x.copy(), np.ones(96)))
    want = [stats(part) for part in x.reshape(3, 32)]
    same(m, np.repeat([one[0] for one in want], 32), "三个 warp 各自的最大值")
    same(s, np.repeat([one[1] for one in want], 32), "三个 warp 各自的指数和")


def test_one_round(mine):
    """列数与线程数相同"""
    for threads in (32, 64, 256):
        x = RNG.normal(size=threads)
        same(mine.softmax_block(x, threads), softmax(x), f"{threads} 个数、{threads} 个线程（看看 warp 之间怎么合并）")


def test_strides(mine):
    """每个线程好几个数"""
    x = RNG.normal(size=640) * 5
    same(mine.softmax_block(x, 64), softmax(x), "640 个数、64 个线程")


def test_edges(mine):
    """列数不是线程数的倍数"""
    for n in (1, 5, 31, 33, 100, 257, 1000):
        for threads in (32, 64, 1024):
            x = RNG.normal(size=n) * 5
            with np.errstate(all="ignore"):
                got = mine.softmax_block(x, threads)
            check(np.isfinite(got).all(), f"{n} 个数、{threads} 个线程时有 NaN 或无穷")
            same(got, softmax(x), f"{n} 个数、{threads} 个线程（看看越界的线程）")


def test_all_negative(mine):
    """整行都是很小的负数"""
    x = np.array([-50.0, -60.0, -70.0])
    same(mine.softmax_block(x, 32), softmax(x), "[−50, −60, −70]（越界填 0 会成为最大值）")
    x = RNG.normal(size=70) - 1000
    same(mine.softmax_block(x, 64), softmax(x), "都在 −1000 左右的 70 个数")


def test_extremes(mine):
    """极大、负无穷"""
    x = RNG.normal(size=100) * 500
    same(mine.softmax_block(x, 64), softmax(x), "相差上千的 100 个数")
    x = np.where(np.arange(200) % 2, -np.inf, 1.0)
    with np.errstate(all="ignore"):
        got = mine.softmax_block(x, 64)
    same(got, softmax(x), "一半是负无穷（被掩掉）的 200 个数")


def test_threads_work_together(mine):
    """线程一起走"""
    few, many = (steps(lambda n=n: mine.softmax_block(np.ones(n), 1024)) for n in (1024, 4096))
    check(many < 5 * few, f"1024 个线程，列数从 1024 到 4096，走的步数从 {few} 到 {many}：应只多三轮")
    narrow = steps(lambda: mine.softmax_block(np.ones(1024), 32))
    check(few < narrow, f"1024 个数，1024 个线程走 {few} 步、32 个线程走 {narrow} 步：线程多，轮数应该少")
