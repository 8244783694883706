from math import exp

from answerbook.drawing.canvas import Figure

f = Figure(
    480,
    226,
    "平移不变，缩放变尖",
    "三组柱状图：分数 2、1、0 得 0.67、0.24、0.09；各加 5 完全一样；各乘 2 变成 0.87、0.12、0.02，更尖。",
)
for group, (name, scores) in enumerate((("(2, 1, 0)", (2, 1, 0)), ("各加 5", (7, 6, 5)), ("各乘 2", (4, 2, 0)))):
    left = 24 + 156 * group
    weights = [exp(score) for score in scores]
    f.text(left + 62, 22, name, anchor="middle", bold=True)
    f.line((left, 176), (left + 124, 176), colour="neutral", width=1.2)
    for number, weight in enumerate(weights):
        share = weight / sum(weights)
        x, tall = left + 6 + 40 * number, 124 * share
        f.area(
            (x, 176),
            (x, 176 - tall),
            (x + 32, 176 - tall),
            (x + 32, 176),
            colour="accent" if group == 2 else "activation",
            solid=True,
        )
        f.text(x + 16, 170 - tall, f"{share:.2f}".removeprefix("0"), "muted", anchor="middle")
f.text(240, 212, "只有分数的差起作用；差放大一倍，分布就尖一截", "muted", anchor="middle")
f.save(__file__)
