from answerbook.drawing.canvas import Axes, Figure

f = Figure(
    480,
    320,
    "分差与胜率",
    "横轴是两个模型的分差，从 −400 到 400；纵轴是 A 的胜率，S 形曲线：分差 0 是 50%，100 是 64%，200 是 76%，400 是 91%。",
)
a = Axes(f, (-400, 400), (0, 1), left=62, top=40, right=24)


def win(gap):
    return 1 / (1 + 10 ** (-gap / 400))


a.draw(
    [(g, f"{g}".replace("-", "−")) for g in (-400, -200, 0, 200, 400)],
    [(v, f"{v:.0%}") for v in (0, 0.25, 0.5, 0.75, 1)],
    "A 的分数减 B 的分数",
    "A 的胜率",
)
a.curve([(g, win(g)) for g in range(-400, 401, 10)], "accent", width=2.6)
for gap, dx, dy, anchor in ((0, -10, -8, "end"), (100, -10, -6, "end"), (200, -8, -10, "end"), (400, -6, -10, "end")):
    x, y = a.at(gap, win(gap))
    f.dot(x, y, "accent", 5)
    f.text(x + dx, y + dy, f"{win(gap):.0%}", anchor=anchor, bold=True)
f.save(__file__)
