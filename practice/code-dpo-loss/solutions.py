WRONG = [
    ("logits 与 token 没有错开", "由第 1 个位置预测", "z = logits[:, :-1] ", "z = logits[:, 1:] "),
    ("掩码没有跟着错开", "由第 1 个位置预测", "picked * answer[:, 1:]", "picked * answer[:, :-1]"),
    (
        "按长度取平均",
        "求和，不是平均",
        "(picked * answer[:, 1:]).sum(axis=1) ",
        "(picked * answer[:, 1:]).sum(axis=1) / answer[:, 1:].sum(axis=1) ",
    ),
    ("没有掩掉提示", "由第 1 个位置预测", "(picked * answer[:, 1:])", "picked"),
    ("取的是概率，没有取对数", "对数概率", "(picked * answer[:, 1:])", "(np.exp(picked) * answer[:, 1:])"),
    (
        "先算概率再取对数",
        "先减最大值",
        "log_p = z - np.log(np.exp(z).sum(axis=-1, keepdims=True))",
        "log_p = np.log(np.exp(z) / np.exp(z).sum(axis=-1, keepdims=True))",
    ),
    ("参考的符号反了", "隐式奖励", "beta * (good - ref_good)", "beta * (ref_good - good)"),
    (
        "没有乘 beta",
        "隐式奖励",
        "reward_good, reward_bad = beta * (good - ref_good), beta * (bad - ref_bad)",
        "reward_good, reward_bad = good - ref_good, bad - ref_bad",
    ),
    (
        "损失用了 σ 再取对数",
        "sigmoid 下溢",
        "np.logaddexp(0, -margin).mean()",
        "(-np.log(1 / (1 + np.exp(-margin)))).mean()",
    ),
    ("符号反了：log σ(−间隔)", "间隔是 0.15", "np.logaddexp(0, -margin)", "np.logaddexp(0, margin)"),
    ("一批求和，没有取平均", "各自的平均", "np.logaddexp(0, -margin).mean()", "np.logaddexp(0, -margin).sum()"),
    ("没有减参考", "隐式奖励", "beta * (bad - ref_bad)", "beta * bad"),
    ("奖励相等也算排对", "更高才算", "(margin > 0)", "(margin >= 0)"),
]

RIGHT = [
    (
        "用 log1p",
        "np.logaddexp(0, -margin).mean()",
        "(np.maximum(-margin, 0) + np.log1p(np.exp(-np.abs(margin)))).mean()",
    ),
    (
        "取 token 用下标",
        "np.take_along_axis(log_p, ids[:, 1:, None], axis=-1)[..., 0]",
        "log_p[np.arange(len(ids))[:, None], np.arange(ids.shape[1] - 1), ids[:, 1:]]",
    ),
]
