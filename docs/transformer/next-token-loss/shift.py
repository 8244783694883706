from answerbook.drawing.canvas import Figure

WORDS = ("我", "爱", "北京", "。", "止")
WIDE = 78

f = Figure(
    480,
    236,
    "输入、输出与标签错一位",
    "输入是 我、爱、北京、句号，第 i 个位置的 logits 与第 i+1 个 token 比：我对爱，爱对北京，北京对句号，句号对结束符；四个位置的交叉熵取平均。",
)
for number in range(4):
    x = 92 + WIDE * number
    f.box(x, 174, WIDE - 10, 38, "data", WORDS[number])
    f.arrow((x + 34, 174), (x + 34, 140))
    f.box(x, 102, WIDE - 10, 38, "activation", "logits")
    f.box(x, 20, WIDE - 10, 38, "data", WORDS[number + 1], dash=number == 3)
    f.line((x + 34, 58), (x + 34, 102), colour="accent", dash=True)
    if number < 3:
        f.line((x + 68, 193), (x + 112, 39), colour="grid", width=1.4)
for y, name in ((199, "输入"), (127, "输出"), (45, "标签")):
    f.text(16, y, name, bold=True)
f.text(16, 84, "交叉熵", "accent")
f.text(16, 230, "灰线连的是同一个 token：标签就是输入往左错一位", "muted")
f.save(__file__)
