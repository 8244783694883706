from answerbook.drawing.canvas import Axes, Figure

f = Figure(
    480,
    330,
    "LSH 的 S 形曲线",
    "横轴是 Jaccard 相似度，纵轴是成为候选的概率；14 段每段 8 个的曲线较缓，450 段每段 20 个的很陡，分别在 0.72 和 0.74 附近上升。",
)
a = Axes(f, (0, 1), (0, 1), left=62, top=36)
xs = [x / 100 for x in range(101)]
ticks = [(0, "0"), (0.25, "0.25"), (0.5, "0.5"), (0.75, "0.75"), (1, "1")]
a.draw(ticks, ticks, "Jaccard 相似度 J", "成为候选的概率")
f.line(a.at(0.75, 0), a.at(0.75, 1), colour="neutral", dash=True, width=1.2)
a.curve([(x, 1 - (1 - x**8) ** 14) for x in xs], "weight")
a.curve([(x, 1 - (1 - x**20) ** 450) for x in xs], "accent", dash=True)
f.text(*a.at(0.06, 0.86), "b=14，r=8（FineWeb）", "weight")
f.text(*a.at(0.06, 0.73), "b=450，r=20（Lee 等）", "accent")
f.save(__file__)
