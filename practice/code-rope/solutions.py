WRONG = [
    (
        "频率的指数少了一半",
        "频率是 1 和 1/100",
        "base ** (-np.arange(0, d, 2) / d)",
        "base ** (-np.arange(d // 2) / d)",
    ),
    ("频率的指数正负反了", "频率是 1 和 1/100", "base ** (-np.arange", "base ** (np.arange"),
    (
        "位置总从 0 数起",
        "位置 0、1、10",
        "np.asarray(positions)[:, None] * theta",
        "np.arange(len(positions))[:, None] * theta",
    ),
    (
        "两个公式都是负号",
        "第 0 维和第 2 维是一对",
        "[u * cos - v * sin, v * cos + u * sin], axis=-1",
        "[u * cos - v * sin, v * cos - u * sin], axis=-1",
    ),
    (
        "转的方向反了",
        "第 0 维和第 2 维是一对",
        "[u * cos - v * sin, v * cos + u * sin], axis=-1",
        "[u * cos + v * sin, v * cos - u * sin], axis=-1",
    ),
    (
        "rope 写成了相邻配对",
        "第 0 维和第 2 维是一对",
        "    return np.concatenate([u * cos - v * sin, v * cos + u * sin], axis=-1)",
        "    return rope_adjacent(x, cos, sin)",
    ),
    (
        "相邻配对转完接在一起，没有交错放回",
        "第 0 维和第 1 维是一对",
        "    return out",
        "    return np.concatenate([out[..., 0::2], out[..., 1::2]], axis=-1)",
    ),
    (
        "相邻配对用改过的值去算",
        "rope_adjacent",
        "    out = np.empty_like(x)\n    out[..., 0::2], out[..., 1::2] = u * cos - v * sin, v * cos + u * sin",
        "    out = x.copy()\n    u, v = out[..., 0::2], out[..., 1::2]\n    u[...] = u * cos - v * sin\n    v[...] = v * cos + u * sin",
    ),
    ("在原来的数组里改", "改动了传进来的数组", "out = np.empty_like(x)", "out = x"),
    ("忘了 base", "base = 100", "base ** (-np", "10000.0 ** (-np"),
    (
        "漏了 sin 的两项",
        "第 0 维和第 2 维是一对",
        "[u * cos - v * sin, v * cos + u * sin], axis=-1",
        "[u * cos, v * cos], axis=-1",
    ),
]

RIGHT = [
    (
        "复数旋转",
        "    return np.concatenate([u * cos - v * sin, v * cos + u * sin], axis=-1)",
        "    z = (u + 1j * v) * (cos + 1j * sin)\n    return np.concatenate([z.real, z.imag], axis=-1)",
    ),
    (
        "转半边再相加",
        "    out = np.empty_like(x)\n    out[..., 0::2], out[..., 1::2] = u * cos - v * sin, v * cos + u * sin\n    return out",
        "    turned = np.stack([-v, u], axis=-1).reshape(x.shape)\n    return x * np.repeat(cos, 2, axis=-1) + turned * np.repeat(sin, 2, axis=-1)",
    ),
]
