from answerbook.drawing.canvas import Figure

TOKENS = (("60", 0.03), ("7×6=", -0.02), ("48", -4.09), ("108", -0.07))

f = Figure(
    480,
    266,
    "同一条写错的回答，信号落在哪里",
    "学生写 10×6=60，7×6=48，得 108。强化学习给每个 token 一样的 −1；on-policy 蒸馏给 +0.03、−0.02、−4.09、−0.07，准确指出错在 48。",
)
for number, (word, _) in enumerate(TOKENS):
    x = 120 + 90 * number
    f.box(x, 16, 76, 36, "accent" if word == "48" else "data", word, solid=word == "48")
for top, name, values, scale in (
    (76, "强化学习", (-1, -1, -1, -1), 40),
    (150, "蒸馏", [value for _, value in TOKENS], 16),
):
    f.text(16, top + 8, name, bold=True)
    f.line((112, top), (472, top), colour="neutral", width=1.2)
    for number, value in enumerate(values):
        x = 140 + 90 * number
        tall = max(1.5, abs(value) * scale)
        f.area((x, top), (x, top + tall), (x + 36, top + tall), (x + 36, top), colour="gradient", solid=True)
        f.text(x + 18, top - 6, f"{value:+g}".replace("-", "−"), "muted", anchor="middle", size=15)
f.text(16, 256, "48 之后的 108 是照着错的抄，老师也会这么写，几乎不罚", "muted")
f.save(__file__)
