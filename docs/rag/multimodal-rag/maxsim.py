from answerbook.drawing.canvas import Figure

WORDS = (("季度", (5, 4)), ("毛利率", (1, 0)), ("最低", (3, 2)))

f = Figure(
    480,
    292,
    "每个词去页面上找最像的一块",
    "问题的三个词“季度”“毛利率”“最低”各是一个向量，页面切成 6×5 块各是一个向量；每个词找最像的一块，三个最大值相加就是这一页的分。",
)
for row in range(5):
    for column in range(6):
        hit = any(place == (column, row) for _, place in WORDS)
        f.box(252 + 36 * column, 34 + 36 * row, 33, 33, "activation" if hit else "data", solid=hit, radius=2, line=1)
f.text(358, 24, "一页切成的块", anchor="middle", bold=True)
f.text(64, 24, "问题的词", anchor="middle", bold=True)
for number, (word, (column, row)) in enumerate(WORDS):
    y = 50 + 60 * number
    f.box(16, y, 96, 38, "weight", word)
    f.line((112, y + 19), (252 + 36 * column + 16, 34 + 36 * row + 16), colour="activation", width=1.8)
f.text(16, 254, "三个最大值相加，就是这一页的分；", "ink")
f.text(16, 280, "毛利率对上图例，季度对上横轴，不必先认成文字", "muted")
f.save(__file__)
