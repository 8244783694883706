RANKS = "return ((2 * last - counts + 1) / 2)[inverse]"
WRONG = [
    ("把 argsort 当名次", "谁是第几名", RANKS, "return np.argsort(scores) + 1.0"),
    (
        "并列没有取平均",
        "并列取平均",
        RANKS,
        "return np.argsort(np.argsort(scores, kind='stable'), kind='stable') + 1.0",
    ),
    ("降序的名次", "谁是第几名", "np.unique(scores,", "np.unique(-scores,"),
    ("名次从 0 起", "谁是第几名", "2 * last - counts + 1", "2 * last - counts - 1"),
    (
        "只有一类时返回 0.5",
        "应是 NaN",
        'return float("nan")                             # 只有一类，没有定义',
        "return 0.5",
    ),
    ("没有减去正样本之间的部分", "的 AUC", " - M * (M + 1) / 2", ""),
    ("除以全部的对", "的 AUC", "/ (M * N)", "/ ((M + N) * (M + N - 1) / 2)"),
    (
        "两两比较",
        "像是摆出了所有的正负对",
        "    return (average_ranks(scores)[positive].sum() - M * (M + 1) / 2) / (M * N)",
        "    gap = scores[positive][:, None] - scores[~positive]\n    return ((gap > 0) + (gap == 0) / 2).mean()",
    ),
    (
        "一类的用户记 0",
        "跳过的不进分母",
        "        if not np.isnan(value):\n",
        "        value = np.nan_to_num(value)\n        if True:\n",
    ),
    (
        "各用户同样的权重",
        "样本数 4、2 加权",
        "total + rows.sum() * value, weight + rows.sum()",
        "total + value, weight + 1",
    ),
    ("没有分组", "样本数 4、2 加权", "rows = users == user", "rows = users == users"),
]

RIGHT = [
    (
        "排序以后逐段取平均",
        "    _, inverse, counts = np.unique(scores, return_inverse=True, return_counts=True)\n    last = counts.cumsum()                              # 每个不同的值占到的最后一名\n    return ((2 * last - counts + 1) / 2)[inverse]",
        '    order, ranks, i = np.argsort(scores, kind="stable"), np.empty(len(scores)), 0\n    while i < len(scores):\n        j = i\n        while j < len(scores) and scores[order[j]] == scores[order[i]]:\n            j += 1\n        ranks[order[i:j]] = (i + j + 1) / 2\n        i = j\n    return ranks',
    ),
    (
        "二分查找数排在前面的",
        "    return (average_ranks(scores)[positive].sum() - M * (M + 1) / 2) / (M * N)",
        '    low = np.sort(scores[~positive])\n    less, most = (np.searchsorted(low, scores[positive], side) for side in ("left", "right"))\n    return (less + most).sum() / 2 / (M * N)',
    ),
]
