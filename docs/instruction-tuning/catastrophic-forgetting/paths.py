from math import sqrt

from answerbook.drawing.canvas import Figure

f = Figure(
    480,
    316,
    "到新任务有许多条路，旧损失差很多",
    "横轴是第二个参数的变动，纵轴是第一个；旧任务的等高线是扁的，怕动第一个。新任务只要两者之和为 1：各动一半旧损失加 1.26，只动第二个只加 0.05，退回一半加 0.32。",
)


def place(first, second):
    return 84 + 300 * second, 236 - 180 * first


for level in (0.05, 0.32, 1.26, 3.0):
    rx, ry = 300 * sqrt(2 * level / 0.1), 180 * sqrt(2 * level / 10)
    x0, y0 = place(0, 0)
    points = []
    for step in range(91):
        share = step / 90
        dx = min(1.2, sqrt(2 * level / 0.1)) * share
        dy = sqrt(max(0.0, (2 * level - 0.1 * dx * dx) / 10))
        points.append(place(dy, dx))
    f.line(*points, colour="grid", width=1.2)
f.line(place(1.05, 0), place(0, 0), place(0, 1.2), colour="neutral", width=1.2)
f.line(place(1, 0), place(0, 1), colour="weight", dash=True, width=1.8)
f.text(place(1, 0)[0] + 12, place(1, 0)[1] + 4, "新任务：Δ_1 + Δ_2 = 1", "weight", bold=True)
for (first, second), name, colour, dx, dy in (
    ((0.5, 0.5), "各动一半：+1.26", "accent", 10, -6),
    ((0, 1), "只动第二个：+0.05", "activation", -150, 22),
    ((0.25, 0.25), "退回一半：+0.32", "data", 10, 16),
):
    f.arrow(place(0, 0), place(first, second), colour=colour, width=2)
    x, y = place(first, second)
    f.text(x + dx, y + dy, name, colour, bold=True)
f.text(8, 130, "Δ_1", "muted")
f.text(8, 152, "（旧任务", "muted", size=15)
f.text(8, 172, "在意）", "muted", size=15)
f.text(240, 282, "Δ_2（旧任务不在意）", "muted", anchor="middle")
f.text(16, 308, "灰线是旧损失相同的地方", "muted")
f.save(__file__)
