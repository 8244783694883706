WRONG = [
    (
        "方差除以 h − 1",
        "方差除以 4",
        "((x - mean) ** 2).mean(axis=-1, keepdims=True) ",
        "((x - mean) ** 2).sum(axis=-1, keepdims=True) / (x.shape[-1] - 1) ",
    ),
    ("eps 在根号外", "eps 在根号里", "1 / np.sqrt(var + eps)", "1 / (np.sqrt(var) + eps)"),
    ("均值漏了 keepdims", "运行出错", "mean = x.mean(axis=-1, keepdims=True)", "mean = x.mean(axis=-1)"),
    ("沿批标准化", "LayerNorm", "mean = x.mean(axis=-1, keepdims=True)", "mean = x.mean(axis=0, keepdims=True)"),
    (
        "反向把均值和方差当常数",
        "均值和方差都依赖 x",
        "inv * (g - g.mean(-1, keepdims=True) - x_hat * (g * x_hat).mean(-1, keepdims=True))",
        "inv * g",
    ),
    ("反向漏了方差那一项", "均值和方差都依赖 x", " - x_hat * (g * x_hat).mean(-1, keepdims=True))", ")"),
    ("反向忘了 gamma", "dx 与中心差分", "g, rows = dy * gamma, tuple", "g, rows = dy, tuple"),
    ("dgamma 只沿第一维求和", "dgamma", "(dy * x_hat).sum(rows)", "(dy * x_hat).sum(0)"),
    (
        "RMSNorm 减了均值",
        "不减均值",
        "return gamma * x / np.sqrt((x * x)",
        "return gamma * (x - x.mean(axis=-1, keepdims=True)) / np.sqrt((x * x)",
    ),
    ("滑动方差存了有偏的", "用无偏的方差", "self.momentum * var * b / (b - 1)", "self.momentum * var"),
    (
        "momentum 用反了",
        "0.9·旧 + 0.1·本批",
        "keep * self.mean + self.momentum * mean",
        "self.momentum * self.mean + keep * mean",
    ),
    (
        "推理时也用本批的",
        "用存下的均值和方差",
        "        mean, var = self.mean, self.var\n",
        "        mean, var = x.mean(axis=0), x.var(axis=0)\n",
    ),
    (
        "推理时也更新",
        "不更新",
        "        if training:\n",
        "        if not training:\n            self.mean = 0.9 * self.mean + 0.1 * x.mean(axis=0)\n        if training:\n",
    ),
    (
        "一条也照样训练",
        "一批只有一条",
        '            if b < 2:\n                raise ValueError("训练时一批至少两条")\n            mean, var = x.mean(axis=0), x.var(axis=0)\n',
        "            b = max(b, 2)\n            mean, var = x.mean(axis=0), x.var(axis=0)\n",
    ),
]

RIGHT = [
    (
        "用 x.var",
        "    var = ((x - mean) ** 2).mean(axis=-1, keepdims=True)      # 有偏，除以 h\n",
        "    var = x.var(axis=-1, keepdims=True)\n",
    ),
    (
        "反向合成一个式子",
        "inv * (g - g.mean(-1, keepdims=True) - x_hat * (g * x_hat).mean(-1, keepdims=True))",
        "inv / g.shape[-1] * (g.shape[-1] * g - g.sum(-1, keepdims=True) - x_hat * (g * x_hat).sum(-1, keepdims=True))",
    ),
]
