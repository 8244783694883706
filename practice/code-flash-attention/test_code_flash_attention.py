import numpy as np
from judge import check, frozen, peak, same


def given(n, m, scale=1.0, seed=0):
    rng = np.random.default_rng(seed)
    return [
        frozen(one)
        for one in (rng.normal(size=(n, 5)) * scale, rng.normal(size=(m, 5)) * scale, rng.normal(size=(m, 3)))
    ]


def test_one_block(mine, answer):
    """一块就装下"""
    q, k, v = given(4, 4)
    got, want = mine.flash_attention(q, k, v, 4, 4), answer.flash_attention(q, k, v, 4, 4)
    same(got[0], want[0], "一块装下时的输出（看看缩放和归一）")


def test_blocks(mine, answer):
    """K、V 分块"""
    q, k, v = given(4, 8)
    got, want = mine.flash_attention(q, k, v, 4, 4), answer.flash_attention(q, k, v, 4, 4)
    same(got[0], want[0], "K、V 分成两块时的输出（一块时是对的，看看旧的分母和输出怎么换基准）")


def test_logsumexp(mine, answer):
    """每行的 logsumexp"""
    q, k, v = given(4, 8)
    for columns in (8, 4):
        got, want = mine.flash_attention(q, k, v, 4, columns)[1], answer.flash_attention(q, k, v, 4, 4)[1]
        same(got, want, f"8 个键、一块 {columns} 个时的 logsumexp")


def test_uneven(mine, answer):
    """最后一块不满"""
    q, k, v = given(7, 10)
    want = answer.flash_attention(q, k, v, 16, 16)
    for rows, columns in ((1, 1), (2, 3), (3, 7), (100, 4)):
        got = mine.flash_attention(q, k, v, rows, columns)
        same(got[0], want[0], f"7 个查询、10 个键、块是 {rows} × {columns} 时的输出")


def test_causal(mine, answer):
    """因果"""
    q, k, v = given(7, 7, seed=1)
    got, want = mine.flash_attention(q, k, v, 3, 2, True), answer.flash_attention(q, k, v, 3, 2, True)
    same(got[0][:1], v[:1], "因果、第一个查询的输出（只看得到第一个键）")
    same(got[0], want[0], "因果、7 个查询时的输出")


def test_aligned_to_the_end(mine, answer):
    """查询对齐到键的末尾"""
    q, k, v = given(3, 10, seed=2)
    got, want = mine.flash_attention(q, k, v, 2, 3, True), answer.flash_attention(q, k, v, 2, 3, True)
    same(got[0], want[0], "因果、3 个查询对 10 个键时的输出（查询对齐到键的末尾）")
    q, k, v = given(1, 9, seed=3)
    same(
        mine.flash_attention(q, k, v, 4, 4, True)[0],
        mine.flash_attention(q, k, v, 4, 4)[0],
        "因果、1 个查询（解码）时的输出（全都看得到）",
    )


def test_large_scores(mine, answer):
    """分数很大也不溢出"""
    q, k, v = given(5, 9, scale=100.0)
    with np.errstate(over="ignore", invalid="ignore"):
        got = mine.flash_attention(q, k, v, 2, 3)
    check(np.isfinite(got[0]).all(), "分数上万时输出有 NaN 或无穷：指数里要先减目前的最大值")
    same(got[0], answer.flash_attention(q, k, v, 2, 3)[0], "分数上万时的输出")
    q, k, v = np.full((1, 5), -20.0), np.full((3, 5), 20.0), given(1, 3)[2]
    with np.errstate(all="ignore"):
        got = mine.flash_attention(q, k, v, 1, 1)[0]
    same(got, v.mean(axis=0)[None], "分数全是很大的负数时的输出（最大值不能从 0 开始）")


def test_nothing_to_see(mine):
    """一个键也看不到的行"""
    q, k, v = given(4, 2, seed=4)
    with np.errstate(all="ignore"):
        apart, (got, lse) = (mine.flash_attention(q, k, v, rows, 2, True) for rows in (2, 4))
    same(apart[0][2:], got[2:], "4 个查询对 2 个键、因果、块是 2 × 2 与 4 × 2 时后两个查询的输出")
    check(np.isfinite(got).all(), "4 个查询对 2 个键、因果，前两个查询一个键也看不到，输出里有 NaN")
    same(got[:2], np.zeros((2, 3)), "一个键也看不到的行的输出")
    check(np.isneginf(lse[:2]).all(), f"一个键也看不到的行的 lse 是 {lse[:2]}，应是负无穷")


def test_memory(mine):
    """不存 n × m 的分数"""
    rng = np.random.default_rng(0)
    q, k, v = rng.normal(size=(3, 512, 8))
    used = peak(lambda: mine.flash_attention(q, k, v, 64, 64))
    check(used < 512 * 512 * 8 / 2, f"512 个查询、512 个键、块是 64，用了 {used / 1e6:.2f} MB：像是存了整个分数矩阵")
