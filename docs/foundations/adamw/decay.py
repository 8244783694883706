from math import sqrt

from answerbook.drawing.canvas import Figure

GRADIENTS, THETA, DECAY = (("甲：梯度大", 1.0), ("乙：梯度小", 0.01)), 2.0, 0.1

f = Figure(
    480,
    236,
    "衰减这一项每步拉回多少",
    "两个参数都是 2，衰减系数 0.1。Adam 加 L2：梯度大的拉回 0.196，梯度小的 0.999，差五倍；AdamW：两个都是 0.2。单位是学习率。",
)
for group, name in enumerate(("Adam ＋ L2", "AdamW")):
    left = 40 + 224 * group
    f.text(left + 86, 22, name, anchor="middle", bold=True)
    f.line((left, 162), (left + 172, 162), colour="neutral", width=1.2)
    for number, (words, size) in enumerate(GRADIENTS):
        pull = DECAY * THETA
        value = pull / sqrt(size * size + pull * pull) if group == 0 else pull
        x, tall = left + 18 + 80 * number, 104 * value
        f.area(
            (x, 162),
            (x, 162 - tall),
            (x + 56, 162 - tall),
            (x + 56, 162),
            colour="accent" if value > 0.5 else "weight",
            solid=True,
        )
        f.text(x + 28, 156 - tall, f"{value:.3f}".rstrip("0"), "muted", anchor="middle")
        f.text(x + 28, 184, words, anchor="middle", size=15)
f.text(16, 224, "同样是 2，L2 把梯度小的多拉五倍；AdamW 一视同仁", "muted")
f.save(__file__)
