import numpy as np
from judge import check, frozen, same

S, H, A, D, F = 6, 8, 4, 2, 12


def weights(g, seed=0):
    rng = np.random.default_rng(seed)
    sizes = {
        "q": (H, A * D),
        "k": (H, g * D),
        "v": (H, g * D),
        "o": (A * D, H),
        "gate": (H, F),
        "up": (H, F),
        "down": (F, H),
    }
    made = {name: frozen(rng.normal(size=size)) for name, size in sizes.items()}
    return made | {name: frozen(rng.normal(size=H)) for name in ("norm1", "norm2")}


X = frozen(np.random.default_rng(9).normal(size=(S, H)))


def test_rms_norm(mine):
    """RMSNorm"""
    x, one = np.array([[1.0, 2, 3, 6]]), np.ones(4)
    same(mine.rms_norm(x, one), [[0.282843, 0.565685, 0.848528, 1.697056]], "[1, 2, 3, 6] 的 RMSNorm（不减均值）", 1e-4)
    same(mine.rms_norm(x, 2 * one), 2 * mine.rms_norm(x, one), "增益是 2 时")
    same(mine.rms_norm(np.zeros((1, 4)), one), np.zeros((1, 4)), "输入全是 0 时（eps 在根号里）")
    same(
        mine.rms_norm(1e-3 * one[None], one), np.full((1, 4), 0.301511), "输入是 1e-3 时（eps 加在平方的均值上）", 1e-4
    )


def test_rope(mine):
    """RoPE"""
    got = mine.rope(np.tile([1.0, 0, 0, 0], (4, 1)))
    same(got[0], [1, 0, 0, 0], "位置 0（不动）")
    same(got[1], [0.540302, 0, 0.841471, 0], "位置 1 上的 [1, 0, 0, 0]（前后半配对：第 0 维和第 2 维）")
    got = mine.rope(np.tile([0.0, 1, 0, 0], (4, 1)))
    same(got[3], [0, np.cos(0.03), 0, np.sin(0.03)], "位置 3 上的 [0, 1, 0, 0]（第二对的频率是 base 的 −1/2 次方）")
    x = np.random.default_rng(1).normal(size=(3, 5, 8))
    same(np.linalg.norm(mine.rope(x), axis=-1), np.linalg.norm(x, axis=-1), "旋转以后的长度")


def test_ffn(mine, answer):
    """SwiGLU"""
    p = weights(2)
    same(mine.ffn(X, p), answer.ffn(X, p), "前馈的输出（SiLU 只作用在 gate 那一路）")
    with np.errstate(over="ignore"):
        got = mine.ffn(X * 1000, p)
    check(np.isfinite(got).all(), "输入放大 1000 倍时前馈有 NaN 或无穷")


def test_attention_heads(mine, answer):
    """a = g 时就是多头注意力"""
    p = weights(A)
    same(
        mine.attention(X[:1], p, A, A),
        answer.attention(X[:1], p, A, A),
        "一个 token 时注意力的输出（权重是 1，只看投影）",
    )
    same(
        mine.attention(X, p, A, A),
        answer.attention(X, p, A, A),
        "a = g = 4 时注意力的输出（看看缩放、因果掩码和 RoPE 加在哪）",
    )


def test_attention_large(mine):
    """分数很大也不溢出"""
    with np.errstate(all="ignore"):
        got = mine.attention(X * 100, weights(A), A, A)
    check(np.isfinite(got).all(), "输入放大 100 倍时注意力有 NaN 或无穷：softmax 之前先减每行的最大值")


def test_groups(mine, answer):
    """键值头少时"""
    for g in (1, 2):
        p = weights(g)
        got, want = mine.attention(X, p, A, g), answer.attention(X, p, A, g)
        same(got, want, f"a = 4、g = {g} 时注意力的输出（a = g 时是对的，看看键值头怎么复制）")


def test_relative(mine):
    """只看相对位置"""
    p = weights(2)
    p = p | {"v": np.eye(H)[:, : 2 * D], "o": np.eye(H)}
    same_token = np.tile(X[:1], (S, 1))
    got = mine.attention(same_token, p, A, 2)
    same(got, np.tile(got[:1], (S, 1)), "同一个 token 重复时各位置的输出（v 不加 RoPE，输出应都一样）")


def test_identity(mine):
    """恒等通路"""
    p = {name: value * 0 for name, value in weights(2).items()}
    same(mine.decoder_block(X, p, A, 2), X, "权重全是 0 时的输出（应等于输入）")
    p = weights(2) | {"down": np.zeros((F, H))}
    got = mine.decoder_block(X, p, A, 2) - X
    same(
        got, mine.attention(mine.rms_norm(X, p["norm1"]), p, A, 2), "down 是 0 时加在 x 上的量（残差加归一化之前的 x）"
    )


def test_block(mine, answer):
    """整层"""
    for g in (1, 2, 4):
        p = weights(g, seed=g)
        same(mine.decoder_block(X, p, A, g), answer.decoder_block(X, p, A, g), f"g = {g} 时整层的输出")


def test_causal(mine):
    """因果"""
    p, changed = weights(2), np.array(X)
    changed[4:] += 1
    before, after = mine.decoder_block(X, p, A, 2), mine.decoder_block(changed, p, A, 2)
    same(after[:4], before[:4], "改了第 5 个 token 以后，前 4 个的输出")
