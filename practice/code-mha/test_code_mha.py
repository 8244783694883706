import numpy as np
from judge import check, frozen, same

B, S, H, A = 2, 5, 12, 3


def given(seed=0, scale=1.0):
    rng = np.random.default_rng(seed)
    x = rng.normal(size=(B, S, H)) * scale
    return [frozen(one) for one in (x, *rng.normal(size=(4, H, H)) / np.sqrt(H))]


def causal():
    return np.tril(np.ones((S, S), dtype=bool))


def test_shapes(mine):
    """返回值的形状"""
    y, weights = mine.mha(*given(), A)
    check(np.shape(y) == (B, S, H), f"y 的形状是 {np.shape(y)}，应是 (b, s, h)，即 {(B, S, H)}")
    wanted = (B, A, S, S)
    check(np.shape(weights) == wanted, f"weights 的形状是 {np.shape(weights)}，应是 (b, a, s, s)，即 {wanted}")


def test_rows_are_distributions(mine):
    """每个查询的权重是一个分布"""
    for name, allowed in (("没有掩码时", None), ("因果掩码下", causal())):
        _, weights = mine.mha(*given(), A, allowed)
        check(not np.isnan(weights).any(), f"{name}，权重里有 NaN")
        same(weights.sum(axis=-1), np.ones((B, A, S)), f"{name}，每行权重的和")


def test_blocked_keys_get_nothing(mine):
    """不许看的键，权重是 0"""
    _, weights = mine.mha(*given(), A, causal())
    check((np.triu(weights, 1) == 0).all(), "因果掩码下，后面的键还有权重：True 表示可以看，False 的要挡住")
    check((weights[..., 0, 0] > 0.99).all(), "因果掩码下，第一个查询只看得到自己，那里的权重应是 1")


def test_one_head(mine, answer):
    """一个头，每头一维：没有分头、缩放的事"""
    x, *W = given(1)
    one = [w[:1, :1] for w in W]
    same(
        mine.mha(x[..., :1], *one, 1)[0],
        answer.mha(x[..., :1], *one, 1)[0],
        "h = a = 1 时的 y（没有分头、缩放的事，看看四个投影）",
    )


def test_scale(mine, answer):
    """分数的缩放"""
    x, *W = given(2)
    got, want = mine.mha(x, *W, 1)[1], answer.mha(x, *W, 1)[1]
    same(got, want, f"一个头、每头 {H} 维时的权重（每头 1 维时是对的，看看缩放）")
    _, got = mine.mha(x, *[np.eye(H)] * 4, A)
    _, want = answer.mha(x, *[np.eye(H)] * 4, A)
    same(got[:, 0], want[:, 0], "三个头时第一个头的权重（一个头时是对的，看看每头的维度和分头）")


def test_heads(mine, answer):
    """分头和合并"""
    x, *W = given(3)
    (got, got_weights), (want, want_weights) = mine.mha(x, *W, A), answer.mha(x, *W, A)
    same(got_weights, want_weights, "各头的权重")
    same(got, want, "y（各头的权重是对的，看看乘 V、合并和输出投影）")


def test_padding(mine, answer):
    """填充掩码广播到各头、各查询"""
    x, *W = given(4)
    valid = np.array([[1, 1, 1, 1, 1], [1, 1, 1, 0, 0]], dtype=bool)[:, None, None, :]
    (got, weights), (want, _) = mine.mha(x, *W, A, valid), answer.mha(x, *W, A, valid)
    check((weights[1, :, :, 3:] == 0).all(), "填充的键还有权重")
    same(got, want, "填充掩码下的 y")
    both = valid & causal()
    same(mine.mha(x, *W, A, both)[0], answer.mha(x, *W, A, both)[0], "填充加因果掩码下的 y")


def test_later_tokens_do_not_matter(mine):
    """因果：改后文，前面的输出不变"""
    x, *W = given(5)
    changed = np.array(x)
    changed[:, 3:] += 1
    before, after = mine.mha(x, *W, A, causal())[0], mine.mha(changed, *W, A, causal())[0]
    same(after[:, :3], before[:, :3], "改了第 4 个 token 以后，前 3 个的输出")


def test_large_scores(mine, answer):
    """分数很大也不溢出"""
    x, *W = given(6, scale=100.0)
    with np.errstate(over="ignore", invalid="ignore"):
        got = mine.mha(x, *W, A, causal())[0]
    check(np.isfinite(got).all(), "输入放大 100 倍时有 NaN 或无穷：softmax 之前先减每行的最大值")
    same(got, answer.mha(x, *W, A, causal())[0], "输入放大 100 倍时的 y", 1e-4)


def test_nothing_to_see(mine):
    """整行被挡住也没有 NaN"""
    x, *W = given(7)
    left = np.array([[0, 0, 1, 1, 1]] * B, dtype=bool)[:, None, None, :]
    with np.errstate(invalid="ignore", divide="ignore"):
        y, _ = mine.mha(x, *W, A, left & causal())
    check(np.isfinite(y[:, 2:]).all(), "左侧填充加因果时，有键可看的行出现了 NaN")
    check(np.isfinite(y).all(), "左侧填充加因果时，前两个查询一个键也看不到，输出成了 NaN")
