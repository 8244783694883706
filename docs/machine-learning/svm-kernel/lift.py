from answerbook.drawing.canvas import Axes, Figure

INSIDE, OUTSIDE = (-0.8, -0.4, 0.1, 0.6), (-2.1, -1.6, 1.5, 1.9)

f = Figure(
    480,
    300,
    "升一维，直线就分得开",
    "上：一条数轴上，一类点在中间、另一类在两边，没有一个点能分开；下：把每个点画成 (x, x²)，一条水平线就分开了。",
)
a = Axes(f, (-2.4, 2.4), (0, 4.8), left=40, top=96, right=40, bottom=34)
f.text(16, 24, "原来一维：分不开", bold=True)
f.line((40, 56), (440, 56), colour="neutral", width=1.2)
f.text(16, 92, "加一维 x^2：一条线就行", bold=True)
f.line((40, a.bottom), (440, a.bottom), colour="neutral", width=1.2)
f.line(a.at(-2.4, 1.3), a.at(2.4, 1.3), colour="accent", width=2.2, dash=True)
a.curve([(x / 20, (x / 20) ** 2) for x in range(-43, 44)], "grid", width=1.4)
for xs, colour in ((INSIDE, "weight"), (OUTSIDE, "data")):
    for x in xs:
        f.dot(a.at(x, 0)[0], 56, colour, 6)
        f.dot(*a.at(x, x * x), colour, 6)
f.text(240, 292, "核函数直接给出升维之后的内积，不必真的升", "muted", anchor="middle")
f.save(__file__)
