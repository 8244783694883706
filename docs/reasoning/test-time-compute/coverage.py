from math import log2

from answerbook.drawing.canvas import Axes, Figure

P, HIT, FALSE = 0.1, 0.9, 0.1
RIGHT, PASSED = P * HIT, P * HIT + (1 - P) * FALSE


def chosen(n):
    none = (1 - PASSED) ** n
    return (1 - none) * RIGHT / PASSED + none * (P * (1 - HIT)) / (1 - PASSED)


f = Figure(
    480,
    270,
    "采样条数与正确率",
    "单条正确率一成。横轴是采样条数 1 到 64，对数刻度。覆盖率由 0.1 升到接近 1；用会误判一成的验证器来挑，停在 0.5。",
)
a = Axes(f, (0, 6), (0, 1))
a.draw([(k, str(2**k)) for k in range(7)], [(0, "0"), (0.5, "0.5"), (1, "1")], "采样条数 N", "正确率")
ks = [k / 10 for k in range(61)]
a.curve([(k, 1 - (1 - P) ** (2**k)) for k in ks], "activation")
a.curve([(k, chosen(2**k)) for k in ks], "accent")
x, y = a.at(log2(14), 0.93)
f.text(x - 8, y, "覆盖率", "activation", anchor="end")
x, y = a.at(4.2, 0.38)
f.text(x, y, "验证器误判一成", "accent")
f.save(__file__)
