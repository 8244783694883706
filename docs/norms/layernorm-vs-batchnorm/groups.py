from answerbook.drawing.canvas import Figure

WIDE, HIGH, H, S = 28, 24, 6, 4

f = Figure(
    480,
    366,
    "BatchNorm 与 LayerNorm 在文本张量上的分组",
    "两个六列的表格，各有两句话、每句四个 token，句 2 末尾是填充。BatchNorm 一列一组，贯穿两句；LayerNorm 一行一组。",
)


def table(left, name, chosen, *notes):
    f.text(left + WIDE * H / 2, 24, name, anchor="middle", bold=True)
    f.text(left + WIDE * H / 2, 48, "h 个特征 →", "muted", anchor="middle")
    for sentence, top in ((0, 60), (1, 172)):
        rows = [["+activation" if chosen(sentence, i, j) else "activation" for j in range(H)] for i in range(S)]
        if sentence == 1:
            rows[S - 1] = [""] * H
        f.cells(left, top, WIDE, HIGH, rows)
        f.text(left - 8, top + 2 * HIGH + 6, f"句 {sentence + 1}", "muted", anchor="end")
    for j in range(H):
        x, y = left + j * WIDE, 172 + 3 * HIGH
        f.line((x + 4, y + HIGH - 4), (x + WIDE - 4, y + 4), colour="neutral", width=1)
    for number, note in enumerate(notes):
        f.text(left + WIDE * H / 2, 296 + 24 * number, note, anchor="middle", bold=not number)


table(58, "BatchNorm", lambda sentence, i, j: j == 1, "每个特征一组", "b·s 个数（去掉填充）")
for j in range(H):
    f.box(58 + j * WIDE, 60, WIDE, 2 * S * HIGH + 16, "neutral", empty=True, radius=0, line=2)
table(290, "LayerNorm", lambda sentence, i, j: sentence == 0 and i == 1, "每个 token 一组", "h 个数")
for top in (60, 172):
    for i in range(S):
        f.box(290, top + i * HIGH, WIDE * H, HIGH, "neutral", empty=True, radius=0, line=2)
f.text(240, 356, "粗框是一组，深色标出其中一组；斜线是填充", "muted", anchor="middle")
f.save(__file__)
