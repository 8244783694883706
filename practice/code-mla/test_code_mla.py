import numpy as np
from judge import check, counted, frozen, peak, same

H, A, D, R, DC, DQ, DV, N = 10, 3, 4, 2, 5, 6, 3, 7
RNG = np.random.default_rng(0)
SHAPES = {
    "dq": (H, DQ),
    "uq": (DQ, A * (D + R)),
    "dkv": (H, DC + R),
    "uk": (A, D, DC),
    "uv": (A, DV, DC),
    "o": (A * DV, H),
}
W = {name: frozen(RNG.normal(size=shape)) for name, shape in SHAPES.items()}
X = frozen(RNG.normal(size=(N, H)))


def test_parts(mine):
    """三个零件"""
    same(mine.rms(np.array([[1.0, 2, 3, 6]])), [[0.282843, 0.565685, 0.848528, 1.697056]], "rms([1, 2, 3, 6])", 1e-5)
    with np.errstate(all="ignore"):
        check(np.isfinite(mine.rms(np.zeros((1, 4)))).all(), "rms 全是 0 的一行成了 NaN")
    same(mine.softmax(np.array([[1000.0, 1000.0, -np.inf]])), [[0.5, 0.5, 0]], "softmax([1000, 1000, −inf])")
    got = mine.rope(np.array([[1.0, 0, 1, 0]] * 2), np.array([0, 1]))
    same(got[0], [1, 0, 1, 0], "位置 0 的 rope（不动）")
    same(got[1], [np.cos(1), np.sin(1), np.cos(0.01), np.sin(0.01)], "位置 1 的 rope（相邻配对，第二对的角度是 1/100）")
    got = mine.rope(np.array([[0.0, 1]]), np.array([1]))
    same(got, [[-np.sin(1), np.cos(1)]], "位置 1 上 [0, 1] 的 rope（旋转的正负号）")


def test_cache(mine, answer):
    """缓存只有隐向量和位置键"""
    layer, theirs = mine.MLA(W, A, R), answer.MLA(W, A, R)
    layer(X, absorb=False)
    theirs(X, absorb=False)
    check(
        np.shape(layer.cache) == (N, DC + R),
        f"缓存的形状是 {np.shape(layer.cache)}，应是 (t, d_c + r)，即 {(N, DC + R)}",
    )
    same(layer.cache[:, :DC], theirs.cache[:, :DC], "缓存里的隐向量（归一以后的）")
    same(layer.cache[:, DC:], theirs.cache[:, DC:], "缓存里的位置键（旋转以后的）")


def test_one_token(mine, answer):
    """一个 token"""
    same(
        mine.MLA(W, A, R)(X[:1], absorb=False),
        answer.MLA(W, A, R)(X[:1], absorb=False),
        "一个 token 的输出（权重是 1，只看值和输出投影）",
    )


def test_expanded(mine, answer):
    """展开的形式"""
    same(
        mine.MLA(W, A, R)(X, absorb=False),
        answer.MLA(W, A, R)(X, absorb=False),
        "7 个 token、absorb=False 的输出（看看缩放用的维度、两段分数和因果）",
    )


def test_absorbed(mine):
    """吸收的形式结果相同"""
    same(
        mine.MLA(W, A, R)(X, absorb=True), mine.MLA(W, A, R)(X, absorb=False), "7 个 token、absorb=True 与 False 的输出"
    )


def test_chunks(mine):
    """任意切块，两种形式混用"""
    whole = mine.MLA(W, A, R)(X, absorb=False)
    for cuts in ([3], [1, 2, 3, 4, 5, 6], [2, 6]):
        layer = mine.MLA(W, A, R)
        parts = [layer(part, absorb=i > 0) for i, part in enumerate(np.split(X, cuts))]
        same(np.concatenate(parts), whole, f"在 {cuts} 处切开、以后的块用吸收的输出（位置接着缓存数）")


def test_causal(mine):
    """因果"""
    changed = np.array(X)
    changed[4:] += RNG.normal(size=(3, H))
    same(
        mine.MLA(W, A, R)(changed, absorb=True)[:4],
        mine.MLA(W, A, R)(X, absorb=True)[:4],
        "改了第 5 个 token 以后，前 4 个的输出",
    )


def test_positions(mine):
    """位置起作用"""
    swapped = X[[1, 0, *range(2, N)]]
    near = np.abs(mine.MLA(W, A, R)(swapped, absorb=False)[-1] - mine.MLA(W, A, R)(X, absorb=False)[-1]).max()
    check(near > 1e-4, "前两个 token 交换了，最后一个的输出却没有变：位置段没有用上")


def test_no_work_twice(mine):
    """只投影新来的位置"""
    weights = W | {"dkv": counted(W["dkv"])}
    layer = mine.MLA(weights, A, R)
    layer(X[:6], absorb=True)
    before = sum(weights["dkv"].tally)
    layer(X[6:], absorb=True)
    last = sum(weights["dkv"].tally) - before
    check(
        last == H * (DC + R), f"解码一个 token，dkv 的投影做了 {last} 次乘法，应是 {H * (DC + R)}：以前的已经在缓存里"
    )


def test_absorbed_memory(mine):
    """吸收时不展开键和值"""
    a, d, r, d_c, t = 8, 32, 4, 8, 600
    sizes = {
        "dq": (16, 8),
        "uq": (8, a * (d + r)),
        "dkv": (16, d_c + r),
        "uk": (a, d, d_c),
        "uv": (a, d, d_c),
        "o": (a * d, 16),
    }
    weights = {name: RNG.normal(size=size) for name, size in sizes.items()}
    layer, x = mine.MLA(weights, a, r), RNG.normal(size=(t, 16))
    layer(x[:-2], absorb=False)
    used = peak(lambda: layer(x[-1:], absorb=True))
    check(used < a * t * d * 8 / 2, f"解码一个 token、absorb=True，用了 {used / 1e6:.2f} MB：像是展开了各头的键或值")
