from math import exp

from answerbook.drawing.canvas import Figure

SCORES = (("我", 0), ("爱", 1), ("猫", 3))

f = Figure(
    480,
    280,
    "要出 cats 时看哪里",
    "源句 我、爱、猫；解码器已译出 I love，要出下一个词；它的状态是查询，与三个源词的键打分 0、1、3，归一成 0.04、0.11、0.84，线越粗权重越大。",
)
total = sum(exp(score) for _, score in SCORES)
f.box(160, 18, 160, 40, "weight", "查询：下一个词？")
for number, (word, score) in enumerate(SCORES):
    x, share = 60 + 140 * number, exp(score) / total
    f.line((240, 58), (x + 40, 178), colour="activation", width=1 + 10 * share)
    f.box(x, 178, 80, 40, "data", word, bold=True)
    f.text(
        x + 40,
        242,
        f"分数 {score}，权重 {share:.2f}",
        "activation" if share > 0.5 else "muted",
        anchor="middle",
        size=15,
    )
f.text(16, 272, "按权重把三个值加起来，主要来自“猫”，于是译出 cats", "muted")
f.save(__file__)
