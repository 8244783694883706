import numpy as np
from judge import check, counted, frozen, same

B, NQ, NK, H, HC, A = 2, 3, 5, 8, 6, 2
RNG = np.random.default_rng(0)
X, CTX = frozen(RNG.normal(size=(B, NQ, H))), frozen(RNG.normal(size=(B, NK, HC)))
W_Q, W_O = (frozen(one) for one in RNG.normal(size=(2, H, H)) / 2)
W_K, W_V = (frozen(one) for one in RNG.normal(size=(2, HC, H)) / 2)
VALID = frozen(np.array([[1, 1, 1, 1, 1], [1, 1, 1, 0, 0]], dtype=bool))


def run(mine, x=X, ctx=CTX, valid=None, heads=A):
    return mine.cross_attention(x, mine.remember(ctx, W_K, W_V, heads), W_Q, W_O, valid)


def test_remember(mine, answer):
    """键和值"""
    got, want = mine.remember(CTX, W_K, W_V, A), answer.remember(CTX, W_K, W_V, A)
    for name, one, other in zip("KV", got, want, strict=True):
        same(one, other, f"{name}（先投影，再分头、换轴）")


def test_shapes(mine):
    """长方形的形状"""
    y, weights = run(mine)
    check(np.shape(y) == (B, NQ, H), f"y 的形状是 {np.shape(y)}，应是 (b, n_q, h)，即 {(B, NQ, H)}")
    check(
        np.shape(weights) == (B, A, NQ, NK),
        f"weights 的形状是 {np.shape(weights)}，应是 (b, a, n_q, n_k)，即 {(B, A, NQ, NK)}",
    )
    same(weights.sum(axis=-1), np.ones((B, A, NQ)), "每行权重的和")
    check((weights > 0).all(), "没有填充时有的权重是 0：另一侧全部已知，不要因果掩码")


def test_values(mine, answer):
    """值"""
    (got, got_weights), (want, want_weights) = run(mine), run(answer)
    same(got_weights, want_weights, "权重（看看缩放用的维度和查询的分头）")
    same(got, want, "y（权重是对的，看看合并和输出投影）")


def test_padding(mine, answer):
    """填充"""
    y, weights = run(mine, valid=VALID)
    check((weights[1, :, :, 3:] == 0).all(), "填充的键还有权重（挡的是键，最后一维）")
    same(weights.sum(axis=-1), np.ones((B, A, NQ)), "有填充时每行权重的和")
    same(y, run(answer, valid=VALID)[0], "有填充时的 y")
    dirty = np.where(VALID[..., None], CTX, 99.0)
    same(run(mine, ctx=dirty, valid=VALID)[0], y, "改了填充的内容以后的 y")


def test_square_padding(mine, answer):
    """n_q = n_k 时的填充"""
    x = RNG.normal(size=(B, NK, H))
    same(
        run(mine, x, valid=VALID)[0],
        run(answer, x, valid=VALID)[0],
        "n_q 与 n_k 相等、有填充时的 y（这时挡错了维也不报错）",
    )


def test_order_of_the_context(mine):
    """另一侧打乱次序"""
    order = RNG.permutation(NK)
    same(
        run(mine, ctx=CTX[:, order], valid=VALID[:, order])[0],
        run(mine, valid=VALID)[0],
        "另一侧连同掩码一起打乱以后的 y",
    )


def test_one_by_one(mine):
    """逐步等于一次"""
    kv = mine.remember(CTX, W_K, W_V, A)
    got = np.concatenate([mine.cross_attention(X[:, i : i + 1], kv, W_Q, W_O)[0] for i in range(NQ)], axis=1)
    same(got, run(mine)[0], "查询一个一个来与一次来的 y")


def test_keys_are_computed_once(mine):
    """键值只算一次"""
    w_k = counted(W_K)
    kv = mine.remember(CTX, w_k, W_V, A)
    for _ in range(3):
        mine.cross_attention(X[:, :1], kv, W_Q, W_O)
    check(len(w_k.tally) == 1, f"三步里 K 的投影做了 {len(w_k.tally)} 次，应只在 remember 里做一次")


def test_large_scores(mine, answer):
    """分数很大也不溢出"""
    with np.errstate(all="ignore"):
        y, _ = run(mine, X * 1e4)
    check(np.isfinite(y).all(), "查询放大一万倍时有 NaN 或无穷：softmax 之前先减每行的最大值")


def test_nothing_to_see(mine):
    """全是填充"""
    nothing = VALID & np.array([[True], [False]])
    with np.errstate(all="ignore"):
        y, _ = run(mine, valid=nothing)
    check(np.isfinite(y).all(), "第二条的 ctx 全是填充，输出有 NaN")
