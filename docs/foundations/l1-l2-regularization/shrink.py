from answerbook.drawing.canvas import Axes, Figure

LAMBDA = 1.0

f = Figure(
    480,
    322,
    "L1 压成 0，L2 按比例缩",
    "横轴是无惩罚的最优权重，纵轴是加惩罚之后的：L2 是一条更平的直线，过原点；L1 在正负 1 之间一段恒为 0，之外平移 1。",
)
a = Axes(f, (-3, 3), (-3, 3), left=62, top=40)
ticks = [(v, f"{v}".replace("-", "−")) for v in (-3, -1, 0, 1, 3)]
a.draw(ticks, ticks, "没有惩罚时的最优权重 w*", "加了惩罚（λ = 1）之后")
a.curve([(-3, -3), (3, 3)], "neutral", dash=True, width=1.4)
a.curve([(-3, -3 / (1 + LAMBDA)), (3, 3 / (1 + LAMBDA))], "weight", width=2.6)
a.curve([(-3, -3 + LAMBDA), (-LAMBDA, 0), (LAMBDA, 0), (3, 3 - LAMBDA)], "accent", width=2.6)
f.text(*a.at(-2.9, 0.7), "L1：小的压成 0", "accent", bold=True)
f.text(*a.at(0.3, -1.5), "L2：都缩一半，到不了 0", "weight", bold=True)
f.text(*a.at(1.15, 2.3), "不变", "muted")
f.save(__file__)
