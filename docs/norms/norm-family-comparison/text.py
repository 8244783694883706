from answerbook.drawing.canvas import Figure

WIDE, HIGH, H, S = 28, 17, 6, 4
SECOND = S * HIGH + 12

f = Figure(
    480,
    584,
    "文本张量上的四种归一化",
    "四个表格，各有两句话，每句四行 token、六列特征。BN 的一组是贯穿两句的一列；LN 是一行；IN 是一句之内的一列；GN 是一句之内左半边的三列。",
)


def table(left, top, name, chosen, groups, *notes):
    f.text(left + WIDE * H / 2, top - 28, name, anchor="middle", bold=True)
    f.text(left + WIDE * H / 2, top - 6, "h →", "muted", anchor="middle")
    for sentence, start in ((0, top), (1, top + SECOND)):
        rows = [["+activation" if chosen(sentence, i, j) else "activation" for j in range(H)] for i in range(S)]
        f.cells(left, start, WIDE, HIGH, rows)
        f.text(left - 8, start + 2 * HIGH + 6, f"句 {sentence + 1}", "muted", anchor="end")
    for x, y, wide, high in groups:
        f.box(left + x * WIDE, top + y, wide * WIDE, high, "neutral", empty=True, radius=0, line=2)
    for number, note in enumerate(notes):
        f.text(left + WIDE * H / 2, top + SECOND + S * HIGH + 24 + 24 * number, note, anchor="middle")


starts = (0, SECOND)
columns = [(j, 0, 1, SECOND + S * HIGH) for j in range(H)]
rows = [(0, start + i * HIGH, H, HIGH) for start in starts for i in range(S)]
parts = [(j, start, 1, S * HIGH) for start in starts for j in range(H)]
halves = [(j, start, 3, S * HIGH) for start in starts for j in (0, 3)]
table(62, 56, "BN", lambda b, i, j: j == 1, columns, "每个特征一组，两句", "合在一起：b·s 个数")
table(300, 56, "LN（RMSNorm 同）", lambda b, i, j: (b, i) == (0, 1), rows, "每个 token 一组：", "h 个数")
table(62, 324, "IN（特征当通道）", lambda b, i, j: (b, j) == (0, 1), parts, "每句的每个特征一组：", "s 个数")
table(300, 324, "GN（G = 2）", lambda b, i, j: b == 0 and j < 3, halves, "每句的每组特征一组：", "s·h/G 个数")
f.text(240, 574, "粗框是一组，深色标出其中一组，共用均值和方差", "muted", anchor="middle")
f.save(__file__)
