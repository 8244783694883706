WRONG = [
    ("没有减最大值", "先减每行的最大值", "    z2 = z2 - z2.max(axis=1, keepdims=True)\n", ""),
    (
        "梯度没有除以批大小",
        "除以批大小",
        "    dz2 /= b                                            # 前向取了平均\n",
        "",
    ),
    ("忘了减 one-hot", "概率减 one-hot", "    dz2[rows, y] -= 1\n", ""),
    ("ReLU 的梯度漏了", "ReLU 之前的值", '(dz2 @ p["W2"].T) * (z1 > 0)', 'dz2 @ p["W2"].T'),
    ("W2 的梯度乘了 ReLU 之前的值", "乘的是 ReLU 之后的值", '"W2": r.T @ dz2', '"W2": z1.T @ dz2'),
    ("偏置的梯度取了平均", "最后一层的偏置", '"b2": dz2.sum(0)', '"b2": dz2.mean(0)'),
    ("偏置的梯度没有沿批求和", "b1 的梯度形状", '"b1": dz1.sum(0)', '"b1": dz1'),
    ("损失求和，没有取平均", "权重全是 0", "-log_p[rows, y].mean()", "-log_p[rows, y].sum()"),
    ("没有隐藏层的激活", "随机权重时的损失", "r = np.maximum(z1, 0)", "r = z1"),
    ("初始化的标准差没有开方", "W1 的标准差", "np.sqrt(2 / n)", "(2 / n)"),
    ("W2 用了输出的维度", "看的是它的输入维度", "np.sqrt(2 / h)", "np.sqrt(2 / C)"),
    ("更新的方向反了", "异或", "p[name] -= lr * grads[name]", "p[name] += lr * grads[name]"),
    (
        "没有原地更新",
        "要原地更新",
        "    for _ in range(steps):\n",
        "    p = {name: value.copy() for name, value in p.items()}\n    for _ in range(steps):\n",
    ),
    ("sigmoid 溢出", "±2000 时溢出", "0.5 * (1 + np.tanh(z / 2)) ", "1 / (1 + np.exp(-z)) "),
    ("逻辑回归的梯度没有取平均", "一步走的方向", "(p - y) / len(y)", "(p - y)"),
    (
        "交叉熵直接取对数",
        "溢出",
        "np.mean(np.maximum(z, 0) - z * y + np.log1p(np.exp(-np.abs(z))))",
        "-np.mean(y * np.log(0.5 * (1 + np.tanh(z / 2))) + (1 - y) * np.log(0.5 * (1 - np.tanh(z / 2))))",
    ),
]

RIGHT = [
    (
        "one-hot 相减",
        "    dz2 = np.exp(log_p)\n    dz2[rows, y] -= 1\n",
        "    dz2 = np.exp(log_p) - np.eye(log_p.shape[1])[y]\n",
    ),
    ("激活用 where", "r = np.maximum(z1, 0)", "r = np.where(z1 > 0, z1, 0.0)"),
    (
        "logaddexp",
        "np.mean(np.maximum(z, 0) - z * y + np.log1p(np.exp(-np.abs(z))))",
        "np.mean(np.logaddexp(0, z) - z * y)",
    ),
]
