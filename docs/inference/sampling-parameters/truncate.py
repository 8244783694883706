from math import exp

from answerbook.drawing.canvas import Figure

SCORES, TOP_P = (3, 2, 1, 0), 0.9

f = Figure(
    480,
    238,
    "温度与 top-p 先后作用",
    "四个候选词的概率，温度 0.5、1、2 各一组。top-p=0.9 留下的用深色：温度 0.5 留 A、B，温度 1 留 A、B、C，温度 2 四个全留。",
)
for group, temperature in enumerate((0.5, 1, 2)):
    left = 24 + 156 * group
    weights = [exp(score / temperature) for score in SCORES]
    shares = [weight / sum(weights) for weight in weights]
    f.text(left + 66, 22, f"T = {temperature:g}", anchor="middle", bold=True)
    f.line((left, 190), (left + 132, 190), colour="neutral", width=1.2)
    before = 0.0
    for number, share in enumerate(shares):
        x, tall = left + 4 + 33 * number, 140 * share
        kept = before < TOP_P
        before += share
        f.area(
            (x, 190),
            (x, 190 - tall),
            (x + 26, 190 - tall),
            (x + 26, 190),
            colour="data" if kept else "neutral",
            solid=kept,
        )
        f.text(x + 13, 184 - tall, f"{share:.2f}".removeprefix("0"), "muted", anchor="middle", size=15)
        f.text(x + 13, 209, "ABCD"[number], "ink" if kept else "muted", anchor="middle")
f.text(240, 232, "深色是 top-p = 0.9 留下的", "muted", anchor="middle")
f.save(__file__)
