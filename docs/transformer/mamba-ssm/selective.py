from math import exp

from answerbook.drawing.canvas import Axes, Figure

INPUTS = (3, 1, 1, 1)


def states(steps):
    """A = −1、B = 1：每步乘 e^{−Δ}，再加 (1 − e^{−Δ})·x。"""
    h, out = 0.0, [0.0]
    for x, delta in zip(INPUTS, steps, strict=True):
        h = exp(-delta) * h + (1 - exp(-delta)) * x
        out.append(h)
    return out


f = Figure(
    480,
    290,
    "状态怎样记住第一个输入",
    "横轴四步，输入 3、1、1、1。固定步长的状态 1.51、1.25、1.13、1.06，越来越淡；选择性的状态 2.98、2.96、2.94、2.92，几乎不变。",
)
axes = Axes(f, (0, 4), (0, 3.2), top=40, right=34)
axes.draw([(n, f"输入 {x}") for n, x in enumerate(INPUTS, 1)], [(v, str(v)) for v in range(4)], "", "状态")
fixed, chosen = states((0.7,) * 4), states((5, 0.01, 0.01, 0.01))
for values, colour in ((fixed, "neutral"), (chosen, "weight")):
    axes.curve(list(enumerate(values)), colour)
    for n, value in enumerate(values[1:], 1):
        f.dot(*axes.at(n, value), colour)
f.text(*axes.at(2.5, 2.55), "选择性：写进 3，不理后面的 1", "weight", anchor="middle", bold=True)
f.text(*axes.at(2.5, 0.72), "固定步长：被 1 冲淡", "muted", anchor="middle", bold=True)
f.save(__file__)
