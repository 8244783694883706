WRONG = [
    ("忘了归一化", "余弦与长度无关", "q, k = normalize(queries), normalize(keys)", "q, k = queries, keys"),
    (
        "只归一化了查询",
        "余弦与长度无关",
        "q, k = normalize(queries), normalize(keys)",
        "q, k = normalize(queries), keys",
    ),
    ("乘以 τ", "相似度除以 τ", "q @ k.T / tau", "q @ k.T * tau"),
    ("沿列归一", "第 i 行的正确列是 i", "np.log(np.exp(z).sum(axis=1))", "np.log(np.exp(z).sum(axis=0))[: len(z)]"),
    ("求和，没有取平均", "取平均", "np.diagonal(z)).mean()", "np.diagonal(z)).sum()"),
    ("没有减最大值", "先减每行的最大值", "    z = z - z.max(axis=1, keepdims=True)\n", ""),
    ("难负例没有归一化", "也要归一化", "np.concatenate([k, normalize(hard)])", "np.concatenate([k, hard])"),
    (
        "难负例没有用",
        "有两个难负例时",
        "    if hard is not None:\n        k = np.concatenate([k, normalize(hard)])\n",
        "",
    ),
    ("难负例放在前面，对角线错位", "有两个难负例时", "[k, normalize(hard)]", "[normalize(hard), k]"),
    (
        "只算了一个方向",
        "clip_loss",
        "(info_nce(images, texts, tau) + info_nce(texts, images, tau)) / 2",
        "info_nce(images, texts, tau)",
    ),
    ("两个方向相加，没有平均", "两个方向的平均", " / 2", ""),
    (
        "零向量除以 0",
        "成了 NaN",
        "np.maximum(np.linalg.norm(x, axis=-1, keepdims=True), 1e-12)",
        "np.linalg.norm(x, axis=-1, keepdims=True)",
    ),
    (
        "除以长度的平方",
        "[3, 4] 归一化",
        "np.linalg.norm(x, axis=-1, keepdims=True)",
        "(x * x).sum(axis=-1, keepdims=True)",
    ),
]

RIGHT = [
    (
        "logaddexp 归约",
        "    z = z - z.max(axis=1, keepdims=True)\n    return (np.log(np.exp(z).sum(axis=1)) - np.diagonal(z)).mean()",
        "    return (np.logaddexp.reduce(z, axis=1) - z[np.arange(len(z)), np.arange(len(z))]).mean()",
    ),
]
