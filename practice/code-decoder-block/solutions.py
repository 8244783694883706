WRONG = [
    (
        "RMSNorm 减了均值",
        "不减均值",
        "gain * x / np.sqrt((x * x).mean",
        "gain * (x - x.mean(axis=-1, keepdims=True)) / np.sqrt((x * x).mean",
    ),
    (
        "eps 在根号外",
        "eps 加在平方的均值上",
        "np.sqrt((x * x).mean(axis=-1, keepdims=True) + eps)",
        "(np.sqrt((x * x).mean(axis=-1, keepdims=True)) + eps)",
    ),
    (
        "RoPE 相邻配对",
        "前后半配对",
        "    u, v = np.split(x, 2, axis=-1)\n    return np.concatenate([u * np.cos(angle) - v * np.sin(angle), v * np.cos(angle) + u * np.sin(angle)], axis=-1)",
        "    u, v, out = x[..., 0::2], x[..., 1::2], np.empty_like(x)\n    out[..., 0::2], out[..., 1::2] = u * np.cos(angle) - v * np.sin(angle), v * np.cos(angle) + u * np.sin(angle)\n    return out",
    ),
    ("RoPE 的频率少了一半", "第二对的频率", "base ** (-np.arange(0, d, 2) / d)", "base ** (-np.arange(0, d // 2) / d)"),
    (
        "RoPE 的方向不一致",
        "第 0 维和第 2 维",
        "v * np.cos(angle) + u * np.sin(angle)",
        "v * np.cos(angle) - u * np.sin(angle)",
    ),
    ("v 也加了 RoPE", "RoPE 加在哪", 'split(x @ p["v"], g)\n', 'rope(split(x @ p["v"], g))\n'),
    (
        "键值头复制成 0、1、0、1",
        "看看键值头怎么复制",
        "np.repeat(k, a // g, axis=0), np.repeat(v, a // g, axis=0)",
        "np.tile(k, (a // g, 1, 1)), np.tile(v, (a // g, 1, 1))",
    ),
    ("没有缩放", "看看缩放", " / np.sqrt(d_k)", ""),
    ("没有因果掩码", "看看缩放、因果掩码", "np.tril(np.ones((s, s), dtype=bool))", "np.ones((s, s), dtype=bool)"),
    (
        "SiLU 作用在 up 那一路",
        "只作用在 gate",
        'gate = x @ p["gate"]\n    return (gate / (1 + np.exp(-gate)) * (x @ p["up"]))',
        'gate = x @ p["up"]\n    return (gate / (1 + np.exp(-gate)) * (x @ p["gate"]))',
    ),
    (
        "残差加在归一化之后的 x 上",
        "应等于输入",
        '    x = x + attention(rms_norm(x, p["norm1"]), p, a, g)',
        '    x = rms_norm(x, p["norm1"])\n    x = x + attention(x, p, a, g)',
    ),
    ("post-norm", "应等于输入", 'x + ffn(rms_norm(x, p["norm2"]), p)', 'rms_norm(x + ffn(x, p), p["norm2"])'),
    ("两个归一化用了同一个增益", "整层的输出", 'p["norm2"]', 'p["norm1"]'),
]

RIGHT = [
    (
        "按复数旋转",
        "    return np.concatenate([u * np.cos(angle) - v * np.sin(angle), v * np.cos(angle) + u * np.sin(angle)], axis=-1)",
        "    z = (u + 1j * v) * np.exp(1j * angle)\n    return np.concatenate([z.real, z.imag], axis=-1)",
    ),
    (
        "按组广播，不复制",
        "np.repeat(k, a // g, axis=0), np.repeat(v, a // g, axis=0) ",
        "k[np.arange(a) * g // a], v[np.arange(a) * g // a] ",
    ),
]
