from answerbook.drawing.canvas import Axes, Figure

f = Figure(
    480,
    326,
    "按增量排先升后降，按下单率排先亏",
    "横轴是发券的人数占比，纵轴是累计多出来的订单。按增量排的线依次是 150、170、180、150，先升后降；按下单率排的线是 20、负 10、140、150；随机的虚线从 0 直到 150。",
)
a = Axes(f, (0, 1), (-30, 200), left=62, top=40, right=28)
a.draw(
    [(0, "0"), (0.25, "25%"), (0.5, "50%"), (0.75, "75%"), (1, "100%")],
    [(0, "0"), (50, "50"), (100, "100"), (150, "150")],
    "发给多少人",
    "多出的订单",
)
f.line(a.at(0, 0), a.at(1, 150), colour="neutral", dash=True)
for total, colour in (((0, 150, 170, 180, 150), "weight"), ((0, 20, -10, 140, 150), "accent")):
    points = [(k / 4, v) for k, v in enumerate(total)]
    a.curve(points, colour, width=2.6)
    for point in points[1:-1]:
        f.dot(*a.at(*point), colour, 4)
f.text(*a.at(0.29, 184), "按增量排", "weight", bold=True)
f.text(*a.at(0.56, 10), "按下单率排", "accent", bold=True)
f.text(*a.at(0.14, 58), "随机", "neutral")
f.save(__file__)
