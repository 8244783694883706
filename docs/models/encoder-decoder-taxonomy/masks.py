from answerbook.drawing.canvas import Figure

SIDE, N = 26, 6

f = Figure(
    480,
    470,
    "四种架构的可见性",
    "四个 6×6 的方格：encoder-only 全部可见；decoder-only 下三角可见；Prefix LM 左侧 3 列全可见、右侧下三角；encoder-decoder 由编码器自注意力、交叉注意力和解码器的下三角组成。",
)


def table(left, top, name, colour):
    f.text(left + N * SIDE / 2, top - 12, name, anchor="middle", bold=True)
    f.cells(left, top, SIDE, SIDE, [[colour(i, j) for j in range(N)] for i in range(N)])


def seen(condition, colour="+activation"):
    return colour if condition else ""


def two_towers(i, j):
    if i < 3:
        return seen(j < 3)
    return "+accent" if j < 3 else seen(j <= i, "+neutral")


table(60, 36, "encoder-only", lambda i, j: "+activation")
table(288, 36, "decoder-only", lambda i, j: seen(j <= i))
table(60, 240, "Prefix LM", lambda i, j: seen(j < 3 or j <= i))
table(288, 240, "encoder-decoder", two_towers)
f.line((60 + 3 * SIDE, 234), (60 + 3 * SIDE, 402), dash=True)
f.text(50, 36 + 3 * SIDE + 6, "查询", "muted", anchor="end")
f.text(230, 204, "键", "muted", anchor="middle")
for left, first in ((60, "前缀"), (288, "输入")):
    f.text(left + 1.5 * SIDE, 418, first, anchor="middle")
    f.text(left + 4.5 * SIDE, 418, "输出", anchor="middle")
f.legend(16, 454, [("activation", "自注意力（单塔、编码器）"), ("accent", "交叉注意力"), ("neutral", "解码器")])
f.save(__file__)
