WRONG = [
    (
        "GSPO 求和就取指数",
        "先平均再取指数",
        "s = np.exp(((logp - logp_old) * mask).sum(axis=1) / n) ",
        "s = np.exp(((logp - logp_old) * mask).sum(axis=1)) ",
    ),
    (
        "GSPO 用 mean，填充进了分母",
        "填充不算",
        "((logp - logp_old) * mask).sum(axis=1) / n) ",
        "((logp - logp_old) * mask).mean(axis=1)) ",
    ),
    (
        "GSPO 先取指数再平均",
        "gspo_loss",
        "np.exp(((logp - logp_old) * mask).sum(axis=1) / n) ",
        "(np.exp(logp - logp_old) * mask).sum(axis=1) / n ",
    ),
    ("GSPO 的梯度没有除以有效长度", "再除以 G", "slope / n / len(adv)", "slope / len(adv)"),
    (
        "GSPO 逐 token 裁剪",
        "先平均再取指数",
        "    gain, slope = clipped(s, adv, low, high)\n    return -gain.mean(), -(slope / n / len(adv))[:, None] * mask",
        "    gain, slope = clipped(np.exp(logp - logp_old), adv[:, None], low, high)\n    w = mask / n[:, None] / len(adv)\n    return -(gain * w).sum(), -slope * w",
    ),
    ("裁剪对称", "裁到 0.8 和 1.28", "np.clip(ratio, 1 - low, 1 + high)", "np.clip(ratio, 1 - low, 1 + low)"),
    (
        "两项取大",
        "两项取小",
        "np.minimum(free, cut), np.where(free <= cut",
        "np.maximum(free, cut), np.where(free >= cut",
    ),
    ("裁掉的也有梯度", "的梯度", "np.where(free <= cut, free, 0.0)", "free"),
    (
        "DAPO 每条内先平均",
        "除以全部有效 token 数",
        "mask / (mask.sum() if total is None else total)",
        "mask / mask.sum(axis=1, keepdims=True) / len(mask)",
    ),
    ("小批各除各的", "传进整批的 total", "(mask.sum() if total is None else total)", "mask.sum()"),
    ("忘了取负", "负的平均优势", "return -gain.mean()", "return gain.mean()"),
    (
        "超长惩罚没有封底",
        "的惩罚",
        "np.clip((limit - buffer - length) / buffer, -1.0, 0.0)",
        "np.minimum((limit - buffer - length) / buffer, 0.0)",
    ),
    (
        "用总奖励的标准差判断",
        "长度惩罚却不同",
        "        if 0 < correct.sum() < len(correct):                        # 看对错，不看加了惩罚的奖励\n            r = np.where(correct, 1.0, -1.0) + overlong(length)\n",
        "        r = np.where(correct, 1.0, -1.0) + overlong(length)\n        if r.std() > 0:\n",
    ),
    ("全对的组没有丢", "凑 2 组采了几组", "if 0 < correct.sum() < len(correct):", "if 0 < correct.sum():"),
    (
        "凑不满时用不满的批",
        "应抛出 RuntimeError",
        "            raise RuntimeError(",
        "            break\n            raise RuntimeError(",
    ),
    (
        "奖励里没有长度惩罚",
        "到了上限时的优势",
        "np.where(correct, 1.0, -1.0) + overlong(length)",
        "np.where(correct, 1.0, -1.0)",
    ),
]

RIGHT = [
    (
        "比值的对数先乘掩码",
        "clipped(np.exp(logp - logp_old), adv[:, None], low, high)",
        "clipped(np.exp((logp - logp_old) * mask), adv[:, None], low, high)",
    ),
    (
        "惩罚分三段写",
        "np.clip((limit - buffer - length) / buffer, -1.0, 0.0)",
        "np.where(length <= limit - buffer, 0.0, np.where(length >= limit, -1.0, (limit - buffer - length) / buffer))",
    ),
]
