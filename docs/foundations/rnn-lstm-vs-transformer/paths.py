from answerbook.drawing.canvas import Figure

WORDS = ("猫", "追", "老鼠", "然后", "它")

f = Figure(
    480,
    266,
    "两个词之间要走几步",
    "五个词。上：RNN 从“猫”到“它”要一格一格走四步，而且必须依次算；下：自注意力任意两个词一步相连，五个词同时算。",
)
for y, name in ((70, "RNN：4 步，依次算"), (196, "自注意力：1 步，同时算")):
    f.text(16, y - 46, name, bold=True)
    for number, word in enumerate(WORDS):
        f.box(24 + 92 * number, y, 64, 36, "data", word)
for number in range(4):
    f.arrow((88 + 92 * number, 88), (116 + 92 * number, 88), colour="accent", width=2)
for number in range(4):
    x = 56 + 92 * number
    f.line(
        (424, 196),
        (424, 178 - 6 * (3 - number)),
        (x, 178 - 6 * (3 - number)),
        (x, 196),
        colour="activation" if number == 0 else "neutral",
        width=2.6 if number == 0 else 1.2,
    )
f.text(16, 256, "代价：每两个词都要算一次，随长度平方增长", "muted")
f.save(__file__)
