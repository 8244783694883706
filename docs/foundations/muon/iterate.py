from math import log10

from answerbook.drawing.canvas import Axes, Figure

A, B, C = 3.4445, -4.7750, 2.0315


def after(value, steps):
    for _ in range(steps):
        value = A * value + B * value**3 + C * value**5
    return value


f = Figure(
    480,
    300,
    "奇异值经过几步迭代",
    "横轴是原来的奇异值，从 0.001 到 1，对数；纵轴是之后的。不动是一条贴地的线；3 步以后 0.05 以上的都在 1 附近；5 步以后 0.01 以上的都在 0.7 到 1.2 之间。",
)
axes = Axes(f, (-3, 0), (0, 1.4), top=40)
axes.draw(
    [(v, f"{10**v:g}") for v in (-3, -2, -1, 0)], [(v, f"{v:g}") for v in (0, 0.5, 1)], "原来的奇异值", "之后"
)
f.line(axes.at(-3, 1), axes.at(0, 1), dash=True, colour="neutral", width=1.2)
places = [-3 + n / 200 for n in range(601)]
for steps, colour in ((0, "neutral"), (3, "gradient"), (5, "weight")):
    axes.curve([(v, after(10**v, steps)) for v in places], colour)
f.text(*axes.at(-2.72, 0.76), "5 步", "weight", bold=True)
f.text(*axes.at(-1.95, 0.36), "3 步", "gradient", bold=True)
f.text(*axes.at(-0.52, 0.18), "不动", "muted", bold=True)
assert all(0.65 < after(10**v, 5) < 1.25 for v in places if v > log10(0.01))
f.save(__file__)
