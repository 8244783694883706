from math import floor

from answerbook.drawing.canvas import Axes, Figure

f = Figure(
    480,
    330,
    "前向是台阶，反向当直线",
    "横轴是权重除以缩放因子，纵轴是量化后的值：前向取整是台阶，导数处处为 0；反向的直通估计把它当成斜率为 1 的直线，超出范围的部分导数为 0。",
)
a = Axes(f, (-4.5, 4.5), (-4, 4), left=62, top=36)
a.draw(
    [(v, f"{v}".replace("-", "−")) for v in range(-4, 5, 2)],
    [(v, f"{v}".replace("-", "−")) for v in range(-4, 5, 2)],
    "w / Δ",
    "量化后的值",
)
steps = []
for number in range(-450, 451):
    x = number / 100
    steps.append((x, max(-3, min(3, floor(x + 0.5)))))
a.curve(steps, "weight", width=2.4)
a.curve([(-3, -3), (3, 3)], "gradient", dash=True, width=2.4)
f.text(*a.at(-4.2, 2.9), "前向：取整，截在 ±3", "weight", bold=True)
f.text(*a.at(0.7, -2.4), "反向：当作斜率 1，", "gradient", bold=True)
f.text(*a.at(0.7, -3.1), "截断处导数为 0", "gradient")
f.save(__file__)
