WRONG = [
    ("均值取在整批上", "每题内减均值", "rewards.mean(axis=1, keepdims=True)", "rewards.mean()"),
    ("全对的组除以 0", "不能除以 0", "rewards.std(axis=1, keepdims=True) + eps", "rewards.std(axis=1, keepdims=True)"),
    (
        "标准差除以 G − 1",
        "除以标准差",
        "rewards.std(axis=1, keepdims=True)",
        "rewards.std(axis=1, ddof=1, keepdims=True)",
    ),
    (
        "两项取大",
        "两项取小",
        "np.minimum(free, cut), np.where(free <= cut",
        "np.maximum(free, cut), np.where(free >= cut",
    ),
    ("只用裁剪的那一项", "优势 -1 的目标", "np.minimum(free, cut), ", "cut, "),
    ("裁掉的也有梯度", "的梯度", "np.where(free <= cut, free, 0.0)", "free"),
    ("忘了取负", "要取负", "-(weight * gain).sum(), -weight * dgain", "(weight * gain).sum(), weight * dgain"),
    ("k3 的 Δ 反了", "参考减新策略", "delta = logp_ref - logp", "delta = logp - logp_ref"),
    (
        "KL 加到了目标里",
        "beta 1",
        "gain - beta * (np.exp(delta) - delta - 1)",
        "gain + beta * (np.exp(delta) - delta - 1)",
    ),
    (
        "填充也算进分母",
        "各条的权重",
        "mask / np.maximum(mask.sum(axis=1, keepdims=True), 1) / len(mask)",
        "mask / mask.size",
    ),
    ("每条内先平均，却没有对 G 平均", "这时的梯度", " / len(mask)\n", "\n"),
    (
        "没有乘掩码",
        "填充处有梯度",
        "weight = mask / max(mask.sum(), 1)",
        "weight = np.ones_like(mask) / max(mask.sum(), 1)",
    ),
    (
        "空的一条除以 0",
        "没有有效 token 时出现 NaN",
        "np.maximum(mask.sum(axis=1, keepdims=True), 1)",
        "mask.sum(axis=1, keepdims=True)",
    ),
    ("KL 的梯度符号反了", "这时的梯度", "dgain - beta * (1 - np.exp(delta))", "dgain + beta * (1 - np.exp(delta))"),
]

RIGHT = [
    (
        "裁剪按优势的正负分开",
        "np.minimum(free, cut), np.where(free <= cut, free, 0.0)",
        "np.where(adv > 0, np.minimum(free, (1 + eps) * adv), np.minimum(free, (1 - eps) * adv)), np.where(free <= cut, free, 0.0)",
    ),
]
