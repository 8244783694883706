WRONG = [
    ("宽高没有夹到 0", "的 IoU", "np.clip(high - low, 0, None).prod", "(high - low).prod"),
    ("并集没有减交集", "并集要减去交集", "area(b)[None] - inter", "area(b)[None]"),
    ("交集的角取反了", "IoU", "low = np.maximum", "low = np.minimum"),
    (
        "没有面积时除以 0",
        "一个点",
        "np.divide(inter, union, out=np.zeros(inter.shape), where=union > 0)",
        "inter / union",
    ),
    ("等于阈值也去掉", "大于才去掉", "[0] <= threshold", "[0] < threshold"),
    ("从低分开始", "阈值 0.5", 'np.argsort(-scores, kind="stable"), []', 'np.argsort(scores, kind="stable"), []'),
    (
        "被去掉的还在压制别人",
        "第三个应留下",
        '    order, keep = np.argsort(-scores, kind="stable"), []\n',
        '    order, keep = np.argsort(-scores, kind="stable"), []\n    table = iou(boxes, boxes)\n    return [int(i) for r, i in enumerate(order) if not (table[i, order[:r]] > threshold).any()]\n',
    ),
    ("跨类别压制", "另一类", "boxes + (classes * span)[:, None]", "boxes"),
    ("平移的距离不够", "平移的距离要够大", "boxes.max() - boxes.min() + 1", "boxes.max() + 1"),
    ("Soft-NMS 没有重新找最高的", "每次重新找最高的", "best = left[scores[left].argmax()]", "best = left[0]"),
    ("Soft-NMS 的 IoU 没有平方", "exp(−IoU²", "[0] ** 2) / sigma", "[0]) / sigma"),
    ("Soft-NMS 改了传进来的分", "改动了传进来的数组", "scores.astype(float).copy()", "scores"),
    ("空的框出错", "运行出错", " if len(boxes) else 0", ""),
    ("Soft-NMS 没有下限", "下限 0.2", "left = left[scores[left] > floor]", "pass"),
]

RIGHT = [
    (
        "逐个判断",
        "        order = rest[iou(boxes[best][None], boxes[rest])[0] <= threshold]",
        "        order = np.array([i for i in rest if iou(boxes[best][None], boxes[i][None])[0, 0] <= threshold], dtype=int)",
    ),
    (
        "每类各做再按分排",
        "    span = boxes.max() - boxes.min() + 1 if len(boxes) else 0\n    return nms(boxes + (classes * span)[:, None], scores, threshold)",
        "    kept = []\n    for one in np.unique(classes):\n        rows = np.flatnonzero(classes == one)\n        kept += [int(rows[i]) for i in nms(boxes[rows], scores[rows], threshold)]\n    return sorted(kept, key=lambda i: -scores[i])",
    ),
]
