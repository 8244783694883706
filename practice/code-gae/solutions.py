WRONG = [
    ("递推只乘了 γ", "的优势", "gamma * lam * next_adv", "gamma * next_adv"),
    ("递推只乘了 λ", "γ = 0.9、λ = 1", "gamma * lam * next_adv", "lam * next_adv"),
    ("下一个价值没有折扣", "γ = 0.9", "rewards[:, t] + gamma * next_value", "rewards[:, t] + next_value"),
    ("填充更新了下一个价值", "填充的价值混进来了", "np.where(live, values[:, t], next_value)", "values[:, t]"),
    ("填充更新了下一个优势", "填充的价值混进来了", "np.where(live, now, next_adv)", "now"),
    (
        "遇到填充就清零，last 丢了",
        "last 接在最后一个有效位置之后",
        "np.where(live, values[:, t], next_value)",
        "np.where(live, values[:, t], 0)",
    ),
    ("截断也当作结束", "截断、last = 1", "np.zeros(b) if last is None else last.copy()", "np.zeros(b)"),
    ("从前往后递推", "最后一个位置的优势", "reversed(range(n))", "range(n)"),
    (
        "回报用了白化以后的优势",
        "它的回报",
        "    return adv, (adv + values) * mask ",
        "    return adv, (whiten(adv, mask) + values) * mask ",
    ),
    ("白化算进了填充", "有效位置的均值", "mean = (adv * mask).sum() / n", "mean = adv.mean()"),
    ("白化按整个矩阵的大小平均", "有效位置", "    n = mask.sum()\n", "    n = mask.size\n"),
    ("方差没有加 eps", "方差加 eps", "np.sqrt(var + eps)", "np.sqrt(var)"),
    ("填充处的回报没有清零", "填充处的回报", "(adv + values) * mask ", "adv + values "),
]

RIGHT = [
    ("先算全部误差", "    for t in reversed(range(n)):\n", "    for t in range(n - 1, -1, -1):\n"),
    (
        "白化用 np.where",
        "(adv - mean) / np.sqrt(var + eps) * mask",
        "np.where(mask > 0, (adv - mean) / np.sqrt(var + eps), 0.0)",
    ),
]
