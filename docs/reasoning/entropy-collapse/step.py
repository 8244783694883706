from math import exp, log

from answerbook.drawing.canvas import Figure

P, RATE = (0.6, 0.3, 0.1), 0.5
CASES = (("常见的得分高", (0.4, -0.6, -0.6)), ("少见的得分高", (-0.1, -0.1, 0.9)))


def stepped(advantages):
    """One step of the expected gradient on the logits."""
    mean = sum(p * a for p, a in zip(P, advantages, strict=True))
    logits = [log(p) + RATE * p * (a - mean) for p, a in zip(P, advantages, strict=True)]
    weights = [exp(logit) for logit in logits]
    return [weight / sum(weights) for weight in weights]


def entropy(shares):
    return -sum(share * log(share) for share in shares)


f = Figure(
    480,
    244,
    "一步更新，熵往哪边走",
    "三组概率：起点 0.6、0.3、0.1，熵 0.898；常见的写法得分高时，一步之后更尖，熵降；少见的得分高时，一步之后更平，熵升。",
)
for group, (name, shares) in enumerate((("起点", P), *((name, stepped(advantages)) for name, advantages in CASES))):
    left = 24 + 156 * group
    f.text(left + 62, 22, name, anchor="middle", bold=True)
    f.line((left, 164), (left + 124, 164), colour="neutral", width=1.2)
    for number, share in enumerate(shares):
        x, tall = left + 6 + 40 * number, 150 * share
        f.area(
            (x, 164),
            (x, 164 - tall),
            (x + 32, 164 - tall),
            (x + 32, 164),
            colour=("neutral", "accent", "activation")[group],
            solid=True,
        )
        f.text(x + 16, 158 - tall, f"{share:.2f}".removeprefix("0"), "muted", anchor="middle", size=15)
    f.text(
        left + 62, 192, f"熵 {entropy(shares):.3f}", ("ink", "accent", "activation")[group], anchor="middle", bold=True
    )
f.text(240, 230, "会的题上“常见”多半就是“得分高”，所以熵一路降", "muted", anchor="middle")
f.save(__file__)
