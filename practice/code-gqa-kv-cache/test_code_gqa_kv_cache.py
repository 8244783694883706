import numpy as np
from judge import check, counted, frozen, raises, same

H, A, D, S = 8, 4, 2, 7
X = frozen(np.random.default_rng(5).normal(size=(S, H)))


def weights(g, seed=0):
    rng = np.random.default_rng(seed)
    sizes = {"q": (H, A * D), "k": (H, g * D), "v": (H, g * D), "o": (A * D, H)}
    return {name: frozen(rng.normal(size=size)) for name, size in sizes.items()}


def test_prefill(mine, answer):
    """预填充：一次传整段"""
    W = weights(A)
    same(mine.CachedGQA(W, A, A, S)(X[:1]), answer.CachedGQA(W, A, A, S)(X[:1]), "第一个 token 的输出（只看得到自己）")
    same(
        mine.CachedGQA(W, A, A, S)(X), answer.CachedGQA(W, A, A, S)(X), "a = g = 4、一次传 7 个的输出（看看缩放和因果）"
    )


def test_groups(mine, answer):
    """键值头少时"""
    for g in (1, 2):
        W = weights(g)
        got, want = mine.CachedGQA(W, A, g, S)(X), answer.CachedGQA(W, A, g, S)(X)
        same(got, want, f"a = 4、g = {g}、一次传 7 个的输出（a = g 时是对的，看看哪些头共用）")


def test_cache(mine):
    """缓存的形状和内容"""
    W = weights(2)
    layer = mine.CachedGQA(W, A, 2, 9)
    for name in "kv":
        shape = np.shape(getattr(layer, name))
        check(shape == (2, 9, D), f"self.{name} 的形状是 {shape}，应是 (g, max_len, d)，即 {(2, 9, D)}：只存 g 个头")
    layer(X[:3])
    check(layer.n == 3, f"传了 3 个以后 self.n 是 {layer.n}")
    same(layer.k[:, :3], (X[:3] @ W["k"]).reshape(3, 2, D).transpose(1, 0, 2), "缓存里的 k")
    same(layer.v[:, :3], (X[:3] @ W["v"]).reshape(3, 2, D).transpose(1, 0, 2), "缓存里的 v")


def test_decode(mine):
    """逐个算等于一次算完"""
    for g in (1, 2, 4):
        W = weights(g)
        whole = mine.CachedGQA(W, A, g, S)(X)
        layer = mine.CachedGQA(W, A, g, S)
        got = np.concatenate([layer(X[:3]), *(layer(X[i : i + 1]) for i in range(3, S))])
        same(got[:3], whole[:3], f"g = {g}、先传 3 个时的输出")
        same(got[3:], whole[3:], f"g = {g}、以后一个一个传时的输出（解码的一个要看得到以前的全部）")


def test_chunks(mine):
    """任意切块"""
    W = weights(2)
    whole = mine.CachedGQA(W, A, 2, S)(X)
    for cuts in ([3], [2, 6], [1, 2, 4]):
        layer = mine.CachedGQA(W, A, 2, S)
        got = np.concatenate([layer(part) for part in np.split(X, cuts)])
        same(got, whole, f"在 {cuts} 处切开传的输出（新来的一块里，查询要对齐到键的末尾）")


def test_room_to_spare(mine):
    """缓存里没写过的位置不参与"""
    W = weights(2)
    same(mine.CachedGQA(W, A, 2, 50)(X), mine.CachedGQA(W, A, 2, S)(X), "max_len 是 50、只写了 7 个时的输出")


def test_full(mine):
    """放不下"""
    layer = mine.CachedGQA(weights(2), A, 2, S)
    layer(X[:5])
    before = np.array(layer.k)
    raises(ValueError, lambda: layer(X[:3]), "放得下 7 个、已有 5 个、再传 3 个")
    check(layer.n == 5, f"没放下以后 self.n 成了 {layer.n}，应还是 5")
    same(layer.k, before, "没放下以后的缓存")


def test_no_work_twice(mine):
    """只投影新来的位置"""
    W = {name: counted(value) for name, value in weights(2).items()}
    layer = mine.CachedGQA(W, A, 2, S)
    layer(X[:6])
    first = sum(W["k"].tally)
    layer(X[6:7])
    last = sum(W["k"].tally) - first
    check(last == H * 2 * D, f"解码一个 token，K 的投影做了 {last} 次乘法，应是 {H * 2 * D}：以前的已经在缓存里")


def test_large_scores(mine):
    """分数很大也不溢出"""
    with np.errstate(all="ignore"):
        got = mine.CachedGQA(weights(2), A, 2, S)(X * 1000)
    check(np.isfinite(got).all(), "输入放大 1000 倍时有 NaN 或无穷：softmax 之前先减每行的最大值")
