from math import exp

from answerbook.drawing.canvas import Axes, Figure

LEVELS = (
    *(-1.0, -0.6962, -0.5251, -0.3949, -0.2844, -0.1848, -0.0911, 0.0),
    *(0.0796, 0.1609, 0.2461, 0.3379, 0.4407, 0.5626, 0.7230, 1.0),
)

f = Figure(480, 300, "NF4 的格点", "上：正态曲线与 NF4 的 16 个格点，中间密、两端疏；下：均匀 4 位的 15 个等距格点。")
a = Axes(f, (-1.12, 1.12), (0, 1), left=24, top=40, right=24, bottom=128)


def density(x):
    return exp(-((x * 1.9) ** 2) / 2)


f.text(24, 26, "权重的分布（正态）")
for level in LEVELS:
    f.line(a.at(level, 0), a.at(level, density(level)), colour="weight", width=1.2)
f.line(a.at(-1.12, 0), a.at(1.12, 0), colour="neutral", width=1.2)
a.curve([(x / 50, density(x / 50)) for x in range(-56, 57)], "ink", width=2)
for value, words in ((-1, "−1"), (0, "0"), (1, "1")):
    x, y = a.at(value, 0)
    f.text(x, y + 22, words, "muted", anchor="middle")
for level in LEVELS:
    f.dot(a.at(level, 0)[0], 208, "weight")
f.text(240, 234, "NF4：16 个格点，中间密、两端疏", "weight", anchor="middle")
for number in range(-7, 8):
    f.dot(a.at(number / 7, 0)[0], 260, "accent")
f.text(240, 286, "均匀 4 位：15 个等距格点", "accent", anchor="middle")
f.save(__file__)
