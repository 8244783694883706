from math import exp, log2

from answerbook.drawing.canvas import Axes, Figure

GAP = 10

f = Figure(
    480,
    326,
    "上下文越长，正确位置的注意力越稀",
    "横轴是上下文长度，对数刻度；纵轴是正确位置分到的权重。分数高出 10 时，1 千长有 96%，3.3 万长有 40%，13.1 万长只剩 14%。",
)
a = Axes(f, (10, 17), (0, 1), left=62, top=40, right=24)


def share(n, gap):
    return exp(gap) / (exp(gap) + n)


a.draw(
    [(10, "1K"), (12, "4K"), (15, "32K"), (17, "128K")],
    [(v, f"{v:.0%}") for v in (0, 0.25, 0.5, 0.75, 1)],
    "上下文长度 n（对数刻度）",
    "正确位置分到的权重",
)
steps = [10 + number / 10 for number in range(71)]
a.curve([(x, share(2**x, GAP)) for x in steps], "activation", width=2.6)
a.curve([(x, share(2**x, 8)) for x in steps], "accent", dash=True)
for n, dx, dy in ((1000, 12, 18), (32768, 10, -8), (131072, -8, 20)):
    x, y = a.at(max(10, log2(n)), share(n, GAP))
    f.dot(x, y, "activation", 5)
    f.text(x + dx, y + dy, f"{share(n, GAP):.0%}", "activation", anchor="end" if dx < 0 else "start", bold=True)
f.text(*a.at(12.6, 0.84), "分数高出 Δ = 10", "activation")
f.text(*a.at(10.4, 0.3), "Δ = 8", "accent")
f.save(__file__)
