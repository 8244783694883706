import numpy as np
from judge import check, frozen, same

RNG = np.random.default_rng(0)
X = frozen(RNG.normal(size=(2, 3, 8, 12)))
KERNEL, BIAS = frozen(RNG.normal(size=(5, 3, 4, 4))), frozen(RNG.normal(size=5))
CLS, POS = frozen(RNG.normal(size=5)), frozen(RNG.normal(size=(7, 5)))
TOKENS = frozen(RNG.normal(size=(3, 16, 4)))


def test_blocks(mine):
    """切块"""
    image = np.arange(16).reshape(1, 1, 4, 4)
    got = mine.patchify(image, 2)
    check(np.shape(got) == (1, 4, 4), f"4 × 4 的图、P = 2，形状是 {np.shape(got)}，应是 (b, N, C·P·P)，即 (1, 4, 4)")
    same(got[0][0], [0, 1, 4, 5], "4 × 4、依次是 0 到 15 的图，第一块（是方块，不是连续的像素）")
    same(got[0], [[0, 1, 4, 5], [2, 3, 6, 7], [8, 9, 12, 13], [10, 11, 14, 15]], "四块的次序（从左到右、从上到下）")


def test_channels(mine, answer):
    """块内的次序"""
    got = mine.patchify(X, 4)
    same(got[0, 0], X[0, :, :4, :4].ravel(), "第一块展平以后（通道、行、列）")
    same(got, answer.patchify(X, 4), "8 × 12、三通道、P = 4 的各块（长方形：行数和列数不同）")


def test_back(mine):
    """拼回去"""
    blocks = np.stack([X[:, :, i : i + 4, j : j + 4].reshape(2, -1) for i in (0, 4) for j in (0, 4, 8)], axis=1)
    same(mine.unpatchify(blocks, 4, 3, 8, 12), X, "拼回去的图")
    same(mine.unpatchify(mine.patchify(X, 2), 2, 3, 8, 12), X, "切了再拼的图")


def test_convolution(mine):
    """投影等于步长为 P 的卷积"""
    conv = [[(X[:, None, :, i : i + 4, j : j + 4] * KERNEL).sum((2, 3, 4)) + BIAS for j in (0, 4, 8)] for i in (0, 4)]
    want = np.array(conv).reshape(6, 2, 5).swapaxes(0, 1)
    got = mine.embed(X, 4, KERNEL, BIAS, 0 * CLS, 0 * POS)
    check(np.shape(got) == (2, 7, 5), f"embed 的形状是 {np.shape(got)}，应是 (b, N + 1, h)，即 (2, 7, 5)")
    same(got[:, 1:], want, "各块的投影，与逐个窗口的卷积")


def test_class_token(mine):
    """[CLS] 和位置"""
    got = mine.embed(0 * X, 4, KERNEL, 0 * BIAS, CLS, 0 * POS)
    same(got[:, 0], np.tile(CLS, (2, 1)), "图全是 0 时的第一行（[CLS] 在最前面）")
    got = mine.embed(0 * X, 4, KERNEL, 0 * BIAS, CLS, POS)
    same(got[:, 0], np.tile(CLS + POS[0], (2, 1)), "[CLS] 也加位置嵌入")
    same(got[:, 1:], np.tile(POS[1:], (2, 1, 1)), "各块加的是位置嵌入的第 1 行以后")


def test_kept(mine):
    """留下的"""
    kept, mask, restore = mine.random_mask(TOKENS, 4, np.random.default_rng(0))
    check(np.shape(kept) == (3, 4, 4), f"留下的形状是 {np.shape(kept)}，应是 (b, keep, h)，即 (3, 4, 4)")
    same(np.sum(mask, axis=1), [12, 12, 12], "16 个留 4 个，每条遮住的个数（1 是遮住）")
    for i in range(3):
        inside = {tuple(row) for row in TOKENS[i][np.asarray(mask)[i] == 0]}
        check({tuple(row) for row in np.asarray(kept)[i]} == inside, f"第 {i} 条里，留下的与 mask 说的不是同一些块")
    check(sorted(np.asarray(restore)[0].tolist()) == list(range(16)), "restore 的每一行应是 0 到 15 的一个排列")


def test_restore(mine):
    """还原次序"""
    kept, mask, restore = mine.random_mask(TOKENS, 4, np.random.default_rng(1))
    full = np.concatenate([kept, np.zeros((3, 12, 4))], axis=1)
    back = np.take_along_axis(full, np.asarray(restore)[..., None], axis=1)
    same(
        back,
        np.where(np.asarray(mask)[..., None] == 1, 0, TOKENS),
        "补上 12 个 0、按 restore 取以后（留下的应回到原位）",
    )


def test_random(mine):
    """每条各自随机，各位置机会相同"""
    rng = np.random.default_rng(2)
    masks = np.array([mine.random_mask(TOKENS, 4, rng)[1] for _ in range(800)])
    check(not (masks[:, 0] == masks[:, 1]).all(), "一批里各条遮住的都一样：应各自随机")
    same(masks.mean(axis=(0, 1)), np.full(16, 0.75), "各位置被遮住的频率", 0.05)


def test_all_kept(mine):
    """全部留下"""
    _, mask, _ = mine.random_mask(TOKENS, 16, np.random.default_rng(0))
    same(mask, np.zeros((3, 16)), "keep 等于 N 时的 mask")
