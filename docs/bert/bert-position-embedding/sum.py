from answerbook.drawing.canvas import Figure

TOKENS = ("[CLS]", "我", "饿", "[SEP]", "吃", "饭")
SEGMENTS = (0, 0, 0, 0, 1, 1)

f = Figure(
    480,
    246,
    "三个嵌入逐位相加",
    "六个 token：[CLS]、我、饿、[SEP]、吃、饭，各由词嵌入、句段嵌入 A 或 B、位置嵌入 0 到 5 三行相加，再过 LayerNorm。",
)
for row, (name, colour) in enumerate((("词", "data"), ("句段", "neutral"), ("位置", "weight"))):
    y = 16 + 52 * row
    f.text(16, y + 23, name, bold=True)
    for number, token in enumerate(TOKENS):
        words = (token, "AB"[SEGMENTS[number]], str(number))[row]
        f.box(72 + 66 * number, y, 60, 34, colour, words, size=15, solid=row == 2)
    if row < 2:
        for number in range(len(TOKENS)):
            f.text(102 + 66 * number, y + 49, "+", anchor="middle", size=15)
for number in range(len(TOKENS)):
    f.arrow((102 + 66 * number, 154), (102 + 66 * number, 176))
f.box(72, 176, 390, 32, "activation", "LayerNorm，进第 1 层")
f.text(16, 236, "位置是一张 512 行的表：第 513 个 token 没有行可查", "muted")
f.save(__file__)
