import numpy as np
from judge import check, frozen, same

ROWS = frozen([[0.1, -0.2, 0.3], [8, -4, 2]])
RNG = np.random.default_rng(0)
X, W = frozen(RNG.normal(size=(16, 512))), frozen(RNG.normal(size=(32, 512)))


def test_symmetric(mine):
    """对称量化"""
    q, s = mine.quantize(ROWS)
    check(np.asarray(q).dtype == np.int8, f"整数的类型是 {np.asarray(q).dtype}，应是 int8")
    same(q, [[2, -3, 5], [127, -64, 32]], "整个张量共用一个因子时的整数（最大的对应 127）")
    same(mine.dequantize(q, s)[1, 0], 8.0, "最大的数还原以后")


def test_rows(mine):
    """每行一个因子"""
    q, s = mine.quantize(ROWS, axis=1)
    check(np.shape(s) == (2, 1), f"s 的形状是 {np.shape(s)}，应是 (2, 1)：要能与整数广播相乘")
    same(q, [[42, -85, 127], [127, -64, 32]], "每行一个因子时的整数")


def test_rounding(mine):
    """取整"""
    q, _ = mine.quantize(np.array([127.0, 2.6, -2.6, 0.4, 2.5, 3.5]))
    same(q, [127, 3, -3, 0, 2, 4], "因子是 1 时 [127, 2.6, −2.6, 0.4, 2.5, 3.5] 的整数（不是截断；正中间取偶）")
    q, s = mine.quantize(X, axis=1)
    error = np.abs(mine.dequantize(q, s) - X)
    check((error <= np.asarray(s) / 2 + 1e-9).all(), f"还原的误差到了 {(error / s).max():.2f} 个因子，应不超过半个")


def test_zero(mine):
    """全零的一行"""
    with np.errstate(invalid="raise", divide="raise"):
        try:
            back = mine.dequantize(*mine.quantize(np.array([[0.0, 0, 0], [1, 2, 3]]), axis=1))
        except FloatingPointError:
            back = np.full((2, 3), np.nan)
    check(np.isfinite(back).all(), "有一行全零，算了 0/0：因子是 0，整数没有定义")
    same(back[0], np.zeros(3), "全零的一行还原以后")


def test_bits(mine):
    """别的位数"""
    q, _ = mine.quantize(ROWS, axis=1, bits=4)
    same(q, [[2, -5, 7], [7, -4, 2]], "4 位、每行一个因子时的整数（−7 到 7）")


def test_grouped(mine, answer):
    """分组"""
    w = np.array([[1.0, 0.5, 100, 50], [2, 1, 0.02, 0.01]])
    same(mine.grouped(w, 2), answer.grouped(w, 2), "每 2 个一组还原以后的权重（每行的每组各一个因子）")
    same(mine.grouped(W), mine.grouped(W, 128), "不写 size 时还原以后的权重（缺省 128）")
    spiky = np.array(W)
    spiky[0, 0] = 60
    coarse, fine = (
        np.abs(one - spiky)[0].mean() for one in (mine.dequantize(*mine.quantize(spiky, 1)), mine.grouped(spiky, 128))
    )
    check(fine < coarse / 2, "一行里有一个离群的数，分组以后这一行的误差应小得多")


def test_product(mine):
    """整数相乘"""
    exact = mine.dequantize(*mine.quantize(X, 1)) @ mine.dequantize(*mine.quantize(W, 1)).T
    got = mine.w8a8(X, W)
    check(np.shape(got) == (16, 32), f"w8a8 的形状是 {np.shape(got)}，应是 (n, d_out)，即 (16, 32)")
    same(got, exact, "w8a8 与先还原再乘的结果（int8 相乘、int16 相加会回绕）", 1e-5)


def test_each_token_its_own(mine):
    """激活按 token 量化"""
    hot = np.array(X)
    hot[0] *= 1000
    got = mine.w8a8(hot, W)
    same(got[1:], mine.w8a8(X, W)[1:], "第一个 token 放大 1000 倍以后，别的 token 的结果", 1e-5)


def test_affine(mine):
    """非对称量化"""
    q, s, z = mine.quantize_affine(np.array([-1.0, 0.2, 0.5, 3.0]))
    check(np.asarray(q).dtype == np.uint8, f"整数的类型是 {np.asarray(q).dtype}，应是 uint8")
    same(z, np.full(np.shape(z), 64), "[−1, 0.2, 0.5, 3] 的零点")
    same(q, [0, 77, 96, 255], "[−1, 0.2, 0.5, 3] 的整数")
    back = s * (np.asarray(q).astype(int) - z)
    same(back, [-1.003922, 0.203922, 0.501961, 2.996078], "还原以后", 1e-5)


def test_affine_holds_zero(mine):
    """范围包住 0"""
    for x in (X[0] + 10, X[0] - 10):
        with np.errstate(all="ignore"):
            q, s, z = mine.quantize_affine(x)
        check(
            ((np.asarray(z) >= 0) & (np.asarray(z) <= 255)).all(),
            f"全是同号的数，零点是 {np.ravel(z)}，落到了 0 到 255 之外：范围要包住 0",
        )
        error = np.abs(s * (np.asarray(q).astype(int) - z) - x).max()
        check(error <= np.max(s) * 0.51, "全是同号的数，还原的误差超过半个因子")
    q, _, z = mine.quantize_affine(np.array([-4.0, -3.0, -1.0]))
    same(z, np.full(np.shape(z), 255), "[−4, −3, −1] 的零点（范围是 −4 到 0）")
    same(q, [0, 64, 191], "[−4, −3, −1] 的整数")
    with np.errstate(all="ignore"):
        q, s, z = mine.quantize_affine(np.zeros(3))
    same(s * (np.asarray(q).astype(int) - z), np.zeros(3), "全零还原以后")


def test_affine_product(mine):
    """非对称的整数相乘"""
    skew = np.maximum(X, -0.3)
    q, s, z = mine.quantize_affine(skew, axis=1)
    exact = (s * (np.asarray(q).astype(int) - z)) @ mine.dequantize(*mine.quantize(W, 1)).T
    same(mine.w8a8_affine(skew, W), exact, "w8a8_affine 与先还原再乘的结果（零点那一项是 z 乘权重每行的和）", 1e-5)


def test_product_is_close(mine):
    """与浮点的结果相近"""
    true = X @ W.T
    for name in ("w8a8", "w8a8_affine"):
        error = np.sqrt(((getattr(mine, name)(X, W) - true) ** 2).mean() / (true**2).mean())
        check(error < 0.02, f"{name} 的相对误差是 {error:.3f}，应在 0.02 以内")
