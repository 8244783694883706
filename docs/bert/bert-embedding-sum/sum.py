from answerbook.drawing.canvas import Figure

WORDS = ("[CLS]", "我", "爱", "[SEP]", "你", "[SEP]")
WIDE = 64

f = Figure(
    480,
    238,
    "三种嵌入逐位相加",
    "六个 token，每个取三个向量：token 嵌入按词查表，segment 嵌入前四个是 A、后两个是 B，position 嵌入按位置查表；三者相加得到输入向量。",
)
for number, word in enumerate(WORDS):
    x = 84 + WIDE * number
    f.box(x, 16, WIDE - 6, 36, "data", word)
    f.box(x, 70, WIDE - 6, 36, "weight", "A" if number < 4 else "B", dash=number >= 4)
    f.box(x, 124, WIDE - 6, 36, "weight", str(number))
    f.arrow((x + 29, 162), (x + 29, 186))
    f.box(x, 186, WIDE - 6, 36, "activation")
    for y in (64, 118):
        f.text(x + 29, y + 2, "+", anchor="middle")
for y, name in ((40, "词"), (94, "句段"), (148, "位置"), (210, "输入")):
    f.text(16, y, name, bold=True)
f.save(__file__)
