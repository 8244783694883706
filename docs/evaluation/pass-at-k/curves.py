from answerbook.drawing.canvas import Axes, Figure

f = Figure(
    480,
    330,
    "pass@k、pass^k 随 k 走相反的方向",
    "横轴是次数 k，单次成功率 0.6。pass@k 至少一次对，从 0.6 升到接近 1；pass^k 每次都对，从 0.6 降到接近 0。",
)
P = 0.6
a = Axes(f, (1, 10), (0, 1.05), left=62, top=40, right=24)
a.draw(
    [(k, str(k)) for k in (1, 2, 4, 6, 8, 10)],
    [(0, "0"), (0.5, "0.5"), (1, "1")],
    "次数 k（单次成功率 0.6，各次独立）",
    "概率",
)
a.curve([(k / 10, 1 - (1 - P) ** (k / 10)) for k in range(10, 101)], "activation", width=2.6)
a.curve([(k / 10, P ** (k / 10)) for k in range(10, 101)], "accent", dash=True, width=2.6)
for k in (1, 2, 4, 8):
    f.dot(*a.at(k, 1 - (1 - P) ** k), "activation", 4)
    f.dot(*a.at(k, P**k), "accent", 4)
f.text(*a.at(4.2, 0.88), "pass@k：至少一次对", "activation", bold=True)
f.text(*a.at(4.2, 0.2), "pass^{k}：每次都对", "accent", bold=True)
f.save(__file__)
