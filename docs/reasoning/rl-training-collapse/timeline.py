from answerbook.drawing.canvas import Figure

STEPS = (200, 400, 500, 550)
PANELS = (
    ("截断率", (0.01, 0.09, 0.24, 0.61), "最先动", "accent"),
    ("平均长度", (3000, 5500, 7400, 8000), "跟着涨", "accent"),
    ("奖励", (0.42, 0.50, 0.49, 0.31), "后来才掉", "neutral"),
    ("梯度范数", (0.2, 0.2, 0.5, 9.0), "最后才炸", "neutral"),
)

f = Figure(
    480,
    330,
    "一次崩溃里谁先动",
    "四个小图，第 200、400、500、550 步：截断率 1%、9%、24%、61%，最先动；平均长度 3000 到 8000；奖励到 500 步才开始掉；梯度范数最后从 0.2 跳到 9。",
)
for number, (name, values, note, colour) in enumerate(PANELS):
    left, top = 16 + 236 * (number % 2), 14 + 148 * (number // 2)
    f.text(left, top + 10, name, bold=True)
    f.text(left + 212, top + 10, note, colour if colour != "neutral" else "muted", anchor="end")
    f.line((left, top + 20), (left, top + 118), (left + 212, top + 118), colour="grid", width=1.2)
    low, high = min(values), max(values)
    points = [
        (left + 16 + 180 * (step - 200) / 350, top + 106 - 74 * (value - low) / (high - low))
        for step, value in zip(STEPS, values, strict=True)
    ]
    f.line(*points, colour=colour, width=2.2)
    for x, y in points:
        f.dot(x, y, colour, 4)
    f.line((points[1][0], top + 20), (points[1][0], top + 118), colour="grid", dash=True, width=1)
f.text(16, 322, "虚线是第 400 步：截断率已到 9%，奖励还在涨（示意）", "muted")
f.save(__file__)
