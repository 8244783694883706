from math import exp

from answerbook.drawing.canvas import Axes, Figure

f = Figure(
    480,
    310,
    "换一种打分，曲线就像“涌现”",
    "横轴是模型规模的对数；逐 token 的正确率平滑上升，它的十次方先贴近零再快速上升。",
)
a = Axes(f, (0, 6), (0, 1), left=62, top=36)


def right(x):
    return 1 / (1 + exp(-(x - 1.2) * 0.72)) if x else 0.296


xs = [x / 10 for x in range(61)]
a.draw([], [(0, "0"), (0.25, "0.25"), (0.5, "0.5"), (0.75, "0.75"), (1, "1")], "模型规模（对数刻度）→", "正确率")
a.curve([(x, right(x)) for x in xs], "activation")
a.curve([(x, right(x) ** 10) for x in xs], "accent", dash=True)
f.text(*a.at(0.3, 0.72), "逐 token 正确率 q", "activation")
f.text(*a.at(5.95, 0.05), "10 个 token 全对 q^{10}", "accent", anchor="end")
f.save(__file__)
