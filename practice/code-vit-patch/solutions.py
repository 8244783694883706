WRONG = [
    (
        "直接 reshape",
        "不是连续的像素",
        "    x = x.reshape(b, C, H // P, P, W // P, P).transpose(0, 2, 4, 1, 3, 5)\n",
        "",
    ),
    ("块内按行、列、通道", "通道、行、列", "transpose(0, 2, 4, 1, 3, 5)", "transpose(0, 2, 4, 3, 5, 1)"),
    ("块从上到下、从左到右", "从左到右、从上到下", "transpose(0, 2, 4, 1, 3, 5)", "transpose(0, 4, 2, 1, 3, 5)"),
    ("块内的行和列换了", "第一块", "transpose(0, 2, 4, 1, 3, 5)", "transpose(0, 2, 4, 1, 5, 3)"),
    (
        "拼回去用了同一个排列",
        "拼回去的图",
        "x.transpose(0, 3, 1, 4, 2, 5).reshape(-1, C, H, W)",
        "x.transpose(0, 2, 4, 1, 3, 5).reshape(-1, C, H, W)",
    ),
    (
        "H 和 W 用反了",
        "拼回去的图",
        "tokens.reshape(len(tokens), H // P, W // P, C, P, P)",
        "tokens.reshape(len(tokens), W // P, H // P, C, P, P)",
    ),
    (
        "卷积核没有按块内的次序展平",
        "与逐个窗口的卷积",
        "kernel.reshape(len(kernel), -1).T",
        "kernel.transpose(0, 2, 3, 1).reshape(len(kernel), -1).T",
    ),
    (
        "[CLS] 接在后面",
        "与逐个窗口的卷积",
        "[np.broadcast_to(cls, (len(z), 1, len(cls))), z]",
        "[z, np.broadcast_to(cls, (len(z), 1, len(cls)))]",
    ),
    (
        "位置嵌入在接 [CLS] 之前加",
        "[CLS] 也加位置嵌入",
        "    return np.concatenate([np.broadcast_to(cls, (len(z), 1, len(cls))), z], axis=1) + pos",
        "    return np.concatenate([np.broadcast_to(cls, (len(z), 1, len(cls))), z + pos[1:]], axis=1)",
    ),
    ("忘了偏置", "与逐个窗口的卷积", ".T + bias", ".T"),
    ("掩码 1 是留下", "1 是遮住", "(restore >= keep)", "(restore < keep)"),
    ("还原用的是排列本身，不是逆", "不是同一些块", "restore = np.argsort(order, axis=1) ", "restore = order "),
    (
        "掩码没有换回原来的次序",
        "不是同一些块",
        "(restore >= keep).astype(int)",
        "np.tile(np.arange(z.shape[1]) >= keep, (len(z), 1)).astype(int)",
    ),
    (
        "一批共用一个排列",
        "应各自随机",
        "np.argsort(rng.random(z.shape[:2]), axis=1)",
        "np.tile(np.argsort(rng.random(z.shape[1])), (len(z), 1))",
    ),
    (
        "总留前几个",
        "应各自随机",
        "np.argsort(rng.random(z.shape[:2]), axis=1)",
        "np.tile(np.arange(z.shape[1]), (len(z), 1))",
    ),
]

RIGHT = [
    (
        "两层循环切块",
        "    x = x.reshape(b, C, H // P, P, W // P, P).transpose(0, 2, 4, 1, 3, 5)\n    return x.reshape(b, -1, C * P * P)",
        "    cut = [x[:, :, i : i + P, j : j + P].reshape(b, -1) for i in range(0, H, P) for j in range(0, W, P)]\n    return np.stack(cut, axis=1)",
    ),
    (
        "留下的按原来的次序",
        "    order = np.argsort(rng.random(z.shape[:2]), axis=1)\n",
        "    order = np.argsort(rng.random(z.shape[:2]), axis=1)\n    order = np.concatenate([np.sort(order[:, :keep]), np.sort(order[:, keep:])], axis=1)\n",
    ),
]
