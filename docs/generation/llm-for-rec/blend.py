from math import log10

from answerbook.drawing.canvas import Axes, Figure

f = Figure(
    480,
    330,
    "内容向量在点击少时省错，点击多了两条线合拢",
    "横轴是物品的点击数，取对数；纵轴是行为向量的误差。只用 ID 从 1 往下降；只用内容恒为 0.3，在 14 次处与 ID 相交；两样合起来从 0.3 往下，处处最低，200 次以后与 ID 几乎重合。",
)
NOISE, LEFT = 6.0, 0.3
a = Axes(f, (0, 3), (0, 1.05), left=62, top=40, right=24)
a.draw(
    [(log10(c + 1), str(c)) for c in (0, 4, 14, 50, 200, 999)],
    [(0, "0"), (0.3, "0.3"), (0.6, "0.6"), (1, "1")],
    "这个物品有几次点击（对数）",
    "误差",
)
xs = [x / 100 for x in range(301)]
a.curve([(x, 1 / ((10**x - 1) / NOISE + 1)) for x in xs], "data", width=2.6)
a.curve([(x, LEFT) for x in xs], "neutral", dash=True)
a.curve([(x, 1 / ((10**x - 1) / NOISE + 1 / LEFT)) for x in xs], "weight", width=2.6)
f.dot(*a.at(log10(15), LEFT), "accent", 5)
f.text(*a.at(0.75, 0.66), "只用 ID", "data", bold=True)
f.text(*a.at(1.75, 0.345), "只用内容", "muted", bold=True)
f.text(*a.at(0.12, 0.13), "两样合起来", "weight", bold=True)
f.save(__file__)
