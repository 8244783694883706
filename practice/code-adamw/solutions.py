UPDATE = "p -= self.lr * (m_hat / (np.sqrt(v_hat) + self.eps) + self.decay[name] * p)"
WRONG = [
    ("没有偏差修正", "偏差修正", "m / (1 - b1**self.t), v / (1 - b2**self.t)", "m, v"),
    ("步数从 0 开始", "NaN", "self.t = 0", "self.t = -1"),
    ("ε 在根号里", "eps 加在开方之后", "np.sqrt(v_hat) + self.eps", "np.sqrt(v_hat + self.eps)"),
    (
        "衰减放进梯度（L2）",
        "衰减要乘 lr",
        "g, m, v = grads[name], self.m[name], self.v[name]",
        "g, m, v = grads[name] + self.decay[name] * p, self.m[name], self.v[name]",
        " + self.decay[name] * p)",
        ")",
    ),
    (
        "衰减没有乘 lr",
        "衰减要乘 lr",
        UPDATE,
        "p -= self.lr * m_hat / (np.sqrt(v_hat) + self.eps) + self.decay[name] * p",
    ),
    (
        "先更新再用新参数衰减",
        "衰减用更新前的参数",
        UPDATE,
        "p -= self.lr * m_hat / (np.sqrt(v_hat) + self.eps)\n            p -= self.lr * self.decay[name] * p",
    ),
    ("没有原地更新", "参数没有变", "            p -= self.lr", "            p = p - self.lr"),
    ("二阶量没有平方", "看看偏差修正", "(1 - b2) * g * g", "(1 - b2) * g"),
    ("两个 β 用反了", "第 2 步以后", "b1, b2 = self.betas", "b2, b1 = self.betas"),
    ("动量没有留到下一步", "第 2 步以后", "m[...] = b1 * m + (1 - b1) * g", "m = b1 * m + (1 - b1) * g"),
    ("skip 没有用", "skip 里的参数", "0.0 if name in skip else decay", "decay"),
    (
        "每个参数各加一次步数",
        "旁边多一个参数时",
        "        self.t += 1 ",
        "        self.t += 0 ",
        "            g, m, v =",
        "            self.t += 1\n            g, m, v =",
    ),
]

RIGHT = [
    (
        "不用字典推导，动量先不建",
        "self.m = {name: np.zeros_like(p) for name, p in params.items()}\n        self.v = {name: np.zeros_like(p) for name, p in params.items()}",
        "self.m, self.v = {}, {}",
        "            g, m, v = grads[name], self.m[name], self.v[name]\n            m[...] = b1 * m + (1 - b1) * g\n            v[...] = b2 * v + (1 - b2) * g * g\n",
        "            g = grads[name]\n            m = self.m[name] = b1 * self.m.get(name, 0) + (1 - b1) * g\n            v = self.v[name] = b2 * self.v.get(name, 0) + (1 - b2) * g**2\n",
    ),
    (
        "先衰减再更新",
        "p -= self.lr * (m_hat / (np.sqrt(v_hat) + self.eps) + self.decay[name] * p)",
        "p *= 1 - self.lr * self.decay[name]\n            p -= self.lr * m_hat / (np.sqrt(v_hat) + self.eps)",
    ),
]
