from answerbook.drawing.canvas import Figure

SPANS = (
    ("会话第 3 轮", 0.0, 4.1, "neutral", "用户点踩"),
    ("改写", 0.0, 0.3, "accent", "A17 写成了 B20"),
    ("检索", 0.3, 0.1, "data", "最高分 0.81"),
    ("工具", 0.4, 0.4, "activation", "参数 B20，已过期"),
    ("模型", 0.8, 3.2, "weight", "提示 v14，0.02 元"),
)
UNIT = 200 / 4.1

f = Figure(
    480,
    266,
    "一条 trace 是一棵带时间的树",
    "会话第 3 轮共 4.1 秒，用户点踩；里面依次是改写 0.3 秒，把 A17 写成了 B20；检索 0.1 秒；工具 0.4 秒，参数 B20；模型 3.2 秒。错在改写。",
)
for number, (name, start, long, colour, note) in enumerate(SPANS):
    y = 14 + 44 * number
    f.text(16 if number == 0 else 32, y + 22, name, "accent" if colour == "accent" else "ink", bold=number < 2)
    x = 124 + start * UNIT
    f.bars(x, y + 4, 26, [(colour, max(4, long * UNIT))])
    f.text(332, y + 22, note, "accent" if colour == "accent" else "muted", size=15)
    if number:
        f.line((24, y - 6), (24, y + 17), (30, y + 17), colour="neutral", width=1.2)
f.text(16, 256, "模型、检索、工具都没错，错在第一步", "muted")
f.save(__file__)
