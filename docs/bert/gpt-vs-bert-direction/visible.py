from answerbook.drawing.canvas import Figure

WORDS = ("我", "爱", "读", "书", "。")
SIDE = 32

f = Figure(
    480,
    316,
    "BERT 与 GPT 的可见范围",
    "两个 5×5 表格，第 i 行是算第 i 个 token 的输出时能看的位置。BERT 全部可见；GPT 只见自己和左边。",
)


def table(left, top, name, seen, *notes):
    f.text(left + 2.5 * SIDE, top - 34, name, anchor="middle", bold=True)
    f.cells(left, top, SIDE, SIDE, [["+activation" if seen(i, j) else "" for j in range(5)] for i in range(5)])
    for i, word in enumerate(WORDS):
        f.text(left + (i + 0.5) * SIDE, top - 8, word, "muted", anchor="middle")
        f.text(left - 8, top + (i + 0.5) * SIDE + 5.5, word, "muted", anchor="end")
        for j in range(5):
            if not seen(i, j):
                x, y = left + j * SIDE + 11, top + i * SIDE + 11
                f.line((x, y), (x + 10, y + 10), colour="neutral", width=1)
                f.line((x + 10, y), (x, y + 10), colour="neutral", width=1)
    f.text(left + 2.5 * SIDE, top + 5 * SIDE + 26, notes[0], anchor="middle")
    f.text(left + 2.5 * SIDE, top + 5 * SIDE + 50, notes[1], anchor="middle")


table(50, 76, "BERT：双向", lambda i, j: True, "全部可见", "目标：猜被遮的 token")
table(290, 76, "GPT：单向", lambda i, j: j <= i, "只见自己和左边", "目标：猜下一个 token")
f.save(__file__)
