from answerbook.drawing.canvas import Figure

WORDS = ("小猫", "趴在", "垫子上", "，", "因为", "它", "累", "了")
X = (36, 92, 152, 200, 246, 296, 342, 384)

f = Figure(
    480,
    296,
    "一个头只能平均，两个头分开放",
    "上：一个头把“它”的注意力一半给“猫”、一半给“累”，得到 (2, 2)，混在一起；下：头一全给“猫”，头二全给“累”，拼成 (3, 1 | 1, 3)。",
)


def sentence(y, name, links, result):
    f.text(16, y - 66, name, bold=True)
    for word, x in zip(WORDS, X, strict=True):
        f.text(x, y, word, "data" if word in ("小猫", "累") else "ink", anchor="middle", bold=word == "它")
    for place, colour, lift in links:
        start, end = X[5], X[place]
        middle = y - 24 - lift
        start += 6 if end > start else -6
        f.arrow((start, y - 18), (start, middle), (end, middle), (end, y - 18), colour=colour)
    f.text(16, y + 32, result, "muted")


sentence(104, "一个头", ((0, "neutral", 16), (6, "neutral", 0)), "各一半：½ (3, 1) + ½ (1, 3) = (2, 2)，分不清谁是谁")
sentence(244, "两个头", ((0, "activation", 16), (6, "weight", 0)), "分开放：(3, 1 | 1, 3)，后面的层可以随取随用")
f.text(150, 193, "头一", "activation", anchor="middle", bold=True)
f.text(360, 214, "头二", "weight", bold=True)
f.save(__file__)
