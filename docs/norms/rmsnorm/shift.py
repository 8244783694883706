from math import sqrt

from answerbook.drawing.canvas import Figure

ROWS = (("x", (1, 2, 3, 4)), ("x + 10", (11, 12, 13, 14)), ("10 x", (10, 20, 30, 40)))

f = Figure(
    480,
    330,
    "平移和放大之后",
    "三行输入 (1,2,3,4)、各加 10、各乘 10。LayerNorm 的输出三行完全一样；RMSNorm 的第一、三行一样，整体加 10 之后缩到 0.88 至 1.12 之间。",
)


def layer_norm(values):
    mean = sum(values) / len(values)
    spread = sqrt(sum((value - mean) ** 2 for value in values) / len(values))
    return [(value - mean) / spread for value in values]


def rms_norm(values):
    size = sqrt(sum(value * value for value in values) / len(values))
    return [value / size for value in values]


def bars(left, middle, values, colour, tallest):
    f.line((left, middle), (left + 140, middle), colour="neutral", width=1.2)
    for number, value in enumerate(values):
        x, tall = left + 8 + 34 * number, 34 * value / tallest
        f.area((x, middle), (x, middle - tall), (x + 24, middle - tall), (x + 24, middle), colour=colour, solid=True)


f.text(162, 24, "LayerNorm", anchor="middle", bold=True)
f.text(390, 24, "RMSNorm", anchor="middle", bold=True)
for number, (name, values) in enumerate(ROWS):
    middle = 76 + 90 * number
    f.text(16, middle + 6, name, bold=True)
    bars(92, middle, layer_norm(values), "activation", 1.5)
    bars(320, middle + 30, rms_norm(values), "activation", 0.8)
f.text(16, 322, "LayerNorm 不在乎平移和放大；RMSNorm 只不在乎放大", "muted")
f.save(__file__)
