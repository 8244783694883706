from answerbook.drawing.canvas import Figure

SIDE = 26
ROWS = (
    ("AdamW：16", (("weight", 2), ("gradient", 2), ("optimizer", 4), ("optimizer", 4), ("optimizer", 4))),
    ("8 位 AdamW：10", (("weight", 2), ("gradient", 2), ("optimizer", 4), ("optimizer", 1), ("optimizer", 1))),
    ("带动量 SGD：12", (("weight", 2), ("gradient", 2), ("optimizer", 4), ("optimizer", 4))),
    ("冻结的参数：2", (("weight", 2),)),
)

f = Figure(
    480,
    290,
    "每个参数几个字节",
    "一格一个字节。AdamW：权重 2、梯度 2、主权重 4、两个矩各 4，共 16；8 位 AdamW 的两个矩各 1，共 10；带动量 SGD 共 12；冻结的参数只有权重 2。",
)
f.legend(16, 24, [("weight", "bf16 权重"), ("gradient", "梯度"), ("optimizer", "主权重、矩")])
for number, (name, parts) in enumerate(ROWS):
    y = 44 + 60 * number
    f.text(16, y + 14, name, bold=True)
    x = 16.0
    for colour, size in parts:
        f.cells(x, y + 21, SIDE, 24, [[f"+{colour}"] * size])
        x += SIDE * size + 6
f.save(__file__)
