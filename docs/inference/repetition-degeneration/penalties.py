from answerbook.drawing.canvas import Figure

WORDS = ("好", "的", "车")
ROWS = (
    ("不加", (3.0, 2.0, 1.5)),
    ("repetition 1.3", (3 / 1.3, 2 / 1.3, 1.5)),
    ("frequency 0.5", (3 - 1.5, 2 - 0.5, 1.5)),
    ("presence 0.5", (2.5, 1.5, 1.5)),
)

f = Figure(
    480,
    274,
    "三种惩罚怎样压低分数",
    "“好”已出现 3 次，“的”1 次，“车”没出现。不加时分数 3、2、1.5；repetition 1.3 变成 2.31、1.54、1.5；frequency 0.5 都是 1.5；presence 0.5 是 2.5、1.5、1.5。",
)
for number, (name, scores) in enumerate(ROWS):
    left = 16 + 116 * number
    f.text(left + 50, 22, name, anchor="middle", bold=True, size=15)
    f.line((left, 196), (left + 100, 196), colour="neutral", width=1.2)
    for place, score in enumerate(scores):
        x, tall = left + 4 + 33 * place, 46 * score
        f.area(
            (x, 196),
            (x, 196 - tall),
            (x + 26, 196 - tall),
            (x + 26, 196),
            colour=("accent", "data", "neutral")[place],
            solid=True,
        )
        f.text(x + 13, 190 - tall, f"{score:.2f}".rstrip("0").rstrip("."), "muted", anchor="middle", size=15)
        f.text(x + 13, 216, WORDS[place], anchor="middle")
f.text(16, 262, "“好”出现过 3 次，“的”1 次；只有 frequency 看次数", "muted")
f.save(__file__)
