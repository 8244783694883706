from answerbook.drawing.canvas import Figure

FANS = (
    ((52, 28), (104, 46), (160, 40), "0.9"),
    ((48, 8), (100, 26), (160, 14), "0.7"),
    ((50, -6), (106, -8), (160, -16), "0.3"),
    ((54, -22), (100, -46), (160, -42), "0.1"),
)

f = Figure(
    480,
    242,
    "ODE 一条路，SDE 一组路",
    "左边 ODE 从一个噪声点走出一条确定的路，到一张图。右边 SDE 从同一个噪声点分出四条路，到四张图，分数 0.9、0.7、0.3、0.1。",
)
for left, name in ((16, "ODE：确定"), (256, "SDE：每步加噪")):
    f.text(left, 24, name, bold=True)
    f.dot(left + 10, 118, "neutral", 7)
    f.text(left, 218, "噪声", "muted")
    f.text(left + 190, 218, "图", "muted", anchor="middle")
f.arrow((33, 118), (70, 112), (120, 114), (176, 108), colour="weight", width=2)
f.box(180, 94, 28, 28, "activation")
for first, second, last, score in FANS:
    points = [(266 + 8, 118), *((266 + x, 118 - y * 1.4) for x, y in (first, second, last))]
    good = float(score) > 0.5
    f.arrow(*points, colour="weight" if good else "neutral", dash=not good)
    f.text(434, points[-1][1] + 5, score, "weight" if good else "muted", bold=good)
f.text(194, 84, "1 张", "muted", anchor="middle")
f.save(__file__)
