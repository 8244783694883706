from answerbook.drawing.canvas import Figure

WORDS = ("我", "爱", "你", "填", "填")
SIDE = 21

f = Figure(
    480,
    400,
    "三种掩码与 MLM 的标签",
    "三个 5×5 表格：填充掩码挡住最后两列，因果掩码挡住右上三角，第三个是两者相加。下方是 MLM 的输入和标签：只有被换成 [MASK] 的位置有标签。",
)


def table(left, top, name, seen, *notes):
    f.text(left + 2.5 * SIDE, top - 30, name, anchor="middle", bold=True)
    rows = [["+activation" if seen(i, j) else "" for j in range(5)] for i in range(5)]
    f.cells(left, top, SIDE, SIDE, rows)
    for i, word in enumerate(WORDS):
        f.text(left + (i + 0.5) * SIDE, top - 6, word, "muted", anchor="middle")
        f.text(left - 6, top + (i + 0.5) * SIDE + 5.5, word, "muted", anchor="end")
        for j in range(5):
            if not seen(i, j):
                x, y = left + j * SIDE + 7, top + i * SIDE + 7
                f.line((x, y), (x + 7, y + 7), colour="neutral", width=1)
                f.line((x + 7, y), (x, y + 7), colour="neutral", width=1)
    for number, note in enumerate(notes):
        f.text(left + 2.5 * SIDE, top + 5 * SIDE + 22 + 22 * number, note, anchor="middle")


table(40, 54, "填充掩码", lambda i, j: j < 3, "BERT：只挡", "填充的列")
table(199, 54, "因果掩码", lambda i, j: j <= i, "GPT：挡住", "右上三角")
table(358, 54, "两者相加", lambda i, j: j <= i and j < 3, "有填充的", "批量解码器")
f.line((16, 224), (464, 224), colour="grid", width=1.2)
f.text(16, 252, "MLM：[MASK] 换的是输入，不改上面的表", bold=True)
for number, (word, label) in enumerate(
    (("[CLS]", "-100"), ("我", "-100"), ("[MASK]", "爱"), ("你", "-100"), ("[SEP]", "-100"))
):
    hidden = word == "[MASK]"
    f.box(76 + 78 * number, 270, 70, 32, "accent" if hidden else "data", word, solid=hidden)
    f.text(111 + 78 * number, 336, label, "accent" if hidden else "muted", anchor="middle", bold=hidden)
f.text(16, 291, "输入")
f.text(16, 336, "标签")
f.text(240, 376, "标签是 -100 的位置不计损失", "muted", anchor="middle")
f.save(__file__)
