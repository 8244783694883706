WRONG = [
    ("KL 用 q 加权", "KL(教师‖学生)，教师", "np.exp(log_p) * (log_p - log_q)", "np.exp(log_q) * (log_p - log_q)"),
    ("KL 的符号反了", "KL(教师‖学生)，教师", "(log_p - log_q)).sum", "(log_q - log_p)).sum"),
    ("词表那一维也取了平均", "KL(教师‖学生)，教师", "(log_p - log_q)).sum(axis=-1)", "(log_p - log_q)).mean(axis=-1)"),
    ("教师和学生传反了", "T = 1、alpha = 1 的损失", "kl(log_p, log_q), (q", "kl(log_q, log_p), (q"),
    ("温度只除了学生", "温度两边都除", "log_softmax(teacher / T)", "log_softmax(teacher)"),
    ("没有乘 T²", "再乘 T²", "alpha * T * T * soft", "alpha * soft"),
    ("硬目标也除了温度", "不除温度", "hard = -log_softmax(student)", "hard = -log_softmax(student / T)"),
    ("除以 n，不是有效的个数", "有效的", "max(mask.sum(), 1)", "len(mask)"),
    ("正向的梯度忘了除以 T", "乘 T² 就不该", "(q - np.exp(log_p)) / T", "(q - np.exp(log_p))"),
    ("反向的梯度把权重当常数", "梯度", "q * (log_q - log_p - soft[:, None]) / T", "q * (log_q - log_p) / T"),
    (
        "掩掉的也有梯度",
        "被掩掉的 token 有梯度",
        "mask[:, None] * alpha * T * T * slope / n",
        "alpha * T * T * slope / n",
    ),
    ("全部掩掉时除以 0", "全部掩掉时", "max(mask.sum(), 1)", "mask.sum()"),
    (
        "先算概率再取对数",
        "1e4",
        "z - np.log(np.exp(z).sum(axis=-1, keepdims=True))",
        "np.log(np.exp(z) / np.exp(z).sum(axis=-1, keepdims=True))",
    ),
    ("梯度没有带 alpha", "软目标部分", "mask[:, None] * alpha * T", "mask[:, None] * T"),
]

RIGHT = [
    (
        "logaddexp 归约",
        "    z = z - z.max(axis=-1, keepdims=True)\n    return z - np.log(np.exp(z).sum(axis=-1, keepdims=True))",
        "    return z - np.logaddexp.reduce(z, axis=-1, keepdims=True)",
    ),
]
