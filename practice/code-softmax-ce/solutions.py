WRONG = [
    ("没有减最大值", "先减最大值", "    z = z - z.max(axis=axis, keepdims=True)\n", ""),
    ("减的是整个数组的最大值", "最大值按行取", "z.max(axis=axis, keepdims=True)", "z.max()"),
    (
        "先 softmax 再取对数",
        "取对数，就是负无穷",
        "z - np.log(np.exp(z).sum(axis=axis, keepdims=True))",
        "np.log(np.exp(z) / np.exp(z).sum(axis=axis, keepdims=True))",
    ),
    ("写死了最后一维", "axis = 0", "np.exp(z).sum(axis=axis, keepdims=True)", "np.exp(z).sum(axis=-1, keepdims=True)"),
    ("除以批大小，不是有效的行数", "对 4 行取平均", "n, picked = max(len(rows), 1)", "n, picked = len(logits)"),
    ("全部被忽略时除以 0", "全部被忽略", "max(len(rows), 1)", "len(rows)"),
    ("梯度忘了除以行数", "与中心差分", "grad / n", "grad"),
    ("梯度忘了减 one-hot", "概率减 one-hot", "    grad[rows, picked] -= 1                             # p - y\n", ""),
    (
        "忽略的行也有梯度",
        "被忽略的那一行的梯度",
        "grad[rows] = np.exp(log_p)",
        "grad[...] = np.exp(log_softmax(logits))",
    ),
    ("在线时旧的分母没有换基准", "升序", "l * np.exp(m - new) + np.exp(x - new)", "l + np.exp(x - new)"),
    ("在线时最大值从 0 开始", "全是负的", "m, l = row[0], 1.0", "m, l = 0.0, np.exp(row[0])"),
    (
        "没有逐个读",
        "没有逐个读",
        "    for x in row[1:]:",
        "    return np.exp(row - row.max()) / np.exp(row - row.max()).sum()\n    for x in row[1:]:",
    ),
]

RIGHT = [
    (
        "logaddexp 归约",
        "    z = z - z.max(axis=axis, keepdims=True)\n    return z - np.log(np.exp(z).sum(axis=axis, keepdims=True))",
        "    return z - np.logaddexp.reduce(z, axis=axis, keepdims=True)",
    ),
    (
        "权重乘掩码",
        "    rows = np.flatnonzero(target != ignore)\n    n, picked = max(len(rows), 1), target[rows]\n    log_p = log_softmax(logits[rows])\n    grad = np.zeros_like(logits)\n    grad[rows] = np.exp(log_p)\n    grad[rows, picked] -= 1                             # p - y\n    return -log_p[np.arange(len(rows)), picked].sum() / n, grad / n",
        "    keep = target != ignore\n    n, safe, log_p = max(keep.sum(), 1), np.where(keep, target, 0), log_softmax(logits)\n    grad = (np.exp(log_p) - np.eye(logits.shape[1])[safe]) * keep[:, None]\n    return -(log_p[np.arange(len(safe)), safe] * keep).sum() / n, grad / n",
    ),
]
