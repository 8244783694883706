from answerbook.drawing.canvas import Figure

f = Figure(
    480,
    262,
    "便宜的先判，拿不准的再往后送",
    "一句话依次过规则、小分类器、大模型：规则命中就走，微秒；小分类器置信度高就走，十毫秒，约八成；其余两成给大模型，五百毫秒；平均 110 毫秒。",
)
f.box(16, 40, 92, 52, "data", "用户的话")
STEPS = (
    ("规则", "命中就走", "微秒", "neutral"),
    ("小分类器", "八成够有把握", "10 毫秒", "weight"),
    ("大模型", "其余两成", "500 毫秒", "accent"),
)
for number, (name, note, cost, colour) in enumerate(STEPS):
    x = 140 + 116 * number
    f.box(x, 40, 92, 52, colour, name, bold=True)
    f.arrow((x - (32 if number == 0 else 24), 66), (x, 66))
    f.arrow((x + 46, 92), (x + 46, 126), colour="activation")
    f.text(x + 46, 146, note, "activation", anchor="middle", size=15)
    f.text(x + 46, 28, cost, "muted", anchor="middle", size=15)
f.text(16, 190, "平均 10 + 0.2 × 500 = 110 毫秒，全用大模型要 500", "ink")
f.text(16, 218, "一句话里可能有两个意图，也可能哪个都不是：", "muted")
f.text(16, 244, "每一级都要能说“不知道”", "muted")
f.save(__file__)
