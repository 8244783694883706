WRONG = [
    ("A、B 都置零", "A 也置零了", "self.A = rng.uniform(-1, 1, (n, r)) / np.sqrt(n)", "self.A = np.zeros((n, r))"),
    ("B 也随机", "起步的输出", "self.B = np.zeros((r, m)) ", "self.B = rng.uniform(-1, 1, (r, m)) "),
    ("乘的是 alpha，没有除 r", "r = 2、alpha = 8", "alpha / r", "alpha"),
    ("先算 A B", "像是先算了 A B", "(x @ self.A) @ self.B", "x @ (self.A @ self.B)"),
    ("合并以后支路还在加", "支路要关", "return y if self.merged else y + ", "return y + "),
    ("重复合并加了两次", "合并两次", "if on != self.merged: ", "if True: "),
    ("合并没有乘 alpha / r", "增量要乘", "(1 if on else -1) * self.scale * self.A", "(1 if on else -1) * self.A"),
    ("改了传进来的权重", "改动了传进来的数组", "W0.copy()", "np.asarray(W0)"),
    ("x 的梯度漏了支路", "x 的梯度", "g @ self.W.T + self.scale * gB @ self.A.T", "g @ self.W.T"),
    ("A 的梯度没有乘系数", "A 的梯度", '"A": self.scale * self.x.T', '"A": self.x.T'),
    (
        "也给 W 算了梯度",
        "W 是冻结的",
        "        return grads, g @ self.W.T",
        '        grads["W"] = self.x.T @ g\n        return grads, g @ self.W.T',
    ),
    ("拆不出来", "合并再拆以后的 W", "(1 if on else -1) * self.scale", "self.scale"),
]

RIGHT = [
    (
        "合并时存一份",
        "            self.W += (1 if on else -1) * self.scale * self.A @ self.B",
        "            self.W = self.W + (1 if on else -1) * self.scale * (self.A @ self.B)",
    ),
    (
        "系数乘在 B 上",
        "return y if self.merged else y + self.scale * (x @ self.A) @ self.B",
        "return y if self.merged else y + (x @ self.A) @ (self.scale * self.B)",
    ),
]
