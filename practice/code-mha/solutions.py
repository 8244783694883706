MASK = """    if allowed is not None:
        scores = np.where(allowed, scores, np.finfo(scores.dtype).min)
"""
WRONG = [
    ("没有除以根号 d", "看看缩放", " / np.sqrt(h // a)", ""),
    ("除以了 h 的根号，不是每头的", "看看每头的维度", "np.sqrt(h // a)", "np.sqrt(h)"),
    (
        "先 softmax 再把掩码处乘 0",
        "每行权重的和",
        MASK,
        "",
        "    return (weights",
        "    if allowed is not None:\n        weights = weights * allowed\n    return (weights",
    ),
    (
        "掩码的含义反了",
        "后面的键还有权重",
        "np.where(allowed, scores, np.finfo(scores.dtype).min)",
        "np.where(allowed, np.finfo(scores.dtype).min, scores)",
    ),
    (
        "直接 reshape 成头在前面",
        "看看每头的维度和分头",
        "z.reshape(b, s, a, h // a).transpose(0, 2, 1, 3)",
        "z.reshape(b, a, s, h // a)",
    ),
    (
        "合并时忘了把头换回来",
        "看看乘 V、合并和输出投影",
        "(weights @ V).transpose(0, 2, 1, 3).reshape",
        "(weights @ V).reshape",
    ),
    ("softmax 沿错了轴", "每行权重的和", "e.sum(axis=-1, keepdims=True)", "e.sum(axis=-2, keepdims=True)"),
    ("填负无穷，整行被挡时是 NaN", "输出成了 NaN", "np.finfo(scores.dtype).min", "-np.inf"),
    ("没有减最大值", "先减每行的最大值", "np.exp(scores - scores.max(axis=-1, keepdims=True))", "np.exp(scores)"),
    ("忘了输出投影", "看看四个投影", " @ W_O, weights", ", weights"),
]

RIGHT = [
    (
        "爱因斯坦求和",
        "Q @ K.transpose(0, 1, 3, 2) / np.sqrt(h // a)",
        'np.einsum("bqhd,bkhd->bhqk", Q.swapaxes(1, 2), K.swapaxes(1, 2)) * (h // a) ** -0.5',
    ),
    ("填 −1e30", "np.finfo(scores.dtype).min", "-1e30"),
    (
        "全挡的行权重是 0",
        "    weights = e / e.sum(axis=-1, keepdims=True)\n",
        "    weights = e / e.sum(axis=-1, keepdims=True)\n    if allowed is not None:\n        weights = np.where(allowed.any(axis=-1, keepdims=True), weights, 0.0)\n",
    ),
]
