WRONG = [
    ("空簇移到了最近的点", "空的移到最远的点", "np.argsort(-own)", "np.argsort(own)"),
    ("交叉项少了 2", "平方距离", "- 2 * x @ c.T", "- x @ c.T"),
    ("没有夹到 0", "要夹到 0", "return np.maximum(d, 0) ", "return d "),
    (
        "摆出三维的差",
        "三维的差",
        "d = (x * x).sum(axis=1)[:, None] - 2 * x @ c.T + (c * c).sum(axis=1)",
        "d = ((x[:, None] - c) ** 2).sum(axis=2)",
    ),
    (
        "空簇是 NaN",
        "NaN",
        "np.where(size[:, None] > 0, total / np.maximum(size, 1)[:, None], c)",
        "total / size[:, None]",
        "        for empty, far in zip(np.flatnonzero(size == 0), np.argsort(-own)):\n            c[empty] = x[far]                                 # 空簇挪到离自己中心最远的点\n",
        "",
    ),
    ("空簇留在原地", "两个空簇都应移到点上", "            c[empty] = x[far] ", "            pass "),
    (
        "几个空簇移到同一个点",
        "各取不同的",
        "zip(np.flatnonzero(size == 0), np.argsort(-own))",
        "zip(np.flatnonzero(size == 0), [own.argmax()] * k)",
    ),
    (
        "取最远的点当起点",
        "不是总取最远的",
        "rng.choice(len(x), p=near / total) if total > 0",
        "int(near.argmax()) if total > 0",
    ),
    ("按距离抽，不是平方距离", "分在左右的比例", "p=near / total)", "p=np.sqrt(near) / np.sqrt(near).sum())"),
    (
        "均匀抽",
        "已经是中心的点",
        "rng.choice(len(x), p=near / total) if total > 0 else",
        "rng.integers(len(x)) if total > 0 else",
    ),
    (
        "只看到最后一个中心的距离",
        "却取重了",
        "near = np.minimum(near, distances(x, x[i][None])[:, 0])",
        "near = distances(x, x[i][None])[:, 0]",
    ),
    ("重复的点概率全零", "运行出错", " if total > 0 else rng.integers(len(x))", ""),
    (
        "起点是整数时均值取了整",
        "均值不能取整",
        "start.astype(float)",
        "start.copy()",
        "c = np.where(size[:, None] > 0, total / np.maximum(size, 1)[:, None], c)",
        "c = np.where(size[:, None] > 0, total / np.maximum(size, 1)[:, None], c).astype(c.dtype)",
        "np.zeros_like(c)",
        "np.zeros(c.shape)",
    ),
    ("标签没变也不停", "每轮的目标", "        if old is not None and (old == label).all():\n            break\n", ""),
    ("目标取了平均", "每轮的目标", "history.append(own.sum())", "history.append(own.mean())"),
    ("取了最远的中心", "每轮的目标", "d.argmin(axis=1)\n        own", "d.argmax(axis=1)\n        own"),
]

RIGHT = [
    (
        "one-hot 乘",
        "        np.add.at(total, label, x)                            # 按标签累加，不用循环\n",
        "        total += np.eye(k)[label].T @ x\n",
    ),
    (
        "逐个中心算距离",
        "    d = (x * x).sum(axis=1)[:, None] - 2 * x @ c.T + (c * c).sum(axis=1)\n    return np.maximum(d, 0) ",
        "    return np.stack([((x - one) ** 2).sum(axis=1) for one in c], axis=1) ",
    ),
    (
        "累计概率抽样",
        "rng.choice(len(x), p=near / total) if total > 0",
        'min(int(np.searchsorted(near.cumsum(), rng.random() * total, side="right")), len(x) - 1) if total > 0',
    ),
]
