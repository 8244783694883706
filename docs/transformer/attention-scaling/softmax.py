from math import exp

from answerbook.drawing.canvas import Figure

D = 64

f = Figure(
    480,
    246,
    "三种缩放下的 softmax",
    "分数 8、0、−8 的三组权重：不缩放几乎全给第一个；除以根号 d_k 是 0.665、0.245、0.090；除以 d_k 近乎平均。",
)
for group, (name, scale) in enumerate((("不缩放", 1), ("÷ √d_k", D**0.5), ("÷ d_k", D))):
    left = 24 + 156 * group
    weights = [exp(score / scale) for score in (8, 0, -8)]
    shares = [weight / sum(weights) for weight in weights]
    f.text(left + 62, 22, name, anchor="middle", bold=True)
    f.line((left, 186), (left + 124, 186), colour="neutral", width=1.2)
    for number, share in enumerate(shares):
        x, tall = left + 6 + 40 * number, 124 * share
        f.area(
            (x, 186),
            (x, 186 - tall),
            (x + 32, 186 - tall),
            (x + 32, 186),
            colour="accent" if group == 0 else "activation",
            solid=True,
        )
        f.text(
            x + 16, 180 - tall, f"{share:.2f}".removeprefix("0") if share < 0.995 else "≈ 1", "muted", anchor="middle"
        )
    slope = shares[0] * (1 - shares[0])
    f.text(
        left + 62,
        210,
        f"导数 {slope:.4f}" if slope < 0.01 else f"导数 {slope:.3f}",
        "accent" if slope < 0.01 else "ink",
        anchor="middle",
    )
f.text(240, 238, "d_k = 64，分数 8、0、−8；导数是第一项的 p(1−p)", "muted", anchor="middle")
f.save(__file__)
