from answerbook.drawing.canvas import Figure

SENTENCES = (("今天天气真好", 1.0, "activation"), ("今天是个好天气", 2.0, "activation"), ("股票跌了", -2.0, "accent"))

f = Figure(
    480,
    256,
    "挤在一个窄锥里，减掉公共方向才分得开",
    "左：三句话的向量都含一个很大的公共方向，夹角很小，余弦都接近 1；右：减掉公共方向以后，两句说天气的同向，说股票的反向。",
)
f.text(150, 24, "原来：余弦都接近 1", anchor="middle", bold=True)
f.text(376, 24, "减掉公共方向", anchor="middle", bold=True)
for number, (_, side, colour) in enumerate(SENTENCES):
    f.arrow((30, 124), (30 + 20 * 10, 124 - 16 * side), colour=colour, width=2.2)
    f.arrow((376, 124), (376, 124 - 36 * side), colour=colour, width=2.6 if number != 1 else 1.6)
f.text(236, 88, "天气两句", "activation")
f.text(236, 170, "股票", "accent")
f.text(390, 62, "天气", "activation", bold=True)
f.text(390, 196, "股票", "accent", bold=True)
f.dot(30, 124, "ink", 3)
f.dot(376, 124, "ink", 3)
f.text(16, 238, "公共方向不带语义，却让任意两句看上去都很像（示意）", "muted")
f.save(__file__)
