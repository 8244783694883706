from math import exp

from answerbook.drawing.canvas import Figure

REFERENCE, REWARDS = (0.5, 0.3, 0.2), (0, 1, 2)

f = Figure(
    480,
    232,
    "β 决定离参考多远",
    "三个回答的概率，参考是 0.5、0.3、0.2，奖励 0、1、2。β=5 时最优几乎不动；β=1 是 0.18、0.29、0.53；β=0.2 几乎全给第三个。",
)


def best(beta):
    weights = [p * exp(r / beta) for p, r in zip(REFERENCE, REWARDS, strict=True)]
    return [weight / sum(weights) for weight in weights]


for number, (name, shares) in enumerate(
    (("参考", REFERENCE), ("β = 5", best(5)), ("β = 1", best(1)), ("β = 0.2", best(0.2)))
):
    left = 16 + 116 * number
    f.text(left + 50, 22, name, anchor="middle", bold=True)
    f.line((left, 168), (left + 100, 168), colour="neutral", width=1.2)
    for place, share in enumerate(shares):
        x, tall = left + 4 + 33 * place, 118 * share
        f.area(
            (x, 168),
            (x, 168 - tall),
            (x + 26, 168 - tall),
            (x + 26, 168),
            colour="weight" if number else "neutral",
            solid=True,
        )
        f.text(x + 13, 162 - tall, f"{share:.2f}".removeprefix("0"), "muted", anchor="middle", size=15)
        f.text(x + 13, 188, "甲乙丙"[place], anchor="middle")
f.text(16, 222, "奖励是 0、1、2；每个概率乘 e^{r/β} 再归一", "muted")
f.save(__file__)
