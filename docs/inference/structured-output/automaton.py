from answerbook.drawing.canvas import Figure

f = Figure(
    480,
    272,
    "约束解码的自动机",
    "正则 [0-9]{1,3} 的自动机：状态是已写了几位。0 位时 1、12、123 合法；1 位时 1、12 和结束符合法；3 位时只有结束符合法。其余 token 的 logits 设为负无穷。",
)
X = (52, 176, 300, 424)
for number, x in enumerate(X):
    f.circle(x, 96, 27, "activation" if number else "neutral", f"{number} 位")
for number in range(3):
    f.arrow((X[number] + 27, 96), (X[number + 1] - 27, 96))
    f.text((X[number] + X[number + 1]) / 2, 88, "1", "data", anchor="middle", bold=True)
f.arrow((X[0] + 14, 73), (X[0] + 40, 50), (X[2] - 40, 50), (X[2] - 12, 72), colour="data")
f.text((X[0] + X[2]) / 2 - 40, 44, "12", "data", anchor="middle", bold=True)
f.arrow((X[0] - 4, 69), (X[0] - 4, 20), (X[3] + 4, 20), (X[3] + 4, 69), colour="data")
f.text((X[0] + X[3]) / 2, 38, "123", "data", anchor="middle", bold=True)
for x in X[1:]:
    f.arrow((x, 123), (x, 156), colour="weight")
f.box(X[1] - 40, 156, X[3] - X[1] + 80, 34, "weight", "结束符：合法")
f.text(16, 222, "此刻在“1 位”：1、12、结束符保留；", "muted")
f.text(16, 248, "123、a、1a 的 logits 设为 −∞，再采样", "accent")
f.arrow((X[1] + 16, 118), (X[1] + 40, 138), (X[3] - 40, 138), (X[3] - 16, 118), colour="data")
f.text((X[1] + X[3]) / 2 + 62, 132, "12", "data", anchor="middle", bold=True)
f.save(__file__)
