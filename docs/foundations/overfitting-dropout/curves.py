from answerbook.drawing.canvas import Axes, Figure

TRAIN, CHECK = ((1, 1.20), (2, 0.90), (3, 0.55), (5, 0.12)), ((1, 1.25), (2, 1.18), (3, 1.26), (5, 1.60))

f = Figure(
    480,
    316,
    "训练还在降，验证回头升",
    "横轴是轮数，纵轴是损失：训练损失 1.20、0.90、0.55、0.12 一直降；验证损失 1.25、1.18、1.26、1.60，第 2 轮最低，之后回升。",
)
a = Axes(f, (0.8, 5.2), (0, 1.75), left=62, top=40, right=24)
a.draw([(n, str(n)) for n in (1, 2, 3, 4, 5)], [(0, "0"), (0.5, "0.5"), (1, "1"), (1.5, "1.5")], "轮数", "损失")
f.line(a.at(2, 0), a.at(2, 1.7), colour="activation", dash=True)
for points, colour in ((TRAIN, "weight"), (CHECK, "accent")):
    a.curve(points, colour, width=2.6)
    for point in points:
        f.dot(*a.at(*point), colour, 4)
f.text(*a.at(3.5, 0.62), "训练损失", "weight", bold=True)
f.text(*a.at(3.1, 1.5), "验证损失", "accent", bold=True)
f.text(*a.at(2.05, 0.1), "停在这里", "activation", bold=True)
f.save(__file__)
