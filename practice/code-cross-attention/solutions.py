WRONG = [
    (
        "直接 reshape 成头在前面",
        "先投影，再分头、换轴",
        "z.reshape(*z.shape[:2], a, -1).swapaxes(1, 2)",
        "z.reshape(z.shape[0], a, z.shape[1], -1)",
    ),
    ("除以 h 的根号", "看看缩放用的维度", "np.sqrt(d_k)", "np.sqrt(a * d_k)"),
    ("没有缩放", "看看缩放用的维度", " / np.sqrt(d_k)", ""),
    (
        "加了因果掩码",
        "不要因果掩码",
        "    if valid is not None:\n",
        "    scores = np.where(np.tril(np.ones(scores.shape[-2:], dtype=bool)), scores, np.finfo(scores.dtype).min)\n    if valid is not None:\n",
    ),
    (
        "掩码扩成 (b, 1, n_k, 1)",
        "这时挡错了维",
        "valid[:, None, None, :]",
        "valid[:, None, None, :] if scores.shape[-1] != scores.shape[-2] else valid[:, None, :, None]",
    ),
    (
        "先 softmax 再乘零",
        "每行权重的和",
        "        scores = np.where(valid[:, None, None, :], scores, np.finfo(scores.dtype).min)\n",
        "        pass\n",
        "    return (w @ v)",
        "    if valid is not None:\n        w = w * valid[:, None, None, :]\n    return (w @ v)",
    ),
    ("填负无穷", "输出有 NaN", "np.finfo(scores.dtype).min", "-np.inf"),
    ("合并时忘了换轴", "看看合并和输出投影", "(w @ v).swapaxes(1, 2).reshape", "(w @ v).reshape"),
    ("没有减最大值", "先减每行的最大值", "np.exp(scores - scores.max(axis=-1, keepdims=True))", "np.exp(scores)"),
    ("忘了输出投影", "看看合并和输出投影", " @ W_o, w", ", w"),
    ("K 和 V 用了同一个投影", "V（先投影", "split(ctx @ W_v)", "split(ctx @ W_k)"),
    ("掩码的含义反了", "填充的键还有权重", "np.where(valid[", "np.where(~valid["),
]

RIGHT = [
    ("爱因斯坦求和", "q @ k.swapaxes(-1, -2) / np.sqrt(d_k)", 'np.einsum("baqd,bakd->baqk", q, k) * d_k**-0.5'),
    ("填 −1e30", "np.finfo(scores.dtype).min", "-1e30"),
]
