from math import exp

from answerbook.drawing.canvas import Figure

SCORES = (("正例", 0.8, "activation"), ("难负例", 0.7, "accent"), ("易负例", 0.2, "neutral"))

f = Figure(
    480,
    236,
    "温度低，只盯最像的那个",
    "三个候选的余弦 0.8、0.7、0.2。温度 1 时分到 0.41、0.37、0.22，难易差不多；温度 0.05 时是 0.88、0.12、0.00，易负例几乎没有梯度。",
)
for group, temperature in enumerate((1, 0.05)):
    left = 40 + 224 * group
    weights = [exp(score / temperature) for _, score, _ in SCORES]
    f.text(left + 86, 22, f"τ = {temperature:g}", anchor="middle", bold=True)
    f.line((left, 166), (left + 172, 166), colour="neutral", width=1.2)
    for number, ((name, _, colour), weight) in enumerate(zip(SCORES, weights, strict=True)):
        share = weight / sum(weights)
        x, tall = left + 8 + 56 * number, 120 * share
        f.area((x, 166), (x, 166 - tall), (x + 44, 166 - tall), (x + 44, 166), colour=colour, solid=True)
        f.text(x + 22, 160 - tall, f"{share:.2f}", "muted", anchor="middle")
        f.text(x + 22, 188, name, anchor="middle", size=15)
f.text(16, 226, "余弦是 0.8、0.7、0.2；梯度与分到的概率成正比", "muted")
f.save(__file__)
