from answerbook.drawing.canvas import Axes, Figure

VALUES = (-1.0, 0.2, 0.5, 3.0)

f = Figure(
    480,
    302,
    "对称与非对称的格子",
    "同样四个数 −1、0.2、0.5、3。对称量化的格子从 −3 铺到 3，左边一段空着；非对称的格子正好从 −1 铺到 3，更密。图里只画十几格。",
)
a = Axes(f, (-3.2, 3.2), (0, 1), left=24, right=24)
for top, name, low, high, levels, colour in (
    (20, "对称：零点在正中，−3 到 −1 没人用", -3, 3, 15, "accent"),
    (142, "非对称：格子只铺在有数的地方", -1, 3, 16, "weight"),
):
    f.text(16, top + 4, name, bold=True)
    y = top + 62
    f.line((a.at(-3.2, 0)[0], y), (a.at(3.2, 0)[0], y), colour="neutral", width=1.2)
    if low < -1:
        f.box(a.at(low, 0)[0], y - 14, a.at(-1, 0)[0] - a.at(low, 0)[0] - 6, 28, colour, radius=0, dash=True, line=1)
    for level in range(levels):
        x, _ = a.at(low + (high - low) * level / (levels - 1), 0)
        f.line((x, y - 9), (x, y + 9), colour=colour, width=1.6)
    for value in VALUES:
        f.dot(a.at(value, 0)[0], y - 22, "data", 5)
    for value in (-3, -1, 0, 3):
        f.text(a.at(value, 0)[0], y + 30, f"{value}".replace("-", "−"), "muted", anchor="middle")
f.text(16, 266, "圆点是要量化的数；竖线是能取的值（为了看清只画十几个）。", "muted")
f.text(16, 290, "格子越密，取整的误差越小。", "muted")
f.save(__file__)
