WRONG = [
    ("旧的输出没有换基准", "看看旧的分母和输出", "keep[:, None] * o + P", "o + P"),
    ("旧的分母没有换基准", "看看旧的分母和输出", "keep * l + P.sum(axis=1)", "l + P.sum(axis=1)"),
    (
        "每块各自归一",
        "看看旧的分母和输出",
        "P, keep = np.exp(S - base[:, None]), np.exp(m - base)",
        "P, keep = np.exp(S - base[:, None]), np.exp(m - base)\n            P = P / P.sum(axis=1, keepdims=True)",
    ),
    ("没有缩放", "看看缩放", " / np.sqrt(d), np.arange", ", np.arange"),
    ("最后没有除以分母", "看看缩放和归一", "o / safe[:, None]", "o"),
    (
        "最大值从 0 开始",
        "最大值不能从 0 开始",
        "np.full(len(q), -np.inf), np.zeros(len(q)), np.zeros((len(q)",
        "np.zeros(len(q)), np.zeros(len(q)), np.zeros((len(q)",
    ),
    ("查询对齐到键的开头", "查询对齐到键的末尾", "len(K) - n", "0"),
    ("因果少看一个", "因果、第一个查询", "cols <= rows", "cols < rows"),
    ("负无穷减负无穷", "输出里有 NaN", "np.where(np.isinf(new), 0, new) ", "new "),
    ("全挡的行除以 0", "输出里有 NaN", "np.where(l > 0, l, 1) ", "l "),
    ("存了整个分数矩阵", "像是存了整个分数矩阵", "    n, d = Q.shape\n", "    n, d = Q.shape\n    whole = Q @ K.T\n"),
    ("lse 忘了加最大值", "logsumexp", "m + np.log(safe)", "np.log(safe)"),
    (
        "没有减最大值",
        "指数里要先减",
        "base = np.where(np.isinf(new), 0, new)",
        "base = np.where(np.isinf(new), 0, 0 * new)",
        "np.exp(m - base)",
        "np.isfinite(m) * 1.0",
        "m + np.log(safe)",
        "np.log(safe)",
    ),
    ("块没有移动到最后", "块是", "for j in range(0, len(K), Bc):", "for j in range(0, len(K) - Bc + 1, Bc):"),
]

RIGHT = [
    (
        "每块都归一，再按分母加权",
        "            l, o, m = keep * l + P.sum(axis=1), keep[:, None] * o + P @ V[j : j + Bc], new\n        safe = np.where(l > 0, l, 1)                        # 一个键也看不到：输出 0\n        out[i : i + Br] = o / safe[:, None]",
        "            fresh = keep * l + P.sum(axis=1)\n            safe = np.where(fresh > 0, fresh, 1)\n            o = ((keep * l)[:, None] * o + P @ V[j : j + Bc]) / safe[:, None]\n            l, m = fresh, new\n        safe = np.where(l > 0, l, 1)\n        out[i : i + Br] = o",
    ),
    (
        "不跳过未来的块",
        "            if causal and j > rows[-1] + shift:\n                break                                       # 整块都在未来\n",
        "",
    ),
]
