from answerbook.drawing.canvas import Figure

f = Figure(
    480,
    262,
    "第二个问题要等第一个的答案",
    "问题先查出获奖年份 2015，再拿 2015 去查大会的举办地，得到斯波坎，够了才回答；模型每一步决定查不查、查什么、够不够。",
)
f.box(16, 20, 448, 40, "data", "《三体》作者获雨果奖那年，大会在哪里开？")
STEPS = (("查：哪一年获奖", "2015"), ("查：2015 年的大会", "斯波坎"), ("够了，回答", ""))
for number, (action, found) in enumerate(STEPS):
    x = 16 + 156 * number
    f.box(x, 96, 136, 44, "weight", action, size=15)
    if found:
        f.arrow((x + 68, 140), (x + 68, 172))
        f.box(x + 26, 172, 84, 36, "activation", found, solid=True)
        f.arrow((x + 110, 190), (x + 146, 190), (x + 146, 118), (x + 156, 118), colour="accent")
f.arrow((84, 60), (84, 96))
f.text(16, 246, "事先拆子问题也不行：2015 还不知道", "muted")
f.save(__file__)
