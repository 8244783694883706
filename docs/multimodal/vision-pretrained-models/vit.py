from answerbook.drawing.canvas import Figure

f = Figure(
    480,
    270,
    "ViT 接语言模型",
    "一张图切成图块，每块投影成一个 token，过 ViT 得到图像特征；再经投影层变成语言模型的 token，和文字的 token 排在一起，由语言模型续写回答。",
)
for row in range(3):
    for column in range(3):
        f.box(16 + 27 * column, 40 + 27 * row, 25, 25, "data", radius=1, line=1)
f.text(56, 26, "切成图块", anchor="middle")
f.arrow((102, 80), (124, 80))
f.box(124, 48, 96, 64, "weight", "ViT")
f.arrow((220, 80), (244, 80))
f.box(244, 48, 84, 64, "weight", "投影层")
f.arrow((286, 112), (286, 150))
for number in range(4):
    f.box(190 + 27 * number, 150, 25, 25, "activation", radius=1, line=1)
f.text(182, 168, "图像 token", "activation", anchor="end")
for number, word in enumerate(("图", "里", "有")):
    f.box(304 + 36 * number, 150, 33, 25, "data", word, radius=1, line=1)
f.text(418, 168, "问题", "data")
f.arrow((300, 176), (300, 202))
f.box(190, 202, 222, 44, "weight", "语言模型", bold=True)
f.arrow((412, 224), (440, 224))
f.text(444, 230, "答")
f.save(__file__)
