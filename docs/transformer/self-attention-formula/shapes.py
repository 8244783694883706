from answerbook.drawing.canvas import Figure

f = Figure(
    480,
    330,
    "自注意力的形状",
    "X（s×h）经三个投影得到 Q、K（s×d_k）和 V（s×d_v）；Q 乘 K 的转置得到 s×s 的分数，每行 softmax 之后是权重，再乘 V 得到输出（s×d_v）。",
)


def matrix(x, y, wide, high, colour, name, rows, columns):
    f.box(x, y, wide, high, colour, name, bold=True, radius=0)
    f.text(x - 6, y + high / 2 + 6, rows, "muted", anchor="end")
    f.text(x + wide / 2, y - 7, columns, "muted", anchor="middle")


matrix(36, 34, 84, 92, "data", "X", "s", "h")
f.arrow((128, 80), (232, 80), colour="weight")
f.text(180, 70, "W_Q W_K W_V", "weight", anchor="middle")
matrix(262, 34, 40, 92, "activation", "Q", "s", "d_k")
matrix(336, 34, 40, 92, "kv", "K", "", "d_k")
matrix(410, 34, 40, 92, "kv", "V", "", "d_v")
f.arrow((282, 126), (282, 150), (84, 150), (84, 176), colour="neutral")
f.line((356, 126), (356, 150), (282, 150), colour="neutral")
matrix(36, 204, 96, 92, "activation", "QK^T", "s", "s")
f.text(84, 318, "÷ √d_k", "muted", anchor="middle")
f.arrow((136, 250), (198, 250))
f.text(166, 240, "softmax", anchor="middle", size=15)
matrix(214, 204, 96, 92, "activation", "权重", "", "s")
f.text(262, 318, "每行和为 1", "muted", anchor="middle")
f.text(326, 256, "×", anchor="middle")
matrix(342, 204, 40, 92, "kv", "V", "", "d_v")
f.text(398, 256, "=", anchor="middle")
matrix(414, 204, 40, 92, "activation", "O", "", "d_v")
f.save(__file__)
