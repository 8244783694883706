from math import sqrt

from answerbook.drawing.canvas import Figure

ROWS = (("甲", (1, 2, 3, 4)), ("乙 = 甲 + 10", (11, 12, 13, 14)), ("丙 = 甲 × 10", (10, 20, 30, 40)))

f = Figure(
    480,
    282,
    "丢掉的只有平移和大小",
    "三个 token 的四个特征：甲 1 到 4，乙是甲加 10，丙是甲乘 10。左边是原来，高低悬殊；右边是归一化以后，三个一模一样。",
)
f.text(216, 24, "原来", anchor="middle", bold=True)
f.text(398, 24, "归一化以后", anchor="middle", bold=True)
for number, (name, values) in enumerate(ROWS):
    base = 96 + 76 * number
    f.text(16, base - 14, name, bold=True)
    f.line((144, base), (288, base), colour="neutral", width=1.2)
    mean = sum(values) / 4
    spread = sqrt(sum((value - mean) ** 2 for value in values) / 4)
    f.line((326, base - 24), (470, base - 24), colour="neutral", width=1.2)
    for place, value in enumerate(values):
        x, tall = 152 + 34 * place, 1.4 * value
        f.area((x, base), (x, base - tall), (x + 24, base - tall), (x + 24, base), colour="data", solid=True)
        x, tall = 334 + 34 * place, 18 * (value - mean) / spread
        f.area(
            (x, base - 24),
            (x, base - 24 - tall),
            (x + 24, base - 24 - tall),
            (x + 24, base - 24),
            colour="activation",
            solid=True,
        )
f.text(16, 274, "特征之间谁高谁低、差距的比例，一点没变", "muted")
f.save(__file__)
