WRONG = [
    (
        "累计概率达到 p 的都去掉，跨过的那个也没了",
        "top_p = 0.7",
        "cumsum(axis=-1) - p >= top_p",
        "cumsum(axis=-1) >= top_p",
    ),
    ("没有散回原位", "top_p = 0.7", "np.put_along_axis(drop, order, late, axis=-1)", "drop[...] = late"),
    ("top-p 没有保底", "至少留一个", "        late[:, 0] = False                             # 至少留一个\n", ""),
    ("top_k 大于词表时越界", "out of bounds", "0 < top_k < V", "0 < top_k"),
    (
        "第 k 大差一个",
        "top_k = 2",
        "np.partition(z, V - top_k, axis=-1)[:, V - top_k, None]",
        "np.partition(z, V - top_k - 1, axis=-1)[:, V - top_k - 1, None]",
    ),
    ("乘以温度", "温度 0.5", "logits / temperature", "logits * temperature"),
    (
        "截断以后才除温度",
        "累计要用除过温度的概率",
        "z, V = logits / temperature",
        "z, V = logits",
        "    return softmax(z)\n\n\ndef sample",
        "    return softmax(z / temperature)\n\n\ndef sample",
    ),
    (
        "没有重新归一",
        "top_k = 2",
        "    return softmax(z)\n\n\ndef sample",
        "    return softmax(logits / temperature) * np.isfinite(z)\n\n\ndef sample",
    ),
    ("整批用一个阈值", "6 行一批", "[:, V - top_k, None]", "[:, V - top_k, None].max()"),
    ("温度为 0 真去除", "温度为 0", "    if temperature == 0:\n        return logits.argmax(axis=-1)\n", ""),
    ("softmax 没有减最大值", "先减每行的最大值", "np.exp(z - z.max(axis=-1, keepdims=True))", "np.exp(z)"),
    (
        "抽样时没有用截断后的概率",
        "却抽到了",
        "filtered_probs(logits, temperature, **cut)",
        "filtered_probs(logits, temperature)",
    ),
]

RIGHT = [
    (
        "top-k 用排序",
        "np.partition(z, V - top_k, axis=-1)[:, V - top_k, None]",
        "np.sort(z, axis=-1)[:, ::-1][:, top_k - 1 : top_k]",
    ),
    (
        "逐行 choice",
        "    cdf = filtered_probs(logits, temperature, **cut).cumsum(axis=-1)\n    return (cdf <= rng.random((len(cdf), 1)) * cdf[:, -1:]).sum(axis=-1)",
        "    p = filtered_probs(logits, temperature, **cut)\n    if (p == p[0]).all():\n        return rng.choice(p.shape[1], size=len(p), p=p[0])\n    return np.array([rng.choice(len(row), p=row) for row in p])",
    ),
    (
        "在概率上截断再归一",
        "        z = np.where(drop, -np.inf, z)\n    return softmax(z)\n\n\ndef sample",
        "        kept = np.where(drop, 0.0, softmax(z))\n        return kept / kept.sum(axis=-1, keepdims=True)\n    return softmax(z)\n\n\ndef sample",
    ),
]
