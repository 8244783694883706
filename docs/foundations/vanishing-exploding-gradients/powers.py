from math import log10

from answerbook.drawing.canvas import Axes, Figure

f = Figure(
    480,
    320,
    "连乘几十次之后",
    "横轴是层数，纵轴是梯度与最后一层之比，对数刻度。每层乘 0.9，50 层剩百分之零点五；乘 1.1，变成 117 倍；有残差而分支很小的接近 1。",
)
a = Axes(f, (0, 50), (-3, 3), left=72, top=40, right=24)
a.draw(
    [(v, str(v)) for v in (0, 10, 20, 30, 40, 50)],
    [(-3, "0.001"), (-2, "0.01"), (-1, "0.1"), (0, "1"), (1, "10"), (2, "100"), (3, "1000")],
    "往回传过的层数",
    "梯度与最后一层之比（对数）",
)
for factor, colour, dash in ((0.9, "weight", False), (1.1, "accent", False), (1.0, "activation", True)):
    a.curve([(n, n * log10(factor)) for n in range(51)], colour, dash=dash, width=2.6)
f.text(*a.at(29, 2.15), f"每层 ×1.1：{1.1**50:.0f} 倍", "accent", anchor="end", bold=True)
f.text(*a.at(29, -2.2), f"每层 ×0.9：剩 {0.9**50:.3f}", "weight", anchor="end", bold=True)
f.text(*a.at(49, 0.18), "有残差、分支很小：接近 1", "activation", anchor="end")
f.save(__file__)
