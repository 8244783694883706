WRONG = [
    ("赋值，没有累加", "各专家按概率累加", "y[token] += weight", "y[token] = weight"),
    ("选中的权重没有归一", "要重新归一", "weight / weight.sum(axis=1, keepdims=True)", "weight"),
    ("选了概率最小的", "概率最大的 2 个", "np.argsort(-probs", "np.argsort(probs"),
    ("softmax 沿错了轴", "全部概率", "e / e.sum(axis=-1, keepdims=True)", "e / e.sum(axis=0, keepdims=True)"),
    ("softmax 没有减最大值", "先减每行的最大值", "np.exp(z - z.max(axis=-1, keepdims=True))", "np.exp(z)"),
    ("每个专家都算了全部 token", "专家一共算了", "expert(x[token])", "expert(x)[token]"),
    ("没有人选的也调用", "没有人选的不调用", "        if len(token):\n", "        if True:\n"),
    ("没有乘权重", "各专家按概率累加", "weight[token, slot, None] * expert", "expert"),
    ("权重总用第一个选择的", "各专家按概率累加", "weight[token, slot, None]", "weight[token, 0, None]"),
    ("比例除以 n，不是 n·k", "比例除以 n·k", "/ chosen.size ", "/ len(chosen) "),
    ("均衡损失没有乘专家数", "算例的均衡损失", "return E * (f", "return (f"),
    (
        "两个都用了概率",
        "算例的均衡损失",
        "f = np.bincount(chosen.ravel(), minlength=E) / chosen.size ",
        "f = probs.mean(axis=0) ",
    ),
    ("没有人选的专家不在计数里", "运行出错", "np.bincount(chosen.ravel(), minlength=E)", "np.bincount(chosen.ravel())"),
]

RIGHT = [
    (
        "按掩码取 token",
        "        token, slot = np.nonzero(chosen == e)               # 选了 e 的 token\n        if len(token):\n            y[token] += weight[token, slot, None] * expert(x[token])",
        "        mine = chosen == e\n        token = mine.any(axis=1)\n        if token.any():\n            y[token] += (weight * mine).sum(axis=1)[token, None] * expert(x[token])",
    ),
]
