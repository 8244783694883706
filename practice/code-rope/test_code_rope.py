import numpy as np
from judge import check, frozen, same

X = frozen(np.random.default_rng(0).normal(size=(2, 3, 7, 8)))


def at(turn, mine, vector, position):
    return getattr(mine, turn)(vector[None], *mine.rope_tables([position], len(vector)))[0]


def test_tables(mine):
    """cos 和 sin 的表"""
    cos, sin = mine.rope_tables([0, 1, 10], 4)
    check(np.shape(cos) == (3, 2), f"cos 的形状是 {np.shape(cos)}，应是 (s, d/2)，即 (3, 2)")
    same(cos, np.cos([[0, 0], [1, 0.01], [10, 0.1]]), "位置 0、1、10，d = 4 的 cos（频率是 1 和 1/100）")
    same(sin, np.sin([[0, 0], [1, 0.01], [10, 0.1]]), "位置 0、1、10，d = 4 的 sin")
    same(mine.rope_tables([1], 4, 100.0)[1], np.sin([[1, 0.1]]), "base = 100 的 sin")


def test_positions(mine):
    """位置由参数来"""
    cos, _ = mine.rope_tables(np.array([5, 3]), 2)
    same(cos, np.cos([[5.0], [3.0]]), "位置 [5, 3] 的 cos（不是从 0 数起）")


def test_pairs(mine):
    """谁和谁一对"""
    cos, sin = mine.rope_tables([1], 4)
    got = mine.rope(np.array([[1.0, 0, 0, 0]]), cos, sin)
    same(got, [[0.540302, 0, 0.841471, 0]], "rope 转 [1, 0, 0, 0]（第 0 维和第 2 维是一对）")
    got = mine.rope(np.array([[0.0, 0, 1, 0]]), cos, sin)
    same(got, [[-0.841471, 0, 0.540302, 0]], "rope 转 [0, 0, 1, 0]（旋转的正负号）")
    got = mine.rope_adjacent(np.array([[1.0, 0, 0, 0]]), cos, sin)
    same(got, [[0.540302, 0.841471, 0, 0]], "rope_adjacent 转 [1, 0, 0, 0]（第 0 维和第 1 维是一对）")
    got = mine.rope_adjacent(np.array([[0.0, 1, 0, 0]]), cos, sin)
    same(got, [[-0.841471, 0.540302, 0, 0]], "rope_adjacent 转 [0, 1, 0, 0]")


def test_shapes(mine, answer):
    """广播到批和头"""
    tables = mine.rope_tables(np.arange(7), 8)
    for turn in ("rope", "rope_adjacent"):
        got, want = getattr(mine, turn)(X, *tables), getattr(answer, turn)(X, *tables)
        same(got, want, f"{turn} 转 (2, 3, 7, 8)")


def test_length(mine):
    """长度不变，位置 0 不动"""
    tables = mine.rope_tables(np.arange(7), 8)
    for turn in ("rope", "rope_adjacent"):
        got = getattr(mine, turn)(X, *tables)
        same(np.linalg.norm(got, axis=-1), np.linalg.norm(X, axis=-1), f"{turn} 以后各向量的长度")
        same(got[..., 0, :], X[..., 0, :], f"{turn} 以后位置 0 的向量")


def test_relative(mine):
    """点积只看相对位置"""
    q, k = np.random.default_rng(1).normal(size=(2, 8))
    for turn in ("rope", "rope_adjacent"):
        for m, n in ((5, 3), (0, 6), (40, 2)):
            near = at(turn, mine, q, m) @ at(turn, mine, k, n)
            far = at(turn, mine, q, m + 100) @ at(turn, mine, k, n + 100)
            same(far, near, f"{turn}：位置 {m}、{n} 与都加 100 以后的点积")


def test_same_up_to_order(mine):
    """两种配对只差一个排列"""
    order, tables = np.arange(8).reshape(2, 4).T.ravel(), mine.rope_tables(np.arange(7), 8)
    same(mine.rope_adjacent(X[..., order], *tables), mine.rope(X, *tables)[..., order], "排列以后两种配对的结果")


def test_pieces(mine):
    """分段算等于整段算"""
    whole = mine.rope(X, *mine.rope_tables(np.arange(7), 8))
    same(mine.rope(X[..., 5:, :], *mine.rope_tables(np.arange(5, 7), 8)), whole[..., 5:, :], "只算位置 5、6（解码时）")


def test_input_stays(mine):
    """不改动 x"""
    given, tables = np.array(X), mine.rope_tables(np.arange(7), 8)
    mine.rope(given, *tables)
    mine.rope_adjacent(given, *tables)
    same(given, X, "转过以后，外面的 x")
