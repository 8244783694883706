from answerbook.drawing.canvas import Figure

PANELS = (
    ("训练 loss", (2.40, 2.30, 2.22), "一路在降", "neutral"),
    ("代码验证 loss", (1.30, 1.22, 1.35), "第 3 点变差", "accent"),
    ("正确选项的概率", (0.26, 0.29, 0.33), "在学", "activation"),
    ("梯度范数", (0.5, 0.5, 2.1), "可能要不稳", "accent"),
)

f = Figure(
    480,
    300,
    "同样三个存档点，四条线说的不一样",
    "四个小图，三个存档点：训练 loss 从 2.40 降到 2.22；代码验证 loss 先降后升到 1.35；正确选项的概率从 0.26 升到 0.33；梯度范数从 0.5 跳到 2.1。",
)
for number, (name, values, note, colour) in enumerate(PANELS):
    left, top = 16 + 236 * (number % 2), 14 + 148 * (number // 2)
    f.text(left, top + 10, name, bold=True)
    f.text(left + 212, top + 10, note, colour if colour != "neutral" else "muted", anchor="end")
    f.line((left, top + 20), (left, top + 118), (left + 212, top + 118), colour="grid", width=1.2)
    low, high = min(values), max(values)
    points = [
        (left + 26 + 80 * place, top + 92 - 54 * (value - low) / (high - low)) for place, value in enumerate(values)
    ]
    f.line(*points, colour=colour, width=2.2)
    for (x, y), value, after in zip(points, values, (*values[1:], low), strict=True):
        f.dot(x, y, colour, 4)
        f.text(x + 8, y + 18 if after > value else y - 6, f"{value:g}", "muted", size=15)  # 不压在往上走的线上
f.save(__file__)
