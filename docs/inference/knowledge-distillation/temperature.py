from math import exp

from answerbook.drawing.canvas import Figure

LOGITS = (("猫", 6.0), ("狗", 3.0), ("兔", 1.5), ("卡车", -2.0))

f = Figure(
    480,
    236,
    "温度把教师的暗知识放大",
    "教师给一张猫图的概率：硬标签只有猫是 1；T=1 时猫约 0.94，狗 0.05；T=4 时猫 0.52、狗 0.24、兔 0.17、卡车 0.07，谁像谁看得出来了。",
)


def bars(left, name, shares, colour):
    f.text(left + 68, 22, name, anchor="middle", bold=True)
    f.line((left, 176), (left + 136, 176), colour="neutral", width=1.2)
    for number, ((word, _), share) in enumerate(zip(LOGITS, shares, strict=True)):
        x, tall = left + 4 + 34 * number, 124 * share
        f.area((x, 176), (x, 176 - tall), (x + 28, 176 - tall), (x + 28, 176), colour=colour, solid=True)
        f.text(
            x + 14,
            170 - tall,
            f"{share:.2f}".removeprefix("0") if share < 1 else "1",
            "muted",
            anchor="middle",
            size=15,
        )
        f.text(x + 14, 198, word, anchor="middle", size=15)


def softened(temperature):
    weights = [exp(logit / temperature) for _, logit in LOGITS]
    return [weight / sum(weights) for weight in weights]


bars(16, "硬标签", (1, 0, 0, 0), "neutral")
bars(172, "教师，T = 1", softened(1), "data")
bars(328, "教师，T = 4", softened(4), "data")
f.text(240, 228, "T 越大，“狗比卡车更像猫”越看得见", "muted", anchor="middle")
f.save(__file__)
