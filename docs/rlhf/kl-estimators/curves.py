from math import log

from answerbook.drawing.canvas import Axes, Figure

f = Figure(
    480,
    338,
    "三个 KL 估计量",
    "横轴是比值 r = 参考概率除以策略概率，纵轴是一个样本的估计值：k1 = −log r 可正可负；k2 = (log r)² 的一半和 k3 = r − 1 − log r 都不小于 0，在 r=1 处相切于 0。",
)
a = Axes(f, (0.2, 3), (-1.2, 2), left=62, top=40, right=24)
a.draw(
    [(v, f"{v:g}") for v in (0.5, 1, 2, 3)],
    [(v, f"{v:g}".replace("-", "−")) for v in (-1, 0, 1, 2)],
    "r = 参考的概率 ÷ 策略的概率",
    "一个样本的估计",
)
f.line(a.at(0.2, 0), a.at(3, 0), colour="neutral", width=1.2)
rs = [0.2 + number / 50 for number in range(141)]
a.curve([(r, -log(r)) for r in rs], "accent", dash=True)
a.curve([(r, log(r) ** 2 / 2) for r in rs], "weight")
a.curve([(r, r - 1 - log(r)) for r in rs], "activation")
f.text(*a.at(0.3, -0.75), "k1 = −log r", "accent", bold=True)
f.text(*a.at(2.95, 0.08), "k2 = ½ (log r)²", "weight", anchor="end", bold=True)
f.text(*a.at(2.6, 1.35), "k3 = r − 1 − log r", "activation", anchor="end", bold=True)
f.save(__file__)
