WRONG = [
    (
        "白得的那个从前一行抽",
        "全接受时白得的那个从哪一行抽",
        "return guess[start:] + [sample(p[-1], rng)]",
        "return guess[start:] + [sample(p[-2], rng)]",
    ),
    ("拒绝以后从大模型的 p 抽", "应与大模型的 p 相同", "rest = np.maximum(p[i] - q[i], 0)", "rest = p[i]"),
    ("从 |p − q| 抽", "应与大模型的 p 相同", "np.maximum(p[i] - q[i], 0)", "np.abs(p[i] - q[i])"),
    ("最大者相同才接受", "全接受", "rng.random() * q[i][x] >= p[i][x]", "x != p[i].argmax()"),
    ("以 p 接受，没有除以 q", "全接受", "rng.random() * q[i][x] >= p[i][x]", "rng.random() >= p[i][x]"),
    ("比值反了", "应与大模型的 p 相同", "rng.random() * q[i][x] >= p[i][x]", "rng.random() * p[i][x] >= q[i][x]"),
    ("取了开头的几行", "应是", "target(guess)[-gamma - 1 :] ", "target(guess)[: gamma + 1] "),
    (
        "全接受时没有白得一个",
        "再白得一个",
        "    return guess[start:] + [sample(p[-1], rng)]",
        "    return guess[start:]",
    ),
    (
        "拒绝以后没有重抽",
        "运行出错",
        "return guess[start : start + i] + [sample(rest, rng)]",
        "return guess[start : start + i]",
    ),
    (
        "拒绝以后不停",
        "频率",
        "            return guess[start : start + i] + [sample(rest, rng)]\n",
        "            guess[start + i] = sample(rest, rng)\n",
    ),
    (
        "大模型逐个前向",
        "应是 1 次",
        "    for i, x in enumerate(guess[start:]):\n",
        "    for i, x in enumerate(guess[start:]):\n        target(guess[: start + i])\n",
    ),
    ("草稿总用第一步的分布", "联合频率", "q[i][x] >= p[i][x]:", "q[0][x] >= p[i][x]:", "p[i] - q[i]", "p[i] - q[0]"),
    (
        "在 ids 上接草稿",
        "外面的 ids",
        "start, guess, q = len(ids), list(ids), []",
        "start, guess, q = len(ids), ids, []",
    ),
    ("抽样没有归一", "和可以不是 1", "rng.random() * total[-1]", "rng.random()"),
    ("贪心少了大模型的一个", "再加大模型的一个", "best[: n + 1]", "best[:n]"),
    (
        "贪心数相同的个数，不是到第一个不同",
        "草稿第一个就错",
        "n = gamma if hit.all() else int(hit.argmin()) ",
        "n = int(hit.sum()) ",
    ),
]

RIGHT = [
    ("按除法判断", "rng.random() * q[i][x] >= p[i][x]", "rng.random() >= min(1.0, p[i][x] / q[i][x])"),
    (
        "用 choice 抽",
        '    total = np.cumsum(p)                                   # 不必先归一\n    return int(np.searchsorted(total, rng.random() * total[-1], side="right"))',
        "    u, total = rng.random() * np.sum(p), 0.0\n    for i, one in enumerate(p):\n        total += one\n        if u < total:\n            return i\n    return int(np.argmax(p))",
    ),
]
