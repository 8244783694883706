from answerbook.drawing.canvas import Axes, Figure

P = 0.8
KS = tuple(range(1, 9))

f = Figure(
    480,
    340,
    "至少成一次与次次都成",
    "横轴是次数 k，1 到 8；单次成功率 0.8 时，至少成一次的概率很快升到接近 1，次次都成的概率从 0.8 降到 k=4 的 0.41、k=8 的 0.17。",
)
a = Axes(f, (1, 8), (0, 1), left=58, top=40)
a.draw(
    [(k, str(k)) for k in KS],
    [(v, f"{v:.1f}") for v in (0, 0.2, 0.4, 0.6, 0.8, 1)],
    "次数 k（单次成功率 0.8）",
    "概率",
)
a.curve([(k, 1 - (1 - P) ** k) for k in KS], "weight")
a.curve([(k, P**k) for k in KS], "accent")
for k in KS:
    f.dot(*a.at(k, 1 - (1 - P) ** k), "weight", 4)
    f.dot(*a.at(k, P**k), "accent", 4)
f.text(*a.at(4.4, 0.9), "pass@k：至少成一次", "weight", bold=True)
f.text(*a.at(4.2, P**4 + 0.03), f"{P**4:.2f}", "accent")
f.text(*a.at(4.9, 0.44), "pass^k：次次都成", "accent", bold=True)
f.save(__file__)
