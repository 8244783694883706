from math import erf, exp, sqrt

from answerbook.drawing.canvas import Axes, Figure

f = Figure(
    480,
    320,
    "ReLU、GELU、SiLU",
    "三条曲线：ReLU 在 0 处有折角，负半边恒为 0；GELU 和 SiLU 光滑，在负半边有一个浅坑，SiLU 的坑更深，约 −0.28。",
)
a = Axes(f, (-4, 3), (-0.6, 3), left=62, top=40, right=24)
a.draw([(v, f"{v}".replace("-", "−")) for v in (-4, -2, 0, 2)], [(v, str(v)) for v in (0, 1, 2, 3)], "x", "输出")
f.line(a.at(-4, 0), a.at(3, 0), colour="neutral", width=1.2)
xs = [x / 50 for x in range(-200, 151)]
a.curve([(x, max(0, x)) for x in xs], "neutral", dash=True)
a.curve([(x, x * 0.5 * (1 + erf(x / sqrt(2)))) for x in xs], "weight")
a.curve([(x, x / (1 + exp(-x))) for x in xs], "accent")
f.text(*a.at(-3.8, 2.5), "ReLU：负半边梯度是 0", "muted", bold=True)
f.text(*a.at(-3.8, 2.05), "GELU", "weight", bold=True)
f.text(*a.at(-3.8, 1.6), "SiLU（x·sigmoid x）", "accent", bold=True)
f.save(__file__)
