from answerbook.drawing.canvas import Figure

ROWS = (
    ("数学", (0.8, 0.1, -0.6, 0.05, 0.4), "weight"),
    ("写作", (-0.2, 0.7, -0.5, 0.0, -0.5), "data"),
    ("平均", (0.3, 0.4, -0.55, 0.025, -0.05), "neutral"),
    ("TIES", (0.8, 0.7, -0.55, 0.0, -0.5), "activation"),
)
ZERO, SCALE, WIDTH, STEP = 140, 96, 17, 90

f = Figure(
    480,
    262,
    "合并五个参数",
    "五个参数，每个四根柱：数学、写作、平均、TIES。第一个参数数学 0.8、写作 −0.2，平均 0.3，TIES 0.8；第五个数学 0.4、写作 −0.5，平均几乎为零，TIES −0.5。",
)
for place, (name, _, colour) in enumerate(ROWS):
    f.box(16 + 96 * place, 12, 16, 16, colour, solid=True)
    f.text(38 + 96 * place, 26, name)
for number in range(5):
    left = 22 + STEP * number
    for place, (_, values, colour) in enumerate(ROWS):
        size = values[number] * SCALE
        if abs(size) >= 1:
            f.box(left + (WIDTH + 1) * place, ZERO - max(size, 0), WIDTH, abs(size), colour, solid=True, radius=0)
    f.text(left + 36, 222, str(number + 1), "muted", anchor="middle")
f.line((16, ZERO), (464, ZERO), colour="muted")
f.text(16, 252, "第 1 个：平均摊薄；第 5 个：平均抵消", "accent")
f.save(__file__)
